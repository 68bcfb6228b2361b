import type { RunReport, TableReport } from '../../src/model/run-report.ts';

export const ORDERS: TableReport = {
  source: 'public.orders',
  target: 'lakehouse.postgres_raw.pg_orders',
  loadedRows: 0,
  insertedRows: 12,
  updatedRows: 1204,
  deletedRows: 3,
  changes: 1219,
  specialValues: 0,
};

const CUSTOMERS: TableReport = {
  source: 'public.customers',
  target: 'lakehouse.postgres_raw.pg_customers',
  loadedRows: 50_000,
  insertedRows: 0,
  updatedRows: 0,
  deletedRows: 0,
  changes: 0,
  specialValues: 2,
};

const DONE: RunReport = {
  schemaVersion: 1,
  pipeline: 'orders_to_lake',
  runId: 'run-1',
  status: 'done',
  startedAt: '2026-01-02T03:04:05.000Z',
  finishedAt: '2026-01-02T03:04:17.400Z',
  durationMs: 12_400,
  slot: 'lakeflow_slot',
  checkpoint: { from: '0/16B3748', to: '0/17C0000' },
  lag: { before: { bytes: 1_258_291, seconds: 843 }, after: { bytes: 0, seconds: 0 } },
  caughtUp: true,
  notCaughtUp: null,
  intervals: 2,
  transactions: 40,
  tables: [ORDERS, CUSTOMERS],
  drift: [
    {
      table: 'public.orders',
      kind: 'column-added',
      column: 'channel',
      type: 'text',
      statements: ['ALTER TABLE "lakehouse"."postgres_raw"."pg_orders" ADD COLUMN "channel" VARCHAR'],
      outcome: 'Added; 1,204 existing rows received the default.',
    },
  ],
  staged: { files: 3, bytes: 3_565_158, rows: 51_219 },
  stageDurationsMs: {
    preflight: 100,
    load: 3000,
    drain: 4000,
    stage: 2000,
    merge: 3000,
    checkpoint: 200,
    acknowledge: 100,
  },
  warehouse: { opened: true, statements: 14, busyMs: 2300, uploadedBytes: 48_213 },
  cost: null,
  unfinishedLoads: [],
  trigger: null,
  wal: null,
  history: null,
  notices: ['the slot was created by this run'],
  error: null,
};

/** A report of a good run, changed in what a test is about. */
export function sampleRunReport(changes: Partial<RunReport> = {}): RunReport {
  return { ...DONE, ...changes };
}
