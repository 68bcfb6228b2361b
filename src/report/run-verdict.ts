import { ERROR_CODES } from '../model/ingest-error.ts';
import type { ErrorReport, Lag, RunReport, TableReport } from '../model/run-report.ts';
import { formatBytes, formatDuration, formatNumberOf } from './quantity.ts';

export type Mood = 'good' | 'neutral' | 'bad';

/** What a reader wants to know first, as single sentences without markup; each rendering dresses them its own way. */
export interface RunVerdict {
  readonly mood: Mood;
  /** Did it work, and what changed. */
  readonly headline: string;
  /** How far behind the source the target is now. */
  readonly lag: string;
  /** Where the checkpoint is, and whether it moved. */
  readonly checkpoint: string;
}

export function verdictOf(report: RunReport): RunVerdict {
  return {
    mood: MOODS[report.status],
    headline: headlineOf(report),
    lag: lagSentence(report),
    checkpoint: checkpointSentence(report),
  };
}

/** What to do about a failure: the error's own words, then what its kind means for the next run. */
export function remedyOf(error: ErrorReport): readonly string[] {
  const own = error.solution === null ? [] : error.solution.split('\n');
  switch (ERROR_CODES[error.code].disposition) {
    case 'retry':
      return own.some((line) => line.includes('next run'))
        ? own
        : [...own, 'Run it again: the next run goes on from the checkpoint. Nothing is lost.'];
    case 'operator':
      return own.length > 0 ? own : ['Mend what the message names, and run it again.'];
    case 'bug':
      return [
        ...own,
        'This is a fault in Tributary. Please report it with the message above and the version of the program.',
      ];
  }
}

const MOODS = {
  done: 'good',
  'nothing-to-do': 'good',
  'another-run-active': 'neutral',
  stopped: 'neutral',
  failed: 'bad',
} as const satisfies Record<RunReport['status'], Mood>;

function headlineOf(report: RunReport): string {
  const took = formatDuration(report.durationMs);
  switch (report.status) {
    case 'done':
      return `done in ${took}: ${workSentence(report)}`;
    case 'nothing-to-do':
      return `nothing to do (${took}): no change of the selected tables was pending${
        report.warehouse.opened ? '' : ', and the lakehouse was not opened'
      }`;
    case 'another-run-active':
      return `another run is active on slot ${report.slot}; this one changed nothing`;
    case 'stopped':
      return `stopped after ${took} before it was caught up: ${workSentence(report)}; the next run goes on from the checkpoint`;
    case 'failed':
      return failureHeadline(report, took);
  }
}

function failureHeadline(report: RunReport, took: string): string {
  const work = workParts(report);
  if (work.length === 0) return `failed after ${took}; nothing was written`;
  return `failed after ${took}; before that: ${work.join(', ')}`;
}

function workSentence(report: RunReport): string {
  const parts = workParts(report);
  return parts.length > 0 ? parts.join(', ') : 'nothing was written';
}

function workParts(report: RunReport): readonly string[] {
  const unfinished = new Set(report.unfinishedLoads.map(({ table }) => table));
  const loaded = report.tables.filter((table) => table.loadedRows > 0 && !unfinished.has(table.source));
  const begun = report.tables.filter((table) => table.loadedRows > 0 && unfinished.has(table.source));
  const changes = report.tables.reduce((sum, table) => sum + table.changes, 0);
  const hasBegun = report.checkpoint.from === null && report.checkpoint.to !== null;
  return [
    ...(hasBegun && loaded.length + begun.length === 0 ? ['first checkpoint written'] : []),
    ...loadPart(loaded, 'loaded'),
    ...loadPart(begun, 'loaded in part'),
    ...(changes > 0
      ? [`${formatNumberOf(changes, 'change')} merged in ${formatNumberOf(report.intervals, 'interval')}`]
      : []),
    ...(report.drift.length > 0 ? [`${formatNumberOf(report.drift.length, 'schema change')} followed`] : []),
  ];
}

function loadPart(tables: readonly TableReport[], what: string): readonly string[] {
  if (tables.length === 0) return [];
  const rows = tables.reduce((sum, table) => sum + table.loadedRows, 0);
  return [`${formatNumberOf(tables.length, 'table')} ${what} (${formatNumberOf(rows, 'row')})`];
}

function lagSentence(report: RunReport): string {
  const after = formatLag(report.lag.after);
  const before = formatLag(report.lag.before);
  const was = wasWords(before, after);
  if (!report.caughtUp) {
    const why = report.notCaughtUp === null ? '' : `: ${report.notCaughtUp}`;
    return `not caught up${why}; behind by ${after ?? 'an unknown amount'}${was}`;
  }
  if (after === undefined || after === NO_LAG) return `caught up with the source${was}`;
  return `caught up with the source as it was at the start; behind by ${after} now${was}`;
}

function wasWords(before: string | undefined, after: string | undefined): string {
  if (before === undefined || before === NO_LAG) return '';
  return before === after ? ', as before the run' : ` (before the run it was behind by ${before})`;
}

/** `1.2 MiB of log, 14m 03s`, `nothing` or `unknown`: how far behind, for a table's cell. */
export function lagWords(lag: Lag): string {
  return formatLag(lag) ?? 'unknown';
}

const NO_LAG = 'nothing';

/** `1.2 MiB of log, 14m 03s`; `undefined` when neither is known. */
function formatLag(lag: Lag): string | undefined {
  const parts = [
    ...(lag.bytes === null || lag.bytes === 0 ? [] : [`${formatBytes(lag.bytes)} of log`]),
    ...(lag.seconds === null || lag.seconds === 0 ? [] : [formatDuration(lag.seconds * 1000)]),
  ];
  if (parts.length > 0) return parts.join(', ');
  return lag.bytes === null && lag.seconds === null ? undefined : NO_LAG;
}

function checkpointSentence(report: RunReport): string {
  const { from, to } = report.checkpoint;
  const slot = `slot ${report.slot}`;
  if (from === null && to === null) return `no checkpoint was read or written; ${slot}`;
  if (from === to || to === null) return `checkpoint unchanged at ${from ?? ''}; ${slot}`;
  if (from === null) return `first checkpoint at ${to}; ${slot}`;
  return `checkpoint moved from ${from} to ${to}; ${slot}`;
}
