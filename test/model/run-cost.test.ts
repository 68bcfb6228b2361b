import { describe, expect, it } from 'vitest';
import { runCost } from '../../src/model/run-cost.ts';

describe('runCost', () => {
  it.each([
    [0, 0],
    [1, 0.000001],
    [12_400, 0.009644],
    [3_600_000, 2.8],
  ])('takes of an hour’s price what falls on %d ms', (busyMs, amount) => {
    expect(runCost(busyMs, { amount: 2.8, currency: 'EUR' })).toEqual({
      amount,
      perHour: 2.8,
      currency: 'EUR',
    });
  });
});
