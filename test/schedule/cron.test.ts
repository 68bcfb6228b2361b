import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Cron,
  dueTimesBetween,
  longestGapMs,
  parseCron,
  previousDue,
  shortestGapMs,
} from '../../src/schedule/cron.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

function cronOf(line: string, timezone?: string): Cron {
  const cron = parseCron(line, timezone);
  if (cron.tag === 'invalid') throw new Error(cron.reason);
  return cron;
}

function due(line: string, after: string, before: string, timezone?: string): readonly string[] {
  return dueTimesBetween(cronOf(line, timezone), Date.parse(after), Date.parse(before)).map((time) =>
    new Date(time).toISOString().slice(0, 16),
  );
}

describe('a cron line', () => {
  it.each([
    ['*/15 * * * *', 15 * MINUTE_MS, 15 * MINUTE_MS],
    ['20/15 * * * *', 15 * MINUTE_MS, 30 * MINUTE_MS],
    ['*/7 * * * *', 4 * MINUTE_MS, 7 * MINUTE_MS],
    ['5,35 8-18 * * MON-FRI', 30 * MINUTE_MS, 2 * DAY_MS + 13.5 * HOUR_MS],
    ['0 3 * * *', DAY_MS, DAY_MS],
    ['0 3 1 * *', 28 * DAY_MS, 31 * DAY_MS],
    ['0 3 29 FEB *', 1461 * DAY_MS, 1461 * DAY_MS],
    ['0 3 * * sun,Wed', 3 * DAY_MS, 4 * DAY_MS],
    ['* * * 1 *', MINUTE_MS, 335 * DAY_MS + MINUTE_MS],
  ])('%s tells its shortest and its longest gap', (line, shortest, longest) => {
    expect([shortestGapMs(cronOf(line)), longestGapMs(cronOf(line))]).toEqual([shortest, longest]);
  });

  it.each([
    ['', 'A cron line has five fields; this one has 0.'],
    ['* * * * * *', 'A cron line has five fields; this one has 6.'],
    ['@daily', 'GitHub knows no short forms such as "@daily"; write five fields.'],
    ['60 * * * *', 'The minute "60" is not within 0–59.'],
    ['0 24 * * *', 'The hour "24" is not within 0–23.'],
    ['0 0 0 * *', 'The day of the month "0" is not within 1–31.'],
    ['0 0 * * 7', 'The day of the week "7" is not within 0–6.'],
    ['0 0 * FOO *', 'The month "FOO" is not within 1–12.'],
    ['0 22-2 * * *', 'The hour "22-2" ends before it begins.'],
    ['*/0 * * * *', 'The step of the minute "*/0" is 0.'],
    ['0 0 L * *', 'The day of the month "L" is not within 1–31.'],
    ['0 0 15W * *', 'The day of the month "15W" is not within 1–31.'],
    ['0 0 * * 5#2', '"5#2" is nothing that the day of the week may be.'],
    ['? * * * *', '"?" is nothing that the minute may be.'],
    ['5,,6 * * * *', '"" is nothing that the minute may be.'],
    ['0 0 30 2 *', '"0 0 30 2 *" is never due: no month has such a day.'],
  ])('"%s" is refused in words', (line, reason) => {
    expect(parseCron(line)).toEqual({ tag: 'invalid', reason });
  });

  it('is refused in a time zone that does not exist', () => {
    expect(parseCron('0 0 * * *', 'Mars/Olympus')).toEqual({
      tag: 'invalid',
      reason: '"Mars/Olympus" is not the name of a time zone.',
    });
  });

  it('is never refused by throwing, whatever it is', () => {
    fc.assert(fc.property(fc.string(), (line) => ['cron', 'invalid'].includes(parseCron(line).tag)));
  });
});

describe('due times', () => {
  it('begin after the first instant and include the last', () => {
    expect(due('*/30 * * * *', '2026-03-01T00:00Z', '2026-03-01T01:00Z')).toEqual([
      '2026-03-01T00:30',
      '2026-03-01T01:00',
    ]);
    expect(due('*/30 * * * *', '2026-03-01T00:00Z', '2026-03-01T00:29Z')).toEqual([]);
  });

  it('take either day where a day of the month and a weekday are given', () => {
    expect(due('0 0 13 * FRI', '2026-02-10T00:00Z', '2026-02-21T00:00Z')).toEqual([
      '2026-02-13T00:00',
      '2026-02-20T00:00',
    ]);
    expect(due('0 0 14 * FRI', '2026-02-10T00:00Z', '2026-02-16T00:00Z')).toEqual([
      '2026-02-13T00:00',
      '2026-02-14T00:00',
    ]);
  });

  it('follow the clock of their time zone through summer time: once a day, at the next time that exists', () => {
    expect(due('30 2 * * *', '2026-03-28T00:00Z', '2026-03-30T12:00Z', 'Europe/Berlin')).toEqual([
      '2026-03-28T01:30',
      '2026-03-29T01:00',
      '2026-03-30T00:30',
    ]);
  });

  it('stop at ten thousand', () => {
    expect(due('* * * * *', '2026-01-01T00:00Z', '2027-01-01T00:00Z')).toHaveLength(10_000);
  });

  it('are found backwards as well as forwards', () => {
    const lines = fc.constantFrom('*/15 * * * *', '20/15 3-7 * * *', '0 12 * * MON-FRI', '5 5 1,31 * *');
    const instants = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) });
    fc.assert(
      fc.property(lines, instants, (line, instant) => {
        const cron = cronOf(line);
        const last = previousDue(cron, instant) ?? Number.NaN;
        expect(last).toBeLessThanOrEqual(instant);
        expect(dueTimesBetween(cron, last, instant)).toEqual([]);
        expect(dueTimesBetween(cron, last - 1000, instant)).toEqual([last]);
        expect(previousDue(cron, last)).toBe(last);
      }),
    );
  });
});
