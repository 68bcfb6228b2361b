import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changedLinesOfMerge } from '../../src/workflow/changed-lines-of-merge.ts';
import { commitMerge } from '../support/merge-commit.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

describe('changedLinesOfMerge', () => {
  it('finds what the pull request changes, and nothing of what others have changed meanwhile', async () => {
    await using directory = await temporaryDirectory({});
    await commitMerge(directory.path, {
      base: { 'pipelines/a.yml': '1\n2\n3\n4\n', 'b*.yml': '1\n', 'c.yml': '1\n' },
      change: { 'pipelines/a.yml': '1\ntwo\n3\n4\n5\n', 'b*.yml': 'one\n' },
      meanwhile: { 'c.yml': 'one\n' },
    });
    const files = ['pipelines/a.yml', 'b*.yml', 'c.yml', 'gone.yml'];
    expect(await changedLinesOfMerge(directory.path, files)).toEqual(
      new Map([
        [
          'pipelines/a.yml',
          [
            { first: 2, last: 2 },
            { first: 5, last: 5 },
          ],
        ],
        ['b*.yml', [{ first: 1, last: 1 }]],
      ]),
    );
    expect(await changedLinesOfMerge(directory.path, [])).toEqual(new Map());
  });

  it('knows nothing, and does not fail, without a merge or without git', async () => {
    await using directory = await temporaryDirectory({});
    await writeFile(join(directory.path, 'a.yml'), '1');
    expect(await changedLinesOfMerge(directory.path, ['a.yml'])).toEqual(new Map());
  });
});
