import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { fitBody } from '../../../src/report/github/fit-body.ts';
import { alertBlock, foldedBlock, tableBlock } from '../../../src/report/markdown-block.ts';
import { codeBlock, escapeMarkdown } from '../../../src/report/markdown-text.ts';

const NOTE = 'The rest is [elsewhere](https://example.com/run).';
const COLUMNS = [
  { title: 'table', align: 'left' },
  { title: 'rows', align: 'right' },
] as const;

const texts = fc.string({ unit: 'grapheme', maxLength: 30 });
const lines = fc.array(
  fc.constantFrom('SELECT 1;', '```', '````', '~~~', '# no heading', '<details>', '', 'ü'),
  {
    maxLength: 12,
  },
);
const code = lines.map((some) => codeBlock(some.join('\n'), 'sql'));
const leaf = fc.oneof(
  texts.map((text) => `#### ${escapeMarkdown(text)}`),
  texts.map((text) => `**Verdict.** ${escapeMarkdown(text)}`),
  fc.array(texts, { minLength: 1 }).map((rows) => rows.map((row) => `- ${escapeMarkdown(row)}`).join('\n')),
  fc.array(texts).map((rows) =>
    tableBlock(
      COLUMNS,
      rows.map((row) => [escapeMarkdown(row), '1']),
    ),
  ),
  code,
  code.map((block) => `1. Do this:\n${block.replace(/^/gm, '   ')}`),
  code.map((block) => alertBlock('CAUTION', ['**What happened**', '', block])),
);
const blocks = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: leaf },
    { weight: 1, arbitrary: fc.array(leaf).map((some) => foldedBlock('more', some.join('\n\n'))) },
  ),
);

/** GitHub's own way, as far as blocks go. */
function rendered(markdown: string): string {
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
}

describe('fitBody', () => {
  it('keeps any text of our blocks within the limit and balanced, with the note outside of all blocks', () => {
    fc.assert(
      fc.property(blocks, fc.integer({ min: NOTE.length, max: 900 }), (some, maxBytes) => {
        const text = some.join('\n\n');
        fc.pre(Buffer.byteLength(text) > maxBytes);
        const body = fitBody(text, { maxBytes, note: NOTE });
        expect(Buffer.byteLength(body)).toBeLessThanOrEqual(maxBytes);
        const page = rendered(body);
        expect(
          page.trimEnd().endsWith('<p>The rest is <a href="https://example.com/run">elsewhere</a>.</p>'),
        ).toBe(true);
        expect(page.match(/<details>/g)?.length ?? 0).toBe(page.match(/<\/details>/g)?.length ?? 0);
        expect(page.match(/<pre>/g)?.length ?? 0).toBe(page.match(/<\/pre>/g)?.length ?? 0);
      }),
      { numRuns: 500 },
    );
  });

  it('gives back what fits', () => {
    const text = `${codeBlock('SELECT 1;', 'sql')}\n`;
    expect(fitBody(text, { maxBytes: Buffer.byteLength(text), note: NOTE })).toBe(text);
  });

  it('cuts a table between two rows', () => {
    const rows = Array.from({ length: 50 }, (_, index) => [`public.table${index}`, String(index)]);
    const body = fitBody(tableBlock(COLUMNS, rows), { maxBytes: 400, note: NOTE });
    const kept = body.split('\n\n')[0]?.split('\n') ?? [];
    expect(kept.length).toBeGreaterThan(8);
    for (const row of kept) expect(row).toMatch(/^\|.*\|$/);
    expect(body.endsWith(`\n\n${NOTE}`)).toBe(true);
  });

  it('leaves no heading, table head or opened block with nothing below it', () => {
    const text = [
      'One.',
      '',
      '#### Two',
      '',
      ...tableBlock(COLUMNS, [['x'.repeat(300), '1']]).split('\n'),
    ].join('\n');
    for (let maxBytes = 60; maxBytes < 340; maxBytes += 1)
      expect(fitBody(text, { maxBytes, note: NOTE })).toBe(`One.\n\n${NOTE}`);
  });

  it('closes a code block in a list item where it was opened', () => {
    const long = Array.from({ length: 40 }, (_, index) => `   SELECT ${index};`);
    const text = ['1. Do this:', '   ```sql', ...long, '   ```'].join('\n');
    const page = rendered(fitBody(text, { maxBytes: 250, note: NOTE }));
    expect(page).toContain('</code></pre></li>\n</ol>\n<p>The rest is');
  });

  it('counts bytes, so that letters of any script fit', () => {
    const text = '数据库\n\n'.repeat(100);
    expect(Buffer.byteLength(fitBody(text, { maxBytes: 500, note: NOTE }))).toBeLessThanOrEqual(500);
  });
});
