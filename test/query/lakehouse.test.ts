import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Lakehouse } from '../../src/query/lakehouse.ts';

describe('Lakehouse', () => {
  let directory = '';
  let path = '';
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'lakehouse-'));
    path = join(directory, "o'brien.duckdb");
    const instance = await DuckDBInstance.create(path);
    const connection = await instance.connect();
    await connection.run('CREATE SCHEMA postgres_raw; CREATE SCHEMA state');
    await connection.run(
      'CREATE TABLE postgres_raw.pg_orders AS SELECT 9007199254740993 AS order_id, NULL::VARCHAR AS note',
    );
    await connection.run('CREATE TABLE state.checkpoints (lsn BIGINT)');
    connection.closeSync();
    instance.closeSync();
  });
  afterAll(() => rm(directory, { recursive: true }));

  const open = (): Promise<Lakehouse> => Lakehouse.open({ path, catalog: 'lake house' });

  it('lists the tables of every schema', async () => {
    using lakehouse = await open();
    expect((await lakehouse.query('SHOW TABLES')).rows).toEqual([['checkpoints'], ['pg_orders']]);
  });

  it('knows tables by bare names and in three parts, and keeps every digit', async () => {
    using lakehouse = await open();
    const rows = [['9007199254740993', null]];
    expect((await lakehouse.query('SELECT * FROM pg_orders')).rows).toEqual(rows);
    expect((await lakehouse.query('SELECT * FROM "lake house".postgres_raw.pg_orders')).rows).toEqual(rows);
    expect((await lakehouse.query('FROM pg_orders')).jsonRows).toEqual([
      { order_id: '9007199254740993', note: null },
    ]);
  });

  it.each([
    "INSERT INTO pg_orders VALUES (1, 'x')",
    'UPDATE pg_orders SET order_id = 1',
    'DELETE FROM pg_orders',
    'DROP TABLE pg_orders',
    'CREATE TABLE mine (a INT)',
  ])('refuses to change anything: %s', async (sql) => {
    using lakehouse = await open();
    await expect(lakehouse.query(sql)).rejects.toMatchObject({
      code: 'usage-invalid',
      message: 'A query reads the lakehouse; it cannot change it.',
    });
  });

  it('passes on what DuckDB says about a wrong statement', async () => {
    using lakehouse = await open();
    await expect(lakehouse.query('selec 1')).rejects.toThrow(
      /^Parser Error: syntax error at or near "selec"/,
    );
    await expect(lakehouse.query('FROM nowhere')).rejects.toThrow('Table with name nowhere does not exist');
  });

  it.each([
    ['', 0],
    ['SELECT 1; SELECT 2', 2],
  ])('takes one statement: %j has %i', async (sql, count) => {
    using lakehouse = await open();
    await expect(lakehouse.query(sql)).rejects.toThrow(`holds ${count} statements`);
  });

  it('says that a file is missing, or is something else', async () => {
    const missing = join(directory, 'missing.duckdb');
    await expect(Lakehouse.open({ path: missing, catalog: 'c' })).rejects.toMatchObject({
      code: 'usage-invalid',
      message: `There is no lakehouse file ${missing}.`,
    });
    const other = join(directory, 'notes.txt');
    await writeFile(other, 'not a database');
    await expect(Lakehouse.open({ path: other, catalog: 'c' })).rejects.toMatchObject({
      code: 'usage-invalid',
      message: `The file ${other} is not a lakehouse that this version can read.`,
    });
  });
});
