import { FENCED_TEXT, UNRESOLVED_TEXT } from '../../model/dialect.ts';
import type { FailureKind } from './failure-policy.ts';
import { readThrownValue, type ThrownValue } from './thrown-value.ts';

/** Why a statement, or the opening of a session, failed. */
export interface StatementFailure {
  readonly kind: FailureKind;
  /** Whether the statement itself failed on the warehouse, and so had no effect. */
  readonly isVerdict: boolean;
  /** Everything that was said. May quote rows and SQL: for recognising, never for printing. */
  readonly text: string;
  /** `DELTA_CONCURRENT_APPEND`, `TABLE_OR_VIEW_NOT_FOUND`. */
  readonly condition: string | undefined;
  readonly sqlState: string | undefined;
  readonly httpStatus: number | undefined;
  readonly networkCode: string | undefined;
  readonly retryAfterMs: number | undefined;
}

/** Anything that was thrown, as a failure; `body` is the text of the HTTP answer, if there was one. Never throws. */
export function readStatementFailure(thrown: unknown, body?: string): StatementFailure {
  const value = readThrownValue(thrown, body);
  const facts: Facts = {
    ...value,
    condition: conditionOf(value.text),
    sqlState: value.sqlState ?? sqlStateOf(value.text),
  };
  return {
    kind: kindOf(facts),
    isVerdict: value.statementState !== undefined,
    text: value.text,
    condition: facts.condition,
    sqlState: facts.sqlState,
    httpStatus: value.httpStatus,
    networkCode: value.networkCode,
    retryAfterMs: value.retryAfterMs,
  };
}

interface Facts extends ThrownValue {
  readonly condition: string | undefined;
}

interface Rule {
  readonly kind: FailureKind;
  matches(facts: Facts): boolean;
}

function kindOf(facts: Facts): FailureKind {
  const rules = facts.statementState === undefined ? [...SERVICE_RULES, ...SQL_RULES] : SQL_RULES;
  return rules.find((rule) => rule.matches(facts))?.kind ?? 'rejected';
}

/**
 * What stands before a statement: the network, HTTP, the session, the warehouse. The first rule that fits counts.
 * Texts are looked at only where the server gives nothing else, and never those of an executed statement, which may
 * quote anything.
 */
