import type { Pipeline } from '../model/pipeline.ts';

/** Shorter ones occur in ordinary words, and hiding them would shred the log. */
const MIN_LENGTH = 4;

/** Every secret of these pipelines, in each form in which it could turn up in a log. */
export function secretsOf(pipelines: readonly Pipeline[]): readonly string[] {
  const secrets = pipelines.flatMap(({ source }) => {
    const password = source.password?.reveal();
    return password === undefined ? [] : [password, encodeURIComponent(password)];
  });
  return [...new Set(secrets)].filter((secret) => secret.length >= MIN_LENGTH);
}
