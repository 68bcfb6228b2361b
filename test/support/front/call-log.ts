import { type CallMatch, matchesCall } from './fault.ts';

/** One call that reached the front. */
export interface FrontCall {
  /** As the service names it: `ExecuteStatement`, `token`; `GET /path` where no service knows it. */
  readonly name: string;
  /** Counted from 1 among the calls of that name. */
  readonly nth: number;
  readonly method: string;
  readonly path: string;
  /** What it is about: the statement's text, or else the path. */
  readonly detail: string;
  /** In lower case; the test's tokens included. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970. */
  readonly atMs: number;
}

/** The calls of a front, in the order of their arrival. */
export class CallLog {
  readonly #calls: FrontCall[] = [];
  readonly #counts = new Map<string, number>();
  readonly #waiting = new Set<(call: FrontCall) => void>();

  get calls(): readonly FrontCall[] {
    return this.#calls;
  }

  add(unnumbered: Omit<FrontCall, 'nth'>): FrontCall {
    const nth = (this.#counts.get(unnumbered.name) ?? 0) + 1;
    this.#counts.set(unnumbered.name, nth);
    const call = { ...unnumbered, nth };
    this.#calls.push(call);
    for (const tell of this.#waiting) {
      tell(call);
    }
    return call;
  }

  /** The next call that matches, from now on. */
  next(match: CallMatch): Promise<FrontCall> {
    return new Promise((resolve) => {
      const tell = (call: FrontCall): void => {
        if (matchesCall(match, call)) {
          this.#waiting.delete(tell);
          resolve(call);
        }
      };
      this.#waiting.add(tell);
    });
  }

  /** Forgets all calls, and counts anew from 1. */
  clear(): void {
    this.#calls.length = 0;
    this.#counts.clear();
  }
}
