import { resolve } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { RunReport } from '../model/run-report.ts';
import { formatDiagnosticsText } from '../report/diagnostics-text.ts';
import { formatErrorText } from '../report/error-text.ts';
import { formatRunOutcomeJson, type RunOutcome } from '../report/run-report-json.ts';
import { formatRunReportText } from '../report/run-report-text.ts';
import { TerminalReporter } from '../report/terminal-reporter.ts';
import { choosePipelines } from './choose-pipelines.ts';
import { type CommandContext, coloursFor, type ExitCode } from './command-context.ts';
import { errorReportOf, toIngestError } from './failure.ts';
import { configErrorOf, loadGivenConfig } from './load-checked-config.ts';
import { parseMaxDuration } from './parse-max-duration.ts';
import { exitCodeOf, runPipelines } from './run-pipelines.ts';
import type { StopSignals } from './stop-signals.ts';
import { writeReport } from './write-report.ts';

export interface RunCommandOptions {
  readonly config: readonly string[];
  readonly pipeline: string | undefined;
  readonly maxDuration: string | undefined;
  /** Tables to load anew. */
  readonly reload: readonly string[];
  /** Path of the JSON report. */
  readonly report: string | undefined;
  readonly format: 'text' | 'json';
}

/** `tributary run`. Prints what happened, failures included, and tells the exit code. */
export async function runCommand(
  options: RunCommandOptions,
  context: CommandContext,
  signals: StopSignals,
): Promise<ExitCode> {
  const text = options.format === 'text';
  const { outcome, exitCode } = await ingest(options, context, signals, (report) => {
    if (text) print(context, formatRunReportText(report, { colours: coloursFor(context.stdout, context) }));
  });
  const json = formatRunOutcomeJson(outcome);
  if (!text) print(context, json);
  for (const name of outcome.unfinished)
    context.stderr.write(
      `${name}: not finished, because the program was told to stop; the next run goes on from its checkpoint\n`,
    );
  if (outcome.error !== null)
    context.stderr.write(formatErrorText(outcome.error, { colours: coloursFor(context.stderr, context) }));
  if (options.report !== undefined)
    await writeReport(resolve(context.workingDirectory, options.report), context.guard?.redact(json) ?? json);
  return exitCode;
}

async function ingest(
  options: RunCommandOptions,
  context: CommandContext,
  signals: StopSignals,
  onReport: (report: RunReport) => void,
): Promise<{ readonly outcome: RunOutcome; readonly exitCode: ExitCode }> {
  const diagnostics: Diagnostic[] = [];
  try {
    const maxDurationMs = parseMaxDuration(options.maxDuration);
    const config = await loadGivenConfig({ paths: options.config, ...context });
    diagnostics.push(...config.diagnostics);
    context.stderr.write(
      formatDiagnosticsText(diagnostics, { colours: coloursFor(context.stderr, context) }),
    );
    const error = configErrorOf(config);
    if (error !== undefined) throw error;
    using reporter = terminalReporter(context);
    const runs = await runPipelines({
      pipelines: choosePipelines(config.pipelines, options.pipeline),
      reporter,
      environment: context.environment,
      signals,
      maxDurationMs,
      reload: options.reload,
      nowMs: context.nowMs,
      newRunId: context.newRunId,
      onReport: (report) => {
        reporter.clear();
        onReport(report);
      },
    });
    return { outcome: { ...runs, diagnostics, error: null }, exitCode: exitCodeOf(runs) };
  } catch (cause) {
    const error = toIngestError(cause);
    const outcome = { reports: [], unfinished: [], diagnostics, error: errorReportOf(error) };
    return { outcome, exitCode: error.exitCode };
  }
}

function terminalReporter(context: CommandContext): TerminalReporter {
  const { stderr, nowMs } = context;
  return new TerminalReporter({ stream: stderr, colours: coloursFor(stderr, context), nowMs });
}

function print(context: CommandContext, text: string): void {
  context.stdout.write(text);
}
