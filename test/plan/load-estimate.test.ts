import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunHistoryEntry } from '../../src/model/run-history.ts';
import { estimateLoad } from '../../src/plan/load-estimate.ts';

function entry(changes: Partial<RunHistoryEntry>): RunHistoryEntry {
  return {
    runId: 'run',
    startedAt: '2026-01-02T03:00:00.000Z',
    updatedAt: '2026-01-02T03:00:10.000Z',
    from: null,
    to: '0/1',
    intervals: 1,
    changes: 0,
    loadedRows: 0,
    insertedRows: 0,
    updatedRows: 0,
    deletedRows: 0,
    stagedBytes: 0,
    lagBytes: null,
    ...changes,
  };
}

const SIZE = { rows: 1_000_000, bytes: 100 * 1024 ** 2 };

describe('the estimate of a load', () => {
  it('goes by the pace of the loads before it', () => {
    const history = [entry({ loadedRows: 200_000 }), entry({ loadedRows: 100_000 })];
    expect(estimateLoad({ ...SIZE, history })).toEqual({
      durationMs: 66_667,
      basis: 'history',
      because: "at the 15,000 rows a second of this pipeline's last 2 loads",
    });
  });

  it('is an assumption, named as such, where there is none', () => {
    expect(estimateLoad({ ...SIZE, history: [] })).toEqual({
      durationMs: 50_000,
      basis: 'assumption',
      because: 'assuming 25,000 rows and 10 MiB a second',
    });
  });

  it.each([
    ['a run that merged more than it loaded', entry({ loadedRows: 20_000, changes: 900_000 })],
    ['a load of a few rows', entry({ loadedRows: 12 })],
    ['a load without a duration', entry({ loadedRows: 20_000, updatedAt: '2026-01-02T03:00:00.000Z' })],
    ['a clock that went back', entry({ loadedRows: 20_000, updatedAt: '2026-01-02T02:00:00.000Z' })],
  ])('learns nothing from %s', (_, one) => {
    expect(estimateLoad({ ...SIZE, history: [one] }).basis).toBe('assumption');
  });

  it('goes by the bytes where nobody knows the rows, and says that it does not know where nobody knows either', () => {
    expect(estimateLoad({ rows: null, bytes: 100 * 1024 ** 2, history: [] }).durationMs).toBe(20_000);
    const history = [entry({ loadedRows: 200_000 })];
    expect(estimateLoad({ rows: null, bytes: 0, history })).toMatchObject({ basis: 'assumption' });
    expect(estimateLoad({ rows: null, bytes: null, history }).durationMs).toBeNull();
  });

  it('never shrinks as a table grows', () => {
    const count = fc.integer({ min: 0, max: 1e12 });
    const histories = fc.constantFrom([], [entry({ loadedRows: 50_000 })]);
    fc.assert(
      fc.property(count, count, count, histories, (rows, bytes, more, history) => {
        const small = estimateLoad({ rows, bytes, history }).durationMs ?? 0;
        const large = estimateLoad({ rows: rows + more, bytes: bytes + more, history }).durationMs ?? 0;
        expect(large).toBeGreaterThanOrEqual(small);
      }),
    );
  });
});
