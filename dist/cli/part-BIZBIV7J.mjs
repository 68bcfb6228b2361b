import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  _enum,
  array,
  boolean,
  discriminatedUnion,
  int,
  literal,
  object,
  string
} from "./part-5PAADEGR.mjs";
import {
  buildCreateTable,
  quoteTable
} from "./part-U744JAMS.mjs";
import {
  IngestError,
  init_node_20_polyfills
} from "./part-KSWFSZFM.mjs";

// src/checkpoint/checkpoint-sql.ts
init_node_20_polyfills();

// src/checkpoint/checkpoint-document.ts
init_node_20_polyfills();

// src/model/lsn.ts
init_node_20_polyfills();
var ZERO_LSN = 0n;
var LAST_LSN = 0x7fffffffffffffffn;
var LSN_TEXT = /^([0-9A-Fa-f]{1,8})\/([0-9A-Fa-f]{1,8})$/;
function lsnOf(address) {
  if (address < 0n || address > 0xffffffffffffffffn)
    throw new RangeError("an LSN is an unsigned 64-bit address");
  return address;
}
function parseLsn(text) {
  const match = LSN_TEXT.exec(text);
  if (match === null) throw new RangeError(`not an LSN: ${text}`);
  const [, high = "", low = ""] = match;
  return lsnOf(BigInt(`0x${high}`) << 32n | BigInt(`0x${low}`));
}
function formatLsn(lsn2) {
  return `${(lsn2 >> 32n).toString(16).toUpperCase()}/${(lsn2 & 0xffffffffn).toString(16).toUpperCase()}`;
}
function formatSortableLsn(lsn2) {
  return lsn2.toString(16).toUpperCase().padStart(16, "0");
}
function laterLsn(a, b) {
  return a > b ? a : b;
}
function lsnDistance(from, to) {
  return to > from ? Number(to - from) : 0;
}

// src/checkpoint/checkpoint-document.ts
var DOCUMENT_VERSION = 1;
var lsn = string().transform((text) => parseLsn(text));
var column = object({
  attributeNumber: int(),
  name: string(),
  typeOid: int(),
  typmod: int(),
  dropped: boolean(),
  unseen: literal(true).optional()
});
var snapshot = discriminatedUnion("tag", [
  object({ tag: literal("pending") }),
  object({
    tag: literal("loading"),
    lsn,
    after: array(string()).nullable(),
    range: object({ from: string().nullable(), to: string().nullable() }),
    loadedRows: int(),
    purpose: _enum(["first-load", "refresh"]),
    by: _enum(["run", "backfill"])
  }),
  object({ tag: literal("loaded"), lsn }),
  object({ tag: literal("skipped"), lsn })
]);
var table = object({
  oid: int(),
  schema: string(),
  name: string(),
  target: string(),
  publicationMembership: int(),
  replicaIdentity: _enum(["default", "index", "full", "nothing"]),
  keyColumns: array(string()),
  deletedRows: _enum(["mark", "remove"]),
  columns: array(column),
  attributeCount: int(),
  storageId: int(),
  rereadTo: lsn.optional(),
  snapshot
});
var documentSchema = object({
  version: literal(DOCUMENT_VERSION),
  drainTarget: lsn,
  cluster: object({ systemIdentifier: string(), timeline: int(), databaseOid: int() }),
  slotName: string(),
  publicationOid: int(),
  tables: array(table)
});
function formatCheckpointDocument(checkpoint) {
  const { drainTarget, cluster, slotName, publicationOid, tables } = checkpoint;
  return JSON.stringify(
    { version: DOCUMENT_VERSION, drainTarget, cluster, slotName, publicationOid, tables },
    (_, value) => typeof value === "bigint" ? formatLsn(lsnOf(value)) : value
  );
}
function parseCheckpointDocument(text, row) {
  try {
    const { version: _, ...document } = documentSchema.parse(JSON.parse(text));
    return { ...document, lsn: lsnOf(BigInt(row.lsn)), runId: row.runId };
  } catch (cause) {
    throw new IngestError(
      "checkpoint-unreadable",
      `The checkpoint of pipeline "${row.pipeline}" cannot be read.`,
      {
        solution: "It was written by a newer version of Tributary, or edited by hand. Run that version, or restore the row.",
        cause
      }
    );
  }
}

