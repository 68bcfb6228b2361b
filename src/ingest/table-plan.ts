import type { Checkpoint, ColumnCheckpoint, SnapshotState, TableCheckpoint } from '../model/checkpoint.ts';
import { IngestError } from '../model/ingest-error.ts';
import { type Lsn, ZERO_LSN } from '../model/lsn.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceColumn } from '../model/source-table.ts';
import { compareColumns } from '../schema/drift.ts';
import { isMissingValueTellable } from '../schema/missing-literal.ts';
import type { TargetColumn, TargetTable } from '../schema/target-table.ts';
import { mapType } from '../schema/type-mapping.ts';
import { reloadWords } from './reload-solution.ts';
import type { SelectedTable } from './table-selection.ts';

/** What a run has to do with one table before changes flow into it. */
export interface TablePlan {
  readonly selected: SelectedTable;
  readonly target: TargetTable;
  /** Columns to add to the target, because they came to the source or to the selection. */
  readonly added: readonly SourceColumn[];
  readonly dropped: readonly ColumnCheckpoint[];
  /** Columns that the target keeps although the source dropped them, now or earlier. */
  readonly retired: readonly ColumnCheckpoint[];
  /** Columns that the target has, and that rows of the log may come without, because they are from before it. */
  readonly unseen: readonly string[];
  /** See TableCheckpoint. */
  readonly rereadTo: Lsn;
  readonly snapshot: SnapshotState;
  /** Why the table is loaded, for people; `undefined` when it is not. */
  readonly loadReason: string | undefined;
}

/** What a checkpoint knows of a table: by oid, which survives a rename, and only while it feeds the same target. */
export function knownTable(
  checkpoint: Checkpoint | undefined,
  selected: SelectedTable,
): TableCheckpoint | undefined {
  return checkpoint?.tables.find(
    ({ oid, target }) => oid === selected.source.oid && target === selected.target.table,
  );
}

/** Plans one table from what the catalog says and what the checkpoint, if any, knows of it. Pure. */
export function planTable(
  selected: SelectedTable,
  known: TableCheckpoint | undefined,
  options: { readonly deletedRows: 'mark' | 'remove'; readonly initialLoad: boolean; readonly startLsn: Lsn },
): TablePlan {
  const target = planTarget(selected, options.deletedRows);
  const fresh = { selected, target, added: [], dropped: [], retired: [], unseen: [], rereadTo: ZERO_LSN };
  if (known === undefined) {
    return options.initialLoad
      ? { ...fresh, snapshot: { tag: 'pending' }, loadReason: 'first load' }
      : { ...fresh, snapshot: { tag: 'skipped', lsn: options.startLsn }, loadReason: undefined };
  }
  if (known.deletedRows !== options.deletedRows) throw deletedRowsChanged(selected, known);
  const { added, dropped } = compareColumns(known.columns, selected.columns, presentAttributes(selected));
  const retired = [...known.columns.filter((column) => column.dropped), ...dropped];
  const waiting = known.columns.filter(({ unseen, dropped: isDropped }) => unseen === true && !isDropped);
  const stillUnseen = selected.columns.filter(({ attributeNumber }) =>
    waiting.some((column) => column.attributeNumber === attributeNumber),
  );
  const loadReason = whyLoad(known, selected, added, stillUnseen);
  const unseen = [...added, ...stillUnseen].map(({ name }) => name);
  const rereadTo = known.rereadTo ?? ZERO_LSN;
  const snapshot: SnapshotState = loadReason === undefined ? known.snapshot : { tag: 'pending' };
  return { selected, target, added, dropped, retired, unseen, rereadTo, snapshot, loadReason };
}

/** Rows that were marked under one setting would be taken for living ones, or living ones for deleted, under the other. */
function deletedRowsChanged(selected: SelectedTable, known: TableCheckpoint): IngestError {
  const was = String(known.deletedRows === 'mark');
  return new IngestError(
    'target-table-mismatch',
    `${selected.displayName}: its target ${selected.target.table} was made with include_deleted_rows: ${was}, which has been changed.`,
    {
      solution: `Set source.cdc.include_deleted_rows back to ${was}, or give the table a new target, which is then loaded: selection.schemas[].tables[].destination_table.`,
    },
  );
}

/** Attribute numbers of all the table's columns, selected or not. */
function presentAttributes(selected: SelectedTable): ReadonlySet<number> {
  const { columns, unpublishedColumns } = selected.source;
  return new Set([...columns, ...unpublishedColumns].map(({ attributeNumber }) => attributeNumber));
}

