import type { ForetoldOutcome, ForetoldReport } from '../model/foretold.ts';

/**
 * What has to change for a reader to be shown a report again: everything but the estimates of rows, which stand in the
 * sentences of what is no error.
 */
export function foretoldEssence({ base, files, notes }: ForetoldReport): unknown {
  return {
    failure: base.failure,
    notes,
    files: files.map(({ path, status, statements }) => ({
      path,
      status,
      statements: statements.map(({ line, summary, outcomes }) => ({
        line,
        summary,
        outcomes: outcomes.map(outcomeEssence),
      })),
    })),
  };
}

function outcomeEssence({ sentence, solution, ...lasting }: ForetoldOutcome): unknown {
  return lasting.severity === 'error' ? { ...lasting, sentence, solution } : lasting;
}
