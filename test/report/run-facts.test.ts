import { describe, expect, it } from 'vitest';
import type { TriggerReport } from '../../src/model/trigger-report.ts';
import { formatInstant, latenessSentence, runsUntilNow, shareLoaded } from '../../src/report/run-facts.ts';
import { sampleRunReport } from './sample-run-report.ts';
import { SITUATION_REPORTS } from './sample-situations.ts';

const { drift, idle } = SITUATION_REPORTS;

describe('latenessSentence', () => {
  const trigger: TriggerReport = {
    event: 'schedule',
    cron: '0 3 * * *',
    dueAt: '2026-01-02T03:00:00.000Z',
    startedAt: '2026-01-02T03:42:10.000Z',
    lateMs: 2_530_000,
    skipped: 0,
  };

  it('says nothing of a run that nothing has scheduled', () => {
    expect(latenessSentence(null)).toBeUndefined();
    expect(
      latenessSentence({ ...trigger, cron: null, dueAt: null, lateMs: null, skipped: null }),
    ).toBeUndefined();
  });

  it('tells skipped times of a run that is punctual itself', () => {
    expect(latenessSentence({ ...trigger, lateMs: 1000, skipped: 1 })).toBe(
      'no run began at 1 due time since the last one; this run stands in for them',
    );
  });
});

describe('runsUntilNow', () => {
  it('puts a run that moved the checkpoint before the earlier ones', () => {
    const [now, ...earlier] = runsUntilNow(drift);
    expect(now).toMatchObject({ runId: 'run-1', changes: 1219, loadedRows: 50_000, lagBytes: 1_258_291 });
    expect(earlier).toEqual(drift.history);
  });

  it('has no entry for a run that moved nothing, and none twice', () => {
    expect(runsUntilNow({ ...idle, history: drift.history })).toEqual(drift.history);
    const told = runsUntilNow(drift);
    expect(runsUntilNow({ ...drift, history: told })).toEqual(told);
  });

  it('is this run alone where nobody looked at the history', () => {
    expect(runsUntilNow(sampleRunReport({ history: null })).map(({ runId }) => runId)).toEqual(['run-1']);
  });
});

describe('shareLoaded', () => {
  it.each([
    [50, 200, 0.25],
    [200, 200, 1],
    [201, 200, undefined],
    [0, 0, undefined],
    [10, null, undefined],
  ])('of %d rows of %s is %s', (loadedRows, estimatedRows, share) => {
    expect(shareLoaded({ table: 't', loadedRows, estimatedRows, continuedBy: 'run' })).toBe(share);
  });
});

describe('formatInstant', () => {
  it('names minute and zone', () => {
    expect(formatInstant('2026-11-22T14:15:03.120Z')).toBe('2026-11-22 14:15 UTC');
  });
});
