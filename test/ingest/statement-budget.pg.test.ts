import { describe, expect, it } from 'vitest';
import { lessOnSpark } from '../support/test-lakehouse.ts';
import { TestPipeline } from '../support/test-pipeline.ts';
import { wrappedWarehouse } from '../support/wrapped-warehouse.ts';

const TABLE = (name: string): string => `
  CREATE TABLE ${name} (id integer PRIMARY KEY, label text, body text);
  ALTER TABLE ${name} ALTER COLUMN body SET STORAGE EXTERNAL;
  INSERT INTO ${name} SELECT i, 'label ' || i, repeat('b', 9000) || i FROM generate_series(1, 20) i;`;

/** What a run asks the warehouse for. A table is described without a statement where statements cost. */
async function statementsOf(p: TestPipeline): Promise<readonly string[]> {
  const statements: string[] = [];
  const firstWords = (sql: string): string => sql.split(/\s+/, 2).join(' ');
  await p.ingest({
    warehouse: wrappedWarehouse(p.warehouse, (warehouse) => ({
      execute: (sql, repetition) => {
        statements.push(firstWords(sql));
        return warehouse.execute(sql, repetition);
      },
      query: (sql) => {
        statements.push(firstWords(sql));
        return warehouse.query(sql);
      },
      update: (sql) => {
        statements.push(firstWords(sql));
        return warehouse.update(sql);
      },
      merge: (merge) => {
        statements.push(firstWords(merge.statement));
        return warehouse.merge(merge);
      },
    })),
  });
  return statements;
}

describe('the statements of a busy run', () => {
  it.each(lessOnSpark([1, 3], [1]))(
    'are at most 2, and 2 for each changed table: %i of 4',
    async (changed) => {
      const names = ['a', 'b', 'c', 'd'];
      await using p = await TestPipeline.open(names.map(TABLE).join(''));
      await p.ingest();
      for (const name of names.slice(0, changed)) {
        await p.database.sql(`
        INSERT INTO ${name} VALUES (100, 'new', 'new');
        UPDATE ${name} SET label = 'body stays' WHERE id <= 5;
        UPDATE ${name} SET id = 500 WHERE id = 6;
        DELETE FROM ${name} WHERE id = 7;`);
      }
      const statements = await statementsOf(p);
      expect(statements.length, statements.join(', ')).toBeLessThanOrEqual(2 + 2 * changed);
      for (const name of names) await p.expectEqual(name);
    },
  );
});

describe('the history of runs', () => {
  it('has an entry for every run that wrote a checkpoint, with what it did, beside the checkpoint', async () => {
    await using p = await TestPipeline.open(TABLE('items'));
    await p.ingest();
    await p.database.sql(
      `UPDATE items SET label = 'x' WHERE id <= 3; INSERT INTO items VALUES (50), (51); DELETE FROM items WHERE id = 20`,
    );
    const second = await p.ingest();
    await p.ingest();
    const rows = await p.query(
      `SELECT entry, loaded_rows, intervals, changes, inserted_rows, updated_rows, deleted_rows, document IS NULL
       FROM ${p.schema}._tributary_checkpoint ORDER BY updated_at, entry`,
    );
    expect(rows.filter(([entry]) => entry === 'run')).toEqual([
      ['run', '20', '0', '0', '0', '0', '0', 'true'],
      ['run', '0', '1', '6', '2', '3', '1', 'true'],
    ]);
    expect(rows.filter(([entry]) => entry === 'checkpoint')).toHaveLength(1);
    const [run] = await p.query(
      `SELECT run_id FROM ${p.schema}._tributary_checkpoint WHERE entry = 'run' AND intervals = 1`,
    );
    expect(run?.[0]).toBe(second.runId);
  });

  it('is kept in a table of our own: another one of that name is refused, and left as it is', async () => {
    await using p = await TestPipeline.open(TABLE('items'));
    await p.query(`CREATE SCHEMA IF NOT EXISTS ${p.schema}`);
    await p.query(`CREATE TABLE ${p.schema}._tributary_checkpoint (pipeline integer)`);
    const { error } = await p.run();
    expect(error).toMatchObject({ code: 'target-table-mismatch' });
    expect(error?.message).toMatch(/it lacks entry, epoch/);
    expect(await p.query(`SELECT count(*) FROM ${p.schema}._tributary_checkpoint`)).toEqual([['0']]);
  });
});
