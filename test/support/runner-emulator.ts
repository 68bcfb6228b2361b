import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parse } from 'yaml';
import { z } from 'zod';
import { DEFAULT_TOKEN, type FakeGithub } from './github/fake-github.ts';
import { parseKeyValueFile } from './runner-files.ts';
import { jobEnvironment } from './runner-job.ts';
import { type KeptAnnotation, type LogGroup, RunnerLog } from './runner-log.ts';

export interface RunActionOptions {
  /** As under `with:`. */
  readonly inputs: Readonly<Record<string, string>>;
  /** The checked-out repository: the step's working directory. Made by the test. */
  readonly workspace: string;
  /** As under `env:`. */
  readonly env?: Readonly<Record<string, string>>;
  /** What has started the job, and what the runner says of that; see `github/events.ts`. */
  readonly event?: {
    readonly name: string;
    readonly payload: unknown;
    readonly environment?: Readonly<Record<string, string>>;
  };
  /** The GitHub that the job is told of; without one, nobody answers. */
  readonly github?: FakeGithub;
  /** `github.token`: that of `github`, or else `ghs_emulated`, unless given; empty for none. */
  readonly token?: string;
  /** What the runner sets for the job beside what every job has: where to ask for its identity, for one. */
  readonly job?: Readonly<Record<string, string>>;
  /** Values that must nowhere be seen unmasked; the runner is not told, so that the action has to mask them. */
  readonly secrets?: readonly string[];
  /** Cancels the step, as a user would, once a line of the log matches. */
  readonly cancelAtLine?: RegExp;
  /** The same, once this resolves. */
  readonly cancelWhen?: Promise<unknown>;
  /** Is told each line of the log as it comes. */
  readonly onLine?: (line: string) => void;
  /** Kills the process once this resolves, as when the machine is lost. */
  readonly killWhen?: Promise<unknown>;
  /** The directory of `action.yml`; this project's root unless given. */
  readonly actionDirectory?: string;
}

export interface ActionResult {
  readonly exitCode: number | null;
  /** RUN-8: the exit code, or a command or file that the runner could not obey. */
  readonly failed: boolean;
  /** The log as a reader sees it: masked, commands swallowed. */
  readonly log: string;
  readonly groups: readonly LogGroup[];
  readonly annotations: readonly KeptAnnotation[];
  readonly droppedAnnotations: readonly KeptAnnotation[];
  readonly outputs: ReadonlyMap<string, string>;
  readonly summary: string;
  readonly masks: ReadonlySet<string>;
  /** What the runner itself has to say about `with:`. */
  readonly inputWarnings: readonly string[];
}

const PROJECT = resolve(import.meta.dirname, '../..');
/** The binary of the npm package `node`, which is the version that `using: node24` means. */
const NODE_24 = join(PROJECT, 'node_modules/node/bin/node');
/** RUN-20: a larger summary is lost as a whole. */
const MAX_SUMMARY_BYTES = 1_048_576;
/** RUN-22. */
const SIGTERM_AFTER_MS = 7_500;
const SIGKILL_AFTER_MS = 2_500;

const ActionManifest = z.object({
  inputs: z.record(z.string(), z.object({ default: z.coerce.string().optional() })).default({}),
  runs: z.object({ using: z.literal('node24'), main: z.string() }),
});

/**
 * Runs a packaged action as GitHub's runner does (the RUN-… rules of the platform notes), on the Node that it uses.
 *
 * Besides what it returns it always holds these, and throws otherwise: no secret is visible in log, outputs or
 * summary, or sent to `github`, where nobody masks it; nothing is sent there but what GitHub understands; groups are
 * balanced; the summary would not be lost; no deprecated command; no refused command; no warning of Node's; the
 * process ended by itself. Of a process that was to be killed it holds that it was.
 */
