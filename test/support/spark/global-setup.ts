import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type SparkEngineAddress, startSparkProcess } from './engine-process.ts';

declare module 'vitest' {
  interface ProvidedContext {
    spark: SparkEngineAddress;
  }
}

const HOME = resolve('.tributary');
const PREFIX = 'test-spark-';

/** One engine for the whole run, because it takes seconds to start; every test has catalogs of its own in it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeAbandonedDirectories();
  const directory = join(HOME, `${PREFIX}${process.pid}`);
  const engine = await startSparkProcess({
    warehouseDirectory: join(directory, 'warehouse'),
    volumesDirectory: join(directory, 'volumes'),
    logFile: join(HOME, 'test-spark.log'),
  });
  project.provide('spark', engine.address);
  return async () => {
    await engine[Symbol.asyncDispose]();
    await rm(directory, { recursive: true, force: true });
  };
}

/** Of runs that were killed: their engines have ended with them, their files have not. */
async function removeAbandonedDirectories(): Promise<void> {
  const entries = await readdir(HOME).catch(() => []);
  for (const entry of entries.filter((name) => name.startsWith(PREFIX)))
    if (!isRunning(Number(entry.slice(PREFIX.length))))
      await rm(join(HOME, entry), { recursive: true, force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
