import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPipeline } from '../../src/check/check-pipeline.ts';
import { openEmbeddedProbe } from '../../src/check/embedded-probe.ts';
import type { CheckedPoint } from '../../src/model/check-report.ts';
import type { EmbeddedTarget } from '../../src/model/pipeline.ts';
import { embeddedWarehouse } from '../../src/warehouse/embedded/embedded-warehouse.ts';
import { samplePipeline } from '../support/sample-pipeline.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

async function checkTarget(path: string): Promise<readonly CheckedPoint[]> {
  const target: EmbeddedTarget = {
    tag: 'embedded',
    path,
    catalog: 'lakehouse',
    schema: 'raw',
    stateSchema: 'raw',
    memoryLimitBytes: 256 * 1024 ** 2,
  };
  const pipeline = samplePipeline({ target });
  const { points } = await checkPipeline({
    pipeline,
    source: undefined,
    openProbe: async () => openEmbeddedProbe(pipeline, target, embeddedWarehouse(target)),
  });
  return points.filter(({ point }) => ['warehouse', 'grants', 'volume'].includes(point));
}

describe('a check of an embedded lakehouse', () => {
  it('is content with a file that can be made, and makes nothing', async () => {
    await using directory = await temporaryDirectory();
    const points = await checkTarget(join(directory.path, 'deep', 'down', 'lake.duckdb'));
    expect(points.map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed']);
    expect(points[0]?.found).toContain('not there yet: the first run makes it');
    expect(await readdir(directory.path)).toEqual([]);
  });

  it('opens a file that is there as a run would', async () => {
    await using directory = await temporaryDirectory();
    const path = join(directory.path, 'lake.duckdb');
    const target = {
      tag: 'embedded',
      path,
      catalog: 'lakehouse',
      schema: 'raw',
      stateSchema: 'raw',
      memoryLimitBytes: 256 * 1024 ** 2,
    } as const;
    {
      await using warehouse = await embeddedWarehouse(target).open(new AbortController().signal);
      await warehouse.execute('CREATE SCHEMA lakehouse.raw', 'harmless');
    }
    const points = await checkTarget(path);
    expect(points.map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed']);
    expect(points[0]?.found).toContain('can be read and written');
  });

  it('says that a file which is no lakehouse cannot be opened', async () => {
    await using directory = await temporaryDirectory({ 'lake.duckdb': 'no database at all' });
    const [warehouse, grants] = await checkTarget(join(directory.path, 'lake.duckdb'));
    expect(warehouse).toMatchObject({ outcome: 'failed', code: 'target-unavailable' });
    expect(warehouse?.solution).toContain('target.path');
    expect(grants?.outcome).toBe('unproven');
  });

  it('says that nothing can be made below a file', async () => {
    await using directory = await temporaryDirectory();
    await writeFile(join(directory.path, 'file'), '');
    const [warehouse] = await checkTarget(join(directory.path, 'file', 'lake.duckdb'));
    expect(warehouse).toMatchObject({ outcome: 'failed', code: 'target-read-only' });
  });

  it('says that a directory is in the way', async () => {
    await using directory = await temporaryDirectory();
    await mkdir(join(directory.path, 'lake.duckdb'));
    const [warehouse] = await checkTarget(join(directory.path, 'lake.duckdb'));
    expect(warehouse?.outcome).toBe('failed');
    expect(warehouse?.solution).toContain('target.path');
  });
});
