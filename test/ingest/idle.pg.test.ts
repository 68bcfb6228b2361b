import { describe, expect, it } from 'vitest';
import type { WarehouseOpener } from '../../src/warehouse/warehouse.ts';
import { TestPipeline } from '../support/test-pipeline.ts';
import { wrappedWarehouse } from '../support/wrapped-warehouse.ts';

const ITEMS = `CREATE TABLE items (id integer PRIMARY KEY, label text); INSERT INTO items VALUES (1, 'one')`;

/** A target that must not be contacted. */
const UNTOUCHABLE: WarehouseOpener = {
  open: async () => {
    throw new Error('the target was contacted');
  },
};

async function expectIdle(p: TestPipeline): Promise<void> {
  expect(await p.ingest({ warehouse: UNTOUCHABLE })).toMatchObject({
    status: 'nothing-to-do',
    warehouse: { opened: false },
  });
}

describe('a run without relevant changes', () => {
  it('contacts nothing of the target, again and again, whatever else is written to the log', async () => {
    await using p = await TestPipeline.open(`${ITEMS}; CREATE TABLE other (n integer)`);
    p.configure({
      selection: { schemas: [{ name: 'public', tables: [{ name: 'items', destinationTable: undefined }] }] },
    });
    await p.ingest();
    await expectIdle(p);
    await p.database.sql(`INSERT INTO other SELECT generate_series(1, 1000);
      SELECT pg_logical_emit_message(true, 'somebody', 'else'), pg_logical_emit_message(false, 'tributary', 'not ours')`);
    await expectIdle(p);
    await p.database.sql(`UPDATE items SET label = 'two'`);
    await p.ingest();
    await p.expectEqual('items');
    await expectIdle(p);
  });

  it('looks at the target when tables that were to be loaded anew were not all loaded', async () => {
    await using p = await TestPipeline.open(
      `${ITEMS}; CREATE TABLE things (id integer PRIMARY KEY); INSERT INTO things VALUES (1)`,
    );
    await p.ingest();
    const failing = wrappedWarehouse(p.warehouse, (warehouse) => ({
      merge: async (merge) => {
        if (merge.target.table === 'pg_things') throw new Error('the warehouse has gone');
        return await warehouse.merge(merge);
      },
    }));
    const reload = ['public.items', 'public.things'];
    expect((await p.run({ reload, warehouse: failing })).status).toBe('failed');
    expect((await p.ingest()).tables.map(({ loadedRows }) => loadedRows)).toContain(1);
    await expectIdle(p);
  });
});