export async function runAction(options: RunActionOptions): Promise<ActionResult> {
  const directory = options.actionDirectory ?? PROJECT;
  const manifest = ActionManifest.parse(parse(await readFile(join(directory, 'action.yml'), 'utf8')));
  const { inputs, warnings } = resolveInputs(manifest.inputs, options.inputs, {
    'github.token': tokenOf(options),
  });
  const commands = await mkdtemp(join(tmpdir(), 'runner-'));
  try {
    const files = await createCommandFiles(commands, options.event?.payload ?? {});
    const log = new RunnerLog(options.workspace);
    const end = await runProcess({
      main: join(directory, manifest.runs.main),
      environment: { ...stepEnvironment(options, files), ...inputVariables(inputs) },
      options,
      log,
    });
    const result = await collect(log, end, files, warnings);
    assertSound(result, log, end, options);
    options.github?.assertConform([tokenOf(options), ...(options.secrets ?? [])]);
    return result;
  } finally {
    await rm(commands, { recursive: true, force: true });
  }
}

function tokenOf({ token, github }: RunActionOptions): string {
  return token ?? github?.token ?? DEFAULT_TOKEN;
}

/** RUN-2: given values first, then defaults; a declared input without either is empty; names compare without case. */
function resolveInputs(
  declared: Readonly<Record<string, { default?: string | undefined }>>,
  given: Readonly<Record<string, string>>,
  expressions: Expressions,
): { readonly inputs: ReadonlyMap<string, string>; readonly warnings: readonly string[] } {
  const values = new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
  const inputs = new Map(
    Object.entries(declared).map(([name, input]) => [
      name,
      values.get(name.toLowerCase()) ?? evaluate(input.default ?? '', expressions),
    ]),
  );
  const names = new Set(Object.keys(declared).map((name) => name.toLowerCase()));
  const unknown = [...values.keys()].filter((name) => !names.has(name));
  return {
    inputs: new Map([
      ...inputs,
      ...unknown.map((name) => [name, values.get(name) ?? ''] satisfies [string, string]),
    ]),
    warnings: unknown.map(
      (name) => `Unexpected input(s) '${name}', valid inputs are [${[...names].join(', ')}]`,
    ),
  };
}

/** Expressions in defaults that an action may use; any other is a mistake here. */
type Expressions = Readonly<Record<'github.token', string>>;

function evaluate(text: string, expressions: Expressions): string {
  return text.replaceAll(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    const value = new Map(Object.entries(expressions)).get(expression);
    if (value === undefined) throw new Error(`the emulator does not know the expression ${expression}`);
    return value;
  });
}

/** RUN-3. */
function inputVariables(inputs: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...inputs].map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
}

interface CommandFiles {
  readonly GITHUB_OUTPUT: string;
  readonly GITHUB_STATE: string;
  readonly GITHUB_ENV: string;
  readonly GITHUB_PATH: string;
  readonly GITHUB_STEP_SUMMARY: string;
  readonly GITHUB_EVENT_PATH: string;
}

async function createCommandFiles(directory: string, payload: unknown): Promise<CommandFiles> {
  const files = {
    GITHUB_OUTPUT: join(directory, 'output'),
    GITHUB_STATE: join(directory, 'state'),
    GITHUB_ENV: join(directory, 'env'),
    GITHUB_PATH: join(directory, 'path'),
    GITHUB_STEP_SUMMARY: join(directory, 'summary'),
    GITHUB_EVENT_PATH: join(directory, 'event.json'),
  };
  for (const path of Object.values(files)) await writeFile(path, '');
  await writeFile(files.GITHUB_EVENT_PATH, JSON.stringify(payload));
  return files;
}

/** RUN-4, RUN-5: nothing of this process's environment but PATH, no GITHUB_TOKEN. */
function stepEnvironment(options: RunActionOptions, files: CommandFiles): Readonly<Record<string, string>> {
  const { PATH: path = '' } = process.env;
  return {
    PATH: path,
    HOME: tmpdir(),
    ...options.env,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: 'tributary',
    ...jobEnvironment(options.github),
    GITHUB_EVENT_NAME: options.event?.name ?? 'workflow_dispatch',
    GITHUB_WORKSPACE: options.workspace,
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: tmpdir(),
    ...options.event?.environment,
    ...options.job,
    ...files,
  };
}

