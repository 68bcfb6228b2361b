import type { RunHistoryEntry } from '../model/run-history.ts';
import type { Health, StatusReport, TableState, TableStatus } from '../model/status-report.ts';
import { formatBar, formatBytes, formatCount, formatDuration, formatNumberOf } from './quantity.ts';
import type { Mood } from './run-verdict.ts';

/** What a reader wants to know first, as single sentences without markup; each rendering dresses them its own way. */
export interface StatusVerdict {
  readonly mood: Mood;
  /** Is it healthy. */
  readonly headline: string;
  /** How far behind, when a run was last seen, what the slot retains; only what is known. */
  readonly facts: readonly string[];
}

export function statusVerdictOf(report: StatusReport): StatusVerdict {
  return {
    mood: MOODS[report.health],
    headline: headlineOf(report),
    facts: [behind(report), lastRun(report), retained(report)].filter((fact) => fact !== undefined),
  };
}

/** Tables that differ from the usual first, then the others up to a number that a reader still takes in. */
export function shownTables(tables: readonly TableStatus[]): {
  readonly shown: readonly TableStatus[];
  /** `960 more tables are loaded`; `undefined` when all are shown. */
  readonly rest: string | undefined;
} {
  const isUsual = ({ state }: TableStatus): boolean => state === 'loaded';
  const sorted = [...tables.filter((table) => !isUsual(table)), ...tables.filter(isUsual)];
  const shown = sorted.slice(0, MOST_TABLES);
  const hidden = sorted.length - shown.length;
  return {
    shown,
    rest: hidden === 0 ? undefined : `and ${formatNumberOf(hidden, 'more table')}`,
  };
}

/** `loaded`, `loading █████░░░░░ 1,200,000 of about 2,400,000 rows`. */
export function tableStateWords(table: TableStatus): string {
  const { state, estimatedRows } = table;
  switch (state) {
    case 'loading':
      return `loading ${progress(table)}`;
    case 'pending':
      return estimatedRows === null
        ? 'the next run loads it'
        : `the next run loads it: about ${formatNumberOf(estimatedRows, 'row')}`;
    case 'loaded':
    case 'skipped':
    case 'retired':
      return STATE_WORDS[state];
    default:
      return state satisfies never;
  }
}

const MOODS = { healthy: 'good', watch: 'neutral', danger: 'bad' } as const satisfies Record<Health, Mood>;

const STATE_WORDS = {
  loaded: 'loaded',
  skipped: 'changes only, without a first load',
  retired: 'no longer selected; kept as it is',
} as const satisfies Partial<Record<TableState, string>>;

const MOST_TABLES = 40;
const PROGRESS_WIDTH = 10;

function headlineOf(report: StatusReport): string {
  const { health, findings, source, target } = report;
  const count = (severity: 'danger' | 'watch'): number =>
    findings.filter((finding) => finding.severity === severity).length;
  if (health === 'danger')
    return count('danger') === 1 ? 'needs a person' : `needs a person, for ${count('danger')} reasons`;
  const watched = count('watch') === 0 ? '' : `; ${formatNumberOf(count('watch'), 'thing')} to watch`;
  if (source?.slot?.active === true) return `a run is under way${watched}`;
  if (source?.slot === null && (target?.checkpoint ?? null) === null)
    return `not begun: the first run makes the slot, and takes ${formatNumberOf(source.selectedTables, 'table')}${watched}`;
  return `healthy${watched}`;
}

function behind({ lagBytes, source, target }: StatusReport): string | undefined {
  if (source === null || lagBytes === null) return undefined;
  const server = `the server's log ends at ${source.flushLsn}`;
  const reached =
    target?.checkpoint != null
      ? `checkpoint ${target.checkpoint.lsn}`
      : `slot confirmed up to ${source.slot?.confirmedFlushLsn ?? 'nothing'}`;
  if (lagBytes === 0) return `caught up: ${reached} is the end of the server's log`;
  return `behind by at most ${formatBytes(lagBytes)} of log: ${reached}, ${server}`;
}

function lastRun({ lastRunAt, lookedAt, scheduleMs, target }: StatusReport): string | undefined {
  if (lastRunAt === null) return undefined;
  const ago = (instant: string): string =>
    `${formatDuration(Math.max(0, Date.parse(lookedAt) - Date.parse(instant)))} ago`;
  const schedule = scheduleMs === null ? '' : ` (meant to run every ${formatDuration(scheduleMs)})`;
  const [busy] = target?.history ?? [];
  if (busy === undefined) return `last run ${ago(lastRunAt)}${schedule}`;
  const work = workOf(busy);
  return busy.updatedAt === lastRunAt
    ? `last run ${ago(lastRunAt)}${schedule}: ${work}`
    : `last run ${ago(lastRunAt)}${schedule}; the last one that moved the checkpoint ${ago(busy.updatedAt)}: ${work}`;
}

function workOf({ changes, loadedRows }: RunHistoryEntry): string {
  const parts = [
    ...(loadedRows > 0 ? [`${formatNumberOf(loadedRows, 'row')} loaded`] : []),
    ...(changes > 0 || loadedRows === 0 ? [formatNumberOf(changes, 'change')] : []),
  ];
  return parts.join(', ');
}

/** Unless a finding says the same. */
function retained({ source, findings }: StatusReport): string | undefined {
  const sentence = source?.wal?.sentence;
  return findings.some(({ message }) => message === sentence) ? undefined : sentence;
}

function progress({ loadedRows, estimatedRows, continuedBy }: TableStatus): string {
  const loaded = loadedRows ?? 0;
  const whole = estimatedRows === null ? undefined : Math.max(estimatedRows, loaded, 1);
  const amount =
    whole === undefined
      ? `${formatNumberOf(loaded, 'row')} so far`
      : `${formatBar(loaded / whole, PROGRESS_WIDTH)} ${formatCount(loaded)} of about ${formatNumberOf(whole, 'row')}`;
  return continuedBy === 'backfill' ? `${amount}; waits for its backfill` : amount;
}
