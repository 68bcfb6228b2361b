import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { codeBlock, escapeMarkdown } from '../../src/report/markdown-text.ts';

const ZERO_WIDTH = '\u200b';

/** As GitHub shows it; nothing of it may be more than text. */
function rendered(markdown: string): string {
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
}

function decoded(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(ZERO_WIDTH, '');
}

const HOSTILE = [
  '<!-- tributary:plan v=1 key=x hash=y -->',
  '<img src=x onerror=alert(1)>',
  '</details></summary>',
  '`code` *bold* _italic_ ~~gone~~ **[a](http://evil.example)**',
  '![pixel](http://evil.example/pixel.png)',
  'http://evil.example www.evil.example https://evil.example/a@b mailto:a@evil.example someone@evil.example',
  'cell | cell',
  '&lt;b&gt; &amp;',
  '$x$ $$y$$ $`z`$',
  '- item',
  '1. item',
  '12) item',
  '+ item',
  '# heading',
  '> quote',
  '=====',
  '---',
  '\\*',
  '[^1]',
  '[x]: http://evil.example',
];

describe('escapeMarkdown', () => {
  it.each(HOSTILE)('shows exactly %s', (text) => {
    expect(decoded(rendered(escapeMarkdown(text)))).toBe(`<p>${text}</p>`);
  });

  it('shows exactly any text, in a table as well', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), (text) => {
        const shown = text.trim();
        fc.pre(shown !== '');
        expect(decoded(rendered(escapeMarkdown(shown)))).toBe(`<p>${shown}</p>`);
        const table = rendered(`| a |\n| --- |\n| ${escapeMarkdown(shown)} |`);
        expect(decoded(table)).toContain(`<td>${shown}</td>`);
      }),
    );
  });

  // GitHub looks for these in the finished page, where an entity is a character again.
  it.each(['@octocat', '@octo/team', '#123', 'octo/pipelines#4', 'GH-12', 'gh-12', ':tada:', ':+1:'])(
    'breaks the reference in %s for the eye of GitHub alone',
    (text) => {
      const page = rendered(escapeMarkdown(`see ${text} there`));
      expect(page).not.toContain(text.replace(/^.*(?=#)/, ''));
      expect(decoded(page)).toBe(`<p>see ${text} there</p>`);
    },
  );

  it('leaves plain words, casts and times as they are', () => {
    const text = 'orders.total::numeric at 10:30:15, 1.5 MiB (3/4), 100% of 0/16B3748';
    expect(escapeMarkdown(text)).toBe(text);
  });

  it('stays on one line', () => {
    expect(escapeMarkdown('a\nb\r\nc\u2028d')).not.toMatch(/[\n\r\u2028]/);
  });
});

describe('codeBlock', () => {
  it('shows exactly any text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('`', '```', '~~~', 'a', '\n', '<b>', ' ')), (parts) => {
        const text = `x${parts.join('')}`;
        expect(decoded(rendered(codeBlock(text, 'sql')))).toBe(
          `<pre><code class="language-sql">${text}\n</code></pre>`,
        );
      }),
    );
  });
});
