import { stateTableOf } from '../check/pipeline-checkpoint.ts';
import { buildCreateState } from '../checkpoint/checkpoint-sql.ts';
import { looksPersonal } from '../config/lint/personal-data.ts';
import { judgeCheckpoint } from '../ingest/judge-checkpoint.ts';
import { judgeFreeSlots } from '../ingest/preflight.ts';
import type { SelectedTable } from '../ingest/table-selection.ts';
import type { Dialect } from '../model/dialect.ts';
import { IngestError } from '../model/ingest-error.ts';
import type { Pipeline, SourceSettings } from '../model/pipeline.ts';
import type {
  PlannedPublication,
  PlannedSlot,
  PlannedTable,
  PlanProblem,
  PlanReport,
  UnseenSide,
} from '../model/plan-report.ts';
import { buildCreateSchema } from '../schema/ddl.ts';
import type { Source } from '../source/source.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { dialectOf } from './dialect-of.ts';
import { planLoads } from './plan-loads.ts';
import { planStatus } from './plan-status.ts';
import { planSelectedTable, planUnpublishedTable } from './plan-tables.ts';
import { readTargetFacts, type TargetFacts } from './plan-target.ts';
import { pipelineWarnings, tableWarnings } from './plan-warnings.ts';
import { removedTables } from './removed-tables.ts';
import { ofPipeline, planSource, type SourcePlan } from './source-plan.ts';
import { publishStatement } from './unpublished-tables.ts';

export interface PlanPipelineOptions {
  readonly pipeline: Pipeline;
  readonly openSource: (settings: SourceSettings, schemas: readonly string[]) => Promise<Source>;
  /**
   * Opens the target as it is; `undefined` where there is nothing yet, which opening must not make. Throws IngestError
   * where it cannot be reached. Without this function the target is left out on purpose.
   */
  readonly openTarget: (() => Promise<Warehouse | undefined>) | undefined;
}

/**
 * What a run of this configuration would do now, compared with what the pipeline's checkpoint knows. Changes nothing
 * anywhere. Source and target are looked at at the same time; one that cannot be is told in the report.
 */
export async function planPipeline(options: PlanPipelineOptions): Promise<PlanReport> {
  const { pipeline } = options;
  const source = lookAtSource(options);
  const [sourceLook, targetLook] = await Promise.all([source, lookAtTarget(options, source)]);
  const unseen = [sourceLook, targetLook].flatMap((look) => (look.tag === 'unseen' ? [look.unseen] : []));
  const target = targetLook.tag === 'seen' ? targetLook.seen : undefined;
  const report =
    sourceLook.tag === 'seen'
      ? composePlan(pipeline, sourceLook.seen, target)
      : withoutSource(pipeline, target);
  const whole = { ...report, unseen };
  return { ...whole, status: planStatus(whole) };
}

type Look<T> =
  | { readonly tag: 'seen'; readonly seen: T }
  | { readonly tag: 'unseen'; readonly unseen: UnseenSide };

async function lookAtSource({ pipeline, openSource }: PlanPipelineOptions): Promise<Look<SourcePlan>> {
  return await look('source', async () => {
    const schemas = pipeline.selection.schemas.map(({ name }) => name);
    await using source = await openSource(pipeline.source, schemas);
    return planSource(await source.readFacts(), pipeline);
  });
}

async function lookAtTarget(
  { pipeline, openTarget }: PlanPipelineOptions,
  source: Promise<Look<SourcePlan>>,
): Promise<Look<TargetFacts>> {
  if (openTarget === undefined) {
    const message = 'The target was left out: what it holds already is not known.';
    return { tag: 'unseen', unseen: { side: 'target', message, code: null, solution: null } };
  }
  return await look('target', async () => {
    await using warehouse = await openTarget();
    const tables = async (): Promise<readonly SelectedTable[]> => {
      const sourceLook = await source;
      return sourceLook.tag === 'seen' ? sourceLook.seen.selected : [];
    };
    return await readTargetFacts(warehouse, pipeline, tables);
  });
}

/** Rethrows what is no IngestError: that is a fault of this program. */
async function look<T>(side: UnseenSide['side'], ask: () => Promise<T>): Promise<Look<T>> {
  try {
    return { tag: 'seen', seen: await ask() };
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    const { code, message, solution = null } = error;
    return { tag: 'unseen', unseen: { side, message, code, solution } };
  }
}

