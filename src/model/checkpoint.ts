import type { WantedRange } from './key-range.ts';
import type { Lsn } from './lsn.ts';
import type { RunHistoryEntry } from './run-history.ts';
import type { ClusterIdentity } from './source-facts.ts';
import type { ReplicaIdentity } from './source-table.ts';

/**
 * An LSN up to which everything is durable in the target. Only the checkpoint store makes one, by writing it: so
 * acknowledging early does not compile.
 */
export type CheckpointedLsn = Lsn & { readonly [checkpointedBrand]: true };
declare const checkpointedBrand: unique symbol;

/** What a pipeline's progress is, and what it is progress in: one row of the state table, written whole. */
export interface Checkpoint {
  /** End of the last transaction that is whole in the target. */
  readonly lsn: Lsn;
  /** Where the run wanted to get to: the server's flush LSN at its start. */
  readonly drainTarget: Lsn;
  readonly cluster: ClusterIdentity;
  readonly slotName: string;
  readonly publicationOid: number;
  readonly tables: readonly TableCheckpoint[];
  /** The run that wrote it. */
  readonly runId: string;
}

export interface TableCheckpoint {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  /** Target table, its last name part. */
  readonly target: string;
  readonly publicationMembership: number;
  readonly replicaIdentity: ReplicaIdentity;
  readonly keyColumns: readonly string[];
  /** How the target table was made: with `_deleted`, or without. */
  readonly deletedRows: 'mark' | 'remove';
  readonly columns: readonly ColumnCheckpoint[];
  /** Highest attribute number at the time: a column above it is new, one below it newly selected. */
  readonly attributeCount: number;
  /** `relfilenode` at the time. */
  readonly storageId: number;
  /**
   * Up to this LSN values were read again from the source, as they were then: in a row that moves before it the target may
   * hold those of a later row of that key. Absent: none were.
   */
  readonly rereadTo?: Lsn | undefined;
  readonly snapshot: SnapshotState;
}

export interface ColumnCheckpoint {
  readonly attributeNumber: number;
  readonly name: string;
  readonly typeOid: number;
  readonly typmod: number;
  /** Dropped at the source; the target keeps it. Its name must not come to mean something else. */
  readonly dropped: boolean;
  /** Added, at the target too, and no row that has it has come by the log: rows from before it may still come. */
  readonly unseen?: true | undefined;
}

export type SnapshotState =
  /** The first load has not been completed. */
  | { readonly tag: 'pending' }
  | LoadingState
  /** Loaded: changes whose commit LSN is at or before `lsn` are in the snapshot. */
  | { readonly tag: 'loaded'; readonly lsn: Lsn }
  /** Not wanted: the table's changes count from `lsn` on. */
  | { readonly tag: 'skipped'; readonly lsn: Lsn };

/**
 * Loaded in part: the rows up to and with the row key `after` are in the target. Changes count from `lsn` on for all rows,
 * so that the loaded ones stay current; those beyond `after` are missing, or not read again yet.
 */
export interface LoadingState {
  readonly tag: 'loading';
  readonly lsn: Lsn;
  /** Text of the row key's columns; null: none of it is loaded. */
  readonly after: readonly string[] | null;
  readonly range: WantedRange;
  readonly loadedRows: number;
  /** Rows beyond `after` are missing, or they are merely not read again yet. */
  readonly purpose: 'first-load' | 'refresh';
  /** Who goes on with it: the next run, or only a backfill. */
  readonly by: 'run' | 'backfill';
}

/** A checkpoint as the store holds it, with the epoch that fences older runs. */
export interface StoredCheckpoint {
  readonly epoch: number;
  readonly checkpoint: Checkpoint;
  /** The last runs that wrote one, the latest first; at most 30. */
  readonly history: readonly RunHistoryEntry[];
}
