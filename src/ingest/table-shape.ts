import type { StagedColumnSource } from '../merge/merge-plan.ts';
import type { Relation } from '../model/change.ts';
import { IngestError } from '../model/ingest-error.ts';
import type { SpecialValuePolicy } from '../model/pipeline.ts';
import type { TargetTable } from '../schema/target-table.ts';
import type { StagedLayout } from '../stage/staged-row-group.ts';
import { reloadWords } from './reload-solution.ts';

/** How the row images of one relation message map to a target table and to staged files. */
export interface TableShape {
  readonly columnCount: number;
  /** Indexes of the row key's columns in an image, in key order. */
  readonly keyColumns: readonly number[];
  readonly layout: Omit<StagedLayout, 'specialValues'>;
  /** Per staged column, the target column it belongs to. */
  readonly stagedNames: readonly string[];
}

/**
 * Maps the columns that an image carries, by name, to the target's. A column that is not a target's (an excluded one,
 * a dropped one) is not staged; the target's columns that the image does not carry are newer than the row.
 *
 * Throws `row-key-missing` when the image does not carry the whole row key.
 */
export function planShape(columnNames: readonly string[], target: TargetTable): TableShape {
  const staged = target.columns.filter(({ name }) => columnNames.includes(name));
  const keyColumns = target.keyColumns.map((key) => columnNames.indexOf(key));
  if (keyColumns.includes(-1)) {
    throw new IngestError(
      'row-key-missing',
      `${target.source}: the log has rows without the key column${target.keyColumns.length === 1 ? '' : 's'} ${target.keyColumns.join(', ')}.`,
      {
        solution: `Load the table anew: ${reloadWords(target.source)}`,
      },
    );
  }
  const columns = staged.map((column) => ({
    name: column.name,
    sourceIndex: columnNames.indexOf(column.name),
    mapping: column.mapping,
  }));
  const toastable = staged.flatMap((column, index) => (column.toastable ? [index] : []));
  return {
    columnCount: columnNames.length,
    keyColumns,
    stagedNames: staged.map(({ name }) => name),
    layout: {
      table: target.source,
      columns,
      keepable: toastable,
      keyColumns: target.keyColumns.map((key) => staged.findIndex(({ name }) => name === key)),
      withPreviousKey: toastable.length > 0,
    },
  };
}

export function shapeOfRelation(relation: Relation, target: TargetTable): TableShape {
  return planShape(
    relation.columns.map(({ name }) => name),
    target,
  );
}

/** Where each target column's value is in files of this shape; `missing` gives what older rows read. */
export function stagedSources(
  shape: TableShape,
  target: TargetTable,
  missing: (columnName: string) => string,
): readonly StagedColumnSource[] {
  return target.columns.map(({ name }) => {
    const index = shape.stagedNames.indexOf(name);
    return index === -1 ? { tag: 'missing', literal: missing(name) } : { tag: 'staged', index };
  });
}

export function layoutFor(shape: TableShape, specialValues: SpecialValuePolicy): StagedLayout {
  return { ...shape.layout, specialValues };
}
