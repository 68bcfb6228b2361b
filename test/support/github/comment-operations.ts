import { z } from 'zod';
import { errorAnswer, type GithubAnswer, notFound, validationFailed } from './answer.ts';
import { commentJson } from './github-json.ts';
import type { GithubComment, GithubIssue, GithubState } from './github-state.ts';
import {
  type GithubContext,
  isTooLong,
  numberOf,
  type OperationRequest,
  type Operations,
  permissionsFor,
  refusal,
} from './operation.ts';
import { pageAnswer } from './page.ts';

const CommentContent = z.object({ body: z.string() });

/** From then on GitHub takes none, for ever. */
const MAX_COMMENTS = 2500;

export function commentOperations(context: GithubContext): Operations {
  const { state, urls, author } = context;

  const withIssue = (
    request: OperationRequest,
    level: 'read' | 'write',
    answer: (issue: GithubIssue) => GithubAnswer,
  ): GithubAnswer => {
    const issue = state.issues.get(numberOf(request, 'issue_number'));
    const refused = refusal(context, level, permissionsFor(issue));
    if (refused !== undefined) return refused;
    if (issue === undefined) return missingIssue(state, numberOf(request, 'issue_number'));
    return issue.pull === undefined && !state.hasIssues ? issuesDisabled(level) : answer(issue);
  };

  const withComment = (
    request: OperationRequest,
    level: 'read' | 'write',
    answer: (comment: GithubComment, issue: GithubIssue) => GithubAnswer,
  ): GithubAnswer => {
    const comment = state.comments.get(numberOf(request, 'comment_id'));
    const issue = comment && state.issues.get(comment.issueNumber);
    const refused = refusal(context, level, permissionsFor(issue));
    if (refused !== undefined) return refused;
    return comment === undefined || issue === undefined ? notFound() : answer(comment, issue);
  };

  return {
    'issues/list-comments': (request) =>
      withIssue(request, 'read', (issue) => {
        const since = request.query.get('since') ?? '';
        const comments = state.commentsOf(issue.number).filter(({ updatedAt }) => updatedAt >= since);
        return pageAnswer(request, comments, (page) => page.map((one) => commentJson(urls, one, issue)));
      }),

    'issues/create-comment': (request) =>
      withIssue(request, 'write', (issue) => {
        const { body } = CommentContent.parse(request.content);
        if (issue.locked) return errorAnswer(403, 'Unable to create comment because issue is locked.');
        if (state.commentsOf(issue.number).length >= MAX_COMMENTS) {
          return errorAnswer(403, `Commenting is disabled on issues with more than ${MAX_COMMENTS} comments`);
        }
        if (body.trim() === '') return refusedBody('Body cannot be blank');
        if (isTooLong(body)) return refusedBody('Body is too long (maximum is 65536 characters)');
        const comment = state.addComment({ issueNumber: issue.number, author, body });
        return { status: 201, content: commentJson(urls, comment, issue) };
      }),

    'issues/get-comment': (request) =>
      withComment(request, 'read', (comment, issue) => ({
        status: 200,
        content: commentJson(urls, comment, issue),
      })),

    'issues/update-comment': (request) =>
      withComment(request, 'write', (comment, issue) => {
        const { body } = CommentContent.parse(request.content);
        if (isTooLong(body)) {
          const message = 'body is too long (maximum is 65536 characters)';
          return validationFailed({ resource: 'IssueComment', code: 'custom', field: 'body', message });
        }
        return { status: 200, content: commentJson(urls, state.updateComment(comment, body), issue) };
      }),

    'issues/delete-comment': (request) =>
      withComment(request, 'write', (comment) => {
        state.comments.delete(comment.id);
        return { status: 204 };
      }),
  };
}

/** GitHub words it differently on creation and on update. */
function refusedBody(message: string): GithubAnswer {
  return validationFailed({ resource: 'IssueComment', code: 'unprocessable', field: 'data', message });
}

export function issuesDisabled(level: 'read' | 'write'): GithubAnswer {
  return errorAnswer(
    410,
    level === 'read' ? 'Issues are disabled for this repo' : 'Issues has been disabled in this repository.',
  );
}

/** An issue that was deleted is gone, which is more than never having been. */
export function missingIssue(state: GithubState, number: number): GithubAnswer {
  return state.deletedIssues.has(number) ? errorAnswer(410, 'This issue was deleted') : notFound();
}
