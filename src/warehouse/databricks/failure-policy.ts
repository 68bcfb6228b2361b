import type { ErrorCode } from '../../model/ingest-error.ts';
import type { Patience } from './back-off.ts';

/** What went wrong, in the terms that decide what happens next. */
export type FailureKind =
  /** 429 or 503: the service did not take the request. */
  | 'refused'
  /** No connection was made. */
  | 'unreachable'
  /** No such host name. */
  | 'host-unknown'
  /** The host's certificate is not trusted. */
  | 'certificate'
  /** The warehouse took the session, and is still starting. */
  | 'starting'
  /** The warehouse is stopped, and does not start by itself. */
  | 'stopped'
  /** The server no longer knows the session. */
  | 'session-lost'
  /** The server no longer knows the statement; whether it had its effect, nobody says. */
  | 'statement-lost'
  /** The request may have arrived, its answer did not: reset, time-out, 500, 502, 504. */
  | 'answer-lost'
  /** The token was refused. */
  | 'unauthenticated'
  /** 403: the token is good, and may not use the warehouse. */
  | 'forbidden'
  /** 403: the workspace's IP access list. */
  | 'address-blocked'
  /** No such warehouse: wrong path, or deleted. */
  | 'warehouse-missing'
  /** Another transaction changed the same rows, or the table itself. */
  | 'conflict'
  /** The service says that it passes. */
  | 'passing'
  /** A privilege on a catalog, schema, table or volume is missing. */
  | 'permission'
  /** No such catalog, schema or table. */
  | 'object-missing'
  /** The object is not the table that it was. */
  | 'object-changed'
  /** No such staged files. */
  | 'files-missing'
  | 'quota'
  /** Longer than STATEMENT_TIMEOUT. */
  | 'timeout'
  /** Somebody, or the stopping warehouse, cancelled it. */
  | 'cancelled'
  /** Raised by our own SQL: another run has taken over. */
  | 'fenced'
  /** Raised by our own SQL: unchanged values are nowhere in the target. */
  | 'unresolved'
  /** Everything else: the statement is wrong. */
  | 'rejected';

export interface FailurePolicy {
  readonly again: 'never' | 'same-session' | 'new-session';
  /** Whether a statement that was being sent may have had its effect. */
  readonly effect: 'none' | 'unknown';
  readonly patience: Patience;
  /** What it is called when it is given up. */
  readonly code: ErrorCode;
}

/** A pro or classic warehouse starts in some four minutes. */
const START: Patience = {
  firstMs: 2000,
  longestMs: 30_000,
  jitter: 0,
  maxRepetitions: Number.POSITIVE_INFINITY,
  limitMs: 600_000,
};
/** What passes within minutes, or does not. */
const BLIP: Patience = {
  firstMs: 1000,
  longestMs: 30_000,
  jitter: 0.5,
  maxRepetitions: 8,
  limitMs: 300_000,
};
/** A misspelt host should be told soon. */
const DOUBT: Patience = { ...BLIP, maxRepetitions: 3 };
/** Counted in tries, because a MERGE may take long before it meets another one again. */
const CONFLICT: Patience = {
  firstMs: 500,
  longestMs: 20_000,
  jitter: 0.5,
  maxRepetitions: 7,
  limitMs: Number.POSITIVE_INFINITY,
};
/** With a new token. */
const ONCE: Patience = {
  firstMs: 0,
  longestMs: 0,
  jitter: 0,
  maxRepetitions: 1,
  limitMs: Number.POSITIVE_INFINITY,
};
const NEVER: Patience = { ...ONCE, maxRepetitions: 0 };

/** What a failure of each kind means: whether to go on, how, and what the error is in the end. */
export const FAILURE_POLICIES: Readonly<Record<FailureKind, FailurePolicy>> = {
  refused: { again: 'same-session', effect: 'none', patience: START, code: 'target-unavailable' },
  unreachable: { again: 'same-session', effect: 'none', patience: BLIP, code: 'target-unavailable' },
  'host-unknown': { again: 'same-session', effect: 'none', patience: DOUBT, code: 'target-unavailable' },
  certificate: { again: 'never', effect: 'none', patience: NEVER, code: 'target-unavailable' },
  starting: { again: 'new-session', effect: 'none', patience: START, code: 'target-unavailable' },
  stopped: { again: 'new-session', effect: 'none', patience: START, code: 'target-unavailable' },
  'session-lost': { again: 'new-session', effect: 'none', patience: BLIP, code: 'target-unavailable' },
  'statement-lost': { again: 'new-session', effect: 'unknown', patience: BLIP, code: 'target-unavailable' },
  'answer-lost': { again: 'same-session', effect: 'unknown', patience: BLIP, code: 'target-unavailable' },
  unauthenticated: {
    again: 'same-session',
    effect: 'none',
    patience: ONCE,
    code: 'target-authentication-failed',
  },
  forbidden: { again: 'never', effect: 'none', patience: NEVER, code: 'target-permission-denied' },
  'address-blocked': { again: 'never', effect: 'none', patience: NEVER, code: 'target-permission-denied' },
  'warehouse-missing': { again: 'never', effect: 'none', patience: NEVER, code: 'target-unavailable' },
  conflict: { again: 'same-session', effect: 'none', patience: CONFLICT, code: 'target-conflict' },
  passing: { again: 'same-session', effect: 'unknown', patience: BLIP, code: 'target-unavailable' },
  permission: { again: 'never', effect: 'none', patience: NEVER, code: 'target-permission-denied' },
  'object-missing': { again: 'never', effect: 'none', patience: NEVER, code: 'target-table-mismatch' },
  'object-changed': { again: 'never', effect: 'none', patience: NEVER, code: 'target-table-mismatch' },
  'files-missing': { again: 'never', effect: 'none', patience: NEVER, code: 'staging-failed' },
  quota: { again: 'never', effect: 'none', patience: NEVER, code: 'target-quota-exceeded' },
  timeout: { again: 'never', effect: 'none', patience: NEVER, code: 'target-timeout' },
  cancelled: { again: 'never', effect: 'none', patience: NEVER, code: 'target-unavailable' },
  fenced: { again: 'never', effect: 'none', patience: NEVER, code: 'checkpoint-fenced' },
  unresolved: { again: 'never', effect: 'none', patience: NEVER, code: 'target-query-failed' },
  rejected: { again: 'never', effect: 'none', patience: NEVER, code: 'target-query-failed' },
};
