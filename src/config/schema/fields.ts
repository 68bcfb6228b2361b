import * as z from 'zod';

/** Kinds of values that several documents share. Their messages say what would be right; none repeats the value. */

/** Text that is not empty. */
export function text() {
  return z.string().min(1);
}

/** A name in PostgreSQL: a schema, table, column or publication. Longer ones cannot exist there. */
export function sourceName() {
  return z.string().min(1).max(63);
}

/**
 * One of a target table's three names. Unity Catalog refuses periods, slashes, spaces and control characters, so every
 * target does. The characters are spelled as ranges because editors read the pattern as they please, with `u` or without.
 */
export function targetName() {
  return z
    .string()
    .max(255)
    .regex(/^[!-\-0-~\u00a1-\uffff]+$/, { error: 'expected a name without periods, slashes and spaces' });
}

/**
 * A volume in one to three parts. Its names become part of paths that Spark reads as globs and URLs, so fewer characters
 * are allowed in them than in a table's name.
 */
export function volumeName() {
  return z
    .string()
    .max(767)
    .regex(/^[0-9A-Z_a-z\u00a1-\uffff-]+(\.[0-9A-Z_a-z\u00a1-\uffff-]+){0,2}$/, {
      error: 'expected `name`, `schema.name` or `catalog.schema.name`, in letters, digits, `_` and `-`',
    });
}

/** A gateway's or pipeline's name; it becomes part of paths and of the slot's name. */
export function documentName() {
  return z
    .string()
    .max(128)
    .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, {
      error: 'expected letters, digits, `_`, `.` and `-`, and a letter or digit first',
    });
}

/** A slot's name, as PostgreSQL allows it. */
export function slotName() {
  return z.string().regex(/^[a-z0-9_]{1,63}$/, {
    error: 'expected at most 63 lower-case letters, digits and `_`, which is what PostgreSQL allows',
  });
}

/** An amount of bytes as text: `512MB`. Parsed by `parseByteSize`. */
export function byteSize() {
  return z.string().regex(/^[1-9]\d{0,8}(\.\d{1,3})? ?([kKMGT]i?)?B$/, {
    error: 'expected a size such as `512MB` or `1GB`',
  });
}

/** A duration as text: `15m`. Parsed by `parseDuration`. */
export function duration() {
  return z.string().regex(/^[1-9]\d{0,8} ?(ms|s|m|h|d)$/, {
    error: 'expected a duration such as `30s`, `15m` or `2h`',
  });
}

const BYTES_PER_UNIT: Readonly<Record<string, number>> = {
  '': 1,
  K: 1024,
  M: 1024 ** 2,
  G: 1024 ** 3,
  T: 1024 ** 4,
};

/** Bytes of a text that `byteSize` accepts. A unit is a power of 1024, as in PostgreSQL's own settings. */
export function parseByteSize(size: string): number {
  const [, amount = '', unit = ''] = /^([\d.]+) ?([kKMGT]?)/.exec(size) ?? [];
  return Math.floor(Number(amount) * (BYTES_PER_UNIT[unit.toUpperCase()] ?? 1));
}

const MS_PER_UNIT: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** Milliseconds of a text that `duration` accepts. */
export function parseDuration(length: string): number {
  const [, amount = '', unit = ''] = /^(\d+) ?([a-z]+)$/.exec(length) ?? [];
  return Number(amount) * (MS_PER_UNIT[unit] ?? 1);
}
