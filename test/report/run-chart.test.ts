import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRunChart } from '../../src/report/run-chart.ts';
import { historyEntry } from '../support/sample-history.ts';
import { SAMPLE_HISTORY } from './sample-status.ts';

const QUARTER_MS = 15 * 60_000;

describe('the chart of runs', () => {
  it('has a line a run, from the oldest to the newest, with bars to scale', () => {
    expect(formatRunChart(SAMPLE_HISTORY, { width: 72 })).toEqual([
      'started, UTC  changes, ░ loaded             lag',
      'Nov 22 14:00  ░░░░░░░░░░░░░░░░░░ 1,000,000                            –',
      'Nov 22 14:15  ██████████████████    12,431  ██████████████████ 45.8 MiB',
      'Nov 22 14:30  ▏                          3  ▏                   1.2 KiB',
      'Nov 22 14:45                             0  ███▍                8.6 MiB',
      'Nov 22 15:00  ███████████▋           8,000  ███████▉           20.0 MiB',
      'Nov 22 15:15  █████████████▏         9,100  ███████████▎       28.6 MiB',
    ]);
  });

  it('is nothing where there were no runs', () => {
    expect(formatRunChart([], { width: 80 })).toEqual([]);
  });

  it('speaks of loads only where there were some', () => {
    const changes = SAMPLE_HISTORY.filter(({ loadedRows }) => loadedRows === 0);
    expect(formatRunChart(changes, { width: 72 })[0]).toMatch(/^started, UTC {2}changes +lag$/);
    const loads = SAMPLE_HISTORY.filter(({ loadedRows }) => loadedRows > 0);
    expect(formatRunChart(loads, { width: 72 })[0]).toMatch(/^started, UTC {2}rows loaded +lag$/);
  });

  it('is aligned, within its width, and of twenty runs at most, whatever they did', () => {
    const amount = fc.oneof(fc.constant(0), fc.nat(100), fc.nat(2 ** 31 - 1));
    const entry = fc.record({
      changes: amount,
      loadedRows: amount,
      lagBytes: fc.option(fc.maxSafeNat()),
    });
    const width = fc.integer({ min: 60, max: 200 });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 30 }), width, (runs, columns) => {
        const entries = runs.map((run, index) =>
          historyEntry(new Date(Date.UTC(2026, 0, 1) - index * QUARTER_MS).toISOString(), run),
        );
        const [title = '', ...lines] = formatRunChart(entries, { width: columns });
        expect(lines).toHaveLength(Math.min(20, runs.length));
        expect(new Set(lines.map(({ length }) => length)).size).toBe(1);
        expect(Math.max(title.length, ...lines.map(({ length }) => length))).toBeLessThanOrEqual(columns);
        expect(lines.at(-1)).toContain('Jan 01 00:00');
      }),
    );
  });
});
