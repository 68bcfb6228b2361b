import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PgType } from '../../src/model/source-table.ts';
import { mapType } from '../../src/schema/type-mapping.ts';
import { openDatabase, queryText, type TestDatabase } from '../support/postgres.ts';
import { layoutOf, readColumn, StagingDirectory, stage } from './staging.ts';

/** As on every connection that the source opens. */
const PINNED_SETTINGS = /*sql*/ `
  SET datestyle = 'ISO'; SET intervalstyle = 'iso_8601'; SET timezone = 'UTC'; SET extra_float_digits = 3;
  SET bytea_output = 'hex'; SET lc_monetary = 'C'`;

interface Case {
  /** The PostgreSQL type, as a cast names it. */
  readonly type: string;
  /** SQL expressions of that type, without the cast. */
  readonly values: readonly string[];
  /** A second, different rendering of `v` by PostgreSQL … */
  readonly source: string;
  /** … which this expression over `c0` in DuckDB must equal, as text. */
  readonly target: string;
}

const MICROSECONDS = (column: string) => `(extract(epoch FROM ${column}) * 1000000)::numeric(30,0)`;
const DAYS = `(v - DATE '1970-01-01')`;

const CASES: readonly Case[] = [
  { type: 'bool', values: ["'t'", "'f'"], source: 'v::int', target: 'c0::INTEGER' },
  {
    type: 'int2',
    values: random(fc.integer({ min: -32768, max: 32767 }), ['-32768', '32767']),
    source: 'v * 1::int8',
    target: 'c0',
  },
  {
    type: 'int4',
    values: random(fc.integer(), ['-2147483648', '2147483647']),
    source: 'v * 1::int8',
    target: 'c0',
  },
  {
    type: 'int8',
    values: random(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), [
      `${-(2n ** 63n)}`,
      `${2n ** 63n - 1n}`,
      '0',
    ]),
    source: 'v::numeric',
    target: 'c0',
  },
  { type: 'oid', values: ["'0'", "'4294967295'"], source: 'v::int8', target: 'c0' },
  { type: 'xid', values: ["'4294967295'"], source: 'v::text::numeric', target: 'c0' },
  {
    type: 'float8',
    values: random(fc.double(), [
      'NaN',
      'Infinity',
      '-Infinity',
      '-0',
      '1e-310',
      '5e-324',
      '1.7976931348623157e308',
    ]),
    source: "encode(float8send(v), 'hex')",
    target: 'c0',
  },
  {
    type: 'float4',
    values: random(fc.float(), ['NaN', '-Infinity', '-0', '1e-45', '3.4028235e38', '7.038531e-26']),
    source: "encode(float4send(v), 'hex')",
    target: 'c0',
  },
  ...[
    [9, 2],
    [18, 9],
    [38, 10],
    [38, 0],
    [38, 38],
    [7, -3],
    [3, 5],
  ].map(([precision = 0, scale = 0]) => numericCase(precision, scale)),
  {
    type: 'numeric',
    values: ["'NaN'", "'Infinity'", `'${'9'.repeat(100)}.000${'1'.repeat(40)}'`, "'7e3'"],
    source: 'v::text',
    target: 'c0',
  },
  { type: 'numeric(50,10)', values: [`'${'1'.repeat(40)}.5'`], source: 'v::text', target: 'c0' },
  {
    type: 'date',
    values: [
      "'4714-11-24 BC'",
      "'0044-03-15 BC'",
      "'0001-01-01'",
      "'1582-10-10'",
      "'1900-02-28'",
      "'2024-02-29'",
      "'5874897-12-31'",
      ...seriesOf('-2440588', '100000000', '7654321', "DATE '1970-01-01' + i"),
    ],
    source: DAYS,
    target: "date_diff('day', DATE '1970-01-01', c0)",
  },
  {
    type: 'timestamp',
    values: [
      "'4713-01-01 00:00:00.000001 BC'",
      "'1582-10-10 12:00:00.117115'",
      "'294247-01-10 04:00:54.775806'",
      "'99999-12-31 23:59:59.999999'",
      ...seriesOf(
        '-190000000000',
        '9000000000000',
        '123456789123',
        "TIMESTAMP '1970-01-01' + i * INTERVAL '1.000001 s'",
      ),
    ],
    source: MICROSECONDS('v'),
    target: 'epoch_us(c0)',
  },
  {
    type: 'timestamptz',
    values: [
      "'4713-01-01 00:00:00 BC'",
      "'1883-11-18 12:03:57-04:56:02'",
      "'2024-06-01 00:00:00.000001+05:30'",
      "'294247-01-10 04:00:54.775806+00'",
    ],
    source: MICROSECONDS('v'),
    target: 'epoch_us(c0)',
  },
  {
    type: 'bytea',
    values: ["''", String.raw`'\x00'`, String.raw`'\xff00ff'`, `decode(repeat('00ff5c', 300000), 'hex')`],
    source: 'md5(v) || length(v)',
    target: 'md5(c0) || octet_length(c0)',
  },
  {
    type: 'text',
    values: [
      "''",
      "'NULL'",
      String.raw`E'\uFEFFmarked'`,
      "'🚀' || chr(1114111)",
      String.raw`E'a\n\t\\b"\'\x01'`,
      "repeat('ä', 100000)",
    ],
    source: 'md5(v) || octet_length(v)',
    target: 'md5(c0) || strlen(c0)',
  },
  { type: 'char(5)', values: ["'ab'"], source: "format('[%s]', v)", target: "'[' || c0 || ']'" },
  {
    type: 'uuid',
    values: ["'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'"],
    source: "encode(uuid_send(v), 'hex')",
    target: "replace(c0, '-', '')",
  },
  {
    type: 'json',
    values: [String.raw`'{"a":1,  "a":2, "u":"\u0000"}'`],
    source: 'v::text',
    target: 'c0',
  },
  {
    type: 'jsonb',
    values: [`'{"n": 12345678901234567890.10, "e": 1e30}'`],
    source: 'jsonb_pretty(v)::jsonb::text',
    target: 'c0',
  },
  {
    type: 'interval',
    values: ["'10 mons 3 days -04:05:06.789'"],
    source: "'P10M3DT-4H-5M-6.789S'",
    target: 'c0',
  },
  {
    type: 'time',
    values: ["'24:00:00'", "'01:02:03.000004'"],
    source:
      "to_char(v, 'HH24:MI:SS') || CASE WHEN extract(microseconds FROM v) % 1000000 > 0 THEN '.000004' ELSE '' END",
    target: 'c0',
  },
  { type: 'timetz', values: ["'01:02:03+05:30'"], source: "'01:02:03+05:30'", target: 'c0' },
  {
    type: 'inet',
    values: ["'::1/64'", "'10.0.0.1'"],
    source: 'v::text',
    target: "replace(c0 || '/32', '/64/32', '/64')",
  },
  {
    type: 'int4range',
    values: ["'[1,5]'", "'empty'"],
    source: "CASE WHEN isempty(v) THEN 'empty' ELSE '[' || lower(v) || ',' || upper(v) || ')' END",
    target: 'c0',
  },
  { type: 'money', values: ["'-1234.5'"], source: "'-$1,234.50'", target: 'c0' },
  { type: 'mood', values: ["'very happy'"], source: "'very' || ' happy'", target: 'c0' },
];

