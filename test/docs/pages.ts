import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

const PROJECT = resolve(import.meta.dirname, '../..');

/** A file of the project, by its path from the root. */
export async function readPage(path: string): Promise<string> {
  return await readFile(resolve(PROJECT, path), 'utf8');
}

/** The fenced blocks of a language, in order. */
export function fencedBlocks(page: string, language: string): readonly string[] {
  const fences = new RegExp(`^ *\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\`$`, 'gm');
  return [...page.matchAll(fences)].map(([, block = '']) => block);
}

const LEFT_OUT = /^\s*(?:# …)?$/;

/** Lines of an excerpt that the whole does not have, or not in this order. `# …` says that some are left out. */
export function strayLines(excerpt: string, whole: string): readonly string[] {
  const lines = whole.split('\n');
  let from = 0;
  return excerpt
    .split('\n')
    .filter((line) => !LEFT_OUT.test(line))
    .filter((line) => {
      const at = lines.indexOf(line, from);
      if (at >= 0) from = at + 1;
      return at < 0;
    });
}
