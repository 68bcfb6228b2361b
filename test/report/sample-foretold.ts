import type { ForetoldOutcome, ForetoldReport } from '../../src/model/foretold.ts';

const OUTCOME: ForetoldOutcome = {
  tag: 'column-added',
  severity: 'info',
  pipeline: 'orders_to_lake',
  table: 'public.orders',
  column: null,
  code: null,
  sentence: '',
  solution: null,
  targetSql: [],
  undoneBy: null,
};

/** A change of two migrations that does about everything, for two pipelines. */
export function sampleForetold(changes: Partial<ForetoldReport> = {}): ForetoldReport {
  const added = {
    ...OUTCOME,
    column: 'channel',
    sentence:
      'Column "channel" (text) is added to lakehouse.postgres_raw.pg_orders; existing rows read the default that they have at the source.',
    targetSql: [
      'ALTER TABLE `lakehouse`.`postgres_raw`.`pg_orders` ADD COLUMN `channel` STRING',
      "UPDATE `lakehouse`.`postgres_raw`.`pg_orders` SET `channel` = 'web' WHERE `channel` IS NULL",
    ],
  };
  return {
    schemaVersion: 1,
    base: { origin: 'files', files: ['db/1_start.sql'], failure: null },
    files: [
      {
        path: 'db/2_channel.sql',
        status: 'added',
        statements: [
          {
            line: 3,
            column: 1,
            endLine: 3,
            summary: 'ALTER TABLE orders ADD COLUMN channel text',
            outcomes: [added, { ...added, pipeline: 'orders_to_archive' }],
          },
          {
            line: 5,
            column: 1,
            endLine: 5,
            summary: 'ALTER TABLE orders ADD COLUMN token uuid',
            outcomes: [
              {
                ...OUTCOME,
                tag: 'loaded-anew',
                severity: 'warning',
                sentence:
                  'public.orders is loaded anew, all (about 1,234,567 rows) of it: only its rows tell what they hold in the added column "token".',
                solution: 'A constant default, or none, would spare it.',
              },
            ],
          },
          { line: 6, column: 1, endLine: 6, summary: 'CREATE INDEX ON orders', outcomes: [] },
        ],
      },
      {
        path: 'db/10_<rename>.sql',
        status: 'added',
        statements: [
          {
            line: 1,
            column: 1,
            endLine: 2,
            summary: 'ALTER TABLE orders RENAME COLUMN note TO "re|mark"',
            outcomes: [
              {
                ...OUTCOME,
                tag: 'stops',
                severity: 'error',
                code: 'drift-unsupported',
                sentence:
                  'public.orders: column "note" was renamed to "re|mark". Bringing that over is not supported yet.',
                solution:
                  'Undo it, or load the table anew: drop or rename pg_orders in the target, then run once with --reload public.orders',
              },
            ],
          },
          {
            line: 4,
            column: 1,
            endLine: 4,
            summary: 'DROP TABLE old',
            outcomes: [{ ...OUTCOME, tag: 'not-tried', pipeline: null, sentence: 'Not foretold.' }],
          },
        ],
      },
    ],
    pipelines: [
      {
        pipeline: 'orders_to_lake',
        verdict: 'stops',
        code: 'drift-unsupported',
        addedColumns: [],
        droppedColumns: [],
        loads: [],
      },
      {
        pipeline: 'orders_to_archive',
        verdict: 'changes',
        code: null,
        addedColumns: [],
        droppedColumns: [],
        loads: [],
      },
    ],
    notes: ['The base schema has no publication "shop": it is taken to publish all tables, new ones too.'],
    ...changes,
  };
}
