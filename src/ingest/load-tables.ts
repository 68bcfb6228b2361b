import type { Snapshot } from '../source/source.ts';
import { lastLsnOf, loadTable } from './load-table.ts';
import type { Progress } from './progress.ts';
import type { RunContext } from './run-context.ts';
import { severalAtOnce } from './several-at-once.ts';
import type { TableState } from './table-state.ts';

/** Loads tables from one snapshot, several at the same time, and checkpoints each as it is done. */
export async function loadTables(
  context: RunContext,
  progress: Progress,
  tables: readonly TableState[],
  snapshot: Snapshot,
): Promise<void> {
  // The largest first: it decides when all are done.
  const ordered = tables.toSorted(
    (a, b) => b.plan.selected.source.sizeBytes - a.plan.selected.source.sizeBytes,
  );
  await severalAtOnce(ordered, context.pipeline.source.loadParallelism, async (table) => {
    await loadTable(context, table, snapshot);
    table.plan = {
      ...table.plan,
      snapshot: { tag: 'loaded', lsn: lastLsnOf(snapshot) },
      added: [],
      loadReason: undefined,
    };
    await progress.checkpoint(progress.lsn);
  });
}
