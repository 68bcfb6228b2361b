import { getOctokit } from '@actions/github';
import { type FakeGithub, type FakeGithubOptions, startGithub } from './fake-github.ts';

/** The fake's repository, as an Octokit wants it named. */
export const REPO = { owner: 'octo', repo: 'pipelines' };
/** Its pull request 7, as the operations on issues want it named. */
export const PULL = { ...REPO, issue_number: 7 };

/** GitHub's own client, as it is, without a word in the log. */
export function octokitOf(github: FakeGithub, token = github.token) {
  const silent = (): void => undefined;
  return getOctokit(token, {
    baseUrl: github.apiUrl,
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
}

/** A fake GitHub with pull request 7, and a client. */
export async function openPull(options: FakeGithubOptions = {}) {
  const github = await startGithub(options);
  github.addPull();
  return { github, ...octokitOf(github), [Symbol.asyncDispose]: () => github[Symbol.asyncDispose]() };
}
