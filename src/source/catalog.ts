import type { Client } from 'pg';
import type { PublishedTable } from '../model/source-facts.ts';
import type { PgType, ReplicaIdentity, SourceColumn } from '../model/source-table.ts';

/**
 * Tables of a publication as the catalog shows them now: columns with attribute numbers, resolved types and
 * missing values, keys, replica identity, row filter, and what this role may read.
 *
 * `oids` narrows the look to some tables.
 */
export async function readPublishedTables(
  client: Client,
  publicationName: string,
  oids: readonly number[] | undefined = undefined,
): Promise<readonly PublishedTable[]> {
  const tables = await client.query<TableRow>(PUBLISHED_TABLES, [publicationName, oids ?? null]);
  if (tables.rows.length === 0) return [];
  const tableOids = tables.rows.map((row) => row.oid);
  const columns = await client.query<ColumnRow>(COLUMNS, [tableOids]);
  const keys = await client.query<KeyRow>(UNIQUE_KEYS, [tableOids]);
  const types = await readTypes(client, [...new Set(columns.rows.map((row) => row.type_oid))]);
  const columnsByTable = Map.groupBy(columns.rows, (row) => row.table_oid);
  const keysByTable = Map.groupBy(keys.rows, (row) => row.table_oid);
  return tables.rows.map((row) =>
    assembleTable(row, columnsByTable.get(row.oid) ?? [], keysByTable.get(row.oid) ?? [], types),
  );
}

interface TableRow {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly kind: string;
  readonly identity: string;
  readonly published_columns: readonly string[];
  readonly row_filter: string | null;
  readonly membership: number;
  readonly may_select: boolean;
  readonly row_security: boolean;
  readonly estimated_rows: number;
  readonly size_bytes: string;
  readonly storage_id: number;
  readonly attribute_count: number;
}

// A partitioned table has no rows of its own: it is as large as its partitions.
const PUBLISHED_TABLES = /*sql*/ `
SELECT c.oid::int8::float8 AS oid, n.nspname::text AS schema, c.relname::text AS name, c.relkind::text AS kind,
       c.relreplident::text AS identity, p.attnames::text[] AS published_columns, p.rowfilter AS row_filter,
       coalesce(m.oid, 0)::int8::float8 AS membership,
       has_table_privilege(c.oid, 'SELECT') AS may_select,
       c.relrowsecurity AND (c.relforcerowsecurity OR NOT pg_has_role(c.relowner, 'USAGE')) AS row_security,
       coalesce(parts.estimated_rows, c.reltuples)::float8 AS estimated_rows,
       coalesce(parts.size_bytes, pg_table_size(c.oid))::text AS size_bytes, c.relfilenode::int8::float8 AS storage_id,
       c.relnatts::int4 AS attribute_count
FROM pg_publication_tables p
JOIN pg_namespace n ON n.nspname = p.schemaname
JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = p.tablename
JOIN pg_publication pub ON pub.pubname = p.pubname
LEFT JOIN pg_publication_rel m ON m.prpubid = pub.oid AND m.prrelid = c.oid
LEFT JOIN LATERAL (
  SELECT sum(pg_table_size(leaf.relid)) AS size_bytes,
         CASE WHEN min(of_leaf.reltuples) >= 0 THEN sum(of_leaf.reltuples) ELSE -1 END AS estimated_rows
  FROM pg_partition_tree(c.oid) leaf JOIN pg_class of_leaf ON of_leaf.oid = leaf.relid
  WHERE leaf.isleaf
) parts ON c.relkind = 'p'
WHERE p.pubname = $1 AND ($2::int8[] IS NULL OR c.oid::int8 = ANY ($2::int8[]))
ORDER BY n.nspname, c.relname`;

interface ColumnRow {
  readonly table_oid: number;
  readonly attribute_number: number;
  readonly name: string;
  readonly type_oid: number;
  readonly typmod: number;
  readonly display_type: string;
  readonly toastable: boolean;
  readonly not_null: boolean;
  readonly generated: boolean;
  /** Before PostgreSQL 18 a generated column is never sent, although some versions list it as published. */
  readonly never_sent: boolean;
  readonly has_missing: boolean;
  readonly missing_value: string | null;
  readonly has_default: boolean;
}

// attmissingval is an array of one element; its text form is peeled by array_to_string, which prints the element
// by its own output function and does not quote.
const COLUMNS = /*sql*/ `
SELECT a.attrelid::int8::float8 AS table_oid, a.attnum::int4 AS attribute_number, a.attname::text AS name,
       a.atttypid::int8::float8 AS type_oid, a.atttypmod AS typmod, format_type(a.atttypid, a.atttypmod) AS display_type,
       a.attlen = -1 AND a.attstorage <> 'p' AS toastable, a.attnotnull AS not_null, a.attgenerated <> '' AS generated,
       a.attgenerated <> '' AND current_setting('server_version_num')::int4 < 180000 AS never_sent,
       a.atthasmissing AS has_missing, array_to_string(a.attmissingval, '') AS missing_value,
       a.atthasdef OR a.attidentity <> '' AS has_default
FROM pg_attribute a
WHERE a.attrelid::int8 = ANY ($1::int8[]) AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum`;

interface KeyRow {
  readonly table_oid: number;
  readonly is_primary: boolean;
  readonly is_identity: boolean;
  readonly columns: readonly string[];
}

