import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { TargetSide } from '../../src/demo/target-side.ts';
import { duckdbSide } from '../../src/demo/target-side.ts';
import type { EmbeddedTarget, TargetSettings } from '../../src/model/pipeline.ts';
import { embeddedWarehouse } from '../../src/warehouse/embedded/embedded-warehouse.ts';
import type { WarehouseOpener } from '../../src/warehouse/warehouse.ts';

/** Where a test's pipeline writes to: the same tests run over an embedded lakehouse and over Spark with Delta. */
export interface TestLakehouse extends AsyncDisposable {
  readonly name: 'embedded' | 'spark';
  readonly target: TargetSettings;
  /** Opens the warehouse as a run does; `overrides` are a test's own target settings. */
  warehouse(target: TargetSettings): WarehouseOpener;
  /** Reads it behind the pipeline's back. */
  withSide<T>(target: TargetSettings, read: (side: TargetSide) => Promise<T>): Promise<T>;
}

/** A statement takes Spark a second or so: a test may look at less there than over the embedded lakehouse. */
export function lessOnSpark<T>(usual: T, onSpark: T): T {
  return isOnSpark() ? onSpark : usual;
}

function isOnSpark(): boolean {
  return process.env['TRIBUTARY_TEST_LAKEHOUSE'] === 'spark';
}

/** The lakehouse that the test project is about; `unique` keeps tests apart that share one. */
export async function openTestLakehouse(directory: string, unique: string): Promise<TestLakehouse> {
  if (!isOnSpark()) return embeddedLakehouse(directory);
  const { sparkLakehouse } = await import('./spark/spark-lakehouse.ts');
  return sparkLakehouse(unique);
}

async function embeddedLakehouse(directory: string): Promise<TestLakehouse> {
  await mkdir(directory, { recursive: true });
  const warehouse = (target: TargetSettings): WarehouseOpener => embeddedWarehouse(requireEmbedded(target));
  return {
    name: 'embedded',
    target: {
      tag: 'embedded',
      path: path.join(directory, 'lakehouse.duckdb'),
      catalog: 'lakehouse',
      schema: 'postgres_raw',
      stateSchema: 'postgres_raw',
      memoryLimitBytes: 512 * 1024 * 1024,
    },
    warehouse,
    withSide: async (target, read) => {
      await using opened = await warehouse(target).open(new AbortController().signal);
      return await read(duckdbSide((sql) => opened.query(sql)));
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
}

export function requireEmbedded(target: TargetSettings): EmbeddedTarget {
  if (target.tag !== 'embedded') throw new TypeError('this test is about the embedded lakehouse');
  return target;
}
