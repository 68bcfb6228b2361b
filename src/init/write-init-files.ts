import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { IngestError } from '../model/ingest-error.ts';
import type { InitFile } from './init-files.ts';

/** What became of a file: `kept` is one that was there with another text. */
export type FileOutcome = 'written' | 'replaced' | 'unchanged' | 'kept';

/**
 * Writes files below a directory. One that is there is never touched, unless `force` says so. Throws IngestError
 * `usage-invalid` where the file system refuses.
 */
export async function writeInitFiles(
  files: readonly InitFile[],
  options: { readonly directory: string; readonly force: boolean },
): Promise<ReadonlyMap<string, FileOutcome>> {
  const outcomes = new Map<string, FileOutcome>();
  for (const file of files) outcomes.set(file.path, await writeInitFile(file, options));
  return outcomes;
}

async function writeInitFile(
  { path, text }: InitFile,
  { directory, force }: { readonly directory: string; readonly force: boolean },
): Promise<FileOutcome> {
  const absolute = join(directory, path);
  try {
    await mkdir(dirname(absolute), { recursive: true });
    // `wx`: whoever made the file a moment ago keeps it, too.
    await writeFile(absolute, text, { flag: 'wx' });
    return 'written';
  } catch (cause) {
    if (!isThere(cause)) throw refused(path, cause);
  }
  try {
    if ((await readFile(absolute, 'utf8')) === text) return 'unchanged';
    if (!force) return 'kept';
    await writeFile(absolute, text);
    return 'replaced';
  } catch (cause) {
    throw refused(path, cause);
  }
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

function refused(path: string, cause: unknown): IngestError {
  return new IngestError('usage-invalid', `The file ${path} cannot be written.`, {
    solution: 'Check the directory (--dir) and its permissions. Files named before it have been written.',
    cause,
  });
}
