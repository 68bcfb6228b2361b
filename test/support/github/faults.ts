import type { Fault } from '../front/fault.ts';

/** What can go wrong with a call to GitHub. */
export type GithubFault = Extract<Fault, { tag: 'http' | 'reset-before' | 'reset-after' | 'hang' }>;

function jsonFault(status: number, message: string, headers: Readonly<Record<string, string>>): GithubFault {
  return {
    tag: 'http',
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify({ message, documentation_url: 'https://docs.github.com/rest' }),
  };
}

/** Too much in a short time, as GitHub words it; it says how long to wait, or leaves that to the client. */
export function secondaryLimit({
  status = 403,
  retryAfterSeconds = 1,
}: {
  readonly status?: 403 | 429;
  readonly retryAfterSeconds?: number | undefined;
} = {}): GithubFault {
  return jsonFault(
    status,
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) },
  );
}

/** The calls of the hour are used up. The time of the reset is by the real clock, because clients compare it to that. */
export function primaryLimit({
  status = 403,
  resetsInSeconds = 1,
}: {
  readonly status?: 403 | 429;
  readonly resetsInSeconds?: number;
} = {}): GithubFault {
  return jsonFault(status, 'API rate limit exceeded for installation ID 1001.', {
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-used': '1000',
    'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + resetsInSeconds),
    'x-ratelimit-resource': 'core',
  });
}

/** GitHub is in trouble. The call is not handled. */
export function serverError(status: 500 | 502 | 503 | 504 = 502): GithubFault {
  return jsonFault(status, 'Server Error', {});
}
