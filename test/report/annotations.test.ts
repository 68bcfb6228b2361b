import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { annotationsOf } from '../../src/report/annotations.ts';

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
    const { shown } = annotationsOf([finding({ endColumn: 9, hint: 'Did you mean x?' })], () => 'a/p.yml');
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
    expect(annotationsOf([finding()], same).shown[0]?.endColumn).toBe(5);
  });

  it('shows ten errors and ten warnings, and says how many it left out', () => {
    const set = annotationsOf([...many(37), ...many(12, { severity: 'warning' })], same);
    expect(set.shown.filter(({ level }) => level === 'error')).toHaveLength(10);
    expect(set.shown.filter(({ level }) => level === 'warning')).toHaveLength(10);
    expect(set.omitted).toContain('10 of 37 errors and 10 of 12 warnings');
  });

  it('says nothing of omissions when all fit', () => {
    expect(annotationsOf(many(10), same).omitted).toBeUndefined();
  });

  it('gives its places to what explains the rest: a syntax error first, settings without effect last', () => {
    const set = annotationsOf(
      [
        ...many(12, { severity: 'warning', code: 'not-acted-on' }),
        ...many(11),
        finding({ code: 'yaml-syntax', line: 99 }),
        finding({ severity: 'warning', code: 'unknown-key', line: 98 }),
      ],
      same,
    );
    expect(set.shown[0]?.line).toBe(99);
    expect(set.shown.find(({ level }) => level === 'warning')?.line).toBe(98);
  });
});
