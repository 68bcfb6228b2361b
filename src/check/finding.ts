import type { CheckFinding } from '../model/check-report.ts';
import { IngestError } from '../model/ingest-error.ts';
import type { Problem } from '../model/problem.ts';

export function passed(found: string): CheckFinding {
  return { outcome: 'passed', found, code: null, solution: null };
}

export function unproven(found: string, solution: string | null = null): CheckFinding {
  return { outcome: 'unproven', found, code: null, solution };
}

/** A point with all its problems, or what was found when there is none. */
export function judged(problems: readonly Problem[], found: string): CheckFinding {
  const [first] = problems;
  if (first === undefined) return passed(found);
  return {
    outcome: 'failed',
    found: problems.map(({ message }) => message).join('\n'),
    code: first.code,
    solution: [...new Set(problems.map(({ solution }) => solution))].join('\n'),
  };
}

/** A point that an error speaks for. Rethrows what is no IngestError: that is a fault of this program. */
export function failedBy(error: unknown): CheckFinding {
  if (!(error instanceof IngestError)) throw error;
  const { code, message, solution } = error;
  return { outcome: 'failed', found: message, code, solution: solution ?? null };
}
