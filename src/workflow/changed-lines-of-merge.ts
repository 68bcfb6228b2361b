import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type ChangedLines, changedLinesOf } from '../report/changed-lines.ts';

const run = promisify(execFile);

/** Which files have changed is asked for that many at most: what they decide is the order of ten marks. */
const MAX_FILES = 200;

/**
 * What a pull request changes in these files (paths in the repository), by the merge that is checked out; no network is asked.
 * Nothing is known, and nothing fails, where HEAD is no merge, its first parent was not fetched (`fetch-depth: 1`), or git
 * cannot tell.
 */
export async function changedLinesOfMerge(
  /** Absolute. */
  repository: string,
  files: readonly string[],
): Promise<ChangedLines> {
  const asked = files.slice(0, MAX_FILES);
  if (asked.length === 0) return new Map();
  try {
    await run('git', ['rev-parse', '--verify', '--quiet', 'HEAD^2'], { cwd: repository });
    const names = await diff(repository, ['--name-only', '-z'], asked);
    const changed = names.split('\0').filter((name) => name !== '');
    const patches = changed.map(
      async (file) =>
        [file, changedLinesOf(hunksOf(await diff(repository, ['--unified=0'], [file])))] as const,
    );
    return new Map(await Promise.all(patches));
  } catch {
    return new Map();
  }
}

/** Without the lines that name the files, which begin like lines of them. */
function hunksOf(patch: string): string {
  const start = patch.indexOf('\n@@ ');
  return start === -1 ? '' : patch.slice(start + 1);
}

/** No program that a configuration names has part in it. */
async function diff(
  repository: string,
  options: readonly string[],
  files: readonly string[],
): Promise<string> {
  const words = ['--literal-pathspecs', 'diff', '--no-ext-diff', '--no-textconv', '--no-color', ...options];
  const { stdout } = await run('git', [...words, 'HEAD^1', 'HEAD', '--', ...files], {
    cwd: repository,
    maxBuffer: MAX_OUTPUT_BYTES,
  });
  return stdout;
}

const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;
