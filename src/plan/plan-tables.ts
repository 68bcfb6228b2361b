import { judgeTargetTables } from '../check/judge-target-tables.ts';
import { judgeTable } from '../ingest/preflight-table.ts';
import { judgeDrift, knownTable, planTable, type TablePlan } from '../ingest/table-plan.ts';
import type { SelectedTable } from '../ingest/table-selection.ts';
import {
  addColumnStatements,
  isWithoutTable,
  judgeTargetFit,
  missingTarget,
} from '../ingest/target-changes.ts';
import type { TableCheckpoint } from '../model/checkpoint.ts';
import type { Dialect } from '../model/dialect.ts';
import { IngestError } from '../model/ingest-error.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type {
  PlannedDrift,
  PlannedRest,
  PlannedTable,
  PlanProblem,
  TableChange,
} from '../model/plan-report.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceFacts } from '../model/source-facts.ts';
import { displayTargetName } from '../model/table-name.ts';
import { buildCreateTargetTable } from '../schema/ddl.ts';
import type { WarehouseTable } from '../warehouse/warehouse.ts';
import { deselectedColumns, planColumns } from './plan-columns.ts';
import type { TargetFacts } from './plan-target.ts';

export interface PlanTableOptions {
  readonly pipeline: Pipeline;
  readonly facts: SourceFacts;
  /** `undefined`: the target was not looked at. */
  readonly target: TargetFacts | undefined;
  readonly dialect: Dialect;
  readonly looksPersonal: (columnName: string) => string | undefined;
}

export interface TablePlanning {
  readonly selected: SelectedTable;
  readonly planned: PlannedTable;
  readonly problems: readonly PlanProblem[];
}

/** What a run would do with a published table that is selected, and what keeps it from it. Pure. */
export function planSelectedTable(selected: SelectedTable, options: PlanTableOptions): TablePlanning {
  const { facts, pipeline, target } = options;
  const known = knownTable(target?.stored?.checkpoint, selected);
  const own = [...judgeTable(selected, facts, pipeline), ...judgeDrift(selected, known)];
  const attempt = tryPlan(selected, known, options);
  const aside = planAside(selected, known, options);
  if (attempt.plan === undefined) {
    // What keeps a table from being planned is mostly told already, in better words.
    const problems = own.length > 0 ? own : attempt.problems;
    return { selected, planned: aside, problems: problems.map((problem) => problemOf(selected, problem)) };
  }
  if (target === undefined)
    return { selected, planned: aside, problems: own.map((problem) => problemOf(selected, problem)) };
  const found = target.found.find((one) => one.selected.source.oid === selected.source.oid)?.found;
  const shape = shapeTarget(attempt.plan, found, options.dialect);
  const problems = [...own, ...judgeTargetTables([{ selected, found }]), ...shape.problems];
  const drift = driftOf(attempt.plan, known, selected);
  const unfinished = restOf(attempt.plan);
  const isStill =
    attempt.plan.loadReason === undefined &&
    drift.length + shape.statements.length === 0 &&
    unfinished?.continuedBy !== 'run';
  const planned: PlannedTable = {
    ...aside,
    change: known === undefined || !isStill || own.length > 0 ? aside.change : 'unchanged',
    load:
      attempt.plan.loadReason === undefined
        ? null
        : {
            reason: attempt.plan.loadReason,
            replacedRows: target.rowCounts.get(selected.source.oid) ?? null,
          },
    unfinished,
    drift,
    statements: shape.statements,
  };
  return { selected, planned, problems: problems.map((problem) => problemOf(selected, problem)) };
}

/** A table that is selected and not published: once it is, it is loaded, whether it was known before or not. */
export function planUnpublishedTable(
  selected: SelectedTable,
  { pipeline, target }: Pick<PlanTableOptions, 'pipeline' | 'target'>,
): PlannedTable {
  const { source } = selected;
  const known = target?.stored?.checkpoint.tables.some(
    ({ schema, name }) => schema === source.schema && name === source.name,
  );
  const isLoaded = target !== undefined && (known === true || pipeline.source.initialLoad);
  return {
    source: selected.displayName,
    target: displayTargetName(selected.target),
    change: target === undefined ? 'unknown' : known === true ? 'changed' : 'added',
    removal: null,
    isPublished: false,
    estimatedRows: null,
    estimatedBytes: null,
    rowKey: [],
    columns: [],
    load: isLoaded
      ? { reason: known === true ? 'it was taken out of the publication' : 'first load', replacedRows: null }
      : null,
    unfinished: null,
    drift: [],
    statements: [],
  };
}

