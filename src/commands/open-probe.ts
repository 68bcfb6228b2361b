import type { TargetProbe } from '../check/target-probe.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { warehouseOf } from './open-warehouse.ts';

/**
 * What `check` asks a pipeline's target with. Contacts nothing. Throws IngestError where neither configuration nor
 * environment say how to reach it.
 */
export async function openProbe(
  pipeline: Pipeline,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<TargetProbe> {
  const { target } = pipeline;
  switch (target.tag) {
    case 'embedded': {
      const { openEmbeddedProbe } = await import('../check/embedded-probe.ts');
      return openEmbeddedProbe(pipeline, target, await warehouseOf(pipeline, environment));
    }
    case 'unity_catalog': {
      const { openDatabricksProbe } = await import('./open-databricks.ts');
      return openDatabricksProbe(pipeline, target, environment);
    }
    default:
      return target satisfies never;
  }
}
