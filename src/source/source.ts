import type { CheckpointedLsn } from '../model/checkpoint.ts';
import type { Lsn } from '../model/lsn.ts';
import type { PublishedTable, SlotLook, SourceFacts } from '../model/source-facts.ts';
import type { WalBatch } from '../model/wal-batch.ts';

/** The database that changes come from. Reads it, and moves its slot only when told a checkpointed LSN. */
export interface Source extends AsyncDisposable {
  readFacts(): Promise<SourceFacts>;
  /** Published tables as the catalog shows them now. */
  readTables(oids: readonly number[]): Promise<readonly PublishedTable[]>;
  /**
   * The same of one table, without waiting for its lock: `locked` when somebody holds or waits for one that keeps readers out.
   * While this side copies the table, waiting would be waiting for oneself.
   */
  lookAtTable(oid: number): Promise<PublishedTable | 'locked' | undefined>;
  /** An LSN that lies after every commit that reads could see so far. */
  readInsertLsn(): Promise<Lsn>;
  /** The slot and the server's flush LSN as they are now, without anything of the catalog. */
  readSlot(): Promise<SlotLook>;
  /**
   * Writes a logical message into the log, which every stream that starts before it will bring. Takes one small record
   * of WAL, and no more rights than every role has unless they were taken from it.
   */
  emitMessage(prefix: string, content: string): Promise<void>;
  /**
   * Makes the pipeline's slot, with the snapshot of the database at exactly its start. May have to wait for open
   * transactions; gives up, leaving no slot, when `abandon` fires.
   */
  createSlot(abandon: AbortSignal): Promise<Snapshot>;
  /** A snapshot of the database at an exactly known LSN, for tables that are loaded later. */
  openSnapshot(abandon: AbortSignal): Promise<Snapshot>;
  /** Throws SlotActiveSignal when another run holds the slot. */
  openStream(options: { readonly startLsn: Lsn; readonly walSenderTimeoutMs: number }): Promise<WalStream>;
  /**
   * Reads columns of rows by key, as they are now. One array of texts per key, in the order of `keys`; `undefined`
   * for a row that is not there.
   */
  readRows(request: RowsRequest): Promise<readonly (readonly (string | null)[] | undefined)[]>;
}

export interface RowsRequest {
  readonly schema: string;
  readonly table: string;
  /** With their types as PostgreSQL prints them, so that the comparison can use the key's index. */
  readonly keyColumns: readonly { readonly name: string; readonly type: string }[];
  /** Key values as text, one array a row. */
  readonly keys: readonly (readonly string[])[];
  readonly columns: readonly string[];
}

/** The database as it was when every transaction with a commit LSN before `consistentPoint` had committed, and no other. */
export interface Snapshot extends AsyncDisposable {
  readonly consistentPoint: Lsn;
  /** Microseconds since 1970 UTC, by the source's clock. */
  readonly takenAt: bigint;
  /** Rows of a table in COPY's text format, one payload a row. May be called for several tables at the same time. */
  copyTable(request: CopyRequest, abandon: AbortSignal): AsyncIterable<WalBatch>;
}

export interface CopyRequest {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly string[];
  /** SQL condition; `undefined`: all rows. */
  readonly rowFilter: string | undefined;
  /** Which rows, in the order of their row key; `undefined`: all of them, in any order. */
  readonly range: CopyRange | undefined;
}

/** Rows by their row key. A text is ordered by its bytes, whatever the column's collation. */
export interface CopyRange {
  readonly keyColumns: readonly { readonly name: string; readonly isText: boolean }[];
  /** Whole row key, as text; rows with it are left out. */
  readonly after: readonly string[] | undefined;
  /** Values of the first key column, as text; rows with them are in. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export interface WalStream extends AsyncDisposable {
  /** The next batch; `undefined` when the signal has fired. */
  pull(signal: AbortSignal): Promise<WalBatch | undefined>;
  acknowledge(lsn: CheckpointedLsn): void;
  close(): Promise<void>;
}
