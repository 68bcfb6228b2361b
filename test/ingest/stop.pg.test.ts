import { describe, expect, it } from 'vitest';
import type { Warehouse, WarehouseOpener } from '../../src/warehouse/warehouse.ts';
import { TestPipeline } from '../support/test-pipeline.ts';

const SETUP =
  'CREATE TABLE items (id integer PRIMARY KEY, n integer); INSERT INTO items SELECT i, 0 FROM generate_series(1, 100) i;';

/** Calls `hook` before the n-th MERGE. */
function beforeMerge(opener: WarehouseOpener, hook: () => void): WarehouseOpener {
  return {
    ...opener,
    open: async (signal): Promise<Warehouse> => {
      const warehouse = await opener.open(signal);
      const merge = warehouse.merge.bind(warehouse);
      return Object.assign(warehouse, {
        merge: (statement: Parameters<typeof merge>[0]) => {
          hook();
          return merge(statement);
        },
      });
    },
  };
}

describe('a run that is told to stop', () => {
  it('ends cleanly after the interval under way, and the next run goes on', async () => {
    await using p = await TestPipeline.open(SETUP);
    p.configure({ limits: { maxIntervalChanges: 10 } });
    await p.ingest();
    for (let id = 1; id <= 50; id++) await p.database.sql(`UPDATE items SET n = ${id} WHERE id = ${id}`);
    const stop = new AbortController();
    const report = await p.run({
      stop: stop.signal,
      warehouse: beforeMerge(p.warehouse, () => stop.abort()),
    });
    expect(report).toMatchObject({ status: 'stopped', caughtUp: false, error: null, intervals: 1 });
    expect(await p.confirmedFlushLsn()).toBe(await p.checkpointLsn());
    await p.ingest();
    await p.expectEqual('items');
  });

  it('drops what is not finished when it must end at once, with nothing half-acknowledged', async () => {
    await using p = await TestPipeline.open(SETUP);
    await p.ingest();
    const before = await p.confirmedFlushLsn();
    await p.database.sql('UPDATE items SET n = n + 1');
    const abandon = new AbortController();
    const report = await p.run({
      abandon: abandon.signal,
      reporter: {
        report: (event) => {
          if (event.tag === 'stage-started' && event.stage === 'stage') abandon.abort();
        },
      },
    });
    expect(report.error?.code).toBe('interrupted');
    expect(await p.confirmedFlushLsn()).toBe(before);
    await p.ingest();
    await p.expectEqual('items');
  });

  it('by its maximal duration is not a failure, and says that it has not caught up', async () => {
    await using p = await TestPipeline.open(SETUP);
    await p.ingest();
    await p.database.sql('UPDATE items SET n = n + 1');
    const report = await p.run({ maxDurationMs: 0 });
    expect(report).toMatchObject({ status: 'stopped', error: null });
    expect(report.notCaughtUp).toMatch(/max-duration/);
    await p.ingest();
    await p.expectEqual('items');
  });

  it('while its slot is being made waits no longer than it is told', async () => {
    await using p = await TestPipeline.open(SETUP);
    // GIVEN an open transaction, which keeps PostgreSQL from a consistent start
    const blocker = await p.database.openClient();
    await blocker.query('BEGIN; UPDATE items SET n = -1 WHERE id = 1');
    const abandon = new AbortController();
    const run = p.run({ abandon: abandon.signal });
    // WHEN the server is seen waiting for that transaction, and the run is told to give up
    const waiting = `SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'walsender' AND wait_event_type = 'Lock' AND datname = '${p.database.name}'`;
    while ((await p.database.value(waiting)) === '0');
    abandon.abort();
    // THEN it ends at once, and leaves no slot behind
    expect((await run).error?.code).toBe('interrupted');
    expect(
      await p.database.value(
        `SELECT count(*) FROM pg_replication_slots WHERE slot_name = '${p.pipeline.source.slotName}'`,
      ),
    ).toBe('0');
    await blocker.query('ROLLBACK');
    await p.ingest();
    await p.expectEqual('items');
  });
});

describe('a second run of the same pipeline', () => {
  it('finds the slot active and ends as no failure', async () => {
    await using p = await TestPipeline.open(SETUP);
    await p.ingest();
    await p.database.sql('UPDATE items SET n = n + 1');
    const inside = Promise.withResolvers<void>();
    const secondDone = Promise.withResolvers<void>();
    const first = p.run({
      warehouse: {
        ...p.warehouse,
        open: async (signal) => {
          inside.resolve();
          await secondDone.promise;
          return p.warehouse.open(signal);
        },
      },
    });
    await inside.promise;
    const second = await p.run();
    secondDone.resolve();
    expect(second).toMatchObject({ status: 'another-run-active', error: null });
    expect((await first).status).toBe('done');
    await p.expectEqual('items');
  });
});

describe('an idle slot', () => {
  it('is acknowledged only when it retains more log than allowed, and then by way of a checkpoint', async () => {
    await using p = await TestPipeline.open(`${SETUP} CREATE TABLE noise (t text);`);
    p.configure({
      selection: { schemas: [{ name: 'public', tables: [{ name: 'items', destinationTable: undefined }] }] },
    });
    await p.ingest();
    const before = await p.confirmedFlushLsn();
    await p.database.sql(`INSERT INTO noise SELECT repeat('x', 1000) FROM generate_series(1, 3000)`);
    expect(await p.ingest()).toMatchObject({ status: 'nothing-to-do', warehouse: { opened: false } });
    expect(await p.confirmedFlushLsn()).toBe(before);
    p.configure({
      source: { maxRetainedWalBytes: 1024 * 1024 },
      selection: { schemas: [{ name: 'public', tables: [{ name: 'items', destinationTable: undefined }] }] },
    });
    expect(await p.ingest()).toMatchObject({ warehouse: { opened: true } });
    expect(await p.confirmedFlushLsn()).toBeGreaterThan(before);
    expect(await p.confirmedFlushLsn()).toBe(await p.checkpointLsn());
  });
});
