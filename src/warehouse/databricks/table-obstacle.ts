import type { CatalogTable } from './catalog-api.ts';

/** Table types of Unity Catalog's that a MERGE may write to, if they are Delta. */
const WRITABLE: ReadonlySet<string> = new Set(['MANAGED', 'EXTERNAL']);

const NAMES: Readonly<Record<string, string>> = {
  VIEW: 'a view',
  MATERIALIZED_VIEW: 'a materialized view',
  METRIC_VIEW: 'a metric view',
  STREAMING_TABLE: 'a streaming table, which only its own pipeline writes',
  FOREIGN: 'a foreign table',
  MANAGED_SHALLOW_CLONE: 'a shallow clone',
  EXTERNAL_SHALLOW_CLONE: 'a shallow clone',
};

/** Why no rows can be merged into an object of the catalog, in words that follow "is"; `undefined` for a Delta table. */
export function tableObstacle(table: Pick<CatalogTable, 'tableType' | 'format'>): string | undefined {
  if (!WRITABLE.has(table.tableType)) return NAMES[table.tableType] ?? 'not an ordinary table';
  if (table.format === undefined || table.format === 'DELTA') return undefined;
  return /^[A-Z_]{1,30}$/.test(table.format) ? `a table of ${table.format} files` : 'not a Delta table';
}
