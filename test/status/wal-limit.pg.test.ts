import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { startLocalPostgres } from '../../src/demo/local-postgres.ts';
import { openPostgresSource } from '../../src/source/postgres-source.ts';
import { readStatus } from '../../src/status/read-status.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { TestPipeline } from '../support/test-pipeline.ts';

const MIB = 1024 * 1024;

describe('a server that limits what a slot retains', () => {
  it('is watched by its own numbers: first far from the limit, then near it, then lost', async () => {
    await using directory = await temporaryDirectory();
    await using server = await startLocalPostgres({
      dataDirectory: join(directory.path, 'server'),
      persistent: false,
      settings: { max_slot_wal_keep_size: '96MB', wal_level: 'logical' },
    });
    await using p = await TestPipeline.open('');
    const { host, port, superuser, password } = server;
    p.configure({ source: { host, port, database: 'postgres', username: superuser, password } });
    const client = new pg.Client({
      host,
      port,
      user: superuser,
      password: password.reveal(),
      database: 'postgres',
    });
    await client.connect();
    const status = () =>
      readStatus({
        pipeline: p.pipeline,
        openSource: openPostgresSource,
        openTarget: () => p.warehouse.open(new AbortController().signal),
        nowMs: Date.now,
      });
    const fill = async (segments: number): Promise<void> => {
      for (let segment = 0; segment < segments; segment++) {
        await client.query("SELECT pg_logical_emit_message(false, 'filler', 'x')");
        await client.query('SELECT pg_switch_wal()');
      }
    };
    try {
      await client.query('CREATE TABLE orders (id int PRIMARY KEY); INSERT INTO orders VALUES (1)');
      await client.query('CREATE PUBLICATION lakeflow_publication FOR ALL TABLES');
      const run = await p.ingest();
      expect(run.wal).toMatchObject({ limitBytes: 96 * MIB, risk: 'none', bytesPerHour: null });
      expect(run.wal?.safeBytes).toBeGreaterThan(80 * MIB);
      // WHEN more than half of the limit is retained
      await fill(4);
      expect(await status()).toMatchObject({
        health: 'watch',
        findings: [{ message: expect.stringMatching(/^The slot retains \d.* MiB of at most 96.0 MiB; /) }],
      });
      // WHEN the server has removed log that the slot needs
      await fill(8);
      await client.query('CHECKPOINT');
      expect(await status()).toMatchObject({
        health: 'danger',
        findings: [{ code: 'slot-lost' }],
        source: { slot: { walStatus: 'lost' }, wal: { risk: 'danger' } },
      });
    } finally {
      await client.end();
    }
  });
});
