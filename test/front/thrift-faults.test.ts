import { describe, expect, it } from 'vitest';
import { type CannedRule, textResult } from '../support/front/canned-engine.ts';
import { openWorkspace, rejection, run } from '../support/front/driver-workspace.ts';
import { SESSION_NOT_READY } from '../support/front/fault.ts';

const SELECT_ONE: CannedRule = { match: /^SELECT 1$/, answer: textResult(['one'], ['1']) };

describe('a fault of the front', () => {
  it('loses the session for good; a new one works', async () => {
    await using workspace = await openWorkspace([SELECT_ONE]);
    const session = await workspace.client.openSession();
    workspace.front.fault('ExecuteStatement', { tag: 'session-lost' });
    for (let n = 0; n < 2; n += 1) {
      const error = await rejection(session.executeStatement('SELECT 1'));
      expect(error).toMatchObject({
        message: expect.stringContaining('Invalid SessionHandle: SessionHandle ['),
      });
      expect(error).not.toBeInstanceOf(Error);
    }
    expect(await rejection(session.close())).toMatchObject({ name: 'Status Error' });
    const another = await workspace.client.openSession();
    expect(await run(another, 'SELECT 1')).toEqual([{ one: '1' }]);
    await another.close();
    expect(workspace.front.violations).toEqual([]);
  });

  it('loses the session under a running statement', async () => {
    await using workspace = await openWorkspace([SELECT_ONE], { directResultsWaitMs: 0 });
    workspace.front.fault('ExecuteStatement', { tag: 'statement-hang' });
    workspace.front.fault({ name: 'GetOperationStatus', nth: 2 }, { tag: 'session-lost' });
    const session = await workspace.client.openSession();
    const operation = await session.executeStatement('SELECT 1');
    expect(await rejection(operation.finished())).toMatchObject({
      message: expect.stringContaining('Invalid OperationHandle'),
    });
    expect(workspace.front.open).toEqual({ sessions: 0, operations: 0 });
    expect(workspace.front.violations).toEqual([]);
  });

  it('plays a warehouse that is still starting', async () => {
    await using workspace = await openWorkspace([SELECT_ONE]);
    workspace.front.fault('ExecuteStatement', SESSION_NOT_READY, { times: 2 });
    const session = await workspace.client.openSession();
    for (let n = 0; n < 2; n += 1) {
      expect(await rejection(session.executeStatement('SELECT 1'))).toMatchObject({
        name: 'Status Error',
        message: expect.stringContaining('has not been initialized or had already closed'),
      });
    }
    expect(await run(session, 'SELECT 1')).toEqual([{ one: '1' }]);
    await session.close();
  });

  it('answers a call of the driver’s with a status of HTTP', async () => {
    await using workspace = await openWorkspace([SELECT_ONE]);
    const session = await workspace.client.openSession();
    for (const status of [401, 403, 429, 503]) {
      workspace.front.fault('ExecuteStatement', { tag: 'http', status, headers: { 'retry-after': '3' } });
      expect(await rejection(session.executeStatement('SELECT 1'))).toMatchObject({ statusCode: status });
    }
    workspace.front.fault('ExecuteStatement', { tag: 'expired-token' });
    expect(await rejection(session.executeStatement('SELECT 1'))).toMatchObject({ statusCode: 401 });
    expect(workspace.front.statements).toEqual([]);
    await session.close();
  });

  it('loses a call before the statement is executed, or its answer afterwards', async () => {
    await using workspace = await openWorkspace([SELECT_ONE]);
    const session = await workspace.client.openSession();
    workspace.front.fault('ExecuteStatement', { tag: 'reset-before' });
    const before = await rejection(session.executeStatement('SELECT 1'));
    expect(workspace.front.statements).toEqual([]);
    workspace.front.fault('ExecuteStatement', { tag: 'reset-after' });
    const after = await rejection(session.executeStatement('SELECT 1'));
    expect(workspace.front.statements).toEqual(['SELECT 1']);
    expect([before, after]).toMatchObject([{ code: 'ECONNRESET' }, { code: 'ECONNRESET' }]);
    await session.close();
  });
});
