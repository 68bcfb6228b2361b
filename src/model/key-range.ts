/** A value of a row key's column, of a kind that source and target order in the same way. Text goes by its UTF-8 bytes. */
export type KeyValue =
  | { readonly tag: 'integer'; readonly value: bigint }
  | { readonly tag: 'text'; readonly value: string };

/**
 * Rows between two row keys, in the order of the key's columns. An end that is `undefined` is open.
 *
 * `after` is not in it, `upTo` is; `from` and `to` are values of the first key column only, and rows that have them are in.
 */
export interface KeyRange {
  readonly after: readonly KeyValue[] | undefined;
  readonly upTo: readonly KeyValue[] | undefined;
  readonly from: KeyValue | undefined;
  readonly to: KeyValue | undefined;
}

/** Which rows a person wants loaded, by the first column of the row key, both ends included. */
export interface WantedRange {
  readonly from: string | null;
  readonly to: string | null;
}

export const ALL_ROWS: WantedRange = { from: null, to: null };

export function isSameRange(one: WantedRange, other: WantedRange): boolean {
  return one.from === other.from && one.to === other.to;
}

export function isWholeTable({ after, upTo, from, to }: KeyRange): boolean {
  return after === undefined && upTo === undefined && from === undefined && to === undefined;
}
