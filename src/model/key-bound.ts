/** The least and the greatest value of a key column over some rows. Text is ordered by its UTF-8 bytes. */
export type KeyBound =
  | { readonly tag: 'integer'; readonly min: bigint; readonly max: bigint }
  | { readonly tag: 'text'; readonly min: string; readonly max: string };

/** The bound that holds for the rows of both. */
export function widenBound(one: KeyBound, other: KeyBound): KeyBound {
  if (one.tag === 'integer' && other.tag === 'integer')
    return {
      tag: 'integer',
      min: least(one.min, other.min),
      max: -least(-one.max, -other.max),
    };
  if (one.tag === 'text' && other.tag === 'text')
    return {
      tag: 'text',
      min: isBefore(one.min, other.min) ? one.min : other.min,
      max: isBefore(one.max, other.max) ? other.max : one.max,
    };
  throw new TypeError('a key column has one type');
}

/** `Math.min` takes no bigint. */
function least(one: bigint, other: bigint): bigint {
  if (one < other) return one;
  return other;
}

/** JavaScript orders text by UTF-16 units, which is another order beyond U+FFFF. */
function isBefore(one: string, other: string): boolean {
  return Buffer.compare(Buffer.from(one), Buffer.from(other)) < 0;
}
