import { describe, expect, it } from 'vitest';
import { walReport } from '../../src/ingest/wal-risk.ts';
import { IngestError } from '../../src/model/ingest-error.ts';
import { lsnOf, ZERO_LSN } from '../../src/model/lsn.ts';
import type { Slot, SourceFacts } from '../../src/model/source-facts.ts';
import { healthOf, judgeStatus, type StatusLook } from '../../src/status/status-findings.ts';
import { samplePipeline } from '../support/sample-pipeline.ts';

const NOW_MS = Date.parse('2026-11-22T12:00:00Z');
const HOUR_MS = 3_600_000;
const LSN = lsnOf(100n);

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

const FACTS: SourceFacts = {
  serverVersion: 180_004,
  walLevel: 'logical',
  serverEncoding: 'UTF8',
  inRecovery: false,
  cluster: { systemIdentifier: '1', timeline: 1, databaseOid: 5 },
  role: { name: 'reader', mayReplicate: true, bypassesRowSecurity: false },
  publication: {
    oid: 1,
    name: 'shop',
    forAllTables: false,
    actions: { insert: true, update: true, delete: true, truncate: true },
    viaPartitionRoot: false,
  },
  slot: SLOT,
  slots: { used: 0, max: 10 },
  flushLsn: LSN,
  walSenderTimeoutMs: 60_000,
  maxSlotWalKeepBytes: 1024,
  tables: [],
  unpublishedTables: [],
};

function findings(slot: Partial<Slot>, overrides: Partial<StatusLook> = {}) {
  const facts = { ...FACTS, slot: { ...SLOT, ...slot } };
  return judgeStatus({
    pipeline: samplePipeline(),
    source: { facts, selection: { tables: [], problems: [] } },
    checkpoint: undefined,
    tables: [],
    wal: walReport({ ...facts, history: [], nowMs: NOW_MS, scheduleMs: undefined }),
    errors: [],
    scheduleMs: undefined,
    nowMs: NOW_MS,
    ...overrides,
  });
}

describe('the findings of a status', () => {
  it('are none where the next run can go on', () => {
    expect(findings({})).toEqual([]);
    expect(healthOf([])).toBe('healthy');
  });

  it('tell a lost slot once', () => {
    const found = findings({ walStatus: 'lost', restartLsn: undefined, confirmedFlushLsn: undefined });
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([['slot-lost', 'danger']]);
  });

  it('tell that log can be lost soon, and what to do now', () => {
    const found = findings({ walStatus: 'unreserved', safeWalBytes: 0 });
    expect(found).toEqual([
      {
        severity: 'danger',
        code: null,
        message: expect.stringContaining("can be lost at the server's next checkpoint"),
        solution: expect.stringContaining('tributary run'),
      },
    ]);
  });

  it('forgive a lakehouse that the run under way has locked, and no other one', () => {
    const errors = [new IngestError('target-locked', 'Another process has the lakehouse open.')];
    expect(healthOf(findings({ active: true }, { errors }))).toBe('watch');
    expect(healthOf(findings({ active: false }, { errors }))).toBe('danger');
  });

  it('tell a schedule that nobody follows, after two of its intervals', () => {
    const since = (inactiveSinceMs: number) =>
      findings({ inactiveSinceMs }, { scheduleMs: HOUR_MS }).map(({ message }) => message);
    expect(since(NOW_MS - 2 * HOUR_MS)).toEqual([]);
    expect(since(NOW_MS - 3 * HOUR_MS)).toEqual([
      'No run has used the slot for 3h 00m; the schedule says every 1h 00m.',
    ]);
    expect(findings({ inactiveSinceMs: 0 })).toEqual([]);
  });

  it('put what is dangerous first', () => {
    const table = {
      source: 'public.orders',
      target: 't',
      state: 'loading',
      continuedBy: 'backfill',
    } as const;
    const found = findings(
      { walStatus: 'lost', restartLsn: undefined },
      { tables: [{ ...table, loadedRows: 1, estimatedRows: null }] },
    );
    expect(found.map(({ severity }) => severity)).toEqual(['danger', 'watch']);
    expect(healthOf(found)).toBe('danger');
    expect(found[1]?.message).toBe('A backfill has not come to its end: public.orders.');
  });

  it('tell what a run would refuse to start with, and of a server that is too old nothing else', () => {
    const facts = { ...FACTS, walLevel: 'replica', publication: undefined };
    const selection = { tables: [], problems: [] };
    expect(findings({}, { source: { facts, selection } }).map(({ code }) => code)).toEqual([
      'wal-level-not-logical',
      'publication-missing',
    ]);
    const old = { ...facts, serverVersion: 130_000 };
    expect(findings({}, { source: { facts: old, selection } }).map(({ code }) => code)).toEqual([
      'source-version-unsupported',
    ]);
  });

  it('tell a checkpoint of another cluster', () => {
    const checkpoint = {
      lsn: ZERO_LSN,
      drainTarget: ZERO_LSN,
      cluster: { ...FACTS.cluster, systemIdentifier: '2' },
      slotName: 'orders_slot',
      publicationOid: 1,
      tables: [],
      runId: 'run',
    };
    expect(findings({}, { checkpoint }).map(({ code }) => code)).toEqual(['cluster-changed']);
  });
});
