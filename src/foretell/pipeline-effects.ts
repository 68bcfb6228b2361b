import { judgePublication } from '../ingest/preflight.ts';
import { judgeTable } from '../ingest/preflight-table.ts';
import { reloadSolution } from '../ingest/reload-solution.ts';
import { quoteForPeople as quote } from '../ingest/sql-for-people.ts';
import { judgeDrift, knownTable, planTable, type TablePlan } from '../ingest/table-plan.ts';
import { resolveSelection, type SelectedTable } from '../ingest/table-selection.ts';
import type { TableCheckpoint } from '../model/checkpoint.ts';
import type { Dialect } from '../model/dialect.ts';
import type { ForetoldOutcome } from '../model/foretold.ts';
import { ZERO_LSN } from '../model/lsn.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceFacts } from '../model/source-facts.ts';
import { displayTableName, type SourceColumn } from '../model/source-table.ts';
import { displayTargetName } from '../model/table-name.ts';
import { formatCount } from '../report/quantity.ts';
import { buildAddColumn, buildCreateTargetTable, buildFillColumn, columnDefinitions } from '../schema/ddl.ts';
import { missingLiteral } from '../schema/missing-literal.ts';
import type { CatalogLook } from './catalog-look.ts';
import { factsFor, type PipelineBase } from './pipeline-base.ts';

/** One thing that a run meets which begins now, compared with the base. */
export interface Effect extends Omit<ForetoldOutcome, 'pipeline' | 'undoneBy'> {
  /** What it is about; stays the same while later statements change the details. */
  readonly key: string;
  readonly tableOid: number | null;
  /** Of `column-added`: its type as the log says it. */
  readonly columnType: { readonly typeOid: number; readonly typmod: number } | null;
}

export interface EffectsOptions {
  readonly pipeline: Pipeline;
  readonly base: PipelineBase;
  readonly dialect: Dialect;
  /** Rows at the source by table, as far as somebody has looked. */
  readonly rows: ReadonlyMap<string, number>;
}

/**
 * What the next run would meet if it began at this look: first what stops it, in the order in which it would find it.
 * Judged by the functions of the run itself.
 */
export function effectsOf(options: EffectsOptions, look: CatalogLook): readonly Effect[] {
  const { pipeline, base } = options;
  const facts = factsAfter(base, factsFor(pipeline, look));
  const { tables, problems } = resolveSelection(facts, pipeline);
  const judged = tables.map((table) => ({ table, problems: judgeTable(table, facts, pipeline) }));
  const refused = judged.flatMap((one) =>
    one.problems.map((problem) => softened(stopOf(problem, one.table), look)),
  );
  const untroubled = tables.filter((table) => !isStopped(table, refused));
  const drifted = untroubled.flatMap((table) =>
    judgeDrift(table, knownTable(base.checkpoint, table)).map((problem) => stopOf(problem, table)),
  );
  return unique([
    ...judgePublicationNow(options, facts, look).map((problem) => stopOf(problem, undefined)),
    ...problems.map((problem) => stopOf(problem, undefined)),
    ...refused,
    ...drifted,
    ...untroubled
      .filter((table) => !isStopped(table, drifted))
      .flatMap((table) => tableEffects(options, table)),
    ...leftTables(base, tables),
  ]);
}

/** A publication that comes with the change is compared with the one that was taken for it, as if it had been there. */
function factsAfter({ hasPublication }: PipelineBase, facts: SourceFacts): SourceFacts {
  if (hasPublication) return facts;
  return { ...facts, tables: facts.tables.map((table) => ({ ...table, publicationMembership: 0 })) };
}

function isStopped({ source }: SelectedTable, stops: readonly Effect[]): boolean {
  return stops.some(({ tableOid, severity }) => tableOid === source.oid && severity === 'error');
}

function unique(effects: readonly Effect[]): readonly Effect[] {
  return [...new Map(effects.map((effect) => [effect.key, effect])).values()];
}

