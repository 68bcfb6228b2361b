import { access } from 'node:fs/promises';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { IngestError } from '../model/ingest-error.ts';
import { translateQueryError } from './query-error.ts';
import type { QueryResult } from './query-result.ts';

export interface LakehouseFile {
  /** Absolute. */
  readonly path: string;
  /** The name under which queries know it: `lakehouse` in `lakehouse.postgres_raw.pg_orders`. */
  readonly catalog: string;
}

/** Schemas that DuckDB makes itself; `main` stays on the search path without being named. */
const OWN_SCHEMA = 'main';

/**
 * The embedded lakehouse, open for reading. It cannot be changed through this, and several readers can have it open
 * at the same time; a run cannot write while one has.
 */
export class Lakehouse implements Disposable {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  /** Throws IngestError when the file is missing, is not a lakehouse, or is locked by a run. */
  static async open(file: LakehouseFile): Promise<Lakehouse> {
    await requireFile(file.path);
    // Nothing is downloaded at run time, not even when a query asks for an extension.
    const instance = await DuckDBInstance.create(':memory:', { autoinstall_known_extensions: 'false' });
    try {
      const connection = await instance.connect();
      const catalog = quoteIdentifier(file.catalog);
      await connection.run("SET TimeZone = 'UTC'");
      await connection.run(`ATTACH ${stringLiteral(file.path)} AS ${catalog} (READ_ONLY)`);
      await searchAllSchemas(connection, file.catalog);
      return new Lakehouse(instance, connection);
    } catch (error) {
      instance.closeSync();
      throw translateQueryError(error, file.path);
    }
  }

  /** Runs one statement. Throws IngestError with DuckDB's own words when it does not understand it, or may not do it. */
  async query(sql: string): Promise<QueryResult> {
    try {
      await this.#requireOneStatement(sql);
      const reader = await this.#connection.runAndReadAll(sql);
      return {
        columns: reader
          .deduplicatedColumnNames()
          .map((name, index) => ({ name, type: String(reader.columnType(index)) })),
        rows: reader.getRows().map((row) => row.map((value) => (value === null ? null : String(value)))),
        jsonRows: reader.getRowObjectsJson(),
      };
    } catch (error) {
      throw translateQueryError(error, undefined);
    }
  }

  [Symbol.dispose](): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }

  async #requireOneStatement(sql: string): Promise<void> {
    // DuckDB has no words of its own for a text without any statement.
    const count = sql.trim() === '' ? 0 : (await this.#connection.extractStatements(sql)).count;
    if (count === 1) return;
    throw new IngestError('usage-invalid', `The SQL text holds ${count} statements; it must be one.`, {
      solution: 'Example: tributary query "SHOW TABLES"',
    });
  }
}

async function requireFile(path: string): Promise<void> {
  try {
    await access(path);
  } catch (cause) {
    throw new IngestError('usage-invalid', `There is no lakehouse file ${path}.`, {
      solution: 'Check the path. A pipeline with target.type: embedded makes the file in its first run.',
      cause,
    });
  }
}

/** Makes bare table names work, and `SHOW TABLES` list every schema of the lakehouse. */
async function searchAllSchemas(connection: DuckDBConnection, catalog: string): Promise<void> {
  const reader = await connection.runAndReadAll(
    `SELECT schema_name FROM duckdb_schemas() WHERE database_name = ${stringLiteral(catalog)} ORDER BY 1`,
  );
  const schemas = reader.getRows().map(([schema]) => String(schema));
  const path = [...schemas.filter((schema) => schema !== OWN_SCHEMA), OWN_SCHEMA].map(
    (schema) => `${quoteIdentifier(catalog)}.${quoteIdentifier(schema)}`,
  );
  await connection.run(`SET search_path = ${stringLiteral(path.join(','))}`);
}

function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function stringLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
