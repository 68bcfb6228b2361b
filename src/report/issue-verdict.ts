import { ERROR_CODES } from '../model/ingest-error.ts';
import type { ErrorReport, RunReport } from '../model/run-report.ts';
import {
  formatDriftIssue,
  formatFailingIssue,
  formatNotBegunIssue,
  formatRiskIssue,
  formatStaleIssue,
} from './issue-markdown.ts';

/** What an issue of a pipeline is about; there is one open issue of each at most. */
export type IssueKind = 'failing' | 'drift' | 'stale' | 'slot-at-risk';

/** What a run has to say to a pipeline's issues. A kind about which it has nothing to say has no verdict, and its issue stays as it is. */
export type IssueVerdict =
  | {
      readonly tag: 'raised';
      readonly pipeline: string;
      readonly kind: IssueKind;
      /** What makes it the same trouble as before, without what changes from run to run; only another one is worth a comment. */
      readonly state: string;
      readonly text: IssueText;
      /** A new state adds to what is told already, instead of taking its place. */
      readonly accumulates: boolean;
    }
  | {
      readonly tag: 'recovered';
      readonly pipeline: string;
      readonly kind: IssueKind;
      /** Markdown: why it is over. */
      readonly news: string;
    };

export interface IssueText {
  /** Plain text on one line. */
  readonly title: string;
  /** Markdown of our own blocks, the verdict first. */
  readonly body: string;
  /** Markdown that a comment says when the state has changed. */
  readonly news: string;
}

/** What a report does not know. */
export interface IssueFacts {
  /** Milliseconds from one scheduled run to the next; null: not known. */
  readonly intervalMs: number | null;
  /** File name of the workflow that runs the pipeline, for a command that starts it; null: not known. */
  readonly workflow: string | null;
}

const HOUR_MS = 3_600_000;
/** Four intervals, and never less than an hour: GitHub's cron alone is often later than one. */
const STALE_INTERVALS = 4;
const UNKNOWN_STALE_MS = 6 * HOUR_MS;

/**
 * What a run's report raises, and what it shows to be over. A run that found another one active, that was fenced by one, or
 * that was told to stop says nothing about failure. Schema changes that were followed are never over by themselves: there is
 * nothing to mend, and whoever has read of them closes the issue.
 */
export function issuesOf(report: RunReport, facts: IssueFacts): readonly IssueVerdict[] {
  if (report.status === 'another-run-active' || hasGivenWay(report)) return [];
  return [
    failingVerdict(report),
    driftVerdict(report),
    staleVerdict(report, facts),
    riskVerdict(report, facts),
  ].filter((verdict) => verdict !== undefined);
}

function hasGivenWay({ error }: RunReport): boolean {
  return error?.code === 'checkpoint-fenced' || error?.code === 'interrupted';
}

function failingVerdict(report: RunReport): IssueVerdict | undefined {
  const { pipeline, error } = report;
  if (error !== null)
    return {
      tag: 'raised',
      kind: 'failing',
      pipeline,
      accumulates: false,
      state: `${error.code} ${withoutNumbers(error.message)}`,
      text: formatFailingIssue(report, error, ERROR_CODES[error.code].disposition),
    };
  if (!hasEnded(report)) return undefined;
  return {
    tag: 'recovered',
    kind: 'failing',
    pipeline,
    news: 'A run has ended well again. It went on from the checkpoint: nothing is lost.',
  };
}

/** What stands in an issue when no run could begin, so that there is no report: `label` is the pipeline, or its configuration. */
export function notBegunVerdict(label: string, error: ErrorReport): IssueVerdict {
  return {
    tag: 'raised',
    kind: 'failing',
    pipeline: label,
    accumulates: false,
    state: `${error.code} ${withoutNumbers(error.message)}`,
    text: formatNotBegunIssue(label, error),
  };
}

/** That runs begin again. */
export function begunVerdict(label: string): IssueVerdict {
  return { tag: 'recovered', kind: 'failing', pipeline: label, news: 'Runs begin again.' };
}

/** LSNs, counts, sizes and identifiers of requests differ from run to run though the trouble is the same. */
function withoutNumbers(message: string): string {
  return message.replace(/\b[0-9a-f]{8,}\b|[0-9A-F]+\/[0-9A-F]+|\d+/gi, '#');
}

function driftVerdict(report: RunReport): IssueVerdict | undefined {
  const { pipeline, drift } = report;
  if (drift.length === 0) return undefined;
  return {
    tag: 'raised',
    kind: 'drift',
    pipeline,
    accumulates: true,
    state: drift
      .map(({ table, kind, column, type }) => JSON.stringify([table, kind, column, type]))
      .join(' '),
    text: formatDriftIssue(report),
  };
}

function staleVerdict(report: RunReport, facts: IssueFacts): IssueVerdict | undefined {
  const { pipeline } = report;
  if (report.status === 'failed') return undefined;
  const reason = staleReason(report, facts);
  if (reason !== undefined)
    return {
      tag: 'raised',
      kind: 'stale',
      pipeline,
      accumulates: false,
      state: reason,
      text: formatStaleIssue(report, reason, facts.workflow),
    };
  if (!hasEnded(report) || !report.caughtUp) return undefined;
  return {
    tag: 'recovered',
    kind: 'stale',
    pipeline,
    news: 'The target has caught up with the source, and the run came in time.',
  };
}

export type StaleReason = 'behind' | 'late';

function staleReason(
  { caughtUp, lag, trigger }: RunReport,
  { intervalMs }: IssueFacts,
): StaleReason | undefined {
  const limitMs = intervalMs === null ? UNKNOWN_STALE_MS : Math.max(HOUR_MS, STALE_INTERVALS * intervalMs);
  if (!caughtUp && (lag.after.seconds ?? 0) * 1000 >= limitMs) return 'behind';
  const skippedMs = (trigger?.skipped ?? 0) * (intervalMs ?? 0);
  return (trigger?.lateMs ?? 0) >= limitMs || skippedMs >= limitMs ? 'late' : undefined;
}

/** Between the two marks an issue stays as it is, so that a slot near one of them does not open and close it in turn. */
function riskVerdict(report: RunReport, { workflow }: IssueFacts): IssueVerdict | undefined {
  const { pipeline, wal } = report;
  if (wal === null || wal.risk === 'watch') return undefined;
  if (wal.risk === 'none')
    return {
      tag: 'recovered',
      kind: 'slot-at-risk',
      pipeline,
      news: 'The server keeps little log for the slot again.',
    };
  return {
    tag: 'raised',
    kind: 'slot-at-risk',
    pipeline,
    accumulates: false,
    state: wal.risk,
    text: formatRiskIssue(report, wal, workflow),
  };
}

function hasEnded({ status }: RunReport): boolean {
  return status === 'done' || status === 'nothing-to-do';
}
