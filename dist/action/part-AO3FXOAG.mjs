import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  RENAME_SOLUTION,
  addColumnStatements,
  isWithoutTable,
  judgeTargetFit,
  missingTarget,
  runCost
} from "./part-5XX75QT7.mjs";
import {
  formatTextTable
} from "./part-YKXIE66U.mjs";
import {
  KEEPALIVE,
  POSTGRES_EPOCH_US,
  SlotActiveSignal,
  XLOG_DATA,
  XLOG_DATA_HEADER_BYTES,
  ageSeconds,
  decodeKeepalive,
  judgeCheckpoint,
  openPostgresSource,
  retainedBytes,
  warehouseOf
} from "./part-5QLOOKJR.mjs";
import {
  STAGES
} from "./part-BCCD6FPZ.mjs";
import {
  ALL_ROWS,
  CONTINUATIONS,
  DRIFT_WORDS,
  formatCost,
  hasChanged,
  isSameRange,
  isWholeTable,
  latenessSentence,
  remedyOf,
  shareLoaded,
  verdictOf
} from "./part-PZVXIY37.mjs";
import {
  dueTimesBetween,
  nodeConfigFiles,
  parseCron,
  parseYamlFile,
  previousDue,
  printable,
  printableLine,
  readConfigFile,
  styleOf,
  valueAt
} from "./part-MPYCGHQI.mjs";
import {
  FENCED_TEXT,
  UNRESOLVED_TEXT
} from "./part-G5JFD5E4.mjs";
import {
  throwProblems
} from "./part-WW3OJQWN.mjs";
import {
  CheckpointStore
} from "./part-T4SCQFTF.mjs";
import {
  checkpointTable,
  driftProblem,
  isTypeChanged,
  judgeDrift,
  knownTable,
  missingLiteral,
  planTable
} from "./part-JA23HJKN.mjs";
import {
  answersTo,
  judgeFreeSlots,
  judgePublication,
  judgeServer,
  judgeSlot,
  judgeTable,
  reloadWords,
  resolveSelection,
  walReport
} from "./part-BSZKNS2G.mjs";
import {
  LAST_LSN,
  STATE_TABLE,
  ZERO_LSN,
  formatLsn,
  formatSortableLsn,
  laterLsn,
  lsnDistance,
  lsnOf
} from "./part-3QJBBAU7.mjs";
import {
  formatBytes,
  formatCount,
  formatDuration,
  formatNumberOf
} from "./part-RVW7BTWX.mjs";
import {
  METADATA_COLUMNS,
  buildCreateSchema,
  buildCreateTargetTable,
  quoteTable
} from "./part-TBZWB7EC.mjs";
import {
  displayTargetName
} from "./part-SL2CX4DZ.mjs";
import {
  ERROR_CODES,
  IngestError
} from "./part-WR5T4RD5.mjs";
import {
  __callDispose,
  __using
} from "./part-2GY7G3VF.mjs";

// src/commands/run-pipelines.ts
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

// src/ingest/key-order.ts
function keyOrderOf({ source, keyColumns }, serverEncoding) {
  const ordered = keyColumns.flatMap((name) => {
    const column = source.columns.find((candidate) => candidate.name === name);
    const kind = column === void 0 ? void 0 : orderOf(column, serverEncoding);
    return column === void 0 || kind === void 0 ? [] : [{ name, kind, greatest: GREATEST.get(column.type.name) }];
  });
  return ordered.length === keyColumns.length ? ordered : void 0;
}
var GREATEST = /* @__PURE__ */ new Map([
  ["int2", 0x7fffn],
  ["int4", 0x7fffffffn],
  ["int8", 0x7fffffffffffffffn]
]);
var KINDS = /* @__PURE__ */ new Map([
  ["int2", "integer"],
  ["int4", "integer"],
  ["int8", "integer"],
  ["text", "text"],
  ["varchar", "text"],
  ["uuid", "uuid"]
]);
function orderOf({ type }, serverEncoding) {
  const kind = type.schema === "pg_catalog" && type.kind === "base" ? KINDS.get(type.name) : void 0;
  return kind === "text" && serverEncoding !== "UTF8" ? void 0 : kind;
}
function keyValue({ kind }, text) {
  return kind === "integer" ? { tag: "integer", value: BigInt(text) } : { tag: "text", value: text };
}
function copyRange(order, after, { from, to }) {
  return {
    keyColumns: order.map(({ name, kind }) => ({ name, isText: kind === "text" })),
    after: after ?? void 0,
    from: from ?? void 0,
    to: to ?? void 0
  };
}
var UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
function faultOfEnd({ kind, greatest = 0n }, text) {
  switch (kind) {
    case "integer":
      if (!/^-?\d{1,19}$/.test(text)) return "an integer";
      return isWithin(BigInt(text), greatest) ? void 0 : `an integer of at most ${greatest}`;
    case "uuid":
      return UUID.test(text) ? void 0 : "a UUID in lower case with hyphens";
    case "text":
      return void 0;
    default:
      return kind;
  }
}
function isWithin(value, greatest) {
  return value <= greatest && value >= -greatest - 1n;
}
function isEmptyRange(column, { from, to }) {
  if (from === null || to === null) return false;
  const [first, last] = [keyValue(column, from), keyValue(column, to)];
  return first.tag === "integer" && last.tag === "integer" ? first.value > last.value : Buffer.compare(Buffer.from(from), Buffer.from(to)) > 0;
}

// src/ingest/choose-loads.ts
function chooseLoads(tables, request) {
  if (request === void 0)
    return tables.flatMap((table) => chosen(table, isForRun(table.snapshot) ? table.snapshot : void 0));
  const named = tables.filter(({ displayName }) => isNamed(request, displayName));
  const begun = named.filter(({ snapshot }) => isBegun(snapshot, request));
  return (begun.length > 0 ? begun : named).flatMap(
    (table) => chosen(table, startOf(table.snapshot, request))
  );
}
function chosen(table, start) {
  return start === void 0 ? [] : [{ table, start }];
}
function isForRun(snapshot) {
  return snapshot.tag === "pending" || snapshot.tag === "loading" && snapshot.by === "run";
}
function isNamed({ tables }, displayName) {
  return tables.length === 0 || tables.includes(displayName);
}
function needsReload(request, table, known) {
  const isRefresh = request.mode === "refresh" && isSameRange(request.range, ALL_ROWS);
  return isRefresh && isNamed(request, table.displayName) && judgeDrift(table, known).length > 0;
}
function isBegun(snapshot, { mode, range }) {
  return mode === "refresh" && snapshot.tag === "loading" && snapshot.purpose === "refresh" && isSameRange(snapshot.range, range);
}
function startOf(snapshot, request) {
  switch (snapshot.tag) {
    case "pending":
      return snapshot;
    case "skipped":
      return { ...BEGINNING, lsn: snapshot.lsn, purpose: "first-load" };
    case "loading":
      if (snapshot.purpose === "first-load" || isBegun(snapshot, request)) return snapshot;
      break;
    case "loaded":
      break;
    default:
      return snapshot;
  }
  return request.mode === "refresh" ? { ...BEGINNING, lsn: snapshot.lsn, purpose: "refresh", range: request.range } : void 0;
}
var BEGINNING = {
  tag: "loading",
  after: null,
  range: ALL_ROWS,
  loadedRows: 0,
  by: "backfill"
};
function judgeRequest(request, selected, serverEncoding) {
  const known = selected.map(({ displayName }) => displayName);
  const unknown = request.tables.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    return unknown.map((name) => ({
      code: "usage-invalid",
      message: `There is no selected table "${name}" to backfill.`,
      solution: `Name one of: ${known.join(", ")}.`
    }));
  return isSameRange(request.range, ALL_ROWS) ? [] : judgeRange(request, selected, serverEncoding);
}
function judgeRange({ tables, mode, range }, selected, serverEncoding) {
  const invalid = (message, solution) => [
    { code: "usage-invalid", message, solution }
  ];
  if (mode !== "refresh")
    return invalid(
      "A key range is given with the mode missing.",
      "Use the mode refresh, or leave the range out."
    );
  const table = selected.find(({ displayName }) => displayName === tables[0]);
  if (table === void 0 || tables.length !== 1)
    return invalid(
      "A key range is given, and not exactly one table.",
      "Name the one table that it is a range of."
    );
  const [first] = keyOrderOf(table, serverEncoding) ?? [];
  if (first === void 0)
    return invalid(
      `${table.displayName} cannot be loaded by key ranges: source and target may order its row key (${table.keyColumns.join(", ")}) in different ways.`,
      "Refresh all of it: leave the range out."
    );
  const faults = [range.from, range.to].flatMap((end) => {
    const wanted = end === null ? void 0 : faultOfEnd(first, end);
    return wanted === void 0 ? [] : invalid(
      `An end of the key range is not ${wanted}, which column "${first.name}" of ${table.displayName} holds.`,
      "Correct the range: it goes by the first column of the row key."
    );
  });
  if (faults.length > 0 || !isEmptyRange(first, range)) return faults;
  return invalid("The key range ends before it begins.", "Exchange its two ends.");
}
function judgeRequestState(request, tables) {
  if (isSameRange(request.range, ALL_ROWS)) return [];
  return tables.filter(({ displayName }) => isNamed(request, displayName)).filter(
    ({ snapshot }) => snapshot.tag === "pending" || snapshot.tag === "skipped" || snapshot.tag === "loading" && snapshot.purpose === "first-load"
  ).map(({ displayName }) => ({
    code: "usage-invalid",
    message: `${displayName} has not been loaded completely, so that a range of it cannot be refreshed.`,
    solution: "Load what is missing first: mode missing, without a range."
  }));
}

// src/acknowledge.ts
function acknowledge(stream, lsn) {
  stream.acknowledge(lsn);
}

// src/ingest/checkpoint-hint.ts
import { createHash } from "node:crypto";
var HINT_PREFIX = "tributary";
function selectionOf(pipeline, facts, selected) {
  const shape = selected.map(({ source: source2, columns, keyColumns, target }) => [
    source2.oid,
    source2.publicationMembership,
    columns.map(({ attributeNumber, name, typeOid, typmod }) => [attributeNumber, name, typeOid, typmod]),
    keyColumns,
    target
  ]);
  const { source, write } = pipeline;
  const place = [facts.cluster, facts.publication?.oid, source.slotName];
  return digest(JSON.stringify([pipeline.name, placeOf(pipeline), place, write.deletedRows, shape]));
}
function formatCheckpointHint(pipeline, { selection, lsn }) {
  return `${ownerOf(pipeline)} ${selection} ${lsn}`;
}
function formatVoidHint(pipeline) {
  return formatCheckpointHint(pipeline, { selection: "0".repeat(64), lsn: ZERO_LSN });
}
function parseCheckpointHint(pipeline, text) {
  const [, owner, selection, lsn] = /^([0-9a-f]{64}) ([0-9a-f]{64}) (\d{1,20})$/.exec(text) ?? [];
  if (owner !== ownerOf(pipeline) || selection === void 0 || lsn === void 0) return void 0;
  return { selection, lsn: lsnOf(BigInt(lsn)) };
}
function ownerOf(pipeline) {
  return digest(JSON.stringify([pipeline.name, pipeline.source.slotName]));
}
function placeOf({ target }) {
  const names = [target.tag, target.catalog, target.schema, target.stateSchema];
  return [...names, target.tag === "embedded" ? target.path : target.databricks.host ?? ""];
}
function digest(text) {
  return createHash("sha256").update(text).digest("hex");
}

// src/model/row-view.ts
var ValueKind = { null: 0, text: 1, unchanged: 2 };
var RowView = class {
  bytes;
  columnCount;
  kinds;
  starts;
  ends;
  constructor(columnCount) {
    this.bytes = Buffer.alloc(0);
    this.columnCount = columnCount;
    this.kinds = new Uint8Array(columnCount);
    this.starts = new Uint32Array(columnCount);
    this.ends = new Uint32Array(columnCount);
  }
};

// src/model/row-image.ts
var NULL_VALUE = 110;
var UNCHANGED_TOAST = 117;
var TEXT = 116;
function nullImage(columnCount) {
  const bytes = Buffer.alloc(2 + columnCount, NULL_VALUE);
  bytes.writeUInt16BE(columnCount, 0);
  return { bytes, start: 0, end: bytes.length };
}
function readRowImage(image, view) {
  const { bytes } = image;
  const columnCount = bytes.readUInt16BE(image.start);
  if (columnCount !== view.columnCount)
    throw malformed(`${columnCount} columns where ${view.columnCount} were announced`);
  let at = image.start + 2;
  for (let column = 0; column < columnCount; column++) {
    const kind = bytes.readUInt8(at);
    at += 1;
    if (kind === TEXT) {
      const length = bytes.readUInt32BE(at);
      at += 4;
      view.kinds[column] = ValueKind.text;
      view.starts[column] = at;
      at += length;
      view.ends[column] = at;
    } else if (kind === NULL_VALUE) {
      view.kinds[column] = ValueKind.null;
    } else if (kind === UNCHANGED_TOAST) {
      view.kinds[column] = ValueKind.unchanged;
    } else {
      throw malformed(`an unknown kind of column value (0x${kind.toString(16)})`);
    }
  }
  if (at !== image.end) throw malformed("a length that disagrees with its contents");
  view.bytes = bytes;
  return view;
}
function findImageEnd(bytes, start) {
  const columnCount = bytes.readUInt16BE(start);
  let at = start + 2;
  for (let column = 0; column < columnCount; column++) {
    const kind = bytes.readUInt8(at);
    at += 1;
    if (kind === TEXT) at += 4 + bytes.readUInt32BE(at);
  }
  return at;
}
function hasUnchanged(view) {
  return view.kinds.includes(ValueKind.unchanged);
}
function fillUnchanged(view, donor) {
  const pieces = [];
  const count = Buffer.alloc(2);
  count.writeUInt16BE(view.columnCount);
  pieces.push(count);
  for (let column = 0; column < view.columnCount; column++) {
    const known = view.kinds[column] === ValueKind.unchanged ? donor : view;
    pieces.push(encodeValue(known, column));
  }
  const bytes = Buffer.concat(pieces);
  return { bytes, start: 0, end: bytes.length };
}
function encodeValue(view, column) {
  const kind = view.kinds[column];
  if (kind === ValueKind.null) return Buffer.of(NULL_VALUE);
  if (kind === ValueKind.unchanged) return Buffer.of(UNCHANGED_TOAST);
  const text = view.bytes.subarray(view.starts[column], view.ends[column]);
  const header = Buffer.alloc(5);
  header.writeUInt8(TEXT, 0);
  header.writeUInt32BE(text.length, 1);
  return Buffer.concat([header, text]);
}
function malformed(what) {
  return new IngestError("protocol-violated", `PostgreSQL sent a row image with ${what}.`);
}

