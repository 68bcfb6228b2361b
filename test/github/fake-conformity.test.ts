import { describe, expect, it } from 'vitest';
import { type FakeGithub, startGithub } from '../support/github/fake-github.ts';
import { primaryLimit, secondaryLimit, serverError } from '../support/github/faults.ts';
import { octokitOf, openPull, PULL, REPO } from '../support/github/octokit.ts';

const COMMENTS = '/repos/octo/pipelines/issues/7/comments';

/** A request without a client that would keep it right. */
function send(github: FakeGithub, path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${github.apiUrl}${path}`, {
    ...init,
    headers: { authorization: `token ${github.token}`, 'user-agent': 'test', ...init.headers },
  });
}

const post = (content: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(content),
});

describe('the fake GitHub holds requests against the description', () => {
  it.each([
    ['an unknown operation', '/repos/octo/pipelines/stargazers', {}, /no such operation/],
    ['GraphQL', '/graphql', post({ query: '{}' }), /no such operation/],
    ['an unknown parameter', `${COMMENTS}?perpage=100`, {}, /parameter perpage is unknown/],
    ['a parameter of a wrong type', `${COMMENTS}?per_page=many`, {}, /parameter per_page: must be integer/],
    ['a value outside the list', '/repos/octo/pipelines/issues?state=opened', {}, /parameter state/],
    ['a missing property', COMMENTS, post({}), /body: must have required property 'body'/],
    ['a property of a wrong type', COMMENTS, post({ body: 1 }), /body\/body: must be string/],
    ['a misspelt property', COMMENTS, post({ body: 'x', boddy: 'x' }), /additional.*boddy/],
    ['a body that is no JSON', COMMENTS, { method: 'POST', body: 'x' }, /the body is text\/plain/],
    ['a missing body', COMMENTS, { method: 'POST' }, /the body is missing/],
    ['no name of a client', COMMENTS, { headers: { 'user-agent': '' } }, /user-agent is missing/],
  ] as const)('%s', async (_, path, init, violation) => {
    const github = await startGithub();
    github.addPull();
    await send(github, path, init);
    expect(github.violations.join('\n')).toMatch(violation);
    await expect(github[Symbol.asyncDispose]()).rejects.toThrow(violation);
    expect(github.commentsOf(7)).toEqual([]);
  });

  it('and lets a test go on that has made a violation on purpose', async () => {
    await using github = await startGithub();
    await send(github, '/nowhere');
    expect(github.takeViolations()).toHaveLength(1);
    github.assertConform();
  });
});

describe('the fake GitHub holds its own responses against the description', () => {
  it.each([
    ['an object that lacks a property', 200, '{"id":1}', /must have required property 'node_id'/],
    ['another type', 200, '[]', /must be object/],
    ['no JSON', 200, '<html>', /must be object/],
    ['a status that nobody has heard of', 418, '{}', /status 418 is not described/],
    ['an error in another form', 404, '"gone"', /must be object/],
  ])('%s', async (_, status, body, violation) => {
    const github = await startGithub();
    github.addPull();
    github.fault('issues/get', { tag: 'http', status, body });
    await send(github, '/repos/octo/pipelines/issues/7');
    await expect(github[Symbol.asyncDispose]()).rejects.toThrow(violation);
  });

  it('down to the times and addresses inside them', async () => {
    const github = await startGithub();
    github.addPull({ createdAt: 'yesterday' });
    await send(github, '/repos/octo/pipelines/issues/7');
    await expect(github[Symbol.asyncDispose]()).rejects.toThrow(/created_at: must match format "date-time"/);
  });
});

describe('the fake GitHub tells of a secret that is sent', () => {
  it.each([
    ['in a text', { body: 'password is pa"ss\nword' }],
    ['of the token itself', { body: 'ghs_emulated' }],
  ])('%s', async (_, content) => {
    await using open = await openPull();
    await open.rest.issues.createComment({ ...PULL, ...content });
    expect(() => open.github.assertConform(['pa"ss\nword'])).toThrow(
      'issues/create-comment: a secret is sent',
    );
    open.github.forgetCalls();
  });

  it('in an address', async () => {
    await using open = await openPull();
    await open.rest.issues.listForRepo({ ...REPO, labels: 'pass word' });
    expect(() => open.github.assertConform(['pass word'])).toThrow('a secret is sent');
    open.github.assertConform(['password']);
  });
});

describe('the fake GitHub fails as it is told', () => {
  const failure = async (call: Promise<unknown>) =>
    call.then(
      () => undefined,
      (error: unknown) => error,
    );

  it.each([
    ['a secondary limit', secondaryLimit({ retryAfterSeconds: 7 }), 403, { 'retry-after': '7' }],
    ['the same by 429', secondaryLimit({ status: 429 }), 429, {}],
    ['the limit of an hour', primaryLimit(), 403, { 'x-ratelimit-remaining': '0' }],
    ['trouble', serverError(503), 503, {}],
  ])('by %s, once', async (_, fault, status, headers) => {
    await using open = await openPull();
    const scripted = open.github.fault('issues/create-comment', fault);
    const create = () => open.rest.issues.createComment({ ...PULL, body: 'x' });
    expect(await failure(create())).toMatchObject({ status, response: { headers } });
    expect(open.github.commentsOf(7)).toEqual([]);
    expect((await create()).status).toBe(201);
    expect(scripted.strikes).toBe(1);
    expect(open.github.callsNamed('issues/create-comment').map((call) => call.status)).toEqual([status, 201]);
  });

  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)('by a connection cut %s the work', async (when, written) => {
    await using open = await openPull();
    open.github.fault({ name: 'issues/create-comment', nth: 1 }, { tag: `reset-${when}` });
    expect(await failure(open.rest.issues.createComment({ ...PULL, body: 'x' }))).toBeInstanceOf(Error);
    expect(open.github.commentsOf(7)).toHaveLength(written);
  });

  it('on the second page alone', async () => {
    await using open = await openPull();
    for (let index = 0; index < 40; index += 1) {
      const author = { login: 'octocat', type: 'User' } as const;
      open.github.state.addComment({ issueNumber: 7, author, body: 'x' });
    }
    open.github.fault({ name: 'issues/list-comments', detail: /page=2/ }, serverError());
    const { paginate, rest } = octokitOf(open.github);
    expect(await failure(paginate(rest.issues.listComments, PULL))).toMatchObject({ status: 502 });
    expect(open.github.callsNamed('issues/list-comments').map(({ status }) => status)).toEqual([200, 502]);
  });

  it('by silence, until it is closed', async () => {
    const open = await openPull();
    open.github.fault('issues/get', { tag: 'hang' });
    const arrived = open.github.nextCall('issues/get');
    const failed = failure(open.rest.issues.get(PULL));
    await arrived;
    await open.github[Symbol.asyncDispose]();
    expect(await failed).toBeInstanceOf(Error);
  });
});

describe('the fake GitHub is the same in every run', () => {
  it('in its numbers and its times', async () => {
    const write = async () => {
      await using open = await openPull();
      const { data } = await open.rest.issues.createComment({ ...PULL, body: 'x' });
      return data.html_url + data.created_at;
    };
    expect(await write()).toBe(await write());
  });

  it('and takes its time from a test that has a clock', async () => {
    await using open = await openPull({ now: () => new Date('2026-01-02T03:04:05.678Z') });
    const { data } = await open.rest.issues.createComment({ ...PULL, body: 'x' });
    expect(data.created_at).toBe('2026-01-02T03:04:05Z');
  });
});
