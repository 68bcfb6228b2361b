import type { Lsn } from './lsn.ts';
import type { SourceTable } from './source-table.ts';

/**
 * `server_version_num` of PostgreSQL 15, which brought `pg_publication_tables.attnames` and stopped sending empty
 * transactions; 14 and older are past their end of life.
 */
export const OLDEST_SUPPORTED_VERSION = 150_000;

/** Everything preflight judges, as the server tells it in one look. */
export interface SourceFacts {
  /** `server_version_num`: 180004. */
  readonly serverVersion: number;
  readonly walLevel: string;
  /** `SQL_ASCII` says nothing about what the bytes of a text mean. */
  readonly serverEncoding: string;
  readonly inRecovery: boolean;
  readonly cluster: ClusterIdentity;
  readonly role: {
    readonly name: string;
    readonly mayReplicate: boolean;
    readonly bypassesRowSecurity: boolean;
  };
  readonly publication: Publication | undefined;
  readonly slot: Slot | undefined;
  readonly slots: { readonly used: number; readonly max: number };
  readonly flushLsn: Lsn;
  /** 0: the server never gives up on a silent client. */
  readonly walSenderTimeoutMs: number;
  /** `max_slot_wal_keep_size`; `undefined`: the server sets no limit to what a slot retains. */
  readonly maxSlotWalKeepBytes: number | undefined;
  readonly tables: readonly PublishedTable[];
  /** Tables that exist but are not published: for telling a typo from a missing ALTER PUBLICATION. */
  readonly unpublishedTables: readonly UnpublishedTable[];
}

export interface UnpublishedTable {
  readonly schema: string;
  readonly name: string;
  /** Its changes are not in the log, so that no publication can hold it. */
  readonly unlogged: boolean;
}

/** Which cluster, which history of it, which database: progress made in one means nothing in another. */
export interface ClusterIdentity {
  readonly systemIdentifier: string;
  readonly timeline: number;
  readonly databaseOid: number;
}

export interface Publication {
  readonly oid: number;
  readonly name: string;
  readonly forAllTables: boolean;
  readonly actions: {
    readonly insert: boolean;
    readonly update: boolean;
    readonly delete: boolean;
    readonly truncate: boolean;
  };
  readonly viaPartitionRoot: boolean;
}

export interface Slot {
  readonly name: string;
  readonly type: 'logical' | 'physical';
  readonly plugin: string | undefined;
  readonly database: string | undefined;
  readonly temporary: boolean;
  readonly active: boolean;
  readonly activePid: number | undefined;
  /** `reserved`, `extended`, `unreserved`, `lost`; `undefined` when the server does not tell. */
  readonly walStatus: string | undefined;
  /** Why a slot was invalidated, in the server's words (PostgreSQL 17 and later). */
  readonly invalidationReason: string | undefined;
  readonly restartLsn: Lsn | undefined;
  readonly confirmedFlushLsn: Lsn | undefined;
  /**
   * Bytes of log that may still be written before the slot can be lost; none or fewer: at the server's next checkpoint.
   * `undefined` where there is no limit, and of a lost slot.
   */
  readonly safeWalBytes: number | undefined;
  /**
   * When the last run let go of it, or the server was started since. Milliseconds since 1970 UTC; `undefined` of an active
   * slot, and before PostgreSQL 17.
   */
  readonly inactiveSinceMs: number | undefined;
}

/** Where the log ends, and what the slot retains of it. */
export interface SlotLook {
  readonly flushLsn: Lsn;
  /** `undefined`: there is none of that name. */
  readonly slot: Slot | undefined;
}

/** A published table with what only the source's own checks need. */
export interface PublishedTable extends SourceTable {
  readonly kind: 'ordinary' | 'partitioned' | 'other';
  readonly maySelect: boolean;
  readonly rowSecurity: boolean;
  /** Columns of the table that the publication leaves out: generated ones, or ones not in its column list. */
  readonly unpublishedColumns: readonly UnpublishedColumn[];
}

export interface UnpublishedColumn {
  readonly attributeNumber: number;
  readonly name: string;
  readonly generated: boolean;
}
