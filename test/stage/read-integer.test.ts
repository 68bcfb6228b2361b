import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integerReader, readInt64 } from '../../src/stage/read-integer.ts';
import { NOTHING, readText } from './reading.ts';

describe('an integer', () => {
  it('of 64 bits is exact over its whole range', () => {
    const bigint = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    fc.assert(
      fc.property(fc.oneof(bigint, fc.maxSafeInteger().map(BigInt)), (value) => {
        expect(readText(readInt64, String(value)).written.readBigInt64LE()).toBe(value);
      }),
      {
        examples: [
          [-(2n ** 63n)],
          [2n ** 63n - 1n],
          [0n],
          [-1n],
          [2n ** 53n + 1n],
          [10n ** 15n],
          [-(10n ** 14n)],
        ],
      },
    );
  });

  it.each([16, 32] as const)('of %i bits is exact over its whole range', (bits) => {
    const limit = 2 ** (bits - 1);
    fc.assert(
      fc.property(fc.integer({ min: -limit, max: limit - 1 }), (value) => {
        expect(readText(integerReader(bits), String(value)).written.readInt32LE()).toBe(value);
      }),
      { examples: [[-limit], [limit - 1], [0]] },
    );
  });

  it.each(['32768', '-32769'])('that 16 bits cannot hold is malformed (%s)', (text) => {
    expect(readText(integerReader(16), text)).toEqual({ reading: 'malformed', written: NOTHING });
  });

  it.each([
    '',
    '-',
    '1x',
    ' 1',
    '1 ',
    '+1',
    '1.0',
    '1e3',
    '99999999999999999999',
    '9223372036854775808',
    'NaN',
  ])('is malformed as "%s"', (text) => {
    expect(readText(readInt64, text)).toEqual({ reading: 'malformed', written: NOTHING });
    expect(readText(integerReader(32), text)).toEqual({ reading: 'malformed', written: NOTHING });
  });
});
