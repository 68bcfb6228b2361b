import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  IngestError
} from "./part-WR5T4RD5.mjs";

// src/warehouse/databricks/databricks-dialect.ts
var MAX_CLUSTERING_COLUMNS = 4;
function databricksDialect({
  volumePath,
  clustering,
  tableProperties
}) {
  return {
    name: "databricks",
    quoteIdentifier,
    stringLiteral,
    instantLiteral: (microseconds) => `timestamp_micros(${microseconds})`,
    instantMicroseconds: (expression) => `unix_micros(${expression})`,
    typeName,
    stagedDirectory: (stagedPath) => `parquet.${quoteIdentifier(`${volumePath}/${stagedPath}`)}`,
    columnComment: (comment) => ` COMMENT ${stringLiteral(comment)}`,
    primaryKey: (columns) => `PRIMARY KEY (${columns.map(quoteIdentifier).join(", ")})`,
    tableClauses: ({ comment, clusteringKey }) => [
      "\nUSING DELTA",
      ...clusteringClause(clustering, clusteringKey),
      `COMMENT ${stringLiteral(comment)}`,
      `TBLPROPERTIES (${[...TABLE_PROPERTIES, ...tableProperties].map(property).join(", ")})`
    ].join("\n"),
    // Delta computes all conditions before it knows which clause a row belongs to.
    ownRowsOnly: "values",
    failure: (messageExpression) => `raise_error(${messageExpression})`
  };
}
function quoteIdentifier(name) {
  if (name.includes("${")) {
    throw new IngestError("target-unsupported", `A name with "\${" cannot be used on Databricks: ${name}`, {
      solution: "Give the target another name, rename the column at the source, or exclude it."
    });
  }
  return `\`${name.replaceAll("`", "``")}\``;
}
function stringLiteral(text) {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll("${", "$\\{")}'`;
}
function clusteringClause(clustering, key) {
  switch (clustering) {
    case "key":
      return key.length === 0 ? [] : [`CLUSTER BY (${key.slice(0, MAX_CLUSTERING_COLUMNS).map(quoteIdentifier).join(", ")})`];
    case "auto":
      return ["CLUSTER BY AUTO"];
    case "none":
      return [];
  }
}
function property([name, value]) {
  return `${stringLiteral(name)} = ${stringLiteral(value)}`;
}
var TABLE_PROPERTIES = [
  ["delta.columnMapping.mode", "name"],
  ["delta.enableDeletionVectors", "true"],
  ["delta.enableTypeWidening", "true"],
  ["delta.feature.timestampNtz", "supported"]
];
function typeName(type) {
  switch (type.tag) {
    case "boolean":
      return "BOOLEAN";
    case "int16":
      return "SMALLINT";
    case "int32":
      return "INT";
    case "int64":
      return "BIGINT";
    case "float32":
      return "FLOAT";
    case "float64":
      return "DOUBLE";
    case "decimal":
      return `DECIMAL(${type.precision},${type.scale})`;
    case "string":
      return "STRING";
    case "binary":
      return "BINARY";
    case "date":
      return "DATE";
    case "timestamp":
      return "TIMESTAMP_NTZ";
    case "timestamptz":
      return "TIMESTAMP";
    default:
      return type;
  }
}

export {
  databricksDialect
};
