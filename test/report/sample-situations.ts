import type { RunHistoryEntry } from '../../src/model/run-history.ts';
import type { RunReport } from '../../src/model/run-report.ts';
import type { SummaryOptions } from '../../src/report/run-report-markdown.ts';
import { ORDERS, sampleRunReport } from './sample-run-report.ts';

/** A page of the job summary, and what brought it about. */
export interface Situation {
  readonly name: string;
  readonly reports: readonly RunReport[];
  readonly options: SummaryOptions;
}

const NO_TIMES = { preflight: 0, load: 0, drain: 0, stage: 0, merge: 0, checkpoint: 0, acknowledge: 0 };
const NOT_OPENED = { opened: false, statements: 0, busyMs: 0, uploadedBytes: 0 };
const NOTHING_STAGED = { files: 0, bytes: 0, rows: 0 };
const AT_CHECKPOINT = { from: '0/17C0000', to: '0/17C0000' };

/** Two quiet hours, with a first load and a burst of changes in them; the latest first. */
const HISTORY: readonly RunHistoryEntry[] = [
  historyEntry('02:49', { changes: 1_032, lagBytes: 1_310_720 }),
  historyEntry('02:34', { changes: 2_115, lagBytes: 3_407_872 }),
  historyEntry('02:19', { changes: 48_210, lagBytes: 61_865_984 }),
  historyEntry('02:04', { changes: 12_904, lagBytes: 14_653_434 }),
  historyEntry('01:49', { changes: 1_288, lagBytes: 1_625_293 }),
  historyEntry('01:34', { changes: 904, lagBytes: 1_153_434 }),
  historyEntry('01:19', { loadedRows: 250_000, lagBytes: null }),
];

function historyEntry(time: string, run: Partial<RunHistoryEntry>): RunHistoryEntry {
  return {
    runId: `run-at-${time}`,
    startedAt: `2026-01-02T${time}:05.000Z`,
    updatedAt: `2026-01-02T${time}:19.000Z`,
    from: '0/16A0000',
    to: '0/16B3748',
    intervals: 1,
    changes: 0,
    loadedRows: 0,
    insertedRows: 0,
    updatedRows: run.changes ?? 0,
    deletedRows: 0,
    stagedBytes: 90_000,
    lagBytes: null,
    ...run,
  };
}

const CALM_LOG = {
  retainedBytes: 20_971_520,
  limitBytes: 17_179_869_184,
  safeBytes: 17_158_897_664,
  bytesPerHour: 5_242_880,
  hoursLeft: 3272,
  risk: 'none',
  sentence: 'The slot keeps 20.0 MiB of log of at most 16.0 GiB.',
} as const;

const ON_TIME = {
  event: 'schedule',
  cron: '*/15 * * * *',
  dueAt: '2026-01-02T03:00:00.000Z',
  startedAt: '2026-01-02T03:04:05.000Z',
  lateMs: 245_000,
  skipped: 0,
} as const;

const QUIET_TABLE = {
  ...ORDERS,
  source: 'public.regions',
  target: 'lakehouse.postgres_raw.pg_regions',
  insertedRows: 0,
  updatedRows: 0,
  deletedRows: 0,
  changes: 0,
};

const reproduce = (pipeline: string): string =>
  `# set these first: DATABRICKS_HOST, DATABRICKS_TOKEN, PG_PASSWORD\nnpx tributary run --config pipelines --pipeline ${pipeline}`;

const DRIFT = sampleRunReport({
  cost: { amount: 0.001789, perHour: 2.8, currency: 'USD' },
  history: HISTORY,
  wal: CALM_LOG,
  trigger: ON_TIME,
  tables: [...sampleRunReport().tables, QUIET_TABLE, { ...QUIET_TABLE, source: 'public.currencies' }],
  drift: [
    {
      table: 'public.orders',
      kind: 'column-added',
      column: 'channel',
      type: 'text',
      statements: [
        'ALTER TABLE `lakehouse`.`postgres_raw`.`pg_orders` ADD COLUMN `channel` STRING',
        "UPDATE `lakehouse`.`postgres_raw`.`pg_orders` SET `channel` = 'web'",
      ],
      outcome: 'Added; 1,204 existing rows received the default.',
    },
    {
      table: 'public.customers',
      kind: 'column-dropped',
      column: 'fax',
      type: 'text',
      statements: [],
      outcome: 'Kept in the target; it is NULL in rows that change from now on.',
    },
  ],
});

const IDLE = sampleRunReport({
  status: 'nothing-to-do',
  durationMs: 300,
  checkpoint: AT_CHECKPOINT,
  lag: { before: { bytes: 0, seconds: 0 }, after: { bytes: 0, seconds: 0 } },
  intervals: 0,
  transactions: 0,
  tables: [],
  drift: [],
  staged: NOTHING_STAGED,
  stageDurationsMs: { ...NO_TIMES, preflight: 210, drain: 90 },
  warehouse: NOT_OPENED,
  wal: CALM_LOG,
  trigger: ON_TIME,
  notices: [],
});

