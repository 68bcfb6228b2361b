import type { GithubApi } from '../../../src/report/github/github-api.ts';
import { type GithubPace, openGithub } from '../../../src/report/github/github-client.ts';
import { createRedactor } from '../../../src/report/redactor.ts';
import { type FakeGithub, type FakeGithubOptions, startGithub } from '../../support/github/fake-github.ts';

export interface ClientOptions {
  readonly token?: string;
  readonly repository?: string;
  readonly secrets?: readonly string[];
  readonly pace?: Partial<GithubPace>;
}

/** GitHub's seconds pass in a millisecond. */
const QUICK: GithubPace = { secondMs: 1, waitBudgetMs: 60, attemptTimeoutMs: 30_000, spaced: false };

/** The client as the Action opens it, against the fake. */
export function clientOf(github: FakeGithub, options: ClientOptions = {}): GithubApi {
  return openGithub({
    token: options.token ?? github.token,
    apiUrl: github.apiUrl,
    repository: options.repository ?? 'octo/pipelines',
    redactor: createRedactor((options.secrets ?? []).map((value) => ({ value }))),
    nowMs: () => 0,
    pace: { ...QUICK, ...options.pace },
  });
}

/** A fake GitHub with pull request 7, and a client. */
export async function openPull(options: FakeGithubOptions & ClientOptions = {}) {
  const github = await startGithub(options);
  github.addPull();
  return {
    github,
    api: clientOf(github, options),
    [Symbol.asyncDispose]: () => github[Symbol.asyncDispose](),
  };
}
