import { type Lsn, lsnDistance, lsnOf, parseLsn } from '../model/lsn.ts';
import type { RunHistoryEntry } from '../model/run-history.ts';
import type { Slot } from '../model/source-facts.ts';
import type { WalReport, WalRisk } from '../model/wal-report.ts';
import { formatBytes } from '../report/quantity.ts';

export interface WalReportOptions {
  /** `undefined`: there is no slot, and nothing to tell. */
  readonly slot: Slot | undefined;
  /** The server's, at the same moment as `slot`. */
  readonly flushLsn: Lsn;
  /** `max_slot_wal_keep_size`; `undefined`: no limit. */
  readonly maxSlotWalKeepBytes: number | undefined;
  /** The latest first; none: how fast the log grows is not known. */
  readonly history: readonly RunHistoryEntry[];
  /** When slot and LSN were looked at. Milliseconds since 1970 UTC. */
  readonly nowMs: number;
  /** How often the pipeline is meant to run; `undefined`: nothing says so. */
  readonly scheduleMs: number | undefined;
}

/**
 * How much log the slot retains, and how long that can go on while nobody acknowledges anything. What is not known is
 * null, never guessed. `undefined` without a slot.
 */
export function walReport(options: WalReportOptions): WalReport | undefined {
  const { slot, flushLsn, maxSlotWalKeepBytes } = options;
  if (slot === undefined) return undefined;
  const bytesPerHour = growthPerHour(options);
  const safeBytes = slot.safeWalBytes ?? null;
  const amounts: Amounts = {
    retainedBytes: slot.restartLsn === undefined ? null : lsnDistance(slot.restartLsn, flushLsn),
    limitBytes: maxSlotWalKeepBytes ?? null,
    safeBytes,
    bytesPerHour,
    hoursLeft: hoursLeft(safeBytes, bytesPerHour),
  };
  const risk = isSlotLost(slot) ? 'danger' : riskOf(amounts, slot.walStatus, options.scheduleMs);
  return { ...amounts, risk, sentence: sentenceOf(amounts, slot, risk) };
}

/** Whether the server has given the slot up, for whatever reason. */
export function isSlotLost({ walStatus, invalidationReason }: Slot): boolean {
  return walStatus === 'lost' || invalidationReason !== undefined;
}

type Amounts = Omit<WalReport, 'risk' | 'sentence'>;

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;

/** Older log says little of how fast it grows now. */
const RECENT_MS = DAY_HOURS * HOUR_MS;
/** A shorter look would take one burst for the rule. */
const SHORTEST_LOOK_MS = 10 * 60_000;
/** A workflow's cron can be late by so much; below it, only luck keeps the slot. */
const DANGER_HOURS = 6;
const DANGER_INTERVALS = 2;
const WATCH_HOURS = DAY_HOURS;
const WATCH_SHARE = 0.5;

/** From where the log ended at the oldest of the recent runs to where it ends now. */
function growthPerHour({ history, flushLsn, nowMs }: WalReportOptions): number | null {
  const ends = history.map(logEndOf);
  const reference = ends.findLast(({ atMs }) => nowMs - atMs <= RECENT_MS) ?? ends[0];
  if (reference === undefined || nowMs - reference.atMs < SHORTEST_LOOK_MS) return null;
  // A log that ends earlier than it did is that of a server which was restored.
  if (reference.lsn > flushLsn) return null;
  return Math.round((lsnDistance(reference.lsn, flushLsn) * HOUR_MS) / (nowMs - reference.atMs));
}

/** The log's end at a run's start is where it began and what was pending; where that was not known, the run's own end serves. */
function logEndOf({ startedAt, updatedAt, from, to, lagBytes }: RunHistoryEntry): {
  readonly lsn: Lsn;
  readonly atMs: number;
} {
  return from === null || lagBytes === null
    ? { lsn: parseLsn(to), atMs: Date.parse(updatedAt) }
    : { lsn: lsnOf(parseLsn(from) + BigInt(lagBytes)), atMs: Date.parse(startedAt) };
}

function hoursLeft(safeBytes: number | null, bytesPerHour: number | null): number | null {
  if (safeBytes === null || bytesPerHour === null || bytesPerHour === 0) return null;
  return Math.max(0, safeBytes) / bytesPerHour;
}

function riskOf(amounts: Amounts, walStatus: string | undefined, scheduleMs: number | undefined): WalRisk {
  const { retainedBytes, limitBytes, safeBytes } = amounts;
  if (walStatus === 'unreserved' || (safeBytes !== null && safeBytes <= 0)) return 'danger';
  const left = amounts.hoursLeft ?? Number.POSITIVE_INFINITY;
  if (left < Math.max(DANGER_HOURS, (DANGER_INTERVALS * (scheduleMs ?? 0)) / HOUR_MS)) return 'danger';
  const isHalfFull = limitBytes !== null && (retainedBytes ?? 0) > limitBytes * WATCH_SHARE;
  return left < WATCH_HOURS || isHalfFull ? 'watch' : 'none';
}

function sentenceOf(amounts: Amounts, slot: Slot, risk: WalRisk): string {
  if (isSlotLost(slot))
    return `Slot "${slot.name}" is lost: the server has removed log that it still needed.`;
  const { retainedBytes, limitBytes } = amounts;
  const retained = retainedBytes === null ? 'log' : formatBytes(retainedBytes);
  if (limitBytes === null)
    return `The slot retains ${retained}; the server sets no limit (max_slot_wal_keep_size), so its disk is the limit.`;
  const held = `The slot retains ${retained} of at most ${formatBytes(limitBytes)}`;
  if (slot.walStatus === 'unreserved' || (amounts.safeBytes ?? 1) <= 0)
    return `${held}, and can be lost at the server's next checkpoint. ${ADVICE}`;
  return `${held}; ${outlook(amounts)}.${risk === 'none' ? '' : ` ${ADVICE}`}`;
}

const ADVICE = 'Run more often, or raise max_slot_wal_keep_size.';

function outlook({ bytesPerHour, hoursLeft: left }: Amounts): string {
  if (bytesPerHour === null) return 'how fast the log grows is not known';
  if (left === null) return 'the log does not grow';
  return `at ${formatBytes(bytesPerHour)} an hour it can be lost in ${formatHours(left)} without a run`;
}

/** Never more than there is. */
function formatHours(hours: number): string {
  if (hours < 1) return `${Math.floor(hours * 60)} min`;
  return hours < 2 * DAY_HOURS ? `${Math.floor(hours)} h` : `${Math.floor(hours / DAY_HOURS)} days`;
}
