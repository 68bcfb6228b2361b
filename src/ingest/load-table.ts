import path from 'node:path';
import { readCopyRow } from '../decode/copy-row.ts';
import { type Lsn, lsnOf } from '../model/lsn.ts';
import { RowView } from '../model/row-view.ts';
import type { Snapshot } from '../source/source.ts';
import { openStagedFile, type StagedFileWriter } from '../stage/parquet-file.ts';
import type { RowControl } from '../stage/staged-row-group.ts';
import { runMerge } from './merge-table.ts';
import { nowMicroseconds, type RunContext } from './run-context.ts';
import type { TablePlan } from './table-plan.ts';
import { layoutFor, planShape, stagedSources, type TableShape } from './table-shape.ts';
import type { TableState } from './table-state.ts';

/** Rows of one staged file of a load. */
const ROWS_PER_FILE = 1_000_000;
/** Rows between two words of progress. */
const PROGRESS_ROWS = 10_000;

/**
 * The last LSN that a snapshot includes: it holds every transaction that committed before its consistent point. A
 * commit record may begin exactly there, and is not in it.
 */
export function lastLsnOf(snapshot: Snapshot): Lsn {
  return lsnOf(snapshot.consistentPoint - 1n);
}

/**
 * Loads a whole table from a snapshot: COPY, stage, merge. The target's rows are then those of the snapshot, whatever it
 * held before.
 */
export async function loadTable(context: RunContext, table: TableState, snapshot: Snapshot): Promise<void> {
  const { store, pipeline } = context;
  const { plan, counts } = table;
  const directory = `${context.stagedRoot}/load-${store.epoch}/t${plan.selected.source.oid}`;
  const names = plan.selected.columns.map(({ name }) => name);
  const shape = planShape(names, plan.target);
  counts.loadedRows += await stageSnapshot(context, plan, snapshot, { shape, names, directory });
  const merged = { insertedRows: 0, updatedRows: 0, deletedRows: 0 };
  await runMerge(context, merged, {
    target: plan.target,
    groups: [{ directory, columns: stagedSources(shape, plan.target, () => 'NULL') }],
    fold: false,
    unchangedColumns: new Set(),
    movedRows: false,
    rereadDirectory: undefined,
    unresolved: 'null',
    deletions: 0,
    keyBounds: new Map(),
    others: { tag: 'replaced', lsn: lastLsnOf(snapshot) },
    fence: { state: store.state, pipeline: pipeline.name, epoch: store.epoch },
    mergedAt: nowMicroseconds(context),
  });
  counts.deletedRows += merged.deletedRows;
  await context.warehouse.removeStaged(directory);
}

interface SnapshotStaging {
  readonly shape: TableShape;
  readonly names: readonly string[];
  readonly directory: string;
}

/** Copies the table into staged files; there is at least one, so that an empty table is staged as one. */
async function stageSnapshot(
  context: RunContext,
  plan: TablePlan,
  snapshot: Snapshot,
  staging: SnapshotStaging,
): Promise<number> {
  const { source } = plan.selected;
  const task = plan.selected.displayName;
  const total = source.estimatedRows < 0 ? undefined : source.estimatedRows;
  const control: RowControl = {
    op: 'u',
    lsn: lastLsnOf(snapshot),
    committedAt: snapshot.takenAt,
    seq: 0,
    movedLsn: 0n,
  };
  const view = new RowView(staging.names.length);
  const file = new SnapshotFiles(context, source.oid, staging);
  let rows = 0;
  try {
    const request = {
      schema: source.schema,
      table: source.name,
      columns: staging.names,
      rowFilter: source.rowFilter,
    };
    for await (const batch of snapshot.copyTable(request, context.abandon)) {
      context.abandon.throwIfAborted();
      for (let index = 0; index < batch.starts.length; index++) {
        readCopyRow(batch.bytes, batch.starts[index] ?? 0, batch.ends[index] ?? 0, view);
        file.writer.append(view, control);
        rows += 1;
        if (rows % PROGRESS_ROWS === 0) {
          context.recorder.reporter.report({ tag: 'progress', task, done: rows, total, unit: 'rows' });
        }
      }
      if (file.writer.rowCount >= ROWS_PER_FILE) await file.next();
    }
    await file.finish();
    context.recorder.reporter.report({ tag: 'progress-finished', task });
    return rows;
  } finally {
    file.writer.abandon();
  }
}

/** The staged files of one load, one after the other. */
class SnapshotFiles {
  writer: StagedFileWriter;
  readonly #context: RunContext;
  readonly #oid: number;
  readonly #staging: SnapshotStaging;
  #fileCount = 0;

  constructor(context: RunContext, oid: number, staging: SnapshotStaging) {
    this.#context = context;
    this.#oid = oid;
    this.#staging = staging;
    this.writer = this.#open();
  }

  async next(): Promise<void> {
    await this.finish();
    this.#fileCount += 1;
    this.writer = this.#open();
  }

  async finish(): Promise<void> {
    const summary = await this.writer.close();
    await this.#context.warehouse.putStagedFile(
      this.#localPath,
      `${this.#staging.directory}/part-${this.#fileCount}.parquet`,
    );
    this.#context.recorder.stagedFile(summary);
  }

  get #localPath(): string {
    return path.join(this.#context.workDirectory, `t${this.#oid}-load-${this.#fileCount}.parquet`);
  }

  #open(): StagedFileWriter {
    const layout = layoutFor(this.#staging.shape, this.#context.pipeline.specialValues);
    return openStagedFile({ ...layout, keepable: [], withPreviousKey: false, path: this.#localPath });
  }
}
