import { IngestError } from '../model/ingest-error.ts';
import { throwProblems } from '../model/problem.ts';
import type { SourceColumn } from '../model/source-table.ts';
import { displayTargetName } from '../model/table-name.ts';
import { buildCreateSchema, buildCreateTargetTable } from '../schema/ddl.ts';
import type { TargetTable } from '../schema/target-table.ts';
import type { WarehouseColumn, WarehouseTable } from '../warehouse/warehouse.ts';
import type { RunContext } from './run-context.ts';
import type { TablePlan } from './table-plan.ts';
import {
  addColumnStatements,
  isWithoutTable,
  judgeTargetFit,
  missingTarget,
  RENAME_SOLUTION,
} from './target-changes.ts';

/**
 * Brings a target table into the shape of its plan before changes flow: creates it, or adds columns that came to the
 * source, with the values PostgreSQL gives to existing rows. Nothing is ever dropped. May be repeated.
 */
export async function prepareTarget(context: RunContext, plan: TablePlan): Promise<void> {
  const { warehouse } = context;
  const isNew = isWithoutTable(plan);
  if (!isNew && plan.added.length === 0) {
    reportDropped(context, plan);
    return;
  }
  const existing = await warehouse.describeTable(plan.target.name);
  if (existing === undefined) {
    if (!isNew) throwProblems([missingTarget(plan.target)]);
    if (!(await warehouse.hasSchema(plan.target.name)))
      await warehouse.execute(buildCreateSchema(warehouse.dialect, plan.target.name), 'harmless');
    await warehouse.execute(buildCreateTargetTable(warehouse.dialect, plan.target), 'harmless');
    // A schema may give its tables another collation, by which keys would be compared in another way than here.
    const made = await warehouse.describeTable(plan.target.name);
    if (made !== undefined) throwProblems(judgeTargetFit(warehouse.dialect, plan.target, made.columns, []));
  } else {
    requireTable(plan.target, existing);
    await addColumns(context, plan, existing.columns);
    throwProblems(judgeTargetFit(warehouse.dialect, plan.target, existing.columns, plan.added));
  }
  reportDropped(context, plan);
}

async function addColumns(
  context: RunContext,
  plan: TablePlan,
  existing: readonly WarehouseColumn[],
): Promise<void> {
  for (const source of plan.added) await addColumn(context, plan, source, existing);
}

/** Adds one column and fills existing rows; a column that a crashed run added already is filled again. */
async function addColumn(
  context: RunContext,
  plan: TablePlan,
  source: SourceColumn,
  existing: readonly WarehouseColumn[],
): Promise<void> {
  const { warehouse, recorder } = context;
  const column = plan.target.columns.find(
    ({ attributeNumber }) => attributeNumber === source.attributeNumber,
  );
  if (column === undefined) return;
  const reload = plan.loadReason !== undefined;
  const statements = addColumnStatements(warehouse.dialect, plan.target, source, {
    existing,
    isLoaded: reload,
  });
  for (const { sql, repetition } of statements) await warehouse.execute(sql, repetition);
  recorder.drift({
    table: plan.selected.displayName,
    kind: 'column-added',
    column: column.name,
    type: column.sourceType,
    statements: statements.map(({ sql }) => sql),
    outcome: reload
      ? `Added to the target, and the table loaded anew: ${plan.loadReason}.`
      : `Added to the target; existing rows read ${source.missingValue === undefined ? 'NULL' : 'the default they have at the source'}.`,
  });
}

function reportDropped(context: RunContext, plan: TablePlan): void {
  for (const column of plan.dropped) {
    context.recorder.drift({
      table: plan.selected.displayName,
      kind: 'column-dropped',
      column: column.name,
      type: '',
      statements: [],
      outcome: 'Kept in the target as it is; new rows have NULL there.',
    });
  }
}

function requireTable(target: TargetTable, { obstacle }: WarehouseTable): void {
  if (obstacle === undefined) return;
  throw new IngestError(
    'target-table-mismatch',
    `${displayTargetName(target.name)}, where the rows of ${target.source} belong, is ${obstacle}.`,
    { solution: RENAME_SOLUTION },
  );
}
