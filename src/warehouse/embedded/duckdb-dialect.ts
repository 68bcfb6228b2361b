import type { ColumnType } from '../../model/column-type.ts';
import type { Dialect } from '../../model/dialect.ts';

/** DuckDB's SQL. Staged files lie under a local directory. */
export function duckdbDialect(stagingDirectory: string): Dialect {
  return {
    name: 'duckdb',
    quoteIdentifier,
    stringLiteral,
    instantLiteral: (microseconds) => `make_timestamptz(${microseconds})`,
    instantMicroseconds: (expression) => `epoch_us(${expression})`,
    typeName,
    stagedDirectory: (stagedPath) =>
      `read_parquet(${stringLiteral(`${stagingDirectory}/${stagedPath}/*.parquet`)})`,
    columnComment: () => '',
    // One that is declared is enforced here, and an update of a key fails on it while the old row is not gone yet.
    primaryKey: () => undefined,
    tableClauses: () => '',
    ownRowsOnly: 'conditions',
    failure: (messageExpression) => `error(${messageExpression})`,
  };
}

function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function stringLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function typeName(type: ColumnType): string {
  switch (type.tag) {
    case 'boolean':
      return 'BOOLEAN';
    case 'int16':
      return 'SMALLINT';
    case 'int32':
      return 'INTEGER';
    case 'int64':
      return 'BIGINT';
    case 'float32':
      return 'FLOAT';
    case 'float64':
      return 'DOUBLE';
    case 'decimal':
      return `DECIMAL(${type.precision},${type.scale})`;
    case 'string':
      return 'VARCHAR';
    case 'binary':
      return 'BLOB';
    case 'date':
      return 'DATE';
    case 'timestamp':
      return 'TIMESTAMP';
    case 'timestamptz':
      return 'TIMESTAMP WITH TIME ZONE';
    default:
      return type satisfies never;
  }
}
