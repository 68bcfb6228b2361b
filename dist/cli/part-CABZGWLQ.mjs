import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  ADVANCED_ROWS,
  STATE_COLUMNS,
  buildAdvance,
  buildClaim,
  buildCreateState,
  buildInsertCheckpoint,
  buildLoadCheckpoint,
  formatLsn,
  lsnOf,
  parseCheckpointDocument
} from "./part-BIZBIV7J.mjs";
import {
  buildCreateSchema
} from "./part-U744JAMS.mjs";
import {
  displayTargetName
} from "./part-KYA3WGQV.mjs";
import {
  IngestError,
  init_node_20_polyfills
} from "./part-KSWFSZFM.mjs";

// src/checkpoint/checkpoint-store.ts
init_node_20_polyfills();

// src/checkpoint/state-row.ts
init_node_20_polyfills();
function readStateRow(row) {
  const [epoch, lsn, document, runId, entry, startedAt, updatedAt, ...numbers] = row;
  return {
    entry: entry ?? "",
    epoch: epoch ?? "",
    lsn: lsn ?? "",
    document: document ?? "",
    runId: runId ?? "",
    startedAt: startedAt ?? null,
    updatedAt: updatedAt ?? null,
    numbers
  };
}
function runHistoryEntry({ lsn, runId, startedAt, updatedAt, numbers }) {
  const [from, intervals, changes, loaded, inserted, updated, deleted, stagedBytes, lagBytes] = numbers;
  return {
    runId,
    startedAt: formatInstant(startedAt ?? updatedAt),
    updatedAt: formatInstant(updatedAt),
    from: isNone(from) ? null : formatLsn(lsnOf(BigInt(from))),
    to: formatLsn(lsnOf(BigInt(lsn))),
    intervals: Number(intervals ?? 0),
    changes: Number(changes ?? 0),
    loadedRows: Number(loaded ?? 0),
    insertedRows: Number(inserted ?? 0),
    updatedRows: Number(updated ?? 0),
    deletedRows: Number(deleted ?? 0),
    stagedBytes: Number(stagedBytes ?? 0),
    lagBytes: isNone(lagBytes) ? null : Number(lagBytes)
  };
}
function isNone(value) {
  return value === null || value === void 0;
}
function formatInstant(microseconds) {
  return new Date(Number(microseconds ?? 0) / 1e3).toISOString();
}

// src/checkpoint/checkpoint-store.ts
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
    const rows = await warehouse.query(buildLoadCheckpoint(warehouse.dialect, state, pipeline));
    const stateRows = rows.map(readStateRow);
    const row = stateRows.find(({ entry }) => entry === "checkpoint");
    if (row === void 0) return void 0;
    const { epoch, lsn, document, runId } = row;
    return {
      epoch: Number(epoch),
      checkpoint: parseCheckpointDocument(document, { lsn, runId, pipeline }),
      history: stateRows.filter(({ entry }) => entry === "run").map(runHistoryEntry)
    };
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
function checkpointed(lsn) {
  return lsn;
}

export {
  CheckpointStore
};
