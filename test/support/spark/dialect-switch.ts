import { type SqlToken, sqlTokens } from './sql-tokens.ts';

/**
 * What Databricks takes and open-source Spark with Delta does not. Each is left out of a statement before Spark gets it,
 * so that the tests on Spark say nothing about it.
 */
export type DatabricksOnly =
  /** `[PARSE_SYNTAX_ERROR] Syntax error at or near '(': missing ')'` */
  | 'PRIMARY KEY'
  /** `[PARSE_SYNTAX_ERROR] Syntax error at or near 'CLUSTER'` */
  | 'CLUSTER BY AUTO'
  /** `[PARSE_SYNTAX_ERROR] Syntax error at or near 'VOLUME'` */
  | 'CREATE VOLUME';

/** A statement as Spark takes it. */
export type SparkStatement =
  | { readonly tag: 'sql'; readonly sql: string; readonly leftOut: readonly DatabricksOnly[] }
  /** `fullName` is of three parts, without quotes. */
  | { readonly tag: 'create-volume'; readonly fullName: string; readonly leftOut: readonly DatabricksOnly[] };

/**
 * Turns a statement for Databricks into one for Spark on this machine: leaves out what is Databricks only, and reads
 * `/Volumes/…` from the directory that stands for it. Nothing within a literal changes, and no other identifier.
 */
export function switchDialect(statement: string, volumesDirectory: string): SparkStatement {
  const tokens = sqlTokens(statement);
  const volume = createdVolume(tokens);
  if (volume !== undefined) return { tag: 'create-volume', fullName: volume, leftOut: ['CREATE VOLUME'] };
  const withoutKey = withoutPrimaryKey(tokens);
  const withoutAuto = withoutClusterByAuto(withoutKey);
  const leftOut: readonly DatabricksOnly[] = [
    ...(withoutKey.length < tokens.length ? (['PRIMARY KEY'] as const) : []),
    ...(withoutAuto.length < withoutKey.length ? (['CLUSTER BY AUTO'] as const) : []),
  ];
  return { tag: 'sql', sql: localPaths(paddedClusterBy(withoutAuto), volumesDirectory), leftOut };
}

/** Cuts a text at its semicolons; none within a literal or an identifier counts. */
export function splitStatements(text: string): readonly string[] {
  const statements = [''];
  for (const token of sqlTokens(text))
    if (token.text === ';') statements.push('');
    else statements.push(`${statements.pop()}${token.text}`);
  return statements.map((statement) => statement.trim()).filter((statement) => statement !== '');
}

/** ``CREATE VOLUME IF NOT EXISTS `c`.`s`.`v` `` */
function createdVolume(tokens: readonly SqlToken[]): string | undefined {
  const shown = tokens.filter(({ kind }) => kind !== 'space');
  if (!shown[0] || !isWord(shown[0], 'CREATE') || !shown[1] || !isWord(shown[1], 'VOLUME')) return undefined;
  return shown
    .slice(2)
    .filter(
      ({ kind, text }) => kind === 'identifier' || (kind === 'word' && !/^(?:IF|NOT|EXISTS)$/i.test(text)),
    )
    .slice(0, 3)
    .map(unquoted)
    .join('.');
}

/** `, PRIMARY KEY (…) RELY` as the last line of a column list, with or without a name. */
function withoutPrimaryKey(tokens: readonly SqlToken[]): readonly SqlToken[] {
  const key = findWords(tokens, ['PRIMARY', 'KEY']);
  if (key === undefined || findWords(tokens, ['CREATE', 'TABLE']) !== 0) return tokens;
  const comma = tokens.findLastIndex(({ text }, i) => i < key && text === ',');
  const listEnd = tokens.findIndex(({ text }, i) => i > key && text === ')');
  const tableEnd = tokens.findIndex(({ text }, i) => i > listEnd && (text === ')' || text === ','));
  return [...tokens.slice(0, comma), ...tokens.slice(tableEnd)];
}

function withoutClusterByAuto(tokens: readonly SqlToken[]): readonly SqlToken[] {
  const words = ['CLUSTER', 'BY', 'AUTO'];
  const start = findWords(tokens, words);
  if (start === undefined) return tokens;
  const end = tokens.findIndex((token, i) => i > start && isWord(token, 'AUTO'));
  return [...tokens.slice(0, start), ...tokens.slice(end + 1)];
}

/**
 * Delta's parser finds CLUSTER BY by characters, but cuts it out by UTF-16 units: `[PARSE_SYNTAX_ERROR] Syntax error at
 * or near 'BY'` where a name before it has an emoji. As many spaces around the words make up for it.
 */
function paddedClusterBy(tokens: readonly SqlToken[]): readonly SqlToken[] {
  const start = findWords(tokens, ['CLUSTER', 'BY']);
  if (start === undefined || findWords(tokens, ['CREATE', 'TABLE']) !== 0) return tokens;
  const before = tokens.slice(0, start);
  const text = before.map((token) => token.text).join('');
  const padding: SqlToken = { kind: 'space', text: ' '.repeat(text.length - Array.from(text).length) };
  return [...before, padding, ...tokens.slice(start, start + 3), padding, ...tokens.slice(start + 3)];
}

/** ``parquet.`/Volumes/…` ``: Spark knows no volumes, `[PATH_NOT_FOUND] Path does not exist: file:/Volumes/…`. */
function localPaths(tokens: readonly SqlToken[], volumesDirectory: string): string {
  return tokens
    .map((token, i) => {
      const [format, dot] = [tokens[i - 2], tokens[i - 1]];
      if (token.kind !== 'identifier' || !token.text.startsWith('`/Volumes/')) return token.text;
      if (format === undefined || !isWord(format, 'PARQUET') || dot?.text !== '.') return token.text;
      return `\`${volumesDirectory.replaceAll('`', '``')}${token.text.slice('`/Volumes'.length)}`;
    })
    .join('');
}

/** Where these words stand one after the other, with white space between them. */
function findWords(tokens: readonly SqlToken[], words: readonly string[]): number | undefined {
  const start = tokens.findIndex((_, i) =>
    words.every((word, n) => {
      const token = tokens[i + 2 * n];
      const gap = tokens[i + 2 * n - 1];
      return token !== undefined && isWord(token, word) && (n === 0 || gap?.kind === 'space');
    }),
  );
  return start === -1 ? undefined : start;
}

function isWord(token: SqlToken, word: string): boolean {
  return token.kind === 'word' && token.text.toUpperCase() === word;
}

function unquoted({ text }: SqlToken): string {
  return text.startsWith('`') ? text.slice(1, -1).replaceAll('``', '`') : text;
}
