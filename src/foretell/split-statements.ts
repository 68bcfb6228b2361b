import { readSqlToken, type SqlToken } from './sql-token.ts';

/** 1-based; columns count UTF-16 code units, as editors and GitHub annotations do. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** A part of a script that is acted upon by itself. */
export type ScriptPart =
  /** `text` goes from its first token to its last, the semicolon left out. */
  | ({ readonly tag: 'statement'; readonly text: string; readonly words: readonly ScriptWord[] } & Extent)
  /** A command of psql's own, `\connect` say, which the server does not know. `name` is with the backslash. */
  | ({ readonly tag: 'meta-command'; readonly name: string } & Extent)
  /** `COPY … FROM stdin` with the rows that follow it. */
  | ({ readonly tag: 'copy-data'; readonly words: readonly ScriptWord[] } & Extent)
  /** A quote or comment that is never closed: the rest of the script. */
  | ({ readonly tag: 'unterminated' } & Extent);

interface Extent {
  /** UTF-16 code units from the script's begin. */
  readonly start: number;
  readonly from: TextPlace;
  /** The last character's line. */
  readonly endLine: number;
}

/** A token of a statement: a keyword or identifier in `text`, everything else by its kind alone, so that no literal leaves. */
export type ScriptWord =
  | { readonly tag: 'word' | 'quoted-identifier' | 'symbol'; readonly text: string }
  | { readonly tag: 'literal' };

/**
 * Splits a script as psql does: at semicolons outside of quotes, comments, parentheses and the `BEGIN ATOMIC` body of
 * a function. Statements without a token are left out. Never throws.
 */
export function splitStatements(text: string): readonly ScriptPart[] {
  const placeOf = placesOf(text);
  const parts: ScriptPart[] = [];
  let at = 0;
  for (;;) {
    const draft = readPart(text, at);
    if (draft === undefined) return parts;
    at = draft.next;
    if (draft.part === undefined) continue;
    const { start, end, ...part } = draft.part;
    parts.push({
      ...part,
      start,
      from: placeOf(start),
      endLine: placeOf(Math.max(start, end - 1)).line,
    });
  }
}

type DraftOf<Part> = Part extends ScriptPart
  ? Omit<Part, 'from' | 'endLine'> & { readonly end: number }
  : never;

interface Draft {
  readonly part: DraftOf<ScriptPart> | undefined;
  /** Where the part after it is looked for. */
  readonly next: number;
}

function readPart(text: string, from: number): Draft | undefined {
  const tokens: SqlToken[] = [];
  const nesting = new Nesting();
  let at = from;
  for (;;) {
    const token = readSqlToken(text, at);
    if (token === undefined) return endPart(text, tokens, text.length, at);
    at = token.end;
    if (token.tag === 'unterminated') return unterminated(text, tokens, token);
    if (token.tag === 'backslash') return metaCommand(text, tokens, token);
    const word = text.slice(token.start, token.end);
    if (token.tag === 'symbol' && word === ';' && nesting.isOutside)
      return endPart(text, tokens, token.end, at) ?? { part: undefined, next: at };
    nesting.take(token.tag, word);
    tokens.push(token);
  }
}

function endPart(text: string, tokens: readonly SqlToken[], end: number, next: number): Draft | undefined {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const words = tokens.map((token) => wordOf(text, token));
  if (readsStandardInput(words)) {
    const dataEnd = endOfCopyData(text, next);
    return { part: { tag: 'copy-data', words, start: first.start, end: dataEnd }, next: dataEnd };
  }
  const statement = text.slice(first.start, last.end);
  return { part: { tag: 'statement', text: statement, words, start: first.start, end }, next };
}

function unterminated(text: string, tokens: readonly SqlToken[], token: SqlToken): Draft {
  const start = tokens[0]?.start ?? token.start;
  return { part: { tag: 'unterminated', start, end: text.length }, next: text.length };
}

const META_COMMAND = /\\[^\s\\]*/y;

/** A meta-command goes to the end of its line. One inside a statement (`\gexec`) takes the statement with it. */
function metaCommand(text: string, tokens: readonly SqlToken[], token: SqlToken): Draft {
  META_COMMAND.lastIndex = token.start;
  const name = META_COMMAND.exec(text)?.[0] ?? '\\';
  const newline = text.indexOf('\n', token.end);
  const end = newline === -1 ? text.length : newline;
  return { part: { tag: 'meta-command', name, start: tokens[0]?.start ?? token.start, end }, next: end };
}

/** Where psql would not split: counted as psql does, by words, without understanding the statement. */
class Nesting {
  #parentheses = 0;
  #bodies = 0;
  readonly #firstWords: string[] = [];
  #isRoutine = false;

  get isOutside(): boolean {
    return this.#parentheses <= 0 && this.#bodies <= 0;
  }

  take(tag: SqlToken['tag'], text: string): void {
    if (tag === 'symbol' && text === '(') this.#parentheses += 1;
    if (tag === 'symbol' && text === ')') this.#parentheses -= 1;
    if (tag !== 'word') return;
    const word = text.toLowerCase();
    if (this.#firstWords.length < 4) {
      this.#firstWords.push(word);
      this.#isRoutine ||= /^create (or replace )?(function|procedure)$/.test(this.#firstWords.join(' '));
    }
    if (!this.#isRoutine || this.#parentheses > 0) return;
    if (word === 'begin' || (word === 'case' && this.#bodies > 0)) this.#bodies += 1;
    if (word === 'end' && this.#bodies > 0) this.#bodies -= 1;
  }
}

function wordOf(text: string, { tag, start, end }: SqlToken): ScriptWord {
  return tag === 'word' || tag === 'quoted-identifier' || tag === 'symbol'
    ? { tag, text: text.slice(start, end) }
    : { tag: 'literal' };
}

function readsStandardInput(words: readonly ScriptWord[]): boolean {
  const texts = words.map((word) => (word.tag === 'word' ? word.text.toLowerCase() : ''));
  const from = texts.indexOf('from');
  return texts[0] === 'copy' && texts.some((word, index) => word === 'stdin' && index === from + 1);
}

const COPY_END = /^\\\.[^\S\n]*$/gm;

function endOfCopyData(text: string, from: number): number {
  COPY_END.lastIndex = from;
  return COPY_END.exec(text) === null ? text.length : COPY_END.lastIndex;
}

/** A function from indexes of a text to places, in logarithmic time. */
export function placesOf(text: string): (index: number) => TextPlace {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return (index) => {
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((lineStarts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: index - (lineStarts[low] ?? 0) + 1 };
  };
}
