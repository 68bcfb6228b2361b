import path from 'node:path';
import type { Diagnostic, DiagnosticCode } from '../../model/diagnostic.ts';
import type { ConfigDocument } from '../config-document.ts';
import type { ConfigFiles } from '../config-files.ts';
import type { ConfigPath } from '../config-paths.ts';
import { readConfigFile, textsByFile } from '../read-config-file.ts';
import { parseYamlFile } from '../yaml-file.ts';

/** The workflow files of a repository, and what keeps some of them from being read. */
export interface WorkflowFiles {
  /** Absolute path of the repository's root; `undefined` outside of one. */
  readonly root: string | undefined;
  readonly documents: readonly ConfigDocument[];
  /** By file, as the documents name it. */
  readonly texts: ReadonlyMap<string, string>;
  /** Warnings only: a workflow never keeps a pipeline from running. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads `.github/workflows/*.yml` and `*.yaml` of the repository that a directory lies in. Never throws for what is in the
 * files, nor for what the file system refuses; nothing of a workflow is run or filled in.
 */
export async function readWorkflows(workingDirectory: string, files: ConfigFiles): Promise<WorkflowFiles> {
  const root = await findRoot(workingDirectory, files);
  if (root === undefined) return { root, documents: [], texts: new Map(), diagnostics: [] };
  const paths = await workflowPaths(root, workingDirectory, files);
  const texts = await Promise.all(paths.map((file) => readConfigFile(file, files)));
  const read = texts.map((text) =>
    text.tag === 'text'
      ? parseYamlFile(text.file, text.text, {})
      : { documents: [], diagnostics: [text.diagnostic] },
  );
  return {
    root,
    texts: textsByFile(texts),
    documents: read.flatMap(({ documents }) => documents.slice(0, 1)),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics.filter(isUnreadable).map(asWarning)),
  };
}

/** The nearest directory upward that is a repository, else the nearest with workflows. */
async function findRoot(workingDirectory: string, files: ConfigFiles): Promise<string | undefined> {
  const upward = directoriesUpward(path.resolve(workingDirectory));
  for (const mark of ['.git', '.github/workflows']) {
    for (const directory of upward) {
      if ((await kindOf(path.join(directory, mark), files)) !== 'missing') return directory;
    }
  }
  return undefined;
}

function directoriesUpward(directory: string): readonly string[] {
  const parent = path.dirname(directory);
  return parent === directory ? [directory] : [directory, ...directoriesUpward(parent)];
}

async function workflowPaths(
  root: string,
  workingDirectory: string,
  files: ConfigFiles,
): Promise<readonly ConfigPath[]> {
  const directory = path.join(root, '.github', 'workflows');
  if ((await kindOf(directory, files)) !== 'directory') return [];
  const names = await files.namesIn(directory).catch(() => []);
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => path.join(directory, name))
    .map((absolute) => ({
      shown: path.relative(workingDirectory, absolute).split(path.sep).join('/'),
      absolute,
    }));
}

async function kindOf(file: string, files: ConfigFiles): Promise<'file' | 'directory' | 'missing'> {
  return files.kindOf(file).catch(() => 'missing' as const);
}

/** Of what reading a file finds: empty values and `${…}` are a workflow's own business. */
const UNREADABLE: ReadonlySet<DiagnosticCode> = new Set([
  'file-unreadable',
  'file-not-utf8',
  'file-too-large',
  'yaml-syntax',
  'yaml-too-complex',
]);

function isUnreadable({ code }: Diagnostic): boolean {
  return UNREADABLE.has(code);
}

function asWarning(diagnostic: Diagnostic): Diagnostic {
  const consequence = 'GitHub starts nothing of a workflow that it cannot read.';
  return { ...diagnostic, severity: 'warning', hint: `${diagnostic.hint ?? ''} ${consequence}`.trim() };
}
