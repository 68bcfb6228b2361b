import type { ColumnMapping } from '../model/column-type.ts';
import type { TableName } from '../model/table-name.ts';

/** A column of a target table, and the source column it holds. */
export interface TargetColumn {
  readonly name: string;
  readonly attributeNumber: number;
  readonly mapping: ColumnMapping;
  /** Type at the source, for people. */
  readonly sourceType: string;
  readonly isKey: boolean;
  /** An update may leave it out (unchanged TOAST); never true of a key column. */
  readonly toastable: boolean;
}

/** A target table as a run wants it: the selected columns in attribute order, then our own. */
export interface TargetTable {
  readonly name: TableName;
  /** `public.orders` */
  readonly source: string;
  readonly columns: readonly TargetColumn[];
  /** Names of the row key's columns, in key order. */
  readonly keyColumns: readonly string[];
  /** Deleted rows are kept and marked in `_deleted`, or removed. */
  readonly deletedRows: 'mark' | 'remove';
}

/** Columns that every target table has besides its own. */
export const METADATA_COLUMNS = {
  commitLsn: '_commit_lsn',
  committedAt: '_committed_at',
  syncedAt: '_synced_at',
  deleted: '_deleted',
} as const;

/** Names that a source column cannot have: ours, and those of Delta's change feed. Compared without case. */
export const RESERVED_COLUMN_NAMES: ReadonlySet<string> = new Set([
  ...Object.values(METADATA_COLUMNS),
  '_change_type',
  '_commit_version',
  '_commit_timestamp',
]);
