import { type DriverClient, type DriverSession, readDriverFailure } from './driver-client.ts';
import { unlessGivenUp } from './given-up.ts';
import { FailureStreaks } from './next-step.ts';
import type { Pace } from './pace.ts';
import type { FailedStatement } from './statement-outcome.ts';
import type { TokenSource } from './token-source.ts';

export type Opening =
  | { readonly tag: 'opened'; readonly session: DriverSession }
  | { readonly tag: 'interrupted' }
  | FailedStatement;

export interface OpeningOptions {
  readonly client: DriverClient;
  readonly tokens: TokenSource;
  readonly statementTimeoutMs: number;
  readonly queryTags: Readonly<Record<string, string>>;
  /** Asks a stopped warehouse to start that does not do so by itself. Throws where that is refused. */
  startWarehouse(): Promise<void>;
  readonly pace: Pace;
  readonly signal: AbortSignal;
  /** Hears of every request for a session, which goes on when it has been given up. */
  onSent(request: Promise<unknown>): void;
  /** Gets a session that was opened after it had been given up. */
  onLate(session: DriverSession): void;
}

/**
 * Opens a session, however long the warehouse takes to start. Repeating it costs at worst a session that nobody uses.
 * Throws what the source of tokens throws, and the signal's reason.
 */
export async function openSession(options: OpeningOptions): Promise<Opening> {
  const { client, tokens, statementTimeoutMs, pace, signal, onLate } = options;
  const streaks = new FailureStreaks(pace);
  const beganMs = pace.nowMs();
  let queryTags: OpeningOptions['queryTags'] | undefined = options.queryTags;
  for (let tries = 1; ; tries += 1) {
    signal.throwIfAborted();
    const token = await tokens.token();
    try {
      const opening = client.openSession({ statementTimeoutMs, queryTags });
      options.onSent(opening);
      return { tag: 'opened', session: await unlessGivenUp(opening, signal, { graceMs: 0, onLate }) };
    } catch (thrown) {
      signal.throwIfAborted();
      const failure = await readDriverFailure(thrown);
      if (failure.kind === 'rejected' && queryTags !== undefined) {
        // The likeliest reason is a workspace that does not know them.
        queryTags = undefined;
        continue;
      }
      const step = streaks.nextStep(failure, 'open', 'harmless');
      if (step.tag === 'give-up' || (failure.kind === 'stopped' && !(await isStarted(options)))) {
        return {
          tag: 'failed',
          phase: 'open',
          failure,
          effect: 'none',
          tries,
          tookMs: pace.nowMs() - beganMs,
        };
      }
      if (failure.kind === 'unauthenticated') tokens.refuse(token);
      await pace.wait(step.waitMs, signal);
    }
  }
}

async function isStarted(options: OpeningOptions): Promise<boolean> {
  try {
    await options.startWarehouse();
    return true;
  } catch {
    return false;
  }
}
