import type { LoadingState } from '../model/checkpoint.ts';
import type { Dialect } from '../model/dialect.ts';
import { ALL_ROWS, isSameRange } from '../model/key-range.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceColumn } from '../model/source-table.ts';
import { displayTargetName } from '../model/table-name.ts';
import { buildAddColumn, buildFillColumn, columnDefinitions } from '../schema/ddl.ts';
import { missingLiteral } from '../schema/missing-literal.ts';
import type { TargetTable } from '../schema/target-table.ts';
import type { Repetition, WarehouseColumn } from '../warehouse/warehouse.ts';
import { reloadWords } from './reload-solution.ts';
import type { TablePlan } from './table-plan.ts';

/** Before the first row of a load has come the target may be without the table; from then on it must have it. */
export function isWithoutTable({ snapshot, loadReason }: TablePlan): boolean {
  switch (snapshot.tag) {
    case 'pending':
    case 'skipped':
      return true;
    case 'loading':
      return loadReason !== undefined || isAtItsBeginning(snapshot);
    case 'loaded':
      return loadReason !== undefined;
    default:
      return snapshot satisfies never;
  }
}

/** A refresh of all of a table, too, makes it when somebody has dropped it. */
function isAtItsBeginning({ after, purpose, range }: LoadingState): boolean {
  return after === null && (purpose === 'first-load' || isSameRange(range, ALL_ROWS));
}

/** A statement that brings a target table into shape, and whether it may be sent again when its answer was lost. */
export interface TargetStatement {
  readonly sql: string;
  readonly repetition: Repetition;
}

/**
 * What adds a source column to an existing target table and gives its rows what PostgreSQL gives them. A column that is
 * there already, from a run that crashed, is only filled; one whose rows are loaded anew is only added.
 */
export function addColumnStatements(
  dialect: Dialect,
  target: TargetTable,
  source: SourceColumn,
  options: { readonly existing: readonly WarehouseColumn[]; readonly isLoaded: boolean },
): readonly TargetStatement[] {
  const column = target.columns.find(({ attributeNumber }) => attributeNumber === source.attributeNumber);
  if (column === undefined) return [];
  const isThere = options.existing.some(({ name }) => name.toLowerCase() === column.name.toLowerCase());
  const literal = missingLiteral(dialect, column.mapping, source.missingValue);
  const add: TargetStatement = {
    sql: buildAddColumn(dialect, target.name, column),
    repetition: 'harmful',
  };
  const fill: TargetStatement = {
    sql: buildFillColumn(dialect, target.name, column, literal),
    repetition: 'harmless',
  };
  return [...(isThere ? [] : [add]), ...(options.isLoaded || literal === 'NULL' ? [] : [fill])];
}

/** An existing table is adopted when it has the columns we need, of the types we need; `added` ones may be missing. */
export function judgeTargetFit(
  dialect: Dialect,
  target: TargetTable,
  existing: readonly WarehouseColumn[],
  added: readonly SourceColumn[],
): readonly Problem[] {
  const types = new Map(existing.map(({ name, type }) => [name.toLowerCase(), type]));
  const addedNames = new Set(added.map(({ name }) => name));
  const differences = columnDefinitions(target).flatMap(({ name, type }) => {
    const found = types.get(name.toLowerCase());
    const wanted = dialect.typeName(type);
    if (found === undefined) return addedNames.has(name) ? [] : [`"${name}" (${wanted}) is missing`];
    return found === wanted ? [] : [`"${name}" is ${found}, not ${wanted}`];
  });
  if (differences.length === 0) return [];
  return [
    {
      code: 'target-table-mismatch',
      message: `The target table ${displayTargetName(target.name)} exists and does not fit ${target.source}: ${differences.join('; ')}.`,
      solution: RENAME_SOLUTION,
    },
  ];
}

/** What to do about a table that stands where a target belongs. */
export const RENAME_SOLUTION =
  'Rename it, or give the target another name: selection.schemas[].tables[].destination_table. Tributary never drops or replaces a table.';

/** A table that the checkpoint says was loaded, and that is not there. */
export function missingTarget(target: TargetTable): Problem {
  return {
    code: 'target-table-mismatch',
    message: `The target table ${displayTargetName(target.name)} is gone.`,
    solution: `Load it anew: ${reloadWords(target.source)}`,
  };
}
