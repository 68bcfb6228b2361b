import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  init_node_20_polyfills
} from "./part-KSWFSZFM.mjs";

// src/warehouse/embedded/duckdb-dialect.ts
init_node_20_polyfills();
function duckdbDialect(stagingDirectory) {
  return {
    name: "duckdb",
    quoteIdentifier,
    stringLiteral,
    instantLiteral: (microseconds) => `make_timestamptz(${microseconds})`,
    instantMicroseconds: (expression) => `epoch_us(${expression})`,
    typeName,
    stagedDirectory: (stagedPath) => `read_parquet(${stringLiteral(`${stagingDirectory}/${stagedPath}/*.parquet`)})`,
    columnComment: () => "",
    // One that is declared is enforced here, and an update of a key fails on it while the old row is not gone yet.
    primaryKey: () => void 0,
    tableClauses: () => "",
    ownRowsOnly: "conditions",
    failure: (messageExpression) => `error(${messageExpression})`
  };
}
function quoteIdentifier(name) {
  return `"${name.replaceAll('"', '""')}"`;
}
function stringLiteral(text) {
  return `'${text.replaceAll("'", "''")}'`;
}
function typeName(type) {
  switch (type.tag) {
    case "boolean":
      return "BOOLEAN";
    case "int16":
      return "SMALLINT";
    case "int32":
      return "INTEGER";
    case "int64":
      return "BIGINT";
    case "float32":
      return "FLOAT";
    case "float64":
      return "DOUBLE";
    case "decimal":
      return `DECIMAL(${type.precision},${type.scale})`;
    case "string":
      return "VARCHAR";
    case "binary":
      return "BLOB";
    case "date":
      return "DATE";
    case "timestamp":
      return "TIMESTAMP";
    case "timestamptz":
      return "TIMESTAMP WITH TIME ZONE";
    default:
      return type;
  }
}

export {
  duckdbDialect
};
