import path from 'node:path';
import type { RowView } from '../model/row-view.ts';
import { openStagedFile, type StagedFileWriter } from '../stage/parquet-file.ts';
import type { RowControl } from '../stage/staged-row-group.ts';
import type { RunContext } from './run-context.ts';
import { layoutFor, type TableShape } from './table-shape.ts';

/** Rows of one staged file of a load. */
const ROWS_PER_FILE = 1_000_000;

export interface StagedRange {
  /** Staged path of its files. */
  readonly directory: string;
  readonly rows: number;
}

/** The staged files of one table's load, range by range. A range has at least one file, so that one without rows is staged, too. */
export class SnapshotFiles {
  readonly #context: RunContext;
  readonly #oid: number;
  readonly #shape: TableShape;
  readonly #control: RowControl;
  #writer: StagedFileWriter;
  #rows = 0;
  #rangeNumber = 0;
  #fileNumber = 0;

  constructor(context: RunContext, oid: number, shape: TableShape, control: RowControl) {
    this.#context = context;
    this.#oid = oid;
    this.#shape = shape;
    this.#control = control;
    this.#writer = this.#open();
  }

  /** Rows of the range under way. */
  get rows(): number {
    return this.#rows;
  }

  get isFileFull(): boolean {
    return this.#writer.rowCount >= ROWS_PER_FILE;
  }

  append(view: RowView): void {
    this.#writer.append(view, this.#control);
    this.#rows += 1;
  }

  async nextFile(): Promise<void> {
    await this.#put();
    this.#fileNumber += 1;
    this.#writer = this.#open();
  }

  /** Stages what is left of the range, and begins the next one. */
  async finishRange(): Promise<StagedRange> {
    await this.#put();
    const range = { directory: this.#directory, rows: this.#rows };
    this.#rows = 0;
    this.#rangeNumber += 1;
    this.#fileNumber = 0;
    this.#writer = this.#open();
    return range;
  }

  abandon(): void {
    this.#writer.abandon();
  }

  async #put(): Promise<void> {
    const summary = await this.#writer.close();
    await this.#context.warehouse.putStagedFile(
      this.#localPath,
      `${this.#directory}/part-${this.#fileNumber}.parquet`,
    );
    this.#context.recorder.stagedFile(summary);
  }

  get #directory(): string {
    return `${this.#context.stagedRoot}/load-${this.#context.store.epoch}/t${this.#oid}/range-${this.#rangeNumber}`;
  }

  get #localPath(): string {
    return path.join(
      this.#context.workDirectory,
      `t${this.#oid}-load-${this.#rangeNumber}-${this.#fileNumber}.parquet`,
    );
  }

  #open(): StagedFileWriter {
    const layout = layoutFor(this.#shape, this.#context.pipeline.specialValues);
    return openStagedFile({ ...layout, keepable: [], withPreviousKey: false, path: this.#localPath });
  }
}
