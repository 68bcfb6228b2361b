import type { StatusReport } from '../../src/model/status-report.ts';
import { historyEntry } from '../support/sample-history.ts';

/** Six runs of every quarter of an hour, the latest first: a first load, and changes that come in waves. */
export const SAMPLE_HISTORY = [
  historyEntry('2026-11-22T15:15:00Z', { changes: 9_100, lagBytes: 30_000_000 }),
  historyEntry('2026-11-22T15:00:00Z', { changes: 8_000, lagBytes: 21_000_000 }),
  historyEntry('2026-11-22T14:45:00Z', { changes: 0, lagBytes: 9_000_000 }),
  historyEntry('2026-11-22T14:30:00Z', { changes: 3, lagBytes: 1_200 }),
  historyEntry('2026-11-22T14:15:00Z', { changes: 12_431, lagBytes: 48_000_000 }),
  historyEntry('2026-11-22T14:00:00Z', { loadedRows: 1_000_000, from: null, lagBytes: null }),
];

/** A pipeline that is well; override what matters. */
export function sampleStatus(overrides: Partial<StatusReport> = {}): StatusReport {
  return {
    schemaVersion: 1,
    pipeline: 'orders_to_lake',
    lookedAt: '2026-11-22T15:31:00.000Z',
    health: 'healthy',
    findings: [],
    source: {
      flushLsn: '16/B4000000',
      slot: {
        name: 'orders_slot',
        active: false,
        walStatus: 'reserved',
        restartLsn: '16/B3000000',
        confirmedFlushLsn: '16/B374D848',
      },
      wal: {
        retainedBytes: 16 * 1024 * 1024,
        limitBytes: 4 * 1024 ** 3,
        safeBytes: 4 * 1024 ** 3,
        bytesPerHour: 120 * 1024 * 1024,
        hoursLeft: 34.1,
        risk: 'none',
        sentence:
          'The slot retains 16.0 MiB of at most 4.0 GiB; at 120 MiB an hour it can be lost in 34 h without a run.',
      },
      selectedTables: 3,
    },
    target: {
      checkpoint: { lsn: '16/B374D848', runId: '17-1' },
      tables: [
        {
          source: 'public.orders',
          target: 'lakehouse.postgres_raw.pg_orders',
          state: 'loaded',
          loadedRows: null,
          estimatedRows: 1_000_000,
          continuedBy: null,
        },
        {
          source: 'public.events',
          target: 'lakehouse.postgres_raw.pg_events',
          state: 'loading',
          loadedRows: 1_200_000,
          estimatedRows: 3_000_000,
          continuedBy: 'backfill',
        },
        {
          source: 'public.items',
          target: 'lakehouse.postgres_raw.pg_items',
          state: 'pending',
          loadedRows: null,
          estimatedRows: null,
          continuedBy: null,
        },
      ],
      history: SAMPLE_HISTORY,
    },
    lagBytes: 9_120_696,
    lastRunAt: '2026-11-22T15:30:12.000Z',
    scheduleMs: 15 * 60_000,
    ...overrides,
  };
}

/** A pipeline whose slot is lost, in words that want escaping. */
export function lostStatus(): StatusReport {
  const { source } = sampleStatus();
  return sampleStatus({
    pipeline: 'orders|*lake*',
    health: 'danger',
    findings: [
      {
        severity: 'danger',
        code: 'slot-lost',
        message: 'Slot "<b>" is lost: the server has removed log that the pipeline still needs.',
        solution: "Load the tables anew:\nSELECT pg_drop_replication_slot('<b>');\n::error::no command",
      },
      { severity: 'watch', code: null, message: 'No run has used the slot for 3h 10m.', solution: 'Run.' },
    ],
    source: source === null ? null : { ...source, wal: null },
    target: null,
    lastRunAt: null,
  });
}
