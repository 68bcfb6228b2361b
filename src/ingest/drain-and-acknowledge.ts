import { acknowledge } from '../acknowledge.ts';
import { formatLsn, type Lsn, laterLsn, lsnDistance, ZERO_LSN } from '../model/lsn.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { RunStatus } from '../model/run-report.ts';
import type { SourceFacts } from '../model/source-facts.ts';
import type { Source, WalStream } from '../source/source.ts';
import { type CheckpointHint, formatCheckpointHint, HINT_PREFIX, selectionOf } from './checkpoint-hint.ts';
import { Drain, type DrainOutcome } from './drain.ts';
import { ageSeconds } from './lag.ts';
import type { OpenTarget } from './open-target.ts';
import type { RunRecorder } from './run-recorder.ts';
import type { SelectedTable } from './table-selection.ts';
import type { TableState } from './table-state.ts';

/** How a run that did not fail ended. */
export interface RunOutcome {
  readonly status: RunStatus;
  readonly notCaughtUp: string | undefined;
}

export interface DrainStory {
  readonly pipeline: Pipeline;
  readonly stop: AbortSignal;
  readonly abandon: AbortSignal;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly recorder: RunRecorder;
  readonly deadline: AbortSignal;
  readonly source: Source;
  readonly facts: SourceFacts;
  readonly selected: readonly SelectedTable[];
  /** Whether the target is opened before the log is looked into. */
  readonly opensFirst: boolean;
  /** Opens the target; `onSlotMade` is called in between, if it makes the pipeline's slot. */
  readonly open: (onSlotMade: () => Promise<void>) => Promise<OpenTarget>;
}

/**
 * Drains what is pending, and acknowledges what is durable: by interval while the drain goes on, and at its end up to
 * where nothing relevant was left.
 */
export async function drainAndAcknowledge(story: DrainStory): Promise<RunOutcome> {
  await using slot = new SlotHolder(story);
  // Held from before the first load on, which may take hours: another run that starts meanwhile finds it so, and leaves.
  if (story.facts.slot !== undefined) await slot.hold();
  const early = story.opensFirst ? await story.open(() => slot.hold()) : undefined;
  return await drainFrom(story, slot.stream, early);
}

/** The stream that a run holds its slot by: opened once, closed with the run. */
class SlotHolder implements AsyncDisposable {
  readonly #story: DrainStory;
  #stream: WalStream | undefined;

  constructor(story: DrainStory) {
    this.#story = story;
  }

  /** From the slot's confirmed LSN on. Throws SlotActiveSignal when another run was quicker. */
  async hold(): Promise<void> {
    const { source, facts } = this.#story;
    this.#stream ??= await source.openStream({
      startLsn: ZERO_LSN,
      walSenderTimeoutMs: facts.walSenderTimeoutMs,
    });
  }

  /** Throws TypeError before `hold`. */
  get stream(): WalStream {
    if (this.#stream === undefined) throw new TypeError('the slot is not held');
    return this.#stream;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#stream?.[Symbol.asyncDispose]();
  }
}

async function drainFrom(
  story: DrainStory,
  stream: WalStream,
  early: OpenTarget | undefined,
): Promise<RunOutcome> {
  const { pipeline, recorder, source, facts } = story;
  const selection = selectionOf(pipeline, facts, story.selected);
  const startLsn = early?.progress.lsn ?? ZERO_LSN;
  const work = new Drain({
    pipeline,
    stream,
    recorder,
    selected: new Set(story.selected.map(({ source: { oid } }) => oid)),
    startLsn: laterLsn(startLsn, facts.slot?.confirmedFlushLsn ?? startLsn),
    drainTarget: facts.flushLsn,
    target: early,
    openTarget: () => story.open(async () => undefined),
    mustOpen: (hint, drainedTo) =>
      !isCurrent(hint, selection, facts) || isRetainingTooMuch(pipeline, facts, drainedTo),
    stop: AbortSignal.any([story.stop, story.deadline]),
    abandon: story.abandon,
  });
  const outcome = await recorder.stage('drain', `slot ${pipeline.source.slotName}`, () => work.run());
  recorder.lagBefore({ seconds: ageSeconds(work.oldestCommitAt, story.now()) });
  const { target } = outcome;
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
  const look = await source.readSlot();
  recorder.slotSeen(look);
  const position = target?.progress.lsn ?? facts.slot?.confirmedFlushLsn ?? ZERO_LSN;
  recorder.lagAfter({
    bytes: lsnDistance(laterLsn(position, outcome.drainedTo), look.flushLsn),
    seconds: outcome.reachedTarget ? 0 : ageSeconds(work.oldestCommitAt, story.now()),
  });
  if (target !== undefined) await leaveHint(story, target, selection);
  return outcomeOf(story, outcome);
}

/** For the next run. Failing to leave it costs that run a look at the target, nothing else. */
async function leaveHint(
  { pipeline, source, recorder }: DrainStory,
  target: OpenTarget,
  selection: string,
): Promise<void> {
  const isSettled = [...target.tables.values()].every(
    (table) => !isWaitingForRun(table) && table.plan.loadReason === undefined,
  );
  if (!isSettled) return;
  try {
    await source.emitMessage(
      HINT_PREFIX,
      formatCheckpointHint(pipeline, { selection, lsn: target.progress.lsn }),
    );
  } catch {
    recorder.notice(
      `No logical message could be written for the next run, which will look at the target even if nothing has changed. ${pipeline.source.username} needs EXECUTE on pg_logical_emit_message(boolean, text, text).`,
    );
  }
}

/** Whether the last run left word of a checkpoint that has what this run selects, and the slot has not been moved since. */
function isCurrent(hint: CheckpointHint | undefined, selection: string, { slot }: SourceFacts): boolean {
  return hint?.selection === selection && (slot?.confirmedFlushLsn ?? ZERO_LSN) <= hint.lsn;
}

function outcomeOf({ stop, recorder }: DrainStory, outcome: DrainOutcome): RunOutcome {
  const waiting = [...(outcome.target?.tables.values() ?? [])].filter(isWaitingForRun);
  if (outcome.reachedTarget && waiting.length > 0) {
    const names = waiting.map(({ displayName }) => displayName).join(', ');
    return {
      status: 'stopped',
      notCaughtUp: `not loaded to the end: ${names}; the next run goes on with it`,
    };
  }
  if (outcome.reachedTarget) {
    return { status: recorder.hasMoved ? 'done' : 'nothing-to-do', notCaughtUp: undefined };
  }
  const why = stop.aborted ? 'the run was stopped' : 'max-duration was reached';
  return { status: 'stopped', notCaughtUp: `${why}; the next run goes on from the checkpoint` };
}

/** Whether the next run has rows of the table to load. */
function isWaitingForRun({ snapshot }: TableState): boolean {
  return snapshot.tag === 'pending' || (snapshot.tag === 'loading' && snapshot.by === 'run');
}

/** Whether the slot retains so much log that a checkpoint is worth writing only to let go of it. */
function isRetainingTooMuch(pipeline: Pipeline, { slot }: SourceFacts, drainedTo: Lsn): boolean {
  const confirmed = slot?.confirmedFlushLsn;
  return confirmed !== undefined && lsnDistance(confirmed, drainedTo) > pipeline.source.maxRetainedWalBytes;
}
