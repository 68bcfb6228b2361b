import { describe, expect, it } from 'vitest';
import { connectDriver } from '../../../src/warehouse/databricks/driver-client.ts';
import type { Pace } from '../../../src/warehouse/databricks/pace.ts';
import { SqlSession } from '../../../src/warehouse/databricks/sql-session.ts';
import type { StatementOutcome } from '../../../src/warehouse/databricks/statement-outcome.ts';
import type { TokenSource } from '../../../src/warehouse/databricks/token-source.ts';
import type { Repetition } from '../../../src/warehouse/warehouse.ts';
import {
  affectedRows,
  type CannedRule,
  cannedEngine,
  NO_RESULT,
  textResult,
} from '../../support/front/canned-engine.ts';
import { type Fault, SESSION_NOT_READY, statementFailure } from '../../support/front/fault.ts';
import { type Front, startFront } from '../../support/front/front.ts';

const QUERY = 'SELECT 1';
const UPDATE = 'UPDATE `c`.`s`.`t` SET a = 1';
const MERGE = 'MERGE INTO `c`.`s`.`t` AS t USING x';
const DDL = 'ALTER TABLE `c`.`s`.`t` ADD COLUMN a INT';

/** A statement that has its answer once something has happened; where it comes again, at once. */
function rules(until: () => Promise<unknown>): readonly CannedRule[] {
  const answers = { SELECT: textResult(['b', '1'], ['x', null]), UPDATE: affectedRows(3), ALTER: NO_RESULT };
  return Object.entries({ ...answers, MERGE: affectedRows(3) }).map(([verb, result]) => ({
    match: new RegExp(`^${verb}`),
    answer: async (_, nth) => {
      if (nth === 1) await until();
      return result;
    },
  }));
}

/** Waits that take no time but are written down. */
function virtualPace(): Pace & { readonly waits: readonly number[] } {
  const waits: number[] = [];
  let nowMs = 0;
  return {
    waits,
    nowMs: () => nowMs,
    random: () => 0,
    wait: async (durationMs, signal) => {
      waits.push(durationMs);
      nowMs += durationMs;
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
    },
  };
}

interface Workspace extends AsyncDisposable {
  readonly front: Front;
  readonly session: SqlSession;
  readonly pace: { readonly waits: readonly number[] };
  /** Tokens that were said to be refused. */
  readonly refused: readonly string[];
  readonly abort: AbortController;
  run(statement: string, repetition?: Repetition): Promise<StatementOutcome>;
}

async function openWorkspace(
  options: {
    /** Statements are not done before somebody has asked for their state. */
    readonly slow?: boolean;
    readonly requestTimeoutMs?: number;
    /** The token after the first one is refused. */
    readonly nextToken?: string;
    readonly startWarehouse?: () => Promise<void>;
  } = {},
): Promise<Workspace> {
  const asked = { once: Promise.resolve<unknown>(undefined) };
  const front = await startFront({ engine: cannedEngine(rules(() => asked.once)) });
  if (options.slow === true) asked.once = front.nextCall('GetOperationStatus');
  front.trust();
  const pace = virtualPace();
  const refused: string[] = [];
  const abort = new AbortController();
  const tokens: TokenSource = {
    token: async () => (refused.length === 0 ? front.token : (options.nextToken ?? front.token)),
    refuse: (token) => void refused.push(token),
  };
  const session = new SqlSession({
    connect: () =>
      connectDriver({
        host: 'localhost',
        port: front.port,
        httpPath: front.httpPath,
        tokens,
        userAgent: 'Tributary/test',
        requestTimeoutMs: options.requestTimeoutMs,
      }),
    tokens,
    statementTimeoutMs: 60_000,
    queryTags: { pipeline: 'test' },
    startWarehouse: options.startWarehouse ?? (async () => undefined),
    signal: abort.signal,
    pace,
  });
  return {
    front,
    session,
    pace,
    refused,
    abort,
    run: (statement, repetition = 'harmless') =>
      session.run(statement, { repetition, rows: repetition === 'harmless' ? 'read' : 'unread' }),
    async [Symbol.asyncDispose]() {
      await session[Symbol.asyncDispose]();
      await front[Symbol.asyncDispose]();
    },
  };
}

function endOf(outcome: StatementOutcome): string {
  return outcome.tag === 'failed' ? `${outcome.failure.kind}, effect ${outcome.effect}` : outcome.tag;
}

