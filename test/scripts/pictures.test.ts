import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderGithubHtml } from '../../scripts/pictures/github-html.ts';
import { PICTURES } from '../../scripts/pictures/picture-list.ts';
import { renderTerminalHtml } from '../../scripts/pictures/terminal-html.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const GOLDEN = join(ROOT, 'test/report/golden');
const PAGES = readdirSync(GOLDEN).filter((name) => name.endsWith('.md'));

describe('GitHub’s view of a golden file', () => {
  it.each(PAGES)('%s shows tables as tables and boxes as boxes, and folds what it opens', (name) => {
    const markdown = readFileSync(join(GOLDEN, name), 'utf8');
    const html = renderGithubHtml(markdown, { lineEnds: name.startsWith('summary') ? 'folded' : 'shown' });
    const text = html.replace(/<pre[\s\S]*?<\/pre>|<code>[\s\S]*?<\/code>/g, '');
    expect(count(html, '<details>')).toBe(count(html, '</details>'));
    expect(count(html, '<summary>')).toBe(count(html, '<details>'));
    expect(count(html, '<table>')).toBe([...markdown.matchAll(/^\s*\|(?: *:?-+:? *\|)+$/gm)].length);
    expect(count(html, 'class="markdown-alert ')).toBe([...markdown.matchAll(/^\s*> \[![A-Z]+\]$/gm)].length);
    expect(html).not.toContain('<!--');
    // What was meant as markup, and is none, would show as signs.
    expect(text).not.toMatch(/\*\*|^#+ |```|\[!|&lt;\/?(?:details|summary)|\| *---/m);
  });

  it('lets through no HTML that GitHub takes away', () => {
    const html = renderGithubHtml('<img src=x onerror=y> <script>z</script>\n\n<!-- marker -->\n\n<b>b</b>', {
      lineEnds: 'folded',
    });
    expect(html).not.toMatch(/<script|marker/);
    expect(html).toContain('<b>b</b>');
  });
});

describe('the pictures', () => {
  it.each(PICTURES)('$name is there, and small', async ({ name, text }) => {
    expect((await text(ROOT)).length).toBeGreaterThan(0);
    const png = readFileSync(join(ROOT, 'docs/pictures', `${name}.png`));
    expect(png.length).toBeLessThan(200 * 1024);
  });
});

describe('renderTerminalHtml', () => {
  it('closes every style that it opens, and shows text as text', () => {
    const html = renderTerminalHtml('\u001b[32m\u001b[1m<ok>\u001b[22m\u001b[39m &\u001b[2mend');
    expect(html).toBe(
      '<span class="green"><span class="bold">&lt;ok&gt;</span></span> &amp;<span class="dim">end</span>',
    );
  });
});

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
