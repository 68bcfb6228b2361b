import { randomUUID } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { SqlEngineError } from '../support/front/service.ts';
import { connectSparkEngine } from '../support/spark/spark-engine.ts';
import { NO_SETTINGS, openTestCatalog, type TestCatalog } from '../support/spark/test-catalog.ts';

async function openOrders(): Promise<{
  readonly lake: TestCatalog;
  readonly orders: string;
  readonly schema: string;
}> {
  const catalog = `engine_${randomUUID().slice(0, 8)}`;
  const lake = await openTestCatalog(catalog);
  const schema = `${catalog}.raw`;
  await lake.run(`CREATE SCHEMA ${schema}`);
  await lake.run(
    `CREATE TABLE ${schema}.orders (id BIGINT NOT NULL COMMENT 'key', amount DECIMAL(10,2), at TIMESTAMP_NTZ, PRIMARY KEY (id))
     USING DELTA CLUSTER BY (id) COMMENT 'Orders' TBLPROPERTIES ('delta.columnMapping.mode' = 'name')`,
  );
  return { lake, schema, orders: `${schema}.orders` };
}

const failureOf = (statement: Promise<unknown>) =>
  statement.then(
    () => expect.fail('the statement has succeeded'),
    (error: unknown) => error,
  );

describe('a session', () => {
  it('tells numbers and booleans as such, and everything else as text', async () => {
    await using lake = await openTestCatalog('engine');
    const { columns, rows } = await lake.run(
      `SELECT 1 AS i, 9007199254740993 AS b, 0.5D AS d, true AS t, CAST(1.5 AS DECIMAL(10,2)) AS x,
              TIMESTAMP '2026-01-02 03:04:05.000006' AS ts, CAST(NULL AS INT) AS n, 'é🙂' AS s, DOUBLE('NaN') AS nan`,
    );
    expect(columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
      ...[
        'i INT',
        'b BIGINT',
        'd DOUBLE',
        't BOOLEAN',
        'x STRING',
        'ts STRING',
        'n INT',
        's STRING',
        'nan DOUBLE',
      ],
    ]);
    const values = [
      1,
      9007199254740993n,
      0.5,
      true,
      '1.50',
      '2026-01-02 03:04:05.000006',
      null,
      'é🙂',
      Number.NaN,
    ];
    expect(rows).toEqual([values]);
  });

  it('keeps its settings and its current schema to itself', async () => {
    const { lake, schema } = await openOrders();
    await using _ = lake;
    await lake.run(`USE ${schema}`);
    await lake.run("SET TIME ZONE 'Europe/Vienna'");
    expect((await lake.run('SELECT count(*) FROM orders')).rows).toEqual([[0n]]);
    const other = await lake.engine.openSession(NO_SETTINGS);
    const { rows } = await other.execute(
      'SELECT current_timezone(), current_catalog()',
      AbortSignal.timeout(60_000),
    );
    expect(rows).toEqual([['UTC', 'spark_catalog']]);
  });

  it('counts the rows of a statement as a warehouse does', async () => {
    const { lake, orders } = await openOrders();
    await using _ = lake;
    await lake.run(`INSERT INTO ${orders} VALUES (1, 1.5, NULL), (2, 2.5, NULL)`);
    const updated = await lake.run(`UPDATE ${orders} SET amount = 3 WHERE id = 1`);
    expect(updated).toEqual({ columns: [{ name: 'num_affected_rows', type: 'BIGINT' }], rows: [[1n]] });
    const merged = await lake.run(
      `MERGE INTO ${orders} AS t USING (SELECT * FROM VALUES (2L, 'd'), (3L, 'u') AS s(id, op)) AS s ON t.id = s.id
       WHEN MATCHED AND s.op = 'd' THEN DELETE WHEN NOT MATCHED THEN INSERT (id) VALUES (s.id)`,
    );
    expect(merged.columns.map(({ name }) => name)).toEqual([
      ...['num_affected_rows', 'num_updated_rows', 'num_deleted_rows', 'num_inserted_rows'],
    ]);
    expect(merged.rows).toEqual([[2n, 0n, 1n, 1n]]);
  });

  it('fails in the words of Databricks: a condition, a SQLSTATE, no stack and no plan', async () => {
    const { lake, schema } = await openOrders();
    await using _ = lake;
    const missing = await failureOf(lake.run(`SELECT * FROM ${schema}.nowhere`));
    expect(missing).toBeInstanceOf(SqlEngineError);
    expect(missing).toMatchObject({ sqlState: '42P01' });
    expect(String(missing)).toMatch(
      /^SqlEngineError: \[TABLE_OR_VIEW_NOT_FOUND\] The table or view .*SQLSTATE: 42P01; line 1 pos 14$/s,
    );
    const raised = await failureOf(
      lake.run("SELECT raise_error(concat('fenced by ', id)) FROM range(3) WHERE id = 2"),
    );
    expect(raised).toMatchObject({
      message: '[USER_RAISED_EXCEPTION] fenced by 2 SQLSTATE: P0001',
      sqlState: 'P0001',
    });
    expect(await failureOf(lake.run('SELEC 1'))).toMatchObject({
      message: expect.stringMatching(/^\[PARSE_SYNTAX_ERROR\]/),
      sqlState: '42601',
    });
    expect(await failureOf(lake.run('SELECT * FROM parquet.`/Volumes/a/b/c/nowhere`'))).toMatchObject({
      message: '[PATH_NOT_FOUND] Path does not exist: /Volumes/a/b/c/nowhere. SQLSTATE: 42K03',
      sqlState: '42K03',
    });
  });

  it('gives up a statement that is cancelled, and goes on with others', async () => {
    await using lake = await openTestCatalog('engine');
    const cancellation = new AbortController();
    const endless = lake.session.execute(
      'SELECT sum(a.id * b.id) FROM range(10000000) AS a CROSS JOIN range(10000000) AS b',
      cancellation.signal,
    );
    expect((await lake.run('SELECT 1')).rows).toEqual([[1]]);
    cancellation.abort();
    await expect(endless).rejects.toBeInstanceOf(SqlEngineError);
    expect((await lake.run('SELECT 2')).rows).toEqual([[2]]);
  });

  it('is refused to whoever does not know the token', async () => {
    await using stranger = await connectSparkEngine({ ...inject('spark'), token: 'guessed' });
    await expect(stranger.openSession(NO_SETTINGS)).rejects.toThrow('Spark has ended');
  });
});

