import type { Repetition } from '../warehouse.ts';
import { type FailureStreak, nextWaitMs, type Patience } from './back-off.ts';
import { FAILURE_POLICIES, type FailureKind } from './failure-policy.ts';
import type { Pace } from './pace.ts';
import type { StatementFailure } from './statement-failure.ts';

/**
 * How far it had come: opening a session; sending a statement; waiting for a statement that the warehouse has taken;
 * fetching the rows of one that is done.
 */
export type StatementPhase = 'open' | 'send' | 'wait' | 'fetch';

export type NextStep =
  | { readonly tag: 'again'; readonly session: 'same' | 'new'; readonly waitMs: number }
  /** `effect`: whether the statement may have had its effect nevertheless. */
  | { readonly tag: 'give-up'; readonly effect: 'none' | 'unknown' };

/** Asking for a statement's state says the same however often: these say nothing of the statement itself. */
const ASKED_AGAIN: ReadonlySet<FailureKind> = new Set([
  'refused',
  'unreachable',
  'host-unknown',
  'answer-lost',
  'unauthenticated',
]);

/** What to do about a failure: the one place that decides it. */
export function nextStep(situation: {
  readonly failure: StatementFailure;
  readonly phase: StatementPhase;
  readonly repetition: Repetition;
  readonly streak: FailureStreak;
  readonly nowMs: number;
  readonly random: number;
}): NextStep {
  const { failure, phase, repetition, streak, nowMs, random } = situation;
  const policy = FAILURE_POLICIES[failure.kind];
  const effect = effectOf(failure, phase);
  const mayRepeat = effect === 'none' || repetition === 'harmless';
  const waitMs = nextWaitMs(policy.patience, streak, { nowMs, random, retryAfterMs: failure.retryAfterMs });
  if (policy.again === 'never' || !mayRepeat || waitMs === undefined) return { tag: 'give-up', effect };
  return { tag: 'again', session: policy.again === 'new-session' ? 'new' : 'same', waitMs };
}

/** Whether only the question for the statement's state has failed: it is asked again, the statement is not sent again. */
export function asksAgain(failure: StatementFailure, phase: StatementPhase): boolean {
  return phase === 'wait' && !failure.isVerdict && ASKED_AGAIN.has(failure.kind);
}

/** A verdict of the warehouse's means no effect, save where even that says nothing certain. */
function effectOf(failure: StatementFailure, phase: StatementPhase): 'none' | 'unknown' {
  if (phase === 'open') return 'none';
  if (phase === 'send' || failure.isVerdict) return FAILURE_POLICIES[failure.kind].effect;
  return 'unknown';
}

/**
 * The failures of one statement so far, counted by the patience that they are met with, so that a conflict does not use
 * up what a slow start needs. Mutable.
 */
export class FailureStreaks {
  readonly #streaks = new Map<Patience, FailureStreak>();
  readonly #pace: Pick<Pace, 'nowMs' | 'random'>;

  constructor(pace: Pick<Pace, 'nowMs' | 'random'>) {
    this.#pace = pace;
  }

  /** Counts one more failure, and decides what to do about it. */
  nextStep(failure: StatementFailure, phase: StatementPhase, repetition: Repetition): NextStep {
    const { patience } = FAILURE_POLICIES[failure.kind];
    const nowMs = this.#pace.nowMs();
    const before = this.#streaks.get(patience);
    const streak = { failures: (before?.failures ?? 0) + 1, sinceMs: before?.sinceMs ?? nowMs };
    this.#streaks.set(patience, streak);
    return nextStep({ failure, phase, repetition, streak, nowMs, random: this.#pace.random() });
  }

  /** What comes is no longer the same trouble. */
  clear(): void {
    this.#streaks.clear();
  }
}