const STATEMENTS = [
  { name: 'a query', statement: QUERY, repetition: 'harmless' },
  { name: 'an UPDATE', statement: UPDATE, repetition: 'harmless' },
  { name: 'a MERGE', statement: MERGE, repetition: 'harmless' },
  { name: 'DDL that must not run twice', statement: DDL, repetition: 'harmful' },
] as const;

interface Case {
  readonly fault: string;
  readonly call: string;
  readonly script: Fault;
  /** How it ends, and how often it reached the engine. */
  readonly harmless: readonly [string, number];
  readonly harmful: readonly [string, number];
}

const done = (executions: number): readonly [string, number] => ['done', executions];

const CASES: readonly Case[] = [
  // Opening a session: nothing was executed yet.
  {
    call: 'OpenSession',
    fault: '503',
    script: { tag: 'http', status: 503 },
    harmless: done(1),
    harmful: done(1),
  },
  {
    call: 'OpenSession',
    fault: '429',
    script: { tag: 'http', status: 429 },
    harmless: done(1),
    harmful: done(1),
  },
  {
    call: 'OpenSession',
    fault: 'reset before',
    script: { tag: 'reset-before' },
    harmless: done(1),
    harmful: done(1),
  },
  {
    call: 'OpenSession',
    fault: 'reset after',
    script: { tag: 'reset-after' },
    harmless: done(1),
    harmful: done(1),
  },
  { call: 'OpenSession', fault: 'hang', script: { tag: 'hang' }, harmless: done(1), harmful: done(1) },
  {
    call: 'OpenSession',
    fault: 'expired token',
    script: { tag: 'expired-token' },
    harmless: done(1),
    harmful: done(1),
  },
  {
    call: 'OpenSession',
    fault: 'cold start',
    script: SESSION_NOT_READY,
    harmless: done(1),
    harmful: done(1),
  },
  // Sending a statement: refused, or nobody knows.
  {
    call: 'ExecuteStatement',
    fault: '503',
    script: { tag: 'http', status: 503 },
    harmless: done(1),
    harmful: done(1),
  },
  {
    call: 'ExecuteStatement',
    fault: '429',
    script: { tag: 'http', status: 429 },
    harmless: done(1),
    harmful: done(1),
  },
  {
    call: 'ExecuteStatement',
    fault: 'expired token',
    script: { tag: 'expired-token' },
    harmless: done(1),
    harmful: done(1),
  },
  {
    call: 'ExecuteStatement',
    fault: 'cold start',
    script: SESSION_NOT_READY,
    harmless: done(1),
    harmful: done(1),
  },
  {
    call: 'ExecuteStatement',
    fault: 'lost session',
    script: { tag: 'session-lost' },
    harmless: done(1),
    harmful: done(1),
  },
  {
    call: 'ExecuteStatement',
    fault: 'a conflict',
    script: statementFailure('DELTA_CONCURRENT_APPEND', '2D521'),
    // The first time without effect.
    harmless: done(2),
    harmful: done(2),
  },
  {
    call: 'ExecuteStatement',
    fault: 'reset before',
    script: { tag: 'reset-before' },
    harmless: done(1),
    harmful: ['answer-lost, effect unknown', 0],
  },
  {
    call: 'ExecuteStatement',
    fault: 'reset after',
    script: { tag: 'reset-after' },
    harmless: done(2),
    harmful: ['answer-lost, effect unknown', 1],
  },
  {
    call: 'ExecuteStatement',
    fault: 'hang',
    script: { tag: 'hang' },
    harmless: done(1),
    harmful: ['answer-lost, effect unknown', 0],
  },
  {
    call: 'ExecuteStatement',
    fault: '502',
    script: { tag: 'http', status: 502 },
    harmless: done(1),
    harmful: ['answer-lost, effect unknown', 0],
  },
  // Waiting for it: the question is asked again, the statement not sent again, unless it is lost.
  {
    call: 'GetOperationStatus',
    fault: '503',
    script: { tag: 'http', status: 503 },
    harmless: done(1),
    harmful: done(1),
  },
  {
    call: 'GetOperationStatus',
    fault: 'reset before',
    script: { tag: 'reset-before' },
    harmless: done(1),
    harmful: done(1),
  },
  {
    call: 'GetOperationStatus',
    fault: 'reset after',
    script: { tag: 'reset-after' },
    harmless: done(1),
    harmful: done(1),
  },
  { call: 'GetOperationStatus', fault: 'hang', script: { tag: 'hang' }, harmless: done(1), harmful: done(1) },
  {
    call: 'GetOperationStatus',
    fault: 'expired token',
    script: { tag: 'expired-token' },
    harmless: done(1),
    harmful: done(1),
  },
  {
    call: 'GetOperationStatus',
    fault: 'lost session',
    script: { tag: 'session-lost' },
    harmless: done(2),
    harmful: ['statement-lost, effect unknown', 1],
  },
];

