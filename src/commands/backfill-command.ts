import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { BackfillPlan } from '../model/backfill-plan.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { IngestError } from '../model/ingest-error.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { ErrorReport, RunReport } from '../model/run-report.ts';
import { formatBackfillPlanText } from '../report/backfill-plan-text.ts';
import { formatDiagnosticsText } from '../report/diagnostics-text.ts';
import { formatErrorText } from '../report/error-text.ts';
import { formatRunReportText } from '../report/run-report-text.ts';
import { TerminalReporter } from '../report/terminal-reporter.ts';
import { type BackfillOutcome, backfillPipeline } from './backfill-pipeline.ts';
import { choosePipelines } from './choose-pipelines.ts';
import { type CommandContext, coloursFor, type ExitCode } from './command-context.ts';
import { errorReportOf, toIngestError } from './failure.ts';
import { configErrorOf, loadGivenConfig } from './load-checked-config.ts';
import { parseBackfill } from './parse-backfill.ts';
import { parseMaxDuration } from './parse-max-duration.ts';
import { exitCodeOf } from './run-pipelines.ts';
import type { StopSignals } from './stop-signals.ts';
import { writeReport } from './write-report.ts';

export interface BackfillCommandOptions {
  readonly config: readonly string[];
  readonly pipeline: string | undefined;
  readonly tables: readonly string[];
  readonly mode: string | undefined;
  readonly keyRange: string | undefined;
  readonly isDryRun: boolean;
  readonly confirm: string | undefined;
  readonly maxDuration: string | undefined;
  /** Path of the JSON report. */
  readonly report: string | undefined;
  readonly format: 'text' | 'json';
}

/** What a backfill came to, as the JSON report tells it. */
export interface BackfillResult {
  readonly plan: BackfillPlan | null;
  readonly end: BackfillOutcome['end'] | 'failed';
  readonly reports: readonly RunReport[];
  readonly diagnostics: readonly Diagnostic[];
  readonly error: ErrorReport | null;
}

/** `tributary backfill`. Prints the plan, then what happened, failures included, and tells the exit code. */
export async function backfillCommand(
  options: BackfillCommandOptions,
  context: CommandContext,
  signals: StopSignals,
): Promise<ExitCode> {
  const { result, exitCode } = await backfill(options, context, signals);
  const json = formatBackfillJson(result);
  if (options.format === 'json') context.stdout.write(json);
  if (result.error !== null)
    context.stderr.write(formatErrorText(result.error, { colours: coloursFor(context.stderr, context) }));
  if (options.report !== undefined)
    await writeReport(resolve(context.workingDirectory, options.report), context.guard?.redact(json) ?? json);
  return exitCode;
}

function formatBackfillJson(result: BackfillResult): string {
  return `${JSON.stringify({ schemaVersion: 1, ...result }, undefined, 2)}\n`;
}

async function backfill(
  options: BackfillCommandOptions,
  context: CommandContext,
  signals: StopSignals,
): Promise<{ readonly result: BackfillResult; readonly exitCode: ExitCode }> {
  const diagnostics: Diagnostic[] = [];
  let plan: BackfillPlan | null = null;
  const print = (text: string): void => {
    if (options.format === 'text') context.stdout.write(text);
  };
  const colours = coloursFor(context.stdout, context);
  try {
    const maxDurationMs = parseMaxDuration(options.maxDuration);
    const request = parseBackfill(options);
    const config = await loadGivenConfig({ paths: options.config, ...context });
    diagnostics.push(...config.diagnostics);
    context.stderr.write(
      formatDiagnosticsText(diagnostics, { colours: coloursFor(context.stderr, context) }),
    );
    const error = configErrorOf(config);
    if (error !== undefined) throw error;
    using reporter = new TerminalReporter({
      stream: context.stderr,
      colours: coloursFor(context.stderr, context),
      nowMs: context.nowMs,
    });
    const outcome = await backfillPipeline({
      pipeline: chooseOnePipeline(config.pipelines, options.pipeline),
      request,
      isDryRun: options.isDryRun,
      confirm: options.confirm,
      reporter,
      environment: context.environment,
      signals,
      maxDurationMs,
      nowMs: context.nowMs,
      newRunId: context.newRunId,
      sleep: sleepUntil,
      onPlan: (made) => {
        plan = made;
        print(formatBackfillPlanText(made, { colours }));
      },
      onRound: () => reporter.clear(),
    });
    reporter.clear();
    if (outcome.report !== undefined) print(formatRunReportText(outcome.report, { colours }));
    return { result: resultOf(outcome, diagnostics), exitCode: exitCodeOfBackfill(outcome) };
  } catch (cause) {
    const error = toIngestError(cause);
    const result = { plan, end: 'failed', reports: [], diagnostics, error: errorReportOf(error) } as const;
    return { result, exitCode: error.exitCode };
  }
}

/** Resolves after so many milliseconds, or when the signal fires. */
export async function sleepUntil(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined);
}

export function resultOf(outcome: BackfillOutcome, diagnostics: readonly Diagnostic[]): BackfillResult {
  const reports = outcome.report === undefined ? [] : [outcome.report];
  return { plan: outcome.plan, end: outcome.end, reports, diagnostics, error: null };
}

/** As a run's; a backfill that was told to end and did not in time counts as failed. */
export function exitCodeOfBackfill({ end, report }: BackfillOutcome): 0 | 1 | 2 {
  if (end === 'unfinished') return 1;
  return report === undefined ? 0 : exitCodeOf({ reports: [report], unfinished: [] });
}

/** A backfill is of one pipeline. Throws IngestError `usage-invalid` where it is not told which. */
export function chooseOnePipeline(pipelines: readonly Pipeline[], name: string | undefined): Pipeline {
  const [chosen, ...others] = choosePipelines(pipelines, name);
  if (chosen !== undefined && others.length === 0) return chosen;
  throw new IngestError(
    'usage-invalid',
    'A backfill is of one pipeline, and the configuration has several.',
    {
      solution: `Choose it with --pipeline (in a workflow: the input pipeline): ${pipelines.map((pipeline) => pipeline.name).join(', ')}.`,
    },
  );
}
