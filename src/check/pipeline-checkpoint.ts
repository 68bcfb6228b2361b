import { STATE_TABLE } from '../checkpoint/checkpoint-sql.ts';
import { CheckpointStore } from '../checkpoint/checkpoint-store.ts';
import type { Checkpoint } from '../model/checkpoint.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { TableName } from '../model/table-name.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';

/** Where the pipeline's checkpoint is kept. */
export function stateTableOf({ target }: Pipeline): TableName {
  return { catalog: target.catalog, schema: target.stateSchema, table: STATE_TABLE };
}

/** The pipeline's last checkpoint, only read. */
export async function readCheckpoint(
  warehouse: Warehouse,
  pipeline: Pipeline,
): Promise<Checkpoint | undefined> {
  const store = new CheckpointStore({
    warehouse,
    state: stateTableOf(pipeline),
    pipeline: pipeline.name,
    // For writing, which is not done here.
    runId: '',
    now: () => 0n,
  });
  return (await store.load())?.checkpoint;
}
