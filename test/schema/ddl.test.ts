import { describe, expect, it } from 'vitest';
import type { ColumnType } from '../../src/model/column-type.ts';
import {
  buildAddColumn,
  buildCreateSchema,
  buildCreateTargetTable,
  buildFillColumn,
  columnDefinitions,
} from '../../src/schema/ddl.ts';
import { missingLiteral } from '../../src/schema/missing-literal.ts';
import { databricksDialect } from '../../src/warehouse/databricks/databricks-dialect.ts';
import { column, marking, NASTY, ORDER_LINES, ORDERS, targetTable } from '../merge/merge-plans.ts';
import { queryDuckDb } from '../stage/staging.ts';
import { DIALECTS, goldenFile } from '../support/golden.ts';

const TYPES: readonly ColumnType[] = [
  { tag: 'boolean' },
  { tag: 'int16' },
  { tag: 'int32' },
  { tag: 'int64' },
  { tag: 'float32' },
  { tag: 'float64' },
  { tag: 'decimal', precision: 38, scale: 9 },
  { tag: 'string' },
  { tag: 'binary' },
  { tag: 'date' },
  { tag: 'timestamp' },
  { tag: 'timestamptz' },
];
const EVERY_TYPE = targetTable('pg_every_type', [
  ...TYPES.map((type) => column(`a_${type.tag}`, type)),
  column('id', { tag: 'int64' }, { isKey: true }),
]);
const FIVE_KEYS = targetTable('pg_five_keys', [
  column('a', { tag: 'boolean' }, { isKey: true }),
  ...['b', 'c', 'd', 'e'].map((name) => column(name, { tag: 'string' }, { isKey: true })),
]);

describe.each(DIALECTS)('DDL for $name', ({ dialect }) => {
  it.each([
    ['orders-remove', ORDERS],
    ['order-lines-mark', marking(ORDER_LINES)],
    ['every-type', EVERY_TYPE],
    ['five-keys', FIVE_KEYS],
    ['nasty-names', marking(NASTY)],
  ] as const)('a CREATE TABLE is the text in its file: %s', async (name, target) => {
    await expect(`${buildCreateTargetTable(dialect, target)}\n`).toMatchFileSnapshot(
      goldenFile(`create-${name}`, dialect),
    );
  });

  it('every other statement is the text in its file', async () => {
    const nasty = column('back\\sl`ash "1"', { tag: 'string' });
    const literal = missingLiteral(dialect, nasty.mapping, `it's \\ \`\${x}\` \n 🙂`) ?? '';
    const statements = [
      buildCreateSchema(dialect, { catalog: 'lakehouse', schema: 'postgres_raw' }),
      ...TYPES.map((type) => buildAddColumn(dialect, ORDERS.name, column(`a_${type.tag}`, type))),
      buildAddColumn(dialect, NASTY.name, nasty),
      buildFillColumn(dialect, NASTY.name, nasty, literal),
    ];
    await expect(`${statements.join(';\n')};\n`).toMatchFileSnapshot(goldenFile('other-ddl', dialect));
  });
});

describe('a target table', () => {
  it('has its key columns first, in key order, and only they and the commit LSN are NOT NULL', () => {
    const columns = columnDefinitions(marking(ORDER_LINES));
    expect(columns.map(({ name, notNull }) => (notNull ? `${name}!` : name))).toEqual([
      'order_id!',
      'line!',
      'quantity',
      'memo',
      'shipped',
      '_commit_lsn!',
      '_committed_at',
      '_synced_at',
      '_deleted',
    ]);
  });

  it('says whether a row is deleted only where deleted rows are kept', () => {
    expect(columnDefinitions(ORDERS).map(({ name }) => name)).not.toContain('_deleted');
  });

  it('can be made twice in DuckDB, whatever its names, and keeps its rows', async () => {
    const [duckdb] = DIALECTS;
    if (duckdb === undefined) throw new Error('no dialect');
    for (const table of [EVERY_TYPE, marking(NASTY)]) {
      const create = buildCreateTargetTable(duckdb.dialect, table);
      const rows = await queryDuckDb(
        `ATTACH ':memory:' AS lakehouse; CREATE SCHEMA lakehouse.postgres_raw; ${create}; ${create}; ` +
          `SELECT count(*) FROM duckdb_columns() WHERE database_name = 'lakehouse'`,
      );
      expect(rows).toEqual([[String(columnDefinitions(table).length)]]);
    }
  });

  it('is refused on Databricks by a name that Spark would rewrite before it parses', () => {
    const dialect = databricksDialect({
      volumePath: '/Volumes/main/ops/stage',
      clustering: 'key',
      tableProperties: new Map(),
    });
    const name = `pg_\${env:HOME}`;
    expect(() => buildCreateTargetTable(dialect, targetTable(name, ORDERS.columns))).toThrow(
      expect.objectContaining({ code: 'target-unsupported' }),
    );
  });
});
