import { IngestError } from '../model/ingest-error.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { WarehouseOpener } from '../warehouse/warehouse.ts';

/** Throws the error that a run of these pipelines must end with before anything is done, if there is one. */
export function requireSupportedTargets(pipelines: readonly Pipeline[]): void {
  for (const { name, target } of pipelines)
    if (target.tag === 'unity_catalog')
      throw new IngestError(
        'target-unsupported',
        `Pipeline ${name}: target.type: unity_catalog is not available in this version.`,
        {
          solution:
            'Use target.type: embedded, with a path, until it is. Such files can be checked already: tributary validate.',
        },
      );
}

/**
 * The warehouse of a pipeline. The embedded one lives in a package with native code, which is loaded only here and
 * only when a pipeline needs it. Throws IngestError `target-unsupported` where it cannot be had.
 */
export async function warehouseOf(pipeline: Pipeline): Promise<WarehouseOpener> {
  const { target } = pipeline;
  switch (target.tag) {
    case 'embedded': {
      const { embeddedWarehouse } = await import('../warehouse/embedded/embedded-warehouse.ts').catch(
        explainMissingPackage,
      );
      return embeddedWarehouse(target);
    }
    case 'unity_catalog':
      requireSupportedTargets([pipeline]);
      throw new IngestError('internal-error', 'A target that is not supported was not refused.');
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
