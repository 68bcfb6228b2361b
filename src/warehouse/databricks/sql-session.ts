import type { Repetition } from '../warehouse.ts';
import {
  type DriverClient,
  type DriverSession,
  type DriverStatement,
  readDriverFailure,
} from './driver-client.ts';
import { GRACE_MS, unlessGivenUp } from './given-up.ts';
import { asksAgain, FailureStreaks, type StatementPhase } from './next-step.ts';
import { type Opening, type OpeningOptions, openSession } from './session-opening.ts';
import type { StatementFailure } from './statement-failure.ts';
import type { Rows, StatementOutcome } from './statement-outcome.ts';
import { UsageMeter } from './usage-meter.ts';

export interface SqlSessionOptions extends Omit<OpeningOptions, 'client' | 'onLate' | 'onSent'> {
  /** Called once, at the first need. */
  connect(): Promise<DriverClient>;
}

/** Whoever stops a run does not wait for a warehouse to start. */
const OPENING_GRACE_MS = 1000;

/**
 * The one session of a run.
 *
 *     closed ──open, run──▶ opening ──▶ open ──lost, or still starting──▶ opening
 *                              └─given up: stays so, every statement fails the same way
 *
 * - Opened once for all who wait for it; statements run side by side on it.
 * - A statement is sent again only where it had no effect, or where its effect may be had twice.
 * - What is under way when the signal is aborted is cancelled on the warehouse.
 */
export class SqlSession implements AsyncDisposable {
  readonly usage: UsageMeter;
  readonly #options: SqlSessionOptions;
  readonly #closing = new AbortController();
  /** Calls whose answers nobody waits for. */
  readonly #loose = new Set<Promise<void>>();
  #client: Promise<DriverClient> | undefined;
  #opening: Promise<Opening> | undefined;
  /** The last request for a session; it may be under way although it was given up. */
  #lastRequest: Promise<unknown> = Promise.resolve();
  /** Closed at the end only: a statement may still be waited for on one. */
  readonly #forgotten: Promise<Opening>[] = [];
  #interruption = new AbortController();

  constructor(options: SqlSessionOptions) {
    this.#options = options;
    this.usage = new UsageMeter(() => options.pace.nowMs());
  }

  /** Begins to open the session, so that a slow start overlaps with other work. Whoever runs a statement hears what came of it. */
  open(): void {
    this.#opened().catch(() => undefined);
  }

