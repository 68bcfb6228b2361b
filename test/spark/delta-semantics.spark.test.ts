import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestCatalog, type TestCatalog } from '../support/spark/test-catalog.ts';

/** What our statements take for granted of Spark and Delta. */
const CATALOG = `semantics_${randomUUID().slice(0, 8)}`;
const RAW = `${CATALOG}.raw`;

beforeAll(async () => {
  await using lake = await openTestCatalog(CATALOG);
  await lake.run(`CREATE SCHEMA ${RAW}`);
});

/** A table of keys 1, 2, 3 with LSNs 10, 20, 30. */
async function openLake(): Promise<{ readonly lake: TestCatalog; readonly table: string }> {
  const lake = await openTestCatalog(CATALOG);
  const table = `${RAW}.t_${randomUUID().replaceAll('-', '')}`;
  await lake.run(
    `CREATE TABLE ${table} (id BIGINT NOT NULL, v STRING, lsn BIGINT NOT NULL) USING DELTA CLUSTER BY (id)
     TBLPROPERTIES ('delta.columnMapping.mode' = 'name', 'delta.enableDeletionVectors' = 'true')`,
  );
  await lake.run(`INSERT INTO ${table} VALUES (1, 'a', 10), (2, 'b', 20), (3, 'c', 30)`);
  return { lake, table };
}

async function contentsOf(lake: TestCatalog, table: string): Promise<readonly string[]> {
  const { rows } = await lake.run(`SELECT concat_ws(' ', id, v, lsn) FROM ${table} ORDER BY id`);
  return rows.map(([line]) => String(line));
}

const UNCHANGED = ['1 a 10', '2 b 20', '3 c 30'];

describe('raise_error in a branch of CASE', () => {
  const merge = (table: string, values: string) =>
    `MERGE INTO ${table} AS t USING (SELECT * FROM VALUES ${values} AS s(id, keep)) AS s ON t.id = s.id
     WHEN MATCHED THEN UPDATE SET v = CASE WHEN s.keep THEN raise_error('no old value') ELSE 'new' END
     WHEN NOT MATCHED THEN INSERT (id, v, lsn) VALUES (s.id, CASE WHEN s.keep THEN raise_error('no value') ELSE 'new' END, 1)`;

  it.each(['NO_CODEGEN', 'CODEGEN_ONLY'])(
    'fails a MERGE only when a row takes the branch (%s)',
    async (mode) => {
      const { lake, table } = await openLake();
      await using _ = lake;
      await lake.run(`SET spark.sql.codegen.factoryMode = ${mode}`);
      await lake.run(`SET spark.sql.codegen.wholeStage = ${mode === 'CODEGEN_ONLY'}`);
      await expect(lake.run(merge(table, '(1L, false), (4L, true)'))).rejects.toThrow(
        '[USER_RAISED_EXCEPTION] no value',
      );
      await expect(lake.run(merge(table, '(1L, true), (4L, false)'))).rejects.toThrow('no old value');
      expect(await contentsOf(lake, table)).toEqual(UNCHANGED);
      await lake.run(merge(table, '(1L, false), (4L, false)'));
      expect(await contentsOf(lake, table)).toEqual(['1 new 10', '2 b 20', '3 c 30', '4 new 1']);
    },
  );
});

describe('a fence in the source of a MERGE', () => {
  const merge = (table: string, state: string, source: string) =>
    `MERGE INTO ${table} AS t USING (SELECT * FROM ${source} WHERE lsn >= (SELECT CASE WHEN max(epoch) = 3 THEN 0
       ELSE raise_error(concat('fenced by ', coalesce(CAST(max(epoch) AS STRING), 'none'))) END FROM ${state} WHERE pipeline = 'p')) AS s
     ON t.id = s.id WHEN MATCHED THEN UPDATE SET v = s.v WHEN NOT MATCHED THEN INSERT (id, v, lsn) VALUES (s.id, s.v, s.lsn)`;
  const SOURCE = "VALUES (1L, 'new', 40L) AS s(id, v, lsn)";

  it('lets the run of its epoch pass, and fails every other one, one without rows too', async () => {
    const { lake, table } = await openLake();
    await using _ = lake;
    const state = `${table}_state`;
    await lake.run(`CREATE TABLE ${state} (pipeline STRING, epoch BIGINT) USING DELTA`);
    const empty = `(SELECT * FROM ${table} WHERE v = 'nobody')`;
    await expect(lake.run(merge(table, state, SOURCE))).rejects.toThrow('fenced by none');
    await lake.run(`INSERT INTO ${state} VALUES ('p', 4)`);
    await expect(lake.run(merge(table, state, SOURCE))).rejects.toThrow(
      '[USER_RAISED_EXCEPTION] fenced by 4',
    );
    await expect(lake.run(merge(table, state, empty))).rejects.toThrow('fenced by 4');
    expect(await contentsOf(lake, table)).toEqual(UNCHANGED);
    await lake.run(`UPDATE ${state} SET epoch = 3`);
    await lake.run(merge(table, state, SOURCE));
    expect(await contentsOf(lake, table)).toEqual(['1 new 10', '2 b 20', '3 c 30']);
  });
});

