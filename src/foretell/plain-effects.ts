import type { ForetoldOutcome } from '../model/foretold.ts';
import { describeStatement } from './describe-statement.ts';
import type { Effect } from './pipeline-effects.ts';
import type { Trial } from './run-statement.ts';
import { refusalOf } from './script.ts';
import type { ScriptPart } from './split-statements.ts';

/** An effect that is the same for every pipeline, and about no table. */
export function plainEffect(
  tag: ForetoldOutcome['tag'],
  severity: ForetoldOutcome['severity'],
  sentence: string,
): Effect {
  return {
    key: `${tag} ${sentence}`,
    tag,
    severity,
    table: null,
    tableOid: null,
    column: null,
    columnType: null,
    code: null,
    sentence,
    solution: null,
    targetSql: [],
  };
}

export const NEVER_COMMITTED: Effect = {
  ...plainEffect(
    'unknown',
    'warning',
    'The transaction is never committed: nothing of it stays, unless who applies it commits.',
  ),
  solution: 'End it with COMMIT.',
};

export function notReached(failedAt: string): Effect {
  return plainEffect(
    'not-tried',
    'info',
    `Not foretold: it comes after ${failedAt}, which cannot be applied.`,
  );
}

/** Of a part that is no statement. */
export function refused(part: Exclude<ScriptPart, { readonly tag: 'statement' }>): Effect {
  const { sentence = '', solution = null } = refusalOf(part) ?? {};
  const effect =
    part.tag === 'unterminated'
      ? plainEffect('fails', 'error', sentence)
      : plainEffect('unknown', 'warning', sentence);
  return { ...effect, solution };
}

/** Of a statement that did not go through in the scratch. */
export function effectOfTrial(trial: Exclude<Trial, { readonly tag: 'applied' }>): Effect {
  switch (trial.tag) {
    case 'failed': {
      const sentence =
        trial.message === undefined
          ? `PostgreSQL refuses this (SQLSTATE ${trial.sqlState}; its message may quote rows, and is left out).`
          : `PostgreSQL refuses this: ${trial.message} (SQLSTATE ${trial.sqlState}).`;
      const solution =
        'Correct it; or, if the database has what is missing here, add that to the base schema.';
      return { ...plainEffect('fails', 'error', sentence), solution };
    }
    case 'unknown':
      return plainEffect('unknown', 'warning', trial.reason);
    case 'not-tried': {
      const sentence = 'Acts on the whole server, so it is not tried; it does nothing to tables.';
      return plainEffect('not-tried', 'info', sentence);
    }
    default:
      return trial satisfies never;
  }
}

/** What a part is, for people, without any literal. */
export function summaryOf(part: ScriptPart): string {
  switch (part.tag) {
    case 'statement':
    case 'copy-data':
      return describeStatement(part.words);
    case 'meta-command':
      return part.name;
    case 'unterminated':
      return 'an open quote or comment';
    default:
      return part satisfies never;
  }
}
