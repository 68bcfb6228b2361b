import type { ColumnType } from '../model/column-type.ts';
import { decimalWidth } from './read-decimal.ts';

/** A leaf of a Parquet schema, in the words of the format (`parquet.thrift`), so that it reads beside the specification. */
export interface ParquetField {
  readonly name: string;
  readonly type: 'BOOLEAN' | 'INT32' | 'INT64' | 'FLOAT' | 'DOUBLE' | 'BYTE_ARRAY' | 'FIXED_LEN_BYTE_ARRAY';
  readonly repetition_type: 'REQUIRED' | 'OPTIONAL';
  readonly type_length?: number;
  readonly converted_type?: 'UTF8' | 'DECIMAL' | 'DATE' | 'INT_16';
  readonly logical_type?:
    | { readonly type: 'STRING' }
    | { readonly type: 'DATE' }
    | { readonly type: 'DECIMAL'; readonly precision: number; readonly scale: number }
    | { readonly type: 'TIMESTAMP'; readonly isAdjustedToUTC: boolean; readonly unit: 'MICROS' };
  readonly precision?: number;
  readonly scale?: number;
}

type Annotation = Omit<ParquetField, 'name' | 'repetition_type'>;

/**
 * The Parquet type that Spark and DuckDB read as exactly this column type.
 *
 * A timestamp carries only the newer, logical annotation: the older one cannot say that a timestamp is without
 * zone. A SMALLINT carries only the older one, because the library writes the newer with a wrong field width
 * (hyparquet-writer 0.17), on which Thrift readers fail.
 */
export function parquetField(
  name: string,
  type: ColumnType,
  repetition: ParquetField['repetition_type'],
): ParquetField {
  return { name, repetition_type: repetition, ...annotationOf(type) };
}

function annotationOf(type: ColumnType): Annotation {
  switch (type.tag) {
    case 'boolean':
      return { type: 'BOOLEAN' };
    case 'int16':
      return { type: 'INT32', converted_type: 'INT_16' };
    case 'int32':
      return { type: 'INT32' };
    case 'int64':
      return { type: 'INT64' };
    case 'float32':
      return { type: 'FLOAT' };
    case 'float64':
      return { type: 'DOUBLE' };
    case 'decimal':
      return decimalAnnotation(type.precision, type.scale);
    case 'string':
      return { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } };
    case 'binary':
      return { type: 'BYTE_ARRAY' };
    case 'date':
      return { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } };
    case 'timestamp':
      return timestampAnnotation(false);
    case 'timestamptz':
      return timestampAnnotation(true);
    default:
      return type satisfies never;
  }
}

function decimalAnnotation(precision: number, scale: number): Annotation {
  const annotation = {
    converted_type: 'DECIMAL',
    logical_type: { type: 'DECIMAL', precision, scale },
    precision,
    scale,
  } as const;
  switch (decimalWidth(precision)) {
    case 4:
      return { type: 'INT32', ...annotation };
    case 8:
      return { type: 'INT64', ...annotation };
    case 16:
      return { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, ...annotation };
  }
}

function timestampAnnotation(isAdjustedToUTC: boolean): Annotation {
  return { type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC, unit: 'MICROS' } };
}
