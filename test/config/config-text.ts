import { type LoadConfigOptions, type LoadedConfig, loadConfig } from '../../src/config/load-config.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { memoryConfigFiles } from './memory-config-files.ts';

/** A gateway that is right, for sets that need one. */
export const GATEWAY = `gateway:
  name: main
source:
  host: db.internal
  database: appdb
  username: reader
cdc:
  slot_name: main_slot
  publication_name: main_publication
`;

/** The parts of a pipeline that is right, so that a test can put another in the place of one. */
export interface PipelineParts {
  readonly pipeline?: string;
  readonly source?: string;
  readonly selection?: string;
  readonly target?: string;
  readonly rest?: string;
}

/** A pipeline document of the given parts; each part's lines stand as they are, below its key. */
export function pipelineText({
  pipeline = '  name: shop',
  source = '  host: db\n  database: shop\n  cdc:\n    publication_name: shop',
  selection = '  schemas:\n    - name: public',
  target = '  type: embedded\n  schema: shop',
  rest = '',
}: PipelineParts = {}): string {
  return `pipeline:\n${pipeline}\nsource:\n${source}\nselection:\n${selection}\ntarget:\n${target}\n${rest}`;
}

/** Loads texts as the files of a set, in `/work`. */
export function loadTexts(
  texts: Readonly<Record<string, string>>,
  options: Partial<Pick<LoadConfigOptions, 'environment' | 'missingVariables'>> = {},
): Promise<LoadedConfig> {
  const files = Object.fromEntries(Object.entries(texts).map(([name, text]) => [`/work/${name}`, text]));
  return loadConfig({
    paths: Object.keys(texts),
    environment: {},
    workingDirectory: '/work',
    files: memoryConfigFiles(files),
    ...options,
  });
}

/** A text whose `«` marks the place where a diagnostic is expected: the text without it, and the place. */
export function markedText(text: string): {
  readonly text: string;
  readonly line: number;
  readonly column: number;
} {
  const before = text.slice(0, text.indexOf('«')).split('\n');
  return { text: text.replace('«', ''), line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The errors among diagnostics, as `line:column code`. */
export function errorPlaces(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ line, column, code }) => `${line}:${column} ${code}`);
}
