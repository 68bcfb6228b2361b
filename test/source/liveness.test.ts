import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSilentTooLong, replyRequestWaitMs, statusIntervalMs } from '../../src/source/liveness.ts';

describe('signs of life', () => {
  it('are asked for at once, then less and less often, at least every second', () => {
    const waits = Array.from({ length: 20 }, (_, requests) => replyRequestWaitMs(requests));
    expect(waits[0]).toBeLessThanOrEqual(10);
    expect(waits).toEqual(waits.toSorted((one, other) => one - other));
    expect(waits.at(-1)).toBe(1000);
  });

  it('are given at least three times within the walsender’s patience, and as often as configured', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 600_000 }),
        fc.integer({ min: 1, max: 600_000 }),
        (heartbeat, timeout) => {
          const interval = statusIntervalMs(heartbeat, timeout);
          expect(interval * 3).toBeLessThan(timeout);
          expect(interval).toBeLessThanOrEqual(heartbeat);
        },
      ),
    );
  });

  it('are given as configured when the walsender has all the patience', () => {
    expect(statusIntervalMs(10_000, 0)).toBe(10_000);
  });
});

describe('a connection', () => {
  it('is given up after a silence longer than any of a healthy walsender', () => {
    expect(isSilentTooLong(60_000, 0)).toBe(false);
    expect(isSilentTooLong(60_001, 0)).toBe(true);
    expect(isSilentTooLong(120_000, 60_000)).toBe(false);
    expect(isSilentTooLong(120_001, 60_000)).toBe(true);
    expect(isSilentTooLong(119_999, 1_000)).toBe(true);
  });
});
