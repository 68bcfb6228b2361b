import { looksPersonal } from '../config/lint/personal-data.ts';
import { isGlob } from '../model/glob.ts';
import type { SurveyedTable } from '../model/source-survey.ts';
import { displayTableName } from '../model/source-table.ts';
import type { PlannedTable } from './init-plan.ts';

/** What a table that was found could be in a pipeline. */
export interface TableSuggestion {
  readonly table: SurveyedTable;
  /** `public.orders`. */
  readonly displayName: string;
  /** Why it cannot be in one, and what would change that; `undefined`: it can. */
  readonly obstacle: string | undefined;
  /** Columns that look like personal data, those of the row key apart, which cannot be left out. */
  readonly personal: readonly { readonly column: string; readonly kind: string }[];
}

/** Judges a table by the catalog alone. */
export function judgeTable(table: SurveyedTable): TableSuggestion {
  const mayBeLeftOut = table.columns.filter((column) => !table.keyColumns.includes(column));
  return {
    table,
    displayName: displayTableName(table),
    obstacle: obstacleOf(table),
    personal: mayBeLeftOut.flatMap((column) => {
      const kind = looksPersonal(column);
      return kind === undefined ? [] : [{ column, kind }];
    }),
  };
}

function obstacleOf(table: SurveyedTable): string | undefined {
  if (table.unlogged) return 'it is unlogged, so its changes are not in the log (ALTER TABLE … SET LOGGED)';
  if (table.keyColumns.length === 0 && table.uniqueIndex === undefined)
    return 'it has no primary key and no unique index over NOT NULL columns';
  if (isGlob(table.name)) return 'its name would be read as a glob';
  const keyColumn = table.keyColumns.find((column) => table.unsupportedColumns.includes(column));
  return keyColumn === undefined
    ? undefined
    : `its key column ${keyColumn} has a type that cannot be brought over`;
}

/** The table as it goes into the plan, without columns that cannot be brought over and those that are to be left out. */
export function plannedTable({ table }: TableSuggestion, leftOut: readonly string[]): PlannedTable {
  const { schema, name, partitioned, published, keyColumns, uniqueIndex } = table;
  return {
    schema,
    name,
    partitioned,
    published,
    excludeColumns: table.columns.filter(
      (column) => table.unsupportedColumns.includes(column) || leftOut.includes(column),
    ),
    identityIndex: keyColumns.length === 0 ? uniqueIndex : undefined,
  };
}
