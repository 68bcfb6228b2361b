import { describe, expect, it } from 'vitest';
import { type TriggerReportOptions, triggerReport } from '../../src/schedule/punctuality.ts';

const MINUTE_MS = 60_000;

function at(time: string): number {
  return Date.parse(`2026-11-22T${time}Z`);
}

/** A run of every quarter of an hour that began at 12:18. */
function report(overrides: Partial<TriggerReportOptions> = {}) {
  return triggerReport({
    event: 'schedule',
    cron: '*/15 * * * *',
    timezone: undefined,
    startedAtMs: at('12:18:00'),
    previousRunStartedAtMs: undefined,
    previousBusyRunStartedAtMs: undefined,
    ...overrides,
  });
}

describe('a scheduled run', () => {
  it('is late by what has passed since it was due', () => {
    expect(report({ previousRunStartedAtMs: at('12:01:00') })).toEqual({
      event: 'schedule',
      cron: '*/15 * * * *',
      dueAt: '2026-11-22T12:15:00.000Z',
      startedAt: '2026-11-22T12:18:00.000Z',
      lateMs: 3 * MINUTE_MS,
      skipped: 0,
    });
  });

  it('answers the first due time that no run has answered, and counts those after it as skipped', () => {
    expect(report({ previousRunStartedAtMs: at('11:20:00') })).toMatchObject({
      dueAt: '2026-11-22T11:30:00.000Z',
      lateMs: 48 * MINUTE_MS,
      skipped: 3,
    });
  });

  it('is late by the last due time at least when nobody knows of the run before', () => {
    expect(report()).toMatchObject({
      dueAt: '2026-11-22T12:15:00.000Z',
      lateMs: 3 * MINUTE_MS,
      skipped: null,
    });
  });

  it('has skipped nothing right after a busy run, and knows nothing of skipped ones long after it', () => {
    expect(report({ previousBusyRunStartedAtMs: at('12:01:00') }).skipped).toBe(0);
    expect(report({ previousBusyRunStartedAtMs: at('11:20:00') })).toMatchObject({
      lateMs: 3 * MINUTE_MS,
      skipped: null,
    });
  });

  it('has skipped nothing when another one began since it was due', () => {
    expect(report({ previousRunStartedAtMs: at('12:16:00') })).toMatchObject({
      dueAt: '2026-11-22T12:15:00.000Z',
      skipped: 0,
    });
  });

  it('is punctual by the clock of the time zone', () => {
    expect(report({ cron: '0 13 * * *', timezone: 'Europe/Berlin' }).lateMs).toBe(18 * MINUTE_MS);
  });
});

describe('a run that is not scheduled', () => {
  it.each([
    ['by its event', { event: 'workflow_dispatch', cron: undefined }, null],
    ['even if it names a line', { event: 'push' }, null],
    ['by a line that is none', { cron: 'every day' }, 'every day'],
  ])('was never due: %s', (_, overrides, cron) => {
    expect(report(overrides)).toMatchObject({ cron, dueAt: null, lateMs: null, skipped: null });
  });
});
