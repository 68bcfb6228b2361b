// biome-ignore-all lint/suspicious/noTemplateCurlyInString: `${NAME}` is the syntax of a configuration's variables.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type InitCommandOptions, initCommand } from '../../src/commands/init-command.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { runCli } from '../support/cli-process.ts';
import { openDatabase, type TestDatabase } from '../support/postgres.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { REPLICATION_USER } from '../support/test-server.ts';

const PASSWORD = 'correct-horse';

async function openShop(): Promise<TestDatabase> {
  const database = await openDatabase();
  await database.sql(/*sql*/ `
    CREATE TYPE place AS (street text, town text);
    CREATE TABLE customers (id bigint PRIMARY KEY, name text, email text, home place);
    CREATE TABLE "Order" (no text NOT NULL, total numeric(12,2));
    CREATE UNIQUE INDEX order_no ON "Order" (no);
    CREATE TABLE visits (at timestamptz NOT NULL, page text);
    CREATE TABLE events (id bigint, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
    CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
    INSERT INTO customers VALUES (1, 'Ada', 'ada@example.com', ROW('Main', 'Ulm'));
    INSERT INTO "Order" VALUES ('A-1', 10.50), ('A-2', 20);
    INSERT INTO events VALUES (1, '2026-05-01'), (2, '2026-06-01');
    ANALYZE;`);
  return database;
}

/** Runs the command with flags alone; what it prints, with what the database and the directory have. */
async function init(database: TestDatabase, directory: string, changes: Partial<InitCommandOptions> = {}) {
  const { host, port, user, password, database: name } = database.connection;
  const printed: string[] = [];
  const stream = { write: (text: string) => printed.push(text) };
  const exitCode = await initCommand(
    {
      dir: '.',
      yes: true,
      offline: false,
      force: false,
      host,
      port: String(port),
      database: name,
      user: REPLICATION_USER.user,
      lookAs: user,
      pipeline: 'shop',
      target: 'embedded',
      publication: 'shop_publication',
      ...changes,
    },
    {
      stdout: stream,
      stderr: stream,
      environment: { PGPASSWORD: password, PG_PASSWORD: undefined },
      workingDirectory: directory,
      nowMs: Date.now,
      newRunId: () => 'none',
    },
    new PassThrough(),
  );
  return { exitCode, text: printed.join('') };
}

/** The SQL of the first section, as an administrator would paste it. */
function setUpOf(text: string): string {
  const [, section = ''] = /1\. PostgreSQL[^\n]*\n\n([\s\S]*?)\n\n2\. /.exec(text) ?? [];
  return section;
}

describe('init over a live database', () => {
  it('leads to a first run by what it writes and what it prints, and nothing else', async () => {
    await using database = await openShop();
    await using directory = await temporaryDirectory();
    const { exitCode, text } = await init(database, directory.path);
    expect(exitCode).toBe(0);
    expect(setUpOf(text)).toContain('REPLICA IDENTITY USING INDEX order_no');
    await database.sql(setUpOf(text));
    const cli = {
      directory: directory.path,
      environment: { PG_PASSWORD: REPLICATION_USER.password },
    };
    const validated = await runCli(['validate', '--config', 'pipelines/'], cli);
    expect(validated).toMatchObject({ exitCode: 0, stderr: '' });
    const ran = await runCli(['run', '--config', 'pipelines/', '--format', 'json'], cli);
    expect(ran.exitCode, ran.stderr).toBe(0);
    const queried = await runCli(
      [
        'query',
        `SELECT (SELECT count(*) FROM lakehouse.postgres_raw.events) AS events,
                (SELECT sum(total) FROM lakehouse.postgres_raw."Order") AS total,
                (SELECT string_agg(column_name, ',') FROM information_schema.columns
                 WHERE table_name = 'customers' AND column_name NOT LIKE '\\_%' ESCAPE '\\') AS columns`,
        '--lakehouse',
        'lakehouse.duckdb',
        '--format',
        'csv',
      ],
      cli,
    );
    expect(queried.stdout).toContain('2,30.50,"id,name"');
  });

  it('tells what it left out, and why', async () => {
    await using database = await openShop();
    await using directory = await temporaryDirectory();
    const { text } = await init(database, directory.path);
    expect(text).toMatch(/note: public\.visits is left out: it has no primary key/);
    expect(text).toMatch(/note: public\.customers\.email is excluded: it looks like an e-mail address/);
    expect(text).toMatch(/note: public\.customers\.home is excluded: its type cannot be brought over/);
    expect(text).not.toContain('events_2026');
  });

  it('never writes a password, a row, or over a file', async () => {
    await using database = await openShop();
    await using directory = await temporaryDirectory({
      '.github/workflows/tributary-sync.yml': 'name: Mine\n',
    });
    const first = await init(database, directory.path, {
      target: 'unity_catalog',
      catalog: 'lakehouse',
      repository: 'acme/pipelines',
    });
    expect(first.text).toContain('kept      .github/workflows/tributary-sync.yml');
    expect(first.text).toContain('written   pipelines/shop.yml');
    expect(await readFile(join(directory.path, '.github/workflows/tributary-sync.yml'), 'utf8')).toBe(
      'name: Mine\n',
    );
    const pipeline = await readFile(join(directory.path, 'pipelines/shop.yml'), 'utf8');
    for (const text of [first.text, pipeline]) {
      expect(text).not.toContain(database.connection.password);
      expect(text).not.toContain('ada@example.com');
    }
    expect(pipeline).toContain('password: ${PG_PASSWORD}');

    await writeFile(join(directory.path, 'pipelines/shop.yml'), '# mine\n');
    const second = await init(database, directory.path, {
      target: 'unity_catalog',
      catalog: 'lakehouse',
      repository: 'acme/pipelines',
      force: true,
    });
    expect(second.text).toContain('replaced  pipelines/shop.yml');
    expect(second.text).toContain('unchanged .github/workflows/tributary-check.yml');
    const { diagnostics } = await loadConfig({
      paths: ['pipelines/'],
      environment: { PG_PASSWORD: PASSWORD },
      workingDirectory: directory.path,
    });
    expect(diagnostics).toEqual([]);
  });

  it('says what is wrong where the database cannot be reached, and writes nothing', async () => {
    await using database = await openShop();
    await using directory = await temporaryDirectory();
    await expect(init(database, directory.path, { database: 'nowhere' })).rejects.toMatchObject({
      code: 'source-unreachable',
    });
    await expect(readFile(join(directory.path, 'pipelines/shop.yml'))).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });

  it('does without a look, given the tables', async () => {
    await using database = await openShop();
    await using directory = await temporaryDirectory();
    const { text } = await init(database, directory.path, {
      offline: true,
      host: 'db.invalid',
      tables: 'orders, crm.people',
    });
    expect(setUpOf(text)).toContain('FOR TABLE public.orders, crm.people;');
  });
});
