import type { Pipeline, UnityCatalogTarget } from '../../src/model/pipeline.ts';

/** A target in Unity Catalog that takes its workspace from the environment. */
export const UNITY_TARGET: UnityCatalogTarget = {
  tag: 'unity_catalog',
  catalog: 'lakehouse',
  schema: 'postgres_raw',
  stateSchema: 'ops',
  databricks: { host: undefined, httpPath: undefined, auth: undefined },
  volume: { catalog: 'lakehouse', schema: 'ops', volume: 'tributary' },
  tableProperties: new Map(),
  clustering: 'key',
  statementTimeoutMs: 60_000,
  costPerHour: undefined,
};

/** A pipeline for tests that are about something else. Nothing answers at its source. */
export function samplePipeline(changes: Partial<Pipeline> = {}): Pipeline {
  return {
    name: 'orders',
    description: undefined,
    source: {
      host: 'db.example',
      port: 5432,
      database: 'shop',
      username: 'Reader',
      password: undefined,
      sslmode: 'require',
      sslrootcert: undefined,
      slotName: 'orders_slot',
      publicationName: 'shop',
      heartbeatIntervalMs: 10_000,
      connectTimeoutMs: 10_000,
      initialLoad: true,
      loadParallelism: 2,
      maxRetainedWalBytes: 1,
    },
    selection: { schemas: [], excludeColumns: [], includeColumns: [] },
    target: UNITY_TARGET,
    naming: { prefix: '', case: 'preserve' },
    write: { mode: 'merge', keys: new Map(), deletedRows: 'remove' },
    limits: {
      maxIntervalChanges: 1,
      maxIntervalBytes: 1,
      maxIntervalMs: 1,
      maxPartBytes: 1,
      maxPartRows: 1,
      loadRangeRows: 1,
    },
    specialValues: 'error',
    schedule: { tag: 'manual' },
    ...changes,
  };
}
