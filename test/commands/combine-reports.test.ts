import { describe, expect, it } from 'vitest';
import { combineReports } from '../../src/commands/combine-reports.ts';
import { sampleRunReport } from '../report/sample-run-report.ts';

const first = sampleRunReport();
const last = sampleRunReport({
  status: 'nothing-to-do',
  checkpoint: { from: '0/17C0000', to: '0/17D0000' },
  lag: { before: { bytes: 5, seconds: 5 }, after: { bytes: 7, seconds: 0 } },
  notices: ['the slot was created by this run', 'another one'],
});

describe('several runs as one', () => {
  const both = combineReports([first, last]);

  it('begin where the first began, and end where the last ended', () => {
    expect(both.checkpoint).toEqual({ from: first.checkpoint.from, to: '0/17D0000' });
    expect(both.lag).toEqual({ before: first.lag.before, after: last.lag.after });
    expect(both.startedAt).toBe(first.startedAt);
    expect(both.finishedAt).toBe(last.finishedAt);
  });

  it('have done what all of them did, table by table', () => {
    expect(both.durationMs).toBe(first.durationMs + last.durationMs);
    expect(both.tables).toHaveLength(first.tables.length);
    for (const [index, table] of both.tables.entries()) {
      const one = first.tables[index];
      expect(table).toEqual({
        ...one,
        loadedRows: 2 * (one?.loadedRows ?? 0),
        insertedRows: 2 * (one?.insertedRows ?? 0),
        updatedRows: 2 * (one?.updatedRows ?? 0),
        deletedRows: 2 * (one?.deletedRows ?? 0),
        changes: 2 * (one?.changes ?? 0),
        specialValues: 2 * (one?.specialValues ?? 0),
      });
    }
    expect(both.stageDurationsMs.merge).toBe(2 * first.stageDurationsMs.merge);
    expect(both.warehouse.statements).toBe(2 * first.warehouse.statements);
  });

  it('did something if one of them did, and say nothing twice', () => {
    expect(both.status).toBe('done');
    expect(combineReports([last, last]).status).toBe('nothing-to-do');
    expect(both.notices).toEqual(['the slot was created by this run', 'another one']);
  });
});
