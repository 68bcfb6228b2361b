import type { Diagnostic } from '../model/diagnostic.ts';
import type { ErrorReport } from '../model/run-report.ts';
import type { StatusReport } from '../model/status-report.ts';
import { formatDiagnosticsText } from '../report/diagnostics-text.ts';
import { formatErrorText } from '../report/error-text.ts';
import { printableLine } from '../report/foreign-text.ts';
import { formatStatusText } from '../report/status-text.ts';
import { checkAnnouncement } from './check-pipelines.ts';
import { choosePipelines } from './choose-pipelines.ts';
import { type CommandContext, coloursFor, type ExitCode } from './command-context.ts';
import { errorReportOf, toIngestError } from './failure.ts';
import { configErrorOf, loadGivenConfig } from './load-checked-config.ts';
import { exitCodeOfStatuses, statusPipelines } from './status-pipelines.ts';

export interface StatusCommandOptions {
  readonly config: readonly string[];
  readonly pipeline: string | undefined;
  readonly format: 'text' | 'json';
  /** Looks at the source only, so that no warehouse is woken. */
  readonly skipTarget: boolean;
}

interface StatusOutcome {
  readonly statuses: readonly StatusReport[];
  readonly diagnostics: readonly Diagnostic[];
  /** What kept every pipeline from being looked at. */
  readonly error: ErrorReport | null;
}

/** `tributary status`. Prints how pipelines stand, and tells the exit code: 1 when one of them needs a person. Changes nothing. */
export async function statusCommand(
  options: StatusCommandOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { outcome, exitCode } = await status(options, context);
  if (options.format === 'json')
    context.stdout.write(`${JSON.stringify({ schemaVersion: 1, ...outcome }, undefined, 2)}\n`);
  if (outcome.error !== null)
    context.stderr.write(formatErrorText(outcome.error, { colours: coloursFor(context.stderr, context) }));
  return exitCode;
}

/** Wider lines are hard to follow. */
const WIDEST_TEXT = 110;
/** Of a file or a pipe. */
const DEFAULT_WIDTH = 100;

async function status(
  options: StatusCommandOptions,
  context: CommandContext,
): Promise<{ readonly outcome: StatusOutcome; readonly exitCode: ExitCode }> {
  const diagnostics: Diagnostic[] = [];
  try {
    const config = await loadGivenConfig({ paths: options.config, ...context });
    diagnostics.push(...config.diagnostics);
    const colours = coloursFor(context.stderr, context);
    context.stderr.write(formatDiagnosticsText(diagnostics, { colours }));
    const error = configErrorOf(config);
    if (error !== undefined) throw error;
    const statuses = await statusPipelines({
      ...options,
      pipelines: choosePipelines(config.pipelines, options.pipeline),
      environment: context.environment,
      nowMs: context.nowMs,
      onBegin: (pipeline) =>
        context.stderr.write(`${printableLine(checkAnnouncement(pipeline, options.skipTarget))}\n`),
      onStatus: (seen) => {
        if (options.format === 'text') context.stdout.write(formatStatusText(seen, textOptions(context)));
      },
    });
    return {
      outcome: { statuses, diagnostics, error: null },
      exitCode: exitCodeOfStatuses(statuses),
    };
  } catch (cause) {
    const error = toIngestError(cause);
    return {
      outcome: { statuses: [], diagnostics, error: errorReportOf(error) },
      exitCode: error.exitCode,
    };
  }
}

function textOptions(context: CommandContext): { readonly colours: boolean; readonly width: number } {
  return {
    colours: coloursFor(context.stdout, context),
    width: Math.min(WIDEST_TEXT, context.stdout.columns ?? DEFAULT_WIDTH),
  };
}
