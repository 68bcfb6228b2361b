import type { ScriptPart } from './split-statements.ts';

/** A script with SQL, the way back blanked. */
export interface Script {
  /** As it is shown. */
  readonly path: string;
  readonly text: string;
}

/** Commands of psql that a dump begins and ends with, and others that touch nothing. */
const HARMLESS_META_COMMANDS: ReadonlySet<string> = new Set([
  '\\restrict',
  '\\unrestrict',
  '\\echo',
  '\\qecho',
  '\\warn',
  '\\timing',
  '\\pset',
]);

export interface Refusal {
  readonly sentence: string;
  readonly solution: string;
}

/** Why a part that is no statement cannot be applied; `undefined`: it may be left out. */
export function refusalOf(part: Exclude<ScriptPart, { readonly tag: 'statement' }>): Refusal | undefined {
  switch (part.tag) {
    case 'meta-command':
      return HARMLESS_META_COMMANDS.has(part.name)
        ? undefined
        : {
            sentence: `${part.name} is a command of psql's, which nothing but psql understands.`,
            solution: 'Write SQL only, or leave this file out of the migrations that are foretold.',
          };
    case 'unterminated':
      return {
        sentence: 'A quote or comment that begins here, or later in this statement, is never closed.',
        solution: 'Close it.',
      };
    case 'copy-data':
      return {
        sentence: 'Rows from stdin are not copied in the scratch: what they do is not foretold.',
        solution: 'They arrive as changes, like any others; INSERT says the same without psql.',
      };
    default:
      return part satisfies never;
  }
}
