import { type FoundTable, findTargetTables } from '../check/judge-target-tables.ts';
import { stateTableOf } from '../check/pipeline-checkpoint.ts';
import { CheckpointStore } from '../checkpoint/checkpoint-store.ts';
import { knownTable } from '../ingest/table-plan.ts';
import type { SelectedTable } from '../ingest/table-selection.ts';
import type { Checkpoint, StoredCheckpoint } from '../model/checkpoint.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { RunHistoryEntry } from '../model/run-history.ts';
import type { TableName } from '../model/table-name.ts';
import { quoteTable } from '../schema/ddl.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';

/** What there is in the target, as far as a plan wants to know it. */
export interface TargetFacts {
  /** `undefined`: the pipeline has never written one. */
  readonly stored: Pick<StoredCheckpoint, 'checkpoint'> | undefined;
  readonly history: readonly RunHistoryEntry[];
  readonly hasSchema: boolean;
  readonly hasStateSchema: boolean;
  readonly hasStateTable: boolean;
  /** The selected tables, and what stands under their targets' names. */
  readonly found: readonly FoundTable[];
  /** By oid of the source table: rows of those that are there before the pipeline has loaded them. */
  readonly rowCounts: ReadonlyMap<number, number>;
}

/** Reads what there is; changes nothing. Without a warehouse (a lakehouse that no run has made yet) there is nothing. */
export async function readTargetFacts(
  warehouse: Warehouse | undefined,
  pipeline: Pipeline,
  tables: () => Promise<readonly SelectedTable[]>,
): Promise<TargetFacts> {
  if (warehouse === undefined) return nothingThere(await tables());
  const state = stateTableOf(pipeline);
  // For writing, which is not done here.
  const unused = { runId: '', now: () => 0n };
  const store = new CheckpointStore({ warehouse, state, pipeline: pipeline.name, ...unused });
  const stored = await store.load();
  const { catalog, schema } = pipeline.target;
  const hasStateTable = stored !== undefined || (await warehouse.describeTable(state)) !== undefined;
  const found = await findTargetTables(warehouse, await tables());
  return {
    stored,
    history: stored?.history ?? [],
    hasSchema:
      found.some((one) => one.found !== undefined) || (await warehouse.hasSchema({ catalog, schema })),
    hasStateSchema: hasStateTable || (await warehouse.hasSchema(state)),
    hasStateTable,
    found,
    rowCounts: await countRows(warehouse, found, stored?.checkpoint),
  };
}

function nothingThere(tables: readonly SelectedTable[]): TargetFacts {
  return {
    stored: undefined,
    history: [],
    hasSchema: false,
    hasStateSchema: false,
    hasStateTable: false,
    found: tables.map((selected) => ({ selected, found: undefined })),
    rowCounts: new Map(),
  };
}

async function countRows(
  warehouse: Warehouse,
  tables: readonly FoundTable[],
  checkpoint: Checkpoint | undefined,
): Promise<ReadonlyMap<number, number>> {
  const counts = new Map<number, number>();
  for (const { selected, found } of tables) {
    if (found === undefined || found.obstacle !== undefined) continue;
    if (knownTable(checkpoint, selected) !== undefined) continue;
    counts.set(selected.source.oid, await countTargetRows(warehouse, selected.target));
  }
  return counts;
}

async function countTargetRows(warehouse: Warehouse, name: TableName): Promise<number> {
  const { dialect } = warehouse;
  const text = dialect.typeName({ tag: 'string' });
  const [row] = await warehouse.query(`SELECT CAST(count(*) AS ${text}) FROM ${quoteTable(dialect, name)}`);
  return Number(row?.[0] ?? 0);
}
