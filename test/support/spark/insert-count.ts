import { randomUUID } from 'node:crypto';
import type { SqlResult } from '../front/service.ts';
import { type SqlToken, sqlTokens } from './sql-tokens.ts';

/**
 * A warehouse answers an INSERT with how many rows it has inserted; Spark answers with nothing. So the commit is marked,
 * and the table's history asked for the mark.
 */
export async function executeCounted(
  statement: string,
  execute: (sql: string) => Promise<SqlResult>,
): Promise<SqlResult> {
  const table = insertTarget(sqlTokens(statement));
  if (table === undefined) return await execute(statement);
  const mark = randomUUID();
  await execute(`SET ${MARK_SETTING} = ${mark}`);
  try {
    await execute(statement);
  } finally {
    await execute(`RESET ${MARK_SETTING}`);
  }
  const history = await execute(`DESCRIBE HISTORY ${table} LIMIT 20`);
  const rows = insertedRows(history, mark);
  return {
    columns: ['num_affected_rows', 'num_inserted_rows'].map((name) => ({ name, type: 'BIGINT' })),
    rows: [[rows, rows]],
  };
}

const MARK_SETTING = 'spark.databricks.delta.commitInfo.userMetadata';

/** None where the commit is missing: Delta makes none for no rows. */
function insertedRows({ columns, rows }: SqlResult, mark: string): bigint {
  const [marks, metrics] = ['userMetadata', 'operationMetrics'].map((wanted) =>
    columns.findIndex(({ name }) => name === wanted),
  );
  const commit = rows.find((row) => row[marks ?? -1] === mark);
  // `{numFiles -> 1, numOutputRows -> 2, …}`
  const counted = /numOutputRows -> (\d+)/.exec(String(commit?.[metrics ?? -1] ?? ''));
  return BigInt(counted?.[1] ?? 0);
}

/** The name that follows INSERT INTO, as it is written. */
function insertTarget(tokens: readonly SqlToken[]): string | undefined {
  const shown = tokens.filter(({ kind }) => kind !== 'space').map(({ text }) => text);
  if (shown[0]?.toUpperCase() !== 'INSERT' || shown[1]?.toUpperCase() !== 'INTO') return undefined;
  const name: string[] = [];
  for (let i = 2; shown[i] !== undefined; i += 2) {
    name.push(shown[i] ?? '');
    if (shown[i + 1] !== '.') break;
  }
  return name.join('.');
}
