import { describe, expect, it } from 'vitest';
import { formatChecksMarkdown } from '../../src/report/check-markdown.ts';
import { formatCheckText } from '../../src/report/check-text.ts';
import { FAILED_ROLE, sampleCheck, UNPROVEN_VOLUME } from './sample-check.ts';

const PLAIN = { colours: false };

describe('a checklist as text', () => {
  it('says in its first line whether all holds, and gives each point one line', () => {
    const lines = formatCheckText(sampleCheck(), PLAIN).trimEnd().split('\n');
    expect(lines[0]).toBe('✔ orders_to_lake: all 12 points hold');
    expect(lines.slice(1)).toHaveLength(12);
    expect(lines[3]).toBe('  ✓ role and grants  as it should be');
  });

  it('has every problem and its remedy under the point that does not hold', () => {
    const text = formatCheckText(sampleCheck({ role: FAILED_ROLE, volume: UNPROVEN_VOLUME }), PLAIN);
    expect(text).toContain('✘ orders_to_lake: 1 of 12 points does not hold');
    expect(text).toContain(
      [
        '  ✗ role and grants  User "a|b" may not read public.orders.',
        '                     User "a|b" may not read public.<b>.',
        '                       GRANT SELECT ON "orders" TO "a|b";',
      ].join('\n'),
    );
    expect(text).toContain('  – staging          skipped\n                       Look at it.');
  });

  it('counts what is not proven as what it is', () => {
    expect(formatCheckText(sampleCheck({ volume: UNPROVEN_VOLUME }), PLAIN)).toContain(
      '11 of 12 points hold, 1 is not proven',
    );
  });

  it('shows control characters of foreign names as escapes', () => {
    const odd = { ...FAILED_ROLE, found: 'User "\u001b[2J" may not.' };
    expect(formatCheckText(sampleCheck({ role: odd }), PLAIN)).toContain('"\\u001b[2J"');
  });
});

describe('a checklist as Markdown', () => {
  it('is a table whose cells nothing foreign can break, and remedies as code', () => {
    const text = formatChecksMarkdown([sampleCheck({ role: FAILED_ROLE, volume: UNPROVEN_VOLUME })]);
    expect(text).toContain('### ❌ orders&#95;to&#95;lake: 1 of 12 points does not hold');
    const rows = text.split('\n').filter((line) => line.startsWith('| '));
    expect(rows).toHaveLength(14);
    for (const row of rows) expect(row.split('|')).toHaveLength(5);
    expect(text).toContain('```sql\nGRANT SELECT ON "orders" TO "a|b";\n```');
    expect(text).not.toContain('Look at it.');
  });

  it('tells one pipeline after the other', () => {
    const text = formatChecksMarkdown([sampleCheck(), { ...sampleCheck(), pipeline: 'second' }]);
    expect(text.match(/^### ✅/gm)).toHaveLength(2);
  });
});
