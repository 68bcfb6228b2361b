import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../src/model/ingest-error.ts';

const PAGE = resolve(import.meta.dirname, '../../docs/errors.md');

/** Rows of the page's tables of codes: code, kind, exit code. */
const ROW = /^\| `([a-z-]+)` \| (\w+) \| (\d) \|/gm;

describe('docs/errors.md', () => {
  it('names every error code once, with its kind and exit code, and no other', async () => {
    const page = await readFile(PAGE, 'utf8');
    const rows = [...page.matchAll(ROW)].map(([, code, kind, exit]) => `${code} ${kind} ${exit}`);
    const codes = Object.entries(ERROR_CODES).map(
      ([code, { disposition, exitCode }]) => `${code} ${disposition} ${exitCode}`,
    );
    expect(rows.toSorted()).toEqual(codes.toSorted());
  });

  it('says what happened for every code', async () => {
    const page = await readFile(PAGE, 'utf8');
    const meanings = [...page.matchAll(/^\| `[a-z-]+` \| \w+ \| \d \| ([^|]*) \|/gm)].map(
      ([, text = '']) => text,
    );
    expect(meanings.filter((text) => !/^[\w`].*\.$/.test(text))).toEqual([]);
  });
});
