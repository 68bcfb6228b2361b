import type { CheckpointStore } from '../checkpoint/checkpoint-store.ts';
import type { Checkpoint, CheckpointedLsn } from '../model/checkpoint.ts';
import { formatLsn, type Lsn } from '../model/lsn.ts';
import type { RunRecorder } from './run-recorder.ts';
import { checkpointTable } from './table-plan.ts';
import type { TableState } from './table-state.ts';

/** What of a checkpoint stays the same over a run. */
export type CheckpointFrame = Omit<Checkpoint, 'lsn' | 'tables'>;

/** The run's progress: what is checkpointed, and what may therefore be acknowledged. */
export class Progress {
  readonly #store: CheckpointStore;
  readonly #frame: CheckpointFrame;
  readonly #tables: readonly TableState[];
  readonly #recorder: RunRecorder;
  #checkpointed: CheckpointedLsn;
  /** One write at a time: tables that load at the same time checkpoint one after the other. */
  #writing: Promise<unknown> = Promise.resolve();

  constructor(options: {
    readonly store: CheckpointStore;
    readonly frame: CheckpointFrame;
    readonly tables: readonly TableState[];
    readonly recorder: RunRecorder;
    readonly checkpointed: CheckpointedLsn;
  }) {
    this.#store = options.store;
    this.#frame = options.frame;
    this.#tables = options.tables;
    this.#recorder = options.recorder;
    this.#checkpointed = options.checkpointed;
  }

  get lsn(): CheckpointedLsn {
    return this.#checkpointed;
  }

  /** Writes the checkpoint: the tables' states as they are now, at this LSN. */
  checkpoint(lsn: Lsn): Promise<CheckpointedLsn> {
    const written = this.#writing.then(() => this.#write(lsn));
    this.#writing = written.catch(() => undefined);
    return written;
  }

  async #write(lsn: Lsn): Promise<CheckpointedLsn> {
    const tables = this.#tables.map(({ plan }) => checkpointTable(plan));
    this.#checkpointed = await this.#recorder.stage('checkpoint', formatLsn(lsn), () =>
      this.#store.advance({ ...this.#frame, lsn, tables }, this.#recorder.record()),
    );
    this.#recorder.checkpointTo(lsn);
    return this.#checkpointed;
  }
}
