import { describe, expect, it } from 'vitest';
import { ISSUE_LABEL, tendIssues } from '../../../src/report/github/managed-issue.ts';
import { readMarker } from '../../../src/report/github/marker.ts';
import type { IssueVerdict } from '../../../src/report/issue-verdict.ts';
import { type FakeGithub, OCTOCAT, startGithub } from '../../support/github/fake-github.ts';
import { serverError } from '../../support/github/faults.ts';
import { ACTIONS_BOT } from '../../support/github/github-state.ts';
import { READ_ONLY } from '../../support/github/operation.ts';
import { clientOf } from './client-of.ts';

const SETTINGS = {
  header: '[run 4711](https://github.com/octo/pipelines/actions/runs/4711)',
  labels: [],
  assignees: [],
};

function raised(
  changes: { state?: string; picture?: string; pipeline?: string; accumulates?: boolean } = {},
): IssueVerdict {
  const {
    state = 'slot-lost',
    picture = 'behind by 3 MiB',
    pipeline = 'orders',
    accumulates = false,
  } = changes;
  return {
    tag: 'raised',
    pipeline,
    kind: accumulates ? 'drift' : 'failing',
    state,
    accumulates,
    text: {
      title: `${pipeline} fails: ${state.slice(0, 100)}`,
      body: `${state}; ${picture}`,
      news: `now ${state}`,
    },
  };
}

const RECOVERED: IssueVerdict = {
  tag: 'recovered',
  pipeline: 'orders',
  kind: 'failing',
  news: 'A run ended well.',
};

async function start(options: Parameters<typeof startGithub>[0] = {}) {
  const github = await startGithub(options);
  const api = clientOf(github);
  return {
    github,
    tend: async (...verdicts: readonly IssueVerdict[]) => await tendIssues(api, verdicts, SETTINGS),
    [Symbol.asyncDispose]: () => github[Symbol.asyncDispose](),
  };
}

function close(github: FakeGithub, number: number): void {
  github.state.updateIssue(github.issue(number), { state: 'closed', stateReason: 'completed' });
}

function commentsOf(github: FakeGithub, number: number): readonly string[] {
  return github.commentsOf(number).map(({ body }) => body.split('\n')[0] ?? '');
}

