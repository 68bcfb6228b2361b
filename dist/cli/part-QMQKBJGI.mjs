import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  buildCreateSchema,
  buildCreateTable,
  quoteTable
} from "./part-OCSYDFKF.mjs";
import {
  displayTargetName
} from "./part-BSAIUHBM.mjs";
import {
  _enum,
  array,
  boolean,
  discriminatedUnion,
  int,
  literal,
  object,
  string
} from "./part-RWXTBVTD.mjs";
import {
  IngestError,
  init_node_20_polyfills
} from "./part-ZQTEAK6A.mjs";

// src/check/finding.ts
init_node_20_polyfills();
function passed(found) {
  return { outcome: "passed", found, code: null, solution: null };
}
function unproven(found, solution = null) {
  return { outcome: "unproven", found, code: null, solution };
}
function judged(problems, found) {
  const [first] = problems;
  if (first === void 0) return passed(found);
  return {
    outcome: "failed",
    found: problems.map(({ message }) => message).join("\n"),
    code: first.code,
    solution: [...new Set(problems.map(({ solution }) => solution))].join("\n")
  };
}
function failedBy(error) {
  if (!(error instanceof IngestError)) throw error;
  const { code, message, solution } = error;
  return { outcome: "failed", found: message, code, solution: solution ?? null };
}

// src/checkpoint/checkpoint-sql.ts
init_node_20_polyfills();

// src/checkpoint/checkpoint-document.ts
init_node_20_polyfills();

// src/model/lsn.ts
init_node_20_polyfills();
var ZERO_LSN = 0n;
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
  dropped: boolean()
});
var snapshot = discriminatedUnion("tag", [
  object({ tag: literal("pending") }),
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
function buildLoadCheckpoint(dialect, state, pipeline) {
  const text = dialect.typeName({ tag: "string" });
  return `SELECT CAST(epoch AS ${text}), CAST(lsn AS ${text}), document, run_id FROM ${quoteTable(dialect, state)} WHERE ${checkpointOf(dialect, pipeline)}`;
}
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

// src/checkpoint/checkpoint-store.ts
init_node_20_polyfills();
var CheckpointStore = class {
  #options;
  #epoch;
  constructor(options) {
    this.#options = options;
  }
  get state() {
    return this.#options.state;
  }
  /** This run's epoch. Throws TypeError before `claim` or `start`. */
  get epoch() {
    if (this.#epoch === void 0) throw new TypeError("the checkpoint has not been claimed");
    return this.#epoch;
  }
  /** The last checkpoint; `undefined` for a pipeline that never had one. */
  async load() {
    const { warehouse, state } = this.#options;
    const found = await warehouse.describeTable(state);
    if (found === void 0) return void 0;
    this.#requireFit(found);
    return this.#read();
  }
  async #read() {
    const { warehouse, state, pipeline } = this.#options;
    const [row] = await warehouse.query(buildLoadCheckpoint(warehouse.dialect, state, pipeline));
    if (row === void 0) return void 0;
    const [epoch = "", lsn2 = "", document = "", runId = ""] = row.map((value) => value ?? "");
    return { epoch: Number(epoch), checkpoint: parseCheckpointDocument(document, { lsn: lsn2, runId, pipeline }) };
  }
  /** Makes this run the writer of an existing checkpoint. Throws `checkpoint-fenced` when another run was quicker. */
  async claim(stored) {
    const { warehouse } = this.#options;
    const claimed = await warehouse.update(buildClaim(warehouse.dialect, this.#write(stored.epoch)));
    if (claimed !== 1) throw this.#fenced();
    this.#epoch = stored.epoch + 1;
    return checkpointed(stored.checkpoint.lsn);
  }
  /** Writes a pipeline's first checkpoint, making the state table if need be. */
  async start(checkpoint) {
    const { warehouse, state } = this.#options;
    if (!await warehouse.hasSchema(state))
      await warehouse.execute(buildCreateSchema(warehouse.dialect, state), "harmless");
    await warehouse.execute(buildCreateState(warehouse.dialect, state), "harmless");
    const inserted = await warehouse.update(
      buildInsertCheckpoint(warehouse.dialect, this.#write(FIRST_EPOCH), checkpoint)
    );
    if (inserted !== 1 && (await this.#read())?.checkpoint.runId !== this.#options.runId)
      throw this.#fenced();
    this.#epoch = FIRST_EPOCH;
    return checkpointed(checkpoint.lsn);
  }
  /** Writes the checkpoint, and what the run has done for it. Only after every MERGE that it speaks for has succeeded. */
  async advance(checkpoint, record) {
    const { warehouse } = this.#options;
    const written = await warehouse.update(
      buildAdvance(warehouse.dialect, this.#write(this.epoch), checkpoint, record)
    );
    if (written !== ADVANCED_ROWS) throw this.#fenced();
    return checkpointed(checkpoint.lsn);
  }
  /** A table of that name may be anybody's. */
  #requireFit({ columns, obstacle }) {
    const names = new Set(columns.map(({ name }) => name));
    const missing = STATE_COLUMNS.filter(({ name }) => !names.has(name)).map(({ name }) => name);
    if (missing.length === 0 && obstacle === void 0) return;
    const difference = obstacle === void 0 ? `it lacks ${missing.join(", ")}` : `it is ${obstacle}`;
    throw new IngestError(
      "target-table-mismatch",
      `${displayTargetName(this.#options.state)} is not the table that this version of Tributary keeps its checkpoints in: ${difference}.`,
      {
        solution: "Rename it, or set target.state_schema to another schema; every pipeline of it then loads anew."
      }
    );
  }
  #write(epoch) {
    const { state, pipeline, runId, now } = this.#options;
    return { state, pipeline, epoch, runId, writtenAt: now() };
  }
  #fenced() {
    return new IngestError(
      "checkpoint-fenced",
      `Another run has taken pipeline "${this.#options.pipeline}" over; this one wrote nothing more.`,
      { solution: "Nothing to do if that run goes on. Keep one run of a pipeline at a time." }
    );
  }
};
var FIRST_EPOCH = 1;
function checkpointed(lsn2) {
  return lsn2;
}

export {
  ZERO_LSN,
  lsnOf,
  parseLsn,
  formatLsn,
  formatSortableLsn,
  laterLsn,
  lsnDistance,
  STATE_TABLE,
  passed,
  unproven,
  judged,
  failedBy,
  CheckpointStore
};
