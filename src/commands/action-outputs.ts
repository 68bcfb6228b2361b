import type { RunReport, RunStatus } from '../model/run-report.ts';
import type { PipelineRuns } from './run-pipelines.ts';

/** The outputs that `action.yml` declares, as text. */
export interface ActionOutputs {
  readonly status: RunStatus | 'valid' | 'invalid' | 'passed';
  readonly 'caught-up': 'true' | 'false';
  readonly changes: string;
  readonly 'report-path': string;
}

/** Set before anything can fail, so that a later step never reads an empty output. */
export const INITIAL_OUTPUTS: ActionOutputs = {
  status: 'failed',
  'caught-up': 'false',
  changes: '0',
  'report-path': '',
};

/** From worst to best. */
const WORST_FIRST = [
  'failed',
  'stopped',
  'another-run-active',
  'done',
  'nothing-to-do',
] as const satisfies readonly RunStatus[];

/** The outputs of a run of one or several pipelines. */
export function outputsOf({ reports, unfinished }: PipelineRuns, reportPath: string): ActionOutputs {
  const worst = WORST_FIRST.find((status) => reports.some((report) => report.status === status));
  const caughtUp = unfinished.length === 0 && reports.every((report) => report.caughtUp);
  return {
    status: unfinished.length > 0 && worst !== 'failed' ? 'stopped' : (worst ?? 'failed'),
    'caught-up': caughtUp ? 'true' : 'false',
    changes: String(reports.reduce((sum, report) => sum + changesOf(report), 0)),
    'report-path': reportPath,
  };
}

function changesOf({ tables }: RunReport): number {
  return tables.reduce((sum, table) => sum + table.changes, 0);
}