const SERVICE_RULES: readonly Rule[] = [
  networkRule('host-unknown', /^ENOTFOUND$/),
  networkRule('unreachable', /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|EPROTO)$/),
  networkRule('certificate', /CERT|^ERR_TLS_|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/),
  networkRule('answer-lost', /^(E[A-Z]+|ERR_STREAM_PREMATURE_CLOSE)$/),
  // A pro or classic warehouse takes sessions while it starts, and rejects what comes next.
  serviceTextRule('starting', /has not been initialized or had already closed/i),
  serviceTextRule('starting', /could(n't| not) create directory \S*_resources/i),
  serviceTextRule('stopped', /cannot create the resource/i),
  serviceTextRule('session-lost', /invalid session ?handle|session was closed or has expired/i),
  serviceTextRule('statement-lost', /invalid operation ?handle/i),
  serviceTextRule('warehouse-missing', /RESOURCE_DOES_NOT_EXIST|ENDPOINT_NOT_FOUND/),
  serviceTextRule(
    'warehouse-missing',
    /\b(warehouse|endpoint)\b.{0,80}\b(does not exist|was deleted|not found)/i,
  ),
  httpRule('unauthenticated', [401]),
  {
    kind: 'unauthenticated',
    matches: ({ httpStatus, text }) =>
      httpStatus === 403 &&
      /\b(invalid|expired)\b.{0,20}\btoken\b|\btoken\b.{0,20}\b(invalid|expired)\b/i.test(text),
  },
  {
    kind: 'address-blocked',
    matches: ({ httpStatus, text }) => httpStatus === 403 && /\bIP (ACL|access list)\b/i.test(text),
  },
  httpRule('forbidden', [403]),
  httpRule('warehouse-missing', [404, 405]),
  httpRule('refused', [429, 503]),
  {
    kind: 'answer-lost',
    matches: ({ httpStatus }) => httpStatus === 408 || (httpStatus !== undefined && httpStatus >= 500),
  },
  serviceTextRule(
    'answer-lost',
    /socket hang up|premature close|request timed out|^Hive driver: Error when/im,
  ),
];

/** What the warehouse says of a statement, by condition and SQLSTATE. */
const SQL_RULES: readonly Rule[] = [
  { kind: 'fenced', matches: ({ text }) => isRaised(text, FENCED_TEXT) },
  { kind: 'unresolved', matches: ({ text }) => isRaised(text, UNRESOLVED_TEXT) },
  {
    kind: 'timeout',
    matches: ({ statementState, condition, sqlState }) =>
      statementState === 'TIMEOUT' ||
      sqlState === '57KD0' ||
      /^(QUERY_EXECUTION_TIMEOUT_EXCEEDED|STATEMENT_TIMEOUT)/.test(condition ?? ''),
  },
  {
    kind: 'cancelled',
    matches: ({ statementState, condition, sqlState }) =>
      statementState === 'CANCELED' ||
      statementState === 'CLOSED' ||
      sqlState === 'HY008' ||
      sqlState === '57014' ||
      condition === 'OPERATION_CANCELED',
  },
  {
    // It speaks of a column's name, and comes again each time.
    kind: 'rejected',
    matches: ({ condition }) => condition === 'DELTA_CONCURRENT_APPEND.CHANGE_TYPE_COLUMN',
  },
  sqlRule('conflict', {
    sqlStates: /^2D521$/,
    conditions: /^DELTA_(CONCURRENT_|METADATA_CHANGED|PROTOCOL_CHANGED|MAX_COMMIT_RETRIES_EXCEEDED)/,
  }),
  sqlRule('quota', { sqlStates: /^53/, conditions: /(^|_)QUOTA(_|$)|^RESOURCE_EXHAUSTED/ }),
  sqlRule('permission', {
    sqlStates: /^42501$/,
    conditions: /^(PERMISSION_DENIED|UNAUTHORIZED_ACCESS|INSUFFICIENT_(PERMISSIONS|PRIVILEGES))/,
  }),
  sqlRule('files-missing', { sqlStates: /^42K03$/, conditions: /^(PATH_NOT_FOUND|FAILED_READ_FILE)/ }),
  sqlRule('object-missing', {
    sqlStates: /^(42P01|42704|42P08)$/,
    conditions: /^(TABLE_OR_VIEW|SCHEMA|CATALOG|DELTA_TABLE)_NOT_FOUND|^NO_SUCH_CATALOG/,
  }),
  sqlRule('object-changed', {
    sqlStates: /^(42809|42703)$/,
    conditions: /^(EXPECT_TABLE_NOT_VIEW|UNRESOLVED_COLUMN|DELTA_SCHEMA_CHANGED)/,
  }),
  sqlRule('passing', {
    sqlStates: /^(08|57P0)/,
    conditions: /TEMPORARILY_UNAVAILABLE|^(DEADLINE_EXCEEDED|SERVICE_UNAVAILABLE)/,
  }),
];

function networkRule(kind: FailureKind, code: RegExp): Rule {
  return { kind, matches: ({ networkCode }) => networkCode !== undefined && code.test(networkCode) };
}

function serviceTextRule(kind: FailureKind, words: RegExp): Rule {
  return { kind, matches: ({ text }) => words.test(text) };
}

function httpRule(kind: FailureKind, statuses: readonly number[]): Rule {
  return { kind, matches: ({ httpStatus }) => httpStatus !== undefined && statuses.includes(httpStatus) };
}

function sqlRule(kind: FailureKind, by: { readonly sqlStates: RegExp; readonly conditions: RegExp }): Rule {
  return {
    kind,
    matches: ({ condition, sqlState }) =>
      (sqlState !== undefined && by.sqlStates.test(sqlState)) ||
      (condition !== undefined && by.conditions.test(condition)),
  };
}

/** A failing statement may be quoted, and it holds the text as a literal: that is not raising it. */
function isRaised(text: string, raised: string): boolean {
  for (let at = text.indexOf(raised); at >= 0; at = text.indexOf(raised, at + 1)) {
    if (!/['"]/.test(text.charAt(at - 1))) return true;
  }
  return false;
}

/**
 * The error condition at the head of a message, behind `Error running query:` and the exceptions that wrap it. Only
 * there, because further on a message may quote a row.
 */
function conditionOf(text: string): string | undefined {
  const [firstLine = ''] = text.split('\n', 1);
  return (
    /^(?:Error running query: )?(?:[\w.$]+(?:Exception|Error): )?\[([A-Z][A-Z0-9_]*(?:\.[A-Z0-9_]+)*)\]/.exec(
      firstLine,
    )?.[1] ??
    /^(?:Error running query: )?(PERMISSION_DENIED|RESOURCE_EXHAUSTED|TEMPORARILY_UNAVAILABLE)\b/.exec(
      firstLine,
    )?.[1] ??
    /^Job aborted due to stage failure: .{0,300}?Exception: \[([A-Z][A-Z0-9_]*(?:\.[A-Z0-9_]+)*)\]/.exec(
      firstLine,
    )?.[1]
  );
}

/** The last one: the message that quotes comes before it. */
function sqlStateOf(text: string): string | undefined {
  return [...text.matchAll(/\bSQLSTATE: ([0-9A-Z]{5})\b/g)].at(-1)?.[1];
}
