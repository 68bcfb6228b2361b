import { isAbsolute, relative, resolve, sep } from 'node:path';

/**
 * How a repository calls a file that was found from a directory within it: relative to its root, with forward
 * slashes, because a mark on `pipeline.yml` would be lost where the file is `team/pipeline.yml`.
 * A file outside stays as it is.
 */
export function pathInRepository(file: string, workingDirectory: string, root: string): string {
  const path = relative(root, resolve(workingDirectory, file));
  return path.startsWith('..') || isAbsolute(path) ? file : path.split(sep).join('/');
}
