import { describe, expect, it } from 'vitest';
import type { WarehouseOpener } from '../../src/warehouse/warehouse.ts';
import { TestPipeline } from '../support/test-pipeline.ts';

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

describe('the word that a run leaves for an idle one', () => {
  it('goes by its own word in the log, not by that of another pipeline on the same database', async () => {
    await using p = await TestPipeline.open(`${ITEMS}; CREATE TABLE things (id integer PRIMARY KEY)`);
    const configure = (name: string, table: string): void =>
      p.configure({
        name,
        source: { slotName: `${name}_${p.database.name}` },
        selection: { schemas: [{ name: 'public', tables: [{ name: table, destinationTable: undefined }] }] },
      });
    configure('first', 'items');
    await p.ingest();
    configure('second', 'things');
    await p.ingest();
    await expectIdle(p);
    configure('first', 'items');
    await expectIdle(p);
  });

  it('looks at the target when the last run could not leave word, and says which right is missing', async () => {
    await using p = await TestPipeline.open(ITEMS);
    await p.database.sql(`DO $$ BEGIN
      EXECUTE (SELECT string_agg(format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', oid::regprocedure), '; ') FROM pg_proc WHERE proname = 'pg_logical_emit_message');
    END $$`);
    const first = await p.ingest();
    expect(first.notices.join()).toMatch(/needs EXECUTE on pg_logical_emit_message/);
    expect(await p.ingest()).toMatchObject({ status: 'nothing-to-do', warehouse: { opened: true } });
  });

  it('leaves word anew after it wrote a checkpoint only to let go of log', async () => {
    await using p = await TestPipeline.open(`${ITEMS}; CREATE TABLE other (n text)`);
    // So much that tests beside this one, which share the log, don't reach it.
    p.configure({
      source: { maxRetainedWalBytes: 64 * 1024 * 1024 },
      selection: { schemas: [{ name: 'public', tables: [{ name: 'items', destinationTable: undefined }] }] },
    });
    await p.ingest();
    await p.database.sql(`INSERT INTO other SELECT repeat('x', 1000) FROM generate_series(1, 70000)`);
    expect(await p.ingest()).toMatchObject({ warehouse: { opened: true } });
    await expectIdle(p);
  });
});
