import type { Client } from 'pg';
import type { PublishedTable, SourceFacts } from '../model/source-facts.ts';
import { quoteSourceIdentifier as quote } from '../source/connection.ts';
import { readFacts } from '../source/facts.ts';

/** What the catalog of the scratch says at one moment, as the pipelines' runs would read it. */
export interface CatalogLook {
  /** By the name of the publication. */
  readonly facts: ReadonlyMap<string, PublicationLook>;
  /** Tables of users, by oid. */
  readonly tables: ReadonlyMap<number, LookedTable>;
  /** Labels of enum types by their own oid, which survives a renaming. */
  readonly enumLabels: ReadonlyMap<number, EnumLabel>;
}

export interface PublicationLook {
  readonly facts: SourceFacts;
  /** The scratch has no such publication: one of all tables is taken for it. */
  readonly isAssumed: boolean;
}

export interface LookedTable {
  readonly schema: string;
  readonly name: string;
  readonly rowSecurity: boolean;
  /** Of a partition: the table at the top of the tree; the table itself otherwise. */
  readonly rootOid: number;
}

export interface EnumLabel {
  readonly typeOid: number;
  readonly label: string;
}

/** What the look asks of the catalog: the names as pipelines have them. */
export interface LookRequest {
  readonly publications: readonly string[];
  readonly schemas: readonly string[];
}

/**
 * Reads the catalog in the session of the migrations, so that it sees what they have not committed yet, and leaves
 * nothing behind: neither a setting nor the publication that it makes for the occasion.
 *
 * A publication of all tables must not outlive the look: it would refuse updates of tables without a key.
 */
export async function lookAtCatalog(client: Client, request: LookRequest): Promise<CatalogLook> {
  const isInside = client.getTransactionStatus() === 'T';
  await client.query(isInside ? 'SAVEPOINT tributary_look' : 'BEGIN READ WRITE');
  try {
    await client.query(LOOK_SETTINGS);
    return await readCatalog(client, request);
  } finally {
    await client.query(
      isInside ? 'ROLLBACK TO SAVEPOINT tributary_look; RELEASE SAVEPOINT tributary_look' : 'ROLLBACK',
    );
  }
}

/**
 * Who the migration pretends to be, and how it wants values printed, must not matter; nor may triggers of its own fire.
 * Texts have the form that the settings of a run's connections give them.
 */
const LOOK_SETTINGS = /*sql*/ `
SET LOCAL SESSION AUTHORIZATION DEFAULT;
SET LOCAL ROLE NONE;
SET LOCAL session_replication_role = replica;
SET LOCAL search_path = pg_catalog;
SET LOCAL datestyle = 'ISO,MDY';
SET LOCAL intervalstyle = 'iso_8601';
SET LOCAL extra_float_digits = 3;
SET LOCAL bytea_output = 'hex';
SET LOCAL timezone = 'UTC';
SET LOCAL quote_all_identifiers = off;`;

async function readCatalog(client: Client, request: LookRequest): Promise<CatalogLook> {
  const tables = await readTables(client);
  const labels = await client.query<{ oid: number; typeOid: number; label: string }>(ENUM_LABELS);
  const facts = new Map<string, PublicationLook>();
  for (const name of request.publications) {
    facts.set(name, await lookAtPublication(client, name, request.schemas, tables));
  }
  return { facts, tables, enumLabels: new Map(labels.rows.map((row) => [row.oid, row])) };
}

async function lookAtPublication(
  client: Client,
  publicationName: string,
  schemas: readonly string[],
  tables: CatalogLook['tables'],
): Promise<PublicationLook> {
  const names = { slotName: '', publicationName, schemas };
  const found = await client.query('SELECT FROM pg_publication WHERE pubname = $1', [publicationName]);
  const isAssumed = found.rowCount === 0;
  if (isAssumed) {
    await client.query(
      `CREATE PUBLICATION ${quote(publicationName)} FOR ALL TABLES WITH (publish_via_partition_root = true)`,
    );
  }
  const facts = await readFacts(client, names);
  return { facts: { ...facts, tables: facts.tables.map((table) => asOthersSee(table, tables)) }, isAssumed };
}

/** The scratch's superuser is let past row-level security; the pipeline's role may not be. */
function asOthersSee(table: PublishedTable, tables: CatalogLook['tables']): PublishedTable {
  return { ...table, rowSecurity: tables.get(table.oid)?.rowSecurity ?? table.rowSecurity };
}

async function readTables(client: Client): Promise<CatalogLook['tables']> {
  const { rows } = await client.query<LookedTable & { oid: number }>(TABLES);
  return new Map(rows.map((row) => [row.oid, row]));
}

const TABLES = /*sql*/ `
SELECT c.oid::int8::float8 AS oid, n.nspname::text AS schema, c.relname::text AS name, c.relrowsecurity AS "rowSecurity",
       CASE WHEN c.relispartition THEN pg_partition_root(c.oid)::oid ELSE c.oid END::int8::float8 AS "rootOid"
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')`;

const ENUM_LABELS = /*sql*/ `
SELECT oid::int8::float8 AS oid, enumtypid::int8::float8 AS "typeOid", enumlabel::text AS label FROM pg_enum`;
