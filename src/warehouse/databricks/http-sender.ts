import { IngestError } from '../../model/ingest-error.ts';
import { nextWaitMs, type Patience } from './back-off.ts';
import type { Pace } from './pace.ts';
import { parseRetryAfter } from './retry-after.ts';
import { UnansweredError } from './unanswered-error.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Text or a blob, never a stream: it may have to be sent again. */
  readonly body?: string | Blob | undefined;
  /** For one attempt, its body and its answer included. */
  readonly timeoutMs: number;
}

/** An answer, read whole. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/**
 * Sends a request until it is answered by something else than 408, 429 and 5xx, or until patience ends; then gives the
 * last answer. Every request that goes through here may be repeated without harm.
 *
 * Throws UnansweredError when no answer came, IngestError `interrupted` when the signal aborts.
 */
export interface HttpSender {
  send(request: HttpRequest): Promise<HttpAnswer>;
}

/** What passes within minutes, or does not. */
const PATIENCE: Patience = {
  firstMs: 500,
  longestMs: 30_000,
  jitter: 0.5,
  maxRepetitions: 8,
  limitMs: 300_000,
};
/** A misspelt host should be told soon. */
const DOUBT: Patience = { ...PATIENCE, maxRepetitions: 2 };
const PASSING_STATUSES: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

export function httpSender(options: { readonly pace: Pace; readonly signal: AbortSignal }): HttpSender {
  return { send: (request) => sendPatiently(request, options.pace, options.signal) };
}

async function sendPatiently(request: HttpRequest, pace: Pace, signal: AbortSignal): Promise<HttpAnswer> {
  let sinceMs: number | undefined;
  for (let failures = 1; ; failures += 1) {
    const outcome = await sendOnce(request, signal);
    // Counted from the first failure: a large upload may take longer than patience lasts.
    sinceMs ??= pace.nowMs();
    const patience = patienceFor(outcome);
    if (patience === undefined) return settle(outcome);
    const retryAfterMs =
      outcome instanceof UnansweredError
        ? undefined
        : parseRetryAfter(outcome.headers.get('retry-after'), Date.parse(outcome.headers.get('date') ?? ''));
    const now = { nowMs: pace.nowMs(), random: pace.random(), retryAfterMs };
    const waitMs = nextWaitMs(patience, { failures, sinceMs }, now);
    if (waitMs === undefined) return settle(outcome);
    await pace.wait(waitMs, signal).catch((error: unknown) => {
      throw signal.aborted ? interrupted(request) : error;
    });
  }
}

function settle(outcome: HttpAnswer | UnansweredError): HttpAnswer {
  if (outcome instanceof UnansweredError) throw outcome;
  return outcome;
}

/** `undefined`: sending it again would end the same way. */
function patienceFor(outcome: HttpAnswer | UnansweredError): Patience | undefined {
  if (!(outcome instanceof UnansweredError))
    return PASSING_STATUSES.has(outcome.status) ? PATIENCE : undefined;
  switch (outcome.reason) {
    case 'certificate':
      return undefined;
    case 'host-unknown':
      return DOUBT;
    case 'network':
    case 'timeout':
      return PATIENCE;
    default:
      return outcome.reason satisfies never;
  }
}

async function sendOnce(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer | UnansweredError> {
  if (signal.aborted) throw interrupted(request);
  try {
    const answer = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      body: request.body ?? null,
      // A redirect leads to a login page: nothing that should get a token, or be taken for an answer.
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(request.timeoutMs)]),
    });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  } catch (error) {
    if (signal.aborted) throw interrupted(request);
    return new UnansweredError(new URL(request.url).host, error);
  }
}

function interrupted(request: HttpRequest): IngestError {
  return new IngestError('interrupted', `Interrupted while asking ${new URL(request.url).host}.`);
}
