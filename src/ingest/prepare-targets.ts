import { IngestError } from '../model/ingest-error.ts';
import type { SourceColumn } from '../model/source-table.ts';
import { displayTargetName } from '../model/table-name.ts';
import {
  buildAddColumn,
  buildCreateSchema,
  buildCreateTargetTable,
  buildFillColumn,
  columnDefinitions,
} from '../schema/ddl.ts';
import { missingLiteral } from '../schema/missing-literal.ts';
import type { TargetTable } from '../schema/target-table.ts';
import type { Repetition, WarehouseColumn, WarehouseTable } from '../warehouse/warehouse.ts';
import type { RunContext } from './run-context.ts';
import type { TablePlan } from './table-plan.ts';

/**
 * Brings a target table into the shape of its plan before changes flow: creates it, or adds columns that came to the
 * source, with the values PostgreSQL gives to existing rows. Nothing is ever dropped. May be repeated.
 */
export async function prepareTarget(context: RunContext, plan: TablePlan): Promise<void> {
  const { warehouse } = context;
  const isNew = plan.snapshot.tag !== 'loaded' || plan.loadReason !== undefined;
  if (!isNew && plan.added.length === 0) {
    reportDropped(context, plan);
    return;
  }
  const existing = await warehouse.describeTable(plan.target.name);
  if (existing === undefined) {
    if (!isNew) throw missingTarget(plan.target);
    if (!(await warehouse.hasSchema(plan.target.name)))
      await warehouse.execute(buildCreateSchema(warehouse.dialect, plan.target.name), 'harmless');
    await warehouse.execute(buildCreateTargetTable(warehouse.dialect, plan.target), 'harmless');
    // A schema may give its tables another collation, by which keys would be compared in another way than here.
    const made = await warehouse.describeTable(plan.target.name);
    if (made !== undefined) requireFit(context, plan.target, made.columns, []);
  } else {
    requireTable(plan.target, existing);
    await addColumns(context, plan, existing.columns);
    requireFit(context, plan.target, existing.columns, plan.added);
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
  const statements: { readonly sql: string; readonly repetition: Repetition }[] = [];
  if (!existing.some(({ name }) => name.toLowerCase() === column.name.toLowerCase())) {
    const sql = buildAddColumn(warehouse.dialect, plan.target.name, column);
    statements.push({ sql, repetition: 'harmful' });
  }
  const literal = missingLiteral(warehouse.dialect, column.mapping, source.missingValue);
  const reload = plan.loadReason !== undefined;
  if (!reload && literal !== 'NULL') {
    const sql = buildFillColumn(warehouse.dialect, plan.target.name, column, literal);
    statements.push({ sql, repetition: 'harmless' });
  }
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

const RENAME_SOLUTION =
  'Rename it, or give the target another name: selection.schemas[].tables[].destination_table. Tributary never drops or replaces a table.';

/** An existing table is adopted when it has the columns we need, of the types we need. */
function requireFit(
  context: RunContext,
  target: TargetTable,
  existing: readonly WarehouseColumn[],
  added: readonly SourceColumn[],
): void {
  const { dialect } = context.warehouse;
  const types = new Map(existing.map(({ name, type }) => [name.toLowerCase(), type]));
  const addedNames = new Set(added.map(({ name }) => name));
  const differences = columnDefinitions(target).flatMap(({ name, type }) => {
    const found = types.get(name.toLowerCase());
    const wanted = dialect.typeName(type);
    if (found === undefined) return addedNames.has(name) ? [] : [`"${name}" (${wanted}) is missing`];
    return found === wanted ? [] : [`"${name}" is ${found}, not ${wanted}`];
  });
  if (differences.length === 0) return;
  throw new IngestError(
    'target-table-mismatch',
    `The target table ${displayTargetName(target.name)} exists and does not fit ${target.source}: ${differences.join('; ')}.`,
    { solution: RENAME_SOLUTION },
  );
}

function missingTarget(target: TargetTable): IngestError {
  return new IngestError(
    'target-table-mismatch',
    `The target table ${displayTargetName(target.name)} is gone.`,
    {
      solution: `Load it anew: run once with --reload ${target.source}`,
    },
  );
}
