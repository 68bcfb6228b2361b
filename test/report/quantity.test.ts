import { describe, expect, it } from 'vitest';
import {
  formatBar,
  formatBytes,
  formatCount,
  formatDuration,
  formatMoney,
  formatNumberOf,
} from '../../src/report/quantity.ts';

describe('formatCount', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1204, '1,204'],
    [1_234_567, '1,234,567'],
  ])('writes %d as %s', (count, text) => {
    expect(formatCount(count)).toBe(text);
  });
});

describe('formatNumberOf', () => {
  it('uses the singular for exactly one', () => {
    expect([0, 1, 2].map((count) => formatNumberOf(count, 'row'))).toEqual(['0 rows', '1 row', '2 rows']);
  });
});

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 KiB'],
    [1536, '1.5 KiB'],
    [230 * 1024 * 1024, '230 MiB'],
    [1023.9 * 1024, '1.0 MiB'],
  ])('writes %d as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0.0s'],
    [12_345, '12.3s'],
    [59_949, '59.9s'],
    [59_960, '1m 00s'],
    [185_000, '3m 05s'],
    [3_599_900, '1h 00m'],
    [7_800_000, '2h 10m'],
    [367_200_000, '4d 06h'],
  ])('writes %d ms as %s', (durationMs, text) => {
    expect(formatDuration(durationMs)).toBe(text);
  });
});

describe('formatMoney', () => {
  it.each([
    [0, '0.00 EUR'],
    [0.0001, 'less than 0.01 EUR'],
    [0.0051, '0.01 EUR'],
    [2.8, '2.80 EUR'],
    [1234.567, '1234.57 EUR'],
  ])('writes %d as %s', (amount, text) => {
    expect(formatMoney(amount, 'EUR')).toBe(text);
  });
});

describe('formatBar', () => {
  it.each([
    [-1, '░░░░'],
    [0, '░░░░'],
    [0.5, '██░░'],
    [1, '████'],
    [7, '████'],
  ])('is as wide as ever for a share of %d', (share, bar) => {
    expect(formatBar(share, 4)).toBe(bar);
  });
});