const JSON_ARRAYS: readonly (readonly [type: string, values: readonly string[]])[] = [
  ['int4[]', ["'{}'", "'{1,NULL,-2}'", "'{{1,2},{3,NULL}}'", "'{{{1},{2}}}'"]],
  ['int8[]', ["'{9223372036854775807,-9223372036854775808}'"]],
  ['numeric[]', ["'{1.50,123456789012345678901234567890.000000001}'"]],
  ['float8[]', ["'{1e300,1e-310,0.1,-5}'"]],
  ['bool[]', ["'{t,f,NULL}'"]],
  [
    'text[]',
    [String.raw`ARRAY['NULL', NULL, '', 'a,b', '{x}', E'q"\\', E'\n\u0001', '🚀', ' ']`, `'{{a,b},{c,d}}'`],
  ],
  ['varchar(9)[]', ["'{null_,nUlL_}'"]],
  ['uuid[]', ["'{a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11}'"]],
  ['jsonb[]', [`ARRAY['{"a": [1, "x\\"y"]}', '3', '"s"', NULL]::jsonb[]`]],
  ['mood[]', [`'{"very happy",NULL,sad}'`]],
  ['date[]', [`'{2024-01-01,infinity}'`]],
];

describe('a value', () => {
  // One for all: the tests only read from it, and making a database takes longer than any of them.
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTypes();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  it.each(CASES)(
    'of type $type is in the lakehouse what it is in PostgreSQL',
    async ({ type, values, source, target }) => {
      const expected = await renderings(database, type, values, source);
      const read = await throughParquet(database, type, values, target);
      expect(read.map((value) => hexOfFloat(type, value))).toEqual(expected);
    },
  );

  it.each(JSON_ARRAYS)(
    'of type %s is the JSON that PostgreSQL itself would make of it',
    async (type, values) => {
      const expected = await renderings(database, type, values, 'to_jsonb(v)::text');
      const read = await throughParquet(database, type, values, 'c0');
      // Both are brought to jsonb, which keeps every digit of a number.
      const { rows } = await database.client.query<{ readonly same: boolean }>({
        text: /*sql*/ `SELECT a::jsonb = b::jsonb AS same FROM unnest($1::text[], $2::text[]) AS pair (a, b)`,
        values: [read, expected],
      });
      expect(rows.map(({ same }) => same)).toEqual(values.map(() => true));
    },
  );

  it('of type hstore is the JSON that PostgreSQL itself would make of it', async () => {
    const hstore: PgType = { ...(await describeType(database, 'text')), name: 'hstore', schema: 'public' };
    const values = [String.raw`'a=>1, "b c"=>NULL, "q\"\\"=>"x, y", ""=>"NULL"'`, "''"];
    const expected = await renderings(database, 'hstore', values, 'hstore_to_jsonb(v)::text');
    const read = await throughParquet(database, 'hstore', values, 'c0', hstore);
    expect(read.map(parse)).toEqual(expected.map(parse));
  });
});

