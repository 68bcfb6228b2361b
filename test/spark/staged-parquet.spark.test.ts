import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ColumnType } from '../../src/model/column-type.ts';
import { layoutOf, plain, type RowText, stage } from '../stage/staging.ts';
import { openTestCatalog } from '../support/spark/test-catalog.ts';

interface Case {
  readonly type: ColumnType;
  /** What Spark calls it. */
  readonly sparkType: string;
  /** How the value is compared, over the column `c`; the column itself unless told. */
  readonly as?: string;
  /** As PostgreSQL writes it, and as Spark must read it. */
  readonly values: readonly (readonly [string | Buffer, string])[];
}

const same = (...values: readonly string[]) => values.map((value) => [value, value] as const);

const CASES: readonly Case[] = [
  {
    type: { tag: 'boolean' },
    sparkType: 'boolean',
    values: [
      ['t', 'true'],
      ['f', 'false'],
    ],
  },
  { type: { tag: 'int16' }, sparkType: 'smallint', values: same('-32768', '0', '32767') },
  { type: { tag: 'int32' }, sparkType: 'int', values: same('-2147483648', '0', '2147483647') },
  {
    type: { tag: 'int64' },
    sparkType: 'bigint',
    values: same('-9223372036854775808', '0', '9223372036854775807'),
  },
  {
    type: { tag: 'float32' },
    sparkType: 'float',
    values: [
      ...same('NaN', 'Infinity', '-Infinity', '1.5'),
      ['-0', '-0.0'],
      ['3.4028235e+38', '3.4028235E38'],
      ['1e-45', '1.4E-45'],
    ],
  },
  {
    type: { tag: 'float64' },
    sparkType: 'double',
    values: [
      ...same('NaN', 'Infinity', '-Infinity', '0.1'),
      ['-0', '-0.0'],
      ['1.7976931348623157e+308', '1.7976931348623157E308'],
      ['5e-324', '4.9E-324'],
    ],
  },
  {
    type: { tag: 'decimal', precision: 9, scale: 2 },
    sparkType: 'decimal(9,2)',
    values: same('-9999999.99', '0.01', '9999999.99'),
  },
  {
    type: { tag: 'decimal', precision: 18, scale: 4 },
    sparkType: 'decimal(18,4)',
    values: same('-99999999999999.9999', '0.0001', '99999999999999.9999'),
  },
  {
    type: { tag: 'decimal', precision: 38, scale: 0 },
    sparkType: 'decimal(38,0)',
    values: same(`-${'9'.repeat(38)}`, '0', '9'.repeat(38)),
  },
  {
    type: { tag: 'decimal', precision: 38, scale: 10 },
    sparkType: 'decimal(38,10)',
    values: same(
      `-${'9'.repeat(28)}.${'9'.repeat(10)}`,
      '-0.0000000001',
      `${'9'.repeat(28)}.${'9'.repeat(10)}`,
    ),
  },
  {
    type: { tag: 'decimal', precision: 38, scale: 38 },
    sparkType: 'decimal(38,38)',
    values: same(`0.${'9'.repeat(38)}`, `-0.${'0'.repeat(37)}1`),
  },
  {
    type: { tag: 'string' },
    sparkType: 'string',
    values: same('', ' ', 'NULL', 'é🙂\u{10ffff}', '\uFEFFmarked', 'a\n\t\\b"\'', 'x'.repeat(100_000)),
  },
  {
    type: { tag: 'binary' },
    sparkType: 'binary',
    as: 'hex(c)',
    values: [
      ['\\x', ''],
      ['\\x00', '00'],
      ['\\xff00ff', 'FF00FF'],
    ],
  },
  {
    type: { tag: 'date' },
    sparkType: 'date',
    values: [
      ...same(
        '0001-01-01',
        '1582-10-04',
        '1582-10-05',
        '1582-10-15',
        '1900-02-28',
        '1970-01-01',
        '9999-12-31',
      ),
      ['0044-03-15 BC', '-0043-03-15'],
      ['294247-01-10', '+294247-01-10'],
    ],
  },
  {
    type: { tag: 'timestamp' },
    sparkType: 'timestamp_ntz',
    values: same(
      '0001-01-01 00:00:00',
      '1582-10-04 23:59:59.999999',
      '1582-10-15 00:00:00.000001',
      '1899-12-31 23:59:59.999999',
      '2024-02-29 12:34:56.789012',
      '9999-12-31 23:59:59.999999',
    ),
  },
  {
    type: { tag: 'timestamptz' },
    sparkType: 'timestamp',
    values: [
      ['0001-01-01 00:00:00+00', '0001-01-01 00:00:00'],
      ['1582-10-04 23:59:59.999999+00', '1582-10-04 23:59:59.999999'],
      ['1582-10-15 00:00:00.000001+00', '1582-10-15 00:00:00.000001'],
      ['1883-11-18 12:03:57-04:56:02', '1883-11-18 16:59:59'],
      ['2024-06-01 00:00:00.000001+05:30', '2024-05-31 18:30:00.000001'],
      ['9999-12-31 23:59:59.999999+00', '9999-12-31 23:59:59.999999'],
    ],
  },
];

/** Every value of every column, and a null in each column between any two. */
function rowsOf(cases: readonly Case[]): readonly RowText[] {
  const height = Math.max(...cases.map(({ values }) => values.length));
  return Array.from({ length: 2 * height }, (_, row) =>
    cases.map(({ values }, column) => ((row + column) % 2 === 0 ? (values[row >> 1]?.[0] ?? null) : null)),
  );
}

describe('a staged file, read by Spark from its directory', () => {
  it('has the types of its columns and every value as PostgreSQL had it, in small and large row groups', async () => {
    await using lake = await openTestCatalog('staged');
    const path = `staged/ops/stage/${randomUUID()}`;
    const directory = join(lake.engine.volumesDirectory, path);
    await mkdir(directory, { recursive: true });
    const mappings = CASES.map(({ type }) => plain(type));
    const rows = rowsOf(CASES);
    await stage(layoutOf(join(directory, 'part-0.parquet'), mappings), rows);
    await stage(layoutOf(join(directory, 'part-1.parquet'), mappings, { rowGroupRows: 3 }), rows);

    const source = `parquet.\`/Volumes/${path}\``;
    const types = await lake.run(
      `SELECT ${CASES.map((_, i) => `typeof(c${i})`).join(', ')}, typeof(op), typeof(lsn), typeof(committed_at) FROM ${source} LIMIT 1`,
    );
    expect(types.rows).toEqual([
      [...CASES.map(({ sparkType }) => sparkType), 'string', 'bigint', 'timestamp'],
    ]);

    for (const [i, { as = 'c', values, sparkType }] of CASES.entries()) {
      const { rows: read } = await lake.run(
        `SELECT CAST(${as.replaceAll(/\bc\b/g, `c${i}`)} AS STRING) FROM ${source} WHERE c${i} IS NOT NULL`,
      );
      const expected = values.map(([, value]) => value).toSorted();
      expect(read.map(([value]) => value).toSorted(), sparkType).toEqual(
        [...expected, ...expected].toSorted(),
      );
    }
    expect((await lake.run(`SELECT count(*) FROM ${source}`)).rows).toEqual([[BigInt(2 * rows.length)]]);
  });
});