describe('a MERGE', () => {
  it('changes rows that the source lacks, by a condition', async () => {
    const { lake, table } = await openLake();
    await using _ = lake;
    const { rows } = await lake.run(
      `MERGE INTO ${table} AS t USING (SELECT 1L AS id) AS s ON t.id = s.id
       WHEN MATCHED THEN UPDATE SET v = 'kept'
       WHEN NOT MATCHED BY SOURCE AND t.lsn <= 20 THEN DELETE
       WHEN NOT MATCHED BY SOURCE THEN UPDATE SET v = 'late'`,
    );
    expect(rows).toEqual([[3n, 2n, 1n, 0n]]);
    expect(await contentsOf(lake, table)).toEqual(['1 kept 10', '3 late 30']);
  });

  it('takes a source folded by named windows', async () => {
    const { lake, table } = await openLake();
    await using _ = lake;
    await lake.run(
      `MERGE INTO ${table} AS t USING (
         SELECT id, v, lsn FROM (
           SELECT id, first_value(v) OVER known AS v, lsn, row_number() OVER latest AS rank
           FROM (SELECT * FROM VALUES (1L, 'x', 40L, 1, false), (1L, NULL, 50L, 2, true) AS p(id, v, lsn, seq, unchanged)) AS parts
           WINDOW latest AS (PARTITION BY id ORDER BY seq DESC),
             known AS (PARTITION BY id ORDER BY CASE WHEN unchanged THEN 1 ELSE 0 END, seq DESC)
         ) AS folded WHERE rank = 1
       ) AS s ON t.id = s.id WHEN MATCHED AND s.lsn >= t.lsn THEN UPDATE SET v = s.v, lsn = s.lsn`,
    );
    expect(await contentsOf(lake, table)).toEqual(['1 x 50', '2 b 20', '3 c 30']);
  });

  it('does the same with the bounds of the source named in its condition', async () => {
    const { lake, table } = await openLake();
    await using _ = lake;
    const { rows } = await lake.run(
      `MERGE INTO ${table} AS t USING (SELECT * FROM VALUES (2L, 'new'), (9L, 'nine') AS s(id, v)) AS s
       ON t.id = s.id AND t.id BETWEEN 2 AND 9
       WHEN MATCHED THEN UPDATE SET v = s.v WHEN NOT MATCHED THEN INSERT (id, v, lsn) VALUES (s.id, s.v, 1)`,
    );
    expect(rows).toEqual([[2n, 1n, 0n, 1n]]);
    expect(await contentsOf(lake, table)).toEqual(['1 a 10', '2 new 20', '3 c 30', '9 nine 1']);
  });

  it('refuses two rows of the source for one of the target', async () => {
    const { lake, table } = await openLake();
    await using _ = lake;
    await expect(
      lake.run(
        `MERGE INTO ${table} AS t USING (SELECT * FROM VALUES (1L, 'x'), (1L, 'y') AS s(id, v)) AS s ON t.id = s.id
         WHEN MATCHED THEN UPDATE SET v = s.v`,
      ),
    ).rejects.toMatchObject({
      sqlState: '21506',
      message: expect.stringMatching(/^\[DELTA_MULTIPLE_SOURCE_ROW_MATCHING_TARGET_ROW_IN_MERGE\]/),
    });
  });
});

describe('an INSERT that looks into its own table', () => {
  it('inserts once, and tells how many rows it has inserted', async () => {
    const { lake, table } = await openLake();
    await using _ = lake;
    const insert = `INSERT INTO ${table} (id, v, lsn) SELECT 4, 'd', 40 WHERE NOT EXISTS (SELECT 1 FROM ${table} WHERE id = 4)`;
    const first = await lake.run(insert);
    expect(first.columns.map(({ name }) => name)).toEqual(['num_affected_rows', 'num_inserted_rows']);
    expect(first.rows).toEqual([[1n, 1n]]);
    expect((await lake.run(insert)).rows).toEqual([[0n, 0n]]);
    expect(await contentsOf(lake, table)).toEqual([...UNCHANGED, '4 d 40']);
  });
});
