import type { PlainBuffer } from './plain-buffer.ts';
import type { Reading, ValueReader } from './reading.ts';

const MINUS = 0x2d; // -
const POINT = 0x2e; // .
const ZERO = 0x30; // 0
/** So many decimal digits are always a safe integer. */
const SAFE_DIGITS = 15;

/** Physical type of a DECIMAL: the smallest that holds its precision, as Spark and DuckDB expect it. */
export function decimalWidth(precision: number): 4 | 8 | 16 {
  if (precision <= 9) return 4;
  return precision <= 18 ? 8 : 16;
}

/**
 * DECIMAL(precision, scale), as its unscaled integer. Nothing is rounded: digits that do not fit the precision or
 * the scale make the value a special one.
 */
export function decimalReader(precision: number, scale: number): ValueReader {
  const width = decimalWidth(precision);
  return (bytes, start, end, out) => {
    const shape = scanNumber(bytes, start, end, scale);
    if (typeof shape === 'string') return shape;
    const { digits, value } = shape;
    if (digits > precision) return 'an overflowing number';
    if (digits <= SAFE_DIGITS) appendSafe(out, width, value);
    else appendLarge(out, width, unscaledInteger(bytes.toString('latin1', start, end), scale));
    return 'value';
  };
}

interface NumberShape {
  /** Significant digits of the unscaled integer. */
  digits: number;
  /** The unscaled integer, where `digits` makes it a safe one. */
  value: number;
}

/** One object for all calls: it is read before the next call. */
const SHAPE: NumberShape = { digits: 0, value: 0 };

function scanNumber(bytes: Buffer, start: number, end: number, scale: number): NumberShape | Reading {
  const negative = bytes[start] === MINUS;
  let at = negative ? start + 1 : start;
  if (at >= end) return 'malformed';
  if (!isDigit(bytes[at])) return notANumber(bytes.toString('latin1', at, end), negative);
  let value = 0;
  let digits = 0;
  for (; at < end && bytes[at] !== POINT; at++) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return 'malformed';
    if (digits > 0 || digit > 0) digits++;
    value = value * 10 + digit;
  }
  const pointAt = at;
  if (at < end && ++at === end) return 'malformed';
  let fractionDigits = 0;
  let excess = false;
  for (; at < end; at++) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return 'malformed';
    if (at - pointAt > scale) {
      excess ||= digit > 0;
      continue;
    }
    fractionDigits++;
    if (digits > 0 || digit > 0) digits++;
    value = value * 10 + digit;
  }
  if (excess) return 'an overflowing number';
  for (; fractionDigits < scale; fractionDigits++) {
    if (digits > 0) digits++;
    value *= 10;
  }
  SHAPE.digits = digits;
  SHAPE.value = negative ? 0 - value : value;
  return SHAPE;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= ZERO + 9;
}

function notANumber(text: string, negative: boolean): Reading {
  if (text === 'NaN' && !negative) return 'NaN';
  return text === 'Infinity' ? 'infinity' : 'malformed';
}

/** The text is known to be a number with no excess digits. */
function unscaledInteger(text: string, scale: number): bigint {
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.slice(0, scale).padEnd(scale, '0'));
}

function appendSafe(out: PlainBuffer, width: 4 | 8 | 16, value: number): void {
  if (width === 4) out.appendInt32(value);
  else if (width === 8) out.appendSafeInt64(value);
  else out.appendSafeInt128(value);
}

function appendLarge(out: PlainBuffer, width: 4 | 8 | 16, value: bigint): void {
  if (width === 16) out.appendInt128(value);
  else out.appendInt64(value);
}
