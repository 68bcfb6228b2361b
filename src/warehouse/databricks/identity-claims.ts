import { fieldOf, listField, parseJson, textField } from './json-value.ts';

/** Whom an identity token names, and for whom it was made. Nothing here is secret. */
export interface IdentityClaims {
  readonly issuer: string;
  readonly audiences: readonly string[];
  readonly subject: string;
  readonly repositoryId: string | undefined;
  readonly ownerId: string | undefined;
}

/** Reads the claims of a JWT without judging its signature; `undefined` for what is no JWT. */
export function readIdentityClaims(token: string): IdentityClaims | undefined {
  const payload = token.split('.')[1];
  if (payload === undefined) return undefined;
  const claims = parseJson(Buffer.from(payload, 'base64url').toString('utf8'));
  const issuer = textField(claims, 'iss');
  const subject = textField(claims, 'sub');
  if (issuer === undefined || subject === undefined) return undefined;
  const audience = fieldOf(claims, 'aud');
  return {
    issuer,
    subject,
    audiences: typeof audience === 'string' ? [audience] : listField(claims, 'aud').filter(isText),
    repositoryId: textField(claims, 'repository_id'),
    ownerId: textField(claims, 'repository_owner_id'),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
