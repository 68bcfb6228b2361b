import path from 'node:path';
import { isGlob, matchesGlob } from '../model/glob.ts';
import type { ConfigFiles } from './config-files.ts';

/** A configuration file: as it is shown to the user, and where it lies. */
export interface ConfigPath {
  readonly shown: string;
  readonly absolute: string;
}

/** What one given path stands for. */
export type PathExpansion =
  | { readonly tag: 'files'; readonly paths: readonly ConfigPath[] }
  | { readonly tag: 'nothing'; readonly reason: 'missing' | 'empty-directory' | 'no-match' };

/**
 * Finds the files that a given path stands for: a file itself; a directory's own `*.yml` and `*.yaml`; the files that
 * a glob matches (`*`, `?`, `[ab]` within a name, `**` for any number of directories). Sorted by name; names that
 * begin with a period, and `node_modules`, are only found when they are spelled out. Throws what the file system throws.
 */
export async function expandPath(
  given: string,
  workingDirectory: string,
  files: ConfigFiles,
): Promise<PathExpansion> {
  const absolute = path.resolve(workingDirectory, given);
  const kind = await files.kindOf(absolute);
  if (kind === 'file') return { tag: 'files', paths: [{ shown: given, absolute }] };
  if (kind === 'directory') return expandDirectory({ shown: given, absolute }, files);
  if (!isGlob(given)) return { tag: 'nothing', reason: 'missing' };
  const found = await expandGlob(given, workingDirectory, files);
  return found.length === 0 ? { tag: 'nothing', reason: 'no-match' } : { tag: 'files', paths: found };
}

async function expandDirectory(directory: ConfigPath, files: ConfigFiles): Promise<PathExpansion> {
  const names = await visibleNames(directory, files);
  const yaml = names.filter((name) => /\.ya?ml$/.test(name)).map((name) => childPath(directory, name));
  const paths = await onlyFiles(yaml, files);
  return paths.length === 0 ? { tag: 'nothing', reason: 'empty-directory' } : { tag: 'files', paths };
}

async function expandGlob(
  glob: string,
  workingDirectory: string,
  files: ConfigFiles,
): Promise<readonly ConfigPath[]> {
  const { root } = path.parse(glob);
  const segments = glob
    .slice(root.length)
    .split('/')
    .filter((segment) => segment !== '');
  let found: readonly ConfigPath[] = [{ shown: root, absolute: root === '' ? workingDirectory : root }];
  for (const segment of segments) {
    const children = await Promise.all(found.map((parent) => matchSegment(parent, segment, files)));
    found = children.flat();
  }
  return onlyFiles(withoutRepeats(found), files);
}

async function matchSegment(
  parent: ConfigPath,
  segment: string,
  files: ConfigFiles,
): Promise<readonly ConfigPath[]> {
  if (segment === '**') return directoriesUnder(parent, files);
  if (!isGlob(segment)) return [childPath(parent, segment)];
  if ((await files.kindOf(parent.absolute)) !== 'directory') return [];
  const names = segment.startsWith('.')
    ? await sortedNames(parent, files)
    : await visibleNames(parent, files);
  return names.filter((name) => matchesGlob(segment, name)).map((name) => childPath(parent, name));
}

/** The directory itself and all below it; at most `MAX_DEPTH` down, so that a circle of links ends. */
async function directoriesUnder(
  directory: ConfigPath,
  files: ConfigFiles,
  depth = 0,
): Promise<readonly ConfigPath[]> {
  if (depth > MAX_DEPTH || (await files.kindOf(directory.absolute)) !== 'directory') return [];
  const found: ConfigPath[] = [directory];
  for (const name of await visibleNames(directory, files)) {
    if (name !== 'node_modules')
      found.push(...(await directoriesUnder(childPath(directory, name), files, depth + 1)));
  }
  return found;
}

/** Deeper than any configuration lies. */
const MAX_DEPTH = 12;

async function onlyFiles(paths: readonly ConfigPath[], files: ConfigFiles): Promise<readonly ConfigPath[]> {
  const kinds = await Promise.all(paths.map(({ absolute }) => files.kindOf(absolute)));
  return paths.filter((_, index) => kinds[index] === 'file');
}

async function visibleNames(directory: ConfigPath, files: ConfigFiles): Promise<readonly string[]> {
  return (await sortedNames(directory, files)).filter((name) => !name.startsWith('.'));
}

async function sortedNames({ absolute }: ConfigPath, files: ConfigFiles): Promise<readonly string[]> {
  return [...(await files.namesIn(absolute))].sort();
}

function childPath({ shown, absolute }: ConfigPath, name: string): ConfigPath {
  const separator = shown === '' || shown.endsWith('/') ? '' : '/';
  return { shown: `${shown}${separator}${name}`, absolute: path.join(absolute, name) };
}

/** The paths without those that lie where an earlier one lies. */
export function withoutRepeats(paths: readonly ConfigPath[]): readonly ConfigPath[] {
  const seen = new Set<string>();
  return paths.filter(({ absolute }) => !seen.has(absolute) && seen.add(absolute));
}
