import type { Client } from 'pg';
import { type Lsn, parseLsn } from '../model/lsn.ts';
import {
  OLDEST_SUPPORTED_VERSION,
  type SlotLook,
  type SourceFacts,
  type UnpublishedTable,
} from '../model/source-facts.ts';
import { readPublishedTables } from './catalog.ts';

/** Asks the server for everything preflight judges. Changes nothing. */
export async function readFacts(
  client: Client,
  names: { readonly slotName: string; readonly publicationName: string; readonly schemas: readonly string[] },
): Promise<SourceFacts> {
  const { rows: servers } = await client.query<ServerRow>(SERVER);
  const server = servers[0];
  if (server === undefined) throw new Error('the server answered without a row');
  const publications = await client.query<PublicationRow>(PUBLICATION, [names.publicationName]);
  const { rows: slots } = await client.query<SlotRow>(SLOT, [names.slotName]);
  const supportsPublicationTables = server.version >= OLDEST_SUPPORTED_VERSION;
  const publication = publications.rows[0];
  const tables =
    publication === undefined || !supportsPublicationTables
      ? []
      : await readPublishedTables(client, names.publicationName);
  const unpublished = await client.query<UnpublishedTable>(UNPUBLISHED, [
    names.publicationName,
    names.schemas,
  ]);
  return {
    serverVersion: server.version,
    walLevel: server.wal_level,
    serverEncoding: server.server_encoding,
    inRecovery: server.in_recovery,
    cluster: {
      systemIdentifier: server.system_identifier,
      timeline: server.timeline,
      databaseOid: server.database_oid,
    },
    role: {
      name: server.role_name,
      mayReplicate: server.may_replicate,
      bypassesRowSecurity: server.bypasses_row_security,
    },
    publication: publication === undefined ? undefined : publicationOf(publication),
    slot: slots[0] === undefined ? undefined : slotOf(slots[0]),
    slots: { used: server.slots_used, max: server.slots_max },
    flushLsn: parseLsn(server.flush_lsn),
    walSenderTimeoutMs: server.wal_sender_timeout_ms,
    maxSlotWalKeepBytes:
      server.max_slot_wal_keep_mib < 0 ? undefined : server.max_slot_wal_keep_mib * MEBIBYTE,
    tables,
    unpublishedTables: unpublished.rows,
  };
}

/** Asks for the slot alone, as it is now. Changes nothing. */
export async function readSlot(client: Client, slotName: string): Promise<SlotLook> {
  const { rows: servers } = await client.query<{ flush_lsn: string }>(`SELECT ${FLUSH_LSN} AS flush_lsn`);
  const { rows: slots } = await client.query<SlotRow>(SLOT, [slotName]);
  return {
    flushLsn: parseLsn(servers[0]?.flush_lsn ?? ''),
    slot: slots[0] === undefined ? undefined : slotOf(slots[0]),
  };
}

/** An LSN after every commit that this session could see so far, flushed or not. */
export async function readInsertLsn(client: Client): Promise<Lsn> {
  const { rows } = await client.query<{ insert_lsn: string }>(`SELECT ${INSERT_LSN} AS insert_lsn`);
  return parseLsn(rows[0]?.insert_lsn ?? '');
}

const MEBIBYTE = 1024 * 1024;

interface ServerRow {
  readonly version: number;
  readonly wal_level: string;
  readonly server_encoding: string;
  readonly in_recovery: boolean;
  readonly system_identifier: string;
  readonly timeline: number;
  readonly database_oid: number;
  readonly role_name: string;
  readonly may_replicate: boolean;
  readonly bypasses_row_security: boolean;
  readonly slots_used: number;
  readonly slots_max: number;
  readonly flush_lsn: string;
  readonly wal_sender_timeout_ms: number;
  /** Below 0: no limit. */
  readonly max_slot_wal_keep_mib: number;
}

const FLUSH_LSN = /*sql*/ `
  (CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_flush_lsn() END)::text`;
const INSERT_LSN = /*sql*/ `
  (CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_insert_lsn() END)::text`;

