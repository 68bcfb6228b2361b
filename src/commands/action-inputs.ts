import { nearestWord } from '../config/did-you-mean.ts';
import type { BackfillRequest } from '../model/backfill.ts';
import { IngestError } from '../model/ingest-error.ts';
import { Secret } from '../model/secret.ts';
import { parseBackfill } from './parse-backfill.ts';
import { parseMaxDuration } from './parse-max-duration.ts';
import type { FailOn } from './severity-exit-code.ts';

const SKIPS = ['source', 'target'] as const;

const ACTION_COMMANDS = ['validate', 'plan', 'check', 'run', 'backfill', 'status'] as const;
export type ActionCommand = (typeof ACTION_COMMANDS)[number];

/** Names of the inputs, as `action.yml` declares them. */
export const ACTION_INPUTS = [
  'command',
  'config',
  'pipeline',
  'tables',
  'mode',
  'key-range',
  'dry-run',
  'confirm',
  'max-duration',
  'fail-on',
  'comment',
  'issues',
  'issue-labels',
  'issue-assignees',
  'migrations',
  'scratch-url',
  'base-schema',
  'github-token',
  'report',
  'working-directory',
  'skip',
] as const;
export type ActionInputName = (typeof ACTION_INPUTS)[number];

/** When a pull request gets a comment: when something would change, with every run, or never. */
export type CommentInput = 'changes-only' | 'always' | 'never';

export interface ActionInputs {
  readonly command: ActionCommand;
  readonly config: readonly string[];
  readonly pipeline: string | undefined;
  readonly backfill: BackfillRequest;
  readonly isDryRun: boolean;
  readonly confirm: string | undefined;
  readonly maxDurationMs: number | undefined;
  readonly failOn: FailOn;
  readonly comment: CommentInput;
  readonly issues: 'manage' | 'never';
  /** Of new issues, besides our own label. */
  readonly issueLabels: readonly string[];
  readonly issueAssignees: readonly string[];
  readonly migrations: readonly string[];
  /** A PostgreSQL for trying migrations out. */
  readonly scratchUrl: Secret | undefined;
  /** Relative to the working directory. */
  readonly baseSchema: string | undefined;
  readonly githubToken: Secret | undefined;
  /** Relative to the working directory. */
  readonly report: string;
  /** Relative to the repository. */
  readonly workingDirectory: string;
  /** What `check`, `plan` and `status` do not look at. */
  readonly skip: 'source' | 'target' | undefined;
  /** Inputs that there are not, and that are not like any that there is. */
  readonly unknown: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads every input once, each from the step's `with:`, or else from the variable `TRIBUTARY_…` of its name. An empty one is one
 * that was not given. Throws IngestError `usage-invalid` for wrong values, and for names that are nearly right: the runner
 * only warns of those, and what they were meant to say would be missing silently.
 */
export function parseActionInputs(environment: Environment): ActionInputs {
  const unknown = unknownInputs(environment);
  const given = (name: ActionInputName): string | undefined => givenValue(environment, name);
  const word = <T extends string>(name: ActionInputName, allowed: readonly [T, ...(readonly T[])]): T =>
    oneOf(name, given(name) ?? allowed[0], allowed);
  const secret = (name: ActionInputName): Secret | undefined => {
    const value = given(name);
    return value === undefined ? undefined : new Secret(value);
  };
  return {
    command: word('command', ACTION_COMMANDS),
    config: listOf(given('config'), /\r?\n/),
    pipeline: given('pipeline'),
    backfill: parseBackfill({
      tables: listOf(given('tables'), /[\r\n,]/),
      mode: given('mode'),
      keyRange: given('key-range'),
    }),
    isDryRun: word('dry-run', ['false', 'true']) === 'true',
    confirm: given('confirm'),
    maxDurationMs: parseMaxDuration(given('max-duration')),
    failOn: word('fail-on', ['error', 'warning']),
    comment: word('comment', ['changes-only', 'always', 'never']),
    issues: word('issues', ['manage', 'never']),
    issueLabels: listOf(given('issue-labels'), /[\r\n,]/),
    issueAssignees: listOf(given('issue-assignees'), /[\r\n,]/),
    migrations: listOf(given('migrations'), /\r?\n/),
    scratchUrl: secret('scratch-url'),
    baseSchema: given('base-schema'),
    githubToken: secret('github-token'),
    report: given('report') ?? 'tributary-report.json',
    workingDirectory: given('working-directory') ?? '.',
    skip: given('skip') === undefined ? undefined : word('skip', SKIPS),
    unknown,
  };
}

/** The name of the variable that the runner hands an input over in: hyphens stay. */
function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}

function givenValue(environment: Environment, name: ActionInputName): string | undefined {
  const input = environment[inputVariable(name)]?.trim() ?? '';
  if (input !== '') return input;
  const variable = environment[`TRIBUTARY_${name.replaceAll('-', '_').toUpperCase()}`]?.trim() ?? '';
  return variable === '' ? undefined : variable;
}

function listOf(text: string | undefined, separator: RegExp): readonly string[] {
  return (text ?? '')
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function oneOf<T extends string>(name: ActionInputName, given: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === given);
  if (found !== undefined) return found;
  const nearest = nearestWord(given, allowed);
  throw new IngestError('usage-invalid', `The input ${name} is "${given}".`, {
    solution: `${nearest === undefined ? '' : `Did you mean ${nearest}? `}It may be ${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)}.`,
  });
}

/** What other actions, or people, call ours. */
const RENAMED: Readonly<Record<string, ActionInputName>> = {
  'config-file': 'config',
  'config-path': 'config',
  configuration: 'config',
  cwd: 'working-directory',
  directory: 'working-directory',
  token: 'github-token',
  timeout: 'max-duration',
  range: 'key-range',
  'report-path': 'report',
  'plan-hash': 'confirm',
  database: 'scratch-url',
};

/** Names that nothing is called like; one that was meant for another is refused. */
function unknownInputs(environment: Environment): readonly string[] {
  const known: readonly string[] = ACTION_INPUTS;
  const names = Object.keys(environment)
    .filter((variable) => variable.startsWith('INPUT_') && (environment[variable] ?? '') !== '')
    .map((variable) => variable.slice('INPUT_'.length).toLowerCase())
    .filter((name) => !known.includes(name));
  for (const name of names) {
    const hyphenated = name.replaceAll('_', '-');
    const meant = RENAMED[hyphenated] ?? nearestWord(hyphenated, known);
    if (meant !== undefined)
      throw new IngestError('usage-invalid', `There is no input "${name}".`, {
        solution: `Write ${meant} instead.`,
      });
  }
  return names;
}
