import type { GithubApi } from './github-api.ts';

/** Under which everything appears that a workflow writes with its own token. */
const WORKFLOW_BOT = 'github-actions[bot]';
/** Ends the login of an App; no person's login can have brackets. */
const BOT = /\[bot\]$/;

/**
 * Keeps what our own token can have written. A marker proves nothing: anybody can copy it.
 *
 * - What the workflow's bot has written is ours: only workflows of this repository write under that name, and its token is
 *   told nothing about itself.
 * - What another person or App has written is ours only if GitHub says that it is their token that we have.
 *
 * GitHub is asked only where the first rule does not settle it.
 */
export async function keepOwn<T extends { readonly author: string }>(
  api: Pick<GithubApi, 'personLogin' | 'appLogin'>,
  candidates: readonly T[],
): Promise<readonly T[]> {
  const others = candidates.filter(({ author }) => author !== WORKFLOW_BOT);
  const person = others.some(({ author }) => !BOT.test(author)) ? await api.personLogin() : undefined;
  const app = others.some(({ author }) => BOT.test(author)) ? await api.appLogin() : undefined;
  return candidates.filter(({ author }) => {
    if (author === WORKFLOW_BOT) return true;
    // One of GitHub's interfaces leaves the ending away.
    return BOT.test(author)
      ? app !== undefined && author === `${app.replace(BOT, '')}[bot]`
      : author === person;
  });
}
