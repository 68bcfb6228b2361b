/**
 * How long a job may wait for GitHub in all, limits, repetitions and unanswered calls together: a runner's minutes are paid
 * for, and words about a run are not worth more than one of them.
 */
export class WaitBudget {
  #leftMs: number;

  constructor(totalMs: number) {
    this.#leftMs = totalMs;
  }

  /** Whether a wait fits in; if so, it is taken out. */
  takes(waitMs: number): boolean {
    if (!this.has(waitMs)) return false;
    this.#leftMs -= waitMs;
    return true;
  }

  get isSpent(): boolean {
    return this.#leftMs <= 0;
  }

  /** Takes out what was waited in vain. */
  spend(waitedMs: number): void {
    this.#leftMs = Math.max(0, this.#leftMs - waitedMs);
  }

  /** Whether a wait would fit in. */
  has(waitMs: number): boolean {
    return waitMs <= this.#leftMs;
  }
}
