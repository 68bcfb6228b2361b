import { DBSQLClient } from '@databricks/sql';
import { type CannedRule, cannedEngine } from './canned-engine.ts';
import { type Front, type FrontOptions, startFront } from './front.ts';

/** A front over canned answers, and the real driver connected to it; both close together. */
export async function openWorkspace(rules: readonly CannedRule[], options: Partial<FrontOptions> = {}) {
  const front = await startFront({ engine: cannedEngine(rules), ...options });
  front.trust();
  const client = await connect(front);
  return {
    front,
    client,
    async [Symbol.asyncDispose]() {
      await client.close().catch(() => {});
      await front[Symbol.asyncDispose]();
    },
  };
}

/** The driver, as it comes, but for what it would send elsewhere. */
export async function connect(
  front: Front,
  changes: { readonly path?: string; readonly token?: string } = {},
): Promise<DBSQLClient> {
  const client = new DBSQLClient({ logger: { log: () => {} } });
  await client.connect({
    host: 'localhost',
    port: front.port,
    path: front.httpPath,
    token: front.token,
    telemetryEnabled: false,
    ...changes,
  });
  return client;
}

export type Session = Awaited<ReturnType<DBSQLClient['openSession']>>;

/** Executes a statement as production does: to its end, then its rows, closed in any case. */
export async function run(session: Session, statement: string): Promise<readonly unknown[]> {
  const operation = await session.executeStatement(statement);
  try {
    await operation.finished();
    return await operation.fetchAll();
  } finally {
    await operation.close();
  }
}

/** What a promise is rejected with; the driver throws things that are no Errors. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error('It was expected to fail');
    },
    (error: unknown) => error,
  );
}
