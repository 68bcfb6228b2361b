import type { Snapshot } from '../source/source.ts';
import type { ChosenLoad } from './choose-loads.ts';
import { type LoadOptions, type LoadOutcome, loadTable } from './load-table.ts';
import type { Progress } from './progress.ts';
import type { RunContext } from './run-context.ts';
import { severalAtOnce } from './several-at-once.ts';
import type { TableState } from './table-state.ts';

/**
 * Loads tables from one snapshot, several at the same time, and checkpoints each range as it is done. What is not finished
 * when time is up stays for later; so does a table that is altered meanwhile.
 */
export async function loadTables(
  context: RunContext,
  progress: Progress,
  loads: readonly ChosenLoad<TableState>[],
  snapshot: Snapshot,
  options: Omit<LoadOptions, 'start'>,
): Promise<void> {
  // The largest first: it decides when all are done.
  const ordered = loads.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  let hasBegun = false;
  await severalAtOnce(ordered, context.pipeline.source.loadParallelism, async ({ table, start }) => {
    // However little time there is, something is loaded: or a run that is always late never gets anywhere.
    if (hasBegun && !options.mayGoOn()) return;
    hasBegun = true;
    const outcome = await loadTable(context, progress, table, snapshot, { ...options, start });
    const notice = NOTICES[outcome];
    if (notice !== undefined) context.recorder.notice(`${table.displayName} ${notice}`);
  });
}

const NOTICES = {
  complete: undefined,
  paused: undefined,
  altered: 'was altered while it was read; its load goes on another time.',
  'gave-way': 'was wanted by somebody who alters or locks it: its load gave way, and goes on another time.',
} as const satisfies Record<LoadOutcome, string | undefined>;

function sizeOf({ table }: ChosenLoad<TableState>): number {
  return table.plan.selected.source.sizeBytes;
}
