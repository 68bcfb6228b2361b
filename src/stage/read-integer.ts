import type { Reading, ValueReader } from './reading.ts';

const MINUS = 0x2d;
const ZERO = 0x30;
/** So many decimal digits are always a safe integer. */
const SAFE_DIGITS = 15;
/** Digits of 2⁶³. */
const INT64_DIGITS = 19;

/** INT(16) and INT32 share one physical type: a number outside `bits` is malformed, for the source cannot hold it. */
export function integerReader(bits: 16 | 32): ValueReader {
  const limit = 2 ** (bits - 1);
  return (bytes, start, end, out) => {
    const value = readSafeInteger(bytes, start, end);
    // Written so that NaN is malformed too.
    if (!(value >= -limit && value < limit)) return 'malformed';
    out.appendInt32(value);
    return 'value';
  };
}

/** INT64, exact over its whole range. */
export const readInt64: ValueReader = (bytes, start, end, out) => {
  if (end - start <= SAFE_DIGITS) {
    const value = readSafeInteger(bytes, start, end);
    if (Number.isNaN(value)) return 'malformed';
    out.appendSafeInt64(value);
    return 'value';
  }
  return readLargeInt64(bytes, start, end, out);
};

/** At most 15 digits, as a number; NaN where the text is anything else. */
function readSafeInteger(bytes: Buffer, start: number, end: number): number {
  const negative = bytes[start] === MINUS;
  const first = negative ? start + 1 : start;
  if (first >= end || end - first > SAFE_DIGITS) return Number.NaN;
  let value = 0;
  for (let at = first; at < end; at++) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  // 0 − 0 is 0 where −(0) is −0.
  return negative ? 0 - value : value;
}

function readLargeInt64(bytes: Buffer, start: number, end: number, out: Parameters<ValueReader>[3]): Reading {
  const first = bytes[start] === MINUS ? start + 1 : start;
  if (end - first > INT64_DIGITS) return 'malformed';
  for (let at = first; at < end; at++) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return 'malformed';
  }
  const value = BigInt(bytes.toString('latin1', start, end));
  if (BigInt.asIntN(64, value) !== value) return 'malformed';
  out.appendInt64(value);
  return 'value';
}
