import { describe, expect, it } from 'vitest';
import { OCTOCAT, startGithub } from '../support/github/fake-github.ts';
import { octokitOf, REPO } from '../support/github/octokit.ts';

describe('issues of the fake GitHub', () => {
  it('are opened, found by label, changed and closed', async () => {
    await using github = await startGithub();
    const { issues } = octokitOf(github).rest;
    const { data: opened } = await issues.create({
      ...REPO,
      title: 'Drift in orders',
      body: 'one',
      labels: ['tributary', 'drift'],
      assignees: ['octocat'],
    });
    expect(opened).toMatchObject({
      number: 1,
      state: 'open',
      html_url: 'https://github.com/octo/pipelines/issues/1',
      user: { login: 'github-actions[bot]' },
      labels: [{ name: 'tributary' }, { name: 'drift' }],
      assignees: [{ login: 'octocat' }],
    });
    const found = async () => (await issues.listForRepo({ ...REPO, labels: 'Tributary,drift' })).data;
    expect((await found()).map(({ number }) => number)).toEqual([1]);
    const issue = { ...REPO, issue_number: 1 };
    await issues.update({ ...issue, body: 'two', labels: ['tributary'] });
    expect(await found()).toEqual([]);
    const { data: closed } = await issues.update({ ...issue, state: 'closed', state_reason: 'completed' });
    expect(closed).toMatchObject({
      body: 'two',
      state: 'closed',
      state_reason: 'completed',
      closed_at: expect.any(String),
    });
    expect((await issues.listForRepo({ ...REPO, labels: 'tributary' })).data).toEqual([]);
    const all = await issues.listForRepo({ ...REPO, labels: 'tributary', state: 'all' });
    expect(all.data).toHaveLength(1);
    const { data: reopened } = await issues.update({ ...issue, state: 'open' });
    expect(reopened).toMatchObject({ state: 'open', state_reason: 'reopened', closed_at: null });
  });

  it('come newest first, pull requests among them, in pages', async () => {
    await using github = await startGithub();
    for (let index = 0; index < 34; index += 1) github.state.addIssue({ author: OCTOCAT, title: 'x' });
    github.addPull({ number: 35 });
    const octokit = octokitOf(github);
    const { data } = await octokit.rest.issues.listForRepo(REPO);
    expect(data).toHaveLength(30);
    expect(data[0]).toMatchObject({ number: 35, pull_request: expect.anything() });
    const all = await octokit.paginate(octokit.rest.issues.listForRepo, { ...REPO, direction: 'asc' });
    expect(all.map(({ number }) => number)).toEqual(Array.from({ length: 35 }, (_, index) => index + 1));
  });

  it('make labels that nobody has made before', async () => {
    await using github = await startGithub();
    const { issues } = octokitOf(github).rest;
    await issues.create({ ...REPO, title: 'x', labels: ['new'] });
    await issues.addLabels({ ...REPO, issue_number: 1, labels: ['newer', 'NEW'] });
    expect(github.issue(1).labels).toEqual(['new', 'newer']);
    const { data } = await issues.listLabelsForRepo(REPO);
    expect(data.map(({ name, color }) => [name, color])).toEqual([
      ['new', 'ededed'],
      ['newer', 'ededed'],
    ]);
  });

  it.each([
    ['a long body', { title: 'x', body: 'x'.repeat(65_537) }, { field: 'body', code: 'custom' }],
    ['a long title', { title: 'x'.repeat(257) }, { field: 'title', code: 'custom' }],
    ['no title', { title: '' }, { field: 'title', code: 'missing_field' }],
    ['a stranger', { title: 'x', assignees: ['nobody'] }, { field: 'assignees', value: 'nobody' }],
  ])('refuse %s', async (_, content, mistake) => {
    await using github = await startGithub();
    await expect(octokitOf(github).rest.issues.create({ ...REPO, ...content })).rejects.toMatchObject({
      status: 422,
      response: { data: { errors: [mistake] } },
    });
  });

  it('are gone where the repository has none, and pull requests stay', async () => {
    await using github = await startGithub();
    github.addPull();
    github.state.addIssue({ author: OCTOCAT, title: 'x', number: 8 });
    github.state.hasIssues = false;
    const { issues } = octokitOf(github).rest;
    const gone = { status: 410 };
    await expect(issues.create({ ...REPO, title: 'x' })).rejects.toMatchObject(gone);
    await expect(issues.listForRepo(REPO)).rejects.toMatchObject(gone);
    await expect(issues.createComment({ ...REPO, issue_number: 8, body: 'x' })).rejects.toMatchObject(gone);
    const comment = issues.createComment({ ...REPO, issue_number: 7, body: 'x' });
    expect((await comment).status).toBe(201);
  });

  it('need issues: write, which pull-requests: write is not', async () => {
    await using github = await startGithub({ permissions: { issues: 'read' } });
    github.state.addIssue({ author: OCTOCAT, title: 'x' });
    const { issues } = octokitOf(github).rest;
    const refused = {
      status: 403,
      message: expect.stringContaining('Resource not accessible by integration'),
      response: { headers: { 'x-accepted-github-permissions': 'issues=write' } },
    };
    await expect(issues.create({ ...REPO, title: 'x' })).rejects.toMatchObject(refused);
    await expect(issues.update({ ...REPO, issue_number: 1, body: 'x' })).rejects.toMatchObject(refused);
    await expect(issues.createComment({ ...REPO, issue_number: 1, body: 'x' })).rejects.toMatchObject(
      refused,
    );
  });
});

describe('labels of the fake GitHub', () => {
  it('are made once, whatever the case', async () => {
    await using github = await startGithub();
    const { issues } = octokitOf(github).rest;
    await expect(issues.getLabel({ ...REPO, name: 'tributary: drift' })).rejects.toMatchObject({
      status: 404,
    });
    const label = { name: 'tributary: drift', color: 'd93f0b', description: 'A schema has drifted' };
    await issues.createLabel({ ...REPO, ...label });
    expect((await issues.getLabel({ ...REPO, name: 'tributary: drift' })).data).toMatchObject(label);
    await expect(issues.createLabel({ ...REPO, name: 'Tributary: Drift' })).rejects.toMatchObject({
      status: 422,
      response: { data: { errors: [{ resource: 'Label', code: 'already_exists', field: 'name' }] } },
    });
  });

  it.each([
    ['a long description', { name: 'x', description: 'x'.repeat(101) }],
    ['a long name', { name: 'x'.repeat(51) }],
    ['a color with #', { name: 'x', color: '#d93f0b' }],
  ])('refuse %s', async (_, label) => {
    await using github = await startGithub();
    const answer = octokitOf(github).rest.issues.createLabel({ ...REPO, ...label });
    await expect(answer).rejects.toMatchObject({ status: 422 });
  });
});
