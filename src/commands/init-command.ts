import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { drawUpPlan } from '../init/draw-up-plan.ts';
import { renderInitFiles } from '../init/init-files.ts';
import type { InitFlags } from '../init/init-flags.ts';
import type { InitPlan } from '../init/init-plan.ts';
import { formatInstructions } from '../init/instructions.ts';
import { type Interviewer, silentInterviewer, TerminalInterviewer } from '../init/interviewer.ts';
import { readRepositoryFacts } from '../init/repository-facts.ts';
import { type FileOutcome, writeInitFiles } from '../init/write-init-files.ts';
import { printable, printableLine } from '../report/foreign-text.ts';
import { surveySource } from '../source/survey.ts';
import type { CommandContext, ExitCode } from './command-context.ts';
import { VERSION } from './version.ts';

export interface InitCommandOptions extends InitFlags {
  /** Where the files go, relative to the working directory: the root of a repository. */
  readonly dir: string;
  /** Nobody is asked. */
  readonly yes: boolean;
  /** The database is not looked at. */
  readonly offline: boolean;
  /** Files that are there are replaced. */
  readonly force: boolean;
}

/** Where answers come from. */
export type AnswerStream = Readable & { readonly isTTY?: boolean | undefined };

/**
 * `tributary init`. Writes a first pipeline and its workflows, and prints what is left to be done by hand. Asks on a
 * terminal what the flags leave open; elsewhere their defaults count. Throws IngestError.
 */
export async function initCommand(
  options: InitCommandOptions,
  context: CommandContext,
  stdin: AnswerStream,
): Promise<ExitCode> {
  const directory = resolve(context.workingDirectory, options.dir);
  const { plan, notes } = await draw(options, context, { directory, stdin });
  const outcomes = await writeInitFiles(renderInitFiles(plan), { directory, force: options.force });
  context.stdout.write(
    [
      ...[...outcomes].map(([path, outcome]) => `${outcome.padEnd(9)} ${printableLine(path)}`),
      '',
      ...[...notes, ...keptNotes(outcomes, plan)].map((note) => `note: ${printableLine(note)}`),
      ...(notes.length > 0 || hasKept(outcomes) ? [''] : []),
      printable(formatInstructions(plan)),
    ].join('\n'),
  );
  return 0;
}

async function draw(
  options: InitCommandOptions,
  { stderr, environment }: CommandContext,
  { directory, stdin }: { readonly directory: string; readonly stdin: AnswerStream },
) {
  const isAsking = !options.yes && stdin.isTTY === true;
  using interviewer: Interviewer = isAsking
    ? new TerminalInterviewer({ input: stdin, output: stderr, isTerminal: true })
    : silentInterviewer();
  return await drawUpPlan({
    flags: options,
    interviewer,
    facts: await readRepositoryFacts(directory),
    look: options.offline ? undefined : surveySource,
    environment,
    version: VERSION,
  });
}

function hasKept(outcomes: ReadonlyMap<string, FileOutcome>): boolean {
  return [...outcomes.values()].includes('kept');
}

function keptNotes(outcomes: ReadonlyMap<string, FileOutcome>, plan: InitPlan): readonly string[] {
  if (!hasKept(outcomes)) return [];
  return [
    'Files that were there are kept as they are; --force replaces them.',
    `Where workflows are kept, add ${plan.pipeline} to the matrix of tributary-sync.yml and the choices of tributary-backfill.yml.`,
  ];
}
