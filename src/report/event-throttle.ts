import type { RunEvent } from './reporter.ts';

/** Between two lines about the same stage or task: often enough to see life, seldom enough to read the log afterwards. */
const QUIET_MS = 5_000;

/**
 * Picks the events that a log without a cursor shows: a run of a thousand intervals goes through each stage a
 * thousand times. The first visit of a stage is shown, later ones at most every five seconds; the end of a stage is
 * shown when its start was. A task's progress is shown from its fifth second on.
 */
export class EventThrottle {
  readonly #nowMs: () => number;
  readonly #shownAtMs = new Map<string, number>();
  readonly #shownStages = new Set<string>();

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  admits(event: RunEvent): boolean {
    switch (event.tag) {
      case 'notice':
        return true;
      case 'stage-started':
        return this.#admitsStage(event.stage);
      case 'stage-finished':
        return this.#shownStages.delete(event.stage);
      case 'progress':
        return this.#admitsProgress(event.task);
      case 'progress-finished':
        this.#shownAtMs.delete(taskKey(event.task));
        return false;
    }
  }

  #admitsStage(stage: string): boolean {
    if (!this.#isDue(`stage ${stage}`, -Infinity)) return false;
    this.#shownStages.add(stage);
    return true;
  }

  #admitsProgress(task: string): boolean {
    return this.#isDue(taskKey(task), this.#nowMs());
  }

  /** `unseenAtMs` stands for the last showing of what was never shown. */
  #isDue(key: string, unseenAtMs: number): boolean {
    const now = this.#nowMs();
    const shownAt = this.#shownAtMs.get(key) ?? unseenAtMs;
    const due = now - shownAt >= QUIET_MS;
    this.#shownAtMs.set(key, due ? now : shownAt);
    return due;
  }
}

function taskKey(task: string): string {
  return `task ${task}`;
}
