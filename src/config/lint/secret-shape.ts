/**
 * Shapes that only secrets have, wherever they stand, and what such a text is. Repetitions that could be tried from many places
 * have a bound, because the texts are anybody’s.
 */
const SHAPES: readonly (readonly [shape: RegExp, kind: string])[] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'a private key'],
  [/\bdapi[0-9a-f]{32}\b/, 'a Databricks token'],
  [/\bdose[0-9a-f]{32}\b/, 'a Databricks OAuth secret'],
  [/\bhooks\.slack\.com\/(?:services|workflows|triggers)\/\w/i, 'a Slack webhook'],
  [/\bxox[abeprs]-[\w-]{10,}/, 'a Slack token'],
  [/\b(?:gh[oprsu]_[A-Za-z0-9]{20,}|github_pat_\w{20,})/, 'a GitHub token'],
  [/\bAKIA[0-9A-Z]{16}\b/, 'an AWS access key'],
  [/\beyJ[\w-]{10,500}\.eyJ[\w-]{10,}/, 'a signed token (JWT)'],
  // The password of a URL; `user:@host` and `user:${PW}@host` have none.
  [
    /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@]{0,200}:(?!\$\{)[^\s/@]{1,200}@/i,
    'an address with a password in it',
  ],
  [/\bpassword\s{0,9}=\s{0,9}(?!\$\{)[^\s;&]/i, 'a connection text with a password in it'],
];

/**
 * What a text is that has the shape of a secret, such as `a Slack webhook`; `undefined` for any other text. Knows well-known
 * shapes only: an ordinary password looks like any word.
 */
export function secretKindOf(text: string): string | undefined {
  return SHAPES.find(([shape]) => shape.test(text))?.[1];
}
