import type { ErrorCode } from './ingest-error.ts';
import type { RunHistoryEntry } from './run-history.ts';
import type { WalReport } from './wal-report.ts';

/**
 * - `healthy`: the next run can go on.
 * - `watch`: it can, and something may come in its way.
 * - `danger`: it cannot, or log may be lost before it does; or nobody could look.
 */
export type Health = 'healthy' | 'watch' | 'danger';

/** How a pipeline stands, looked at without changing anything: plain data, which every rendering is a function of. */
export interface StatusReport {
  readonly schemaVersion: 1;
  readonly pipeline: string;
  /** ISO 8601, UTC. */
  readonly lookedAt: string;
  /** The worst of the findings. */
  readonly health: Health;
  /** What is, or may come to be, in the way; the worst first. */
  readonly findings: readonly StatusFinding[];
  /** null: it could not be looked at. */
  readonly source: SourceStatus | null;
  /** null: it was not to be looked at, or could not be. */
  readonly target: TargetStatus | null;
  /**
   * Log between the checkpoint and the server's flush LSN, or from the slot's confirmed LSN where nobody looked at the
   * checkpoint: the target is behind by at most that, for not all of it need concern the selected tables. null: not known.
   */
  readonly lagBytes: number | null;
  /** When the last run that is known of ended, idle or not. ISO 8601, UTC; null: not known. */
  readonly lastRunAt: string | null;
  /** The pipeline's schedule; null: it names no interval. */
  readonly scheduleMs: number | null;
}

export interface StatusFinding {
  readonly severity: Exclude<Health, 'healthy'>;
  /** The code that a run would end with; null: it would not. */
  readonly code: ErrorCode | null;
  readonly message: string;
  /** What to do: SQL, a setting. */
  readonly solution: string | null;
}

export interface SourceStatus {
  /** LSN as text. */
  readonly flushLsn: string;
  /** null: there is none yet. */
  readonly slot: SlotStatus | null;
  /** null without a slot. */
  readonly wal: WalReport | null;
  /** Selected tables, as far as they are published. */
  readonly selectedTables: number;
}

export interface SlotStatus {
  readonly name: string;
  /** A run is under way. */
  readonly active: boolean;
  /** `reserved`, `extended`, `unreserved`, `lost`; null: the server does not tell. */
  readonly walStatus: string | null;
  /** LSNs as text. */
  readonly restartLsn: string | null;
  readonly confirmedFlushLsn: string | null;
}

export interface TargetStatus {
  /** null: the pipeline has never written one. */
  readonly checkpoint: { readonly lsn: string; readonly runId: string } | null;
  readonly tables: readonly TableStatus[];
  /** The last runs that moved the checkpoint, the latest first. */
  readonly history: readonly RunHistoryEntry[];
}

/**
 * - `loaded`: current up to the checkpoint.
 * - `loading`: some key ranges are, or are loaded anew.
 * - `pending`: the next run loads it.
 * - `skipped`: without a first load, by configuration; changes are applied.
 * - `retired`: no longer selected; the target keeps it as it is.
 */
export type TableState = 'loaded' | 'loading' | 'pending' | 'skipped' | 'retired';

export interface TableStatus {
  /** `public.orders` */
  readonly source: string;
  /** `lakehouse.postgres_raw.pg_orders` */
  readonly target: string;
  readonly state: TableState;
  /** Rows of a load that is not at its end; null for other states. */
  readonly loadedRows: number | null;
  /** Rows at the source, as the catalog estimates them; null: not known. */
  readonly estimatedRows: number | null;
  /** Who goes on with a load: the next run, or only the next backfill; null for other states. */
  readonly continuedBy: 'run' | 'backfill' | null;
}
