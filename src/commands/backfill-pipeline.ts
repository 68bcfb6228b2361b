import type { BackfillRequest } from '../model/backfill.ts';
import type { BackfillPlan } from '../model/backfill-plan.ts';
import { IngestError } from '../model/ingest-error.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { RunReport } from '../model/run-report.ts';
import { planBackfill } from '../plan/plan-backfill.ts';
import { openPostgresSource } from '../source/postgres-source.ts';
import { combineReports } from './combine-reports.ts';
import { openExistingWarehouse } from './open-existing-warehouse.ts';
import { type RunPipelinesOptions, runPipelines } from './run-pipelines.ts';

/** How long ranges are loaded before changes have their turn again. */
const ROUND_MS = 5 * 60_000;
/** Between two looks whether another run has let go of the slot. */
const SLOT_WAIT_MS = 10_000;
/** How much of a hash a person has to repeat. */
const MIN_CONFIRMED_DIGITS = 12;

export interface BackfillPipelineOptions
  extends Pick<
    RunPipelinesOptions,
    'reporter' | 'environment' | 'signals' | 'maxDurationMs' | 'nowMs' | 'newRunId' | 'trigger'
  > {
  readonly pipeline: Pipeline;
  readonly request: BackfillRequest;
  /** Ends after the plan. */
  readonly isDryRun: boolean;
  /** The hash of the plan, or its first digits, as a person repeats it. */
  readonly confirm: string | undefined;
  readonly onPlan: (plan: BackfillPlan) => void | Promise<void>;
  /** A round has ended, and another one follows: what is left. */
  readonly onRound: (report: RunReport) => void;
  /** Resolves after so many milliseconds, or when the signal fires. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly roundMs?: number;
}

export interface BackfillOutcome {
  readonly plan: BackfillPlan;
  /** All rounds as one; `undefined` after a dry run, when there was nothing to do, and when no run could be ended in time. */
  readonly report: RunReport | undefined;
  readonly end: 'planned' | 'nothing-to-do' | 'ran' | 'unfinished';
}

/**
 * Backfills one pipeline: makes the plan, and then loads in rounds. A round is a run: it loads ranges for some minutes and
 * drains what has changed meanwhile, so that changes keep flowing; progress is in the checkpoint, so that a backfill that is
 * killed goes on where it was when it is started again. A scheduled run that holds the slot is waited for.
 *
 * Throws IngestError where the plan cannot be made, or is not confirmed although it replaces rows.
 */
export async function backfillPipeline(options: BackfillPipelineOptions): Promise<BackfillOutcome> {
  const plan = await planBackfill({
    ...options,
    openSource: openPostgresSource,
    openTarget: () => openExistingWarehouse(options.pipeline, options.environment),
  });
  await options.onPlan(plan);
  if (options.isDryRun) return { plan, report: undefined, end: 'planned' };
  if (plan.load === null) return { plan, report: undefined, end: 'nothing-to-do' };
  requireConfirmation(plan, options.confirm);
  const reports = await runRounds(options, plan);
  if (reports.length === 0) return { plan, report: undefined, end: 'unfinished' };
  return { plan, report: combineReports(reports), end: 'ran' };
}

function requireConfirmation(plan: BackfillPlan, confirm: string | undefined): void {
  if (!plan.needsConfirmation) return;
  if (confirm !== undefined && confirm.length >= MIN_CONFIRMED_DIGITS && plan.hash.startsWith(confirm))
    return;
  const digits = plan.hash.slice(0, MIN_CONFIRMED_DIGITS);
  throw new IngestError(
    'confirmation-missing',
    confirm === undefined
      ? 'This backfill replaces rows that are in the target, and removes those that the source no longer has; its plan has not been confirmed.'
      : 'The plan that was confirmed is another one: this backfill means other tables, other rows, or another source.',
    {
      solution: `Read the plan above. If it is what you want, run it again with --confirm ${digits} (in a workflow: the input confirm).`,
    },
  );
}

async function runRounds(
  options: BackfillPipelineOptions,
  plan: BackfillPlan,
): Promise<readonly RunReport[]> {
  const { nowMs, maxDurationMs, signals } = options;
  const startedAtMs = nowMs();
  const left = (): number =>
    maxDurationMs === undefined
      ? Number.POSITIVE_INFINITY
      : Math.max(0, maxDurationMs - (nowMs() - startedAtMs));
  const reports: RunReport[] = [];
  for (;;) {
    const report = await runRound(options, left());
    if (report === undefined) return withoutWaiting(reports);
    // A run that found the slot taken did nothing: it is told of only if nothing better comes.
    if (reports.at(-1)?.status === 'another-run-active') reports.pop();
    reports.push(report);
    if (signals.stop.aborted || left() <= 0 || !wantsMore(report, plan)) return withoutWaiting(reports);
    options.onRound(report);
    if (report.status === 'another-run-active')
      await options.sleep(Math.min(SLOT_WAIT_MS, left()), signals.stop);
  }
}

/** A backfill whose time ended while it waited for another run tells of what it did before. */
function withoutWaiting(reports: readonly RunReport[]): readonly RunReport[] {
  const hasWaited = reports.at(-1)?.status === 'another-run-active';
  return hasWaited && reports.length > 1 ? reports.slice(0, -1) : reports;
}

/** `undefined` when it did not end in time after it had been told to. */
async function runRound(options: BackfillPipelineOptions, leftMs: number): Promise<RunReport | undefined> {
  const { pipeline, request, roundMs = ROUND_MS } = options;
  const { reports } = await runPipelines({
    ...options,
    pipelines: [pipeline],
    maxDurationMs: Number.isFinite(leftMs) ? leftMs : undefined,
    reload: [],
    backfill: { request, maxLoadMs: Math.min(roundMs, leftMs) },
    onReport: () => undefined,
  });
  return reports[0];
}

/** Not after a round that has loaded nothing, be it that its tables are altered all the time: or it would never end. */
function wantsMore({ error, status, tables, unfinishedLoads }: RunReport, plan: BackfillPlan): boolean {
  if (error !== null) return false;
  if (status === 'another-run-active') return true;
  const meant = plan.tables.filter(({ action }) => action !== 'nothing').map(({ source }) => source);
  return (
    unfinishedLoads.some(({ table }) => meant.includes(table)) &&
    tables.some(({ loadedRows }) => loadedRows > 0)
  );
}
