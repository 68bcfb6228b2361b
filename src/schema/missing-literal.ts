import type { ColumnMapping } from '../model/column-type.ts';
import type { Dialect } from '../model/dialect.ts';

/** Text of dates and times that every warehouse reads as PostgreSQL wrote it. */
const PLAIN_DATE_OR_TIME = /^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}:\d{2}(\.\d{1,6})?(\+00)?)?$/;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * What rows from before an ADD COLUMN read for the new column, as SQL of the target; `undefined` when its text has no
 * sure literal (infinities, dates before Christ, arrays): then the rows themselves must be read.
 */
export function missingLiteral(
  dialect: Dialect,
  mapping: ColumnMapping,
  missingValue: string | undefined,
): string | undefined {
  if (missingValue === undefined) return 'NULL';
  if (mapping.form.tag !== 'plain') return undefined;
  const cast = `CAST(${dialect.stringLiteral(missingValue)} AS ${dialect.typeName(mapping.type)})`;
  switch (mapping.type.tag) {
    case 'boolean':
      return missingValue === 't' ? 'true' : 'false';
    case 'string':
      return dialect.stringLiteral(missingValue);
    case 'int16':
    case 'int32':
    case 'int64':
    case 'decimal':
    case 'float32':
    case 'float64':
      return PLAIN_NUMBER.test(missingValue) ? cast : undefined;
    case 'date':
    case 'timestamp':
    case 'timestamptz':
      return PLAIN_DATE_OR_TIME.test(missingValue) ? cast : undefined;
    case 'binary':
      return `unhex(${dialect.stringLiteral(missingValue.replace(/^\\x/, ''))})`;
    default:
      return mapping.type satisfies never;
  }
}
