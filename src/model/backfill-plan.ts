import type { BackfillMode } from './backfill.ts';
import type { WantedRange } from './key-range.ts';
import type { PlannedLoads } from './plan-report.ts';

/** What a backfill of one pipeline would do, from a look at source and target. Plain data, without row values or secrets. */
export interface BackfillPlan {
  readonly schemaVersion: 1;
  readonly pipeline: string;
  readonly mode: BackfillMode;
  readonly range: WantedRange;
  /** Every table that the request means, also those with nothing to do. */
  readonly tables: readonly PlannedBackfill[];
  /** Rows, bytes, time and cost of all loads; null when nothing is loaded. */
  readonly load: PlannedLoads | null;
  /** Whether rows that are in a target are replaced or removed, so that a person has to confirm the hash. */
  readonly needsConfirmation: boolean;
  /** 64 hexadecimal digits: the same as long as the request means the same tables, also when some of it is done. */
  readonly hash: string;
}

/**
 * - `load`: the whole table, for the first time. `refresh`: what is loaded is read again. `continue`: the rest of either.
 * - `nothing`: it is loaded, and nobody asks for more.
 */
export type BackfillAction = 'load' | 'refresh' | 'continue' | 'nothing';

export interface PlannedBackfill {
  /** `public.orders` */
  readonly source: string;
  /** `lakehouse.postgres_raw.pg_orders` */
  readonly target: string;
  readonly action: BackfillAction;
  /** Loaded by an earlier backfill or run that was not finished. */
  readonly loadedRows: number;
  /** The catalog's estimates of the whole table; null: not known. */
  readonly estimatedRows: number | null;
  readonly estimatedBytes: number | null;
  /** Rows that the target holds before its first load; null: no such table, or it is the pipeline's own. */
  readonly replacedRows: number | null;
}
