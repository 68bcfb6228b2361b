import type { CheckpointStore } from '../checkpoint/checkpoint-store.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { Source } from '../source/source.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import type { RunRecorder } from './run-recorder.ts';

/** What the stages of one run work with once the target is open. */
export interface RunContext {
  readonly pipeline: Pipeline;
  readonly runId: string;
  readonly source: Source;
  readonly warehouse: Warehouse;
  readonly store: CheckpointStore;
  readonly recorder: RunRecorder;
  /** Local directory of this run, for files on their way to the staging area. */
  readonly workDirectory: string;
  /** Staged path that holds everything of this pipeline. */
  readonly stagedRoot: string;
  /** Milliseconds since 1970 UTC. */
  readonly nowMs: () => number;
  /**
   * Writes the checkpoint again, at the LSN it has, with what the tables have come to know since; call before a MERGE that
   * a later run must know of even if this one dies with it.
   */
  readonly checkpointAgain: () => Promise<void>;
  /** Give up what is not finished. */
  readonly abandon: AbortSignal;
}

export function nowMicroseconds(context: { readonly nowMs: () => number }): bigint {
  return BigInt(Math.trunc(context.nowMs() * 1000));
}
