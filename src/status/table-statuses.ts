import { knownTable } from '../ingest/table-plan.ts';
import type { SelectedTable } from '../ingest/table-selection.ts';
import type { Checkpoint, TableCheckpoint } from '../model/checkpoint.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { displayTableName } from '../model/source-table.ts';
import type { TableState, TableStatus } from '../model/status-report.ts';
import { displayTargetName } from '../model/table-name.ts';

/**
 * How far each table is: those that the pipeline selects, and those that the checkpoint still knows. `selected` is
 * `undefined` where the source could not be looked at: then the checkpoint alone tells. Pure.
 */
export function tableStatuses(
  pipeline: Pipeline,
  checkpoint: Checkpoint | undefined,
  selected: readonly SelectedTable[] | undefined,
): readonly TableStatus[] {
  if (selected === undefined)
    return (checkpoint?.tables ?? []).map((known) => statusOf(pipeline, known, stateOf(known), undefined));
  const taken = selected.map((table) => ({ table, known: knownTable(checkpoint, table) }));
  const isTaken = (one: TableCheckpoint): boolean => taken.some(({ known }) => known === one);
  const retired = (checkpoint?.tables ?? []).filter((known) => !isTaken(known));
  return [
    ...taken.map(({ table, known }) =>
      known === undefined ? newTable(pipeline, table) : statusOf(pipeline, known, stateOf(known), table),
    ),
    ...retired.map((known) => statusOf(pipeline, known, 'retired', undefined)),
  ];
}

function stateOf({ snapshot }: TableCheckpoint): TableState {
  return snapshot.tag;
}

function newTable({ source }: Pipeline, table: SelectedTable): TableStatus {
  return {
    source: table.displayName,
    target: displayTargetName(table.target),
    state: source.initialLoad ? 'pending' : 'skipped',
    loadedRows: null,
    estimatedRows: estimateOf(table),
    continuedBy: null,
  };
}

function statusOf(
  { target: { catalog, schema } }: Pipeline,
  known: TableCheckpoint,
  state: TableState,
  table: SelectedTable | undefined,
): TableStatus {
  const loading = state === 'loading' && known.snapshot.tag === 'loading' ? known.snapshot : undefined;
  return {
    source: table?.displayName ?? displayTableName(known),
    target: displayTargetName({ catalog, schema, table: known.target }),
    state,
    loadedRows: loading?.loadedRows ?? null,
    estimatedRows: estimateOf(table),
    continuedBy: loading?.by ?? null,
  };
}

function estimateOf(table: SelectedTable | undefined): number | null {
  return table === undefined || table.source.estimatedRows < 0 ? null : table.source.estimatedRows;
}
