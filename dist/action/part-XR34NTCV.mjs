import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  runCost
} from "./part-5XX75QT7.mjs";
import {
  findTargetTables,
  stateTableOf
} from "./part-SBQWYP25.mjs";
import {
  CheckpointStore
} from "./part-T4SCQFTF.mjs";
import {
  knownTable
} from "./part-JA23HJKN.mjs";
import {
  judgePublication,
  judgeServer,
  judgeSlot,
  quoteForPeople,
  resolveSelection
} from "./part-BSZKNS2G.mjs";
import {
  matchesGlob
} from "./part-3E7HYYO3.mjs";
import {
  formatBytes,
  formatDuration,
  formatMoney,
  formatNumberOf
} from "./part-RVW7BTWX.mjs";
import {
  quoteTable
} from "./part-TBZWB7EC.mjs";

// src/plan/plan-hash.ts
import { createHash } from "node:crypto";
function planSetHash(reports) {
  return hashOf(reports.toSorted((a, b) => compare(a.pipeline, b.pipeline)).map(essenceOf));
}
var LASTING = {
  "personal-data": true,
  "replica-identity-full": true,
  "row-filter": true,
  "generated-column": true,
  "column-kept": true,
  "no-first-load": true,
  "not-published": true,
  unlogged: true,
  "rows-replaced": false,
  "rows-unknown": false,
  "load-unfinished": false,
  "large-load": false,
  "slot-active": false,
  "slot-in-danger": false
};
function essenceOf(report) {
  const { load: _estimates, tables, problems, unseen, warnings, ...lasting } = report;
  return {
    ...lasting,
    tables: tables.map(tableEssence),
    problems: problems.map((problem) => ({ ...problem, message: withoutLsns(problem.message) })),
    unseen: unseen.map(({ side, code }) => ({ side, code })),
    warnings: warnings.filter(isLasting)
  };
}
function isLasting({ kind }) {
  return LASTING[kind];
}
function tableEssence({
  estimatedRows: _rows,
  estimatedBytes: _bytes,
  load,
  unfinished,
  ...lasting
}) {
  return {
    ...lasting,
    load: load === null ? null : { reason: load.reason, replaces: (load.replacedRows ?? 0) > 0 },
    unfinished: unfinished?.continuedBy ?? null
  };
}
function withoutLsns(message) {
  return message.replaceAll(/\b[0-9A-F]{1,8}\/[0-9A-F]{1,8}\b/g, "LSN");
}
function hashOf(value) {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}
function canonicalJson(value) {
  return JSON.stringify(
    value,
    (_, member) => typeof member === "object" && member !== null && !Array.isArray(member) ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => compare(a, b))) : member
  );
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/report/plan-verdict.ts
function planHeadline(report) {
  switch (report.status) {
    case "blocked":
      return `a run would stop: ${formatNumberOf(report.problems.length, "problem")}`;
    case "unseen":
      return unseenHeadline(report);
    case "no-changes":
      return `nothing changes: ${formatNumberOf(countOf(report, "unchanged"), "table")} as before`;
    case "changes":
      return changesHeadline(report);
    default:
      return report.status;
  }
}
var PLAN_MARKS = {
  changes: "✏️",
  "no-changes": "✅",
  blocked: "❌",
  unseen: "❔"
};
function unseenHeadline({ unseen, tables }) {
  const sides = unseen.map(
    ({ side, code }) => code === null ? `the ${side} was left out` : `the ${side} could not be looked at`
  );
  const seen = tables.length === 0 ? [] : [`${formatNumberOf(tables.length, "table")} selected`];
  return [...seen, ...sides].join("; ");
}
function changesHeadline(report) {
  const parts = COUNTED.map(([change, what]) => ({ count: countOf(report, change), what })).filter(({ count }) => count > 0).map(({ count, what }, index) => `${index === 0 ? formatNumberOf(count, "table") : count} ${what}`);
  return parts.length === 0 ? "slot and checkpoint are made" : parts.join(", ");
}
var COUNTED = [
  ["added", "added"],
  ["changed", "changed"],
  ["removed", "no longer followed"]
];
function countOf({ tables }, change) {
  return tables.filter((table) => table.change === change).length;
}
function tableWords(table, { problems }) {
  if (table.removal !== null) return `no longer followed (${table.removal}); kept in the target`;
  const words = [
    ...table.isPublished ? [] : ["must be published first"],
    ...loadWords(table),
    ...table.drift.map(driftWords),
    ...problems.some((problem) => problem.table === table.source) ? ["see what stops it"] : []
  ];
  if (words.length > 0) return words.join("; ");
  switch (table.change) {
    case "added":
      return "followed from now on, without a load";
    case "unknown":
      return "selected";
    case "changed":
      return "its target table is changed";
    case "unchanged":
    case "removed":
      return "as before";
    default:
      return table.change;
  }
}
function loadWords({ load, unfinished }) {
  if (unfinished !== null) {
    const who = unfinished.continuedBy === "run" ? "the run" : "the next backfill";
    return [`load not finished: ${formatNumberOf(unfinished.loadedRows, "row")} so far, ${who} goes on`];
  }
  if (load === null) return [];
  const replaced = load.replacedRows ?? 0;
  const over = replaced === 0 ? "" : `, over ${formatNumberOf(replaced, "row")} in the target`;
  return [load.reason === "first load" ? `first load${over}` : `loaded anew${over}: ${load.reason}`];
}
function driftWords({ kind, column }) {
  switch (kind) {
    case "column-added":
      return `column "${column}" added`;
    case "column-dropped":
      return `column "${column}" dropped at the source`;
    case "column-deselected":
      return `column "${column}" no longer brought over`;
    default:
      return kind;
  }
}
function driftSentence({ source }, { column, outcome }) {
  return `${source}, column "${column}": ${outcome}`;
}
function loadSentence(load) {
  const size = [
    ...load.rows === null ? [] : [`about ${formatNumberOf(load.rows, "row")}`],
    ...load.bytes === null ? [] : [`${formatBytes(load.bytes)} at the source`]
  ];
  const unknown = load.unknownTables === 0 || load.rows === null ? [] : [`${formatNumberOf(load.unknownTables, "table")} of unknown size not counted`];
  const time = load.durationMs === null ? "how long that takes is not known" : `about ${formatDuration(load.durationMs)}, ${load.because}`;
  const cost = load.cost === null ? "" : `; at most ${formatMoney(load.cost.amount, load.cost.currency)}`;
  const amount = [formatNumberOf(load.tables, "table"), ...size, ...unknown].join(", ");
  return `To load: ${amount}; ${time}${cost}.`;
}
function slotSentence({ slot }) {
  switch (slot.action) {
    case "made":
      return `The first run makes replication slot "${slot.name}". It retains log until a run acknowledges it.`;
    case "missing":
    case "kept":
    case "unknown":
      return void 0;
    default:
      return slot.action;
  }
}

