import type { ColumnType } from './column-type.ts';

/** How the error of a statement begins that a fenced run has sent: it raises it itself. */
export const FENCED_TEXT = 'tributary: fenced by epoch ';

/**
 * What differs between warehouses in SQL text, as pure functions. Everything else is the same text for all.
 */
export interface Dialect {
  readonly name: 'duckdb' | 'databricks';
  quoteIdentifier(name: string): string;
  stringLiteral(text: string): string;
  /** An instant, from microseconds since 1970 UTC. */
  instantLiteral(microseconds: bigint): string;
  typeName(type: ColumnType): string;
  /** A FROM item that reads every Parquet file of a staged directory (relative path, as given to `putStagedFile`). */
  stagedDirectory(stagedPath: string): string;
  /** Clauses that follow the column list of CREATE TABLE (table format, properties, clustering). */
  tableClauses(options: { readonly comment: string; readonly keyColumns: readonly string[] }): string;
  /** An expression that fails the statement, with the text that the given SQL expression yields, if it is evaluated. */
  failure(messageExpression: string): string;
}
