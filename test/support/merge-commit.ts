import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

type Files = Readonly<Record<string, string>>;

/** Makes a directory what a job of a pull request has checked out: the merge of a change into files that others changed, too. */
export async function commitMerge(
  directory: string,
  {
    base,
    change,
    meanwhile = { 'other.txt': 'x' },
  }: Record<'base' | 'change', Files> & { meanwhile?: Files },
): Promise<void> {
  const git = async (...words: readonly string[]): Promise<void> => {
    await run('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...words], { cwd: directory });
  };
  const commit = async (files: Files): Promise<void> => {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(directory, name)), { recursive: true });
      await writeFile(join(directory, name), text);
    }
    await git('add', '.');
    await git('commit', '--message', 'a commit');
  };
  await git('init', '--initial-branch', 'main');
  await commit(base);
  await git('checkout', '-b', 'change');
  await commit(change);
  await git('checkout', 'main');
  await commit(meanwhile);
  await git('merge', '--no-ff', '--no-edit', 'change');
}
