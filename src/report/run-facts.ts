import type { RunCost } from '../model/run-cost.ts';
import type { RunHistoryEntry } from '../model/run-history.ts';
import type { DriftReport, RunReport, TableReport, UnfinishedLoad } from '../model/run-report.ts';
import type { TriggerReport } from '../model/trigger-report.ts';
import { formatDuration, formatMoney, formatNumberOf } from './quantity.ts';

/** What several renderings of a report tell in the same words. Sentences without markup and without a full stop. */

/** GitHub begins scheduled workflows minutes late as a rule; only more than this is worth a word. */
const NOTICEABLE_MS = 10 * 60_000;

export const DRIFT_WORDS = {
  'column-added': 'column added',
  'column-dropped': 'column dropped',
} as const satisfies Record<DriftReport['kind'], string>;

/** Whether the run did anything to the table. */
export function hasChanged(table: TableReport): boolean {
  return table.loadedRows + table.changes + table.insertedRows + table.updatedRows + table.deletedRows > 0;
}

/** `7 statements, busy 12.4s (≈ 0.01 USD at 2.80 USD an hour; start-up and idle time until auto-stop come on top)` */
export function warehouseSentence({ warehouse, cost }: RunReport): string {
  if (!warehouse.opened) return 'not contacted, so this run cost nothing there';
  const use = `${formatNumberOf(warehouse.statements, 'statement')}, busy ${formatDuration(warehouse.busyMs)}`;
  if (cost === null) return use;
  const price = `${formatCost(cost)} at ${formatMoney(cost.perHour, cost.currency)} an hour`;
  return `${use} (${price}; start-up and idle time until auto-stop come on top)`;
}

/** `≈ 0.01 USD`, `less than 0.01 USD` */
export function formatCost({ amount, currency }: RunCost): string {
  const money = formatMoney(amount, currency);
  return /^\d/.test(money) ? `≈ ${money}` : money;
}

/** How late a scheduled run began, and how many it stands for; `undefined` when that is nothing out of the ordinary. */
export function latenessSentence(trigger: TriggerReport | null): string | undefined {
  if (trigger === null) return undefined;
  const { lateMs, dueAt, cron, skipped } = trigger;
  const isLate = lateMs !== null && lateMs >= NOTICEABLE_MS;
  const hasSkipped = skipped !== null && skipped > 0;
  if (!isLate && !hasSkipped) return undefined;
  const due = [
    ...(dueAt === null ? [] : [`due at ${formatInstant(dueAt)}`]),
    ...(cron === null ? [] : [`by cron ${cron}`]),
  ].join(' ');
  return [
    ...(isLate ? [`started ${formatDuration(lateMs)} late${due === '' ? '' : ` (${due})`}`] : []),
    ...(hasSkipped
      ? [
          `no run began at ${formatNumberOf(skipped, 'due time')} since the last one; this run stands in for them`,
        ]
      : []),
  ].join('; ');
}

/** Who goes on with a load that is not at its end. */
export const CONTINUATIONS = {
  run: 'the next run goes on',
  backfill: 'the next backfill goes on',
} as const satisfies Record<UnfinishedLoad['continuedBy'], string>;

/** From 0 to 1; `undefined` where nobody knows the whole, or the estimate has turned out too small. */
export function shareLoaded({ loadedRows, estimatedRows }: UnfinishedLoad): number | undefined {
  if (estimatedRows === null || estimatedRows <= 0 || loadedRows > estimatedRows) return undefined;
  return loadedRows / estimatedRows;
}

/** The last runs that moved the checkpoint, the latest first, with this one at their head if it did. */
export function runsUntilNow(report: RunReport): readonly RunHistoryEntry[] {
  const earlier = report.history ?? [];
  const { from, to } = report.checkpoint;
  const hasMoved = to !== null && (from !== to || report.tables.some(hasChanged));
  if (!hasMoved || earlier[0]?.runId === report.runId) return earlier;
  const sum = (of: (table: TableReport) => number): number =>
    report.tables.reduce((total, table) => total + of(table), 0);
  const now: RunHistoryEntry = {
    runId: report.runId,
    startedAt: report.startedAt,
    updatedAt: report.finishedAt,
    from,
    to,
    intervals: report.intervals,
    changes: sum(({ changes }) => changes),
    loadedRows: sum(({ loadedRows }) => loadedRows),
    insertedRows: sum(({ insertedRows }) => insertedRows),
    updatedRows: sum(({ updatedRows }) => updatedRows),
    deletedRows: sum(({ deletedRows }) => deletedRows),
    stagedBytes: report.staged.bytes,
    lagBytes: report.lag.before.bytes,
  };
  return [now, ...earlier];
}

/** `2026-11-22T14:15:03.120Z` → `2026-11-22 14:15 UTC`. */
export function formatInstant(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}
