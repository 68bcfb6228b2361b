import { type ErrorCode, IngestError } from './ingest-error.ts';

/** Something that keeps a run from starting, found while looking; all of them are told at once. */
export interface Problem {
  readonly code: ErrorCode;
  readonly message: string;
  readonly solution: string;
}

/** Throws one error that tells every problem, under the first one's code; does nothing without problems. */
export function throwProblems(problems: readonly Problem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  if (problems.length === 1) throw new IngestError(first.code, first.message, { solution: first.solution });
  throw new IngestError(
    first.code,
    problems.map((problem, index) => `${index + 1}. ${problem.message}`).join('\n'),
    { solution: problems.map((problem, index) => `${index + 1}. ${problem.solution}`).join('\n') },
  );
}
