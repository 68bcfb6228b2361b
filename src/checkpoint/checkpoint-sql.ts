import type { Checkpoint } from '../model/checkpoint.ts';
import type { Dialect } from '../model/dialect.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { TableName } from '../model/table-name.ts';
import { buildCreateTable, type ColumnDefinition, quoteTable } from '../schema/ddl.ts';
import { formatCheckpointDocument } from './checkpoint-document.ts';

/**
 * The state table holds two kinds of entries: a pipeline's `checkpoint`, which is written whole, and one `run` for every
 * run that wrote one, its history. One statement writes both, so that neither is ever ahead of the other.
 */
export const STATE_COLUMNS: readonly ColumnDefinition[] = [
  { name: 'pipeline', type: { tag: 'string' }, notNull: true },
  { name: 'entry', type: { tag: 'string' }, notNull: true },
  { name: 'epoch', type: { tag: 'int64' }, notNull: true },
  { name: 'lsn', type: { tag: 'int64' }, notNull: true },
  { name: 'document', type: { tag: 'string' }, notNull: false },
  { name: 'run_id', type: { tag: 'string' }, notNull: true },
  { name: 'updated_at', type: { tag: 'timestamptz' }, notNull: true },
  { name: 'started_at', type: { tag: 'timestamptz' }, notNull: false },
  { name: 'from_lsn', type: { tag: 'int64' }, notNull: false },
  { name: 'intervals', type: { tag: 'int64' }, notNull: false },
  { name: 'changes', type: { tag: 'int64' }, notNull: false },
  { name: 'loaded_rows', type: { tag: 'int64' }, notNull: false },
  { name: 'inserted_rows', type: { tag: 'int64' }, notNull: false },
  { name: 'updated_rows', type: { tag: 'int64' }, notNull: false },
  { name: 'deleted_rows', type: { tag: 'int64' }, notNull: false },
  { name: 'staged_bytes', type: { tag: 'int64' }, notNull: false },
  { name: 'lag_bytes', type: { tag: 'int64' }, notNull: false },
];

export const STATE_TABLE = '_tributary_checkpoint';

/** How many rows `buildAdvance` touches: the checkpoint, and the run's entry. */
export const ADVANCED_ROWS = 2;

export function buildCreateState(dialect: Dialect, state: TableName): string {
  return buildCreateTable(dialect, state, STATE_COLUMNS, {
    comment:
      'Progress of Tributary pipelines, and the history of their runs. Written by the runs; do not edit.',
    clusteringKey: ['pipeline'],
    primaryKey: [],
  });
}

/** Runs that `buildLoadCheckpoint` tells of. */
const LOADED_RUNS = 30;

/**
 * The checkpoint, and after it the last runs, the latest first: one statement for both, because each costs a warehouse's
 * round trip. Everything as text, because control values must not pass through a driver's number types.
 */
export function buildLoadCheckpoint(dialect: Dialect, state: TableName, pipeline: string): string {
  const text = dialect.typeName({ tag: 'string' });
  const asText = (expression: string): string => `CAST(${expression} AS ${text})`;
  const columns = [
    asText('epoch'),
    asText('lsn'),
    'document',
    'run_id',
    'entry',
    ...RUN_INSTANTS.map((name) => asText(dialect.instantMicroseconds(name))),
    ...RUN_NUMBERS.map(asText),
  ];
  return (
    `SELECT ${columns.join(', ')} FROM ${quoteTable(dialect, state)} ` +
    `WHERE pipeline = ${dialect.stringLiteral(pipeline)} AND entry IN ('checkpoint', 'run') ` +
    // The entries' names sort the checkpoint to the top.
    `ORDER BY entry, updated_at DESC LIMIT ${LOADED_RUNS + 1}`
  );
}

const RUN_INSTANTS = ['started_at', 'updated_at'] as const;
const RUN_NUMBERS = [
  'from_lsn',
  'intervals',
  'changes',
  'loaded_rows',
  'inserted_rows',
  'updated_rows',
  'deleted_rows',
  'staged_bytes',
  'lag_bytes',
] as const;

export interface CheckpointWrite {
  readonly state: TableName;
  readonly pipeline: string;
  readonly epoch: number;
  readonly runId: string;
  /** Microseconds since 1970 UTC. */
  readonly writtenAt: bigint;
}