describe('a statement meets a failure', () => {
  for (const { call, fault, script, ...ends } of CASES) {
    it.concurrent.each(STATEMENTS)(`${call}, ${fault}: $name`, async ({ statement, repetition }) => {
      await using workspace = await openWorkspace({
        slow: call === 'GetOperationStatus',
        // Long enough for a busy machine: any other call that took longer would be one more failure.
        ...(script.tag === 'hang' ? { requestTimeoutMs: 1500 } : {}),
      });
      workspace.front.fault(call, script);
      const outcome = await workspace.run(statement, repetition);
      const [end, executions] = ends[repetition];
      expect(endOf(outcome)).toBe(end);
      expect(workspace.front.statements.filter((one) => one === statement)).toHaveLength(executions);
      expect(workspace.front.violations).toEqual([]);
    });
  }

  it.each(['reset-before', 'reset-after'] as const)(
    'runs a query anew whose rows were lost by %s',
    async (tag) => {
      await using workspace = await openWorkspace({ slow: true });
      workspace.front.fault('FetchResults', { tag });
      const outcome = await workspace.run(QUERY);
      expect(outcome).toEqual({ tag: 'done', rows: [['x', null]] });
      expect(workspace.front.statements).toEqual([QUERY, QUERY]);
    },
  );
});

describe('a warehouse that starts', () => {
  it('gets a new session each time it rejects the last one, and waits longer between them', async () => {
    await using workspace = await openWorkspace();
    workspace.front.fault('ExecuteStatement', SESSION_NOT_READY, { times: 6 });
    expect(endOf(await workspace.run(MERGE))).toBe('done');
    expect(workspace.pace.waits).toEqual([2000, 4000, 8000, 16_000, 30_000, 30_000]);
    expect(workspace.front.callsNamed('OpenSession')).toHaveLength(7);
    expect(workspace.front.statements).toEqual([MERGE]);
  });

  it.each([
    ['OpenSession', { tag: 'http', status: 503 }, 'refused'],
    ['ExecuteStatement', SESSION_NOT_READY, 'starting'],
  ] as const)('is given up after ten minutes: %s', async (call, fault, kind) => {
    await using workspace = await openWorkspace();
    workspace.front.fault(call, fault, 'always');
    const outcome = await workspace.run(MERGE);
    expect(outcome).toMatchObject({ tag: 'failed', failure: { kind }, effect: 'none' });
    const waited = workspace.pace.waits.reduce((sum, waitMs) => sum + waitMs, 0);
    expect(waited).toBeGreaterThan(560_000);
    expect(waited).toBeLessThanOrEqual(600_000);
    expect(workspace.front.statements).toEqual([]);
  });

  it('is asked to start where it does not do so by itself', async () => {
    let started = 0;
    await using workspace = await openWorkspace({
      startWarehouse: async () => {
        started += 1;
      },
    });
    workspace.front.fault('OpenSession', STOPPED, { times: 2 });
    expect(endOf(await workspace.run(QUERY))).toBe('done');
    expect(started).toBe(2);
  });

  it('is not waited for where it may not be started', async () => {
    await using workspace = await openWorkspace({ startWarehouse: () => Promise.reject(new Error('403')) });
    workspace.front.fault('OpenSession', STOPPED, 'always');
    expect(endOf(await workspace.run(QUERY))).toBe('stopped, effect none');
    expect(workspace.pace.waits).toEqual([]);
  });
});

const STOPPED: Fault = {
  tag: 'status-error',
  message: 'Cannot create the resource, please try again later.',
};

describe('patience', () => {
  it('waits as long as the server asks for', async () => {
    await using workspace = await openWorkspace();
    const fault: Fault = { tag: 'http', status: 429, headers: { 'retry-after': '17' } };
    workspace.front.fault('ExecuteStatement', fault);
    expect(endOf(await workspace.run(DDL, 'harmful'))).toBe('done');
    expect(workspace.pace.waits).toEqual([17_000]);
  });

  it('repeats a statement that conflicts some times, and gives it up', async () => {
    await using workspace = await openWorkspace();
    workspace.front.fault('ExecuteStatement', statementFailure('DELTA_CONCURRENT_WRITE', '2D521'), 'always');
    const outcome = await workspace.run(MERGE);
    expect(outcome).toMatchObject({ tag: 'failed', effect: 'none', tries: 8, failure: { kind: 'conflict' } });
    expect(workspace.front.statements).toHaveLength(8);
  });

  it('does not send again what fails for good', async () => {
    await using workspace = await openWorkspace();
    workspace.front.fault('ExecuteStatement', statementFailure('TABLE_OR_VIEW_NOT_FOUND', '42P01'));
    expect(endOf(await workspace.run(MERGE))).toBe('object-missing, effect none');
    expect(workspace.front.statements).toHaveLength(1);
  });

  it('asks for the state of a long statement through one outage after another', async () => {
    await using workspace = await openWorkspace({ slow: true });
    workspace.front.fault('GetOperationStatus', { tag: 'reset-before' }, { times: 8 });
    expect(endOf(await workspace.run(DDL, 'harmful'))).toBe('done');
    expect(workspace.front.statements).toEqual([DDL]);
  });
});

