/** How long to go on trying, and how long to wait between tries. */
export interface Patience {
  /** The first wait; each further one is twice as long. */
  readonly firstMs: number;
  /** No wait is longer, but for one that the server asks for. */
  readonly longestMs: number;
  /** Which part of a wait is left to chance, so that runs that met each other do not meet again. */
  readonly jitter: number;
  /** Tries after the first one. */
  readonly maxRepetitions: number;
  /** Since the first failure. */
  readonly limitMs: number;
}

/** What has failed for the same reason so far. */
export interface FailureStreak {
  readonly failures: number;
  readonly sinceMs: number;
}

/** A server that asks for a longer wait is asked sooner nevertheless. */
const LONGEST_REQUESTED_MS = 5 * 60_000;

/**
 * How long to wait before the next try, or `undefined` when patience is at its end. `streak` counts the failure that
 * has just happened; `random` lies in [0, 1). A wait that the server asked for is never cut short by chance.
 */
export function nextWaitMs(
  patience: Patience,
  streak: FailureStreak,
  now: { readonly nowMs: number; readonly random: number; readonly retryAfterMs: number | undefined },
): number | undefined {
  if (streak.failures > patience.maxRepetitions) return undefined;
  const doubled = Math.min(patience.longestMs, patience.firstMs * 2 ** (streak.failures - 1));
  const backOffMs = Math.round(doubled * (1 - patience.jitter * now.random));
  const waitMs = Math.max(backOffMs, Math.min(now.retryAfterMs ?? 0, LONGEST_REQUESTED_MS));
  return now.nowMs + waitMs - streak.sinceMs > patience.limitMs ? undefined : waitMs;
}
