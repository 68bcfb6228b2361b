import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate, readTimestamp, readTimestamptz } from '../../src/stage/read-timestamp.ts';
import { NOTHING, readText } from './reading.ts';

describe('a date', () => {
  it('is its day in the proleptic Gregorian calendar', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          const days = Math.floor(date.getTime() / 86_400_000);
          const [day = ''] = date.toISOString().split('T');
          const text = day.startsWith('0000') ? `0001${day.slice(4)} BC` : day;
          expect(readText(readDate, text).written.readInt32LE()).toBe(days);
        },
      ),
    );
  });

  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['1582-10-15', -141_427],
    ['1582-10-14', -141_428],
    ['0001-01-01', -719_162],
    ['0001-12-31 BC', -719_163],
    ['0044-03-15 BC', -735_160],
    // The first and the last that PostgreSQL has: Julian day 0, and the end of its range.
    ['4714-11-24 BC', -2_440_588],
    ['5874897-12-31', 2_145_042_905],
  ])('%s is day %i', (text, days) => {
    expect(readText(readDate, text).written.readInt32LE()).toBe(days);
  });

  it.each(['infinity', '-infinity'])('may be %s', (text) => {
    expect(readText(readDate, text)).toEqual({ reading: 'infinity', written: NOTHING });
  });

  it.each([
    '',
    'inf',
    '2024-1-01',
    '24-01-01',
    '2024-13-01',
    '2024-01-32',
    '2024-00-10',
    '2024-01-01x',
    '2024/01/01',
  ])('is malformed as "%s"', (text) => {
    expect(readText(readDate, text)).toEqual({ reading: 'malformed', written: NOTHING });
  });
});

describe('a timestamp', () => {
  it.each([
    ['1970-01-01 00:00:00', 0n],
    ['1970-01-01 00:00:00.000001', 1n],
    ['1969-12-31 23:59:59.999999', -1n],
    ['2024-02-29 12:34:56.7', 1_709_210_096_700_000n],
    ['0001-01-01 00:00:00', -62_135_596_800_000_000n],
    ['0044-03-15 12:00:00.5 BC', -63_517_780_799_500_000n],
    ['294247-01-10 04:00:54.775806', 2n ** 63n - 2n],
  ])('%s is exact to the microsecond', (text, microseconds) => {
    expect(readText(readTimestamp, text).written.readBigInt64LE()).toBe(microseconds);
  });

  it.each([
    ['2024-01-01 00:00:00+00', 0],
    ['2024-01-01 05:30:00+05:30', 0],
    ['2023-12-31 16:00:00-08', 0],
    ['2024-01-01 15:59:59+15:59:59', 0],
    ['2023-12-31 23:55:28-00:04:32', 0],
    ['2024-01-01 00:00:00.000001+00', 1],
  ])('with an offset is the instant (%s)', (text, microseconds) => {
    const midnight = 1_704_067_200_000_000n;
    expect(readText(readTimestamptz, text).written.readBigInt64LE()).toBe(midnight + BigInt(microseconds));
  });

  it('before Christ carries its offset before its era', () => {
    expect(readText(readTimestamptz, '0001-01-01 00:00:00+00 BC').written.readBigInt64LE()).toBe(
      -62_167_219_200_000_000n,
    );
  });

  it('is exact on both sides of where a number is', () => {
    const seconds = fc.integer({ min: -9_000_001_000, max: 9_000_001_000 });
    fc.assert(
      fc.property(fc.oneof(seconds, fc.constantFrom(-9e9, 9e9)), fc.nat(999_999), (second, microsecond) => {
        const text = new Date(second * 1000).toISOString().slice(0, 19).replace('T', ' ');
        const fraction = String(microsecond).padStart(6, '0');
        expect(readText(readTimestamp, `${text}.${fraction}`).written.readBigInt64LE()).toBe(
          BigInt(second) * 1_000_000n + BigInt(microsecond),
        );
      }),
    );
  });

  // The first of these is what DuckDB takes for infinity.
  it.each(['294247-01-10 04:00:54.775807', '294276-12-31 23:59:59.999999'])(
    'may be out of range (%s)',
    (text) => {
      expect(readText(readTimestamp, text)).toEqual({
        reading: 'a timestamp out of range',
        written: NOTHING,
      });
    },
  );

  it.each(['infinity', '-infinity'])('may be %s', (text) => {
    expect(readText(readTimestamp, text)).toEqual({ reading: 'infinity', written: NOTHING });
    expect(readText(readTimestamptz, text)).toEqual({ reading: 'infinity', written: NOTHING });
  });

  it.each([
    ['2024-01-01', readTimestamp],
    ['2024-01-01T00:00:00', readTimestamp],
    ['2024-01-01 00:00', readTimestamp],
    ['2024-01-01 24:00:00', readTimestamp],
    ['2024-01-01 00:60:00', readTimestamp],
    ['2024-01-01 00:00:00.', readTimestamp],
    ['2024-01-01 00:00:00.1234567', readTimestamp],
    ['2024-01-01 00:00:00+00', readTimestamp],
    ['2024-01-01 00:00:00', readTimestamptz],
    ['2024-01-01 00:00:00+0', readTimestamptz],
    ['2024-01-01 00:00:00+xx', readTimestamptz],
    ['2024-01-01 00:00:00 UTC', readTimestamptz],
  ])('is malformed as "%s"', (text, reader) => {
    expect(readText(reader, text)).toEqual({ reading: 'malformed', written: NOTHING });
  });
});
