import { acknowledge } from '../acknowledge.ts';
import { formatLsn, type Lsn, laterLsn, lsnDistance, ZERO_LSN } from '../model/lsn.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { RunStatus } from '../model/run-report.ts';
import type { SourceFacts } from '../model/source-facts.ts';
import type { Source } from '../source/source.ts';
import { Drain, type DrainOutcome } from './drain.ts';
import { ageSeconds } from './lag.ts';
import type { OpenTarget } from './open-target.ts';
import type { RunRecorder } from './run-recorder.ts';
import type { SelectedTable } from './table-selection.ts';

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
  readonly early: OpenTarget | undefined;
  readonly open: () => Promise<OpenTarget>;
}

/**
 * Drains what is pending, and acknowledges what is durable: by interval while the drain goes on, and at its end up to
 * where nothing relevant was left.
 */
export async function drainAndAcknowledge(story: DrainStory): Promise<RunOutcome> {
  const { pipeline, recorder, source, facts } = story;
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
    stop: AbortSignal.any([story.stop, story.deadline]),
    abandon: story.abandon,
  });
  const outcome = await recorder.stage('drain', `slot ${pipeline.source.slotName}`, () => work.run());
  recorder.lagBefore({ seconds: ageSeconds(work.oldestCommitAt, story.now()) });
  const target =
    outcome.target ?? (isRetainingTooMuch(pipeline, facts, outcome) ? await story.open() : undefined);
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
    seconds: outcome.reachedTarget ? 0 : ageSeconds(work.oldestCommitAt, story.now()),
  });
  return outcomeOf(story, outcome);
}

function outcomeOf({ stop, recorder }: DrainStory, outcome: DrainOutcome): RunOutcome {
  if (outcome.reachedTarget) {
    return { status: recorder.hasMoved ? 'done' : 'nothing-to-do', notCaughtUp: undefined };
  }
  const why = stop.aborted ? 'the run was stopped' : 'max-duration was reached';
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
