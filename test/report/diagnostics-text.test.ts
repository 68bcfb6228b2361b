import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { formatDiagnosticsText } from '../../src/report/diagnostics-text.ts';

const TYPO: Diagnostic = {
  severity: 'error',
  file: 'config/pipeline.yml',
  line: 7,
  column: 3,
  code: 'unknown-key',
  message: 'unknown key "gatway"',
  hint: 'Did you mean "gateway"?',
};

describe('formatDiagnosticsText', () => {
  it('says place, what is wrong and what would be right, and counts at the end', () => {
    expect(formatDiagnosticsText([TYPO, { ...TYPO, severity: 'warning' }], { colours: false })).toBe(
      [
        'config/pipeline.yml:7:3 error unknown key "gatway" [unknown-key]',
        '  Did you mean "gateway"?',
        'config/pipeline.yml:7:3 warning unknown key "gatway" [unknown-key]',
        '  Did you mean "gateway"?',
        '',
        '1 error, 1 warning',
        '',
      ].join('\n'),
    );
  });

  it('is empty without findings', () => {
    expect(formatDiagnosticsText([], { colours: true })).toBe('');
  });
});
