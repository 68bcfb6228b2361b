import type { KeyValue, WantedRange } from '../model/key-range.ts';
import type { SourceColumn } from '../model/source-table.ts';
import type { CopyRange } from '../source/source.ts';
import type { SelectedTable } from './table-selection.ts';

/**
 * How the columns of a table's row key are ordered, where source and target agree about it; `undefined` where one of them has
 * a type, or the database an encoding, by which they might not: then the table can only be loaded as a whole.
 *
 * Integers have one order. Texts have one by their bytes, which a database in UTF-8 and the target both can be asked for.
 * An enum, a `char(n)`, a nondeterministic collation or a time may be equal or ordered otherwise on the two sides.
 */
export function keyOrderOf(
  { source, keyColumns }: SelectedTable,
  serverEncoding: string,
): readonly OrderedColumn[] | undefined {
  const ordered = keyColumns.flatMap((name) => {
    const column = source.columns.find((candidate) => candidate.name === name);
    const kind = column === undefined ? undefined : orderOf(column, serverEncoding);
    return column === undefined || kind === undefined
      ? []
      : [{ name, kind, greatest: GREATEST.get(column.type.name) }];
  });
  return ordered.length === keyColumns.length ? ordered : undefined;
}

export interface OrderedColumn {
  readonly name: string;
  readonly kind: 'integer' | 'text' | 'uuid';
  /** The greatest integer it holds; `undefined` where it holds others than integers. */
  readonly greatest: bigint | undefined;
}

const GREATEST: ReadonlyMap<string, bigint> = new Map([
  ['int2', 0x7fffn],
  ['int4', 0x7fff_ffffn],
  ['int8', 0x7fff_ffff_ffff_ffffn],
]);

const KINDS: ReadonlyMap<string, OrderedColumn['kind']> = new Map([
  ['int2', 'integer'],
  ['int4', 'integer'],
  ['int8', 'integer'],
  ['text', 'text'],
  ['varchar', 'text'],
  ['uuid', 'uuid'],
]);

function orderOf({ type }: SourceColumn, serverEncoding: string): OrderedColumn['kind'] | undefined {
  const kind = type.schema === 'pg_catalog' && type.kind === 'base' ? KINDS.get(type.name) : undefined;
  return kind === 'text' && serverEncoding !== 'UTF8' ? undefined : kind;
}

/** Throws TypeError for a text that is none of the column's values; `judgeRequest` refuses those that people give. */
export function keyValue({ kind }: OrderedColumn, text: string): KeyValue {
  return kind === 'integer' ? { tag: 'integer', value: BigInt(text) } : { tag: 'text', value: text };
}

export function copyRange(
  order: readonly OrderedColumn[],
  after: readonly string[] | null,
  { from, to }: WantedRange,
): CopyRange {
  return {
    keyColumns: order.map(({ name, kind }) => ({ name, isText: kind === 'text' })),
    after: after ?? undefined,
    from: from ?? undefined,
    to: to ?? undefined,
  };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What an end of a range that a person gave should be, and is not; `undefined` when nothing is wrong with it. */
export function faultOfEnd({ kind, greatest = 0n }: OrderedColumn, text: string): string | undefined {
  switch (kind) {
    case 'integer':
      if (!/^-?\d{1,19}$/.test(text)) return 'an integer';
      return isWithin(BigInt(text), greatest) ? undefined : `an integer of at most ${greatest}`;
    case 'uuid':
      return UUID.test(text) ? undefined : 'a UUID in lower case with hyphens';
    case 'text':
      return undefined;
    default:
      return kind satisfies never;
  }
}

function isWithin(value: bigint, greatest: bigint): boolean {
  return value <= greatest && value >= -greatest - 1n;
}

/** Whether no value lies in a range whose ends are values of the column. */
export function isEmptyRange(column: OrderedColumn, { from, to }: WantedRange): boolean {
  if (from === null || to === null) return false;
  const [first, last] = [keyValue(column, from), keyValue(column, to)];
  return first.tag === 'integer' && last.tag === 'integer'
    ? first.value > last.value
    : Buffer.compare(Buffer.from(from), Buffer.from(to)) > 0;
}
