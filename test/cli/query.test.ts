import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli-process.ts';
import { sampleConfig } from '../support/sample-config.ts';
import { type TemporaryDirectory, temporaryDirectory } from '../support/temporary-directory.ts';

/** A directory with a lakehouse where a configuration without `target.path` puts it. */
async function directoryWithLakehouse(): Promise<TemporaryDirectory> {
  const directory = await temporaryDirectory({
    'pipeline.yml': sampleConfig({ passwordVariable: 'PG_PASSWORD' }),
  });
  const instance = await DuckDBInstance.create(join(directory.path, 'lakehouse.duckdb'));
  const connection = await instance.connect();
  await connection.run('CREATE SCHEMA orders_to_lake_raw');
  await connection.run('CREATE TABLE orders_to_lake_raw.orders AS SELECT 1 AS order_id');
  connection.closeSync();
  instance.closeSync();
  return directory;
}

describe('tributary query', () => {
  it.each([
    ['the usual place', []],
    ['--lakehouse', ['--lakehouse', './lakehouse.duckdb']],
    ['--config, secrets not being needed', ['--config', 'pipeline.yml']],
  ])('finds the lakehouse by %s', async (_, flags) => {
    await using directory = await directoryWithLakehouse();
    const result = await runCli(['query', ...flags, 'SELECT * FROM lakehouse.orders_to_lake_raw.orders'], {
      directory: directory.path,
    });
    expect(result).toEqual({ exitCode: 0, stdout: 'order_id\n────────\n       1\n(1 row)\n', stderr: '' });
  });

  it('finds the lakehouse by TRIBUTARY_LAKEHOUSE, and lists its tables', async () => {
    await using directory = await directoryWithLakehouse();
    await using elsewhere = await temporaryDirectory();
    const result = await runCli(['query', 'SHOW TABLES', '--format', 'csv'], {
      directory: elsewhere.path,
      environment: { TRIBUTARY_LAKEHOUSE: join(directory.path, 'lakehouse.duckdb') },
    });
    expect(result.stdout).toBe('name\r\norders\r\n');
  });

  it.each([
    ['selec 1', 'Parser Error'],
    ['DELETE FROM orders', 'it cannot change it'],
  ])('answers %j with 2 and one clear message', async (sql, message) => {
    await using directory = await directoryWithLakehouse();
    const result = await runCli(['query', sql], { directory: directory.path });
    expect(result).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining(message) });
    expect(result.stderr).not.toMatch(/^\s+at /m);
  });

  it('says where it looked when there is no lakehouse', async () => {
    await using directory = await temporaryDirectory();
    const result = await runCli(['query', 'SHOW TABLES'], { directory: directory.path });
    expect(result).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('lakehouse.duckdb') });
  });

  it('says that a run holds the file, with 1, because that passes', async () => {
    await using directory = await directoryWithLakehouse();
    const instance = await DuckDBInstance.create(join(directory.path, 'lakehouse.duckdb'));
    const result = await runCli(['query', 'SHOW TABLES'], { directory: directory.path });
    instance.closeSync();
    expect(result).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('target-locked') });
  });
});
