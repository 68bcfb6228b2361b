import type { BackfillRequest } from '../model/backfill.ts';
import type { Pipeline, SourceSettings } from '../model/pipeline.ts';
import { type Problem, throwProblems } from '../model/problem.ts';
import type { RunReport } from '../model/run-report.ts';
import type { SourceFacts } from '../model/source-facts.ts';
import type { Reporter } from '../report/reporter.ts';
import { SlotActiveSignal } from '../source/slot-active-signal.ts';
import type { Source } from '../source/source.ts';
import type { Warehouse, WarehouseOpener } from '../warehouse/warehouse.ts';
import { judgeRequest } from './choose-loads.ts';
import { drainAndAcknowledge, type RunOutcome } from './drain-and-acknowledge.ts';
import { retainedBytes } from './lag.ts';
import { type OpenTarget, openTarget } from './open-target.ts';
import { judgePublication, judgeServer, judgeSlot } from './preflight.ts';
import { judgeTable } from './preflight-table.ts';
import { RunRecorder } from './run-recorder.ts';
import { resolveSelection, type SelectedTable } from './table-selection.ts';
import { translateRunError } from './translate-run-error.ts';
import { waitForSlot } from './wait-for-slot.ts';

export interface RunOptions {
  readonly pipeline: Pipeline;
  readonly warehouse: WarehouseOpener;
  readonly openSource: (settings: SourceSettings, schemas: readonly string[]) => Promise<Source>;
  readonly reporter: Reporter;
  /** End cleanly at the next commit boundary. */
  readonly stop: AbortSignal;
  /** Give up what is not finished, now. */
  readonly abandon: AbortSignal;
  /** After this the run ends as if stopped; `undefined`: no limit. */
  readonly maxDurationMs: number | undefined;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** An existing directory for files on their way. */
  readonly workDirectory: string;
  /** Tables (`public.orders`) to load anew, whatever the checkpoint says of them. */
  readonly reload: readonly string[];
  /** What a person asks to have loaded, instead of what a run loads by itself. */
  readonly backfill?: BackfillRequest | undefined;
  /** How long a load may take before changes have their turn; `undefined`: half of the run's limit, if it has one. */
  readonly maxLoadMs?: number | undefined;
  readonly runId: string;
  /** Is told what made a run fail, with its causes: for a debugging door, never for a report. */
  readonly onUnexpected?: (error: unknown) => void;
}

/**
 * One run of one pipeline: drains what was pending at its start, merges it, checkpoints, acknowledges.
 *
 * Never throws: what went wrong stands in the report. Whatever happens, the slot has not moved past the checkpoint, and
 * the next run goes on from there.
 */
export async function runPipeline(options: RunOptions): Promise<RunReport> {
  const { pipeline } = options;
  const recorder = new RunRecorder({
    pipeline: pipeline.name,
    runId: options.runId,
    slot: pipeline.source.slotName,
    costPerHour: pipeline.target.tag === 'unity_catalog' ? pipeline.target.costPerHour : undefined,
    scheduleMs: pipeline.schedule.tag === 'interval' ? pipeline.schedule.everyMs : undefined,
    reporter: options.reporter,
    nowMs: options.now,
  });
  const opened: { warehouse: Warehouse | undefined } = { warehouse: undefined };
  const giveUp = (): void => opened.warehouse?.interrupt();
  options.abandon.addEventListener('abort', giveUp, { once: true });
  const deadline = deadlineSignal(options.maxDurationMs);
  try {
    const outcome = await run(options, recorder, deadline.signal, opened);
    return recorder.finish({ ...outcome, error: undefined });
  } catch (error) {
    if (error instanceof SlotActiveSignal) {
      return recorder.finish({
        status: 'another-run-active',
        notCaughtUp: 'another run is active',
        error: undefined,
      });
    }
    options.onUnexpected?.(error);
    const translated = translateRunError(error, options.abandon.aborted);
    return recorder.finish({
      status: translated.code === 'interrupted' ? 'stopped' : 'failed',
      notCaughtUp: translated.code === 'interrupted' ? 'the run was interrupted' : 'the run failed',
      error: translated,
    });
  } finally {
    deadline.clear();
    options.abandon.removeEventListener('abort', giveUp);
    await closeQuietly(opened.warehouse);
  }
}

/** The run's outcome stands already: a warehouse that cannot be closed in order changes nothing of it. */
async function closeQuietly(warehouse: Warehouse | undefined): Promise<void> {
  try {
    await warehouse?.[Symbol.asyncDispose]();
  } catch {
    return;
  }
}

