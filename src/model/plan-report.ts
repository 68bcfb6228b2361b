import type { ErrorCode } from './ingest-error.ts';
import type { RunCost } from './run-cost.ts';

/**
 * - `changes`: a run of this configuration does more than to bring the pending changes over.
 * - `no-changes`: it does only that.
 * - `blocked`: it stops, see `problems`.
 * - `unseen`: the source or the target was not looked at, so that what a run does is not known whole.
 */
export type PlanStatus = 'changes' | 'no-changes' | 'blocked' | 'unseen';

/**
 * What a run of one pipeline would do now, from a look at the live source and target. Plain data; every rendering
 * (terminal, JSON, comment) is a pure function of it. Holds no row value and no secret.
 */
export interface PlanReport {
  readonly schemaVersion: 1;
  readonly pipeline: string;
  readonly status: PlanStatus;
  /** Whether the pipeline has never written a checkpoint; null: the target was not looked at. */
  readonly firstRun: boolean | null;
  /** Where the target tables are: `lakehouse.postgres_raw`. */
  readonly targetSchema: string;
  readonly slot: PlannedSlot;
  readonly publication: PlannedPublication;
  readonly unseen: readonly UnseenSide[];
  /** What keeps a run from starting, in the run's own words. */
  readonly problems: readonly PlanProblem[];
  /** In the order of the source's catalog; removed ones last. */
  readonly tables: readonly PlannedTable[];
  /** SQL for the target that belongs to no single table: schemas, the table of checkpoints. */
  readonly statements: readonly string[];
  /** All loads together; null when no table is loaded. */
  readonly load: PlannedLoads | null;
  readonly warnings: readonly PlanWarning[];
}

/** A side that was left out on purpose, or could not be looked at: then `code` says why. */
export interface UnseenSide {
  readonly side: 'source' | 'target';
  readonly message: string;
  readonly code: ErrorCode | null;
  readonly solution: string | null;
}

export interface PlannedSlot {
  readonly name: string;
  /** `made`: by the first run. `missing`: a checkpoint needs it. `unknown`: a side was not looked at. */
  readonly action: 'kept' | 'made' | 'missing' | 'unknown';
}

export interface PlannedPublication {
  readonly name: string;
  /** SQL for the source without which a run stops, because selected tables are not published. */
  readonly needed: readonly string[];
  /** SQL for tables that a glob or a whole schema selects and that are not published: a run goes without them. */
  readonly optional: readonly string[];
}

export interface PlanProblem {
  /** `public.orders`; null: of the pipeline as a whole. */
  readonly table: string | null;
  /** The code that a run would end with. */
  readonly code: ErrorCode;
  readonly message: string;
  readonly solution: string;
}

/**
 * - `added`: the checkpoint does not know the table.
 * - `changed`: it is loaded anew, or its target gets other columns, or its columns count in another way.
 * - `removed`: no longer followed. Its target stays as it is: no configuration ever drops a table.
 * - `unknown`: the target was not looked at.
 */
export type TableChange = 'added' | 'changed' | 'unchanged' | 'removed' | 'unknown';

export interface PlannedTable {
  /** `public.orders` */
  readonly source: string;
  /** `lakehouse.postgres_raw.pg_orders` */
  readonly target: string;
  readonly change: TableChange;
  /** Why it is removed, as the end of a sentence; null for the others. */
  readonly removal: string | null;
  /** Whether the publication holds it. One that it does not hold is planned as it will be once it does, without columns. */
  readonly isPublished: boolean;
  /** The catalog's estimates; null: not known. */
  readonly estimatedRows: number | null;
  readonly estimatedBytes: number | null;
  readonly rowKey: readonly string[];
  readonly columns: readonly PlannedColumn[];
  /** The load of the whole table; null: none. */
  readonly load: PlannedLoad | null;
  /** A load that was begun and is not at its end; a run does nothing for it where only a backfill goes on. null: none. */
  readonly unfinished: PlannedRest | null;
  readonly drift: readonly PlannedDrift[];
  /** SQL for the target table, in order, before any row moves. */
  readonly statements: readonly string[];
}

/**
 * - `included`: brought over. `excluded`: by the configuration. `not-published`: the publication's column list leaves it
 *   out. `generated`: PostgreSQL publishes no generated column.
 */
export type ColumnUse = 'included' | 'excluded' | 'not-published' | 'generated';

export interface PlannedColumn {
  readonly name: string;
  readonly use: ColumnUse;
  /** As PostgreSQL prints the type; null where the column is not published. */
  readonly sourceType: string | null;
  /** In the target's words; null where it is not brought over. */
  readonly targetType: string | null;
  readonly isKey: boolean;
  /** Of a known table: not in the target so far, or in it and no longer brought over. */
  readonly change: 'added' | 'deselected' | null;
  /** The kind of personal data that the name sounds like, `an e-mail address`; null: none. */
  readonly personal: string | null;
}

export interface PlannedLoad {
  /** `first load`, or why it is loaded anew. */
  readonly reason: string;
  /** Rows that the target table holds before its first load, which replaces them; null: there is no such table. */
  readonly replacedRows: number | null;
}

export interface PlannedRest {
  readonly loadedRows: number;
  readonly continuedBy: 'run' | 'backfill';
}

export interface PlannedDrift {
  readonly kind: 'column-added' | 'column-dropped' | 'column-deselected';
  readonly column: string;
  /** One sentence: what a run does about it. */
  readonly outcome: string;
}

export interface PlannedLoads {
  readonly tables: number;
  /** Sums of what is known; null: of no table. */
  readonly rows: number | null;
  readonly bytes: number | null;
  /** Tables whose rows nobody has estimated, so that they are not in the sums. */
  readonly unknownTables: number;
  /** Milliseconds; null: not known. */
  readonly durationMs: number | null;
  /** What the time was reckoned with: loads of this pipeline, or an assumption. */
  readonly basis: 'history' | 'assumption';
  /** The same in words, `assuming 25,000 rows a second`. */
  readonly because: string;
  /** The most that the warehouse can cost in that time; null where the configuration names no price. */
  readonly cost: RunCost | null;
}

/** Kinds of warnings; `isLasting` of `plan-hash` says which of them belong to what is approved. */
export const PLAN_WARNINGS = [
  'personal-data',
  'replica-identity-full',
  'row-filter',
  'generated-column',
  'column-kept',
  'no-first-load',
  'not-published',
  'unlogged',
  'rows-replaced',
  'rows-unknown',
  'load-unfinished',
  'large-load',
  'slot-active',
  'slot-in-danger',
] as const;
export type PlanWarningKind = (typeof PLAN_WARNINGS)[number];

/** Nothing that stops a run, but what a reviewer wants to know. */
export interface PlanWarning {
  readonly kind: PlanWarningKind;
  readonly table: string | null;
  readonly message: string;
  readonly solution: string | null;
}
