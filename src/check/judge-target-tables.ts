import type { SelectedTable } from '../ingest/table-selection.ts';
import type { Problem } from '../model/problem.ts';
import { displayTargetName } from '../model/table-name.ts';
import { formatNumberOf } from '../report/quantity.ts';
import type { Warehouse, WarehouseTable } from '../warehouse/warehouse.ts';

/** A selected table, and what there is under its target's name. */
export interface FoundTable {
  readonly selected: SelectedTable;
  readonly found: WarehouseTable | undefined;
}

/** Questions under way at the same time: quick for a hundred tables, and no burden. */
const PARALLEL = 8;

/** Looks for the target tables, in the order of `tables`. */
export async function findTargetTables(
  warehouse: Warehouse,
  tables: readonly SelectedTable[],
): Promise<readonly FoundTable[]> {
  const found: FoundTable[] = [];
  for (let start = 0; start < tables.length; start += PARALLEL) {
    const some = tables.slice(start, start + PARALLEL).map(async (selected) => ({
      selected,
      found: await warehouse.describeTable(selected.target),
    }));
    found.push(...(await Promise.all(some)));
  }
  return found;
}

/** What is in the way of the target tables. Whether their columns fit, a run tells: it knows what it wrote before. */
export function judgeTargetTables(tables: readonly FoundTable[]): readonly Problem[] {
  return tables.flatMap(({ selected, found }) =>
    found?.obstacle === undefined
      ? []
      : [
          {
            code: 'target-table-mismatch',
            message: `${displayTargetName(selected.target)}, the target of ${selected.displayName}, is ${found.obstacle}.`,
            solution: 'Rename it, or choose another destination_table: Tributary drops no table.',
          },
        ],
  );
}

/** `2 tables are there, 1 table will be made` */
export function describeTargetTables(tables: readonly FoundTable[]): string {
  const there = tables.filter(({ found }) => found !== undefined).length;
  const missing = tables.length - there;
  return [
    ...(there === 0 ? [] : [`${formatNumberOf(there, 'target table')} found`]),
    ...(missing === 0 ? [] : [`${formatNumberOf(missing, 'target table')} to be made`]),
  ].join(', ');
}
