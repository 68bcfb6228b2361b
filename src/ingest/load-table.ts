import { readCopyRow } from '../decode/copy-row.ts';
import type { LoadingState } from '../model/checkpoint.ts';
import { ALL_ROWS, isSameRange, isWholeTable, type KeyRange } from '../model/key-range.ts';
import { type Lsn, lsnOf, ZERO_LSN } from '../model/lsn.ts';
import { RowView } from '../model/row-view.ts';
import type { PublishedTable } from '../model/source-facts.ts';
import type { Snapshot } from '../source/source.ts';
import type { LoadStart } from './choose-loads.ts';
import { copyRange, keyOrderOf, keyValue, type OrderedColumn } from './key-order.ts';
import { runMerge } from './merge-table.ts';
import type { Progress } from './progress.ts';
import { nowMicroseconds, type RunContext } from './run-context.ts';
import { SnapshotFiles } from './snapshot-files.ts';
import type { TablePlan } from './table-plan.ts';
import { planShape, stagedSources, type TableShape } from './table-shape.ts';
import type { TableState } from './table-state.ts';

/** Rows between two words of progress. */
const PROGRESS_ROWS = 10_000;
/** For the size of a table that was never analysed. */
const ASSUMED_ROW_BYTES = 200;

/**
 * The last LSN that a snapshot includes: it holds every transaction that committed before its consistent point. A
 * commit record may begin exactly there, and is not in it.
 */
function lastLsnOf(snapshot: Snapshot): Lsn {
  return lsnOf(snapshot.consistentPoint - 1n);
}

export interface LoadOptions {
  readonly start: LoadStart;
  readonly serverEncoding: string;
  /** Rows of a key range: what is merged and checkpointed at a time. */
  readonly rangeRows: number;
  /** Asked between two ranges. */
  readonly mayGoOn: () => boolean;
}

/**
 * - `complete`: all that was wanted is loaded.
 * - `paused`: some is, and checkpointed.
 * - `altered`: the table was altered since the run looked at it, so that its rows may not be what they seem; nothing of it
 *   was merged.
 * - `gave-way`: the same as `paused`, because somebody waits for the table; whoever wants to read it would wait behind them
 *   for as long as the load goes on.
 */
export type LoadOutcome = 'complete' | 'paused' | 'altered' | 'gave-way';

/**
 * Loads a table from a snapshot, key range by key range: COPY, stage, merge, checkpoint. The rows of a range are then those
 * of the snapshot, whatever the target held before; a small table is one range.
 *
 * No change that is newer than the snapshot can be in the target: only this run writes, and it has drained nothing since.
 */
export async function loadTable(
  context: RunContext,
  progress: Progress,
  table: TableState,
  snapshot: Snapshot,
  options: LoadOptions,
): Promise<LoadOutcome> {
  return await new TableLoad(context, progress, table, snapshot, options).run();
}

type Look = 'unaltered' | Extract<LoadOutcome, 'altered' | 'gave-way'>;

class TableLoad {
  readonly #context: RunContext;
  readonly #progress: Progress;
  readonly #table: TableState;
  readonly #snapshot: Snapshot;
  readonly #options: LoadOptions;
  readonly #plan: TablePlan;
  readonly #names: readonly string[];
  readonly #shape: TableShape;
  /** `undefined`: the table is loaded as one range. */
  readonly #order: readonly OrderedColumn[] | undefined;
  readonly #files: SnapshotFiles;
  #state: LoadingState;

