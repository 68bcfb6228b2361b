import type { Dialect } from '../model/dialect.ts';
import type { SchemaName, TableName } from '../model/table-name.ts';

export interface WarehouseColumn {
  readonly name: string;
  /** The warehouse's own type text, upper case. */
  readonly type: string;
}

export interface WarehouseTable {
  readonly columns: readonly WarehouseColumn[];
  /** Why no rows can be merged into it, in words (`a view`); `undefined` for an ordinary table. */
  readonly obstacle: string | undefined;
}

/** What a run has used of the warehouse so far. */
export interface WarehouseUsage {
  /** Statements sent; one that was repeated counts each time. */
  readonly statements: number;
  /** Milliseconds in which at least one statement was under way. */
  readonly busyMs: number;
  /** Bytes of staged files brought there. */
  readonly uploadedBytes: number;
}

/** Whether a statement may be sent again when its answer was lost. */
export type Repetition = 'harmless' | 'harmful';

/** A MERGE's text, and what a warehouse that does not count by itself needs for counting. */
export interface MergeStatement {
  readonly statement: string;
  readonly target: TableName;
  /** What the MERGE writes as `_synced_at`, in microseconds since 1970 UTC; no other one of the table has the same. */
  readonly mergedAt: bigint;
  /** A marked row counts as deleted. */
  readonly deletedRows: 'mark' | 'remove';
  /** Source rows that are deletions. */
  readonly deletions: number;
}

/**
 * What a MERGE did to the target's rows. Where the warehouse cannot tell a marked row from an updated one, marked rows count
 * as deleted, and as updated or inserted as well.
 */
export interface MergeCounts {
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
}

/**
 * The lakehouse: tables, SQL, and a place for staged files. Nothing above this port knows which one it is.
 *
 * Every call either has its effect durably or throws an IngestError; a statement is atomic. Any call may be
 * repeated after a crash: the SQL that is sent says the same thing twice without harm.
 */
export interface Warehouse extends AsyncDisposable {
  readonly dialect: Dialect;
  readonly usage: WarehouseUsage;
  /** Runs a statement for its effect. */
  execute(statement: string, repetition: Repetition): Promise<void>;
  /** Rows of a query, every value as text; `null` is SQL's null. */
  query(statement: string): Promise<readonly (readonly (string | null)[])[]>;
  /** Runs a statement that says the same when it is repeated, and tells how many rows it touched. */
  update(statement: string): Promise<number>;
  /** Runs a MERGE and tells what it did; `unresolved` when it has failed, without effect, by UNRESOLVED_TEXT. */
  merge(merge: MergeStatement): Promise<MergeCounts | 'unresolved'>;
  /** Making a schema needs rights on its catalog even where it is there already: so it is asked for first. */
  hasSchema(name: SchemaName): Promise<boolean>;
  /** A table, its columns in order, or `undefined` when there is none of that name. */
  describeTable(table: TableName): Promise<WarehouseTable | undefined>;
  /** Moves a finished local file to the staging area, under a relative path (`pipeline/0000…-3/orders/part-0.parquet`). */
  putStagedFile(localPath: string, stagedPath: string): Promise<void>;
  /** Removes everything under a relative path of the staging area. Never fails on what is not there. */
  removeStaged(stagedPath: string): Promise<void>;
  /** Gives up the statement under way, if any: it fails, and has no effect. */
  interrupt(): void;
}

/** Opens the warehouse at the first need, because an interval without relevant changes must not wake it. */
export interface WarehouseOpener {
  open(signal: AbortSignal): Promise<Warehouse>;
}
