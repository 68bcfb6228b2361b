import type { Diagnostic, DiagnosticCode } from '../model/diagnostic.ts';
import type { ChangedLines } from './changed-lines.ts';

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

/**
 * How many marks of a level a step shows: of each type the runner keeps ten in a step, and drops the rest without a word. The
 * tenth notice is the one that says how many findings got none.
 */
export const MARK_PLACES = { error: 10, warning: 10, notice: 9 } as const satisfies Record<
  AnnotationLevel,
  number
>;

const LEVELS = ['error', 'warning', 'notice'] as const satisfies readonly AnnotationLevel[];

/**
 * Turns findings into marks, all of them, the weightiest level first. `pathInRepository` gives a diagnostic's file as the
 * repository knows it, and `changed` is what a pull request changes, by such paths. Within a level those come first that explain others (a file that cannot be read, a syntax
 * error), then lines that the pull request changes, then files that it changes; what merely has no effect comes last.
 * Otherwise they go by file, line and column, so that the same findings always get the same marks.
 */
export function annotationsOf(
  diagnostics: readonly Diagnostic[],
  pathInRepository: (file: string) => string,
  changed: ChangedLines = new Map(),
): readonly Annotation[] {
  return diagnostics
    .map((diagnostic) => {
      const annotation = annotationOf(diagnostic, pathInRepository);
      const rank = [
        explainingRank(diagnostic.code),
        changeRank(annotation, changed),
        effectRank(diagnostic.code),
      ];
      return { annotation, rank };
    })
    .toSorted(
      (a, b) =>
        LEVELS.indexOf(a.annotation.level) - LEVELS.indexOf(b.annotation.level) ||
        compareRanks(a.rank, b.rank) ||
        compareAnnotations(a.annotation, b.annotation),
    )
    .map(({ annotation }) => annotation);
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

function explainingRank(code: DiagnosticCode): number {
  return FIRST.has(code) ? 0 : 1;
}

function changeRank({ file, line }: Annotation, changed: ChangedLines): number {
  const ranges = changed.get(file);
  if (ranges === undefined) return 2;
  return ranges.some(({ first, last }) => line >= first && line <= last) ? 0 : 1;
}

function effectRank(code: DiagnosticCode): number {
  return LAST.has(code) ? 1 : 0;
}

function compareRanks(one: readonly number[], other: readonly number[]): number {
  const index = one.findIndex((rank, step) => rank !== other[step]);
  return index < 0 ? 0 : (one[index] ?? 0) - (other[index] ?? 0);
}

function compareAnnotations(one: Annotation, other: Annotation): number {
  return (
    compareText(one.file, other.file) ||
    one.line - other.line ||
    one.column - other.column ||
    compareText(one.title, other.title) ||
    compareText(one.message, other.message)
  );
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** What is said where some findings got no mark, from the number of all by level; `undefined` where none was left out. */
export function omittedSentence(told: Readonly<Record<AnnotationLevel, number>>): string | undefined {
  const parts = LEVELS.filter((level) => told[level] > MARK_PLACES[level]).map(
    (level) => `${MARK_PLACES[level]} of ${told[level]} ${level}s`,
  );
  if (parts.length === 0) return undefined;
  return `${parts.join(' and ')} are marked, because GitHub keeps no more; log and job summary list all of them.`;
}
