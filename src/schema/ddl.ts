import type { ColumnType } from '../model/column-type.ts';
import type { Dialect } from '../model/dialect.ts';
import type { SchemaName, TableName } from '../model/table-name.ts';
import { METADATA_COLUMNS, type TargetColumn, type TargetTable } from './target-table.ts';

/** A table's name in SQL text. */
export function quoteTable(dialect: Dialect, name: TableName): string {
  return [name.catalog, name.schema, name.table].map((part) => dialect.quoteIdentifier(part)).join('.');
}

export interface ColumnDefinition {
  readonly name: string;
  readonly type: ColumnType;
  readonly notNull: boolean;
  readonly comment?: string;
}

/**
 * Every column of a target table. Only key columns are NOT NULL: a row may be deleted of which nothing but the key
 * is known, and a source column may lose its NOT NULL at any time.
 */
export function columnDefinitions(table: TargetTable): readonly ColumnDefinition[] {
  return [
    // Key columns first: Delta keeps statistics for the first 32 columns only, and the key is what merges prune by.
    ...table.keyColumns
      .flatMap((key) => table.columns.filter((column) => column.name === key))
      .map(defineColumn),
    ...table.columns.filter((column) => !column.isKey).map(defineColumn),
    ...metadataColumns(table.deletedRows),
  ];
}

function metadataColumns(deletedRows: TargetTable['deletedRows']): readonly ColumnDefinition[] {
  return [
    {
      name: METADATA_COLUMNS.commitLsn,
      type: { tag: 'int64' },
      notNull: true,
      comment: 'LSN of the commit that the row is as of',
    },
    {
      name: METADATA_COLUMNS.committedAt,
      type: { tag: 'timestamptz' },
      notNull: false,
      comment: 'When that commit was made',
    },
    {
      name: METADATA_COLUMNS.syncedAt,
      type: { tag: 'timestamptz' },
      notNull: false,
      comment: 'When Tributary wrote the row',
    },
    ...(deletedRows === 'mark'
      ? [
          {
            name: METADATA_COLUMNS.deleted,
            type: { tag: 'boolean' },
            notNull: false,
            comment: 'Whether the row was deleted at the source',
          } as const,
        ]
      : []),
  ];
}

function defineColumn(column: TargetColumn): ColumnDefinition {
  return { name: column.name, type: column.mapping.type, notNull: column.isKey, comment: column.sourceType };
}

export function buildCreateSchema(dialect: Dialect, name: SchemaName): string {
  return `CREATE SCHEMA IF NOT EXISTS ${dialect.quoteIdentifier(name.catalog)}.${dialect.quoteIdentifier(name.schema)}`;
}

export function buildCreateTable(
  dialect: Dialect,
  name: TableName,
  columns: readonly ColumnDefinition[],
  options: {
    readonly comment: string;
    readonly clusteringKey: readonly string[];
    readonly primaryKey: readonly string[];
  },
): string {
  const primaryKey = options.primaryKey.length === 0 ? undefined : dialect.primaryKey(options.primaryKey);
  const lines = [
    ...columns.map((column) => defineLine(dialect, column)),
    ...(primaryKey === undefined ? [] : [primaryKey]),
  ].map((line) => `  ${line}`);
  return `CREATE TABLE IF NOT EXISTS ${quoteTable(dialect, name)} (\n${lines.join(',\n')}\n)${dialect.tableClauses(options)}`;
}

function defineLine(dialect: Dialect, { name, type, notNull, comment }: ColumnDefinition): string {
  const described = comment === undefined ? '' : dialect.columnComment(comment);
  return `${dialect.quoteIdentifier(name)} ${dialect.typeName(type)}${notNull ? ' NOT NULL' : ''}${described}`;
}

export function buildCreateTargetTable(dialect: Dialect, table: TargetTable): string {
  return buildCreateTable(dialect, table.name, columnDefinitions(table), {
    comment: `Rows of PostgreSQL table ${table.source}`,
    clusteringKey: table.keyColumns.filter((key) => isClusterable(table, key)),
    primaryKey: table.keyColumns,
  });
}

/** Delta keeps no minimum and maximum of booleans and bytes, and clusters by nothing else. */
function isClusterable(table: TargetTable, name: string): boolean {
  const tag = table.columns.find((column) => column.name === name)?.mapping.type.tag;
  return tag !== 'boolean' && tag !== 'binary';
}

export function buildAddColumn(dialect: Dialect, name: TableName, column: TargetColumn): string {
  return `ALTER TABLE ${quoteTable(dialect, name)} ADD COLUMN ${dialect.quoteIdentifier(column.name)} ${dialect.typeName(column.mapping.type)}`;
}

/**
 * Gives existing rows what PostgreSQL gives them for a column added with a default. Repeating it is harmless:
 * rows written since then are written again by the interval that repeats it.
 */
export function buildFillColumn(
  dialect: Dialect,
  name: TableName,
  column: TargetColumn,
  literal: string,
): string {
  const quoted = dialect.quoteIdentifier(column.name);
  return `UPDATE ${quoteTable(dialect, name)} SET ${quoted} = ${literal} WHERE ${quoted} IS NULL`;
}
