import type { ColumnCheckpoint } from '../model/checkpoint.ts';
import type { SourceColumn } from '../model/source-table.ts';

/** What happened to a table's columns since the checkpoint. */
export interface ColumnDrift {
  readonly added: readonly SourceColumn[];
  readonly dropped: readonly ColumnCheckpoint[];
  /** Changes that this version does not bring over, in words that end a sentence beginning with the table's name. */
  readonly unsupported: readonly string[];
}

/**
 * Compares the columns that the checkpoint knows with those of today, by attribute number: the one thing that
 * tells a rename from a drop and an add.
 */
export function compareColumns(
  before: readonly ColumnCheckpoint[],
  now: readonly SourceColumn[],
  /** Names of all columns at the source, selected or not: one that is merely not selected any more was not dropped. */
  present: ReadonlySet<number>,
): ColumnDrift {
  const known = new Map(before.map((column) => [column.attributeNumber, column]));
  const selected = new Set(now.map((column) => column.attributeNumber));
  const retired = new Set(
    before.filter((column) => column.dropped).map((column) => column.name.toLowerCase()),
  );
  const dropped = before.filter(
    ({ attributeNumber, dropped: already }) =>
      !already && !selected.has(attributeNumber) && !present.has(attributeNumber),
  );
  for (const column of dropped) retired.add(column.name.toLowerCase());
  const unsupported: string[] = [];
  const added: SourceColumn[] = [];
  for (const column of now) {
    const earlier = known.get(column.attributeNumber);
    if (earlier === undefined) {
      if (retired.has(column.name.toLowerCase())) {
        unsupported.push(
          `column "${column.name}" was dropped and added again; the target still holds the old one`,
        );
      } else {
        added.push(column);
      }
    } else if (earlier.name !== column.name) {
      unsupported.push(`column "${earlier.name}" was renamed to "${column.name}"`);
    } else if (isTypeChanged(earlier, column)) {
      unsupported.push(`the type of column "${column.name}" was changed to ${column.type.displayName}`);
    }
  }
  return { added, dropped, unsupported };
}

/** OIDs of the types whose values are their text, and whose length limit is no part of it. */
const UNBOUNDED_TEXT_OIDS: ReadonlySet<number> = new Set([25, 1043]); // text, varchar

/** Whether values may have changed with the type. A longer varchar, or text, holds the same ones. */
export function isTypeChanged(
  before: { readonly typeOid: number; readonly typmod: number },
  now: { readonly typeOid: number; readonly typmod: number },
): boolean {
  if (before.typeOid === now.typeOid && before.typmod === now.typmod) return false;
  const bothText = UNBOUNDED_TEXT_OIDS.has(before.typeOid) && UNBOUNDED_TEXT_OIDS.has(now.typeOid);
  const wider = now.typmod === -1 || (before.typmod !== -1 && now.typmod >= before.typmod);
  return !(bothText && wider);
}
