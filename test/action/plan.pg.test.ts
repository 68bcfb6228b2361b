import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pullRequestEvent, pushEvent, scheduleEvent } from '../support/github/events.ts';
import { OCTOCAT } from '../support/github/fake-github.ts';
import { ACTIONS_BOT } from '../support/github/github-state.ts';
import { openPullRequestJob, type PullRequestJob } from '../support/pull-request-job.ts';
import { REPLICATION_USER } from '../support/test-server.ts';

const TABLES = `
  CREATE TABLE orders (order_id bigint PRIMARY KEY, amount numeric(12,2), notes text);
  CREATE TABLE items (item_id bigint PRIMARY KEY, label text, email text);
  INSERT INTO orders SELECT i, i FROM generate_series(1, 5000) i;
  ANALYZE;`;

/** The whole comment's text; fails where there is not exactly one. */
function onlyComment(job: PullRequestJob): string {
  const [comment, ...others] = job.comments();
  if (comment === undefined || others.length > 0) throw new Error(`${job.comments().length} comments`);
  return comment.body;
}

/** The changing calls since the last time. */
function takeWrites({ github }: PullRequestJob): readonly string[] {
  const names = github.writes.map(({ name }) => name);
  github.forgetCalls();
  return names;
}

describe('a plan of a pull request', () => {
  it('is one comment, which stays as it is until the plan is another, estimates aside', async () => {
    await using job = await openPullRequestJob(TABLES);
    const first = await job.run();
    expect(first).toMatchObject({ failed: false, annotations: [] });
    expect(takeWrites(job)).toEqual(['issues/create-comment']);
    const [created] = job.comments();
    expect(created?.body).toMatch(/^<!-- tributary:plan v=1 key=pipeline\.yml hash=[0-9a-f]{64} -->\n/);
    expect(created?.body).toContain(
      'Commit aaaaaaa · [run 1000](https://github.com/octo/pipelines/actions/runs/1000)',
    );
    expect(created?.body).toContain('| ➕ | public.orders | orders | first load | ≈&nbsp;5,000 |');
    const outputs = Object.fromEntries(first.outputs);
    expect(outputs).toMatchObject({
      status: 'changes',
      changes: '1',
      'plan-hash': expect.stringMatching(/^[0-9a-f]{64}$/),
      'comment-id': String(created?.id),
      'failure-code': '',
    });
    const report = JSON.parse(await readFile(outputs['report-path'] ?? '', 'utf8'));
    expect(report).toMatchObject({
      schemaVersion: 1,
      hash: outputs['plan-hash'],
      plans: [{ status: 'changes' }],
    });
    expect(first.summary).toContain('first load');

    await job.database.sql(
      'INSERT INTO orders SELECT i, i FROM generate_series(5001, 50000) i; ANALYZE orders',
    );
    const grown = await job.run();
    expect(takeWrites(job)).toEqual([]);
    expect(grown.summary).toContain('50,000');
    expect(grown.log).toContain('Comment left as it is: https://');
    expect(grown.outputs.get('comment-id')).toBe(String(created?.id));
    expect(grown.outputs.get('plan-hash')).toBe(first.outputs.get('plan-hash'));

    await job.write('pipeline.yml', job.config(['orders', 'items']));
    const changed = await job.run();
    expect(takeWrites(job)).toEqual(['issues/update-comment']);
    expect(onlyComment(job)).toContain('| ➕ | public.items |');
    expect(onlyComment(job)).toContain('email (⚠️ an e-mail address)');
    expect(changed.outputs.get('comment-id')).toBe(String(created?.id));
  });

  it('says that it is resolved once the change is taken back, and nothing where there never was one', async () => {
    await using job = await openPullRequestJob(TABLES);
    const ran = await job.run({ command: 'run', issues: 'never' }, { event: scheduleEvent() });
    expect(ran.outputs.get('status')).toBe('done');
    job.github.forgetCalls();
    const nothing = await job.run();
    expect(takeWrites(job)).toEqual([]);
    expect(Object.fromEntries(nothing.outputs)).toMatchObject({
      status: 'no-changes',
      changes: '0',
      'comment-id': '',
    });

    await job.write('pipeline.yml', job.config(['orders', 'items']));
    await job.run();
    expect(takeWrites(job)).toEqual(['issues/create-comment']);
    await job.write('pipeline.yml', job.config(['orders']));
    const back = await job.run();
    expect(takeWrites(job)).toEqual(['issues/update-comment']);
    expect(onlyComment(job)).toContain('✅ **Resolved:**');
    expect(onlyComment(job)).not.toContain('public.items');
    expect(back.outputs.get('comment-id')).toBe(String(job.comments()[0]?.id));
    await job.run();
    expect(takeWrites(job)).toEqual([]);
  });

  it('comments on every plan, or on none, where that is wanted', async () => {
    await using job = await openPullRequestJob(TABLES);
    await job.run({ comment: 'never' });
    expect(job.github.calls).toEqual([]);
    await job.run({ command: 'run', issues: 'never' }, { event: scheduleEvent() });
    await job.run({ comment: 'always' });
    expect(onlyComment(job)).toContain('nothing changes');
    expect(onlyComment(job)).not.toContain('Resolved');
  });

  it('is commented once per pull request: what is surplus goes, what is deleted comes anew', async () => {
    await using job = await openPullRequestJob(TABLES);
    await job.run();
    const original = onlyComment(job);
    const [first] = job.comments();
    // Two runs at the same time, say, and one of them is older.
    job.github.state.addComment({ issueNumber: 7, author: ACTIONS_BOT, body: original });
    job.github.state.addComment({ issueNumber: 7, author: OCTOCAT, body: 'Looks good.' });
    takeWrites(job);
    await job.run();
    expect(takeWrites(job)).toEqual(['issues/delete-comment']);
    expect(job.comments().map(({ author }) => author.login)).toEqual([ACTIONS_BOT.login, OCTOCAT.login]);
    expect(job.comments()[0]?.id).toBe(first?.id);

    job.github.state.comments.delete(first?.id ?? 0);
    const anew = await job.run();
    expect(takeWrites(job)).toEqual(['issues/create-comment']);
    expect(anew.outputs.get('comment-id')).not.toBe(String(first?.id));
    expect(job.comments()).toHaveLength(2);
  });

  it('leaves alone a comment in which somebody else has put our marker, even with the right hash', async () => {
    await using job = await openPullRequestJob(TABLES);
    await job.run();
    const forged = onlyComment(job).replace('first load', 'nothing at all');
    for (const { id } of job.comments()) job.github.state.comments.delete(id);
    job.github.state.addComment({
      issueNumber: 7,
      author: { login: 'mallory', type: 'User' },
      body: forged,
    });
    takeWrites(job);
    const result = await job.run();
    expect(takeWrites(job)).toEqual(['issues/create-comment']);
    const [foreign, own] = job.comments();
    expect(foreign?.body).toBe(forged);
    expect(own?.author).toEqual(ACTIONS_BOT);
    expect(result.annotations).toEqual([]);
  });

  it('finds its comment behind a hundred others', async () => {
    await using job = await openPullRequestJob(TABLES);
    for (let n = 0; n < 130; n += 1)
      job.github.state.addComment({ issueNumber: 7, author: OCTOCAT, body: `Remark ${n}` });
    await job.run();
    expect(takeWrites(job)).toEqual(['issues/create-comment']);
    await job.run();
    expect(job.github.callsNamed('issues/list-comments')).toHaveLength(2);
    expect(takeWrites(job)).toEqual([]);
  });

  it('tells of several pipelines in one comment, and of one alone in another', async () => {
    await using job = await openPullRequestJob(TABLES);
    const both = [job.config(['orders']), job.config(['items'], 'items_to_lake')].join('---\n');
    await job.write('pipeline.yml', both);
    await job.run();
    const text = onlyComment(job);
    expect(text).toContain('Of 2 pipelines, 2 would change');
    expect(text).toContain('| ➕ | public.orders |');
    expect(text).toContain('| ➕ | public.items |');
    await job.run({ pipeline: 'items_to_lake' });
    expect(job.comments()).toHaveLength(2);
    expect(job.comments()[1]?.body).not.toContain('public.orders');
  });

  it('is cut where GitHub takes no more: at whole rows, with a link to all of it', async () => {
    const names = Array.from(
      { length: 450 },
      (_, index) => `a_table_with_a_rather_long_name_that_${index}_ends_at_last`,
    );
    await using job = await openPullRequestJob(
      names
        .map((name) => `CREATE TABLE ${name} (identity bigint PRIMARY KEY, some_value numeric(12,2));`)
        .join('\n'),
    );
    await job.write('pipeline.yml', job.config(names));
    const result = await job.run();
    expect(result.outputs.get('status')).toBe('changes');
    expect(result.outputs.get('comment-id')).not.toBe('');
    expect(Buffer.byteLength(result.summary)).toBeGreaterThan(70_000);
    expect(result.summary).toContain('that&#95;449&#95;ends');
    const text = onlyComment(job);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(60_000);
    expect(Buffer.byteLength(text)).toBeGreaterThan(55_000);
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    expect(rows.filter((row) => !row.endsWith(' |'))).toEqual([]);
    expect(text.match(/<details>/g) ?? []).toHaveLength(text.match(/<\/details>/g)?.length ?? 0);
    expect(text.trimEnd().split('\n').at(-1)).toContain(
      '](https://github.com/octo/pipelines/actions/runs/1000)',
    );
    takeWrites(job);
    await job.run();
    expect(takeWrites(job)).toEqual([]);
  });

  it('fails where a run would stop, and has the SQL that helps', async () => {
    await using job = await openPullRequestJob(TABLES);
    await job.database.sql('ALTER PUBLICATION lakeflow_publication RENAME TO everything');
    await job.database.sql('CREATE PUBLICATION lakeflow_publication FOR TABLE orders');
    await job.write('pipeline.yml', job.config(['orders', 'items']));
    const blocked = await job.run();
    expect(blocked.exitCode).toBe(1);
    expect(blocked.annotations.map(({ level, title }) => `${level} ${title}`)).toEqual([
      'error Tributary: publication-incomplete',
    ]);
    expect(Object.fromEntries(blocked.outputs)).toMatchObject({
      status: 'blocked',
      'failure-code': 'publication-incomplete',
    });
    const remedy = 'ALTER PUBLICATION lakeflow_publication ADD TABLE public.items;';
    expect(onlyComment(job)).toMatch(new RegExp(`\`\`\`sql\\n *${remedy}`));
    expect(blocked.summary).toContain(remedy);
    takeWrites(job);
    await job.database.sql(remedy);
    const free = await job.run();
    expect(free.exitCode).toBe(0);
    expect(takeWrites(job)).toEqual(['issues/update-comment']);
    expect(onlyComment(job)).not.toContain(remedy);
  });

  it('fails for a warning in the configuration where it is told to, and lists it below the plan', async () => {
    await using job = await openPullRequestJob(TABLES);
    await job.write('pipeline.yml', `${job.config(['orders'])}notifications: {}\n`);
    const result = await job.run({ 'fail-on': 'warning' });
    expect(result.exitCode).toBe(2);
    expect(Object.fromEntries(result.outputs)).toMatchObject({
      status: 'changes',
      'failure-code': 'config-invalid',
    });
    expect(result.annotations.map(({ level, title }) => `${level} ${title}`)).toEqual([
      'warning Tributary: not-acted-on',
    ]);
    expect(result.summary.indexOf('not-acted-on')).toBeGreaterThan(result.summary.indexOf('first load'));
    expect(onlyComment(job)).toContain('first load');
  });

  it('marks no more errors than GitHub keeps, and loses none', async () => {
    await using job = await openPullRequestJob(TABLES);
    const names = Array.from({ length: 14 }, (_, index) => `orders_${index}`);
    const both = names.map((name) => job.config(['orders'], name)).join('---\n');
    await job.database.sql('DROP PUBLICATION lakeflow_publication');
    await job.write('pipeline.yml', both);
    const result = await job.run();
    expect(result.exitCode).toBe(1);
    expect(result.droppedAnnotations).toEqual([]);
    expect(result.annotations.filter(({ level }) => level === 'error')).toHaveLength(10);
    expect(result.annotations.at(-1)?.message).toContain('10 of 14 errors');
    for (const name of names) expect(result.log).toContain(`${name}: There is no publication`);
  });
});

