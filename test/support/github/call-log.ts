import type { FrontCall } from '../front/call-log.ts';
import { type CallMatch, matchesCall } from '../front/fault.ts';

/** One call that reached the fake GitHub; its name is the operation's, such as `issues/create-comment`. */
export interface GithubCall extends FrontCall {
  readonly query: URLSearchParams;
  /** The body as it came. */
  readonly text: string;
  /** The body as JSON; `undefined` for none. */
  readonly content: unknown;
  /** What was answered; `undefined` before that, and for a cut connection. */
  readonly status: number | undefined;
}

/** The calls of a fake GitHub, in the order of their arrival. */
export class GithubCallLog {
  readonly #calls: GithubCall[] = [];
  readonly #waiting = new Set<(call: GithubCall) => void>();

  get calls(): readonly GithubCall[] {
    return this.#calls;
  }

  /** Notes a call, and returns it with a way to note its answer. */
  add(unnumbered: Omit<GithubCall, 'nth' | 'status'>): { call: GithubCall; answered(status: number): void } {
    const nth = this.#calls.filter(({ name }) => name === unnumbered.name).length + 1;
    let status: number | undefined;
    const call: GithubCall = {
      ...unnumbered,
      nth,
      get status() {
        return status;
      },
    };
    this.#calls.push(call);
    for (const tell of this.#waiting) tell(call);
    return {
      call,
      answered: (given) => {
        status = given;
      },
    };
  }

  /** The next call that matches, from now on. */
  next(match: CallMatch): Promise<GithubCall> {
    return new Promise((resolve) => {
      const tell = (call: GithubCall): void => {
        if (!matchesCall(match, call)) return;
        this.#waiting.delete(tell);
        resolve(call);
      };
      this.#waiting.add(tell);
    });
  }

  clear(): void {
    this.#calls.length = 0;
  }
}
