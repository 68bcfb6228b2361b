import type { Checkpoint } from '../model/checkpoint.ts';
import type { Dialect } from '../model/dialect.ts';
import type { TableName } from '../model/table-name.ts';
import { buildCreateTable, type ColumnDefinition, quoteTable } from '../schema/ddl.ts';
import { formatCheckpointDocument } from './checkpoint-document.ts';

/** The state table: one row a pipeline, written whole. */
const STATE_COLUMNS: readonly ColumnDefinition[] = [
  { name: 'pipeline', type: { tag: 'string' }, notNull: true },
  { name: 'epoch', type: { tag: 'int64' }, notNull: true },
  { name: 'lsn', type: { tag: 'int64' }, notNull: true },
  { name: 'document', type: { tag: 'string' }, notNull: true },
  { name: 'run_id', type: { tag: 'string' }, notNull: true },
  { name: 'updated_at', type: { tag: 'timestamptz' }, notNull: true },
];

export const STATE_TABLE = '_tributary_checkpoint';

export function buildCreateState(dialect: Dialect, state: TableName): string {
  return buildCreateTable(dialect, state, STATE_COLUMNS, {
    comment: 'Progress of Tributary pipelines. Written by the runs; do not edit.',
    keyColumns: ['pipeline'],
  });
}

/** Everything as text, because control values must not pass through a driver's number types. */
export function buildLoadCheckpoint(dialect: Dialect, state: TableName, pipeline: string): string {
  const text = dialect.typeName({ tag: 'string' });
  return (
    `SELECT CAST(epoch AS ${text}), CAST(lsn AS ${text}), document, run_id ` +
    `FROM ${quoteTable(dialect, state)} WHERE pipeline = ${dialect.stringLiteral(pipeline)}`
  );
}

export interface CheckpointWrite {
  readonly state: TableName;
  readonly pipeline: string;
  readonly epoch: number;
  readonly runId: string;
  /** Microseconds since 1970 UTC. */
  readonly writtenAt: bigint;
}

/** Takes the row over for this run: from now on a run of an older epoch writes nothing. */
export function buildClaim(dialect: Dialect, write: CheckpointWrite): string {
  return (
    `UPDATE ${quoteTable(dialect, write.state)} SET epoch = ${write.epoch + 1}, ` +
    `run_id = ${dialect.stringLiteral(write.runId)}, updated_at = ${dialect.instantLiteral(write.writtenAt)} ` +
    `WHERE ${rowOf(dialect, write)}`
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
    `INSERT INTO ${state} (pipeline, epoch, lsn, document, run_id, updated_at) ` +
    `SELECT ${literal(write.pipeline)}, ${write.epoch}, ${checkpoint.lsn}, ${literal(formatCheckpointDocument(checkpoint))}, ` +
    `${literal(write.runId)}, ${dialect.instantLiteral(write.writtenAt)} ` +
    `WHERE NOT EXISTS (SELECT 1 FROM ${state} WHERE pipeline = ${literal(write.pipeline)})`
  );
}

/** Compare and set on the epoch; never backwards. */
export function buildAdvance(dialect: Dialect, write: CheckpointWrite, checkpoint: Checkpoint): string {
  return (
    `UPDATE ${quoteTable(dialect, write.state)} SET lsn = ${checkpoint.lsn}, ` +
    `document = ${dialect.stringLiteral(formatCheckpointDocument(checkpoint))}, ` +
    `run_id = ${dialect.stringLiteral(write.runId)}, updated_at = ${dialect.instantLiteral(write.writtenAt)} ` +
    `WHERE ${rowOf(dialect, write)} AND lsn <= ${checkpoint.lsn}`
  );
}

function rowOf(dialect: Dialect, write: CheckpointWrite): string {
  return `pipeline = ${dialect.stringLiteral(write.pipeline)} AND epoch = ${write.epoch}`;
}