function whyLoad(
  known: TableCheckpoint,
  selected: SelectedTable,
  added: readonly SourceColumn[],
  unseen: readonly SourceColumn[],
): string | undefined {
  if (known.snapshot.tag === 'pending') return 'its first load was not completed';
  if (known.publicationMembership !== selected.source.publicationMembership) {
    return 'it was taken out of the publication and added again: changes in between are not in the log';
  }
  const newlySelected = added.find((column) => column.attributeNumber <= known.attributeCount);
  if (newlySelected !== undefined) return `column "${newlySelected.name}" was newly selected`;
  return whyAddedNeedsRows([...added, ...unseen], known.storageId !== selected.source.storageId);
}

/**
 * Existing rows of an added column read NULL, or the default that the catalog remembers. After a rewrite of the table
 * the catalog remembers nothing, and the rows hold whatever the rewrite gave them.
 */
function whyAddedNeedsRows(added: readonly SourceColumn[], rewritten: boolean): string | undefined {
  const unsure = added.find(
    (column) =>
      column.mayBeRewritten || (rewritten && column.missingValue === undefined) || !hasMissingLiteral(column),
  );
  return unsure === undefined
    ? undefined
    : `only its rows tell what they hold in the added column "${unsure.name}"`;
}

function hasMissingLiteral(column: SourceColumn): boolean {
  const mapping = mapType(column.type);
  return mapping.tag === 'unsupported' || isMissingValueTellable(mapping.mapping, column.missingValue);
}

/** Changes since the checkpoint that this version does not bring over. */
export function judgeDrift(selected: SelectedTable, known: TableCheckpoint | undefined): readonly Problem[] {
  if (known === undefined) return [];
  const { unsupported } = compareColumns(known.columns, selected.columns, presentAttributes(selected));
  const sameKey =
    known.keyColumns.length === selected.keyColumns.length &&
    known.keyColumns.every((key) => selected.keyColumns.includes(key));
  const changes = sameKey
    ? unsupported
    : [
        ...unsupported,
        `its row key changed from (${known.keyColumns.join(', ')}) to (${selected.keyColumns.join(', ')})`,
      ];
  return changes.map((change) => driftProblem(selected, change));
}

export function driftProblem(selected: SelectedTable, change: string): Problem {
  return {
    code: 'drift-unsupported',
    message: `${selected.displayName}: ${change}. Bringing that over is not supported yet.`,
    solution: `Undo it, or load the table anew: drop or rename ${selected.target.table} in the target, then ${reloadWords(selected.displayName)}`,
  };
}

function planTarget(selected: SelectedTable, deletedRows: 'mark' | 'remove'): TargetTable {
  return {
    name: selected.target,
    source: selected.displayName,
    columns: selected.columns.map((column) => planColumn(column, selected)),
    keyColumns: selected.keyColumns,
    deletedRows,
  };
}

function planColumn(column: SourceColumn, selected: SelectedTable): TargetColumn {
  const mapping = mapType(column.type);
  if (mapping.tag === 'unsupported') {
    throw new IngestError(
      'column-unsupported',
      `${selected.displayName}: column "${column.name}": ${mapping.reason}.`,
    );
  }
  const isKey = selected.keyColumns.includes(column.name);
  return {
    name: column.name,
    attributeNumber: column.attributeNumber,
    mapping: mapping.mapping,
    sourceType: column.type.displayName,
    isKey,
    toastable: column.toastable && !isKey,
  };
}

/** What the checkpoint will know of a table. */
export function checkpointTable(plan: TablePlan): TableCheckpoint {
  const { source } = plan.selected;
  return {
    oid: source.oid,
    schema: source.schema,
    name: source.name,
    target: plan.selected.target.table,
    publicationMembership: source.publicationMembership,
    replicaIdentity: source.replicaIdentity,
    keyColumns: plan.selected.keyColumns,
    deletedRows: plan.target.deletedRows,
    attributeCount: source.attributeCount,
    storageId: source.storageId,
    columns: [
      ...plan.selected.columns.map(({ attributeNumber, name, typeOid, typmod }) => ({
        attributeNumber,
        name,
        typeOid,
        typmod,
        dropped: false,
        ...(plan.unseen.includes(name) ? { unseen: true as const } : {}),
      })),
      ...plan.retired.map((column) => ({ ...column, dropped: true })),
    ],
    ...(plan.rereadTo === ZERO_LSN ? {} : { rereadTo: plan.rereadTo }),
    snapshot: plan.snapshot,
  };
}
