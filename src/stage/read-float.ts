import type { ValueReader } from './reading.ts';

const MINUS = 0x2d; // -
const POINT = 0x2e; // .
const ZERO = 0x30; // 0
/** So many decimal digits are always a safe integer. */
const SAFE_DIGITS = 15;
const NUMBER_TEXT = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/;
/** Where a float64 lies exactly between two float32, the 29 bits that float32 lacks read so. */
const HALFWAY = 0x1000_0000n;
const LACKING_BITS = 0x1fff_ffffn;
const SCRATCH = new DataView(new ArrayBuffer(8));

/** DOUBLE: the very value that PostgreSQL holds, NaN, infinities and −0 included. */
export const readFloat64: ValueReader = (bytes, start, end, out) => {
  const value = readShortNumber(bytes, start, end) ?? parseFloatText(bytes.toString('latin1', start, end));
  if (value === undefined) return 'malformed';
  out.appendFloat64(value);
  return 'value';
};

/** FLOAT: as `readFloat64`. */
export const readFloat32: ValueReader = (bytes, start, end, out) => {
  const value = readShortNumber(bytes, start, end) ?? parseFloatText(bytes.toString('latin1', start, end));
  if (value === undefined) return 'malformed';
  out.appendFloat32(isHalfway(value) ? roundedOnce(bytes.toString('latin1', start, end), value) : value);
  return 'value';
};

/**
 * The quick way for what most columns hold. A quotient of two integers that float64 holds exactly is rounded
 * once, by the division, hence right; 10¹⁵ is far below the first power of ten (10²³) that it does not hold.
 */
function readShortNumber(bytes: Buffer, start: number, end: number): number | undefined {
  const negative = bytes[start] === MINUS;
  const first = negative ? start + 1 : start;
  if (first >= end || end - first > SAFE_DIGITS) return undefined;
  let value = 0;
  let divisor = 0;
  for (let at = first; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === POINT && divisor === 0 && at > first && at < end - 1) {
      divisor = 1;
      continue;
    }
    const digit = byte - ZERO;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
    divisor *= 10;
  }
  const magnitude = divisor === 0 ? value : value / divisor;
  return negative ? -magnitude : magnitude;
}

function parseFloatText(text: string): number | undefined {
  switch (text) {
    case 'NaN':
      return Number.NaN;
    case 'Infinity':
      return Number.POSITIVE_INFINITY;
    case '-Infinity':
      return Number.NEGATIVE_INFINITY;
    default:
      return NUMBER_TEXT.test(text) ? Number(text) : undefined;
  }
}

function isHalfway(value: number): boolean {
  if (Math.fround(value) === value || !Number.isFinite(value)) return false;
  SCRATCH.setFloat64(0, value);
  return (SCRATCH.getBigUint64(0) & LACKING_BITS) === HALFWAY;
}

/**
 * Rounding a decimal first to float64 and then to float32 can miss by one where the first step lands halfway
 * (`7.038531e-26`). The decimal itself then says on which side it lies: the float64 next to the halfway one is on
 * that side too, and rounds to the right float32.
 */
function roundedOnce(text: string, halfway: number): number {
  const side = compareExactly(text, halfway);
  if (side === 0) return halfway;
  SCRATCH.setFloat64(0, halfway);
  const awayFromZero = side > 0 === halfway > 0;
  SCRATCH.setBigUint64(0, SCRATCH.getBigUint64(0) + (awayFromZero ? 1n : -1n));
  return SCRATCH.getFloat64(0);
}

/** Sign of decimal − value, without rounding: both are brought to integers over one common factor. */
function compareExactly(text: string, value: number): number {
  const [, fraction = '', exponent = '0'] = NUMBER_TEXT.exec(text) ?? [];
  const digits = BigInt(text.replace(/e.*$/, '').replace('.', ''));
  const tens = Number(exponent) - fraction.length;
  SCRATCH.setFloat64(0, value);
  const bits = SCRATCH.getBigUint64(0);
  // Halfway values of float32 are never subnormal as float64, so the leading 1 is always implied.
  const mantissa = ((bits & 0xf_ffff_ffff_ffffn) | 0x10_0000_0000_0000n) * (value < 0 ? -1n : 1n);
  const twos = Number((bits >> 52n) & 0x7ffn) - 1075;
  const left = digits * 10n ** BigInt(Math.max(tens, 0)) * 2n ** BigInt(Math.max(-twos, 0));
  const right = mantissa * 2n ** BigInt(Math.max(twos, 0)) * 10n ** BigInt(Math.max(-tens, 0));
  return left === right ? 0 : left > right ? 1 : -1;
}
