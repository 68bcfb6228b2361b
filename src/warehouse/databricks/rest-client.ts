import type { DatabricksConnection } from './connection.ts';
import { type HttpAnswer, type HttpRequest, httpSender } from './http-sender.ts';
import type { Pace } from './pace.ts';
import { RestFailure, translateRestFailure } from './rest-failure.ts';
import type { TokenSource } from './token-source.ts';
import { translateUnanswered, UnansweredError } from './unanswered-error.ts';

export interface RestRequest {
  readonly method: HttpRequest['method'];
  /** Path and query, percent-encoded: `/api/2.0/fs/files/…?overwrite=true`. */
  readonly path: string;
  /** A blob goes as it is, anything else as JSON. */
  readonly body?: Blob | Readonly<Record<string, unknown>>;
  /** For one attempt; 60 s where nothing is said. */
  readonly timeoutMs?: number;
}

/**
 * The workspace's REST API. A call is repeated while its failure may pass, so only what may be repeated goes through here;
 * a refused token is renewed once. Nothing of it wakes a warehouse or counts as a statement.
 */
export interface RestClient {
  /**
   * Throws RestFailure when the answer is not a success, IngestError `target-unavailable` when none comes, what the
   * token source throws, and `interrupted`.
   */
  send(request: RestRequest): Promise<HttpAnswer>;
  /** A failure of a call in words: an IngestError as it is, a RestFailure with what was being done. */
  translate(error: unknown, doing: string): unknown;
}

const TIMEOUT_MS = 60_000;

export function restClient(options: {
  readonly connection: Pick<DatabricksConnection, 'origin' | 'host' | 'auth'>;
  readonly tokens: TokenSource;
  readonly userAgent: string;
  readonly pace: Pace;
  readonly signal: AbortSignal;
}): RestClient {
  const { connection, tokens, userAgent } = options;
  const http = httpSender(options);
  const attempt = async (request: RestRequest, token: string): Promise<HttpAnswer | RestFailure> => {
    const answer = await http
      .send(toHttp(request, { origin: connection.origin, userAgent, token }))
      .catch(tell);
    return answer.status >= 200 && answer.status < 300 ? answer : new RestFailure(answer);
  };
  return {
    send: async (request) => {
      const token = await tokens.token();
      let outcome = await attempt(request, token);
      if (outcome instanceof RestFailure && outcome.kind === 'unauthenticated') {
        tokens.refuse(token);
        outcome = await attempt(request, await tokens.token());
      }
      if (outcome instanceof RestFailure) throw outcome;
      return outcome;
    },
    translate: (error, doing) =>
      error instanceof RestFailure ? translateRestFailure(error, connection, doing) : error,
  };
}

function toHttp(
  request: RestRequest,
  by: { readonly origin: string; readonly userAgent: string; readonly token: string },
): HttpRequest {
  const { body } = request;
  return {
    method: request.method,
    url: `${by.origin}${request.path}`,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${by.token}`,
      'user-agent': by.userAgent,
      ...(body === undefined
        ? {}
        : { 'content-type': body instanceof Blob ? 'application/octet-stream' : 'application/json' }),
    },
    body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
    timeoutMs: request.timeoutMs ?? TIMEOUT_MS,
  };
}

function tell(error: unknown): never {
  throw error instanceof UnansweredError ? translateUnanswered(error) : error;
}
