import { describe, expect, it } from 'vitest';
import { pullRequestEvent } from '../support/github/events.ts';
import { commitMerge } from '../support/merge-commit.ts';
import { runAction } from '../support/runner-emulator.ts';
import { sampleConfig } from '../support/sample-config.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

/** So many mistakes that were there before, each on a line of its own. */
const OLD_MISTAKES = Array.from({ length: 14 }, (_, index) => `mistake_${index}: 1\n`).join('');

describe('the packaged action, validate, on a pull request', () => {
  it('marks what the pull request has changed before what was there, as GitHub keeps ten marks', async () => {
    const before = `${sampleConfig()}${OLD_MISTAKES}`;
    await using workspace = await temporaryDirectory({});
    await commitMerge(workspace.path, {
      base: { 'team/pipeline.yml': before },
      change: { 'team/pipeline.yml': `${before}the_new_mistake: 1\n` },
    });
    const result = await runAction({
      inputs: { config: 'pipeline.yml', 'working-directory': 'team' },
      workspace: workspace.path,
      event: pullRequestEvent(),
    });
    const errors = result.annotations.filter(({ level }) => level === 'error');
    expect(errors[0]).toMatchObject({
      file: 'team/pipeline.yml',
      line: before.split('\n').length,
      message: expect.stringContaining('the_new_mistake'),
    });
    expect(errors[1]?.message).toContain('mistake_0');
  });
});
