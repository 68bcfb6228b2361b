import { describe, expect, it } from 'vitest';
import { OCTOCAT, startGithub } from '../support/github/fake-github.ts';
import { octokitOf, openPull, PULL, REPO } from '../support/github/octokit.ts';
import { READ_ONLY } from '../support/github/operation.ts';

describe('comments of the fake GitHub', () => {
  it('are created, read, changed and deleted, by the bot of the job', async () => {
    await using open = await openPull();
    const { data: created } = await open.rest.issues.createComment({ ...PULL, body: 'one' });
    expect(created).toMatchObject({
      body: 'one',
      html_url: `https://github.com/octo/pipelines/pull/7#issuecomment-${created.id}`,
      user: { login: 'github-actions[bot]', type: 'Bot' },
      performed_via_github_app: { slug: 'github-actions' },
      created_at: created.updated_at,
    });
    const comment = { ...REPO, comment_id: created.id };
    const { data: changed } = await open.rest.issues.updateComment({ ...comment, body: 'two' });
    expect(Date.parse(changed.updated_at)).toBeGreaterThan(Date.parse(created.updated_at));
    expect((await open.rest.issues.getComment(comment)).data.body).toBe('two');
    await open.rest.issues.deleteComment(comment);
    expect(open.github.commentsOf(7)).toEqual([]);
  });

  it('come in pages of 30, oldest first, with links to the next and the last', async () => {
    await using open = await openPull();
    for (let index = 1; index <= 70; index += 1) {
      open.github.state.addComment({ issueNumber: 7, author: OCTOCAT, body: `comment ${index}` });
    }
    const first = await open.rest.issues.listComments(PULL);
    expect(first.data.map(({ body }) => body)).toEqual(
      Array.from({ length: 30 }, (_, index) => `comment ${index + 1}`),
    );
    expect(first.headers.link).toContain('page=2>; rel="next"');
    expect(first.headers.link).toContain('page=3>; rel="last"');
    const last = await open.rest.issues.listComments({ ...PULL, page: 3 });
    expect(last.data).toHaveLength(10);
    expect(last.headers.link).not.toContain('rel="next"');
    expect((await open.rest.issues.listComments({ ...PULL, page: 4 })).data).toEqual([]);
    open.github.forgetCalls();
    const all = await open.paginate(open.rest.issues.listComments, PULL);
    expect(all).toHaveLength(70);
    expect(open.github.calls).toHaveLength(3);
  });

  it('come by 100 at most', async () => {
    await using open = await openPull();
    for (let index = 0; index < 101; index += 1) {
      open.github.state.addComment({ issueNumber: 7, author: OCTOCAT, body: 'x' });
    }
    const { data } = await open.rest.issues.listComments({ ...PULL, per_page: 500 });
    expect(data).toHaveLength(100);
  });

  it('tell people and Apps apart, whoever they say they are', async () => {
    await using open = await openPull();
    const mallory = { login: 'github-actions', type: 'User' } as const;
    const renovate = { login: 'renovate[bot]', type: 'Bot', app: 'renovate' } as const;
    for (const author of [mallory, renovate]) {
      open.github.state.addComment({ issueNumber: 7, author, body: '<!-- marker -->' });
    }
    const { data } = await open.rest.issues.listComments(PULL);
    expect(
      data.map(({ user, performed_via_github_app: app }) => [user?.login, user?.type, app?.slug]),
    ).toEqual([
      ['github-actions', 'User', undefined],
      ['renovate[bot]', 'Bot', 'renovate'],
    ]);
  });

  it.each([
    [
      'a longer text than 65,536 characters',
      'x'.repeat(65_537),
      'Body is too long (maximum is 65536 characters)',
    ],
    ['no text', ' ', 'Body cannot be blank'],
  ])('refuse %s', async (_, body, message) => {
    await using open = await openPull();
    await expect(open.rest.issues.createComment({ ...PULL, body })).rejects.toMatchObject({
      status: 422,
      response: { data: { errors: [{ resource: 'IssueComment', code: 'unprocessable', message }] } },
    });
    expect(open.github.commentsOf(7)).toEqual([]);
  });

  it('count characters, not their halves in UTF-16', async () => {
    await using open = await openPull();
    const { data } = await open.rest.issues.createComment({ ...PULL, body: '🐘'.repeat(65_536) });
    const longer = open.rest.issues.updateComment({
      ...REPO,
      comment_id: data.id,
      body: '🐘'.repeat(65_537),
    });
    await expect(longer).rejects.toMatchObject({ status: 422 });
  });

  it.each([
    ['locked', { locked: true }, 403],
    ['closed', { state: 'closed' }, 201],
  ] as const)('answer on a pull request that is %s', async (_, pull, status) => {
    await using github = await startGithub();
    github.addPull(pull);
    const answer = octokitOf(github).rest.issues.createComment({ ...PULL, body: 'x' });
    expect(await answer.catch((error: unknown) => error)).toMatchObject({ status });
  });

  it('end at 2,500 of one issue, for ever', async () => {
    await using open = await openPull();
    for (let index = 0; index < 2500; index += 1) {
      open.github.state.addComment({ issueNumber: 7, author: OCTOCAT, body: 'x' });
    }
    await expect(open.rest.issues.createComment({ ...PULL, body: 'x' })).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('more than 2500 comments'),
    });
  });

  it.each([
    ['an update of a comment that is deleted meanwhile', 404],
    ['a comment on what never was', 404],
    ['a comment on an issue that was deleted', 410],
  ])('have nothing for %s', async (name, status) => {
    await using open = await openPull();
    const { issues } = open.rest;
    const { number } = open.github.state.addIssue({ author: OCTOCAT, title: 'x' });
    open.github.state.deleteIssue(number);
    const calls: Readonly<Record<string, () => Promise<unknown>>> = {
      'an update of a comment that is deleted meanwhile': async () => {
        const { data } = await issues.createComment({ ...PULL, body: 'x' });
        open.github.state.comments.delete(data.id);
        return issues.updateComment({ ...REPO, comment_id: data.id, body: 'y' });
      },
      'a comment on what never was': () => issues.createComment({ ...REPO, issue_number: 99, body: 'x' }),
      'a comment on an issue that was deleted': () =>
        issues.createComment({ ...REPO, issue_number: number, body: 'x' }),
    };
    await expect(calls[name]?.()).rejects.toMatchObject({ status });
  });

  it.each([
    ['of a fork’s token', READ_ONLY, false],
    ['with issues: write alone', { ...READ_ONLY, issues: 'write' }, true],
    ['with pull-requests: write alone', { ...READ_ONLY, 'pull-requests': 'write' }, true],
  ] as const)('on a pull request, %s', async (_, permissions, isAllowed) => {
    await using open = await openPull({ permissions });
    const answer = open.rest.issues.createComment({ ...PULL, body: 'x' });
    const refusal = {
      status: 403,
      message: expect.stringContaining('Resource not accessible by integration'),
    };
    expect(await answer.catch((error: unknown) => error)).toMatchObject(
      isAllowed ? { status: 201 } : refusal,
    );
    expect((await open.rest.issues.listComments(PULL)).status).toBe(200);
  });

  it('are not to be read without a permission either', async () => {
    await using open = await openPull({ permissions: { issues: 'none', 'pull-requests': 'none' } });
    await expect(open.rest.issues.listComments(PULL)).rejects.toMatchObject({ status: 403 });
  });
});

