import { readFile } from 'node:fs/promises';
import { IngestError } from '../../model/ingest-error.ts';
import type { IdentitySupply } from './authentication.ts';
import type { HttpAnswer, HttpSender } from './http-sender.ts';
import { parseJson, textField } from './json-value.ts';
import { translateUnanswered, UnansweredError } from './unanswered-error.ts';

const TIMEOUT_MS = 30_000;

/**
 * An identity token (a JWT) for this audience, as new as its supply has it: GitHub's live five minutes.
 *
 * Throws `target-authentication-failed`, or `target-unavailable` when GitHub does not answer.
 */
export async function fetchIdentityToken(
  supply: IdentitySupply,
  audience: string,
  http: HttpSender,
): Promise<string> {
  switch (supply.tag) {
    case 'token':
      return supply.token.reveal();
    case 'file':
      return readTokenFile(supply.path);
    case 'github-actions':
      return askGithub(supply, audience, http);
    default:
      return supply satisfies never;
  }
}

async function readTokenFile(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw unreadableFile(path, cause);
  });
  if (text.trim() === '') throw unreadableFile(path, undefined);
  return text.trim();
}

function unreadableFile(path: string, cause: unknown): IngestError {
  return new IngestError('target-authentication-failed', `There is no identity token in the file ${path}.`, {
    solution: 'Check DATABRICKS_OIDC_TOKEN_FILEPATH, and that the file can be read.',
    cause,
  });
}

async function askGithub(
  supply: Extract<IdentitySupply, { readonly tag: 'github-actions' }>,
  audience: string,
  http: HttpSender,
): Promise<string> {
  const url = new URL(supply.requestUrl);
  url.searchParams.set('audience', audience);
  const answer = await http
    .send({
      method: 'GET',
      url: url.href,
      headers: { accept: 'application/json', authorization: `bearer ${supply.requestToken.reveal()}` },
      timeoutMs: TIMEOUT_MS,
    })
    .catch((error: unknown) => {
      throw error instanceof UnansweredError ? githubUnavailable('no answer', error) : error;
    });
  const token = textField(parseJson(answer.text), 'value');
  if (answer.status === 200 && token !== undefined) return token;
  throw refusedByGithub(answer);
}

function refusedByGithub(answer: HttpAnswer): IngestError {
  if (answer.status === 429 || answer.status >= 500)
    return githubUnavailable(`HTTP ${answer.status}`, undefined);
  return new IngestError(
    'target-authentication-failed',
    `GitHub refused this job an identity token (HTTP ${answer.status}).`,
    {
      solution:
        'Check that the job has the permission "id-token: write", and that it is still running: its right to ask ends with it.',
    },
  );
}

function githubUnavailable(why: string, cause: UnansweredError | undefined): IngestError {
  const translated = cause === undefined ? undefined : translateUnanswered(cause);
  return new IngestError('target-unavailable', `GitHub gave no identity token at the moment (${why}).`, {
    solution: 'The next run goes on from the checkpoint. See https://www.githubstatus.com if it stays so.',
    cause: translated,
  });
}