/** A report before it is known which sides were seen, and what it comes to. */
type Draft = Omit<PlanReport, 'status' | 'unseen'>;

function withoutSource(pipeline: Pipeline, target: TargetFacts | undefined): Draft {
  return {
    schemaVersion: 1,
    pipeline: pipeline.name,
    firstRun: target === undefined ? null : target.stored === undefined,
    targetSchema: `${pipeline.target.catalog}.${pipeline.target.schema}`,
    slot: { name: pipeline.source.slotName, action: 'unknown' },
    publication: { name: pipeline.source.publicationName, needed: [], optional: [] },
    problems: [],
    tables: [],
    statements: [],
    load: null,
    warnings: [],
  };
}

function composePlan(pipeline: Pipeline, source: SourcePlan, target: TargetFacts | undefined): Draft {
  const { facts, selected, unpublished } = source;
  const dialect = dialectOf(pipeline.target);
  const plannings = selected.map((table) =>
    planSelectedTable(table, { pipeline, facts, target, dialect, looksPersonal }),
  );
  const followed = [
    ...plannings.map(({ planned }) => planned),
    ...unpublished.needed.map((table) => planUnpublishedTable(table, { pipeline, target })),
  ];
  // Without a publication nothing tells which tables there are.
  const removed =
    target?.stored === undefined || facts.publication === undefined
      ? []
      : removedTables(target.stored.checkpoint, { ...source, pipeline });
  const tables = [...followed, ...removed];
  const load = planLoads(tables, { pipeline, history: target?.history ?? [] });
  return {
    ...withoutSource(pipeline, target),
    slot: planSlot(pipeline, source, target),
    publication: planPublication(pipeline, source),
    problems: [
      ...source.problems,
      ...plannings.flatMap(({ problems }) => problems),
      ...progressProblems(pipeline, source, { target, loads: load !== null }),
    ],
    tables,
    statements: target === undefined ? [] : schemaStatements(pipeline, target, { tables, dialect }),
    load,
    warnings: [
      ...pipelineWarnings({ facts, pipeline, unpublished, load }),
      ...plannings.flatMap(({ selected: table, planned }) => tableWarnings(table, planned, pipeline)),
    ],
  };
}

function planSlot({ source }: Pipeline, { facts }: SourcePlan, target: TargetFacts | undefined): PlannedSlot {
  const name = source.slotName;
  if (facts.slot !== undefined) return { name, action: 'kept' };
  if (target === undefined) return { name, action: 'unknown' };
  return { name, action: target.stored === undefined ? 'made' : 'missing' };
}

function planPublication(
  pipeline: Pipeline,
  { facts, unpublished: { needed, optional } }: SourcePlan,
): PlannedPublication {
  return {
    name: pipeline.source.publicationName,
    needed: needed.length === 0 ? [] : [publishStatement(facts, pipeline, needed)],
    optional: optional.length === 0 ? [] : [publishStatement(facts, pipeline, optional)],
  };
}

/** Slot and checkpoint together; and a slot to be made, be it only for the time of a load, needs a free place. */
function progressProblems(
  pipeline: Pipeline,
  { facts }: SourcePlan,
  { target, loads }: { readonly target: TargetFacts | undefined; readonly loads: boolean },
): readonly PlanProblem[] {
  const checkpoint = target?.stored?.checkpoint;
  const gap = checkpoint === undefined ? [] : judgeCheckpoint(facts, checkpoint, pipeline);
  const makesSlot = facts.slot === undefined ? checkpoint === undefined : loads;
  return [...gap, ...(makesSlot ? judgeFreeSlots(facts, 1) : [])].map(ofPipeline);
}

function schemaStatements(
  pipeline: Pipeline,
  target: TargetFacts,
  { tables, dialect }: { readonly tables: readonly PlannedTable[]; readonly dialect: Dialect },
): readonly string[] {
  const state = stateTableOf(pipeline);
  const { catalog, schema } = pipeline.target;
  const isNeeded = tables.some(({ change }) => change === 'added');
  const statements = [
    ...(target.hasStateSchema ? [] : [buildCreateSchema(dialect, state)]),
    ...(target.hasStateTable ? [] : [buildCreateState(dialect, state)]),
    ...(target.hasSchema || !isNeeded ? [] : [buildCreateSchema(dialect, { catalog, schema })]),
  ];
  // Both may be in the same schema.
  return [...new Set(statements)];
}
