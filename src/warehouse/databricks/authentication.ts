import type { DatabricksAuthSettings } from '../../model/pipeline.ts';
import type { Problem } from '../../model/problem.ts';
import type { Secret } from '../../model/secret.ts';
import type { Environment } from './environment.ts';
import { missingIdentityProblem } from './federation-help.ts';
import { type GithubFacts, githubFactsOf } from './github-facts.ts';

/** How a run signs in, with all that it takes. */
export type DatabricksAuth =
  | { readonly tag: 'pat'; readonly token: Secret }
  | { readonly tag: 'oauth-m2m'; readonly clientId: string; readonly clientSecret: Secret }
  | {
      readonly tag: 'github-oidc';
      /** Application id of the service principal; `undefined` for an account-wide federation policy. */
      readonly clientId: string | undefined;
      /** `undefined`: the one that the workspace names as its own. */
      readonly audience: string | undefined;
      readonly identity: IdentitySupply;
      readonly facts: GithubFacts;
    };

/** Where the identity token (a JWT) of an exchange comes from. */
export type IdentitySupply =
  | { readonly tag: 'github-actions'; readonly requestUrl: string; readonly requestToken: Secret }
  | { readonly tag: 'token'; readonly token: Secret }
  | { readonly tag: 'file'; readonly path: string };

type AuthTag = DatabricksAuth['tag'];

/** `DATABRICKS_AUTH_TYPE` in Databricks' own words. Two of them only say where the identity token comes from. */
const AUTH_TYPES: Readonly<Record<string, AuthTag>> = {
  pat: 'pat',
  'oauth-m2m': 'oauth-m2m',
  'github-oidc': 'github-oidc',
  'env-oidc': 'github-oidc',
  'file-oidc': 'github-oidc',
};

/**
 * Decides how to sign in: what the configuration says; else what `DATABRICKS_AUTH_TYPE` says; else a token, else a
 * client id with its secret, else an identity token to exchange. A setting of the configuration wins over its variable.
 */
export function resolveAuth(
  settings: DatabricksAuthSettings | undefined,
  environment: Environment,
): DatabricksAuth | Problem {
  const typeName = environment.text('DATABRICKS_AUTH_TYPE');
  if (settings === undefined && typeName !== undefined && AUTH_TYPES[typeName] === undefined) {
    return invalid(
      'DATABRICKS_AUTH_TYPE names a way to sign in that is not supported here.',
      `Set it to one of ${Object.keys(AUTH_TYPES).join(', ')}, or set target.databricks.auth.type.`,
    );
  }
  const tag = settings?.tag ?? (typeName === undefined ? undefined : AUTH_TYPES[typeName]);
  switch (tag ?? findAuth(environment)) {
    case 'pat':
      return personalToken(settings, environment);
    case 'oauth-m2m':
      return clientCredentials(settings, environment);
    case 'github-oidc':
      return identityExchange(settings, environment);
    default:
      return noAuthProblem(environment);
  }
}

function findAuth(environment: Environment): AuthTag | undefined {
  if (environment.text('DATABRICKS_TOKEN') !== undefined) return 'pat';
  const hasClient = environment.text('DATABRICKS_CLIENT_ID') !== undefined;
  if (hasClient && environment.text('DATABRICKS_CLIENT_SECRET') !== undefined) return 'oauth-m2m';
  return identitySupplyOf(environment) === undefined ? undefined : 'github-oidc';
}

function personalToken(settings: DatabricksAuthSettings | undefined, environment: Environment) {
  const given = settings?.tag === 'pat' ? settings.token : undefined;
  const token = given ?? environment.secret('DATABRICKS_TOKEN');
  if (token !== undefined) return { tag: 'pat', token } as const;
  return invalid(
    'The personal access token for Databricks is missing.',
    'Set target.databricks.auth.token, or the environment variable DATABRICKS_TOKEN.',
  );
}

function clientCredentials(settings: DatabricksAuthSettings | undefined, environment: Environment) {
  const given = settings?.tag === 'oauth-m2m' ? settings : undefined;
  const clientId = given?.clientId ?? environment.text('DATABRICKS_CLIENT_ID');
  const clientSecret = given?.clientSecret ?? environment.secret('DATABRICKS_CLIENT_SECRET');
  if (clientId !== undefined && clientSecret !== undefined) {
    return { tag: 'oauth-m2m', clientId, clientSecret } as const;
  }
  const missing = [
    ...(clientId === undefined ? ['target.databricks.auth.client_id (DATABRICKS_CLIENT_ID)'] : []),
    ...(clientSecret === undefined
      ? ['target.databricks.auth.client_secret (DATABRICKS_CLIENT_SECRET)']
      : []),
  ];
  return invalid(
    'Signing in to Databricks by a client id and its secret lacks a part.',
    `Set ${missing.join(' and ')}, as a setting or as the environment variable in brackets.`,
  );
}

function identityExchange(
  settings: DatabricksAuthSettings | undefined,
  environment: Environment,
): DatabricksAuth | Problem {
  const given = settings?.tag === 'github-oidc' ? settings : undefined;
  const facts = githubFactsOf(environment);
  const identity = identitySupplyOf(environment);
  if (identity === undefined) return missingIdentityProblem(facts);
  return {
    tag: 'github-oidc',
    clientId: given?.clientId ?? environment.text('DATABRICKS_CLIENT_ID'),
    audience: given?.audience ?? environment.text('DATABRICKS_TOKEN_AUDIENCE'),
    identity,
    facts,
  };
}

/** A token that somebody put there on purpose comes before the one that every permitted job can ask for. */
function identitySupplyOf(environment: Environment): IdentitySupply | undefined {
  const token = environment.secret('DATABRICKS_OIDC_TOKEN');
  if (token !== undefined) return { tag: 'token', token };
  const path = environment.text('DATABRICKS_OIDC_TOKEN_FILEPATH');
  if (path !== undefined) return { tag: 'file', path };
  const requestUrl = environment.text('ACTIONS_ID_TOKEN_REQUEST_URL');
  const requestToken = environment.secret('ACTIONS_ID_TOKEN_REQUEST_TOKEN');
  if (requestUrl === undefined || requestToken === undefined || !URL.canParse(requestUrl)) return undefined;
  return { tag: 'github-actions', requestUrl, requestToken };
}

function noAuthProblem(environment: Environment): Problem {
  const facts = githubFactsOf(environment);
  const identity = facts.inActions
    ? [
        '- no stored secret: DATABRICKS_CLIENT_ID, with the identity of the job.',
        missingIdentityProblem(facts).solution,
      ]
    : [
        '- no stored secret, in GitHub Actions: DATABRICKS_CLIENT_ID, and the permission "id-token: write" for the job.',
      ];
  return invalid(
    'Nothing says how to sign in to Databricks: there is no token, no client secret and no identity token.',
    [
      'Set one of these:',
      '- DATABRICKS_TOKEN: a personal access token.',
      '- DATABRICKS_CLIENT_ID and DATABRICKS_CLIENT_SECRET: an OAuth secret of a service principal.',
      ...identity,
    ].join('\n'),
  );
}

function invalid(message: string, solution: string): Problem {
  return { code: 'config-invalid', message, solution };
}