/**
 * Takes the checkpoint over for this run: from now on a run of an older epoch writes nothing. Repeating it after its
 * answer was lost finds it taken over by this very run.
 */
export function buildClaim(dialect: Dialect, write: CheckpointWrite): string {
  const runId = dialect.stringLiteral(write.runId);
  const next = write.epoch + 1;
  return (
    `UPDATE ${quoteTable(dialect, write.state)} SET epoch = ${next}, ` +
    `run_id = ${runId}, updated_at = ${dialect.instantLiteral(write.writtenAt)} ` +
    `WHERE ${checkpointOf(dialect, write.pipeline)} AND (epoch = ${write.epoch} OR (epoch = ${next} AND run_id = ${runId}))`
  );
}

/** The first checkpoint of a pipeline. Inserts nothing when there is one. */
export function buildInsertCheckpoint(
  dialect: Dialect,
  write: CheckpointWrite,
  checkpoint: Checkpoint,
): string {
  const literal = dialect.stringLiteral;
  const state = quoteTable(dialect, write.state);
  return (
    `INSERT INTO ${state} (pipeline, entry, epoch, lsn, document, run_id, updated_at) ` +
    `SELECT ${literal(write.pipeline)}, 'checkpoint', ${write.epoch}, ${checkpoint.lsn}, ${literal(formatCheckpointDocument(checkpoint))}, ` +
    `${literal(write.runId)}, ${dialect.instantLiteral(write.writtenAt)} ` +
    `WHERE NOT EXISTS (SELECT 1 FROM ${state} WHERE ${checkpointOf(dialect, write.pipeline)})`
  );
}

/**
 * Compare and set on the epoch; never backwards. Writes the checkpoint and the run's entry in the history, or neither.
 * Says the same thing when it is repeated.
 */
export function buildAdvance(
  dialect: Dialect,
  write: CheckpointWrite,
  checkpoint: Checkpoint,
  record: RunRecord,
): string {
  const state = quoteTable(dialect, write.state);
  const literal = dialect.stringLiteral;
  const values = [
    ['epoch', String(write.epoch)],
    ['lsn', String(checkpoint.lsn)],
    [
      'document',
      `CASE WHEN s.entry = 'checkpoint' THEN ${literal(formatCheckpointDocument(checkpoint))} END`,
    ],
    ['run_id', literal(write.runId)],
    ['updated_at', dialect.instantLiteral(write.writtenAt)],
    ...recordValues(dialect, record),
  ] as const;
  return [
    `MERGE INTO ${state} AS t`,
    'USING (',
    "  SELECT e.entry FROM (SELECT 'checkpoint' AS entry UNION ALL SELECT 'run' AS entry) AS e",
    `  WHERE EXISTS (SELECT 1 FROM ${state} AS h WHERE h.pipeline = ${literal(write.pipeline)} AND h.entry = 'checkpoint' AND h.epoch = ${write.epoch} AND h.lsn <= ${checkpoint.lsn})`,
    ') AS s',
    `ON t.pipeline = ${literal(write.pipeline)} AND t.entry = s.entry AND (s.entry = 'checkpoint' OR t.run_id = ${literal(write.runId)})`,
    `WHEN MATCHED THEN UPDATE SET ${values.map(([name, value]) => `${name} = ${value}`).join(', ')}`,
    `WHEN NOT MATCHED THEN INSERT (pipeline, entry, ${values.map(([name]) => name).join(', ')})`,
    `  VALUES (${literal(write.pipeline)}, s.entry, ${values.map(([, value]) => value).join(', ')})`,
  ].join('\n');
}

function recordValues(
  dialect: Dialect,
  record: RunRecord,
): readonly (readonly [name: string, value: string])[] {
  return [
    ['started_at', dialect.instantLiteral(record.startedAt)],
    ['from_lsn', String(record.from ?? 'NULL')],
    ['intervals', String(record.intervals)],
    ['changes', String(record.changes)],
    ['loaded_rows', String(record.loadedRows)],
    ['inserted_rows', String(record.insertedRows)],
    ['updated_rows', String(record.updatedRows)],
    ['deleted_rows', String(record.deletedRows)],
    ['staged_bytes', String(record.stagedBytes)],
    ['lag_bytes', String(record.lagBytes ?? 'NULL')],
  ];
}

function checkpointOf(dialect: Dialect, pipeline: string): string {
  return `pipeline = ${dialect.stringLiteral(pipeline)} AND entry = 'checkpoint'`;
}
