import type { LoadedConfig } from '../config/load-config.ts';

/** What a workflow's step was told to do. */
export interface ReproducedCommand {
  /** `run` */
  readonly command: string;
  /** Files, directories and globs, as they were given. */
  readonly config: readonly string[];
  readonly pipeline: string | undefined;
  /** Flags with their values, as they stand on the command line: `['--reload', 'public.orders']`. */
  readonly flags?: readonly string[] | undefined;
  /** Relative to the repository's root; empty or `.` for the root itself. */
  readonly workingDirectory: string;
  /** Names of the environment variables that it needs. */
  readonly variables: readonly string[];
  /** Where the step's Action comes from, as the runner says it. */
  readonly action?: ActionSource | undefined;
}

/** An Action's repository (`owner/name`), empty for one of the workflow's own, and the commit, tag or branch of it. */
export interface ActionSource {
  readonly serverUrl: string;
  readonly repository: string;
  readonly ref: string;
}

/**
 * The lines for a shell (POSIX) that do the same from the repository's root on another machine. Every word is quoted
 * where it has to be, so that it reaches the program as it is; variables are named, and their values are not there.
 */
export function reproduceLine(step: ReproducedCommand): string {
  const { command, config, pipeline, flags = [], workingDirectory, variables } = step;
  const words = [
    ...programOf(step.action),
    command,
    ...config.flatMap((path) => ['--config', path]),
    ...(pipeline === undefined ? [] : ['--pipeline', pipeline]),
    ...flags,
  ];
  return [
    ...(variables.length > 0 ? [`# set these first: ${variables.join(', ')}`] : []),
    ...(workingDirectory === '' || workingDirectory === '.' ? [] : [`cd ${quoteForShell(workingDirectory)}`]),
    words.map(quoteForShell).join(' '),
  ].join('\n');
}

/**
 * The same program at the same commit. Never `npx tributary`: in somebody's own repository that is whatever the registry of
 * packages has under this name, and it would be started with their passwords.
 */
function programOf(action: ActionSource | undefined): readonly string[] {
  if (action === undefined || action.repository === '' || action.ref === '') return ['tributary'];
  const { serverUrl, repository, ref } = action;
  const isPublic = serverUrl === 'https://github.com';
  return [
    'npx',
    '--yes',
    isPublic ? `github:${repository}#${ref}` : `git+${serverUrl}/${repository}.git#${ref}`,
  ];
}

/** Where a target in Unity Catalog looks for what its configuration leaves out. */
const AMBIENT = [
  'DATABRICKS_HOST',
  'DATABRICKS_HTTP_PATH',
  'DATABRICKS_WAREHOUSE_ID',
  'DATABRICKS_AUTH_TYPE',
  'DATABRICKS_TOKEN',
  'DATABRICKS_CLIENT_ID',
  'DATABRICKS_CLIENT_SECRET',
] as const;

/** Names of the variables that a set of configuration files uses here, those that only the target asks for included. */
export function neededVariables(
  { variables, pipelines }: Pick<LoadedConfig, 'variables' | 'pipelines'>,
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const asksAround = pipelines.some(({ target }) => target.tag === 'unity_catalog');
  const ambient = AMBIENT.filter((name) => asksAround && (environment[name] ?? '').trim() !== '');
  return [...new Set([...variables, ...ambient])].toSorted();
}

/** A word as a POSIX shell has to see it. A leading tilde, globs and the like are quoted, too: the program expands globs. */
function quoteForShell(word: string): string {
  return /^[A-Za-z0-9_./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
