import { stat } from 'node:fs/promises';
import type { Pipeline } from '../model/pipeline.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { warehouseOf } from './open-warehouse.ts';

/**
 * Opens a pipeline's warehouse to look at; `undefined` for a lakehouse file that is not there, because opening would make
 * it. Throws as `warehouseOf` does, and where the warehouse cannot be reached.
 */
export async function openExistingWarehouse(
  pipeline: Pipeline,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Warehouse | undefined> {
  const { target } = pipeline;
  if (target.tag === 'embedded' && !(await isThere(target.path))) return undefined;
  const opener = await warehouseOf(pipeline, environment);
  return await opener.open(new AbortController().signal);
}

async function isThere(file: string): Promise<boolean> {
  return await stat(file).then(
    () => true,
    () => false,
  );
}
