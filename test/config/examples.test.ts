import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';

const workingDirectory = path.resolve(import.meta.dirname, '../..');
const environment = { PG_PASSWORD: 'correct horse', SLACK_WEBHOOK_URL: 'https://hooks.example.com/T0' };

describe('the example files', () => {
  it('make one pipeline, with its gateway and every default in place', async () => {
    const { pipelines, gateways, diagnostics } = await loadConfig({
      paths: ['examples/gateway.yml', 'examples/pipeline.yml', 'examples/schedule-interval.yml'],
      environment,
      workingDirectory,
    });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(gateways).toEqual([{ name: 'pg-gateway-prod', host: 'pg-prod.internal', port: 5432 }]);
    expect(pipelines).toHaveLength(1);
    const [pipeline] = pipelines;
    expect(pipeline?.source.password?.reveal()).toBe('correct horse');
    expect({ ...pipeline, source: { ...pipeline?.source, password: undefined } }).toEqual({
      name: 'pg_orders_to_uc',
      description: 'Ingest PostgreSQL orders/customers into Unity Catalog',
      source: {
        host: 'pg-prod.internal',
        port: 5432,
        database: 'appdb',
        username: 'lakeflow_user',
        password: undefined,
        sslmode: 'require',
        sslrootcert: undefined,
        slotName: 'lakeflow_slot',
        publicationName: 'lakeflow_publication',
        heartbeatIntervalMs: 10_000,
        connectTimeoutMs: 15_000,
        initialLoad: true,
        loadParallelism: 2,
        maxRetainedWalBytes: 128 * 1024 ** 2,
      },
      selection: {
        schemas: [
          {
            name: 'public',
            tables: [
              { name: 'orders', destinationTable: undefined },
              { name: 'customers', destinationTable: undefined },
              { name: 'payments', destinationTable: undefined },
            ],
          },
        ],
        excludeColumns: [{ table: 'customers', columns: ['ssn', 'credit_card_number'] }],
        includeColumns: [],
      },
      target: {
        tag: 'unity_catalog',
        catalog: 'lakehouse',
        schema: 'postgres_raw',
        stateSchema: 'postgres_raw',
        databricks: { host: undefined, httpPath: undefined, auth: undefined },
        volume: { catalog: 'lakehouse', schema: 'postgres_raw', volume: 'tributary' },
        tableProperties: new Map(),
        clustering: 'key',
        statementTimeoutMs: 1_800_000,
      },
      naming: { prefix: 'pg_', case: 'lower' },
      write: {
        mode: 'merge',
        keys: new Map([
          ['orders', ['order_id']],
          ['customers', ['customer_id']],
          ['payments', ['payment_id']],
        ]),
        deletedRows: 'mark',
      },
      limits: {
        maxIntervalChanges: 5_000_000,
        maxIntervalBytes: 1024 ** 3,
        maxIntervalMs: 600_000,
        maxPartBytes: 32 * 1024 ** 2,
        maxPartRows: 100_000,
        loadRangeRows: 2_000_000,
      },
      specialValues: 'error',
      schedule: { tag: 'continuous' },
    });
  });

  it('are found as a directory too, and warn only of what has no effect yet', async () => {
    const { pipelines, diagnostics } = await loadConfig({
      paths: ['examples'],
      environment,
      workingDirectory,
    });
    expect(pipelines.map(({ name }) => name)).toEqual(['pg_orders_to_uc']);
    expect(diagnostics).toMatchObject([
      { severity: 'warning', file: 'examples/pipeline.yml', line: 42, column: 3, code: 'not-acted-on' },
      { severity: 'warning', file: 'examples/pipeline.yml', line: 47, column: 1, code: 'not-acted-on' },
    ]);
  });

  it('name file, line and variable where the secrets are not set', async () => {
    const { pipelines, diagnostics } = await loadConfig({
      paths: ['examples'],
      environment: {},
      workingDirectory,
    });
    expect(pipelines).toEqual([]);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([
      { file: 'examples/gateway.yml', line: 12, column: 13, endColumn: 27, code: 'variable-missing' },
      { file: 'examples/pipeline.yml', line: 53, column: 20, code: 'variable-missing' },
    ]);
    expect(diagnostics.map(({ message }) => message).join()).toContain('PG_PASSWORD');
  });
});
