import { expect, it } from 'vitest';
import { scheduleEvent } from '../support/github/events.ts';
import { startGithub } from '../support/github/fake-github.ts';
import { runAction } from '../support/runner-emulator.ts';
import { sampleConfig } from '../support/sample-config.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

it.each([
  {
    what: 'whose secret is not set',
    config: sampleConfig({ passwordVariable: 'PG_PASSWORD' }),
    says: 'The configuration has 1 error',
  },
  {
    what: 'whose workspace is not named',
    config: sampleConfig({ target: 'unity_catalog' }),
    says: 'The HTTP path of the SQL warehouse is missing',
  },
])('a scheduled run $what opens one issue, and says nothing twice', async ({ config, says }) => {
  await using github = await startGithub({});
  await using workspace = await temporaryDirectory({ 'pipeline.yml': config });
  const run = () =>
    runAction({
      inputs: { command: 'run', config: 'pipeline.yml', 'issue-labels': 'data, on-call' },
      workspace: workspace.path,
      event: scheduleEvent({}),
      github,
      secrets: ['correct-horse'],
    });
  const first = await run();
  expect(first.exitCode).toBe(2);
  expect(first.outputs.get('failure-code')).toBe('config-invalid');
  const { body, title, labels } = github.issue(1);
  expect(title).toBe('pipeline.yml fails: config-invalid');
  expect(body).toContain('no run could begin');
  expect(body).toContain(says);
  expect(JSON.stringify(labels)).toContain('on-call');
  github.forgetCalls();
  await run();
  expect(github.writes).toEqual([]);
});
