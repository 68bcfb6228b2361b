import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../src/model/ingest-error.ts';

const PROJECT = resolve(import.meta.dirname, '../..');

/** What stands for a name or a number, on the page and in the templates of the sources. */
const GAP = '…';

/** The cells of the page's tables: texts, code, what to do. */
async function readRows(): Promise<readonly (readonly string[])[]> {
  const page = await readFile(resolve(PROJECT, 'docs/troubleshooting.md'), 'utf8');
  return page
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split(' | ').map((cell) => cell.replaceAll(/^\| | \|$/g, '')));
}

/** All sources as one text, with every `${…}` of a template as a gap. */
async function readMessages(): Promise<string> {
  const names = await readdir(resolve(PROJECT, 'src'), { recursive: true });
  const texts = await Promise.all(
    names
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFile(resolve(PROJECT, 'src', name), 'utf8')),
  );
  return texts.join('\n').replaceAll(PLACEHOLDER, GAP).replaceAll('\\`', '`');
}

/** What stands between the braces may have braces in it, such as a template's. */
const PLACEHOLDER = /\$\{(?:[^{}\n]|\{[^{}\n]*\})*\}/g;

/** A gap at the beginning or the end need not be one in the template: the text may be a part of it. */
function needle(text: string): string {
  return text.replace(/^…\s*/, '').replace(/\s*…\.?$/, '');
}

describe('docs/troubleshooting.md', () => {
  it('goes by texts that the program says', async () => {
    const messages = await readMessages();
    const texts = (await readRows()).flatMap(([cell = '']) =>
      [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text),
    );
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((text) => !messages.includes(needle(text)))).toEqual([]);
  });

  it('names codes that there are', async () => {
    const codes = (await readRows()).map(([, code = '']) => code);
    const known = Object.keys(ERROR_CODES).map((code) => `\`${code}\``);
    expect(codes.filter((code) => code !== '–' && !known.includes(code))).toEqual([]);
  });
});
