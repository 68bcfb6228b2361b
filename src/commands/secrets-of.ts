import type { Pipeline } from '../model/pipeline.ts';
import type { Secret } from '../model/secret.ts';

/** Shorter ones occur in ordinary words, and hiding them would shred the log. */
const MIN_LENGTH = 4;

/** Where Databricks' tools look for a secret; a target without settings of its own takes it from there. */
const SECRET_VARIABLES = ['DATABRICKS_TOKEN', 'DATABRICKS_CLIENT_SECRET', 'DATABRICKS_OIDC_TOKEN'] as const;

/** Every secret that these pipelines use, in each form in which it could turn up in a log. */
export function secretsOf(
  pipelines: readonly Pipeline[],
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const configured = pipelines.flatMap((pipeline) => configuredSecrets(pipeline).map((one) => one.reveal()));
  const ambient = pipelines.some(({ target }) => target.tag === 'unity_catalog')
    ? SECRET_VARIABLES.flatMap((name) => environment[name]?.trim() ?? [])
    : [];
  const secrets = [...configured, ...ambient].flatMap((secret) => [secret, encodeURIComponent(secret)]);
  return [...new Set(secrets)].filter((secret) => secret.length >= MIN_LENGTH);
}

function configuredSecrets({ source, target }: Pipeline): readonly Secret[] {
  const auth = target.tag === 'unity_catalog' ? target.databricks.auth : undefined;
  const secrets = [
    source.password,
    auth?.tag === 'pat' ? auth.token : undefined,
    auth?.tag === 'oauth-m2m' ? auth.clientSecret : undefined,
  ];
  return secrets.filter((secret) => secret !== undefined);
}
