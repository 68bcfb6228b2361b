import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextWaitMs, type Patience } from '../../../src/warehouse/databricks/back-off.ts';

const slowStart: Patience = {
  firstMs: 2000,
  longestMs: 30_000,
  jitter: 0,
  maxRepetitions: Number.POSITIVE_INFINITY,
  limitMs: 600_000,
};

/** All waits until patience ends, on a clock that moves by nothing else. */
function waits(patience: Patience, random = 0, retryAfterMs?: number): readonly number[] {
  const found: number[] = [];
  let nowMs = 0;
  for (let failures = 1; failures < 1000; failures += 1) {
    const waitMs = nextWaitMs(patience, { failures, sinceMs: 0 }, { nowMs, random, retryAfterMs });
    if (waitMs === undefined) return found;
    found.push(waitMs);
    nowMs += waitMs;
  }
  throw new Error('patience without end');
}

describe('waiting between tries', () => {
  it('waits twice as long each time, up to the longest wait, until the limit', () => {
    const all = waits(slowStart);
    expect(all.slice(0, 7)).toEqual([2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    const total = all.reduce((sum, waitMs) => sum + waitMs, 0);
    expect(total).toBeLessThanOrEqual(600_000);
    expect(total + 30_000).toBeGreaterThan(600_000);
  });

  it('repeats no more often than it may', () => {
    expect(waits({ ...slowStart, maxRepetitions: 3 })).toEqual([2000, 4000, 8000]);
    expect(waits({ ...slowStart, maxRepetitions: 0 })).toEqual([]);
  });

  it('waits as long as the server asks for, but for some minutes at most', () => {
    const asked = (retryAfterMs: number): number | undefined =>
      nextWaitMs(slowStart, { failures: 1, sinceMs: 0 }, { nowMs: 0, random: 0, retryAfterMs });
    expect(asked(17_000)).toBe(17_000);
    expect(asked(10)).toBe(2000);
    expect(asked(86_400_000)).toBe(300_000);
  });

  it('leaves only the given part of a wait to chance, and never goes below what the server asks for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.option(fc.integer({ min: 0, max: 300_000 }), { nil: undefined }),
        (failures, random, jitter, retryAfterMs) => {
          const streak = { failures, sinceMs: 0 };
          const patience = { ...slowStart, jitter };
          const waitMs = nextWaitMs(patience, streak, { nowMs: 0, random, retryAfterMs }) ?? Number.NaN;
          const full = Math.min(30_000, 2000 * 2 ** (failures - 1));
          expect(waitMs).toBeGreaterThanOrEqual(Math.max(Math.floor(full * (1 - jitter)), retryAfterMs ?? 0));
          expect(waitMs).toBeLessThanOrEqual(Math.max(full, retryAfterMs ?? 0));
        },
      ),
    );
  });
});
