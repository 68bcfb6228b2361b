import type { Dialect } from '../model/dialect.ts';
import type { TableName } from '../model/table-name.ts';

export interface WarehouseColumn {
  readonly name: string;
  /** The warehouse's own type text, upper case. */
  readonly type: string;
}

/** A MERGE's text, and what a warehouse that does not count by itself needs for counting. */
export interface MergeStatement {
  readonly statement: string;
  readonly target: TableName;
  /** What the MERGE writes as `_synced_at`, in microseconds since 1970 UTC; no other one of the table has the same. */
  readonly mergedAt: bigint;
  /** A marked row counts as deleted. */
  readonly deletedRows: 'mark' | 'remove';
}

/** What a MERGE did to the target's rows. */
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
  /** Statements sent so far. */
  readonly statementCount: number;
  /** Runs a statement for its effect. */
  execute(statement: string): Promise<void>;
  /** Rows of a query, every value as text; `null` is SQL's null. */
  query(statement: string): Promise<readonly (readonly (string | null)[])[]>;
  /** Runs an UPDATE and tells how many rows it changed. */
  update(statement: string): Promise<number>;
  /** Runs a MERGE and tells what it did. */
  merge(merge: MergeStatement): Promise<MergeCounts>;
  /** Columns of a table in order, or `undefined` when there is no such table. */
  describeTable(table: TableName): Promise<readonly WarehouseColumn[] | undefined>;
  /** Moves a finished local file to the staging area, under a relative path (`pipeline/0000…-3/orders/part-0.parquet`). */
  putStagedFile(localPath: string, stagedPath: string): Promise<void>;
  /** Removes everything under a relative path of the staging area. Never fails on what is not there. */
  removeStaged(stagedPath: string): Promise<void>;
  /** Gives up the statement under way, if any: it fails, and has no effect. */
  interrupt(): void;
}

/**
 * Opens the warehouse at the first need, because an interval without relevant changes must not wake it.
 */
export interface WarehouseOpener {
  open(signal: AbortSignal): Promise<Warehouse>;
  /**
   * A cheap look, without opening the warehouse, at what the last checkpoint left for idle runs; `undefined` when that
   * cannot be told. Lets a run notice a newly selected table, or a moved slot, although nothing changed.
   */
  readCheckpointHint(pipeline: string): Promise<string | undefined>;
  /** Leaves that hint, after a checkpoint. Never fails. */
  writeCheckpointHint(pipeline: string, hint: string): Promise<void>;
}
