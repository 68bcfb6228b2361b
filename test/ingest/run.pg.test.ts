import { describe, expect, it } from 'vitest';
import { TestPipeline } from '../support/test-pipeline.ts';

const ORDERS = `
  CREATE TABLE orders (order_id bigint PRIMARY KEY, country text, amount numeric(12,2), notes text, at timestamptz DEFAULT now());
  ALTER TABLE orders ALTER COLUMN notes SET STORAGE EXTERNAL;
  INSERT INTO orders SELECT i, 'DE', i * 1.5, repeat('n', 9000) || i FROM generate_series(1, 200) i;
`;

describe('a run', () => {
  it('loads, then follows every kind of change', async () => {
    await using p = await TestPipeline.open(ORDERS);
    const first = await p.ingest();
    expect(first.status).toBe('done');
    expect(first.tables[0]?.loadedRows).toBe(200);
    await p.expectEqual('orders');
    await p.database.sql(`
      INSERT INTO orders VALUES (1000, 'FR', 12.34, NULL);
      UPDATE orders SET amount = amount + 1 WHERE order_id <= 10;
      UPDATE orders SET notes = 'short' WHERE order_id = 11;
      DELETE FROM orders WHERE order_id BETWEEN 20 AND 30;
      UPDATE orders SET order_id = 5000 WHERE order_id = 40;`);
    const second = await p.ingest();
    await p.expectEqual('orders');
    expect(second.tables[0]).toMatchObject({ insertedRows: 2, updatedRows: 11, deletedRows: 12 });
    const third = await p.ingest();
    expect(third.status).toBe('nothing-to-do');
    expect(third.warehouse).toEqual({ opened: false, statements: 0, busyMs: 0, uploadedBytes: 0 });
  });
});

describe('a first run', () => {
  it('over an empty table has done something: the slot, the table and the checkpoint are there', async () => {
    await using p = await TestPipeline.open('CREATE TABLE items (id integer PRIMARY KEY)');
    expect(await p.ingest()).toMatchObject({ status: 'done', checkpoint: { from: null } });
    expect(await p.ingest()).toMatchObject({ status: 'nothing-to-do', warehouse: { opened: false } });
    await p.expectEqual('items');
  });
});

describe('an idle run', () => {
  it.each([
    [
      'a slot that was recreated',
      `SELECT pg_drop_replication_slot(slot_name), pg_create_logical_replication_slot(slot_name, 'pgoutput') FROM pg_replication_slots WHERE database = current_database()`,
      'slot-ahead-of-checkpoint',
    ],
    [
      'a publication that was made anew',
      'DROP PUBLICATION lakeflow_publication; CREATE PUBLICATION lakeflow_publication FOR ALL TABLES',
      'publication-replaced',
    ],
  ])('notices %s although nothing relevant changed (I9)', async (_, sql, code) => {
    await using p = await TestPipeline.open(`${ORDERS} CREATE TABLE other (n integer PRIMARY KEY)`);
    await p.ingest();
    await p.database.sql('SELECT pg_logical_emit_message(true, $$x$$, $$y$$)');
    await p.database.sql(sql);
    expect((await p.run()).error?.code).toBe(code);
  });
});

describe('two pipelines', () => {
  it('share a lakehouse, each with its own progress, and are idle each by itself', async () => {
    await using p = await TestPipeline.open(
      `${ORDERS} CREATE TABLE other (n integer PRIMARY KEY); INSERT INTO other VALUES (1)`,
    );
    const only = (name: string, slotName: string) => ({
      name,
      source: { slotName },
      selection: { schemas: [{ name: 'public', tables: [{ name, destinationTable: undefined }] }] },
    });
    const slot = p.pipeline.source.slotName;
    for (let round = 0; round < 2; round++) {
      for (const name of ['orders', 'other']) {
        p.configure(only(name, `${slot}_${name}`));
        const report = await p.ingest();
        expect(report.warehouse.opened).toBe(round === 0);
      }
    }
    await p.database.sql('UPDATE other SET n = 2; DELETE FROM orders WHERE order_id = 7');
    for (const name of ['other', 'orders']) {
      p.configure(only(name, `${slot}_${name}`));
      await p.ingest();
      await p.expectEqual(name);
    }
  });
});

describe('the rows that a report counts', () => {
  it.each(['remove', 'mark'] as const)(
    'are those that the merge touched, each once (%s)',
    async (deletedRows) => {
      await using p = await TestPipeline.open(
        'CREATE TABLE items (id integer PRIMARY KEY, n integer); INSERT INTO items SELECT i, 0 FROM generate_series(1, 100) i',
        {
          write: { deletedRows },
        },
      );
      await p.ingest();
      // Born and gone within the interval: a marked row where deleted rows are kept, nothing where they are removed.
      await p.database.sql(`
      INSERT INTO items SELECT i, 0 FROM generate_series(201, 230) i; DELETE FROM items WHERE id > 220;
      UPDATE items SET n = 1 WHERE id <= 40; DELETE FROM items WHERE id BETWEEN 91 AND 95`);
      // Delta counts a marked row as updated, too.
      const updatedRows = p.lakehouse.name === 'spark' ? 45 : 40;
      const marked = { insertedRows: 30, updatedRows, deletedRows: 15, changes: 85 };
      const removed = { insertedRows: 20, updatedRows: 40, deletedRows: 5, changes: 85 };
      expect((await p.ingest()).tables[0]).toMatchObject(deletedRows === 'mark' ? marked : removed);
      await p.expectEqual('items');
    },
  );
});
