/** Counts statements, and the time in which at least one was under way. */
export class UsageMeter {
  readonly #nowMs: () => number;
  #statements = 0;
  #underWay = 0;
  #busySinceMs = 0;
  #busyMs = 0;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  get statements(): number {
    return this.#statements;
  }

  get busyMs(): number {
    return this.#busyMs + (this.#underWay > 0 ? this.#nowMs() - this.#busySinceMs : 0);
  }

  begin(): void {
    this.#statements += 1;
    if (this.#underWay === 0) this.#busySinceMs = this.#nowMs();
    this.#underWay += 1;
  }

  end(): void {
    this.#underWay -= 1;
    if (this.#underWay === 0) this.#busyMs += this.#nowMs() - this.#busySinceMs;
  }
}
