import { copyFile, mkdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import type { Dialect } from '../../model/dialect.ts';
import { IngestError } from '../../model/ingest-error.ts';
import type { EmbeddedTarget } from '../../model/pipeline.ts';
import type { SchemaName, TableName } from '../../model/table-name.ts';
import { quoteTable } from '../../schema/ddl.ts';
import { METADATA_COLUMNS } from '../../schema/target-table.ts';
import type {
  MergeCounts,
  MergeStatement,
  Warehouse,
  WarehouseOpener,
  WarehouseTable,
  WarehouseUsage,
} from '../warehouse.ts';
import { duckdbDialect } from './duckdb-dialect.ts';
import { isUnresolved, translateDuckdbError } from './duckdb-error.ts';

/** How many threads DuckDB merges with; the walsender and the run itself are at rest then. */
const THREADS = 2;

/** The embedded lakehouse: a DuckDB file, and a directory for staged files beside it. */
export function embeddedWarehouse(target: EmbeddedTarget): WarehouseOpener {
  return { open: (signal) => EmbeddedWarehouse.open(target, signal) };
}

class EmbeddedWarehouse implements Warehouse {
  readonly dialect: Dialect;
  readonly #path: string;
  readonly #stagingDirectory: string;
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  /** Statements that wait for their turn are not begun after it. */
  readonly #signal: AbortSignal;
  #usage = { statements: 0, busyMs: 0, uploadedBytes: 0 };
  #underWay: Promise<unknown> = Promise.resolve();

  private constructor(
    target: EmbeddedTarget,
    stagingDirectory: string,
    instance: DuckDBInstance,
    connection: DuckDBConnection,
    signal: AbortSignal,
  ) {
    this.#path = target.path;
    this.#stagingDirectory = stagingDirectory;
    this.#instance = instance;
    this.#connection = connection;
    this.#signal = signal;
    this.dialect = duckdbDialect(stagingDirectory);
  }

  static async open(target: EmbeddedTarget, signal: AbortSignal): Promise<EmbeddedWarehouse> {
    const stagingDirectory = `${target.path}.staging`;
    try {
      await mkdir(path.dirname(target.path), { recursive: true });
    } catch (cause) {
      throw new IngestError(
        'target-read-only',
        `The directory of the lakehouse cannot be made: ${path.dirname(target.path)}`,
        {
          solution: 'Check its permissions, or set target.path.',
          cause,
        },
      );
    }
    let instance: DuckDBInstance | undefined;
    try {
      instance = await DuckDBInstance.create(':memory:', {
        memory_limit: `${Math.ceil(target.memoryLimitBytes / 1024)}KiB`,
        threads: String(THREADS),
        // Spilling must not land in the current directory.
        temp_directory: `${target.path}.tmp`,
      });
      const connection = await instance.connect();
      const { quoteIdentifier, stringLiteral } = duckdbDialect(stagingDirectory);
      await connection.run("SET TimeZone = 'UTC'");
      await connection.run(`ATTACH ${stringLiteral(target.path)} AS ${quoteIdentifier(target.catalog)}`);
      return new EmbeddedWarehouse(target, stagingDirectory, instance, connection, signal);
    } catch (error) {
      instance?.closeSync();
      throw translateDuckdbError(error, target.path, 'opening it');
    }
  }

  get usage(): WarehouseUsage {
    return { ...this.#usage };
  }

  async execute(statement: string): Promise<void> {
    await this.#asking(statement, () => this.#connection.run(statement));
  }

  async query(statement: string): Promise<readonly (readonly (string | null)[])[]> {
    const rows = await this.#asking(statement, async () =>
      (await this.#connection.runAndReadAll(statement)).getRows(),
    );
    return rows.map((row) => row.map(textOf));
  }

  async update(statement: string): Promise<number> {
    return this.#asking(statement, async () => (await this.#connection.run(statement)).rowsChanged);
  }

  /**
   * DuckDB only tells how many rows a MERGE touched: its `RETURNING` gives uninitialised values for rows that the source
   * does not name (duckdb/duckdb#24666; with 1.5.6 it asked for hundreds of MiB for nine rows). So rows are counted:
   * all, before and after, and those that carry this MERGE's `_synced_at`.
   */
  async merge({
    statement,
    target,
    mergedAt,
    deletedRows,
  }: MergeStatement): Promise<MergeCounts | 'unresolved'> {
    const { syncedAt, deleted: marker } = METADATA_COLUMNS;
    const table = quoteTable(this.dialect, target);
    const [rowsBefore, lastRowBefore] = await this.#numbers(
      `SELECT count(*), coalesce(max(rowid), -1) FROM ${table}`,
    );
    const touched = await this.#touch(statement);
    if (touched === undefined) return 'unresolved';
    const written = `${syncedAt} = ${this.dialect.instantLiteral(mergedAt)}`;
    const isMarked = deletedRows === 'mark' ? `${written} AND ${marker}` : 'false';
    // New rows go behind the last one, and an update leaves a row where it is.
    const [rowsAfter, writtenRows, marked, bornMarked] = await this.#numbers(
      `SELECT count(*), count(*) FILTER (${written}), count(*) FILTER (${isMarked}), ` +
        `count(*) FILTER (${isMarked} AND rowid > ${lastRowBefore}) FROM ${table}`,
    );
    const removed = deletedRows === 'mark' ? 0 : touched - writtenRows;
    const inserted = rowsAfter - rowsBefore + removed;
    const updated = touched - inserted - removed - (marked - bornMarked);
    return { inserted, updated: Math.max(0, updated), deleted: removed + marked };
  }

  /** `undefined` when the MERGE met a row that it cannot complete. */
  async #touch(merge: string): Promise<number | undefined> {
    try {
      return await this.update(merge);
    } catch (error) {
      if (isUnresolved(error)) return undefined;
      throw error;
    }
  }

  async hasSchema({ catalog, schema }: SchemaName): Promise<boolean> {
    const literal = this.dialect.stringLiteral;
    const rows = await this.query(
      'SELECT 1 FROM duckdb_schemas() ' +
        `WHERE lower(database_name) = lower(${literal(catalog)}) AND lower(schema_name) = lower(${literal(schema)})`,
    );
    return rows.length > 0;
  }

  async describeTable(table: TableName): Promise<WarehouseTable | undefined> {
    const literal = this.dialect.stringLiteral;
    const rows = await this.query(
      'SELECT column_name, data_type FROM duckdb_columns() ' +
        // Names keep their case and are found without it.
        `WHERE lower(database_name) = lower(${literal(table.catalog)}) AND lower(schema_name) = lower(${literal(table.schema)}) ` +
        `AND lower(table_name) = lower(${literal(table.table)}) ORDER BY column_index`,
    );
    if (rows.length === 0) return undefined;
    const columns = rows.map(([name, type]) => ({ name: name ?? '', type: (type ?? '').toUpperCase() }));
    const views = await this.query(
      'SELECT 1 FROM duckdb_views() ' +
        `WHERE lower(database_name) = lower(${literal(table.catalog)}) AND lower(schema_name) = lower(${literal(table.schema)}) ` +
        `AND lower(view_name) = lower(${literal(table.table)})`,
    );
    return { columns, obstacle: views.length === 0 ? undefined : 'a view' };
  }

  async putStagedFile(localPath: string, stagedPath: string): Promise<void> {
    const destination = path.join(this.#stagingDirectory, stagedPath);
    try {
      await mkdir(path.dirname(destination), { recursive: true });
      await moveFile(localPath, destination);
      this.#usage.uploadedBytes += (await stat(destination)).size;
    } catch (error) {
      throw translateDuckdbError(error, destination, 'staging a file');
    }
  }

  async removeStaged(stagedPath: string): Promise<void> {
    await rm(path.join(this.#stagingDirectory, stagedPath), { recursive: true, force: true });
    await this.#removeEmptyDirectories(path.dirname(stagedPath));
  }

  /** From a staged path upwards, as long as nothing is left in them. */
  async #removeEmptyDirectories(stagedPath: string): Promise<void> {
    const directory = path.join(this.#stagingDirectory, stagedPath);
    try {
      await rmdir(directory);
    } catch {
      return;
    }
    if (stagedPath !== '.') await this.#removeEmptyDirectories(path.dirname(stagedPath));
  }

  interrupt(): void {
    this.#connection.interrupt();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#underWay;
    this.#connection.closeSync();
    this.#instance.closeSync();
    await rm(`${this.#path}.tmp`, { recursive: true, force: true });
  }

  /** The one row of a query that gives numbers. */
  async #numbers(statement: string): Promise<readonly [number, number, number, number]> {
    const [row = []] = await this.query(statement);
    const at = (index: number): number => Number(row[index] ?? 0);
    return [at(0), at(1), at(2), at(3)];
  }

  /** One statement at a time: tables that load at the same time share the one connection. */
  #asking<T>(statement: string, ask: () => Promise<T>): Promise<T> {
    const answer = this.#underWay.then(async () => {
      this.#signal.throwIfAborted();
      this.#usage.statements += 1;
      const startedMs = performance.now();
      try {
        return await ask();
      } catch (error) {
        throw translateDuckdbError(error, this.#path, describeStatement(statement));
      } finally {
        this.#usage.busyMs += performance.now() - startedMs;
      }
    });
    this.#underWay = answer.catch(() => undefined);
    return answer;
  }
}

function textOf(value: DuckDBValue): string | null {
  return value === null ? null : String(value);
}

/** The statement's verb and object, for errors: the rest may hold literals. */
function describeStatement(statement: string): string {
  const [verb = '', ...rest] = statement.split(/\s+/, 6);
  const table = rest.find((word) => word.includes('.') && !word.includes("'"));
  return table === undefined ? `running ${verb}` : `running ${verb} on ${table.replaceAll('"', '')}`;
}

/** A move within a file system, a copy between two. */
async function moveFile(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EXDEV') throw error;
    await copyFile(from, to);
    await rm(from, { force: true });
  }
}
