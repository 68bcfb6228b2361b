import type { SelectedTable } from '../ingest/table-selection.ts';
import type { Checkpoint, TableCheckpoint } from '../model/checkpoint.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { PlannedTable } from '../model/plan-report.ts';
import type { SourceFacts } from '../model/source-facts.ts';
import { displayTableName } from '../model/source-table.ts';
import { displayTargetName } from '../model/table-name.ts';
import type { SourcePlan } from './source-plan.ts';

/** Tables that the checkpoint knows and a run would no longer follow. Their targets stay. Pure. */
export function removedTables(
  checkpoint: Checkpoint,
  {
    facts,
    selected,
    unpublished,
    pipeline,
  }: Pick<SourcePlan, 'facts' | 'selected' | 'unpublished'> & { readonly pipeline: Pipeline },
): readonly PlannedTable[] {
  const isFollowed = (known: TableCheckpoint): boolean =>
    selected.some(({ source, target }) => source.oid === known.oid && target.table === known.target) ||
    unpublished.needed.some(({ source }) => source.schema === known.schema && source.name === known.name);
  return checkpoint.tables
    .filter((known) => !isFollowed(known))
    .map((known) => ({
      source: displayTableName(known),
      target: displayTargetName({ ...pipeline.target, table: known.target }),
      change: 'removed',
      removal: whyRemoved(known, selected, facts),
      isPublished: facts.tables.some(({ oid }) => oid === known.oid),
      estimatedRows: null,
      estimatedBytes: null,
      rowKey: known.keyColumns,
      columns: [],
      load: null,
      unfinished: null,
      drift: [],
      statements: [],
    }));
}

function whyRemoved(
  known: TableCheckpoint,
  selected: readonly SelectedTable[],
  { tables, unpublishedTables }: SourceFacts,
): string {
  const other = selected.find(({ source }) => source.oid === known.oid);
  if (other !== undefined) return `its rows go to ${other.target.table} from now on`;
  if (tables.some(({ oid }) => oid === known.oid)) return 'no longer selected';
  const isNamesake = (table: { readonly schema: string; readonly name: string }): boolean =>
    table.schema === known.schema && table.name === known.name;
  if (tables.some(isNamesake)) return 'dropped at the source, and made again under the same name';
  if (unpublishedTables.some(isNamesake)) return 'no longer in the publication';
  return 'neither selected nor found at the source';
}
