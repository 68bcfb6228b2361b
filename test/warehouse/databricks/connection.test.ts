import { describe, expect, it } from 'vitest';
import { IngestError } from '../../../src/model/ingest-error.ts';
import type { DatabricksSettings } from '../../../src/model/pipeline.ts';
import { Secret } from '../../../src/model/secret.ts';
import { principalOf, resolveConnection } from '../../../src/warehouse/databricks/connection.ts';

const NOTHING: DatabricksSettings = { host: undefined, httpPath: undefined, auth: undefined };
const WORKSPACE = {
  DATABRICKS_HOST: 'https://dbc-1.cloud.databricks.com/?o=1',
  DATABRICKS_HTTP_PATH: '/sql/1.0/warehouses/abc123',
};
const IN_ACTIONS = {
  GITHUB_ACTIONS: 'true',
  GITHUB_REPOSITORY: 'acme/pipelines',
  GITHUB_EVENT_NAME: 'schedule',
};
const IDENTITY = {
  ...IN_ACTIONS,
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://runner.example/token?api-version=2.0',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
};
const SECRET_VALUE = 'dapi-very-secret';

function errorOf(settings: DatabricksSettings, variables: Readonly<Record<string, string>>): IngestError {
  try {
    resolveConnection(settings, variables);
  } catch (error) {
    if (error instanceof IngestError) return error;
    throw error;
  }
  throw new Error('the connection was resolved');
}

function textOf(error: IngestError): string {
  return `${error.code}: ${error.message}\n\n${error.solution}\n`;
}

describe('where the workspace and the warehouse are', () => {
  it('comes from the environment', () => {
    expect(resolveConnection(NOTHING, { ...WORKSPACE, DATABRICKS_TOKEN: 't' })).toMatchObject({
      host: 'dbc-1.cloud.databricks.com',
      port: 443,
      origin: 'https://dbc-1.cloud.databricks.com',
      httpPath: '/sql/1.0/warehouses/abc123',
      warehouseId: 'abc123',
    });
  });

  it('comes from the configuration first', () => {
    const settings = { ...NOTHING, host: 'other.example:8443', httpPath: 'sql/1.0/endpoints/def/' };
    expect(resolveConnection(settings, { ...WORKSPACE, DATABRICKS_TOKEN: 't' })).toMatchObject({
      origin: 'https://other.example:8443',
      httpPath: '/sql/1.0/warehouses/def',
      warehouseId: 'def',
    });
  });

  it("takes the warehouse's id alone", () => {
    const variables = { DATABRICKS_HOST: 'h.example', DATABRICKS_WAREHOUSE_ID: 'abc', DATABRICKS_TOKEN: 't' };
    expect(resolveConnection(NOTHING, variables).httpPath).toBe('/sql/1.0/warehouses/abc');
  });

  it('tells everything that is missing at once, by setting and by variable; an empty variable is missing', async () => {
    const error = errorOf(NOTHING, { DATABRICKS_HOST: '', DATABRICKS_TOKEN: ' ' });
    await expect(textOf(error)).toMatchFileSnapshot('golden/connection-nothing-set.txt');
  });

  it.each([
    [
      { httpPath: '/sql/protocolv1/o/1/0123-456-abc' },
      'target.databricks.http_path is the path of a cluster',
    ],
    [{ httpPath: '/sql/1.0/warehouses/' }, 'target.databricks.http_path is not the path of a SQL warehouse.'],
    [{ host: 'http://h.example' }, 'target.databricks.host begins with http://'],
  ])('refuses %j by the name of the setting', (part, message) => {
    const error = errorOf({ ...NOTHING, ...part }, { ...WORKSPACE, DATABRICKS_TOKEN: 't' });
    expect(error.code).toBe('config-invalid');
    expect(error.message).toContain(message);
  });

  it.each([
    ['DATABRICKS_HOST', 'The environment variable DATABRICKS_HOST is not a host name.'],
    [
      'DATABRICKS_HTTP_PATH',
      'The environment variable DATABRICKS_HTTP_PATH is not the path of a SQL warehouse.',
    ],
  ])('never quotes what stands in %s: it may be a token in the wrong place', (name, message) => {
    const error = errorOf(NOTHING, { ...WORKSPACE, DATABRICKS_TOKEN: 't', [name]: 'dapi_very_secret' });
    expect(error.message).toBe(message);
    expect(textOf(error)).not.toContain('dapi_very_secret');
  });
});

