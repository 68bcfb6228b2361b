import type { TableName } from '../../model/table-name.ts';

export type StatementAction = 'read' | 'write' | 'create-table' | 'create-schema' | 'alter' | 'other';

/** What a statement does to which object of ours: all of a statement that an error may print. */
export interface StatementSubject {
  readonly action: StatementAction;
  /** `MERGE INTO`, `CREATE TABLE` */
  readonly verb: string;
  /** A table, or a schema where `table` is undefined. */
  readonly object: SubjectName | undefined;
}

export type SubjectName = Omit<TableName, 'table'> & { readonly table: string | undefined };

/** The verb and the object of a statement that we have written. Never a literal of it. */
export function readStatementSubject(statement: string): StatementSubject {
  const text = withoutLiterals(statement).trimStart();
  for (const [pattern, verb, action] of SHAPES) {
    const path = pattern.exec(text)?.[1];
    if (path !== undefined) return { action, verb, object: parsePath(path) };
  }
  return { action: 'other', verb: /^[A-Z]+/.exec(text)?.[0] ?? 'a statement', object: undefined };
}

/** `c.s.t`, or `c.s`, for people. */
export function displaySubject(subject: StatementSubject): string {
  const { object, verb } = subject;
  if (object === undefined) return verb;
  const names = [object.catalog, object.schema, ...(object.table === undefined ? [] : [object.table])];
  return `${verb} ${names.join('.')}`;
}

const PATH = '((?:`(?:[^`]|``)*`\\.){1,2}`(?:[^`]|``)*`)';

const SHAPES: readonly (readonly [RegExp, string, StatementAction])[] = [
  [new RegExp(`^CREATE SCHEMA IF NOT EXISTS ${PATH}`), 'CREATE SCHEMA', 'create-schema'],
  [new RegExp(`^CREATE TABLE IF NOT EXISTS ${PATH}`), 'CREATE TABLE', 'create-table'],
  [new RegExp(`^ALTER TABLE ${PATH}`), 'ALTER TABLE', 'alter'],
  [new RegExp(`^MERGE INTO ${PATH}`), 'MERGE INTO', 'write'],
  [new RegExp(`^INSERT INTO ${PATH}`), 'INSERT INTO', 'write'],
  [new RegExp(`^UPDATE ${PATH}`), 'UPDATE', 'write'],
  [new RegExp(`^DELETE FROM ${PATH}`), 'DELETE FROM', 'write'],
  [new RegExp(`^(?:SELECT|WITH)\\b.*?\\bFROM ${PATH}`, 's'), 'SELECT FROM', 'read'],
];

/** Identifiers are kept whole: they may hold a quote. */
function withoutLiterals(statement: string): string {
  return statement.replace(/`[^`]*`|'[^'\\]*(?:\\.[^'\\]*)*'/gs, (token) =>
    token.startsWith('`') ? token : "''",
  );
}

function parsePath(path: string): SubjectName | undefined {
  const names = [...path.matchAll(/`((?:[^`]|``)*)`/g)].map(([, name = '']) => name.replaceAll('``', '`'));
  const [catalog, schema, table] = names;
  return catalog === undefined || schema === undefined ? undefined : { catalog, schema, table };
}
