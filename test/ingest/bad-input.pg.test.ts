import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { type CliResult, runCli } from '../support/cli-process.ts';
import { ROW_VALUE, shownText } from '../support/remedy.ts';
import { openSampleSource, type SampleSource } from '../support/sample-source.ts';
import { TestPipeline } from '../support/test-pipeline.ts';

const RUN = ['run', '--config', 'pipeline.yml'];
const DONE = expect.stringMatching(/^✔ orders_to_lake: done/);

interface Case {
  readonly name: string;
  /** Text of the configuration to replace, and by what. */
  readonly config?: readonly [string | RegExp, string];
  readonly password?: string;
  readonly code: string;
  readonly says: RegExp;
}

const CASES: readonly Case[] = [
  {
    name: 'a wrong password',
    password: 'wrong-password-5150',
    code: 'source-authentication-failed',
    says: /refused the password of user "lakeflow_user"/,
  },
  {
    name: 'a user that does not exist',
    config: ['username: lakeflow_user', 'username: nobody_at_all'],
    code: 'source-authentication-failed',
    says: /user "nobody_at_all"/,
  },
  {
    name: 'a database that does not exist',
    config: [/database: test_\w+/g, 'database: nowhere'],
    code: 'source-unreachable',
    says: /has no database "nowhere"/,
  },
  {
    name: 'a host that cannot be found',
    config: ['host: 127.0.0.1', 'host: nowhere.invalid'],
    code: 'source-unreachable',
    says: /host "nowhere\.invalid" cannot be found/,
  },
  {
    name: 'a port where nothing listens',
    config: [/port: \d+/, 'port: 1'],
    code: 'source-unreachable',
    says: /Nothing listens at 127\.0\.0\.1:1/,
  },
  {
    name: 'TLS that the server does not offer',
    config: ['sslmode: disable', 'sslmode: require'],
    code: 'source-tls-failed',
    says: /does not offer TLS[\s\S]*sslmode/,
  },
  {
    name: 'a lakehouse below a file',
    config: ['type: embedded', 'type: embedded\n  path: ./pipeline.yml/lake.duckdb'],
    code: 'target-read-only',
    says: /directory of the lakehouse cannot be made[\s\S]*target\.path/,
  },
  {
    name: 'a lakehouse where nothing can be written',
    config: ['type: embedded', 'type: embedded\n  path: /proc/lake.duckdb'],
    code: 'target-',
    says: /lakehouse \/proc\/lake\.duckdb cannot be/,
  },
  {
    name: 'a lakehouse that is some other file',
    config: ['type: embedded', 'type: embedded\n  path: ./pipeline.yml'],
    code: 'target-unavailable',
    says: /pipeline\.yml[\s\S]*must be a DuckDB file/,
  },
  {
    name: 'a lakehouse that is a directory',
    config: ['type: embedded', 'type: embedded\n  path: ./folder'],
    code: 'target-unavailable',
    says: /folder[\s\S]*must be a DuckDB file/,
  },
];