const UNIQUE_KEYS = /*sql*/ `
SELECT i.indrelid::int8::float8 AS table_oid, i.indisprimary AS is_primary, i.indisreplident AS is_identity,
       array_agg(a.attname::text ORDER BY k.ordinal) AS columns
FROM pg_index i
CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (attnum, ordinal)
JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
WHERE i.indrelid::int8 = ANY ($1::int8[]) AND i.indisunique AND i.indisvalid AND i.indimmediate
  AND i.indpred IS NULL AND i.indexprs IS NULL AND k.ordinal <= i.indnkeyatts
GROUP BY i.indexrelid, i.indrelid, i.indisprimary, i.indisreplident
HAVING bool_and(a.attnotnull)
ORDER BY i.indexrelid`;

function assembleTable(
  row: TableRow,
  columns: readonly ColumnRow[],
  keys: readonly KeyRow[],
  types: ReadonlyMap<number, TypeRow>,
): PublishedTable {
  const names = new Set(row.published_columns);
  const isPublished = (column: ColumnRow): boolean => names.has(column.name) && !column.never_sent;
  const replicaIdentity = identityOf(row.identity);
  const primaryKey = keys.find((key) => key.is_primary)?.columns ?? [];
  return {
    oid: row.oid,
    schema: row.schema,
    name: row.name,
    kind: row.kind === 'r' ? 'ordinary' : row.kind === 'p' ? 'partitioned' : 'other',
    columns: columns.filter(isPublished).map((column) => assembleColumn(column, types)),
    unpublishedColumns: columns
      .filter((column) => !isPublished(column))
      .map((column) => ({
        attributeNumber: column.attribute_number,
        name: column.name,
        generated: column.generated,
      })),
    replicaIdentity,
    primaryKey,
    identityColumns: identityColumnsOf(replicaIdentity, primaryKey, keys),
    uniqueKeys: keys.map((key) => key.columns),
    publicationMembership: row.membership,
    rowFilter: row.row_filter ?? undefined,
    estimatedRows: row.estimated_rows,
    sizeBytes: Number(row.size_bytes),
    storageId: row.storage_id,
    attributeCount: row.attribute_count,
    maySelect: row.may_select,
    rowSecurity: row.row_security,
  };
}

function identityColumnsOf(
  identity: ReplicaIdentity,
  primaryKey: readonly string[],
  keys: readonly KeyRow[],
): readonly string[] {
  switch (identity) {
    case 'default':
      return primaryKey;
    case 'index':
      return keys.find((key) => key.is_identity)?.columns ?? [];
    case 'full':
    case 'nothing':
      return [];
    default:
      return identity satisfies never;
  }
}

function identityOf(relreplident: string): ReplicaIdentity {
  switch (relreplident) {
    case 'd':
      return 'default';
    case 'i':
      return 'index';
    case 'f':
      return 'full';
    default:
      return 'nothing';
  }
}

function assembleColumn(row: ColumnRow, types: ReadonlyMap<number, TypeRow>): SourceColumn {
  return {
    attributeNumber: row.attribute_number,
    name: row.name,
    type: { ...resolveType(row.type_oid, row.typmod, types), displayName: row.display_type },
    typeOid: row.type_oid,
    typmod: row.typmod,
    toastable: row.toastable,
    notNull: row.not_null,
    missingValue: row.has_missing ? (row.missing_value ?? undefined) : undefined,
    mayBeRewritten: row.has_default && !row.has_missing,
  };
}

interface TypeRow {
  readonly oid: number;
  readonly name: string;
  readonly schema: string;
  readonly kind: string;
  readonly base_oid: number;
  readonly base_typmod: number;
  readonly element_oid: number;
  readonly category: string;
}

// A domain's base type and an array's element type may themselves be domains or arrays: follow them all.
const TYPES = /*sql*/ `
WITH RECURSIVE needed (oid) AS (
  SELECT t.oid FROM pg_type t WHERE t.oid::int8 = ANY ($1::int8[])
  UNION
  SELECT r.oid FROM needed
  JOIN pg_type t ON t.oid = needed.oid
  JOIN pg_type r ON r.oid IN (t.typbasetype, CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE 0 END)
)
SELECT t.oid::int8::float8 AS oid, t.typname::text AS name, n.nspname::text AS schema, t.typtype::text AS kind,
       t.typbasetype::int8::float8 AS base_oid, t.typtypmod AS base_typmod,
       CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE 0 END::int8::float8 AS element_oid, t.typcategory::text AS category
FROM needed JOIN pg_type t ON t.oid = needed.oid JOIN pg_namespace n ON n.oid = t.typnamespace`;

async function readTypes(client: Client, oids: readonly number[]): Promise<ReadonlyMap<number, TypeRow>> {
  const result = await client.query<TypeRow>(TYPES, [oids]);
  return new Map(result.rows.map((row) => [row.oid, row]));
}

function resolveType(oid: number, typmod: number, types: ReadonlyMap<number, TypeRow>): PgType {
  const row = types.get(oid);
  if (row === undefined) {
    return {
      oid,
      name: `oid ${oid}`,
      schema: '',
      kind: 'pseudo',
      typmod,
      element: undefined,
      displayName: `oid ${oid}`,
    };
  }
  if (row.kind === 'd') {
    // The column's own typmod says nothing about a domain; the domain carries its base type's.
    return resolveType(row.base_oid, row.base_typmod, types);
  }
  return {
    oid,
    name: row.name,
    schema: row.schema,
    kind: typeKindOf(row),
    typmod,
    element: row.element_oid === 0 ? undefined : resolveType(row.element_oid, typmod, types),
    displayName: row.schema === 'pg_catalog' ? row.name : `${row.schema}.${row.name}`,
  };
}

function typeKindOf(row: TypeRow): PgType['kind'] {
  if (row.category === 'A') return 'array';
  switch (row.kind) {
    case 'b':
      return 'base';
    case 'e':
      return 'enum';
    case 'c':
      return 'composite';
    case 'r':
      return 'range';
    case 'm':
      return 'multirange';
    default:
      return 'pseudo';
  }
}
