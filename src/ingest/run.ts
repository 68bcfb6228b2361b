import { acknowledge } from '../acknowledge.ts';
import { IngestError } from '../model/ingest-error.ts';
import { formatLsn, type Lsn, laterLsn, lsnDistance, ZERO_LSN } from '../model/lsn.ts';
import type { Pipeline, SourceSettings } from '../model/pipeline.ts';
import { type Problem, throwProblems } from '../model/problem.ts';
import type { RunReport, RunStatus } from '../model/run-report.ts';
import type { SourceFacts } from '../model/source-facts.ts';
import type { Reporter } from '../report/reporter.ts';
import { SlotActiveSignal } from '../source/slot-active-signal.ts';
import type { Source } from '../source/source.ts';
import type { Warehouse, WarehouseOpener } from '../warehouse/warehouse.ts';
import { parseCheckpointHint, selectionOf } from './checkpoint-hint.ts';
import { Drain, type DrainOutcome } from './drain.ts';
import { type OpenTarget, openTarget } from './open-target.ts';
import { judgePublication, judgeServer, judgeSlot, judgeTable } from './preflight.ts';
import { RunRecorder } from './run-recorder.ts';
import { resolveSelection, type SelectedTable } from './table-selection.ts';
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
    const translated = translateError(error, options);
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

interface RunOutcome {
  readonly status: RunStatus;
  readonly notCaughtUp: string | undefined;
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
    preflight(options, source),
  );
  throwProblems(unknownReloads(options, selected));
  noteUnpublished(recorder, selected);
  recorder.lagBefore({ bytes: retainedBytes(facts) });
  const open = async (): Promise<OpenTarget> => {
    const target = await openTarget({
      ...options,
      source,
      recorder,
      facts,
      selected,
      nowMs: options.now,
      selection: selectionOf(pipeline, facts, selected),
      onOpen: (warehouse) => {
        opened.warehouse = warehouse;
      },
    });
    return target;
  };
  try {
    const early = (await mustOpenTarget(options, facts, selected)) ? await open() : undefined;
    const outcome = await drain({ options, recorder, deadline, source, facts, selected, early, open });
    return outcome;
  } finally {
    if (opened.warehouse !== undefined) recorder.warehouse({ statements: opened.warehouse.statementCount });
  }
}

/** Looks at the server and the catalog, and at nothing else; throws what keeps the run from starting. */
async function preflight(
  options: RunOptions,
  source: Source,
): Promise<{ readonly facts: SourceFacts; readonly selected: readonly SelectedTable[] }> {
  const { pipeline } = options;
  const facts = await waitForSlot(source, options.abandon);
  throwProblems(judgeServer(facts, pipeline));
  throwProblems(judgePublication(facts, pipeline));
  const { tables, problems } = resolveSelection(facts, pipeline);
  throwProblems([
    ...problems,
    ...tables.flatMap((table) => judgeTable(table, facts, pipeline)),
    ...(facts.slot === undefined ? [] : judgeSlot(facts.slot, pipeline)),
  ]);
  return { facts, selected: tables };
}

/**
 * Whether the target must be looked at before anything relevant has come: when there is no slot yet, when tables or
 * columns are selected that the last checkpoint did not have, and when the slot has been moved by somebody else. An idle
 * run has none of it, and leaves the warehouse asleep.
 */
async function mustOpenTarget(
  options: RunOptions,
  facts: SourceFacts,
  selected: readonly SelectedTable[],
): Promise<boolean> {
  const confirmed = facts.slot?.confirmedFlushLsn;
  if (confirmed === undefined || options.reload.length > 0) return true;
  const hint = parseCheckpointHint(await options.warehouse.readCheckpointHint(options.pipeline.name));
  return hint?.selection !== selectionOf(options.pipeline, facts, selected) || confirmed > hint.lsn;
}

interface DrainStory {
  readonly options: RunOptions;
  readonly recorder: RunRecorder;
  readonly deadline: AbortSignal;
  readonly source: Source;
  readonly facts: SourceFacts;
  readonly selected: readonly SelectedTable[];
  readonly early: OpenTarget | undefined;
  readonly open: () => Promise<OpenTarget>;
}

