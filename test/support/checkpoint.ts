import { join } from 'node:path';
import { STATE_TABLE } from '../../src/checkpoint/checkpoint-sql.ts';
import { CheckpointStore } from '../../src/checkpoint/checkpoint-store.ts';
import type { Checkpoint, CheckpointedLsn } from '../../src/model/checkpoint.ts';
import { type Lsn, ZERO_LSN } from '../../src/model/lsn.ts';
import type { EmbeddedTarget } from '../../src/model/pipeline.ts';
import type { RunRecord } from '../../src/model/run-record.ts';
import { embeddedWarehouse } from '../../src/warehouse/embedded/embedded-warehouse.ts';
import type { Warehouse } from '../../src/warehouse/warehouse.ts';
import { temporaryDirectory } from './temporary-directory.ts';

export const SAMPLE_CHECKPOINT: Checkpoint = {
  lsn: ZERO_LSN,
  drainTarget: ZERO_LSN,
  cluster: { systemIdentifier: '7400000000000000000', timeline: 1, databaseOid: 16_384 },
  slotName: 'slot',
  publicationOid: 16_500,
  tables: [],
  runId: 'run-1',
};

export const SAMPLE_RECORD: RunRecord = {
  startedAt: 1_700_000_000_000_000n,
  from: undefined,
  intervals: 1,
  changes: 5,
  loadedRows: 0,
  insertedRows: 3,
  updatedRows: 1,
  deletedRows: 1,
  stagedBytes: 4096,
  lagBytes: undefined,
};

export function embeddedTargetAt(directory: string): EmbeddedTarget {
  return {
    tag: 'embedded',
    path: join(directory, 'lakehouse.duckdb'),
    catalog: 'lakehouse',
    schema: 'postgres_raw',
    stateSchema: 'postgres_raw',
    memoryLimitBytes: 256 * 1024 * 1024,
  };
}

export function checkpointStoreOf(
  warehouse: Warehouse,
  runId = 'run-1',
  now = () => 1_700_000_000_000_000n,
): CheckpointStore {
  return new CheckpointStore({
    warehouse,
    state: { catalog: 'lakehouse', schema: 'postgres_raw', table: STATE_TABLE },
    pipeline: 'test',
    runId,
    now,
  });
}

/** The only honest way to a CheckpointedLsn: writes a checkpoint into a lakehouse of its own. */
export async function checkpointAt(lsn: Lsn): Promise<CheckpointedLsn> {
  await using directory = await temporaryDirectory();
  await using warehouse = await embeddedWarehouse(embeddedTargetAt(directory.path)).open(
    new AbortController().signal,
  );
  return await checkpointStoreOf(warehouse).start({ ...SAMPLE_CHECKPOINT, lsn });
}
