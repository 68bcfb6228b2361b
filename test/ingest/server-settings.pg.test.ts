import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { type LocalPostgres, startLocalPostgres } from '../../src/demo/local-postgres.ts';
import { shownText, sqlOf } from '../support/remedy.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { TestPipeline } from '../support/test-pipeline.ts';

const LOG_SEGMENTS = 3;

describe('a server whose settings do not fit', () => {
  it('is told so with the setting to change, and serves the next run when it is changed', async () => {
    await using directory = await temporaryDirectory();
    await using p = await TestPipeline.open('');
    const start = (): Promise<LocalPostgres> =>
      startLocalPostgres({
        dataDirectory: join(directory.path, 'server'),
        persistent: true,
        settings: { wal_level: 'replica', max_replication_slots: '1' },
      });
    {
      // GIVEN a server as it comes, without logical decoding
      await using server = await start();
      const client = await connectTo(server, p);
      await client.query('CREATE TABLE orders (id int PRIMARY KEY); INSERT INTO orders VALUES (1)');
      await client.query('CREATE PUBLICATION lakeflow_publication FOR ALL TABLES');
      const failed = await p.run();
      expect(failed.error?.code).toBe('wal-level-not-logical');
      expect(shownText(failed.error)).toMatch(/wal_level is "replica"/);
      for (const statement of sqlOf(failed.error)) await client.query(statement);
      await client.end();
    }
    await using server = await start();
    const client = await connectTo(server, p);
    // GIVEN no free slot
    await client.query("SELECT pg_create_physical_replication_slot('greedy')");
    const exhausted = await p.run();
    expect(exhausted.error?.code).toBe('slots-exhausted');
    expect(shownText(exhausted.error)).toMatch(/no free replication slot \(1 of 1 in use\)/);
    await client.query("SELECT pg_drop_replication_slot('greedy')");
    await p.ingest();
    expect(await ordersOf(p)).toEqual(['1']);
    // GIVEN a slot that fell too far behind
    await client.query("ALTER SYSTEM SET max_slot_wal_keep_size = '1MB'");
    await client.query('SELECT pg_reload_conf()');
    await client.query('DELETE FROM orders; INSERT INTO orders VALUES (2)');
    for (let segment = 0; segment < LOG_SEGMENTS; segment++) {
      await client.query("SELECT pg_logical_emit_message(false, 'filler', 'x')");
      await client.query('SELECT pg_switch_wal()');
    }
    await client.query('CHECKPOINT');
    const lost = await p.run();
    expect(lost.error?.code).toBe('slot-lost');
    expect(shownText(lost.error)).toMatch(/is lost \(wal_removed\)/);
    for (const statement of sqlOf(lost.error)) {
      if (statement.includes('_tributary_checkpoint')) await p.query(statement);
      else await client.query(statement);
    }
    await p.ingest();
    expect(await ordersOf(p)).toEqual(['2']);
    await client.end();
  });

  it('has a database whose encoding says nothing: it is refused', async () => {
    await using p = await TestPipeline.open('');
    const name = `${p.database.name}_ascii`;
    await p.database.sql(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'`);
    try {
      p.configure({ source: { database: name } });
      const failed = await p.run();
      expect(failed.error?.code).toBe('source-encoding-unsupported');
      expect(shownText(failed.error)).toMatch(/encoding SQL_ASCII/);
    } finally {
      await p.database.sql(`DROP DATABASE ${name} WITH (FORCE)`);
    }
  });
});

async function connectTo(server: LocalPostgres, p: TestPipeline): Promise<pg.Client> {
  const { host, port, superuser, password } = server;
  p.configure({ source: { host, port, database: 'postgres', username: superuser, password } });
  const client = new pg.Client({
    host,
    port,
    user: superuser,
    password: password.reveal(),
    database: 'postgres',
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function ordersOf(p: TestPipeline): Promise<readonly (string | null | undefined)[]> {
  return (await p.query('SELECT id FROM lakehouse.postgres_raw.pg_orders ORDER BY 1')).map(([id]) => id);
}
