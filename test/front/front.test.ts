import tls from 'node:tls';
import { describe, expect, it } from 'vitest';
import { cannedEngine } from '../support/front/canned-engine.ts';
import { startFront } from '../support/front/front.ts';
import type { FrontService } from '../support/front/service.ts';

/** Answers `GET /echo` to callers with an accepted token, `GET /open` to everybody. */
const ECHO: FrontService = {
  nameOf: (request) => (request.path === '/echo' ? 'echo' : undefined),
  handle: async (request) => ({ status: 200, body: request.query.get('say') ?? '' }),
};
const OPEN: FrontService = {
  authentication: 'own',
  nameOf: (request) => (request.path === '/open' ? 'open' : undefined),
  handle: async () => ({ status: 200, body: 'come in' }),
};

async function openFront() {
  const front = await startFront({ engine: cannedEngine([]), services: () => [ECHO, OPEN] });
  front.trust();
  const get = (path: string, token = front.token) =>
    fetch(`${front.origin}${path}`, { headers: { authorization: `Bearer ${token}` } });
  return { front, get, [Symbol.asyncDispose]: () => front[Symbol.asyncDispose]() };
}

describe('the front', () => {
  it('brings a call over trusted TLS to the service that names it, and logs it', async () => {
    await using workspace = await openFront();
    expect(workspace.front.idle()).toBe(true);
    const answer = await workspace.get('/echo?say=hello');
    expect(await answer.text()).toBe('hello');
    expect(workspace.front.calls).toMatchObject([{ name: 'echo', nth: 1, method: 'GET', path: '/echo' }]);
    expect(workspace.front.idle()).toBe(false);
    workspace.front.forgetCalls();
    expect(workspace.front.idle()).toBe(true);
  });

  it('is trusted by this process only when told so, and until it is closed', async () => {
    const trusted = () => tls.getCACertificates('default').length;
    const before = trusted();
    await using front = await startFront({ engine: cannedEngine([]), services: () => [OPEN] });
    await expect(fetch(`${front.origin}/open`)).rejects.toThrow();
    expect(front.idle()).toBe(true);
    front.trust();
    expect((await fetch(`${front.origin}/open`)).status).toBe(200);
    expect(trusted()).toBe(before + 1);
    await front[Symbol.asyncDispose]();
    expect(trusted()).toBe(before);
  });

  it('refuses unknown tokens and expired ones differently, but leaves token endpoints alone', async () => {
    await using workspace = await openFront();
    expect((await workspace.get('/echo', 'stranger')).status).toBe(403);
    workspace.front.tokens.accept('short', Date.now() - 1);
    expect((await workspace.get('/echo', 'short')).status).toBe(401);
    workspace.front.tokens.expireAll();
    expect((await workspace.get('/echo')).status).toBe(401);
    expect((await workspace.get('/open', 'stranger')).status).toBe(200);
    expect(workspace.front.violations).toEqual([]);
  });

  it('notes calls that no service knows', async () => {
    await using workspace = await openFront();
    expect((await workspace.get('/telemetry-ext')).status).toBe(404);
    expect(workspace.front.violations).toEqual(['No service answers GET /telemetry-ext']);
  });

  it('answers with a status and headers in the place of a call, once', async () => {
    await using workspace = await openFront();
    const busy = workspace.front.fault('echo', {
      tag: 'http',
      status: 429,
      headers: { 'retry-after': '7' },
      body: 'busy',
    });
    const refused = await workspace.get('/echo');
    expect([refused.status, refused.headers.get('retry-after'), await refused.text()]).toEqual([
      429,
      '7',
      'busy',
    ]);
    expect((await workspace.get('/echo')).status).toBe(200);
    expect(busy.strikes).toBe(1);
  });

  it('cuts the connection before or after the call is handled', async () => {
    let handled = 0;
    const counting: FrontService = {
      nameOf: () => 'count',
      handle: async () => {
        handled += 1;
        return { status: 200 };
      },
    };
    await using front = await startFront({ engine: cannedEngine([]), services: () => [counting] });
    front.trust();
    const call = () => fetch(front.origin, { headers: { authorization: `Bearer ${front.token}` } });
    front.fault({ name: 'count', nth: 1 }, { tag: 'reset-before' });
    front.fault({ name: 'count', nth: 2 }, { tag: 'reset-after' });
    await expect(call()).rejects.toThrow();
    expect(handled).toBe(0);
    await expect(call()).rejects.toThrow();
    expect(handled).toBe(1);
    expect((await call()).status).toBe(200);
  });

  it('never answers a hanging call, and still closes', async () => {
    await using workspace = await openFront();
    workspace.front.fault('echo', { tag: 'hang' });
    const arrived = workspace.front.nextCall('echo');
    const giveUp = new AbortController();
    const answer = fetch(`${workspace.front.origin}/echo`, { signal: giveUp.signal });
    await arrived;
    giveUp.abort();
    await expect(answer).rejects.toThrow();
  });

  it('strikes as often, as long and on whom it is told', async () => {
    await using workspace = await openFront();
    const statuses = async (count: number) => {
      const all: number[] = [];
      for (let n = 0; n < count; n += 1) {
        all.push((await workspace.get('/echo')).status);
      }
      return all;
    };
    workspace.front.fault('echo', { tag: 'http', status: 503 }, { times: 2 });
    expect(await statuses(3)).toEqual([503, 503, 200]);
    const always = workspace.front.fault((call) => call.nth > 4, { tag: 'expired-token' }, 'always');
    expect(await statuses(4)).toEqual([200, 401, 401, 401]);
    always[Symbol.dispose]();
    expect(await statuses(1)).toEqual([200]);
    workspace.front.fault('echo', { tag: 'http', status: 500 }, { forMs: 60_000 });
    expect(await statuses(2)).toEqual([500, 500]);
  });
});
