import { DuckDBConnection } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { compareTable } from '../../src/demo/compare.ts';
import { duckdbSide } from '../../src/demo/target-side.ts';
import { openDatabase } from '../support/postgres.ts';

/** One column a line: PostgreSQL type and value, DuckDB type and the equal value, and one that is not equal. */
const COLUMNS = [
  ['boolean', 'true', 'BOOLEAN', 'true', 'false'],
  ['smallint', '-32768', 'SMALLINT', '-32768', '-32767'],
  ['bigint', '9223372036854775807', 'BIGINT', '9223372036854775807', '9223372036854775806'],
  ['real', "'1e-45'", 'FLOAT', '1e-45', '0'],
  ['real', '0.1', 'FLOAT', '0.1', '0.10000002'],
  ['double precision', "'5e-324'", 'DOUBLE', '5e-324', '0'],
  ['double precision', "'-0'", 'DOUBLE', "'-0'", '0'],
  ['double precision', "'-Infinity'", 'DOUBLE', "'-inf'", '-1.7976931348623157e308'],
  ['numeric(18,4)', '10', 'DECIMAL(18,4)', '10.0000', '10.0001'],
  ['numeric', '0.00', 'VARCHAR', "'0.00'", "'0.0'"],
  ['text', "E'line\\n \\'\"'", 'VARCHAR', "E'line\\n \\'\"'", "E'line\\n\\'\"'"],
  ['text', "repeat('漢x', 5000)", 'VARCHAR', "repeat('漢x', 5000)", "repeat('漢x', 4999) || '漢y'"],
  ['char(5)', "'ab'", 'VARCHAR', "'ab   '", "'ab'"],
  ['bytea', "'\\x00ff'", 'BLOB', "from_hex('00ff')", "from_hex('00fe')"],
  [
    'bytea',
    "convert_to(repeat('ab', 9000), 'UTF8')",
    'BLOB',
    "repeat('ab', 9000)::BLOB",
    "repeat('ba', 9000)::BLOB",
  ],
  ['date', "'0044-03-15 BC'", 'DATE', "DATE '0044-03-15 (BC)'", "DATE '0044-03-15'"],
  ['timestamp', "'1969-12-31 23:59:59.999999'", 'TIMESTAMP', "'1969-12-31 23:59:59.999999'", "'1970-01-01'"],
  [
    'timestamptz',
    "'2024-02-29 12:00:00.5+05:45'",
    'TIMESTAMPTZ',
    "'2024-02-29 06:15:00.5+00'",
    "'2024-02-29 12:00:00.5+00'",
  ],
  ['interval', "'1 mon -00:00:00.5'", 'VARCHAR', "'P1MT-0.5S'", "'P1M'"],
  ['time', "'24:00:00'", 'VARCHAR', "'24:00:00'", "'00:00:00'"],
  [
    'uuid',
    "'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'",
    'VARCHAR',
    "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'",
    "''",
  ],
  ['jsonb', `'{"b":1,  "a":2}'`, 'VARCHAR', `'{"a": 2, "b": 1}'`, `'{"a":2,"b":1}'`],
  [
    'numeric[]',
    "'{{1.50,NULL},{NaN,12345678901234567890}}'",
    'VARCHAR',
    `'[[1.50, null],["NaN",12345678901234567890]]'`,
    `'[[1.50,null],["NaN",12345678901234567891]]'`,
  ],
  [
    'text[]',
    `'{"a,\\"b\\\\",NULL,"NULL","{}",""}'`,
    'VARCHAR',
    `'["a,\\"b\\\\",null,"NULL","{}",""]'`,
    `'["a,\\"b\\\\",null,null,"{}",""]'`,
  ],
  ['boolean[]', "'{t,f}'", 'VARCHAR', "'[true,false]'", "'[true,true]'"],
  ['jsonb[]', `ARRAY['{"a": 1}']::jsonb[]`, 'VARCHAR', `'[{"a": 1}]'`, `'[{"a": 2}]'`],
  ['integer', 'NULL', 'INTEGER', 'NULL', '0'],
  ['text', 'NULL', 'VARCHAR', 'NULL', "''"],
] as const;

