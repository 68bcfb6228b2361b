/** One run that moved a pipeline's checkpoint, as the history beside the checkpoints tells it. Idle runs leave no entry. */
export interface RunHistoryEntry {
  readonly runId: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** When it last wrote its checkpoint. ISO 8601, UTC. */
  readonly updatedAt: string;
  /** LSNs as text; `from` is null for a pipeline's first run. */
  readonly from: string | null;
  readonly to: string;
  readonly intervals: number;
  readonly changes: number;
  readonly loadedRows: number;
  readonly insertedRows: number;
  readonly updatedRows: number;
  readonly deletedRows: number;
  readonly stagedBytes: number;
  /** Log that was pending when the run began; null: not known. */
  readonly lagBytes: number | null;
}