// rds_replication stands for REPLICATION on Amazon RDS and Aurora, where nobody else can grant it.
const SERVER = /*sql*/ `
SELECT current_setting('server_version_num')::int4 AS version, current_setting('wal_level') AS wal_level,
       current_setting('server_encoding') AS server_encoding,
       pg_is_in_recovery() AS in_recovery,
       (SELECT system_identifier::text FROM pg_control_system()) AS system_identifier,
       (SELECT timeline_id FROM pg_control_checkpoint()) AS timeline,
       d.oid::int8::float8 AS database_oid, r.rolname::text AS role_name,
       r.rolreplication OR r.rolsuper OR EXISTS (
         SELECT 1 FROM pg_roles g WHERE g.rolname IN ('rds_replication', 'rds_superuser')
           AND pg_has_role(current_user, g.oid, 'USAGE')) AS may_replicate,
       r.rolbypassrls OR r.rolsuper AS bypasses_row_security,
       (SELECT count(*)::int4 FROM pg_replication_slots) AS slots_used,
       current_setting('max_replication_slots')::int4 AS slots_max,
       ${FLUSH_LSN} AS flush_lsn,
       (SELECT setting::int4 FROM pg_settings WHERE name = 'wal_sender_timeout') AS wal_sender_timeout_ms,
       (SELECT setting::int4 FROM pg_settings WHERE name = 'max_slot_wal_keep_size') AS max_slot_wal_keep_mib
FROM pg_database d, pg_roles r
WHERE d.datname = current_database() AND r.rolname = current_user`;

interface PublicationRow {
  readonly oid: number;
  readonly name: string;
  readonly all_tables: boolean;
  readonly inserts: boolean;
  readonly updates: boolean;
  readonly deletes: boolean;
  readonly truncates: boolean;
  readonly via_root: boolean;
}

const PUBLICATION = /*sql*/ `
SELECT oid::int8::float8 AS oid, pubname::text AS name, puballtables AS all_tables, pubinsert AS inserts, pubupdate AS updates,
       pubdelete AS deletes, pubtruncate AS truncates, pubviaroot AS via_root
FROM pg_publication WHERE pubname = $1`;

function publicationOf(row: PublicationRow): SourceFacts['publication'] {
  return {
    oid: row.oid,
    name: row.name,
    forAllTables: row.all_tables,
    actions: { insert: row.inserts, update: row.updates, delete: row.deletes, truncate: row.truncates },
    viaPartitionRoot: row.via_root,
  };
}

interface SlotRow {
  readonly name: string;
  readonly type: string;
  readonly plugin: string | null;
  readonly database: string | null;
  readonly temporary: boolean;
  readonly active: boolean;
  readonly active_pid: number | null;
  readonly wal_status: string | null;
  readonly invalidation_reason: string | null;
  readonly restart_lsn: string | null;
  readonly confirmed_flush_lsn: string | null;
  readonly safe_wal_bytes: number | null;
  readonly inactive_since_ms: number | null;
}

// invalidation_reason and inactive_since came with PostgreSQL 17; to_jsonb reads them where they are.
const SLOT = /*sql*/ `
SELECT s.slot_name::text AS name, s.slot_type AS type, s.plugin::text AS plugin, s.database::text AS database, s.temporary,
       s.active, s.active_pid, s.wal_status, to_jsonb(s) ->> 'invalidation_reason' AS invalidation_reason,
       s.restart_lsn::text AS restart_lsn, s.confirmed_flush_lsn::text AS confirmed_flush_lsn,
       s.safe_wal_size::float8 AS safe_wal_bytes,
       (extract(epoch FROM (to_jsonb(s) ->> 'inactive_since')::timestamptz) * 1000)::float8 AS inactive_since_ms
FROM pg_replication_slots s WHERE s.slot_name = $1`;

function slotOf(row: SlotRow): SourceFacts['slot'] {
  return {
    name: row.name,
    type: row.type === 'logical' ? 'logical' : 'physical',
    plugin: row.plugin ?? undefined,
    database: row.database ?? undefined,
    temporary: row.temporary,
    active: row.active,
    activePid: row.active_pid ?? undefined,
    walStatus: row.wal_status ?? undefined,
    invalidationReason: row.invalidation_reason ?? undefined,
    restartLsn: optionalLsn(row.restart_lsn),
    confirmedFlushLsn: optionalLsn(row.confirmed_flush_lsn),
    safeWalBytes: row.safe_wal_bytes ?? undefined,
    inactiveSinceMs: row.inactive_since_ms ?? undefined,
  };
}

function optionalLsn(text: string | null): Lsn | undefined {
  return text === null ? undefined : parseLsn(text);
}

const UNPUBLISHED = /*sql*/ `
SELECT n.nspname::text AS schema, c.relname::text AS name, c.relpersistence = 'u' AS unlogged
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND n.nspname = ANY ($2::text[])
  AND NOT EXISTS (SELECT 1 FROM pg_publication_tables p
                  WHERE p.pubname = $1 AND p.schemaname = n.nspname AND p.tablename = c.relname)
ORDER BY 1, 2`;