describe('a run that cannot work says one clear thing, ends with 1, loses nothing, and the next one works:', () => {
  it.each(CASES)('$name', async ({ config, password, code, says }) => {
    // GIVEN a pipeline that has ingested, with a change pending
    await using source = await openSampleSource();
    const options = { directory: source.directory.path, environment: source.environment };
    expect(await runCli(RUN, options)).toMatchObject({ exitCode: 0, stdout: DONE });
    await source.database.sql('UPDATE orders SET amount = 99 WHERE order_id = 1');
    const file = join(source.directory.path, 'pipeline.yml');
    const text = await readFile(file, 'utf8');
    await mkdir(join(source.directory.path, 'folder'));
    if (config !== undefined) await writeFile(file, text.replaceAll(asGlobal(config[0]), config[1]));
    // WHEN something of what it is given is wrong
    const before = await slotOf(source);
    const environment = password === undefined ? source.environment : { PG_PASSWORD: password };
    const failed = await runCli(RUN, { ...options, environment });
    // THEN
    expect(failed.exitCode).toBe(1);
    expect(outputOf(failed)).toContain(code);
    expect(outputOf(failed)).toMatch(says);
    expectClean(failed, [source.environment['PG_PASSWORD'], password]);
    expect(await slotOf(source)).toBe(before);
    // AND
    await writeFile(file, text);
    expect(await runCli(RUN, options)).toMatchObject({ exitCode: 0, stdout: DONE });
    expect(await amountOfFirstOrder(source)).toBe('99.00');
  });

  it('a lakehouse that another program has open', async () => {
    await using source = await openSampleSource();
    const options = { directory: source.directory.path, environment: source.environment };
    expect(await runCli(RUN, options)).toMatchObject({ exitCode: 0, stdout: DONE });
    await source.database.sql('UPDATE orders SET amount = 99 WHERE order_id = 1');
    const before = await slotOf(source);
    const other = await DuckDBInstance.create(join(source.directory.path, 'lakehouse.duckdb'));
    let failed: CliResult;
    try {
      failed = await runCli(RUN, options);
    } finally {
      other.closeSync();
    }
    expect(failed.exitCode).toBe(1);
    expect(outputOf(failed)).toMatch(/open in another program/);
    expect(outputOf(failed)).toContain(String(process.pid));
    expectClean(failed, [source.environment['PG_PASSWORD']]);
    expect(await slotOf(source)).toBe(before);
    expect(await runCli(RUN, options)).toMatchObject({ exitCode: 0, stdout: DONE });
    expect(await amountOfFirstOrder(source)).toBe('99.00');
  });
});

describe('a full disk', () => {
  it.each([
    { when: 'in the first load', name: (oid: string) => `t${oid}-load-0-0.parquet`, load: false },
    { when: 'in an interval', name: (oid: string) => `t${oid}-part-0.parquet`, load: true },
  ])('$when ends the run with one clear message, and the next one works', async ({ name, load }) => {
    await using p = await TestPipeline.open(
      `CREATE TABLE orders (id int PRIMARY KEY, label text); INSERT INTO orders VALUES (1, '${ROW_VALUE}');`,
    );
    if (load) {
      await p.ingest();
      await p.database.sql(`INSERT INTO orders VALUES (2, '${ROW_VALUE}')`);
    }
    const oid = (await p.database.value("SELECT 'orders'::regclass::oid::text")) ?? '';
    const staged = join(p.directory, 'work', name(oid));
    await mkdir(join(p.directory, 'work'), { recursive: true });
    await rm(staged, { force: true });
    await symlink('/dev/full', staged);
    const failed = await p.run();
    expect({ status: failed.status, code: failed.error?.code }).toEqual({
      status: 'failed',
      code: 'disk-full',
    });
    expect(shownText(failed.error)).toMatch(/No space is left[\s\S]*Free space/);
    await rm(staged, { force: true });
    await p.ingest();
    await p.expectEqual('orders');
  });
});

function asGlobal(pattern: string | RegExp): RegExp | string {
  return typeof pattern === 'string' ? pattern : new RegExp(pattern.source, 'g');
}

function outputOf({ stdout, stderr }: CliResult): string {
  return stdout + stderr;
}

/** One report of one failure: no trace of the program, no secret, nothing of a row. */
function expectClean(result: CliResult, secrets: readonly (string | undefined)[]): void {
  const output = outputOf(result);
  expect(output.match(/failed/g)?.length).toBeGreaterThan(0);
  expect(output.match(/^✘ /gm)).toHaveLength(1);
  expect(output).not.toMatch(/^\s+at |node_modules|\bundefined\b|\[object|internal-error|Please report/m);
  for (const secret of secrets) if (secret !== undefined) expect(output).not.toContain(secret);
}

async function slotOf({ database }: SampleSource): Promise<string | null> {
  return await database.value(
    `SELECT slot_name || confirmed_flush_lsn FROM pg_replication_slots WHERE database = current_database()`,
  );
}

async function amountOfFirstOrder({ directory }: SampleSource): Promise<string | undefined> {
  const query = [
    'query',
    'SELECT amount FROM orders WHERE order_id = 1',
    '--format',
    'csv',
    '--config',
    'pipeline.yml',
  ];
  const { stdout, stderr } = await runCli(query, {
    directory: directory.path,
    environment: { PG_PASSWORD: 'x' },
  });
  return stdout.split('\r\n')[1] ?? stderr;
}
