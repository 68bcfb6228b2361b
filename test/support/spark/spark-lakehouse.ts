import { inject } from 'vitest';
import type { TargetSide } from '../../../src/demo/target-side.ts';
import type { TargetSettings, UnityCatalogTarget } from '../../../src/model/pipeline.ts';
import { resolveConnection } from '../../../src/warehouse/databricks/connection.ts';
import { databricksWarehouse } from '../../../src/warehouse/databricks/databricks-warehouse.ts';
import { openTokenSource } from '../../../src/warehouse/databricks/open-token-source.ts';
import { startWorkspaceOver, type Workspace } from '../front/workspace.ts';
import type { TestLakehouse } from '../test-lakehouse.ts';
import { connectSparkEngine, type SparkEngine } from './spark-engine.ts';
import { sparkSide } from './spark-side.ts';
import { NO_SETTINGS } from './test-catalog.ts';

export interface SparkLakehouse extends TestLakehouse {
  readonly target: UnityCatalogTarget;
  readonly workspace: Workspace<SparkEngine['tables']>;
}

/**
 * The real driver over TLS, a front that behaves as a workspace does, and Spark with Delta behind it. Each test has a
 * catalog of its own in the one engine of the test run.
 */
export async function sparkLakehouse(unique: string): Promise<SparkLakehouse> {
  await using stack = new AsyncDisposableStack();
  const engine = stack.use(await connectSparkEngine(inject('spark')));
  const catalog = `lake_${unique}`.toLowerCase();
  await engine.createCatalog(catalog);
  const workspace = stack.use(await startWorkspaceOver({ engine, catalog: () => engine.tables }));
  const target: UnityCatalogTarget = {
    tag: 'unity_catalog',
    catalog,
    schema: 'postgres_raw',
    stateSchema: 'postgres_raw',
    databricks: { host: workspace.front.host, httpPath: workspace.front.httpPath, auth: undefined },
    volume: { catalog, schema: 'postgres_raw', volume: 'tributary' },
    tableProperties: new Map(),
    clustering: 'key',
    statementTimeoutMs: 600_000,
    costPerHour: undefined,
  };
  const connection = resolveConnection(target.databricks, { DATABRICKS_TOKEN: workspace.front.token });
  const owned = stack.move();
  return {
    name: 'spark',
    target,
    workspace,
    warehouse: (wanted) => ({
      open: (signal) =>
        databricksWarehouse({
          target: requireUnityCatalog(wanted),
          connection,
          tokens: openTokenSource(connection, { signal }),
          userAgent: 'Tributary/test',
        }).open(signal),
    }),
    withSide: (_, read) => withSession(engine, read),
    async [Symbol.asyncDispose]() {
      await owned.disposeAsync();
    },
  };
}

/** Not through the front: what a test looks at is no call of the pipeline's. */
async function withSession<T>(engine: SparkEngine, read: (side: TargetSide) => Promise<T>): Promise<T> {
  const session = await engine.openSession(NO_SETTINGS);
  try {
    return await read(
      sparkSide(async (sql) => {
        const { rows } = await session.execute(sql, new AbortController().signal);
        return rows.map((row) => row.map((value) => (value === null ? null : String(value))));
      }),
    );
  } finally {
    await session.close();
  }
}

function requireUnityCatalog(target: TargetSettings): UnityCatalogTarget {
  if (target.tag !== 'unity_catalog') throw new TypeError('this lakehouse is a Unity Catalog');
  return target;
}
