import type { Diagnostic } from '../model/diagnostic.ts';
import type { ForetoldReport } from '../model/foretold.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { PlanReport } from '../model/plan-report.ts';
import type { ErrorReport } from '../model/run-report.ts';
import { Secret } from '../model/secret.ts';
import { planHash } from '../plan/plan-hash.ts';
import { formatDiagnosticsText } from '../report/diagnostics-text.ts';
import { formatErrorText } from '../report/error-text.ts';
import { printableLine } from '../report/foreign-text.ts';
import { formatForetoldText } from '../report/foretold-text.ts';
import { formatPlanText } from '../report/plan-text.ts';
import { checkAnnouncement } from './check-pipelines.ts';
import { choosePipelines } from './choose-pipelines.ts';
import { type CommandContext, coloursFor, type ExitCode } from './command-context.ts';
import { errorReportOf, toIngestError } from './failure.ts';
import { foretellMigrations, type StartedServer } from './foretell-migrations.ts';
import { configErrorOf, loadGivenConfig } from './load-checked-config.ts';
import { exitCodeOfPlans, planPipelines, rowEstimates } from './plan-pipelines.ts';

export interface PlanCommandOptions {
  readonly config: readonly string[];
  readonly pipeline: string | undefined;
  readonly format: 'text' | 'json';
  readonly skipTarget: boolean;
  /** SQL migrations to foretell; `undefined`: none. */
  readonly migrations: MigrationOptions | undefined;
}

export interface MigrationOptions {
  readonly paths: readonly string[];
  /** What git compares the working directory's commit with, to tell which migrations are new. */
  readonly base: string;
  readonly baseSchema: string | undefined;
  /** A PostgreSQL to try them out on; `undefined`: one of our own is started. */
  readonly scratchUrl: string | undefined;
  readonly holdsBase: boolean;
  readonly startScratch: () => Promise<StartedServer>;
}

interface PlanOutcome {
  readonly plans: readonly (PlanReport & { readonly hash: string })[];
  /** What changed migrations would do; null: none are changed, or none were asked about. */
  readonly migrations: ForetoldReport | null;
  readonly diagnostics: readonly Diagnostic[];
  /** What kept every pipeline from being planned. */
  readonly error: ErrorReport | null;
}

/** `tributary plan`. Prints what a run would do, and tells the exit code. Changes nothing. */
export async function planCommand(options: PlanCommandOptions, context: CommandContext): Promise<ExitCode> {
  const { outcome, exitCode } = await plan(options, context);
  if (options.format === 'json')
    context.stdout.write(`${JSON.stringify({ schemaVersion: 1, ...outcome }, undefined, 2)}\n`);
  if (outcome.error !== null)
    context.stderr.write(formatErrorText(outcome.error, { colours: coloursFor(context.stderr, context) }));
  return exitCode;
}

async function plan(
  options: PlanCommandOptions,
  context: CommandContext,
): Promise<{ readonly outcome: PlanOutcome; readonly exitCode: ExitCode }> {
  const diagnostics: Diagnostic[] = [];
  try {
    const config = await loadGivenConfig({ paths: options.config, ...context });
    diagnostics.push(...config.diagnostics);
    const colours = coloursFor(context.stderr, context);
    context.stderr.write(formatDiagnosticsText(diagnostics, { colours }));
    const error = configErrorOf(config);
    if (error !== undefined) throw error;
    const pipelines = choosePipelines(config.pipelines, options.pipeline);
    const plans = await planPipelines({
      ...options,
      pipelines,
      environment: context.environment,
      onBegin: (pipeline) =>
        context.stderr.write(`${printableLine(checkAnnouncement(pipeline, options.skipTarget))}\n`),
      onPlan: (made) => {
        if (options.format === 'text')
          context.stdout.write(formatPlanText(made, { colours: coloursFor(context.stdout, context) }));
      },
    });
    const migrations = await foretell(options, context, { pipelines, plans });
    if (migrations !== null && options.format === 'text')
      context.stdout.write(
        `\n${formatForetoldText(migrations, { colours: coloursFor(context.stdout, context) })}`,
      );
    if (migrations === null && options.migrations !== undefined)
      context.stderr.write(
        `migrations: none is new since ${printableLine(options.migrations.base)} (--base)\n`,
      );
    const hashed = plans.map((made) => ({ ...made, hash: planHash(made) }));
    return {
      outcome: { plans: hashed, migrations, diagnostics, error: null },
      exitCode: exitCodeOfPlans(plans),
    };
  } catch (cause) {
    const error = toIngestError(cause);
    return {
      outcome: { plans: [], migrations: null, diagnostics, error: errorReportOf(error) },
      exitCode: error.exitCode,
    };
  }
}

async function foretell(
  { migrations }: PlanCommandOptions,
  { workingDirectory }: CommandContext,
  { pipelines, plans }: { readonly pipelines: readonly Pipeline[]; readonly plans: readonly PlanReport[] },
): Promise<ForetoldReport | null> {
  if (migrations === undefined) return null;
  const { paths, base, baseSchema, scratchUrl, holdsBase, startScratch } = migrations;
  const { readChangedFiles } = await import('../foretell/changed-files.ts');
  const report = await foretellMigrations({
    migrations: paths,
    workingDirectory,
    changes: await readChangedFiles({ workingDirectory, base }),
    pipelines,
    scratch:
      scratchUrl === undefined
        ? { tag: 'started', start: startScratch }
        : { tag: 'given', url: new Secret(scratchUrl), holdsBase },
    baseSchema,
    rows: rowEstimates(plans),
  });
  return report ?? null;
}
