import { describe, expect, it } from 'vitest';
import type { ColumnCheckpoint } from '../../src/model/checkpoint.ts';
import type { SourceColumn } from '../../src/model/source-table.ts';
import { compareColumns, isTypeChanged } from '../../src/schema/drift.ts';

const INT4 = 23;
const INT8 = 20;
const TEXT = 25;
const VARCHAR = 1043;
const BPCHAR = 1042;
const NUMERIC = 1700;

function known(
  attributeNumber: number,
  name: string,
  changes: Partial<ColumnCheckpoint> = {},
): ColumnCheckpoint {
  return { attributeNumber, name, typeOid: INT4, typmod: -1, dropped: false, ...changes };
}

function present(attributeNumber: number, name: string, changes: Partial<SourceColumn> = {}): SourceColumn {
  const type = {
    oid: INT4,
    name: 'int4',
    schema: 'pg_catalog',
    kind: 'base',
    typmod: -1,
    element: undefined,
    displayName: 'the new type',
  } as const;
  return {
    attributeNumber,
    name,
    type,
    typeOid: INT4,
    typmod: -1,
    toastable: false,
    notNull: false,
    missingValue: undefined,
    mayBeRewritten: false,
    ...changes,
  };
}

function compare(
  before: readonly ColumnCheckpoint[],
  now: readonly SourceColumn[],
  others: readonly number[] = [],
) {
  const numbers = new Set([...now.map(({ attributeNumber }) => attributeNumber), ...others]);
  const { added, dropped, unsupported } = compareColumns(before, now, numbers);
  return { added: added.map(({ name }) => name), dropped: dropped.map(({ name }) => name), unsupported };
}

const SAME = { added: [], dropped: [], unsupported: [] };

describe('what happened to a table’s columns', () => {
  it('is nothing when they are the same, in whatever order', () => {
    expect(compare([known(1, 'a'), known(2, 'b')], [present(2, 'b'), present(1, 'a')])).toEqual(SAME);
  });

  it('tells an added and a dropped column by attribute number', () => {
    expect(compare([known(1, 'a'), known(2, 'b')], [present(1, 'a'), present(3, 'c')])).toEqual({
      ...SAME,
      added: ['c'],
      dropped: ['b'],
    });
  });

  it('tells a rename from a drop and an add', () => {
    expect(compare([known(1, 'a')], [present(1, 'z')])).toEqual({
      ...SAME,
      unsupported: ['column "a" was renamed to "z"'],
    });
  });

  it('takes a column that was dropped and added again for another one, in the same run or a later one', () => {
    const unsupported = ['column "A" was dropped and added again; the target still holds the old one'];
    expect(compare([known(1, 'a')], [present(2, 'A')])).toEqual({ ...SAME, dropped: ['a'], unsupported });
    expect(compare([known(1, 'a', { dropped: true })], [present(2, 'A')])).toEqual({ ...SAME, unsupported });
  });

  it('does not take a column for dropped that is merely not selected any more', () => {
    expect(compare([known(1, 'a'), known(2, 'b')], [present(1, 'a')], [2])).toEqual(SAME);
  });

  it('tells a dropped column once', () => {
    expect(compare([known(1, 'a'), known(2, 'b', { dropped: true })], [present(1, 'a')])).toEqual(SAME);
  });

  it('tells a changed type, by what it is now', () => {
    expect(compare([known(1, 'a')], [present(1, 'a', { typeOid: INT8 })])).toEqual({
      ...SAME,
      unsupported: ['the type of column "a" was changed to the new type'],
    });
  });
});

describe('a type', () => {
  const type = (typeOid: number, typmod = -1) => ({ typeOid, typmod });

  it.each([
    ['int4', type(INT4), type(INT4)],
    ['varchar(10) → varchar(20)', type(VARCHAR, 14), type(VARCHAR, 24)],
    ['varchar(10) → varchar', type(VARCHAR, 14), type(VARCHAR)],
    ['varchar(10) → text', type(VARCHAR, 14), type(TEXT)],
    ['text → varchar', type(TEXT), type(VARCHAR)],
  ])('holds the same values: %s', (_, before, now) => {
    expect(isTypeChanged(before, now)).toBe(false);
  });

  it.each([
    ['int4 → int8', type(INT4), type(INT8)],
    ['varchar(20) → varchar(10)', type(VARCHAR, 24), type(VARCHAR, 14)],
    ['text → varchar(10)', type(TEXT), type(VARCHAR, 14)],
    ['char(3) → char(5), which pads', type(BPCHAR, 7), type(BPCHAR, 9)],
    ['char(3) → text', type(BPCHAR, 7), type(TEXT)],
    ['numeric(5,2) → numeric(6,2)', type(NUMERIC, 327_686), type(NUMERIC, 393_222)],
  ])('holds others: %s', (_, before, now) => {
    expect(isTypeChanged(before, now)).toBe(true);
  });
});
