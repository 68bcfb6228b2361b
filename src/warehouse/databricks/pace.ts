import { setTimeout as waitMs } from 'node:timers/promises';

/** Time and chance, as arguments of whoever waits. */
export interface Pace {
  /** Milliseconds on a clock that is never set; only differences mean something. */
  nowMs(): number;
  /** In [0, 1). */
  random(): number;
  /** Rejects when the signal aborts. */
  wait(durationMs: number, signal: AbortSignal): Promise<void>;
}

export const REAL_PACE: Pace = {
  nowMs: () => performance.now(),
  random: () => Math.random(),
  wait: (durationMs, signal) => waitMs(durationMs, undefined, { signal }),
};
