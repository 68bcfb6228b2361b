import path from 'node:path';
import { TableCompactor } from '../compact/table-compactor.ts';
import type { MergePlan } from '../merge/merge-plan.ts';
import type { Commit, RowChange } from '../model/change.ts';
import { type KeyBound, widenBound } from '../model/key-bound.ts';
import type { Lsn } from '../model/lsn.ts';
import { stageNetChanges } from '../stage/stage-net-changes.ts';
import { completeMovedRows } from './complete-rows.ts';
import { nowMicroseconds, type RunContext } from './run-context.ts';
import { layoutFor, stagedSources, type TableShape } from './table-shape.ts';
import type { TableState } from './table-state.ts';

interface StagedShape {
  readonly shape: TableShape;
  readonly directory: string;
  readonly missing: (columnName: string) => string;
}

/**
 * What one interval does to one table: changes on their way through compact and stage, until the merge takes them.
 *
 * Net changes are held in memory until a part is staged; a part is one file, all of one shape. An interval of one
 * part, which is the usual one, needs no folding in the merge.
 */
export class TableInterval {
  readonly table: TableState;
  readonly #context: RunContext;
  readonly #directory: string;
  readonly #shapes: StagedShape[] = [];
  readonly #unchangedColumns = new Set<string>();
  #compactor: TableCompactor | undefined;
  #changes = 0;
  #partCount = 0;
  /** Parts that still count: a TRUNCATE makes those before it void. */
  #livePartCount = 0;
  #movedRows = false;
  #deletions = 0;
  /** Of the parts so far; `undefined` before the first. */
  #keyBounds: ReadonlyMap<string, KeyBound> | undefined;
  #truncatedAt: Lsn | undefined;

  constructor(context: RunContext, table: TableState, directory: string) {
    this.#context = context;
    this.table = table;
    this.#directory = `${directory}/t${table.oid}`;
  }

  get heldRows(): number {
    return this.#compactor?.size ?? 0;
  }

  apply(change: RowChange, commit: Commit, ordinal: number): void {
    this.#compactor ??= this.#openCompactor();
    this.#compactor.apply(change, commit, ordinal);
    this.#changes += 1;
  }

  truncate(commitLsn: Lsn): void {
    this.#compactor?.truncate();
    this.#shapes.length = 0;
    this.#unchangedColumns.clear();
    this.#movedRows = false;
    this.#livePartCount = 0;
    this.#keyBounds = undefined;
    this.#deletions = 0;
    this.#truncatedAt = commitLsn;
    this.#changes += 1;
  }

  /**
   * Stages what is held as one part. `isLast` says that the interval ends with it: only then can values be left
   * where a row stood before its key changed, because parts are folded without looking at other rows.
   */
  async stagePart(isLast: boolean): Promise<void> {
    const compactor = this.#compactor;
    if (compactor === undefined || compactor.size === 0) return;
    const { shape } = this.table;
    const taken = compactor.take();
    const netChanges =
      isLast && this.#livePartCount === 0
        ? taken
        : completeMovedRows(taken, this.#context.source, this.table, shape);
    const staged = this.#shapeFor(shape);
    const name = `part-${this.#partCount}.parquet`;
    const localPath = path.join(this.#context.workDirectory, `t${this.table.oid}-${name}`);
    const part = await stageNetChanges(netChanges, {
      path: localPath,
      columnCount: shape.columnCount,
      layout: layoutFor(shape, this.#context.pipeline.specialValues),
    });
    await this.#context.warehouse.putStagedFile(localPath, `${staged.directory}/${name}`);
    this.#partCount += 1;
    this.#livePartCount += 1;
    for (const index of part.unchangedColumns) this.#unchangedColumns.add(shape.stagedNames[index] ?? '');
    this.#movedRows ||= part.movedRows;
    this.#deletions += part.deletions;
    this.#keyBounds = boundsOfBoth(this.#keyBounds, byName(part.keyBounds, shape));
    this.#context.recorder.stagedFile(part);
    this.table.counts.specialValues += part.specialValues;
  }

  /** The relation was described anew: what is held has the old shape, and later changes have another. */
  async changeShape(): Promise<void> {
    await this.stagePart(false);
    this.#compactor = undefined;
  }

  /** Call when all of it is in the target. */
  countMerged(): void {
    this.table.counts.changes += this.#changes;
  }

  /** What there is to merge; `undefined` when the interval did nothing to the table. */
  mergePlan(): MergePlan | undefined {
    if (this.#livePartCount === 0 && this.#truncatedAt === undefined) return undefined;
    const { store, pipeline } = this.#context;
    return {
      target: this.table.target,
      groups: this.#shapes.map(({ shape, directory, missing }) => ({
        directory,
        columns: stagedSources(shape, this.table.target, missing),
      })),
      fold: this.#livePartCount > 1,
      unchangedColumns: this.#unchangedColumns,
      movedRows: this.#movedRows,
      rereadDirectory: undefined,
      unresolved: 'fails',
      distrustedTo: this.table.distrustedTo,
      deletions: this.#deletions,
      others:
        this.#truncatedAt === undefined ? { tag: 'stay' } : { tag: 'truncated', lsn: this.#truncatedAt },
      keyBounds: this.#keyBounds ?? new Map(),
      fence: { state: store.state, pipeline: pipeline.name, epoch: store.epoch },
      mergedAt: nowMicroseconds(this.#context),
    };
  }

  /** A staged directory of this table that holds no part. */
  get rereadDirectory(): string {
    return `${this.#directory}/reread`;
  }

  #openCompactor(): TableCompactor {
    const { shape, target } = this.table;
    return new TableCompactor({
      table: target.source,
      columnCount: shape.columnCount,
      keyColumns: shape.keyColumns,
      keepDeletedImages: target.deletedRows === 'mark',
    });
  }

  #shapeFor(shape: TableShape): StagedShape {
    const known = this.#shapes.find((staged) => staged.shape === shape);
    if (known !== undefined) return known;
    // The directory's number counts parts, not shapes: a TRUNCATE forgets shapes, and their files stay behind.
    const staged: StagedShape = {
      shape,
      directory: `${this.#directory}/from-${this.#partCount}`,
      missing: this.table.missingLiterals(),
    };
    this.#shapes.push(staged);
    return staged;
  }
}

function byName(
  bounds: ReadonlyMap<number, KeyBound>,
  { stagedNames }: TableShape,
): ReadonlyMap<string, KeyBound> {
  return new Map([...bounds].map(([index, bound]) => [stagedNames[index] ?? '', bound]));
}

/** A column that one part has no bound for has none at all. */
function boundsOfBoth(
  some: ReadonlyMap<string, KeyBound> | undefined,
  more: ReadonlyMap<string, KeyBound>,
): ReadonlyMap<string, KeyBound> {
  if (some === undefined) return more;
  return new Map(
    [...some].flatMap(([name, bound]) => {
      const other = more.get(name);
      return other === undefined ? [] : [[name, widenBound(bound, other)] as const];
    }),
  );
}
