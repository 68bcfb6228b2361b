import { describe, expect, it } from 'vitest';
import { TestPipeline } from '../support/test-pipeline.ts';

const TABLE = `
  CREATE TABLE items (id integer PRIMARY KEY, label text, body text);
  ALTER TABLE items ALTER COLUMN body SET STORAGE EXTERNAL;
  INSERT INTO items SELECT i, 'label ' || i, repeat('b', 9000) || i FROM generate_series(1, 50) i;`;

describe('the selection', () => {
  it('a newly selected table is noticed although nothing changed', async () => {
    await using p = await TestPipeline.open(
      `${TABLE} CREATE TABLE quiet (id integer PRIMARY KEY); INSERT INTO quiet VALUES (1);`,
    );
    p.configure({
      selection: { schemas: [{ name: 'public', tables: [{ name: 'items', destinationTable: undefined }] }] },
    });
    await p.ingest();
    p.configure({});
    await p.ingest();
    await p.expectEqual('quiet');
    expect((await p.ingest()).warehouse.opened).toBe(false);
  });

  it('a column selected later is loaded with the values of all rows', async () => {
    await using p = await TestPipeline.open(TABLE);
    p.configure({ selection: { excludeColumns: [{ table: 'items', columns: ['label'] }] } });
    await p.ingest();
    await p.expectEqual('items', { columns: ['id', 'body'] });
    p.configure({});
    await p.ingest();
    await p.expectEqual('items');
  });

  it('a table taken out of the publication and added again is loaded anew', async () => {
    await using p = await TestPipeline.open(TABLE);
    await p.database.sql(
      'DROP PUBLICATION lakeflow_publication; CREATE PUBLICATION lakeflow_publication FOR TABLE items',
    );
    await p.ingest();
    await p.database.sql(
      `ALTER PUBLICATION lakeflow_publication DROP TABLE items; DELETE FROM items WHERE id < 20; UPDATE items SET label = 'unseen' WHERE id = 30; ALTER PUBLICATION lakeflow_publication ADD TABLE items; INSERT INTO items VALUES (500, 'seen', 'b')`,
    );
    await p.ingest();
    await p.expectEqual('items');
  });

  it('a table that is told to be loaded anew is what the source is, whatever rows were there', async () => {
    await using p = await TestPipeline.open(TABLE);
    await p.ingest();
    // GIVEN a target that was tampered with, with rows that claim to be newer than anything in the log
    await using warehouse = await p.warehouse.open(new AbortController().signal);
    await warehouse.execute(
      `UPDATE ${p.schema}.pg_items SET label = 'stale', _commit_lsn = 9000000000000000000 WHERE id <= 10`,
      'harmless',
    );
    await warehouse.execute(
      `INSERT INTO ${p.schema}.pg_items SELECT 9999, 'surplus', 'b', 9000000000000000000, now(), now()`,
      'harmful',
    );
    await warehouse[Symbol.asyncDispose]();
    // WHEN it is loaded anew, and changed after that
    const report = await p.ingest({ reload: ['public.items'] });
    expect(report.tables[0]?.loadedRows).toBe(50);
    await p.expectEqual('items');
    await p.database.sql(`UPDATE items SET label = 'fresh' WHERE id <= 10`);
    await p.ingest();
    // THEN it follows the source
    await p.expectEqual('items');
    expect((await p.run({ reload: ['public.other'] })).error?.code).toBe('usage-invalid');
  });
});

describe('a column that the publication left out for a while', () => {
  it('is whole again: the table is loaded anew', async () => {
    await using p = await TestPipeline.open(TABLE);
    await p.database.sql(
      'DROP PUBLICATION lakeflow_publication; CREATE PUBLICATION lakeflow_publication FOR TABLE items',
    );
    await p.ingest();
    await p.database.sql(`ALTER PUBLICATION lakeflow_publication SET TABLE items (id, body);
      UPDATE items SET label = 'unsent', body = 'b' WHERE id = 1;`);
    await p.database.sql('ALTER PUBLICATION lakeflow_publication SET TABLE items');
    expect((await p.ingest()).tables[0]?.loadedRows).toBe(50);
    await p.expectEqual('items');
  });
});
