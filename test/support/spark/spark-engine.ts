import { z } from 'zod';
import {
  type SqlEngine,
  SqlEngineError,
  type SqlEngineSession,
  type SqlResult,
  type SqlResultColumn,
  type SqlResultValue,
  type SqlSessionSettings,
} from '../front/service.ts';
import type { TableCatalog } from '../front/table-catalog.ts';
import { switchDialect } from './dialect-switch.ts';
import { EngineConnection } from './engine-connection.ts';
import type { SparkEngineAddress } from './engine-process.ts';
import { executeCounted } from './insert-count.ts';
import { SparkCatalog } from './spark-catalog.ts';

/** Databricks SQL on Spark with Delta, on this machine. */
export interface SparkEngine extends SqlEngine, AsyncDisposable {
  /** The local directory that stands for `/Volumes`. */
  readonly volumesDirectory: string;
  readonly tables: TableCatalog;
  /** Makes an empty catalog, for all sessions, running ones too. The same again changes nothing. */
  createCatalog(name: string): Promise<void>;
  /** Rejects with a SqlEngineError where Spark's parser, with Delta's, refuses the text as it is. */
  parse(statement: string): Promise<void>;
}

const ResultSchema = z.object({
  columns: z.array(
    z.object({ name: z.string(), type: z.enum(['STRING', 'INT', 'BIGINT', 'DOUBLE', 'BOOLEAN']) }),
  ),
  rows: z.array(z.array(z.string().nullable())),
});

/** Connects to a running engine. */
export async function connectSparkEngine(address: SparkEngineAddress): Promise<SparkEngine> {
  const connection = await EngineConnection.open(address);
  const { volumesDirectory } = address;
  const tables = new SparkCatalog(connection, volumesDirectory);
  return {
    volumesDirectory,
    tables,
    async createCatalog(name) {
      await connection.send('createCatalog', { name });
    },
    async parse(sql) {
      await connection.send('parse', { sql });
    },
    async openSession(settings) {
      const name = z.string().parse(await connection.send('open'));
      const session = new SparkSession(connection, name, volumesDirectory, tables);
      for (const statement of openingStatements(settings))
        await session.execute(statement, new AbortController().signal);
      return session;
    },
    [Symbol.asyncDispose]: () => connection[Symbol.asyncDispose](),
  };
}

/** What of a session's settings means something to Spark. */
function openingStatements({ catalog, schema, configuration }: SqlSessionSettings): readonly string[] {
  const place = [catalog, schema].filter((name) => name !== undefined).map(quoted);
  const timeZone = configuration['TIMEZONE'];
  return [
    ...(place.length === 0 ? [] : [`USE ${place.join('.')}`]),
    ...(timeZone === undefined ? [] : [`SET TIME ZONE '${timeZone}'`]),
  ];
}

function quoted(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}

class SparkSession implements SqlEngineSession {
  readonly #connection: EngineConnection;
  readonly #session: string;
  readonly #volumesDirectory: string;
  readonly #tables: TableCatalog;

  constructor(connection: EngineConnection, session: string, volumesDirectory: string, tables: TableCatalog) {
    this.#connection = connection;
    this.#session = session;
    this.#volumesDirectory = volumesDirectory;
    this.#tables = tables;
  }

  async execute(statement: string, signal: AbortSignal): Promise<SqlResult> {
    signal.throwIfAborted();
    const switched = switchDialect(statement, this.#volumesDirectory);
    if (switched.tag === 'create-volume') {
      await this.#tables.createVolume(switched.fullName);
      return { columns: [], rows: [] };
    }
    try {
      return await executeCounted(switched.sql, (sql) => this.#execute(sql, signal));
    } catch (error) {
      throw error instanceof SqlEngineError ? this.#asOnDatabricks(error) : error;
    }
  }

  async #execute(sql: string, signal: AbortSignal): Promise<SqlResult> {
    const id = this.#connection.nextId;
    const cancel = () => void this.#connection.send('cancel', { statement: id }).catch(() => undefined);
    signal.addEventListener('abort', cancel, { once: true });
    try {
      return readResult(await this.#connection.send('execute', { session: this.#session, sql }));
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  }

  /** Paths are named as the statement had them. */
  #asOnDatabricks({ message, sqlState }: SqlEngineError): SqlEngineError {
    const shown = message.replaceAll(`file:${this.#volumesDirectory}/`, `${this.#volumesDirectory}/`);
    return new SqlEngineError(shown.replaceAll(`${this.#volumesDirectory}/`, '/Volumes/'), sqlState);
  }

  async close(): Promise<void> {
    await this.#connection.send('close', { session: this.#session });
  }
}

function readResult(answer: unknown): SqlResult {
  const { columns, rows } = ResultSchema.parse(answer);
  return {
    columns,
    rows: rows.map((row) => row.map((text, i) => readValue(text, columns[i]?.type ?? 'STRING'))),
  };
}

function readValue(text: string | null, type: SqlResultColumn['type']): SqlResultValue {
  if (text === null) return null;
  switch (type) {
    case 'INT':
    case 'DOUBLE':
      return Number(text);
    case 'BIGINT':
      return BigInt(text);
    case 'BOOLEAN':
      return text === 'true';
    case 'STRING':
      return text;
    default:
      return type satisfies never;
  }
}
