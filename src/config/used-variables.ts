import type { ConfigDocument } from './config-document.ts';

/** Names of the environment variables that documents use, each once, in the order of the alphabet. */
export function usedVariables(documents: readonly ConfigDocument[]): readonly string[] {
  const names = documents.flatMap(({ located }) =>
    [...located.values()].flatMap(({ variables }) => variables),
  );
  return [...new Set(names)].toSorted();
}