function numericCase(precision: number, scale: number): Case {
  const digits = fc.bigInt({ min: 1n - 10n ** BigInt(precision), max: 10n ** BigInt(precision) - 1n });
  const limit = 10n ** BigInt(precision) - 1n;
  return {
    type: `numeric(${precision},${scale})`,
    values: fc
      .sample(fc.oneof(digits, fc.constantFrom(limit, -limit, 0n, 1n)), { numRuns: 60, seed: 5 })
      .map((value) => `${value}e${-scale}`),
    // The zeros at the end are dropped on both sides; and DuckDB prints none in front where the scale is the precision.
    source: 'trim_scale(v)::text',
    target: String.raw`regexp_replace(regexp_replace(regexp_replace(c0::VARCHAR, '^(-?)\.', '\10.'), '(\.\d*?)0+$', '\1'), '\.$', '')`,
  };
}

/** A sample of random values after the given ones, as quoted literals. */
function random<T>(arbitrary: fc.Arbitrary<T>, first: readonly string[]): readonly string[] {
  const sample = fc
    .sample(arbitrary, { numRuns: 100, seed: 42 })
    .map((value) => (Object.is(value, -0) ? '-0' : String(value)));
  return [...first, ...sample].map((value) => `'${value}'`);
}

function seriesOf(from: string, to: string, step: string, expression: string): readonly string[] {
  const values: string[] = [];
  for (let i = BigInt(from); i < BigInt(to); i += BigInt(step))
    values.push(
      expression.replace(/\bi\b/, i > 2_147_483_647n || i < -2_147_483_648n ? `(${i})::int8` : `(${i})`),
    );
  return values;
}

