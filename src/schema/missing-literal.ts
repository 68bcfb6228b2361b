import type { ColumnMapping } from '../model/column-type.ts';
import type { Dialect } from '../model/dialect.ts';

/** Text of dates and times that every warehouse reads as PostgreSQL wrote it. */
const PLAIN_DATE_OR_TIME = /^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}:\d{2}(\.\d{1,6})?(\+00)?)?$/;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * Whether what rows from before an ADD COLUMN read can be said in SQL of the target. Where its text has no sure
 * literal (infinities, dates before Christ, arrays), the rows themselves must be read.
 */
export function isMissingValueTellable(mapping: ColumnMapping, missingValue: string | undefined): boolean {
  if (missingValue === undefined) return true;
  if (mapping.form.tag !== 'plain') return false;
  switch (mapping.type.tag) {
    case 'boolean':
    case 'string':
    case 'binary':
      return true;
    case 'int16':
    case 'int32':
    case 'int64':
    case 'decimal':
    case 'float32':
    case 'float64':
      return PLAIN_NUMBER.test(missingValue);
    case 'date':
    case 'timestamp':
    case 'timestamptz':
      return PLAIN_DATE_OR_TIME.test(missingValue);
    default:
      return mapping.type satisfies never;
  }
}

/** What rows from before an ADD COLUMN read for the new column, as SQL of the target; NULL where that cannot be told. */
export function missingLiteral(
  dialect: Dialect,
  mapping: ColumnMapping,
  missingValue: string | undefined,
): string {
  if (missingValue === undefined || !isMissingValueTellable(mapping, missingValue)) return 'NULL';
  switch (mapping.type.tag) {
    case 'boolean':
      return missingValue === 't' ? 'true' : 'false';
    case 'string':
      return dialect.stringLiteral(missingValue);
    case 'binary':
      return `unhex(${dialect.stringLiteral(missingValue.replace(/^\\x/, ''))})`;
    default:
      return `CAST(${dialect.stringLiteral(missingValue)} AS ${dialect.typeName(mapping.type)})`;
  }
}
