import { describe, expect, it } from 'vitest';
import { continueByDispatch } from '../../../src/report/github/continue-dispatch.ts';
import { readEventFacts } from '../../../src/report/github/event-facts.ts';
import { dispatchEvent, type GithubEvent, scheduleEvent } from '../../support/github/events.ts';
import { startGithub } from '../../support/github/fake-github.ts';
import { READ_ONLY } from '../../support/github/operation.ts';
import { clientOf } from './client-of.ts';

const INPUTS = { pipeline: 'orders', tables: 'public.orders', mode: 'refresh' };

function factsOf({ environment, payload }: GithubEvent) {
  return readEventFacts({ GITHUB_REPOSITORY: 'octo/pipelines', ...environment }, JSON.stringify(payload));
}

const DISPATCHED = factsOf(dispatchEvent({ inputs: INPUTS }));

describe('a backfill that is not at its end', () => {
  it('starts its own workflow again with the same inputs', async () => {
    await using github = await startGithub();
    const outcome = await continueByDispatch(clientOf(github), DISPATCHED, { hasComeFurther: true });
    expect(outcome).toEqual({
      tag: 'dispatched',
      sentence: 'The backfill is not at its end: tributary-backfill.yml was started again.',
    });
    expect(github.state.dispatches).toMatchObject([
      { workflow: 'tributary-backfill.yml', ref: 'main', inputs: INPUTS },
    ]);
  });

  it('does not start itself again where it came no further', async () => {
    await using github = await startGithub();
    const outcome = await continueByDispatch(clientOf(github), DISPATCHED, { hasComeFurther: false });
    expect(outcome.tag).toBe('not-dispatched');
    expect(github.calls).toEqual([]);
  });

  it('is not started by another event’s run', async () => {
    await using github = await startGithub();
    const facts = factsOf(scheduleEvent());
    const outcome = await continueByDispatch(clientOf(github), facts, { hasComeFurther: true });
    expect(outcome.tag).toBe('not-dispatched');
    expect(github.calls).toEqual([]);
  });

  it('says in one line which grant is missing', async () => {
    await using github = await startGithub({ permissions: READ_ONLY });
    const outcome = await continueByDispatch(clientOf(github), DISPATCHED, { hasComeFurther: true });
    expect(outcome.tag).toBe('not-dispatched');
    expect(outcome.sentence).toMatch(
      /nothing of it is lost: start its workflow again\. .*`actions: write`[^\n]*\.$/,
    );
  });

  it('is started once, though the answer was lost', async () => {
    await using github = await startGithub();
    github.fault('actions/create-workflow-dispatch', { tag: 'reset-after' }, 'once');
    const outcome = await continueByDispatch(clientOf(github), DISPATCHED, { hasComeFurther: true });
    expect(outcome.tag).toBe('not-dispatched');
    expect(github.state.dispatches).toHaveLength(1);
  });
});