  /**
   * Runs one statement, with all the patience that its failures deserve. `rows: 'unread'` leaves the result where it is.
   * Throws only what the source of tokens throws.
   */
  async run(
    statement: string,
    { repetition, rows }: { readonly repetition: Repetition; readonly rows: 'read' | 'unread' },
  ): Promise<StatementOutcome> {
    const { pace, tokens } = this.#options;
    const signal = AbortSignal.any([this.#signal(), this.#interruption.signal]);
    const streaks = new FailureStreaks(pace);
    const beganMs = pace.nowMs();
    for (let tries = 1; ; tries += 1) {
      const opening = this.#opened();
      const opened = await orInterrupted(unlessGivenUp(opening, signal, { graceMs: 0 }), signal);
      if (opened.tag !== 'opened') return opened;
      const token = await tokens.token();
      const attempt = await this.#attempt(opened.session, statement, rows, signal);
      if (attempt.tag !== 'stumbled') return attempt;
      const { failure, phase } = attempt;
      const step = streaks.nextStep(failure, phase, repetition);
      if (step.tag === 'give-up') {
        const tookMs = pace.nowMs() - beganMs;
        return { tag: 'failed', phase, failure, effect: step.effect, tries, tookMs };
      }
      if (failure.kind === 'unauthenticated') tokens.refuse(token);
      if (step.session === 'new') this.#forget(opening);
      if (!(await this.#slept(step.waitMs, signal))) return { tag: 'interrupted' };
    }
  }

  /** Gives up all statements under way; later ones run. */
  interrupt(): void {
    this.#interruption.abort();
    this.#interruption = new AbortController();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    for (const opening of [...this.#forgotten, this.#opening]) {
      const opened = await opening?.catch(() => undefined);
      if (opened?.tag === 'opened') this.#loosely(opened.session.close());
    }
    const client = await this.#client?.catch(() => undefined);
    // A session that is about to open is closed again, so that it does not stay open there.
    await unlessGivenUp(this.#lastRequest, this.#closing.signal, { graceMs: OPENING_GRACE_MS }).catch(
      () => undefined,
    );
    await unlessGivenUp(Promise.all(this.#loose), this.#closing.signal, { graceMs: GRACE_MS }).catch(
      () => undefined,
    );
    await client?.close();
  }

  #signal(): AbortSignal {
    return AbortSignal.any([this.#options.signal, this.#closing.signal]);
  }

  /** One opening for all who ask meanwhile. */
  #opened(): Promise<Opening> {
    this.#opening ??= this.#open(this.#signal());
    return this.#opening;
  }

  async #open(signal: AbortSignal): Promise<Opening> {
    this.#client ??= this.#options.connect();
    const opening = openSession({
      ...this.#options,
      client: await this.#client,
      signal,
      onSent: (request) => {
        this.#lastRequest = request;
      },
      onLate: (late) => this.#loosely(late.close()),
    });
    return orInterrupted(opening, signal);
  }

  /** Statements that fail together on a lost session open one new session, not one each. */
  #forget(opening: Promise<Opening>): void {
    if (this.#opening !== opening) return;
    this.#opening = undefined;
    this.#forgotten.push(opening);
  }

  /** Sends a statement once, and stays with it until it is done. */
  async #attempt(
    session: DriverSession,
    statement: string,
    rows: 'read' | 'unread',
    signal: AbortSignal,
  ): Promise<Attempt> {
    let taken: DriverStatement | undefined;
    let phase: StatementPhase = 'send';
    this.usage.begin();
    try {
      const onLate = (late: DriverStatement): void => this.#loosely(late.cancel());
      taken = await unlessGivenUp(session.send(statement), signal, { graceMs: GRACE_MS, onLate });
      phase = 'wait';
      const failure = await this.#finished(taken, signal);
      if (failure !== undefined) return { tag: 'stumbled', phase, failure };
      phase = 'fetch';
      return {
        tag: 'done',
        rows: rows === 'read' ? await unlessGivenUp(taken.rows(), signal, { graceMs: 0 }) : [],
      };
    } catch (thrown) {
      if (signal.aborted) return { tag: 'interrupted' };
      return { tag: 'stumbled', phase, failure: await readDriverFailure(thrown) };
    } finally {
      this.usage.end();
      if (taken !== undefined) this.#loosely(taken.close());
    }
  }

  /** Waits until the warehouse says what became of a statement, however often the question is lost on the way. */
  async #finished(statement: DriverStatement, signal: AbortSignal): Promise<StatementFailure | undefined> {
    const { pace, tokens } = this.#options;
    const streaks = new FailureStreaks(pace);
    const cancel = (): void => this.#loosely(statement.cancel());
    const heard = new AbortController();
    signal.addEventListener('abort', cancel, { once: true, signal: heard.signal });
    if (signal.aborted) cancel();
    try {
      for (;;) {
        const token = await tokens.token();
        try {
          await unlessGivenUp(
            statement.finished(() => streaks.clear()),
            signal,
            { graceMs: GRACE_MS },
          );
          return undefined;
        } catch (thrown) {
          signal.throwIfAborted();
          const failure = await readDriverFailure(thrown);
          if (!asksAgain(failure, 'wait')) return failure;
          const step = streaks.nextStep(failure, 'wait', 'harmless');
          if (step.tag === 'give-up') return failure;
          if (failure.kind === 'unauthenticated') tokens.refuse(token);
          await pace.wait(step.waitMs, signal);
        }
      }
    } finally {
      heard.abort();
    }
  }

  async #slept(waitMs: number, signal: AbortSignal): Promise<boolean> {
    try {
      await this.#options.pace.wait(waitMs, signal);
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      throw error;
    }
  }

  #loosely(call: Promise<void>): void {
    const settled = call.finally(() => this.#loose.delete(settled));
    this.#loose.add(settled);
  }
}

type Attempt =
  | { readonly tag: 'done'; readonly rows: Rows }
  | { readonly tag: 'interrupted' }
  | { readonly tag: 'stumbled'; readonly phase: StatementPhase; readonly failure: StatementFailure };

async function orInterrupted<T>(call: Promise<T>, signal: AbortSignal): Promise<T | { tag: 'interrupted' }> {
  try {
    return await call;
  } catch (error) {
    if (signal.aborted) return { tag: 'interrupted' };
    throw error;
  }
}
