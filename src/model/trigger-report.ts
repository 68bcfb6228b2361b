/** What started a run, and how punctual that was. */
export interface TriggerReport {
  /** `schedule`, `workflow_dispatch`, …: GitHub's name of the event. */
  readonly event: string;
  /** The cron line that was due; null for other events. */
  readonly cron: string | null;
  /** When it was due. ISO 8601, UTC; null: not scheduled. */
  readonly dueAt: string | null;
  readonly startedAt: string;
  readonly lateMs: number | null;
  /** Due times since the last run at which no run began; null: nobody knows when the last one began. */
  readonly skipped: number | null;
}
