import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { IngestError } from '../model/ingest-error.ts';

const run = promisify(execFile);

/** A file that a change touches. */
export interface ChangedFile {
  /** Relative to the directory it was asked for, or absolute. */
  readonly path: string;
  /** A renamed file is `added` under its new name and `removed` under its old one. */
  readonly status: 'added' | 'modified' | 'removed';
}

/**
 * Files that differ between the working directory as it stands and where HEAD left `base`: commits, and what is not committed
 * yet, new files too unless git ignores them. Paths are relative to `workingDirectory`; files outside of it are left out.
 * Throws `usage-invalid` where git is missing, or does not know `base`.
 */
export async function readChangedFiles(options: {
  readonly workingDirectory: string;
  /** A branch, tag or commit. */
  readonly base: string;
}): Promise<readonly ChangedFile[]> {
  try {
    // A name that begins with a dash would be taken for an option.
    const fork = await git(options, ['merge-base', '--end-of-options', options.base, 'HEAD']);
    const tracked = await git(options, [
      'diff',
      '--name-status',
      '--no-renames',
      '--relative',
      '-z',
      fork.trim(),
      '--',
    ]);
    const untracked = await git(options, ['ls-files', '--others', '--exclude-standard', '-z']);
    return [...parseNameStatus(tracked), ...parseNames(untracked)];
  } catch (cause) {
    throw new IngestError('usage-invalid', `git cannot tell what changed since ${options.base}.`, {
      solution:
        'Check that this is a clone that holds that commit (actions/checkout: fetch-depth: 0), or name another one with --base.',
      cause,
    });
  }
}

async function git(
  { workingDirectory }: { readonly workingDirectory: string },
  words: readonly string[],
): Promise<string> {
  const { stdout } = await run('git', words, { cwd: workingDirectory, maxBuffer: MAX_OUTPUT_BYTES });
  return stdout;
}

/** Files that git does not know yet. */
function parseNames(output: string): readonly ChangedFile[] {
  return output
    .split('\0')
    .filter((name) => name !== '')
    .map((name) => ({ path: name, status: 'added' }));
}

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

const STATUSES: Readonly<Record<string, ChangedFile['status']>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  T: 'modified',
};

/** Reads `git diff --name-status --no-renames -z`: status and path in turn, each ended by a zero. */
export function parseNameStatus(output: string): readonly ChangedFile[] {
  const fields = output.split('\0');
  const files: ChangedFile[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const status = STATUSES[fields[at] ?? ''];
    const path = fields[at + 1];
    if (status !== undefined && path !== undefined) files.push({ path, status });
  }
  return files;
}
