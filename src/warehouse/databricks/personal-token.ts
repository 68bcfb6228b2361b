import type { Secret } from '../../model/secret.ts';
import type { TokenSource } from './token-source.ts';

/** A personal access token: always the same. Whether it still counts shows at its first use. */
export function personalToken(token: Secret): TokenSource {
  return { token: () => Promise.resolve(token.reveal()), refuse: () => undefined };
}
