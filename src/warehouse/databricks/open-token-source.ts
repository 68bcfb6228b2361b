import type { DatabricksConnection } from './connection.ts';
import { exchangedIdentityToken } from './github-oidc.ts';
import { httpSender } from './http-sender.ts';
import { clientCredentialsToken } from './oauth-m2m.ts';
import { type Pace, REAL_PACE } from './pace.ts';
import { personalToken } from './personal-token.ts';
import type { TokenSource } from './token-source.ts';

/**
 * The token source that a connection's settings call for. Sends nothing before the first token is needed. Aborting the
 * signal makes `token()` throw `interrupted` where it waits for an issuer.
 */
export function openTokenSource(
  connection: Pick<DatabricksConnection, 'origin' | 'auth'>,
  options: { readonly signal?: AbortSignal; readonly pace?: Pace } = {},
): TokenSource {
  const { origin, auth } = connection;
  const { signal = new AbortController().signal, pace = REAL_PACE } = options;
  const using = { http: httpSender({ pace, signal }), pace };
  switch (auth.tag) {
    case 'pat':
      return personalToken(auth.token);
    case 'oauth-m2m':
      return clientCredentialsToken(origin, auth, using);
    case 'github-oidc':
      return exchangedIdentityToken(origin, auth, using);
    default:
      return auth satisfies never;
  }
}
