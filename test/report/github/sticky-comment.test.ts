import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarker } from '../../../src/report/github/marker.ts';
import { decideComment, tendComment, type WantedComment } from '../../../src/report/github/sticky-comment.ts';
import { tableBlock } from '../../../src/report/markdown-block.ts';
import { OCTOCAT } from '../../support/github/fake-github.ts';
import { secondaryLimit } from '../../support/github/faults.ts';
import { READ_ONLY } from '../../support/github/operation.ts';
import { openPull } from './client-of.ts';

const BOT = { login: 'github-actions[bot]', type: 'Bot', app: 'github-actions' } as const;
const RENOVATE = { login: 'renovate[bot]', type: 'Bot', app: 'renovate' } as const;
const RUN_URL = 'https://github.com/octo/pipelines/actions/runs/4711';

function wantedComment(changes: Partial<WantedComment> = {}): WantedComment {
  return {
    name: 'plan',
    key: 'pipelines/*.yml',
    header: `Commit 1a2b3c4 · [run 4711](${RUN_URL})`,
    body: '## Plan\n\nAdds public.orders.',
    hasChanges: true,
    summaryUrl: RUN_URL,
    ...changes,
  };
}

const NOTHING = wantedComment({ body: 'Nothing would change.', hasChanges: false });

/** What the plan's comment would be if it were there already. */
function writtenBody(wanted = wantedComment()): string {
  const decision = decideComment([], wanted, 'always');
  return decision.tag === 'create' ? decision.body : '';
}

function openWith(body: string, ...authors: readonly (typeof BOT | typeof RENOVATE | typeof OCTOCAT)[]) {
  return async (options: Parameters<typeof openPull>[0] = {}) => {
    const open = await openPull(options);
    for (const author of authors) open.github.state.addComment({ issueNumber: 7, author, body });
    return open;
  };
}