// src/plan/load-estimate.ts
var ASSUMED_ROWS_PER_SECOND = 25e3;
var ASSUMED_BYTES_PER_SECOND = 10 * 1024 * 1024;
var FIXED_MS = 1e4;
var MIN_TELLING_ROWS = 1e4;
function estimateLoad({
  rows,
  bytes,
  history
}) {
  const pace = learnedPace(history);
  if (pace !== void 0 && rows !== null) {
    return {
      durationMs: Math.round(rows / pace.rowsPerSecond * 1e3),
      basis: "history",
      because: `at the ${inThousands(Math.round(pace.rowsPerSecond))} rows a second of this pipeline's last ${pace.loads === 1 ? "load" : `${pace.loads} loads`}`
    };
  }
  const because = `assuming ${inThousands(ASSUMED_ROWS_PER_SECOND)} rows and ${ASSUMED_BYTES_PER_SECOND / 1024 ** 2} MiB a second`;
  if (rows === null && bytes === null) return { durationMs: null, basis: "assumption", because };
  const seconds = Math.max((rows ?? 0) / ASSUMED_ROWS_PER_SECOND, (bytes ?? 0) / ASSUMED_BYTES_PER_SECOND);
  return { durationMs: FIXED_MS + Math.round(seconds * 1e3), basis: "assumption", because };
}
function learnedPace(history) {
  const loads = history.filter(({ loadedRows, changes }) => loadedRows >= MIN_TELLING_ROWS && loadedRows >= changes).map(({ loadedRows, startedAt, updatedAt }) => ({
    rows: loadedRows,
    ms: Date.parse(updatedAt) - Date.parse(startedAt)
  })).filter(({ ms: ms2 }) => ms2 > 0);
  const ms = loads.reduce((sum, load) => sum + load.ms, 0);
  if (ms === 0) return void 0;
  const rows = loads.reduce((sum, load) => sum + load.rows, 0);
  return { rowsPerSecond: rows / ms * 1e3, loads: loads.length };
}
function inThousands(count) {
  return count.toString().replace(/\B(?=(\d{3})+$)/g, ",");
}

