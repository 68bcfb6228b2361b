import type { Lsn } from './lsn.ts';

/** What a run has done up to a checkpoint: its entry in the history of runs, which stands beside the checkpoints. */
export interface RunRecord {
  /** Microseconds since 1970 UTC. */
  readonly startedAt: bigint;
  /** The checkpoint that the run began with; `undefined` for a pipeline's first. */
  readonly from: Lsn | undefined;
  readonly intervals: number;
  /** Changes received from the source. */
  readonly changes: number;
  readonly loadedRows: number;
  readonly insertedRows: number;
  readonly updatedRows: number;
  readonly deletedRows: number;
  readonly stagedBytes: number;
  /** Log that was pending when the run began; `undefined` where it was not known. */
  readonly lagBytes: number | undefined;
}
