import { describe, expect, it } from 'vitest';
import {
  type CannedRule,
  cannedEngine,
  mergedRows,
  NO_RESULT,
  textResult,
} from '../support/front/canned-engine.ts';
import { connect, openWorkspace, rejection, run } from '../support/front/driver-workspace.ts';
import { statementFailure } from '../support/front/fault.ts';
import type { Front } from '../support/front/front.ts';
import { SqlEngineError, type SqlResult } from '../support/front/service.ts';

function names(front: Front): readonly string[] {
  return front.calls.map((call) => call.name);
}

/** Answers only when told to. */
function gate(result: SqlResult) {
  const { promise, resolve } = Promise.withResolvers<SqlResult>();
  return { rule: { match: /./, answer: () => promise }, open: () => resolve(result) };
}

const SELECT_ONE: CannedRule = { match: /^SELECT 1$/, answer: textResult(['one'], ['1']) };

describe('a session with the front', () => {
  it('brings values of every type and nulls, with the answer to the statement', async () => {
    const result: SqlResult = {
      columns: [
        { name: 's', type: 'STRING' },
        { name: 'i', type: 'INT' },
        { name: 'l', type: 'BIGINT' },
        { name: 'd', type: 'DOUBLE' },
        { name: 'b', type: 'BOOLEAN' },
      ],
      rows: [
        ["o'brien ü", 7, 5_000_000_000n, 0.5, true],
        [null, null, null, null, null],
        ['', -1, -3n, -0.25, false],
      ],
    };
    await using workspace = await openWorkspace([{ match: /^SELECT/, answer: result }]);
    const session = await workspace.client.openSession();
    expect(await run(session, 'SELECT * FROM t')).toEqual([
      { s: "o'brien ü", i: 7, l: 5_000_000_000, d: 0.5, b: true },
      { s: null, i: null, l: null, d: null, b: null },
      { s: '', i: -1, l: -3, d: -0.25, b: false },
    ]);
    await session.close();
    expect(names(workspace.front)).toEqual(['OpenSession', 'ExecuteStatement', 'CloseSession']);
    expect(workspace.front.statements).toEqual(['SELECT * FROM t']);
    expect(workspace.front.open).toEqual({ sessions: 0, operations: 0 });
    expect(workspace.front.violations).toEqual([]);
  });

  it('brings counts of a MERGE, and nothing for DDL', async () => {
    await using workspace = await openWorkspace([
      { match: /^MERGE/, answer: mergedRows(2, 1, 3) },
      { match: /^CREATE/, answer: NO_RESULT },
    ]);
    const session = await workspace.client.openSession();
    expect(await run(session, 'MERGE INTO t')).toEqual([
      { num_affected_rows: 6, num_updated_rows: 2, num_deleted_rows: 1, num_inserted_rows: 3 },
    ]);
    expect(await run(session, 'CREATE TABLE t')).toEqual([]);
    await session.close();
    expect(workspace.front.violations).toEqual([]);
  });

  it('makes the driver poll and fetch page by page where the answer takes its time', async () => {
    const rows = Array.from({ length: 25 }, (_, n) => [String(n)]);
    const slow = gate(textResult(['n'], ...rows));
    await using workspace = await openWorkspace([slow.rule], { directResultsWaitMs: 0, maxRowsPerFetch: 10 });
    const session = await workspace.client.openSession();
    const polled = workspace.front.nextCall('GetOperationStatus');
    const answer = run(session, 'SELECT n');
    await polled;
    slow.open();
    expect(await answer).toEqual(rows.map(([n]) => ({ n })));
    await session.close();
    expect(workspace.front.callsNamed('FetchResults').length).toBeGreaterThanOrEqual(3);
    expect(workspace.front.callsNamed('CloseOperation')).toHaveLength(1);
    expect(workspace.front.callsNamed('FetchResults')[0]?.detail).toBe('SELECT n');
    expect(workspace.front.violations).toEqual([]);
  });

  it('runs twenty statements at once', async () => {
    await using workspace = await openWorkspace(
      [{ match: /^SELECT/, answer: (statement) => textResult(['s'], [statement]) }],
      { directResultsWaitMs: 0 },
    );
    const session = await workspace.client.openSession();
    const statements = Array.from({ length: 20 }, (_, n) => `SELECT ${n}`);
    const answers = await Promise.all(statements.map((statement) => run(session, statement)));
    expect(answers).toEqual(statements.map((s) => [{ s }]));
    await session.close();
    expect(workspace.front.open).toEqual({ sessions: 0, operations: 0 });
    expect(workspace.front.violations).toEqual([]);
  });

  it('tells the engine what was asked for, and refuses settings that a warehouse does not have', async () => {
    const engine = cannedEngine([]);
    const asked: unknown[] = [];
    await using workspace = await openWorkspace([], {
      engine: {
        openSession: (settings) => {
          asked.push(settings);
          return engine.openSession(settings);
        },
      },
    });
    const session = await workspace.client.openSession({
      initialCatalog: 'main',
      initialSchema: 'shop',
      configuration: { timezone: 'UTC', STATEMENT_TIMEOUT: '60' },
      queryTags: { run: '42' },
    });
    await session.close();
    expect(asked).toEqual([
      {
        catalog: 'main',
        schema: 'shop',
        configuration: { TIMEZONE: 'UTC', STATEMENT_TIMEOUT: '60', QUERY_TAGS: 'run:42' },
      },
    ]);
    for (const configuration of [
      { 'spark.sql.ansi.enabled': 'true' },
      { STATEMENT_TIMEOUT: '200000' },
      { ANSI_MODE: 'perhaps' },
    ]) {
      const error = await rejection(workspace.client.openSession({ configuration }));
      expect(error).toMatchObject({
        name: 'Status Error',
        message: expect.stringMatching(/^\[(CONFIG|INVALID)_/),
      });
    }
  });

  it('answers what the server is', async () => {
    await using workspace = await openWorkspace([]);
    const session = await workspace.client.openSession();
    expect((await session.getInfo(17)).getValue()).toBe('Spark SQL');
    await session.close();
  });
});

describe('a statement that fails', () => {
  const failure = new SqlEngineError(
    '[TABLE_OR_VIEW_NOT_FOUND] The table or view `nope` cannot be found. SQLSTATE: 42P01',
    '42P01',
  );

  it('is told at its end, with condition and SQLSTATE, at once or after polling', async () => {
    for (const directResultsWaitMs of [1000, 0]) {
      await using workspace = await openWorkspace([{ match: /nope/, answer: failure }], {
        directResultsWaitMs,
      });
      const session = await workspace.client.openSession();
      const error = await rejection(run(session, 'SELECT * FROM nope'));
      expect(error).toBeInstanceOf(Error);
      expect(error).toMatchObject({
        message: failure.message,
        errorCode: 'ERROR',
        response: { sqlState: '42P01', displayMessage: failure.message },
      });
      await session.close();
      expect(workspace.front.open).toEqual({ sessions: 0, operations: 0 });
      expect(workspace.front.violations).toEqual([]);
    }
  });

  it('can be scripted, and then has no effect', async () => {
    const engine = cannedEngine([SELECT_ONE]);
    await using workspace = await openWorkspace([], { engine });
    workspace.front.fault(
      { name: 'ExecuteStatement', detail: /^SELECT/ },
      statementFailure('DELTA_CONCURRENT_APPEND', '2D521'),
    );
    const session = await workspace.client.openSession();
    expect(await rejection(run(session, 'SELECT 1'))).toMatchObject({
      message: '[DELTA_CONCURRENT_APPEND] It failed. SQLSTATE: 2D521',
      response: { sqlState: '2D521' },
    });
    expect(engine.statements).toEqual([]);
    expect(await run(session, 'SELECT 1')).toEqual([{ one: '1' }]);
    await session.close();
  });

  it('is given up at the session’s time limit', async () => {
    const given: string[] = [];
    await using workspace = await openWorkspace([
      {
        match: /forever/,
        answer: (_statement, _nth, signal) =>
          new Promise((_, reject) => {
            signal.addEventListener('abort', () => {
              given.push('up');
              reject(new Error('given up'));
            });
          }),
      },
    ]);
    const session = await workspace.client.openSession({ configuration: { STATEMENT_TIMEOUT: '1' } });
    expect(await rejection(run(session, 'SELECT forever'))).toMatchObject({
      errorCode: 'TIMEOUT',
      message: 'Query timed out after 1 seconds',
    });
    expect(given).toEqual(['up']);
    await session.close();
  });

  it('is cancelled by the client, which the engine hears', async () => {
    await using workspace = await openWorkspace([]);
    workspace.front.fault('ExecuteStatement', { tag: 'statement-hang' });
    const session = await workspace.client.openSession();
    const operation = await session.executeStatement('SELECT 1');
    const end = rejection(operation.finished());
    await operation.cancel();
    expect(await end).toMatchObject({ errorCode: 'CANCELED' });
    await session.close();
    expect(workspace.front.violations).toEqual([]);
  });

  it('is refused with parameters', async () => {
    await using workspace = await openWorkspace([SELECT_ONE]);
    const session = await workspace.client.openSession();
    const error = await rejection(session.executeStatement('SELECT 1', { ordinalParameters: [1] }));
    expect(error).toMatchObject({ message: 'Parameters are not supported here' });
    expect(workspace.front.statements).toEqual([]);
    expect(workspace.front.violations).toEqual(['A statement came with parameters']);
  });
});

describe('what the front does not forgive', () => {
  it('is a poll of a statement that was closed', async () => {
    await using workspace = await openWorkspace([], { directResultsWaitMs: 0 });
    workspace.front.fault('ExecuteStatement', { tag: 'statement-hang' });
    const session = await workspace.client.openSession();
    const operation = await session.executeStatement('SELECT 1');
    const end = rejection(operation.finished());
    await operation.close();
    await end;
    await session.close();
    expect(workspace.front.violations).toEqual(['GetOperationStatus on a statement that was closed']);
  });

  it('is a statement in a session that was closed', async () => {
    const closing = Promise.withResolvers<void>();
    const engine = cannedEngine([SELECT_ONE]);
    await using workspace = await openWorkspace([], {
      engine: {
        openSession: async (settings) => ({
          ...(await engine.openSession(settings)),
          close: () => closing.promise,
        }),
      },
    });
    const session = await workspace.client.openSession();
    const arrived = workspace.front.nextCall('CloseSession');
    const closed = session.close();
    await arrived;
    const error = await rejection(session.executeStatement('SELECT 1'));
    closing.resolve();
    await closed;
    expect(error).toMatchObject({ message: expect.stringContaining('Invalid SessionHandle') });
    expect(workspace.front.violations).toEqual(['ExecuteStatement on a session that was closed']);
  });

  it('is a field that does nothing on a warehouse', async () => {
    await using workspace = await openWorkspace([SELECT_ONE]);
    const session = await workspace.client.openSession();
    await (await session.executeStatement('SELECT 1', { queryTimeout: 5 })).close();
    await session.close();
    expect(workspace.front.violations).toEqual(['ExecuteStatement was sent with queryTimeout']);
  });

  it('is not a wrong path or a wrong token, which are answered as a workspace does', async () => {
    await using workspace = await openWorkspace([]);
    for (const [wrong, statusCode] of [
      [{ path: '/sql/1.0/warehouses/gone' }, 404],
      [{ token: 'wrong' }, 403],
    ] as const) {
      const client = await connect(workspace.front, wrong);
      expect(await rejection(client.openSession())).toMatchObject({ statusCode });
      await client.close();
    }
    expect(workspace.front.violations).toEqual([]);
  });
});
