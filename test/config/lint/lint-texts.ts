import { loadConfig } from '../../../src/config/load-config.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { memoryConfigFiles } from '../memory-config-files.ts';

/** The findings of `validate` about configuration files, by path in the repository `/work`, among other files there. */
export async function lintTexts(
  texts: Readonly<Record<string, string>>,
  others: Readonly<Record<string, string | Error>> = {},
  options: { readonly environment?: Readonly<Record<string, string>>; readonly directory?: string } = {},
): Promise<readonly Diagnostic[]> {
  const { environment = {}, directory = '/work' } = options;
  const files = Object.entries({ ...texts, ...others, '.git/HEAD': 'ref' }).map(
    ([name, text]) => [`/work/${name}`, text] as const,
  );
  const { diagnostics } = await loadConfig({
    paths: Object.keys(texts).map((name) => `/work/${name}`.slice(directory.length + 1)),
    environment,
    workingDirectory: directory,
    lint: true,
    files: memoryConfigFiles(Object.fromEntries(files)),
  });
  return diagnostics;
}

/** Findings as `file:line:column severity code`. */
export function places(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(
    ({ file, line, column, severity, code }) => `${file}:${line}:${column} ${severity} ${code}`,
  );
}
