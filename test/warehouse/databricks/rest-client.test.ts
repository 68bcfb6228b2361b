import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IngestError } from '../../../src/model/ingest-error.ts';
import { Secret } from '../../../src/model/secret.ts';
import type { DatabricksAuth } from '../../../src/warehouse/databricks/authentication.ts';
import { type RestClient, restClient } from '../../../src/warehouse/databricks/rest-client.ts';
import { RestFailure } from '../../../src/warehouse/databricks/rest-failure.ts';
import { cannedEngine } from '../../support/front/canned-engine.ts';
import type { Fault } from '../../support/front/fault.ts';
import { startFront } from '../../support/front/front.ts';
import { type MemoryWorkspace, startWorkspace } from '../../support/front/workspace.ts';
import { type VirtualPace, virtualPace } from '../../support/virtual-pace.ts';

const PAT: DatabricksAuth = { tag: 'pat', token: new Secret('t') };
const M2M: DatabricksAuth = { tag: 'oauth-m2m', clientId: 'client', clientSecret: new Secret('s') };
const CALL = { method: 'GET', path: '/api/2.1/unity-catalog/catalogs/main' } as const;
const NAME = 'GET catalog';

let workspace: MemoryWorkspace;
let pace: VirtualPace;
beforeEach(async () => {
  workspace = await startWorkspace();
  pace = virtualPace();
});
afterEach(async () => {
  expect(workspace.front.violations).toEqual([]);
  await workspace[Symbol.asyncDispose]();
});

interface ClientOptions {
  readonly tokens?: readonly string[];
  readonly auth?: DatabricksAuth;
  readonly origin?: string;
  readonly signal?: AbortSignal;
}

/** A client whose token source gives these tokens, the next one after each refusal. */
function client(options: ClientOptions = {}): RestClient & { readonly refused: readonly string[] } {
  const { tokens = [workspace.front.token], auth = PAT, origin = workspace.front.origin } = options;
  const refused: string[] = [];
  const rest = restClient({
    connection: { origin, host: 'HOST', auth },
    tokens: {
      token: async () => tokens[Math.min(refused.length, tokens.length - 1)] ?? '',
      refuse: (token) => void refused.push(token),
    },
    userAgent: 'Tributary/test',
    pace,
    signal: options.signal ?? new AbortController().signal,
  });
  return { ...rest, refused };
}

async function thrownBy(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => expect.fail('nothing was thrown'),
    (error: unknown) => error,
  );
}

function textOf(error: unknown): string {
  if (!(error instanceof IngestError)) throw new Error(`no IngestError: ${String(error)}`);
  return `${error.code}: ${error.message}\n\n${error.solution}\n`;
}

