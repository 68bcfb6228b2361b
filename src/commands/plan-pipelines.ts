import type { Pipeline } from '../model/pipeline.ts';
import type { PlanReport } from '../model/plan-report.ts';
import { planPipeline } from '../plan/plan-pipeline.ts';
import { openPostgresSource } from '../source/postgres-source.ts';
import { openExistingWarehouse } from './open-existing-warehouse.ts';

export interface PlanPipelinesOptions {
  readonly pipelines: readonly Pipeline[];
  /** Where a target looks for what its configuration leaves out. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly skipTarget: boolean;
  /** Called before each pipeline is looked at, and after. */
  readonly onBegin: (pipeline: Pipeline) => void;
  readonly onPlan: (plan: PlanReport) => void;
}

/** Plans pipelines one after the other. What could not be looked at stands in the plans. */
export async function planPipelines(options: PlanPipelinesOptions): Promise<readonly PlanReport[]> {
  const plans: PlanReport[] = [];
  for (const pipeline of options.pipelines) {
    options.onBegin(pipeline);
    const plan = await planPipeline({
      pipeline,
      openSource: openPostgresSource,
      openTarget: options.skipTarget ? undefined : () => openExistingWarehouse(pipeline, options.environment),
    });
    plans.push(plan);
    options.onPlan(plan);
  }
  return plans;
}

/** 0: every plan is made, one that is blocked, too; 1: a side could not be looked at. */
export function exitCodeOfPlans(plans: readonly PlanReport[]): 0 | 1 {
  return plans.some(({ unseen }) => unseen.some(({ code }) => code !== null)) ? 1 : 0;
}

/** Rows at the source by pipeline and table, as far as the plans know them. */
export function rowEstimates(plans: readonly PlanReport[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  return new Map(
    plans.map(({ pipeline, tables }) => [
      pipeline,
      new Map(
        tables.flatMap(({ source, estimatedRows }) =>
          estimatedRows === null ? [] : [[source, estimatedRows] as const],
        ),
      ),
    ]),
  );
}
