import { describe, expect, it } from 'vitest';
import { parseLsn, ZERO_LSN } from '../../src/model/lsn.ts';
import { ReplicationStream } from '../../src/source/replication-stream.ts';
import type { Warehouse, WarehouseOpener } from '../../src/warehouse/warehouse.ts';
import { openDatabase, queryText, type TestDatabase } from '../support/postgres.ts';
import { readTransactions, sourceSettingsOf } from '../support/streamed-transactions.ts';
import { TestPipeline } from '../support/test-pipeline.ts';
import { wrappedWarehouse } from '../support/wrapped-warehouse.ts';

/** Signs of life that a stream must have given before its slot is looked at. */
const SIGNS_OF_LIFE = 5;

describe('nothing moves the slot before the checkpoint does (I1, I5)', () => {
  it('no sign of life does, although everything has been received', async () => {
    await using database = await openDatabase();
    await database.sql('CREATE TABLE entries (id int PRIMARY KEY)');
    await database.prepareAsSource();
    const settings = sourceSettingsOf(database, { heartbeatIntervalMs: 10 });
    await database.sql(`SELECT pg_create_logical_replication_slot('${settings.slotName}', 'pgoutput')`);
    const before = await slotOf(database, settings.slotName);
    await using stream = await ReplicationStream.open(settings, {
      startLsn: ZERO_LSN,
      walSenderTimeoutMs: 60_000,
    });
    await database.sql('INSERT INTO entries SELECT generate_series(1, 1000)');
    const target = parseLsn((await database.value('SELECT pg_current_wal_flush_lsn()::text')) ?? '');
    expect((await readTransactions(stream, target)).transactions).toHaveLength(1);
    await waitForSignsOfLife(database, settings.slotName);
    expect(await slotOf(database, settings.slotName)).toBe(before);
  });

  it.each([
    { name: 'in one interval', limits: {} },
    { name: 'in many intervals', limits: { maxIntervalChanges: 10 } },
    { name: 'in many parts', limits: { maxPartRows: 5 } },
  ])('no stage of a run does, and then it stands exactly at the checkpoint: $name', async ({ limits }) => {
    await using p = await TestPipeline.open(
      'CREATE TABLE one (id int PRIMARY KEY); CREATE TABLE other (id int PRIMARY KEY, label text);',
      { source: { heartbeatIntervalMs: 10 }, limits },
    );
    await p.ingest();
    expect(await p.confirmedFlushLsn()).toBe(await p.checkpointLsn());
    for (let i = 0; i < 6; i++)
      await p.database.sql(
        `INSERT INTO one SELECT generate_series(${i * 10}, ${i * 10 + 9}); INSERT INTO other VALUES (${i}, 'x')`,
      );
    const observer = new SlotObserver(p);
    const report = await p.ingest({ warehouse: observer.wrap(p.warehouse) });
    expect(report.status).toBe('done');
    expect(observer.looks).toBeGreaterThanOrEqual(4);
    expect(observer.violations).toEqual([]);
    expect(await p.confirmedFlushLsn()).toBe(await p.checkpointLsn());
  });

  it('a run that fails in its merge leaves it where it was', async () => {
    await using p = await TestPipeline.open('CREATE TABLE one (id int PRIMARY KEY);');
    await p.ingest();
    const before = await p.confirmedFlushLsn();
    await p.database.sql('INSERT INTO one VALUES (1)');
    const report = await p.run({
      warehouse: wrappedWarehouse(p.warehouse, () => ({
        merge: () => Promise.reject(new Error('the merge fails')),
      })),
    });
    expect(report.status).toBe('failed');
    expect(await p.confirmedFlushLsn()).toBe(before);
    await p.ingest();
    await p.expectEqual('one');
  });
});

/** Looks at the slot inside every call that stages, merges or checkpoints. */
class SlotObserver {
  readonly #pipeline: TestPipeline;
  readonly violations: string[] = [];
  looks = 0;

  constructor(pipeline: TestPipeline) {
    this.#pipeline = pipeline;
  }

  wrap(opener: WarehouseOpener): WarehouseOpener {
    return wrappedWarehouse(opener, (warehouse) => ({
      putStagedFile: async (...args) => {
        await this.#look(warehouse, 'staging');
        return await warehouse.putStagedFile(...args);
      },
      merge: async (statement) => {
        await this.#look(warehouse, 'before the merge');
        const counts = await warehouse.merge(statement);
        await this.#look(warehouse, 'after the merge');
        return counts;
      },
      update: async (statement) => {
        await this.#look(warehouse, 'before an update');
        return await warehouse.update(statement);
      },
    }));
  }

  /** The slot may stand at the checkpoint or before it, never after it. */
  async #look(warehouse: Warehouse, when: string): Promise<void> {
    await waitForSignsOfLife(this.#pipeline.database, this.#pipeline.pipeline.source.slotName);
    const [row] = await warehouse.query(
      'SELECT CAST(lsn AS VARCHAR) FROM lakehouse.postgres_raw._tributary_checkpoint',
    );
    const checkpoint = BigInt(row?.[0] ?? 0);
    const confirmed = await this.#pipeline.confirmedFlushLsn();
    this.looks += 1;
    if (confirmed > checkpoint)
      this.violations.push(`${when}: slot at ${confirmed}, checkpoint ${checkpoint}`);
  }
}

/** Waits until the walsender has taken in so many status messages; returns at once when nobody reads the slot. */
async function waitForSignsOfLife(database: TestDatabase, slotName: string): Promise<void> {
  const lastReply = /*sql*/ `SELECT r.reply_time::text FROM pg_stat_replication r
    JOIN pg_replication_slots s ON s.active_pid = r.pid WHERE s.slot_name = '${slotName}'`;
  const seen = new Set<string | null | undefined>();
  for (const deadline = Date.now() + 20_000; seen.size < SIGNS_OF_LIFE; ) {
    const [row] = await queryText(database.client, lastReply);
    if (row === undefined) return;
    seen.add(row[0]);
    if (Date.now() > deadline) throw new Error(`only ${seen.size} signs of life`);
  }
}

async function slotOf(database: TestDatabase, slotName: string): Promise<string | null> {
  return await database.value(
    `SELECT confirmed_flush_lsn::text FROM pg_replication_slots WHERE slot_name = '${slotName}'`,
  );
}
