import type { ColumnType } from '../../model/column-type.ts';
import type { Dialect } from '../../model/dialect.ts';
import { IngestError } from '../../model/ingest-error.ts';

/** Columns of a liquid clustering key: Delta takes four at most. */
const MAX_CLUSTERING_COLUMNS = 4;

export interface DatabricksDialectOptions {
  /** `/Volumes/catalog/schema/volume` */
  readonly volumePath: string;
  readonly clustering: 'key' | 'auto' | 'none';
  /** Properties of new tables, besides our own. */
  readonly tableProperties: ReadonlyMap<string, string>;
}

/**
 * Databricks SQL, and Spark SQL with Delta. Staged files lie under a volume's path.
 *
 * https://docs.databricks.com/en/sql/language-manual/sql-ref-names.html
 */
export function databricksDialect({
  volumePath,
  clustering,
  tableProperties,
}: DatabricksDialectOptions): Dialect {
  return {
    name: 'databricks',
    quoteIdentifier,
    stringLiteral,
    instantLiteral: (microseconds) => `timestamp_micros(${microseconds})`,
    instantMicroseconds: (expression) => `unix_micros(${expression})`,
    typeName,
    stagedDirectory: (stagedPath) => `parquet.${quoteIdentifier(`${volumePath}/${stagedPath}`)}`,
    columnComment: (comment) => ` COMMENT ${stringLiteral(comment)}`,
    primaryKey: (columns) => `PRIMARY KEY (${columns.map(quoteIdentifier).join(', ')})`,
    tableClauses: ({ comment, clusteringKey }) =>
      [
        '\nUSING DELTA',
        ...clusteringClause(clustering, clusteringKey),
        `COMMENT ${stringLiteral(comment)}`,
        `TBLPROPERTIES (${[...TABLE_PROPERTIES, ...tableProperties].map(property).join(', ')})`,
      ].join('\n'),
    // Delta computes all conditions before it knows which clause a row belongs to.
    ownRowsOnly: 'values',
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

/** Never partitioned: that would lose row-level concurrency. */
function clusteringClause(
  clustering: DatabricksDialectOptions['clustering'],
  key: readonly string[],
): readonly string[] {
  switch (clustering) {
    case 'key':
      return key.length === 0
        ? []
        : [`CLUSTER BY (${key.slice(0, MAX_CLUSTERING_COLUMNS).map(quoteIdentifier).join(', ')})`];
    case 'auto':
      return ['CLUSTER BY AUTO'];
    case 'none':
      return [];
  }
}

function property([name, value]: readonly [string, string]): string {
  return `${stringLiteral(name)} = ${stringLiteral(value)}`;
}

/**
 * Column mapping allows renames and any character in a column's name; type widening and deletion vectors make
 * later changes cheap. TIMESTAMP_NTZ must be allowed before a column of that type can be added.
 */
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
