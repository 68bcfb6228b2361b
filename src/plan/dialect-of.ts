import type { Dialect } from '../model/dialect.ts';
import type { TargetSettings } from '../model/pipeline.ts';
import { databricksDialect } from '../warehouse/databricks/databricks-dialect.ts';
import { duckdbDialect } from '../warehouse/embedded/duckdb-dialect.ts';

/** How a target's warehouse says its DDL, without reaching it. */
export function dialectOf(target: TargetSettings): Dialect {
  switch (target.tag) {
    case 'embedded':
      return duckdbDialect(`${target.path}.staging`);
    case 'unity_catalog': {
      const { volume, clustering, tableProperties } = target;
      const volumePath = `/Volumes/${volume.catalog}/${volume.schema}/${volume.volume}`;
      return databricksDialect({ volumePath, clustering, tableProperties });
    }
    default:
      return target satisfies never;
  }
}
