import { nearestWord } from '../config/did-you-mean.ts';
import { IngestError } from '../model/ingest-error.ts';
import { parseMaxDuration } from './parse-max-duration.ts';

const ACTION_COMMANDS = ['validate', 'check', 'run'] as const;
export type ActionCommand = (typeof ACTION_COMMANDS)[number];

/** Names of the inputs, as `action.yml` declares them. */
export const ACTION_INPUTS = [
  'command',
  'config',
  'pipeline',
  'max-duration',
  'report',
  'working-directory',
  'skip',
] as const;
export type ActionInputName = (typeof ACTION_INPUTS)[number];

export interface ActionInputs {
  readonly command: ActionCommand;
  readonly config: readonly string[];
  readonly pipeline: string | undefined;
  readonly maxDurationMs: number | undefined;
  /** Relative to the working directory. */
  readonly report: string | undefined;
  /** Relative to the repository. */
  readonly workingDirectory: string;
  /** What `check` does not look at. */
  readonly skip: 'source' | 'target' | undefined;
}

/** Reads every input once. An empty input is one that was not given. Throws IngestError `usage-invalid`. */
export function parseActionInputs(read: (name: ActionInputName) => string): ActionInputs {
  const given = (name: ActionInputName): string | undefined => {
    const value = read(name).trim();
    return value === '' ? undefined : value;
  };
  return {
    command: parseCommand(given('command') ?? 'validate'),
    config: (given('config') ?? '')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    pipeline: given('pipeline'),
    maxDurationMs: parseMaxDuration(given('max-duration')),
    report: given('report'),
    workingDirectory: given('working-directory') ?? '.',
    skip: parseSkip(given('skip')),
  };
}

function parseCommand(word: string): ActionCommand {
  const command = ACTION_COMMANDS.find((candidate) => candidate === word);
  if (command !== undefined) return command;
  const nearest = nearestWord(word, ACTION_COMMANDS);
  throw new IngestError('usage-invalid', `The input command is "${word}".`, {
    solution: `${nearest === undefined ? '' : `Did you mean ${nearest}? `}It may be ${ACTION_COMMANDS.slice(0, -1).join(', ')} or ${ACTION_COMMANDS.at(-1)}.`,
  });
}

function parseSkip(word: string | undefined): ActionInputs['skip'] {
  if (word === undefined || word === 'source' || word === 'target') return word;
  throw new IngestError('usage-invalid', `The input skip is "${word}".`, {
    solution: 'It may be source or target: the half that check leaves out.',
  });
}
