import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  init_node_20_polyfills
} from "./part-KSWFSZFM.mjs";

// src/schema/target-table.ts
init_node_20_polyfills();
var METADATA_COLUMNS = {
  commitLsn: "_commit_lsn",
  committedAt: "_committed_at",
  syncedAt: "_synced_at",
  deleted: "_deleted"
};
var RESERVED_COLUMN_NAMES = /* @__PURE__ */ new Set([
  ...Object.values(METADATA_COLUMNS),
  "_change_type",
  "_commit_version",
  "_commit_timestamp"
]);

// src/schema/ddl.ts
init_node_20_polyfills();
function quoteTable(dialect, name) {
  return [name.catalog, name.schema, name.table].map((part) => dialect.quoteIdentifier(part)).join(".");
}
function columnDefinitions(table) {
  return [
    // Key columns first: Delta keeps statistics for the first 32 columns only, and the key is what merges prune by.
    ...table.keyColumns.flatMap((key) => table.columns.filter((column) => column.name === key)).map(defineColumn),
    ...table.columns.filter((column) => !column.isKey).map(defineColumn),
    ...metadataColumns(table.deletedRows)
  ];
}
function metadataColumns(deletedRows) {
  return [
    {
      name: METADATA_COLUMNS.commitLsn,
      type: { tag: "int64" },
      notNull: true,
      comment: "LSN of the commit that the row is as of"
    },
    {
      name: METADATA_COLUMNS.committedAt,
      type: { tag: "timestamptz" },
      notNull: false,
      comment: "When that commit was made"
    },
    {
      name: METADATA_COLUMNS.syncedAt,
      type: { tag: "timestamptz" },
      notNull: false,
      comment: "When Tributary wrote the row"
    },
    ...deletedRows === "mark" ? [
      {
        name: METADATA_COLUMNS.deleted,
        type: { tag: "boolean" },
        notNull: false,
        comment: "Whether the row was deleted at the source"
      }
    ] : []
  ];
}
function defineColumn(column) {
  return { name: column.name, type: column.mapping.type, notNull: column.isKey, comment: column.sourceType };
}
function buildCreateSchema(dialect, name) {
  return `CREATE SCHEMA IF NOT EXISTS ${dialect.quoteIdentifier(name.catalog)}.${dialect.quoteIdentifier(name.schema)}`;
}
function buildCreateTable(dialect, name, columns, options) {
  const primaryKey = options.primaryKey.length === 0 ? void 0 : dialect.primaryKey(options.primaryKey);
  const lines = [
    ...columns.map((column) => defineLine(dialect, column)),
    ...primaryKey === void 0 ? [] : [primaryKey]
  ].map((line) => `  ${line}`);
  return `CREATE TABLE IF NOT EXISTS ${quoteTable(dialect, name)} (
${lines.join(",\n")}
)${dialect.tableClauses(options)}`;
}
function defineLine(dialect, { name, type, notNull, comment }) {
  const described = comment === void 0 ? "" : dialect.columnComment(comment);
  return `${dialect.quoteIdentifier(name)} ${dialect.typeName(type)}${notNull ? " NOT NULL" : ""}${described}`;
}
function buildCreateTargetTable(dialect, table) {
  return buildCreateTable(dialect, table.name, columnDefinitions(table), {
    comment: `Rows of PostgreSQL table ${table.source}`,
    clusteringKey: table.keyColumns.filter((key) => isClusterable(table, key)),
    primaryKey: table.keyColumns
  });
}
function isClusterable(table, name) {
  const tag = table.columns.find((column) => column.name === name)?.mapping.type.tag;
  return tag !== "boolean" && tag !== "binary";
}
function buildAddColumn(dialect, name, column) {
  return `ALTER TABLE ${quoteTable(dialect, name)} ADD COLUMN ${dialect.quoteIdentifier(column.name)} ${dialect.typeName(column.mapping.type)}`;
}
function buildFillColumn(dialect, name, column, literal) {
  const quoted = dialect.quoteIdentifier(column.name);
  return `UPDATE ${quoteTable(dialect, name)} SET ${quoted} = ${literal} WHERE ${quoted} IS NULL`;
}

export {
  METADATA_COLUMNS,
  RESERVED_COLUMN_NAMES,
  quoteTable,
  columnDefinitions,
  buildCreateSchema,
  buildCreateTable,
  buildCreateTargetTable,
  buildAddColumn,
  buildFillColumn
};
