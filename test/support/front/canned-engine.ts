import { type SqlEngine, SqlEngineError, type SqlEngineSession, type SqlResult } from './service.ts';

/** What a statement answers: always the same, or by its text and how often the rule has matched (from 1). */
export type CannedAnswer =
  | SqlResult
  | SqlEngineError
  | ((statement: string, nth: number, signal: AbortSignal) => SqlResult | Promise<SqlResult>);

export interface CannedRule {
  readonly match: RegExp;
  readonly answer: CannedAnswer;
}

export interface CannedEngine extends SqlEngine {
  /** All statements, the unknown ones included. */
  readonly statements: readonly string[];
}

/** An engine that knows its answers beforehand; the first rule that matches counts. An unknown statement fails. */
export function cannedEngine(rules: readonly CannedRule[]): CannedEngine {
  const statements: string[] = [];
  const matches = new Map<CannedRule, number>();
  const session: SqlEngineSession = {
    async execute(statement, signal) {
      statements.push(statement);
      const rule = rules.find((one) => one.match.test(statement));
      if (rule === undefined) {
        throw new SqlEngineError(`[NO_CANNED_ANSWER] No rule knows the statement: ${statement}`, '0A000');
      }
      const nth = (matches.get(rule) ?? 0) + 1;
      matches.set(rule, nth);
      if (rule.answer instanceof SqlEngineError) {
        throw rule.answer;
      }
      return typeof rule.answer === 'function' ? rule.answer(statement, nth, signal) : rule.answer;
    },
    close: async () => {},
  };
  return { statements, openSession: async () => session };
}

/** A result of text columns; the first row is the names. */
export function textResult(
  names: readonly string[],
  ...rows: readonly (readonly (string | null)[])[]
): SqlResult {
  return { columns: names.map((name) => ({ name, type: 'STRING' })), rows };
}

/** What a statement answers that changes rows: only the count, or for a MERGE all of them. */
export function affectedRows(count: number): SqlResult {
  return { columns: [{ name: 'num_affected_rows', type: 'BIGINT' }], rows: [[BigInt(count)]] };
}

/** What a MERGE answers. */
export function mergedRows(updated: number, deleted: number, inserted: number): SqlResult {
  const names = ['num_affected_rows', 'num_updated_rows', 'num_deleted_rows', 'num_inserted_rows'];
  return {
    columns: names.map((name) => ({ name, type: 'BIGINT' })),
    rows: [[updated + deleted + inserted, updated, deleted, inserted].map(BigInt)],
  };
}

/** What a statement answers that has no result: DDL. */
export const NO_RESULT: SqlResult = { columns: [], rows: [] };
