import { describe, expect, it } from 'vitest';
import { severityExitCode } from '../../src/commands/severity-exit-code.ts';
import type { Diagnostic, Severity } from '../../src/model/diagnostic.ts';

const finding = (severity: Severity): Diagnostic => ({
  severity,
  file: 'a.yml',
  line: 1,
  column: 1,
  code: 'unknown-key',
  message: 'what',
});

describe('severityExitCode', () => {
  it.each([
    [[], 'error', 0],
    [['error'], 'error', 2],
    [['warning', 'notice'], 'error', 0],
    [[], 'warning', 0],
    [['notice'], 'warning', 0],
    [['notice', 'warning'], 'warning', 2],
    [['error'], 'warning', 2],
  ] as const)('of %j when it fails on %s is %i', (severities, failOn, code) => {
    expect(severityExitCode(severities.map(finding), failOn)).toBe(code);
  });
});
