import { describe, expect, it } from 'vitest';
import { type EmbeddedJob, openEmbeddedJob } from '../support/embedded-job.ts';
import { pullRequestEvent } from '../support/github/events.ts';
import { OCTOCAT } from '../support/github/fake-github.ts';
import { primaryLimit, secondaryLimit } from '../support/github/faults.ts';
import type { GithubIssue } from '../support/github/github-state.ts';
import type { ActionResult } from '../support/runner-emulator.ts';

const ORDERS = `
  CREATE TABLE orders (order_id bigint PRIMARY KEY, amount numeric(12,2));
  INSERT INTO orders VALUES (1, 10.50), (2, 20);`;
const UNPUBLISH = 'DROP PUBLICATION lakeflow_publication';
const PUBLISH = 'CREATE PUBLICATION lakeflow_publication FOR ALL TABLES';
/** What a job that cannot work has been told to do about it. */
const REMEDY = '```sql\nCREATE PUBLICATION lakeflow_publication FOR TABLE public.orders;\n```';
const RUN_LINK = '[run 1000](https://github.com/octo/pipelines/actions/runs/1000)';

/** A pipeline whose runs fail: the publication is missing. */
async function openFailingJob(): Promise<EmbeddedJob> {
  const job = await openEmbeddedJob({ setup: ORDERS });
  await job.database.sql(UNPUBLISH);
  return job;
}

/** The changes that a run has asked for, by operation. */
async function writesOf({ github, run }: EmbeddedJob, how = run): Promise<readonly string[]> {
  github.forgetCalls();
  await how();
  return github.writes.map(({ name }) => name);
}

function issuesOf({ github }: EmbeddedJob): readonly GithubIssue[] {
  return [...github.state.issues.values()].filter(({ pull }) => pull === undefined);
}

function lastComment({ github }: EmbeddedJob, number: number): string {
  return github.commentsOf(number).at(-1)?.body ?? '';
}

