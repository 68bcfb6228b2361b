import type { Diagnostic, DiagnosticCode } from '../model/diagnostic.ts';

export type AnnotationLevel = 'error' | 'warning' | 'notice';

/** A mark on a line of a file, as GitHub shows it beside a pull request's changes. */
export interface Annotation {
  readonly level: AnnotationLevel;
  readonly title: string;
  readonly message: string;
  /** Relative to the repository's root, with forward slashes. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, and `endColumn` is the last one concerned. */
  readonly column: number;
  readonly endColumn: number;
}

export interface AnnotationSet {
  /** At most ten of each level, the weightiest first. */
  readonly shown: readonly Annotation[];
  /** One sentence that says how many findings got no mark; `undefined` when all did. */
  readonly omitted: string | undefined;
}

/** Of each type the runner keeps ten in a step and drops the rest without a word. */
const MAX_PER_LEVEL = 10;

/**
 * Turns findings into marks. `pathInRepository` gives a diagnostic's file as the repository knows it.
 * Within a level the findings that explain others come first (a file that cannot be read, a syntax error), and what
 * merely has no effect comes last; otherwise the order is kept.
 */
export function annotationsOf(
  diagnostics: readonly Diagnostic[],
  pathInRepository: (file: string) => string,
): AnnotationSet {
  const ranked = diagnostics.toSorted((a, b) => rankOf(a.code) - rankOf(b.code));
  const errors = ranked.filter((diagnostic) => diagnostic.severity === 'error');
  const warnings = ranked.filter((diagnostic) => diagnostic.severity === 'warning');
  return {
    shown: [...errors.slice(0, MAX_PER_LEVEL), ...warnings.slice(0, MAX_PER_LEVEL)].map((diagnostic) =>
      annotationOf(diagnostic, pathInRepository),
    ),
    omitted: omittedSentence([
      ['error', errors.length],
      ['warning', warnings.length],
    ]),
  };
}

function annotationOf(diagnostic: Diagnostic, pathInRepository: (file: string) => string): Annotation {
  const { line, column, message, hint } = diagnostic;
  return {
    level: diagnostic.severity,
    title: `Tributary: ${diagnostic.code}`,
    message: hint === undefined ? message : `${message}\n${hint}`,
    file: pathInRepository(diagnostic.file),
    line,
    column,
    endColumn: Math.max(column, (diagnostic.endColumn ?? column + 1) - 1),
  };
}

const FIRST: ReadonlySet<DiagnosticCode> = new Set([
  'path-missing',
  'file-unreadable',
  'file-not-utf8',
  'file-too-large',
  'file-empty',
  'yaml-syntax',
  'yaml-too-complex',
  'document-unknown',
  'no-pipeline',
]);
const LAST: ReadonlySet<DiagnosticCode> = new Set(['not-acted-on', 'variable-missing']);

function rankOf(code: DiagnosticCode): number {
  if (FIRST.has(code)) return 0;
  return LAST.has(code) ? 2 : 1;
}

function omittedSentence(counts: readonly (readonly [noun: string, count: number])[]): string | undefined {
  const parts = counts
    .filter(([, count]) => count > MAX_PER_LEVEL)
    .map(([noun, count]) => `${MAX_PER_LEVEL} of ${count} ${noun}s`);
  if (parts.length === 0) return undefined;
  return `${parts.join(' and ')} are marked on their lines, because GitHub keeps no more; the log lists all of them.`;
}
