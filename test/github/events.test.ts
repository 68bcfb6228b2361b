import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  dependabotPullRequestEvent,
  dispatchEvent,
  forkPullRequestEvent,
  type GithubEvent,
  issueCommentEvent,
  pullRequestEvent,
  pushEvent,
  scheduleEvent,
} from '../support/github/events.ts';
import { runAction } from '../support/runner-emulator.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const TOOLKIT = pathToFileURL(
  resolve(import.meta.dirname, '../../node_modules/@actions/github/lib/github.js'),
);

/** What GitHub's own toolkit makes of an event. */
async function contextOf(event: GithubEvent): Promise<unknown> {
  await using action = await temporaryDirectory({
    'action.yml': 'runs: { using: node24, main: main.mjs }',
    'main.mjs': `
      import { context } from '${TOOLKIT}';
      const { eventName, actor, ref, sha, repo, payload, workflow } = context;
      const issue = payload.issue || payload.pull_request ? context.issue.number : undefined;
      console.log(JSON.stringify({ eventName, actor, ref, sha, repo, payload, workflow, issue }));`,
  });
  const result = await runAction({
    inputs: {},
    workspace: action.path,
    actionDirectory: action.path,
    event,
  });
  return JSON.parse(result.log);
}

describe('an event, as the toolkit reads it', () => {
  const main = { ref: 'refs/heads/main', repo: { owner: 'octo', repo: 'pipelines' } };
  const merge = { ...main, ref: 'refs/pull/7/merge', eventName: 'pull_request', issue: 7 };
  const side = (fullName: string, fork: boolean) => ({
    pull_request: {
      head: { sha: 'a'.repeat(40), repo: { full_name: fullName, fork } },
      base: { repo: { full_name: 'octo/pipelines' } },
    },
  });

  it.each([
    ['a tick of cron', scheduleEvent(), { ...main, payload: { schedule: '*/15 * * * *' } }],
    [
      'a dispatch, with its inputs',
      dispatchEvent({ inputs: { tables: 'public.orders', 'dry-run': 'true' } }),
      {
        ...main,
        eventName: 'workflow_dispatch',
        payload: { inputs: { tables: 'public.orders', 'dry-run': 'true' } },
      },
    ],
    ['a push', pushEvent(), { ...main, sha: 'd'.repeat(40), payload: { after: 'd'.repeat(40) } }],
    [
      'a pull request',
      pullRequestEvent(),
      { ...merge, actor: 'octocat', payload: side('octo/pipelines', false) },
    ],
    [
      'a pull request from a fork',
      forkPullRequestEvent(),
      { ...merge, actor: 'mallory', payload: side('mallory/pipelines', true) },
    ],
    [
      'a pull request from Dependabot, which is no fork',
      dependabotPullRequestEvent(),
      { ...merge, actor: 'dependabot[bot]', payload: side('octo/pipelines', false) },
    ],
    [
      'a comment on a pull request, of the default branch',
      issueCommentEvent(),
      {
        ...main,
        issue: 7,
        payload: { issue: { pull_request: {} }, comment: { author_association: 'MEMBER' } },
      },
    ],
  ])('%s', async (_, event, expected) => {
    const context = await contextOf(event);
    expect(context).toMatchObject({ eventName: event.name, ...expected });
    // A run of a pull request is of the merge, which is neither of its sides.
    if (event.name === 'pull_request') expect(context).toHaveProperty('sha', 'e'.repeat(40));
  });
});