interface ProcessEnd {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

interface ProcessOptions {
  readonly main: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly options: RunActionOptions;
  readonly log: RunnerLog;
}

/** RUN-7, RUN-9, RUN-22. */
async function runProcess({ main, environment, options, log }: ProcessOptions): Promise<ProcessEnd> {
  const child = spawn(NODE_24, [main], {
    cwd: options.workspace,
    env: { ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const timers: NodeJS.Timeout[] = [];
  const cancel = (): void => {
    if (timers.length > 0) return;
    child.kill('SIGINT');
    timers.push(setTimeout(() => child.kill('SIGTERM'), SIGTERM_AFTER_MS));
    timers.push(setTimeout(() => child.kill('SIGKILL'), SIGTERM_AFTER_MS + SIGKILL_AFTER_MS));
  };
  void options.killWhen?.then(() => child.kill('SIGKILL'));
  void options.cancelWhen?.then(cancel);
  const readers = [child.stdout, child.stderr].map(async (stream) => {
    for await (const line of createInterface({ input: stream })) {
      log.read(line);
      options.onLine?.(line);
      if (options.cancelAtLine?.test(line) === true) cancel();
    }
  });
  const end = await new Promise<ProcessEnd>((settle, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, signal) => settle({ exitCode, signal }));
  });
  for (const timer of timers) clearTimeout(timer);
  await Promise.all(readers);
  return end;
}

async function collect(
  log: RunnerLog,
  end: ProcessEnd,
  files: CommandFiles,
  inputWarnings: readonly string[],
): Promise<ActionResult> {
  const outputs = parseKeyValueFile(await readFile(files.GITHUB_OUTPUT, 'utf8'));
  parseKeyValueFile(await readFile(files.GITHUB_STATE, 'utf8'));
  parseKeyValueFile(await readFile(files.GITHUB_ENV, 'utf8'));
  return {
    exitCode: end.exitCode,
    failed: end.exitCode !== 0 || log.failures.length > 0,
    log: log.lines.join('\n'),
    groups: log.groups,
    annotations: log.annotations,
    droppedAnnotations: log.droppedAnnotations,
    outputs: new Map([...outputs].map(([name, value]) => [name, log.mask(value)])),
    summary: log.mask(await readFile(files.GITHUB_STEP_SUMMARY, 'utf8')),
    masks: log.masks,
    inputWarnings,
  };
}

function assertSound(
  result: ActionResult,
  log: RunnerLog,
  end: ProcessEnd,
  { secrets = [], killWhen }: RunActionOptions,
): void {
  const annotations = [...result.annotations, ...result.droppedAnnotations];
  const visible = [
    result.log,
    result.summary,
    ...result.outputs.values(),
    ...annotations.flatMap(({ message, title }) => [message, title ?? '']),
  ].join('\n');
  const faults = [
    ...secrets.filter((secret) => visible.includes(secret)).map(() => 'a secret is visible'),
    ...log.failures,
    ...log.lines.filter((line) => NODE_WARNING.test(line)),
    ...log.deprecatedCommands.map((name) => `the deprecated command ${name}`),
    ...(Buffer.byteLength(result.summary) >= MAX_SUMMARY_BYTES ? ['the summary is too large'] : []),
    ...(killWhen === undefined ? faultsOfEnd(log, end) : []),
    ...(killWhen !== undefined && end.signal !== 'SIGKILL' ? ['the process ended before it was killed'] : []),
  ];
  if (faults.length > 0) throw new Error(`unsound action: ${faults.join('; ')}\n${result.log}`);
}

/** `(node:4711) [DEP0005] DeprecationWarning: …` */
const NODE_WARNING = /^\(node:\d+\) /;

function faultsOfEnd(log: RunnerLog, end: ProcessEnd): readonly string[] {
  return [
    ...log.groupFaults,
    ...(log.hasOpenGroup ? ['a group stays open'] : []),
    ...(end.exitCode === null ? [`the process was ended by ${end.signal}`] : []),
  ];
}
