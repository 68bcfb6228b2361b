import { describe, expect, it } from 'vitest';
import type { PgType } from '../../src/model/source-table.ts';
import { mapType } from '../../src/schema/type-mapping.ts';

describe('mapType', () => {
  it.each([
    ['bool', 'boolean'],
    ['int2', 'int16'],
    ['int4', 'int32'],
    ['int8', 'int64'],
    ['oid', 'int64'],
    ['xid', 'int64'],
    ['float4', 'float32'],
    ['float8', 'float64'],
    ['bytea', 'binary'],
    ['date', 'date'],
    ['timestamp', 'timestamp'],
    ['timestamptz', 'timestamptz'],
  ])('gives %s the type %s', (name, tag) => {
    expect(mapType(pgType({ name }))).toEqual(plain({ tag }));
  });

  it.each([
    ...[
      'text',
      'varchar',
      'bpchar',
      'name',
      'char',
      'uuid',
      'json',
      'jsonb',
      'xml',
      'money',
      'xid8',
      'pg_lsn',
    ],
    ...['time', 'timetz', 'interval', 'inet', 'cidr', 'macaddr', 'macaddr8', 'bit', 'varbit', 'tsvector'],
    ...['point', 'box', 'polygon', 'regclass', 'tid', 'int2vector'],
  ])('keeps %s as its text', (name) => {
    expect(mapType(pgType({ name }))).toEqual(plain({ tag: 'string' }));
  });

  it.each(['citext', 'ltree', 'geometry', 'vector', 'never_heard_of'])(
    'keeps the extension type %s as its text',
    (name) => {
      expect(mapType(pgType({ name, schema: 'public' }))).toEqual(plain({ tag: 'string' }));
    },
  );

  it.each(['enum', 'range', 'multirange'] as const)('keeps a type of kind %s as its text', (kind) => {
    expect(mapType(pgType({ name: 'mood', kind, schema: 'public' }))).toEqual(plain({ tag: 'string' }));
  });

  it("does not take an extension's type for the built-in one of the same name", () => {
    expect(mapType(pgType({ name: 'date', schema: 'oracle' }))).toEqual(plain({ tag: 'string' }));
  });

  it('turns hstore into a JSON object', () => {
    expect(mapType(pgType({ name: 'hstore', schema: 'extensions' }))).toEqual({
      tag: 'mapped',
      mapping: { type: { tag: 'string' }, form: { tag: 'hstore-json' } },
    });
  });

  describe('numeric', () => {
    it.each([
      [12, 2, 12, 2],
      [38, 0, 38, 0],
      [38, 38, 38, 38],
      [5, -2, 7, 0],
      [30, -8, 38, 0],
      [3, 5, 5, 5],
      [1, 38, 38, 38],
    ])('(%i,%i) becomes DECIMAL(%i,%i)', (precision, scale, targetPrecision, targetScale) => {
      expect(mapType(pgType({ name: 'numeric', typmod: numericTypmod(precision, scale) }))).toEqual(
        plain({ tag: 'decimal', precision: targetPrecision, scale: targetScale }),
      );
    });

    it.each([
      [39, 0],
      [1000, 1000],
      [30, -9],
      [3, 39],
      [1000, -1000],
    ])('(%i,%i) becomes text, for no DECIMAL holds it', (precision, scale) => {
      expect(mapType(pgType({ name: 'numeric', typmod: numericTypmod(precision, scale) }))).toEqual(
        plain({ tag: 'string' }),
      );
    });

    it('without precision becomes text, for no DECIMAL holds it', () => {
      expect(mapType(pgType({ name: 'numeric' }))).toEqual(plain({ tag: 'string' }));
    });
  });

  describe('arrays', () => {
    it.each([
      ['int8', 'number', ','],
      ['numeric', 'number', ','],
      ['float4', 'number', ','],
      ['bool', 'boolean', ','],
      ['jsonb', 'json', ','],
      ['text', 'text', ','],
      ['timestamptz', 'text', ','],
      ['bytea', 'text', ','],
      ['box', 'text', ';'],
    ])('of %s become JSON arrays of %s, split at "%s"', (name, element, delimiter) => {
      expect(mapType(arrayOf(pgType({ name })))).toEqual({
        tag: 'mapped',
        mapping: { type: { tag: 'string' }, form: { tag: 'array-json', element, delimiter } },
      });
    });

    it("of PostGIS's geometry are split at the colon", () => {
      const geometry = arrayOf(pgType({ name: 'geometry', schema: 'public' }));
      expect(mapType(geometry)).toMatchObject({ mapping: { form: { element: 'text', delimiter: ':' } } });
    });

    it('of an enum that is named like a number stay text', () => {
      const element = pgType({ name: 'int4', schema: 'public', kind: 'enum' });
      expect(mapType(arrayOf(element))).toMatchObject({ mapping: { form: { element: 'text' } } });
    });
  });

  it.each([
    [pgType({ name: 'address', kind: 'composite' }), 'address is a composite type'],
    [pgType({ name: 'anyarray', kind: 'pseudo' }), 'anyarray is a pseudo-type'],
    [arrayOf(pgType({ name: 'address', kind: 'composite' })), 'address[] is an array of a composite type'],
    [pgType({ name: '_lost', kind: 'array' }), '_lost is an array of an unknown type'],
  ])('refuses what it cannot hold, by name', (type, reason) => {
    expect(mapType(type)).toEqual({ tag: 'unsupported', reason });
  });
});

function pgType(type: Partial<PgType> & { readonly name: string }): PgType {
  return {
    oid: 1,
    schema: 'pg_catalog',
    kind: 'base',
    typmod: -1,
    element: undefined,
    displayName: type.name,
    ...type,
  };
}

function arrayOf(element: PgType): PgType {
  return pgType({ name: `_${element.name}`, kind: 'array', element, displayName: `${element.name}[]` });
}

/** As PostgreSQL's own `make_numeric_typmod` packs it. */
function numericTypmod(precision: number, scale: number): number {
  return ((precision << 16) | (scale & 0x7ff)) + 4;
}

function plain(type: {
  readonly tag: string;
  readonly precision?: number;
  readonly scale?: number;
}): unknown {
  return { tag: 'mapped', mapping: { type, form: { tag: 'plain' } } };
}
