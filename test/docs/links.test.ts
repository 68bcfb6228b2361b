import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const PROJECT = resolve(import.meta.dirname, '../..');

const PAGES = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs/architecture.md',
  'docs/configuration.md',
  'docs/databricks.md',
  'docs/demo.md',
  'docs/errors.md',
  'docs/github-action.md',
  'docs/guarantees.md',
  'docs/report.md',
  'docs/troubleshooting.md',
  'examples/README.md',
];

describe('the pages', () => {
  it.each(PAGES)('%s links to pages and headings that exist', async (page) => {
    const text = await readFile(resolve(PROJECT, page), 'utf8');
    const broken: string[] = [];
    for (const link of linksOf(text)) {
      const [path = '', heading] = link.split('#');
      const target = path === '' ? page : resolve(PROJECT, dirname(page), path);
      if (!(await leadsSomewhere(resolve(PROJECT, target), heading))) broken.push(link);
    }
    expect(broken).toEqual([]);
  });
});

/** Pages of the repository on GitHub, which lie above its files. */
const ON_GITHUB = '../../actions/';

/** Targets of Markdown links, and of pictures; those to other places of the web apart. */
function linksOf(text: string): readonly string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)|\bsrc(?:set)?="([^"]+)"/g)]
    .map(([, link, picture]) => link ?? picture ?? '')
    .filter((link) => !/^[a-z]+:/.test(link) && !link.startsWith(ON_GITHUB));
}

async function leadsSomewhere(path: string, heading: string | undefined): Promise<boolean> {
  try {
    const text = await readFile(path, 'utf8');
    return heading === undefined || anchorsOf(text).has(heading);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EISDIR';
  }
}

/** As GitHub makes them of headings. */
function anchorsOf(text: string): ReadonlySet<string> {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}
