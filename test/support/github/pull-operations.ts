import { type GithubAnswer, notFound } from './answer.ts';
import { pullFileJson, pullJson } from './github-json.ts';
import type { GithubIssue, GithubPull } from './github-state.ts';
import { viewOf } from './issue-operations.ts';
import {
  type GithubContext,
  numberOf,
  type OperationRequest,
  type Operations,
  refusal,
} from './operation.ts';
import { pageAnswer } from './page.ts';

/** GitHub lists no more files of a pull request than these. */
const MAX_FILES = 3000;

export function pullOperations(context: GithubContext): Operations {
  const { state, urls } = context;

  const withPull = (
    request: OperationRequest,
    answer: (pull: GithubPull, issue: GithubIssue) => GithubAnswer,
  ): GithubAnswer => {
    const refused = refusal(context, 'read', ['pull-requests']);
    if (refused !== undefined) return refused;
    const issue = state.issues.get(numberOf(request, 'pull_number'));
    return issue?.pull === undefined ? notFound() : answer(issue.pull, issue);
  };

  return {
    'pulls/get': (request) =>
      withPull(request, (pull, issue) => ({
        status: 200,
        content: pullJson(urls, { ...viewOf(state, issue), pull }),
      })),

    'pulls/list-files': (request) =>
      withPull(request, ({ files, headSha }) =>
        pageAnswer(request, files.slice(0, MAX_FILES), (page) =>
          page.map((file) => pullFileJson(urls, file, headSha)),
        ),
      ),
  };
}
