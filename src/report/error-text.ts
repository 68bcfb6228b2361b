import type { ErrorReport } from '../model/run-report.ts';
import { printable } from './foreign-text.ts';
import { remedyOf } from './run-verdict.ts';
import { styleOf } from './terminal-style.ts';

/** A failure for a terminal, where no run's report tells it: what happened, and what to do. Ends with a line end. */
export function formatErrorText(error: ErrorReport, options: { readonly colours: boolean }): string {
  const style = styleOf(options.colours);
  const remedy = error.solution === null ? remedyOf(error) : error.solution.split('\n');
  return [
    `${style.red('error')} ${style.dim(`[${error.code}]`)} ${printable(error.message)}`,
    ...remedy.map((line) => `  ${printable(line)}`),
    '',
  ].join('\n');
}
