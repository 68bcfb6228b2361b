import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { formatDiagnosticsMarkdown } from '../../src/report/diagnostics-markdown.ts';

const finding = (changes: Partial<Diagnostic> = {}): Diagnostic => ({
  severity: 'error',
  file: 'pipelines/shop.yml',
  line: 3,
  column: 5,
  code: 'unknown-key',
  message: 'Unknown key `hots` in `source`.',
  hint: 'Did you mean `host`?',
  ...changes,
});

describe('formatDiagnosticsMarkdown', () => {
  it('gives the verdict first, and each finding with its place, code and remedy', () => {
    expect(formatDiagnosticsMarkdown([finding({ hint: 'Write `a|b`.' })])).toBe(
      [
        '### ❌ 1 error',
        '',
        '|  | where | finding | what to do |',
        '| --- | --- | --- | --- |',
        '| ❌ | pipelines/shop.yml:3:5 | Unknown key <code>hots</code> in <code>source</code>. <sub>unknown-key</sub> | Write <code>a&#124;b</code>. |',
        '',
      ].join('\n'),
    );
  });

  it('puts what is weightier first, and keeps the order otherwise', () => {
    const text = formatDiagnosticsMarkdown([
      finding({ severity: 'notice', line: 1 }),
      finding({ severity: 'warning', line: 2 }),
      finding({ line: 4 }),
      finding({ line: 3 }),
    ]);
    expect(text).toContain('### ❌ 2 errors, 1 warning, 1 notice');
    expect([...text.matchAll(/yml:(\d)/g)].map(([, line]) => line)).toEqual(['4', '3', '2', '1']);
  });

  it.each([
    ['warning', '### ⚠️ 1 warning'],
    ['notice', '### ℹ️ 1 notice'],
  ] as const)('does not cry over a %s', (severity, heading) => {
    expect(formatDiagnosticsMarkdown([finding({ severity })])).toContain(heading);
  });

  it('links each place to its line', () => {
    const link = (file: string, line: number) => `https://github.com/o/r/blob/abc/${file}#L${line}`;
    expect(formatDiagnosticsMarkdown([finding({ file: 'a b.yml' })], { link })).toContain(
      '[a b.yml:3:5](<https://github.com/o/r/blob/abc/a%20b.yml#L3>)',
    );
  });

  it('shows foreign text as it is: no markup, no mention, no row of its own', () => {
    const text = formatDiagnosticsMarkdown([
      finding({ file: 'x|y.yml', message: 'No `<img>` @team | ![a](b)\n| new', hint: '`<!--`' }),
    ]);
    expect(text).not.toMatch(/<img|<!--|@team|!\[a\]/);
    expect(text.trimEnd().split('\n')).toHaveLength(5);
  });

  it('stays below 300 KiB, in whole rows, and counts what is left out', () => {
    const text = formatDiagnosticsMarkdown(
      Array.from({ length: 5000 }, (_, line) => finding({ line: line + 1 })),
    );
    expect(Buffer.byteLength(text)).toBeLessThan(300 * 1024);
    const rows = text.split('\n').filter((line) => line.startsWith('| ❌'));
    expect(rows.every((row) => row.endsWith(' |'))).toBe(true);
    expect(text).toContain(`… and ${(5000 - rows.length).toLocaleString('en')} more findings`);
  });

  it('lists 400 errors of one file', () => {
    const text = formatDiagnosticsMarkdown(
      Array.from({ length: 400 }, (_, line) => finding({ line: line + 1 })),
    );
    expect(text.match(/^\| ❌/gm)).toHaveLength(400);
    expect(text).not.toContain('more finding');
  });

  it('says so when there is nothing', () => {
    expect(formatDiagnosticsMarkdown([])).toBe('### ✅ No findings\n');
  });
});
