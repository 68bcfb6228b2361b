import { randomUUID } from 'node:crypto';
import type { SqlEngineSession } from './service.ts';
import { type OperationOptions, ThriftOperation } from './thrift-operation.ts';
import type { ThriftRequest } from './thrift-request.ts';

/** A session with its statements, each under its handle. */
export class ThriftSession {
  readonly engine: SqlEngineSession;
  readonly timeoutSeconds: number;
  readonly operations = new Map<string, ThriftOperation>();

  constructor(engine: SqlEngineSession, configuration: Readonly<Record<string, string>>) {
    this.engine = engine;
    this.timeoutSeconds = Number(configuration['STATEMENT_TIMEOUT'] ?? 0);
  }

  /** Gives up what still runs. */
  async close(): Promise<void> {
    for (const operation of this.operations.values()) operation.cancel();
    this.operations.clear();
    await this.engine.close();
  }
}

/** The sessions of a warehouse and their statements, by handle; it remembers who has closed what. */
export class ThriftSessions {
  readonly #sessions = new Map<string, ThriftSession>();
  /** Handles that the client has closed itself, as opposed to those that got lost. */
  readonly #closed = new Set<string>();
  readonly #statements = new Map<string, string>();

  get open(): { readonly sessions: number; readonly operations: number } {
    const sessions = [...this.#sessions.values()];
    return {
      sessions: sessions.length,
      operations: sessions.reduce((count, session) => count + session.operations.size, 0),
    };
  }

  /** Gives a session its handle. */
  add(session: ThriftSession): string {
    const handle = randomUUID();
    this.#sessions.set(handle, session);
    return handle;
  }

  find(handle: string): ThriftSession | undefined {
    return this.#sessions.get(handle);
  }

  findOperation(handle: string): ThriftOperation | undefined {
    return this.#sessionOf(handle)?.operations.get(handle);
  }

  /** The text of a statement, also after its close. */
  statementOf(operation: string): string | undefined {
    return this.#statements.get(operation);
  }

  wasClosed(handle: string): boolean {
    return this.#closed.has(handle);
  }

  start(
    session: ThriftSession,
    options: Omit<OperationOptions, 'timeoutSeconds'>,
  ): { readonly handle: string; readonly operation: ThriftOperation } {
    const handle = randomUUID();
    const operation = new ThriftOperation({ ...options, timeoutSeconds: session.timeoutSeconds });
    session.operations.set(handle, operation);
    this.#statements.set(handle, options.statement);
    return { handle, operation };
  }

  /** The client is done with a statement; one that still runs is given up. */
  closeOperation(handle: string): void {
    this.findOperation(handle)?.cancel();
    this.#sessionOf(handle)?.operations.delete(handle);
    this.#closed.add(handle);
  }

  /** The client is done with a session; false where there is none. */
  async close(handle: string): Promise<boolean> {
    const session = this.#sessions.get(handle);
    if (session === undefined) return false;
    this.#sessions.delete(handle);
    this.#closed.add(handle);
    await session.close();
    return true;
  }

  /** Loses the session that a call is about, with its statements. */
  async lose(request: ThriftRequest): Promise<void> {
    for (const [handle, session] of this.#sessions) {
      const isConcerned =
        ('session' in request && request.session === handle) ||
        ('operation' in request && session.operations.has(request.operation));
      if (isConcerned) {
        this.#sessions.delete(handle);
        await session.close();
      }
    }
  }

  async closeAll(): Promise<void> {
    for (const session of this.#sessions.values()) await session.close();
    this.#sessions.clear();
  }

  #sessionOf(operation: string): ThriftSession | undefined {
    return [...this.#sessions.values()].find((session) => session.operations.has(operation));
  }
}
