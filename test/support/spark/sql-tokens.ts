/** A piece of SQL text; the pieces of a statement, joined, are the statement. */
export interface SqlToken {
  readonly kind: 'word' | 'identifier' | 'string' | 'space' | 'symbol';
  readonly text: string;
}

/** White space counts comments; an identifier is one in backticks. The last alternative takes any one character. */
const TOKEN =
  /(?<space>(?:\s|--[^\n]*|\/\*[\s\S]*?\*\/)+)|(?<identifier>`(?:[^`]|``)*`)|(?<string>'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*")|(?<word>\w+)|(?<symbol>[\s\S])/gu;

/** Cuts a statement into pieces, by Spark's rules. */
export function sqlTokens(sql: string): readonly SqlToken[] {
  return Array.from(sql.matchAll(TOKEN), ({ 0: text, groups = {} }): SqlToken => {
    if (groups['space'] !== undefined) return { kind: 'space', text };
    if (groups['identifier'] !== undefined) return { kind: 'identifier', text };
    if (groups['string'] !== undefined) return { kind: 'string', text };
    return { kind: groups['word'] === undefined ? 'symbol' : 'word', text };
  });
}
