import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  IngestError,
  init_node_20_polyfills
} from "./part-KSWFSZFM.mjs";

// src/query/lakehouse.ts
init_node_20_polyfills();
import { access } from "node:fs/promises";
import { DuckDBInstance } from "@duckdb/node-api";

// src/query/query-error.ts
init_node_20_polyfills();
var EXTRACT_PREFIX = /^Failed to extract statements: /;
function translateQueryError(error, path) {
  if (error instanceof IngestError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const options = { cause: error };
  if (path !== void 0) return translateOpenError(message, path, options);
  if (message.includes("read-only mode")) {
    return new IngestError("usage-invalid", "A query reads the lakehouse; it cannot change it.", {
      solution: "Only runs write to it. To keep a result, use --format csv or --format json and redirect the output.",
      ...options
    });
  }
  return new IngestError("usage-invalid", message.replace(EXTRACT_PREFIX, ""), {
    solution: 'tributary query "SHOW TABLES" lists the tables, and "DESCRIBE <table>" the columns of one.',
    ...options
  });
}
function translateOpenError(message, path, options) {
  if (/could not set lock|conflicting lock/i.test(message)) {
    return new IngestError("target-locked", `The lakehouse ${path} is being written by another program.`, {
      solution: "Wait until the run that holds it has ended, and ask again.",
      ...options
    });
  }
  if (/permission denied/i.test(message)) {
    return new IngestError("target-permission-denied", `The lakehouse ${path} may not be read.`, {
      solution: "Check the permissions of the file and of its directory.",
      ...options
    });
  }
  return new IngestError("usage-invalid", `The file ${path} is not a lakehouse that this version can read.`, {
    solution: "Give the DuckDB file of a pipeline with target.type: embedded.",
    ...options
  });
}

// src/query/lakehouse.ts
var OWN_SCHEMA = "main";
var Lakehouse = class _Lakehouse {
  #instance;
  #connection;
  constructor(instance, connection) {
    this.#instance = instance;
    this.#connection = connection;
  }
  /** Throws IngestError when the file is missing, is not a lakehouse, or is locked by a run. */
  static async open(file) {
    await requireFile(file.path);
    const instance = await DuckDBInstance.create(":memory:", { autoinstall_known_extensions: "false" });
    try {
      const connection = await instance.connect();
      const catalog = quoteIdentifier(file.catalog);
      await connection.run("SET TimeZone = 'UTC'");
      await connection.run(`ATTACH ${stringLiteral(file.path)} AS ${catalog} (READ_ONLY)`);
      await searchAllSchemas(connection, file.catalog);
      return new _Lakehouse(instance, connection);
    } catch (error) {
      instance.closeSync();
      throw translateQueryError(error, file.path);
    }
  }
  /** Runs one statement. Throws IngestError with DuckDB's own words when it does not understand it, or may not do it. */
  async query(sql) {
    try {
      await this.#requireOneStatement(sql);
      const reader = await this.#connection.runAndReadAll(sql);
      return {
        columns: reader.deduplicatedColumnNames().map((name, index) => ({ name, type: String(reader.columnType(index)) })),
        rows: reader.getRows().map((row) => row.map((value) => value === null ? null : String(value))),
        jsonRows: reader.getRowObjectsJson()
      };
    } catch (error) {
      throw translateQueryError(error, void 0);
    }
  }
  [Symbol.dispose]() {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }
  async #requireOneStatement(sql) {
    const count = sql.trim() === "" ? 0 : (await this.#connection.extractStatements(sql)).count;
    if (count === 1) return;
    throw new IngestError("usage-invalid", `The SQL text holds ${count} statements; it must be one.`, {
      solution: 'Example: tributary query "SHOW TABLES"'
    });
  }
};
async function requireFile(path) {
  try {
    await access(path);
  } catch (cause) {
    throw new IngestError("usage-invalid", `There is no lakehouse file ${path}.`, {
      solution: "Check the path. A pipeline with target.type: embedded makes the file in its first run.",
      cause
    });
  }
}
async function searchAllSchemas(connection, catalog) {
  const reader = await connection.runAndReadAll(
    `SELECT schema_name FROM duckdb_schemas() WHERE database_name = ${stringLiteral(catalog)} ORDER BY 1`
  );
  const schemas = reader.getRows().map(([schema]) => String(schema));
  const path = [...schemas.filter((schema) => schema !== OWN_SCHEMA), OWN_SCHEMA].map(
    (schema) => `${quoteIdentifier(catalog)}.${quoteIdentifier(schema)}`
  );
  await connection.run(`SET search_path = ${stringLiteral(path.join(","))}`);
}
function quoteIdentifier(name) {
  return `"${name.replaceAll('"', '""')}"`;
}
function stringLiteral(text) {
  return `'${text.replaceAll("'", "''")}'`;
}

export {
  Lakehouse
};
