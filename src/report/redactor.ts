import { printable, withoutCommands } from './foreign-text.ts';
import { escapeMarkdown } from './markdown-text.ts';

/** Shorter ones occur in ordinary words, and hiding them would shred the text. */
const MIN_LENGTH = 4;
const STANDS_FOR_A_SECRET = '***';

/** A value that must not be shown. */
export interface KnownSecret {
  /** A password, a token, a whole connection string. */
  readonly value: string;
  /** Who signs in with it: `user:value` in base64 is how HTTP sends both. */
  readonly user?: string | undefined;
}

/** Hides secrets in text. The same registry stands before every sink, so that none can be forgotten. */
export interface Redactor {
  /** Every form in which a known secret could turn up, the longest first; for sinks that hide values by themselves. */
  readonly forms: readonly string[];
  /** The text with `***` in the place of every form; forms that overlap are hidden as one. Text without secrets comes back as it is. */
  redact(text: string): string;
}

/** Values under 4 characters are not hidden: nobody could read what remains. */
export function createRedactor(secrets: readonly KnownSecret[]): Redactor {
  const forms = [...new Set(secrets.flatMap(formsOf))]
    .filter((form) => form.length >= MIN_LENGTH)
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return { forms, redact: (text) => hide(text, occurrencesOf(text, forms)) };
}

function formsOf({ value, user }: KnownSecret): readonly string[] {
  const lines = value.split(/\r\n|\r|\n/).map((line) => line.trim());
  const texts = [...new Set([value, value.trim(), ...lines])].filter((text) => text.length >= MIN_LENGTH);
  if (texts.length === 0) return [];
  const pair = user === undefined ? [] : base64Forms(`${user}:${value}`);
  return [...texts.flatMap((text) => [text, ...writtenForms(text), ...base64Forms(text)]), ...pair];
}

/** As JSON, SQL, an address, Markdown or a log line would write it. */
function writtenForms(text: string): readonly string[] {
  const encoded = encodeURIComponent(text.toWellFormed());
  const strictlyEncoded = encoded.replace(/[!'()*]/g, percentEncoded);
  return [
    JSON.stringify(text).slice(1, -1),
    text.replaceAll("'", "''"),
    ...[encoded, strictlyEncoded].flatMap((form) => [
      form,
      form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
      form.replaceAll('%20', '+'),
    ]),
    printable(text),
    withoutCommands(text),
    escapeMarkdown(text),
    // In the middle of a line, where a hyphen or a number begins no list.
    escapeMarkdown(`x${text}x`).slice(1, -1),
  ];
}

function base64Forms(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  const padded = bytes.toString('base64');
  return [padded, padded.replace(/=+$/, ''), bytes.toString('base64url')];
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

type Span = readonly [start: number, end: number];

function occurrencesOf(text: string, forms: readonly string[]): readonly Span[] {
  return forms
    .flatMap((form) => {
      const spans: Span[] = [];
      for (let start = text.indexOf(form); start !== -1; start = text.indexOf(form, start + 1))
        spans.push([start, start + form.length]);
      return spans;
    })
    .toSorted(([a], [b]) => a - b);
}

/** Spans come by their start; what overlaps is one gap. */
function hide(text: string, spans: readonly Span[]): string {
  let shown = '';
  let end = 0;
  for (const [from, to] of spans) {
    if (from >= end) shown += text.slice(end, from) + STANDS_FOR_A_SECRET;
    end = Math.max(end, to);
  }
  return shown + text.slice(end);
}