async function drain(story: DrainStory): Promise<RunOutcome> {
  const { options, recorder, source, facts } = story;
  const startLsn = story.early?.progress.lsn ?? ZERO_LSN;
  await using stream = await source.openStream({ startLsn, walSenderTimeoutMs: facts.walSenderTimeoutMs });
  const work = new Drain({
    stream,
    recorder,
    selected: new Set(story.selected.map(({ source: { oid } }) => oid)),
    startLsn: laterLsn(startLsn, facts.slot?.confirmedFlushLsn ?? startLsn),
    // A table loaded just now is as of its snapshot, which may be later than the run's start.
    drainTarget: laterLsn(facts.flushLsn, latestSnapshot(story.early)),
    target: story.early,
    openTarget: story.open,
    stop: AbortSignal.any([options.stop, story.deadline]),
    abandon: options.abandon,
    nowMs: options.now,
  });
  const outcome = await recorder.stage('drain', `slot ${options.pipeline.source.slotName}`, () => work.run());
  recorder.lagBefore({ seconds: ageSeconds(work.oldestCommitAt, options.now()) });
  const target =
    outcome.target ?? (isRetainingTooMuch(options.pipeline, facts, outcome) ? await story.open() : undefined);
  if (target !== undefined) {
    // Nothing relevant lies between the last checkpoint and what was drained: that may be acknowledged, too.
    const lsn =
      outcome.drainedTo > target.progress.lsn
        ? await target.progress.checkpoint(outcome.drainedTo)
        : target.progress.lsn;
    await recorder.stage('acknowledge', formatLsn(lsn), async () => {
      acknowledge(stream, lsn);
      await stream.close();
    });
  }
  const flushLsn = await source.readFlushLsn();
  const position = target?.progress.lsn ?? facts.slot?.confirmedFlushLsn ?? ZERO_LSN;
  recorder.lagAfter({
    bytes: lsnDistance(laterLsn(position, outcome.drainedTo), flushLsn),
    seconds: outcome.reachedTarget ? 0 : ageSeconds(work.oldestCommitAt, options.now()),
  });
  return outcomeOf(story, outcome);
}

function outcomeOf({ options, recorder }: DrainStory, outcome: DrainOutcome): RunOutcome {
  if (outcome.reachedTarget) {
    return { status: recorder.hasMoved ? 'done' : 'nothing-to-do', notCaughtUp: undefined };
  }
  const why = options.stop.aborted ? 'the run was stopped' : 'max-duration was reached';
  return { status: 'stopped', notCaughtUp: `${why}; the next run goes on from the checkpoint` };
}

function isRetainingTooMuch(pipeline: Pipeline, facts: SourceFacts, outcome: DrainOutcome): boolean {
  const confirmed = facts.slot?.confirmedFlushLsn;
  return (
    confirmed !== undefined && lsnDistance(confirmed, outcome.drainedTo) > pipeline.source.maxRetainedWalBytes
  );
}

function latestSnapshot(target: OpenTarget | undefined): Lsn {
  const lsns = [...(target?.tables.values() ?? [])].map(({ plan }) =>
    plan.snapshot.tag === 'loaded' ? plan.snapshot.lsn : ZERO_LSN,
  );
  return lsns.reduce(laterLsn, ZERO_LSN);
}

function retainedBytes(facts: SourceFacts): number | null {
  const confirmed = facts.slot?.confirmedFlushLsn;
  return confirmed === undefined ? null : lsnDistance(confirmed, facts.flushLsn);
}

function ageSeconds(committedAt: bigint | undefined, nowMs: number): number {
  return committedAt === undefined ? 0 : Math.max(0, (nowMs - Number(committedAt / 1000n)) / 1000);
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

function deadlineSignal(maxDurationMs: number | undefined): { readonly signal: AbortSignal; clear(): void } {
  const controller = new AbortController();
  const timer = maxDurationMs === undefined ? undefined : setTimeout(() => controller.abort(), maxDurationMs);
  return { signal: controller.signal, clear: () => clearTimeout(timer) };
}

function translateError(error: unknown, options: RunOptions): IngestError {
  if (options.abandon.aborted) {
    return new IngestError('interrupted', 'The run was interrupted; what was not finished was dropped.', {
      solution: 'Run again: nothing is lost, the next run goes on from the checkpoint.',
      cause: error,
    });
  }
  if (error instanceof IngestError) return error;
  return new IngestError(
    'internal-error',
    `Something went wrong that Tributary did not expect (${describeUnexpected(error)}).`,
    {
      solution: 'Please report it, with this message. The next run goes on from the checkpoint.',
      cause: error,
    },
  );
}

/** What went wrong and where, without the error's own words: they might hold a value. */
function describeUnexpected(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frame = /^\s+at (.+)$/m.exec(error.stack ?? '')?.[1] ?? 'an unknown place';
  return `${error.name} at ${frame.replace(/\(.*[/\\]/, '(')}`;
}
