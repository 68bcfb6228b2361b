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
    expect(third.warehouse).toEqual({ opened: false, statements: 0 });
  });
});
