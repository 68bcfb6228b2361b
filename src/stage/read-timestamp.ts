import type { PlainBuffer } from './plain-buffer.ts';
import type { Reading, ValueReader } from './reading.ts';

const ZERO = 0x30; // 0
const DASH = 0x2d; // -
const PLUS = 0x2b; // +
const COLON = 0x3a; // :
const POINT = 0x2e; // .
const SPACE = 0x20;
const SECONDS_PER_DAY = 86_400;
const MICROSECONDS_PER_SECOND = 1_000_000;
/** Up to here seconds × 10⁶ is a safe integer: the years 1685 to 2255. */
const SAFE_SECONDS = 9_000_000_000;
/**
 * Spark ends at 2⁶³ − 1 µs, and DuckDB reads that very value as infinity, so it is left out. PostgreSQL goes on to
 * the year 294276. Its first timestamp (4714 BC) is well within both.
 */
const MAX_MICROSECONDS = 2n ** 63n - 2n;

/** DATE: days since 1970-01-01 in the proleptic Gregorian calendar, as PostgreSQL, Spark and DuckDB all count. */
export const readDate: ValueReader = (bytes, start, end, out) => {
  if (isInfinity(bytes, start, end)) return 'infinity';
  const dateEnd = endBeforeEra(bytes, start, end);
  if (!scanDate(bytes, start, dateEnd) || CURSOR.at !== dateEnd) return 'malformed';
  const year = dateEnd === end ? CURSOR.year : 1 - CURSOR.year;
  out.appendInt32(daysFromCivil(year, CURSOR.month, CURSOR.day));
  return 'value';
};

/** TIMESTAMP µs, not adjusted to UTC: the wall clock as it stands. */
export const readTimestamp: ValueReader = (bytes, start, end, out) =>
  readMoment(bytes, start, end, 'none', out);

/** TIMESTAMP µs, adjusted to UTC, whatever offset the text carries. */
export const readTimestamptz: ValueReader = (bytes, start, end, out) =>
  readMoment(bytes, start, end, 'required', out);

/** What the scanners below have read, and how far. One object for all calls: it is read before the next call. */
const CURSOR = { at: 0, year: 0, month: 0, day: 0, seconds: 0, microseconds: 0, offsetSeconds: 0 };

function readMoment(
  bytes: Buffer,
  start: number,
  end: number,
  offset: 'none' | 'required',
  out: PlainBuffer,
): Reading {
  if (isInfinity(bytes, start, end)) return 'infinity';
  const textEnd = endBeforeEra(bytes, start, end);
  if (!scanDate(bytes, start, textEnd) || bytes[CURSOR.at] !== SPACE) return 'malformed';
  if (!scanTime(bytes, CURSOR.at + 1, textEnd)) return 'malformed';
  CURSOR.offsetSeconds = 0;
  if (offset === 'required' && !scanOffset(bytes, CURSOR.at, textEnd)) return 'malformed';
  if (CURSOR.at !== textEnd) return 'malformed';
  const year = textEnd === end ? CURSOR.year : 1 - CURSOR.year;
  const days = daysFromCivil(year, CURSOR.month, CURSOR.day);
  return appendMoment(
    out,
    days * SECONDS_PER_DAY + CURSOR.seconds - CURSOR.offsetSeconds,
    CURSOR.microseconds,
  );
}

function appendMoment(out: PlainBuffer, seconds: number, microseconds: number): Reading {
  if (seconds < SAFE_SECONDS && seconds > -SAFE_SECONDS) {
    out.appendSafeInt64(seconds * MICROSECONDS_PER_SECOND + microseconds);
    return 'value';
  }
  const value = BigInt(seconds) * BigInt(MICROSECONDS_PER_SECOND) + BigInt(microseconds);
  if (value > MAX_MICROSECONDS) return 'a timestamp out of range';
  out.appendInt64(value);
  return 'value';
}