describe('whom the fake GitHub lets in', () => {
  it('is who has the token, and no installation has an account', async () => {
    await using github = await startGithub();
    const { users } = octokitOf(github).rest;
    await expect(users.getAuthenticated()).rejects.toMatchObject({ status: 403 });
    const stranger = octokitOf(github, 'ghs_other').rest;
    await expect(stranger.users.getAuthenticated()).rejects.toMatchObject({ status: 401 });
  });

  it('may be a person with a token of their own', async () => {
    await using open = await openPull({ token: 'ghp_own', author: OCTOCAT });
    expect((await open.rest.users.getAuthenticated()).data.login).toBe('octocat');
    const { data } = await open.rest.issues.createComment({ ...PULL, body: 'x' });
    expect(data).toMatchObject({ user: { type: 'User' }, performed_via_github_app: null });
  });

  it('sees one repository, below the base path that an own server has', async () => {
    await using open = await openPull({ basePath: '/api/v3' });
    expect(open.github.apiUrl).toMatch(/\/api\/v3$/);
    expect((await open.rest.issues.listComments(PULL)).status).toBe(200);
    const elsewhere = open.rest.issues.listComments({ ...PULL, repo: 'other' });
    await expect(elsewhere).rejects.toMatchObject({ status: 404 });
  });
});
