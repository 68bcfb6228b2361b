import type { StatementPhase } from './next-step.ts';
import type { StatementFailure } from './statement-failure.ts';

export type Rows = readonly (readonly (string | null)[])[];

export type StatementOutcome =
  | { readonly tag: 'done'; readonly rows: Rows }
  /** Given up by a signal. */
  | { readonly tag: 'interrupted' }
  | FailedStatement;

/** A statement, or the session for it, that was given up after all repetitions. */
export interface FailedStatement {
  readonly tag: 'failed';
  readonly phase: StatementPhase;
  readonly failure: StatementFailure;
  /** Whether the statement may have had its effect nevertheless. */
  readonly effect: 'none' | 'unknown';
  /** How often it was tried, and how long that took. */
  readonly tries: number;
  readonly tookMs: number;
}