// src/checkpoint/checkpoint-sql.ts
var STATE_COLUMNS = [
  { name: "pipeline", type: { tag: "string" }, notNull: true },
  { name: "entry", type: { tag: "string" }, notNull: true },
  { name: "epoch", type: { tag: "int64" }, notNull: true },
  { name: "lsn", type: { tag: "int64" }, notNull: true },
  { name: "document", type: { tag: "string" }, notNull: false },
  { name: "run_id", type: { tag: "string" }, notNull: true },
  { name: "updated_at", type: { tag: "timestamptz" }, notNull: true },
  { name: "started_at", type: { tag: "timestamptz" }, notNull: false },
  { name: "from_lsn", type: { tag: "int64" }, notNull: false },
  { name: "intervals", type: { tag: "int64" }, notNull: false },
  { name: "changes", type: { tag: "int64" }, notNull: false },
  { name: "loaded_rows", type: { tag: "int64" }, notNull: false },
  { name: "inserted_rows", type: { tag: "int64" }, notNull: false },
  { name: "updated_rows", type: { tag: "int64" }, notNull: false },
  { name: "deleted_rows", type: { tag: "int64" }, notNull: false },
  { name: "staged_bytes", type: { tag: "int64" }, notNull: false },
  { name: "lag_bytes", type: { tag: "int64" }, notNull: false }
];
var STATE_TABLE = "_tributary_checkpoint";
var ADVANCED_ROWS = 2;
function buildCreateState(dialect, state) {
  return buildCreateTable(dialect, state, STATE_COLUMNS, {
    comment: "Progress of Tributary pipelines, and the history of their runs. Written by the runs; do not edit.",
    clusteringKey: ["pipeline"],
    primaryKey: []
  });
}
var LOADED_RUNS = 30;
function buildLoadCheckpoint(dialect, state, pipeline) {
  const text = dialect.typeName({ tag: "string" });
  const asText = (expression) => `CAST(${expression} AS ${text})`;
  const columns = [
    asText("epoch"),
    asText("lsn"),
    "document",
    "run_id",
    "entry",
    ...RUN_INSTANTS.map((name) => asText(dialect.instantMicroseconds(name))),
    ...RUN_NUMBERS.map(asText)
  ];
  return `SELECT ${columns.join(", ")} FROM ${quoteTable(dialect, state)} WHERE pipeline = ${dialect.stringLiteral(pipeline)} AND entry IN ('checkpoint', 'run') ORDER BY entry, updated_at DESC LIMIT ${LOADED_RUNS + 1}`;
}
var RUN_INSTANTS = ["started_at", "updated_at"];
var RUN_NUMBERS = [
  "from_lsn",
  "intervals",
  "changes",
  "loaded_rows",
  "inserted_rows",
  "updated_rows",
  "deleted_rows",
  "staged_bytes",
  "lag_bytes"
];
function buildClaim(dialect, write) {
  const runId = dialect.stringLiteral(write.runId);
  const next = write.epoch + 1;
  return `UPDATE ${quoteTable(dialect, write.state)} SET epoch = ${next}, run_id = ${runId}, updated_at = ${dialect.instantLiteral(write.writtenAt)} WHERE ${checkpointOf(dialect, write.pipeline)} AND (epoch = ${write.epoch} OR (epoch = ${next} AND run_id = ${runId}))`;
}
function buildInsertCheckpoint(dialect, write, checkpoint) {
  const literal2 = dialect.stringLiteral;
  const state = quoteTable(dialect, write.state);
  return `INSERT INTO ${state} (pipeline, entry, epoch, lsn, document, run_id, updated_at) SELECT ${literal2(write.pipeline)}, 'checkpoint', ${write.epoch}, ${checkpoint.lsn}, ${literal2(formatCheckpointDocument(checkpoint))}, ${literal2(write.runId)}, ${dialect.instantLiteral(write.writtenAt)} WHERE NOT EXISTS (SELECT 1 FROM ${state} WHERE ${checkpointOf(dialect, write.pipeline)})`;
}
function buildAdvance(dialect, write, checkpoint, record) {
  const state = quoteTable(dialect, write.state);
  const literal2 = dialect.stringLiteral;
  const values = [
    ["epoch", String(write.epoch)],
    ["lsn", String(checkpoint.lsn)],
    [
      "document",
      `CASE WHEN s.entry = 'checkpoint' THEN ${literal2(formatCheckpointDocument(checkpoint))} END`
    ],
    ["run_id", literal2(write.runId)],
    ["updated_at", dialect.instantLiteral(write.writtenAt)],
    ...recordValues(dialect, record)
  ];
  return [
    `MERGE INTO ${state} AS t`,
    "USING (",
    "  SELECT e.entry FROM (SELECT 'checkpoint' AS entry UNION ALL SELECT 'run' AS entry) AS e",
    `  WHERE EXISTS (SELECT 1 FROM ${state} AS h WHERE h.pipeline = ${literal2(write.pipeline)} AND h.entry = 'checkpoint' AND h.epoch = ${write.epoch} AND h.lsn <= ${checkpoint.lsn})`,
    ") AS s",
    `ON t.pipeline = ${literal2(write.pipeline)} AND t.entry = s.entry AND (s.entry = 'checkpoint' OR t.run_id = ${literal2(write.runId)})`,
    `WHEN MATCHED THEN UPDATE SET ${values.map(([name, value]) => `${name} = ${value}`).join(", ")}`,
    `WHEN NOT MATCHED THEN INSERT (pipeline, entry, ${values.map(([name]) => name).join(", ")})`,
    `  VALUES (${literal2(write.pipeline)}, s.entry, ${values.map(([, value]) => value).join(", ")})`
  ].join("\n");
}
function recordValues(dialect, record) {
  return [
    ["started_at", dialect.instantLiteral(record.startedAt)],
    ["from_lsn", String(record.from ?? "NULL")],
    ["intervals", String(record.intervals)],
    ["changes", String(record.changes)],
    ["loaded_rows", String(record.loadedRows)],
    ["inserted_rows", String(record.insertedRows)],
    ["updated_rows", String(record.updatedRows)],
    ["deleted_rows", String(record.deletedRows)],
    ["staged_bytes", String(record.stagedBytes)],
    ["lag_bytes", String(record.lagBytes ?? "NULL")]
  ];
}
function checkpointOf(dialect, pipeline) {
  return `pipeline = ${dialect.stringLiteral(pipeline)} AND entry = 'checkpoint'`;
}

export {
  ZERO_LSN,
  LAST_LSN,
  lsnOf,
  parseLsn,
  formatLsn,
  formatSortableLsn,
  laterLsn,
  lsnDistance,
  parseCheckpointDocument,
  STATE_COLUMNS,
  STATE_TABLE,
  ADVANCED_ROWS,
  buildCreateState,
  buildLoadCheckpoint,
  buildClaim,
  buildInsertCheckpoint,
  buildAdvance
};