// src/plan/plan-loads.ts
function planLoads(tables, { pipeline, history }) {
  const loaded = tables.filter(({ load, unfinished }) => load !== null || unfinished?.continuedBy === "run");
  if (loaded.length === 0) return null;
  const rows = sumOfKnown(loaded.map(rowsLeft));
  const bytes = sumOfKnown(loaded.map(bytesLeft));
  const { durationMs, basis, because } = estimateLoad({ rows, bytes, history });
  const price = pipeline.target.tag === "unity_catalog" ? pipeline.target.costPerHour : void 0;
  return {
    tables: loaded.length,
    rows,
    bytes,
    unknownTables: loaded.filter(({ estimatedRows }) => estimatedRows === null).length,
    durationMs,
    basis,
    because,
    cost: price === void 0 || durationMs === null ? null : runCost(durationMs, price)
  };
}
function rowsLeft({ estimatedRows, unfinished }) {
  return estimatedRows === null ? null : Math.max(0, estimatedRows - (unfinished?.loadedRows ?? 0));
}
function bytesLeft(table) {
  const { estimatedRows, estimatedBytes } = table;
  const rows = rowsLeft(table);
  if (rows === null || estimatedRows === null || estimatedRows === 0 || estimatedBytes === null)
    return estimatedBytes;
  return Math.round(estimatedBytes * rows / estimatedRows);
}
function sumOfKnown(numbers) {
  const known = numbers.filter((number) => number !== null);
  return known.length === 0 ? null : known.reduce((sum, number) => sum + number, 0);
}

// src/plan/plan-target.ts
async function readTargetFacts(warehouse, pipeline, tables) {
  if (warehouse === void 0) return nothingThere(await tables());
  const state = stateTableOf(pipeline);
  const unused = { runId: "", now: () => 0n };
  const store = new CheckpointStore({ warehouse, state, pipeline: pipeline.name, ...unused });
  const stored = await store.load();
  const { catalog, schema } = pipeline.target;
  const hasStateTable = stored !== void 0 || await warehouse.describeTable(state) !== void 0;
  const found = await findTargetTables(warehouse, await tables());
  return {
    stored,
    history: stored?.history ?? [],
    hasSchema: found.some((one) => one.found !== void 0) || await warehouse.hasSchema({ catalog, schema }),
    hasStateSchema: hasStateTable || await warehouse.hasSchema(state),
    hasStateTable,
    found,
    rowCounts: await countRows(warehouse, found, stored?.checkpoint)
  };
}
function nothingThere(tables) {
  return {
    stored: void 0,
    history: [],
    hasSchema: false,
    hasStateSchema: false,
    hasStateTable: false,
    found: tables.map((selected) => ({ selected, found: void 0 })),
    rowCounts: /* @__PURE__ */ new Map()
  };
}
async function countRows(warehouse, tables, checkpoint) {
  const counts = /* @__PURE__ */ new Map();
  for (const { selected, found } of tables) {
    if (found === void 0 || found.obstacle !== void 0) continue;
    if (knownTable(checkpoint, selected) !== void 0) continue;
    counts.set(selected.source.oid, await countTargetRows(warehouse, selected.target));
  }
  return counts;
}
async function countTargetRows(warehouse, name) {
  const { dialect } = warehouse;
  const text = dialect.typeName({ tag: "string" });
  const [row] = await warehouse.query(`SELECT CAST(count(*) AS ${text}) FROM ${quoteTable(dialect, name)}`);
  return Number(row?.[0] ?? 0);
}