/** What is known of a table whatever its plan is. */
function planAside(
  selected: SelectedTable,
  known: TableCheckpoint | undefined,
  options: PlanTableOptions,
): PlannedTable {
  const { estimatedRows, sizeBytes, kind } = selected.source;
  return {
    source: selected.displayName,
    target: displayTargetName(selected.target),
    change: changeOf(known, options.target),
    removal: null,
    isPublished: true,
    estimatedRows: estimatedRows < 0 ? null : estimatedRows,
    // A partitioned table holds nothing itself.
    estimatedBytes: kind === 'partitioned' && sizeBytes === 0 ? null : sizeBytes,
    rowKey: selected.keyColumns,
    columns: planColumns(selected, { ...options, known }),
    load: null,
    unfinished: null,
    drift: [],
    statements: [],
  };
}

function changeOf(known: TableCheckpoint | undefined, target: TargetFacts | undefined): TableChange {
  if (target === undefined) return 'unknown';
  return known === undefined ? 'added' : 'changed';
}

type Attempt =
  | { readonly plan: TablePlan; readonly problems: readonly [] }
  | { readonly plan: undefined; readonly problems: readonly Problem[] };

function tryPlan(
  selected: SelectedTable,
  known: TableCheckpoint | undefined,
  { pipeline, facts }: PlanTableOptions,
): Attempt {
  try {
    const plan = planTable(selected, known, {
      deletedRows: pipeline.write.deletedRows,
      initialLoad: pipeline.source.initialLoad,
      startLsn: facts.flushLsn,
    });
    return { plan, problems: [] };
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    const { code, message, solution = '' } = error;
    return { plan: undefined, problems: [{ code, message, solution }] };
  }
}

/** What a run does to the target table before changes flow, and why it could not. */
function shapeTarget(
  plan: TablePlan,
  found: WarehouseTable | undefined,
  dialect: Dialect,
): { readonly statements: readonly string[]; readonly problems: readonly Problem[] } {
  const isNew = isWithoutTable(plan);
  if (found === undefined)
    return isNew
      ? { statements: [buildCreateTargetTable(dialect, plan.target)], problems: [] }
      : { statements: [], problems: [missingTarget(plan.target)] };
  if (found.obstacle !== undefined || (!isNew && plan.added.length === 0))
    return { statements: [], problems: [] };
  const statements = plan.added.flatMap((source) =>
    addColumnStatements(dialect, plan.target, source, {
      existing: found.columns,
      isLoaded: plan.loadReason !== undefined,
    }),
  );
  return {
    statements: statements.map(({ sql }) => sql),
    problems: judgeTargetFit(dialect, plan.target, found.columns, plan.added),
  };
}

function driftOf(
  plan: TablePlan,
  known: TableCheckpoint | undefined,
  selected: SelectedTable,
): readonly PlannedDrift[] {
  if (known === undefined) return [];
  const isLoaded = plan.loadReason !== undefined;
  return [
    ...plan.added.map(
      ({ name, missingValue }): PlannedDrift => ({
        kind: 'column-added',
        column: name,
        outcome: isLoaded
          ? 'Added to the target; the load brings its values.'
          : `Added to the target; existing rows read ${missingValue === undefined ? 'NULL' : 'the default they have at the source'}.`,
      }),
    ),
    ...plan.dropped.map(
      ({ name }): PlannedDrift => ({
        kind: 'column-dropped',
        column: name,
        outcome: 'Dropped at the source. Kept in the target as it is; new rows have NULL there.',
      }),
    ),
    ...deselectedColumns(selected, known).map(
      ({ name }): PlannedDrift => ({
        kind: 'column-deselected',
        column: name,
        outcome: 'No longer brought over. Kept in the target as it is; new rows have NULL there.',
      }),
    ),
  ];
}

function restOf({ snapshot }: TablePlan): PlannedRest | null {
  return snapshot.tag === 'loading' ? { loadedRows: snapshot.loadedRows, continuedBy: snapshot.by } : null;
}

function problemOf({ displayName }: SelectedTable, { code, message, solution }: Problem): PlanProblem {
  return { table: displayName, code, message, solution };
}
