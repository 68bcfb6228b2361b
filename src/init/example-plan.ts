import { parseActionReference, UNPINNED_ACTION } from './action-reference.ts';
import { type InitPlan, NOTHING_PREPARED } from './init-plan.ts';
import { parseRunEvery } from './run-every.ts';

/** The plan behind `examples/workflows/`, with the names that the documentation uses throughout. */
export function examplePlan(version: string): InitPlan {
  return {
    pipeline: 'shop',
    source: {
      host: 'db.example.com',
      port: 5432,
      database: 'appdb',
      username: 'lakeflow_user',
      passwordVariable: 'PG_PASSWORD',
      sslmode: 'verify-full',
      publication: 'lakeflow_publication',
    },
    tables: ['orders', 'customers', 'payments'].map((name) => ({
      schema: 'public',
      name,
      excludeColumns: [],
      identityIndex: undefined,
      partitioned: false,
      published: false,
    })),
    target: {
      tag: 'unity_catalog',
      catalog: 'lakehouse',
      schema: 'postgres_raw',
      warehousePath: undefined,
      principal: undefined,
      account: undefined,
    },
    prepared: NOTHING_PREPARED,
    every: parseRunEvery('15m'),
    github: {
      repository: 'acme/pipelines',
      environment: 'production',
      action: parseActionReference(UNPINNED_ACTION, version),
      migrations: 'migrations/**/*.sql',
      postgresMajor: 18,
    },
  };
}
