import type { PipelineCheck } from '../model/check-report.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ErrorReport } from '../model/run-report.ts';
import { formatCheckText } from '../report/check-text.ts';
import { formatDiagnosticsText } from '../report/diagnostics-text.ts';
import { formatErrorText } from '../report/error-text.ts';
import { printableLine } from '../report/foreign-text.ts';
import { checkAnnouncement, checkPipelines, exitCodeOfChecks } from './check-pipelines.ts';
import { choosePipelines } from './choose-pipelines.ts';
import { type CommandContext, coloursFor, type ExitCode } from './command-context.ts';
import { errorReportOf, toIngestError } from './failure.ts';
import { configErrorOf, loadGivenConfig } from './load-checked-config.ts';

export interface CheckCommandOptions {
  readonly config: readonly string[];
  readonly pipeline: string | undefined;
  readonly format: 'text' | 'json';
  readonly skipSource: boolean;
  readonly skipTarget: boolean;
}

interface CheckOutcome {
  readonly checks: readonly PipelineCheck[];
  readonly diagnostics: readonly Diagnostic[];
  /** What kept every pipeline from being checked. */
  readonly error: ErrorReport | null;
}

/** `tributary check`. Prints what was found, failures included, and tells the exit code. Changes nothing. */
export async function checkCommand(options: CheckCommandOptions, context: CommandContext): Promise<ExitCode> {
  const { outcome, exitCode } = await check(options, context);
  if (options.format === 'json')
    context.stdout.write(`${JSON.stringify({ schemaVersion: 1, ...outcome }, undefined, 2)}\n`);
  if (outcome.error !== null)
    context.stderr.write(formatErrorText(outcome.error, { colours: coloursFor(context.stderr, context) }));
  return exitCode;
}

async function check(
  options: CheckCommandOptions,
  context: CommandContext,
): Promise<{ readonly outcome: CheckOutcome; readonly exitCode: ExitCode }> {
  const diagnostics: Diagnostic[] = [];
  try {
    const config = await loadGivenConfig({ paths: options.config, ...context });
    diagnostics.push(...config.diagnostics);
    const colours = coloursFor(context.stderr, context);
    context.stderr.write(formatDiagnosticsText(diagnostics, { colours }));
    const error = configErrorOf(config);
    if (error !== undefined) throw error;
    const checks = await checkPipelines({
      ...options,
      pipelines: choosePipelines(config.pipelines, options.pipeline),
      environment: context.environment,
      onBegin: (pipeline) =>
        context.stderr.write(`${printableLine(checkAnnouncement(pipeline, options.skipTarget))}\n`),
      onCheck: (done) => {
        if (options.format === 'text')
          context.stdout.write(formatCheckText(done, { colours: coloursFor(context.stdout, context) }));
      },
    });
    return { outcome: { checks, diagnostics, error: null }, exitCode: exitCodeOfChecks(checks) };
  } catch (cause) {
    const error = toIngestError(cause);
    return { outcome: { checks: [], diagnostics, error: errorReportOf(error) }, exitCode: error.exitCode };
  }
}
