import type { Pipeline } from '../model/pipeline.ts';
import type { StatusReport } from '../model/status-report.ts';
import { openPostgresSource } from '../source/postgres-source.ts';
import { readStatus } from '../status/read-status.ts';
import { openExistingWarehouse } from './open-existing-warehouse.ts';

export interface StatusPipelinesOptions {
  readonly pipelines: readonly Pipeline[];
  /** Where a target looks for what its configuration leaves out. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Looks at the source only, so that no warehouse is woken. */
  readonly skipTarget: boolean;
  /** Milliseconds since 1970 UTC. */
  readonly nowMs: () => number;
  /** Called before each pipeline is looked at, and after. */
  readonly onBegin: (pipeline: Pipeline) => void;
  readonly onStatus: (status: StatusReport) => void;
}

/** Looks at pipelines one after the other. What is wrong, errors included, stands in the reports. */
export async function statusPipelines(options: StatusPipelinesOptions): Promise<readonly StatusReport[]> {
  const statuses: StatusReport[] = [];
  for (const pipeline of options.pipelines) {
    options.onBegin(pipeline);
    const status = await readStatus({
      pipeline,
      openSource: openPostgresSource,
      openTarget: options.skipTarget ? undefined : () => openExistingWarehouse(pipeline, options.environment),
      nowMs: options.nowMs,
    });
    statuses.push(status);
    options.onStatus(status);
  }
  return statuses;
}

/** 0: every pipeline can go on; 1: one of them needs a person. */
export function exitCodeOfStatuses(statuses: readonly StatusReport[]): 0 | 1 {
  return statuses.some(({ health }) => health === 'danger') ? 1 : 0;
}
