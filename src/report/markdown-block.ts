import { escapeMarkdown } from './markdown-text.ts';

/** GitHub's coloured boxes, by how much they want to be read. */
export type AlertKind = 'NOTE' | 'WARNING' | 'CAUTION';

/** A coloured box around lines of Markdown. */
export function alertBlock(kind: AlertKind, lines: readonly string[]): string {
  return [`[!${kind}]`, ...lines.flatMap((line) => line.split('\n'))]
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

/** Markdown that is folded under a title until somebody opens it. The title is shown as it is. */
export function foldedBlock(title: string, content: string): string {
  return `<details>\n<summary>${escapeMarkdown(title)}</summary>\n\n${content}\n\n</details>`;
}

export interface MarkdownColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** A table of cells that are Markdown of one line already. */
export function tableBlock(columns: readonly MarkdownColumn[], rows: readonly (readonly string[])[]): string {
  return [
    columns.map(({ title }) => title),
    columns.map(({ align }) => (align === 'left' ? '---' : '---:')),
    ...rows,
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** Text of any origin as Markdown on one line, cut where nobody would read on. */
export function escapeShort(text: string, maxLength = 200): string {
  const characters = Array.from(text.slice(0, 2 * maxLength + 2));
  return escapeMarkdown(
    characters.length > maxLength ? `${characters.slice(0, maxLength - 1).join('')}…` : text,
  );
}

/** The same sentence with a capital letter first. */
export function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
