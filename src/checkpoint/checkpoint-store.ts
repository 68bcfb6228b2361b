import type { Checkpoint, CheckpointedLsn, StoredCheckpoint } from '../model/checkpoint.ts';
import { IngestError } from '../model/ingest-error.ts';
import type { Lsn } from '../model/lsn.ts';
import type { RunRecord } from '../model/run-record.ts';
import { displayTargetName, type TableName } from '../model/table-name.ts';
import { buildCreateSchema } from '../schema/ddl.ts';
import type { Warehouse, WarehouseTable } from '../warehouse/warehouse.ts';
import { parseCheckpointDocument } from './checkpoint-document.ts';
import {
  ADVANCED_ROWS,
  buildAdvance,
  buildClaim,
  buildCreateState,
  buildInsertCheckpoint,
  buildLoadCheckpoint,
  type CheckpointWrite,
  STATE_COLUMNS,
} from './checkpoint-sql.ts';
import { readStateRow, runHistoryEntry } from './state-row.ts';

export interface CheckpointStoreOptions {
  readonly warehouse: Warehouse;
  readonly state: TableName;
  readonly pipeline: string;
  readonly runId: string;
  /** Microseconds since 1970 UTC. */
  readonly now: () => bigint;
}

/**
 * A pipeline's progress in the target.
 *
 * - It never goes backwards.
 * - `claim` makes this run the only one that may write: a run with an older epoch fails with `checkpoint-fenced`.
 * - Only writing it makes a CheckpointedLsn, the one thing that acknowledging takes.
 */
export class CheckpointStore {
  readonly #options: CheckpointStoreOptions;
  #epoch: number | undefined;

  constructor(options: CheckpointStoreOptions) {
    this.#options = options;
  }

  get state(): TableName {
    return this.#options.state;
  }

  /** This run's epoch. Throws TypeError before `claim` or `start`. */
  get epoch(): number {
    if (this.#epoch === undefined) throw new TypeError('the checkpoint has not been claimed');
    return this.#epoch;
  }

  /** The last checkpoint; `undefined` for a pipeline that never had one. */
  async load(): Promise<StoredCheckpoint | undefined> {
    const { warehouse, state } = this.#options;
    const found = await warehouse.describeTable(state);
    if (found === undefined) return undefined;
    this.#requireFit(found);
    return this.#read();
  }

  async #read(): Promise<StoredCheckpoint | undefined> {
    const { warehouse, state, pipeline } = this.#options;
    const rows = await warehouse.query(buildLoadCheckpoint(warehouse.dialect, state, pipeline));
    const stateRows = rows.map(readStateRow);
    const row = stateRows.find(({ entry }) => entry === 'checkpoint');
    if (row === undefined) return undefined;
    const { epoch, lsn, document, runId } = row;
    return {
      epoch: Number(epoch),
      checkpoint: parseCheckpointDocument(document, { lsn, runId, pipeline }),
      history: stateRows.filter(({ entry }) => entry === 'run').map(runHistoryEntry),
    };
  }

  /** Makes this run the writer of an existing checkpoint. Throws `checkpoint-fenced` when another run was quicker. */
  async claim(stored: StoredCheckpoint): Promise<CheckpointedLsn> {
    const { warehouse } = this.#options;
    const claimed = await warehouse.update(buildClaim(warehouse.dialect, this.#write(stored.epoch)));
    if (claimed !== 1) throw this.#fenced();
    this.#epoch = stored.epoch + 1;
    return checkpointed(stored.checkpoint.lsn);
  }

  /** Writes a pipeline's first checkpoint, making the state table if need be. */
  async start(checkpoint: Checkpoint): Promise<CheckpointedLsn> {
    const { warehouse, state } = this.#options;
    if (!(await warehouse.hasSchema(state)))
      await warehouse.execute(buildCreateSchema(warehouse.dialect, state), 'harmless');
    await warehouse.execute(buildCreateState(warehouse.dialect, state), 'harmless');
    const inserted = await warehouse.update(
      buildInsertCheckpoint(warehouse.dialect, this.#write(FIRST_EPOCH), checkpoint),
    );
    // When its answer was lost, the repetition inserts nothing.
    if (inserted !== 1 && (await this.#read())?.checkpoint.runId !== this.#options.runId)
      throw this.#fenced();
    this.#epoch = FIRST_EPOCH;
    return checkpointed(checkpoint.lsn);
  }

  /** Writes the checkpoint, and what the run has done for it. Only after every MERGE that it speaks for has succeeded. */
  async advance(checkpoint: Checkpoint, record: RunRecord): Promise<CheckpointedLsn> {
    const { warehouse } = this.#options;
    const written = await warehouse.update(
      buildAdvance(warehouse.dialect, this.#write(this.epoch), checkpoint, record),
    );
    if (written !== ADVANCED_ROWS) throw this.#fenced();
    return checkpointed(checkpoint.lsn);
  }

  /** A table of that name may be anybody's. */
  #requireFit({ columns, obstacle }: WarehouseTable): void {
    const names = new Set(columns.map(({ name }) => name));
    const missing = STATE_COLUMNS.filter(({ name }) => !names.has(name)).map(({ name }) => name);
    if (missing.length === 0 && obstacle === undefined) return;
    const difference = obstacle === undefined ? `it lacks ${missing.join(', ')}` : `it is ${obstacle}`;
    throw new IngestError(
      'target-table-mismatch',
      `${displayTargetName(this.#options.state)} is not the table that this version of Tributary keeps its checkpoints in: ${difference}.`,
      {
        solution:
          'Rename it, or set target.state_schema to another schema; every pipeline of it then loads anew.',
      },
    );
  }

  #write(epoch: number): CheckpointWrite {
    const { state, pipeline, runId, now } = this.#options;
    return { state, pipeline, epoch, runId, writtenAt: now() };
  }

  #fenced(): IngestError {
    return new IngestError(
      'checkpoint-fenced',
      `Another run has taken pipeline "${this.#options.pipeline}" over; this one wrote nothing more.`,
      { solution: 'Nothing to do if that run goes on. Keep one run of a pipeline at a time.' },
    );
  }
}

const FIRST_EPOCH = 1;

function checkpointed(lsn: Lsn): CheckpointedLsn {
  return lsn as CheckpointedLsn;
}
