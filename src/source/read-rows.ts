import type { Client } from 'pg';
import { quoteSourceIdentifier } from './connection.ts';
import type { RowsRequest } from './source.ts';

/** Keys per statement: bounded, so that neither side builds a giant array. */
const KEYS_PER_QUERY = 1000;

/** Reads rows by key as they are now; see Source.readRows. */
export async function readRows(
  client: Client,
  request: RowsRequest,
): Promise<readonly (readonly (string | null)[] | undefined)[]> {
  const rows: (readonly (string | null)[] | undefined)[] = [];
  for (let start = 0; start < request.keys.length; start += KEYS_PER_QUERY) {
    rows.push(...(await readSomeRows(client, request, request.keys.slice(start, start + KEYS_PER_QUERY))));
  }
  return rows;
}

async function readSomeRows(
  client: Client,
  request: RowsRequest,
  keys: readonly (readonly string[])[],
): Promise<readonly (readonly (string | null)[] | undefined)[]> {
  const text = buildRowsQuery(request);
  const parameters = request.keyColumns.map((_, column) => keys.map((key) => key[column] ?? null));
  const { rows } = await client.query<(string | null)[]>({
    text,
    values: parameters,
    rowMode: 'array',
    types: TEXT_AS_SENT,
  });
  const found = new Map(rows.map((row) => [Number(row[0]), row.slice(1)]));
  return keys.map((_, index) => found.get(index + 1));
}

/** Values stay the texts that the server sends. */
const TEXT_AS_SENT = { getTypeParser: () => (text: string) => text };

/**
 * Text of `SELECT ordinal, columns` for keys given as one text array per key column. The columns are not cast to text:
 * that is another text than the log's for some types (`char(n)` loses its padding, an `inet` gains a mask).
 */
export function buildRowsQuery(request: Omit<RowsRequest, 'keys'>): string {
  const quote = quoteSourceIdentifier;
  const keyNames = request.keyColumns.map((_, index) => `k${index}`);
  const arrays = request.keyColumns.map((_, index) => `$${index + 1}::text[]`).join(', ');
  const matches = request.keyColumns
    .map((column, index) => `t.${quote(column.name)} = keys.${keyNames[index] ?? ''}::${column.type}`)
    .join(' AND ');
  const columns = request.columns.map((column) => `t.${quote(column)}`).join(', ');
  return (
    `SELECT keys.ordinal::text, ${columns} FROM unnest(${arrays}) WITH ORDINALITY AS keys (${keyNames.join(', ')}, ordinal)\n` +
    `JOIN ${quote(request.schema)}.${quote(request.table)} t ON ${matches}`
  );
}
