import { Secret } from '../../../src/model/secret.ts';
import { personalToken } from '../../../src/warehouse/databricks/personal-token.ts';
import { type RestClient, restClient } from '../../../src/warehouse/databricks/rest-client.ts';
import { virtualPace } from '../virtual-pace.ts';
import type { Front } from './front.ts';

/** A REST client of a front, signed in with the front's first token; it does not really wait. */
export function openRest(front: Front): RestClient {
  const token = new Secret(front.token);
  return restClient({
    connection: { origin: front.origin, host: 'HOST', auth: { tag: 'pat', token } },
    tokens: personalToken(token),
    userAgent: 'Tributary/test',
    pace: virtualPace(),
    signal: new AbortController().signal,
  });
}
