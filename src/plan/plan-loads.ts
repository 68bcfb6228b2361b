import type { Pipeline } from '../model/pipeline.ts';
import type { PlannedLoads, PlannedTable } from '../model/plan-report.ts';
import { runCost } from '../model/run-cost.ts';
import type { RunHistoryEntry } from '../model/run-history.ts';
import { estimateLoad } from './load-estimate.ts';

/** What a load's size is reckoned from. */
type LoadedTable = Pick<PlannedTable, 'load' | 'unfinished' | 'estimatedRows' | 'estimatedBytes'>;

/** What all loads come to; null without any. The tables' estimates are the catalog's, so the sums are no more than that. */
export function planLoads(
  tables: readonly LoadedTable[],
  { pipeline, history }: { readonly pipeline: Pipeline; readonly history: readonly RunHistoryEntry[] },
): PlannedLoads | null {
  const loaded = tables.filter(({ load, unfinished }) => load !== null || unfinished?.continuedBy === 'run');
  if (loaded.length === 0) return null;
  const rows = sumOfKnown(loaded.map(rowsLeft));
  const bytes = sumOfKnown(loaded.map(bytesLeft));
  const { durationMs, basis, because } = estimateLoad({ rows, bytes, history });
  const price = pipeline.target.tag === 'unity_catalog' ? pipeline.target.costPerHour : undefined;
  return {
    tables: loaded.length,
    rows,
    bytes,
    unknownTables: loaded.filter(({ estimatedRows }) => estimatedRows === null).length,
    durationMs,
    basis,
    because,
    cost: price === undefined || durationMs === null ? null : runCost(durationMs, price),
  };
}

/** Of a load that was begun only the rest is ahead. */
function rowsLeft({ estimatedRows, unfinished }: LoadedTable): number | null {
  return estimatedRows === null ? null : Math.max(0, estimatedRows - (unfinished?.loadedRows ?? 0));
}

function bytesLeft(table: LoadedTable): number | null {
  const { estimatedRows, estimatedBytes } = table;
  const rows = rowsLeft(table);
  if (rows === null || estimatedRows === null || estimatedRows === 0 || estimatedBytes === null)
    return estimatedBytes;
  return Math.round((estimatedBytes * rows) / estimatedRows);
}

function sumOfKnown(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter((number) => number !== null);
  return known.length === 0 ? null : known.reduce((sum, number) => sum + number, 0);
}
