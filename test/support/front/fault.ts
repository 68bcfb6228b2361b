import type { FrontCall } from './call-log.ts';

/** A failure that only the service's own protocol can say. */
export type ProtocolFault =
  /** HTTP 200 with an error status of Thrift, as a warehouse says it whose nodes are starting. */
  | { readonly tag: 'status-error'; readonly message: string }
  /** The same, and the session is gone for all calls to come. */
  | { readonly tag: 'session-lost' }
  /** The statement is taken, and fails without effect. */
  | { readonly tag: 'statement-failure'; readonly message: string; readonly sqlState: string }
  /** The statement is taken, and runs until it is cancelled or times out; it has no effect. */
  | { readonly tag: 'statement-hang' };

/** What goes wrong with a call. */
export type Fault =
  | ProtocolFault
  /** An answer of HTTP's, without the call being handled. */
  | {
      readonly tag: 'http';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  /** Refuses the token, as for one that has just expired, without the call being handled. */
  | { readonly tag: 'expired-token' }
  /** The connection is cut, and the call not handled. */
  | { readonly tag: 'reset-before' }
  /** The call is handled, and the connection cut instead of the answer. */
  | { readonly tag: 'reset-after' }
  /** Nothing is handled, and no answer ever comes. */
  | { readonly tag: 'hang' };

/** Which calls go wrong: by name, by the n-th of that name (from 1), by what they are about, or as a function says. */
export type CallMatch =
  | string
  | { readonly name: string; readonly nth?: number; readonly detail?: RegExp }
  | ((call: FrontCall) => boolean);

/** How often a fault strikes: `forMs` counts from its first strike. */
export type FaultSpan = 'once' | 'always' | { readonly times: number } | { readonly forMs: number };

/** A fault that has been scripted. */
export interface ScriptedFault extends Disposable {
  /** How often it has struck. */
  readonly strikes: number;
}

/** What a starting warehouse says of a session that it has just given out. */
export const SESSION_NOT_READY: Fault = {
  tag: 'status-error',
  message:
    'requirement failed: Session handle: SessionHandle [01f0c1d2-0000-4000-8000-000000000000] has not been initialized or had already closed.',
};

/** A statement's failure by its error condition, in the form in which a workspace words it. */
export function statementFailure(condition: string, sqlState: string, text = 'It failed.'): Fault {
  return { tag: 'statement-failure', message: `[${condition}] ${text} SQLSTATE: ${sqlState}`, sqlState };
}

export function matchesCall(match: CallMatch, call: FrontCall): boolean {
  if (typeof match === 'function') {
    return match(call);
  }
  if (typeof match === 'string') {
    return match === call.name;
  }
  return (
    match.name === call.name &&
    (match.nth === undefined || match.nth === call.nth) &&
    (match.detail === undefined || match.detail.test(call.detail))
  );
}

/** The faults of a front, in the order in which they were scripted; the first that matches strikes. */
export class FaultScript {
  readonly #entries: Entry[] = [];

  add(match: CallMatch, fault: Fault, span: FaultSpan): ScriptedFault {
    const entry: Entry = { match, fault, span, strikes: 0, firstAtMs: undefined };
    this.#entries.push(entry);
    return {
      get strikes() {
        return entry.strikes;
      },
      [Symbol.dispose]: () => {
        entry.span = { times: entry.strikes };
      },
    };
  }

  /** The fault that strikes a call, which counts as struck. */
  strike(call: FrontCall): Fault | undefined {
    const entry = this.#entries.find((one) => isAlive(one, call.atMs) && matchesCall(one.match, call));
    if (entry === undefined) {
      return undefined;
    }
    entry.strikes += 1;
    entry.firstAtMs ??= call.atMs;
    return entry.fault;
  }
}

interface Entry {
  readonly match: CallMatch;
  readonly fault: Fault;
  span: FaultSpan;
  strikes: number;
  firstAtMs: number | undefined;
}

function isAlive(entry: Entry, nowMs: number): boolean {
  if (entry.span === 'always') {
    return true;
  }
  if (entry.span === 'once') {
    return entry.strikes === 0;
  }
  if ('times' in entry.span) {
    return entry.strikes < entry.span.times;
  }
  return entry.firstAtMs === undefined || nowMs - entry.firstAtMs < entry.span.forMs;
}
