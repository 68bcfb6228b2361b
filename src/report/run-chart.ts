import type { RunHistoryEntry } from '../model/run-history.ts';
import { formatBytes, formatCount } from './quantity.ts';

/**
 * The last runs as bars, for a terminal or a code block in Markdown: a line a run, oldest to newest, at most 20 of them
 * under one line of titles, none wider than `width` characters where that is at least 50. What a run took up (changes, or
 * rows of a load, which are drawn lighter and to a scale of their own) stands beside the log that was pending when it
 * began, so that a pipeline that falls behind shows as a lag that grows. Nothing for no runs.
 */
export function formatRunChart(
  entries: readonly RunHistoryEntry[],
  { width }: { readonly width: number },
): readonly string[] {
  const bars = entries.slice(0, MOST_RUNS).toReversed().map(barsOf);
  if (bars.length === 0) return [];
  const rowsWidth = widest(bars, 'rowsText');
  const lagWidth = widest(bars, 'lagText');
  const free = width - TIME_WIDTH - rowsWidth - lagWidth - 2 * GAP.length - 2;
  const barWidth = Math.min(WIDEST_BAR, Math.max(NARROWEST_BAR, Math.floor(free / 2)));
  const scale: Scale = {
    changes: largest(bars, ({ loads, rows }) => (loads ? 0 : rows)),
    loads: largest(bars, ({ loads, rows }) => (loads ? rows : 0)),
    lag: largest(bars, ({ lag }) => lag),
  };
  const columns = { barWidth, rowsWidth, lagWidth };
  return [titleLine(bars, columns), ...bars.map((one) => runLine(one, scale, columns))];
}

const MOST_RUNS = 20;
const NARROWEST_BAR = 6;
/** Longer bars say nothing more, and pull the numbers away from their times. */
const WIDEST_BAR = 28;
const GAP = '  ';
/** `Nov 22 14:15` */
const TIME_WIDTH = 12;
/** From an eighth of a character to a whole one. */
const EIGHTHS = ['▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'] as const;

interface RunBars {
  readonly time: string;
  /** Whether `rows` are those of a load. */
  readonly loads: boolean;
  readonly rows: number;
  readonly rowsText: string;
  readonly lag: number;
  readonly lagText: string;
}

/** The largest of each kind: what a whole bar stands for. */
interface Scale {
  readonly changes: number;
  readonly loads: number;
  readonly lag: number;
}

interface Columns {
  readonly barWidth: number;
  readonly rowsWidth: number;
  readonly lagWidth: number;
}

function barsOf(entry: RunHistoryEntry): RunBars {
  const rows = entry.changes + entry.loadedRows;
  return {
    time: formatTime(entry.startedAt),
    loads: entry.loadedRows > 0,
    rows,
    rowsText: formatCount(rows),
    lag: entry.lagBytes ?? 0,
    lagText: entry.lagBytes === null ? '–' : formatBytes(entry.lagBytes),
  };
}

function titleLine(bars: readonly RunBars[], { barWidth, rowsWidth, lagWidth }: Columns): string {
  const hasLoads = bars.some(({ loads }) => loads);
  const hasChanges = bars.some(({ loads }) => !loads);
  const rows = hasLoads ? (hasChanges ? 'changes, ░ loaded' : 'rows loaded') : 'changes';
  return [
    'started, UTC'.padEnd(TIME_WIDTH),
    titleCell(rows, barWidth + 1 + rowsWidth),
    titleCell('lag', barWidth + 1 + lagWidth),
  ]
    .join(GAP)
    .trimEnd();
}

function runLine(run: RunBars, scale: Scale, { barWidth, rowsWidth, lagWidth }: Columns): string {
  const rows = run.loads
    ? lightBar(run.rows, scale.loads, barWidth)
    : fullBar(run.rows, scale.changes, barWidth);
  const lag = fullBar(run.lag, scale.lag, barWidth);
  return [
    run.time,
    `${rows} ${run.rowsText.padStart(rowsWidth)}`,
    `${lag} ${run.lagText.padStart(lagWidth)}`,
  ].join(GAP);
}

/** To an eighth of a character; what is more than nothing is seen. */
function fullBar(value: number, whole: number, width: number): string {
  const eighths = whole === 0 ? 0 : Math.round((value / whole) * width * EIGHTHS.length);
  const drawn = value > 0 ? Math.max(1, eighths) : 0;
  const rest = drawn % EIGHTHS.length;
  const bar = '█'.repeat(Math.floor(drawn / EIGHTHS.length)) + (rest === 0 ? '' : (EIGHTHS[rest - 1] ?? ''));
  return bar.padEnd(width);
}

function lightBar(value: number, whole: number, width: number): string {
  return '░'.repeat(Math.max(1, Math.round((value / Math.max(1, whole)) * width))).padEnd(width);
}

/** `2026-11-22T14:15:03.120Z` → `Nov 22 14:15`. */
function formatTime(instant: string): string {
  const date = new Date(instant);
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = `${MONTHS[date.getUTCMonth()] ?? ''} ${two(date.getUTCDate())}`;
  return `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function largest(bars: readonly RunBars[], of: (run: RunBars) => number): number {
  return bars.reduce((most, run) => Math.max(most, of(run)), 0);
}

function widest(bars: readonly RunBars[], text: 'rowsText' | 'lagText'): number {
  return bars.reduce((width, run) => Math.max(width, run[text].length), 0);
}

/** A title that is too long for its column ends with its first word. */
function titleCell(title: string, width: number): string {
  return (title.length > width ? (title.split(/\W/, 1)[0] ?? '') : title).padEnd(width);
}
