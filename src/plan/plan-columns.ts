import type { SelectedTable } from '../ingest/table-selection.ts';
import type { ColumnCheckpoint, TableCheckpoint } from '../model/checkpoint.ts';
import type { Dialect } from '../model/dialect.ts';
import type { ColumnUse, PlannedColumn } from '../model/plan-report.ts';
import type { UnpublishedColumn } from '../model/source-facts.ts';
import type { SourceColumn } from '../model/source-table.ts';
import { mapType } from '../schema/type-mapping.ts';

export interface PlanColumnsOptions {
  /** `undefined` for a table that is new, or of which nobody looked. */
  readonly known: TableCheckpoint | undefined;
  readonly dialect: Dialect;
  /** The kind of personal data that a column's name sounds like. */
  readonly looksPersonal: (columnName: string) => string | undefined;
}

/** Every column of a table, in its own order, and what becomes of it. */
export function planColumns(selected: SelectedTable, options: PlanColumnsOptions): readonly PlannedColumn[] {
  const { columns, unpublishedColumns } = selected.source;
  const taken = new Set(selected.columns.map(({ attributeNumber }) => attributeNumber));
  const wanted = new Set(selected.unpublishedWanted.map(({ attributeNumber }) => attributeNumber));
  const describe = (column: SourceColumn | UnpublishedColumn, use: ColumnUse): PlannedColumn => ({
    name: column.name,
    use,
    isKey: selected.keyColumns.includes(column.name),
    change: changeOf(column.attributeNumber, use, options.known),
    personal: options.looksPersonal(column.name) ?? null,
    ...('type' in column ? typesOf(column, use, options.dialect) : { sourceType: null, targetType: null }),
  });
  return [
    ...columns.map((column) => ({
      column,
      use: taken.has(column.attributeNumber) ? ('included' as const) : ('excluded' as const),
    })),
    ...unpublishedColumns.map((column) => ({
      column,
      use: wanted.has(column.attributeNumber) ? unpublishedUse(column) : ('excluded' as const),
    })),
  ]
    .toSorted((a, b) => a.column.attributeNumber - b.column.attributeNumber)
    .map(({ column, use }) => describe(column, use));
}

/** Columns that the target has and the source, too, and that are not brought over any more. */
export function deselectedColumns(
  selected: SelectedTable,
  known: TableCheckpoint,
): readonly ColumnCheckpoint[] {
  const taken = new Set(selected.columns.map(({ attributeNumber }) => attributeNumber));
  const { columns, unpublishedColumns } = selected.source;
  const present = new Set([...columns, ...unpublishedColumns].map(({ attributeNumber }) => attributeNumber));
  return known.columns.filter(
    ({ attributeNumber, dropped }) => !dropped && !taken.has(attributeNumber) && present.has(attributeNumber),
  );
}

function unpublishedUse({ generated }: UnpublishedColumn): ColumnUse {
  return generated ? 'generated' : 'not-published';
}

function changeOf(
  attributeNumber: number,
  use: ColumnUse,
  known: TableCheckpoint | undefined,
): PlannedColumn['change'] {
  if (known === undefined) return null;
  const isKnown = known.columns.some(
    (column) => column.attributeNumber === attributeNumber && !column.dropped,
  );
  if (use === 'included') return isKnown ? null : 'added';
  return isKnown ? 'deselected' : null;
}

function typesOf(
  { type }: SourceColumn,
  use: ColumnUse,
  dialect: Dialect,
): Pick<PlannedColumn, 'sourceType' | 'targetType'> {
  const mapping = mapType(type);
  const isMapped = use === 'included' && mapping.tag === 'mapped';
  return {
    sourceType: type.displayName,
    targetType: isMapped ? dialect.typeName(mapping.mapping.type) : null,
  };
}
