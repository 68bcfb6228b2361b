/**
 * - `none`: the slot is far from any limit, or the server sets none.
 * - `watch`: within a day, or beyond half of the limit.
 * - `danger`: within two of the pipeline's intervals (or six hours), or the server may remove log at any moment.
 */
export type WalRisk = 'none' | 'watch' | 'danger';

/** How much log the slot makes the server keep, and how long that can go on. */
export interface WalReport {
  /** From `restart_lsn` to the flush LSN; null: not known. */
  readonly retainedBytes: number | null;
  /** `max_slot_wal_keep_size`; null: the server sets no limit, and its disk is the limit. */
  readonly limitBytes: number | null;
  /** `safe_wal_size`: what may still be written before the slot can be lost; null: no limit, or not told. */
  readonly safeBytes: number | null;
  /** Log written per hour, from the last runs' LSNs and times; null: not known. */
  readonly bytesPerHour: number | null;
  /** Hours until the slot can be lost if no run acknowledges anything; null: no limit, or not known. */
  readonly hoursLeft: number | null;
  readonly risk: WalRisk;
  /** One sentence for people. */
  readonly sentence: string;
}
