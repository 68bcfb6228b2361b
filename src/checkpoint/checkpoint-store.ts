import type { Checkpoint, CheckpointedLsn, StoredCheckpoint } from '../model/checkpoint.ts';
import { IngestError } from '../model/ingest-error.ts';
import type { Lsn } from '../model/lsn.ts';
import type { TableName } from '../model/table-name.ts';
import { buildCreateSchema } from '../schema/ddl.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { parseCheckpointDocument } from './checkpoint-document.ts';
import {
  buildAdvance,
  buildClaim,
  buildCreateState,
  buildInsertCheckpoint,
  buildLoadCheckpoint,
  type CheckpointWrite,
} from './checkpoint-sql.ts';

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
    const { warehouse, state, pipeline } = this.#options;
    if ((await warehouse.describeTable(state)) === undefined) return undefined;
    const [row] = await warehouse.query(buildLoadCheckpoint(warehouse.dialect, state, pipeline));
    if (row === undefined) return undefined;
    const [epoch = '', lsn = '', document = '', runId = ''] = row.map((value) => value ?? '');
    return { epoch: Number(epoch), checkpoint: parseCheckpointDocument(document, { lsn, runId, pipeline }) };
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
    await warehouse.execute(buildCreateSchema(warehouse.dialect, state));
    await warehouse.execute(buildCreateState(warehouse.dialect, state));
    const inserted = await warehouse.update(
      buildInsertCheckpoint(warehouse.dialect, this.#write(FIRST_EPOCH), checkpoint),
    );
    if (inserted !== 1) throw this.#fenced();
    this.#epoch = FIRST_EPOCH;
    return checkpointed(checkpoint.lsn);
  }

  /** Writes the checkpoint. Only after every MERGE that it speaks for has succeeded. */
  async advance(checkpoint: Checkpoint): Promise<CheckpointedLsn> {
    const { warehouse } = this.#options;
    const written = await warehouse.update(
      buildAdvance(warehouse.dialect, this.#write(this.epoch), checkpoint),
    );
    if (written !== 1) throw this.#fenced();
    return checkpointed(checkpoint.lsn);
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