function judgePublicationNow(
  { pipeline, base }: EffectsOptions,
  facts: SourceFacts,
  look: CatalogLook,
): readonly Problem[] {
  const isAssumed = look.facts.get(pipeline.source.publicationName)?.isAssumed ?? true;
  if (isAssumed) {
    return base.hasPublication ? judgePublication({ ...facts, publication: undefined }, pipeline) : [];
  }
  if (!base.hasPublication) return judgePublication(facts, pipeline);
  const { publication } = facts;
  const isReplaced = publication !== undefined && publication.oid !== base.checkpoint.publicationOid;
  return [
    ...judgePublication(facts, pipeline),
    ...(isReplaced ? [replacedPublication(pipeline, publication.name)] : []),
  ];
}

function replacedPublication(pipeline: Pipeline, name: string): Problem {
  return {
    code: 'publication-replaced',
    message: `Publication "${name}" is dropped and made again: what changes in between is not in the log.`,
    solution: `Alter it instead. Or: ${reloadSolution(pipeline)}`,
  };
}

const NOTHING = {
  table: null,
  tableOid: null,
  column: null,
  columnType: null,
  code: null,
  solution: null,
  targetSql: [],
};

function stopOf({ code, message, solution }: Problem, table: SelectedTable | undefined): Effect {
  return {
    ...NOTHING,
    key: `stop ${code} ${message}`,
    tag: 'stops',
    severity: 'error',
    table: table?.displayName ?? null,
    tableOid: table?.source.oid ?? null,
    code,
    sentence: message,
    solution,
  };
}

/** Whether the pipeline's role passes row-level security is known at the source only. */
function softened(effect: Effect, look: CatalogLook): Effect {
  if (effect.code !== 'table-unsupported' || effect.tableOid === null) return effect;
  return look.tables.get(effect.tableOid)?.rowSecurity === true ? { ...effect, severity: 'warning' } : effect;
}

function tableEffects(options: EffectsOptions, table: SelectedTable): readonly Effect[] {
  const { pipeline, base } = options;
  const known = knownTable(base.checkpoint, table);
  const plan = planTable(table, known, {
    deletedRows: pipeline.write.deletedRows,
    initialLoad: pipeline.source.initialLoad,
    startLsn: ZERO_LSN,
  });
  if (known === undefined) return [misfit(options, plan) ?? newTable(options, plan)];
  return [
    ...plan.added.map((column) => addedColumn(options, plan, column)),
    ...plan.dropped.map(({ name, attributeNumber }) => ({
      ...NOTHING,
      ...aboutTable(table, `drop ${attributeNumber}`),
      tag: 'column-dropped' as const,
      severity: 'info' as const,
      column: name,
      sentence: `Column "${name}" is dropped: the target keeps it as it is, and new rows have NULL there.`,
    })),
    ...(plan.loadReason === undefined ? [] : [loadedAnew(options, plan, plan.loadReason)]),
    ...identityEffects(known, table),
  ];
}

function aboutTable(
  { source, displayName }: SelectedTable,
  what: string,
): Pick<Effect, 'key' | 'table' | 'tableOid'> {
  return { key: `${what} of ${source.oid}`, table: displayName, tableOid: source.oid };
}

function newTable({ pipeline, dialect, rows }: EffectsOptions, plan: TablePlan): Effect {
  const { displayName, source } = plan.selected;
  const target = displayTargetName(plan.target.name);
  return {
    ...NOTHING,
    ...aboutTable(plan.selected, 'load'),
    tag: 'first-load',
    severity: 'info',
    sentence:
      plan.loadReason === undefined
        ? `${displayName} is new: ${target} is made, empty, and filled by changes from then on (source.cdc.initial_load is false).`
        : `${displayName} is new: ${target} is made and loaded${rowsOf(rows, displayName, '')}.`,
    solution: `The publication must hold it, and the role must be let in:\n${grants(pipeline, source)}`,
    targetSql: [buildCreateTargetTable(dialect, plan.target)],
  };
}

/** A table that takes the place of another feeds the same target, if that has room for its columns. */
function misfit({ base, dialect }: EffectsOptions, { target, selected }: TablePlan): Effect | undefined {
  const existing = base.targets.get(target.name.table);
  if (existing === undefined) return undefined;
  const types = new Map(columnDefinitions(existing).map(({ name, type }) => [name.toLowerCase(), type]));
  const differences = columnDefinitions(target).flatMap(({ name, type }) => {
    const found = types.get(name.toLowerCase());
    if (found === undefined) return [`"${name}" is missing`];
    const [is, wanted] = [dialect.typeName(found), dialect.typeName(type)];
    return is === wanted ? [] : [`"${name}" is ${is}, not ${wanted}`];
  });
  if (differences.length === 0) return undefined;
  return stopOf(
    {
      code: 'target-table-mismatch',
      message: `${selected.displayName} is another table than before, and its target ${displayTargetName(target.name)} does not fit it: ${differences.join('; ')}.`,
      solution:
        'Alter the table instead of replacing it; or give the target another name: selection.schemas[].tables[].destination_table.',
    },
    selected,
  );
}