describe('a plan where GitHub says no', () => {
  it.each([
    ['to reading', 'none'],
    ['to writing', 'read'],
  ] as const)('%s is told in one line, and ends as it would otherwise', async (_, access) => {
    await using job = await openPullRequestJob(TABLES);
    job.github.permit({ issues: access, 'pull-requests': access });
    const result = await job.run();
    expect(result.exitCode).toBe(0);
    expect(result.annotations.map(({ level, message }) => `${level}: ${message}`)).toEqual([
      expect.stringMatching(/^warning: Cannot .*403.*`pull-requests: write`/),
    ]);
    expect(result.summary).toContain('| ➕ | public.orders |');
    expect(Object.fromEntries(result.outputs)).toMatchObject({ status: 'changes', 'comment-id': '' });
    expect(job.github.calls.filter(({ status }) => status === 403)).toHaveLength(1);
  });

  it('because there is no token is told in one line, too', async () => {
    await using job = await openPullRequestJob(TABLES);
    const result = await job.run({}, { token: '' });
    expect(result).toMatchObject({ exitCode: 0, annotations: [] });
    expect(result.log).toContain('there is no github-token');
    expect(result.summary).toContain('first load');
    expect(job.github.calls).toEqual([]);
  });

  it('because nobody asked on a pull request is no matter at all', async () => {
    await using job = await openPullRequestJob(TABLES);
    const result = await job.run({}, { event: pushEvent() });
    expect(result.outputs.get('status')).toBe('changes');
    expect(job.github.calls).toEqual([]);
  });
});

