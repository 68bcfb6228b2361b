import type { Random } from './random.ts';

/** A table of the workload: how it is made, and how values for it are. All values are SQL literals. */
export interface WorkloadTable {
  readonly name: string;
  /** Several statements: the table, where its large values are stored, its replica identity. */
  readonly ddl: string;
  readonly keyColumns: readonly string[];
  /** A number of the key space as the table's key. Different numbers make different keys. */
  key(number: number): readonly string[];
  readonly columns: Readonly<Record<string, (random: Random) => string>>;
  /** Columns whose values are large enough to be stored out of line, so that an UPDATE can leave them out. */
  readonly largeColumns: Readonly<Record<string, (random: Random) => string>>;
}

export type WorkloadTableName =
  | 'plain_keys'
  | 'composite_keys'
  | 'text_keys'
  | 'full_identity'
  | 'index_identity'
  | 'every_type';

export const WORKLOAD_TABLES = {
  /** The ordinary case: a bigint primary key, replica identity DEFAULT, a large text. */
  plain_keys: {
    name: 'plain_keys',
    ddl: /*sql*/ `
      CREATE TABLE plain_keys (id bigint PRIMARY KEY, amount numeric(12,2), status text, changed_at timestamptz, notes text);
      ALTER TABLE plain_keys ALTER COLUMN notes SET STORAGE EXTERNAL;`,
    keyColumns: ['id'],
    key: (number) => [String(number)],
    columns: {
      amount: (random) => orNull(random, (random.integer(-10_000_000, 10_000_000) / 100).toFixed(2)),
      status: (random) => orNull(random, text(random)),
      changed_at: (random) => orNull(random, `'${timestamp(random)}+02:30'`),
    },
    largeColumns: { notes: largeText },
  },
  /** A key of two columns, both of which may change. */
  composite_keys: {
    name: 'composite_keys',
    ddl: /*sql*/ `
      CREATE TABLE composite_keys (note text, line_number smallint, order_number integer, quantity integer, price numeric(20,6),
        PRIMARY KEY (order_number, line_number));
      ALTER TABLE composite_keys ALTER COLUMN note SET STORAGE EXTERNAL;`,
    keyColumns: ['order_number', 'line_number'],
    key: (number) => [String(Math.floor(number / 4)), String(number % 4)],
    columns: {
      quantity: (random) => orNull(random, String(random.integer(0, 1000))),
      price: (random) => orNull(random, `${random.integer(0, 99_999)}.${random.integer(100_000, 999_999)}`),
    },
    largeColumns: { note: largeText },
  },
  /** A text key with everything that wants quoting, and a large bytea. */
  text_keys: {
    name: 'text_keys',
    ddl: /*sql*/ `
      CREATE TABLE text_keys (tag text PRIMARY KEY, score double precision, active boolean, payload bytea);
      ALTER TABLE text_keys ALTER COLUMN payload SET STORAGE EXTERNAL;`,
    keyColumns: ['tag'],
    key: (number) => [`'${KEY_TEXTS[number % KEY_TEXTS.length]}${number}'`],
    columns: {
      score: (random) => orNull(random, `${(random.fraction() * 10 ** random.integer(-8, 20)).toString()}`),
      active: (random) => orNull(random, String(random.chance(0.5))),
    },
    largeColumns: { payload: (random) => `convert_to(${largeText(random)}, 'UTF8')` },
  },
  /** Replica identity FULL: every old image is whole. */
  full_identity: {
    name: 'full_identity',
    ddl: /*sql*/ `
      CREATE TABLE full_identity (id integer PRIMARY KEY, label varchar(40), weight real, body text);
      ALTER TABLE full_identity ALTER COLUMN body SET STORAGE EXTERNAL;
      ALTER TABLE full_identity REPLICA IDENTITY FULL;`,
    keyColumns: ['id'],
    key: (number) => [String(number - 50)],
    columns: {
      label: (random) => orNull(random, text(random)),
      weight: (random) => orNull(random, `${(random.fraction() * 1000).toFixed(3)}`),
    },
    largeColumns: { body: largeText },
  },
  /** No primary key; the replica identity is a unique index over a column that is not the first. */
  index_identity: {
    name: 'index_identity',
    ddl: /*sql*/ `
      CREATE TABLE index_identity (model text, serial_number text NOT NULL, built_on date, manual text);
      CREATE UNIQUE INDEX index_identity_serial_number ON index_identity (serial_number);
      ALTER TABLE index_identity ALTER COLUMN manual SET STORAGE EXTERNAL;
      ALTER TABLE index_identity REPLICA IDENTITY USING INDEX index_identity_serial_number;`,
    keyColumns: ['serial_number'],
    key: (number) => [`'SN-${String(number).padStart(6, '0')}'`],
    columns: {
      model: (random) => orNull(random, text(random)),
      built_on: (random) => orNull(random, `'${date(random)}'`),
    },
    largeColumns: { manual: largeText },
  },
  /** The types that people use, every column nullable. */
  every_type: {
    name: 'every_type',
    ddl: /*sql*/ `
      CREATE TABLE every_type (id integer PRIMARY KEY, flag boolean, tiny smallint, whole integer, big bigint, single real,
        twice double precision, money_amount numeric(18,4), exact numeric, short_text varchar(60), fixed char(12), day date,
        moment timestamp, instant timestamptz, clock time, span interval, identifier uuid, document json, binary_document jsonb,
        bytes bytea, numbers integer[], words text[]);
      ALTER TABLE every_type ALTER COLUMN binary_document SET STORAGE EXTERNAL;`,
    keyColumns: ['id'],
    key: (number) => [String(number)],
    columns: {
      flag: (random) => orNull(random, String(random.chance(0.5))),
      tiny: (random) =>
        orNull(random, `(${random.pick([-32768, 32767, random.integer(-99, 99)])})::smallint`),
      whole: (random) =>
        orNull(random, `(${random.pick([-2147483648, 2147483647, random.integer(-999, 999)])})::integer`),
      big: (random) =>
        orNull(
          random,
          `(${random.pick(['-9223372036854775808', '9223372036854775807', '9007199254740993'])})::bigint`,
        ),
      single: (random) =>
        orNull(random, `'${random.pick(['3.4028235e38', '1e-45', '-0', '0.1', '16777217'])}'::real`),
      twice: (random) =>
        orNull(
          random,
          `'${random.pick(['1.7976931348623157e308', '5e-324', '-0', '0.1', String(random.fraction())])}'::float8`,
        ),
      money_amount: (random) =>
        orNull(
          random,
          random.pick(['99999999999999.9999', '-0.0001', '10', String(random.integer(0, 9999) / 100)]),
        ),
      exact: (random) =>
        orNull(
          random,
          random.pick(['123456789012345678901234567890.000000000000000000001', '0.00', '-7', '1e20']),
        ),
      short_text: (random) => orNull(random, text(random)),
      fixed: (random) => orNull(random, `'${random.pick(['', 'a', 'abc  ', 'twelve chars'])}'`),
      day: (random) =>
        orNull(random, `'${random.pick([date(random), '0001-01-01', '9999-12-31', '1582-10-10'])}'`),
      moment: (random) =>
        orNull(
          random,
          `'${random.pick([timestamp(random), '1900-01-01 00:00:00.000001', '1969-12-31 23:59:59.999999'])}'`,
        ),
      instant: (random) =>
        orNull(random, `'${timestamp(random)}${random.pick(['+00', '-11', '+05:45', '+14'])}'`),
      clock: (random) => orNull(random, `'${random.pick(['00:00:00', '23:59:59.999999', '24:00:00'])}'`),
      span: (random) =>
        orNull(random, `'${random.pick(['1 year -2 mons 3 days', '-00:00:00.5', '0', '100:20:30.25'])}'`),
      identifier: (random) => orNull(random, `md5('${random.bits()}')::uuid`),
      document: (random) =>
        orNull(random, `'${random.pick(['{"b" : 1, "a": [true, null]}', 'null', '"text"', '[]'])}'`),
      bytes: (random) =>
        orNull(
          random,
          `'\\x${random.pick(['', '00', 'ff00', random.bits().toString(16).padStart(8, '0')])}'`,
        ),
      numbers: (random) =>
        orNull(random, `'${random.pick(['{}', '{1,2,3}', '{NULL,-1}', '{{1,2},{3,4}}'])}'`),
      words: (random) =>
        orNull(random, `ARRAY[${text(random)}, NULL, ${text(random)}, '', 'NULL', 'a,"b"\\']::text[]`),
    },
    largeColumns: {
      binary_document: (random) => `jsonb_build_object('text', ${largeText(random)}, 'n', ${random.bits()})`,
    },
  },
} as const satisfies Record<WorkloadTableName, WorkloadTable>;

