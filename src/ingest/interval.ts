import type { Commit, RowChange } from '../model/change.ts';
import { formatSortableLsn, type Lsn } from '../model/lsn.ts';
import type { RunLimits } from '../model/pipeline.ts';
import { mergeTable } from './merge-table.ts';
import type { RunContext } from './run-context.ts';
import { severalAtOnce } from './several-at-once.ts';
import { TableInterval } from './table-interval.ts';
import type { TableState } from './table-state.ts';

/** A MERGE of few rows mostly waits; a warehouse of the smallest size has room for about ten statements. */
const MERGES_AT_ONCE = 4;

/**
 * The run's unit of work: the changes between two checkpoints. It is closed at a commit, so that one transaction
 * never spans two; what outgrows memory is staged in parts meanwhile.
 */
export class Interval {
  readonly #context: RunContext;
  readonly #directory: string;
  readonly #openedAtMs: number;
  readonly #tables = new Map<number, TableInterval>();
  #changes = 0;
  #transactions = 0;
  #receivedBytes = 0;
  #heldBytes = 0;

  constructor(context: RunContext, startLsn: Lsn) {
    this.#context = context;
    this.#directory = `${context.stagedRoot}/${formatSortableLsn(startLsn)}-${context.store.epoch}`;
    this.#openedAtMs = context.nowMs();
  }

  apply(table: TableState, change: RowChange, commit: Commit): void {
    this.#of(table).apply(change, commit, this.#changes);
    this.#changes += 1;
  }

  truncate(table: TableState, commit: Commit): void {
    this.#of(table).truncate(commit.commitLsn);
    this.#changes += 1;
  }

  /** Call before a table's shape changes: what is held has the old one. */
  async changeShape(table: TableState): Promise<void> {
    await this.#tables.get(table.oid)?.changeShape();
  }

  countTransaction(): void {
    this.#transactions += 1;
  }

  /**
   * A batch is kept in memory as long as any row image points into it: all of it counts, until a part is staged.
   * Returns whether it is time to stage one.
   */
  holdBatch(bytes: number): boolean {
    this.#heldBytes += bytes;
    this.#receivedBytes += bytes;
    const { maxPartBytes, maxPartRows } = this.#context.pipeline.limits;
    return this.#heldBytes >= maxPartBytes || this.#heldRows() >= maxPartRows;
  }

  isFull(): boolean {
    return isIntervalFull(this.#context.pipeline.limits, {
      changes: this.#changes,
      bytes: this.#receivedBytes,
      ageMs: this.#context.nowMs() - this.#openedAtMs,
    });
  }

  /** Stages what is held in memory, table by table. */
  async stageParts(isLast: boolean): Promise<void> {
    await this.#context.recorder.timed('stage', async () => {
      for (const table of this.#tables.values()) await table.stagePart(isLast);
    });
    this.#heldBytes = 0;
  }

  /** Stages the rest and merges all of it. After this everything up to the interval's end is in the target. */
  async merge(): Promise<void> {
    const { recorder, abandon } = this.#context;
    const changes = `${this.#changes.toLocaleString('en-US')} change${this.#changes === 1 ? '' : 's'}`;
    await recorder.stage('stage', changes, () => this.stageParts(true));
    abandon.throwIfAborted();
    await recorder.stage('merge', `${this.#tables.size} table${this.#tables.size === 1 ? '' : 's'}`, () =>
      severalAtOnce([...this.#tables.values()], MERGES_AT_ONCE, async (table) => {
        abandon.throwIfAborted();
        await mergeTable(this.#context, table);
        table.countMerged();
      }),
    );
    recorder.interval(this.#transactions);
  }

  /** Removes the staged files; call when the checkpoint is written. */
  async removeStaged(): Promise<void> {
    await this.#context.warehouse.removeStaged(this.#directory);
  }

  #of(table: TableState): TableInterval {
    const known = this.#tables.get(table.oid);
    if (known !== undefined) return known;
    const opened = new TableInterval(this.#context, table, this.#directory);
    this.#tables.set(table.oid, opened);
    return opened;
  }

  #heldRows(): number {
    let rows = 0;
    for (const table of this.#tables.values()) rows += table.heldRows;
    return rows;
  }
}

/** Whether an interval is closed at the next commit. */
function isIntervalFull(
  limits: RunLimits,
  interval: { readonly changes: number; readonly bytes: number; readonly ageMs: number },
): boolean {
  return (
    interval.changes >= limits.maxIntervalChanges ||
    interval.bytes >= limits.maxIntervalBytes ||
    interval.ageMs >= limits.maxIntervalMs
  );
}