describe('a plan that meets secrets', () => {
  it('says none of them anywhere, even where a table has the name of one', async () => {
    const { password } = REPLICATION_USER;
    await using job = await openPullRequestJob(`${TABLES} CREATE TABLE "${password}" (id int PRIMARY KEY);`);
    await job.write('pipeline.yml', job.config(['orders', password]));
    // The emulator looks for it in the log, the summary, the outputs and all that is sent.
    const result = await job.run();
    expect(result.outputs.get('changes')).toBe('2');
    expect(onlyComment(job)).toContain('public.***');
    const report = await readFile(result.outputs.get('report-path') ?? '', 'utf8');
    expect(report).not.toContain(password);
    expect(z.object({ hash: z.string() }).parse(JSON.parse(report)).hash).toBe(
      result.outputs.get('plan-hash'),
    );
  });

  it('says what it could not look at, and whose sign-in failed', async () => {
    await using job = await openPullRequestJob(TABLES);
    const result = await job.run({}, { job: {}, event: pullRequestEvent({ headSha: 'c'.repeat(40) }) });
    expect(result.exitCode).toBe(1);
    expect(result.outputs.get('status')).toBe('failed');
    expect(result.outputs.get('failure-code')).not.toBe('');
    expect(onlyComment(job)).toContain('Commit ccccccc');
    expect(onlyComment(job)).toContain('id-token: write');
  });
});
