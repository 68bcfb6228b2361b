import type { Client } from 'pg';
import { buildCustomers, buildOrders, buildPayments } from './shop.ts';

/** What a stretch of business changed at the source, in rows. */
export interface Business {
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
  readonly keysChanged: number;
  /** Updated orders whose long notes stayed as they were, so that the log does not carry them. */
  readonly longNotesKept: number;
}

type Effect = keyof Business;

interface Deed {
  readonly effect: Effect;
  readonly sql: string;
}

const LONG = /*sql*/ `pg_column_toast_chunk_id(notes) IS NOT NULL`;

/** One transaction a line. */
const TRANSACTIONS: readonly (readonly Deed[])[] = [
  [
    { effect: 'inserted', sql: buildCustomers(40) },
    { effect: 'inserted', sql: buildOrders(300) },
    { effect: 'inserted', sql: buildPayments(250) },
  ],
  [{ effect: 'updated', sql: update('orders', `status = 'shipped'`, `status = 'paid' AND random() < 0.3`) }],
  [{ effect: 'longNotesKept', sql: update('orders', `status = 'returned'`, `${LONG} AND random() < 0.3`) }],
  [
    {
      effect: 'updated',
      sql: update('orders', `notes = notes || ' Call first.'`, `notes IS NOT NULL AND random() < 0.05`),
    },
  ],
  [
    {
      effect: 'updated',
      sql: /*sql*/ `UPDATE payments SET captured = true WHERE NOT captured AND random() < 0.5`,
    },
    { effect: 'updated', sql: /*sql*/ `UPDATE customers SET email = 'new.' || email WHERE random() < 0.02` },
  ],
  // Payments of a deleted order go with it.
  [{ effect: 'deleted', sql: /*sql*/ `DELETE FROM orders WHERE status = 'new' AND random() < 0.03` }],
  [{ effect: 'deleted', sql: /*sql*/ `DELETE FROM payments WHERE random() < 0.01` }],
  // The orders follow their customers, the payments their orders; the notes of moved orders stay as they were.
  [
    {
      effect: 'keysChanged',
      sql: /*sql*/ `UPDATE customers SET customer_id = customer_id + 1000000 WHERE customer_id < 1000000 AND random() < 0.01`,
    },
    {
      effect: 'keysChanged',
      sql: /*sql*/ `UPDATE orders SET order_id = order_id + 1000000 WHERE order_id < 1000000 AND ${LONG} AND random() < 0.1`,
    },
  ],
  // Deleted and entered again under the same number, in one transaction.
  [
    {
      effect: 'updated',
      sql: /*sql*/ `CREATE TEMP TABLE again ON COMMIT DROP AS SELECT * FROM payments WHERE random() < 0.01`,
    },
    {
      effect: 'deleted',
      sql: /*sql*/ `DELETE FROM payments WHERE payment_id IN (SELECT payment_id FROM again)`,
    },
    {
      effect: 'inserted',
      sql: /*sql*/ `INSERT INTO payments SELECT payment_id, order_id, 'corrected', amount, captured, paid_on FROM again`,
    },
  ],
];

function update(table: string, change: string, condition: string): string {
  return /*sql*/ `UPDATE ${table} SET ${change}, updated_at = clock_timestamp() WHERE ${condition}`;
}

/** Some hundred random changes in several transactions, one of them rolled back. The same for the same seed. */
export async function doBusiness(client: Client, seed: number): Promise<Business> {
  const done: Record<Effect, number> = {
    inserted: 0,
    updated: 0,
    deleted: 0,
    keysChanged: 0,
    longNotesKept: 0,
  };
  await client.query(/*sql*/ `SELECT setseed(${seed / 1000})`);
  for (const deeds of TRANSACTIONS) {
    await client.query('BEGIN');
    for (const { effect, sql } of deeds) done[effect] += (await client.query(sql)).rowCount ?? 0;
    await client.query('COMMIT');
  }
  await client.query(
    /*sql*/ `BEGIN; DELETE FROM payments; UPDATE customers SET country = 'Atlantis'; ROLLBACK;`,
  );
  return done;
}

/** Adds a column that existing rows read a default for, and orders that say something else. */
export async function addSalesChannel(client: Client): Promise<void> {
  await client.query(/*sql*/ `ALTER TABLE orders ADD COLUMN sales_channel text NOT NULL DEFAULT 'web'`);
  await client.query(buildOrders(120));
  await client.query(/*sql*/ `UPDATE orders SET sales_channel = 'app' WHERE order_id % 7 = 0`);
}

/** Enough changes, in many transactions, to keep a run busy for a while. Returns how many. */
export async function doRushHour(client: Client): Promise<number> {
  let changes = 0;
  for (let minute = 0; minute < 20; minute++) {
    const minutes = [
      /*sql*/ `INSERT INTO payments (order_id, method, amount)
        SELECT order_id, 'card', round((random() * 90)::numeric, 2) FROM orders LIMIT 4000`,
      update('orders', `amount = amount + 0.01`, `order_id % 4 = ${minute % 4}`),
    ];
    for (const sql of minutes) changes += (await client.query(sql)).rowCount ?? 0;
  }
  return changes;
}
