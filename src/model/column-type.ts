/**
 * The types that a target column can have, in neither PostgreSQL's nor a warehouse's words: the small set that
 * Parquet, Delta and DuckDB all hold exactly.
 */
export type ColumnType =
  | { readonly tag: 'boolean' }
  | { readonly tag: 'int16' }
  | { readonly tag: 'int32' }
  | { readonly tag: 'int64' }
  | { readonly tag: 'float32' }
  | { readonly tag: 'float64' }
  | { readonly tag: 'decimal'; readonly precision: number; readonly scale: number }
  | { readonly tag: 'string' }
  | { readonly tag: 'binary' }
  /** Proleptic Gregorian calendar date. */
  | { readonly tag: 'date' }
  /** Wall-clock time without a zone, in microseconds (TIMESTAMP_NTZ). */
  | { readonly tag: 'timestamp' }
  /** An instant, in microseconds. */
  | { readonly tag: 'timestamptz' };

/** How a value's text on the wire becomes the target's value, where the type alone does not say it. */
export type ValueForm =
  /** The text is what the target type says. */
  | { readonly tag: 'plain' }
  /** A PostgreSQL array literal becomes a JSON array. */
  | {
      readonly tag: 'array-json';
      readonly element: 'number' | 'boolean' | 'json' | 'text';
      readonly delimiter: string;
    }
  /** An hstore literal becomes a JSON object. */
  | { readonly tag: 'hstore-json' };

export interface ColumnMapping {
  readonly type: ColumnType;
  readonly form: ValueForm;
}
