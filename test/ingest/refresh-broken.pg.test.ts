import { expect, it } from 'vitest';
import type { BackfillRequest } from '../../src/model/backfill.ts';
import { ALL_ROWS } from '../../src/model/key-range.ts';
import { TestPipeline } from '../support/test-pipeline.ts';

const REFRESH: BackfillRequest = { tables: ['public.orders'], mode: 'refresh', range: ALL_ROWS };

async function loadedPipeline(): Promise<TestPipeline> {
  const p = await TestPipeline.open(`
    CREATE TABLE orders (order_id bigint PRIMARY KEY, amount numeric(12,2), notes text);
    INSERT INTO orders SELECT n, n, 'note' FROM generate_series(1, 30) AS n;`);
  await p.ingest();
  return p;
}

/** Does something to the target behind the pipeline's back. */
async function inTarget(p: TestPipeline, statement: string): Promise<void> {
  await using warehouse = await p.warehouse.open(new AbortController().signal);
  await warehouse.execute(statement, 'harmless');
}

it('a refresh is the remedy for a target table that somebody has dropped', async () => {
  await using p = await loadedPipeline();
  await inTarget(p, `DROP TABLE ${p.schema}.pg_orders`);
  await p.database.sql('UPDATE orders SET amount = 0 WHERE order_id = 1');
  const broken = await p.run();
  expect(broken.error?.code).not.toBeUndefined();
  await p.ingest({ backfill: REFRESH });
  await p.expectEqual('orders');
});

it('a refresh is the remedy for a change that cannot be followed, once the old target is out of the way', async () => {
  await using p = await loadedPipeline();
  await p.database.sql('ALTER TABLE orders RENAME COLUMN notes TO remarks; UPDATE orders SET amount = 7');
  const refused = await p.run();
  expect(refused.error?.code).toBe('drift-unsupported');
  expect(refused.error?.solution).toContain('command backfill, mode refresh');
  await inTarget(p, `ALTER TABLE ${p.schema}.pg_orders RENAME TO pg_orders_until_now`);
  await p.ingest({ backfill: REFRESH });
  await p.expectEqual('orders');
  await p.database.sql("UPDATE orders SET remarks = 'x' WHERE order_id = 3");
  await p.ingest();
  await p.expectEqual('orders');
});

it('a refresh of a key range is none: it says so, and changes nothing', async () => {
  await using p = await loadedPipeline();
  await p.database.sql('ALTER TABLE orders RENAME COLUMN notes TO remarks');
  const refused = await p.run({ backfill: { ...REFRESH, range: { from: '1', to: '5' } } });
  expect(refused.error?.code).toBe('drift-unsupported');
});
