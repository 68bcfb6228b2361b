import { describe, expect, it } from 'vitest';
import { judgeFreeSlots, judgeServer, judgeSlot } from '../../src/ingest/preflight.ts';
import { parseLsn } from '../../src/model/lsn.ts';
import type { Slot, SourceFacts } from '../../src/model/source-facts.ts';
import { samplePipeline } from '../support/sample-pipeline.ts';

const LSN = parseLsn('0/1000');
const FACTS: SourceFacts = {
  serverVersion: 180_004,
  walLevel: 'logical',
  serverEncoding: 'UTF8',
  inRecovery: false,
  cluster: { systemIdentifier: '1', timeline: 1, databaseOid: 5 },
  role: { name: 'reader', mayReplicate: true, bypassesRowSecurity: false },
  publication: undefined,
  slot: undefined,
  slots: { used: 0, max: 10 },
  flushLsn: LSN,
  walSenderTimeoutMs: 60_000,
  maxSlotWalKeepBytes: undefined,
  tables: [],
  unpublishedTables: [],
};
const SLOT: Slot = {
  name: 'orders_slot',
  type: 'logical',
  plugin: 'pgoutput',
  database: 'shop',
  temporary: false,
  active: false,
  activePid: undefined,
  walStatus: 'reserved',
  invalidationReason: undefined,
  restartLsn: LSN,
  confirmedFlushLsn: LSN,
  safeWalBytes: undefined,
  inactiveSinceMs: undefined,
};
const PIPELINE = samplePipeline();

function codesOf(problems: readonly { readonly code: string }[]): readonly string[] {
  return problems.map(({ code }) => code);
}

describe('a server', () => {
  it('that has all that is needed has no problem', () => {
    expect(judgeServer(FACTS, PIPELINE)).toEqual([]);
  });

  it('is told everything that it lacks at once', () => {
    const facts = {
      ...FACTS,
      walLevel: 'replica',
      inRecovery: true,
      serverEncoding: 'SQL_ASCII',
      role: { ...FACTS.role, mayReplicate: false },
    };
    const problems = judgeServer(facts, PIPELINE);
    expect(codesOf(problems)).toEqual([
      'source-is-standby',
      'wal-level-not-logical',
      'source-encoding-unsupported',
      'source-permission-denied',
    ]);
    expect(problems.at(-1)?.solution).toContain('ALTER ROLE "Reader" REPLICATION;');
  });

  it('that is too old is told only that: what else it says may mean something else there', () => {
    const facts = { ...FACTS, serverVersion: 140_020, walLevel: 'replica' };
    expect(codesOf(judgeServer(facts, PIPELINE))).toEqual(['source-version-unsupported']);
    expect(judgeServer(facts, PIPELINE)[0]?.message).toContain('PostgreSQL 14 is not supported');
    expect(judgeServer({ ...FACTS, serverVersion: 150_000 }, PIPELINE)).toEqual([]);
  });

  it('has as many free slots as are asked for, or is told how many it may have', () => {
    const facts = { ...FACTS, slots: { used: 9, max: 10 } };
    expect(judgeFreeSlots(facts, 1)).toEqual([]);
    expect(codesOf(judgeFreeSlots(facts, 2))).toEqual(['slots-exhausted']);
    expect(judgeFreeSlots(facts, 2)[0]?.solution).toContain('max_replication_slots = 20');
  });
});

describe('a slot', () => {
  it('that fits has no problem, also when little log is left', () => {
    for (const walStatus of ['reserved', 'extended', 'unreserved', undefined])
      expect(judgeSlot({ ...SLOT, walStatus }, PIPELINE)).toEqual([]);
  });

  it.each<Partial<Slot>>([
    { walStatus: 'lost' },
    { walStatus: 'lost', invalidationReason: 'idle_timeout' },
    { invalidationReason: 'rows_removed' },
    { restartLsn: undefined },
    { walStatus: 'lost', restartLsn: undefined, confirmedFlushLsn: undefined },
  ])('that has lost log is refused with how to begin anew: %j', (lost) => {
    const [problem] = judgeSlot({ ...SLOT, ...lost }, PIPELINE);
    expect(problem?.code).toBe('slot-lost');
    expect(problem?.solution).toContain("SELECT pg_drop_replication_slot('orders_slot');");
    expect(problem?.solution).toContain(
      "DELETE FROM lakehouse.ops._tributary_checkpoint WHERE pipeline = 'orders' AND entry = 'checkpoint';",
    );
  });

  it.each<Partial<Slot>>([
    {
      type: 'physical',
      plugin: undefined,
      database: undefined,
      restartLsn: undefined,
      confirmedFlushLsn: undefined,
    },
    { plugin: 'wal2json' },
    { database: 'other' },
    { temporary: true },
    { confirmedFlushLsn: undefined },
  ])('that is not the pipeline’s own is refused: %j', (change) => {
    expect(codesOf(judgeSlot({ ...SLOT, ...change }, PIPELINE))).toEqual(['slot-unsuitable']);
  });
});
