/** The packaged GitHub Action: inputs, environment and signals in; log, annotations, outputs and an exit code out. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type ActionCommand, type ActionInputs, parseActionInputs } from './commands/action-inputs.ts';
import { INITIAL_OUTPUTS } from './commands/action-outputs.ts';
import type { ExitCode } from './commands/command-context.ts';
import { errorReportOf, toIngestError } from './commands/failure.ts';
import { StopSignals } from './commands/stop-signals.ts';
import { formatErrorText } from './report/error-text.ts';
import { readEventFacts } from './report/github/event-facts.ts';
import type { GithubApi } from './report/github/github-api.ts';
import { WorkflowLog } from './report/github-reporter.ts';
import type { Redactor } from './report/redactor.ts';
import { formatFailureMarkdown } from './report/run-report-markdown.ts';
import type { Step, StepResult } from './workflow/step.ts';
import { validateStep } from './workflow/validate-step.ts';

/** What is heavy is loaded by the command that needs it. */
const COMMANDS: Readonly<Record<ActionCommand, (step: Step) => Promise<StepResult>>> = {
  validate: validateStep,
  plan: async (step) => (await import('./workflow/plan-step.ts')).planStep(step),
  check: async (step) => (await import('./workflow/check-step.ts')).checkStep(step),
  run: async (step) => (await import('./workflow/run-step.ts')).runStep(step),
  backfill: async (step) => (await import('./workflow/backfill-step.ts')).backfillStep(step),
  status: async (step) => (await import('./workflow/status-step.ts')).statusStep(step),
};

const log = new WorkflowLog();
let received: StopSignals | undefined;

async function main(): Promise<ExitCode> {
  setOutputs(INITIAL_OUTPUTS);
  try {
    const inputs = parseActionInputs(process.env);
    for (const name of inputs.unknown) log.warning(`There is no input "${name}"; it has no effect.`);
    const { exitCode, outputs } = await COMMANDS[inputs.command](await openStep(inputs));
    setOutputs(outputs);
    return exitCode;
  } catch (cause) {
    const error = toIngestError(cause);
    const report = errorReportOf(error);
    // Findings have marks of their own, and might lose one of the ten places to this one.
    if (error.code !== 'config-invalid' || !log.hasErrors) log.failure(report);
    log.text(formatErrorText(report, { colours: false }));
    await log.summary(formatFailureMarkdown(report));
    setOutputs({ 'failure-code': error.code });
    return error.exitCode;
  } finally {
    await log.close();
  }
}

async function openStep(inputs: ActionInputs): Promise<Step> {
  const { GITHUB_EVENT_PATH: eventPath, GITHUB_API_URL: apiUrl = 'https://api.github.com' } = process.env;
  const payload =
    eventPath === undefined ? undefined : await readFile(eventPath, 'utf8').catch(() => undefined);
  const event = readEventFacts(process.env, payload);
  const token = inputs.githubToken?.reveal();
  const workspace = process.cwd();
  return {
    inputs,
    event,
    environment: process.env,
    workspace,
    workingDirectory: resolve(workspace, inputs.workingDirectory),
    log,
    nowMs: Date.now,
    newRunId: randomUUID,
    receiveSignals,
    openGithub:
      token === undefined || event.repository === ''
        ? undefined
        : githubOpener({ token, apiUrl, repository: event.repository }),
  };
}

/** Opens GitHub's interface at the first need, and once. */
function githubOpener(options: {
  readonly token: string;
  readonly apiUrl: string;
  readonly repository: string;
}): (redactor: Redactor) => Promise<GithubApi> {
  let opened: Promise<GithubApi> | undefined;
  return (redactor) => {
    opened ??= import('./report/github/github-client.ts').then(({ openGithub }) =>
      openGithub({ ...options, redactor, nowMs: Date.now }),
    );
    return opened;
  };
}

function setOutputs(outputs: StepResult['outputs']): void {
  for (const [name, value] of Object.entries(outputs)) log.output(name, value);
}

/** A cancelled step gets SIGINT, and SIGTERM 7.5 seconds later. */
function receiveSignals(): StopSignals {
  const signals = new StopSignals();
  received = signals;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (signals.receive() === 'exit') process.exit(1);
      log.text(`${signal}: ending at the next commit`);
    });
  return signals;
}

process.exitCode = await main();
// What hangs after the stop signal, such as a call to GitHub that is being repeated, must not keep the step alive.
if (received?.stop.aborted === true) process.exit();
