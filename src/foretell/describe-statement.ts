import type { ScriptWord } from './split-statements.ts';

/** Words beyond which a description of a statement says no more about its kind and object. */
const MAX_WORDS = 9;

/** After these come values, conditions and expressions. */
const LAST_WORDS: ReadonlySet<string> = new Set([
  'AS',
  'CHECK',
  'DEFAULT',
  'IS',
  'PASSWORD',
  'SELECT',
  'USING',
  'VALUES',
  'WHERE',
]);

/**
 * Kind and object of a statement for people: `ALTER TABLE orders ADD COLUMN note text`. Holds keywords and identifiers
 * only, never a literal.
 */
export function describeStatement(words: readonly ScriptWord[]): string {
  let description = '';
  let count = 0;
  const isUpdate = keywordsOf(words)[0] === 'UPDATE';
  for (const word of words) {
    if (word.tag === 'literal' || (word.tag === 'symbol' && word.text !== '.')) break;
    const isDot = word.text === '.';
    const keyword = word.text.toUpperCase();
    if (word.tag === 'word' && (LAST_WORDS.has(keyword) || (isUpdate && keyword === 'SET'))) break;
    if (!isDot && !description.endsWith('.')) {
      count += 1;
      if (count > MAX_WORDS) break;
      if (description !== '') description += ' ';
    }
    description += word.text;
  }
  return description === '' ? 'a statement' : description;
}

/** The leading keywords and identifiers in upper case, up to the first other token. */
export function keywordsOf(words: readonly ScriptWord[]): readonly string[] {
  const end = words.findIndex(({ tag }) => tag !== 'word');
  return (end === -1 ? words : words.slice(0, end)).flatMap((word) =>
    word.tag === 'word' ? word.text.toUpperCase() : [],
  );
}

/** How often a keyword stands in a statement. */
export function countWord(words: readonly ScriptWord[], keyword: string): number {
  return words.filter((word) => word.tag === 'word' && word.text.toUpperCase() === keyword).length;
}

/** What a statement is, where that decides how it is tried. */
export type StatementKind =
  | { readonly tag: 'ordinary' }
  /** Acts on the whole server, or on files of it: not tried, and it does nothing to the tables. */
  | { readonly tag: 'server-wide' }
  /** A role belongs to the whole server, and an earlier run may have made it there. */
  | { readonly tag: 'create-role' }
  | { readonly tag: 'create-extension' }
  /** Must come first in a transaction, which it does not here; decides nothing that is asked here. */
  | { readonly tag: 'transaction-setting' }
  /** Changes rows of a table, whose name stands as written. */
  | {
      readonly tag: 'rows';
      readonly verb: 'insert' | 'update' | 'delete' | 'truncate';
      readonly table: string;
    };

const SERVER_OBJECTS = /^(?:ALTER|CREATE|DROP) (?:DATABASE|TABLESPACE|SUBSCRIPTION)\b/;
const ROLE_CHANGES = /^(?:ALTER|DROP) (?:ROLE|USER|GROUP)\b/;
const SERVER_ACTS = /^(?:ALTER SYSTEM|CHECKPOINT|LOAD)\b/;

export function kindOf(words: readonly ScriptWord[]): StatementKind {
  const head = keywordsOf(words).join(' ');
  const isServerWide = [SERVER_OBJECTS, SERVER_ACTS].some((pattern) => pattern.test(head));
  if (isServerWide || (ROLE_CHANGES.test(head) && !/^(?:ALTER|DROP) USER MAPPING\b/.test(head)))
    return { tag: 'server-wide' };
  if (/^COPY\b/.test(head) && touchesFiles(words)) return { tag: 'server-wide' };
  if (/^CREATE (?:ROLE|USER|GROUP)\b/.test(head) && !/^CREATE USER MAPPING\b/.test(head))
    return { tag: 'create-role' };
  if (/^CREATE EXTENSION\b/.test(head)) return { tag: 'create-extension' };
  if (/^SET (?:LOCAL |SESSION CHARACTERISTICS AS )?TRANSACTION\b/.test(head))
    return { tag: 'transaction-setting' };
  return rowsKind(words);
}

/** `COPY … FROM 'file'`, `TO 'file'`, `PROGRAM`: of the server's machine. */
function touchesFiles(words: readonly ScriptWord[]): boolean {
  return words.some((word, index) => {
    if (word.tag !== 'word' || !/^(?:from|to)$/i.test(word.text)) return false;
    const next = words[index + 1];
    return next?.tag === 'literal' || (next?.tag === 'word' && /^program$/i.test(next.text));
  });
}

const ROW_VERBS = {
  INSERT: { verb: 'insert', before: ['INTO'] },
  UPDATE: { verb: 'update', before: ['ONLY'] },
  DELETE: { verb: 'delete', before: ['FROM', 'ONLY'] },
  TRUNCATE: { verb: 'truncate', before: ['TABLE', 'ONLY'] },
} as const;

function rowsKind(words: readonly ScriptWord[]): StatementKind {
  const [first, ...rest] = words;
  if (first?.tag !== 'word') return { tag: 'ordinary' };
  const found = Object.entries(ROW_VERBS).find(([keyword]) => keyword === first.text.toUpperCase())?.[1];
  if (found === undefined) return { tag: 'ordinary' };
  const before: ReadonlySet<string> = new Set(found.before);
  const start = rest.findIndex((word) => word.tag !== 'word' || !before.has(word.text.toUpperCase()));
  return { tag: 'rows', verb: found.verb, table: qualifiedName(start === -1 ? [] : rest.slice(start)) };
}

/** `shop."Orders"`, as far as it is a name. */
function qualifiedName(words: readonly ScriptWord[]): string {
  let name = '';
  for (const word of words) {
    if (word.tag === 'literal') break;
    const isDot = word.tag === 'symbol' && word.text === '.';
    if (isDot === (name === '' || name.endsWith('.'))) break;
    name += word.text;
  }
  return name;
}
