import { IngestError } from '../model/ingest-error.ts';
import type { Interviewer, Question } from './interviewer.ts';

/** The answer to a question: the flag's, else the interviewer's. Throws IngestError `usage-invalid` for one that will not do. */
export async function answer(
  given: string | undefined,
  question: Question,
  interviewer: Interviewer,
): Promise<string> {
  const text = (given ?? (await interviewer.ask(question))).trim();
  const reason = question.refusal?.(text);
  if (reason === undefined) return text;
  throw new IngestError('usage-invalid', `${question.flag}: ${reason}`, {
    solution: 'Give another one. "tributary init --help" has examples.',
  });
}

/** Parts of a list that is given with commas or blanks. */
export function listOf(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((part) => part !== '');
}

/** A refusal by a pattern: the sentence where the answer does not match it. */
export function unlessMatching(pattern: RegExp, sentence: string): (answer: string) => string | undefined {
  return (text) => (pattern.test(text) ? undefined : sentence);
}

/** A refusal of all but some words. */
export function unlessOneOf(words: readonly string[]): (answer: string) => string | undefined {
  return (text) => (words.includes(text) ? undefined : `It may be ${words.join(', ')}.`);
}

/** A refusal by a parser that throws. */
export function unlessParsed(parse: (text: string) => unknown): (answer: string) => string | undefined {
  return (text) => {
    try {
      parse(text);
      return undefined;
    } catch (error) {
      if (!(error instanceof IngestError)) throw error;
      return [error.message, error.solution ?? ''].join(' ').trim();
    }
  };
}
