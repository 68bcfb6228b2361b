import { DBSQLClient } from '@databricks/sql';
import { IngestError } from '../../model/ingest-error.ts';
import { readStatementFailure, type StatementFailure } from './statement-failure.ts';
import type { TokenSource } from './token-source.ts';

/**
 * The driver, as little of it as is used. What goes wrong is thrown as the driver throws it; `readDriverFailure` reads it.
 * Nothing is repeated here, and nothing printed.
 */
export interface DriverClient {
  openSession(request: SessionRequest): Promise<DriverSession>;
  /** Breaks off what is still under way, so that nothing keeps the process. Never throws. */
  close(): Promise<void>;
}

export interface SessionRequest {
  readonly statementTimeoutMs: number;
  /** What the workspace's query history shows beside each statement; not every workspace takes tags. */
  readonly queryTags: Readonly<Record<string, string>> | undefined;
}

export interface DriverSession {
  /** Resolves when the warehouse has taken the statement. */
  send(statement: string): Promise<DriverStatement>;
  /** Never throws: a server that has lost the session says so. */
  close(): Promise<void>;
}

export interface DriverStatement {
  /** Waits until it is done, or throws why it failed. After a failure of the network, call it again. */
  finished(onAnswer: () => void): Promise<void>;
  /** Rows by column, as text; a number is written out. Call it once, after `finished`. */
  rows(): Promise<readonly (readonly (string | null)[])[]>;
  /** Never throws. `finished` does, if the warehouse did cancel it. */
  cancel(): Promise<void>;
  /** Never throws. */
  close(): Promise<void>;
}

/** One HTTP request, not a statement: the warehouse takes statements at once and is asked for their state. */
const REQUEST_TIMEOUT_MS = 180_000;

/**
 * Rows come with the answers of the warehouse, not as links to cloud storage: nothing that is read here is worth a route
 * there, and the driver waits for a download without limit, hides why it failed, and takes an empty file for no rows.
 */
const RESULTS = { useCloudFetch: false, useLZ4Compression: false } as const;

/** Longer answers than an error's are a web page. */
const MAX_BODY_LENGTH = 4000;

/** Sends nothing yet. */
export async function connectDriver(options: {
  readonly host: string;
  readonly port: number;
  readonly httpPath: string;
  readonly tokens: TokenSource;
  readonly userAgent: string;
  readonly requestTimeoutMs?: number | undefined;
}): Promise<DriverClient> {
  // Its own logger prints to stdout, and delays the exit of a process that has failed.
  const client = new DBSQLClient({ logger: { log: () => undefined } });
  await client.connect({
    host: options.host,
    port: options.port,
    path: options.httpPath,
    authType: 'custom',
    provider: {
      authenticate: async () => ({ Authorization: `Bearer ${await options.tokens.token()}` }),
    },
    userAgentEntry: options.userAgent,
    socketTimeout: options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS,
    // Its own repetitions give up after 30 seconds, read Retry-After as milliseconds, and hide what happened.
    retryMaxAttempts: 1,
    // It would send error texts, which may quote rows.
    telemetryEnabled: false,
    // Whole numbers beyond 2^53 would be rounded.
    preserveBigNumericPrecision: true,
  });
  return {
    openSession: (request) => openSession(client, request),
    close: () =>
      quietly(async () => {
        const provider = await client.getConnectionProvider();
        (await provider.getAgent())?.destroy();
      }),
  };
}

/** Whatever a call of the driver threw. The source of tokens speaks for itself: an IngestError is thrown on. */
export async function readDriverFailure(thrown: unknown): Promise<StatementFailure> {
  if (thrown instanceof IngestError) throw thrown;
  return readStatementFailure(thrown, await bodyOf(thrown));
}

async function openSession(
  client: DBSQLClient,
  { statementTimeoutMs, queryTags }: SessionRequest,
): Promise<DriverSession> {
  const session = await client.openSession({
    configuration: {
      STATEMENT_TIMEOUT: String(Math.max(1, Math.ceil(statementTimeoutMs / 1000))),
      TIMEZONE: 'UTC',
      ANSI_MODE: 'true',
      USE_CACHED_RESULT: 'false',
    },
    ...(queryTags === undefined ? {} : { queryTags: { ...queryTags } }),
  });
  return {
    send: async (statement) => driverStatement(await session.executeStatement(statement, RESULTS)),
    close: () => quietly(() => session.close()),
  };
}

type Operation = Awaited<ReturnType<Awaited<ReturnType<DBSQLClient['openSession']>>['executeStatement']>>;

function driverStatement(operation: Operation): DriverStatement {
  let cancelled: Promise<void> = Promise.resolve();
  return {
    finished: (onAnswer) => operation.finished({ callback: onAnswer }),
    rows: () => rowsOf(operation),
    cancel: () => {
      cancelled = quietly(() => operation.cancel());
      return cancelled;
    },
    // Requests go over several connections at once: one that overtakes the other would cancel what is closed.
    close: async () => {
      await cancelled;
      await quietly(() => operation.close());
    },
  };
}

/** The driver gives rows as objects, which know no order of columns: the schema does. */
async function rowsOf(operation: Operation): Promise<readonly (readonly (string | null)[])[]> {
  const schema = await operation.getSchema();
  const names = (schema?.columns ?? [])
    .toSorted((a, b) => a.position - b.position)
    .map((column) => column.columnName);
  if (new Set(names).size !== names.length) throw new TypeError('a query names two columns alike');
  const rows = await operation.fetchAll();
  return rows.map((row) => names.map((name) => textOf(Reflect.get(row, name))));
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

async function quietly(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch {
    return;
  }
}

/** The body of the HTTP answer that an error carries: read, so that its connection is free again. */
async function bodyOf(thrown: unknown): Promise<string | undefined> {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  const response: unknown = Reflect.get(thrown, 'response');
  if (typeof response !== 'object' || response === null) return undefined;
  const text: unknown = Reflect.get(response, 'text');
  if (typeof text !== 'function') return undefined;
  try {
    return String(await text.call(response)).slice(0, MAX_BODY_LENGTH);
  } catch {
    return undefined;
  }
}
