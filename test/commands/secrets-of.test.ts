import { describe, expect, it } from 'vitest';
import { knownSecretsOf } from '../../src/commands/secrets-of.ts';
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
  it('are every password, token and client secret, with the user who signs in', () => {
    const pipelines = [
      pipelineWith('pass/word', { tag: 'pat', token: new Secret('dapi0123') }),
      pipelineWith('pass/word', { tag: 'oauth-m2m', clientId: 'app', clientSecret: new Secret('dose0123') }),
    ];
    expect(knownSecretsOf(pipelines, {})).toEqual([
      { value: 'pass/word', user: pipelines[0]?.source.username },
      { value: 'dapi0123', user: undefined },
      { value: 'pass/word', user: pipelines[0]?.source.username },
      { value: 'dose0123', user: 'app' },
    ]);
  });

  it('are those of the environment too, where a target may take them from there', () => {
    const environment = {
      DATABRICKS_TOKEN: 'dapi4567\n',
      DATABRICKS_CLIENT_SECRET: 'dose4567',
      DATABRICKS_OIDC_TOKEN: 'eyJ.4567',
      DATABRICKS_HOST: 'dbc-1.cloud.databricks.com',
    };
    expect(knownSecretsOf([pipelineWith(undefined, undefined)], environment)).toEqual([
      { value: 'dapi4567' },
      { value: 'dose4567' },
      { value: 'eyJ.4567' },
    ]);
  });
});