async function run(
  options: RunOptions,
  recorder: RunRecorder,
  deadline: AbortSignal,
  opened: { warehouse: Warehouse | undefined },
): Promise<RunOutcome> {
  const { pipeline } = options;
  const schemas = pipeline.selection.schemas.map(({ name }) => name);
  await using source = await recorder.timed('preflight', () => options.openSource(pipeline.source, schemas));
  const { facts, selected } = await recorder.stage('preflight', pipeline.name, () =>
    preflight(options, source, recorder),
  );
  throwProblems(unknownReloads(options, selected));
  const { backfill } = options;
  if (backfill !== undefined) throwProblems(judgeRequest(backfill, selected, facts.serverEncoding));
  const loadPace = paceOfLoads(options, deadline);
  noteUnpublished(recorder, selected);
  recorder.lagBefore({ bytes: retainedBytes(facts) });
  const open = (onSlotMade: () => Promise<void>): Promise<OpenTarget> =>
    openTarget({
      ...options,
      onSlotMade,
      backfill,
      mayLoad: loadPace,
      source,
      recorder,
      facts,
      selected,
      nowMs: options.now,
      onOpen: (warehouse) => {
        opened.warehouse = warehouse;
      },
    });
  try {
    // Without a slot there is no log to look into first; and tables that a person wants loaded are known already.
    const opensFirst =
      facts.slot?.confirmedFlushLsn === undefined || options.reload.length > 0 || backfill !== undefined;
    return await drainAndAcknowledge({
      ...options,
      recorder,
      deadline,
      source,
      facts,
      selected,
      opensFirst,
      open,
    });
  } finally {
    if (opened.warehouse !== undefined) recorder.warehouse(opened.warehouse.usage);
  }
}

/** Looks at the server and the catalog, and at nothing else; throws what keeps the run from starting. */
async function preflight(
  options: RunOptions,
  source: Source,
  recorder: RunRecorder,
): Promise<{ readonly facts: SourceFacts; readonly selected: readonly SelectedTable[] }> {
  const { pipeline } = options;
  const facts = await waitForSlot(source, options.abandon);
  recorder.slotLimit(facts.maxSlotWalKeepBytes);
  recorder.slotSeen(facts);
  throwProblems([...judgeServer(facts, pipeline), ...judgePublication(facts, pipeline)]);
  const { tables, problems } = resolveSelection(facts, pipeline);
  throwProblems([
    ...problems,
    ...tables.flatMap((table) => judgeTable(table, facts, pipeline)),
    ...(facts.slot === undefined ? [] : judgeSlot(facts.slot, pipeline)),
  ]);
  return { facts, selected: tables };
}

function unknownReloads({ reload }: RunOptions, selected: readonly SelectedTable[]): readonly Problem[] {
  const known = selected.map(({ displayName }) => displayName);
  return reload
    .filter((name) => !known.includes(name))
    .map((name) => ({
      code: 'usage-invalid',
      message: `There is no selected table "${name}" to load anew.`,
      solution: `Name one of: ${known.join(', ')}.`,
    }));
}

function noteUnpublished(recorder: RunRecorder, selected: readonly SelectedTable[]): void {
  for (const table of selected) {
    const generated = table.unpublishedWanted.filter((column) => column.generated).map(({ name }) => name);
    if (generated.length > 0) {
      recorder.notice(
        `${table.displayName}: generated columns are not published and left out: ${generated.join(', ')}.`,
      );
    }
  }
}

/**
 * Says whether a load may go on. It leaves changes the other half of the run's time, because the slot retains their log
 * until they are in the target.
 */
function paceOfLoads(
  { stop, now, maxDurationMs, maxLoadMs }: RunOptions,
  deadline: AbortSignal,
): () => boolean {
  const limitMs = maxLoadMs ?? (maxDurationMs === undefined ? Number.POSITIVE_INFINITY : maxDurationMs / 2);
  const startedAtMs = now();
  return () => !stop.aborted && !deadline.aborted && now() - startedAtMs < limitMs;
}

function deadlineSignal(maxDurationMs: number | undefined): { readonly signal: AbortSignal; clear(): void } {
  const controller = new AbortController();
  const timer = maxDurationMs === undefined ? undefined : setTimeout(() => controller.abort(), maxDurationMs);
  return { signal: controller.signal, clear: () => clearTimeout(timer) };
}
