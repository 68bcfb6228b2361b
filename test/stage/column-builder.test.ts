import { describe, expect, it } from 'vitest';
import type { ColumnType } from '../../src/model/column-type.ts';
import { IngestError } from '../../src/model/ingest-error.ts';
import type { SpecialValuePolicy } from '../../src/model/pipeline.ts';
import { ColumnBuilder } from '../../src/stage/column-builder.ts';
import { plain } from './staging.ts';

const SPECIAL_VALUES: readonly (readonly [ColumnType, string, string])[] = [
  [{ tag: 'date' }, 'infinity', 'infinity'],
  [{ tag: 'timestamp' }, '-infinity', 'infinity'],
  [{ tag: 'timestamptz' }, '294276-01-01 00:00:00+00', 'a timestamp out of range'],
  [{ tag: 'decimal', precision: 4, scale: 2 }, 'NaN', 'NaN'],
  [{ tag: 'decimal', precision: 4, scale: 2 }, '-Infinity', 'infinity'],
  [{ tag: 'decimal', precision: 4, scale: 2 }, '67890.12', 'an overflowing number'],
];

describe('a column', () => {
  it('keeps nulls and values in their order, through growth', () => {
    const column = open({ tag: 'int32' });
    for (let i = 0; i < 5_000; i++) i % 3 === 0 ? column.appendNull() : append(column, String(i));
    expect([...column.presence()]).toEqual(Array.from({ length: 5_000 }, (_, i) => (i % 3 === 0 ? 0 : 1)));
    expect(column).toMatchObject({ rowCount: 5_000, nullCount: 1_667 });
    const values = Buffer.from(column.values.written());
    expect([values.length, values.readInt32LE(0), values.readInt32LE(values.length - 4)]).toEqual([
      3_333 * 4,
      1,
      4_999,
    ]);
  });

  it.each(SPECIAL_VALUES)(
    'of type %o refuses %s by default, naming table, column and kind only',
    (type, text, kind) => {
      const error = thrownBy(() => append(open(type), text));
      expect(error.code).toBe('value-unrepresentable');
      expect(error.message).toContain('public.payments');
      expect(error.message).toContain('amount');
      expect(error.message).toContain(kind);
      expect(error.solution).toContain('special_values: null');
      if (text !== kind && kind !== 'infinity')
        expect(`${error.message}${error.solution}`).not.toContain(text);
    },
  );

  it.each(SPECIAL_VALUES)(
    'of type %o makes %s null where the policy says so, and counts it',
    (type, text) => {
      const column = open(type, 'null');
      append(column, text);
      column.appendNull();
      expect(column).toMatchObject({ rowCount: 2, nullCount: 2, specialValueCount: 1 });
      column.reset();
      expect(column).toMatchObject({ rowCount: 0, nullCount: 0, specialValueCount: 1 });
    },
  );

  it.each(['error', 'null'] as const)(
    'refuses what PostgreSQL never prints under policy %s, without quoting it',
    (policy) => {
      const error = thrownBy(() => append(open({ tag: 'int32' }, policy), '078-05-1120'));
      expect(error.code).toBe('protocol-violated');
      expect(error.message).toContain('public.payments.amount');
      expect(`${error.message}${error.stack}`).not.toContain('078-05-1120');
    },
  );

  it('of the row key never becomes null, whatever the policy', () => {
    const error = thrownBy(() => append(open({ tag: 'date' }, 'null', true), 'infinity'));
    expect(error.code).toBe('value-unrepresentable');
    expect(error.solution).toContain('write_mode.keys');
  });

  it('keeps nothing of the bytes it read', () => {
    const column = open({ tag: 'string' });
    const bytes = Buffer.from('a long enough text that is copied by native code');
    column.append(bytes, 0, bytes.length);
    column.append(bytes, 0, 6);
    bytes.fill('!');
    expect(Buffer.from(column.values.written()).includes('!')).toBe(false);
  });
});

function open(type: ColumnType, specialValues: SpecialValuePolicy = 'error', isKey = false): ColumnBuilder {
  const names = { table: 'public.payments', column: 'amount' };
  return new ColumnBuilder({ ...names, mapping: plain(type), specialValues, isKey });
}

function append(column: ColumnBuilder, text: string): void {
  const bytes = Buffer.from(text);
  column.append(bytes, 0, bytes.length);
}

function thrownBy(action: () => void): IngestError {
  try {
    action();
  } catch (error) {
    if (error instanceof IngestError) return error;
  }
  throw new Error('no IngestError was thrown');
}
