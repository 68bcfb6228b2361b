import { describe, expect, it } from 'vitest';
import type { GithubAnswer } from '../../../src/report/github/github-api.ts';
import { OCTOCAT, startGithub } from '../../support/github/fake-github.ts';
import { primaryLimit, secondaryLimit, serverError } from '../../support/github/faults.ts';
import { READ_ONLY } from '../../support/github/operation.ts';
import { clientOf, openPull } from './client-of.ts';

const PULL = { tag: 'pull-request', number: 7 } as const;

function reasonOf(answer: GithubAnswer<unknown>): string {
  return answer.tag === 'refused' ? answer.reason : 'answered';
}

describe('the client of GitHub', () => {
  it('reads every page of comments, oldest first', async () => {
    await using open = await openPull();
    for (let index = 1; index <= 230; index += 1)
      open.github.state.addComment({ issueNumber: 7, author: OCTOCAT, body: `comment ${index}` });
    const answer = await open.api.listComments(PULL);
    expect(answer.tag === 'answered' && answer.data.map(({ body }) => body)).toEqual(
      Array.from({ length: 230 }, (_, index) => `comment ${index + 1}`),
    );
    expect(open.github.calls).toHaveLength(3);
  });

  it('reads every page of the files of a pull request', async () => {
    await using github = await startGithub();
    const files = Array.from({ length: 130 }, (_, index) => ({
      filename: `migrations/${index}.sql`,
      status: 'added' as const,
    }));
    github.addPull({
      files: [...files, { filename: 'b.yml', status: 'renamed', previousFilename: 'a.yml' }],
    });
    const answer = await clientOf(github).listPullFiles(7);
    const paths = answer.tag === 'answered' ? answer.data : [];
    expect(paths).toHaveLength(131);
    expect(paths.at(-1)).toEqual({ path: 'b.yml', status: 'renamed', previousPath: 'a.yml' });
  });

  it('waits for a secondary limit as long as GitHub says, and then goes on', async () => {
    await using open = await openPull();
    const limit = open.github.fault('issues/create-comment', secondaryLimit({ retryAfterSeconds: 20 }), {
      times: 2,
    });
    expect(await open.api.createComment(PULL, 'hello')).toMatchObject({ tag: 'answered' });
    expect(limit.strikes).toBe(2);
    expect(open.github.commentsOf(7)).toHaveLength(1);
  });

  it.each([
    ['a secondary limit', secondaryLimit({ retryAfterSeconds: 600 })],
    ['a secondary limit that is answered 429', secondaryLimit({ status: 429, retryAfterSeconds: 600 })],
    ['the limit of the hour', primaryLimit({ resetsInSeconds: 3000 })],
  ])(
    'gives up at once where %s takes longer than a job should wait, and asks nothing more',
    async (_, fault) => {
      await using open = await openPull();
      open.github.fault('issues/list-comments', fault, 'always');
      const first = await open.api.listComments(PULL);
      expect(reasonOf(first)).toMatch(
        /^Cannot read the comments of pull request #7: GitHub's rate limit is reached \(HTTP 4\d\d\)/,
      );
      expect(await open.api.createComment(PULL, 'hello')).toBe(first);
      expect(open.github.calls).toHaveLength(1);
    },
  );

  it('repeats what it reads after trouble, and what it changes', async () => {
    await using open = await openPull();
    const comment = open.github.state.addComment({ issueNumber: 7, author: OCTOCAT, body: 'old' });
    open.github.fault('issues/list-comments', serverError(502), { times: 2 });
    open.github.fault('issues/update-comment', { tag: 'reset-after' }, 'once');
    expect(await open.api.listComments(PULL)).toMatchObject({ tag: 'answered' });
    expect(await open.api.updateComment(comment.id, 'new')).toMatchObject({ tag: 'answered' });
    expect(open.github.commentsOf(7).map(({ body }) => body)).toEqual(['new']);
  });

  it('sends what creates something once, so that a lost answer leaves one of it', async () => {
    await using open = await openPull();
    open.github.fault('issues/create-comment', { tag: 'reset-after' }, 'always');
    const answer = await open.api.createComment(PULL, 'hello');
    expect(answer).toMatchObject({ tag: 'refused', status: null });
    expect(reasonOf(answer)).toBe("Cannot comment on pull request #7: GitHub's API did not answer.");
    expect(open.github.commentsOf(7)).toHaveLength(1);
  });

  it('repeats what it reads also after something that it sent once', async () => {
    await using open = await openPull();
    await open.api.createComment(PULL, 'hello');
    open.github.fault('issues/list-comments', serverError(), { times: 3 });
    expect(await open.api.listComments(PULL)).toMatchObject({ tag: 'answered' });
  });

  it('gives up on an API that is in trouble for good', async () => {
    await using open = await openPull();
    open.github.fault('issues/list-comments', serverError(503), 'always');
    expect(reasonOf(await open.api.listComments(PULL))).toMatch(/in trouble \(HTTP 503\)/);
    expect(open.github.calls).toHaveLength(4);
  });

  it('takes silence for no answer', async () => {
    await using open = await openPull({ pace: { attemptTimeoutMs: 50, waitBudgetMs: 0 } });
    open.github.fault('issues/list-comments', { tag: 'hang' }, 'always');
    expect(reasonOf(await open.api.listComments(PULL))).toMatch(/did not answer/);
  });

  it.each([
    [
      'a token that may only read',
      { permissions: READ_ONLY },
      {},
      403,
      /Add `pull-requests: write` to the job's permissions/,
    ],
    ['a wrong token', {}, { token: 'ghs_wrong' }, 401, /does not accept the token .* input github-token/],
    ['another repository', {}, { repository: 'octo/elsewhere' }, 404, /does not find it \(HTTP 404\)/],
  ] as const)('says in one line why %s does not do', async (_, github, client, status, reason) => {
    await using open = await openPull({ ...github, ...client, token: 'ghs_emulated' });
    const answer = await clientOf(open.github, client).createComment(PULL, 'hello');
    expect(answer).toMatchObject({ tag: 'refused', status });
    expect(reasonOf(answer)).toMatch(reason);
    expect(reasonOf(answer)).not.toMatch(/\n|ghs_|hello/);
  });

  it("tells GitHub's own words where the grant is not what is missing", async () => {
    await using open = await openPull();
    open.github.state.updateIssue(open.github.issue(7), { locked: true });
    expect(reasonOf(await open.api.createComment(PULL, 'hello'))).toBe(
      'Cannot comment on pull request #7: GitHub refuses it (HTTP 403: Unable to create comment because issue is locked.).',
    );
  });

  it('says so when the repository has no issues', async () => {
    await using github = await startGithub();
    github.state.hasIssues = false;
    const issue = { title: 'x', body: 'x', labels: [], assignees: [] };
    expect(reasonOf(await clientOf(github).createIssue(issue))).toMatch(/issues switched off \(HTTP 410\)/);
  });

  it('counts a comment that is gone already as deleted', async () => {
    await using open = await openPull();
    expect(await open.api.deleteComment(4711)).toEqual({ tag: 'answered', data: null });
  });

  it('makes a label once, and leaves one that is there as it is', async () => {
    await using github = await startGithub();
    const api = clientOf(github);
    const label = { name: 'tributary', color: '0e7c86', description: 'new' };
    expect(await api.ensureLabel(label)).toEqual({ tag: 'answered', data: null });
    expect(await api.ensureLabel({ ...label, description: 'newer' })).toEqual({
      tag: 'answered',
      data: null,
    });
    expect(github.state.label('tributary')).toMatchObject({ color: '0e7c86', description: 'new' });
  });

  it('is content with a label that somebody else made meanwhile', async () => {
    await using github = await startGithub();
    github.state.addLabel({ name: 'tributary', color: 'ffffff', description: null });
    github.fault(
      'issues/get-label',
      {
        tag: 'http',
        status: 404,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ message: 'Not Found', documentation_url: 'https://docs.github.com/rest' }),
      },
      'once',
    );
    const label = { name: 'tributary', color: '0e7c86', description: 'new' };
    expect(await clientOf(github).ensureLabel(label)).toEqual({ tag: 'answered', data: null });
  });

  it('hides secrets in every text that it sends, but never in a marker', async () => {
    await using open = await openPull({ secrets: ['tributary', 'hunter22'] });
    const marker = '<!-- tributary:run v=1 key=a -->';
    const body = `${marker}\nby hunter22 of tributary`;
    const comment = await open.api.createComment(PULL, body);
    await open.api.createIssue({ title: 'hunter22', body, labels: ['tributary'], assignees: [] });
    expect(comment.tag === 'answered' && comment.data.body).toBe(`${marker}\nby *** of ***`);
    expect(open.github.state.issues.get(8)).toMatchObject({ title: '***', body: `${marker}\nby *** of ***` });
    open.github.assertConform(['hunter22']);
  });

  it('tells the login behind a person’s token, and none behind that of a workflow', async () => {
    await using person = await openPull({ author: OCTOCAT });
    expect(await person.api.personLogin()).toBe('octocat');
    await using workflow = await openPull();
    expect(await workflow.api.personLogin()).toBeUndefined();
    expect(await workflow.api.personLogin()).toBeUndefined();
    expect(workflow.github.calls).toHaveLength(1);
  });

  it('dispatches a workflow, and lists its runs, the latest first', async () => {
    await using github = await startGithub();
    const api = clientOf(github);
    const dispatch = { workflow: 'tributary-backfill.yml', ref: 'main', inputs: { mode: 'refresh' } };
    expect(await api.dispatchWorkflow(dispatch)).toEqual({ tag: 'answered', data: null });
    expect(await api.dispatchWorkflow(dispatch)).toEqual({ tag: 'answered', data: null });
    expect(github.state.dispatches.map(({ inputs }) => inputs)).toEqual([
      { mode: 'refresh' },
      { mode: 'refresh' },
    ]);
    const runs = await api.listWorkflowRuns('tributary-backfill.yml');
    const found = runs.tag === 'answered' ? runs.data : [];
    expect(found.map(({ event }) => event)).toEqual(['workflow_dispatch', 'workflow_dispatch']);
    expect((found[0]?.createdAt ?? '') > (found[1]?.createdAt ?? '')).toBe(true);
  });

  it('works against an Enterprise Server, whose interface has a path', async () => {
    await using open = await openPull({ basePath: '/api/v3' });
    expect(await open.api.listComments(PULL)).toEqual({ tag: 'answered', data: [] });
  });
});
