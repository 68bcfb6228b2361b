import { describe, expect, it } from 'vitest';
import { secretsOf } from '../../src/commands/secrets-of.ts';
import type { DatabricksAuthSettings } from '../../src/model/pipeline.ts';
import { Secret } from '../../src/model/secret.ts';
import { samplePipeline, UNITY_TARGET } from '../support/sample-pipeline.ts';

function pipelineWith(password: string | undefined, auth: DatabricksAuthSettings | undefined) {
  const pipeline = samplePipeline();
  return {
    ...pipeline,
    source: { ...pipeline.source, password: password === undefined ? undefined : new Secret(password) },
    target: { ...UNITY_TARGET, databricks: { ...UNITY_TARGET.databricks, auth } },
  };
}

describe('the secrets of pipelines', () => {
  it('are every password, token and client secret, also as a URL would write them, each once', () => {
    const pipelines = [
      pipelineWith('pass/word', { tag: 'pat', token: new Secret('dapi0123') }),
      pipelineWith('pass/word', { tag: 'oauth-m2m', clientId: 'app', clientSecret: new Secret('dose0123') }),
    ];
    expect(secretsOf(pipelines, {})).toEqual(['pass/word', 'pass%2Fword', 'dapi0123', 'dose0123']);
  });

  it('are those of the environment too, where a target may take them from there', () => {
    const environment = {
      DATABRICKS_TOKEN: 'dapi4567\n',
      DATABRICKS_CLIENT_SECRET: 'dose4567',
      DATABRICKS_OIDC_TOKEN: 'eyJ.4567',
      DATABRICKS_HOST: 'dbc-1.cloud.databricks.com',
    };
    expect(secretsOf([pipelineWith(undefined, undefined)], environment)).toEqual([
      'dapi4567',
      'dose4567',
      'eyJ.4567',
    ]);
  });

  it('are no ordinary words: what is shorter than four letters would hide half the log', () => {
    expect(secretsOf([pipelineWith('abc', undefined)], { DATABRICKS_TOKEN: '' })).toEqual([]);
  });
});
