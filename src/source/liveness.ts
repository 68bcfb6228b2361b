/** Waits between the requests for a sign of life while nothing arrives: short first, so that an idle drain ends at once. */
const REPLY_REQUEST_WAITS_MS = [5, 20, 100, 500, 1000] as const;

/** How long to wait, after so many unanswered requests, before asking the walsender again. */
export function replyRequestWaitMs(requestsSoFar: number): number {
  return REPLY_REQUEST_WAITS_MS[Math.min(requestsSoFar, REPLY_REQUEST_WAITS_MS.length - 1)] ?? 1000;
}

/** Silence after which a connection counts as dead, in ms: longer than any pause of a healthy walsender. */
const MIN_SILENCE_MS = 60_000;

/**
 * Whether a walsender that was asked for signs of life and gave none must be given up. Without this a half-dead
 * connection would keep a run waiting for ever.
 */
export function isSilentTooLong(silenceMs: number, walSenderTimeoutMs: number): boolean {
  return silenceMs > Math.max(MIN_SILENCE_MS, 2 * walSenderTimeoutMs);
}

/** How often to give a sign of life: at least three within the walsender's patience. */
export function statusIntervalMs(heartbeatIntervalMs: number, walSenderTimeoutMs: number): number {
  return walSenderTimeoutMs === 0
    ? heartbeatIntervalMs
    : Math.min(heartbeatIntervalMs, walSenderTimeoutMs / 4);
}