describe('the comparison of two tables', () => {
  it('finds equal what is equal in every type, whatever the session is set to', async () => {
    await using pair = await openPair(
      COLUMNS.map(([type, value]) => [type, value]),
      COLUMNS.map(([, , type, value]) => [type, value]),
    );
    const comparison = await pair.compare();
    expect(comparison.columnDifferences).toEqual([]);
    expect(comparison.rowDifferences).toEqual([]);
    expect(comparison.sourceRows).toBe(1);
    expect(comparison.targetRows).toBe(1);
  });

  it('finds the difference in every type', async () => {
    await using pair = await openPair(
      COLUMNS.map(([type, value]) => [type, value]),
      COLUMNS.map(([, , type, , other]) => [type, other]),
    );
    const [difference] = (await pair.compare()).rowDifferences;
    const found = difference?.tag === 'different' ? difference.columns.map(({ column }) => column) : [];
    expect(found).toEqual(COLUMNS.map((_, index) => `c${index}`));
  });

  it('finds rows that are missing, left over or there twice, and leaves out those marked as deleted', async () => {
    await using pair = await openPair([['text', "'a'"]], [['text', "'a'"]]);
    await pair.source(`INSERT INTO t VALUES (2, 'b'), (3, 'c')`);
    await pair.target(`ALTER TABLE t ADD COLUMN _deleted BOOLEAN`);
    await pair.target(
      `INSERT INTO t VALUES (3, 'c', false), (3, 'c', NULL), (4, 'd', false), (2, 'b', true)`,
    );
    const { rowDifferences } = await pair.compare();
    expect(rowDifferences).toEqual([
      { tag: 'duplicate', key: 'id=3' },
      { tag: 'missing', key: 'id=2' },
      { tag: 'surplus', key: 'id=4' },
    ]);
  });

  it('finds columns that are missing, and excluded ones that are there', async () => {
    await using pair = await openPair(
      [
        ['text', "'a'"],
        ['text', "'secret'"],
      ],
      [
        ['text', "'a'"],
        ['text', "'secret'"],
      ],
    );
    await pair.source(`ALTER TABLE t ADD COLUMN added int`);
    const { columnDifferences } = await pair.compare(['id', 'c0', 'added']);
    expect(columnDifferences).toEqual([
      'column "added" is missing in the target',
      'column "c1" should not be in the target',
    ]);
  });
});

type Cell = readonly [type: string, value: string];

/** A table of one row on both sides. */
async function openPair(source: readonly Cell[], target: readonly Cell[]) {
  const settings = { timezone: 'Asia/Kolkata', datestyle: 'SQL, DMY', intervalstyle: 'postgres_verbose' };
  const database = await openDatabase({ settings });
  const duckdb = await DuckDBConnection.create();
  await database.sql(createTable(source, 'PRIMARY KEY'));
  await duckdb.run(createTable(target, ''));
  return {
    source: async (text: string) => await database.sql(text),
    target: async (text: string) => await duckdb.run(text),
    compare: async (columns?: readonly string[]) =>
      await compareTable({
        client: database.client,
        sourceTable: 't',
        targetTable: 't',
        columns,
        target: duckdbSide(async (text) => {
          const rows = (await duckdb.runAndReadAll(text)).getRows();
          return rows.map((row) => row.map((value) => (value === null ? null : String(value))));
        }),
      }),
    [Symbol.asyncDispose]: async () => {
      duckdb.closeSync();
      await database[Symbol.asyncDispose]();
    },
  };
}

function createTable(cells: readonly Cell[], key: string): string {
  const columns = cells.map(([type], index) => `c${index} ${type}`);
  const values = cells.map(([, value]) => value);
  return `CREATE TABLE t (id int ${key}, ${columns.join(', ')}); INSERT INTO t VALUES (1, ${values.join(', ')})`;
}
