import { printable, printableLine } from './foreign-text.ts';

/**
 * GitHub makes links, notifications and pictures of `@name`, `#123`, `GH-123` and `:name:`. It looks for them in the finished
 * page, where an entity is a character again: so a character without width has to stand in between.
 */
const ZERO_WIDTH = '&#8203;';
const REFERENCE = /@(?=[\w-])|#(?=\d)|\bGH-(?=\d)|:(?=[a-z+-][\w+-]*:)/;

/** What is a link without any brackets; it is looked for in the source, where an entity is enough. */
const BARE_LINK = /:(?=\/\/)|(?<=www)\./;

/** Characters that mean something in GitHub's Markdown, inside a table cell included, or in HTML, or begin a formula. */
const MARKUP = /[\\`*_[\]#|<>~&@$]/;

/** What begins a list or underlines a heading, should the text begin a line. */
const LINE_OPENING = /^[-+=](?=[\s=-]|$)|(?<=^\d{1,9})[.)](?=\s|$)/;

const SPECIAL = new RegExp(
  [REFERENCE, BARE_LINK, MARKUP, LINE_OPENING].map(({ source }) => source).join('|'),
  'gi',
);
const REFERENCE_ONLY = new RegExp(`^(?:${REFERENCE.source})`, 'i');

/** Text of any origin as Markdown that shows exactly that text, on one line, and links and notifies nobody. */
export function escapeMarkdown(text: string): string {
  return printableLine(text).replace(SPECIAL, (found, place: number, whole: string) => {
    const isReference = REFERENCE_ONLY.test(whole.slice(place));
    return `${found.length === 1 ? entityOf(found) : found}${isReference ? ZERO_WIDTH : ''}`;
  });
}

/** A code block whose fence is longer than any run of backticks inside. */
export function codeBlock(text: string, language: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${printable(text)}\n${fence}`;
}

function entityOf(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
