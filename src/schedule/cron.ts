import { Cron as CronPattern } from 'croner';

/** A cron line as a workflow's `schedule` takes it, understood. */
export interface Cron {
  readonly tag: 'cron';
  /** As it was written, without the blanks around it. */
  readonly line: string;
  /** IANA name; `UTC` where the workflow names none. */
  readonly timezone: string;
  /** Minutes of the day at which it is due, ascending, on the days on which it is. */
  readonly minutesOfDay: readonly number[];
  /** The same line with every field spelled out in numbers. */
  readonly normalLine: string;
}

export interface InvalidCron {
  readonly tag: 'invalid';
  /** A sentence that names the field and what is wrong with it. */
  readonly reason: string;
}

/**
 * Reads the five fields of POSIX cron, as GitHub takes them: numbers, `*`, lists, ranges, steps, and the names of months
 * and weekdays. Refuses what other crons know and GitHub does not: seconds, `@daily`, `L`, `W`, `#`, `?`, Sunday as 7
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule). Never throws.
 */
export function parseCron(line: string, timezone = 'UTC'): Cron | InvalidCron {
  const trimmed = line.trim();
  if (!isTimezone(timezone)) return invalid(`"${timezone}" is not the name of a time zone.`);
  if (trimmed.startsWith('@'))
    return invalid(`GitHub knows no short forms such as "${trimmed}"; write five fields.`);
  const texts = trimmed === '' ? [] : trimmed.split(/\s+/);
  if (texts.length !== FIELDS.length)
    return invalid(`A cron line has five fields; this one has ${texts.length}.`);
  const values: (readonly number[])[] = [];
  for (const [index, field] of FIELDS.entries()) {
    const read = readField(texts[index] ?? '', field);
    if (typeof read === 'string') return invalid(read);
    values.push(read);
  }
  const [minutes = [], hours = []] = values;
  const cron: Cron = {
    tag: 'cron',
    line: trimmed,
    timezone,
    minutesOfDay: hours.flatMap((hour) => minutes.map((minute) => hour * 60 + minute)),
    // A bare star stays one: where a day of the month and a weekday are both given, either will do.
    normalLine: values.map((numbers, index) => (texts[index] === '*' ? '*' : numbers.join(','))).join(' '),
  };
  return dueDays(cron, 1).length === 0
    ? invalid(`"${trimmed}" is never due: no month has such a day.`)
    : cron;
}

/** The longest time between two due times, in milliseconds. The hour that summer time moves does not count. */
export function longestGapMs(cron: Cron): number {
  return gapsMs(cron).reduce((longest, gap) => Math.max(longest, gap), 0);
}

/** The shortest time between two due times, in milliseconds. The hour that summer time moves does not count. */
export function shortestGapMs(cron: Cron): number {
  return gapsMs(cron).reduce((shortest, gap) => Math.min(shortest, gap), Number.POSITIVE_INFINITY);
}

/** The last due time at or before an instant, in milliseconds since 1970 UTC. */
export function previousDue(cron: Cron, beforeMs: number): number | undefined {
  // The library's "previous" is strictly before; it counts in whole seconds.
  const after = new Date(Math.floor(beforeMs / SECOND_MS) * SECOND_MS + SECOND_MS);
  return patternOf(cron).previousRuns(1, after)[0]?.getTime();
}

