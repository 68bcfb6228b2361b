/** The packaged GitHub Action: inputs, environment and signals in; log, annotations, outputs and an exit code out. */
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { getInput, error as markError, setOutput, setSecret, summary } from '@actions/core';
import { type ActionCommand, type ActionInputs, parseActionInputs } from './commands/action-inputs.ts';
import { type ActionOutputs, INITIAL_OUTPUTS, outputsOf } from './commands/action-outputs.ts';
import { checkAnnouncement, checkPipelines, exitCodeOfChecks } from './commands/check-pipelines.ts';
import { choosePipelines } from './commands/choose-pipelines.ts';
import type { ExitCode } from './commands/command-context.ts';
import { errorReportOf, toIngestError } from './commands/failure.ts';
import { configErrorOf, loadGivenConfig } from './commands/load-checked-config.ts';
import { pathInRepository } from './commands/repository-path.ts';
import { exitCodeOf, runPipelines } from './commands/run-pipelines.ts';
import { secretsOf } from './commands/secrets-of.ts';
import { StopSignals } from './commands/stop-signals.ts';
import { describePipelines } from './commands/validate-command.ts';
import { writeReport } from './commands/write-report.ts';
import type { LoadedConfig } from './config/load-config.ts';
import type { IngestError } from './model/ingest-error.ts';
import type { ErrorReport } from './model/run-report.ts';
import { annotationsOf } from './report/annotations.ts';
import { formatChecksMarkdown } from './report/check-markdown.ts';
import { formatCheckText } from './report/check-text.ts';
import { formatDiagnosticsText } from './report/diagnostics-text.ts';
import { formatErrorText } from './report/error-text.ts';
import { withoutCommands } from './report/foreign-text.ts';
import { annotate, GithubReporter, logGroup, logText } from './report/github-reporter.ts';
import { formatRunOutcomeJson } from './report/run-report-json.ts';
import { formatRunReportsMarkdown } from './report/run-report-markdown.ts';
import { formatRunReportText } from './report/run-report-text.ts';

const PLAIN = { colours: false };

let received: StopSignals | undefined;

async function main(): Promise<ExitCode> {
  setOutputs(INITIAL_OUTPUTS);
  try {
    const inputs = parseActionInputs(getInput);
    return await COMMANDS[inputs.command](inputs);
  } catch (error) {
    return fail(toIngestError(error));
  }
}

const COMMANDS = { validate, check, run } as const satisfies Record<
  ActionCommand,
  (inputs: ActionInputs) => Promise<ExitCode>
>;

/** A pull request from a fork has no secrets, so variables may be missing here. */
async function validate(inputs: ActionInputs): Promise<ExitCode> {
  const config = await loadAndMark(inputs, 'warning');
  const error = configErrorOf(config);
  setOutputs({ ...INITIAL_OUTPUTS, status: error === undefined ? 'valid' : 'invalid' });
  if (error !== undefined) return logFailure(error);
  logText(['The configuration is valid.', ...describePipelines(config.pipelines)].join('\n'));
  return 0;
}

async function check(inputs: ActionInputs): Promise<ExitCode> {
  const config = await loadAndMark(inputs, 'error');
  for (const secret of secretsOf(config.pipelines, process.env)) setSecret(secret);
  const error = configErrorOf(config);
  if (error !== undefined) return logFailure(error);
  const skipTarget = inputs.skip === 'target';
  const checks = await checkPipelines({
    pipelines: choosePipelines(config.pipelines, inputs.pipeline),
    environment: process.env,
    skipSource: inputs.skip === 'source',
    skipTarget,
    onBegin: (pipeline) => logText(checkAnnouncement(pipeline, skipTarget)),
    onCheck: (done) => {
      logText(formatCheckText(done, PLAIN));
      for (const { code, found, solution } of done.points)
        if (code !== null) markFailure({ code, message: `${done.pipeline}: ${found}`, solution });
    },
  });
  const exitCode = exitCodeOfChecks(checks);
  setOutputs({ ...INITIAL_OUTPUTS, status: exitCode === 0 ? 'passed' : 'failed' });
  await storeSummary(formatChecksMarkdown(checks));
  return exitCode;
}

async function run(inputs: ActionInputs): Promise<ExitCode> {
  const config = await loadAndMark(inputs, 'error');
  for (const secret of secretsOf(config.pipelines, process.env)) setSecret(secret);
  const error = configErrorOf(config);
  if (error !== undefined) return logFailure(error);
  using signals = receiveSignals();
  using reporter = new GithubReporter(Date.now);
  const runs = await runPipelines({
    pipelines: choosePipelines(config.pipelines, inputs.pipeline),
    reporter,
    environment: process.env,
    signals,
    maxDurationMs: inputs.maxDurationMs,
    reload: [],
    nowMs: Date.now,
    newRunId: randomUUID,
    onReport: (report) => {
      reporter.endGroup();
      logText(formatRunReportText(report, PLAIN));
      if (report.error !== null) markFailure(report.error);
    },
  });
  for (const name of runs.unfinished)
    logText(`${name}: not finished; the next run goes on from its checkpoint`);
  setOutputs(outputsOf(runs, ''));
  await storeSummary(formatRunReportsMarkdown(runs.reports));
  const outcome = { ...runs, diagnostics: config.diagnostics, error: null };
  setOutputs(outputsOf(runs, await storeReport(inputs, formatRunOutcomeJson(outcome))));
  return exitCodeOf(runs);
}

async function loadAndMark(
  inputs: ActionInputs,
  missingVariables: 'error' | 'warning',
): Promise<LoadedConfig> {
  const workingDirectory = resolve(process.cwd(), inputs.workingDirectory);
  const config = await loadGivenConfig({
    paths: inputs.config,
    environment: process.env,
    workingDirectory,
    missingVariables,
  });
  const { diagnostics } = config;
  annotate(annotationsOf(diagnostics, (file) => pathInRepository(file, workingDirectory, process.cwd())));
  if (diagnostics.length > 0) logGroup('All findings', formatDiagnosticsText(diagnostics, PLAIN));
  return config;
}

async function storeReport({ workingDirectory, report }: ActionInputs, json: string): Promise<string> {
  if (report === undefined) return '';
  const path = resolve(process.cwd(), workingDirectory, report);
  await writeReport(path, json);
  return path;
}

/** The summary is a courtesy: that it cannot be written says nothing about the run. */
async function storeSummary(markdown: string): Promise<void> {
  try {
    await summary.addRaw(markdown).write();
  } catch {
    logText('The job summary could not be written.');
  }
}

function setOutputs(outputs: ActionOutputs): void {
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}

function fail(error: IngestError): ExitCode {
  markFailure(errorReportOf(error));
  return logFailure(error);
}

/** Without a mark of its own: for findings, which have theirs and might lose one of the ten places to it. */
function logFailure(error: IngestError): ExitCode {
  logText(formatErrorText(errorReportOf(error), PLAIN));
  return error.exitCode;
}

function markFailure({ code, message, solution }: ErrorReport): void {
  markError(withoutCommands([message, solution ?? ''].join('\n').trim()), { title: `Tributary: ${code}` });
}

/** A cancelled step gets SIGINT, and SIGTERM 7.5 seconds later. */
function receiveSignals(): StopSignals {
  const signals = new StopSignals();
  received = signals;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (signals.receive() === 'exit') process.exit(1);
      logText(`${signal}: ending at the next commit`);
    });
  return signals;
}

process.exitCode = await main();
// What hangs after the stop signal must not keep the step alive.
if (received?.expire.aborted === true) process.exit();
