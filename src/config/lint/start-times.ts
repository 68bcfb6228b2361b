import { type Cron, dueTimesBetween, longestGapMs, shortestGapMs } from '../../schedule/cron.ts';

/** How far apart the starts of several cron lines together are, in milliseconds. */
export interface StartGaps {
  /** Three quarters of the gaps are no longer: pauses over night do not count, every other gap of an uneven cron does. */
  readonly usualMs: number;
  /** The mean: what a cron that fills an hour unevenly amounts to. */
  readonly meanMs: number;
  /** Ascending. */
  readonly allMs: readonly number[];
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** GitHub starts a workflow at most this often, whatever its cron says. */
export const SHORTEST_CRON_MS = 5 * MINUTE_MS;

/** A Monday in winter, followed by weeks in which neither Europe nor America moves its clocks. */
const WINDOW_START_MS = Date.UTC(2026, 0, 5);
/** Two days show all where every day is alike, a week shows every weekday; crons that are due seldom need longer. */
const TWO_DAYS_MS = 2 * DAY_MS;
const WEEK_MS = 8 * DAY_MS;
const SEASON_MS = 56 * DAY_MS;
const OFTEN_MS = 6 * HOUR_MS;

/** The gaps between the starts of a pipeline that all these cron lines start, no shorter than GitHub keeps them. */
export function startGaps(crons: readonly Cron[]): StartGaps {
  const endMs = WINDOW_START_MS + windowMs(crons);
  const times = [...new Set(crons.flatMap((cron) => dueTimesBetween(cron, WINDOW_START_MS, endMs)))].sort(
    (a, b) => a - b,
  );
  const between = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  const gaps = between.length > 0 ? between : crons.map(longestGapMs);
  const allMs = gaps.map((gap) => Math.max(gap, SHORTEST_CRON_MS)).sort((a, b) => a - b);
  const meanMs = allMs.reduce((sum, gap) => sum + gap, 0) / Math.max(allMs.length, 1);
  return { meanMs, usualMs: allMs[Math.floor(allMs.length * 0.75)] ?? 0, allMs };
}

function windowMs(crons: readonly Cron[]): number {
  if (!crons.some((cron) => shortestGapMs(cron) < OFTEN_MS)) return SEASON_MS;
  return crons.every(({ normalLine }) => normalLine.endsWith(' * * *')) ? TWO_DAYS_MS : WEEK_MS;
}

/** Share of gaps that are longer than an interval, 0 to 1. */
export function shareLonger({ allMs }: StartGaps, intervalMs: number): number {
  return allMs.filter((gap) => gap > intervalMs).length / Math.max(allMs.length, 1);
}

/** A time as configuration files write it, in the largest unit that it is a whole number of: `90m`, `2h`, `7d`. */
export function showInterval(durationMs: number): string {
  for (const [unit, unitMs] of [
    ['d', DAY_MS],
    ['h', HOUR_MS],
    ['m', MINUTE_MS],
  ] as const) {
    if (durationMs >= unitMs && durationMs % unitMs === 0) return `${durationMs / unitMs}${unit}`;
  }
  return `${Math.round(durationMs / 1000)}s`;
}