describe('how a run signs in', () => {
  const authOf = (settings: DatabricksSettings['auth'], variables: Readonly<Record<string, string>>) =>
    resolveConnection({ ...NOTHING, auth: settings }, { ...WORKSPACE, ...variables }).auth;
  const CLIENT = { DATABRICKS_CLIENT_ID: 'client', DATABRICKS_CLIENT_SECRET: SECRET_VALUE };

  it.each([
    ['a token before all others', { DATABRICKS_TOKEN: 't', ...CLIENT, ...IDENTITY }, 'pat'],
    ['a client secret before the identity of the job', { ...CLIENT, ...IDENTITY }, 'oauth-m2m'],
    ['the identity of the job, with a client id', { DATABRICKS_CLIENT_ID: 'c', ...IDENTITY }, 'github-oidc'],
    ['the identity of the job alone', IDENTITY, 'github-oidc'],
    ['an identity token in a variable', { DATABRICKS_OIDC_TOKEN: 'j.w.t' }, 'github-oidc'],
    [
      'what DATABRICKS_AUTH_TYPE says',
      { DATABRICKS_AUTH_TYPE: 'github-oidc', ...CLIENT, ...IDENTITY },
      'github-oidc',
    ],
    [
      'the same in other words',
      { DATABRICKS_AUTH_TYPE: 'file-oidc', DATABRICKS_OIDC_TOKEN_FILEPATH: '/t' },
      'github-oidc',
    ],
  ])('takes %s', (_, variables, tag) => {
    expect(authOf(undefined, variables).tag).toBe(tag);
  });

  it('does what the configuration says, whatever else is there', () => {
    const settings = { tag: 'oauth-m2m', clientId: 'mine', clientSecret: undefined } as const;
    const auth = authOf(settings, { DATABRICKS_TOKEN: 't', DATABRICKS_AUTH_TYPE: 'pat', ...CLIENT });
    expect(auth).toMatchObject({ tag: 'oauth-m2m', clientId: 'mine' });
    expect(auth.tag === 'oauth-m2m' && auth.clientSecret.reveal()).toBe(SECRET_VALUE);
  });

  it('has all that an exchange needs', () => {
    const auth = authOf(undefined, {
      ...IDENTITY,
      DATABRICKS_CLIENT_ID: 'c',
      DATABRICKS_TOKEN_AUDIENCE: 'a',
    });
    expect(auth).toMatchObject({
      clientId: 'c',
      audience: 'a',
      identity: { tag: 'github-actions', requestUrl: IDENTITY.ACTIONS_ID_TOKEN_REQUEST_URL },
      facts: { inActions: true, repository: 'acme/pipelines', eventName: 'schedule' },
    });
    expect(principalOf(auth)).toBe('c');
    expect(principalOf({ tag: 'pat', token: new Secret('t') })).toBeUndefined();
  });

  it.each([
    ['outside-actions', undefined, {}],
    ['no-permission', undefined, IN_ACTIONS],
    ['fork', undefined, { ...IN_ACTIONS, GITHUB_EVENT_NAME: 'pull_request' }],
    ['oidc-no-permission', { tag: 'github-oidc', clientId: 'c', audience: undefined }, IN_ACTIONS],
    ['oidc-outside-actions', { tag: 'github-oidc', clientId: 'c', audience: undefined }, {}],
    ['pat-missing', { tag: 'pat', token: undefined }, {}],
    [
      'm2m-half',
      { tag: 'oauth-m2m', clientId: undefined, clientSecret: undefined },
      { DATABRICKS_CLIENT_ID: 'c' },
    ],
    ['unknown-type', undefined, { DATABRICKS_AUTH_TYPE: 'azure-cli', DATABRICKS_TOKEN: SECRET_VALUE }],
  ] as const)('says what to set when it cannot: %s', async (name, settings, variables) => {
    const text = textOf(errorOf({ ...NOTHING, auth: settings }, { ...WORKSPACE, ...variables }));
    await expect(text).toMatchFileSnapshot(`golden/auth-${name}.txt`);
    expect(text).not.toContain(SECRET_VALUE);
  });
});
