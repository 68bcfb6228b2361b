import type { Pipeline } from '../model/pipeline.ts';
import type { KnownSecret } from '../report/redactor.ts';

/** Where Databricks' tools look for a secret; a target without settings of its own takes it from there. */
const SECRET_VARIABLES = ['DATABRICKS_TOKEN', 'DATABRICKS_CLIENT_SECRET', 'DATABRICKS_OIDC_TOKEN'] as const;

/** Every secret that these pipelines use, and who signs in with it. */
export function knownSecretsOf(
  pipelines: readonly Pipeline[],
  environment: Readonly<Record<string, string | undefined>>,
): readonly KnownSecret[] {
  const ambient = pipelines.some(({ target }) => target.tag === 'unity_catalog')
    ? SECRET_VARIABLES.map((name) => ({ value: environment[name]?.trim() ?? '' }))
    : [];
  return [...pipelines.flatMap(configuredSecrets), ...ambient].filter(({ value }) => value !== '');
}

function configuredSecrets({ source, target }: Pipeline): readonly KnownSecret[] {
  const auth = target.tag === 'unity_catalog' ? target.databricks.auth : undefined;
  return [
    { secret: source.password, user: source.username },
    { secret: auth?.tag === 'pat' ? auth.token : undefined, user: undefined },
    {
      secret: auth?.tag === 'oauth-m2m' ? auth.clientSecret : undefined,
      user: auth?.tag === 'oauth-m2m' ? auth.clientId : undefined,
    },
  ].flatMap(({ secret, user }) => (secret === undefined ? [] : [{ value: secret.reveal(), user }]));
}
