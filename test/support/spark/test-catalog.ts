import { inject } from 'vitest';
import type { SqlEngineSession, SqlResult, SqlSessionSettings } from '../front/service.ts';
import { connectSparkEngine, type SparkEngine } from './spark-engine.ts';

/** A catalog of a test's own in the run's engine, and a session to fill it with. */
export interface TestCatalog extends AsyncDisposable {
  readonly engine: SparkEngine;
  readonly session: SqlEngineSession;
  run(statement: string): Promise<SqlResult>;
}

/** A session's settings that say nothing. */
export const NO_SETTINGS: SqlSessionSettings = { catalog: undefined, schema: undefined, configuration: {} };

/** Whoever names the same catalog shares it. */
export async function openTestCatalog(catalog: string): Promise<TestCatalog> {
  await using stack = new AsyncDisposableStack();
  const engine = stack.use(await connectSparkEngine(inject('spark')));
  await engine.createCatalog(catalog);
  const session = await engine.openSession(NO_SETTINGS);
  const owned = stack.move();
  return {
    engine,
    session,
    run: (statement) => session.execute(statement, new AbortController().signal),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
