import {
  chooseLoads,
  isNamed,
  judgeRequest,
  judgeRequestState,
  type LoadStart,
  needsReload,
} from '../ingest/choose-loads.ts';
import { judgeTable } from '../ingest/preflight-table.ts';
import { knownTable } from '../ingest/table-plan.ts';
import type { SelectedTable } from '../ingest/table-selection.ts';
import type { BackfillRequest } from '../model/backfill.ts';
import type { BackfillAction, BackfillPlan, PlannedBackfill } from '../model/backfill-plan.ts';
import type { SnapshotState } from '../model/checkpoint.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { PlannedLoads } from '../model/plan-report.ts';
import { throwProblems } from '../model/problem.ts';
import { displayTargetName } from '../model/table-name.ts';
import { hashOf } from './plan-hash.ts';
import { planLoads } from './plan-loads.ts';
import type { PlanPipelineOptions } from './plan-pipeline.ts';
import { readTargetFacts, type TargetFacts } from './plan-target.ts';
import { planSource, type SourcePlan } from './source-plan.ts';

export interface PlanBackfillOptions {
  readonly pipeline: Pipeline;
  readonly request: BackfillRequest;
  readonly openSource: PlanPipelineOptions['openSource'];
  /** Opens the target as it is; `undefined` where there is nothing yet. */
  readonly openTarget: NonNullable<PlanPipelineOptions['openTarget']>;
}

/**
 * Looks at source and target, and tells what the backfill would do. Changes nothing. Throws IngestError where a side cannot
 * be looked at, or where the request cannot be carried out.
 */
export async function planBackfill(options: PlanBackfillOptions): Promise<BackfillPlan> {
  const { pipeline, request } = options;
  const source = await lookAtSource(options);
  const named = source.selected.filter(({ displayName }) => isNamed(request, displayName));
  throwProblems([
    ...source.problems,
    ...judgeRequest(request, source.selected, source.facts.serverEncoding),
    ...named.flatMap((table) => judgeTable(table, source.facts, pipeline)),
  ]);
  await using warehouse = await options.openTarget();
  const target = await readTargetFacts(warehouse, pipeline, async () => named);
  return composeBackfillPlan(pipeline, request, named, target);
}

async function lookAtSource({ pipeline, openSource }: PlanBackfillOptions): Promise<SourcePlan> {
  const schemas = pipeline.selection.schemas.map(({ name }) => name);
  await using source = await openSource(pipeline.source, schemas);
  return planSource(await source.readFacts(), pipeline);
}

/** Throws IngestError where the tables' state speaks against the request. Pure. */
function composeBackfillPlan(
  pipeline: Pipeline,
  request: BackfillRequest,
  named: readonly SelectedTable[],
  target: TargetFacts,
): BackfillPlan {
  const tables = named.map((selected) => ({
    selected,
    displayName: selected.displayName,
    snapshot: snapshotOf(selected, request, { pipeline, target }),
  }));
  throwProblems(judgeRequestState(request, tables));
  const starts = new Map(chooseLoads(tables, request).map(({ table, start }) => [table.displayName, start]));
  const planned = tables.map(({ selected, displayName }) =>
    planTable(selected, starts.get(displayName), target),
  );
  return {
    schemaVersion: 1,
    pipeline: pipeline.name,
    mode: request.mode,
    range: request.range,
    tables: planned,
    load: sizeOf(pipeline, request, { planned, target }),
    needsConfirmation: needsConfirmation(request, planned),
    hash: hashOf({
      pipeline: pipeline.name,
      source: [pipeline.source.host, pipeline.source.port, pipeline.source.database],
      mode: request.mode,
      range: request.range,
      tables: planned.map(({ source, target: name }) => [source, name]).toSorted(),
    }),
  };
}

function snapshotOf(
  selected: SelectedTable,
  request: BackfillRequest,
  { pipeline, target }: { readonly pipeline: Pipeline; readonly target: TargetFacts },
): SnapshotState {
  const known = knownTable(target.stored?.checkpoint, selected);
  if (needsReload(request, selected, known)) return { tag: 'pending' };
  if (known !== undefined) return known.snapshot;
  return pipeline.source.initialLoad || target.stored === undefined
    ? { tag: 'pending' }
    : { tag: 'skipped', lsn: target.stored.checkpoint.lsn };
}

function planTable(
  selected: SelectedTable,
  start: LoadStart | undefined,
  { rowCounts }: TargetFacts,
): PlannedBackfill {
  const { estimatedRows, sizeBytes, oid } = selected.source;
  return {
    source: selected.displayName,
    target: displayTargetName(selected.target),
    action: actionOf(start),
    loadedRows: start?.tag === 'loading' ? start.loadedRows : 0,
    estimatedRows: estimatedRows < 0 ? null : estimatedRows,
    estimatedBytes: sizeBytes,
    replacedRows: rowCounts.get(oid) ?? null,
  };
}

function actionOf(start: LoadStart | undefined): BackfillAction {
  if (start === undefined) return 'nothing';
  if (start.tag === 'pending') return 'load';
  if (start.after !== null) return 'continue';
  return start.purpose === 'refresh' ? 'refresh' : 'load';
}

/** How many rows a key range has nobody has estimated. */
function sizeOf(
  pipeline: Pipeline,
  { range }: BackfillRequest,
  { planned, target }: { readonly planned: readonly PlannedBackfill[]; readonly target: TargetFacts },
): PlannedLoads | null {
  const isPart = range.from !== null || range.to !== null;
  const loads = planned.filter(({ action }) => action !== 'nothing');
  return planLoads(
    loads.map((table) => ({
      load: null,
      unfinished: { loadedRows: table.loadedRows, continuedBy: 'run' },
      estimatedRows: isPart ? null : table.estimatedRows,
      estimatedBytes: isPart ? null : table.estimatedBytes,
    })),
    { pipeline, history: target.history },
  );
}

/** A refresh removes rows that the source no longer has; a first load replaces what somebody else has put there. */
function needsConfirmation({ mode }: BackfillRequest, planned: readonly PlannedBackfill[]): boolean {
  return planned.some(
    ({ action, replacedRows }) =>
      action !== 'nothing' && (mode === 'refresh' || (replacedRows !== null && replacedRows > 0)),
  );
}
