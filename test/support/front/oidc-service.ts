import { randomBytes } from 'node:crypto';
import { verifyIdentity } from './github-issuer.ts';
import { jsonAnswer } from './json-answer.ts';
import type { FrontContext, FrontRequest, FrontResponse, FrontService } from './service.ts';

/** What the workspace lets in, other than by a token of its own. */
export interface OidcOptions {
  /** Service principals with an OAuth secret. */
  readonly clients?: readonly { readonly clientId: string; readonly clientSecret: string }[];
  readonly policies?: readonly FederationPolicy[];
  /** Life of the tokens; an hour by default. */
  readonly expiresInSeconds?: number;
  /** What the workspace names as its audience for exchanges; nothing by default. */
  readonly defaultAudience?: string;
}

export interface FederationPolicy {
  readonly issuer: string;
  readonly audience: string;
  readonly subject: string;
  /** `undefined` for an account-wide policy. */
  readonly clientId: string | undefined;
}

const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const JWT_TYPE = 'urn:ietf:params:oauth:token-type:jwt';

/** The workspace's token endpoint and discovery documents. Strict: a field too many or too few is refused. */
export function oidcService(context: FrontContext, options: OidcOptions = {}): FrontService {
  const mint = (): FrontResponse => {
    const token = `oauth-${randomBytes(24).toString('base64url')}`;
    const expiresInSeconds = options.expiresInSeconds ?? 3600;
    context.tokens.accept(token, Date.now() + expiresInSeconds * 1000);
    return jsonAnswer(200, {
      access_token: token,
      scope: 'all-apis',
      token_type: 'Bearer',
      expires_in: expiresInSeconds,
    });
  };
  return {
    authentication: 'own',
    nameOf: ({ method, path }) => NAMES.get(`${method} ${path}`),
    handle: async (request) => {
      switch (request.path) {
        case '/.well-known/databricks-config':
          return options.defaultAudience === undefined
            ? jsonAnswer(404, { error_code: 'ENDPOINT_NOT_FOUND' })
            : jsonAnswer(200, { token_federation_default_oidc_audiences: [options.defaultAudience] });
        case '/oidc/.well-known/oauth-authorization-server':
          return jsonAnswer(200, { token_endpoint: `${context.origin}/oidc/v1/token` });
        default:
          return judgeTokenRequest(request, options) ?? mint();
      }
    },
  };
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ['POST /oidc/v1/token', 'token'],
  ['GET /.well-known/databricks-config', 'discovery'],
  ['GET /oidc/.well-known/oauth-authorization-server', 'discovery'],
]);

/** The refusal, or `undefined` where a token is due. */
function judgeTokenRequest(request: FrontRequest, options: OidcOptions): FrontResponse | undefined {
  if (request.headers['content-type'] !== 'application/x-www-form-urlencoded') {
    return oauthError(400, 'invalid_request', 'The body is no form');
  }
  const form = new URLSearchParams(request.body.toString('utf8'));
  if (form.get('scope') !== 'all-apis') return oauthError(400, 'invalid_scope', 'The scope is unknown');
  switch (form.get('grant_type')) {
    case 'client_credentials':
      return judgeClient(request, form, options);
    case TOKEN_EXCHANGE:
      return judgeExchange(request, form, options);
    default:
      return oauthError(400, 'unsupported_grant_type', 'The grant type is unknown');
  }
}

function judgeClient(request: FrontRequest, form: URLSearchParams, options: OidcOptions) {
  const strange = strangeField(form, ['grant_type', 'scope']);
  if (strange !== undefined) return oauthError(400, 'invalid_request', `Unknown field ${strange}`);
  const basic = /^Basic (.+)$/.exec(request.headers['authorization'] ?? '')?.[1] ?? '';
  const [clientId, clientSecret] = Buffer.from(basic, 'base64')
    .toString('utf8')
    .split(':')
    .map(decodeURIComponent);
  const isKnown = options.clients?.some(
    (client) => client.clientId === clientId && client.clientSecret === clientSecret,
  );
  return isKnown === true ? undefined : oauthError(401, 'invalid_client', 'Client authentication failed');
}

function judgeExchange(request: FrontRequest, form: URLSearchParams, options: OidcOptions) {
  const strange = strangeField(form, [
    'grant_type',
    'scope',
    'subject_token',
    'subject_token_type',
    'client_id',
  ]);
  if (strange !== undefined) return oauthError(400, 'invalid_request', `Unknown field ${strange}`);
  if (request.headers['authorization'] !== undefined) {
    return oauthError(400, 'invalid_request', 'An exchange takes no other authentication');
  }
  if (form.get('subject_token_type') !== JWT_TYPE) {
    return oauthError(400, 'invalid_request', 'subject_token_type is not supported');
  }
  const token = form.get('subject_token') ?? '';
  const claims = verifyIdentity(token);
  // A real one quotes the token's content in some of its sentences; nobody should print them.
  if (claims === undefined) return oauthError(400, 'invalid_grant', `Invalid subject token: ${token}`);
  const fits = options.policies?.some(
    (policy) =>
      policy.issuer === claims.get('iss') &&
      policy.audience === claims.get('aud') &&
      policy.subject === claims.get('sub') &&
      policy.clientId === (form.get('client_id') ?? undefined),
  );
  return fits === true
    ? undefined
    : oauthError(400, 'invalid_grant', `No federation policy matches the token ${token}`);
}

function strangeField(form: URLSearchParams, known: readonly string[]): string | undefined {
  return [...form.keys()].find((name) => !known.includes(name));
}

function oauthError(status: number, error: string, description: string): FrontResponse {
  return jsonAnswer(status, { error, error_description: description });
}
