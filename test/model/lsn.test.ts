import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatLsn,
  formatSortableLsn,
  laterLsn,
  lsnDistance,
  lsnOf,
  parseLsn,
  ZERO_LSN,
} from '../../src/model/lsn.ts';

const lsn = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(lsnOf);

describe('an LSN', () => {
  it.each([
    ['0/0', 0n],
    ['0/9FFFFFF', 0x9ff_ffffn],
    ['16/B374D848', 0x16_b374_d848n],
    ['00000016/b374d848', 0x16_b374_d848n],
    ['FFFFFFFF/FFFFFFFF', 2n ** 64n - 1n],
  ])('is read from PostgreSQL’s notation: %s', (text, address) => {
    expect(parseLsn(text)).toBe(address);
  });

  it.each(['', '0', '0/', '/0', '0/0/0', '0x0/0', ' 0/0', '0/0\n', '-1/0', '123456789/0', '0/G', '0-0'])(
    'is nothing else: %j',
    (text) => {
      expect(() => parseLsn(text)).toThrow(RangeError);
    },
  );

  it.each([-1n, 2n ** 64n])('is an address of 64 bits: not %s', (address) => {
    expect(() => lsnOf(address)).toThrow(RangeError);
  });

  it('survives being printed and read', () => {
    fc.assert(
      fc.property(lsn, (value) => {
        expect(parseLsn(formatLsn(value))).toBe(value);
      }),
    );
  });

  it('has a text form whose order is its own, unlike PostgreSQL’s', () => {
    const [early, late] = [parseLsn('0/9FFFFFF'), parseLsn('0/10000000')];
    expect(formatLsn(early) > formatLsn(late)).toBe(true);
    fc.assert(
      fc.property(lsn, lsn, (one, other) => {
        expect(formatSortableLsn(one) < formatSortableLsn(other)).toBe(one < other);
        expect(formatSortableLsn(one)).toMatch(/^[0-9A-F]{16}$/);
      }),
    );
  });

  it('knows the later of two, and the bytes of log between them', () => {
    fc.assert(
      fc.property(lsn, lsn, (one, other) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        expect(laterLsn(one, other)).toBe(later);
        expect(lsnDistance(later, earlier)).toBe(0);
      }),
    );
    expect(lsnDistance(ZERO_LSN, lsnOf(42n))).toBe(42);
  });
});