// src/decode/byte-reader.ts
var ByteReader = class {
  bytes;
  end;
  at;
  constructor(bytes, start, end) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }
  readUint8() {
    return this.bytes.readUInt8(this.#take(1));
  }
  readUint16() {
    return this.bytes.readUInt16BE(this.#take(2));
  }
  /** OIDs and transaction ids are unsigned. */
  readUint32() {
    return this.bytes.readUInt32BE(this.#take(4));
  }
  readInt32() {
    return this.bytes.readInt32BE(this.#take(4));
  }
  readLsn() {
    return lsnOf(this.bytes.readBigUInt64BE(this.#take(8)));
  }
  /** A TimestampTz, in microseconds since 1970 UTC. */
  readTimestamp() {
    return this.bytes.readBigInt64BE(this.#take(8)) + POSTGRES_EPOCH_US;
  }
  /** So many bytes, which keep pointing into what is read. */
  readBytes(length) {
    const start = this.#take(length);
    return this.bytes.subarray(start, start + length);
  }
  /** A null-terminated UTF-8 string. */
  readText() {
    const terminator = this.bytes.indexOf(0, this.at);
    if (terminator === -1 || terminator >= this.end) throw truncated();
    const text = this.bytes.toString("utf8", this.at, terminator);
    this.at = terminator + 1;
    return text;
  }
  #take(length) {
    const start = this.at;
    this.at += length;
    if (this.at > this.end) throw truncated();
    return start;
  }
};
function truncated() {
  return new IngestError("protocol-violated", "PostgreSQL sent a replication message that ends too early.");
}

// src/decode/pgoutput.ts
function decodeMessage(bytes, start, end) {
  const tag = bytes.readUInt8(start);
  switch (tag) {
    case 73:
      return decodeInsert(bytes, start, end);
    case 85:
      return decodeUpdate(bytes, start, end);
    case 68:
      return decodeDelete(bytes, start, end);
    case 66:
      return decodeBegin(new ByteReader(bytes, start + 1, end));
    case 67:
      return decodeCommit(new ByteReader(bytes, start + 1, end));
    case 82:
      return { tag: "relation", relation: decodeRelation(new ByteReader(bytes, start + 1, end)) };
    case 84:
      return decodeTruncate(new ByteReader(bytes, start + 1, end));
    case 77:
      return decodeLogicalMessage(new ByteReader(bytes, start + 1, end));
    case 79:
    // O: origin of a transaction that came from elsewhere
    case 89:
      return { tag: "ignored" };
    default:
      throw new IngestError(
        "protocol-violated",
        `PostgreSQL sent a replication message of unknown kind 0x${tag.toString(16)}.`
      );
  }
}
var INSERT_HEADER_BYTES = 6;
function decodeInsert(bytes, start, end) {
  return {
    tag: "insert",
    relationOid: bytes.readUInt32BE(start + 1),
    image: { bytes, start: start + INSERT_HEADER_BYTES, end }
  };
}
function decodeUpdate(bytes, start, end) {
  const relationOid = bytes.readUInt32BE(start + 1);
  let at = start + 5;
  let previous;
  const marker = bytes.readUInt8(at);
  if (marker !== 78) {
    previous = decodePreviousImage(bytes, at, findImageEnd(bytes, at + 1));
    at = previous.image.end;
    if (bytes.readUInt8(at) !== 78) throw badImageMarker();
  }
  return { tag: "update", relationOid, previous, image: { bytes, start: at + 1, end } };
}
function decodeDelete(bytes, start, end) {
  return {
    tag: "delete",
    relationOid: bytes.readUInt32BE(start + 1),
    previous: decodePreviousImage(bytes, start + 5, end)
  };
}
function decodePreviousImage(bytes, markerAt, end) {
  const image = { bytes, start: markerAt + 1, end };
  switch (bytes.readUInt8(markerAt)) {
    case 75:
      return { tag: "key", image };
    case 79:
      return { tag: "full", image };
    default:
      throw badImageMarker();
  }
}
function decodeBegin(reader) {
  const commitLsn = reader.readLsn();
  const committedAt = reader.readTimestamp();
  return { tag: "begin", commit: { commitLsn, committedAt } };
}
function decodeCommit(reader) {
  reader.readUint8();
  const commitLsn = reader.readLsn();
  const commitEndLsn = reader.readLsn();
  return { tag: "commit", commitLsn, commitEndLsn };
}
function decodeTruncate(reader) {
  const relationCount = reader.readUint32();
  reader.readUint8();
  const relationOids = Array.from({ length: relationCount }, () => reader.readUint32());
  return { tag: "truncate", relationOids };
}
function decodeLogicalMessage(reader) {
  reader.readUint8();
  reader.readLsn();
  const prefix = reader.readText();
  return { tag: "message", prefix, content: reader.readBytes(reader.readUint32()) };
}
function decodeRelation(reader) {
  const oid = reader.readUint32();
  const schema = reader.readText();
  const name = reader.readText();
  const replicaIdentity = decodeReplicaIdentity(reader.readUint8());
  const columnCount = reader.readUint16();
  const columns = Array.from({ length: columnCount }, () => decodeRelationColumn(reader));
  return { oid, schema: schema === "" ? "pg_catalog" : schema, name, replicaIdentity, columns };
}
function decodeRelationColumn(reader) {
  const isIdentity = (reader.readUint8() & 1) === 1;
  const name = reader.readText();
  const typeOid = reader.readUint32();
  const typmod = reader.readInt32();
  return { isIdentity, name, typeOid, typmod };
}
function decodeReplicaIdentity(tag) {
  switch (tag) {
    case 100:
      return "default";
    case 105:
      return "index";
    case 102:
      return "full";
    case 110:
      return "nothing";
    default:
      throw new IngestError(
        "protocol-violated",
        "PostgreSQL sent a relation with an unknown replica identity."
      );
  }
}
function badImageMarker() {
  return new IngestError("protocol-violated", "PostgreSQL sent a change with an unknown kind of row image.");
}

// src/ingest/merge-table.ts
import path from "node:path";

// src/merge/key-range-sql.ts
function buildInRange(dialect, target, range, alias) {
  const keys = keysOf(dialect, target, alias);
  const conditions = [
    ...range.after === void 0 ? [] : [compareKeys(dialect, keys, range.after, ">")],
    ...range.upTo === void 0 ? [] : [`NOT ${compareKeys(dialect, keys, range.upTo, ">")}`],
    ...firstColumnEnds(dialect, keys, [range.from], [range.to])
  ];
  return conditions.length === 0 ? "true" : conditions.join(" AND ");
}
function buildRangeBounds(dialect, target, range, alias) {
  const ends = firstColumnEnds(
    dialect,
    keysOf(dialect, target, alias),
    [range.after?.[0], range.from],
    [range.upTo?.[0], range.to]
  );
  return ends.map((end) => ` AND ${end}`).join("");
}
function keysOf(dialect, target, alias) {
  return target.keyColumns.map((name) => `${alias}.${dialect.quoteIdentifier(name)}`);
}
function firstColumnEnds(dialect, [first = ""], lower, upper) {
  const ends = (values, operator) => values.flatMap(
    (value) => value === void 0 ? [] : [`${first} ${operator} ${literal(dialect, value)}`]
  );
  return [...ends(lower, ">="), ...ends(upper, "<=")];
}
function compareKeys(dialect, keys, values, operator) {
  const cases = values.map((value, index) => {
    const equals = values.slice(0, index).map((earlier, column) => `${keys[column]} = ${literal(dialect, earlier)}`);
    return [...equals, `${keys[index]} ${operator} ${literal(dialect, value)}`].join(" AND ");
  });
  return `(${cases.map((one) => `(${one})`).join(" OR ")})`;
}
function literal(dialect, value) {
  return value.tag === "integer" ? String(value.value) : dialect.stringLiteral(value.value);
}

// src/merge/source-sql.ts
function sourceValue(index) {
  return `v${index}`;
}
function sourceUnchanged(index) {
  return `u${index}`;
}
function previousKey(index) {
  return `p${index}`;
}
function buildSource(dialect, plan) {
  const staged = plan.groups.map((group) => selectGroup(dialect, plan, group)).join("\nUNION ALL\n");
  if (plan.others.tag === "range-replaced")
    return `${staged}
UNION ALL
${selectVanished(dialect, plan, plan.others)}`;
  const folded = plan.fold ? foldParts(plan, staged) : staged;
  return needsResolution(plan) ? resolveUnchanged(dialect, plan, folded) : folded;
}
function buildOrphanQuery(dialect, plan) {
  const keys = keyIndexes(plan);
  const unresolved = unchangedIndexes(plan).map((index) => `s.${sourceUnchanged(index)}`).join(" OR ");
  const join2 = keys.map((index) => `t.${columnName(dialect, plan, index)} = s.${sourceValue(index)}`).join(" AND ");
  const targetLsn = `t.${METADATA_COLUMNS.commitLsn}`;
  const holdsNothing = plan.movedRows ? `(${targetLsn} IS NULL OR coalesce(${targetLsn} < s.moved_lsn, false))` : `${targetLsn} IS NULL`;
  const text = dialect.typeName({ tag: "string" });
  return [
    `SELECT ${keys.map((index) => `CAST(s.${sourceValue(index)} AS ${text})`).join(", ")}`,
    `FROM (
${buildSource(dialect, plan)}
) AS s`,
    `LEFT JOIN ${quoteTable(dialect, plan.target.name)} AS t ON ${join2}`,
    `WHERE s.op <> 'd' AND (${unresolved}) AND ${holdsNothing}`
  ].join("\n");
}
function selectGroup(dialect, plan, group) {
  const values = plan.target.columns.map(
    (column, index) => `${stagedValue(dialect, column, group, index)} AS ${sourceValue(index)}`
  );
  const unchanged = unchangedIndexes(plan).map(
    (index) => `${stagedUnchanged(group, index)} AS ${sourceUnchanged(index)}`
  );
  const previous = plan.movedRows ? [
    ...keyIndexes(plan).map((index) => `f${stagedIndex(group, index)} AS ${previousKey(index)}`),
    "moved_lsn"
  ] : [];
  const columns = [
    ...values,
    ...unchanged,
    ...previous,
    "op",
    "lsn",
    "committed_at",
    ...plan.fold ? ["seq"] : []
  ];
  return `SELECT ${columns.join(", ")}
FROM ${dialect.stagedDirectory(group.directory)}
WHERE lsn >= ${buildFence(dialect, plan.fence)}`;
}
function selectVanished(dialect, plan, { range, lsn, committedAt }) {
  const { target } = plan;
  const { deleted, commitLsn } = METADATA_COLUMNS;
  const values = target.columns.map((column, index) => {
    const value = column.isKey ? `g.${dialect.quoteIdentifier(column.name)}` : `CAST(NULL AS ${dialect.typeName(column.mapping.type)})`;
    return `${value} AS ${sourceValue(index)}`;
  });
  const [group] = plan.groups;
  const sameKey = keyIndexes(plan).map(
    (index) => `k.c${stagedIndex(group, index)} = g.${columnName(dialect, plan, index)}`
  );
  const conditions = [
    buildInRange(dialect, target, range, "g"),
    ...target.deletedRows === "mark" ? [`(NOT g.${deleted} OR g.${commitLsn} > ${lsn})`] : [],
    `NOT EXISTS (SELECT 1 FROM ${dialect.stagedDirectory(group?.directory ?? "")} AS k WHERE ${sameKey.join(" AND ")})`,
    `${buildFence(dialect, plan.fence)} = 0`
  ];
  const bigint = dialect.typeName({ tag: "int64" });
  return [
    `SELECT ${[...values, `'d' AS op`, `CAST(${lsn} AS ${bigint}) AS lsn`, `${dialect.instantLiteral(committedAt)} AS committed_at`].join(", ")}`,
    `FROM ${quoteTable(dialect, target.name)} AS g`,
    `WHERE ${conditions.join("\n  AND ")}`
  ].join("\n");
}
function stagedValue(dialect, column, group, index) {
  const source = group.columns[index];
  if (source === void 0 || source.tag === "missing") {
    return `CAST(${source?.literal ?? "NULL"} AS ${dialect.typeName(column.mapping.type)})`;
  }
  return `c${source.index}`;
}
function stagedUnchanged(group, index) {
  const source = group.columns[index];
  return source === void 0 || source.tag === "missing" ? "false" : `k${source.index}`;
}
function buildFence(dialect, { state, pipeline, epoch }) {
  const text = dialect.typeName({ tag: "string" });
  const found = `coalesce(CAST(max(epoch) AS ${text}), 'none')`;
  const failure2 = dialect.failure(`concat('${FENCED_TEXT}', ${found})`);
  return `(SELECT CASE WHEN max(epoch) = ${epoch} THEN 0 ELSE ${failure2} END FROM ${quoteTable(dialect, state)} WHERE pipeline = ${dialect.stringLiteral(pipeline)} AND entry = 'checkpoint')`;
}
function foldParts(plan, staged) {
  const key = keyIndexes(plan).map(sourceValue).join(", ");
  const toasted = new Set(unchangedIndexes(plan));
  const values = plan.target.columns.map((column, index) => {
    const name = sourceValue(index);
    if (column.isKey) return name;
    return `first_value(${name}) OVER ${toasted.has(index) ? `known${index}` : "image"} AS ${name}`;
  });
  const unchanged = [...toasted].map(
    (index) => `first_value(op = 'd' OR ${sourceUnchanged(index)}) OVER known${index} AS ${sourceUnchanged(index)}`
  );
  const windows = [
    `latest AS (PARTITION BY ${key} ORDER BY seq DESC)`,
    `image AS (PARTITION BY ${key} ORDER BY CASE WHEN op = 'd' THEN 1 ELSE 0 END, seq DESC)`,
    ...[...toasted].map(
      (index) => `known${index} AS (PARTITION BY ${key} ORDER BY CASE WHEN op = 'd' OR ${sourceUnchanged(index)} THEN 1 ELSE 0 END, seq DESC)`
    )
  ];
  const operation = `CASE WHEN op = 'u' THEN 'u' WHEN first_value(op) OVER image = 'd' THEN 'd' ELSE 'x' END AS op`;
  const columns = [
    ...values,
    ...unchanged,
    operation,
    "lsn",
    "committed_at",
    "row_number() OVER latest AS rank"
  ];
  const names = [
    ...plan.target.columns.map((_, index) => sourceValue(index)),
    ...[...toasted].map(sourceUnchanged),
    "op",
    "lsn",
    "committed_at"
  ];
  return [
    `SELECT ${names.join(", ")} FROM (`,
    `SELECT ${columns.join(", ")}`,
    `FROM (
${staged}
) AS parts`,
    `WINDOW ${windows.join(",\n  ")}`,
    ") AS folded WHERE rank = 1"
  ].join("\n");
}
function needsResolution(plan) {
  return plan.unchangedColumns.size > 0 && (plan.movedRows || plan.rereadDirectory !== void 0);
}
function resolveUnchanged(dialect, plan, source) {
  const target = quoteTable(dialect, plan.target.name);
  const keys = keyIndexes(plan);
  const toasted = new Set(unchangedIndexes(plan));
  const trusted = plan.distrustedTo === ZERO_LSN ? "" : `c.moved_lsn > ${plan.distrustedTo} AND `;
  const moved = plan.movedRows ? `(${trusted}coalesce(b.${METADATA_COLUMNS.commitLsn} < c.moved_lsn, false) AND coalesce(a.${METADATA_COLUMNS.commitLsn} < c.moved_lsn, true))` : "false";
  const reread = plan.rereadDirectory === void 0 ? "false" : `(r.lsn IS NOT NULL)`;
  const group = plan.groups[plan.groups.length - 1];
  const values = plan.target.columns.map((_, index) => {
    const name = sourceValue(index);
    if (!toasted.has(index)) return `c.${name} AS ${name}`;
    const stagedAt = group?.columns[index];
    const fromReread = plan.rereadDirectory === void 0 || stagedAt?.tag !== "staged" ? "" : ` WHEN ${reread} THEN r.c${stagedAt.index}`;
    const fromMove = plan.movedRows ? ` WHEN ${moved} THEN b.${columnName(dialect, plan, index)}` : "";
    return `CASE WHEN NOT c.${sourceUnchanged(index)} THEN c.${name}${fromReread}${fromMove} ELSE c.${name} END AS ${name}`;
  });
  const unchanged = [...toasted].map(
    (index) => `c.${sourceUnchanged(index)} AND NOT ${reread} AND NOT ${moved} AS ${sourceUnchanged(index)}`
  );
  const passed = ["op", "lsn", "committed_at", ...plan.movedRows ? ["moved_lsn"] : []];
  const joins = [
    ...plan.movedRows ? [
      `LEFT JOIN ${target} AS a ON ${keys.map((index) => `a.${columnName(dialect, plan, index)} = c.${sourceValue(index)}`).join(" AND ")}`,
      `LEFT JOIN ${target} AS b ON ${keys.map((index) => `b.${columnName(dialect, plan, index)} = c.${previousKey(index)}`).join(" AND ")}`
    ] : [],
    ...plan.rereadDirectory === void 0 ? [] : [
      `LEFT JOIN ${dialect.stagedDirectory(plan.rereadDirectory)} AS r ON ${keys.map((index) => `r.c${stagedIndex(group, index)} = c.${sourceValue(index)}`).join(" AND ")}`
    ]
  ];
  return [
    `SELECT ${[...values, ...unchanged, ...passed.map((name) => `c.${name} AS ${name}`)].join(", ")}`,
    `FROM (
${source}
) AS c`,
    ...joins
  ].join("\n");
}
function stagedIndex(group, index) {
  const source = group?.columns[index];
  if (source?.tag !== "staged") throw new TypeError("a key column is always staged");
  return source.index;
}
function columnName(dialect, plan, index) {
  const column = plan.target.columns[index];
  if (column === void 0) throw new TypeError(`the target has no column ${index}`);
  return dialect.quoteIdentifier(column.name);
}
function keyIndexes(plan) {
  return plan.target.keyColumns.map((key) => plan.target.columns.findIndex((column) => column.name === key));
}
function unchangedIndexes(plan) {
  return plan.target.columns.flatMap(
    (column, index) => plan.unchangedColumns.has(column.name) ? [index] : []
  );
}

// src/merge/merge-sql.ts
function buildMerge(dialect, plan) {
  const keyMatches = plan.target.columns.flatMap(
    (column, index) => column.isKey ? [`t.${dialect.quoteIdentifier(column.name)} = s.${sourceValue(index)}`] : []
  ).join(" AND ");
  return [
    `MERGE INTO ${quoteTable(dialect, plan.target.name)} AS t`,
    `USING (
${indent(buildSource(dialect, plan))}
) AS s`,
    `ON ${keyMatches}${keyBounds(dialect, plan)}`,
    ...plan.target.deletedRows === "mark" ? markingClauses(dialect, plan) : removingClauses(dialect, plan),
    ...removalClauses(dialect, plan)
  ].join("\n");
}
function buildTruncation(dialect, plan, upTo) {
  const { commitLsn, deleted } = METADATA_COLUMNS;
  return [
    `MERGE INTO ${quoteTable(dialect, plan.target.name)} AS t`,
    `USING (SELECT ${buildFence(dialect, plan.fence)} AS fence) AS s`,
    `ON t.${commitLsn} <= ${upTo} AND s.fence = 0`,
    plan.target.deletedRows === "remove" ? "WHEN MATCHED THEN DELETE" : `WHEN MATCHED AND NOT t.${deleted} THEN UPDATE SET ${markDeleted(dialect, plan, String(upTo))}`
  ].join("\n");
}
function keyBounds(dialect, plan) {
  if (plan.others.tag === "range-replaced")
    return buildRangeBounds(dialect, plan.target, plan.others.range, "t");
  if (plan.others.tag !== "stay") return "";
  return [...plan.keyBounds].map(([name, { tag, min, max }]) => {
    const literal2 = (value) => tag === "text" ? dialect.stringLiteral(String(value)) : String(value);
    return ` AND t.${dialect.quoteIdentifier(name)} BETWEEN ${literal2(min)} AND ${literal2(max)}`;
  }).join("");
}
function guard(plan) {
  const isSnapshot = plan.others.tag === "replaced" || plan.others.tag === "range-replaced";
  return isSnapshot ? "" : ` AND s.lsn >= t.${METADATA_COLUMNS.commitLsn}`;
}
function removingClauses(dialect, plan) {
  return [
    `WHEN MATCHED AND s.op <> 'u'${guard(plan)} THEN DELETE`,
    ...goneEarlierRow(plan, "DELETE"),
    `WHEN MATCHED AND s.op = 'u'${guard(plan)}${knownWhenMatched(dialect, plan)} THEN UPDATE SET
${indent(assignments(dialect, plan).join(",\n"))}`,
    `WHEN NOT MATCHED AND s.op = 'u'${knownWhenNew(dialect, plan)}${leftOut(plan, "")} THEN ${insertion(dialect, plan, void 0)}`
  ];
}
function markingClauses(dialect, plan) {
  const { deleted } = METADATA_COLUMNS;
  return [
    `WHEN MATCHED AND s.op = 'd'${guard(plan)} THEN UPDATE SET ${markDeleted(dialect, plan, "s.lsn", "s.committed_at")}`,
    ...goneEarlierRow(plan, `UPDATE SET ${markDeleted(dialect, plan, "s.lsn", "s.committed_at")}`),
    `WHEN MATCHED AND s.op <> 'd'${guard(plan)}${knownWhenMatched(dialect, plan)} THEN UPDATE SET
${indent([...assignments(dialect, plan), `${deleted} = (s.op = 'x')`].join(",\n"))}`,
    `WHEN NOT MATCHED${knownWhenNew(dialect, plan)}${leftOut(plan, "s.op <> 'u' OR ")} THEN ${insertion(dialect, plan, "s.op <> 'u'")}`
  ];
}
function removalClauses(dialect, plan) {
  const { others } = plan;
  if (others.tag === "stay" || others.tag === "range-replaced") return [];
  const { commitLsn, deleted } = METADATA_COLUMNS;
  const remove = plan.target.deletedRows === "remove";
  const conditions = {
    truncated: `t.${commitLsn} <= ${others.lsn}${remove ? "" : ` AND NOT t.${deleted}`}`,
    // A marked row of another history may carry a later LSN, which would keep its key from coming back.
    replaced: remove ? void 0 : `(NOT t.${deleted} OR t.${commitLsn} > ${others.lsn})`
  };
  const condition = conditions[others.tag];
  const effect = remove ? "DELETE" : `UPDATE SET ${markDeleted(dialect, plan, String(others.lsn))}`;
  return [`WHEN NOT MATCHED BY SOURCE${condition === void 0 ? "" : ` AND ${condition}`} THEN ${effect}`];
}
function markDeleted(dialect, plan, lsn, committedAt) {
  return [
    `${METADATA_COLUMNS.deleted} = true`,
    `${METADATA_COLUMNS.commitLsn} = ${lsn}`,
    ...committedAt === void 0 ? [] : [`${METADATA_COLUMNS.committedAt} = ${committedAt}`],
    `${METADATA_COLUMNS.syncedAt} = ${dialect.instantLiteral(plan.mergedAt)}`
  ].join(", ");
}
function assignments(dialect, plan) {
  const columns = plan.target.columns.flatMap((column, index) => {
    if (column.isKey) return [];
    const name = dialect.quoteIdentifier(column.name);
    const value = `s.${sourceValue(index)}`;
    if (!plan.unchangedColumns.has(column.name)) return [`${name} = ${value}`];
    const unchanged = `s.${sourceUnchanged(index)}`;
    const fails = mayFail(plan) && plan.movedRows && dialect.ownRowsOnly === "values";
    const missing = fails ? `WHEN ${isUnresolved(unchanged, IS_EARLIER_ROW)} THEN ${failure(dialect)} ` : "";
    return [`${name} = CASE ${missing}WHEN ${unchanged} THEN t.${name} ELSE ${value} END`];
  });
  return [
    ...columns,
    `${METADATA_COLUMNS.commitLsn} = s.lsn`,
    `${METADATA_COLUMNS.committedAt} = s.committed_at`,
    `${METADATA_COLUMNS.syncedAt} = ${dialect.instantLiteral(plan.mergedAt)}`
  ];
}
function insertion(dialect, plan, deleted) {
  const names = plan.target.columns.map((column) => dialect.quoteIdentifier(column.name));
  const values = plan.target.columns.map((column, index) => {
    const value = `s.${sourceValue(index)}`;
    return mayFail(plan) && dialect.ownRowsOnly === "values" && plan.unchangedColumns.has(column.name) ? `CASE WHEN ${isUnresolved(`s.${sourceUnchanged(index)}`, "")} THEN ${failure(dialect)} ELSE ${value} END` : value;
  });
  const { commitLsn, committedAt, syncedAt, deleted: deletedName } = METADATA_COLUMNS;
  const allNames = [
    ...names,
    commitLsn,
    committedAt,
    syncedAt,
    ...deleted === void 0 ? [] : [deletedName]
  ];
  const allValues = [
    ...values,
    "s.lsn",
    "s.committed_at",
    dialect.instantLiteral(plan.mergedAt),
    ...deleted === void 0 ? [] : [deleted]
  ];
  return `INSERT (${allNames.join(", ")})
  VALUES (${allValues.join(", ")})`;
}
function isUnresolved(column, where) {
  return `s.op <> 'd' AND ${column}${where}`;
}
var IS_EARLIER_ROW = ` AND t.${METADATA_COLUMNS.commitLsn} < s.moved_lsn`;
function knownWhenNew(dialect, plan) {
  return orFail(dialect, plan, "");
}
function knownWhenMatched(dialect, plan) {
  return plan.movedRows ? orFail(dialect, plan, IS_EARLIER_ROW) : "";
}
function leftOut(plan, unless) {
  const unchanged = unchangedAny(plan);
  if (plan.unresolved !== "left-out" || unchanged === void 0) return "";
  return unless === "" ? ` AND NOT ${unchanged}` : ` AND (${unless}NOT ${unchanged})`;
}
function goneEarlierRow(plan, effect) {
  const unchanged = unchangedAny(plan);
  if (plan.unresolved !== "left-out" || !plan.movedRows || unchanged === void 0) return [];
  return [`WHEN MATCHED AND s.op = 'u'${guard(plan)} AND ${unchanged}${IS_EARLIER_ROW} THEN ${effect}`];
}
function unchangedAny(plan) {
  const unchanged = plan.target.columns.flatMap(
    (column, index) => plan.unchangedColumns.has(column.name) ? [`s.${sourceUnchanged(index)}`] : []
  );
  return unchanged.length === 0 ? void 0 : `(${unchanged.join(" OR ")})`;
}
function orFail(dialect, plan, where) {
  const unchanged = unchangedAny(plan);
  if (!mayFail(plan) || dialect.ownRowsOnly !== "conditions" || unchanged === void 0) return "";
  const boolean = dialect.typeName({ tag: "boolean" });
  return ` AND CASE WHEN ${isUnresolved(unchanged, where)} THEN CAST(${failure(dialect)} AS ${boolean}) ELSE true END`;
}
function mayFail(plan) {
  return plan.unresolved === "fails" && plan.unchangedColumns.size > 0;
}
function failure(dialect) {
  return dialect.failure(`concat('${UNRESOLVED_TEXT} ', s.op)`);
}
function indent(text) {
  return text.replaceAll(/^/gm, "  ");
}

// src/stage/parquet-file.ts
import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import zlib from "node:zlib";

// node_modules/hyparquet-writer/src/bytewriter.js
var ByteWriter = class {
  /**
   * @param {number} [initalSize]
   */
  constructor(initalSize = 1024) {
    this.buffer = new ArrayBuffer(initalSize);
    this.view = new DataView(this.buffer);
    this.offset = 0;
    this.index = 0;
  }
  /**
   * @param {number} size
   */
  ensure(size) {
    if (this.index + size > this.buffer.byteLength) {
      const newSize = Math.max(this.buffer.byteLength * 2, this.index + size);
      const newBuffer = new ArrayBuffer(newSize);
      new Uint8Array(newBuffer).set(new Uint8Array(this.buffer));
      this.buffer = newBuffer;
      this.view = new DataView(this.buffer);
    }
  }
  finish() {
  }
  getBuffer() {
    return this.buffer.slice(0, this.index);
  }
  getBytes() {
    return new Uint8Array(this.buffer, 0, this.index);
  }
  /**
   * @param {number} value
   */
  appendUint8(value) {
    this.ensure(1);
    this.view.setUint8(this.index, value);
    this.offset++;
    this.index++;
  }
  /**
   * @param {number} value
   */
  appendUint32(value) {
    this.ensure(4);
    this.view.setUint32(this.index, value, true);
    this.offset += 4;
    this.index += 4;
  }
  /**
   * @param {number} value
   */
  appendInt32(value) {
    this.ensure(4);
    this.view.setInt32(this.index, value, true);
    this.offset += 4;
    this.index += 4;
  }
  /**
   * @param {bigint} value
   */
  appendInt64(value) {
    this.ensure(8);
    this.view.setBigInt64(this.index, BigInt(value), true);
    this.offset += 8;
    this.index += 8;
  }
  /**
   * @param {number} value
   */
  appendFloat32(value) {
    this.ensure(4);
    this.view.setFloat32(this.index, value, true);
    this.offset += 4;
    this.index += 4;
  }
  /**
   * @param {number} value
   */
  appendFloat64(value) {
    this.ensure(8);
    this.view.setFloat64(this.index, value, true);
    this.offset += 8;
    this.index += 8;
  }
  /**
   * @param {ArrayBuffer} value
   */
  appendBuffer(value) {
    this.appendBytes(new Uint8Array(value));
  }
  /**
   * @param {Uint8Array} value
   */
  appendBytes(value) {
    this.ensure(value.length);
    new Uint8Array(this.buffer, this.index, value.length).set(value);
    this.offset += value.length;
    this.index += value.length;
  }
  /**
   * Convert a 32-bit signed integer to varint (1-5 bytes).
   * Writes out groups of 7 bits at a time, setting high bit if more to come.
   *
   * @param {number} value
   */
  appendVarInt(value) {
    while (true) {
      if ((value & ~127) === 0) {
        this.appendUint8(value);
        return;
      } else {
        this.appendUint8(value & 127 | 128);
        value >>>= 7;
      }
    }
  }
  /**
   * Convert a bigint to varint (1-10 bytes for 64-bit range).
   *
   * @param {bigint} value
   */
  appendVarBigInt(value) {
    while (true) {
      if ((value & ~0x7fn) === 0n) {
        this.appendUint8(Number(value));
        return;
      } else {
        this.appendUint8(Number(value & 0x7fn | 0x80n));
        value >>= 7n;
      }
    }
  }
  /**
   * Convert number to zigzag encoding and write as varint.
   *
   * @param {number | bigint} value
   */
  appendZigZag(value) {
    if (typeof value === "number") {
      this.appendVarInt(value << 1 ^ value >> 31);
    } else {
      this.appendVarBigInt(value << 1n ^ value >> 63n);
    }
  }
};

// node_modules/hyparquet-writer/src/thrift.js
var STOP = 0;
var TRUE = 1;
var FALSE = 2;
var BYTE = 3;
var I32 = 5;
var I64 = 6;
var DOUBLE = 7;
var BINARY = 8;
var LIST = 9;
var STRUCT = 12;
var ThriftStruct = class {
  /**
   * @param {ThriftField[]} fields
   */
  constructor(fields) {
    this.fields = fields;
  }
};
function serializeTCompactProtocol(writer, data) {
  writeElement(writer, STRUCT, data);
}
function writeElement(writer, type, value) {
  if (type === TRUE) return;
  if (type === FALSE) return;
  if (type === BYTE && typeof value === "number") {
    writer.appendUint8(value);
  } else if (type === I32 && typeof value === "number") {
    writer.appendZigZag(value);
  } else if (type === I64 && typeof value === "bigint") {
    writer.appendZigZag(value);
  } else if (type === DOUBLE && typeof value === "number") {
    writer.appendFloat64(value);
  } else if (type === BINARY && typeof value === "string") {
    const bytes = new TextEncoder().encode(value);
    writer.appendVarInt(bytes.length);
    writer.appendBytes(bytes);
  } else if (type === BINARY && value instanceof Uint8Array) {
    writer.appendVarInt(value.byteLength);
    writer.appendBytes(value);
  } else if (type === LIST && Array.isArray(value)) {
    const elemType = getCompactTypeForList(value);
    if (value.length > 14) {
      writer.appendUint8(15 << 4 | elemType);
      writer.appendVarInt(value.length);
    } else {
      writer.appendUint8(value.length << 4 | elemType);
    }
    if (elemType === FALSE) {
      for (const v of value) {
        writer.appendUint8(v ? 1 : 0);
      }
    } else {
      for (const v of value) {
        writeElement(writer, elemType, v);
      }
    }
  } else if (type === STRUCT && value instanceof ThriftStruct) {
    let lastFid = 0;
    for (const [fid, fieldType, fieldValue] of value.fields) {
      if (fieldValue === void 0) continue;
      lastFid = writeStructField(writer, lastFid, fid, fieldType, fieldValue);
    }
    writer.appendUint8(STOP);
  } else if (type === STRUCT && typeof value === "object") {
    let lastFid = 0;
    for (const [k, v] of Object.entries(value)) {
      if (v === void 0) continue;
      const fid = parseInt(k.replace(/^field_/, ""), 10);
      if (Number.isNaN(fid)) {
        throw new Error(`thrift invalid field name: ${k}. Expected "field_###"`);
      }
      const t = getCompactTypeForValue(v);
      lastFid = writeStructField(writer, lastFid, fid, t, v);
    }
    writer.appendUint8(STOP);
  } else {
    throw new Error(`thrift invalid type ${type} for value ${value}`);
  }
}
function writeStructField(writer, lastFid, fid, type, value) {
  const delta = fid - lastFid;
  if (delta <= 0) {
    throw new Error(`thrift non-monotonic field id: fid=${fid}, lastFid=${lastFid}`);
  }
  if (delta > 15) {
    writer.appendUint8(type);
    writer.appendZigZag(fid);
  } else {
    writer.appendUint8(delta << 4 | type);
  }
  writeElement(writer, type, value);
  return fid;
}
function getCompactTypeForValue(value) {
  if (value === true) return TRUE;
  if (value === false) return FALSE;
  if (Number.isInteger(value)) return I32;
  if (typeof value === "number") return DOUBLE;
  if (typeof value === "bigint") return I64;
  if (typeof value === "string") return BINARY;
  if (value instanceof Uint8Array) return BINARY;
  if (Array.isArray(value)) return LIST;
  if (value && typeof value === "object") return STRUCT;
  throw new Error(`Cannot determine thrift compact type for: ${value}`);
}
function getCompactTypeForList(value) {
  let elemType = 0;
  for (const v of value) {
    let t = getCompactTypeForValue(v);
    if (t === TRUE) t = FALSE;
    if (!elemType) elemType = t;
    if (elemType === DOUBLE && t === I32) t = DOUBLE;
    if (elemType === I32 && t === DOUBLE) elemType = DOUBLE;
    if (t !== elemType) {
      throw new Error(`thrift invalid type for list element: ${v} (expected type ${elemType})`);
    }
  }
  return elemType ?? BYTE;
}

// node_modules/hyparquet/src/constants.js
var ParquetTypes = [
  "BOOLEAN",
  "INT32",
  "INT64",
  "INT96",
  // deprecated
  "FLOAT",
  "DOUBLE",
  "BYTE_ARRAY",
  "FIXED_LEN_BYTE_ARRAY"
];
var Encodings = [
  "PLAIN",
  "GROUP_VAR_INT",
  // deprecated
  "PLAIN_DICTIONARY",
  "RLE",
  "BIT_PACKED",
  // deprecated
  "DELTA_BINARY_PACKED",
  "DELTA_LENGTH_BYTE_ARRAY",
  "DELTA_BYTE_ARRAY",
  "RLE_DICTIONARY",
  "BYTE_STREAM_SPLIT"
];
var FieldRepetitionTypes = [
  "REQUIRED",
  "OPTIONAL",
  "REPEATED"
];
var ConvertedTypes = [
  "UTF8",
  "MAP",
  "MAP_KEY_VALUE",
  "LIST",
  "ENUM",
  "DECIMAL",
  "DATE",
  "TIME_MILLIS",
  "TIME_MICROS",
  "TIMESTAMP_MILLIS",
  "TIMESTAMP_MICROS",
  "UINT_8",
  "UINT_16",
  "UINT_32",
  "UINT_64",
  "INT_8",
  "INT_16",
  "INT_32",
  "INT_64",
  "JSON",
  "BSON",
  "INTERVAL"
];
var CompressionCodecs = [
  "UNCOMPRESSED",
  "SNAPPY",
  "GZIP",
  "LZO",
  "BROTLI",
  "LZ4",
  "ZSTD",
  "LZ4_RAW"
];
var PageTypes = [
  "DATA_PAGE",
  "INDEX_PAGE",
  "DICTIONARY_PAGE",
  "DATA_PAGE_V2"
];
var EdgeInterpolationAlgorithms = [
  "SPHERICAL",
  "VINCENTY",
  "THOMAS",
  "ANDOYER",
  "KARNEY"
];

// node_modules/hyparquet-writer/src/encoding.js
function writeRleBitPackedHybrid(writer, values, bitWidth) {
  const offsetStart = writer.offset;
  let pendingBitPackedGroups = 0;
  let bitPackedStart = 0;
  let i = 0;
  while (i < values.length) {
    let rleCount = 1;
    const firstVal = values[i];
    while (i + rleCount < values.length && values[i + rleCount] === firstVal) {
      rleCount++;
    }
    if (rleCount >= 8) {
      if (pendingBitPackedGroups) {
        writeBitPackedGroups(writer, values, bitPackedStart, pendingBitPackedGroups, bitWidth);
        pendingBitPackedGroups = 0;
      }
      writeRleRun(writer, firstVal, rleCount, bitWidth);
      i += rleCount;
    } else {
      if (pendingBitPackedGroups === 0) {
        bitPackedStart = i;
      }
      pendingBitPackedGroups++;
      i += 8;
    }
  }
  if (pendingBitPackedGroups) {
    writeBitPackedGroups(writer, values, bitPackedStart, pendingBitPackedGroups, bitWidth);
  }
  return writer.offset - offsetStart;
}
function writeRleRun(writer, value, count, bitWidth) {
  writer.appendVarInt(count << 1);
  const width = bitWidth + 7 >> 3;
  for (let j = 0; j < width; j++) {
    writer.appendUint8(value >> (j << 3) & 255);
  }
}
function writeBitPackedGroups(writer, values, start, numGroups, bitWidth) {
  writer.appendVarInt(numGroups << 1 | 1);
  if (bitWidth === 0) return;
  const mask = (1 << bitWidth) - 1;
  let buffer = 0;
  let bitsUsed = 0;
  const totalValues = numGroups * 8;
  for (let i = 0; i < totalValues; i++) {
    const idx = start + i;
    const v = idx < values.length ? values[idx] & mask : 0;
    buffer |= v << bitsUsed;
    bitsUsed += bitWidth;
    while (bitsUsed >= 8) {
      writer.appendUint8(buffer & 255);
      buffer >>>= 8;
      bitsUsed -= 8;
    }
  }
  if (bitsUsed > 0) {
    writer.appendUint8(buffer & 255);
  }
}

// node_modules/hyparquet/src/schema.js
function schemaTree(schema, rootIndex, path4) {
  const element = schema[rootIndex];
  const children = [];
  let count = 1;
  if (element.num_children) {
    while (children.length < element.num_children) {
      const childElement = schema[rootIndex + count];
      const child = schemaTree(schema, rootIndex + count, [...path4, childElement.name]);
      count += child.count;
      children.push(child);
    }
  }
  return { count, element, children, path: path4 };
}
function getSchemaPath(schema, name) {
  return getTreePath(schemaTree(schema, 0, []), name);
}
function getTreePath(tree, name) {
  const path4 = [tree];
  for (const part of name) {
    const child = tree.children.find((child2) => child2.element.name === part);
    if (!child) throw new Error(`parquet schema element not found: ${name}`);
    path4.push(child);
    tree = child;
  }
  return path4;
}

// node_modules/hyparquet/src/metadata.js
var defaultInitialFetchSize = 1 << 19;
var decoder = new TextDecoder();
function parquetSchema({ schema }) {
  return getSchemaPath(schema, [])[0];
}

// node_modules/hyparquet-writer/src/schema.js
function schemaPathResolver(schema) {
  const root = parquetSchema({ schema });
  const childrenByName = /* @__PURE__ */ new Map();
  return (path4) => {
    let tree = root;
    const schemaPath = [tree];
    for (const part of path4) {
      let children = childrenByName.get(tree);
      if (!children) {
        children = /* @__PURE__ */ new Map();
        for (const child2 of tree.children) {
          if (!children.has(child2.element.name)) children.set(child2.element.name, child2);
        }
        childrenByName.set(tree, children);
      }
      const child = children.get(part);
      if (!child) throw new Error(`parquet schema element not found: ${path4}`);
      schemaPath.push(child);
      tree = child;
    }
    return schemaPath;
  };
}

// node_modules/hyparquet-writer/src/datapage.js
function writePageHeader(writer, header) {
  const compact = {
    field_1: PageTypes.indexOf(header.type),
    field_2: header.uncompressed_page_size,
    field_3: header.compressed_page_size,
    field_4: header.crc,
    field_5: header.data_page_header && {
      field_1: header.data_page_header.num_values,
      field_2: Encodings.indexOf(header.data_page_header.encoding),
      field_3: Encodings.indexOf(header.data_page_header.definition_level_encoding),
      field_4: Encodings.indexOf(header.data_page_header.repetition_level_encoding)
      // field_5: header.data_page_header.statistics,
    },
    field_7: header.dictionary_page_header && {
      field_1: header.dictionary_page_header.num_values,
      field_2: Encodings.indexOf(header.dictionary_page_header.encoding)
    },
    field_8: header.data_page_header_v2 && {
      field_1: header.data_page_header_v2.num_values,
      field_2: header.data_page_header_v2.num_nulls,
      field_3: header.data_page_header_v2.num_rows,
      field_4: Encodings.indexOf(header.data_page_header_v2.encoding),
      field_5: header.data_page_header_v2.definition_levels_byte_length,
      field_6: header.data_page_header_v2.repetition_levels_byte_length,
      field_7: header.data_page_header_v2.is_compressed ? void 0 : false
      // default true
    }
  };
  serializeTCompactProtocol(writer, compact);
}

// node_modules/hyparquet-writer/src/unconvert.js
var dayMillis = 864e5;
function unconvertUuid(value) {
  if (value === void 0 || value === null) return;
  if (value instanceof Uint8Array) return value;
  if (typeof value === "string") {
    const uuidRegex = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
    if (!uuidRegex.test(value)) {
      throw new Error("UUID must be a valid UUID string");
    }
    value = value.replace(/-/g, "").toLowerCase();
    const bytes = new Uint8Array(16);
    for (let i = 0; i < 16; i++) {
      bytes[i] = parseInt(value.slice(i * 2, i * 2 + 2), 16);
    }
    return bytes;
  }
  throw new Error("UUID must be a string or Uint8Array");
}
var STATS_TRUNCATE_LENGTH = 16;
var utf8Decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function truncateStatistic(bytes, element, isMax, length) {
  if (bytes.length <= length || !isTruncatable(element)) return bytes;
  const truncated2 = isUtf8(element) ? truncateUtf8(bytes, isMax, length) : truncateBytes(bytes, isMax, length);
  return truncated2 ?? bytes;
}
function isTruncatable({ type, converted_type, logical_type }) {
  if (type !== "BYTE_ARRAY") return false;
  if (converted_type === "DECIMAL" || converted_type === "JSON" || converted_type === "BSON") return false;
  return logical_type?.type !== "JSON" && logical_type?.type !== "BSON";
}
function isUtf8({ converted_type, logical_type }) {
  return converted_type === "UTF8" || converted_type === "ENUM" || logical_type?.type === "STRING" || logical_type?.type === "ENUM";
}
function truncateBytes(bytes, isMax, length) {
  const prefix = new Uint8Array(bytes.subarray(0, length));
  if (!isMax) return prefix;
  let i = prefix.length - 1;
  while (i >= 0 && prefix[i] === 255) i--;
  if (i < 0) return void 0;
  const rounded = prefix.slice(0, i + 1);
  rounded[i] += 1;
  return rounded;
}
function truncateUtf8(bytes, isMax, length) {
  let end = length;
  while (end > 0 && (bytes[end] & 192) === 128) end--;
  if (!isMax) return new Uint8Array(bytes.subarray(0, end));
  let text;
  try {
    text = utf8Decoder.decode(bytes.subarray(0, end));
  } catch {
    return truncateBytes(bytes, isMax, length);
  }
  const codePoints = Array.from(text, (c) => c.codePointAt(0) ?? 0);
  const encoder = new TextEncoder();
  for (let i = codePoints.length - 1; i >= 0; i--) {
    end--;
    while (end > 0 && (bytes[end] & 192) === 128) end--;
    const code = codePoints[i];
    if (code === 1114111) continue;
    const next = code === 55295 ? 57344 : code + 1;
    const suffix = encoder.encode(String.fromCodePoint(next));
    if (end + suffix.length > length) continue;
    const rounded = new Uint8Array(end + suffix.length);
    rounded.set(bytes.subarray(0, end));
    rounded.set(suffix, end);
    return rounded;
  }
}
function minMaxIsExact(value, element, isMax, length) {
  if (value === void 0 || value === null) return void 0;
  if (!isTruncatable(element)) return void 0;
  const bytes = value instanceof Uint8Array ? value : new TextEncoder().encode(value.toString());
  return truncateStatistic(bytes, element, isMax, length) === bytes ? void 0 : false;
}
function unconvertMinMax(value, element, isMax, truncateLength = STATS_TRUNCATE_LENGTH) {
  if (value === void 0 || value === null) return void 0;
  const { type, converted_type } = element;
  if (type === "BOOLEAN") return new Uint8Array([value ? 1 : 0]);
  if (element.logical_type?.type === "UUID" && (typeof value === "string" || value instanceof Uint8Array)) {
    return unconvertUuid(value);
  }
  if (converted_type === "DECIMAL") {
    if (typeof value !== "number" && typeof value !== "bigint") {
      throw new Error("DECIMAL must be a number or bigint");
    }
    const factor = 10 ** (element.scale || 0);
    const scaled = typeof value === "bigint" ? value : BigInt(Math.round(value * factor));
    const out = unconvertDecimal(element, scaled);
    if (out instanceof Uint8Array) return out;
    if (typeof out === "number") {
      const buffer = new ArrayBuffer(4);
      new DataView(buffer).setInt32(0, out, true);
      return new Uint8Array(buffer);
    }
    if (typeof out === "bigint") {
      const buffer = new ArrayBuffer(8);
      new DataView(buffer).setBigInt64(0, out, true);
      return new Uint8Array(buffer);
    }
  }
  if (element.logical_type?.type === "FLOAT16" && typeof value === "number") {
    return unconvertFloat16(value);
  }
  if (type === "BYTE_ARRAY" || type === "FIXED_LEN_BYTE_ARRAY") {
    const bytes = value instanceof Uint8Array ? value : new TextEncoder().encode(value.toString());
    return truncateStatistic(bytes, element, isMax, truncateLength);
  }
  if (type === "FLOAT" && typeof value === "number") {
    const buffer = new ArrayBuffer(4);
    new DataView(buffer).setFloat32(0, value, true);
    return new Uint8Array(buffer);
  }
  if (type === "DOUBLE" && typeof value === "number") {
    const buffer = new ArrayBuffer(8);
    new DataView(buffer).setFloat64(0, value, true);
    return new Uint8Array(buffer);
  }
  if (type === "INT32" && typeof value === "number") {
    const buffer = new ArrayBuffer(4);
    new DataView(buffer).setInt32(0, value, true);
    return new Uint8Array(buffer);
  }
  if (type === "INT64" && (typeof value === "bigint" || typeof value === "number" && Number.isInteger(value))) {
    const buffer = new ArrayBuffer(8);
    new DataView(buffer).setBigInt64(0, BigInt(value), true);
    return new Uint8Array(buffer);
  }
  if (type === "INT32" && converted_type === "DATE" && value instanceof Date) {
    const buffer = new ArrayBuffer(4);
    new DataView(buffer).setInt32(0, Math.floor(value.getTime() / dayMillis), true);
    return new Uint8Array(buffer);
  }
  if (type === "INT64" && converted_type === "TIMESTAMP_MILLIS" && value instanceof Date) {
    const buffer = new ArrayBuffer(8);
    new DataView(buffer).setBigInt64(0, BigInt(value.getTime()), true);
    return new Uint8Array(buffer);
  }
  if (type === "INT64" && converted_type === "TIMESTAMP_MICROS" && value instanceof Date) {
    const buffer = new ArrayBuffer(8);
    new DataView(buffer).setBigInt64(0, BigInt(value.getTime() * 1e3), true);
    return new Uint8Array(buffer);
  }
  if (type === "INT64" && element.logical_type?.type === "TIMESTAMP" && value instanceof Date) {
    const millis = BigInt(value.getTime());
    const { unit } = element.logical_type;
    let bigintValue = millis;
    if (unit === "NANOS") bigintValue = millis * 1000000n;
    else if (unit === "MICROS") bigintValue = millis * 1000n;
    const buffer = new ArrayBuffer(8);
    new DataView(buffer).setBigInt64(0, bigintValue, true);
    return new Uint8Array(buffer);
  }
  throw new Error(`unsupported type for statistics: ${type} with value ${value}`);
}
function unconvertStatistics(stats, element, truncateLength = STATS_TRUNCATE_LENGTH) {
  return {
    field_1: unconvertMinMax(stats.max, element, true, truncateLength),
    field_2: unconvertMinMax(stats.min, element, false, truncateLength),
    field_3: stats.null_count,
    field_4: stats.distinct_count,
    field_5: unconvertMinMax(stats.max_value, element, true, truncateLength),
    field_6: unconvertMinMax(stats.min_value, element, false, truncateLength),
    field_7: stats.is_max_value_exact ?? minMaxIsExact(stats.max_value ?? stats.max, element, true, truncateLength),
    field_8: stats.is_min_value_exact ?? minMaxIsExact(stats.min_value ?? stats.min, element, false, truncateLength),
    field_9: stats.nan_count
  };
}
function unconvertDecimal({ type, type_length }, value) {
  if (type === "INT32") return Number(value);
  if (type === "INT64") return value;
  if (type === "FIXED_LEN_BYTE_ARRAY" && !type_length) {
    throw new Error("fixed length byte array type_length is required");
  }
  if (!type_length && !value) return new Uint8Array();
  const bytes = [];
  while (true) {
    const byte = Number(value & 0xffn);
    bytes.unshift(byte);
    value >>= 8n;
    if (type_length) {
      if (bytes.length >= type_length) break;
    } else {
      const sign = byte & 128;
      if (!sign && value === 0n || sign && value === -1n) {
        break;
      }
    }
  }
  return new Uint8Array(bytes);
}
function unconvertFloat16(value) {
  if (value === void 0 || value === null) return;
  if (typeof value !== "number") throw new Error("parquet float16 expected number value");
  if (Number.isNaN(value)) return new Uint8Array([0, 126]);
  const sign = value < 0 || Object.is(value, -0) ? 1 : 0;
  const abs = Math.abs(value);
  if (!isFinite(abs)) return new Uint8Array([0, sign << 7 | 124]);
  if (abs === 0) return new Uint8Array([0, sign << 7]);
  if (abs >= 65520) return new Uint8Array([0, sign << 7 | 124]);
  let exponent = -14;
  if (abs >= 2 ** -14) {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, abs);
    exponent = (view.getUint32(0) >>> 20 & 2047) - 1023;
  }
  const scaled = abs / 2 ** (exponent - 10);
  let significand = Math.floor(scaled);
  const remainder = scaled - significand;
  if (remainder > 0.5 || remainder === 0.5 && significand % 2) significand++;
  const magnitude = abs < 2 ** -14 ? significand : (exponent + 14) * 1024 + significand;
  const bits16 = sign << 15 | magnitude;
  return new Uint8Array([bits16 & 255, bits16 >> 8]);
}

// node_modules/hyparquet-writer/src/metadata.js
function writeMetadata(writer, metadata, statisticsTruncateLength) {
  const resolveSchemaPath = schemaPathResolver(metadata.schema);
  const compact = {
    field_1: metadata.version,
    field_2: metadata.schema.map((element) => ({
      field_1: element.type && ParquetTypes.indexOf(element.type),
      field_2: element.type_length,
      field_3: element.repetition_type && FieldRepetitionTypes.indexOf(element.repetition_type),
      field_4: element.name,
      field_5: element.num_children,
      field_6: element.converted_type && ConvertedTypes.indexOf(element.converted_type),
      field_7: element.scale,
      field_8: element.precision,
      field_9: element.field_id,
      field_10: logicalType(element.logical_type)
    })),
    field_3: metadata.num_rows,
    field_4: metadata.row_groups.map((rg) => ({
      field_1: rg.columns.map((c) => ({
        field_1: c.file_path,
        field_2: c.file_offset,
        field_3: c.meta_data && {
          field_1: ParquetTypes.indexOf(c.meta_data.type),
          field_2: c.meta_data.encodings.map((e) => Encodings.indexOf(e)),
          field_3: c.meta_data.path_in_schema,
          field_4: CompressionCodecs.indexOf(c.meta_data.codec),
          field_5: c.meta_data.num_values,
          field_6: c.meta_data.total_uncompressed_size,
          field_7: c.meta_data.total_compressed_size,
          field_8: c.meta_data.key_value_metadata && c.meta_data.key_value_metadata.map((kv) => ({
            field_1: kv.key,
            field_2: kv.value
          })),
          field_9: c.meta_data.data_page_offset,
          field_10: c.meta_data.index_page_offset,
          field_11: c.meta_data.dictionary_page_offset,
          field_12: c.meta_data.statistics && unconvertStatistics(
            c.meta_data.statistics,
            schemaElement(c.meta_data.path_in_schema),
            statisticsTruncateLength
          ),
          field_13: c.meta_data.encoding_stats && c.meta_data.encoding_stats.map((es) => ({
            field_1: PageTypes.indexOf(es.page_type),
            field_2: Encodings.indexOf(es.encoding),
            field_3: es.count
          })),
          field_14: c.meta_data.bloom_filter_offset,
          field_15: c.meta_data.bloom_filter_length,
          field_16: c.meta_data.size_statistics && {
            field_1: c.meta_data.size_statistics.unencoded_byte_array_data_bytes,
            field_2: c.meta_data.size_statistics.repetition_level_histogram,
            field_3: c.meta_data.size_statistics.definition_level_histogram
          },
          field_17: c.meta_data.geospatial_statistics && {
            field_1: c.meta_data.geospatial_statistics.bbox && thriftBoundingBox(c.meta_data.geospatial_statistics.bbox),
            field_2: c.meta_data.geospatial_statistics.geospatial_types
          }
        },
        field_4: c.offset_index_offset,
        field_5: c.offset_index_length,
        field_6: c.column_index_offset,
        field_7: c.column_index_length,
        // field_8: c.crypto_metadata,
        field_9: c.encrypted_column_metadata
      })),
      field_2: rg.total_byte_size,
      field_3: rg.num_rows,
      field_4: rg.sorting_columns && rg.sorting_columns.map((sc) => ({
        field_1: sc.column_idx,
        field_2: sc.descending,
        field_3: sc.nulls_first
      })),
      field_5: rg.file_offset,
      field_6: rg.total_compressed_size
      // field_7: rg.ordinal, // should be int16
    })),
    field_5: metadata.key_value_metadata && metadata.key_value_metadata.map((kv) => ({
      field_1: kv.key,
      field_2: kv.value
    })),
    field_6: metadata.created_by,
    field_7: metadata.schema.filter((element) => element.type).map(() => ({ field_1: {} }))
  };
  const metadataStart = writer.offset;
  serializeTCompactProtocol(writer, compact);
  const metadataLength = writer.offset - metadataStart;
  writer.appendUint32(metadataLength);
  function schemaElement(path4) {
    const tree = resolveSchemaPath(path4);
    return tree[tree.length - 1].element;
  }
}
function thriftBoundingBox(bbox) {
  return new ThriftStruct([
    [1, DOUBLE, bbox.xmin],
    [2, DOUBLE, bbox.xmax],
    [3, DOUBLE, bbox.ymin],
    [4, DOUBLE, bbox.ymax],
    [5, DOUBLE, bbox.zmin],
    [6, DOUBLE, bbox.zmax],
    [7, DOUBLE, bbox.mmin],
    [8, DOUBLE, bbox.mmax]
  ]);
}
function logicalType(type) {
  if (!type) return;
  if (type.type === "STRING") return { field_1: {} };
  if (type.type === "MAP") return { field_2: {} };
  if (type.type === "LIST") return { field_3: {} };
  if (type.type === "ENUM") return { field_4: {} };
  if (type.type === "DECIMAL") return { field_5: {
    field_1: type.scale,
    field_2: type.precision
  } };
  if (type.type === "DATE") return { field_6: {} };
  if (type.type === "TIME") return { field_7: {
    field_1: type.isAdjustedToUTC,
    field_2: timeUnit(type.unit)
  } };
  if (type.type === "TIMESTAMP") return { field_8: {
    field_1: type.isAdjustedToUTC,
    field_2: timeUnit(type.unit)
  } };
  if (type.type === "INTEGER") return { field_10: {
    field_1: type.bitWidth,
    field_2: type.isSigned
  } };
  if (type.type === "NULL") return { field_11: {} };
  if (type.type === "JSON") return { field_12: {} };
  if (type.type === "BSON") return { field_13: {} };
  if (type.type === "UUID") return { field_14: {} };
  if (type.type === "FLOAT16") return { field_15: {} };
  if (type.type === "VARIANT") return { field_16: {} };
  if (type.type === "GEOMETRY") return { field_17: {
    field_1: type.crs
  } };
  if (type.type === "GEOGRAPHY") return { field_18: {
    field_1: type.crs,
    field_2: type.algorithm && EdgeInterpolationAlgorithms.indexOf(type.algorithm)
  } };
}
function timeUnit(unit) {
  if (unit === "NANOS") return { field_3: {} };
  if (unit === "MICROS") return { field_2: {} };
  return { field_1: {} };
}

// src/model/key-bound.ts
function widenBound(one, other) {
  if (one.tag === "integer" && other.tag === "integer")
    return {
      tag: "integer",
      min: least(one.min, other.min),
      max: -least(-one.max, -other.max)
    };
  if (one.tag === "text" && other.tag === "text")
    return {
      tag: "text",
      min: isBefore(one.min, other.min) ? one.min : other.min,
      max: isBefore(one.max, other.max) ? other.max : one.max
    };
  throw new TypeError("a key column has one type");
}
function least(one, other) {
  if (one < other) return one;
  return other;
}
function isBefore(one, other) {
  return Buffer.compare(Buffer.from(one), Buffer.from(other)) < 0;
}

// src/stage/key-bounds.ts
var MAX_TEXT_BYTES = 64;
function boundKindOf(type) {
  switch (type.tag) {
    case "int16":
    case "int32":
      return "int32";
    case "int64":
      return "int64";
    case "string":
      return "text";
    default:
      return void 0;
  }
}
var KeyBoundGatherer = class {
  #kind;
  #bound;
  #isUnbounded = false;
  constructor(kind) {
    this.#kind = kind;
  }
  /** `undefined` when there were no values, or no bound that holds for all. */
  get bound() {
    return this.#isUnbounded ? void 0 : this.#bound;
  }
  take(values) {
    if (values.length === 0 || this.#isUnbounded) return;
    const bound = this.#boundOf(Buffer.from(values.buffer, values.byteOffset, values.byteLength));
    if (bound === void 0) this.#isUnbounded = true;
    else this.#bound = this.#bound === void 0 ? bound : widenBound(this.#bound, bound);
  }
  #boundOf(bytes) {
    switch (this.#kind) {
      case "int32":
        return boundOfInt32(bytes);
      case "int64":
        return boundOfInt64(bytes);
      case "text":
        return boundOfTexts(bytes);
      default:
        return this.#kind;
    }
  }
};
function boundOfInt32(bytes) {
  let min = bytes.readInt32LE(0);
  let max = min;
  for (let at = 4; at < bytes.length; at += 4) {
    const value = bytes.readInt32LE(at);
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { tag: "integer", min: BigInt(min), max: BigInt(max) };
}
function boundOfInt64(bytes) {
  let min = 0;
  let max = 0;
  for (let at = 8; at < bytes.length; at += 8) {
    if (isLess(bytes, at, min)) min = at;
    if (isLess(bytes, max, at)) max = at;
  }
  return { tag: "integer", min: bytes.readBigInt64LE(min), max: bytes.readBigInt64LE(max) };
}
function isLess(bytes, one, other) {
  const [high, otherHigh] = [bytes.readInt32LE(one + 4), bytes.readInt32LE(other + 4)];
  return high === otherHigh ? bytes.readUInt32LE(one) < bytes.readUInt32LE(other) : high < otherHigh;
}
function boundOfTexts(bytes) {
  let min;
  let max;
  for (let at = 0; at < bytes.length; ) {
    const start = at + 4;
    const end = start + bytes.readUInt32LE(at);
    if (end - start > MAX_TEXT_BYTES) return void 0;
    if (min === void 0 || bytes.compare(min, 0, min.length, start, end) < 0)
      min = bytes.subarray(start, end);
    if (max === void 0 || bytes.compare(max, 0, max.length, start, end) > 0)
      max = bytes.subarray(start, end);
    at = end;
  }
  return min === void 0 || max === void 0 ? void 0 : { tag: "text", min: min.toString(), max: max.toString() };
}

// src/stage/plain-buffer.ts
var INITIAL_BYTES = 4096;
var KEPT_BYTES = 4 * 1024 * 1024;
var SHORT_COPY_BYTES = 24;
var TWO_TO_32 = 4294967296;
var PlainBuffer = class {
  #bytes;
  #view;
  #length = 0;
  constructor() {
    this.#bytes = Buffer.allocUnsafeSlow(INITIAL_BYTES);
    this.#view = viewOf(this.#bytes);
  }
  get length() {
    return this.#length;
  }
  /** What has been written. Valid until the next write. */
  written() {
    return this.#bytes.subarray(0, this.#length);
  }
  /** Forgets everything after the first `length` bytes. */
  truncate(length) {
    this.#length = length;
  }
  reset() {
    this.#length = 0;
    if (this.#bytes.length > KEPT_BYTES) this.#resize(INITIAL_BYTES);
  }
  appendByte(byte) {
    if (this.#length === this.#bytes.length) this.#reserve(1);
    this.#bytes[this.#length++] = byte;
  }
  appendInt32(value) {
    this.#reserve(4);
    this.#view.setInt32(this.#length, value, true);
    this.#length += 4;
  }
  /** `value` is a safe integer. */
  appendSafeInt64(value) {
    this.#reserve(8);
    const high = Math.floor(value / TWO_TO_32);
    this.#view.setUint32(this.#length, value - high * TWO_TO_32, true);
    this.#view.setInt32(this.#length + 4, high, true);
    this.#length += 8;
  }
  appendInt64(value) {
    this.#reserve(8);
    this.#view.setBigInt64(this.#length, value, true);
    this.#length += 8;
  }
  /** 16 bytes, big-endian, as a DECIMAL of fixed length is written. */
  appendInt128(value) {
    this.#reserve(16);
    this.#view.setBigInt64(this.#length, value >> 64n, false);
    this.#view.setBigUint64(this.#length + 8, value & 0xffffffffffffffffn, false);
    this.#length += 16;
  }
  /** As `appendInt128`, for a safe integer. */
  appendSafeInt128(value) {
    this.#reserve(16);
    const high = Math.floor(value / TWO_TO_32);
    const sign = value < 0 ? -1 : 0;
    this.#view.setInt32(this.#length, sign, false);
    this.#view.setInt32(this.#length + 4, sign, false);
    this.#view.setInt32(this.#length + 8, high, false);
    this.#view.setUint32(this.#length + 12, value - high * TWO_TO_32, false);
    this.#length += 16;
  }
  appendFloat32(value) {
    this.#reserve(4);
    this.#view.setFloat32(this.#length, value, true);
    this.#length += 4;
  }
  appendFloat64(value) {
    this.#reserve(8);
    this.#view.setFloat64(this.#length, value, true);
    this.#length += 8;
  }
  /** Copies a slice as it is, without a length. */
  appendSlice(source, start, end) {
    const size = end - start;
    this.#reserve(size);
    const bytes = this.#bytes;
    let at = this.#length;
    if (size < SHORT_COPY_BYTES) for (let from = start; from < end; from++) bytes[at++] = source[from] ?? 0;
    else source.copy(bytes, at, start, end);
    this.#length += size;
  }
  /** Copies a slice as one byte array: its length, then its bytes. */
  appendByteArray(source, start, end) {
    this.appendInt32(end - start);
    this.appendSlice(source, start, end);
  }
  /** Opens a byte array whose length is not known yet. Hand the result to `closeByteArray` when it is written. */
  openByteArray() {
    this.appendInt32(0);
    return this.#length;
  }
  closeByteArray(opened) {
    this.#view.setInt32(opened - 4, this.#length - opened, true);
  }
  /** The bytes, each 0 or 1, as bits, least significant first: PLAIN for BOOLEAN. */
  packedBits() {
    const packed = new Uint8Array(Math.ceil(this.#length / 8));
    for (let i = 0; i < this.#length; i++)
      if (this.#bytes[i] === 1) packed[i >> 3] = (packed[i >> 3] ?? 0) | 1 << (i & 7);
    return packed;
  }
  #reserve(size) {
    const needed = this.#length + size;
    if (needed > this.#bytes.length) this.#resize(Math.max(this.#bytes.length * 2, needed));
  }
  #resize(capacity) {
    const grown = Buffer.allocUnsafeSlow(capacity);
    this.#bytes.copy(grown, 0, 0, this.#length);
    this.#bytes = grown;
    this.#view = viewOf(grown);
  }
};
function viewOf(bytes) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

// src/stage/json-text.ts
var QUOTE = 34;
var BACKSLASH = 92;
var HEX = "0123456789abcdef";
function appendAscii(out, text) {
  for (let i = 0; i < text.length; i++) out.appendByte(text.charCodeAt(i));
}
function appendJsonByte(out, byte) {
  if (byte === QUOTE || byte === BACKSLASH) {
    out.appendByte(BACKSLASH);
    out.appendByte(byte);
  } else if (byte < 32) appendAscii(out, `\\u00${HEX[byte >> 4]}${HEX[byte & 15]}`);
  else out.appendByte(byte);
}
function appendJsonString(out, bytes, start, end) {
  out.appendByte(QUOTE);
  for (let at = start; at < end; at++) appendJsonByte(out, bytes[at] ?? 0);
  out.appendByte(QUOTE);
}

// src/stage/array-json.ts
var QUOTE2 = 34;
var BACKSLASH2 = 92;
var OPEN = 123;
var CLOSE = 125;
var COMMA = 44;
var EQUALS = 61;
var SUBSCRIPT = 91;
var NUMBER_TEXT = /^-?\d+(?:\.\d+)?(?:e[+-]\d+)?$/;
var NOT_A_NUMBER = /^(?:NaN|-?Infinity)$/;
function arrayJsonReader(form) {
  const delimiter = form.delimiter.charCodeAt(0);
  return (bytes, start, end, out) => {
    const before = out.length;
    const opened = out.openByteArray();
    const literal2 = startOfBraces(bytes, start, end);
    if (!appendArray({ bytes, start: literal2, end, delimiter, element: form.element }, out)) {
      out.truncate(before);
      return "malformed";
    }
    out.closeByteArray(opened);
    return "value";
  };
}
function startOfBraces(bytes, start, end) {
  if (bytes[start] !== SUBSCRIPT) return start;
  const equals = bytes.indexOf(EQUALS, start);
  return equals === -1 ? end : equals + 1;
}
function appendArray(literal2, out) {
  const { bytes, end, delimiter } = literal2;
  let depth = 0;
  let at = literal2.start;
  let awaitsElement = true;
  if (bytes[at] !== OPEN) return false;
  while (at < end) {
    const byte = bytes[at];
    if (byte === OPEN) {
      if (!awaitsElement) return false;
      depth++;
      appendAscii(out, "[");
      awaitsElement = bytes[at + 1] !== CLOSE;
      at++;
    } else if (byte === CLOSE) {
      if (awaitsElement) return false;
      appendAscii(out, "]");
      at++;
      if (--depth === 0) return at === end;
    } else if (byte === delimiter) {
      if (awaitsElement) return false;
      out.appendByte(COMMA);
      awaitsElement = true;
      at++;
    } else {
      if (!awaitsElement) return false;
      at = byte === QUOTE2 ? appendQuoted(literal2, at, out) : appendUnquoted(literal2, at, out);
      if (at === -1) return false;
      awaitsElement = false;
    }
  }
  return false;
}
function appendQuoted(literal2, start, out) {
  const { bytes, end, element } = literal2;
  if (element === "number" || element === "boolean") return -1;
  const isText = element === "text";
  if (isText) out.appendByte(QUOTE2);
  let at = start + 1;
  for (; at < end && bytes[at] !== QUOTE2; at++) {
    if (bytes[at] === BACKSLASH2) at++;
    if (isText) appendJsonByte(out, bytes[at] ?? 0);
    else out.appendByte(bytes[at] ?? 0);
  }
  if (at >= end) return -1;
  if (isText) out.appendByte(QUOTE2);
  return at + 1;
}
function appendUnquoted(literal2, start, out) {
  const { bytes, end, delimiter, element } = literal2;
  let at = start;
  while (at < end && bytes[at] !== delimiter && bytes[at] !== CLOSE) {
    if (bytes[at] === OPEN || bytes[at] === QUOTE2 || bytes[at] === BACKSLASH2) return -1;
    at++;
  }
  if (isNull(bytes, start, at)) {
    appendAscii(out, "null");
    return at;
  }
  return appendBareElement(element, bytes, start, at, out) ? at : -1;
}
function isNull(bytes, start, end) {
  return end - start === 4 && bytes.toString("latin1", start, end) === "NULL";
}
function appendBareElement(element, bytes, start, end, out) {
  switch (element) {
    case "number": {
      const text = bytes.toString("latin1", start, end);
      if (NUMBER_TEXT.test(text)) appendAscii(out, text);
      else if (NOT_A_NUMBER.test(text)) appendAscii(out, `"${text}"`);
      else return false;
      return true;
    }
    case "boolean": {
      const text = bytes.toString("latin1", start, end);
      if (text !== "t" && text !== "f") return false;
      appendAscii(out, text === "t" ? "true" : "false");
      return true;
    }
    case "json":
      out.appendSlice(bytes, start, end);
      return true;
    case "text":
      appendJsonString(out, bytes, start, end);
      return true;
    default:
      return element;
  }
}

// src/stage/hstore-json.ts
var QUOTE3 = 34;
var BACKSLASH3 = 92;
var readHstoreJson = (bytes, start, end, out) => {
  const before = out.length;
  const opened = out.openByteArray();
  if (!appendObject(bytes, start, end, out)) {
    out.truncate(before);
    return "malformed";
  }
  out.closeByteArray(opened);
  return "value";
};
function appendObject(bytes, start, end, out) {
  appendAscii(out, "{");
  let at = start;
  while (at < end) {
    if (at > start) {
      if (!hasText(bytes, at, end, ", ")) return false;
      appendAscii(out, ",");
      at += 2;
    }
    at = appendQuoted2(bytes, at, end, out);
    if (at === -1 || !hasText(bytes, at, end, "=>")) return false;
    appendAscii(out, ":");
    at += 2;
    if (hasText(bytes, at, end, "NULL")) {
      appendAscii(out, "null");
      at += 4;
    } else at = appendQuoted2(bytes, at, end, out);
    if (at === -1) return false;
  }
  appendAscii(out, "}");
  return true;
}
function hasText(bytes, at, end, text) {
  return at + text.length <= end && bytes.toString("latin1", at, at + text.length) === text;
}
function appendQuoted2(bytes, start, end, out) {
  if (start >= end || bytes[start] !== QUOTE3) return -1;
  out.appendByte(QUOTE3);
  let at = start + 1;
  for (; at < end && bytes[at] !== QUOTE3; at++) {
    if (bytes[at] === BACKSLASH3) at++;
    appendJsonByte(out, bytes[at] ?? 0);
  }
  if (at >= end) return -1;
  out.appendByte(QUOTE3);
  return at + 1;
}

// src/stage/read-decimal.ts
var MINUS = 45;
var POINT = 46;
var ZERO = 48;
var SAFE_DIGITS = 15;
function decimalWidth(precision) {
  if (precision <= 9) return 4;
  return precision <= 18 ? 8 : 16;
}
function decimalReader(precision, scale) {
  const width = decimalWidth(precision);
  return (bytes, start, end, out) => {
    const shape = scanNumber(bytes, start, end, scale);
    if (typeof shape === "string") return shape;
    const { digits, value } = shape;
    if (digits > precision) return "an overflowing number";
    if (digits <= SAFE_DIGITS) appendSafe(out, width, value);
    else appendLarge(out, width, unscaledInteger(bytes.toString("latin1", start, end), scale));
    return "value";
  };
}
var SHAPE = { digits: 0, value: 0 };
function scanNumber(bytes, start, end, scale) {
  const negative = bytes[start] === MINUS;
  let at = negative ? start + 1 : start;
  if (at >= end) return "malformed";
  if (!isDigit(bytes[at])) return notANumber(bytes.toString("latin1", at, end), negative);
  let value = 0;
  let digits = 0;
  for (; at < end && bytes[at] !== POINT; at++) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return "malformed";
    if (digits > 0 || digit > 0) digits++;
    value = value * 10 + digit;
  }
  const pointAt = at;
  if (at < end && ++at === end) return "malformed";
  let fractionDigits = 0;
  let excess = false;
  for (; at < end; at++) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return "malformed";
    if (at - pointAt > scale) {
      excess ||= digit > 0;
      continue;
    }
    fractionDigits++;
    if (digits > 0 || digit > 0) digits++;
    value = value * 10 + digit;
  }
  if (excess) return "an overflowing number";
  for (; fractionDigits < scale; fractionDigits++) {
    if (digits > 0) digits++;
    value *= 10;
  }
  SHAPE.digits = digits;
  SHAPE.value = negative ? 0 - value : value;
  return SHAPE;
}
function isDigit(byte) {
  return byte !== void 0 && byte >= ZERO && byte <= ZERO + 9;
}
function notANumber(text, negative) {
  if (text === "NaN" && !negative) return "NaN";
  return text === "Infinity" ? "infinity" : "malformed";
}
function unscaledInteger(text, scale) {
  const [whole = "", fraction = ""] = text.split(".");
  return BigInt(whole + fraction.slice(0, scale).padEnd(scale, "0"));
}
function appendSafe(out, width, value) {
  if (width === 4) out.appendInt32(value);
  else if (width === 8) out.appendSafeInt64(value);
  else out.appendSafeInt128(value);
}
function appendLarge(out, width, value) {
  if (width === 16) out.appendInt128(value);
  else out.appendInt64(value);
}

// src/stage/read-float.ts
var MINUS2 = 45;
var POINT2 = 46;
var ZERO2 = 48;
var SAFE_DIGITS2 = 15;
var NUMBER_TEXT2 = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/;
var HALFWAY = 0x10000000n;
var LACKING_BITS = 0x1fffffffn;
var SCRATCH = new DataView(new ArrayBuffer(8));
var readFloat64 = (bytes, start, end, out) => {
  const value = readShortNumber(bytes, start, end) ?? parseFloatText(bytes.toString("latin1", start, end));
  if (value === void 0) return "malformed";
  out.appendFloat64(value);
  return "value";
};
var readFloat32 = (bytes, start, end, out) => {
  const value = readShortNumber(bytes, start, end) ?? parseFloatText(bytes.toString("latin1", start, end));
  if (value === void 0) return "malformed";
  out.appendFloat32(isHalfway(value) ? roundedOnce(bytes.toString("latin1", start, end), value) : value);
  return "value";
};
function readShortNumber(bytes, start, end) {
  const negative = bytes[start] === MINUS2;
  const first = negative ? start + 1 : start;
  if (first >= end || end - first > SAFE_DIGITS2) return void 0;
  let value = 0;
  let divisor = 0;
  for (let at = first; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === POINT2 && divisor === 0 && at > first && at < end - 1) {
      divisor = 1;
      continue;
    }
    const digit = byte - ZERO2;
    if (digit < 0 || digit > 9) return void 0;
    value = value * 10 + digit;
    divisor *= 10;
  }
  const magnitude = divisor === 0 ? value : value / divisor;
  return negative ? -magnitude : magnitude;
}
function parseFloatText(text) {
  switch (text) {
    case "NaN":
      return Number.NaN;
    case "Infinity":
      return Number.POSITIVE_INFINITY;
    case "-Infinity":
      return Number.NEGATIVE_INFINITY;
    default:
      return NUMBER_TEXT2.test(text) ? Number(text) : void 0;
  }
}
function isHalfway(value) {
  if (Math.fround(value) === value || !Number.isFinite(value)) return false;
  SCRATCH.setFloat64(0, value);
  return (SCRATCH.getBigUint64(0) & LACKING_BITS) === HALFWAY;
}
function roundedOnce(text, halfway) {
  const side = compareExactly(text, halfway);
  if (side === 0) return halfway;
  SCRATCH.setFloat64(0, halfway);
  const awayFromZero = side > 0 === halfway > 0;
  SCRATCH.setBigUint64(0, SCRATCH.getBigUint64(0) + (awayFromZero ? 1n : -1n));
  return SCRATCH.getFloat64(0);
}
function compareExactly(text, value) {
  const [, fraction = "", exponent = "0"] = NUMBER_TEXT2.exec(text) ?? [];
  const digits = BigInt(text.replace(/e.*$/, "").replace(".", ""));
  const tens = Number(exponent) - fraction.length;
  SCRATCH.setFloat64(0, value);
  const bits = SCRATCH.getBigUint64(0);
  const mantissa = (bits & 0xfffffffffffffn | 0x10000000000000n) * (value < 0 ? -1n : 1n);
  const twos = Number(bits >> 52n & 0x7ffn) - 1075;
  const left = digits * 10n ** BigInt(Math.max(tens, 0)) * 2n ** BigInt(Math.max(-twos, 0));
  const right = mantissa * 2n ** BigInt(Math.max(twos, 0)) * 10n ** BigInt(Math.max(-tens, 0));
  return left === right ? 0 : left > right ? 1 : -1;
}

// src/stage/read-integer.ts
var MINUS3 = 45;
var ZERO3 = 48;
var SAFE_DIGITS3 = 15;
var INT64_DIGITS = 19;
function integerReader(bits) {
  const limit = 2 ** (bits - 1);
  return (bytes, start, end, out) => {
    const value = readSafeInteger(bytes, start, end);
    if (!(value >= -limit && value < limit)) return "malformed";
    out.appendInt32(value);
    return "value";
  };
}
var readInt64 = (bytes, start, end, out) => {
  if (end - start <= SAFE_DIGITS3) {
    const value = readSafeInteger(bytes, start, end);
    if (Number.isNaN(value)) return "malformed";
    out.appendSafeInt64(value);
    return "value";
  }
  return readLargeInt64(bytes, start, end, out);
};
function readSafeInteger(bytes, start, end) {
  const negative = bytes[start] === MINUS3;
  const first = negative ? start + 1 : start;
  if (first >= end || end - first > SAFE_DIGITS3) return Number.NaN;
  let value = 0;
  for (let at = first; at < end; at++) {
    const digit = (bytes[at] ?? 0) - ZERO3;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return negative ? 0 - value : value;
}
function readLargeInt64(bytes, start, end, out) {
  const first = bytes[start] === MINUS3 ? start + 1 : start;
  if (end - first > INT64_DIGITS) return "malformed";
  for (let at = first; at < end; at++) {
    const digit = (bytes[at] ?? 0) - ZERO3;
    if (digit < 0 || digit > 9) return "malformed";
  }
  const value = BigInt(bytes.toString("latin1", start, end));
  if (BigInt.asIntN(64, value) !== value) return "malformed";
  out.appendInt64(value);
  return "value";
}

// src/stage/read-timestamp.ts
var ZERO4 = 48;
var DASH = 45;
var PLUS = 43;
var COLON = 58;
var POINT3 = 46;
var SPACE = 32;
var SECONDS_PER_DAY = 86400;
var MICROSECONDS_PER_SECOND = 1e6;
var SAFE_SECONDS = 9e9;
var MAX_MICROSECONDS = 2n ** 63n - 2n;
var readDate = (bytes, start, end, out) => {
  if (isInfinity(bytes, start, end)) return "infinity";
  const dateEnd = endBeforeEra(bytes, start, end);
  if (!scanDate(bytes, start, dateEnd) || CURSOR.at !== dateEnd) return "malformed";
  const year = dateEnd === end ? CURSOR.year : 1 - CURSOR.year;
  out.appendInt32(daysFromCivil(year, CURSOR.month, CURSOR.day));
  return "value";
};
var readTimestamp = (bytes, start, end, out) => readMoment(bytes, start, end, "none", out);
var readTimestamptz = (bytes, start, end, out) => readMoment(bytes, start, end, "required", out);
var CURSOR = { at: 0, year: 0, month: 0, day: 0, seconds: 0, microseconds: 0, offsetSeconds: 0 };
function readMoment(bytes, start, end, offset, out) {
  if (isInfinity(bytes, start, end)) return "infinity";
  const textEnd = endBeforeEra(bytes, start, end);
  if (!scanDate(bytes, start, textEnd) || bytes[CURSOR.at] !== SPACE) return "malformed";
  if (!scanTime(bytes, CURSOR.at + 1, textEnd)) return "malformed";
  CURSOR.offsetSeconds = 0;
  if (offset === "required" && !scanOffset(bytes, CURSOR.at, textEnd)) return "malformed";
  if (CURSOR.at !== textEnd) return "malformed";
  const year = textEnd === end ? CURSOR.year : 1 - CURSOR.year;
  const days = daysFromCivil(year, CURSOR.month, CURSOR.day);
  return appendMoment(
    out,
    days * SECONDS_PER_DAY + CURSOR.seconds - CURSOR.offsetSeconds,
    CURSOR.microseconds
  );
}
function appendMoment(out, seconds, microseconds) {
  if (seconds < SAFE_SECONDS && seconds > -SAFE_SECONDS) {
    out.appendSafeInt64(seconds * MICROSECONDS_PER_SECOND + microseconds);
    return "value";
  }
  const value = BigInt(seconds) * BigInt(MICROSECONDS_PER_SECOND) + BigInt(microseconds);
  if (value > MAX_MICROSECONDS) return "a timestamp out of range";
  out.appendInt64(value);
  return "value";
}
function isInfinity(bytes, start, end) {
  const first = bytes[start];
  if (first !== 105 && first !== DASH) return false;
  const text = bytes.toString("latin1", start, end);
  return text === "infinity" || text === "-infinity";
}
function endBeforeEra(bytes, start, end) {
  const isBeforeChrist = end - start > 3 && bytes[end - 1] === 67 && bytes[end - 2] === 66 && bytes[end - 3] === SPACE;
  return isBeforeChrist ? end - 3 : end;
}
function scanDate(bytes, start, end) {
  let at = start;
  let year = 0;
  while (at < end && bytes[at] !== DASH) {
    const digit = (bytes[at++] ?? 0) - ZERO4;
    if (digit < 0 || digit > 9) return false;
    year = year * 10 + digit;
  }
  if (at - start < 4 || at - start > 7 || at + 6 > end || bytes[at + 3] !== DASH) return false;
  const month = twoDigits(bytes, at + 1);
  const day = twoDigits(bytes, at + 4);
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return false;
  CURSOR.year = year;
  CURSOR.month = month;
  CURSOR.day = day;
  CURSOR.at = at + 6;
  return true;
}
function scanTime(bytes, start, end) {
  if (start + 8 > end || bytes[start + 2] !== COLON || bytes[start + 5] !== COLON) return false;
  const hours = twoDigits(bytes, start);
  const minutes = twoDigits(bytes, start + 3);
  const seconds = twoDigits(bytes, start + 6);
  if (!(hours < 24 && minutes < 60 && seconds < 60)) return false;
  let at = start + 8;
  let microseconds = 0;
  if (bytes[at] === POINT3 && at < end) {
    let weight = MICROSECONDS_PER_SECOND;
    for (at++; at < end && weight > 1; at++) {
      const digit = (bytes[at] ?? 0) - ZERO4;
      if (digit < 0 || digit > 9) break;
      weight /= 10;
      microseconds += digit * weight;
    }
    if (weight === MICROSECONDS_PER_SECOND) return false;
  }
  CURSOR.seconds = hours * 3600 + minutes * 60 + seconds;
  CURSOR.microseconds = microseconds;
  CURSOR.at = at;
  return true;
}
function scanOffset(bytes, start, end) {
  const sign = bytes[start];
  if (sign !== PLUS && sign !== DASH || start + 3 > end) return false;
  let seconds = twoDigits(bytes, start + 1) * 3600;
  let at = start + 3;
  for (let unit = 60; unit >= 1 && at + 3 <= end && bytes[at] === COLON; unit /= 60, at += 3)
    seconds += twoDigits(bytes, at + 1) * unit;
  if (Number.isNaN(seconds)) return false;
  CURSOR.offsetSeconds = sign === DASH ? -seconds : seconds;
  CURSOR.at = at;
  return true;
}
function twoDigits(bytes, at) {
  const tens = (bytes[at] ?? 0) - ZERO4;
  const units = (bytes[at + 1] ?? 0) - ZERO4;
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : Number.NaN;
}
var DAYS_PER_ERA = 146097;
var EPOCH_DAYS = 719468;
function daysFromCivil(year, month, day) {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_DAYS;
}

// src/stage/value-reader.ts
function valueReaderOf(mapping) {
  switch (mapping.form.tag) {
    case "array-json":
      return arrayJsonReader(mapping.form);
    case "hstore-json":
      return readHstoreJson;
    case "plain":
      return plainReaderOf(mapping.type);
    default:
      return mapping.form;
  }
}
function plainReaderOf(type) {
  switch (type.tag) {
    case "boolean":
      return readBoolean;
    case "int16":
      return integerReader(16);
    case "int32":
      return integerReader(32);
    case "int64":
      return readInt64;
    case "float32":
      return readFloat32;
    case "float64":
      return readFloat64;
    case "decimal":
      return decimalReader(type.precision, type.scale);
    case "string":
      return readString;
    case "binary":
      return readBytea;
    case "date":
      return readDate;
    case "timestamp":
      return readTimestamp;
    case "timestamptz":
      return readTimestamptz;
    default:
      return type;
  }
}
var readBoolean = (bytes, start, end, out) => {
  const byte = bytes[start];
  if (end - start !== 1 || byte !== 116 && byte !== 102) return "malformed";
  out.appendByte(byte === 116 ? 1 : 0);
  return "value";
};
var readString = (bytes, start, end, out) => {
  out.appendByteArray(bytes, start, end);
  return "value";
};
var NOT_HEX = 255;
var HEX_DIGITS = new Uint8Array(256).fill(NOT_HEX);
for (const [digit, character] of [..."0123456789abcdef"].entries()) {
  HEX_DIGITS[character.charCodeAt(0)] = digit;
  HEX_DIGITS[character.toUpperCase().charCodeAt(0)] = digit;
}
var readBytea = (bytes, start, end, out) => {
  if (bytes[start] !== 92 || bytes[start + 1] !== 120 || (end - start) % 2 !== 0)
    return "malformed";
  const before = out.length;
  out.appendInt32((end - start) / 2 - 1);
  for (let at = start + 2; at < end; at += 2) {
    const high = HEX_DIGITS[bytes[at] ?? 0] ?? NOT_HEX;
    const low = HEX_DIGITS[bytes[at + 1] ?? 0] ?? NOT_HEX;
    if (high === NOT_HEX || low === NOT_HEX) {
      out.truncate(before);
      return "malformed";
    }
    out.appendByte(high << 4 | low);
  }
  return "value";
};

// src/stage/column-builder.ts
var INITIAL_ROWS = 1024;
var ColumnBuilder = class {
  values = new PlainBuffer();
  #options;
  #read;
  #presence = new Uint8Array(INITIAL_ROWS);
  #rowCount = 0;
  #nullCount = 0;
  #specialValueCount = 0;
  constructor(options) {
    this.#options = options;
    this.#read = valueReaderOf(options.mapping);
  }
  get rowCount() {
    return this.#rowCount;
  }
  get nullCount() {
    return this.#nullCount;
  }
  get isBoolean() {
    return this.#options.mapping.type.tag === "boolean";
  }
  /** Values turned into null since the builder was made; `reset` does not forget them. */
  get specialValueCount() {
    return this.#specialValueCount;
  }
  /** One byte per row: 1 where it holds a value, 0 where null. Valid until the next append. */
  presence() {
    return this.#presence.subarray(0, this.#rowCount);
  }
  /**
   * Reads the text in `bytes[start, end)`. Nothing of `bytes` is kept.
   *
   * Throws `value-unrepresentable` for a value without a home in the target type, unless the policy makes it null,
   * and `protocol-violated` for text that PostgreSQL does not print for this type. Neither quotes the value.
   */
  append(bytes, start, end) {
    const reading = this.#read(bytes, start, end, this.values);
    if (reading === "value") this.#appendPresence(1);
    else this.#appendWithoutHome(reading);
  }
  appendNull() {
    this.#nullCount++;
    this.#appendPresence(0);
  }
  /** Makes ready for the next row group. */
  reset() {
    this.values.reset();
    this.#rowCount = 0;
    this.#nullCount = 0;
  }
  #appendPresence(present) {
    if (this.#rowCount === this.#presence.length) {
      const grown = new Uint8Array(this.#rowCount * 2);
      grown.set(this.#presence);
      this.#presence = grown;
    }
    this.#presence[this.#rowCount++] = present;
  }
  #appendWithoutHome(reading) {
    if (reading === "malformed") throw malformedError(this.#options);
    if (this.#options.specialValues === "error" || this.#options.isKey)
      throw unrepresentableError(this.#options, reading);
    this.#specialValueCount++;
    this.appendNull();
  }
};
function malformedError({ table, column, mapping }) {
  return new IngestError(
    "protocol-violated",
    `A value of ${table}.${column} is not what PostgreSQL prints for the type it is mapped to (${mapping.type.tag}).`
  );
}
function unrepresentableError({ table, column, mapping, isKey }, value) {
  const solution = isKey ? `${column} belongs to the row key, which cannot be NULL: give ${table} another key under write_mode.keys, change the value at the source, or take the table out of the selection.` : `Set "special_values: null" to store NULL instead and have the values counted in the report, or list ${column} under exclude_columns.`;
  return new IngestError(
    "value-unrepresentable",
    `A row of ${table} holds ${value} in column ${column}, which the target type (${mapping.type.tag}) cannot hold.`,
    { solution }
  );
}

// src/stage/parquet-field.ts
function parquetField(name, type, repetition) {
  return { name, repetition_type: repetition, ...annotationOf(type) };
}
function annotationOf(type) {
  switch (type.tag) {
    case "boolean":
      return { type: "BOOLEAN" };
    case "int16":
      return { type: "INT32", converted_type: "INT_16" };
    case "int32":
      return { type: "INT32" };
    case "int64":
      return { type: "INT64" };
    case "float32":
      return { type: "FLOAT" };
    case "float64":
      return { type: "DOUBLE" };
    case "decimal":
      return decimalAnnotation(type.precision, type.scale);
    case "string":
      return { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } };
    case "binary":
      return { type: "BYTE_ARRAY" };
    case "date":
      return { type: "INT32", converted_type: "DATE", logical_type: { type: "DATE" } };
    case "timestamp":
      return timestampAnnotation(false);
    case "timestamptz":
      return timestampAnnotation(true);
    default:
      return type;
  }
}
function decimalAnnotation(precision, scale) {
  const annotation = {
    converted_type: "DECIMAL",
    logical_type: { type: "DECIMAL", precision, scale },
    precision,
    scale
  };
  switch (decimalWidth(precision)) {
    case 4:
      return { type: "INT32", ...annotation };
    case 8:
      return { type: "INT64", ...annotation };
    case 16:
      return { type: "FIXED_LEN_BYTE_ARRAY", type_length: 16, ...annotation };
  }
}
function timestampAnnotation(isAdjustedToUTC) {
  return { type: "INT64", logical_type: { type: "TIMESTAMP", isAdjustedToUTC, unit: "MICROS" } };
}

// src/stage/staged-row-group.ts
var STRING = { tag: "string" };
var INT64 = { tag: "int64" };
var INSTANT = { tag: "timestamptz" };
var BOOLEAN = { tag: "boolean" };
var StagedRowGroup = class {
  #layout;
  #data;
  /** By index into the columns; `undefined` where a column is not keepable. */
  #keepFlags;
  /** In the order of `layout.keyColumns`; empty without previous keys. */
  #previousKey;
  #op = new PlainBuffer();
  #lsn = new PlainBuffer();
  #committedAt = new PlainBuffer();
  #seq = new PlainBuffer();
  /** Written only with previous keys. */
  #movedLsn = new PlainBuffer();
  #fields;
  #rowCount = 0;
  #textBytes = 0;
  constructor(layout) {
    this.#layout = layout;
    this.#data = layout.columns.map(
      (column, i) => columnBuilder(layout, column, layout.keyColumns.includes(i))
    );
    this.#keepFlags = layout.columns.map(
      (_, i) => layout.keepable.includes(i) ? new PlainBuffer() : void 0
    );
    this.#previousKey = keyColumnsOf(layout).map((column) => columnBuilder(layout, column, true));
    this.#fields = stagedFields(layout);
  }
  /** Schema of the file, in the order of `encode`. */
  get fields() {
    return this.#fields;
  }
  get rowCount() {
    return this.#rowCount;
  }
  /** Text of the values held, in bytes: near enough to what they take up here. */
  get textBytes() {
    return this.#textBytes;
  }
  /** Values turned into null, over all row groups. */
  get specialValueCount() {
    return [...this.#data, ...this.#previousKey].reduce((sum, builder) => sum + builder.specialValueCount, 0);
  }
  append(row, control, previousKey2) {
    const { columns } = this.#layout;
    for (let i = 0; i < columns.length; i++) this.#appendValue(i, row);
    if (this.#previousKey.length > 0) this.#appendPreviousKey(previousKey2);
    else if (previousKey2 !== void 0)
      throw violation(this.#layout, "A key change came where none was expected");
    this.#op.appendInt32(1);
    this.#op.appendByte(control.op.charCodeAt(0));
    this.#lsn.appendInt64(control.lsn);
    this.#committedAt.appendInt64(control.committedAt);
    this.#seq.appendSafeInt64(control.seq);
    if (this.#layout.withPreviousKey) this.#movedLsn.appendInt64(control.movedLsn);
    this.#rowCount++;
  }
  /** The columns as they stand. Valid until the next `append` or `reset`. */
  encode() {
    const columns = [
      ...this.#data.map(optionalColumn),
      ...this.#keepFlags.filter((flags) => flags !== void 0).map((flags) => required(flags.packedBits())),
      ...this.#previousKey.map(optionalColumn),
      ...this.#layout.withPreviousKey ? [required(this.#movedLsn.written())] : [],
      ...[this.#op, this.#lsn, this.#committedAt, this.#seq].map((buffer) => required(buffer.written()))
    ];
    return this.#fields.flatMap((field, i) => {
      const column = columns[i];
      return column === void 0 ? [] : [{ field, ...column }];
    });
  }
  /** Makes ready for the next row group. */
  reset() {
    for (const builder of this.#data) builder.reset();
    for (const flags of this.#keepFlags) flags?.reset();
    for (const builder of this.#previousKey) builder.reset();
    for (const buffer of [this.#movedLsn, this.#op, this.#lsn, this.#committedAt, this.#seq]) buffer.reset();
    this.#rowCount = 0;
    this.#textBytes = 0;
  }
  #appendValue(index, row) {
    const builder = this.#data[index];
    const column = this.#layout.columns[index];
    if (builder === void 0 || column === void 0) return;
    const keepFlags = this.#keepFlags[index];
    const source = column.sourceIndex;
    const kind = row.kinds[source];
    if (kind === ValueKind.text) {
      const start = row.starts[source] ?? 0;
      const end = row.ends[source] ?? 0;
      builder.append(row.bytes, start, end);
      this.#textBytes += end - start;
    } else if (kind === ValueKind.null) builder.appendNull();
    else if (kind === ValueKind.unchanged && keepFlags !== void 0) builder.appendNull();
    else throw violation(this.#layout, `Column ${column.name} came without its value`);
    keepFlags?.appendByte(kind === ValueKind.unchanged ? 1 : 0);
  }
  #appendPreviousKey(previousKey2) {
    const { columns, keyColumns } = this.#layout;
    for (let j = 0; j < keyColumns.length; j++) {
      const builder = this.#previousKey[j];
      const source = columns[keyColumns[j] ?? -1]?.sourceIndex ?? -1;
      if (builder === void 0) continue;
      const kind = previousKey2?.kinds[source] ?? ValueKind.null;
      if (kind === ValueKind.null) builder.appendNull();
      else if (kind === ValueKind.text && previousKey2 !== void 0)
        builder.append(previousKey2.bytes, previousKey2.starts[source] ?? 0, previousKey2.ends[source] ?? 0);
      else throw violation(this.#layout, "A key change came without the whole previous key");
    }
  }
};
function stagedFields(layout) {
  const { columns, keepable } = layout;
  return [
    ...columns.map((column, i) => parquetField(`c${i}`, column.mapping.type, "OPTIONAL")),
    ...columns.flatMap((_, i) => keepable.includes(i) ? [parquetField(`k${i}`, BOOLEAN, "REQUIRED")] : []),
    ...layout.withPreviousKey ? [
      ...layout.keyColumns.map(
        (i) => parquetField(`f${i}`, columnAt(layout, i).mapping.type, "OPTIONAL")
      ),
      parquetField("moved_lsn", INT64, "REQUIRED")
    ] : [],
    parquetField("op", STRING, "REQUIRED"),
    parquetField("lsn", INT64, "REQUIRED"),
    parquetField("committed_at", INSTANT, "REQUIRED"),
    parquetField("seq", INT64, "REQUIRED")
  ];
}
function keyColumnsOf(layout) {
  return layout.withPreviousKey ? layout.keyColumns.map((i) => columnAt(layout, i)) : [];
}
function columnAt(layout, index) {
  const column = layout.columns[index];
  if (column === void 0)
    throw new IngestError("internal-error", `${layout.table} has no staged column ${index}.`);
  return column;
}
function columnBuilder(layout, column, isKey) {
  const { table, specialValues } = layout;
  return new ColumnBuilder({ mapping: column.mapping, specialValues, table, column: column.name, isKey });
}
function optionalColumn(builder) {
  const { values, nullCount } = builder;
  return {
    presence: builder.presence(),
    nullCount,
    values: builder.isBoolean ? values.packedBits() : values.written()
  };
}
function required(values) {
  return { presence: void 0, nullCount: 0, values };
}
function violation(layout, what) {
  return new IngestError("protocol-violated", `${what} in a row of ${layout.table}.`);
}

// src/stage/parquet-file.ts
var MAGIC = 827474256;
var DEFAULT_ROW_GROUP_ROWS = 32768;
var ROW_GROUP_BYTES = 16 * 1024 * 1024;
var KEY_VALUES = [{ key: "org.apache.spark.version", value: "4.0.0" }];
var COMPRESSION = { params: { [zlib.constants.ZSTD_c_compressionLevel]: 1 } };
var HAS_ZSTD = typeof zlib.zstdCompressSync === "function";
var CODEC = HAS_ZSTD ? "ZSTD" : "GZIP";
function openStagedFile(options) {
  return new StagedFileWriter(options);
}
var StagedFileWriter = class {
  #path;
  #rowGroupRows;
  #rowGroup;
  #keyBounds;
  #writer = new ByteWriter();
  #rowGroups = [];
  #state = "open";
  #file;
  #rowCount = 0;
  constructor(options) {
    this.#path = options.path;
    this.#rowGroupRows = options.rowGroupRows ?? DEFAULT_ROW_GROUP_ROWS;
    this.#rowGroup = new StagedRowGroup(options);
    this.#keyBounds = keyBoundGatherers(options);
    this.#file = translateErrors(this.#path, () => openSync(this.#path, "w"));
    this.#writer.appendUint32(MAGIC);
  }
  /** Rows appended so far. */
  get rowCount() {
    return this.#rowCount;
  }
  /**
   * Appends one row, and writes a row group when enough have come. Nothing of `row` is kept.
   *
   * An unchanged value of a keepable column becomes null with its keep flag set. Throws `value-unrepresentable`,
   * `protocol-violated`, `disk-full` or `staging-failed`.
   */
  append(row, control, previousKey2) {
    this.#requireOpen();
    this.#state = "appending";
    this.#rowGroup.append(row, control, previousKey2);
    this.#rowCount++;
    if (this.#rowGroup.rowCount >= this.#rowGroupRows || this.#rowGroup.textBytes >= ROW_GROUP_BYTES)
      this.#writeRowGroup();
    this.#state = "open";
  }
  /** Writes what is left and the footer. Only then is the file a Parquet file. */
  async close() {
    this.#requireOpen();
    this.#state = "appending";
    if (this.#rowGroup.rowCount > 0) this.#writeRowGroup();
    this.#writeFooter();
    translateErrors(this.#path, () => closeSync(this.#file));
    this.#state = "closed";
    return {
      rows: this.#rowCount,
      bytes: this.#writer.offset,
      specialValues: this.#rowGroup.specialValueCount,
      keyBounds: new Map(
        [...this.#keyBounds].flatMap(
          ([index, { bound }]) => bound === void 0 ? [] : [[index, bound]]
        )
      )
    };
  }
  /** Removes the unfinished file. Never fails, and does nothing after `close`. */
  abandon() {
    if (this.#state === "closed") return;
    this.#state = "closed";
    ignoreErrors(() => closeSync(this.#file));
    ignoreErrors(() => rmSync(this.#path, { force: true }));
  }
  async [Symbol.asyncDispose]() {
    this.abandon();
  }
  #requireOpen() {
    if (this.#state !== "open")
      throw new IngestError("internal-error", `The staged file ${this.#path} is closed, or failed earlier.`);
  }
  #writeRowGroup() {
    const columns = [];
    const start = this.#writer.offset;
    for (const [index, column] of this.#rowGroup.encode().entries()) {
      this.#keyBounds.get(index)?.take(column.values);
      columns.push(writeColumnChunk(this.#writer, column, this.#rowGroup.rowCount));
      this.#flush();
    }
    this.#rowGroups.push({
      columns,
      num_rows: BigInt(this.#rowGroup.rowCount),
      total_byte_size: columns.reduce(
        (sum, { meta_data }) => sum + (meta_data?.total_uncompressed_size ?? 0n),
        0n
      ),
      total_compressed_size: BigInt(this.#writer.offset - start)
    });
    this.#rowGroup.reset();
  }
  #writeFooter() {
    const { fields } = this.#rowGroup;
    writeMetadata(this.#writer, {
      version: 2,
      created_by: "tributary",
      schema: [{ name: "row", num_children: fields.length }, ...fields],
      num_rows: BigInt(this.#rowCount),
      row_groups: this.#rowGroups,
      key_value_metadata: KEY_VALUES,
      metadata_length: 0
    });
    this.#writer.appendUint32(MAGIC);
    this.#flush();
  }
  /** Moves what the writer holds to the disk. */
  #flush() {
    const bytes = this.#writer.getBytes();
    translateErrors(this.#path, () => {
      for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done);
    });
    this.#writer.index = 0;
  }
};
function keyBoundGatherers({ columns, keyColumns }) {
  return new Map(
    keyColumns.flatMap((index) => {
      const type = columns[index]?.mapping.type;
      const kind = type === void 0 ? void 0 : boundKindOf(type);
      return kind === void 0 ? [] : [[index, new KeyBoundGatherer(kind)]];
    })
  );
}
function writeColumnChunk(writer, column, rowCount) {
  const { field, nullCount } = column;
  const levels = definitionLevels(column);
  const values = HAS_ZSTD ? zlib.zstdCompressSync(column.values, COMPRESSION) : zlib.gzipSync(column.values, { level: zlib.constants.Z_BEST_SPEED });
  const start = writer.offset;
  const uncompressedSize = levels.length + column.values.length;
  writePageHeader(writer, {
    type: "DATA_PAGE_V2",
    uncompressed_page_size: uncompressedSize,
    compressed_page_size: levels.length + values.length,
    data_page_header_v2: {
      num_values: rowCount,
      num_nulls: nullCount,
      num_rows: rowCount,
      encoding: "PLAIN",
      definition_levels_byte_length: levels.length,
      repetition_levels_byte_length: 0,
      is_compressed: true
    }
  });
  const headerSize = writer.offset - start;
  writer.appendBytes(levels);
  writer.appendBytes(values);
  return {
    file_offset: BigInt(start),
    meta_data: {
      type: field.type,
      encodings: ["PLAIN"],
      path_in_schema: [field.name],
      codec: CODEC,
      num_values: BigInt(rowCount),
      total_uncompressed_size: BigInt(headerSize + uncompressedSize),
      total_compressed_size: BigInt(writer.offset - start),
      data_page_offset: BigInt(start)
    }
  };
}
function definitionLevels({ presence }) {
  const levels = new ByteWriter();
  if (presence !== void 0) writeRleBitPackedHybrid(levels, presence, 1);
  return levels.getBytes();
}
var DISK_FULL_CODES = /* @__PURE__ */ new Set(["ENOSPC", "EDQUOT"]);
function translateErrors(path4, action) {
  try {
    return action();
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : void 0;
    if (DISK_FULL_CODES.has(code))
      throw new IngestError("disk-full", `No space is left to write the staged file ${path4}.`, {
        solution: "Free space on that disk, or point the temporary directory (TMPDIR) to one with more room.",
        cause
      });
    throw new IngestError(
      "staging-failed",
      `The staged file ${path4} could not be written (${String(code)}).`,
      {
        solution: "See that the directory exists and may be written to.",
        cause
      }
    );
  }
}
function ignoreErrors(action) {
  try {
    action();
  } catch {
  }
}

// src/ingest/complete-rows.ts
var REREAD_ROWS = 100;
async function* completeMovedRows(netChanges, source, table, shape) {
  let waiting = [];
  for (const change of netChanges) {
    if (change.tag === "delete-key" || change.movedFrom === void 0) {
      yield change;
    } else {
      waiting.push(change);
      if (waiting.length < REREAD_ROWS) continue;
      yield* await completeSome(waiting, source, table, shape);
      waiting = [];
    }
  }
  yield* await completeSome(waiting, source, table, shape);
}
async function completeSome(changes, source, table, shape) {
  if (changes.length === 0) return [];
  const view = new RowView(shape.columnCount);
  const donor = new RowView(shape.columnCount);
  const keys = changes.map(({ image }) => keyTexts(readRowImage(image, view), shape));
  const rows = await rereadRows(source, table, shape, keys);
  return changes.map((change, index) => {
    layTexts(donor, keepableColumns(shape), rows[index] ?? []);
    const image = fillUnchanged(readRowImage(change.image, view), donor);
    return { ...change, image, movedFrom: void 0 };
  });
}
async function rereadRows(source, table, shape, keys) {
  const { selected, target } = table.plan;
  const typeOf = (name) => selected.columns.find((column) => column.name === name)?.type.displayName ?? "text";
  const rows = await source.readRows({
    schema: selected.source.schema,
    table: selected.source.name,
    keyColumns: target.keyColumns.map((name) => ({ name, type: typeOf(name) })),
    keys,
    columns: shape.layout.keepable.map((index) => shape.stagedNames[index] ?? "")
  });
  table.noteReread(await source.readInsertLsn());
  return rows;
}
function keepableColumns(shape) {
  return shape.layout.keepable.map((index) => shape.layout.columns[index]?.sourceIndex ?? 0);
}
function layTexts(view, columns, texts) {
  view.kinds.fill(ValueKind.null);
  const pieces = [];
  let at = 0;
  for (const [position, column] of columns.entries()) {
    const text = texts[position] ?? null;
    if (text === null) continue;
    const bytes = Buffer.from(text, "utf8");
    pieces.push(bytes);
    view.kinds[column] = ValueKind.text;
    view.starts[column] = at;
    at += bytes.length;
    view.ends[column] = at;
  }
  view.bytes = Buffer.concat(pieces);
}
function keyTexts(view, shape) {
  return shape.keyColumns.map(
    (column) => view.bytes.toString("utf8", view.starts[column], view.ends[column])
  );
}

// src/ingest/table-shape.ts
function planShape(columnNames, target) {
  const staged = target.columns.filter(({ name }) => columnNames.includes(name));
  const keyColumns = target.keyColumns.map((key) => columnNames.indexOf(key));
  if (keyColumns.includes(-1)) {
    throw new IngestError(
      "row-key-missing",
      `${target.source}: the log has rows without the key column${target.keyColumns.length === 1 ? "" : "s"} ${target.keyColumns.join(", ")}.`,
      {
        solution: `Load the table anew: ${reloadWords(target.source)}`
      }
    );
  }
  const columns = staged.map((column) => ({
    name: column.name,
    sourceIndex: columnNames.indexOf(column.name),
    mapping: column.mapping
  }));
  const toastable = staged.flatMap((column, index) => column.toastable ? [index] : []);
  return {
    columnCount: columnNames.length,
    keyColumns,
    stagedNames: staged.map(({ name }) => name),
    layout: {
      table: target.source,
      columns,
      keepable: toastable,
      keyColumns: target.keyColumns.map((key) => staged.findIndex(({ name }) => name === key)),
      withPreviousKey: toastable.length > 0
    }
  };
}
function shapeOfRelation(relation, target) {
  return planShape(
    relation.columns.map(({ name }) => name),
    target
  );
}
function stagedSources(shape, target, missing) {
  return target.columns.map(({ name }) => {
    const index = shape.stagedNames.indexOf(name);
    return index === -1 ? { tag: "missing", literal: missing(name) } : { tag: "staged", index };
  });
}
function layoutFor(shape, specialValues) {
  return { ...shape.layout, specialValues };
}

// src/ingest/merge-table.ts
async function mergeTable(context, interval) {
  const plan = interval.mergePlan();
  if (plan === void 0) return;
  const { warehouse } = context;
  const { counts } = interval.table;
  if (plan.groups.length === 0 && plan.others.tag === "truncated") {
    counts.deletedRows += await warehouse.update(buildTruncation(warehouse.dialect, plan, plan.others.lsn));
    return;
  }
  await saveReread(context, interval);
  const asksFirst = plan.unchangedColumns.size > 0 && interval.table.plan.snapshot.tag !== "loaded";
  if (!asksFirst && await runMerge(context, counts, plan)) return;
  const resolved = await resolveOrphans(context, interval, plan);
  await saveReread(context, interval);
  await runMerge(context, counts, resolved);
}
async function saveReread(context, { table }) {
  if (!table.isRereadUnsaved) return;
  await context.checkpointAgain();
  table.isRereadUnsaved = false;
}
async function runMerge(context, counts, plan) {
  const { warehouse } = context;
  const { name: target, deletedRows } = plan.target;
  const { mergedAt, deletions } = plan;
  const statement = buildMerge(warehouse.dialect, plan);
  const merged = await warehouse.merge({ statement, target, mergedAt, deletedRows, deletions });
  if (merged === "unresolved") return false;
  counts.insertedRows += merged.inserted;
  counts.updatedRows += merged.updated;
  counts.deletedRows += merged.deleted;
  return true;
}
async function resolveOrphans(context, interval, plan) {
  var _stack = [];
  try {
    const { warehouse, source } = context;
    const { table } = interval;
    const { shape } = table;
    const orphans = await warehouse.query(buildOrphanQuery(warehouse.dialect, plan));
    if (orphans.length === 0) return { ...plan, unresolved: "left-out" };
    const keys = orphans.map((row) => row.map((value) => value ?? ""));
    const localPath = path.join(context.workDirectory, `t${table.oid}-reread.parquet`);
    const layout = {
      ...layoutFor(shape, context.pipeline.specialValues),
      keepable: [],
      withPreviousKey: false
    };
    const file = __using(_stack, openStagedFile({ ...layout, path: localPath }), true);
    const view = new RowView(shape.columnCount);
    const columns = [...shape.keyColumns, ...keepableColumns(shape)];
    for (let start = 0; start < keys.length; start += REREAD_ROWS) {
      const some = keys.slice(start, start + REREAD_ROWS);
      const rows = await rereadRows(source, table, shape, some);
      for (const [index, row] of rows.entries()) {
        if (row === void 0) continue;
        layTexts(view, columns, [...some[index] ?? [], ...row]);
        file.append(view, { op: "u", lsn: 0n, committedAt: 0n, seq: 0, movedLsn: 0n });
      }
    }
    const staged = await file.close();
    await warehouse.putStagedFile(localPath, `${interval.rereadDirectory}/part-0.parquet`);
    context.recorder.stagedFile(staged);
    return { ...plan, rereadDirectory: interval.rereadDirectory, unresolved: "left-out" };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}

// src/ingest/several-at-once.ts
async function severalAtOnce(items, atOnce, work) {
  const queue = [...items];
  let failed = false;
  const takeNext = async () => {
    for (let item = queue.shift(); item !== void 0 && !failed; item = queue.shift()) {
      try {
        await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const lanes = Array.from({ length: Math.min(atOnce, items.length) }, takeNext);
  for (const outcome of await Promise.allSettled(lanes))
    if (outcome.status === "rejected") throw outcome.reason;
}

// src/ingest/table-interval.ts
import path2 from "node:path";

// src/compact/row-key.ts
function rowKeyOf(view, keyColumns, table) {
  let key = "";
  for (const column of keyColumns) {
    if (view.kinds[column] !== ValueKind.text) {
      throw new IngestError(
        "row-key-missing",
        `${table}: PostgreSQL sent a row without a value in its key.`,
        {
          solution: `Check the table's replica identity and the keys configured for it.`
        }
      );
    }
    const start = view.starts[column] ?? 0;
    const end = view.ends[column] ?? 0;
    const text = view.bytes.toString("latin1", start, end);
    key = keyColumns.length === 1 ? text : `${key}${end - start}:${text}`;
  }
  return key;
}

// src/compact/table-compactor.ts
var TableCompactor = class {
  #options;
  #netChanges = /* @__PURE__ */ new Map();
  #view;
  #donorView;
  #nowhere;
  constructor(options) {
    this.#options = options;
    this.#view = new RowView(options.columnCount);
    this.#donorView = new RowView(options.columnCount);
    this.#nowhere = nullImage(options.columnCount);
  }
  get size() {
    return this.#netChanges.size;
  }
  apply(change, commit, ordinal) {
    switch (change.tag) {
      case "insert": {
        const key = this.#keyOf(change.image);
        this.#netChanges.set(key, {
          tag: "upsert",
          image: change.image,
          // A row that comes into a publication's row filter is sent as an insert, even where its update left values unchanged:
          // no row here has them, the target's is of before it went out.
          movedFrom: hasUnchanged(this.#view) ? { key: this.#nowhere, commitLsn: commit.commitLsn } : void 0,
          commit,
          ordinal
        });
        return;
      }
      case "update":
        this.#update(change.image, change.previous, commit, ordinal);
        return;
      case "delete":
        this.#delete(this.#keyOf(change.previous.image), change.previous, commit, ordinal);
        return;
      default:
        change;
    }
  }
  /** Forgets everything: the rows changed before a TRUNCATE are gone with it. */
  truncate() {
    this.#netChanges.clear();
  }
  /** The net changes so far; the compactor is empty afterwards. */
  *take() {
    yield* this.#netChanges.values();
    this.#netChanges.clear();
  }
  #update(image, previous, commit, ordinal) {
    const key = this.#keyOf(image);
    const unchanged = hasUnchanged(this.#view);
    const previousKey2 = previous === void 0 ? key : this.#keyOf(previous.image);
    const before = this.#netChanges.get(previousKey2);
    const moved = previousKey2 !== key;
    if (moved && previous !== void 0) this.#delete(previousKey2, previous, commit, ordinal);
    if (!unchanged) {
      this.#netChanges.set(key, { tag: "upsert", image, movedFrom: void 0, commit, ordinal });
      return;
    }
    const completed = this.#complete(image, previous, before);
    this.#netChanges.set(key, {
      tag: "upsert",
      image: completed,
      movedFrom: this.#whereUnchangedLies(
        completed,
        before,
        moved && previous !== void 0 ? { key: previous.image, commitLsn: commit.commitLsn } : void 0
      ),
      commit,
      ordinal
    });
  }
  /** Where the values that an image still leaves unchanged are to be found, if not under the row's own key. */
  #whereUnchangedLies(image, before, moved) {
    if (!hasUnchanged(readRowImage(image, this.#view))) return void 0;
    if (before?.tag !== "upsert" || before.movedFrom === void 0) return moved;
    return { key: before.movedFrom.key, commitLsn: moved?.commitLsn ?? before.movedFrom.commitLsn };
  }
  #complete(image, previous, before) {
    if (previous?.tag === "full") return this.#fill(image, previous.image);
    if (before === void 0) return image;
    if (before.tag !== "upsert") {
      throw new IngestError(
        "protocol-violated",
        `${this.#options.table}: PostgreSQL sent an update of a row that it had deleted.`
      );
    }
    return this.#fill(image, before.image);
  }
  #fill(image, donor) {
    return fillUnchanged(readRowImage(image, this.#view), readRowImage(donor, this.#donorView));
  }
  #delete(key, previous, commit, ordinal) {
    this.#netChanges.set(key, this.#deletion(previous, this.#netChanges.get(key), commit, ordinal));
  }
  #deletion(previous, before, commit, ordinal) {
    if (this.#options.keepDeletedImages) {
      if (previous.tag === "full") {
        return { tag: "delete", image: previous.image, movedFrom: void 0, commit, ordinal };
      }
      if (before?.tag === "upsert") {
        return { tag: "delete", image: before.image, movedFrom: before.movedFrom, commit, ordinal };
      }
    }
    return { tag: "delete-key", image: previous.image, commit, ordinal };
  }
  #keyOf(image) {
    return rowKeyOf(readRowImage(image, this.#view), this.#options.keyColumns, this.#options.table);
  }
};

// src/stage/stage-net-changes.ts
async function stageNetChanges(netChanges, options) {
  var _stack = [];
  try {
    const { path: path4, columnCount, layout } = options;
    const file = __using(_stack, openStagedFile({ ...layout, path: path4 }), true);
    const view = new RowView(columnCount);
    const keyView = new RowView(columnCount);
    const unchangedColumns = /* @__PURE__ */ new Set();
    let movedRows = false;
    let deletions = 0;
    const stage = (change) => {
      readRowImage(change.image, view);
      if (change.tag !== "upsert") deletions += 1;
      if (change.tag !== "delete-key") noteUnchanged(view, layout, unchangedColumns);
      const movedFrom = change.tag === "delete-key" ? void 0 : change.movedFrom;
      if (movedFrom === void 0) {
        file.append(view, controlOf(change, 0n));
      } else {
        movedRows = true;
        file.append(view, controlOf(change, movedFrom.commitLsn), readRowImage(movedFrom.key, keyView));
      }
    };
    if (Symbol.iterator in netChanges) for (const change of netChanges) stage(change);
    else for await (const change of netChanges) stage(change);
    const summary = await file.close();
    return { ...summary, unchangedColumns, movedRows, deletions };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function noteUnchanged(view, layout, unchangedColumns) {
  for (const index of layout.keepable) {
    if (view.kinds[layout.columns[index]?.sourceIndex ?? -1] === ValueKind.unchanged)
      unchangedColumns.add(index);
  }
}
var OPERATIONS = { upsert: "u", delete: "x", "delete-key": "d" };
function controlOf(change, movedLsn) {
  const { commit, ordinal } = change;
  return {
    op: OPERATIONS[change.tag],
    lsn: commit.commitLsn,
    committedAt: commit.committedAt,
    seq: ordinal,
    movedLsn
  };
}

// src/ingest/run-context.ts
function nowMicroseconds(context) {
  return BigInt(Math.trunc(context.nowMs() * 1e3));
}

// src/ingest/table-interval.ts
var TableInterval = class {
  table;
  #context;
  #directory;
  #shapes = [];
  #unchangedColumns = /* @__PURE__ */ new Set();
  #compactor;
  #changes = 0;
  #partCount = 0;
  /** Parts that still count: a TRUNCATE makes those before it void. */
  #livePartCount = 0;
  #movedRows = false;
  #deletions = 0;
  /** Of the parts so far; `undefined` before the first. */
  #keyBounds;
  #truncatedAt;
  constructor(context, table, directory) {
    this.#context = context;
    this.table = table;
    this.#directory = `${directory}/t${table.oid}`;
  }
  get heldRows() {
    return this.#compactor?.size ?? 0;
  }
  apply(change, commit, ordinal) {
    this.#compactor ??= this.#openCompactor();
    this.#compactor.apply(change, commit, ordinal);
    this.#changes += 1;
  }
  truncate(commitLsn) {
    this.#compactor?.truncate();
    this.#shapes.length = 0;
    this.#unchangedColumns.clear();
    this.#movedRows = false;
    this.#livePartCount = 0;
    this.#keyBounds = void 0;
    this.#deletions = 0;
    this.#truncatedAt = commitLsn;
    this.#changes += 1;
  }
  /**
   * Stages what is held as one part. `isLast` says that the interval ends with it: only then can values be left
   * where a row stood before its key changed, because parts are folded without looking at other rows.
   */
  async stagePart(isLast) {
    const compactor = this.#compactor;
    if (compactor === void 0 || compactor.size === 0) return;
    const { shape } = this.table;
    const taken = compactor.take();
    const netChanges = isLast && this.#livePartCount === 0 ? taken : completeMovedRows(taken, this.#context.source, this.table, shape);
    const staged = this.#shapeFor(shape);
    const name = `part-${this.#partCount}.parquet`;
    const localPath = path2.join(this.#context.workDirectory, `t${this.table.oid}-${name}`);
    const part = await stageNetChanges(netChanges, {
      path: localPath,
      columnCount: shape.columnCount,
      layout: layoutFor(shape, this.#context.pipeline.specialValues)
    });
    await this.#context.warehouse.putStagedFile(localPath, `${staged.directory}/${name}`);
    this.#partCount += 1;
    this.#livePartCount += 1;
    for (const index of part.unchangedColumns) this.#unchangedColumns.add(shape.stagedNames[index] ?? "");
    this.#movedRows ||= part.movedRows;
    this.#deletions += part.deletions;
    this.#keyBounds = boundsOfBoth(this.#keyBounds, byName(part.keyBounds, shape));
    this.#context.recorder.stagedFile(part);
    this.table.counts.specialValues += part.specialValues;
  }
  /** The relation was described anew: what is held has the old shape, and later changes have another. */
  async changeShape() {
    await this.stagePart(false);
    this.#compactor = void 0;
  }
  /** Call when all of it is in the target. */
  countMerged() {
    this.table.counts.changes += this.#changes;
  }
  /** What there is to merge; `undefined` when the interval did nothing to the table. */
  mergePlan() {
    if (this.#livePartCount === 0 && this.#truncatedAt === void 0) return void 0;
    const { store, pipeline } = this.#context;
    return {
      target: this.table.target,
      groups: this.#shapes.map(({ shape, directory, missing }) => ({
        directory,
        columns: stagedSources(shape, this.table.target, missing)
      })),
      fold: this.#livePartCount > 1,
      unchangedColumns: this.#unchangedColumns,
      movedRows: this.#movedRows,
      rereadDirectory: void 0,
      unresolved: "fails",
      distrustedTo: this.table.distrustedTo,
      deletions: this.#deletions,
      others: this.#truncatedAt === void 0 ? { tag: "stay" } : { tag: "truncated", lsn: this.#truncatedAt },
      keyBounds: this.#keyBounds ?? /* @__PURE__ */ new Map(),
      fence: { state: store.state, pipeline: pipeline.name, epoch: store.epoch },
      mergedAt: nowMicroseconds(this.#context)
    };
  }
  /** A staged directory of this table that holds no part. */
  get rereadDirectory() {
    return `${this.#directory}/reread`;
  }
  #openCompactor() {
    const { shape, target } = this.table;
    return new TableCompactor({
      table: target.source,
      columnCount: shape.columnCount,
      keyColumns: shape.keyColumns,
      keepDeletedImages: target.deletedRows === "mark"
    });
  }
  #shapeFor(shape) {
    const known = this.#shapes.find((staged2) => staged2.shape === shape);
    if (known !== void 0) return known;
    const staged = {
      shape,
      directory: `${this.#directory}/from-${this.#partCount}`,
      missing: this.table.missingLiterals()
    };
    this.#shapes.push(staged);
    return staged;
  }
};
function byName(bounds, { stagedNames }) {
  return new Map([...bounds].map(([index, bound]) => [stagedNames[index] ?? "", bound]));
}
function boundsOfBoth(some, more) {
  if (some === void 0) return more;
  return new Map(
    [...some].flatMap(([name, bound]) => {
      const other = more.get(name);
      return other === void 0 ? [] : [[name, widenBound(bound, other)]];
    })
  );
}

// src/ingest/interval.ts
var MERGES_AT_ONCE = 4;
var Interval = class {
  #context;
  #directory;
  #openedAtMs;
  #tables = /* @__PURE__ */ new Map();
  #changes = 0;
  #transactions = 0;
  #receivedBytes = 0;
  #heldBytes = 0;
  constructor(context, startLsn) {
    this.#context = context;
    this.#directory = `${context.stagedRoot}/${formatSortableLsn(startLsn)}-${context.store.epoch}`;
    this.#openedAtMs = context.nowMs();
  }
  apply(table, change, commit) {
    this.#of(table).apply(change, commit, this.#changes);
    this.#changes += 1;
  }
  truncate(table, commit) {
    this.#of(table).truncate(commit.commitLsn);
    this.#changes += 1;
  }
  /** Call before a table's shape changes: what is held has the old one. */
  async changeShape(table) {
    await this.#tables.get(table.oid)?.changeShape();
  }
  countTransaction() {
    this.#transactions += 1;
  }
  /**
   * A batch is kept in memory as long as any row image points into it: all of it counts, until a part is staged.
   * Returns whether it is time to stage one.
   */
  holdBatch(bytes) {
    this.#heldBytes += bytes;
    this.#receivedBytes += bytes;
    const { maxPartBytes, maxPartRows } = this.#context.pipeline.limits;
    return this.#heldBytes >= maxPartBytes || this.#heldRows() >= maxPartRows;
  }
  isFull() {
    return isIntervalFull(this.#context.pipeline.limits, {
      changes: this.#changes,
      bytes: this.#receivedBytes,
      ageMs: this.#context.nowMs() - this.#openedAtMs
    });
  }
  /** Stages what is held in memory, table by table. */
  async stageParts(isLast) {
    await this.#context.recorder.timed("stage", async () => {
      for (const table of this.#tables.values()) await table.stagePart(isLast);
    });
    this.#heldBytes = 0;
  }
  /** Stages the rest and merges all of it. After this everything up to the interval's end is in the target. */
  async merge() {
    const { recorder, abandon } = this.#context;
    const changes = `${this.#changes.toLocaleString("en-US")} change${this.#changes === 1 ? "" : "s"}`;
    await recorder.stage("stage", changes, () => this.stageParts(true));
    abandon.throwIfAborted();
    await recorder.stage(
      "merge",
      `${this.#tables.size} table${this.#tables.size === 1 ? "" : "s"}`,
      () => severalAtOnce([...this.#tables.values()], MERGES_AT_ONCE, async (table) => {
        abandon.throwIfAborted();
        await mergeTable(this.#context, table);
        table.countMerged();
      })
    );
    recorder.interval(this.#transactions);
  }
  /** Removes the staged files; call when the checkpoint is written. */
  async removeStaged() {
    await this.#context.warehouse.removeStaged(this.#directory);
  }
  #of(table) {
    const known = this.#tables.get(table.oid);
    if (known !== void 0) return known;
    const opened = new TableInterval(this.#context, table, this.#directory);
    this.#tables.set(table.oid, opened);
    return opened;
  }
  #heldRows() {
    let rows = 0;
    for (const table of this.#tables.values()) rows += table.heldRows;
    return rows;
  }
};
function isIntervalFull(limits, interval) {
  return interval.changes >= limits.maxIntervalChanges || interval.bytes >= limits.maxIntervalBytes || interval.ageMs >= limits.maxIntervalMs;
}

// src/ingest/drain.ts
var PROGRESS_CHANGES = 1e4;
var PROGRESS_TASK = "log";
var OPENED = "opened";
var BATCH_OVERHEAD_BYTES = 1024;
var Drain = class {
  #options;
  #relations = /* @__PURE__ */ new Map();
  #target;
  #commit;
  #interval;
  #drainedTo = ZERO_LSN;
  #received = 0;
  #oldestCommitAt;
  #hint;
  /** Batches that came while the target was being opened. */
  #ahead = [];
  /** Asked for, and not come yet. */
  #awaited;
  constructor(options) {
    this.#options = options;
    this.#target = options.target;
  }
  /** Commit time of the first relevant change that was not in the target yet, in microseconds since 1970 UTC. */
  get oldestCommitAt() {
    return this.#oldestCommitAt;
  }
  async run() {
    const { abandon, recorder } = this.#options;
    for (; ; ) {
      if (this.#mayStop() || this.#isComplete()) break;
      if (this.#isDone()) {
        await this.#requireTarget();
        continue;
      }
      const batch = await this.#next();
      abandon.throwIfAborted();
      if (batch === void 0) continue;
      await this.#takeIn(batch);
    }
    recorder.reporter.report({ tag: "progress-finished", task: PROGRESS_TASK });
    await this.#closeInterval(this.#drainedTo);
    return { drainedTo: this.#drainedTo, reachedTarget: this.#isComplete(), target: this.#target };
  }
  /** Everything has been seen, and the target has been looked at if it had to be. */
  #isComplete() {
    if (!this.#isDone()) return false;
    return this.#target !== void 0 || !this.#options.mustOpen(this.#hint, this.#drainedTo);
  }
  #isDone() {
    if (this.#commit !== void 0) return false;
    return this.#drainedTo >= laterLsn(this.#options.drainTarget, this.#target?.loadedTo ?? ZERO_LSN);
  }
  /** The next batch. Inside a transaction only `abandon` interrupts: a clean stop waits for the commit. */
  async #next() {
    const { stop, abandon } = this.#options;
    const ready = this.#ahead.shift();
    if (ready !== void 0) return ready;
    const awaited = this.#awaited ?? this.#options.stream.pull(abandon);
    this.#awaited = awaited;
    const outcome = await (this.#commit === void 0 ? orAborted(awaited, stop) : awaited);
    if (outcome === "aborted") return void 0;
    this.#awaited = void 0;
    return outcome;
  }
  #mayStop() {
    return this.#options.stop.aborted && this.#commit === void 0;
  }
  async #takeIn(batch) {
    const { bytes, starts, ends } = batch;
    const receivedBefore = this.#received;
    for (let index = 0; index < starts.length; index++) {
      const start = starts[index] ?? 0;
      const tag = bytes[start];
      if (tag === XLOG_DATA) {
        const pending = this.#handle(decodeMessage(bytes, start + XLOG_DATA_HEADER_BYTES, ends[index] ?? 0));
        if (pending !== void 0) await pending;
        if (this.#mayStop()) return;
      } else if (tag === KEEPALIVE) {
        this.#seeKeepalive(bytes, start);
      } else {
        throw new IngestError("protocol-violated", "PostgreSQL sent something else than log data.");
      }
    }
    const holdsImages = this.#received !== receivedBefore;
    if (holdsImages && this.#interval?.holdBatch(bytes.length) === true)
      await this.#interval.stageParts(false);
  }
  #seeKeepalive(bytes, start) {
    if (this.#commit === void 0)
      this.#drainedTo = laterLsn(this.#drainedTo, decodeKeepalive(bytes, start).walEnd);
  }
  /** Takes in one message; a promise only where something has to be waited for. */
  #handle(message) {
    switch (message.tag) {
      case "begin":
        this.#commit = message.commit;
        return void 0;
      case "insert":
      case "update":
      case "delete":
        return this.#handleChange(message);
      case "truncate":
        return this.#handleTruncate(message.relationOids);
      case "relation":
        this.#relations.set(message.relation.oid, message.relation);
        return void 0;
      case "commit":
        return this.#handleCommit(message.commitEndLsn);
      case "message":
        if (message.prefix === HINT_PREFIX) this.#readHint(message.content.toString());
        return void 0;
      case "ignored":
        return void 0;
      default:
        return message;
    }
  }
  #readHint(text) {
    this.#hint = parseCheckpointHint(this.#options.pipeline, text) ?? this.#hint;
  }
  #handleChange(change) {
    if (!this.#options.selected.has(change.relationOid)) return void 0;
    const commit = this.#requireCommit();
    const relation = this.#relations.get(change.relationOid);
    const target = this.#target;
    const table = target?.tables.get(change.relationOid);
    if (target === void 0 || table === void 0 || relation === void 0 || !table.isDescribedBy(relation)) {
      return this.#handleUndescribed(change, commit);
    }
    if (this.#isWanted(target, table, commit)) this.#apply(target, table, change, commit);
    return void 0;
  }
  #apply(target, table, change, commit) {
    this.#interval ??= new Interval(target.context, target.progress.lsn);
    this.#interval.apply(table, change, commit);
    this.#oldestCommitAt ??= commit.committedAt;
    this.#received += 1;
    if (this.#received % PROGRESS_CHANGES === 0) {
      const { recorder, startLsn, drainTarget } = this.#options;
      const total = lsnDistance(startLsn, drainTarget);
      const done = Math.min(total, lsnDistance(startLsn, commit.commitLsn));
      recorder.reporter.report({ tag: "progress", task: PROGRESS_TASK, done, total, unit: "bytes" });
    }
  }
  /** The first change ever, or the first one since the table was described anew. */
  async #handleUndescribed(change, commit) {
    const target = await this.#requireTarget();
    const table = target.tables.get(change.relationOid);
    const relation = this.#relations.get(change.relationOid);
    if (table === void 0) return;
    if (relation === void 0) {
      throw new IngestError(
        "protocol-violated",
        `${table.target.source}: a change came before the table was described.`
      );
    }
    if (!this.#isWanted(target, table, commit)) return;
    if (!table.redescribe(relation)) {
      await this.#interval?.changeShape(table);
      await target.describeTable(table, relation);
    }
    if (this.#isWanted(target, table, commit)) this.#apply(target, table, change, commit);
  }
  async #handleTruncate(relationOids) {
    const commit = this.#requireCommit();
    for (const oid of relationOids) {
      if (!this.#options.selected.has(oid)) continue;
      const target = await this.#requireTarget();
      const table = target.tables.get(oid);
      if (table === void 0 || !this.#isWanted(target, table, commit)) continue;
      this.#interval ??= new Interval(target.context, target.progress.lsn);
      this.#interval.truncate(table, commit);
      this.#oldestCommitAt ??= commit.committedAt;
    }
  }
  /** A commit record before the checkpoint belongs to a transaction that is in the target already. */
  #isWanted(target, table, commit) {
    return commit.commitLsn >= target.progress.lsn && table.wants(commit.commitLsn);
  }
  #handleCommit(commitEndLsn) {
    this.#commit = void 0;
    this.#drainedTo = laterLsn(this.#drainedTo, commitEndLsn);
    const interval = this.#interval;
    if (interval === void 0) return void 0;
    interval.countTransaction();
    return interval.isFull() ? this.#closeInterval(commitEndLsn) : void 0;
  }
  /** Merge, then checkpoint, then acknowledge: never in another order. */
  async #closeInterval(endLsn) {
    const interval = this.#interval;
    const target = this.#target;
    if (interval === void 0 || target === void 0) return;
    await interval.merge();
    this.#interval = void 0;
    for (const table of target.tables.values()) table.settleColumns();
    const checkpointed = await target.progress.checkpoint(endLsn);
    acknowledge(this.#options.stream, checkpointed);
    await interval.removeStaged();
  }
  async #requireTarget() {
    this.#target ??= await this.#receiveWhile(this.#options.openTarget());
    return this.#target;
  }
  /** A warehouse may take minutes to start: the walsender goes on meanwhile, as far as a part's memory reaches. */
  async #receiveWhile(opening) {
    const { stream, abandon, pipeline } = this.#options;
    const opened = opening.then(() => OPENED);
    let bytes = 0;
    try {
      while (bytes < pipeline.limits.maxPartBytes) {
        this.#awaited ??= stream.pull(abandon);
        const outcome = await Promise.race([opened, this.#awaited]);
        if (outcome === OPENED) break;
        this.#awaited = void 0;
        if (outcome === void 0) break;
        this.#ahead.push(outcome);
        if (!holdsLog(outcome)) break;
        bytes += outcome.bytes.length + BATCH_OVERHEAD_BYTES;
      }
    } catch (error) {
      await opening.catch(() => void 0);
      throw error;
    }
    return opening;
  }
  #requireCommit() {
    if (this.#commit === void 0) {
      throw new IngestError("protocol-violated", "PostgreSQL sent a change outside a transaction.");
    }
    return this.#commit;
  }
};
async function orAborted(promise, signal) {
  const { promise: aborted, resolve: resolve2 } = Promise.withResolvers();
  const abort = () => resolve2("aborted");
  signal.addEventListener("abort", abort, { once: true });
  try {
    return signal.aborted ? "aborted" : await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
function holdsLog({ bytes, starts }) {
  return starts.some((start) => bytes[start] === XLOG_DATA);
}

// src/ingest/drain-and-acknowledge.ts
async function drainAndAcknowledge(story) {
  var _stack = [];
  try {
    const slot = __using(_stack, new SlotHolder(story), true);
    if (story.facts.slot !== void 0) await slot.hold();
    const early = story.opensFirst ? await story.open(() => slot.hold()) : void 0;
    return await drainFrom(story, slot.stream, early);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
var SlotHolder = class {
  #story;
  #stream;
  constructor(story) {
    this.#story = story;
  }
  /** From the slot's confirmed LSN on. Throws SlotActiveSignal when another run was quicker. */
  async hold() {
    const { source, facts } = this.#story;
    this.#stream ??= await source.openStream({
      startLsn: ZERO_LSN,
      walSenderTimeoutMs: facts.walSenderTimeoutMs
    });
  }
  /** Throws TypeError before `hold`. */
  get stream() {
    if (this.#stream === void 0) throw new TypeError("the slot is not held");
    return this.#stream;
  }
  async [Symbol.asyncDispose]() {
    await this.#stream?.[Symbol.asyncDispose]();
  }
};
async function drainFrom(story, stream, early) {
  const { pipeline, recorder, source, facts } = story;
  const selection = selectionOf(pipeline, facts, story.selected);
  const startLsn = early?.progress.lsn ?? ZERO_LSN;
  const work = new Drain({
    pipeline,
    stream,
    recorder,
    selected: new Set(story.selected.map(({ source: { oid } }) => oid)),
    startLsn: laterLsn(startLsn, facts.slot?.confirmedFlushLsn ?? startLsn),
    drainTarget: facts.flushLsn,
    target: early,
    openTarget: () => story.open(async () => void 0),
    mustOpen: (hint, drainedTo) => !isCurrent(hint, selection, facts) || isRetainingTooMuch(pipeline, facts, drainedTo),
    stop: AbortSignal.any([story.stop, story.deadline]),
    abandon: story.abandon
  });
  const outcome = await recorder.stage("drain", `slot ${pipeline.source.slotName}`, () => work.run());
  recorder.lagBefore({ seconds: ageSeconds(work.oldestCommitAt, story.now()) });
  const { target } = outcome;
  if (target !== void 0) {
    const lsn = outcome.drainedTo > target.progress.lsn ? await target.progress.checkpoint(outcome.drainedTo) : target.progress.lsn;
    await recorder.stage("acknowledge", formatLsn(lsn), async () => {
      acknowledge(stream, lsn);
      await stream.close();
    });
  }
  const look = await source.readSlot();
  recorder.slotSeen(look);
  const position = target?.progress.lsn ?? facts.slot?.confirmedFlushLsn ?? ZERO_LSN;
  recorder.lagAfter({
    bytes: lsnDistance(laterLsn(position, outcome.drainedTo), look.flushLsn),
    seconds: outcome.reachedTarget ? 0 : ageSeconds(work.oldestCommitAt, story.now())
  });
  if (target !== void 0) await leaveHint(story, target, selection);
  return outcomeOf(story, outcome);
}
async function leaveHint({ pipeline, source, recorder }, target, selection) {
  const isSettled = [...target.tables.values()].every(
    (table) => !isWaitingForRun(table) && table.plan.loadReason === void 0
  );
  if (!isSettled) return;
  try {
    await source.emitMessage(
      HINT_PREFIX,
      formatCheckpointHint(pipeline, { selection, lsn: target.progress.lsn })
    );
  } catch {
    recorder.notice(
      `No logical message could be written for the next run, which will look at the target even if nothing has changed. ${pipeline.source.username} needs EXECUTE on pg_logical_emit_message(boolean, text, text).`
    );
  }
}
function isCurrent(hint, selection, { slot }) {
  return hint?.selection === selection && (slot?.confirmedFlushLsn ?? ZERO_LSN) <= hint.lsn;
}
function outcomeOf({ stop, recorder }, outcome) {
  const waiting = [...outcome.target?.tables.values() ?? []].filter(isWaitingForRun);
  if (outcome.reachedTarget && waiting.length > 0) {
    const names = waiting.map(({ displayName }) => displayName).join(", ");
    return {
      status: "stopped",
      notCaughtUp: `not loaded to the end: ${names}; the next run goes on with it`
    };
  }
  if (outcome.reachedTarget) {
    return { status: recorder.hasMoved ? "done" : "nothing-to-do", notCaughtUp: void 0 };
  }
  const why = stop.aborted ? "the run was stopped" : "max-duration was reached";
  return { status: "stopped", notCaughtUp: `${why}; the next run goes on from the checkpoint` };
}
function isWaitingForRun({ snapshot }) {
  return snapshot.tag === "pending" || snapshot.tag === "loading" && snapshot.by === "run";
}
function isRetainingTooMuch(pipeline, { slot }, drainedTo) {
  const confirmed = slot?.confirmedFlushLsn;
  return confirmed !== void 0 && lsnDistance(confirmed, drainedTo) > pipeline.source.maxRetainedWalBytes;
}

// src/ingest/open-target.ts
import { createHash as createHash2 } from "node:crypto";

// src/ingest/prepare-targets.ts
async function prepareTarget(context, plan) {
  const { warehouse } = context;
  const isNew = isWithoutTable(plan);
  if (!isNew && plan.added.length === 0) {
    reportDropped(context, plan);
    return;
  }
  const existing = await warehouse.describeTable(plan.target.name);
  if (existing === void 0) {
    if (!isNew) throwProblems([missingTarget(plan.target)]);
    if (!await warehouse.hasSchema(plan.target.name))
      await warehouse.execute(buildCreateSchema(warehouse.dialect, plan.target.name), "harmless");
    await warehouse.execute(buildCreateTargetTable(warehouse.dialect, plan.target), "harmless");
    const made = await warehouse.describeTable(plan.target.name);
    if (made !== void 0) throwProblems(judgeTargetFit(warehouse.dialect, plan.target, made.columns, []));
  } else {
    requireTable(plan.target, existing);
    await addColumns(context, plan, existing.columns);
    throwProblems(judgeTargetFit(warehouse.dialect, plan.target, existing.columns, plan.added));
  }
  reportDropped(context, plan);
}
async function addColumns(context, plan, existing) {
  for (const source of plan.added) await addColumn(context, plan, source, existing);
}
async function addColumn(context, plan, source, existing) {
  const { warehouse, recorder } = context;
  const column = plan.target.columns.find(
    ({ attributeNumber }) => attributeNumber === source.attributeNumber
  );
  if (column === void 0) return;
  const reload = plan.loadReason !== void 0;
  const statements = addColumnStatements(warehouse.dialect, plan.target, source, {
    existing,
    isLoaded: reload
  });
  for (const { sql, repetition } of statements) await warehouse.execute(sql, repetition);
  recorder.drift({
    table: plan.selected.displayName,
    kind: "column-added",
    column: column.name,
    type: column.sourceType,
    statements: statements.map(({ sql }) => sql),
    outcome: reload ? `Added to the target, and the table loaded anew: ${plan.loadReason}.` : `Added to the target; existing rows read ${source.missingValue === void 0 ? "NULL" : "the default they have at the source"}.`
  });
}
function reportDropped(context, plan) {
  for (const column of plan.dropped) {
    context.recorder.drift({
      table: plan.selected.displayName,
      kind: "column-dropped",
      column: column.name,
      type: "",
      statements: [],
      outcome: "Kept in the target as it is; new rows have NULL there."
    });
  }
}
function requireTable(target, { obstacle }) {
  if (obstacle === void 0) return;
  throw new IngestError(
    "target-table-mismatch",
    `${displayTargetName(target.name)}, where the rows of ${target.source} belong, is ${obstacle}.`,
    { solution: RENAME_SOLUTION }
  );
}

// src/ingest/describe-table.ts
async function describeTable(context, facts, table, relation) {
  if (table.judge(relation) === "ask-catalog") {
    await replanTable(context, facts, table);
    if (table.judge(relation) === "ask-catalog") {
      throwProblems([
        driftProblem(
          table.plan.selected,
          "the log describes other columns than the catalog and the publication do"
        )
      ]);
    }
  }
  table.describe(relation);
}
async function replanTable(context, facts, table) {
  const now = await context.source.readTables([table.oid]);
  const { tables, problems } = resolveSelection({ ...facts, tables: now }, narrowed(context.pipeline, table));
  throwProblems(problems);
  const [selected] = tables;
  if (selected === void 0) {
    throw new IngestError(
      "table-missing",
      `${table.plan.selected.displayName} is gone from the publication.`,
      {
        solution: "Add it again, or take it out of the selection."
      }
    );
  }
  throwProblems(judgeTable(selected, facts, context.pipeline));
  const known = checkpointTable(table.plan);
  throwProblems(judgeDrift(selected, known));
  const plan = planTable(selected, known, {
    deletedRows: context.pipeline.write.deletedRows,
    initialLoad: true,
    startLsn: facts.flushLsn
  });
  await prepareTarget(context, plan);
  if (plan.loadReason !== void 0) {
    context.recorder.notice(
      `${selected.displayName}: ${plan.loadReason}; the next run loads the table anew.`
    );
  }
  table.plan = { ...plan, added: [], dropped: [] };
}
function narrowed(pipeline, table) {
  const { schema, name } = table.plan.selected.source;
  const destinationTable = table.plan.target.name.table;
  const isOfTable = (reference) => answersTo(reference, { schema, name });
  const { excludeColumns, includeColumns } = pipeline.selection;
  const keys = new Map([...pipeline.write.keys].filter(([reference]) => isOfTable(reference)));
  return {
    ...pipeline,
    selection: {
      schemas: [{ name: schema, tables: [{ name, destinationTable }] }],
      excludeColumns: excludeColumns.filter((list) => isOfTable(list.table)),
      includeColumns: includeColumns.filter((list) => isOfTable(list.table))
    },
    write: { ...pipeline.write, keys }
  };
}

// src/decode/copy-row.ts
var TAB = 9;
var NEWLINE = 10;
var BACKSLASH4 = 92;
var CAPITAL_N = 78;
function readCopyRow(bytes, start, end, view) {
  if (bytes[end - 1] !== NEWLINE) throw malformed2("a line without an end");
  const lineEnd = end - 1;
  let at = start;
  for (let column = 0; column < view.columnCount; column++) {
    if (column > 0) {
      if (bytes[at] !== TAB) throw malformed2("too few columns");
      at += 1;
    }
    const fieldStart = at;
    while (at < lineEnd && bytes[at] !== TAB && bytes[at] !== BACKSLASH4) at++;
    if (at < lineEnd && bytes[at] === BACKSLASH4) {
      at = readEscapedField(bytes, fieldStart, at, lineEnd, view, column);
    } else {
      setText(view, column, fieldStart, at);
    }
  }
  if (at !== lineEnd) throw malformed2("too many columns");
  view.bytes = bytes;
  return view;
}
function setText(view, column, start, end) {
  view.kinds[column] = ValueKind.text;
  view.starts[column] = start;
  view.ends[column] = end;
}
function readEscapedField(bytes, fieldStart, firstBackslash, lineEnd, view, column) {
  let at = firstBackslash;
  if (at === fieldStart && bytes[at + 1] === CAPITAL_N) {
    view.kinds[column] = ValueKind.null;
    return at + 2;
  }
  let write = at;
  while (at < lineEnd && bytes[at] !== TAB) {
    let byte = bytes[at] ?? 0;
    at += 1;
    if (byte === BACKSLASH4) {
      byte = unescapeByte(bytes[at] ?? 0);
      at += 1;
    }
    bytes[write] = byte;
    write += 1;
  }
  setText(view, column, fieldStart, write);
  return at;
}
function unescapeByte(byte) {
  switch (byte) {
    case 98:
      return 8;
    case 102:
      return 12;
    case 110:
      return 10;
    case 114:
      return 13;
    case 116:
      return 9;
    case 118:
      return 11;
    default:
      return byte;
  }
}
function malformed2(what) {
  return new IngestError("protocol-violated", `PostgreSQL sent a COPY line with ${what}.`);
}

// src/ingest/snapshot-files.ts
import path3 from "node:path";
var ROWS_PER_FILE = 1e6;
var SnapshotFiles = class {
  #context;
  #oid;
  #shape;
  #control;
  #writer;
  #rows = 0;
  #rangeNumber = 0;
  #fileNumber = 0;
  constructor(context, oid, shape, control) {
    this.#context = context;
    this.#oid = oid;
    this.#shape = shape;
    this.#control = control;
    this.#writer = this.#open();
  }
  /** Rows of the range under way. */
  get rows() {
    return this.#rows;
  }
  get isFileFull() {
    return this.#writer.rowCount >= ROWS_PER_FILE;
  }
  append(view) {
    this.#writer.append(view, this.#control);
    this.#rows += 1;
  }
  async nextFile() {
    await this.#put();
    this.#fileNumber += 1;
    this.#writer = this.#open();
  }
  /** Stages what is left of the range, and begins the next one. */
  async finishRange() {
    await this.#put();
    const range = { directory: this.#directory, rows: this.#rows };
    this.#rows = 0;
    this.#rangeNumber += 1;
    this.#fileNumber = 0;
    this.#writer = this.#open();
    return range;
  }
  abandon() {
    this.#writer.abandon();
  }
  async #put() {
    const summary = await this.#writer.close();
    await this.#context.warehouse.putStagedFile(
      this.#localPath,
      `${this.#directory}/part-${this.#fileNumber}.parquet`
    );
    this.#context.recorder.stagedFile(summary);
  }
  get #directory() {
    return `${this.#context.stagedRoot}/load-${this.#context.store.epoch}/t${this.#oid}/range-${this.#rangeNumber}`;
  }
  get #localPath() {
    return path3.join(
      this.#context.workDirectory,
      `t${this.#oid}-load-${this.#rangeNumber}-${this.#fileNumber}.parquet`
    );
  }
  #open() {
    const layout = layoutFor(this.#shape, this.#context.pipeline.specialValues);
    return openStagedFile({ ...layout, keepable: [], withPreviousKey: false, path: this.#localPath });
  }
};

// src/ingest/load-table.ts
var PROGRESS_ROWS = 1e4;
var ASSUMED_ROW_BYTES = 200;
function lastLsnOf(snapshot) {
  return lsnOf(snapshot.consistentPoint - 1n);
}
async function loadTable(context, progress, table, snapshot, options) {
  return await new TableLoad(context, progress, table, snapshot, options).run();
}
var TableLoad = class {
  #context;
  #progress;
  #table;
  #snapshot;
  #options;
  #plan;
  #names;
  #shape;
  /** `undefined`: the table is loaded as one range. */
  #order;
  #files;
  #state;
  constructor(context, progress, table, snapshot, options) {
    this.#context = context;
    this.#progress = progress;
    this.#table = table;
    this.#snapshot = snapshot;
    this.#options = options;
    this.#plan = table.plan;
    this.#names = table.plan.selected.columns.map(({ name }) => name);
    this.#shape = planShape(this.#names, table.plan.target);
    this.#state = stateOf(options.start, snapshot);
    this.#order = isRanged(table.plan, this.#state, options) ? keyOrderOf(table.plan.selected, options.serverEncoding) : void 0;
    this.#files = new SnapshotFiles(context, table.oid, this.#shape, {
      op: "u",
      lsn: lastLsnOf(snapshot),
      committedAt: snapshot.takenAt,
      seq: 0,
      movedLsn: 0n
    });
  }
  async run() {
    const { abandon, recorder } = this.#context;
    const { rangeRows, mayGoOn } = this.#options;
    const view = new RowView(this.#names.length);
    let look;
    try {
      for await (const batch of this.#snapshot.copyTable(this.#request(), abandon)) {
        abandon.throwIfAborted();
        look ??= await this.#look();
        if (look !== "unaltered") return look;
        for (let index = 0; index < batch.starts.length; index++) {
          readCopyRow(batch.bytes, batch.starts[index] ?? 0, batch.ends[index] ?? 0, view);
          this.#files.append(view);
          if (this.#files.rows % PROGRESS_ROWS === 0) this.#tell();
          if (this.#files.isFileFull) await this.#files.nextFile();
          if (this.#order === void 0 || this.#files.rows < rangeRows) continue;
          await this.#closeRange(this.#keyOf(view));
          if (!mayGoOn()) return "paused";
          if (await this.#look() === "gave-way") return "gave-way";
        }
      }
      look ??= await this.#look();
      if (look !== "unaltered") return look;
      await this.#closeRange(void 0);
      return "complete";
    } finally {
      recorder.reporter.report({ tag: "progress-finished", task: this.#plan.selected.displayName });
      this.#files.abandon();
    }
  }
  #request() {
    const { schema, name: table, rowFilter } = this.#plan.selected.source;
    const range = this.#order === void 0 ? void 0 : copyRange(this.#order, this.#state.after, this.#state.range);
    return { schema, table, columns: this.#names, rowFilter, range };
  }
  #tell() {
    const { displayName: task, source } = this.#plan.selected;
    this.#context.recorder.reporter.report({
      tag: "progress",
      task,
      done: this.#state.loadedRows + this.#files.rows,
      total: source.estimatedRows < 0 ? void 0 : source.estimatedRows,
      unit: "rows"
    });
  }
  /** Text of the row key's columns of a row. */
  #keyOf(view) {
    return this.#shape.keyColumns.map(
      (column) => view.bytes.subarray(view.starts[column] ?? 0, view.ends[column] ?? 0).toString("utf8")
    );
  }
  /** Brings a range into the target, up to and with a row key, or to its end. */
  async #closeRange(upTo) {
    const staged = await this.#files.finishRange();
    await this.#merge(staged.directory, upTo);
    this.#table.counts.loadedRows += staged.rows;
    this.#table.plan = this.#planAfter(upTo, staged.rows);
    await this.#context.warehouse.removeStaged(staged.directory);
    await this.#progress.checkpoint(this.#progress.lsn);
  }
  /**
   * A rewrite makes a table look empty to snapshots from before it, a column that came after the run's look is not in the
   * copy, and another table may have come to its name.
   */
  async #look() {
    const { source } = this.#plan.selected;
    const now = await this.#context.source.lookAtTable(source.oid);
    if (now === "locked") return "gave-way";
    return now !== void 0 && isSameDefinition(source, now) ? "unaltered" : "altered";
  }
  async #merge(directory, upTo) {
    const { store, pipeline } = this.#context;
    const { target } = this.#plan;
    const lsn = lastLsnOf(this.#snapshot);
    const range = this.#keyRange(upTo);
    const merged = { insertedRows: 0, updatedRows: 0, deletedRows: 0 };
    await runMerge(this.#context, merged, {
      target,
      groups: [{ directory, columns: stagedSources(this.#shape, target, () => "NULL") }],
      fold: false,
      unchangedColumns: /* @__PURE__ */ new Set(),
      movedRows: false,
      rereadDirectory: void 0,
      unresolved: "left-out",
      distrustedTo: ZERO_LSN,
      deletions: 0,
      keyBounds: /* @__PURE__ */ new Map(),
      others: isWholeTable(range) ? { tag: "replaced", lsn } : { tag: "range-replaced", lsn, committedAt: this.#snapshot.takenAt, range },
      fence: { state: store.state, pipeline: pipeline.name, epoch: store.epoch },
      mergedAt: nowMicroseconds(this.#context)
    });
    this.#table.counts.deletedRows += merged.deletedRows;
  }
  #keyRange(upTo) {
    const order = this.#order ?? [];
    const keyOf = (key) => order.map((column, index) => keyValue(column, key[index] ?? ""));
    const { after, range } = this.#state;
    const [first] = order;
    const end = (text) => text === null || first === void 0 ? void 0 : keyValue(first, text);
    return {
      after: after === null ? void 0 : keyOf(after),
      upTo: upTo === void 0 ? void 0 : keyOf(upTo),
      from: end(range.from),
      to: end(range.to)
    };
  }
  #planAfter(upTo, rows) {
    const plan = { ...this.#table.plan, loadReason: void 0 };
    const snapshotLsn = lastLsnOf(this.#snapshot);
    this.#table.loadedTo = snapshotLsn;
    const isOfOneSnapshot = this.#options.start.tag === "pending" || this.#options.start.after === null && isSameRange(this.#state.range, ALL_ROWS);
    if (upTo === void 0) {
      return isOfOneSnapshot ? { ...plan, unseen: [], snapshot: { tag: "loaded", lsn: snapshotLsn } } : { ...plan, snapshot: { tag: "loaded", lsn: this.#state.lsn } };
    }
    this.#state = { ...this.#state, after: upTo, loadedRows: this.#state.loadedRows + rows };
    const isFresh = this.#options.start.tag === "pending";
    return { ...plan, unseen: isFresh ? [] : plan.unseen, snapshot: this.#state };
  }
};
function stateOf(start, snapshot) {
  if (start.tag === "loading") return start;
  return {
    tag: "loading",
    lsn: lastLsnOf(snapshot),
    after: null,
    range: ALL_ROWS,
    loadedRows: 0,
    purpose: "first-load",
    by: "run"
  };
}
function isRanged({ selected }, { after, range }, { rangeRows }) {
  if (after !== null || !isSameRange(range, ALL_ROWS)) return true;
  const { estimatedRows, sizeBytes } = selected.source;
  return Math.max(estimatedRows, sizeBytes / ASSUMED_ROW_BYTES) > rangeRows;
}
function isSameDefinition(before, now) {
  return (
    // By its name it is read, by its oid it is looked at.
    before.schema === now.schema && before.name === now.name && before.storageId === now.storageId && before.attributeCount === now.attributeCount && before.rowFilter === now.rowFilter && before.publicationMembership === now.publicationMembership && before.columns.length === now.columns.length && before.columns.every((column, index) => {
      const twin = now.columns[index];
      return column.attributeNumber === twin?.attributeNumber && column.name === twin.name && column.typeOid === twin.typeOid && column.typmod === twin.typmod;
    })
  );
}

// src/ingest/load-tables.ts
async function loadTables(context, progress, loads, snapshot, options) {
  const ordered = loads.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  let hasBegun = false;
  await severalAtOnce(ordered, context.pipeline.source.loadParallelism, async ({ table, start }) => {
    if (hasBegun && !options.mayGoOn()) return;
    hasBegun = true;
    const outcome = await loadTable(context, progress, table, snapshot, { ...options, start });
    const notice = NOTICES[outcome];
    if (notice !== void 0) context.recorder.notice(`${table.displayName} ${notice}`);
  });
}
var NOTICES = {
  complete: void 0,
  paused: void 0,
  altered: "was altered while it was read; its load goes on another time.",
  "gave-way": "was wanted by somebody who alters or locks it: its load gave way, and goes on another time."
};
function sizeOf({ table }) {
  return table.plan.selected.source.sizeBytes;
}

// src/ingest/progress.ts
var Progress = class {
  #store;
  #frame;
  #tables;
  #recorder;
  #checkpointed;
  /** One write at a time: tables that load at the same time checkpoint one after the other. */
  #writing = Promise.resolve();
  constructor(options) {
    this.#store = options.store;
    this.#frame = options.frame;
    this.#tables = options.tables;
    this.#recorder = options.recorder;
    this.#checkpointed = options.checkpointed;
  }
  get lsn() {
    return this.#checkpointed;
  }
  /** Writes the checkpoint: the tables' states as they are now, at this LSN. */
  checkpoint(lsn) {
    const written = this.#writing.then(() => this.#write(lsn));
    this.#writing = written.catch(() => void 0);
    return written;
  }
  async #write(lsn) {
    const tables = this.#tables.map(({ plan }) => checkpointTable(plan));
    this.#checkpointed = await this.#recorder.stage(
      "checkpoint",
      formatLsn(lsn),
      () => this.#store.advance({ ...this.#frame, lsn, tables }, this.#recorder.record())
    );
    this.#recorder.checkpointTo(lsn);
    return this.#checkpointed;
  }
};

// src/ingest/table-state.ts
var TableState = class {
  plan;
  /** The latest LSN that rows were loaded as of, in this run. */
  loadedTo = ZERO_LSN;
  /** Whether values were read again of which no checkpoint tells yet. */
  isRereadUnsaved = false;
  #dialect;
  counts;
  #relation;
  #shape;
  #seenColumns = /* @__PURE__ */ new Set();
  constructor(plan, dialect, recorder) {
    this.plan = plan;
    this.#dialect = dialect;
    this.counts = recorder.table(plan.selected.displayName, displayTargetName(plan.target.name));
  }
  get displayName() {
    return this.plan.selected.displayName;
  }
  get snapshot() {
    return this.plan.snapshot;
  }
  get oid() {
    return this.plan.selected.source.oid;
  }
  get target() {
    return this.plan.target;
  }
  get shape() {
    if (this.#shape === void 0)
      throw new IngestError(
        "protocol-violated",
        `${this.target.source}: a change came before the table was described.`
      );
    return this.#shape;
  }
  isDescribedBy(relation) {
    return this.#relation === relation;
  }
  /** Whether a change that committed at this LSN is wanted: not in the snapshot already, and the table not waiting for one. */
  wants(commitLsn) {
    const { snapshot } = this.plan;
    return snapshot.tag !== "pending" && commitLsn > snapshot.lsn;
  }
  /** Judges a relation against the plan. Throws `drift-unsupported` for a changed type. */
  judge(relation) {
    const { selected, retired } = this.plan;
    const catalog = new Map(selected.source.columns.map((column) => [column.name, column]));
    const known = /* @__PURE__ */ new Set([
      ...catalog.keys(),
      ...selected.source.unpublishedColumns.map(({ name }) => name),
      ...retired.map(({ name }) => name)
    ]);
    const names = new Set(relation.columns.map(({ name }) => name));
    if (relation.columns.some(({ name }) => !known.has(name))) return "ask-catalog";
    if (this.#lacksColumns(names)) return "ask-catalog";
    for (const column of relation.columns) {
      const now = catalog.get(column.name);
      if (now === void 0 || !selected.columns.includes(now)) continue;
      if (isTypeChanged(column, now) && isTypeChanged(now, column)) {
        throwProblems([driftProblem(selected, `the type of column "${column.name}" was changed`)]);
      }
    }
    return "known";
  }
  /**
   * Whether a description leaves out a column that its rows must have: one that was there at the checkpoint, or that the
   * stream has shown before. Only a column added since may come later.
   */
  #lacksColumns(names) {
    const { selected, unseen, snapshot } = this.plan;
    return selected.columns.some(
      ({ name }) => !names.has(name) && (this.#seenColumns.has(name) || // A slot without a first load may be older than any column.
      isLoadedAtAll(snapshot) && !unseen.includes(name))
    );
  }
  /**
   * The server describes a table again for many reasons besides DDL (ANALYZE is one). Returns whether this
   * description says what the last one said.
   */
  redescribe(relation) {
    if (this.#relation === void 0 || !isSameDescription(this.#relation, relation)) return false;
    this.#relation = relation;
    return true;
  }
  describe(relation) {
    this.#relation = relation;
    this.#shape = shapeOfRelation(relation, this.target);
    for (const { name } of relation.columns) this.#seenColumns.add(name);
  }
  /** Rows with these columns are in the target, and the checkpoint that comes next says so: from now on all have them. */
  settleColumns() {
    const unseen = this.plan.unseen.filter((name) => !this.#seenColumns.has(name));
    if (unseen.length < this.plan.unseen.length) this.plan = { ...this.plan, unseen };
  }
  /** Values were read again from the source, as they were not later than this. */
  noteReread(insertLsn) {
    this.plan = { ...this.plan, rereadTo: laterLsn(this.plan.rereadTo, insertLsn) };
    this.isRereadUnsaved = true;
  }
  /**
   * Rows that moved at or before it have their unchanged values read again. What an unfinished load has not come to yet
   * may be of any time, or wrong.
   */
  get distrustedTo() {
    return this.plan.snapshot.tag === "loading" ? LAST_LSN : this.plan.rereadTo;
  }
  /**
   * What rows of the present shape read in target columns that they do not carry, as SQL: the default PostgreSQL
   * gives to rows from before the column; NULL once the column has been dropped.
   */
  missingLiterals() {
    const seen = new Set(this.#seenColumns);
    return (columnName2) => {
      if (seen.has(columnName2)) return "NULL";
      const { plan } = this;
      const source = plan.selected.columns.find(({ name }) => name === columnName2);
      const target = plan.target.columns.find(({ name }) => name === columnName2);
      if (source === void 0 || target === void 0) return "NULL";
      return missingLiteral(this.#dialect, target.mapping, source.missingValue);
    };
  }
};
function isLoadedAtAll({ tag }) {
  return tag === "loaded" || tag === "loading";
}
function isSameDescription(one, other) {
  return one.columns.length === other.columns.length && one.columns.every((column, index) => {
    const twin = other.columns[index];
    return column.name === twin?.name && column.typeOid === twin.typeOid && column.typmod === twin.typmod;
  });
}

// src/ingest/open-target.ts
var TABLES_AT_ONCE = 4;
async function openTarget(options) {
  const { pipeline, facts, recorder } = options;
  const warehouse = await options.warehouse.open(options.abandon);
  options.onOpen(warehouse);
  const state = { catalog: pipeline.target.catalog, schema: pipeline.target.stateSchema, table: STATE_TABLE };
  const now = () => nowMicroseconds(options);
  const store = new CheckpointStore({ warehouse, state, pipeline: pipeline.name, runId: options.runId, now });
  const found = await store.load();
  recorder.history(found?.history ?? []);
  if (found !== void 0) {
    recorder.checkpointFrom(found.checkpoint.lsn);
    throwProblems(judgeCheckpoint(facts, found.checkpoint, pipeline));
  }
  const stored = found === void 0 ? void 0 : forgetTables(found, options);
  throwProblems(
    options.selected.flatMap((table) => judgeDrift(table, knownTable(stored?.checkpoint, table)))
  );
  const stagedRoot = stagedRootOf(pipeline, facts);
  const begun = { progress: void 0 };
  const checkpointAgain = async () => {
    await begun.progress?.checkpoint(begun.progress.lsn);
  };
  const context = { ...options, warehouse, store, stagedRoot, checkpointAgain };
  const slot = facts.slot === void 0 ? await createSlot(options) : void 0;
  try {
    if (slot !== void 0) await options.onSlotMade();
    const startLsn = stored?.checkpoint.lsn ?? slot?.consistentPoint ?? requireConfirmedLsn(facts);
    const tables = planTables(options, stored, startLsn, warehouse);
    const loads = beginLoads(tables, options);
    recorder.unfinishedLoads(() => unfinishedLoads(tables, options));
    const progress = await startProgress({ ...options, store, stored, startLsn, tables });
    begun.progress = progress;
    if (stored === void 0) recorder.checkpointTo(startLsn);
    await warehouse.removeStaged(stagedRoot);
    await severalAtOnce(tables, TABLES_AT_ONCE, ({ plan }) => prepareTarget(context, plan));
    if (stored !== void 0) await voidHint(context, loads);
    await loadChosen(context, progress, loads, slot, options);
    return {
      context,
      tables: new Map(tables.map((table) => [table.oid, table])),
      progress,
      loadedTo: tables.map((table) => laterLsn(table.loadedTo, loadedLsn(table.snapshot))).reduce(laterLsn, ZERO_LSN),
      describeTable: (table, relation) => describeTable(context, options.facts, table, relation)
    };
  } finally {
    await slot?.[Symbol.asyncDispose]();
  }
}
function loadedLsn(snapshot) {
  return snapshot.tag === "loaded" ? snapshot.lsn : ZERO_LSN;
}
function forgetTables(stored, { reload, backfill, selected }) {
  const named = selected.filter(
    (table) => reload.includes(table.displayName) || backfill !== void 0 && needsReload(backfill, table, knownTable(stored.checkpoint, table))
  );
  const oids = new Set(named.map(({ source }) => source.oid));
  const tables = stored.checkpoint.tables.filter(({ oid }) => !oids.has(oid));
  return { ...stored, checkpoint: { ...stored.checkpoint, tables } };
}
function requireConfirmedLsn(facts) {
  const lsn = facts.slot?.confirmedFlushLsn;
  if (lsn === void 0) throw new TypeError("a slot without a position is refused by preflight");
  return lsn;
}
async function createSlot(options) {
  throwProblems(judgeFreeSlots(options.facts, 1));
  const slot = await options.recorder.stage(
    "preflight",
    `making slot ${options.pipeline.source.slotName}`,
    () => options.source.createSlot(options.abandon)
  );
  options.recorder.notice(
    `Made replication slot "${options.pipeline.source.slotName}". It retains log: drop it when the pipeline is retired.`
  );
  return slot;
}
function planTables(options, stored, startLsn, warehouse) {
  const { pipeline } = options;
  return options.selected.map((table) => {
    const plan = planTable(table, knownTable(stored?.checkpoint, table), {
      deletedRows: pipeline.write.deletedRows,
      initialLoad: pipeline.source.initialLoad || options.reload.includes(table.displayName),
      // Changes count from the start LSN on, which is the first one that may be a commit record.
      startLsn: startLsn - 1n
    });
    return new TableState(plan, warehouse.dialect, options.recorder);
  });
}
async function startProgress(options) {
  const { facts, pipeline, store, stored, tables } = options;
  const frame = {
    drainTarget: facts.flushLsn,
    cluster: facts.cluster,
    slotName: pipeline.source.slotName,
    publicationOid: facts.publication?.oid ?? 0,
    runId: options.runId
  };
  const first = () => ({
    ...frame,
    lsn: options.startLsn,
    tables: tables.map(({ plan }) => checkpointTable(plan))
  });
  return new Progress({
    store,
    frame,
    tables,
    recorder: options.recorder,
    checkpointed: stored === void 0 ? await store.start(first()) : await store.claim(stored)
  });
}
function beginLoads(tables, { backfill }) {
  if (backfill !== void 0) throwProblems(judgeRequestState(backfill, tables));
  const loads = chooseLoads(tables, backfill);
  for (const { table, start } of loads) table.plan = { ...table.plan, snapshot: start };
  return loads;
}
function unfinishedLoads(tables, { pipeline }) {
  return tables.flatMap(({ displayName, snapshot, plan }) => {
    if (snapshot.tag !== "loading" && snapshot.tag !== "pending") return [];
    const { estimatedRows } = plan.selected.source;
    const continuedBy = snapshot.tag === "loading" ? snapshot.by : pipeline.source.initialLoad ? "run" : "backfill";
    return [
      {
        table: displayName,
        loadedRows: snapshot.tag === "loading" ? snapshot.loadedRows : 0,
        estimatedRows: estimatedRows < 0 ? null : estimatedRows,
        continuedBy
      }
    ];
  });
}
async function voidHint({ source, pipeline }, loads) {
  if (loads.length === 0) return;
  try {
    await source.emitMessage(HINT_PREFIX, formatVoidHint(pipeline));
  } catch (error) {
    if (!(error instanceof IngestError && error.code === "source-permission-denied")) throw error;
  }
}
async function loadChosen(context, progress, loads, slot, { facts, pipeline, mayLoad: mayGoOn }) {
  if (loads.length === 0) return;
  const options = { serverEncoding: facts.serverEncoding, rangeRows: pipeline.limits.loadRangeRows, mayGoOn };
  await context.recorder.stage("load", loads.map(({ table }) => table.displayName).join(", "), async () => {
    var _stack = [];
    try {
      if (slot !== void 0) return loadTables(context, progress, loads, slot, options);
      const snapshot = __using(_stack, await context.source.openSnapshot(context.abandon), true);
      return await loadTables(context, progress, loads, snapshot, options);
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  });
}
function stagedRootOf({ name, target, source }, { cluster }) {
  const readable = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  const owner = [name, target.catalog, target.schema, target.stateSchema, cluster, source.slotName];
  const hash = createHash2("sha256").update(JSON.stringify(owner)).digest("hex").slice(0, 12);
  return `p-${readable}-${hash}`;
}

// src/ingest/run-recorder.ts
var RunRecorder = class {
  #options;
  #startedAtMs;
  #durations = new Map(STAGES.map((stage) => [stage, 0]));
  #tables = /* @__PURE__ */ new Map();
  #drift = [];
  #notices = [];
  #staged = { files: 0, bytes: 0, rows: 0 };
  #unfinished = () => [];
  #intervals = 0;
  /** Time of stages that ended within the one under way. */
  #innerMs = 0;
  #transactions = 0;
  #from;
  #to;
  #lagBefore = { bytes: null, seconds: null };
  #lagAfter = { bytes: null, seconds: null };
  #maxSlotWalKeepBytes;
  #slotLook;
  #history;
  #warehouse = { opened: false, statements: 0, busyMs: 0, uploadedBytes: 0 };
  constructor(options) {
    this.#options = options;
    this.#startedAtMs = options.nowMs();
  }
  get reporter() {
    return this.#options.reporter;
  }
  /** Whether the target is not what it was: changes merged, tables loaded, or a pipeline begun. */
  get hasMoved() {
    const hasBegun = this.#from === void 0 && this.#to !== void 0;
    return hasBegun || this.#intervals > 0 || [...this.#tables.values()].some(({ counts }) => counts.loadedRows > 0);
  }
  /** Times a stage and tells about it; `detail` may be made of what the stage gave. */
  async stage(stage, detail, work, summary = () => detail) {
    this.reporter.report({ tag: "stage-started", stage, detail });
    try {
      const result = await this.timed(stage, work);
      this.reporter.report({ tag: "stage-finished", stage, detail: summary(result) });
      return result;
    } catch (error) {
      this.reporter.report({ tag: "stage-finished", stage, detail: "failed" });
      throw error;
    }
  }
  /** Times work for a stage without telling. What stages within it take counts for those, not for it. */
  async timed(stage, work) {
    const startedMs = this.#options.nowMs();
    const innerBefore = this.#innerMs;
    this.#innerMs = 0;
    try {
      return await work();
    } finally {
      const durationMs = this.#options.nowMs() - startedMs;
      this.#durations.set(stage, (this.#durations.get(stage) ?? 0) + durationMs - this.#innerMs);
      this.#innerMs = innerBefore + durationMs;
    }
  }
  table(source, target) {
    const known = this.#tables.get(source);
    if (known !== void 0) return known.counts;
    const counts = {
      loadedRows: 0,
      insertedRows: 0,
      updatedRows: 0,
      deletedRows: 0,
      changes: 0,
      specialValues: 0
    };
    this.#tables.set(source, { target, counts });
    return counts;
  }
  drift(drift) {
    this.#drift.push(drift);
  }
  /** What to ask at the run's end for the loads that are not at theirs. */
  unfinishedLoads(ask) {
    this.#unfinished = ask;
  }
  notice(text) {
    this.#notices.push(text);
    this.reporter.report({ tag: "notice", text });
  }
  stagedFile(file) {
    this.#staged.files += 1;
    this.#staged.bytes += file.bytes;
    this.#staged.rows += file.rows;
  }
  interval(transactions) {
    this.#intervals += 1;
    this.#transactions += transactions;
  }
  checkpointFrom(lsn) {
    this.#from = lsn;
    this.#to = lsn;
  }
  checkpointTo(lsn) {
    this.#to = lsn;
  }
  /** What the slot retains; the last look counts. */
  slotSeen(look) {
    this.#slotLook = look;
  }
  /** `max_slot_wal_keep_size`; `undefined`: no limit. */
  slotLimit(maxSlotWalKeepBytes) {
    this.#maxSlotWalKeepBytes = maxSlotWalKeepBytes;
  }
  /** The runs before this one, the latest first. */
  history(entries) {
    this.#history = entries;
  }
  lagBefore(lag) {
    this.#lagBefore = { ...this.#lagBefore, ...lag };
    this.#lagAfter = this.#lagBefore;
  }
  lagAfter(lag) {
    this.#lagAfter = lag;
  }
  warehouse({ statements, busyMs, uploadedBytes }) {
    this.#warehouse = { opened: true, statements, busyMs: Math.round(busyMs), uploadedBytes };
  }
  /** What the run has done so far, for its entry in the history. */
  record() {
    const counts = [...this.#tables.values()].map((table) => table.counts);
    const sum = (of) => counts.reduce((total, one) => total + of(one), 0);
    return {
      startedAt: BigInt(Math.trunc(this.#startedAtMs * 1e3)),
      from: this.#from,
      intervals: this.#intervals,
      changes: sum(({ changes }) => changes),
      loadedRows: sum(({ loadedRows }) => loadedRows),
      insertedRows: sum(({ insertedRows }) => insertedRows),
      updatedRows: sum(({ updatedRows }) => updatedRows),
      deletedRows: sum(({ deletedRows }) => deletedRows),
      stagedBytes: this.#staged.bytes,
      lagBytes: this.#lagBefore.bytes ?? void 0
    };
  }
  finish(outcome) {
    const finishedAtMs = this.#options.nowMs();
    return {
      schemaVersion: 1,
      pipeline: this.#options.pipeline,
      runId: this.#options.runId,
      status: outcome.status,
      startedAt: new Date(this.#startedAtMs).toISOString(),
      finishedAt: new Date(finishedAtMs).toISOString(),
      durationMs: Math.round(finishedAtMs - this.#startedAtMs),
      slot: this.#options.slot,
      checkpoint: { from: lsnText(this.#from), to: lsnText(this.#to) },
      lag: { before: this.#lagBefore, after: this.#lagAfter },
      caughtUp: outcome.notCaughtUp === void 0,
      notCaughtUp: outcome.notCaughtUp ?? null,
      intervals: this.#intervals,
      transactions: this.#transactions,
      tables: [...this.#tables].map(([source, { target, counts }]) => ({ source, target, ...counts })),
      drift: this.#drift,
      staged: { ...this.#staged },
      stageDurationsMs: stageDurations(this.#durations),
      warehouse: this.#warehouse,
      cost: this.#options.costPerHour === void 0 ? null : runCost(this.#warehouse.busyMs, this.#options.costPerHour),
      unfinishedLoads: this.#unfinished(),
      trigger: null,
      wal: this.#slotLook === void 0 ? null : walReport({
        ...this.#slotLook,
        maxSlotWalKeepBytes: this.#maxSlotWalKeepBytes,
        history: this.#history ?? [],
        nowMs: finishedAtMs,
        scheduleMs: this.#options.scheduleMs
      }) ?? null,
      history: this.#history ?? null,
      notices: this.#notices,
      error: outcome.error === void 0 ? null : {
        code: outcome.error.code,
        message: outcome.error.message,
        solution: outcome.error.solution ?? null
      }
    };
  }
};
function lsnText(lsn) {
  return lsn === void 0 ? null : formatLsn(lsn);
}
function stageDurations(durations) {
  const of = (stage) => Math.round(durations.get(stage) ?? 0);
  return {
    preflight: of("preflight"),
    load: of("load"),
    drain: of("drain"),
    stage: of("stage"),
    merge: of("merge"),
    checkpoint: of("checkpoint"),
    acknowledge: of("acknowledge")
  };
}

// src/ingest/translate-run-error.ts
function translateRunError(error, isAbandoned) {
  if (isAbandoned) {
    return new IngestError("interrupted", "The run was interrupted; what was not finished was dropped.", {
      solution: "Run again: nothing is lost, the next run goes on from the checkpoint.",
      cause: error
    });
  }
  if (error instanceof IngestError) return error;
  return new IngestError(
    "internal-error",
    `Something went wrong that Tributary did not expect (${describeUnexpected(error)}).`,
    {
      solution: "Please report it, with this message. The next run goes on from the checkpoint.",
      cause: error
    }
  );
}
function describeUnexpected(error) {
  if (!(error instanceof Error)) return typeof error;
  const frame = /^\s+at (.+)$/m.exec(error.stack ?? "")?.[1] ?? "an unknown place";
  return `${error.name} at ${frame.replace(/\(.*[/\\]/, "(")}`;
}

// src/ingest/wait-for-slot.ts
import { setTimeout as waitMs } from "node:timers/promises";
var PATIENCE_MS = 5e3;
var STEP_MS = 250;
async function waitForSlot(source, abandon) {
  for (let waitedMs = 0; ; waitedMs += STEP_MS) {
    const facts = await source.readFacts();
    if (facts.slot?.active !== true) return facts;
    if (waitedMs >= PATIENCE_MS) throw new SlotActiveSignal("the slot is active");
    await waitMs(STEP_MS, void 0, { signal: abandon });
  }
}

// src/ingest/run.ts
async function runPipeline(options) {
  const { pipeline } = options;
  const recorder = new RunRecorder({
    pipeline: pipeline.name,
    runId: options.runId,
    slot: pipeline.source.slotName,
    costPerHour: pipeline.target.tag === "unity_catalog" ? pipeline.target.costPerHour : void 0,
    scheduleMs: pipeline.schedule.tag === "interval" ? pipeline.schedule.everyMs : void 0,
    reporter: options.reporter,
    nowMs: options.now
  });
  const opened = { warehouse: void 0 };
  const giveUp = () => opened.warehouse?.interrupt();
  options.abandon.addEventListener("abort", giveUp, { once: true });
  const deadline = deadlineSignal(options.maxDurationMs);
  try {
    const outcome = await run(options, recorder, deadline.signal, opened);
    return recorder.finish({ ...outcome, error: void 0 });
  } catch (error) {
    if (error instanceof SlotActiveSignal) {
      return recorder.finish({
        status: "another-run-active",
        notCaughtUp: "another run is active",
        error: void 0
      });
    }
    options.onUnexpected?.(error);
    const translated = translateRunError(error, options.abandon.aborted);
    return recorder.finish({
      status: translated.code === "interrupted" ? "stopped" : "failed",
      notCaughtUp: translated.code === "interrupted" ? "the run was interrupted" : "the run failed",
      error: translated
    });
  } finally {
    deadline.clear();
    options.abandon.removeEventListener("abort", giveUp);
    await closeQuietly(opened.warehouse);
  }
}
async function closeQuietly(warehouse) {
  try {
    await warehouse?.[Symbol.asyncDispose]();
  } catch {
    return;
  }
}
async function run(options, recorder, deadline, opened) {
  var _stack = [];
  try {
    const { pipeline } = options;
    const schemas = pipeline.selection.schemas.map(({ name }) => name);
    const source = __using(_stack, await recorder.timed("preflight", () => options.openSource(pipeline.source, schemas)), true);
    const { facts, selected } = await recorder.stage(
      "preflight",
      pipeline.name,
      () => preflight(options, source, recorder)
    );
    throwProblems(unknownReloads(options, selected));
    const { backfill } = options;
    if (backfill !== void 0) throwProblems(judgeRequest(backfill, selected, facts.serverEncoding));
    const loadPace = paceOfLoads(options, deadline);
    noteUnpublished(recorder, selected);
    recorder.lagBefore({ bytes: retainedBytes(facts) });
    const open = (onSlotMade) => openTarget({
      ...options,
      onSlotMade,
      backfill,
      mayLoad: loadPace,
      source,
      recorder,
      facts,
      selected,
      nowMs: options.now,
      onOpen: (warehouse) => {
        opened.warehouse = warehouse;
      }
    });
    try {
      const opensFirst = facts.slot?.confirmedFlushLsn === void 0 || options.reload.length > 0 || backfill !== void 0;
      return await drainAndAcknowledge({
        ...options,
        recorder,
        deadline,
        source,
        facts,
        selected,
        opensFirst,
        open
      });
    } finally {
      if (opened.warehouse !== void 0) recorder.warehouse(opened.warehouse.usage);
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function preflight(options, source, recorder) {
  const { pipeline } = options;
  const facts = await waitForSlot(source, options.abandon);
  recorder.slotLimit(facts.maxSlotWalKeepBytes);
  recorder.slotSeen(facts);
  throwProblems([...judgeServer(facts, pipeline), ...judgePublication(facts, pipeline)]);
  const { tables, problems } = resolveSelection(facts, pipeline);
  throwProblems([
    ...problems,
    ...tables.flatMap((table) => judgeTable(table, facts, pipeline)),
    ...facts.slot === void 0 ? [] : judgeSlot(facts.slot, pipeline)
  ]);
  return { facts, selected: tables };
}
function unknownReloads({ reload }, selected) {
  const known = selected.map(({ displayName }) => displayName);
  return reload.filter((name) => !known.includes(name)).map((name) => ({
    code: "usage-invalid",
    message: `There is no selected table "${name}" to load anew.`,
    solution: `Name one of: ${known.join(", ")}.`
  }));
}
function noteUnpublished(recorder, selected) {
  for (const table of selected) {
    const generated = table.unpublishedWanted.filter((column) => column.generated).map(({ name }) => name);
    if (generated.length > 0) {
      recorder.notice(
        `${table.displayName}: generated columns are not published and left out: ${generated.join(", ")}.`
      );
    }
  }
}
function paceOfLoads({ stop, now, maxDurationMs, maxLoadMs }, deadline) {
  const limitMs = maxLoadMs ?? (maxDurationMs === void 0 ? Number.POSITIVE_INFINITY : maxDurationMs / 2);
  const startedAtMs = now();
  return () => !stop.aborted && !deadline.aborted && now() - startedAtMs < limitMs;
}
function deadlineSignal(maxDurationMs) {
  const controller = new AbortController();
  const timer = maxDurationMs === void 0 ? void 0 : setTimeout(() => controller.abort(), maxDurationMs);
  return { signal: controller.signal, clear: () => clearTimeout(timer) };
}

// src/schedule/punctuality.ts
function triggerReport(options) {
  const cron = options.event === "schedule" ? options.cron ?? null : null;
  const parsed = cron === null ? void 0 : parseCron(cron, options.timezone);
  const { dueAtMs, skipped } = parsed?.tag === "cron" ? answeredDueTime(parsed, options) : { dueAtMs: void 0, skipped: void 0 };
  return {
    event: options.event,
    cron,
    dueAt: dueAtMs === void 0 ? null : new Date(dueAtMs).toISOString(),
    startedAt: new Date(options.startedAtMs).toISOString(),
    lateMs: dueAtMs === void 0 ? null : options.startedAtMs - dueAtMs,
    skipped: skipped ?? null
  };
}
function answeredDueTime(cron, options) {
  const { startedAtMs, previousRunStartedAtMs, previousBusyRunStartedAtMs } = options;
  const lastDue = previousDue(cron, startedAtMs);
  if (previousRunStartedAtMs !== void 0) {
    const [first, ...later] = dueTimesBetween(cron, previousRunStartedAtMs, startedAtMs);
    return { dueAtMs: first ?? lastDue, skipped: later.length };
  }
  const isCertain = previousBusyRunStartedAtMs !== void 0 && dueTimesBetween(cron, previousBusyRunStartedAtMs, startedAtMs).length <= 1;
  return { dueAtMs: lastDue, skipped: isCertain ? 0 : void 0 };
}

// src/commands/bound-heap.ts
import v8 from "node:v8";
function boundHeap() {
  v8.setFlagsFromString("--semi-space-growth-factor=1");
  v8.setFlagsFromString("--heap-growing-percent=30");
}

// src/commands/run-pipelines.ts
async function runPipelines(options) {
  requireOnePipelineToReload(options);
  const runnable = await Promise.all(
    options.pipelines.map(async (pipeline) => ({
      pipeline,
      warehouse: await warehouseOf(pipeline, options.environment)
    }))
  );
  boundHeap();
  const workDirectory = await mkdtemp(join(tmpdir(), "tributary-"));
  try {
    return await runInTurn(runnable, options, workDirectory);
  } finally {
    await rm(workDirectory, { recursive: true, force: true });
  }
}
function requireOnePipelineToReload({ pipelines, reload }) {
  if (reload.length === 0 || pipelines.length === 1) return;
  throw new IngestError("usage-invalid", "--reload names tables of one pipeline, and several would run.", {
    solution: `Choose it with --pipeline: ${pipelines.map(({ name }) => name).join(", ")}.`
  });
}
async function runInTurn(runnable, options, workDirectory) {
  const startedAtMs = options.nowMs();
  const reports = [];
  const unfinished = [];
  for (const one of runnable) {
    const report = options.signals.stop.aborted ? void 0 : await runUntilExpiry(one, options, workDirectory, remaining(options, startedAtMs));
    if (report === void 0) {
      unfinished.push(one.pipeline.name);
    } else {
      const complete = { ...report, trigger: triggerOf(report, await options.trigger) };
      reports.push(complete);
      options.onReport(complete);
    }
  }
  return { reports, unfinished };
}
function triggerOf({ history }, trigger) {
  if (trigger === void 0) return null;
  const [latest] = history ?? [];
  return triggerReport({
    ...trigger,
    previousBusyRunStartedAtMs: latest === void 0 ? void 0 : Date.parse(latest.startedAt)
  });
}
async function runUntilExpiry({ pipeline, warehouse }, options, workDirectory, maxDurationMs) {
  const { signals, reporter, nowMs } = options;
  const expiry = Promise.withResolvers();
  const expire = () => expiry.resolve(void 0);
  signals.expire.addEventListener("abort", expire, { once: true });
  try {
    const run2 = runPipeline({
      pipeline,
      warehouse,
      openSource: openPostgresSource,
      reporter,
      stop: signals.stop,
      abandon: signals.abandon,
      maxDurationMs,
      reload: options.reload,
      backfill: options.backfill?.request,
      maxLoadMs: options.backfill?.maxLoadMs,
      now: nowMs,
      workDirectory,
      runId: options.newRunId()
    });
    return await Promise.race([run2, expiry.promise]);
  } finally {
    signals.expire.removeEventListener("abort", expire);
  }
}
function remaining({ maxDurationMs, nowMs }, startedAtMs) {
  return maxDurationMs === void 0 ? void 0 : Math.max(0, maxDurationMs - (nowMs() - startedAtMs));
}
function exitCodeOf({ reports, unfinished }) {
  const codes = reports.flatMap(({ error }) => error === null ? [] : [ERROR_CODES[error.code].exitCode]);
  if (unfinished.length > 0 || codes.includes(1)) return 1;
  return codes.length > 0 ? 2 : 0;
}

// src/report/run-report-text.ts
function formatRunReportText(report, options) {
  const style = styleOf(options.colours);
  const blocks = [
    headLines(report, style),
    failureLines(report, style),
    walLines(report, style),
    tableLines(report.tables),
    loadLines(report.unfinishedLoads, style),
    driftLines(report.drift, style),
    noticeLines(report, style),
    factLines(report, style)
  ];
  return `${blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}
`;
}
var MARKS = { good: "✔", neutral: "•", bad: "✘" };
var COLOURS = { good: "green", neutral: "yellow", bad: "red" };
var SHOWN_STAGE_MS = 50;
var TABLE_COLUMNS = [
  { title: "source", align: "left" },
  { title: "target", align: "left" },
  { title: "loaded", align: "right" },
  { title: "inserted", align: "right" },
  { title: "updated", align: "right" },
  { title: "deleted", align: "right" }
];
function headLines(report, style) {
  const verdict = verdictOf(report);
  const late = latenessSentence(report.trigger);
  const mark = style[COLOURS[verdict.mood]](MARKS[verdict.mood]);
  return [
    `${mark} ${style.bold(printableLine(report.pipeline))}: ${printableLine(verdict.headline)}`,
    `  ${printableLine(verdict.lag)}`,
    ...late === void 0 ? [] : [`  ${style.yellow(printableLine(late))}`],
    `  ${printableLine(verdict.checkpoint)}`
  ];
}
function failureLines(report, style) {
  if (report.error === null) return [];
  const [first = "", ...rest] = printable(report.error.message).split("\n");
  return [
    `${style.red("What happened")} (${report.error.code})`,
    ...indented([first, ...rest]),
    style.bold("What to do"),
    ...indented(remedyOf(report.error).map(printableLine))
  ];
}
function walLines({ wal }, style) {
  if (wal === null || wal.risk === "none") return [];
  const title = wal.risk === "danger" ? style.red("The slot is in danger") : style.yellow("The slot wants watching");
  return [title, ...indented([printableLine(wal.sentence)])];
}
function tableLines(tables) {
  const changed = tables.filter(hasChanged);
  if (changed.length === 0) return [];
  return indented(formatTextTable(TABLE_COLUMNS, changed.map(tableRow)));
}
function tableRow(table) {
  return [
    printableLine(table.source),
    printableLine(table.target),
    formatCount(table.loadedRows),
    formatCount(table.insertedRows),
    formatCount(table.updatedRows),
    formatCount(table.deletedRows)
  ];
}
function loadLines(loads, style) {
  if (loads.length === 0) return [];
  return [style.yellow("Loads under way"), ...indented(loads.map(loadLine))];
}
function loadLine(load) {
  const share = shareLoaded(load);
  const whole = share === void 0 ? "" : ` of about ${formatCount(load.estimatedRows ?? 0)} (${Math.floor(share * 100)}%)`;
  return `${printableLine(load.table)}: ${formatNumberOf(load.loadedRows, "row")}${whole}; ${CONTINUATIONS[load.continuedBy]}`;
}
function driftLines(drift, style) {
  if (drift.length === 0) return [];
  return [style.yellow("Schema drift"), ...drift.flatMap((item) => indented(driftItem(item, style)))];
}
function driftItem(item, style) {
  return [
    `${printableLine(item.table)}: ${DRIFT_WORDS[item.kind]}: ${printableLine(item.column)} ${printableLine(item.type)}`,
    ...indented([printableLine(item.outcome)]),
    ...item.statements.flatMap(
      (statement) => indented(
        printable(statement).split("\n").map((line) => style.dim(line))
      )
    )
  ];
}
function noticeLines(report, style) {
  const special = report.tables.filter((table) => table.specialValues > 0);
  const notices = [
    ...report.notices.map(printableLine),
    ...special.map(
      (table) => `${printableLine(table.source)}: ${formatNumberOf(table.specialValues, "value")} without a place in the target type became NULL`
    )
  ];
  if (notices.length === 0) return [];
  return [style.yellow("Notices"), ...indented(notices)];
}
function factLines(report, style) {
  const { staged } = report;
  const stages = STAGES.filter((stage) => report.stageDurationsMs[stage] >= SHOWN_STAGE_MS).map(
    (stage) => `${stage} ${formatDuration(report.stageDurationsMs[stage])}`
  );
  const facts = [
    ...staged.files > 0 ? [
      `staged     ${formatNumberOf(staged.rows, "row")} in ${formatNumberOf(staged.files, "file")}, ${formatBytes(staged.bytes)}`
    ] : [],
    `warehouse  ${formatWarehouse(report)}`,
    ...stages.length > 0 ? [`time       ${stages.join(" · ")}`] : [],
    `run        ${printableLine(report.runId)}, ${report.startedAt} to ${report.finishedAt}`
  ];
  return indented(facts).map((line) => style.dim(line));
}
function formatWarehouse({ warehouse: { opened, statements, busyMs }, cost }) {
  if (!opened) return "not opened";
  const price = cost === null ? "" : `, ${formatCost(cost)}`;
  return `${formatNumberOf(statements, "statement")}, ${formatDuration(busyMs)} busy${price}`;
}
function indented(lines) {
  return lines.map((line) => `  ${line}`);
}

// src/workflow/trigger.ts
import { resolve } from "node:path";

// src/config/lint/cron-timezone.ts
async function readCronTimezone(workflow, cron, files) {
  const text = await readConfigFile(workflow, files);
  if (text.tag !== "text") return void 0;
  const [document] = parseYamlFile(text.file, text.text, {}).documents;
  const schedule = valueAt(document?.value, ["on", "schedule"]);
  if (!Array.isArray(schedule)) return void 0;
  const entry = schedule.find((candidate) => valueAt(candidate, ["cron"]) === cron);
  const timezone = valueAt(entry, ["timezone"]);
  return typeof timezone === "string" ? timezone : void 0;
}

// src/workflow/trigger.ts
async function triggerOf2(step, stop) {
  const { event, nowMs } = step;
  if (event.eventName === "") return void 0;
  const startedAtMs = nowMs();
  const isScheduled = event.eventName === "schedule";
  const [timezone, previousRunStartedAtMs] = isScheduled ? await Promise.all([timezoneOf(step), unlessStopped(previousRunOf(step, startedAtMs), stop)]) : [void 0, void 0];
  return { event: event.eventName, cron: event.cron, timezone, startedAtMs, previousRunStartedAtMs };
}
async function unlessStopped(answer, stop) {
  const stopped = Promise.withResolvers();
  const give = () => stopped.resolve(void 0);
  if (stop.aborted) give();
  stop.addEventListener("abort", give, { once: true });
  try {
    return await Promise.race([answer, stopped.promise]);
  } finally {
    stop.removeEventListener("abort", give);
  }
}
async function timezoneOf({ event, workspace }) {
  if (event.workflowPath === void 0 || event.cron === void 0) return void 0;
  const workflow = { shown: event.workflowPath, absolute: resolve(workspace, event.workflowPath) };
  return await readCronTimezone(workflow, event.cron, nodeConfigFiles);
}
async function previousRunOf({ event, openGithub, log }, startedAtMs) {
  if (openGithub === void 0 || event.workflow === void 0) return void 0;
  const api = await openGithub(log.redactor);
  const runs = await api.listWorkflowRuns(event.workflow);
  if (runs.tag === "refused") return void 0;
  const earlier = runs.data.filter(({ id }) => String(id) !== event.runId).map(({ createdAt }) => Date.parse(createdAt)).filter((createdAtMs) => createdAtMs <= startedAtMs);
  return earlier.length === 0 ? void 0 : Math.max(...earlier);
}

export {
  chooseLoads,
  isNamed,
  needsReload,
  judgeRequest,
  judgeRequestState,
  runPipelines,
  exitCodeOf,
  formatRunReportText,
  triggerOf2 as triggerOf
};
