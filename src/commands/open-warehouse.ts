import { IngestError } from '../model/ingest-error.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { WarehouseOpener } from '../warehouse/warehouse.ts';

/**
 * The warehouse of a pipeline; nothing is contacted before it is opened. Each is loaded only when a pipeline needs it:
 * the embedded one lives in a package with native code, and the other one's driver is large.
 *
 * Throws IngestError `target-unsupported` where the package is not installed, and `config-invalid` or
 * `target-authentication-failed` where neither configuration nor environment say how to reach the workspace.
 */
export async function warehouseOf(
  pipeline: Pipeline,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<WarehouseOpener> {
  const { target } = pipeline;
  switch (target.tag) {
    case 'embedded': {
      const { embeddedWarehouse } = await import('../warehouse/embedded/embedded-warehouse.ts').catch(
        explainMissingPackage,
      );
      return embeddedWarehouse(target);
    }
    case 'unity_catalog': {
      const { openDatabricks } = await import('./open-databricks.ts');
      return openDatabricks(pipeline, target, environment);
    }
    default:
      return target satisfies never;
  }
}

/** For a failed import of something that needs DuckDB. Rethrows every other failure. */
export function explainMissingPackage(error: unknown): never {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  throw new IngestError(
    'target-unsupported',
    'The embedded lakehouse needs the package @duckdb/node-api, which is not installed here: it holds native code and cannot be part of the packaged GitHub Action.',
    {
      solution:
        'In a workflow, check out Tributary, run "npm ci" in it, and use its command line in a step: npx tributary run --config …',
      cause: error,
    },
  );
}