function isInfinity(bytes: Buffer, start: number, end: number): boolean {
  const first = bytes[start];
  if (first !== 0x69 /* i */ && first !== DASH) return false;
  const text = bytes.toString('latin1', start, end);
  return text === 'infinity' || text === '-infinity';
}

/** Where the text ends without its ` BC`. */
function endBeforeEra(bytes: Buffer, start: number, end: number): number {
  const isBeforeChrist =
    end - start > 3 && bytes[end - 1] === 0x43 /* C */ && bytes[end - 2] === 0x42 && bytes[end - 3] === SPACE;
  return isBeforeChrist ? end - 3 : end;
}

/** `YYYY-MM-DD`, the year with four digits or more. Leaves `CURSOR.at` behind the day. */
function scanDate(bytes: Buffer, start: number, end: number): boolean {
  let at = start;
  let year = 0;
  while (at < end && bytes[at] !== DASH) {
    const digit = (bytes[at++] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return false;
    year = year * 10 + digit;
  }
  if (at - start < 4 || at - start > 7 || at + 6 > end || bytes[at + 3] !== DASH) return false;
  const month = twoDigits(bytes, at + 1);
  const day = twoDigits(bytes, at + 4);
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return false;
  CURSOR.year = year;
  CURSOR.month = month;
  CURSOR.day = day;
  CURSOR.at = at + 6;
  return true;
}

/** `HH:MM:SS`, with up to six decimals. Leaves `CURSOR.at` behind them. */
function scanTime(bytes: Buffer, start: number, end: number): boolean {
  if (start + 8 > end || bytes[start + 2] !== COLON || bytes[start + 5] !== COLON) return false;
  const hours = twoDigits(bytes, start);
  const minutes = twoDigits(bytes, start + 3);
  const seconds = twoDigits(bytes, start + 6);
  if (!(hours < 24 && minutes < 60 && seconds < 60)) return false;
  let at = start + 8;
  let microseconds = 0;
  if (bytes[at] === POINT && at < end) {
    let weight = MICROSECONDS_PER_SECOND;
    for (at++; at < end && weight > 1; at++) {
      const digit = (bytes[at] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) break;
      weight /= 10;
      microseconds += digit * weight;
    }
    if (weight === MICROSECONDS_PER_SECOND) return false;
  }
  CURSOR.seconds = hours * 3600 + minutes * 60 + seconds;
  CURSOR.microseconds = microseconds;
  CURSOR.at = at;
  return true;
}

/** `+HH`, `+HH:MM` or `+HH:MM:SS`, either sign. Leaves `CURSOR.at` behind it. */
function scanOffset(bytes: Buffer, start: number, end: number): boolean {
  const sign = bytes[start];
  if ((sign !== PLUS && sign !== DASH) || start + 3 > end) return false;
  let seconds = twoDigits(bytes, start + 1) * 3600;
  let at = start + 3;
  for (let unit = 60; unit >= 1 && at + 3 <= end && bytes[at] === COLON; unit /= 60, at += 3)
    seconds += twoDigits(bytes, at + 1) * unit;
  if (Number.isNaN(seconds)) return false;
  CURSOR.offsetSeconds = sign === DASH ? -seconds : seconds;
  CURSOR.at = at;
  return true;
}

/** NaN where there are not two digits. */
function twoDigits(bytes: Buffer, at: number): number {
  const tens = (bytes[at] ?? 0) - ZERO;
  const units = (bytes[at + 1] ?? 0) - ZERO;
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : Number.NaN;
}

const DAYS_PER_ERA = 146_097;
/** Days from 0000-03-01 to 1970-01-01. */
const EPOCH_DAYS = 719_468;

/**
 * Days since 1970-01-01 of a date in the proleptic Gregorian calendar; year 0 is 1 BC. Years are counted from
 * March, so that the leap day is the last one of its year, and in eras of 400, after which the calendar repeats.
 */
function daysFromCivil(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_DAYS;
}