// src/plan/unpublished-tables.ts
function unpublishedSelection(facts, pipeline) {
  const bare = facts.unpublishedTables.map(asPublished);
  const selected = resolveSelection({ ...facts, tables: bare }, pipeline).tables;
  const unlogged = new Set(
    facts.unpublishedTables.flatMap((table, index) => table.unlogged ? [bareOid(index)] : [])
  );
  const logged = selected.filter(({ source }) => !unlogged.has(source.oid));
  const isPartitioned = facts.tables.some(({ kind }) => kind === "partitioned");
  const others = isPartitioned ? [] : selected.filter(({ source }) => !isNeeded(source, facts, pipeline));
  return {
    needed: logged.filter(({ source }) => isNeeded(source, facts, pipeline)),
    optional: others.filter(({ source }) => !unlogged.has(source.oid)),
    unlogged: others.filter(({ source }) => unlogged.has(source.oid))
  };
}
function publishStatement(facts, pipeline, tables) {
  const name = quoteForPeople(pipeline.source.publicationName);
  const list = tables.map(({ source }) => `${quoteForPeople(source.schema)}.${quoteForPeople(source.name)}`).join(", ");
  return facts.publication === void 0 ? `CREATE PUBLICATION ${name} FOR TABLE ${list};` : `ALTER PUBLICATION ${name} ADD TABLE ${list};`;
}
function isNeeded({ schema, name }, { tables, publication }, { selection }) {
  if (publication === void 0) return true;
  const published = tables.filter((table) => table.schema === schema);
  const entries = selection.schemas.find((one) => one.name === schema)?.tables;
  if (entries === void 0) return published.length === 0;
  return entries.filter((entry) => isMeant(entry.name, name)).some((entry) => !published.some((table) => isMeant(entry.name, table.name)));
}
function isMeant(entry, name) {
  return entry === name || matchesGlob(entry, name);
}
function bareOid(index) {
  return -1 - index;
}
function asPublished({ schema, name }, index) {
  return {
    oid: bareOid(index),
    schema,
    name,
    kind: "ordinary",
    columns: [],
    unpublishedColumns: [],
    replicaIdentity: "default",
    primaryKey: [],
    identityColumns: [],
    uniqueKeys: [],
    publicationMembership: 0,
    rowFilter: void 0,
    attributeCount: 0,
    storageId: 0,
    estimatedRows: -1,
    sizeBytes: 0,
    maySelect: true,
    rowSecurity: false
  };
}

// src/plan/source-plan.ts
function planSource(facts, pipeline) {
  const server = judgeServer(facts, pipeline);
  if (server.some(({ code }) => code === "source-version-unsupported"))
    return { facts, selected: [], unpublished: NOTHING_UNPUBLISHED, problems: server.map(ofPipeline) };
  const unpublished = unpublishedSelection(facts, pipeline);
  const publication = judgePublication(facts, pipeline);
  const selection = facts.publication === void 0 ? { tables: [], problems: [] } : resolveSelection(facts, pipeline);
  const slot = facts.slot === void 0 ? [] : judgeSlot(facts.slot, pipeline);
  return {
    facts,
    selected: selection.tables,
    unpublished,
    problems: [
      ...server,
      ...togetherPublished(publication, "publication-missing", { facts, pipeline, unpublished }),
      ...togetherPublished(selection.problems, "publication-incomplete", { facts, pipeline, unpublished }),
      ...slot
    ].map(ofPipeline)
  };
}
function ofPipeline({ code, message, solution }) {
  return { table: null, code, message, solution };
}
var NOTHING_UNPUBLISHED = { needed: [], optional: [], unlogged: [] };
function togetherPublished(problems, code, {
  facts,
  pipeline,
  unpublished: { needed }
}) {
  const some = problems.filter((problem) => problem.code === code);
  const [first] = some;
  if (first === void 0 || needed.length === 0) return problems;
  const names = needed.map(({ displayName }) => displayName).join(", ");
  const together = {
    code,
    message: code === "publication-missing" ? first.message : `Publication "${pipeline.source.publicationName}" does not contain ${names}.`,
    solution: publishStatement(facts, pipeline, needed)
  };
  return problems.flatMap(
    (problem) => problem === first ? [together] : some.includes(problem) ? [] : [problem]
  );
}

export {
  planLoads,
  readTargetFacts,
  publishStatement,
  planSource,
  ofPipeline,
  planSetHash,
  hashOf,
  planHeadline,
  PLAN_MARKS,
  tableWords,
  driftSentence,
  loadSentence,
  slotSentence
};