describe('the sticky comment', () => {
  it('is written once, and not touched again while it says what is wanted', async () => {
    await using open = await openPull();
    expect(await tendComment(open.api, 7, wantedComment(), 'changes-only')).toMatchObject({ tag: 'created' });
    const [comment] = open.github.commentsOf(7);
    expect(comment?.body).toMatch(
      /^<!-- tributary:plan v=1 key=pipelines%2F\*\.yml hash=[0-9a-f]{64} -->\nCommit 1a2b3c4 · \[run 4711\]\(\S+\)\n\n## Plan\n/,
    );
    open.github.forgetCalls();
    const later = wantedComment({ header: 'Commit 5d6e7f8, an hour later' });
    expect(await tendComment(open.api, 7, later, 'changes-only')).toEqual({
      tag: 'kept',
      commentId: comment?.id,
      url: `https://github.com/octo/pipelines/pull/7#issuecomment-${comment?.id}`,
    });
    expect(open.github.calls.map(({ name }) => name)).toEqual(['issues/list-comments']);
  });

  it('is updated when the plan changes, and is still one comment', async () => {
    await using open = await openWith(writtenBody(), BOT)();
    const changed = wantedComment({ body: '## Plan\n\nAdds public.refunds.', header: 'Later' });
    expect(await tendComment(open.api, 7, changed, 'changes-only')).toMatchObject({ tag: 'updated' });
    expect(open.github.commentsOf(7).map(({ body }) => body)).toEqual([writtenBody(changed)]);
  });

  it('is found behind 70 comments of other people', async () => {
    await using open = await openPull();
    for (let index = 0; index < 70; index += 1)
      open.github.state.addComment({ issueNumber: 7, author: OCTOCAT, body: `comment ${index}` });
    for (let index = 0; index < 70; index += 1)
      open.github.state.addComment({
        issueNumber: 7,
        author: index === 65 ? BOT : OCTOCAT,
        body: index === 65 ? writtenBody() : 'more',
      });
    expect(await tendComment(open.api, 7, wantedComment(), 'changes-only')).toMatchObject({ tag: 'kept' });
    expect(open.github.writes).toEqual([]);
  });

  it('is written anew where somebody has deleted it', async () => {
    await using open = await openPull();
    await tendComment(open.api, 7, wantedComment(), 'changes-only');
    open.github.state.comments.clear();
    expect(await tendComment(open.api, 7, wantedComment(), 'changes-only')).toMatchObject({ tag: 'created' });
    expect(open.github.commentsOf(7)).toHaveLength(1);
  });

  it('is written anew where it is deleted just before the update', async () => {
    await using open = await openWith(writtenBody(), BOT)();
    const { state } = open.github;
    open.github.fault(
      (call) => {
        if (call.name === 'issues/update-comment') state.comments.clear();
        return false;
      },
      { tag: 'hang' },
    );
    const changed = wantedComment({ body: 'Another plan.' });
    expect(await tendComment(open.api, 7, changed, 'changes-only')).toMatchObject({ tag: 'created' });
    expect(open.github.commentsOf(7).map(({ body }) => body)).toEqual([writtenBody(changed)]);
  });

  it('leaves one of several that say the same', async () => {
    await using open = await openWith(writtenBody(), BOT, BOT, BOT)();
    const first = open.github.commentsOf(7)[0]?.id;
    expect(await tendComment(open.api, 7, wantedComment(), 'changes-only')).toMatchObject({
      tag: 'kept',
      commentId: first,
    });
    expect(open.github.commentsOf(7).map(({ id }) => id)).toEqual([first]);
  });

  it('says that it is resolved when nothing is left, once, and comes back with the next change', async () => {
    await using open = await openWith(writtenBody(), BOT)();
    expect(await tendComment(open.api, 7, NOTHING, 'changes-only')).toMatchObject({ tag: 'updated' });
    expect(open.github.commentsOf(7)[0]?.body).toMatch(
      /\n\n✅ \*\*Resolved:\*\* .*\n\nNothing would change\.$/,
    );
    expect(await tendComment(open.api, 7, NOTHING, 'changes-only')).toMatchObject({ tag: 'kept' });
    expect(await tendComment(open.api, 7, wantedComment(), 'changes-only')).toMatchObject({ tag: 'updated' });
    expect(open.github.commentsOf(7).map(({ body }) => body)).toEqual([writtenBody()]);
  });

  it('is not written for nothing, unless it is always wanted', async () => {
    await using open = await openPull();
    expect(await tendComment(open.api, 7, NOTHING, 'changes-only')).toEqual({ tag: 'none' });
    expect(open.github.commentsOf(7)).toEqual([]);
    expect(await tendComment(open.api, 7, NOTHING, 'always')).toMatchObject({ tag: 'created' });
    expect(open.github.commentsOf(7)[0]?.body).toMatch(/\n\nNothing would change\.$/);
  });

  it('makes no call where it is never wanted', async () => {
    await using open = await openWith(writtenBody(), BOT)();
    expect(await tendComment(open.api, 7, wantedComment(), 'never')).toEqual({ tag: 'none' });
    expect(open.github.calls).toEqual([]);
  });

  it('does not touch comments of another key, another kind, or another program', async () => {
    await using open = await openPull();
    const others = [
      writtenBody(wantedComment({ key: 'staging' })),
      writtenBody(wantedComment({ name: 'run' })),
      '<!-- terraform:plan v=1 key=pipelines%2F*.yml -->',
      `${writtenBody().slice(1)}`,
      `I quote:\n${writtenBody()}`,
    ];
    for (const body of others) open.github.state.addComment({ issueNumber: 7, author: BOT, body });
    expect(await tendComment(open.api, 7, wantedComment(), 'changes-only')).toMatchObject({ tag: 'created' });
    expect(open.github.commentsOf(7).map(({ body }) => body)).toEqual([...others, writtenBody()]);
  });

  it('takes a marker that another person has copied for what it is', async () => {
    await using open = await openWith(writtenBody(), OCTOCAT)();
    expect(await tendComment(open.api, 7, wantedComment(), 'changes-only')).toMatchObject({ tag: 'created' });
    expect(open.github.commentsOf(7).map(({ author }) => author.login)).toEqual(['octocat', BOT.login]);
    expect(open.github.commentsOf(7)[0]?.body).toBe(writtenBody());
  });

  it('takes a marker that another App has copied for what it is', async () => {
    await using open = await openWith(writtenBody(), RENOVATE)();
    expect(await tendComment(open.api, 7, wantedComment(), 'changes-only')).toMatchObject({ tag: 'created' });
    expect(open.github.commentsOf(7).map(({ author }) => author.login)).toEqual([RENOVATE.login, BOT.login]);
    // The REST interface does not tell an App who it is, and the fake has no other.
    expect(open.github.takeViolations().every((violation) => violation.includes('/graphql'))).toBe(true);
  });

  it('knows what was written with the same person’s token', async () => {
    await using open = await openWith(writtenBody(), OCTOCAT)({ author: OCTOCAT });
    expect(await tendComment(open.api, 7, wantedComment(), 'changes-only')).toMatchObject({ tag: 'kept' });
  });

  it('fits in where the plan has 70,000 characters, on creation and on update, and is not touched while that plan stays', async () => {
    await using open = await openPull();
    const rows = (name: string) =>
      Array.from({ length: 2000 }, (_, index) => [`public.${name}_${index}`, 'first load of 1,234 rows']);
    const long = (name: string) =>
      wantedComment({
        body: tableBlock(
          [
            { title: 'table', align: 'left' },
            { title: 'what happens', align: 'left' },
          ],
          rows(name),
        ),
      });
    expect(long('orders').body.length).toBeGreaterThan(70_000);
    expect(await tendComment(open.api, 7, long('orders'), 'changes-only')).toMatchObject({ tag: 'created' });
    expect(await tendComment(open.api, 7, long('orders'), 'changes-only')).toMatchObject({ tag: 'kept' });
    expect(await tendComment(open.api, 7, long('refunds'), 'changes-only')).toMatchObject({ tag: 'updated' });
    const body = open.github.commentsOf(7)[0]?.body ?? '';
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(60_000);
    expect(body).toMatch(
      /\| public\.refunds_\d+ \| first load of 1,234 rows \|\n\n… cut here.*\[the run's summary\]/,
    );
    expect(body).toContain(RUN_URL);
  });

  it('sees a change in what had to be cut', () => {
    const long = (end: string) => wantedComment({ body: `${'- a line\n'.repeat(20_000)}${end}` });
    const own = [{ id: 1, author: BOT.login, body: writtenBody(long('one')), url: '' }];
    expect(decideComment(own, long('one'), 'changes-only').tag).toBe('keep');
    expect(decideComment(own, long('two'), 'changes-only').tag).toBe('update');
  });

  it.each([
    ['may only read', { permissions: READ_ONLY }, 403],
    ['may not even read', { permissions: { issues: 'none', 'pull-requests': 'none' } }, 403],
  ] as const)('is left away, with one line, where the token %s', async (_, options, status) => {
    await using open = await openPull(options);
    const outcome = await tendComment(open.api, 7, wantedComment(), 'changes-only');
    expect(outcome).toMatchObject({ tag: 'refused', status });
    expect(outcome.tag === 'refused' && outcome.reason).toMatch(
      /^Cannot [^\n]*`pull-requests: write`[^\n]*$/,
    );
  });

  it('is left away where GitHub wants more patience than a job has', async () => {
    await using open = await openPull();
    open.github.fault('issues/create-comment', secondaryLimit({ retryAfterSeconds: 3600 }), 'always');
    expect(await tendComment(open.api, 7, wantedComment(), 'changes-only')).toMatchObject({ tag: 'refused' });
    expect(open.github.commentsOf(7)).toEqual([]);
  });

  it('comes to rest after one decision, whatever was there', () => {
    const plans = fc.record({ body: fc.string(), hasChanges: fc.boolean(), key: fc.constantFrom('a', 'b') });
    fc.assert(
      fc.property(
        plans,
        fc.array(plans),
        fc.constantFrom('always', 'changes-only'),
        (plan, earlier, mode) => {
          const wanted = wantedComment(plan);
          const own = earlier.map((one, id) => ({
            id,
            author: BOT.login,
            body: writtenBody(wantedComment({ ...one, key: wanted.key })),
            url: '',
          }));
          const decision = decideComment(own, wanted, mode);
          const left =
            decision.tag === 'create'
              ? [{ id: 9, author: BOT.login, body: decision.body, url: '' }]
              : decision.tag === 'update'
                ? [{ ...decision.comment, body: decision.body }]
                : decision.tag === 'keep'
                  ? [decision.comment]
                  : [];
          const kept = decision.tag === 'keep' || decision.tag === 'update' ? 1 + decision.surplus.length : 0;
          expect(kept).toBe(own.length);
          const next = decideComment(left, wanted, mode);
          expect(next).toEqual(
            left.length === 0 ? { tag: 'none' } : { tag: 'keep', comment: left[0], surplus: [] },
          );
          for (const { body } of left) expect(readMarker(body)?.fields['key']).toBe(wanted.key);
        },
      ),
    );
  });
});
