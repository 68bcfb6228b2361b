import type { Reporter, TestModule, Vitest } from 'vitest/node';

/**
 * Fails a run in which a test file ran none of its tests: such a file proves nothing, and nobody would notice.
 * Runs narrowed by name (`vitest -t`) skip on purpose and are left alone.
 */
export class NoSilentSkips implements Reporter {
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    if (this.#vitest === undefined || this.#vitest.config.testNamePattern !== undefined) return;
    const silent = modules.filter((module) => !hasRunTest(module));
    if (silent.length === 0) return;
    const names = silent.map((module) => `  ${module.relativeModuleId}`).join('\n');
    this.#vitest.logger.error(`These test files ran none of their tests:\n${names}\n`);
    process.exitCode = 1;
  }
}

function hasRunTest(module: TestModule): boolean {
  for (const test of module.children.allTests()) if (test.result().state !== 'skipped') return true;
  return false;
}
