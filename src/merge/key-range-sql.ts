import type { Dialect } from '../model/dialect.ts';
import type { KeyRange, KeyValue } from '../model/key-range.ts';
import type { TargetTable } from '../schema/target-table.ts';

/** The condition that a row of the target lies in the range; `alias` is the table's. `true` for a range without ends. */
export function buildInRange(dialect: Dialect, target: TargetTable, range: KeyRange, alias: string): string {
  const keys = keysOf(dialect, target, alias);
  const conditions = [
    ...(range.after === undefined ? [] : [compareKeys(dialect, keys, range.after, '>')]),
    ...(range.upTo === undefined ? [] : [`NOT ${compareKeys(dialect, keys, range.upTo, '>')}`]),
    ...firstColumnEnds(dialect, keys, [range.from], [range.to]),
  ];
  return conditions.length === 0 ? 'true' : conditions.join(' AND ');
}

/** What the first key column of every row in the range fulfils: so plain that a warehouse passes files over by it. */
export function buildRangeBounds(
  dialect: Dialect,
  target: TargetTable,
  range: KeyRange,
  alias: string,
): string {
  const ends = firstColumnEnds(
    dialect,
    keysOf(dialect, target, alias),
    [range.after?.[0], range.from],
    [range.upTo?.[0], range.to],
  );
  return ends.map((end) => ` AND ${end}`).join('');
}

function keysOf(dialect: Dialect, target: TargetTable, alias: string): readonly string[] {
  return target.keyColumns.map((name) => `${alias}.${dialect.quoteIdentifier(name)}`);
}

function firstColumnEnds(
  dialect: Dialect,
  [first = '']: readonly string[],
  lower: readonly (KeyValue | undefined)[],
  upper: readonly (KeyValue | undefined)[],
): readonly string[] {
  const ends = (values: readonly (KeyValue | undefined)[], operator: string): readonly string[] =>
    values.flatMap((value) =>
      value === undefined ? [] : [`${first} ${operator} ${literal(dialect, value)}`],
    );
  return [...ends(lower, '>='), ...ends(upper, '<=')];
}

/** Column by column, because not every warehouse compares rows: `(a > 1 OR (a = 1 AND b > 2))`. */
function compareKeys(
  dialect: Dialect,
  keys: readonly string[],
  values: readonly KeyValue[],
  operator: '>',
): string {
  const cases = values.map((value, index) => {
    const equals = values
      .slice(0, index)
      .map((earlier, column) => `${keys[column]} = ${literal(dialect, earlier)}`);
    return [...equals, `${keys[index]} ${operator} ${literal(dialect, value)}`].join(' AND ');
  });
  return `(${cases.map((one) => `(${one})`).join(' OR ')})`;
}

function literal(dialect: Dialect, value: KeyValue): string {
  return value.tag === 'integer' ? String(value.value) : dialect.stringLiteral(value.value);
}
