import type { Diagnostic } from '../model/diagnostic.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { errorAt } from './config-document.ts';
import { type ConfigFiles, nodeConfigFiles } from './config-files.ts';
import { type ConfigPath, expandPath, type PathExpansion, withoutRepeats } from './config-paths.ts';
import { assembleSet } from './config-set.ts';
import { withoutAllowed } from './lint/allowed-findings.ts';
import { lintSet } from './lint/lint-set.ts';
import { readConfigFile, textsByFile, unreadable } from './read-config-file.ts';
import { usedVariables } from './used-variables.ts';
import { parseYamlFile } from './yaml-file.ts';

/** What `loadConfig` is given. */
export interface LoadConfigOptions {
  /** Files, directories (every `*.yml` and `*.yaml` directly in them) and globs; relative ones start at `workingDirectory`. */
  readonly paths: readonly string[];
  /** Where `${VAR}` is looked up. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly workingDirectory: string;
  /**
   * What a `${VAR}` without a value is: an `error` (default), or, where secrets are absent on purpose, a `warning`
   * that leaves the placeholder in its place.
   */
  readonly missingVariables?: 'error' | 'warning';
  /**
   * Whether to say, too, what a reviewer would (see `lintSet`): warnings and notices about personal data, forgotten keys and
   * the repository's workflows. Default `false`: a run does not repeat on every start what a review has settled.
   */
  readonly lint?: boolean;
  /** The file system; the real one unless given. */
  readonly files?: ConfigFiles;
}

/** A set of configuration files, checked as a whole. */
export interface LoadedConfig {
  /** The pipelines without an error of their own, in the order of the files. Run none while `diagnostics` holds an error. */
  readonly pipelines: readonly Pipeline[];
  readonly gateways: readonly Gateway[];
  /** Names of the environment variables that the files use, with a default or without. */
  readonly variables: readonly string[];
  /** Everything that was found and that no comment allows (see `withoutAllowed`), sorted by file, line and column. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A gateway document's name and address. */
export interface Gateway {
  readonly name: string;
  readonly host: string;
  readonly port: number;
}

/** Reads and checks a set of configuration files. Never throws for what is in them: that is what `diagnostics` tells. */
export async function loadConfig(options: LoadConfigOptions): Promise<LoadedConfig> {
  const { environment, workingDirectory, files = nodeConfigFiles } = options;
  const found = await findFiles(options.paths, workingDirectory, files);
  const texts = await Promise.all(found.paths.map((path) => readConfigFile(path, files)));
  const parsed = texts.map((text) =>
    text.tag === 'text'
      ? parseYamlFile(text.file, text.text, environment)
      : { documents: [], diagnostics: [text.diagnostic] },
  );
  const set = assembleSet({
    documents: parsed.flatMap(({ documents }) => documents),
    fileDiagnostics: [...found.diagnostics, ...parsed.flatMap(({ diagnostics }) => diagnostics)].map(
      (diagnostic) =>
        diagnostic.code === 'variable-missing'
          ? { ...diagnostic, severity: options.missingVariables ?? 'error' }
          : diagnostic,
    ),
    workingDirectory,
  });
  const { drafts, scheduleDocument } = set;
  const advice =
    options.lint === true ? await lintSet({ drafts, scheduleDocument, workingDirectory, files }) : [];
  return {
    pipelines: set.pipelines,
    gateways: set.gateways.map(({ settings: { gateway, source } }) => ({
      name: gateway.name,
      host: source.host,
      port: source.port,
    })),
    variables: usedVariables(parsed.flatMap(({ documents }) => documents)),
    diagnostics: sortDiagnostics(withoutAllowed([...set.diagnostics, ...advice], textsByFile(texts))),
  };
}

async function findFiles(
  given: readonly string[],
  workingDirectory: string,
  files: ConfigFiles,
): Promise<{ readonly paths: readonly ConfigPath[]; readonly diagnostics: readonly Diagnostic[] }> {
  const paths: ConfigPath[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of given) {
    try {
      const expansion = await expandPath(path, workingDirectory, files);
      if (expansion.tag === 'files') paths.push(...expansion.paths);
      else diagnostics.push(nothingAt(path, expansion.reason));
    } catch (error) {
      diagnostics.push(unreadable(path, error));
    }
  }
  return { paths: withoutRepeats(paths), diagnostics };
}

const NOTHING: Readonly<
  Record<Extract<PathExpansion, { tag: 'nothing' }>['reason'], readonly [string, string]>
> = {
  missing: [
    'There is no such file or directory.',
    'Check the path; a relative one starts at the working directory.',
  ],
  'empty-directory': [
    'The directory holds no `*.yml` or `*.yaml`.',
    'Directories below it are not looked into; a glob such as `config/**/*.yml` does that.',
  ],
  'no-match': ['No file matches.', 'Check the glob; a relative one starts at the working directory.'],
};

function nothingAt(file: string, reason: keyof typeof NOTHING): Diagnostic {
  const [message, hint] = NOTHING[reason];
  return errorAt({ file }, { line: 1, column: 1 }, 'path-missing', message, hint);
}

/** By file, line and column; one that is said twice of one place, as an alias makes happen, is kept once. */
function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const sorted = diagnostics.toSorted(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.message, b.message),
  );
  return sorted.filter((diagnostic, index) => {
    const before = sorted[index - 1];
    return (
      before === undefined ||
      before.file !== diagnostic.file ||
      before.line !== diagnostic.line ||
      before.column !== diagnostic.column ||
      before.message !== diagnostic.message
    );
  });
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
