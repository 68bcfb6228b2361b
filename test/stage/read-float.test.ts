import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFloat32, readFloat64 } from '../../src/stage/read-float.ts';
import { NOTHING, readText } from './reading.ts';

describe('a floating-point number', () => {
  it('of 64 bits is the very value', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        expect(readText(readFloat64, format(value)).written.readDoubleLE()).toBe(value);
      }),
      {
        examples: [
          [-0],
          [Number.NaN],
          [Infinity],
          [-Infinity],
          [1e-310],
          [5e-324],
          [0.1],
          [123456.789012345],
        ],
      },
    );
  });

  it('of 32 bits is the very value', () => {
    fc.assert(
      fc.property(fc.float(), (value) => {
        expect(readText(readFloat32, format(value)).written.readFloatLE()).toBe(value);
      }),
    );
  });

  // Decimals so near the middle between two float32 that float64 takes them for the middle. The first is how
  // PostgreSQL prints the float32 0x15ae43fd; rounding twice makes 0x15ae43fe of it.
  it.each([
    ['7.038531e-26', 0x15ae43fd],
    ['-7.038531e-26', 0x95ae43fd],
    ['1.00000005960464477540', 0x3f800001],
    ['1.00000005960464477538', 0x3f800000],
    ['16777217', 0x4b800000],
    ['16777219', 0x4b800002],
  ])('of 32 bits is rounded once, not twice (%s)', (text, bits) => {
    expect(readText(readFloat32, text).written.readUInt32LE().toString(16)).toBe(bits.toString(16));
  });

  it.each(['', '-', '.', '1.', '.5', '1e', '1e5', '0x10', 'nan', 'inf', ' 1', '1_000', '1.2.3'])(
    'is malformed as "%s"',
    (text) => {
      expect(readText(readFloat64, text)).toEqual({ reading: 'malformed', written: NOTHING });
      expect(readText(readFloat32, text)).toEqual({ reading: 'malformed', written: NOTHING });
    },
  );
});

/** As PostgreSQL prints it: an exponent has two digits at least. */
function format(value: number): string {
  if (Object.is(value, -0)) return '-0';
  return String(value).replace(/e([+-])(\d)$/, 'e$10$2');
}
