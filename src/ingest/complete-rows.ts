import type { NetChange } from '../model/net-change.ts';
import { fillUnchanged, readRowImage } from '../model/row-image.ts';
import { RowView, ValueKind } from '../model/row-view.ts';
import type { Source } from '../source/source.ts';
import type { TableShape } from './table-shape.ts';
import type { TableState } from './table-state.ts';

/** Rows that are read again at a time: their large values are in memory together. */
export const REREAD_ROWS = 100;

/**
 * Fills the unchanged values of moved rows by reading them again from the source, a few rows at a time. They may be
 * newer than the change; the log then holds a later change of the row, which brings the same value. A row that is gone
 * by now is deleted later in the log, and its values become null until then.
 */
export async function* completeMovedRows(
  netChanges: Iterable<NetChange>,
  source: Source,
  table: TableState,
  shape: TableShape,
): AsyncGenerator<NetChange, void, undefined> {
  let waiting: MovedChange[] = [];
  for (const change of netChanges) {
    if (change.tag === 'delete-key' || change.movedFrom === undefined) {
      yield change;
    } else {
      waiting.push(change);
      if (waiting.length < REREAD_ROWS) continue;
      yield* await completeSome(waiting, source, table, shape);
      waiting = [];
    }
  }
  yield* await completeSome(waiting, source, table, shape);
}

type MovedChange = Exclude<NetChange, { readonly tag: 'delete-key' }>;

async function completeSome(
  changes: readonly MovedChange[],
  source: Source,
  table: TableState,
  shape: TableShape,
): Promise<readonly NetChange[]> {
  if (changes.length === 0) return [];
  const view = new RowView(shape.columnCount);
  const donor = new RowView(shape.columnCount);
  const keys = changes.map(({ image }) => keyTexts(readRowImage(image, view), shape));
  const rows = await rereadRows(source, table, shape, keys);
  return changes.map((change, index) => {
    layTexts(donor, keepableColumns(shape), rows[index] ?? []);
    const image = fillUnchanged(readRowImage(change.image, view), donor);
    return { ...change, image, movedFrom: undefined };
  });
}

/** Values of the columns that an update may leave unchanged, in staged order; `undefined` for a row that is gone. */
export async function rereadRows(
  source: Source,
  table: TableState,
  shape: TableShape,
  keys: readonly (readonly string[])[],
): Promise<readonly (readonly (string | null)[] | undefined)[]> {
  const { selected, target } = table.plan;
  const typeOf = (name: string): string =>
    selected.columns.find((column) => column.name === name)?.type.displayName ?? 'text';
  const rows = await source.readRows({
    schema: selected.source.schema,
    table: selected.source.name,
    keyColumns: target.keyColumns.map((name) => ({ name, type: typeOf(name) })),
    keys,
    columns: shape.layout.keepable.map((index) => shape.stagedNames[index] ?? ''),
  });
  // By now another row may have come to a key that the log has this row leave later.
  table.noteReread(await source.readInsertLsn());
  return rows;
}

/** Indexes in an image of the columns that an update may leave unchanged. */
export function keepableColumns(shape: TableShape): readonly number[] {
  return shape.layout.keepable.map((index) => shape.layout.columns[index]?.sourceIndex ?? 0);
}

/** Lays texts into a view at the given columns, and null everywhere else. */
export function layTexts(view: RowView, columns: readonly number[], texts: readonly (string | null)[]): void {
  view.kinds.fill(ValueKind.null);
  const pieces: Buffer[] = [];
  let at = 0;
  for (const [position, column] of columns.entries()) {
    const text = texts[position] ?? null;
    if (text === null) continue;
    const bytes = Buffer.from(text, 'utf8');
    pieces.push(bytes);
    view.kinds[column] = ValueKind.text;
    view.starts[column] = at;
    at += bytes.length;
    view.ends[column] = at;
  }
  view.bytes = Buffer.concat(pieces);
}

function keyTexts(view: RowView, shape: TableShape): readonly string[] {
  return shape.keyColumns.map((column) =>
    view.bytes.toString('utf8', view.starts[column], view.ends[column]),
  );
}
