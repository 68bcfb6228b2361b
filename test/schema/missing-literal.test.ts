import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnType } from '../../src/model/column-type.ts';
import { isMissingValueTellable, missingLiteral } from '../../src/schema/missing-literal.ts';
import { duckdbDialect } from '../../src/warehouse/embedded/duckdb-dialect.ts';
import { plain, queryDuckDb } from '../stage/staging.ts';
import { DIALECTS } from '../support/golden.ts';

const DUCKDB = duckdbDialect('/staging');

/** What DuckDB reads from the literal of a value that PostgreSQL prints so. */
async function readByDuckDb(
  type: ColumnType,
  value: string,
): Promise<readonly (string | null)[] | undefined> {
  const literal = missingLiteral(DUCKDB, plain(type), value);
  const [row] = await queryDuckDb(`SELECT CAST((${literal}) AS VARCHAR), typeof(${literal})`);
  return row;
}

describe('what rows from before a column read for it', () => {
  it.each<readonly [ColumnType, string, string, string]>([
    [{ tag: 'boolean' }, 't', 'true', 'BOOLEAN'],
    [{ tag: 'boolean' }, 'f', 'false', 'BOOLEAN'],
    [{ tag: 'int16' }, '-32768', '-32768', 'SMALLINT'],
    [{ tag: 'int64' }, '9223372036854775807', '9223372036854775807', 'BIGINT'],
    [{ tag: 'float32' }, '0.1', '0.1', 'FLOAT'],
    [{ tag: 'float64' }, '0.30000000000000004', '0.30000000000000004', 'DOUBLE'],
    [
      { tag: 'decimal', precision: 38, scale: 10 },
      '-1234567890123456789012345678.0000000001',
      '-1234567890123456789012345678.0000000001',
      'DECIMAL(38,10)',
    ],
    [{ tag: 'string' }, "it's \\ $1", "it's \\ $1", 'VARCHAR'],
    [{ tag: 'string' }, '', '', 'VARCHAR'],
    [{ tag: 'binary' }, '\\x00ff41', '\\x00\\xFFA', 'BLOB'],
    [{ tag: 'binary' }, '\\x', '', 'BLOB'],
    [{ tag: 'date' }, '0001-01-01', '0001-01-01', 'DATE'],
    [{ tag: 'timestamp' }, '1582-10-05 23:59:59.999999', '1582-10-05 23:59:59.999999', 'TIMESTAMP'],
    [
      { tag: 'timestamptz' },
      '2024-02-29 12:00:00.5+00',
      '2024-02-29 12:00:00.5+00',
      'TIMESTAMP WITH TIME ZONE',
    ],
  ])('is a literal that means the same: %j %s', async (type, value, text, typeName) => {
    expect(isMissingValueTellable(plain(type), value)).toBe(true);
    expect(await readByDuckDb(type, value)).toEqual([text, typeName]);
  });

  it('is any text, in DuckDB exactly', async () => {
    const texts = fc.sample(
      fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
      200,
    );
    const literals = texts.map((text) => missingLiteral(DUCKDB, plain({ tag: 'string' }), text));
    const rows = await queryDuckDb(
      literals
        .map((literal, n) => `SELECT ${n} AS n, ${literal} AS v`)
        .join(' UNION ALL ')
        .concat(' ORDER BY n'),
    );
    expect(rows.map(([, value]) => value)).toEqual(texts);
  });

  it.each<readonly [ColumnType, string]>([
    [{ tag: 'date' }, 'infinity'],
    [{ tag: 'date' }, '0044-03-15 BC'],
    [{ tag: 'date' }, '12345-01-01'],
    [{ tag: 'timestamp' }, '-infinity'],
    [{ tag: 'timestamptz' }, '2024-02-29 12:00:00+05:30'],
    [{ tag: 'float64' }, 'NaN'],
    [{ tag: 'float64' }, '1e+300'],
    [{ tag: 'decimal', precision: 5, scale: 2 }, 'NaN'],
  ])('is unsure where the text may be read otherwise, and then the rows are read: %j %s', (type, value) => {
    expect(isMissingValueTellable(plain(type), value)).toBe(false);
    for (const { dialect } of DIALECTS) expect(missingLiteral(dialect, plain(type), value)).toBe('NULL');
  });

  it('is unsure for what is rewritten on its way', () => {
    const form = { tag: 'array-json', element: 'number', delimiter: ',' } as const;
    expect(isMissingValueTellable({ type: { tag: 'string' }, form }, '{1,2}')).toBe(false);
  });

  it('is NULL without a default', () => {
    for (const { dialect } of DIALECTS)
      expect(missingLiteral(dialect, plain({ tag: 'int32' }), undefined)).toBe('NULL');
  });
});