describe('a call of the workspace', () => {
  it('carries the token and says who calls', async () => {
    expect((await client().send(CALL)).text).toBe('{"name":"main"}');
    const [call] = workspace.front.calls;
    expect(call?.headers).toMatchObject({
      authorization: `Bearer ${workspace.front.token}`,
      'user-agent': 'Tributary/test',
    });
  });

  it.each([
    ['a refusal for now', { tag: 'http', status: 429 }],
    ['a failing service', { tag: 'http', status: 503 }],
    ['a gateway that gave up', { tag: 'http', status: 504 }],
    ['a connection cut before', { tag: 'reset-before' }],
    ['a connection cut after', { tag: 'reset-after' }],
  ] as const)('is repeated after %s', async (_, fault) => {
    workspace.front.fault(NAME, fault);
    expect((await client().send(CALL)).status).toBe(200);
    expect(pace.waits).toEqual([500]);
  });

  it.each([
    ['seconds', '3', 3000],
    ['a date', new Date(Math.floor(Date.now() / 1000) * 1000 + 3_600_000).toUTCString(), 300_000],
    ['less than our own wait', '0', 500],
    ['nonsense', 'soon', 500],
  ])('waits as long as Retry-After says, in %s', async (_, header, waitMs) => {
    workspace.front.fault(NAME, { tag: 'http', status: 429, headers: { 'retry-after': header } });
    await client().send(CALL);
    expect(pace.waits).toEqual([waitMs]);
  });

  it('gives up after nine tries, waiting ever longer', async () => {
    workspace.front.fault(NAME, { tag: 'http', status: 502 }, 'always');
    expect(await thrownBy(client().send(CALL))).toMatchObject({ kind: 'passing', status: 502 });
    expect(pace.waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  it('gives up a try that hangs, and tries again', async () => {
    workspace.front.fault(NAME, { tag: 'hang' });
    expect((await client().send({ ...CALL, timeoutMs: 1500 })).status).toBe(200);
    expect(pace.waits).toEqual([500]);
  });

  it('ends as soon as the run is interrupted', async () => {
    const abort = new AbortController();
    workspace.front.fault(NAME, { tag: 'hang' });
    const arrived = workspace.front.nextCall(NAME);
    const failed = thrownBy(client({ signal: abort.signal }).send(CALL));
    await arrived;
    abort.abort();
    expect(await failed).toMatchObject({ code: 'interrupted' });
    expect(await thrownBy(client({ signal: abort.signal }).send(CALL))).toMatchObject({
      code: 'interrupted',
    });
    expect(workspace.front.calls).toHaveLength(1);
  });

  it('goes once more with a new token when its token is refused', async () => {
    workspace.front.tokens.accept('old', 0);
    const rest = client({ tokens: ['old', workspace.front.token] });
    expect((await rest.send(CALL)).status).toBe(200);
    expect(rest.refused).toEqual(['old']);
    expect(pace.waits).toEqual([]);
  });

  it.each([
    ['an expired token', 'token-expired', PAT],
    ['a token that the workspace does not know', 'token-strange', PAT],
    ['its own token', 'token-expired', M2M],
  ])('fails when the new token is refused, too: %s', async (name, token, auth) => {
    workspace.front.tokens.accept('token-expired', 0);
    const rest = client({ tokens: [token], auth });
    const failure = await thrownBy(rest.send(CALL));
    expect(failure).toMatchObject({ kind: 'unauthenticated' });
    expect(workspace.front.calls).toHaveLength(2);
    const text = textOf(rest.translate(failure, 'looking'));
    await expect(text).toMatchFileSnapshot(`golden/rest-${name.replaceAll(' ', '-')}.txt`);
    expect(text).not.toContain(token);
  });

  it('leaves a redirect alone: it would take the token elsewhere', async () => {
    workspace.front.fault(NAME, {
      tag: 'http',
      status: 302,
      headers: { location: `${workspace.front.origin}/x` },
    });
    expect(await thrownBy(client().send(CALL))).toMatchObject({ kind: 'rejected', status: 302 });
    expect(workspace.front.calls).toHaveLength(1);
  });
});

describe('a host that does not answer', () => {
  it('is told when there is none of that name', async () => {
    const error = await thrownBy(client({ origin: 'https://no-such-host.invalid' }).send(CALL));
    // Where there is no name service at all, nobody can say so.
    expect(textOf(error)).toMatch(/no host of the name no-such-host\.invalid|cannot be reached.*EAI_AGAIN/);
  });

  it('is told when it refuses connections', async () => {
    const { origin, host } = workspace.front;
    await workspace.front[Symbol.asyncDispose]();
    const text = textOf(await thrownBy(client({ origin }).send(CALL)));
    expect(text.replace(host, 'HOST')).toContain(
      'HOST cannot be reached, or does not answer (ECONNREFUSED).',
    );
    workspace = await startWorkspace();
  });

  it('is told at once when its certificate is not trusted', async () => {
    await using strange = await startFront({ engine: cannedEngine([]) });
    const error = await thrownBy(client({ origin: strange.origin }).send(CALL));
    expect(textOf(error)).toMatch(/^target-unavailable: The TLS certificate of localhost:\d+ is not trusted/);
    expect(textOf(error)).toContain('NODE_EXTRA_CA_CERTS');
    expect(pace.waits).toEqual([]);
  });
});

describe('what an answer means', () => {
  const json = (status: number, content: unknown): Fault => ({
    tag: 'http',
    status,
    body: JSON.stringify(content),
  });
  it.each([
    [json(403, { error_code: 'PERMISSION_DENIED', message: 'User may not token-4711' }), 'forbidden'],
    [
      json(403, { message: 'Source IP address: 1.2.3.4 is blocked by Databricks IP ACL for workspace' }),
      'address-blocked',
    ],
    [json(400, { error_code: 'PERMISSION_DENIED' }), 'forbidden'],
    [json(404, { error_code: 'NOT_FOUND' }), 'missing'],
    [json(404, {}), 'missing'],
    [json(400, { error_code: 'CATALOG_DOES_NOT_EXIST' }), 'missing'],
    [json(409, {}), 'already-there'],
    [json(400, { error_code: 'SCHEMA_ALREADY_EXISTS' }), 'already-there'],
    [json(413, {}), 'quota'],
    [json(400, { error_code: 'QUOTA_EXCEEDED' }), 'quota'],
    [json(400, { error_code: 'RESOURCE_EXHAUSTED' }), 'quota'],
    [json(400, { error_code: 'INVALID_PARAMETER_VALUE' }), 'rejected'],
    [json(200, 'x'), undefined],
  ])('%j is %s', async (fault, kind) => {
    workspace.front.fault(NAME, fault);
    const outcome = await client()
      .send(CALL)
      .catch((error: unknown) => error);
    expect(outcome instanceof RestFailure ? outcome.kind : undefined).toBe(kind);
  });

  it('is told to people without what the server said', async () => {
    const rest = client();
    for (const [status, content, code] of [
      [403, { error_code: 'PERMISSION_DENIED', message: 'secret-sentence' }, 'target-permission-denied'],
      [403, { message: 'IP access list secret-sentence' }, 'target-permission-denied'],
      [400, { error_code: 'RESOURCE_EXHAUSTED', message: 'secret-sentence' }, 'target-quota-exceeded'],
      [400, { error_code: 'secret-sentence', message: 'secret-sentence' }, 'target-unavailable'],
    ] as const) {
      workspace.front.fault(NAME, json(status, content));
      const text = textOf(rest.translate(await thrownBy(rest.send(CALL)), 'reading the catalog main'));
      expect(text).toMatch(new RegExp(`^${code}: `));
      expect(text).not.toContain('secret-sentence');
    }
  });
});
