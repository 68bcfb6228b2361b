import { readdir, readFile, stat } from 'node:fs/promises';

/** What reading configuration needs of a file system. Paths are absolute; failures are Node's own errors with a `code`. */
export interface ConfigFiles {
  /** Follows links. `missing` also for what is neither a file nor a directory. */
  kindOf(path: string): Promise<'file' | 'directory' | 'missing'>;
  /** Names in a directory, in no particular order. */
  namesIn(path: string): Promise<readonly string[]>;
  read(path: string): Promise<Uint8Array>;
}

/** The machine's own file system. */
export const nodeConfigFiles: ConfigFiles = {
  async kindOf(path) {
    const stats = await stat(path).catch((error: unknown) => {
      if (isMissing(error)) return undefined;
      throw error;
    });
    if (stats?.isDirectory() === true) return 'directory';
    return stats?.isFile() === true ? 'file' : 'missing';
  },
  namesIn: (path) => readdir(path),
  read: (path) => readFile(path),
};

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
