import { join } from 'node:path';
import type { CheckpointStore } from '../../src/checkpoint/checkpoint-store.ts';
import type { MergePlan } from '../../src/merge/merge-plan.ts';
import { buildMerge, buildTruncation } from '../../src/merge/merge-sql.ts';
import { buildOrphanQuery } from '../../src/merge/source-sql.ts';
import { buildCreateTargetTable } from '../../src/schema/ddl.ts';
import type { TargetTable } from '../../src/schema/target-table.ts';
import { openStagedFile } from '../../src/stage/parquet-file.ts';
import type { RowControl } from '../../src/stage/staged-row-group.ts';
import { embeddedWarehouse } from '../../src/warehouse/embedded/embedded-warehouse.ts';
import type { MergeCounts, Warehouse } from '../../src/warehouse/warehouse.ts';
import { type RowText, rowView } from '../stage/staging.ts';
import { checkpointStoreOf, embeddedTargetAt, SAMPLE_CHECKPOINT } from '../support/checkpoint.ts';
import { type TemporaryDirectory, temporaryDirectory } from '../support/temporary-directory.ts';
import { lsn, mergePlan, wholeGroup } from './merge-plans.ts';

export interface StagedRow {
  readonly op?: RowControl['op'];
  readonly lsn: number;
  readonly seq?: number;
  readonly values: RowText;
  /** The row's key values before a move, laid out as `values` is. */
  readonly previousKey?: RowText;
  /** Commit LSN of the move. */
  readonly movedLsn?: number;
}

/** A real DuckDB lakehouse with a state table and one target table, to merge staged files into. */
export class OrdersLakehouse implements AsyncDisposable {
  readonly target: TargetTable;
  readonly store: CheckpointStore;
  readonly warehouse: Warehouse;
  readonly #directory: TemporaryDirectory;
  #parts = 0;
  #merges = 0;

  private constructor(target: TargetTable, directory: TemporaryDirectory, warehouse: Warehouse) {
    this.target = target;
    this.#directory = directory;
    this.warehouse = warehouse;
    this.store = checkpointStoreOf(warehouse);
  }

  static async open(target: TargetTable): Promise<OrdersLakehouse> {
    const directory = await temporaryDirectory();
    const opener = embeddedWarehouse(embeddedTargetAt(directory.path));
    const lakehouse = new OrdersLakehouse(target, directory, await opener.open(new AbortController().signal));
    await lakehouse.store.start(SAMPLE_CHECKPOINT);
    await lakehouse.warehouse.execute(
      buildCreateTargetTable(lakehouse.warehouse.dialect, target),
      'harmless',
    );
    return lakehouse;
  }

  /** Stages one part of rows of the whole target shape. */
  async stage(stagedDirectory: string, rows: readonly StagedRow[]): Promise<void> {
    const { columns, keyColumns } = this.target;
    this.#parts += 1;
    const path = join(this.#directory.path, `part-${this.#parts}.parquet`);
    await using file = openStagedFile({
      path,
      table: this.target.source,
      columns: columns.map(({ name, mapping }, sourceIndex) => ({ name, sourceIndex, mapping })),
      keepable: columns.flatMap(({ toastable }, index) => (toastable ? [index] : [])),
      keyColumns: keyColumns.map((key) => columns.findIndex(({ name }) => name === key)),
      withPreviousKey: columns.some(({ toastable }) => toastable),
      specialValues: 'error',
    });
    for (const row of rows) {
      const { op = 'u', seq = 0, movedLsn = 0 } = row;
      const control = { op, lsn: BigInt(row.lsn), committedAt: 0n, seq, movedLsn: BigInt(movedLsn) };
      const previousKey = row.previousKey === undefined ? undefined : rowView(row.previousKey);
      file.append(rowView(row.values), control, previousKey);
    }
    await file.close();
    await this.warehouse.putStagedFile(path, `${stagedDirectory}/part-${this.#parts}.parquet`);
  }

  /** Stages rows into a directory of their own and merges them. */
  async mergeRows(rows: readonly StagedRow[], changes: Partial<MergePlan> = {}): Promise<MergeCounts> {
    this.#merges += 1;
    const directory = `merge-${this.#merges}`;
    await this.stage(directory, rows);
    return this.merge({ groups: [wholeGroup(this.target, directory)], ...changes });
  }

  async merge(changes: Partial<MergePlan>): Promise<MergeCounts> {
    const merged = await this.tryMerge(changes);
    if (merged === 'unresolved') throw new Error('unchanged values are missing');
    return merged;
  }

  async tryMerge(changes: Partial<MergePlan>): Promise<MergeCounts | 'unresolved'> {
    const plan = this.plan(changes);
    const statement = buildMerge(this.warehouse.dialect, plan);
    const { name: target, deletedRows } = this.target;
    const { mergedAt, deletions } = plan;
    return this.warehouse.merge({ statement, target, mergedAt, deletedRows, deletions });
  }

  async truncate(upTo: number): Promise<number> {
    return this.warehouse.update(buildTruncation(this.warehouse.dialect, this.plan({}), lsn(upTo)));
  }

  async orphans(changes: Partial<MergePlan>): Promise<readonly (readonly (string | null)[])[]> {
    return this.warehouse.query(buildOrphanQuery(this.warehouse.dialect, this.plan(changes)));
  }

  plan(changes: Partial<MergePlan>): MergePlan {
    this.#merges += 1;
    const fence = { state: this.store.state, pipeline: 'test', epoch: this.store.epoch };
    return mergePlan(this.target, { fence, mergedAt: BigInt(this.#merges) * 1_000_000n, ...changes });
  }

  /** Rows of the target, as `key|value|…|commit LSN` and a trailing `|deleted` for a marked row. */
  async rows(): Promise<readonly string[]> {
    const { quoteIdentifier } = this.warehouse.dialect;
    const names = this.target.columns.map(({ name }) => `${quoteIdentifier(name)}::VARCHAR`);
    const deleted = this.target.deletedRows === 'mark' ? ['_deleted'] : [];
    const rows = await this.warehouse.query(
      `SELECT ${[...names, '_commit_lsn', ...deleted].join(', ')} FROM lakehouse.postgres_raw.${quoteIdentifier(this.target.name.table)} ORDER BY ALL`,
    );
    return rows.map((row) =>
      row
        .map((value) => value ?? 'NULL')
        .join('|')
        .replace(/\|false$/, '')
        .replace(/\|true$/, '|deleted'),
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.warehouse[Symbol.asyncDispose]();
    await this.#directory[Symbol.asyncDispose]();
  }
}