/** The run failed, and says so wherever it can without GitHub's help. */
function expectFailed(result: ActionResult): void {
  expect(result.exitCode).toBe(1);
  expect(result.outputs.get('failure-code')).toBe('publication-missing');
  expect(result.summary).toMatch(/^### ❌ orders&#95;to&#95;lake\n\n\*\*Failed after /);
  expect(result.summary).toContain(REMEDY);
}

describe('the issue of a pipeline that fails', () => {
  it('is opened once, follows the trouble, is closed on recovery, and opened again with the next failure', async () => {
    await using job = await openFailingJob();
    // GIVEN an issue that looks like ours, by somebody else
    const marker = '<!-- tributary:issue v=1 pipeline=orders_to_lake kind=failing state=x picture=y -->';
    job.github.state.addIssue({ author: OCTOCAT, title: 'mine', body: marker, labels: ['tributary'] });
    const forged = job.github.issue(1);
    // WHEN a run fails THEN an issue says so, with the remedy and a link to the run
    const first = await job.run();
    expectFailed(first);
    expect(first.outputs.get('issue-number')).toBe('2');
    expect(job.github.issue(2)).toMatchObject({
      title: 'orders_to_lake fails: publication-missing',
      state: 'open',
      labels: ['tributary'],
      author: { login: 'github-actions[bot]' },
    });
    const { body } = job.github.issue(2);
    expect(body).toMatch(/^<!-- tributary:issue v=1 pipeline=orders_to_lake kind=failing /);
    expect(body).toContain(REMEDY);
    expect(body).toContain(RUN_LINK);
    // WHEN it fails in the same way THEN nothing is said again, not even silently
    let again: ActionResult | undefined;
    expect(
      await writesOf(job, async () => {
        again = await job.run();
        return again;
      }),
    ).toEqual([]);
    expect(again?.outputs.get('issue-number')).toBe('2');
    // WHEN it fails in another way THEN the body is that of the new trouble, and a comment tells it
    await job.database.sql(
      "CREATE PUBLICATION lakeflow_publication FOR ALL TABLES WITH (publish = 'insert')",
    );
    expect(await writesOf(job)).toEqual(['issues/update', 'issues/create-comment']);
    expect(job.github.issue(2)).toMatchObject({
      title: 'orders_to_lake fails: publication-incomplete',
      state: 'open',
      body: expect.not.stringContaining(REMEDY),
    });
    expect(lastComment(job, 2)).toMatch(/^It fails in another way now\.\n/);
    // WHEN a run ends well THEN the issue is closed with a word, once
    await job.database.sql(`${UNPUBLISH}; ${PUBLISH}`);
    expect(await writesOf(job)).toEqual(['issues/update', 'issues/create-comment']);
    expect(job.github.issue(2)).toMatchObject({ state: 'closed', stateReason: 'completed' });
    expect(lastComment(job, 2)).toMatch(/^✅ \*\*It is over\.\*\* /);
    expect(await writesOf(job)).toEqual([]);
    // WHEN it fails again THEN it is the same issue
    await job.database.sql(UNPUBLISH);
    expect(await writesOf(job)).toEqual(['issues/update', 'issues/create-comment']);
    expect(job.github.issue(2).state).toBe('open');
    expect(lastComment(job, 2)).toContain(REMEDY);
    // AND all the while, what is not ours was left alone
    expect(issuesOf(job)).toHaveLength(2);
    expect(job.github.issue(1)).toEqual(forged);
    expect(job.github.commentsOf(1)).toEqual([]);
  });

  it('stays closed when a person has closed it, until the trouble has been over', async () => {
    await using job = await openFailingJob();
    await job.run();
    const close = (): GithubIssue =>
      job.github.state.updateIssue(job.github.issue(1), { state: 'closed', stateReason: 'not_planned' });
    close();
    expect(await writesOf(job)).toEqual([]);
    expect(job.github.issue(1).state).toBe('closed');
    // That it is over is noted without a word to anybody.
    await job.database.sql(PUBLISH);
    expect(await writesOf(job)).toEqual(['issues/update']);
    expect(job.github.commentsOf(1)).toEqual([]);
    await job.database.sql(UNPUBLISH);
    await job.run();
    expect(job.github.issue(1).state).toBe('open');
    // A deleted one is opened anew.
    job.github.state.deleteIssue(1);
    expect((await job.run()).outputs.get('issue-number')).toBe('2');
  });

  it('does without whatever GitHub refuses: one line, and the run ends as it would have', async () => {
    await using job = await openFailingJob();
    const refused = async (sentence: RegExp): Promise<void> => {
      const result = await job.run();
      expectFailed(result);
      expect(result.outputs.get('issue-number')).toBe('');
      const warnings = result.annotations.filter(({ level }) => level === 'warning');
      expect(warnings.map(({ message }) => message)).toEqual([expect.stringMatching(sentence)]);
      expect(issuesOf(job)).toEqual([]);
    };
    job.github.permit({ issues: 'none' });
    await refused(/^Cannot .* \(HTTP 403\)\. Add `issues: write` to the job's permissions/);
    job.github.permit({ issues: 'read' });
    await refused(/^Cannot .* \(HTTP 403\)\. Add `issues: write` to the job's permissions/);
    job.github.permit({ issues: 'write' });
    job.github.state.hasIssues = false;
    await refused(/ switched off \(HTTP 410\)\.$/);
    job.github.state.hasIssues = true;
    // A limit that would take longer than a job should wait
    for (const limit of [
      secondaryLimit({ retryAfterSeconds: 600 }),
      primaryLimit({ resetsInSeconds: 3000 }),
    ]) {
      const fault = job.github.fault('issues/list-for-repo', limit);
      await refused(/^Cannot read the issues: GitHub's rate limit is reached \(HTTP 403\)/);
      expect(fault.strikes).toBe(1);
    }
    const silent = await job.run({ 'github-token': '' }, { token: '' });
    expectFailed(silent);
    expect(silent.log).toContain('Nothing is said on GitHub: there is no github-token.');
    job.github.forgetCalls();
    expectFailed(await job.run({ issues: 'never' }));
    expect(job.github.calls.map(({ name }) => name)).toEqual(['actions/list-workflow-runs']);
    expect(issuesOf(job)).toEqual([]);
    // AND a short limit is waited for
    const short = job.github.fault('issues/create', secondaryLimit({ retryAfterSeconds: 1 }));
    expect((await job.run()).outputs.get('issue-number')).toBe('1');
    expect(short.strikes).toBe(1);
  });

  it('is a comment where the run is a pull request’s', async () => {
    await using job = await openFailingJob();
    job.github.addPull();
    const onPull = () => job.run({}, { event: pullRequestEvent() });
    const failed = await onPull();
    expectFailed(failed);
    const [comment] = job.github.commentsOf(7);
    expect(failed.outputs.get('comment-id')).toBe(String(comment?.id));
    expect(comment?.body).toContain(REMEDY);
    expect(await writesOf(job, onPull)).toEqual([]);
    await job.database.sql(PUBLISH);
    expect(await writesOf(job, onPull)).toEqual(['issues/update-comment']);
    expect(job.github.commentsOf(7)).toMatchObject([{ body: expect.not.stringContaining(REMEDY) }]);
    expect(issuesOf(job)).toEqual([]);
  });
});

describe('the issue of a schema that has changed', () => {
  it('gathers what was followed, with its SQL, and is not closed by runs that see no change', async () => {
    await using job = await openEmbeddedJob({ setup: ORDERS });
    await job.run();
    await job.database.sql(`ALTER TABLE orders ADD COLUMN notes text; UPDATE orders SET notes = 'x'`);
    const first = await job.run();
    expect(Object.fromEntries(first.outputs)).toMatchObject({ drift: 'true', 'issue-number': '1' });
    expect(first.exitCode).toBe(0);
    const notes =
      '```sql\nALTER TABLE "lakehouse"."orders_to_lake_raw"."orders" ADD COLUMN "notes" VARCHAR;\n```';
    expect(first.summary).toContain(notes);
    expect(job.github.issue(1)).toMatchObject({
      body: expect.stringContaining(notes),
      labels: ['tributary'],
    });
    await job.database.sql('UPDATE orders SET amount = 1');
    expect(await writesOf(job)).toEqual([]);
    await job.database.sql('ALTER TABLE orders ADD COLUMN colour text; UPDATE orders SET amount = 2');
    expect(await writesOf(job)).toEqual(['issues/update', 'issues/create-comment']);
    // The body tells both, the comment the new one only.
    expect(job.github.issue(1).body).toMatch(/"colour" VARCHAR[\s\S]*"notes" VARCHAR/);
    expect(lastComment(job, 1)).toContain('"colour" VARCHAR');
    expect(lastComment(job, 1)).not.toContain('"notes" VARCHAR');
    await job.expectEqual('orders');
  });
});
