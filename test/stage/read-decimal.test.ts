import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalReader, decimalWidth } from '../../src/stage/read-decimal.ts';
import { NOTHING, readText } from './reading.ts';

const precisionAndScale = fc
  .integer({ min: 1, max: 38 })
  .chain((precision) => fc.tuple(fc.constant(precision), fc.integer({ min: 0, max: precision })));

describe('a decimal', () => {
  it('is its unscaled integer, digit by digit, at every precision and scale', () => {
    const cases = precisionAndScale.chain(([precision, scale]) => {
      const limit = 10n ** BigInt(precision) - 1n;
      return fc.tuple(fc.constant(precision), fc.constant(scale), fc.bigInt({ min: -limit, max: limit }));
    });
    fc.assert(
      fc.property(cases, ([precision, scale, unscaled]) => {
        const { reading, written } = readText(decimalReader(precision, scale), format(unscaled, scale));
        expect(reading).toBe('value');
        expect(written.length).toBe(decimalWidth(precision));
        expect(readUnscaled(written)).toBe(unscaled);
      }),
      {
        examples: [
          [[38, 0, 10n ** 38n - 1n]],
          [[38, 38, 1n - 10n ** 38n]],
          [[18, 3, -1n]],
          [[19, 2, -1n]],
          [[9, 9, 0n]],
        ],
      },
    );
  });

  it('needs no fraction, and takes one that is too long only if it is zero', () => {
    expect(readUnscaled(readText(decimalReader(10, 2), '7').written)).toBe(700n);
    expect(readUnscaled(readText(decimalReader(10, 2), '7.1').written)).toBe(710n);
    expect(readUnscaled(readText(decimalReader(10, 2), '-7.1300').written)).toBe(-713n);
    expect(readUnscaled(readText(decimalReader(38, 2), '12345678901234567890.1200').written)).toBe(
      1234567890123456789012n,
    );
    expect(readText(decimalReader(10, 2), '7.131').reading).toBe('an overflowing number');
  });

  it.each([
    ['NaN', 'NaN'],
    ['Infinity', 'infinity'],
    ['-Infinity', 'infinity'],
    ['100', 'an overflowing number'],
    ['-100.0', 'an overflowing number'],
    ['99999999999999999999999999999999999999999999', 'an overflowing number'],
    ['', 'malformed'],
    ['-', 'malformed'],
    ['1.', 'malformed'],
    ['.5', 'malformed'],
    ['1.x', 'malformed'],
    ['1e2', 'malformed'],
    ['1.2.3', 'malformed'],
    ['-NaN', 'malformed'],
  ])('of two digits reads "%s" as %s, and writes nothing', (text, reading) => {
    expect(readText(decimalReader(2, 0), text)).toEqual({ reading, written: NOTHING });
  });
});

/** As PostgreSQL prints it: all decimals of the scale. */
function format(unscaled: bigint, scale: number): string {
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = scale === 0 ? '' : `.${digits.slice(digits.length - scale)}`;
  return `${unscaled < 0n ? '-' : ''}${whole}${fraction}`;
}

function readUnscaled(written: Buffer): bigint {
  if (written.length === 4) return BigInt(written.readInt32LE());
  if (written.length === 8) return written.readBigInt64LE();
  return (written.readBigInt64BE(0) << 64n) | written.readBigUInt64BE(8);
}
