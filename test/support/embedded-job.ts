import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { duckdbSide } from '../../src/demo/target-side.ts';
import { expectTablesEqual } from './expect-tables-equal.ts';
import { type GithubEvent, scheduleEvent } from './github/events.ts';
import { type FakeGithub, type FakeGithubOptions, startGithub } from './github/fake-github.ts';
import { openDatabase, type TestDatabase } from './postgres.ts';
import { type ActionResult, type RunActionOptions, runAction } from './runner-emulator.ts';
import { sampleConfig } from './sample-config.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { REPLICATION_USER } from './test-server.ts';

export interface EmbeddedJobOptions {
  /** Run at the source before everything is published. */
  readonly setup: string;
  /** Appended to the pipeline's document. */
  readonly configuration?: string;
  readonly github?: FakeGithubOptions;
  readonly event?: GithubEvent;
}

/**
 * A job whose pipeline `orders_to_lake` fills the embedded lakehouse, so that its rows can be compared. The packaged Action
 * finds DuckDB where the project has it installed; a job of a user's has none.
 */
export interface EmbeddedJob extends AsyncDisposable {
  readonly database: TestDatabase;
  readonly github: FakeGithub;
  /** The checked-out repository; the pipeline is its `pipeline.yml`. */
  readonly directory: string;
  readonly slot: string;
  /** Runs the Action, with the command `run` unless told otherwise. */
  run(inputs?: Readonly<Record<string, string>>, options?: Partial<RunActionOptions>): Promise<ActionResult>;
  /** The text of the JSON report that the last run left. */
  reportText(): Promise<string>;
  /** The same, read. */
  report(): Promise<unknown>;
  /** Runs SQL on the lakehouse `lakehouse`; every value as text. */
  lakehouse(sql: string): Promise<readonly (readonly (string | null)[])[]>;
  /** Fails unless the target of a table of `public` equals the whole source table. */
  expectEqual(table: string): Promise<void>;
  /** The pipeline's configuration. */
  readonly configuration: string;
}

/** All tables of `public` are selected. */
export async function openEmbeddedJob(options: EmbeddedJobOptions): Promise<EmbeddedJob> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await openDatabase());
  await database.sql(options.setup);
  await database.prepareAsSource();
  const slot = `${database.name}_slot`;
  const configuration = `${sampleConfig({
    table: "'*'",
    port: database.connection.port,
    database: database.name,
    slot,
    passwordVariable: 'PG_PASSWORD',
  })}${options.configuration ?? ''}`;
  const repository = stack.use(await temporaryDirectory({ 'pipeline.yml': configuration }));
  const github = stack.use(await startGithub(options.github));
  const reportPath = join(repository.path, 'tributary-report.json');
  const withLakehouse = async <T>(use: (query: Query) => Promise<T>): Promise<T> =>
    await queryLakehouse(join(repository.path, 'lakehouse.duckdb'), use);
  const owned = stack.move();
  return {
    database,
    github,
    slot,
    configuration,
    directory: repository.path,
    run: async (inputs, more) => {
      await writeFile(reportPath, '');
      return await runAction({
        inputs: { command: 'run', config: 'pipeline.yml', ...inputs },
        workspace: repository.path,
        env: { PG_PASSWORD: REPLICATION_USER.password },
        event: options.event ?? scheduleEvent(),
        github,
        secrets: [REPLICATION_USER.password],
        ...more,
      });
    },
    reportText: () => readFile(reportPath, 'utf8'),
    report: async () => JSON.parse(await readFile(reportPath, 'utf8')),
    lakehouse: (sql) => withLakehouse((query) => query(sql)),
    expectEqual: (table) =>
      withLakehouse((query) =>
        expectTablesEqual({
          client: database.client,
          sourceTable: `public.${table}`,
          targetTable: `lakehouse.orders_to_lake_raw.${table}`,
          target: duckdbSide(query),
        }),
      ),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

type Query = (sql: string) => Promise<readonly (readonly (string | null)[])[]>;

async function queryLakehouse<T>(file: string, use: (query: Query) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run("SET TimeZone = 'UTC'");
    await connection.run(`ATTACH '${file}' AS lakehouse`);
    return await use(async (sql) => {
      const rows = (await connection.runAndReadAll(sql)).getRows();
      return rows.map((row) => row.map((value) => (value === null ? null : String(value))));
    });
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