  constructor(
    context: RunContext,
    progress: Progress,
    table: TableState,
    snapshot: Snapshot,
    options: LoadOptions,
  ) {
    this.#context = context;
    this.#progress = progress;
    this.#table = table;
    this.#snapshot = snapshot;
    this.#options = options;
    this.#plan = table.plan;
    this.#names = table.plan.selected.columns.map(({ name }) => name);
    this.#shape = planShape(this.#names, table.plan.target);
    this.#state = stateOf(options.start, snapshot);
    this.#order = isRanged(table.plan, this.#state, options)
      ? keyOrderOf(table.plan.selected, options.serverEncoding)
      : undefined;
    this.#files = new SnapshotFiles(context, table.oid, this.#shape, {
      op: 'u',
      lsn: lastLsnOf(snapshot),
      committedAt: snapshot.takenAt,
      seq: 0,
      movedLsn: 0n,
    });
  }

  async run(): Promise<LoadOutcome> {
    const { abandon, recorder } = this.#context;
    const { rangeRows, mayGoOn } = this.#options;
    const view = new RowView(this.#names.length);
    let look: Look | undefined;
    try {
      for await (const batch of this.#snapshot.copyTable(this.#request(), abandon)) {
        abandon.throwIfAborted();
        // What the table is now it stays while the copy holds its lock.
        look ??= await this.#look();
        if (look !== 'unaltered') return look;
        for (let index = 0; index < batch.starts.length; index++) {
          readCopyRow(batch.bytes, batch.starts[index] ?? 0, batch.ends[index] ?? 0, view);
          this.#files.append(view);
          if (this.#files.rows % PROGRESS_ROWS === 0) this.#tell();
          if (this.#files.isFileFull) await this.#files.nextFile();
          if (this.#order === undefined || this.#files.rows < rangeRows) continue;
          await this.#closeRange(this.#keyOf(view));
          if (!mayGoOn()) return 'paused';
          if ((await this.#look()) === 'gave-way') return 'gave-way';
        }
      }
      look ??= await this.#look();
      if (look !== 'unaltered') return look;
      await this.#closeRange(undefined);
      return 'complete';
    } finally {
      recorder.reporter.report({ tag: 'progress-finished', task: this.#plan.selected.displayName });
      this.#files.abandon();
    }
  }

  #request(): Parameters<Snapshot['copyTable']>[0] {
    const { schema, name: table, rowFilter } = this.#plan.selected.source;
    const range =
      this.#order === undefined ? undefined : copyRange(this.#order, this.#state.after, this.#state.range);
    return { schema, table, columns: this.#names, rowFilter, range };
  }

  #tell(): void {
    const { displayName: task, source } = this.#plan.selected;
    this.#context.recorder.reporter.report({
      tag: 'progress',
      task,
      done: this.#state.loadedRows + this.#files.rows,
      total: source.estimatedRows < 0 ? undefined : source.estimatedRows,
      unit: 'rows',
    });
  }

  /** Text of the row key's columns of a row. */
  #keyOf(view: RowView): readonly string[] {
    return this.#shape.keyColumns.map((column) =>
      view.bytes.subarray(view.starts[column] ?? 0, view.ends[column] ?? 0).toString('utf8'),
    );
  }

  /** Brings a range into the target, up to and with a row key, or to its end. */
  async #closeRange(upTo: readonly string[] | undefined): Promise<void> {
    const staged = await this.#files.finishRange();
    await this.#merge(staged.directory, upTo);
    this.#table.counts.loadedRows += staged.rows;
    this.#table.plan = this.#planAfter(upTo, staged.rows);
    await this.#context.warehouse.removeStaged(staged.directory);
    await this.#progress.checkpoint(this.#progress.lsn);
  }

  /**
   * A rewrite makes a table look empty to snapshots from before it, a column that came after the run's look is not in the
   * copy, and another table may have come to its name.
   */
  async #look(): Promise<Look> {
    const { source } = this.#plan.selected;
    const now = await this.#context.source.lookAtTable(source.oid);
    if (now === 'locked') return 'gave-way';
    return now !== undefined && isSameDefinition(source, now) ? 'unaltered' : 'altered';
  }

  async #merge(directory: string, upTo: readonly string[] | undefined): Promise<void> {
    const { store, pipeline } = this.#context;
    const { target } = this.#plan;
    const lsn = lastLsnOf(this.#snapshot);
    const range = this.#keyRange(upTo);
    const merged = { insertedRows: 0, updatedRows: 0, deletedRows: 0 };
    await runMerge(this.#context, merged, {
      target,
      groups: [{ directory, columns: stagedSources(this.#shape, target, () => 'NULL') }],
      fold: false,
      unchangedColumns: new Set(),
      movedRows: false,
      rereadDirectory: undefined,
      unresolved: 'left-out',
      distrustedTo: ZERO_LSN,
      deletions: 0,
      keyBounds: new Map(),
      others: isWholeTable(range)
        ? { tag: 'replaced', lsn }
        : { tag: 'range-replaced', lsn, committedAt: this.#snapshot.takenAt, range },
      fence: { state: store.state, pipeline: pipeline.name, epoch: store.epoch },
      mergedAt: nowMicroseconds(this.#context),
    });
    this.#table.counts.deletedRows += merged.deletedRows;
  }

  #keyRange(upTo: readonly string[] | undefined): KeyRange {
    const order = this.#order ?? [];
    const keyOf = (key: readonly string[]): KeyRange['after'] =>
      order.map((column, index) => keyValue(column, key[index] ?? ''));
    const { after, range } = this.#state;
    const [first] = order;
    const end = (text: string | null): KeyRange['from'] =>
      text === null || first === undefined ? undefined : keyValue(first, text);
    return {
      after: after === null ? undefined : keyOf(after),
      upTo: upTo === undefined ? undefined : keyOf(upTo),
      from: end(range.from),
      to: end(range.to),
    };
  }

  #planAfter(upTo: readonly string[] | undefined, rows: number): TablePlan {
    const plan = { ...this.#table.plan, loadReason: undefined };
    const snapshotLsn = lastLsnOf(this.#snapshot);
    this.#table.loadedTo = snapshotLsn;
    // What is of one snapshot as a whole has no need of the changes before it, nor of their columns.
    const isOfOneSnapshot =
      this.#options.start.tag === 'pending' ||
      (this.#options.start.after === null && isSameRange(this.#state.range, ALL_ROWS));
    if (upTo === undefined) {
      return isOfOneSnapshot
        ? { ...plan, unseen: [], snapshot: { tag: 'loaded', lsn: snapshotLsn } }
        : { ...plan, snapshot: { tag: 'loaded', lsn: this.#state.lsn } };
    }
    this.#state = { ...this.#state, after: upTo, loadedRows: this.#state.loadedRows + rows };
    const isFresh = this.#options.start.tag === 'pending';
    return { ...plan, unseen: isFresh ? [] : plan.unseen, snapshot: this.#state };
  }
}

function stateOf(start: LoadStart, snapshot: Snapshot): LoadingState {
  if (start.tag === 'loading') return start;
  return {
    tag: 'loading',
    lsn: lastLsnOf(snapshot),
    after: null,
    range: ALL_ROWS,
    loadedRows: 0,
    purpose: 'first-load',
    by: 'run',
  };
}

/** Ranges cost the source an ordered read, and the target a MERGE each: a small table is read as it lies. */
function isRanged(
  { selected }: TablePlan,
  { after, range }: LoadingState,
  { rangeRows }: LoadOptions,
): boolean {
  if (after !== null || !isSameRange(range, ALL_ROWS)) return true;
  const { estimatedRows, sizeBytes } = selected.source;
  return Math.max(estimatedRows, sizeBytes / ASSUMED_ROW_BYTES) > rangeRows;
}

function isSameDefinition(before: PublishedTable, now: PublishedTable): boolean {
  return (
    // By its name it is read, by its oid it is looked at.
    before.schema === now.schema &&
    before.name === now.name &&
    before.storageId === now.storageId &&
    before.attributeCount === now.attributeCount &&
    before.rowFilter === now.rowFilter &&
    before.publicationMembership === now.publicationMembership &&
    before.columns.length === now.columns.length &&
    before.columns.every((column, index) => {
      const twin = now.columns[index];
      return (
        column.attributeNumber === twin?.attributeNumber &&
        column.name === twin.name &&
        column.typeOid === twin.typeOid &&
        column.typmod === twin.typmod
      );
    })
  );
}
