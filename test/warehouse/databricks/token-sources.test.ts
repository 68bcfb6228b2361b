import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IngestError } from '../../../src/model/ingest-error.ts';
import { resolveConnection } from '../../../src/warehouse/databricks/connection.ts';
import { openTokenSource } from '../../../src/warehouse/databricks/open-token-source.ts';
import type { TokenSource } from '../../../src/warehouse/databricks/token-source.ts';
import { GITHUB_ISSUER, SAMPLE_JOB, subjectOf } from '../../support/front/github-issuer.ts';
import { type MemoryWorkspace, startWorkspace } from '../../support/front/workspace.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import { type VirtualPace, virtualPace } from '../../support/virtual-pace.ts';

const CLIENT_ID = '11111111-2222-3333-4444-555555555555';
const CLIENT_SECRET = 'dose-very-secret:%+';
const AUDIENCE = 'account-id';
const POLICY = {
  issuer: GITHUB_ISSUER,
  audience: AUDIENCE,
  subject: subjectOf(SAMPLE_JOB),
  clientId: CLIENT_ID,
};

let workspace: MemoryWorkspace;
let pace: VirtualPace;
beforeEach(async () => {
  workspace = await startWorkspace({
    clients: [{ clientId: CLIENT_ID, clientSecret: CLIENT_SECRET }],
    policies: [POLICY],
  });
  pace = virtualPace();
});
afterEach(async () => {
  expect(workspace.front.violations).toEqual([]);
  await workspace[Symbol.asyncDispose]();
});

function sourceFor(variables: Readonly<Record<string, string>>, signal?: AbortSignal): TokenSource {
  const connection = resolveConnection(
    { host: workspace.front.host, httpPath: workspace.front.httpPath, auth: undefined },
    variables,
  );
  return openTokenSource(connection, { pace, ...(signal === undefined ? {} : { signal }) });
}

const fromSecret = () =>
  sourceFor({ DATABRICKS_CLIENT_ID: CLIENT_ID, DATABRICKS_CLIENT_SECRET: CLIENT_SECRET });
const fromGithub = (variables: Readonly<Record<string, string>> = {}) =>
  sourceFor({
    ...workspace.issuer.environment,
    DATABRICKS_CLIENT_ID: CLIENT_ID,
    DATABRICKS_TOKEN_AUDIENCE: AUDIENCE,
    ...variables,
  });

async function errorOf(source: TokenSource): Promise<IngestError> {
  const error: unknown = await source.token().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof IngestError)) throw new Error(`no IngestError: ${String(error)}`);
  return error;
}

/** What a person may see; without what differs from test to test. */
function textOf(error: IngestError): string {
  const text = `${error.code}: ${error.message}\n\n${error.solution}\n`;
  expect(text).not.toMatch(/eyJ|request-token|very-secret/);
  return text.replaceAll(workspace.front.host, 'HOST');
}

function isAccepted(token: string): boolean {
  return workspace.front.tokens.judge(`Bearer ${token}`, Date.now()) === 'accepted';
}

describe('a personal access token', () => {
  it('is what was given, asked for nowhere, and stays so when it is refused', async () => {
    const source = sourceFor({ DATABRICKS_TOKEN: 'dapi1' });
    expect(await source.token()).toBe('dapi1');
    source.refuse('dapi1');
    expect(await source.token()).toBe('dapi1');
    expect(workspace.front.idle()).toBe(true);
  });
});

describe('a client secret', () => {
  it('gives a token that the workspace accepts, for all who ask at once', async () => {
    const source = fromSecret();
    const tokens = await Promise.all([source.token(), source.token(), source.token()]);
    expect(new Set(tokens).size).toBe(1);
    expect(isAccepted(tokens[0])).toBe(true);
    expect(workspace.front.callsNamed('token')).toHaveLength(1);
  });

  it('that is wrong is told by the client id', async () => {
    const source = sourceFor({
      DATABRICKS_CLIENT_ID: CLIENT_ID,
      DATABRICKS_CLIENT_SECRET: 'other-very-secret',
    });
    await expect(textOf(await errorOf(source))).toMatchFileSnapshot('golden/token-wrong-secret.txt');
  });
});

