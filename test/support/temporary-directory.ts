import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface TemporaryDirectory extends AsyncDisposable {
  /** Absolute, links resolved. */
  readonly path: string;
}

/** A directory with these files (text by relative path), which goes with its variable. */
export async function temporaryDirectory(
  files: Readonly<Record<string, string>> = {},
): Promise<TemporaryDirectory> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'tributary-test-')));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), text);
  }
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
