import { describe, expect, it } from 'vitest';
import { exitCodeOfStatuses } from '../../src/commands/status-pipelines.ts';
import { IngestError } from '../../src/model/ingest-error.ts';
import type { StatusReport } from '../../src/model/status-report.ts';
import { openPostgresSource } from '../../src/source/postgres-source.ts';
import { readStatus, type StatusOptions } from '../../src/status/read-status.ts';
import { TestPipeline } from '../support/test-pipeline.ts';

const ITEMS = `CREATE TABLE items (id integer PRIMARY KEY, label text);
  INSERT INTO items SELECT i, 'label ' || i FROM generate_series(1, 20) i;
  ANALYZE items`;

function statusOf(p: TestPipeline, options: Partial<StatusOptions> = {}): Promise<StatusReport> {
  return readStatus({
    pipeline: p.pipeline,
    openSource: openPostgresSource,
    openTarget: () => p.warehouse.open(new AbortController().signal),
    nowMs: Date.now,
    ...options,
  });
}

describe('the status of a pipeline', () => {
  it('that has not begun tells what the first run will do, and makes nothing', async () => {
    await using p = await TestPipeline.open(ITEMS);
    const status = await statusOf(p);
    expect(status).toMatchObject({
      health: 'healthy',
      findings: [],
      source: { slot: null, wal: null, selectedTables: 1 },
      target: {
        checkpoint: null,
        tables: [{ source: 'public.items', state: 'pending', estimatedRows: 20, loadedRows: null }],
        history: [],
      },
      lagBytes: null,
      lastRunAt: null,
    });
    expect(await p.hasCheckpointTable()).toBe(false);
    expect(
      await p.database.value('SELECT count(*) FROM pg_replication_slots WHERE database = current_database()'),
    ).toBe('0');
  });

  it('that runs tells its checkpoint, how far it is behind, its tables and its runs', async () => {
    await using p = await TestPipeline.open(ITEMS);
    const run = await p.ingest();
    await p.database.sql(`SELECT pg_logical_emit_message(true, 'filler', repeat('x', 100000));
      CREATE TABLE later (id integer PRIMARY KEY)`);
    const status = await statusOf(p);
    expect(status).toMatchObject({
      health: 'healthy',
      target: {
        checkpoint: { lsn: run.checkpoint.to, runId: run.runId },
        tables: [
          { source: 'public.items', state: 'loaded' },
          { source: 'public.later', state: 'pending' },
        ],
        history: [{ runId: run.runId, loadedRows: 20 }],
      },
    });
    expect(status.lagBytes).toBeGreaterThan(100_000);
    expect(status.source?.wal?.retainedBytes).toBeGreaterThan(100_000);
    expect(Date.parse(status.lastRunAt ?? '')).toBeGreaterThanOrEqual(Date.parse(run.startedAt));
    expect(exitCodeOfStatuses([status])).toBe(0);
  });

  it('keeps away from the target when it is told to, and is behind by what the slot says', async () => {
    await using p = await TestPipeline.open(ITEMS);
    await p.ingest();
    const status = await statusOf(p, { openTarget: undefined });
    expect(status).toMatchObject({ health: 'healthy', target: null, source: { slot: { active: false } } });
    expect(status.lagBytes).not.toBeNull();
  });

  it('tells a slot that is gone, with the way back', async () => {
    await using p = await TestPipeline.open(ITEMS);
    await p.ingest();
    await p.database.sql(`SELECT pg_drop_replication_slot('${p.pipeline.source.slotName}')`);
    const status = await statusOf(p);
    expect(status.health).toBe('danger');
    expect(status.findings).toEqual([
      expect.objectContaining({
        severity: 'danger',
        code: 'slot-missing',
        solution: expect.stringContaining("entry = 'checkpoint'"),
      }),
    ]);
    expect(exitCodeOfStatuses([status])).toBe(1);
  });

  it('tells of either side although the other cannot be looked at', async () => {
    await using p = await TestPipeline.open(ITEMS);
    await p.ingest();
    const unavailable = async (): Promise<never> => {
      throw new IngestError('target-unavailable', 'The warehouse does not answer.');
    };
    const withoutTarget = await statusOf(p, { openTarget: unavailable });
    expect(withoutTarget).toMatchObject({
      health: 'danger',
      target: null,
      findings: [{ code: 'target-unavailable' }],
      source: { selectedTables: 1 },
    });
    const unreachable = async (): Promise<never> => {
      throw new IngestError('source-unreachable', 'The server does not answer.');
    };
    expect(await statusOf(p, { openSource: unreachable })).toMatchObject({
      health: 'danger',
      source: null,
      findings: [{ code: 'source-unreachable' }],
      target: { tables: [{ source: 'public.items', state: 'loaded' }], history: [{ loadedRows: 20 }] },
      lagBytes: null,
    });
  });

  it('watches a pipeline whose runs have stopped coming, idle ones counted', async () => {
    await using p = await TestPipeline.open(ITEMS, { schedule: { tag: 'interval', everyMs: 60_000 } });
    await p.ingest();
    expect((await statusOf(p)).health).toBe('healthy');
    const later = await statusOf(p, { nowMs: () => Date.now() + 3_600_000 });
    const knows = Number(await p.database.value('SHOW server_version_num')) >= 170_000;
    expect(later.findings.map(({ message }) => message)).toEqual(
      knows
        ? [expect.stringMatching(/^No run has used the slot for 1h 00m; the schedule says every 1m 00s\.$/)]
        : [],
    );
    expect(exitCodeOfStatuses([later])).toBe(0);
  });
});