describe("the identity of GitHub's job", () => {
  it('is exchanged for a token that the workspace accepts', async () => {
    expect(isAccepted(await fromGithub().token())).toBe(true);
  });

  it('is asked for anew for each exchange', async () => {
    const source = fromGithub();
    const first = await source.token();
    source.refuse(first);
    const second = await source.token();
    expect(second).not.toBe(first);
    expect(workspace.issuer.issued).toBe(2);
  });

  it('may be refused: the message shows what came and the policy that would match', async () => {
    const source = fromGithub({ DATABRICKS_TOKEN_AUDIENCE: 'another' });
    await expect(textOf(await errorOf(source))).toMatchFileSnapshot('golden/token-refused-exchange.txt');
  });

  it('without an audience is made for the token endpoint, and says so when that is refused', async () => {
    const error = await errorOf(fromGithub({ DATABRICKS_TOKEN_AUDIENCE: '' }));
    expect(error.message).toContain(`audience   ${workspace.front.origin}/oidc/v1/token\n`);
  });

  it('without an audience takes what the workspace names as its own', async () => {
    await using other = await startWorkspace({ policies: [POLICY], defaultAudience: AUDIENCE });
    const connection = resolveConnection(
      { host: other.front.host, httpPath: other.front.httpPath, auth: undefined },
      { ...other.issuer.environment, DATABRICKS_CLIENT_ID: CLIENT_ID },
    );
    const token = await openTokenSource(connection, { pace }).token();
    expect(other.front.tokens.judge(`Bearer ${token}`, Date.now())).toBe('accepted');
  });

  it('goes without a client id where the policy is of the whole account', async () => {
    await using other = await startWorkspace({ policies: [{ ...POLICY, clientId: undefined }] });
    const connection = resolveConnection(
      { host: other.front.host, httpPath: other.front.httpPath, auth: undefined },
      { ...other.issuer.environment, DATABRICKS_TOKEN_AUDIENCE: AUDIENCE },
    );
    await expect(openTokenSource(connection, { pace }).token()).resolves.toMatch(/^oauth-/);
  });

  it('is not given when the request token is no longer good', async () => {
    const error = await errorOf(
      fromGithub({ ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token-of-an-ended-job' }),
    );
    await expect(textOf(error)).toMatchFileSnapshot('golden/token-refused-by-github.txt');
  });

  it('may come from a file, read anew for each exchange', async () => {
    await using directory = await temporaryDirectory({ jwt: 'no.jwt' });
    const source = (name: string) =>
      sourceFor({
        DATABRICKS_OIDC_TOKEN_FILEPATH: `${directory.path}/${name}`,
        DATABRICKS_TOKEN_AUDIENCE: AUDIENCE,
      });
    expect((await errorOf(source('jwt'))).message).toContain('is not a JWT');
    expect((await errorOf(source('missing'))).message).toContain(`${directory.path}/missing`);
  });
});

describe('a token that ends', () => {
  it('is kept until less than twenty minutes are left of its hour, then renewed', async () => {
    const source = fromGithub();
    const first = await source.token();
    pace.pass(40 * 60_000 - 1);
    expect(await source.token()).toBe(first);
    pace.pass(1);
    expect(await source.token()).not.toBe(first);
  });

  it('is renewed at half of a short life', async () => {
    await using short = await startWorkspace({
      clients: [{ clientId: CLIENT_ID, clientSecret: CLIENT_SECRET }],
      expiresInSeconds: 600,
    });
    const connection = resolveConnection(
      { host: short.front.host, httpPath: short.front.httpPath, auth: undefined },
      { DATABRICKS_CLIENT_ID: CLIENT_ID, DATABRICKS_CLIENT_SECRET: CLIENT_SECRET },
    );
    const source = openTokenSource(connection, { pace });
    const first = await source.token();
    pace.pass(299_999);
    expect(await source.token()).toBe(first);
    pace.pass(1);
    expect(await source.token()).not.toBe(first);
  });

  it('serves on while it lives when it cannot be renewed, and is renewed later', async () => {
    const source = fromGithub();
    const first = await source.token();
    pace.pass(45 * 60_000);
    using outage = workspace.front.fault('token', { tag: 'http', status: 400, body: '{}' }, 'always');
    expect(await source.token()).toBe(first);
    expect(await source.token()).toBe(first);
    expect(outage.strikes).toBe(1);
    pace.pass(30_000);
    outage[Symbol.dispose]();
    expect(await source.token()).not.toBe(first);
  });

  it('is not used any more at its end, whatever becomes of the renewal', async () => {
    const source = fromGithub();
    await source.token();
    pace.pass(59.6 * 60_000);
    workspace.front.fault('token', { tag: 'http', status: 400, body: '{}' });
    expect((await errorOf(source)).code).toBe('target-authentication-failed');
  });

  it('is dropped when it is refused, but not a newer one in its place', async () => {
    const source = fromSecret();
    const first = await source.token();
    source.refuse(first);
    const second = await source.token();
    source.refuse(first);
    expect(await source.token()).toBe(second);
  });
});

describe('trouble with an issuer', () => {
  it.each([
    ['token', { tag: 'http', status: 429, headers: { 'retry-after': '7' } }, 7000],
    ['token', { tag: 'http', status: 503 }, 500],
    ['token', { tag: 'reset-before' }, 500],
    ['token', { tag: 'reset-after' }, 500],
    ['identity token', { tag: 'http', status: 500 }, 500],
    ['identity token', { tag: 'reset-before' }, 500],
  ] as const)('that passes at %s is waited for: %j', async (call, fault, waitMs) => {
    workspace.front.fault(call, fault);
    expect(isAccepted(await fromGithub().token())).toBe(true);
    expect(pace.waits).toEqual([waitMs]);
  });

  it.each([
    ['token', 'gives out no access tokens at the moment (HTTP 503)'],
    ['identity token', 'GitHub gave no identity token at the moment (HTTP 503)'],
  ])('that lasts at %s ends in a failure that the next run may not have', async (call, message) => {
    workspace.front.fault(call, { tag: 'http', status: 503 }, 'always');
    const error = await errorOf(fromGithub());
    expect(error.code).toBe('target-unavailable');
    expect(error.message).toContain(message);
    expect(pace.waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  it.each([
    ['a page', { tag: 'http', status: 200, body: '<html>Sign in</html>' }],
    ['a redirect', { tag: 'http', status: 302, headers: { location: 'https://login.example/' } }],
    ['nothing of that name', { tag: 'http', status: 404, body: '' }],
  ] as const)('that is none, but %s, is told as a wrong host', async (_, fault) => {
    workspace.front.fault('token', fault);
    const error = await errorOf(fromSecret());
    expect(error.code).toBe('target-authentication-failed');
    expect(error.message).toContain('does not know OAuth');
    expect(error.solution).toContain('DATABRICKS_HOST');
  });

  it('is no longer waited for when the run is interrupted', async () => {
    const abort = new AbortController();
    const arrived = workspace.front.nextCall('token');
    workspace.front.fault('token', { tag: 'hang' });
    const source = sourceFor(
      { DATABRICKS_CLIENT_ID: CLIENT_ID, DATABRICKS_CLIENT_SECRET: CLIENT_SECRET },
      abort.signal,
    );
    const failed = errorOf(source);
    await arrived;
    abort.abort();
    expect((await failed).code).toBe('interrupted');
  });
});
