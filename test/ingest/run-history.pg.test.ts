import { describe, expect, it } from 'vitest';
import { TestPipeline } from '../support/test-pipeline.ts';

const ITEMS = `CREATE TABLE items (id integer PRIMARY KEY, label text);
  INSERT INTO items SELECT i, 'label ' || i FROM generate_series(1, 20) i`;

describe('the report of a run', () => {
  it('tells of the busy runs before it, the latest first, and of none when the target was not opened', async () => {
    await using p = await TestPipeline.open(ITEMS);
    const first = await p.ingest();
    expect(first.history).toEqual([]);
    expect((await p.ingest()).history).toBeNull();
    await p.database.sql(`UPDATE items SET label = 'x' WHERE id <= 3`);
    const second = await p.ingest();
    expect(second.history).toEqual([
      expect.objectContaining({
        runId: first.runId,
        startedAt: first.startedAt,
        from: null,
        to: first.checkpoint.to,
        loadedRows: 20,
        changes: 0,
        lagBytes: null,
      }),
    ]);
    await p.database.sql('DELETE FROM items WHERE id = 20');
    const third = await p.ingest();
    expect(third.history?.map(({ runId }) => runId)).toEqual([second.runId, first.runId]);
    expect(third.history?.[0]).toMatchObject({
      from: second.checkpoint.from,
      to: second.checkpoint.to,
      changes: 3,
      updatedRows: 3,
      lagBytes: second.lag.before.bytes,
    });
    expect(Date.parse(third.history?.[0]?.updatedAt ?? '')).toBeGreaterThanOrEqual(
      Date.parse(second.startedAt),
    );
  });

  it('tells what the slot retains after the run, an idle one and one that fails too', async () => {
    await using p = await TestPipeline.open(ITEMS);
    const retained = async (): Promise<number> =>
      Number(
        await p.database.value(
          `SELECT pg_current_wal_flush_lsn() - restart_lsn FROM pg_replication_slots WHERE slot_name = '${p.pipeline.source.slotName}'`,
        ),
      );
    const first = await p.ingest();
    expect(first.wal).toMatchObject({ limitBytes: null, safeBytes: null, hoursLeft: null, risk: 'none' });
    const before = await retained();
    await p.database.sql(`SELECT pg_logical_emit_message(true, 'filler', repeat('x', 100000))`);
    const idle = await p.ingest();
    expect(idle.wal?.retainedBytes).toBeGreaterThanOrEqual(before + 100_000);
    expect(idle.wal?.bytesPerHour).toBeNull();
    await p.database.sql('DROP PUBLICATION lakeflow_publication');
    const failed = await p.run();
    expect(failed.status).toBe('failed');
    expect(failed.wal?.retainedBytes).toBeGreaterThan(100_000);
  });

  it('tells how fast the log grows once an earlier run is old enough to compare with', async () => {
    await using p = await TestPipeline.open(ITEMS);
    const start = Date.now();
    await p.ingest();
    await p.database.sql(
      `SELECT pg_logical_emit_message(true, 'filler', repeat('x', 2000000)); DELETE FROM items WHERE id = 1`,
    );
    const later = await p.ingest({ now: () => start + 2 * 3_600_000 });
    expect(later.wal?.bytesPerHour).toBeGreaterThan(900_000);
  });
});
