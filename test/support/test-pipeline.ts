import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { STATE_TABLE } from '../../src/checkpoint/checkpoint-sql.ts';
import { type RunOptions, runPipeline } from '../../src/ingest/run.ts';
import type { EmbeddedTarget, Pipeline, Selection } from '../../src/model/pipeline.ts';
import type { RunReport } from '../../src/model/run-report.ts';
import { Secret } from '../../src/model/secret.ts';
import type { RunEvent } from '../../src/report/reporter.ts';
import { openPostgresSource } from '../../src/source/postgres-source.ts';
import type { WarehouseOpener } from '../../src/warehouse/warehouse.ts';
import { expectTablesEqual } from './expect-tables-equal.ts';
import { openDatabase, type TestDatabase } from './postgres.ts';
import { openTestLakehouse, requireEmbedded, type TestLakehouse } from './test-lakehouse.ts';

type Overrides = Omit<Partial<Pipeline>, 'source' | 'target' | 'write' | 'limits' | 'selection'> & {
  readonly source?: Partial<Pipeline['source']>;
  readonly target?: Partial<EmbeddedTarget>;
  readonly write?: Partial<Pipeline['write']>;
  readonly limits?: Partial<Pipeline['limits']>;
  readonly selection?: Partial<Selection>;
};

/** How one run is to differ. `loadRangeRows` goes into the limits of the test's own pipeline, not into a given one's. */
type TestRunOptions = Partial<RunOptions> & { readonly loadRangeRows?: number };

/** A pipeline of its own for one test: a fresh database, and a fresh lakehouse in a temporary directory. */
export class TestPipeline implements AsyncDisposable {
  readonly database: TestDatabase;
  readonly directory: string;
  readonly lakehouse: TestLakehouse;
  readonly events: RunEvent[] = [];
  #overrides: Overrides = {};

  private constructor(database: TestDatabase, directory: string, lakehouse: TestLakehouse) {
    this.database = database;
    this.directory = directory;
    this.lakehouse = lakehouse;
  }

  /** Runs the SQL and publishes all tables. */
  static async open(setup: string, overrides: Overrides = {}): Promise<TestPipeline> {
    const database = await openDatabase();
    const directory = await mkdtemp(path.join(tmpdir(), 'tributary-test-'));
    const pipeline = new TestPipeline(database, directory, await openTestLakehouse(directory, database.name));
    pipeline.configure(overrides);
    await database.sql(setup);
    await database.prepareAsSource();
    return pipeline;
  }

  configure(overrides: Overrides): void {
    this.#overrides = overrides;
  }

  get pipeline(): Pipeline {
    const { replicationConnection: connection } = this.database;
    const { source, target, write, limits, selection, ...rest } = this.#overrides;
    return {
      name: 'test',
      description: undefined,
      naming: { prefix: 'pg_', case: 'lower' },
      specialValues: 'error',
      schedule: { tag: 'manual' },
      ...rest,
      source: {
        host: connection.host,
        port: connection.port,
        database: connection.database,
        username: connection.user,
        password: new Secret(connection.password),
        sslmode: 'disable',
        sslrootcert: undefined,
        slotName: `slot_${this.database.name}`,
        publicationName: 'lakeflow_publication',
        heartbeatIntervalMs: 10_000,
        connectTimeoutMs: 5_000,
        initialLoad: true,
        loadParallelism: 2,
        maxRetainedWalBytes: 128 * 1024 * 1024,
        ...source,
      },
      selection: {
        schemas: [{ name: 'public', tables: undefined }],
        excludeColumns: [],
        includeColumns: [],
        ...selection,
      },
      target:
        target === undefined
          ? this.lakehouse.target
          : { ...requireEmbedded(this.lakehouse.target), ...target },
      write: { mode: 'merge', keys: new Map(), deletedRows: 'remove', ...write },
      limits: {
        maxIntervalChanges: 1_000_000,
        maxIntervalBytes: 1024 ** 3,
        maxIntervalMs: 600_000,
        maxPartBytes: 32 * 1024 * 1024,
        maxPartRows: 100_000,
        loadRangeRows: 2_000_000,
        ...limits,
      },
    };
  }

  /** One run; fails the test unless the run did. */
  async ingest(options: TestRunOptions = {}): Promise<RunReport> {
    const report = await this.run(options);
    if (report.error !== null) {
      throw new Error(`the run failed: ${report.error.code}: ${report.error.message}`, {
        cause: this.lastError,
      });
    }
    return report;
  }

  /** The error behind the last report's, for a failing test to show. */
  lastError: unknown;

  async run({ loadRangeRows, ...options }: TestRunOptions = {}): Promise<RunReport> {
    const runId = randomUUID();
    const { pipeline } = this;
    const limits = loadRangeRows === undefined ? pipeline.limits : { ...pipeline.limits, loadRangeRows };
    const workDirectory = path.join(this.directory, 'work');
    await mkdir(workDirectory, { recursive: true });
    const never = new AbortController().signal;
    return runPipeline({
      pipeline: { ...pipeline, limits },
      warehouse: this.warehouse,
      openSource: openPostgresSource,
      reporter: { report: (event) => this.events.push(event) },
      stop: never,
      abandon: never,
      maxDurationMs: undefined,
      reload: [],
      now: Date.now,
      workDirectory,
      runId,
      onUnexpected: (error) => {
        this.lastError = error;
      },
      ...options,
    });
  }

  /** The lakehouse file, where the lakehouse is one. */
  get target(): EmbeddedTarget {
    return requireEmbedded(this.lakehouse.target);
  }

  get warehouse(): WarehouseOpener {
    return this.lakehouse.warehouse(this.pipeline.target);
  }

  /** Catalog and schema of the target tables, as SQL writes them. */
  get schema(): string {
    const { catalog, schema } = this.pipeline.target;
    return `${catalog}.${schema}`;
  }

  /** Runs a query on the lakehouse; every value as text. */
  query(sql: string): Promise<readonly (readonly (string | null)[])[]> {
    return this.lakehouse.withSide(this.pipeline.target, (side) => side.query(sql));
  }

  /** Fails unless the target of a table equals the whole source table. */
  async expectEqual(
    table: string,
    options: { readonly columns?: readonly string[]; readonly leftoverColumns?: readonly string[] } = {},
  ): Promise<void> {
    await this.lakehouse.withSide(this.pipeline.target, (target) =>
      expectTablesEqual({
        client: this.database.client,
        sourceTable: `public.${table}`,
        target,
        targetTable: `${this.schema}.pg_${table}`,
        ...options,
      }),
    );
  }

  async confirmedFlushLsn(): Promise<bigint> {
    const lsn = await this.database.value(
      `SELECT (confirmed_flush_lsn - '0/0')::text FROM pg_replication_slots WHERE slot_name = '${this.pipeline.source.slotName}'`,
    );
    return BigInt(lsn ?? 0);
  }

  async checkpointLsn(): Promise<bigint> {
    const [row] = await this.query(
      `SELECT lsn FROM ${this.schema}._tributary_checkpoint WHERE entry = 'checkpoint'`,
    );
    return BigInt(row?.[0] ?? 0);
  }

  async hasCheckpointTable(): Promise<boolean> {
    const { catalog, stateSchema: schema } = this.pipeline.target;
    await using warehouse = await this.warehouse.open(new AbortController().signal);
    return (await warehouse.describeTable({ catalog, schema, table: STATE_TABLE })) !== undefined;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.database[Symbol.asyncDispose]();
    await this.lakehouse[Symbol.asyncDispose]();
    await rm(this.directory, { recursive: true, force: true });
  }
}
