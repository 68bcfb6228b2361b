import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEventFacts, writeObstacleOf } from '../../../src/report/github/event-facts.ts';
import { formatRunLine } from '../../../src/report/github/run-line.ts';
import {
  dependabotPullRequestEvent,
  dispatchEvent,
  forkPullRequestEvent,
  type GithubEvent,
  issueCommentEvent,
  pullRequestEvent,
  pushEvent,
  scheduleEvent,
} from '../../support/github/events.ts';

const RUNNER = {
  GITHUB_REPOSITORY: 'octo/pipelines',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_RUN_ID: '4711',
  GITHUB_RUN_ATTEMPT: '1',
};

function factsOf({ environment, payload }: GithubEvent, more: Readonly<Record<string, string>> = {}) {
  return readEventFacts({ ...RUNNER, ...environment, ...more }, JSON.stringify(payload));
}

describe('the facts of an event', () => {
  it('are the cron line of a schedule', () => {
    expect(factsOf(scheduleEvent({ schedule: '7 * * * *', workflow: 'tributary.yml' }))).toEqual({
      eventName: 'schedule',
      repository: 'octo/pipelines',
      runId: '4711',
      runAttempt: 1,
      runUrl: 'https://github.com/octo/pipelines/actions/runs/4711',
      workflow: 'tributary.yml',
      workflowPath: '.github/workflows/tributary.yml',
      refName: 'main',
      sha: 'd'.repeat(40),
      headSha: 'd'.repeat(40),
      pullNumber: undefined,
      isFork: false,
      isDependabot: false,
      cron: '7 * * * *',
      inputs: {},
    });
  });

  it('are the inputs of a dispatch, as text', () => {
    const event = dispatchEvent({ inputs: { pipeline: 'orders', 'dry-run': 'true' } });
    expect(factsOf(event).inputs).toEqual({ pipeline: 'orders', 'dry-run': 'true' });
    const typed = { ...event, payload: { inputs: { 'dry-run': true, parts: 3, tables: null } } };
    expect(factsOf(typed).inputs).toEqual({ 'dry-run': 'true', parts: '3' });
  });

  it('are the number and the head of a pull request, which is not the commit that is checked out', () => {
    const facts = factsOf(pullRequestEvent());
    expect(facts).toMatchObject({
      pullNumber: 7,
      headSha: 'a'.repeat(40),
      sha: 'e'.repeat(40),
      isFork: false,
    });
    expect(writeObstacleOf(facts)).toBeUndefined();
  });

  it.each([
    ['a fork', forkPullRequestEvent(), /comes from a fork/],
    ['Dependabot', dependabotPullRequestEvent(), /Dependabot/],
  ])('tell that a pull request of %s gets a token that only reads', (_, event, reason) => {
    expect(writeObstacleOf(factsOf(event))).toMatch(reason);
  });

  it('take a pull request whose fork was deleted for one of a fork', () => {
    const { environment } = forkPullRequestEvent();
    const payload = { number: 7, pull_request: { number: 7, head: { sha: 'a'.repeat(40), repo: null } } };
    expect(factsOf({ name: 'pull_request', environment, payload }).isFork).toBe(true);
  });

  it('are the pull request below which somebody comments, but not an issue', () => {
    expect(factsOf(issueCommentEvent()).pullNumber).toBe(7);
    expect(factsOf(issueCommentEvent({ isPullRequest: false })).pullNumber).toBeUndefined();
  });

  it('are no pull request for a push', () => {
    expect(factsOf(pushEvent())).toMatchObject({ eventName: 'push', pullNumber: undefined, isFork: false });
  });

  it('say nothing outside of a workflow', () => {
    expect(readEventFacts({}, undefined)).toMatchObject({ eventName: '', repository: '', runUrl: undefined });
  });

  it('never fail, whatever the payload is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (payload) => {
        expect(readEventFacts(RUNNER, payload).repository).toBe('octo/pipelines');
      }),
    );
    for (const payload of [
      '{"pull_request": 3}',
      '{"pull_request": {"head": []}}',
      '{"inputs": ["a"]}',
      '[1]',
      'null',
    ])
      expect(readEventFacts(RUNNER, payload).pullNumber).toBeUndefined();
  });
});

describe('the line about a run', () => {
  const NOW = new Date('2026-11-22T06:15:03Z');

  it('links the run, and names the head of a pull request and the time', () => {
    expect(formatRunLine(factsOf(pullRequestEvent()), NOW)).toBe(
      'Commit aaaaaaa · [run 4711](https://github.com/octo/pipelines/actions/runs/4711) · 2026-11-22 06:15 UTC',
    );
  });

  it('tells a further attempt', () => {
    expect(formatRunLine(factsOf(pushEvent(), { GITHUB_RUN_ATTEMPT: '3' }), NOW)).toContain(
      '[run 4711, attempt 3]',
    );
  });

  it('tells the time where nothing else is known', () => {
    expect(formatRunLine(readEventFacts({}, undefined), NOW)).toBe('2026-11-22 06:15 UTC');
  });
});