describe('a refused token', () => {
  it('is told to its source, and the new one is used', async () => {
    await using workspace = await openWorkspace({ nextToken: 'second' });
    workspace.front.tokens.expireAll();
    workspace.front.tokens.accept('second');
    expect(endOf(await workspace.run(MERGE))).toBe('done');
    expect(workspace.refused).toEqual([workspace.front.token]);
  });

  it('ends it when the new one is refused, too', async () => {
    await using workspace = await openWorkspace();
    workspace.front.tokens.expireAll();
    expect(endOf(await workspace.run(MERGE))).toBe('unauthenticated, effect none');
    expect(workspace.front.callsNamed('OpenSession')).toHaveLength(2);
    expect(workspace.front.statements).toEqual([]);
  });
});

describe('one session for a run', () => {
  it('is opened once for all statements that run side by side', async () => {
    await using workspace = await openWorkspace();
    workspace.session.open();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => workspace.run(QUERY)));
    expect(outcomes.map(endOf)).toEqual(Array.from({ length: 20 }, () => 'done'));
    expect(workspace.front.callsNamed('OpenSession')).toHaveLength(1);
    expect(workspace.session.usage.statements).toBe(20);
  });

  it('is opened anew once when many statements lose it together', async () => {
    await using workspace = await openWorkspace();
    expect(endOf(await workspace.run(QUERY))).toBe('done');
    workspace.front.fault('ExecuteStatement', { tag: 'session-lost' });
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => workspace.run(MERGE)));
    expect(outcomes.map(endOf)).toEqual(Array.from({ length: 5 }, () => 'done'));
    expect(workspace.front.callsNamed('OpenSession')).toHaveLength(2);
  });

  it('is opened without query tags where the workspace takes none', async () => {
    await using workspace = await openWorkspace();
    const message = '[CONFIG_NOT_AVAILABLE] Configuration QUERY_TAGS is not available. SQLSTATE: 42K0I';
    workspace.front.fault('OpenSession', { tag: 'status-error', message });
    expect(endOf(await workspace.run(QUERY))).toBe('done');
    expect(workspace.pace.waits).toEqual([]);
  });

  it('calls nothing but the warehouse, and leaves nothing open', async () => {
    await using workspace = await openWorkspace({ slow: true });
    await workspace.run(QUERY);
    await workspace.run(MERGE);
    await workspace.session[Symbol.asyncDispose]();
    const { front } = workspace;
    expect([...new Set(front.calls.map(({ method, path }) => `${method} ${path}`))]).toEqual([
      `POST ${front.httpPath}`,
    ]);
    expect(front.open).toEqual({ sessions: 0, operations: 0 });
    expect(front.violations).toEqual([]);
  });
});

describe('giving up', () => {
  it('cancels the statement on the warehouse, and lets later ones run', async () => {
    await using workspace = await openWorkspace();
    workspace.front.fault('ExecuteStatement', { tag: 'statement-hang' });
    const asked = workspace.front.nextCall('GetOperationStatus');
    const hanging = workspace.run(MERGE);
    await asked;
    workspace.session.interrupt();
    expect(endOf(await hanging)).toBe('interrupted');
    expect(workspace.front.callsNamed('CancelOperation')).toHaveLength(1);
    expect(endOf(await workspace.run(QUERY))).toBe('done');
  });

  it('ends the wait for a warehouse that does not start', async () => {
    await using workspace = await openWorkspace();
    workspace.front.fault('OpenSession', { tag: 'hang' });
    const asked = workspace.front.nextCall('OpenSession');
    const waiting = workspace.run(QUERY);
    await asked;
    workspace.abort.abort();
    expect(endOf(await waiting)).toBe('interrupted');
    expect(endOf(await workspace.run(QUERY))).toBe('interrupted');
  });
});