describe('the catalog', () => {
  it('describes a table as Unity Catalog does', async () => {
    const { lake, orders } = await openOrders();
    await using _ = lake;
    expect(await lake.engine.tables.table(orders.toUpperCase())).toEqual({
      fullName: orders,
      tableType: 'MANAGED',
      dataSourceFormat: 'DELTA',
      columns: [
        { name: 'id', typeText: 'bigint', nullable: false },
        { name: 'amount', typeText: 'decimal(10,2)', nullable: true },
        { name: 'at', typeText: 'timestamp_ntz', nullable: true },
      ],
      properties: expect.objectContaining({ 'delta.columnMapping.mode': 'name' }),
    });
    expect(await lake.engine.tables.table(`${orders}_2`)).toBeUndefined();
  });

  it('makes schemas and volumes once', async () => {
    const { lake, schema } = await openOrders();
    await using _ = lake;
    const { tables } = lake.engine;
    expect(await tables.catalog('nowhere')).toBeUndefined();
    expect(await tables.schema(schema)).toEqual({ fullName: schema });
    expect(await tables.schema(`${schema}_2`)).toBeUndefined();
    await tables.createSchema(`${schema}_2`);
    await lake.run(`CREATE TABLE ${schema}_2.orders (id INT)`);
    await tables.createSchema(`${schema}_2`);
    expect(await tables.table(`${schema}_2.orders`)).toBeDefined();
    expect(await tables.volume(`${schema}.stage`)).toBeUndefined();
    await lake.run(`CREATE VOLUME IF NOT EXISTS ${schema}.stage`);
    expect(await tables.volume(`${schema}.stage`)).toEqual(await tables.createVolume(`${schema}.stage`));
  });
});

describe('the parser', () => {
  it('knows what Delta adds to SQL, and refuses what neither knows', async () => {
    await using lake = await openTestCatalog('engine');
    await lake.engine.parse('CREATE TABLE a.b.c (id INT) USING DELTA CLUSTER BY (id)');
    await lake.engine.parse('OPTIMIZE a.b.c ZORDER BY (id)');
    for (const databricksOnly of [
      'CREATE TABLE a.b.c (id INT NOT NULL, PRIMARY KEY (id))',
      'CREATE TABLE a.b.c (id INT) USING DELTA CLUSTER BY AUTO',
      'CREATE VOLUME a.b.c',
    ])
      await expect(lake.engine.parse(databricksOnly)).rejects.toMatchObject({ sqlState: '42601' });
  });
});
