import { IngestError } from '../model/ingest-error.ts';
import { type RowView, ValueKind } from '../model/row-view.ts';

/**
 * The row key of an open image, as a map key: the text of its key columns, each with its length before it, so
 * that no two keys run together. Latin-1 keeps every byte apart without decoding UTF-8.
 *
 * Throws `row-key-missing` when a key column is null or unchanged, which PostgreSQL never sends of a key.
 */
export function rowKeyOf(view: RowView, keyColumns: readonly number[], table: string): string {
  let key = '';
  for (const column of keyColumns) {
    if (view.kinds[column] !== ValueKind.text) {
      throw new IngestError(
        'row-key-missing',
        `${table}: PostgreSQL sent a row without a value in its key.`,
        {
          solution: `Check the table's replica identity and the keys configured for it.`,
        },
      );
    }
    const start = view.starts[column] ?? 0;
    const end = view.ends[column] ?? 0;
    const text = view.bytes.toString('latin1', start, end);
    key = keyColumns.length === 1 ? text : `${key}${end - start}:${text}`;
  }
  return key;
}
