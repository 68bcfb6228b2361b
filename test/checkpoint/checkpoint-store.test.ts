import { describe, expect, it } from 'vitest';
import type { CheckpointStore } from '../../src/checkpoint/checkpoint-store.ts';
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

async function claimed(warehouse: Warehouse, runId: string): Promise<CheckpointStore> {
  const store = checkpointStoreOf(warehouse, runId);
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
      expect(await store.load()).toEqual({ epoch: 1, checkpoint: at(2n ** 62n) });
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
