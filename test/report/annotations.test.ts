import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { annotationsOf, omittedSentence } from '../../src/report/annotations.ts';

const same = (file: string): string => file;

function finding(changes: Partial<Diagnostic> = {}): Diagnostic {
  return {
    severity: 'error',
    file: 'pipeline.yml',
    line: 3,
    column: 5,
    code: 'unknown-key',
    message: 'what',
    ...changes,
  };
}

const many = (count: number, changes: Partial<Diagnostic> = {}): readonly Diagnostic[] =>
  Array.from({ length: count }, (_, index) => finding({ line: index + 1, ...changes }));

describe('annotationsOf', () => {
  it('marks the exact line and columns, with the remedy beneath the message', () => {
    const shown = annotationsOf([finding({ endColumn: 9, hint: 'Did you mean x?' })], () => 'a/p.yml');
    expect(shown).toEqual([
      {
        level: 'error',
        title: 'Tributary: unknown-key',
        message: 'what\nDid you mean x?',
        file: 'a/p.yml',
        line: 3,
        column: 5,
        endColumn: 8,
      },
    ]);
  });

  it('marks one column where the end is not known', () => {
    expect(annotationsOf([finding()], same)[0]?.endColumn).toBe(5);
  });

  it('puts errors before warnings before notices', () => {
    const findings = [
      finding({ severity: 'notice', line: 1 }),
      finding({ severity: 'warning', line: 2 }),
      finding({ line: 3 }),
    ];
    expect(annotationsOf(findings, same).map(({ level }) => level)).toEqual(['error', 'warning', 'notice']);
  });

  it('gives its places to what explains the rest: a syntax error first, settings without effect last', () => {
    const shown = annotationsOf(
      [
        ...many(12, { severity: 'warning', code: 'not-acted-on' }),
        ...many(11),
        finding({ code: 'yaml-syntax', line: 99 }),
        finding({ severity: 'warning', code: 'unknown-key', line: 98 }),
      ],
      same,
    );
    expect(shown[0]?.line).toBe(99);
    expect(shown.find(({ level }) => level === 'warning')?.line).toBe(98);
  });

  it('gives its places to lines that a pull request changes, then to files that it changes', () => {
    const diagnostics = [
      ...many(20),
      finding({ file: 'b.yml', line: 7 }),
      finding({ file: 'b.yml', line: 9 }),
    ];
    const changed = new Map([['b.yml', [{ first: 8, last: 10 }]]]);
    const shown = annotationsOf(diagnostics, same, changed);
    expect(shown.slice(0, 3).map(({ file, line }) => `${file}:${line}`)).toEqual([
      'b.yml:9',
      'b.yml:7',
      'pipeline.yml:1',
    ]);
  });

  it('chooses the same marks whatever the order of the findings', () => {
    const diagnostics = [...many(15), ...many(15, { file: 'a.yml', message: 'other' }), finding({ line: 1 })];
    expect(annotationsOf(diagnostics.toReversed(), same)).toEqual(annotationsOf(diagnostics, same));
  });
});

describe('omittedSentence', () => {
  it('says of each level how many are marked, and keeps the tenth notice for itself', () => {
    expect(omittedSentence({ error: 37, warning: 12, notice: 10 })).toContain(
      '10 of 37 errors and 10 of 12 warnings and 9 of 10 notices',
    );
  });

  it('says nothing when all fit', () => {
    expect(omittedSentence({ error: 10, warning: 10, notice: 9 })).toBeUndefined();
  });
});