describe('the managed issue', () => {
  it('is opened with its label, and says nothing twice', async () => {
    await using fake = await start();
    const url = 'https://github.com/octo/pipelines/issues/1';
    const open = [{ pipeline: 'orders', kind: 'failing', number: 1, url }];
    expect(await fake.tend(raised())).toEqual({ open, refusals: [] });
    const issue = fake.github.issue(1);
    expect(issue).toMatchObject({
      title: 'orders fails: slot-lost',
      labels: ['tributary'],
      author: ACTIONS_BOT,
    });
    expect(issue.body).toMatch(
      /^<!-- tributary:issue v=1 pipeline=orders kind=failing state=[0-9a-f]{64} picture=[0-9a-f]{64} -->\nslot-lost; behind by 3 MiB\n\n---\n\[run 4711\]/,
    );
    expect(fake.github.state.label('tributary')?.color).toBe(ISSUE_LABEL.color);
    fake.github.forgetCalls();
    expect(await fake.tend(raised())).toEqual({ open, refusals: [] });
    expect(fake.github.calls.map(({ name }) => name)).toEqual(['issues/list-for-repo']);
  });

  it('is rewritten without a comment when only the picture changes', async () => {
    await using fake = await start();
    await fake.tend(raised());
    await fake.tend(raised({ picture: 'behind by 9 MiB' }));
    expect(fake.github.issue(1).body).toContain('behind by 9 MiB');
    expect(fake.github.commentsOf(1)).toEqual([]);
    expect(fake.github.state.issues.size).toBe(1);
  });

  it('gets a comment, and another title, when the state changes', async () => {
    await using fake = await start();
    await fake.tend(raised());
    await fake.tend(raised({ state: 'table-missing' }));
    await fake.tend(raised({ state: 'table-missing' }));
    expect(fake.github.issue(1).title).toBe('orders fails: table-missing');
    expect(commentsOf(fake.github, 1)).toEqual(['now table-missing']);
  });

  it('is closed with a comment on recovery, once', async () => {
    await using fake = await start();
    await fake.tend(raised());
    expect(await fake.tend(RECOVERED)).toEqual({ open: [], refusals: [] });
    await fake.tend(RECOVERED);
    expect(fake.github.issue(1)).toMatchObject({ state: 'closed', stateReason: 'completed' });
    expect(commentsOf(fake.github, 1)).toEqual(['✅ **It is over.** A run ended well.']);
  });

  it('is opened again, with a comment, by the same trouble after a recovery', async () => {
    await using fake = await start();
    await fake.tend(raised());
    await fake.tend(RECOVERED);
    await fake.tend(raised());
    await fake.tend(raised());
    expect(fake.github.issue(1).state).toBe('open');
    expect(fake.github.state.issues.size).toBe(1);
    expect(commentsOf(fake.github, 1)).toEqual([
      '✅ **It is over.** A run ended well.',
      'slot-lost; behind by 3 MiB',
    ]);
  });

  it('stays closed where a person has closed it, until the trouble becomes another one', async () => {
    await using fake = await start();
    await fake.tend(raised());
    close(fake.github, 1);
    expect(await fake.tend(raised())).toEqual({ open: [], refusals: [] });
    await fake.tend(raised({ picture: 'behind by 9 MiB' }));
    expect(fake.github.issue(1).state).toBe('closed');
    expect(fake.github.commentsOf(1)).toEqual([]);
    await fake.tend(raised({ state: 'table-missing' }));
    expect(fake.github.issue(1).state).toBe('open');
    expect(fake.github.state.issues.size).toBe(1);
  });

  it('is opened again after a recovery that came while a person had closed it, which nobody is told of', async () => {
    await using fake = await start();
    await fake.tend(raised());
    close(fake.github, 1);
    await fake.tend(RECOVERED);
    await fake.tend(RECOVERED);
    expect(fake.github.issue(1).state).toBe('closed');
    expect(fake.github.commentsOf(1)).toEqual([]);
    await fake.tend(raised());
    expect(fake.github.issue(1).state).toBe('open');
  });

  it('stays open where a person has opened it again after the recovery', async () => {
    await using fake = await start();
    await fake.tend(raised());
    await fake.tend(RECOVERED);
    fake.github.state.updateIssue(fake.github.issue(1), { state: 'open' });
    fake.github.forgetCalls();
    await fake.tend(RECOVERED);
    expect(fake.github.issue(1).state).toBe('open');
    expect(fake.github.writes).toEqual([]);
  });

  it('is one per pipeline and kind', async () => {
    await using fake = await start();
    const verdicts = [raised(), raised({ pipeline: 'billing' }), raised({ accumulates: true, state: 'a' })];
    const outcome = await fake.tend(...verdicts);
    expect(outcome.open.map(({ pipeline, kind, number }) => [pipeline, kind, number])).toEqual([
      ['orders', 'failing', 1],
      ['billing', 'failing', 2],
      ['orders', 'drift', 3],
    ]);
    fake.github.forgetCalls();
    await fake.tend(...verdicts);
    expect(fake.github.writes).toEqual([]);
  });

  it('keeps what it has told already where new facts add to it', async () => {
    await using fake = await start();
    await fake.tend(raised({ accumulates: true, state: 'column a added' }));
    await fake.tend(raised({ accumulates: true, state: 'column b added' }));
    const body = fake.github.issue(1).body ?? '';
    expect(body.indexOf('column b added')).toBeLessThan(body.indexOf('column a added'));
    expect(body.match(/<!--/g)).toHaveLength(1);
    expect(commentsOf(fake.github, 1)).toEqual(['now column b added']);
    close(fake.github, 1);
    await fake.tend(raised({ accumulates: true, state: 'column c added' }));
    expect(fake.github.issue(1).body).not.toContain('column a added');
  });

  it('never outgrows what GitHub takes, however much is added', async () => {
    await using fake = await start();
    for (let index = 0; index < 5; index += 1)
      await fake.tend(raised({ accumulates: true, state: `${index} ${'- a line of drift\n'.repeat(2000)}` }));
    const body = fake.github.issue(1).body ?? '';
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(60_000);
    expect(body).toContain('4 - a line of drift');
    for (const { body: comment } of fake.github.commentsOf(1))
      expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(60_000);
  });

  it('does not fall for a marker that another person has copied', async () => {
    await using fake = await start();
    await fake.tend(raised());
    const { body, title } = fake.github.issue(1);
    fake.github.state.issues.clear();
    fake.github.state.addIssue({ author: OCTOCAT, title, body, labels: ['tributary'] });
    const outcome = await fake.tend(raised());
    expect(outcome.open.map(({ number }) => number)).toEqual([2]);
    expect(await fake.tend(RECOVERED)).toEqual({ open: [], refusals: [] });
    expect(fake.github.issue(1)).toMatchObject({ state: 'open', body });
  });

  it('is found behind the first page of issues, and is never a pull request', async () => {
    await using fake = await start();
    for (let index = 0; index < 120; index += 1)
      fake.github.state.addIssue({ author: OCTOCAT, title: 'mine', body: 'text', labels: ['tributary'] });
    await fake.tend(raised());
    const { body } = fake.github.issue(121);
    fake.github.addPull({ number: 500, author: ACTIONS_BOT, body, labels: ['tributary'] });
    fake.github.forgetCalls();
    await fake.tend(raised());
    expect(fake.github.writes).toEqual([]);
  });

  it('leaves one of two that runs have opened at the same time, and raises the trouble again after a recovery', async () => {
    await using fake = await start();
    await fake.tend(raised());
    const { body, title } = fake.github.issue(1);
    fake.github.state.addIssue({ author: ACTIONS_BOT, title, body, labels: ['tributary'] });
    await fake.tend(raised());
    expect(fake.github.issue(1).state).toBe('open');
    expect(fake.github.issue(2)).toMatchObject({ state: 'closed', stateReason: 'not_planned' });
    await fake.tend(RECOVERED);
    await fake.tend(raised());
    expect(fake.github.issue(1).state).toBe('open');
    expect(fake.github.issue(2).state).toBe('closed');
  });

  it('is opened anew where somebody has deleted it meanwhile', async () => {
    await using fake = await start();
    await fake.tend(raised());
    const { state } = fake.github;
    fake.github.fault(
      (call) => {
        if (call.name === 'issues/update') state.issues.clear();
        return false;
      },
      { tag: 'hang' },
    );
    const outcome = await fake.tend(raised({ state: 'table-missing' }));
    expect(outcome.open).toHaveLength(1);
    expect([...state.issues.values()].map(({ title }) => title)).toEqual(['orders fails: table-missing']);
  });

  it('is not opened again near the most comments that an issue takes', async () => {
    await using fake = await start();
    await fake.tend(raised());
    await fake.tend(RECOVERED);
    for (let index = 0; index < 2000; index += 1)
      fake.github.state.addComment({ issueNumber: 1, author: OCTOCAT, body: 'x' });
    const outcome = await fake.tend(raised());
    expect(outcome.open.map(({ number }) => number)).toEqual([2]);
  });

  it('says in one line which grant is missing, and only if there is something to raise', async () => {
    await using fake = await start({ permissions: { issues: 'none', 'pull-requests': 'none' } });
    const outcome = await fake.tend(raised(), raised({ pipeline: 'billing' }));
    expect(outcome).toEqual({
      open: [],
      refusals: [expect.stringMatching(/^Cannot read the issues: .*`issues: write`[^\n]*$/)],
    });
    expect(await fake.tend(RECOVERED)).toEqual({ open: [], refusals: [] });
  });

  it('says the same refusal once for all pipelines', async () => {
    await using fake = await start({ permissions: READ_ONLY });
    const outcome = await fake.tend(raised(), raised({ pipeline: 'billing' }));
    expect(outcome.open).toEqual([]);
    expect(outcome.refusals).toHaveLength(1);
  });

  it('does not comment where its update came to nothing, so that the next run can say it', async () => {
    await using fake = await start();
    await fake.tend(raised());
    const fault = fake.github.fault('issues/update', serverError(502), 'always');
    const outcome = await fake.tend(raised({ state: 'table-missing' }));
    expect(outcome.refusals).toHaveLength(1);
    expect(fake.github.commentsOf(1)).toEqual([]);
    fault[Symbol.dispose]();
    await fake.tend(raised({ state: 'table-missing' }));
    expect(commentsOf(fake.github, 1)).toEqual(['now table-missing']);
  });

  it('does not comment twice where the answer to the comment was lost', async () => {
    await using fake = await start();
    await fake.tend(raised());
    fake.github.fault('issues/create-comment', { tag: 'reset-after' }, 'once');
    await fake.tend(raised({ state: 'table-missing' }));
    await fake.tend(raised({ state: 'table-missing' }));
    expect(commentsOf(fake.github, 1)).toEqual(['now table-missing']);
  });

  it('gives a new issue the labels and assignees that are wanted', async () => {
    await using github = await startGithub();
    await tendIssues(clientOf(github), [raised()], { ...SETTINGS, labels: ['data'], assignees: ['octocat'] });
    expect(github.issue(1)).toMatchObject({ labels: ['tributary', 'data'], assignees: ['octocat'] });
  });

  it('asks GitHub nothing where there is nothing to say', async () => {
    await using fake = await start();
    expect(await fake.tend()).toEqual({ open: [], refusals: [] });
    expect(fake.github.calls).toEqual([]);
  });

  it('is told apart by names that look like a marker', async () => {
    await using fake = await start();
    const pipeline = 'orders kind=drift --> <!-- x';
    await fake.tend(raised({ pipeline }));
    await fake.tend(raised({ pipeline }));
    expect(fake.github.state.issues.size).toBe(1);
    expect(readMarker(fake.github.issue(1).body ?? '')?.fields).toMatchObject({ pipeline, kind: 'failing' });
  });
});
