import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  FENCED_TEXT,
  UNRESOLVED_TEXT
} from "./part-G5JFD5E4.mjs";
import {
  duckdbDialect
} from "./part-7YEYRCP4.mjs";
import {
  METADATA_COLUMNS,
  quoteTable
} from "./part-TBZWB7EC.mjs";
import {
  IngestError
} from "./part-WR5T4RD5.mjs";
import "./part-2GY7G3VF.mjs";

// src/warehouse/embedded/embedded-warehouse.ts
import { copyFile, mkdir, rename, rm, rmdir, stat } from "node:fs/promises";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

// src/warehouse/embedded/duckdb-error.ts
function isUnresolved(error) {
  const cause = error instanceof IngestError ? error.cause : error;
  return cause instanceof Error && cause.message.includes(UNRESOLVED_TEXT);
}
function translateDuckdbError(error, path2, doing) {
  if (error instanceof IngestError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (message.includes(FENCED_TEXT)) {
    return new IngestError(
      "checkpoint-fenced",
      "Another run has taken this pipeline over; this one wrote nothing more.",
      {
        solution: "Nothing to do if that run goes on. Keep one run of a pipeline at a time.",
        cause: error
      }
    );
  }
  if (/could not set lock|conflicting lock/i.test(message)) {
    const holder = /PID (\d+)/.exec(message)?.[1];
    return new IngestError(
      "target-locked",
      `The lakehouse ${path2} is open in another program${holder === void 0 ? "" : ` (process ${holder})`}.`,
      {
        solution: "Close it there: DuckDB lets one process write. The next run goes on from the checkpoint.",
        cause: error
      }
    );
  }
  if (/no space left|disk is full|ENOSPC/i.test(message)) {
    return new IngestError("disk-full", `The disk is full while ${doing}: ${path2}`, {
      solution: "Free space there; nothing is lost, the next run goes on from the checkpoint.",
      cause: error
    });
  }
  if (/permission denied|read-only|read only/i.test(message)) {
    return new IngestError("target-read-only", `The lakehouse ${path2} cannot be written.`, {
      solution: "Check the permissions of the file and of its directory, or set target.path.",
      cause: error
    });
  }
  if (message.includes("INTERRUPT")) {
    return new IngestError("interrupted", `Interrupted while ${doing}.`, { cause: error });
  }
  if (/out of memory/i.test(message)) {
    return new IngestError("target-query-failed", `DuckDB ran out of its memory limit while ${doing}.`, {
      solution: "Raise target.memory_limit.",
      cause: error
    });
  }
  if (/^Catalog Error: Table with name .* does not exist/.test(message)) {
    return new IngestError("target-table-mismatch", `A table of the lakehouse ${path2} is gone (${doing}).`, {
      solution: "Put it back, or load it anew: tributary run --config … --reload SCHEMA.TABLE (in a workflow: command backfill, mode refresh)",
      cause: error
    });
  }
  if (/cannot open file|could not (read|open)|not a valid duckdb|does not exist|no such file/i.test(message)) {
    return new IngestError("target-unavailable", `The lakehouse ${path2} cannot be opened (${doing}).`, {
      solution: "Check target.path: it must be a DuckDB file, or a place where one can be made.",
      cause: error
    });
  }
  const kind = /^([A-Za-z ]+Error)/.exec(message)?.[1] ?? "an error";
  return new IngestError("target-query-failed", `DuckDB refused a statement while ${doing} (${kind}).`, {
    solution: "This should not happen. Please report it with the run report.",
    cause: error
  });
}

// src/warehouse/embedded/embedded-warehouse.ts
var THREADS = 2;
function embeddedWarehouse(target) {
  return { open: (signal) => EmbeddedWarehouse.open(target, signal) };
}
var EmbeddedWarehouse = class _EmbeddedWarehouse {
  dialect;
  #path;
  #stagingDirectory;
  #instance;
  #connection;
  /** Statements that wait for their turn are not begun after it. */
  #signal;
  #usage = { statements: 0, busyMs: 0, uploadedBytes: 0 };
  #underWay = Promise.resolve();
  constructor(target, stagingDirectory, instance, connection, signal) {
    this.#path = target.path;
    this.#stagingDirectory = stagingDirectory;
    this.#instance = instance;
    this.#connection = connection;
    this.#signal = signal;
    this.dialect = duckdbDialect(stagingDirectory);
  }
  static async open(target, signal) {
    const stagingDirectory = `${target.path}.staging`;
    try {
      await mkdir(path.dirname(target.path), { recursive: true });
    } catch (cause) {
      throw new IngestError(
        "target-read-only",
        `The directory of the lakehouse cannot be made: ${path.dirname(target.path)}`,
        {
          solution: "Check its permissions, or set target.path.",
          cause
        }
      );
    }
    let instance;
    try {
      instance = await DuckDBInstance.create(":memory:", {
        memory_limit: `${Math.ceil(target.memoryLimitBytes / 1024)}KiB`,
        threads: String(THREADS),
        // Spilling must not land in the current directory.
        temp_directory: `${target.path}.tmp`
      });
      const connection = await instance.connect();
      const { quoteIdentifier, stringLiteral } = duckdbDialect(stagingDirectory);
      await connection.run("SET TimeZone = 'UTC'");
      await connection.run(`ATTACH ${stringLiteral(target.path)} AS ${quoteIdentifier(target.catalog)}`);
      return new _EmbeddedWarehouse(target, stagingDirectory, instance, connection, signal);
    } catch (error) {
      instance?.closeSync();
      throw translateDuckdbError(error, target.path, "opening it");
    }
  }
  get usage() {
    return { ...this.#usage };
  }
  async execute(statement) {
    await this.#asking(statement, () => this.#connection.run(statement));
  }
  async query(statement) {
    const rows = await this.#asking(
      statement,
      async () => (await this.#connection.runAndReadAll(statement)).getRows()
    );
    return rows.map((row) => row.map(textOf));
  }
  async update(statement) {
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
    deletedRows
  }) {
    const { syncedAt, deleted: marker } = METADATA_COLUMNS;
    const table = quoteTable(this.dialect, target);
    const [rowsBefore, lastRowBefore] = await this.#numbers(
      `SELECT count(*), coalesce(max(rowid), -1) FROM ${table}`
    );
    const touched = await this.#touch(statement);
    if (touched === void 0) return "unresolved";
    const written = `${syncedAt} = ${this.dialect.instantLiteral(mergedAt)}`;
    const isMarked = deletedRows === "mark" ? `${written} AND ${marker}` : "false";
    const [rowsAfter, writtenRows, marked, bornMarked] = await this.#numbers(
      `SELECT count(*), count(*) FILTER (${written}), count(*) FILTER (${isMarked}), count(*) FILTER (${isMarked} AND rowid > ${lastRowBefore}) FROM ${table}`
    );
    const removed = deletedRows === "mark" ? 0 : touched - writtenRows;
    const inserted = rowsAfter - rowsBefore + removed;
    const updated = touched - inserted - removed - (marked - bornMarked);
    return { inserted, updated: Math.max(0, updated), deleted: removed + marked };
  }
  /** `undefined` when the MERGE met a row that it cannot complete. */
  async #touch(merge) {
    try {
      return await this.update(merge);
    } catch (error) {
      if (isUnresolved(error)) return void 0;
      throw error;
    }
  }
  async hasSchema({ catalog, schema }) {
    const literal = this.dialect.stringLiteral;
    const rows = await this.query(
      `SELECT 1 FROM duckdb_schemas() WHERE lower(database_name) = lower(${literal(catalog)}) AND lower(schema_name) = lower(${literal(schema)})`
    );
    return rows.length > 0;
  }
  async describeTable(table) {
    const literal = this.dialect.stringLiteral;
    const rows = await this.query(
      `SELECT column_name, data_type FROM duckdb_columns() WHERE lower(database_name) = lower(${literal(table.catalog)}) AND lower(schema_name) = lower(${literal(table.schema)}) AND lower(table_name) = lower(${literal(table.table)}) ORDER BY column_index`
    );
    if (rows.length === 0) return void 0;
    const columns = rows.map(([name, type]) => ({ name: name ?? "", type: (type ?? "").toUpperCase() }));
    const views = await this.query(
      `SELECT 1 FROM duckdb_views() WHERE lower(database_name) = lower(${literal(table.catalog)}) AND lower(schema_name) = lower(${literal(table.schema)}) AND lower(view_name) = lower(${literal(table.table)})`
    );
    return { columns, obstacle: views.length === 0 ? void 0 : "a view" };
  }
  async putStagedFile(localPath, stagedPath) {
    const destination = path.join(this.#stagingDirectory, stagedPath);
    try {
      await mkdir(path.dirname(destination), { recursive: true });
      await moveFile(localPath, destination);
      this.#usage.uploadedBytes += (await stat(destination)).size;
    } catch (error) {
      throw translateDuckdbError(error, destination, "staging a file");
    }
  }
  async removeStaged(stagedPath) {
    await rm(path.join(this.#stagingDirectory, stagedPath), { recursive: true, force: true });
    await this.#removeEmptyDirectories(path.dirname(stagedPath));
  }
  /** From a staged path upwards, as long as nothing is left in them. */
  async #removeEmptyDirectories(stagedPath) {
    const directory = path.join(this.#stagingDirectory, stagedPath);
    try {
      await rmdir(directory);
    } catch {
      return;
    }
    if (stagedPath !== ".") await this.#removeEmptyDirectories(path.dirname(stagedPath));
  }
  interrupt() {
    this.#connection.interrupt();
  }
  async [Symbol.asyncDispose]() {
    await this.#underWay;
    this.#connection.closeSync();
    this.#instance.closeSync();
    await rm(`${this.#path}.tmp`, { recursive: true, force: true });
  }
  /** The one row of a query that gives numbers. */
  async #numbers(statement) {
    const [row = []] = await this.query(statement);
    const at = (index) => Number(row[index] ?? 0);
    return [at(0), at(1), at(2), at(3)];
  }
  /** One statement at a time: tables that load at the same time share the one connection. */
  #asking(statement, ask) {
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
    this.#underWay = answer.catch(() => void 0);
    return answer;
  }
};
function textOf(value) {
  return value === null ? null : String(value);
}
function describeStatement(statement) {
  const [verb = "", ...rest] = statement.split(/\s+/, 6);
  const table = rest.find((word) => word.includes(".") && !word.includes("'"));
  return table === void 0 ? `running ${verb}` : `running ${verb} on ${table.replaceAll('"', "")}`;
}
async function moveFile(from, to) {
  try {
    await rename(from, to);
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error) || error.code !== "EXDEV") throw error;
    await copyFile(from, to);
    await rm(from, { force: true });
  }
}
export {
  embeddedWarehouse
};
