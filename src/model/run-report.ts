import type { ErrorCode } from './ingest-error.ts';
import type { RunCost } from './run-cost.ts';
import type { RunHistoryEntry } from './run-history.ts';
import type { TriggerReport } from './trigger-report.ts';
import type { WalReport } from './wal-report.ts';

/** The stages of a run, in order, as folders, log groups and timings name them. */
export const STAGES = ['preflight', 'load', 'drain', 'stage', 'merge', 'checkpoint', 'acknowledge'] as const;
export type StageName = (typeof STAGES)[number];

/**
 * - `done`: changes were merged, or tables loaded, and the checkpoint moved.
 * - `nothing-to-do`: nothing relevant was pending.
 * - `another-run-active`: another run holds the slot; not a failure.
 * - `stopped`: ended cleanly before it was caught up (`notCaughtUp` says why); the next run goes on.
 * - `failed`: see `error`.
 */
export type RunStatus = 'done' | 'nothing-to-do' | 'another-run-active' | 'stopped' | 'failed';

/** What a run did: plain data; every rendering (terminal, JSON, job summary) is a pure function of it. */
export interface RunReport {
  readonly schemaVersion: 1;
  readonly pipeline: string;
  readonly runId: string;
  readonly status: RunStatus;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly durationMs: number;
  readonly slot: string;
  /** LSNs as text; null where the run never learned them. */
  readonly checkpoint: { readonly from: string | null; readonly to: string | null };
  readonly lag: { readonly before: Lag; readonly after: Lag };
  readonly caughtUp: boolean;
  /** Why not, in words; null when caught up. */
  readonly notCaughtUp: string | null;
  readonly intervals: number;
  readonly transactions: number;
  readonly tables: readonly TableReport[];
  readonly drift: readonly DriftReport[];
  readonly staged: { readonly files: number; readonly bytes: number; readonly rows: number };
  readonly stageDurationsMs: Readonly<Record<StageName, number>>;
  readonly warehouse: WarehouseReport;
  /** What the warehouse's statements cost; null where the configuration names no price. */
  readonly cost: RunCost | null;
  /** Loads that are not at their end: what they have come to, and who goes on with them. */
  readonly unfinishedLoads: readonly UnfinishedLoad[];
  /** What started the run, and how late; null outside of a workflow. */
  readonly trigger: TriggerReport | null;
  /** The log that the slot retains, after the run; null where the run did not get to look. */
  readonly wal: WalReport | null;
  /** The runs before this one, the latest first; null when the target was not opened, so that nobody looked. */
  readonly history: readonly RunHistoryEntry[] | null;
  readonly notices: readonly string[];
  readonly error: ErrorReport | null;
}

/** A table of which only some key ranges are loaded, or loaded anew. */
export interface UnfinishedLoad {
  /** `public.orders` */
  readonly table: string;
  readonly loadedRows: number;
  /** The catalog's estimate of the whole; null: not known. */
  readonly estimatedRows: number | null;
  /** The next scheduled run goes on with it, or the next backfill does. */
  readonly continuedBy: 'run' | 'backfill';
}

/** What the run used of the warehouse. */
export interface WarehouseReport {
  readonly opened: boolean;
  /** Statements sent; one that was repeated counts each time. */
  readonly statements: number;
  /** Milliseconds in which at least one statement was under way. */
  readonly busyMs: number;
  /** Bytes of staged files brought there. */
  readonly uploadedBytes: number;
}

export interface Lag {
  /** Log between the checkpoint (or the slot) and the server's flush LSN; null: not known. */
  readonly bytes: number | null;
  /** Age of the oldest change not yet in the target; 0 when there is none; null: not known. */
  readonly seconds: number | null;
}

export interface TableReport {
  /** `public.orders` */
  readonly source: string;
  /** `lakehouse.postgres_raw.pg_orders` */
  readonly target: string;
  /** Rows of a first load. */
  readonly loadedRows: number;
  /**
   * Rows of the target table that the run's merges inserted, updated, deleted (removed or marked). On Databricks a marked
   * row counts as updated, or inserted, as well.
   */
  readonly insertedRows: number;
  readonly updatedRows: number;
  readonly deletedRows: number;
  /** Changes received from the source. */
  readonly changes: number;
  /** Values turned into NULL under the `null` policy for special values. */
  readonly specialValues: number;
}

export interface DriftReport {
  readonly table: string;
  readonly kind: 'column-added' | 'column-dropped';
  readonly column: string;
  /** Type of the column at the source. */
  readonly type: string;
  /** The SQL that was run on the target; empty when none was needed. */
  readonly statements: readonly string[];
  /** One sentence: what happened in the target. */
  readonly outcome: string;
}

export interface ErrorReport {
  readonly code: ErrorCode;
  readonly message: string;
  readonly solution: string | null;
}
