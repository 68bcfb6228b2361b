import type { Dialect } from '../../src/model/dialect.ts';
import { databricksDialect } from '../../src/warehouse/databricks/databricks-dialect.ts';
import { duckdbDialect } from '../../src/warehouse/embedded/duckdb-dialect.ts';

/** The dialects whose SQL text stands in golden files, for a person to read; `vitest run … --update` renews them. */
export const DIALECTS: readonly { readonly name: Dialect['name']; readonly dialect: Dialect }[] = [
  duckdbDialect('/data/lakehouse.duckdb.staging'),
  databricksDialect({ volumePath: '/Volumes/main/ops/stage', clustering: 'key', tableProperties: new Map() }),
].map((dialect) => ({ name: dialect.name, dialect }));

/** The golden file beside a test: `golden/merge-remove.duckdb.sql`. */
export function goldenFile(name: string, dialect: Dialect): string {
  return `golden/${name}.${dialect.name}.sql`;
}
