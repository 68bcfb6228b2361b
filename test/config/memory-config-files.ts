import type { ConfigFiles } from '../../src/config/config-files.ts';

/** Files in memory by absolute path; a directory is what has files below it. An Error is what reading one throws. */
export function memoryConfigFiles(files: Readonly<Record<string, string | Uint8Array | Error>>): ConfigFiles {
  const namesBelow = (directory: string) => [
    ...new Set(
      Object.keys(files)
        .filter((path) => path.startsWith(`${directory}/`))
        .map((path) => path.slice(directory.length + 1).split('/')[0] ?? ''),
    ),
  ];
  return {
    async kindOf(path) {
      if (Object.hasOwn(files, path)) return 'file';
      return namesBelow(path).length > 0 ? 'directory' : 'missing';
    },
    namesIn: async (path) => namesBelow(path),
    async read(path) {
      const content = files[path];
      if (content === undefined || content instanceof Error) throw content ?? new Error(`no file ${path}`);
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
  };
}
