/** A piece of SQL text that is not blank and not a comment. `start` and `end` count UTF-16 code units. */
export interface SqlToken {
  readonly tag: 'word' | 'quoted-identifier' | 'literal' | 'symbol' | 'backslash' | 'unterminated';
  readonly start: number;
  /** After its last character. */
  readonly end: number;
}

/**
 * The token at `from`, or the first one after it; `undefined` at the text's end. By PostgreSQL's lexical rules, with
 * `standard_conforming_strings` on: comments nest, dollar quotes have tags, and only `E'…'` knows the backslash.
 * What is never closed reaches to the end of the text and is `unterminated`.
 *
 * https://www.postgresql.org/docs/current/sql-syntax-lexical.html
 */
export function readSqlToken(text: string, from: number): SqlToken | undefined {
  const start = skipBlanks(text, from);
  if (start === undefined) return { tag: 'unterminated', start: skipSpace(text, from), end: text.length };
  if (start >= text.length) return undefined;
  return readQuoted(text, start) ?? readPlain(text, start);
}

const SPACE = /[\s\ufeff]*/y;
const LINE_COMMENT = /--[^\n\r]*/y;

/** Where the next token begins; `undefined` when a comment is never closed. */
function skipBlanks(text: string, from: number): number | undefined {
  let at = skipSpace(text, from);
  for (;;) {
    const comment = text.startsWith('/*', at)
      ? endOfBlockComment(text, at)
      : (matchEnd(LINE_COMMENT, text, at) ?? at);
    if (comment === undefined || comment === at) return comment;
    at = skipSpace(text, comment);
  }
}

function skipSpace(text: string, from: number): number {
  return matchEnd(SPACE, text, from) ?? from;
}

const COMMENT_MARK = /\/\*|\*\//g;

function endOfBlockComment(text: string, start: number): number | undefined {
  COMMENT_MARK.lastIndex = start;
  let depth = 0;
  for (let mark = COMMENT_MARK.exec(text); mark !== null; mark = COMMENT_MARK.exec(text)) {
    depth += mark[0] === '/*' ? 1 : -1;
    if (depth === 0) return COMMENT_MARK.lastIndex;
  }
  return undefined;
}

const ESCAPE_STRING = /[eE]'[^'\\]*(?:(?:\\[\s\S]|'')[^'\\]*)*'/y;
const CONTINUED_ESCAPE_STRING =
  /[ \t\f\v]*(?:--[^\n\r]*)?[\n\r](?:\s|--[^\n\r]*[\n\r])*'[^'\\]*(?:(?:\\[\s\S]|'')[^'\\]*)*'/y;
/** `U&'…'`, `N'…'`, bits and plain strings alike end at a quote that is not doubled. */
const STRING = /(?:[uU]&|[bBxXnN])?'[^']*(?:''[^']*)*'/y;
const IDENTIFIER = /(?:[uU]&)?"[^"]*(?:""[^"]*)*"/y;
const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/y;
const OPEN_QUOTE = /(?:[uU]&|[eEbBxXnN])?'|(?:[uU]&)?"/y;

function readQuoted(text: string, start: number): SqlToken | undefined {
  const tag = DOLLAR_TAG.exec(at(DOLLAR_TAG, text, start))?.[0];
  if (tag !== undefined) {
    const close = text.indexOf(tag, start + tag.length);
    return close === -1
      ? { tag: 'unterminated', start, end: text.length }
      : { tag: 'literal', start, end: close + tag.length };
  }
  if (matchEnd(OPEN_QUOTE, text, start) === undefined) return undefined;
  const escaped = matchEnd(ESCAPE_STRING, text, start);
  if (escaped !== undefined) return { tag: 'literal', start, end: endOfContinuations(text, escaped) };
  const literal = /^[eE]'/.test(text.slice(start, start + 2)) ? undefined : matchEnd(STRING, text, start);
  if (literal !== undefined) return { tag: 'literal', start, end: literal };
  const identifier = matchEnd(IDENTIFIER, text, start);
  if (identifier !== undefined) return { tag: 'quoted-identifier', start, end: identifier };
  return { tag: 'unterminated', start, end: text.length };
}

/** `E'a'` goes on in a string on a later line, under the same rules. */
function endOfContinuations(text: string, end: number): number {
  const next = matchEnd(CONTINUED_ESCAPE_STRING, text, end);
  return next === undefined ? end : endOfContinuations(text, next);
}

const WORD = /[A-Za-z_\u0080-\uffff][A-Za-z0-9_$\u0080-\uffff]*/y;
/** A parameter such as `$1` must not be taken for the begin of a dollar quote. */
const NUMBER = /\$?[0-9][A-Za-z0-9_.]*/y;

function readPlain(text: string, start: number): SqlToken {
  const word = matchEnd(WORD, text, start);
  if (word !== undefined) return { tag: 'word', start, end: word };
  const number = matchEnd(NUMBER, text, start);
  if (number !== undefined) return { tag: 'literal', start, end: number };
  return { tag: text[start] === '\\' ? 'backslash' : 'symbol', start, end: start + 1 };
}

function matchEnd(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** Points a sticky expression at a place. */
function at(pattern: RegExp, text: string, from: number): string {
  pattern.lastIndex = from;
  return text;
}
