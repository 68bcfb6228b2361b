import { access, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const PROJECT = resolve(import.meta.dirname, '../..');

interface NamedTest {
  readonly file: string;
  readonly title: string;
}

interface Guarantee {
  readonly id: string;
  readonly tests: readonly NamedTest[];
}

/** Sections `## I1 — …` of the page, each with the tests that its nested lists of code spans name. */
async function readGuarantees(): Promise<readonly Guarantee[]> {
  const page = await readFile(resolve(PROJECT, 'docs/guarantees.md'), 'utf8');
  return page
    .split(/^## /m)
    .filter((section) => /^I\d+ — /.test(section))
    .map((section) => ({ id: section.split(' ')[0] ?? '', tests: namedTests(section) }));
}

function namedTests(section: string): readonly NamedTest[] {
  const tests: NamedTest[] = [];
  let file = '';
  for (const line of section.split('\n')) {
    file = /^- `(test\/[^`]+\.test\.ts)`/.exec(line)?.[1] ?? file;
    const title = /^ {2}- `(.+)`$/.exec(line)?.[1];
    if (title !== undefined) tests.push({ file, title });
  }
  return tests;
}

/** Whether the text holds a test of that title: quoted, and followed by the function that is the test. */
function holdsTest(text: string, title: string): boolean {
  return ["'", '"', '`'].some((quote) =>
    new RegExp(`${quote}${escapeForRegExp(title)}${quote},\\s*(?:async\\s*)?(?:\\(|\\w+ =>)`).test(text),
  );
}

function escapeForRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

describe('docs/guarantees.md', () => {
  it('has I1 to I10, in order, each with tests', async () => {
    const guarantees = await readGuarantees();
    expect(guarantees.map(({ id }) => id)).toEqual(Array.from({ length: 10 }, (_, index) => `I${index + 1}`));
    expect(guarantees.filter(({ tests }) => tests.length === 0).map(({ id }) => id)).toEqual([]);
  });

  it('names only tests that exist', async () => {
    const missing: string[] = [];
    for (const { id, tests } of await readGuarantees())
      for (const { file, title } of tests) {
        const text = await readFile(resolve(PROJECT, file), 'utf8').catch(() => '');
        if (!holdsTest(text, title)) missing.push(`${id}: ${file}: ${title}`);
      }
    expect(missing).toEqual([]);
  });

  it.each([
    'docs/guarantees.md',
    'docs/architecture.md',
    'docs/databricks.md',
    'docs/github-action.md',
    'README.md',
    'CONTRIBUTING.md',
  ])('%s names only files of this project', async (page) => {
    const text = await readFile(resolve(PROJECT, page), 'utf8');
    const paths = [...text.matchAll(/`((?:src|test|scripts|docs|bench|examples)\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    );
    const missing: string[] = [];
    for (const path of paths)
      await access(resolve(PROJECT, path)).catch(() => {
        missing.push(path);
      });
    expect(missing).toEqual([]);
  });
});
