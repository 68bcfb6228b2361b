import { describe, expect, it } from 'vitest';
import { formatDiagnosticsMarkdown } from '../../../src/report/diagnostics-markdown.ts';
import { pipelineText } from '../config-text.ts';
import { lintTexts } from './lint-texts.ts';

describe('a file with 400 errors', () => {
  const tables = Array.from({ length: 400 }, (_, index) => `        - {nam: t${index}}`);
  const text = pipelineText({
    selection: `  schemas:\n    - name: public\n      tables:\n${tables.join('\n')}`,
  });

  it('is told of all of them', async () => {
    const diagnostics = await lintTexts({ 'a.yml': text });
    const keys = diagnostics.filter(({ code }) => code === 'unknown-key');
    expect(keys.map(({ line }) => line)).toEqual(tables.map((_, index) => index + 12));
    expect(formatDiagnosticsMarkdown(diagnostics).match(/^\| ❌/gm)).toHaveLength(diagnostics.length);
  });
});
