import type { ErrorReport } from '../../src/model/run-report.ts';

/** The SQL statements in a solution, without what stands behind `--`. */
export function sqlOf(error: ErrorReport | null): readonly string[] {
  const text = (error?.solution ?? '').replaceAll(/--.*$/gm, '');
  return text.match(/\b(?:CREATE|ALTER|GRANT|SELECT|DELETE|UPDATE) [^;]*;/g) ?? [];
}

/** What no message may hold: a trace of the program, a secret, a value of a row (tests write these into rows). */
export const ROW_VALUE = 'value-of-a-row-4711';

/** Everything of an error that a person sees, checked for what nobody should. */
export function shownText(error: ErrorReport | null): string {
  const text = `${error?.message}\n${error?.solution}`;
  for (const [what, pattern] of FORBIDDEN) {
    if (pattern.test(text)) throw new Error(`the message holds ${what}: ${text}`);
  }
  return text;
}

const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  ['a stack trace', /^\s+at |node_modules|\.ts:\d/m],
  ['a password', /StrongPasswordHere|role-password/],
  ['a value of a row', new RegExp(ROW_VALUE)],
  ['an undefined thing', /\bundefined\b|\[object/],
];
