import type { ColumnType } from '../model/column-type.ts';
import { type KeyBound, widenBound } from '../model/key-bound.ts';

/** Longer texts are not worth standing in a statement. */
const MAX_TEXT_BYTES = 64;

/** Which kind of bound a key column of a type has; `undefined` where a merge could not prune by one anyway. */
export function boundKindOf(type: ColumnType): 'int32' | 'int64' | 'text' | undefined {
  switch (type.tag) {
    case 'int16':
    case 'int32':
      return 'int32';
    case 'int64':
      return 'int64';
    case 'string':
      return 'text';
    default:
      return undefined;
  }
}

/**
 * Gathers the bounds of one key column from its values as they are staged (PLAIN encoding, nulls left out). A text that
 * is too long makes the column unbounded.
 */
export class KeyBoundGatherer {
  readonly #kind: 'int32' | 'int64' | 'text';
  #bound: KeyBound | undefined;
  #isUnbounded = false;

  constructor(kind: 'int32' | 'int64' | 'text') {
    this.#kind = kind;
  }

  /** `undefined` when there were no values, or no bound that holds for all. */
  get bound(): KeyBound | undefined {
    return this.#isUnbounded ? undefined : this.#bound;
  }

  take(values: Uint8Array): void {
    if (values.length === 0 || this.#isUnbounded) return;
    const bound = this.#boundOf(Buffer.from(values.buffer, values.byteOffset, values.byteLength));
    if (bound === undefined) this.#isUnbounded = true;
    else this.#bound = this.#bound === undefined ? bound : widenBound(this.#bound, bound);
  }

  #boundOf(bytes: Buffer): KeyBound | undefined {
    switch (this.#kind) {
      case 'int32':
        return boundOfInt32(bytes);
      case 'int64':
        return boundOfInt64(bytes);
      case 'text':
        return boundOfTexts(bytes);
      default:
        return this.#kind satisfies never;
    }
  }
}

function boundOfInt32(bytes: Buffer): KeyBound {
  let min = bytes.readInt32LE(0);
  let max = min;
  for (let at = 4; at < bytes.length; at += 4) {
    const value = bytes.readInt32LE(at);
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { tag: 'integer', min: BigInt(min), max: BigInt(max) };
}

/** Compares halves: a bigint per value would be garbage for each. */
function boundOfInt64(bytes: Buffer): KeyBound {
  let min = 0;
  let max = 0;
  for (let at = 8; at < bytes.length; at += 8) {
    if (isLess(bytes, at, min)) min = at;
    if (isLess(bytes, max, at)) max = at;
  }
  return { tag: 'integer', min: bytes.readBigInt64LE(min), max: bytes.readBigInt64LE(max) };
}

function isLess(bytes: Buffer, one: number, other: number): boolean {
  const [high, otherHigh] = [bytes.readInt32LE(one + 4), bytes.readInt32LE(other + 4)];
  return high === otherHigh ? bytes.readUInt32LE(one) < bytes.readUInt32LE(other) : high < otherHigh;
}

/** Texts stand one after the other, each behind its length in bytes. */
function boundOfTexts(bytes: Buffer): KeyBound | undefined {
  let min: Buffer | undefined;
  let max: Buffer | undefined;
  for (let at = 0; at < bytes.length; ) {
    const start = at + 4;
    const end = start + bytes.readUInt32LE(at);
    if (end - start > MAX_TEXT_BYTES) return undefined;
    if (min === undefined || bytes.compare(min, 0, min.length, start, end) < 0)
      min = bytes.subarray(start, end);
    if (max === undefined || bytes.compare(max, 0, max.length, start, end) > 0)
      max = bytes.subarray(start, end);
    at = end;
  }
  return min === undefined || max === undefined
    ? undefined
    : { tag: 'text', min: min.toString(), max: max.toString() };
}
