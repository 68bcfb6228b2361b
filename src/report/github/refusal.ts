import type { GithubRefusal } from './github-api.ts';

/** What is needed to tell why a call came to nothing. */
export interface RefusalContext {
  /** What was to be done, as it follows "cannot": `list the issues`. */
  readonly purpose: string;
  /** The grant of `permissions:` that the call needs: `issues: write`. */
  readonly grant: string;
}

/** The parts of what the client throws that may be looked at. The request in it holds our token and text, and is left alone. */
interface ThrownAnswer {
  readonly status?: unknown;
  readonly response?: { readonly headers?: Readonly<Record<string, unknown>>; readonly data?: unknown };
}

/** Turns what the client has thrown into a refusal. The sentence holds GitHub's own message at most, never what was sent. */
export function refusalOf(thrown: unknown, context: RefusalContext): GithubRefusal {
  const { status, headers, message } = readAnswer(thrown);
  return { tag: 'refused', status, reason: sentenceOf(context, status, headers, message) };
}

/** Whether a limit was the reason: every further call would meet it, too. */
export function isLimit(thrown: unknown): boolean {
  const { status, headers, message } = readAnswer(thrown);
  return limitOf(status, headers, message);
}

interface ReadAnswer {
  readonly status: number | null;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly message: string;
}

function readAnswer(thrown: unknown): ReadAnswer {
  const { status, response }: ThrownAnswer = typeof thrown === 'object' && thrown !== null ? thrown : {};
  // Without a response no answer came; the client then makes up a status.
  if (response === undefined || typeof status !== 'number') return { status: null, headers: {}, message: '' };
  return { status, headers: response.headers ?? {}, message: messageOf(response.data) };
}

function messageOf(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('message' in data)) return '';
  return typeof data.message === 'string' ? data.message.slice(0, 200) : '';
}

function limitOf(
  status: number | null,
  headers: Readonly<Record<string, unknown>>,
  message: string,
): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  return (
    headers['x-ratelimit-remaining'] === '0' ||
    headers['retry-after'] !== undefined ||
    /rate limit/i.test(message)
  );
}

/** How GitHub words that the token has not been given the grant; every other 403 is about the object. */
const MISSING_GRANT = /not accessible|must have|permission/i;

function sentenceOf(
  { purpose, grant }: RefusalContext,
  status: number | null,
  headers: Readonly<Record<string, unknown>>,
  message: string,
): string {
  const cannot = `Cannot ${purpose}:`;
  if (status === null) return `${cannot} GitHub's API did not answer.`;
  if (limitOf(status, headers, message))
    return `${cannot} GitHub's rate limit is reached (HTTP ${status}), and waiting for it would take too long.`;
  switch (status) {
    case 401:
      return `${cannot} GitHub does not accept the token (HTTP 401). Check the input github-token.`;
    case 403:
      if (message !== '' && !MISSING_GRANT.test(message))
        return `${cannot} GitHub refuses it (HTTP 403: ${message}).`;
      return `${cannot} the token may not (HTTP 403). Add \`${grant}\` to the job's permissions; pull requests from forks and from Dependabot never get it.`;
    case 404:
      return `${cannot} GitHub does not find it (HTTP 404): it was deleted, or the token may not see it (\`${grant}\`).`;
    case 410:
      return `${cannot} it is gone, or the repository has its issues switched off (HTTP 410).`;
    default: {
      const words = message === '' ? '' : `: ${message}`;
      return status >= 500
        ? `${cannot} GitHub's API is in trouble (HTTP ${status}).`
        : `${cannot} GitHub refuses it (HTTP ${status}${words}).`;
    }
  }
}
