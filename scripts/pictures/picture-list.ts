import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { RunReport } from '../../src/model/run-report.ts';
import { type IssueKind, issuesOf } from '../../src/report/issue-verdict.ts';
import { formatRunReportText } from '../../src/report/run-report-text.ts';
import { formatStatusText } from '../../src/report/status-text.ts';
import { SITUATION_REPORTS } from '../../test/report/sample-situations.ts';
import { sampleStatus } from '../../test/report/sample-status.ts';
import type { Frame, Theme } from './frame.ts';

export interface Picture {
  /** Of its file, without the ending. */
  readonly name: string;
  readonly frame: Frame;
  readonly theme: Theme;
  /** What it shows, given the project's directory. */
  readonly text: (root: string) => Promise<string>;
}

/** Characters. */
const TERMINAL_COLUMNS = 110;
const INGEST: Frame = { tag: 'summary', job: 'ingest' };

/** The pictures of the docs. */
export const PICTURES: readonly Picture[] = [
  { name: 'summary', frame: INGEST, theme: 'light', text: golden('summary-drift') },
  { name: 'summary-dark', frame: INGEST, theme: 'dark', text: golden('summary-drift') },
  { name: 'summary-failed', frame: INGEST, theme: 'light', text: golden('summary-failed') },
  { name: 'summary-danger', frame: INGEST, theme: 'light', text: golden('summary-danger') },
  { name: 'summary-three', frame: INGEST, theme: 'light', text: golden('summary-three') },
  { name: 'plan', frame: { tag: 'comment' }, theme: 'light', text: golden('plan-changes') },
  { name: 'plan-dark', frame: { tag: 'comment' }, theme: 'dark', text: golden('plan-changes') },
  issue('issue-drift', 'drift', SITUATION_REPORTS.drift),
  issue('issue-failing', 'failing', SITUATION_REPORTS.failed),
  {
    name: 'terminal-run',
    frame: { tag: 'terminal', command: 'npx tributary run --config pipelines --pipeline orders_to_lake' },
    theme: 'light',
    text: async () => formatRunReportText(SITUATION_REPORTS.drift, { colours: true }),
  },
  {
    name: 'terminal-status',
    frame: { tag: 'terminal', command: 'npx tributary status --config pipelines --pipeline orders_to_lake' },
    theme: 'light',
    text: async () => formatStatusText(sampleStatus(), { colours: true, width: TERMINAL_COLUMNS }),
  },
];

function golden(name: string): Picture['text'] {
  return (root) => readFile(path.join(root, 'test/report/golden', `${name}.md`), 'utf8');
}

/** The issue that a run's report raises, as it stands when it is opened. */
function issue(name: string, kind: IssueKind, report: RunReport): Picture {
  const verdict = issuesOf(report, { intervalMs: 15 * 60_000, workflow: 'tributary.yml' }).find(
    (one) => one.kind === kind && one.tag === 'raised',
  );
  if (verdict?.tag !== 'raised') throw new Error(`The report for ${name} raises no issue.`);
  const { title, body } = verdict.text;
  return {
    name,
    frame: { tag: 'issue', title, labels: ['tributary'] },
    theme: 'light',
    text: async () => body,
  };
}
