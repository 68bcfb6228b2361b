import type { Client } from 'pg';
import type { SourceSettings } from '../model/pipeline.ts';
import type { SourceSurvey, SurveyedTable } from '../model/source-survey.ts';
import { openConnection } from './connection.ts';
import { translateSourceError } from './source-error.ts';

/**
 * Looks at a database for which there is no pipeline yet: its tables, and what of the set-up is there already. Reads
 * catalogs only, which every role may, so that it works before any GRANT. Throws IngestError as any connection does.
 */
export async function surveySource(settings: SourceSettings, wanted: SurveyRequest): Promise<SourceSurvey> {
  const client = await openConnection(settings, 'query');
  try {
    return await survey(client, settings.publicationName, wanted);
  } catch (error) {
    throw translateSourceError(error, settings, 'reading its catalog');
  } finally {
    await client.end().catch(() => undefined);
  }
}

export interface SurveyRequest {
  readonly schemas: readonly string[];
  /** The role that pipelines will use; whoever looks may be another one. */
  readonly role: string;
}

async function survey(
  client: Client,
  publicationName: string,
  { schemas, role }: SurveyRequest,
): Promise<SourceSurvey> {
  const servers = await client.query<ServerRow>(SERVER, [publicationName, role]);
  const [server] = servers.rows;
  if (server === undefined) throw new Error('the server answered without a row');
  const tables = await client.query<TableRow>(TABLES, [schemas, publicationName]);
  return {
    serverMajor: Math.floor(server.version / 10_000),
    walLevel: server.wal_level,
    hasPublication: server.has_publication,
    role: server.role,
    tables: tables.rows.map(assembleTable),
  };
}

interface ServerRow {
  readonly version: number;
  readonly wal_level: string;
  readonly has_publication: boolean;
  readonly role: SourceSurvey['role'];
}

const SERVER = /*sql*/ `
SELECT current_setting('server_version_num')::int4 AS version, current_setting('wal_level') AS wal_level,
       EXISTS (SELECT 1 FROM pg_publication WHERE pubname = $1) AS has_publication,
       coalesce((SELECT CASE WHEN r.rolreplication OR r.rolsuper OR EXISTS (
                          SELECT 1 FROM pg_roles g WHERE g.rolname = 'rds_replication' AND pg_has_role(r.oid, g.oid, 'USAGE'))
                        THEN 'may-replicate' ELSE 'may-not-replicate' END
                 FROM pg_roles r WHERE r.rolname = $2), 'missing') AS role`;

interface TableRow {
  readonly schema: string;
  readonly name: string;
  readonly partitioned: boolean;
  readonly unlogged: boolean;
  readonly published: boolean;
  readonly estimated_rows: number;
  readonly size_bytes: string;
  readonly key_columns: readonly string[] | null;
  readonly unique_index: string | null;
  readonly columns: readonly string[];
  readonly unsupported: readonly string[];
}

// A partition is read through its parent. The row key is what replica identity says; where that is the default and there
// is no primary key, a unique index over NOT NULL columns could become it. What the columns' types cannot be brought over
// as, composite and pseudo-types and arrays of them, is what the type mapping refuses.
const TABLES = /*sql*/ `
WITH RECURSIVE members (root, oid, row_count) AS (
  SELECT c.oid, c.oid, CASE c.relkind WHEN 'r' THEN c.reltuples ELSE 0 END FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname = ANY ($1::text[])
  UNION ALL
  SELECT m.root, c.oid, CASE c.relkind WHEN 'r' THEN c.reltuples ELSE 0 END FROM members m JOIN pg_inherits h ON h.inhparent = m.oid
  JOIN pg_class c ON c.oid = h.inhrelid AND c.relispartition)
SELECT n.nspname::text AS schema, c.relname::text AS name, c.relkind = 'p' AS partitioned,
       c.relpersistence = 'u' AS unlogged,
       EXISTS (SELECT 1 FROM pg_publication_tables p
               WHERE p.pubname = $2 AND p.schemaname = n.nspname AND p.tablename = c.relname) AS published,
       (SELECT coalesce(sum(greatest(m.row_count, 0)), 0) FROM members m WHERE m.root = c.oid)::float8 AS estimated_rows,
       (SELECT coalesce(sum(pg_table_size(m.oid)), 0) FROM members m WHERE m.root = c.oid)::text AS size_bytes,
       (SELECT array_agg(a.attname::text ORDER BY k.ordinal)
        FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (attnum, ordinal)
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
        WHERE i.indrelid = c.oid AND k.ordinal <= i.indnkeyatts
          AND CASE c.relreplident WHEN 'i' THEN i.indisreplident ELSE i.indisprimary END) AS key_columns,
       (SELECT x.relname::text FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
        WHERE i.indrelid = c.oid AND i.indisunique AND i.indisvalid AND i.indimmediate
          AND i.indpred IS NULL AND i.indexprs IS NULL
          AND NOT EXISTS (SELECT 1 FROM unnest(i.indkey) AS k (attnum)
                          JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
                          WHERE NOT a.attnotnull)
        ORDER BY i.indnkeyatts, x.relname LIMIT 1) AS unique_index,
       ARRAY (SELECT a.attname::text FROM pg_attribute a
              WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum) AS columns,
       ARRAY (SELECT a.attname::text FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
              LEFT JOIN pg_type e ON t.typcategory = 'A' AND e.oid = t.typelem
              WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                AND (t.typtype IN ('c', 'p') OR e.typtype IN ('c', 'p')) ORDER BY a.attnum) AS unsupported
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't' AND n.nspname = ANY ($1::text[])
ORDER BY array_position($1::text[], n.nspname::text), c.relname`;

function assembleTable(row: TableRow): SurveyedTable {
  return {
    schema: row.schema,
    name: row.name,
    partitioned: row.partitioned,
    unlogged: row.unlogged,
    published: row.published,
    estimatedRows: row.estimated_rows,
    sizeBytes: Number(row.size_bytes),
    keyColumns: row.key_columns ?? [],
    uniqueIndex: row.unique_index ?? undefined,
    columns: row.columns,
    unsupportedColumns: row.unsupported,
  };
}
