import { describe, expect, it } from 'vitest';
import { ERROR_CODES, type ErrorCode } from '../../../src/model/ingest-error.ts';
import { FAILURE_POLICIES, type FailureKind } from '../../../src/warehouse/databricks/failure-policy.ts';
import {
  asksAgain,
  FailureStreaks,
  type NextStep,
  nextStep,
  type StatementPhase,
} from '../../../src/warehouse/databricks/next-step.ts';
import type { StatementFailure } from '../../../src/warehouse/databricks/statement-failure.ts';
import type { Repetition } from '../../../src/warehouse/warehouse.ts';

interface Meaning {
  /** What happens to a statement that failed so while it was sent, if it may and if it may not be repeated. */
  readonly harmless: 'same' | 'new' | 'give-up';
  readonly harmful: 'same' | 'new' | 'give-up';
  readonly code: ErrorCode;
}

/** The specification: what every failure of a statement that was being sent means. */
const MEANINGS: Readonly<Record<FailureKind, Meaning>> = {
  refused: { harmless: 'same', harmful: 'same', code: 'target-unavailable' },
  unreachable: { harmless: 'same', harmful: 'same', code: 'target-unavailable' },
  'host-unknown': { harmless: 'same', harmful: 'same', code: 'target-unavailable' },
  certificate: { harmless: 'give-up', harmful: 'give-up', code: 'target-unavailable' },
  starting: { harmless: 'new', harmful: 'new', code: 'target-unavailable' },
  stopped: { harmless: 'new', harmful: 'new', code: 'target-unavailable' },
  'session-lost': { harmless: 'new', harmful: 'new', code: 'target-unavailable' },
  'statement-lost': { harmless: 'new', harmful: 'give-up', code: 'target-unavailable' },
  'answer-lost': { harmless: 'same', harmful: 'give-up', code: 'target-unavailable' },
  unauthenticated: { harmless: 'same', harmful: 'same', code: 'target-authentication-failed' },
  forbidden: { harmless: 'give-up', harmful: 'give-up', code: 'target-permission-denied' },
  'address-blocked': { harmless: 'give-up', harmful: 'give-up', code: 'target-permission-denied' },
  'warehouse-missing': { harmless: 'give-up', harmful: 'give-up', code: 'target-unavailable' },
  conflict: { harmless: 'same', harmful: 'same', code: 'target-conflict' },
  passing: { harmless: 'same', harmful: 'give-up', code: 'target-unavailable' },
  permission: { harmless: 'give-up', harmful: 'give-up', code: 'target-permission-denied' },
  'object-missing': { harmless: 'give-up', harmful: 'give-up', code: 'target-table-mismatch' },
  'object-changed': { harmless: 'give-up', harmful: 'give-up', code: 'target-table-mismatch' },
  'files-missing': { harmless: 'give-up', harmful: 'give-up', code: 'staging-failed' },
  quota: { harmless: 'give-up', harmful: 'give-up', code: 'target-quota-exceeded' },
  timeout: { harmless: 'give-up', harmful: 'give-up', code: 'target-timeout' },
  cancelled: { harmless: 'give-up', harmful: 'give-up', code: 'target-unavailable' },
  fenced: { harmless: 'give-up', harmful: 'give-up', code: 'checkpoint-fenced' },
  unresolved: { harmless: 'give-up', harmful: 'give-up', code: 'target-query-failed' },
  rejected: { harmless: 'give-up', harmful: 'give-up', code: 'target-query-failed' },
};

/** `Object.entries` forgets the type of the keys. */
const KINDS: readonly FailureKind[] = [
  ...new Set(Object.keys(MEANINGS).flatMap((name) => (isKind(name) ? [name] : []))),
];

function isKind(name: string): name is FailureKind {
  return name in FAILURE_POLICIES;
}

function failure(kind: FailureKind, isVerdict = false): StatementFailure {
  return {
    kind,
    isVerdict,
    text: '',
    condition: undefined,
    sqlState: undefined,
    httpStatus: undefined,
    networkCode: undefined,
    retryAfterMs: undefined,
  };
}

function step(
  failed: StatementFailure,
  phase: StatementPhase,
  repetition: Repetition,
  failures = 1,
): NextStep {
  return nextStep({
    failure: failed,
    phase,
    repetition,
    streak: { failures, sinceMs: 0 },
    nowMs: 0,
    random: 0,
  });
}

function wayOf(decided: NextStep): string {
  return decided.tag === 'again' ? decided.session : decided.tag;
}

describe('what a failure means', () => {
  it.each(KINDS)('%s, while a statement was sent', (kind) => {
    const meaning = MEANINGS[kind];
    expect(wayOf(step(failure(kind), 'send', 'harmless'))).toBe(meaning.harmless);
    expect(wayOf(step(failure(kind), 'send', 'harmful'))).toBe(meaning.harmful);
    expect(FAILURE_POLICIES[kind].code).toBe(meaning.code);
    expect(ERROR_CODES).toHaveProperty(meaning.code);
  });

  it.each(KINDS)('%s, after the warehouse has taken a statement, sends nothing harmful again', (kind) => {
    expect(step(failure(kind), 'wait', 'harmful')).toEqual({ tag: 'give-up', effect: 'unknown' });
    expect(step(failure(kind), 'fetch', 'harmful')).toEqual({ tag: 'give-up', effect: 'unknown' });
  });

  it('sends a statement again that failed by a conflict, whatever it is: it had no effect', () => {
    expect(wayOf(step(failure('conflict', true), 'wait', 'harmful'))).toBe('same');
  });

  it('asks again for the state of a statement only where the question itself was lost', () => {
    const asked = KINDS.filter((kind) => asksAgain(failure(kind), 'wait'));
    expect(asked).toEqual(['refused', 'unreachable', 'host-unknown', 'answer-lost', 'unauthenticated']);
    expect(KINDS.filter((kind) => asksAgain(failure(kind), 'send'))).toEqual([]);
    expect(KINDS.filter((kind) => asksAgain(failure(kind, true), 'wait'))).toEqual([]);
  });

  it('comes to an end for every kind', () => {
    for (const kind of KINDS) {
      const late = nextStep({
        failure: failure(kind),
        phase: 'open',
        repetition: 'harmless',
        streak: { failures: 100, sinceMs: 0 },
        nowMs: 3_600_000,
        random: 0.5,
      });
      expect(late, kind).toEqual({ tag: 'give-up', effect: 'none' });
    }
  });

  it('tries once with a new token, and no more', () => {
    expect(step(failure('unauthenticated'), 'send', 'harmful', 1)).toMatchObject({ tag: 'again', waitMs: 0 });
    expect(wayOf(step(failure('unauthenticated'), 'send', 'harmful', 2))).toBe('give-up');
  });

  it('counts conflicts apart from a slow start', () => {
    const streaks = new FailureStreaks({ nowMs: () => 0, random: () => 0 });
    const waitAfter = (kind: FailureKind): unknown => streaks.nextStep(failure(kind), 'send', 'harmless');
    expect(waitAfter('starting')).toMatchObject({ waitMs: 2000 });
    expect(waitAfter('refused')).toMatchObject({ waitMs: 4000 });
    expect(waitAfter('conflict')).toMatchObject({ waitMs: 500 });
    streaks.clear();
    expect(waitAfter('starting')).toMatchObject({ waitMs: 2000 });
  });
});
