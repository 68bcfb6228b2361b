import type { ColumnMapping, ColumnType, ValueForm } from '../model/column-type.ts';
import type { PgType } from '../model/source-table.ts';

export type TypeMapping =
  | { readonly tag: 'mapped'; readonly mapping: ColumnMapping }
  /** `reason` names the type and says why it has no home, as the end of a sentence. */
  | { readonly tag: 'unsupported'; readonly reason: string };

/**
 * The target type that holds every value of a PostgreSQL type exactly, special values (`infinity`, `NaN` in a
 * DECIMAL) apart. What has no such type becomes its text, as PostgreSQL prints it under the pinned session settings;
 * a type of an extension nobody knows here is one of those.
 */
export function mapType(type: PgType): TypeMapping {
  switch (type.kind) {
    case 'base':
      return mapped(isHstore(type) ? HSTORE_JSON : plain(baseColumnType(type)));
    case 'enum':
    case 'range':
    case 'multirange':
      return mapped(plain(STRING));
    case 'array':
      return mapArray(type);
    case 'composite':
      return unsupported(`${type.displayName} is a composite type`);
    case 'pseudo':
      return unsupported(`${type.displayName} is a pseudo-type`);
    default:
      return type.kind satisfies never;
  }
}

/** Digits that a DECIMAL holds, in Delta, Parquet and DuckDB alike. */
const MAX_PRECISION = 38;
const STRING: ColumnType = { tag: 'string' };
const INT64: ColumnType = { tag: 'int64' };
const HSTORE_JSON: ColumnMapping = { type: STRING, form: { tag: 'hstore-json' } };

/**
 * Built-in types that are more than text. `oid` and `xid` are unsigned 32-bit numbers; the 64-bit `xid8` and `pg_lsn`
 * would not fit a BIGINT, and `time`, `timetz` and `interval` have no column type everywhere.
 */
const BUILT_IN_TYPES: ReadonlyMap<string, ColumnType> = new Map<string, ColumnType>([
  ['bool', { tag: 'boolean' }],
  ['int2', { tag: 'int16' }],
  ['int4', { tag: 'int32' }],
  ['int8', INT64],
  ['oid', INT64],
  ['xid', INT64],
  ['float4', { tag: 'float32' }],
  ['float8', { tag: 'float64' }],
  ['bytea', { tag: 'binary' }],
  ['date', { tag: 'date' }],
  ['timestamp', { tag: 'timestamp' }],
  ['timestamptz', { tag: 'timestamptz' }],
]);

function baseColumnType(type: PgType): ColumnType {
  // An extension may bring a type of the same name (Oracle's `date`): only the schema tells them apart.
  if (!isBuiltIn(type)) return STRING;
  if (type.name === 'numeric') return numericColumnType(type.typmod);
  return BUILT_IN_TYPES.get(type.name) ?? STRING;
}

/**
 * A modifier holds the precision in its upper half and the scale, 11 bits with sign, in its lower, both moved up by
 * 4. Since PostgreSQL 15 the scale may be negative (`numeric(3,-2)`: whole hundreds), or exceed the precision
 * (`numeric(3,5)`: at most 0.00999).
 */
function numericColumnType(typmod: number): ColumnType {
  if (typmod < 4) return STRING;
  const precision = ((typmod - 4) >> 16) & 0xffff;
  const scale = (((typmod - 4) & 0x7ff) ^ 0x400) - 0x400;
  const targetScale = Math.max(scale, 0);
  const targetPrecision = Math.max(precision - Math.min(scale, 0), targetScale);
  return targetPrecision <= MAX_PRECISION
    ? { tag: 'decimal', precision: targetPrecision, scale: targetScale }
    : STRING;
}

/** An array becomes JSON text: PostgreSQL's own array type says nothing of dimensions, each row may have others. */
function mapArray({ displayName, element }: PgType): TypeMapping {
  if (element === undefined) return unsupported(`${displayName} is an array of an unknown type`);
  switch (element.kind) {
    case 'composite':
      return unsupported(`${displayName} is an array of a composite type`);
    case 'pseudo':
      return unsupported(`${displayName} is an array of a pseudo-type`);
    case 'base':
    case 'enum':
    case 'range':
    case 'multirange':
    // An array of a domain over an array, each of its elements kept as text.
    case 'array':
      return mapped({ type: STRING, form: arrayForm(element) });
    default:
      return element.kind satisfies never;
  }
}

type ArrayElement = Extract<ValueForm, { readonly tag: 'array-json' }>['element'];

const JSON_ELEMENTS: ReadonlyMap<string, ArrayElement> = new Map<string, ArrayElement>([
  ...['int2', 'int4', 'int8', 'oid', 'xid', 'float4', 'float8', 'numeric'].map(
    (name) => [name, 'number'] as const,
  ),
  ['bool', 'boolean'],
  ['json', 'json'],
  ['jsonb', 'json'],
]);

function arrayForm(element: PgType): ValueForm {
  const isOrdinary = element.kind === 'base' && isBuiltIn(element);
  return {
    tag: 'array-json',
    element: (isOrdinary ? JSON_ELEMENTS.get(element.name) : undefined) ?? 'text',
    delimiter: delimiterOf(element),
  };
}

/** `pg_type.typdelim`, which is a comma for all but PostgreSQL's `box` and PostGIS's two. */
function delimiterOf(element: PgType): string {
  if (isBuiltIn(element)) return element.name === 'box' ? ';' : ',';
  return element.name === 'geometry' || element.name === 'geography' ? ':' : ',';
}

function isBuiltIn(type: PgType): boolean {
  return type.schema === 'pg_catalog';
}

/** An extension's type: its schema is wherever the extension was created. */
function isHstore(type: PgType): boolean {
  return type.name === 'hstore' && !isBuiltIn(type);
}

function plain(type: ColumnType): ColumnMapping {
  return { type, form: { tag: 'plain' } };
}

function mapped(mapping: ColumnMapping): TypeMapping {
  return { tag: 'mapped', mapping };
}

function unsupported(reason: string): TypeMapping {
  return { tag: 'unsupported', reason };
}