function grants(
  { source: { username, publicationName } }: Pipeline,
  table: { readonly schema: string; readonly name: string },
): string {
  const name = `${quote(table.schema)}.${quote(table.name)}`;
  return [
    `GRANT SELECT ON ${name} TO ${quote(username)};`,
    `ALTER PUBLICATION ${quote(publicationName)} ADD TABLE ${name}; -- unless it is FOR ALL TABLES`,
  ].join('\n');
}

/** ` (about 1,200 rows)`; `otherwise` when nobody has looked. */
function rowsOf(rows: ReadonlyMap<string, number>, table: string, otherwise: string): string {
  const count = rows.get(table);
  return count === undefined || count < 0 ? otherwise : ` (about ${formatCount(count)} rows)`;
}

function addedColumn({ dialect }: EffectsOptions, plan: TablePlan, source: SourceColumn): Effect {
  const column = plan.target.columns.find(
    ({ attributeNumber }) => attributeNumber === source.attributeNumber,
  );
  const isLoaded = plan.loadReason !== undefined;
  const literal =
    column === undefined || isLoaded ? 'NULL' : missingLiteral(dialect, column.mapping, source.missingValue);
  const existing = isLoaded
    ? 'the table is loaded anew'
    : `existing rows read ${source.missingValue === undefined ? 'NULL' : 'the default that they have at the source'}`;
  return {
    ...NOTHING,
    ...aboutTable(plan.selected, `add ${source.attributeNumber}`),
    tag: 'column-added',
    severity: 'info',
    column: source.name,
    columnType: { typeOid: source.typeOid, typmod: source.typmod },
    sentence: `Column "${source.name}" (${source.type.displayName}) is added to ${displayTargetName(plan.target.name)}; ${existing}.`,
    targetSql:
      column === undefined
        ? []
        : [
            buildAddColumn(dialect, plan.target.name, column),
            ...(literal === 'NULL' ? [] : [buildFillColumn(dialect, plan.target.name, column, literal)]),
          ],
  };
}

function loadedAnew({ rows }: EffectsOptions, plan: TablePlan, reason: string): Effect {
  const { displayName } = plan.selected;
  return {
    ...NOTHING,
    ...aboutTable(plan.selected, 'load'),
    tag: 'loaded-anew',
    severity: 'warning',
    sentence: `${displayName} is loaded anew, all${rowsOf(rows, displayName, ' rows')} of it: ${reason}.`,
    solution:
      plan.added.length === 0 ? null : 'A column without a default, or with a constant one, spares the load.',
  };
}

function identityEffects(known: TableCheckpoint, table: SelectedTable): readonly Effect[] {
  const now = table.source.replicaIdentity;
  if (known.replicaIdentity === now) return [];
  return [
    {
      ...NOTHING,
      ...aboutTable(table, 'identity'),
      tag: 'identity-changed',
      severity: 'info',
      sentence: `The replica identity of ${table.displayName} changes from ${known.replicaIdentity.toUpperCase()} to ${now.toUpperCase()}; the row key stays (${table.keyColumns.join(', ')}).`,
    },
  ];
}

function leftTables(base: PipelineBase, tables: readonly SelectedTable[]): readonly Effect[] {
  const { checkpoint } = base;
  const kept = new Set(tables.map((table) => knownTable(checkpoint, table)));
  return checkpoint.tables
    .filter((known) => !kept.has(known))
    .map((known) => ({
      ...NOTHING,
      key: `left ${known.oid}`,
      tag: 'table-left',
      severity: 'info',
      table: displayTableName(known),
      tableOid: known.oid,
      sentence: `${displayTableName(known)} is no longer followed under this name: ${known.target} stays in the target as it is, and gets no more changes.`,
    }));
}
