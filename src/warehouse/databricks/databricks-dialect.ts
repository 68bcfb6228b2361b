import type { ColumnType } from '../../model/column-type.ts';
import type { Dialect } from '../../model/dialect.ts';
import { IngestError } from '../../model/ingest-error.ts';

/** Columns of a liquid clustering key: Delta takes four at most. */
const MAX_CLUSTERING_COLUMNS = 4;

/**
 * Databricks SQL, and Spark SQL with Delta. Staged files lie under a volume's path.
 *
 * https://docs.databricks.com/en/sql/language-manual/sql-ref-names.html
 */
export function databricksDialect(volumePath: string): Dialect {
  return {
    name: 'databricks',
    quoteIdentifier,
    stringLiteral,
    instantLiteral: (microseconds) => `timestamp_micros(${microseconds})`,
    typeName,
    stagedDirectory: (stagedPath) => `parquet.${quoteIdentifier(`${volumePath}/${stagedPath}`)}`,
    tableClauses,
    failure: (messageExpression) => `raise_error(${messageExpression})`,
  };
}

/**
 * Inside backticks nothing escapes `${`, which Spark would replace before it parses: such a name is refused rather than
 * sent. Throws `target-unsupported`.
 */
function quoteIdentifier(name: string): string {
  if (name.includes('${')) {
    throw new IngestError('target-unsupported', `A name with "\${" cannot be used on Databricks: ${name}`, {
      solution: 'Give the target another name, rename the column at the source, or exclude it.',
    });
  }
  return `\`${name.replaceAll('`', '``')}\``;
}

/**
 * A backslash escapes, so it and the quote are escaped by one; a doubled quote would glue two literals in older
 * versions. `${` would be replaced by Spark before it parses, inside literals too.
 */
function stringLiteral(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('${', '$\\{')}'`;
}

/**
 * Column mapping allows renames and any character in a column's name; type widening and deletion vectors make
 * later changes cheap. TIMESTAMP_NTZ must be allowed before a column of that type can be added. Never partitioned: that
 * would lose row-level concurrency.
 */
function tableClauses(options: { readonly comment: string; readonly keyColumns: readonly string[] }): string {
  const clustering = options.keyColumns.slice(0, MAX_CLUSTERING_COLUMNS).map(quoteIdentifier).join(', ');
  return [
    '\nUSING DELTA',
    ...(clustering === '' ? [] : [`CLUSTER BY (${clustering})`]),
    `COMMENT ${stringLiteral(options.comment)}`,
    `TBLPROPERTIES (${TABLE_PROPERTIES.map(([name, value]) => `'${name}' = '${value}'`).join(', ')})`,
  ].join('\n');
}

const TABLE_PROPERTIES = [
  ['delta.columnMapping.mode', 'name'],
  ['delta.enableDeletionVectors', 'true'],
  ['delta.enableTypeWidening', 'true'],
  ['delta.feature.timestampNtz', 'supported'],
] as const;

function typeName(type: ColumnType): string {
  switch (type.tag) {
    case 'boolean':
      return 'BOOLEAN';
    case 'int16':
      return 'SMALLINT';
    case 'int32':
      return 'INT';
    case 'int64':
      return 'BIGINT';
    case 'float32':
      return 'FLOAT';
    case 'float64':
      return 'DOUBLE';
    case 'decimal':
      return `DECIMAL(${type.precision},${type.scale})`;
    case 'string':
      return 'STRING';
    case 'binary':
      return 'BINARY';
    case 'date':
      return 'DATE';
    case 'timestamp':
      return 'TIMESTAMP_NTZ';
    case 'timestamptz':
      return 'TIMESTAMP';
    default:
      return type satisfies never;
  }
}
