import type { ColumnType } from './column-type.ts';

/** How the error of a statement begins that a fenced run has sent: it raises it itself. */
export const FENCED_TEXT = 'tributary: fenced by epoch ';

/**
 * What the error of a MERGE says that met a row whose unchanged values are nowhere in the target: it raises it itself.
 */
export const UNRESOLVED_TEXT = 'tributary: unchanged values are missing';

/**
 * What differs between warehouses in SQL text, as pure functions. Everything else is the same text for all.
 */
export interface Dialect {
  readonly name: 'duckdb' | 'databricks';
  quoteIdentifier(name: string): string;
  stringLiteral(text: string): string;
  /** An instant, from microseconds since 1970 UTC. */
  instantLiteral(microseconds: bigint): string;
  /** An expression for microseconds since 1970 UTC of one that is an instant: the session's time zone has no say in it. */
  instantMicroseconds(expression: string): string;
  typeName(type: ColumnType): string;
  /** A FROM item that reads every Parquet file of a staged directory (relative path, as given to `putStagedFile`). */
  stagedDirectory(stagedPath: string): string;
  /** What follows a column's type in CREATE TABLE to describe it, with the space before it; empty where there is no such clause. */
  columnComment(comment: string): string;
  /** A line of CREATE TABLE's column list that names the row key for readers, enforced by nobody; `undefined` where there is none. */
  primaryKey(columns: readonly string[]): string | undefined;
  /** Clauses that follow the column list of CREATE TABLE (table format, properties, clustering). */
  tableClauses(options: { readonly comment: string; readonly clusteringKey: readonly string[] }): string;
  /**
   * Which of a MERGE clause's expressions are evaluated for the rows of that clause only, so that a `failure` may stand in
   * them: the other ones are computed for all rows in advance.
   */
  readonly ownRowsOnly: 'values' | 'conditions';
  /** An expression that fails the statement, with the text that the given SQL expression yields, if it is evaluated. */
  failure(messageExpression: string): string;
}
