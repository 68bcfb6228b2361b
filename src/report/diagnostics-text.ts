import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import { printable, printableLine } from './foreign-text.ts';
import { formatNumberOf } from './quantity.ts';
import { type Style, styleOf } from './terminal-style.ts';

/**
 * Findings for a terminal: `file:line:column`, which editors turn into a link, what is wrong, and what would be
 * right; last, how many there are. Ends with a line end; empty when there is nothing to say.
 */
export function formatDiagnosticsText(
  diagnostics: readonly Diagnostic[],
  options: { readonly colours: boolean },
): string {
  if (diagnostics.length === 0) return '';
  const style = styleOf(options.colours);
  const lines = diagnostics.flatMap((diagnostic) => diagnosticLines(diagnostic, style));
  return `${[...lines, '', countDiagnostics(diagnostics)].join('\n')}\n`;
}

/** The weightiest first. */
const SEVERITIES = ['error', 'warning', 'notice'] as const satisfies readonly Severity[];

/** `2 errors, 1 warning`; empty when there are none. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  return SEVERITIES.map((kind) => ({
    kind,
    count: diagnostics.filter(({ severity }) => severity === kind).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => formatNumberOf(count, kind))
    .join(', ');
}

export function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === 'error';
}

function diagnosticLines(diagnostic: Diagnostic, style: Style): readonly string[] {
  const { file, line, column, severity, code, message, hint } = diagnostic;
  const place = style.bold(`${printableLine(file)}:${line}:${column}`);
  const kind = severityWord(severity, style);
  const hintLines = hint === undefined ? [] : printable(hint).split('\n');
  return [
    `${place} ${kind} ${printableLine(message)} ${style.dim(`[${code}]`)}`,
    ...hintLines.map((hintLine) => `  ${hintLine}`),
  ];
}

function severityWord(severity: Severity, style: Style): string {
  switch (severity) {
    case 'error':
      return style.red(severity);
    case 'warning':
      return style.yellow(severity);
    case 'notice':
      return style.dim(severity);
    default:
      return severity satisfies never;
  }
}