const KEY_TEXTS = ['k', 'Ünïcode ', "it''s ", ' leading', 'tab\t', 'back\\slash', 'quote"', '漢字'] as const;

const WORDS = [
  '',
  'open',
  'Geschäft',
  "o''clock",
  'a,b;c',
  '"quoted"',
  '\\backslash',
  'line\nbreak',
  'NULL',
  '漢字',
  '🙂',
] as const;

function orNull(random: Random, literal: string): string {
  return random.chance(0.15) ? 'NULL' : literal;
}

function text(random: Random): string {
  return `'${random.pick(WORDS)}${random.chance(0.5) ? random.integer(0, 9999) : ''}'`;
}

function date(random: Random): string {
  return new Date(Date.UTC(1900, 0, random.integer(1, 73_000))).toISOString().slice(0, 10);
}

function timestamp(random: Random): string {
  const seconds = new Date(random.integer(-2_000_000_000, 4_000_000_000) * 1000).toISOString().slice(0, 19);
  return `${seconds.replace('T', ' ')}.${String(random.integer(0, 999_999)).padStart(6, '0')}`;
}

/** 10 to 14 kB that nothing compresses (storage EXTERNAL), so that PostgreSQL puts them out of line. */
function largeText(random: Random): string {
  return `repeat(md5('${random.bits()}') || '${random.pick(['', 'é', '漢', '🙂'])}', ${random.integer(320, 440)})`;
}