/** The due times after one instant and at or before another, ascending, in milliseconds; of very many the first 10,000. */
export function dueTimesBetween(cron: Cron, afterMs: number, beforeMs: number): readonly number[] {
  const pattern = patternOf(cron);
  const times: number[] = [];
  let due = pattern.nextRun(new Date(afterMs))?.getTime();
  while (due !== undefined && due <= beforeMs && times.length < MOST_DUE_TIMES) {
    times.push(due);
    due = pattern.nextRun(new Date(due))?.getTime();
  }
  return times;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** More than a month of the shortest schedule that GitHub keeps: whoever counts further has stopped to care. */
const MOST_DUE_TIMES = 10_000;

interface Field {
  readonly name: string;
  readonly first: number;
  readonly last: number;
  /** Names in the order of their numbers. */
  readonly names: readonly string[];
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

const FIELDS: readonly Field[] = [
  { name: 'minute', first: 0, last: 59, names: [] },
  { name: 'hour', first: 0, last: 23, names: [] },
  { name: 'day of the month', first: 1, last: 31, names: [] },
  { name: 'month', first: 1, last: 12, names: MONTHS },
  { name: 'day of the week', first: 0, last: 6, names: WEEKDAYS },
];

/** `*`, `3`, `MON`, `1-5`, each with a step or without. */
const PART = /^(?:(?<star>\*)|(?<from>\w+)(?:-(?<to>\w+))?)(?:\/(?<step>\d+))?$/;

/** The numbers that a field names, ascending; or what is wrong with it. */
function readField(text: string, field: Field): readonly number[] | string {
  const numbers = new Set<number>();
  for (const part of text.split(',')) {
    const read = readPart(part, field);
    if (typeof read === 'string') return read;
    for (const number of read) numbers.add(number);
  }
  return [...numbers].sort((a, b) => a - b);
}

function readPart(part: string, field: Field): readonly number[] | string {
  const groups = PART.exec(part)?.groups;
  if (groups === undefined) return `"${part}" is nothing that the ${field.name} may be.`;
  const step = groups['step'] === undefined ? 1 : Number(groups['step']);
  if (step === 0) return `The step of the ${field.name} "${part}" is 0.`;
  const from = groups['star'] === undefined ? numberOf(groups['from'] ?? '', field) : field.first;
  const to = lastOf(groups, field, from);
  if (from === undefined || to === undefined)
    return `The ${field.name} "${part}" is not within ${field.first}–${field.last}.`;
  if (to < from) return `The ${field.name} "${part}" ends before it begins.`;
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
}

/** `20/15` means from 20 to the end in steps. */
function lastOf(
  groups: Readonly<Record<string, string | undefined>>,
  field: Field,
  from: number | undefined,
): number | undefined {
  if (groups['to'] !== undefined) return numberOf(groups['to'], field);
  return groups['star'] !== undefined || groups['step'] !== undefined ? field.last : from;
}

function numberOf(text: string, { first, last, names }: Field): number | undefined {
  const named = names.indexOf(text.toUpperCase());
  const number = named === -1 ? (/^\d+$/.test(text) ? Number(text) : undefined) : named + first;
  return number !== undefined && number >= first && number <= last ? number : undefined;
}

/** From one due time to the next, as often as it takes to have seen them all. */
function gapsMs(cron: Cron): readonly number[] {
  const [first = 0] = cron.minutesOfDay;
  const last = cron.minutesOfDay.at(-1) ?? 0;
  const withinDays = cron.minutesOfDay
    .slice(1)
    .map((minute, index) => minute - (cron.minutesOfDay[index] ?? 0));
  const days = dueDays(cron, CALENDAR_YEARS);
  const overNight = days.slice(1).map((day, index) => (day - (days[index] ?? 0)) / MINUTE_MS + first - last);
  return [...withinDays, ...overNight].map((minutes) => minutes * MINUTE_MS);
}

/** After so many years every date has fallen on every weekday, in leap years and others. */
const CALENDAR_YEARS = 28;
const CALENDAR_START_YEAR = 2000;

/** The days of the calendar on which it is due, as their midnights; at least a leap year's. */
function dueDays({ normalLine }: Cron, years: number): readonly number[] {
  const [, , daysOfMonth = '*', months = '*', weekdays = '*'] = normalLine.split(' ');
  const has = (list: string, number: number): boolean =>
    list === '*' || list.split(',').includes(String(number));
  const begin = Date.UTC(CALENDAR_START_YEAR, 0, 1);
  const count = (Date.UTC(CALENDAR_START_YEAR + years, 0, 1) - begin) / DAY_MS;
  return Array.from({ length: count }, (_, index) => begin + index * DAY_MS).filter((day) => {
    const date = new Date(day);
    if (!has(months, date.getUTCMonth() + 1)) return false;
    const [byMonth, byWeek] = [has(daysOfMonth, date.getUTCDate()), has(weekdays, date.getUTCDay())];
    return daysOfMonth === '*' || weekdays === '*' ? byMonth && byWeek : byMonth || byWeek;
  });
}

function patternOf({ normalLine, timezone }: Cron): CronPattern {
  return new CronPattern(normalLine, { mode: '5-part', paused: true, timezone });
}

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function invalid(reason: string): InvalidCron {
  return { tag: 'invalid', reason };
}
