import { describe, expect, it } from 'vitest';
import { startGithub } from '../support/github/fake-github.ts';
import { octokitOf, REPO } from '../support/github/octokit.ts';

const BACKFILL = { ...REPO, workflow_id: 'tributary-backfill.yml' };

describe('pull requests of the fake GitHub', () => {
  it('say where they come from', async () => {
    await using github = await startGithub();
    github.addPull({ headRepository: 'mallory/pipelines', headSha: 'c'.repeat(40) });
    const { data } = await octokitOf(github).rest.pulls.get({ ...REPO, pull_number: 7 });
    expect(data).toMatchObject({
      number: 7,
      head: { sha: 'c'.repeat(40), repo: { full_name: 'mallory/pipelines', fork: true } },
      base: { ref: 'main', repo: { full_name: 'octo/pipelines', fork: false } },
    });
  });

  it('list their files in pages', async () => {
    await using github = await startGithub();
    const names = Array.from({ length: 45 }, (_, index) => `migrations/${index} add.sql`);
    github.addPull({
      files: names.map((filename) => ({ filename, status: 'added', patch: '@@ -0,0 +1 @@\n+SELECT 1;' })),
    });
    const octokit = octokitOf(github);
    const files = await octokit.paginate(octokit.rest.pulls.listFiles, { ...REPO, pull_number: 7 });
    expect(files.map(({ filename }) => filename)).toEqual(names);
    expect(files[0]).toMatchObject({ status: 'added', additions: 1, deletions: 0 });
    expect(github.calls).toHaveLength(2);
  });

  it('are no issues, nor issues pull requests', async () => {
    await using github = await startGithub();
    github.state.addIssue({ author: { login: 'octocat', type: 'User' }, title: 'x' });
    const { pulls } = octokitOf(github).rest;
    await expect(pulls.get({ ...REPO, pull_number: 1 })).rejects.toMatchObject({ status: 404 });
  });
});

describe('workflows of the fake GitHub', () => {
  it('are dispatched, and say which run came of it if asked', async () => {
    await using github = await startGithub();
    const { actions } = octokitOf(github).rest;
    const quiet = await actions.createWorkflowDispatch({ ...BACKFILL, ref: 'main' });
    expect(quiet.status).toBe(204);
    const told = await actions.createWorkflowDispatch({
      ...BACKFILL,
      ref: 'refs/heads/main',
      inputs: { tables: 'public.orders' },
      return_run_details: true,
    });
    const [, second] = github.state.dispatches;
    expect(second).toMatchObject({ ref: 'refs/heads/main', inputs: { tables: 'public.orders' } });
    expect(told).toMatchObject({ status: 200, data: { workflow_run_id: second?.runId } });
    const { data } = await actions.listWorkflowRuns({ ...BACKFILL, event: 'workflow_dispatch' });
    expect(data.total_count).toBe(2);
    expect(data.workflow_runs[0]).toMatchObject({ id: second?.runId, status: 'queued', run_number: 2 });
  });

  it.each([
    ['an unknown workflow', { workflow_id: 'other.yml' }, 404, 'Not Found'],
    ['an unknown branch', { ref: 'gone' }, 422, 'No ref found for: gone'],
    ['an unknown input', { inputs: { tabels: 'x' } }, 422, 'Unexpected inputs provided: ["tabels"]'],
    ['a workflow without the trigger', { workflow_id: 'push.yml' }, 422, 'workflow_dispatch'],
  ])('refuse %s', async (_, wrong, status, message) => {
    await using github = await startGithub({
      workflows: [
        { file: 'tributary-backfill.yml', inputs: ['tables'] },
        { file: 'push.yml', dispatchable: false },
      ],
    });
    const { actions } = octokitOf(github).rest;
    const answer = actions.createWorkflowDispatch({ ...BACKFILL, ref: 'main', ...wrong });
    await expect(answer).rejects.toMatchObject({ status, message: expect.stringContaining(message) });
    expect(github.state.dispatches).toEqual([]);
  });

  it('are not dispatched without actions: write', async () => {
    await using github = await startGithub({ permissions: { actions: 'read' } });
    const { actions } = octokitOf(github).rest;
    const answer = actions.createWorkflowDispatch({ ...BACKFILL, ref: 'main' });
    await expect(answer).rejects.toMatchObject({ status: 403 });
    expect((await actions.listWorkflowRuns(BACKFILL)).status).toBe(200);
  });

  it('tell their runs by event, outcome and time, newest first', async () => {
    await using github = await startGithub();
    const moments = ['2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z', '2026-11-03T00:00:00Z'];
    for (const [index, createdAt] of moments.entries()) {
      const conclusion = index === 1 ? 'failure' : 'success';
      const run = { workflow: 'tributary-backfill.yml', event: 'schedule', createdAt };
      github.state.addRun({ ...run, status: 'completed', conclusion });
    }
    const { actions } = octokitOf(github).rest;
    const created = async (filter: Readonly<Record<string, string>>) =>
      (await actions.listWorkflowRuns({ ...BACKFILL, ...filter })).data.workflow_runs.map(
        (run) => run.created_at,
      );
    expect(await created({})).toEqual(moments.toReversed());
    expect(await created({ created: '>=2026-11-02T00:00:00Z' })).toEqual([moments[2], moments[1]]);
    expect(await created({ created: '<2026-11-02T00:00:00Z' })).toEqual([moments[0]]);
    expect(await created({ created: '2026-11-01..2026-11-02' })).toEqual([moments[1], moments[0]]);
    expect(await created({ created: '2026-11-03' })).toEqual([moments[2]]);
    expect(await created({ event: 'push' })).toEqual([]);
    const { data } = await actions.listWorkflowRuns({ ...BACKFILL, status: 'failure' });
    expect(data.workflow_runs).toHaveLength(1);
  });
});