async function openTypes(): Promise<TestDatabase> {
  const database = await openDatabase();
  await database.client.query(
    `${PINNED_SETTINGS}; CREATE TYPE mood AS ENUM ('sad', 'very happy'); CREATE EXTENSION hstore`,
  );
  return database;
}

async function renderings(
  database: TestDatabase,
  type: string,
  values: readonly string[],
  expression: string,
): Promise<readonly (string | null)[]> {
  const rows = await queryText(
    database.client,
    `SELECT ${expression} FROM (VALUES ${rowsOf(type, values)}) AS t (v)`,
  );
  return rows.map(([value]) => value ?? null);
}

/** PostgreSQL's text of the values, staged, and read again by DuckDB. */
async function throughParquet(
  database: TestDatabase,
  type: string,
  values: readonly string[],
  expression: string,
  pgType?: PgType,
): Promise<readonly (string | null)[]> {
  await using directory = await StagingDirectory.open();
  const mapping = mapType(pgType ?? (await describeType(database, type)));
  if (mapping.tag === 'unsupported') throw new Error(mapping.reason);
  const rows = await queryText(database.client, `SELECT v FROM (VALUES ${rowsOf(type, values)}) AS t (v)`);
  const path = await stage(layoutOf(directory.file(), [mapping.mapping], { rowGroupRows: 50 }), rows);
  return await readColumn(path, isFloat(type) ? expression : `(${expression})::VARCHAR`);
}

function rowsOf(type: string, values: readonly string[]): string {
  return values.map((value) => `((${value})::${type})`).join(', ');
}

/** A type as the catalog tells it, from a column that has it. */
async function describeType(database: TestDatabase, type: string): Promise<PgType> {
  const { client } = database;
  await client.query(`DROP TABLE IF EXISTS described; CREATE TABLE described (v ${type})`);
  const [row] = await queryText(
    client,
    /*sql*/ `SELECT atttypid, atttypmod FROM pg_attribute WHERE attrelid = 'described'::regclass AND attname = 'v'`,
  );
  const [oid, typmod] = row ?? [];
  return describeOid(client, Number(oid), Number(typmod));
}

async function describeOid(client: pg.Client, oid: number, typmod: number): Promise<PgType> {
  const [row] = await queryText(
    client,
    /*sql*/ `SELECT typname, typtype, typcategory, typelem, typnamespace::regnamespace, format_type(oid, ${typmod})
             FROM pg_type WHERE oid = ${oid}`,
  );
  const [name, typtype, category, element, schema, displayName] = row ?? [];
  const isArray = category === 'A';
  return {
    oid,
    name: name ?? '',
    schema: schema ?? '',
    kind: isArray ? 'array' : typtype === 'e' ? 'enum' : typtype === 'r' ? 'range' : 'base',
    typmod,
    element: isArray ? await describeOid(client, Number(element), typmod) : undefined,
    displayName: displayName ?? '',
  };
}

function isFloat(type: string): boolean {
  return type === 'float4' || type === 'float8';
}

/** A float's bits, from the text of the number that DuckDB hands over; other values as they are. */
function hexOfFloat(type: string, value: string | null): string | null {
  if (!isFloat(type) || value === null) return value;
  const view = new DataView(new ArrayBuffer(type === 'float4' ? 4 : 8));
  if (type === 'float4') view.setFloat32(0, Number(value));
  else view.setFloat64(0, Number(value));
  return Buffer.from(view.buffer).toString('hex');
}

function parse(text: string | null): unknown {
  return JSON.parse(text ?? 'null');
}
