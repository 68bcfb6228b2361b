import { describe, expect, it } from 'vitest';
import { CheckpointStore } from '../../src/checkpoint/checkpoint-store.ts';
import type { Checkpoint } from '../../src/model/checkpoint.ts';
import { lsnOf } from '../../src/model/lsn.ts';
import { embeddedWarehouse } from '../../src/warehouse/embedded/embedded-warehouse.ts';
import type { Warehouse } from '../../src/warehouse/warehouse.ts';
import {
  checkpointStoreOf,
  embeddedTargetAt,
  SAMPLE_CHECKPOINT,
  SAMPLE_RECORD,
} from '../support/checkpoint.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const FENCED = expect.objectContaining({ code: 'checkpoint-fenced' });

function at(address: bigint): Checkpoint {
  return { ...SAMPLE_CHECKPOINT, lsn: lsnOf(address) };
}

async function withWarehouse(body: (warehouse: Warehouse) => Promise<void>): Promise<void> {
  await using directory = await temporaryDirectory();
  await using warehouse = await embeddedWarehouse(embeddedTargetAt(directory.path)).open(
    new AbortController().signal,
  );
  await body(warehouse);
}

async function claimed(warehouse: Warehouse, runId: string, now?: () => bigint): Promise<CheckpointStore> {
  const store = checkpointStoreOf(warehouse, runId, now);
  const stored = await store.load();
  if (stored === undefined) throw new Error('no checkpoint');
  await store.claim(stored);
  return store;
}

describe('the checkpoint store', () => {
  it('tells nothing before the first checkpoint, and then what was written last', () =>
    withWarehouse(async (warehouse) => {
      const store = checkpointStoreOf(warehouse);
      expect(await store.load()).toBeUndefined();
      expect(await store.start(at(10n))).toBe(10n);
      expect(await store.advance(at(2n ** 62n), SAMPLE_RECORD)).toBe(2n ** 62n);
      expect(await store.load()).toMatchObject({ epoch: 1, checkpoint: at(2n ** 62n) });
    }));

  it('tells what the last thirty runs did, the latest first, and nothing of other pipelines', () =>
    withWarehouse(async (warehouse) => {
      await checkpointStoreOf(warehouse, 'run-0').start(at(10n));
      expect((await checkpointStoreOf(warehouse).load())?.history).toEqual([]);
      for (let run = 1; run <= 32; run += 1) {
        const store = await claimed(warehouse, `run-${run}`, () => BigInt(run) * 60_000_000n);
        const record = { ...SAMPLE_RECORD, startedAt: BigInt(run) * 60_000_000n - 1500n, changes: run };
        await store.advance(at(10n), { ...record, from: lsnOf(10n), lagBytes: 2 ** 40 });
      }
      const other = { state: checkpointStoreOf(warehouse).state, pipeline: 'other', runId: 'x' };
      await new CheckpointStore({ ...other, warehouse, now: () => 0n }).start(at(1n));
      const history = (await checkpointStoreOf(warehouse).load())?.history ?? [];
      expect(history.map(({ runId }) => runId)).toEqual(
        Array.from({ length: 30 }, (_, index) => `run-${32 - index}`),
      );
      expect(history[0]).toEqual({
        runId: 'run-32',
        startedAt: '1970-01-01T00:31:59.998Z',
        updatedAt: '1970-01-01T00:32:00.000Z',
        from: '0/A',
        to: '0/A',
        intervals: 1,
        changes: 32,
        loadedRows: 0,
        insertedRows: 3,
        updatedRows: 1,
        deletedRows: 1,
        stagedBytes: 4096,
        lagBytes: 2 ** 40,
      });
    }));

  it('never goes backwards, and may write the same LSN again', () =>
    withWarehouse(async (warehouse) => {
      const store = checkpointStoreOf(warehouse);
      await store.start(at(10n));
      await store.advance(at(10n), SAMPLE_RECORD);
      await expect(store.advance(at(9n), SAMPLE_RECORD)).rejects.toEqual(FENCED);
      expect((await store.load())?.checkpoint.lsn).toBe(10n);
    }));

  it('lets one run write: a claim fences every earlier one', () =>
    withWarehouse(async (warehouse) => {
      const first = checkpointStoreOf(warehouse);
      await first.start(at(10n));
      const second = await claimed(warehouse, 'run-2');
      await expect(first.advance(at(20n), SAMPLE_RECORD)).rejects.toEqual(FENCED);
      await second.advance(at(15n), SAMPLE_RECORD);
      const third = await claimed(warehouse, 'run-3');
      await expect(second.advance(at(30n), SAMPLE_RECORD)).rejects.toEqual(FENCED);
      expect(third.epoch).toBe(3);
      expect((await third.load())?.checkpoint.lsn).toBe(15n);
    }));

  it('lets one of two runs claim that have loaded the same checkpoint', () =>
    withWarehouse(async (warehouse) => {
      await checkpointStoreOf(warehouse).start(at(10n));
      const [one, other] = [checkpointStoreOf(warehouse, 'run-2'), checkpointStoreOf(warehouse, 'run-3')];
      const stored = await one.load();
      if (stored === undefined) throw new Error('no checkpoint');
      await one.claim(stored);
      await expect(other.claim(stored)).rejects.toEqual(FENCED);
    }));

  it('starts a pipeline once', () =>
    withWarehouse(async (warehouse) => {
      await checkpointStoreOf(warehouse).start(at(10n));
      await expect(checkpointStoreOf(warehouse, 'run-2').start(at(5n))).rejects.toEqual(FENCED);
    }));
});
