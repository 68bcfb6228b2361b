import type { PlanReport } from '../model/plan-report.ts';
import type { RunReport, RunStatus } from '../model/run-report.ts';
import type { Health, StatusReport } from '../model/status-report.ts';
import type { PipelineRuns } from './run-pipelines.ts';

/** The outputs that `action.yml` declares, as text. */
export interface ActionOutputs {
  readonly status: string;
  readonly 'caught-up': 'true' | 'false';
  readonly changes: string;
  readonly 'rows-merged': string;
  readonly 'lag-bytes': string;
  readonly drift: 'true' | 'false';
  readonly 'checkpoint-lsn': string;
  readonly 'plan-hash': string;
  readonly 'report-path': string;
  readonly 'comment-id': string;
  readonly 'issue-number': string;
  readonly 'failure-code': string;
}

/** Set before anything can fail, so that a later step never reads an output that nobody has set. */
export const INITIAL_OUTPUTS: ActionOutputs = {
  status: 'failed',
  'caught-up': 'false',
  changes: '0',
  'rows-merged': '0',
  'lag-bytes': '',
  drift: 'false',
  'checkpoint-lsn': '',
  'plan-hash': '',
  'report-path': '',
  'comment-id': '',
  'issue-number': '',
  'failure-code': '',
};

/** From worst to best. */
const WORST_RUN = [
  'failed',
  'stopped',
  'another-run-active',
  'done',
  'nothing-to-do',
] as const satisfies readonly RunStatus[];

/** The outputs of a run of one or several pipelines. */
export function outputsOfRuns({ reports, unfinished }: PipelineRuns): Partial<ActionOutputs> {
  const worst = WORST_RUN.find((status) => reports.some((report) => report.status === status));
  const caughtUp = unfinished.length === 0 && reports.every((report) => report.caughtUp);
  const [report] = reports;
  return {
    status: unfinished.length > 0 && worst !== 'failed' ? 'stopped' : (worst ?? 'failed'),
    'caught-up': caughtUp ? 'true' : 'false',
    changes: String(sumOf(reports, ({ changes }) => changes)),
    'rows-merged': String(
      sumOf(
        reports,
        ({ loadedRows, insertedRows, updatedRows, deletedRows }) =>
          loadedRows + insertedRows + updatedRows + deletedRows,
      ),
    ),
    'lag-bytes': textOf(greatest(reports.map(({ lag }) => lag.after.bytes))),
    drift: reports.some(({ drift }) => drift.length > 0) ? 'true' : 'false',
    'checkpoint-lsn': reports.length === 1 ? (report?.checkpoint.to ?? '') : '',
    'failure-code': reports.find(({ error }) => error !== null)?.error?.code ?? '',
  };
}

function sumOf(reports: readonly RunReport[], of: (table: RunReport['tables'][number]) => number): number {
  return reports.flatMap(({ tables }) => tables).reduce((sum, table) => sum + of(table), 0);
}

/** The outputs of a plan of one or several pipelines. */
export function outputsOfPlans(plans: readonly PlanReport[], hash: string): Partial<ActionOutputs> {
  const changes = plans.flatMap(({ tables }) =>
    tables.filter(({ change }) => change === 'added' || change === 'changed' || change === 'removed'),
  );
  return {
    status: planStatusOf(plans),
    changes: String(changes.length),
    drift: plans.some(({ tables }) => tables.some(({ drift }) => drift.length > 0)) ? 'true' : 'false',
    'plan-hash': hash,
    'failure-code':
      plans.flatMap(({ unseen }) => unseen).find(({ code }) => code !== null)?.code ??
      plans.flatMap(({ problems }) => problems)[0]?.code ??
      '',
  };
}

function planStatusOf(plans: readonly PlanReport[]): 'failed' | 'blocked' | 'changes' | 'no-changes' {
  if (plans.some(({ unseen }) => unseen.some(({ code }) => code !== null))) return 'failed';
  if (plans.some(({ status }) => status === 'blocked')) return 'blocked';
  return plans.some(({ status }) => status === 'changes') ? 'changes' : 'no-changes';
}

/** From worst to best. */
const WORST_HEALTH = ['danger', 'watch', 'healthy'] as const satisfies readonly Health[];

/** The outputs of a look at one or several pipelines. */
export function outputsOfStatuses(statuses: readonly StatusReport[]): Partial<ActionOutputs> {
  const worst = WORST_HEALTH.find((health) => statuses.some((status) => status.health === health));
  const [only] = statuses;
  return {
    status: worst ?? 'danger',
    'lag-bytes': textOf(greatest(statuses.map(({ lagBytes }) => lagBytes))),
    'failure-code':
      statuses.flatMap(({ findings }) => findings).find(({ code }) => code !== null)?.code ?? '',
    'checkpoint-lsn': statuses.length === 1 ? (only?.target?.checkpoint?.lsn ?? '') : '',
  };
}

/** `null` where one is not known: it may be the greatest. */
function greatest(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter((number) => number !== null);
  return known.length === 0 || known.length < numbers.length ? null : Math.max(...known);
}

function textOf(number: number | null): string {
  return number === null ? '' : String(number);
}