const FAILED = sampleRunReport({
  pipeline: 'billing_to_lake',
  status: 'failed',
  durationMs: 2_900,
  caughtUp: false,
  notCaughtUp: 'the run failed',
  checkpoint: { from: null, to: null },
  lag: { before: { bytes: 943_718_400, seconds: 7_620 }, after: { bytes: 943_718_400, seconds: 7_620 } },
  intervals: 0,
  transactions: 0,
  tables: [],
  drift: [],
  staged: NOTHING_STAGED,
  stageDurationsMs: { ...NO_TIMES, preflight: 2_700 },
  warehouse: NOT_OPENED,
  trigger: ON_TIME,
  notices: [],
  slot: 'billing_slot',
  error: {
    code: 'slot-lost',
    message:
      'Slot "billing_slot" is lost (wal_removed): the server has removed log that the pipeline still needs.',
    solution: [
      'Load the tables anew (the target keeps its tables; their rows are brought up to date):',
      "1. at the source, if the slot is there: SELECT pg_drop_replication_slot('billing_slot');",
      "2. in the target: DELETE FROM main.ops._tributary_state WHERE pipeline = 'billing_to_lake' AND entry = 'checkpoint';",
      '3. run.',
      'Keep it from happening again: run more often, or raise max_slot_wal_keep_size.',
    ].join('\n'),
  },
});

const STOPPED = sampleRunReport({
  status: 'stopped',
  durationMs: 300_000,
  caughtUp: false,
  notCaughtUp: 'max_duration was reached',
  lag: { before: { bytes: 9_663_676_416, seconds: 21_600 }, after: { bytes: 3_221_225_472, seconds: 7_200 } },
  drift: [],
  notices: [],
  cost: { amount: 0.15, perHour: 2.8, currency: 'USD' },
  warehouse: { opened: true, statements: 44, busyMs: 192_000, uploadedBytes: 1_610_612_736 },
  trigger: ON_TIME,
});

const OTHER_RUN = sampleRunReport({
  ...IDLE,
  status: 'another-run-active',
  caughtUp: false,
  notCaughtUp: 'another run is active',
  checkpoint: { from: null, to: null },
  lag: { before: { bytes: null, seconds: null }, after: { bytes: null, seconds: null } },
  wal: null,
  stageDurationsMs: { ...NO_TIMES, preflight: 40 },
});

const IN_DANGER = sampleRunReport({
  pipeline: 'events_to_lake',
  status: 'stopped',
  durationMs: 1_260_000,
  caughtUp: false,
  notCaughtUp: 'max_duration was reached',
  lag: {
    before: { bytes: 13_958_643_712, seconds: 32_400 },
    after: { bytes: 12_884_901_888, seconds: 28_800 },
  },
  drift: [],
  tables: [
    {
      ...ORDERS,
      source: 'public.events',
      target: 'lakehouse.postgres_raw.pg_events',
      loadedRows: 4_100_000,
      insertedRows: 0,
      updatedRows: 0,
      deletedRows: 0,
      changes: 0,
    },
    ORDERS,
  ],
  unfinishedLoads: [
    { table: 'public.events', loadedRows: 4_100_000, estimatedRows: 10_000_000, continuedBy: 'run' },
    { table: 'audit.log', loadedRows: 120_000, estimatedRows: null, continuedBy: 'backfill' },
  ],
  wal: {
    retainedBytes: 13_212_057_600,
    limitBytes: 17_179_869_184,
    safeBytes: 3_967_811_584,
    bytesPerHour: 1_288_490_189,
    hoursLeft: 3.1,
    risk: 'danger',
    sentence:
      'The slot keeps 12.3 GiB of log of at most 16.0 GiB, which grows by 1.2 GiB an hour: in about 3 hours the server may remove log that the pipeline needs.',
  },
  trigger: { ...ON_TIME, startedAt: '2026-01-02T03:42:10.000Z', lateMs: 2_530_000, skipped: 6 },
  cost: { amount: 0.53, perHour: 2.8, currency: 'USD' },
  warehouse: { opened: true, statements: 61, busyMs: 681_000, uploadedBytes: 1_610_612_736 },
  notices: [],
  history: HISTORY,
});

/** The situations that the golden files and the pictures show. */
export const SITUATIONS: readonly Situation[] = [
  { name: 'summary-drift', reports: [DRIFT], options: { reproduce } },
  { name: 'summary-idle', reports: [IDLE], options: { reproduce } },
  { name: 'summary-failed', reports: [FAILED], options: { reproduce } },
  { name: 'summary-stopped', reports: [STOPPED], options: { reproduce } },
  { name: 'summary-another-run', reports: [OTHER_RUN], options: { reproduce } },
  {
    name: 'summary-three',
    reports: [{ ...DRIFT, pipeline: 'shop_to_lake' }, IDLE, FAILED],
    options: { reproduce },
  },
  { name: 'summary-danger', reports: [IN_DANGER], options: { reproduce } },
];

/** Reports by the names of their situations, for what shows them otherwise than as Markdown. */
export const SITUATION_REPORTS = {
  drift: DRIFT,
  idle: IDLE,
  failed: FAILED,
  danger: IN_DANGER,
} as const satisfies Record<string, RunReport>;
