import type * as z from 'zod';
import type { ValuePath } from '../config-document.ts';
import { fieldsNamed } from '../schema-field.ts';

/**
 * What other programs call our settings: the end of our setting's path, and the words that Lakeflow Connect, Debezium,
 * dlt, Sling and psql have for it. Words are compared without case, and without telling `.`, `-` and `_` apart.
 */
export const WORDS_OF_OTHERS: Readonly<Record<string, readonly string[]>> = {
  'cdc.slot_name': ['slot', 'slotname', 'replication_slot', 'replication_slot_name', 'slot_config'],
  'cdc.publication_name': ['publication', 'publications', 'pub', 'pub_name', 'publicationname'],
  'cdc.initial_load': ['snapshot_mode', 'snapshot', 'initial_snapshot', 'full_refresh', 'skip_snapshot'],
  'cdc.load_parallelism': ['snapshot_max_threads', 'max_parallel_tables', 'parallelism', 'num_workers'],
  'cdc.include_deleted_rows': [
    'soft_delete',
    'soft_deletes',
    'hard_delete',
    'keep_deleted_rows',
    'skipped_operations',
  ],
  'cdc.heartbeat_interval_sec': ['heartbeat_interval_ms', 'heartbeat_interval', 'status_update_interval_ms'],
  'cdc.max_retained_wal': ['max_slot_wal_keep_size', 'max_wal_size', 'wal_limit'],
  'source.host': ['hostname', 'database_hostname', 'db_host', 'server', 'address'],
  'source.port': ['database_port', 'db_port'],
  'source.database': [
    'dbname',
    'db',
    'db_name',
    'database_name',
    'database_dbname',
    'source_catalog',
    'source_database',
  ],
  'source.username': ['user', 'user_name', 'database_user', 'db_user', 'login', 'role'],
  'source.password': ['pass', 'pwd', 'passwd', 'database_password', 'db_password'],
  'source.sslmode': ['ssl', 'tls', 'encrypt', 'database_sslmode', 'require_ssl'],
  'source.sslrootcert': ['database_sslrootcert', 'ca', 'ca_file', 'ssl_ca', 'root_cert'],
  'source.gateway': ['ingestion_gateway_id', 'gateway_id', 'gateway_name', 'connection', 'connection_name'],
  'selection.schemas': ['schema_include_list', 'source_schema', 'schema_names', 'include_schemas', 'objects'],
  'selection.schemas[].tables': [
    'table_include_list',
    'table_whitelist',
    'include_tables',
    'table_names',
    'source_table',
    'streams',
    'resources',
  ],
  'selection.exclude_columns': [
    'column_exclude_list',
    'column_blacklist',
    'excluded_columns',
    'exclude_column',
    'ignore_columns',
    'columns_to_exclude',
  ],
  'selection.include_columns': [
    'column_include_list',
    'column_whitelist',
    'included_columns',
    'include_column',
    'select_columns',
    'columns_to_include',
  ],
  'selection.schemas[].tables[].destination_table': [
    'target_table',
    'destination',
    'rename_to',
    'alias',
    'target_name',
  ],
  'target.catalog': ['destination_catalog', 'target_catalog', 'catalog_name'],
  'target.schema': ['destination_schema', 'target_schema', 'schema_name', 'dataset', 'dataset_name'],
  'target.table_naming.prefix': ['table_prefix', 'topic_prefix', 'stream_prefix'],
  'target.write_mode.keys': [
    'primary_keys',
    'primary_key',
    'key_columns',
    'merge_keys',
    'message_key_columns',
    'unique_key',
  ],
  'target.write_mode.type': ['scd_type', 'write_disposition', 'load_mode', 'mode'],
  'target.databricks.host': ['hostname', 'workspace', 'workspace_url', 'server_hostname', 'databricks_host'],
  'target.databricks.http_path': ['warehouse_id', 'warehouse', 'sql_warehouse', 'sql_warehouse_id'],
  'target.databricks.auth.token': ['access_token', 'databricks_token', 'pat'],
  'target.databricks.auth.client_secret': ['oauth_secret', 'databricks_client_secret'],
  'target.clustering': ['cluster_by', 'clustering_columns', 'enable_auto_clustering'],
  'target.volume': ['staging_volume', 'staging_area', 'data_staging_options', 'staging', 'stage'],
  'schedule.every': ['cron', 'interval', 'frequency', 'period', 'quartz_cron_expression'],
};

/** The ends that a word, in its folded form, may mean. */
function endsOf(word: string): readonly string[] {
  return Object.entries(WORDS_OF_OTHERS)
    .filter(([, words]) => words.some((other) => fold(other) === word))
    .map(([end]) => end);
}

/**
 * The path of the setting that a key of another program means, such as `source.cdc.slot_name` for `slot.name`; `undefined`
 * where the schema has no such setting. `path` is where the key was written: of several meanings the nearest is taken, and
 * a word that is one of our own keys as well, such as `interval`, only in the section that the setting lies in.
 */
export function renamedKey(schema: z.ZodType, path: ValuePath): string | undefined {
  const key = String(path.at(-1));
  const meanings = endsOf(fold(key)).flatMap((end) => {
    const name = end.slice(end.lastIndexOf('.') + 1);
    return fieldsNamed(schema, name).filter((field) => field === end || field.endsWith(`.${end}`));
  });
  const [nearest] = meanings.toSorted((a, b) => sharedLength(b, path) - sharedLength(a, path));
  if (nearest === undefined) return undefined;
  return sharedLength(nearest, path) > 0 || fieldsNamed(schema, key).length === 0 ? nearest : undefined;
}

/** How many steps from the root two paths go together. */
function sharedLength(field: string, path: ValuePath): number {
  const steps = field.split('.');
  const apart = steps.findIndex((step, index) => step !== String(path[index]));
  return apart < 0 ? steps.length : apart;
}

function fold(word: string): string {
  return word.toLowerCase().replace(/[.\-_]/g, '');
}
