import type { Client } from 'pg';

/** The design's tables, as the users' pipeline has them. */
export const BENCH_TABLES = ['orders', 'customers', 'payments'] as const;

const SCHEMA = /*sql*/ `
  CREATE TABLE customers (
    customer_id bigint PRIMARY KEY, name text NOT NULL, email text NOT NULL, country text NOT NULL,
    ssn text NOT NULL, credit_card_number text NOT NULL, created_at timestamptz NOT NULL);
  CREATE TABLE orders (
    order_id bigint PRIMARY KEY, customer_id bigint NOT NULL, status text NOT NULL, amount numeric(12,2) NOT NULL,
    notes text, ordered_at timestamptz NOT NULL, updated_at timestamptz NOT NULL);
  CREATE TABLE payments (
    payment_id bigint PRIMARY KEY, order_id bigint NOT NULL, method text NOT NULL, amount numeric(12,2) NOT NULL,
    captured boolean NOT NULL, paid_on date NOT NULL);`;

/** Rows that are there before anything changes: what the snapshot profile copies. */
export const LOADED_ROWS = { customers: 100_000, orders: 400_000, payments: 300_000 } as const;

const LOAD = /*sql*/ `
  INSERT INTO customers SELECT i, 'Customer ' || i, 'customer' || i || '@example.com',
    (ARRAY['Austria', 'Brazil', 'Canada', 'Denmark', 'France', 'Germany'])[1 + i % 6],
    lpad((i * 7919 % 1000000000)::text, 9, '0'), lpad((i::bigint * 104729 % 10000000000000000)::text, 16, '4'),
    timestamptz '2024-01-01' + i * interval '1 minute'
  FROM generate_series(1, ${LOADED_ROWS.customers}) i;
  INSERT INTO orders SELECT i, 1 + i % ${LOADED_ROWS.customers}, (ARRAY['new', 'paid', 'shipped', 'returned'])[1 + i % 4], (i % 100000) / 100.0,
    CASE WHEN i % 3 = 0 THEN 'please leave it at the door of number ' || i END,
    timestamptz '2025-01-01' + i * interval '7 seconds', timestamptz '2025-01-01' + i * interval '9 seconds'
  FROM generate_series(1, ${LOADED_ROWS.orders}) i;
  INSERT INTO payments SELECT i, i, (ARRAY['card', 'transfer', 'cash'])[1 + i % 3], (i % 100000) / 100.0, i % 5 <> 0,
    date '2025-01-01' + i % 300
  FROM generate_series(1, ${LOADED_ROWS.payments}) i;`;

export async function createShop(client: Client): Promise<void> {
  await client.query(SCHEMA);
  await client.query(LOAD);
  await client.query('VACUUM ANALYZE');
}

/**
 * Changes the shop in transactions of 1 to 2,000 rows: inserts, updates, deletes. Returns how many rows were
 * changed; the same every time.
 */
export async function changeShop(client: Client, rounds: number): Promise<number> {
  let changes = 0;
  for (let round = 0; round < rounds; round++) {
    for (const statement of roundOf(round)) changes += (await client.query(statement)).rowCount ?? 0;
  }
  return changes;
}

/** Some 8,250 changes. */
function roundOf(round: number): readonly string[] {
  const newOrders = LOADED_ROWS.orders + round * 2000;
  const newPayments = LOADED_ROWS.payments + round * 1500;
  const touched = (round * 6151) % (LOADED_ROWS.orders - 10_000);
  const single = Array.from({ length: 50 }, (_, index) => touched + index * 3);
  return [
    `INSERT INTO orders SELECT i, 1 + i % 1000, 'new', (i % 100000) / 100.0, 'note ' || i, now(), now() FROM generate_series(${newOrders + 1}, ${newOrders + 2000}) i`,
    `INSERT INTO payments SELECT i, i, 'card', (i % 100000) / 100.0, true, current_date FROM generate_series(${newPayments + 1}, ${newPayments + 1500}) i`,
    `UPDATE orders SET status = 'shipped', updated_at = now() WHERE order_id BETWEEN ${touched} AND ${touched + 1999}`,
    `UPDATE payments SET captured = NOT captured WHERE payment_id BETWEEN ${touched % 200_000} AND ${(touched % 200_000) + 999}`,
    `UPDATE customers SET email = 'new' || email WHERE customer_id BETWEEN ${touched % 90_000} AND ${(touched % 90_000) + 699}`,
    `UPDATE orders SET amount = amount + 1 WHERE order_id BETWEEN ${newOrders + 1} AND ${newOrders + 1000}`,
    `DELETE FROM orders WHERE order_id BETWEEN ${newOrders + 1501} AND ${newOrders + 2000}`,
    `DELETE FROM payments WHERE payment_id BETWEEN ${newPayments + 1001} AND ${newPayments + 1500}`,
    ...single.map((id) => `UPDATE orders SET status = 'paid', updated_at = now() WHERE order_id = ${id}`),
  ];
}
