import type { TriggerReport } from '../model/trigger-report.ts';
import { type Cron, dueTimesBetween, parseCron, previousDue } from './cron.ts';

/** What the door knows of what started it. */
export interface TriggerInput {
  /** GitHub's name of the event: `schedule`, `workflow_dispatch`. */
  readonly event: string;
  /** The line of the workflow's `schedule` that fired; `undefined` for other events. */
  readonly cron: string | undefined;
  /** IANA name; `undefined`: the workflow names none, which means UTC. */
  readonly timezone: string | undefined;
  /** When the workflow's run began. Milliseconds since 1970 UTC. */
  readonly startedAtMs: number;
  /** When the one before it began, idle or not; `undefined`: the door may not look. */
  readonly previousRunStartedAtMs: number | undefined;
}

export interface TriggerReportOptions extends TriggerInput {
  /** When the last run began that moved the checkpoint: idle ones may have been since. `undefined`: not known either. */
  readonly previousBusyRunStartedAtMs: number | undefined;
}

/**
 * How punctual a run is. GitHub does not say for which due time it starts a run, so it counts for the first one that no run
 * has answered yet; where nobody knows of the run before, for the last one, and the lateness is the least it can be.
 */
export function triggerReport(options: TriggerReportOptions): TriggerReport {
  const cron = options.event === 'schedule' ? (options.cron ?? null) : null;
  const parsed = cron === null ? undefined : parseCron(cron, options.timezone);
  const { dueAtMs, skipped } =
    parsed?.tag === 'cron' ? answeredDueTime(parsed, options) : { dueAtMs: undefined, skipped: undefined };
  return {
    event: options.event,
    cron,
    dueAt: dueAtMs === undefined ? null : new Date(dueAtMs).toISOString(),
    startedAt: new Date(options.startedAtMs).toISOString(),
    lateMs: dueAtMs === undefined ? null : options.startedAtMs - dueAtMs,
    skipped: skipped ?? null,
  };
}

interface DueTime {
  readonly dueAtMs: number | undefined;
  readonly skipped: number | undefined;
}

function answeredDueTime(cron: Cron, options: TriggerReportOptions): DueTime {
  const { startedAtMs, previousRunStartedAtMs, previousBusyRunStartedAtMs } = options;
  const lastDue = previousDue(cron, startedAtMs);
  if (previousRunStartedAtMs !== undefined) {
    const [first, ...later] = dueTimesBetween(cron, previousRunStartedAtMs, startedAtMs);
    return { dueAtMs: first ?? lastDue, skipped: later.length };
  }
  // Since a busy run there may have been idle ones: only that there was nothing to skip is certain.
  const isCertain =
    previousBusyRunStartedAtMs !== undefined &&
    dueTimesBetween(cron, previousBusyRunStartedAtMs, startedAtMs).length <= 1;
  return { dueAtMs: lastDue, skipped: isCertain ? 0 : undefined };
}
