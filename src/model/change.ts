import type { Lsn } from './lsn.ts';
import type { RowImage } from './row-image.ts';

/** Where a transaction stands in the log. Known from its first message on, because only committed ones are sent. */
export interface Commit {
  /** LSN of the commit record. Orders changes, and guards rows: `_commit_lsn`. */
  readonly commitLsn: Lsn;
  /** Microseconds since 1970 UTC. */
  readonly committedAt: bigint;
}

/**
 * The row before the change, as far as its replica identity has it: `key` holds the identity columns only (all
 * others are null there and mean nothing), `full` every column.
 */
export interface PreviousImage {
  readonly tag: 'key' | 'full';
  readonly image: RowImage;
}

export interface RelationColumn {
  readonly name: string;
  /** Part of the replica identity. */
  readonly isIdentity: boolean;
  readonly typeOid: number;
  readonly typmod: number;
}

/** A table as the stream describes it, before its first change and again before the first change after a DDL. */
export interface Relation {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly replicaIdentity: 'default' | 'index' | 'full' | 'nothing';
  readonly columns: readonly RelationColumn[];
}

/** One message of the logical replication stream (pgoutput, protocol version 1). */
export type WalMessage =
  | { readonly tag: 'begin'; readonly commit: Commit }
  | { readonly tag: 'commit'; readonly commitLsn: Lsn; readonly commitEndLsn: Lsn }
  | { readonly tag: 'relation'; readonly relation: Relation }
  | { readonly tag: 'insert'; readonly relationOid: number; readonly image: RowImage }
  | {
      readonly tag: 'update';
      readonly relationOid: number;
      readonly previous: PreviousImage | undefined;
      readonly image: RowImage;
    }
  | { readonly tag: 'delete'; readonly relationOid: number; readonly previous: PreviousImage }
  | { readonly tag: 'truncate'; readonly relationOids: readonly number[] }
  /** A logical message: text that somebody wrote into the log (`pg_logical_emit_message`). */
  | { readonly tag: 'message'; readonly prefix: string; readonly content: Buffer }
  /** Nothing for us: origins and types. */
  | { readonly tag: 'ignored' };

export type RowChange = Extract<WalMessage, { readonly tag: 'insert' | 'update' | 'delete' }>;
