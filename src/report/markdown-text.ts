import { printable, printableLine } from './foreign-text.ts';

/** Characters that mean something in GitHub's Markdown, inside a table cell included, and `<` and `&` of HTML. */
const MARKUP = /[\\`*_[\]#|<>~&@]/g;

/** Text of any origin as Markdown that shows exactly that text, on one line. */
export function escapeMarkdown(text: string): string {
  return printableLine(text).replace(MARKUP, (character) => `&#${character.charCodeAt(0)};`);
}

/** A code block whose fence is longer than any run of backticks inside. */
export function codeBlock(text: string, language: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${printable(text)}\n${fence}`;
}
