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
import type { WarehouseColumn } from '../warehouse/warehouse.ts';
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
    await warehouse.execute(buildCreateSchema(warehouse.dialect, plan.target.name));
    await warehouse.execute(buildCreateTargetTable(warehouse.dialect, plan.target));
  } else {
    await addColumns(context, plan, existing);
    requireFit(context, plan.target, existing, plan.added);
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
  const statements: string[] = [];
  if (!existing.some(({ name }) => name.toLowerCase() === column.name.toLowerCase())) {
    statements.push(buildAddColumn(warehouse.dialect, plan.target.name, column));
  }
  const literal = missingLiteral(warehouse.dialect, column.mapping, source.missingValue);
  const reload = plan.loadReason !== undefined;
  if (!reload && literal !== 'NULL') {
    statements.push(buildFillColumn(warehouse.dialect, plan.target.name, column, literal));
  }
  for (const statement of statements) await warehouse.execute(statement);
  recorder.drift({
    table: plan.selected.displayName,
    kind: 'column-added',
    column: column.name,
    type: column.sourceType,
    statements,
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
    {
      solution:
        'Rename it, or give the target another name: selection.schemas[].tables[].destination_table. Tributary never drops or replaces a table.',
    },
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
