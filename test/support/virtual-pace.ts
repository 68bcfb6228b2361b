import type { Pace } from '../../src/warehouse/databricks/pace.ts';

export interface VirtualPace extends Pace {
  /** The waits so far, in milliseconds. */
  readonly waits: readonly number[];
  /** Lets time pass. */
  pass(durationMs: number): void;
}

/** Waits take no time, are written down, and are never shortened by chance. */
export function virtualPace(): VirtualPace {
  const waits: number[] = [];
  let nowMs = 0;
  return {
    waits,
    pass: (durationMs) => {
      nowMs += durationMs;
    },
    nowMs: () => nowMs,
    random: () => 0,
    wait: async (durationMs, signal) => {
      waits.push(durationMs);
      nowMs += durationMs;
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
    },
  };
}
