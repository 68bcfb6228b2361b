import { codeBlock, escapeMarkdown } from './markdown-text.ts';
import { parseRemedy, type RemedyPart } from './remedy-parts.ts';

/**
 * What to do, as Markdown: words as words, and SQL, commands and YAML in blocks of their own, which GitHub gives a
 * button for copying. The text shows as it is, whatever it holds. No empty line first or last.
 */
export function formatRemedyMarkdown(lines: readonly string[]): string {
  const blocks: Block[] = [];
  for (const part of parseRemedy(lines.filter((line) => line.trim() !== ''))) {
    const last = blocks.at(-1);
    if (part.tag === 'code') blocks.push(codeUnder(part, last));
    else blocks.push(proseBlock(part.text));
  }
  return blocks.map((block, index) => separator(block, blocks[index - 1]) + block.text).join('');
}

interface Block {
  readonly text: string;
  /** Blanks that put what follows under a list's item. */
  readonly indent: string;
  readonly isItem: boolean;
}

const NUMBERED = /^(\d{1,3}\. |- )(.+)$/;

function proseBlock(text: string): Block {
  const [, mark, rest] = NUMBERED.exec(text) ?? [];
  if (mark === undefined || rest === undefined)
    return { text: escapeMarkdown(text), indent: '', isItem: false };
  return { text: `${mark}${escapeMarkdown(rest)}`, indent: ' '.repeat(mark.length), isItem: true };
}

function codeUnder(part: Extract<RemedyPart, { tag: 'code' }>, above: Block | undefined): Block {
  const indent = above?.indent ?? '';
  const lines = codeBlock(part.text, part.language).split('\n');
  return { text: lines.map((line) => `${indent}${line}`).join('\n'), indent, isItem: false };
}

/** Items stand close together; all else is a paragraph of its own. */
function separator(block: Block, above: Block | undefined): string {
  if (above === undefined) return '';
  return block.isItem && above.isItem ? '\n' : '\n\n';
}
