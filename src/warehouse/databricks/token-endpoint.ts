import { IngestError } from '../../model/ingest-error.ts';
import type { MintedToken } from './expiring-token.ts';
import type { HttpAnswer, HttpSender } from './http-sender.ts';
import { numberField, parseJson, textField } from './json-value.ts';
import { translateUnanswered, UnansweredError } from './unanswered-error.ts';

/** Why no token was given, in the issuer's own word where it has one: `HTTP 401, invalid_client`. */
export interface TokenRefusal {
  readonly answer: string;
}

/** An issuer that does not tell a token's life gives one of this length at least. */
const UNTOLD_LIFE_MS = 5 * 60_000;
/** A token endpoint answers within a second, as a rule. */
const TIMEOUT_MS = 30_000;

/** Where a workspace gives out access tokens. */
export function tokenEndpointOf(origin: string): string {
  return `${origin}/oidc/v1/token`;
}

/**
 * Asks a workspace for an access token, with these fields of a form.
 *
 * Throws `target-unavailable` when no answer comes, `target-authentication-failed` when the host gives out no tokens.
 */
export async function requestAccessToken(
  http: HttpSender,
  origin: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<MintedToken | TokenRefusal> {
  const answer = await http
    .send({
      method: 'POST',
      url: tokenEndpointOf(origin),
      headers: {
        ...headers,
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(form).toString(),
      timeoutMs: TIMEOUT_MS,
    })
    .catch((error: unknown) => {
      throw error instanceof UnansweredError ? translateUnanswered(error) : error;
    });
  return readTokenAnswer(answer, new URL(origin).host);
}

function readTokenAnswer(answer: HttpAnswer, host: string): MintedToken | TokenRefusal {
  const content = parseJson(answer.text);
  const token = textField(content, 'access_token');
  if (answer.status === 200 && token !== undefined) {
    const lifeSeconds = numberField(content, 'expires_in');
    return { token, lifeMs: lifeSeconds === undefined ? UNTOLD_LIFE_MS : lifeSeconds * 1000 };
  }
  if (answer.status === 429 || answer.status >= 500) {
    throw new IngestError(
      'target-unavailable',
      `${host} gives out no access tokens at the moment (HTTP ${answer.status}).`,
      { solution: 'The next run goes on from the checkpoint.' },
    );
  }
  if (![400, 401, 403].includes(answer.status)) {
    throw new IngestError(
      'target-authentication-failed',
      `${host} does not know OAuth (HTTP ${answer.status} at /oidc/v1/token): it is not a Databricks workspace, or not its own host name.`,
      {
        solution:
          'Check target.databricks.host (DATABRICKS_HOST): it is the host name in the address of the workspace.',
      },
    );
  }
  return { answer: `HTTP ${answer.status}${errorWord(textField(content, 'error'))}` };
}

/** A foreign text is shown only if it is one of OAuth's error words, never a sentence that might quote the token. */
function errorWord(word: string | undefined): string {
  return word !== undefined && /^[a-z_]{1,40}$/.test(word) ? `, ${word}` : '';
}
