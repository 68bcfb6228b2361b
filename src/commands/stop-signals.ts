/** After the first signal a run may use this long to reach a commit boundary. */
const ABANDON_AFTER_MS = 5_000;
/** Then so long to let go of what it holds; what hangs after that is left behind. */
const EXPIRE_AFTER_MS = 6_500;

/**
 * What a run is told when the process is told to end.
 *
 * ```
 *   running ──signal──► stopping ──5 s──► abandoning ──1.5 s──► expired
 *                          └────signal────────┴──► exit at once
 * ```
 *
 * GitHub gives a cancelled step 7.5 seconds from SIGINT to SIGTERM. Any end is safe at any time, a clean one only
 * saves work; so a server that never answers is not waited for.
 */
export class StopSignals implements Disposable {
  readonly #stop = new AbortController();
  readonly #abandon = new AbortController();
  readonly #expire = new AbortController();
  #timers: readonly NodeJS.Timeout[] = [];

  /** End cleanly at the next commit boundary. */
  get stop(): AbortSignal {
    return this.#stop.signal;
  }

  /** Drop the interval under way now. */
  get abandon(): AbortSignal {
    return this.#abandon.signal;
  }

  /** Wait for nothing any more. */
  get expire(): AbortSignal {
    return this.#expire.signal;
  }

  /** Takes a signal from outside, and says what the process has to do about it. */
  receive(): 'wait' | 'exit' {
    if (this.#stop.signal.aborted) return 'exit';
    this.#stop.abort();
    this.#timers = [
      setTimeout(() => this.#abandon.abort(), ABANDON_AFTER_MS),
      setTimeout(() => this.#expire.abort(), EXPIRE_AFTER_MS),
    ];
    return 'wait';
  }

  [Symbol.dispose](): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }
}
