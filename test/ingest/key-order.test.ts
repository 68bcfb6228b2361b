import { describe, expect, it } from 'vitest';
import { faultOfEnd, isEmptyRange, keyOrderOf, type OrderedColumn } from '../../src/ingest/key-order.ts';
import type { SelectedTable } from '../../src/ingest/table-selection.ts';
import type { PgType, SourceColumn } from '../../src/model/source-table.ts';

function column(name: string, type: Partial<PgType>): SourceColumn {
  return {
    attributeNumber: 1,
    name,
    type: {
      oid: 1,
      name: 'int8',
      schema: 'pg_catalog',
      kind: 'base',
      typmod: -1,
      element: undefined,
      displayName: name,
      ...type,
    },
    typeOid: 1,
    typmod: -1,
    toastable: false,
    notNull: true,
    missingValue: undefined,
    mayBeRewritten: false,
  };
}

function tableWithKey(...columns: readonly SourceColumn[]): SelectedTable {
  const keyColumns = columns.map(({ name }) => name);
  return {
    source: {
      oid: 1,
      schema: 'public',
      name: 'items',
      kind: 'ordinary',
      columns,
      unpublishedColumns: [],
      replicaIdentity: 'default',
      primaryKey: keyColumns,
      identityColumns: keyColumns,
      uniqueKeys: [keyColumns],
      publicationMembership: 0,
      rowFilter: undefined,
      estimatedRows: 0,
      sizeBytes: 0,
      attributeCount: columns.length,
      storageId: 1,
      maySelect: true,
      rowSecurity: false,
    },
    displayName: 'public.items',
    columns,
    keyColumns,
    unpublishedWanted: [],
    target: { catalog: 'c', schema: 's', table: 'pg_items' },
  };
}

function orderOf(type: Partial<PgType>, encoding = 'UTF8'): OrderedColumn | undefined {
  return keyOrderOf(tableWithKey(column('id', type)), encoding)?.[0];
}

describe('a row key', () => {
  it.each(['int2', 'int4', 'int8', 'text', 'varchar', 'uuid'])(
    'of %s is ordered alike on both sides',
    (name) => {
      expect(orderOf({ name })).toBeDefined();
    },
  );

  it.each([
    { name: 'bpchar' },
    { name: 'numeric' },
    { name: 'timestamptz' },
    { name: 'date' },
    { name: 'int8', schema: 'public' },
    { name: 'citext', schema: 'public' },
    { name: 'mood', schema: 'public', kind: 'enum' as const },
  ])('is not taken for ordered alike where it is of $name of schema $schema', (type) => {
    expect(orderOf(type)).toBeUndefined();
  });

  it('of text has the order of its bytes only in UTF-8', () => {
    expect(orderOf({ name: 'text' }, 'LATIN1')).toBeUndefined();
    expect(orderOf({ name: 'int4' }, 'LATIN1')).toBeDefined();
  });

  it('of several columns is ordered when all of them are', () => {
    const [whole, word, fixed] = [
      column('a', { name: 'int4' }),
      column('b', { name: 'text' }),
      column('c', { name: 'bpchar' }),
    ];
    expect(keyOrderOf(tableWithKey(whole, word), 'UTF8')?.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(keyOrderOf(tableWithKey(whole, fixed), 'UTF8')).toBeUndefined();
  });
});

const COLUMNS = {
  smallint: { name: 'id', kind: 'integer', greatest: 32_767n },
  text: { name: 'id', kind: 'text', greatest: undefined },
  uuid: { name: 'id', kind: 'uuid', greatest: undefined },
} as const satisfies Record<string, OrderedColumn>;

describe('an end of a range', () => {
  it.each([
    ['smallint', '-32768'],
    ['smallint', '32767'],
    ['smallint', '007'],
    ['text', ''],
    ['text', "it's"],
    ['uuid', '0193f7a2-0000-7000-8000-00000000000a'],
  ] as const)('is a value of the column: %j, %j', (name, end) => {
    expect(faultOfEnd(COLUMNS[name], end)).toBeUndefined();
  });

  it.each([
    ['smallint', '32768'],
    ['smallint', '-32769'],
    ['smallint', '99999999999999999999'],
    ['smallint', ''],
    ['smallint', '1.5'],
    ['smallint', '1e3'],
    ['uuid', '0193F7A2-0000-7000-8000-00000000000A'],
    ['uuid', '{0193f7a2-0000-7000-8000-00000000000a}'],
  ] as const)('is refused: %j, %j', (name, end) => {
    expect(faultOfEnd(COLUMNS[name], end)).toBeDefined();
  });
});

describe('a range', () => {
  it.each([
    ['smallint', '9', '10', false],
    ['smallint', '10', '9', true],
    ['smallint', '-1', '-1', false],
    ['text', '9', '10', true],
    ['text', '\uFFFD', '🙂', false],
  ] as const)('of %j from %j to %j is empty: %j', (name, from, to, isEmpty) => {
    expect(isEmptyRange(COLUMNS[name], { from, to })).toBe(isEmpty);
  });

  it('with an open end is not empty', () => {
    expect(isEmptyRange(COLUMNS.smallint, { from: '5', to: null })).toBe(false);
    expect(isEmptyRange(COLUMNS.smallint, { from: null, to: '5' })).toBe(false);
  });
});
