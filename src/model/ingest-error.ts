/**
 * Everything that can end a run, by a code that stays the same for ever. What each code means for the
 * operator stands in one table, so that retry rules, exit codes and docs cannot drift apart.
 *
 * - `retry`: passing by itself; the next run goes on from the checkpoint.
 * - `operator`: needs a person; the message says what to do.
 * - `bug`: ours.
 */
export const ERROR_CODES = {
  'config-invalid': { disposition: 'operator', exitCode: 2 },
  'usage-invalid': { disposition: 'operator', exitCode: 2 },
  'confirmation-missing': { disposition: 'operator', exitCode: 2 },
  'target-unsupported': { disposition: 'operator', exitCode: 2 },
  'source-unreachable': { disposition: 'retry', exitCode: 1 },
  'source-authentication-failed': { disposition: 'operator', exitCode: 1 },
  'source-tls-failed': { disposition: 'operator', exitCode: 1 },
  'source-permission-denied': { disposition: 'operator', exitCode: 1 },
  'source-version-unsupported': { disposition: 'operator', exitCode: 1 },
  'source-encoding-unsupported': { disposition: 'operator', exitCode: 1 },
  'source-query-failed': { disposition: 'operator', exitCode: 1 },
  'source-disconnected': { disposition: 'retry', exitCode: 1 },
  'source-is-standby': { disposition: 'operator', exitCode: 1 },
  'wal-level-not-logical': { disposition: 'operator', exitCode: 1 },
  'publication-missing': { disposition: 'operator', exitCode: 1 },
  'publication-replaced': { disposition: 'operator', exitCode: 1 },
  'publication-incomplete': { disposition: 'operator', exitCode: 1 },
  'table-missing': { disposition: 'operator', exitCode: 1 },
  'table-unsupported': { disposition: 'operator', exitCode: 1 },
  'row-key-missing': { disposition: 'operator', exitCode: 1 },
  'column-unsupported': { disposition: 'operator', exitCode: 1 },
  'drift-unsupported': { disposition: 'operator', exitCode: 1 },
  'slot-missing': { disposition: 'operator', exitCode: 1 },
  'slot-lost': { disposition: 'operator', exitCode: 1 },
  'slot-unsuitable': { disposition: 'operator', exitCode: 1 },
  'slot-ahead-of-checkpoint': { disposition: 'operator', exitCode: 1 },
  'slots-exhausted': { disposition: 'operator', exitCode: 1 },
  'slot-creation-blocked': { disposition: 'retry', exitCode: 1 },
  'checkpoint-ahead-of-server': { disposition: 'operator', exitCode: 1 },
  'cluster-changed': { disposition: 'operator', exitCode: 1 },
  'checkpoint-unreadable': { disposition: 'operator', exitCode: 1 },
  'checkpoint-fenced': { disposition: 'retry', exitCode: 1 },
  'value-unrepresentable': { disposition: 'operator', exitCode: 1 },
  'protocol-violated': { disposition: 'bug', exitCode: 1 },
  'target-unavailable': { disposition: 'retry', exitCode: 1 },
  'target-locked': { disposition: 'retry', exitCode: 1 },
  'target-read-only': { disposition: 'operator', exitCode: 1 },
  'target-authentication-failed': { disposition: 'operator', exitCode: 1 },
  'target-permission-denied': { disposition: 'operator', exitCode: 1 },
  'target-table-mismatch': { disposition: 'operator', exitCode: 1 },
  'target-conflict': { disposition: 'retry', exitCode: 1 },
  'target-quota-exceeded': { disposition: 'operator', exitCode: 1 },
  'target-timeout': { disposition: 'operator', exitCode: 1 },
  'target-query-failed': { disposition: 'bug', exitCode: 1 },
  'disk-full': { disposition: 'operator', exitCode: 1 },
  'staging-failed': { disposition: 'operator', exitCode: 1 },
  'local-postgres-failed': { disposition: 'operator', exitCode: 1 },
  interrupted: { disposition: 'retry', exitCode: 1 },
  'internal-error': { disposition: 'bug', exitCode: 1 },
} as const satisfies Record<string, ErrorPolicy>;

interface ErrorPolicy {
  readonly disposition: 'retry' | 'operator' | 'bug';
  readonly exitCode: 1 | 2;
}

export type ErrorCode = keyof typeof ERROR_CODES;

export interface IngestErrorOptions {
  /** What the operator does about it: a sentence, SQL or a setting, one step a line. */
  readonly solution?: string;
  /** The foreign error. Kept for debugging, never pasted into the message. */
  readonly cause?: unknown;
}

/**
 * What ended a run. `message` says what happened to which object, `solution` what to do.
 * Neither ever holds a row value or a secret.
 */
export class IngestError extends Error {
  override readonly name = 'IngestError';
  readonly code: ErrorCode;
  readonly solution: string | undefined;

  constructor(code: ErrorCode, message: string, options: IngestErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.solution = options.solution;
  }

  get exitCode(): 1 | 2 {
    return ERROR_CODES[this.code].exitCode;
  }
}
