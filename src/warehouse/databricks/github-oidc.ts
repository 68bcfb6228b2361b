import { IngestError } from '../../model/ingest-error.ts';
import type { DatabricksAuth } from './authentication.ts';
import { expiringToken, type MintedToken } from './expiring-token.ts';
import { refusedExchangeProblem } from './federation-help.ts';
import type { HttpSender } from './http-sender.ts';
import { readIdentityClaims } from './identity-claims.ts';
import { fetchIdentityToken } from './identity-token.ts';
import { listField, parseJson } from './json-value.ts';
import type { Pace } from './pace.ts';
import { requestAccessToken, tokenEndpointOf } from './token-endpoint.ts';
import type { TokenSource } from './token-source.ts';
import { translateUnanswered, UnansweredError } from './unanswered-error.ts';

type IdentityExchange = Extract<DatabricksAuth, { readonly tag: 'github-oidc' }>;

const DISCOVERY_TIMEOUT_MS = 30_000;

/**
 * Access tokens in exchange for the identity that GitHub gives a job; nothing secret is stored anywhere. Each exchange
 * takes a new identity token.
 *
 * https://docs.databricks.com/aws/en/dev-tools/auth/oauth-federation-exchange
 */
export function exchangedIdentityToken(
  origin: string,
  exchange: IdentityExchange,
  using: { readonly http: HttpSender; readonly pace: Pace },
): TokenSource {
  let audience = exchange.audience;
  return expiringToken(async () => {
    audience ??= await discoverAudience(origin, using.http);
    return mint(origin, exchange, audience, using.http);
  }, using.pace);
}

async function mint(
  origin: string,
  exchange: IdentityExchange,
  audience: string,
  http: HttpSender,
): Promise<MintedToken> {
  const identityToken = await fetchIdentityToken(exchange.identity, audience, http);
  const outcome = await requestAccessToken(http, origin, {
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token: identityToken,
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    scope: 'all-apis',
    // With an account-wide policy it must be absent.
    ...(exchange.clientId === undefined ? {} : { client_id: exchange.clientId }),
  });
  if ('token' in outcome) return outcome;
  const problem = refusedExchangeProblem({
    host: new URL(origin).host,
    clientId: exchange.clientId,
    answer: outcome.answer,
    claims: readIdentityClaims(identityToken),
    facts: exchange.facts,
  });
  throw new IngestError(problem.code, problem.message, { solution: problem.solution });
}

/**
 * The audience when nobody has set one: what the workspace names as its own, else its token endpoint, as Databricks'
 * tools have it.
 */
async function discoverAudience(origin: string, http: HttpSender): Promise<string> {
  const answer = await http
    .send({
      method: 'GET',
      url: `${origin}/.well-known/databricks-config`,
      headers: { accept: 'application/json' },
      timeoutMs: DISCOVERY_TIMEOUT_MS,
    })
    .catch((error: unknown) => {
      throw error instanceof UnansweredError ? translateUnanswered(error) : error;
    });
  const [audience] =
    answer.status === 200 ? listField(parseJson(answer.text), 'token_federation_default_oidc_audiences') : [];
  return typeof audience === 'string' && audience !== '' ? audience : tokenEndpointOf(origin);
}
