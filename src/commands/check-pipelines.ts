import { checkPipeline, type SourceAccess } from '../check/check-pipeline.ts';
import type { PipelineCheck } from '../model/check-report.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { hasFailed } from '../report/check-verdict.ts';
import { openConnection } from '../source/connection.ts';
import { openPostgresSource } from '../source/postgres-source.ts';
import { openProbe } from './open-probe.ts';

export interface CheckPipelinesOptions {
  readonly pipelines: readonly Pipeline[];
  /** Where a target looks for what its configuration leaves out. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly skipSource: boolean;
  readonly skipTarget: boolean;
  /** Called before each pipeline is looked at, and after. */
  readonly onBegin: (pipeline: Pipeline) => void;
  readonly onCheck: (check: PipelineCheck) => void;
}

/** Checks pipelines one after the other. What does not hold stands in the checklists. */
export async function checkPipelines(options: CheckPipelinesOptions): Promise<readonly PipelineCheck[]> {
  const checks: PipelineCheck[] = [];
  for (const pipeline of options.pipelines) {
    options.onBegin(pipeline);
    const check = await checkPipeline({
      pipeline,
      source: options.skipSource ? undefined : POSTGRES,
      openProbe: options.skipTarget ? undefined : () => openProbe(pipeline, options.environment),
    });
    checks.push(check);
    options.onCheck(check);
  }
  return checks;
}

const POSTGRES: SourceAccess = {
  open: openPostgresSource,
  tryReplication: async (settings) => {
    const client = await openConnection(settings, 'replication');
    await client.end();
  },
};

/** 0: nothing is known to be wrong; 1: a point does not hold. */
export function exitCodeOfChecks(checks: readonly PipelineCheck[]): 0 | 1 {
  return checks.some(hasFailed) ? 1 : 0;
}

/** What a check is about to do, where that costs time. */
export function checkAnnouncement({ name, target }: Pipeline, skipTarget: boolean): string {
  return target.tag === 'unity_catalog' && !skipTarget
    ? `${name}: asking PostgreSQL and the SQL warehouse, which this may start (seconds; a classic one takes minutes)`
    : `${name}: looking`;
}
