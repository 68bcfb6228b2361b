import { setTimeout } from 'node:timers/promises';

/** For a call that ends by itself soon after it was cancelled, and says how. */
export const GRACE_MS = 5000;

/**
 * A call that cannot be cancelled, as one that can be given up: once the signal is aborted, it has `graceMs` left to end
 * by itself, then this rejects with the signal's reason. What comes of the call later goes to `onLate`.
 */
export async function unlessGivenUp<T>(
  call: Promise<T>,
  signal: AbortSignal,
  { graceMs, onLate = () => undefined }: { readonly graceMs: number; readonly onLate?: (value: T) => void },
): Promise<T> {
  const settled = new AbortController();
  let isLate = false;
  const given = givenUp(signal, graceMs, settled.signal);
  // Whoever loses the race must not be an unhandled rejection.
  given.catch(() => undefined);
  call.then(
    (value) => {
      if (isLate) onLate(value);
    },
    () => undefined,
  );
  try {
    return await Promise.race([call, given]);
  } catch (error) {
    isLate = true;
    throw error;
  } finally {
    settled.abort();
  }
}

async function givenUp(signal: AbortSignal, graceMs: number, settled: AbortSignal): Promise<never> {
  await aborted(signal, settled);
  if (graceMs > 0) await setTimeout(graceMs, undefined, { signal: settled });
  throw signal.reason;
}

function aborted(signal: AbortSignal, settled: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true, signal: settled });
  });
}
