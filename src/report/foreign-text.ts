/** The runner and every terminal end a line at each of these. */
const LINE_END = /\r\n|\r|\n/;

/**
 * Control characters (tab excepted) and the invisible marks that reorder text: they could redraw a terminal, or
 * make a log say what it does not say.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about.
const UNPRINTABLE = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** Splits text where a log would. */
function splitLines(text: string): readonly string[] {
  return text.split(LINE_END);
}

/**
 * Text of foreign origin (a database, YAML, an error) that is safe to print: each control character is shown as
 * its escape, line ends stay.
 */
export function printable(text: string): string {
  return splitLines(text)
    .map((line) => line.replace(UNPRINTABLE, escapeCharacter))
    .join('\n');
}

/** The same on one line, for table cells and bar labels. */
export function printableLine(text: string): string {
  return printable(text).replaceAll('\n', ' ');
}

/**
 * Text in which the GitHub runner finds no command: it reads `::name` at the start of a line, however indented,
 * and `##[name` anywhere in it. A blank breaks both; the rest stays as it is, casts (`id::text`) included.
 */
export function withoutCommands(text: string): string {
  return printable(text)
    .split('\n')
    .map((line) => line.replace(/^(\s*):(?=:)/, '$1: ').replaceAll('##[', '## ['))
    .join('\n');
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
