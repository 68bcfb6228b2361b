import type { Snapshot } from '../source/source.ts';
import { lastLsnOf, loadTable } from './load-table.ts';
import type { Progress } from './progress.ts';
import type { RunContext } from './run-context.ts';
import type { TableState } from './table-state.ts';

/** Loads tables from one snapshot, several at the same time, and checkpoints each as it is done. */
export async function loadTables(
  context: RunContext,
  progress: Progress,
  tables: readonly TableState[],
  snapshot: Snapshot,
): Promise<void> {
  // The largest first: it decides when all are done.
  const queue = tables.toSorted(
    (a, b) => b.plan.selected.source.sizeBytes - a.plan.selected.source.sizeBytes,
  );
  const loadNext = async (): Promise<void> => {
    for (let table = queue.shift(); table !== undefined; table = queue.shift()) {
      await loadTable(context, table, snapshot);
      table.plan = {
        ...table.plan,
        snapshot: { tag: 'loaded', lsn: lastLsnOf(snapshot) },
        added: [],
        loadReason: undefined,
      };
      await progress.checkpoint(progress.lsn);
    }
  };
  const parallelism = Math.min(context.pipeline.source.loadParallelism, tables.length);
  // All of them end before an error goes up: none may still write after the run has given up.
  const outcomes = await Promise.allSettled(Array.from({ length: parallelism }, loadNext));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
