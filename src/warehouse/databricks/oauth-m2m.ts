import { IngestError } from '../../model/ingest-error.ts';
import type { Secret } from '../../model/secret.ts';
import { expiringToken, type MintedToken } from './expiring-token.ts';
import type { HttpSender } from './http-sender.ts';
import type { Pace } from './pace.ts';
import { requestAccessToken } from './token-endpoint.ts';
import type { TokenSource } from './token-source.ts';

export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: Secret;
}

/**
 * Access tokens for a service principal's client id and OAuth secret.
 *
 * https://docs.databricks.com/en/dev-tools/auth/oauth-m2m.html
 */
export function clientCredentialsToken(
  origin: string,
  credentials: ClientCredentials,
  using: { readonly http: HttpSender; readonly pace: Pace },
): TokenSource {
  return expiringToken(() => mint(origin, credentials, using.http), using.pace);
}

async function mint(origin: string, credentials: ClientCredentials, http: HttpSender): Promise<MintedToken> {
  const outcome = await requestAccessToken(
    http,
    origin,
    { grant_type: 'client_credentials', scope: 'all-apis' },
    { authorization: `Basic ${basicCredentials(credentials)}` },
  );
  if ('token' in outcome) return outcome;
  const host = new URL(origin).host;
  throw new IngestError(
    'target-authentication-failed',
    `Databricks (${host}) refused the client id ${credentials.clientId} with its secret (${outcome.answer}).`,
    {
      solution: [
        'Check that DATABRICKS_CLIENT_ID is the application id of a service principal that is assigned to this workspace.',
        "Check that DATABRICKS_CLIENT_SECRET is an OAuth secret of it that has not expired; make a new one under the service principal's secrets. A secret of Microsoft Entra is another thing.",
      ].join('\n'),
    },
  );
}

/** Both parts are form-encoded before they are joined. https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1 */
function basicCredentials({ clientId, clientSecret }: ClientCredentials): string {
  const encoded = [clientId, clientSecret.reveal()].map((part) => encodeURIComponent(part)).join(':');
  return Buffer.from(encoded).toString('base64');
}
