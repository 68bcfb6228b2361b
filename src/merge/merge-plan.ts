import type { KeyBound } from '../model/key-bound.ts';
import type { KeyRange } from '../model/key-range.ts';
import type { Lsn } from '../model/lsn.ts';
import type { TableName } from '../model/table-name.ts';
import type { TargetTable } from '../schema/target-table.ts';

/** Everything a MERGE's text is made of. */
export interface MergePlan {
  readonly target: TargetTable;
  /** Staged files by the shape their rows have; a table whose columns changed within the interval has several. */
  readonly groups: readonly StagedGroup[];
  /** Whether one row key may stand in several staged rows (parts), to be folded in order. */
  readonly fold: boolean;
  /** Target columns that some staged row leaves unchanged. */
  readonly unchangedColumns: ReadonlySet<string>;
  /** Whether some staged row has unchanged values that still lie under the key it had before. Never together with `fold`. */
  readonly movedRows: boolean;
  /** Values read again from the source for rows whose unchanged values are nowhere in the target. */
  readonly rereadDirectory: string | undefined;
  /**
   * What becomes of a row with values that are unchanged and nowhere in the target: the MERGE fails by UNRESOLVED_TEXT, or
   * the row is left out, because the source no longer has it under that key either. A row whose values are not all known is
   * never written: a later change moves it, or deletes it, and would carry on what is not so.
   */
  readonly unresolved: 'fails' | 'left-out';
  /**
   * Unchanged values of rows that moved at or before this LSN are not taken from where the row stood: what the target holds
   * there may be another row's.
   */
  readonly distrustedTo: Lsn;
  /** Which target rows that the source does not name are gone. */
  readonly others: OtherRows;
  /** Per key column, what no staged row's key lies outside of: a warehouse reads only files that may hold such keys. */
  readonly keyBounds: ReadonlyMap<string, KeyBound>;
  /** Staged rows that are deletions, for counting. */
  readonly deletions: number;
  readonly fence: Fence;
  /** The run's clock, in microseconds since 1970 UTC: `_synced_at`. */
  readonly mergedAt: bigint;
}

export type OtherRows =
  | { readonly tag: 'stay' }
  /** A TRUNCATE: those written at or before it. */
  | { readonly tag: 'truncated'; readonly lsn: Lsn }
  /**
   * A snapshot of the whole table: all of them, and rows that it names are as it says, whatever LSN they carry. Nothing
   * newer can be there: a change is merged only after it has committed, and the snapshot was taken later.
   */
  | { readonly tag: 'replaced'; readonly lsn: Lsn }
  /** The same for the rows of a key range; other rows stay. */
  | {
      readonly tag: 'range-replaced';
      readonly lsn: Lsn;
      readonly committedAt: bigint;
      readonly range: KeyRange;
    };

/** Which run may write: the one whose epoch stands in the state table. */
export interface Fence {
  readonly state: TableName;
  readonly pipeline: string;
  readonly epoch: number;
}

/** Staged files of one shape, in one directory. */
export interface StagedGroup {
  readonly directory: string;
  /** Per target column, in order: where its value is in these files. */
  readonly columns: readonly StagedColumnSource[];
}

export type StagedColumnSource =
  /** Column `c{index}` of the files. */
  | { readonly tag: 'staged'; readonly index: number }
  /** The rows are older than the column: what PostgreSQL reads for them, as SQL. */
  | { readonly tag: 'missing'; readonly literal: string };
