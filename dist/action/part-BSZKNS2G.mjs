import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  matchesGlob
} from "./part-3E7HYYO3.mjs";
import {
  STATE_TABLE,
  lsnDistance,
  lsnOf,
  parseLsn
} from "./part-3QJBBAU7.mjs";
import {
  formatBytes
} from "./part-RVW7BTWX.mjs";
import {
  RESERVED_COLUMN_NAMES
} from "./part-TBZWB7EC.mjs";

// src/model/source-table.ts
function displayTableName(table) {
  return `${displayIdentifier(table.schema)}.${displayIdentifier(table.name)}`;
}
function displayIdentifier(name) {
  return name.includes(".") || name.includes('"') ? `"${name.replaceAll('"', '""')}"` : name;
}

// src/ingest/sql-for-people.ts
function quoteTargetForPeople(target, name) {
  if (target.tag === "embedded") return quoteForPeople(name);
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : `\`${name.replaceAll("`", "``")}\``;
}
function quoteForPeople(name) {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

// src/ingest/reload-solution.ts
function reloadSolution(pipeline) {
  const { catalog, stateSchema } = pipeline.target;
  const state = [catalog, stateSchema, STATE_TABLE].map((name) => quoteTargetForPeople(pipeline.target, name)).join(".");
  return [
    "Load the tables anew (the target keeps its tables; their rows are brought up to date):",
    `1. at the source, if the slot is there: SELECT pg_drop_replication_slot(${literal(pipeline.source.slotName)});`,
    `2. in the target: DELETE FROM ${state} WHERE pipeline = ${literal(pipeline.name)} AND entry = 'checkpoint';`,
    pipeline.source.initialLoad ? "3. run." : "3. run with --reload for every table (source.cdc.initial_load is false)."
  ].join("\n");
}
function literal(text) {
  return `'${text.replaceAll("'", "''")}'`;
}
function reloadWords(displayName) {
  return `run once with --reload ${displayName} (in a workflow: command backfill, mode refresh, tables ${displayName})`;
}

// src/ingest/wal-risk.ts
function walReport(options) {
  const { slot, flushLsn, maxSlotWalKeepBytes } = options;
  if (slot === void 0) return void 0;
  const bytesPerHour = growthPerHour(options);
  const safeBytes = slot.safeWalBytes ?? null;
  const amounts = {
    retainedBytes: slot.restartLsn === void 0 ? null : lsnDistance(slot.restartLsn, flushLsn),
    limitBytes: maxSlotWalKeepBytes ?? null,
    safeBytes,
    bytesPerHour,
    hoursLeft: hoursLeft(safeBytes, bytesPerHour)
  };
  const risk = isSlotLost(slot) ? "danger" : riskOf(amounts, slot.walStatus, options.scheduleMs);
  return { ...amounts, risk, sentence: sentenceOf(amounts, slot, risk) };
}
function isSlotLost({ walStatus, invalidationReason }) {
  return walStatus === "lost" || invalidationReason !== void 0;
}
var HOUR_MS = 36e5;
var DAY_HOURS = 24;
var RECENT_MS = DAY_HOURS * HOUR_MS;
var SHORTEST_LOOK_MS = 10 * 6e4;
var DANGER_HOURS = 6;
var DANGER_INTERVALS = 2;
var WATCH_HOURS = DAY_HOURS;
var WATCH_SHARE = 0.5;
function growthPerHour({ history, flushLsn, nowMs }) {
  const ends = history.map(logEndOf);
  const reference = ends.findLast(({ atMs }) => nowMs - atMs <= RECENT_MS) ?? ends[0];
  if (reference === void 0 || nowMs - reference.atMs < SHORTEST_LOOK_MS) return null;
  if (reference.lsn > flushLsn) return null;
  return Math.round(lsnDistance(reference.lsn, flushLsn) * HOUR_MS / (nowMs - reference.atMs));
}
function logEndOf({ startedAt, updatedAt, from, to, lagBytes }) {
  return from === null || lagBytes === null ? { lsn: parseLsn(to), atMs: Date.parse(updatedAt) } : { lsn: lsnOf(parseLsn(from) + BigInt(lagBytes)), atMs: Date.parse(startedAt) };
}
function hoursLeft(safeBytes, bytesPerHour) {
  if (safeBytes === null || bytesPerHour === null || bytesPerHour === 0) return null;
  return Math.max(0, safeBytes) / bytesPerHour;
}
function riskOf(amounts, walStatus, scheduleMs) {
  const { retainedBytes, limitBytes, safeBytes } = amounts;
  if (walStatus === "unreserved" || safeBytes !== null && safeBytes <= 0) return "danger";
  const left = amounts.hoursLeft ?? Number.POSITIVE_INFINITY;
  if (left < Math.max(DANGER_HOURS, DANGER_INTERVALS * (scheduleMs ?? 0) / HOUR_MS)) return "danger";
  const isHalfFull = limitBytes !== null && (retainedBytes ?? 0) > limitBytes * WATCH_SHARE;
  return left < WATCH_HOURS || isHalfFull ? "watch" : "none";
}
function sentenceOf(amounts, slot, risk) {
  if (isSlotLost(slot))
    return `Slot "${slot.name}" is lost: the server has removed log that it still needed.`;
  const { retainedBytes, limitBytes } = amounts;
  const retained = retainedBytes === null ? "log" : formatBytes(retainedBytes);
  if (limitBytes === null)
    return `The slot retains ${retained}; the server sets no limit (max_slot_wal_keep_size), so its disk is the limit.`;
  const held = `The slot retains ${retained} of at most ${formatBytes(limitBytes)}`;
  if (slot.walStatus === "unreserved" || (amounts.safeBytes ?? 1) <= 0)
    return `${held}, and can be lost at the server's next checkpoint. ${ADVICE}`;
  return `${held}; ${outlook(amounts)}.${risk === "none" ? "" : ` ${ADVICE}`}`;
}
var ADVICE = "Run more often, or raise max_slot_wal_keep_size.";
function outlook({ bytesPerHour, hoursLeft: left }) {
  if (bytesPerHour === null) return "how fast the log grows is not known";
  if (left === null) return "the log does not grow";
  return `at ${formatBytes(bytesPerHour)} an hour it can be lost in ${formatHours(left)} without a run`;
}
function formatHours(hours) {
  if (hours < 1) return `${Math.floor(hours * 60)} min`;
  return hours < 2 * DAY_HOURS ? `${Math.floor(hours)} h` : `${Math.floor(hours / DAY_HOURS)} days`;
}

// src/model/source-facts.ts
var OLDEST_SUPPORTED_VERSION = 15e4;

// src/ingest/preflight.ts
function judgeServer(facts, pipeline) {
  const role = pipeline.source.username;
  const problems = [];
  if (facts.serverVersion < OLDEST_SUPPORTED_VERSION) {
    problems.push({
      code: "source-version-unsupported",
      message: `PostgreSQL ${Math.trunc(facts.serverVersion / 1e4)} is not supported; 15 or later is.`,
      solution: "Upgrade the server: 14 and older get no more fixes."
    });
    return problems;
  }
  if (facts.inRecovery) {
    problems.push({
      code: "source-is-standby",
      message: `The server at ${pipeline.source.host}:${pipeline.source.port} is a standby.`,
      solution: "Set source.host to the primary: reading from a standby is not supported yet."
    });
  }
  if (facts.walLevel !== "logical") {
    problems.push({
      code: "wal-level-not-logical",
      message: `wal_level is "${facts.walLevel}"; logical decoding needs "logical".`,
      solution: "ALTER SYSTEM SET wal_level = 'logical'; -- then restart\n(Amazon RDS and Aurora: rds.logical_replication = 1; Cloud SQL: cloudsql.logical_decoding = on; Azure: the server parameter.)"
    });
  }
  if (facts.serverEncoding === "SQL_ASCII") {
    problems.push({
      code: "source-encoding-unsupported",
      message: `Database "${pipeline.source.database}" has the encoding SQL_ASCII: nothing says what its texts are.`,
      solution: "Move the data to a database with a real encoding: dump it, and restore it into one made by\nCREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8';"
    });
  }
  if (!facts.role.mayReplicate) {
    problems.push({
      code: "source-permission-denied",
      message: `User "${role}" may not use replication.`,
      solution: `ALTER ROLE ${quoteForPeople(role)} REPLICATION; -- Amazon RDS and Aurora: GRANT rds_replication TO ${quoteForPeople(role)};`
    });
  }
  return problems;
}
function judgePublication(facts, pipeline) {
  const { publication } = facts;
  const name = pipeline.source.publicationName;
  if (publication === void 0) {
    const logged = facts.unpublishedTables.filter(({ unlogged }) => !unlogged);
    const tables = logged.map((table) => `${quoteForPeople(table.schema)}.${quoteForPeople(table.name)}`);
    return [
      {
        code: "publication-missing",
        message: `There is no publication "${name}" in database "${pipeline.source.database}".`,
        solution: `CREATE PUBLICATION ${quoteForPeople(name)} FOR TABLE ${tables.length === 0 ? "schema.table, …" : tables.join(", ")};`
      }
    ];
  }
  const missing = Object.entries(publication.actions).filter(([, published]) => !published).map(([action]) => action);
  if (missing.length === 0) return [];
  return [
    {
      code: "publication-incomplete",
      message: `Publication "${name}" leaves out ${missing.join(", ")}: the target would drift from the source silently.`,
      solution: `ALTER PUBLICATION ${quoteForPeople(name)} SET (publish = 'insert, update, delete, truncate');`
    }
  ];
}
function judgeSlot(slot, pipeline) {
  const unsuitable = whyUnsuitable(slot, pipeline);
  if (unsuitable !== void 0) {
    return [
      {
        code: "slot-unsuitable",
        message: `Slot "${slot.name}" ${unsuitable}.`,
        solution: `Set source.cdc.slot_name to a slot of this pipeline's own; it is made when it is missing.`
      }
    ];
  }
  if (isSlotLost(slot) || slot.restartLsn === void 0) {
    return [
      {
        code: "slot-lost",
        message: `Slot "${slot.name}" is lost${slot.invalidationReason === void 0 ? "" : ` (${slot.invalidationReason})`}: the server has removed log that the pipeline still needs.`,
        solution: `${reloadSolution(pipeline)}
Keep it from happening again: run more often, or raise max_slot_wal_keep_size.`
      }
    ];
  }
  return [];
}
function whyUnsuitable(slot, pipeline) {
  if (slot.type === "physical") return "is a physical slot";
  if (slot.plugin !== "pgoutput") return `uses the output plugin "${slot.plugin}", not pgoutput`;
  if (slot.database !== pipeline.source.database) return `belongs to database "${slot.database}"`;
  if (slot.temporary) return "is a temporary slot of another session";
  if (slot.confirmedFlushLsn === void 0 && slot.restartLsn !== void 0)
    return "is still being made by another session";
  return void 0;
}
function judgeFreeSlots(facts, needed) {
  const free = facts.slots.max - facts.slots.used;
  if (free >= needed) return [];
  return [
    {
      code: "slots-exhausted",
      message: `PostgreSQL has no free replication slot (${facts.slots.used} of ${facts.slots.max} in use).`,
      solution: `ALTER SYSTEM SET max_replication_slots = ${facts.slots.max + 10}; -- then restart; or drop a slot nobody uses`
    }
  ];
}

// src/schema/type-mapping.ts
function mapType(type) {
  switch (type.kind) {
    case "base":
      return mapped(isHstore(type) ? HSTORE_JSON : plain(baseColumnType(type)));
    case "enum":
    case "range":
    case "multirange":
      return mapped(plain(STRING));
    case "array":
      return mapArray(type);
    case "composite":
      return unsupported(`${type.displayName} is a composite type`);
    case "pseudo":
      return unsupported(`${type.displayName} is a pseudo-type`);
    default:
      return type.kind;
  }
}
var MAX_PRECISION = 38;
var STRING = { tag: "string" };
var INT64 = { tag: "int64" };
var HSTORE_JSON = { type: STRING, form: { tag: "hstore-json" } };
var BUILT_IN_TYPES = /* @__PURE__ */ new Map([
  ["bool", { tag: "boolean" }],
  ["int2", { tag: "int16" }],
  ["int4", { tag: "int32" }],
  ["int8", INT64],
  ["oid", INT64],
  ["xid", INT64],
  ["float4", { tag: "float32" }],
  ["float8", { tag: "float64" }],
  ["bytea", { tag: "binary" }],
  ["date", { tag: "date" }],
  ["timestamp", { tag: "timestamp" }],
  ["timestamptz", { tag: "timestamptz" }]
]);
function baseColumnType(type) {
  if (!isBuiltIn(type)) return STRING;
  if (type.name === "numeric") return numericColumnType(type.typmod);
  return BUILT_IN_TYPES.get(type.name) ?? STRING;
}
function numericColumnType(typmod) {
  if (typmod < 4) return STRING;
  const precision = typmod - 4 >> 16 & 65535;
  const scale = (typmod - 4 & 2047 ^ 1024) - 1024;
  const targetScale = Math.max(scale, 0);
  const targetPrecision = Math.max(precision - Math.min(scale, 0), targetScale);
  return targetPrecision <= MAX_PRECISION ? { tag: "decimal", precision: targetPrecision, scale: targetScale } : STRING;
}
function mapArray({ displayName, element }) {
  if (element === void 0) return unsupported(`${displayName} is an array of an unknown type`);
  switch (element.kind) {
    case "composite":
      return unsupported(`${displayName} is an array of a composite type`);
    case "pseudo":
      return unsupported(`${displayName} is an array of a pseudo-type`);
    case "base":
    case "enum":
    case "range":
    case "multirange":
    // An array of a domain over an array, each of its elements kept as text.
    case "array":
      return mapped({ type: STRING, form: arrayForm(element) });
    default:
      return element.kind;
  }
}
var JSON_ELEMENTS = new Map([
  ...["int2", "int4", "int8", "oid", "xid", "float4", "float8", "numeric"].map(
    (name) => [name, "number"]
  ),
  ["bool", "boolean"],
  ["json", "json"],
  ["jsonb", "json"]
]);
function arrayForm(element) {
  const isOrdinary = element.kind === "base" && isBuiltIn(element);
  return {
    tag: "array-json",
    element: (isOrdinary ? JSON_ELEMENTS.get(element.name) : void 0) ?? "text",
    delimiter: delimiterOf(element)
  };
}
function delimiterOf(element) {
  if (isBuiltIn(element)) return element.name === "box" ? ";" : ",";
  return element.name === "geometry" || element.name === "geography" ? ":" : ",";
}
function isBuiltIn(type) {
  return type.schema === "pg_catalog";
}
function isHstore(type) {
  return type.name === "hstore" && !isBuiltIn(type);
}
function plain(type) {
  return { type, form: { tag: "plain" } };
}
function mapped(mapping) {
  return { tag: "mapped", mapping };
}
function unsupported(reason) {
  return { tag: "unsupported", reason };
}

// src/ingest/preflight-table.ts
function judgeTable(table, facts, pipeline) {
  return [
    ...judgeAccess(table, facts, pipeline),
    ...judgeKind(table),
    ...judgeRowKey(table),
    ...judgeColumns(table),
    ...judgeUnityNames(table, pipeline)
  ];
}
function judgeAccess(table, facts, pipeline) {
  const role = quoteForPeople(pipeline.source.username);
  const name = quoteTable(table);
  if (!table.source.maySelect) {
    return [
      {
        code: "source-permission-denied",
        message: `User "${pipeline.source.username}" may not read ${table.displayName}.`,
        solution: `GRANT USAGE ON SCHEMA ${quoteForPeople(table.source.schema)} TO ${role}; GRANT SELECT ON ${name} TO ${role};`
      }
    ];
  }
  if (table.source.rowSecurity && !facts.role.bypassesRowSecurity) {
    return [
      {
        code: "table-unsupported",
        message: `${table.displayName} has row-level security: a first load would see some rows, the log all of them.`,
        solution: `ALTER ROLE ${role} BYPASSRLS;`
      }
    ];
  }
  return [];
}
function judgeKind(table) {
  if (table.source.kind === "other") {
    return [
      {
        code: "table-unsupported",
        message: `${table.displayName} is neither an ordinary nor a partitioned table.`,
        solution: "Take it out of the selection."
      }
    ];
  }
  return [];
}
function judgeRowKey(table) {
  const { source, keyColumns, displayName } = table;
  const problem = (message, solution) => [
    { code: "row-key-missing", message: `${displayName}: ${message}`, solution }
  ];
  const name = quoteTable(table);
  const addKey = `Add a key: ALTER TABLE ${name} ADD PRIMARY KEY (…); or name one in target.write_mode.keys (with a unique index over NOT NULL columns, and ALTER TABLE ${name} REPLICA IDENTITY FULL); or take the table out of the selection (an append mode is not supported yet).`;
  if (source.replicaIdentity === "nothing") {
    return problem(
      "REPLICA IDENTITY NOTHING: updates and deletes do not say which row they mean.",
      `ALTER TABLE ${name} REPLICA IDENTITY DEFAULT;`
    );
  }
  if (keyColumns.length === 0) return problem("there is no row key.", addKey);
  if (source.replicaIdentity === "full") {
    if (source.uniqueKeys.some((key) => sameColumns(key, keyColumns))) return judgeKeyTypes(table);
    return problem(
      `nothing keeps the key (${keyColumns.join(", ")}) unique and not null, so two rows could become one.`,
      `CREATE UNIQUE INDEX ON ${name} (${keyColumns.map(quoteForPeople).join(", ")}); and SET NOT NULL on its columns; or use another key.`
    );
  }
  if (source.identityColumns.length === 0) return problem("its replica identity has no usable key.", addKey);
  if (!sameColumns(source.identityColumns, keyColumns)) {
    return problem(
      `the configured key (${keyColumns.join(", ")}) is not its replica identity (${source.identityColumns.join(", ")}), so deletes and key changes would not say which row they mean.`,
      `Use the key (${source.identityColumns.join(", ")}), or: ALTER TABLE ${name} REPLICA IDENTITY FULL;`
    );
  }
  return judgeKeyTypes(table);
}
var UNUSABLE_KEY_TYPES = /* @__PURE__ */ new Set(["float4", "float8", "bytea"]);
function judgeKeyTypes(table) {
  return table.columns.filter(({ name, type }) => table.keyColumns.includes(name) && UNUSABLE_KEY_TYPES.has(type.name)).map(({ name, type }) => ({
    code: "row-key-missing",
    message: `${table.displayName}: key column "${name}" is a ${type.displayName}, which cannot identify rows exactly.`,
    solution: "Use another key: target.write_mode.keys, or the replica identity."
  }));
}
function judgeColumns(table) {
  const problems = [];
  const seen = /* @__PURE__ */ new Map();
  for (const column of table.columns) {
    const mapping = mapType(column.type);
    const exclude = `Exclude it: selection.exclude_columns: [{table: ${table.source.name}, columns: ["${column.name}"]}].`;
    if (mapping.tag === "unsupported") {
      problems.push({
        code: "column-unsupported",
        message: `${table.displayName}: column "${column.name}" cannot be brought over yet: ${mapping.reason}.`,
        solution: exclude
      });
    }
    const folded = column.name.toLowerCase();
    if (RESERVED_COLUMN_NAMES.has(folded)) {
      problems.push({
        code: "column-unsupported",
        message: `${table.displayName}: column "${column.name}" has a name that the target table needs itself.`,
        solution: `Rename it at the source, or exclude it. ${exclude}`
      });
    }
    const twin = seen.get(folded);
    if (twin !== void 0) {
      problems.push({
        code: "column-unsupported",
        message: `${table.displayName}: columns "${twin}" and "${column.name}" differ in case only, which the target does not tell apart.`,
        solution: exclude
      });
    }
    seen.set(folded, column.name);
  }
  for (const { name } of unpublished(table)) {
    problems.push({
      code: "publication-incomplete",
      message: `${table.displayName}: the publication's column list leaves out "${name}".`,
      solution: `Add it to the publication's column list, or exclude it here: selection.exclude_columns: [{table: ${table.source.name}, columns: ["${name}"]}].`
    });
  }
  return problems;
}
var MAX_UNITY_NAME = 255;
function judgeUnityNames(table, pipeline) {
  if (pipeline.target.tag !== "unity_catalog") return [];
  const { displayName, source, target } = table;
  const reason = unityRefusal(target.table);
  const columns = table.columns.filter(({ name }) => name.includes("${"));
  return [
    ...reason === void 0 ? [] : [
      {
        code: "table-unsupported",
        message: `${displayName}: its target table ${JSON.stringify(target.table)} ${reason}, which Unity Catalog does not take in a name.`,
        solution: `Give it another name: selection.schemas: [{name: ${source.schema}, tables: [{name: ${JSON.stringify(source.name)}, destination_table: ${proposedName(target.table)}}]}].`
      }
    ],
    ...columns.map(
      ({ name }) => ({
        code: "column-unsupported",
        message: `${displayName}: column "${name}" has "\${" in its name, which Databricks would replace.`,
        solution: `Rename it at the source, or exclude it: selection.exclude_columns: [{table: ${source.name}, columns: ["${name}"]}].`
      })
    )
  ];
}
function unityRefusal(name) {
  if (name.length > MAX_UNITY_NAME) return `has more than ${MAX_UNITY_NAME} characters`;
  if (name.includes("${")) return 'has "${"';
  const [character] = /[ ./\p{Cc}]/u.exec(name) ?? [];
  if (character === void 0) return void 0;
  if (character === " ") return "has a space";
  return new RegExp("\\p{Cc}", "u").test(character) ? "has a control character" : `has a "${character}"`;
}
function proposedName(name) {
  return name.replaceAll(/[^\p{L}\p{N}_-]+/gu, "_").slice(0, MAX_UNITY_NAME);
}
function unpublished(table) {
  return table.unpublishedWanted.filter(({ generated }) => !generated);
}
function sameColumns(one, other) {
  return one.length === other.length && one.every((name) => other.includes(name));
}
function quoteTable(table) {
  return `${quoteForPeople(table.source.schema)}.${quoteForPeople(table.source.name)}`;
}

// src/ingest/table-selection.ts
function resolveSelection(facts, pipeline) {
  const problems = [];
  const tables = facts.tables.flatMap((source) => {
    const selected = findSelection(pipeline.selection.schemas, source);
    if (selected === void 0) return [];
    const displayName = displayTableName(source);
    const keyColumns = configuredKey(pipeline, source) ?? defaultKey(source);
    const wanted = columnFilter(pipeline, source, problems);
    const columns = source.columns.filter(wanted);
    problems.push(...missingKeyColumns(displayName, keyColumns, columns));
    const table = selected.destinationTable ?? targetName(source.name, pipeline.naming);
    const target = { catalog: pipeline.target.catalog, schema: pipeline.target.schema, table };
    return [
      {
        source,
        displayName,
        columns,
        keyColumns,
        unpublishedWanted: source.unpublishedColumns.filter(wanted),
        target
      }
    ];
  });
  problems.push(
    ...unmatchedSelections(facts, pipeline),
    ...unmatchedReferences(tables, pipeline),
    ...sharedTargets(tables)
  );
  return { tables, problems };
}
function answersTo(reference, table) {
  return reference === table.name || reference === `${table.schema}.${table.name}` || reference === displayTableName(table);
}
function configuredKey(pipeline, source) {
  const entries = [...pipeline.write.keys].filter(([table]) => answersTo(table, source));
  return (entries.find(([table]) => table !== source.name) ?? entries[0])?.[1];
}
function defaultKey(source) {
  return source.identityColumns.length > 0 ? source.identityColumns : source.primaryKey;
}
function findSelection(schemas, source) {
  const schema = schemas.find(({ name }) => name === source.schema);
  if (schema === void 0) return void 0;
  if (schema.tables === void 0) return { destinationTable: void 0 };
  return schema.tables.find(({ name }) => name === source.name) ?? schema.tables.find(({ name }) => namesTable(name, source.name));
}
function namesTable(entry, tableName) {
  return entry === tableName || matchesGlob(entry, tableName);
}
function columnFilter(pipeline, source, problems) {
  const included = columnsFor(pipeline.selection.includeColumns, source);
  const excluded = columnsFor(pipeline.selection.excludeColumns, source);
  const known = new Set([...source.columns, ...source.unpublishedColumns].map(({ name }) => name));
  const setting = included === void 0 ? "exclude_columns" : "include_columns";
  for (const name of [...included ?? [], ...excluded ?? []]) {
    if (known.has(name)) continue;
    problems.push({
      code: "config-invalid",
      message: `${displayTableName(source)} has no column "${name}", which selection.${setting} names.`,
      solution: `Correct the name in selection.${setting}; the table has: ${[...known].join(", ")}.`
    });
  }
  return ({ name }) => (included === void 0 || included.includes(name)) && !(excluded?.includes(name) ?? false);
}
function columnsFor(lists, source) {
  const own = lists.filter(({ table }) => answersTo(table, source));
  return own.length === 0 ? void 0 : own.flatMap(({ columns }) => columns);
}
function missingKeyColumns(displayName, keyColumns, columns) {
  const names = new Set(columns.map(({ name }) => name));
  return keyColumns.filter((key) => !names.has(key)).map((key) => ({
    code: "row-key-missing",
    message: `${displayName}: key column "${key}" is not among the selected columns.`,
    solution: `Select it (it may not be in exclude_columns), or name another key in target.write_mode.keys.`
  }));
}
function targetName(tableName, naming) {
  const name = `${naming.prefix}${tableName}`;
  switch (naming.case) {
    case "lower":
      return name.toLowerCase();
    case "upper":
      return name.toUpperCase();
    case "preserve":
      return name;
    default:
      return naming.case;
  }
}
function unmatchedSelections(facts, pipeline) {
  return pipeline.selection.schemas.flatMap((schema) => {
    const published = facts.tables.filter((table) => table.schema === schema.name);
    if (schema.tables === void 0) {
      return published.length > 0 ? [] : nothingPublished(pipeline, facts, schema.name, "*");
    }
    return schema.tables.filter(({ name }) => !published.some((table) => namesTable(name, table.name))).flatMap(({ name }) => nothingPublished(pipeline, facts, schema.name, name));
  });
}
function unmatchedReferences(tables, pipeline) {
  const { excludeColumns, includeColumns } = pipeline.selection;
  const references = [
    ...excludeColumns.map(({ table }) => ({ setting: "selection.exclude_columns", table })),
    ...includeColumns.map(({ table }) => ({ setting: "selection.include_columns", table })),
    ...[...pipeline.write.keys.keys()].map((table) => ({ setting: "target.write_mode.keys", table }))
  ];
  return references.filter(({ table }) => !tables.some(({ source }) => answersTo(table, source))).map(({ setting, table }) => ({
    code: "config-invalid",
    message: `${setting} names the table "${table}", which is not among the selected tables.`,
    solution: `Correct the name in ${setting}, or remove the entry; selected are: ${tables.map(({ displayName }) => displayName).join(", ") || "none"}.`
  }));
}
function nothingPublished(pipeline, facts, schema, name) {
  const publication = pipeline.source.publicationName;
  const present = facts.unpublishedTables.filter(
    (table) => table.schema === schema && namesTable(name, table.name)
  );
  if (present.length === 0) {
    return [
      {
        code: "table-missing",
        message: name === "*" ? `Schema "${schema}" has no published table.` : `There is no table ${schema}.${name}.`,
        solution: `Correct selection.schemas, or check that user "${pipeline.source.username}" may use the schema: GRANT USAGE ON SCHEMA ${quoteForPeople(schema)} TO ${quoteForPeople(pipeline.source.username)};`
      }
    ];
  }
  const unlogged = present.filter((table) => table.unlogged).map(unloggedTable);
  const missing = present.filter((table) => !table.unlogged);
  if (missing.length === 0) return unlogged;
  const tables = missing.map(quoteTable2).join(", ");
  return [
    ...unlogged,
    {
      code: "publication-incomplete",
      message: `Publication "${publication}" does not contain ${missing.map(displayTableName).join(", ")}.`,
      solution: `ALTER PUBLICATION ${quoteForPeople(publication)} ADD TABLE ${tables}; -- for a partitioned table also: SET (publish_via_partition_root = true)`
    }
  ];
}
function unloggedTable(table) {
  return {
    code: "table-unsupported",
    message: `${displayTableName(table)} is an unlogged table: its changes are not in the log.`,
    solution: `ALTER TABLE ${quoteTable2(table)} SET LOGGED; or take it out of the selection.`
  };
}
function quoteTable2({ schema, name }) {
  return `${quoteForPeople(schema)}.${quoteForPeople(name)}`;
}
function sharedTargets(tables) {
  const byTarget = Map.groupBy(tables, ({ target }) => target.table.toLowerCase());
  return [...byTarget.values()].filter((group) => group.length > 1).map((group) => ({
    code: "config-invalid",
    message: `${group.map(({ displayName }) => displayName).join(" and ")} would share the target table "${group[0]?.target.table}".`,
    solution: "Give one of them another name: selection.schemas[].tables[].destination_table."
  }));
}

// src/source/catalog.ts
async function readPublishedTables(client, publicationName, oids = void 0) {
  const tables = await client.query(PUBLISHED_TABLES, [publicationName, oids ?? null]);
  if (tables.rows.length === 0) return [];
  const tableOids = tables.rows.map((row) => row.oid);
  const columns = await client.query(COLUMNS, [tableOids]);
  const keys = await client.query(UNIQUE_KEYS, [tableOids]);
  const types = await readTypes(client, [...new Set(columns.rows.map((row) => row.type_oid))]);
  const columnsByTable = Map.groupBy(columns.rows, (row) => row.table_oid);
  const keysByTable = Map.groupBy(keys.rows, (row) => row.table_oid);
  return tables.rows.map(
    (row) => assembleTable(row, columnsByTable.get(row.oid) ?? [], keysByTable.get(row.oid) ?? [], types)
  );
}
var PUBLISHED_TABLES = (
  /*sql*/
  `
SELECT c.oid::int8::float8 AS oid, n.nspname::text AS schema, c.relname::text AS name, c.relkind::text AS kind,
       c.relreplident::text AS identity, p.attnames::text[] AS published_columns, p.rowfilter AS row_filter,
       coalesce(m.oid, 0)::int8::float8 AS membership,
       has_table_privilege(c.oid, 'SELECT') AS may_select,
       c.relrowsecurity AND (c.relforcerowsecurity OR NOT pg_has_role(c.relowner, 'USAGE')) AS row_security,
       coalesce(parts.estimated_rows, c.reltuples)::float8 AS estimated_rows,
       coalesce(parts.size_bytes, pg_table_size(c.oid))::text AS size_bytes, c.relfilenode::int8::float8 AS storage_id,
       c.relnatts::int4 AS attribute_count
FROM pg_publication_tables p
JOIN pg_namespace n ON n.nspname = p.schemaname
JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = p.tablename
JOIN pg_publication pub ON pub.pubname = p.pubname
LEFT JOIN pg_publication_rel m ON m.prpubid = pub.oid AND m.prrelid = c.oid
LEFT JOIN LATERAL (
  SELECT sum(pg_table_size(leaf.relid)) AS size_bytes,
         CASE WHEN min(of_leaf.reltuples) >= 0 THEN sum(of_leaf.reltuples) ELSE -1 END AS estimated_rows
  FROM pg_partition_tree(c.oid) leaf JOIN pg_class of_leaf ON of_leaf.oid = leaf.relid
  WHERE leaf.isleaf
) parts ON c.relkind = 'p'
WHERE p.pubname = $1 AND ($2::int8[] IS NULL OR c.oid::int8 = ANY ($2::int8[]))
ORDER BY n.nspname, c.relname`
);
var COLUMNS = (
  /*sql*/
  `
SELECT a.attrelid::int8::float8 AS table_oid, a.attnum::int4 AS attribute_number, a.attname::text AS name,
       a.atttypid::int8::float8 AS type_oid, a.atttypmod AS typmod, format_type(a.atttypid, a.atttypmod) AS display_type,
       a.attlen = -1 AND a.attstorage <> 'p' AS toastable, a.attnotnull AS not_null, a.attgenerated <> '' AS generated,
       a.attgenerated <> '' AND current_setting('server_version_num')::int4 < 180000 AS never_sent,
       a.atthasmissing AS has_missing, array_to_string(a.attmissingval, '') AS missing_value,
       a.atthasdef OR a.attidentity <> '' AS has_default
FROM pg_attribute a
WHERE a.attrelid::int8 = ANY ($1::int8[]) AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum`
);
var UNIQUE_KEYS = (
  /*sql*/
  `
SELECT i.indrelid::int8::float8 AS table_oid, i.indisprimary AS is_primary, i.indisreplident AS is_identity,
       array_agg(a.attname::text ORDER BY k.ordinal) AS columns
FROM pg_index i
CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (attnum, ordinal)
JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
WHERE i.indrelid::int8 = ANY ($1::int8[]) AND i.indisunique AND i.indisvalid AND i.indimmediate
  AND i.indpred IS NULL AND i.indexprs IS NULL AND k.ordinal <= i.indnkeyatts
GROUP BY i.indexrelid, i.indrelid, i.indisprimary, i.indisreplident
HAVING bool_and(a.attnotnull)
ORDER BY i.indexrelid`
);
function assembleTable(row, columns, keys, types) {
  const names = new Set(row.published_columns);
  const isPublished = (column) => names.has(column.name) && !column.never_sent;
  const replicaIdentity = identityOf(row.identity);
  const primaryKey = keys.find((key) => key.is_primary)?.columns ?? [];
  return {
    oid: row.oid,
    schema: row.schema,
    name: row.name,
    kind: row.kind === "r" ? "ordinary" : row.kind === "p" ? "partitioned" : "other",
    columns: columns.filter(isPublished).map((column) => assembleColumn(column, types)),
    unpublishedColumns: columns.filter((column) => !isPublished(column)).map((column) => ({
      attributeNumber: column.attribute_number,
      name: column.name,
      generated: column.generated
    })),
    replicaIdentity,
    primaryKey,
    identityColumns: identityColumnsOf(replicaIdentity, primaryKey, keys),
    uniqueKeys: keys.map((key) => key.columns),
    publicationMembership: row.membership,
    rowFilter: row.row_filter ?? void 0,
    estimatedRows: row.estimated_rows,
    sizeBytes: Number(row.size_bytes),
    storageId: row.storage_id,
    attributeCount: row.attribute_count,
    maySelect: row.may_select,
    rowSecurity: row.row_security
  };
}
function identityColumnsOf(identity, primaryKey, keys) {
  switch (identity) {
    case "default":
      return primaryKey;
    case "index":
      return keys.find((key) => key.is_identity)?.columns ?? [];
    case "full":
    case "nothing":
      return [];
    default:
      return identity;
  }
}
function identityOf(relreplident) {
  switch (relreplident) {
    case "d":
      return "default";
    case "i":
      return "index";
    case "f":
      return "full";
    default:
      return "nothing";
  }
}
function assembleColumn(row, types) {
  return {
    attributeNumber: row.attribute_number,
    name: row.name,
    type: { ...resolveType(row.type_oid, row.typmod, types), displayName: row.display_type },
    typeOid: row.type_oid,
    typmod: row.typmod,
    toastable: row.toastable,
    notNull: row.not_null,
    missingValue: row.has_missing ? row.missing_value ?? void 0 : void 0,
    mayBeRewritten: row.has_default && !row.has_missing
  };
}
var TYPES = (
  /*sql*/
  `
WITH RECURSIVE needed (oid) AS (
  SELECT t.oid FROM pg_type t WHERE t.oid::int8 = ANY ($1::int8[])
  UNION
  SELECT r.oid FROM needed
  JOIN pg_type t ON t.oid = needed.oid
  JOIN pg_type r ON r.oid IN (t.typbasetype, CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE 0 END)
)
SELECT t.oid::int8::float8 AS oid, t.typname::text AS name, n.nspname::text AS schema, t.typtype::text AS kind,
       t.typbasetype::int8::float8 AS base_oid, t.typtypmod AS base_typmod,
       CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE 0 END::int8::float8 AS element_oid, t.typcategory::text AS category
FROM needed JOIN pg_type t ON t.oid = needed.oid JOIN pg_namespace n ON n.oid = t.typnamespace`
);
async function readTypes(client, oids) {
  const result = await client.query(TYPES, [oids]);
  return new Map(result.rows.map((row) => [row.oid, row]));
}
function resolveType(oid, typmod, types) {
  const row = types.get(oid);
  if (row === void 0) {
    return {
      oid,
      name: `oid ${oid}`,
      schema: "",
      kind: "pseudo",
      typmod,
      element: void 0,
      displayName: `oid ${oid}`
    };
  }
  if (row.kind === "d") {
    return resolveType(row.base_oid, row.base_typmod, types);
  }
  return {
    oid,
    name: row.name,
    schema: row.schema,
    kind: typeKindOf(row),
    typmod,
    element: row.element_oid === 0 ? void 0 : resolveType(row.element_oid, typmod, types),
    displayName: row.schema === "pg_catalog" ? row.name : `${row.schema}.${row.name}`
  };
}
function typeKindOf(row) {
  if (row.category === "A") return "array";
  switch (row.kind) {
    case "b":
      return "base";
    case "e":
      return "enum";
    case "c":
      return "composite";
    case "r":
      return "range";
    case "m":
      return "multirange";
    default:
      return "pseudo";
  }
}

// src/source/facts.ts
async function readFacts(client, names) {
  const { rows: servers } = await client.query(SERVER);
  const server = servers[0];
  if (server === void 0) throw new Error("the server answered without a row");
  const publications = await client.query(PUBLICATION, [names.publicationName]);
  const { rows: slots } = await client.query(SLOT, [names.slotName]);
  const supportsPublicationTables = server.version >= OLDEST_SUPPORTED_VERSION;
  const publication = publications.rows[0];
  const tables = publication === void 0 || !supportsPublicationTables ? [] : await readPublishedTables(client, names.publicationName);
  const unpublished2 = await client.query(UNPUBLISHED, [
    names.publicationName,
    names.schemas
  ]);
  return {
    serverVersion: server.version,
    walLevel: server.wal_level,
    serverEncoding: server.server_encoding,
    inRecovery: server.in_recovery,
    cluster: {
      systemIdentifier: server.system_identifier,
      timeline: server.timeline,
      databaseOid: server.database_oid
    },
    role: {
      name: server.role_name,
      mayReplicate: server.may_replicate,
      bypassesRowSecurity: server.bypasses_row_security
    },
    publication: publication === void 0 ? void 0 : publicationOf(publication),
    slot: slots[0] === void 0 ? void 0 : slotOf(slots[0]),
    slots: { used: server.slots_used, max: server.slots_max },
    flushLsn: parseLsn(server.flush_lsn),
    walSenderTimeoutMs: server.wal_sender_timeout_ms,
    maxSlotWalKeepBytes: server.max_slot_wal_keep_mib < 0 ? void 0 : server.max_slot_wal_keep_mib * MEBIBYTE,
    tables,
    unpublishedTables: unpublished2.rows
  };
}
async function readSlot(client, slotName) {
  const { rows: servers } = await client.query(`SELECT ${FLUSH_LSN} AS flush_lsn`);
  const { rows: slots } = await client.query(SLOT, [slotName]);
  return {
    flushLsn: parseLsn(servers[0]?.flush_lsn ?? ""),
    slot: slots[0] === void 0 ? void 0 : slotOf(slots[0])
  };
}
async function readInsertLsn(client) {
  const { rows } = await client.query(`SELECT ${INSERT_LSN} AS insert_lsn`);
  return parseLsn(rows[0]?.insert_lsn ?? "");
}
var MEBIBYTE = 1024 * 1024;
var FLUSH_LSN = (
  /*sql*/
  `
  (CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_flush_lsn() END)::text`
);
var INSERT_LSN = (
  /*sql*/
  `
  (CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_insert_lsn() END)::text`
);
var SERVER = (
  /*sql*/
  `
SELECT current_setting('server_version_num')::int4 AS version, current_setting('wal_level') AS wal_level,
       current_setting('server_encoding') AS server_encoding,
       pg_is_in_recovery() AS in_recovery,
       (SELECT system_identifier::text FROM pg_control_system()) AS system_identifier,
       (SELECT timeline_id FROM pg_control_checkpoint()) AS timeline,
       d.oid::int8::float8 AS database_oid, r.rolname::text AS role_name,
       r.rolreplication OR r.rolsuper OR EXISTS (
         SELECT 1 FROM pg_roles g WHERE g.rolname IN ('rds_replication', 'rds_superuser')
           AND pg_has_role(current_user, g.oid, 'USAGE')) AS may_replicate,
       r.rolbypassrls OR r.rolsuper AS bypasses_row_security,
       (SELECT count(*)::int4 FROM pg_replication_slots) AS slots_used,
       current_setting('max_replication_slots')::int4 AS slots_max,
       ${FLUSH_LSN} AS flush_lsn,
       (SELECT setting::int4 FROM pg_settings WHERE name = 'wal_sender_timeout') AS wal_sender_timeout_ms,
       (SELECT setting::int4 FROM pg_settings WHERE name = 'max_slot_wal_keep_size') AS max_slot_wal_keep_mib
FROM pg_database d, pg_roles r
WHERE d.datname = current_database() AND r.rolname = current_user`
);
var PUBLICATION = (
  /*sql*/
  `
SELECT oid::int8::float8 AS oid, pubname::text AS name, puballtables AS all_tables, pubinsert AS inserts, pubupdate AS updates,
       pubdelete AS deletes, pubtruncate AS truncates, pubviaroot AS via_root
FROM pg_publication WHERE pubname = $1`
);
function publicationOf(row) {
  return {
    oid: row.oid,
    name: row.name,
    forAllTables: row.all_tables,
    actions: { insert: row.inserts, update: row.updates, delete: row.deletes, truncate: row.truncates },
    viaPartitionRoot: row.via_root
  };
}
var SLOT = (
  /*sql*/
  `
SELECT s.slot_name::text AS name, s.slot_type AS type, s.plugin::text AS plugin, s.database::text AS database, s.temporary,
       s.active, s.active_pid, s.wal_status, to_jsonb(s) ->> 'invalidation_reason' AS invalidation_reason,
       s.restart_lsn::text AS restart_lsn, s.confirmed_flush_lsn::text AS confirmed_flush_lsn,
       s.safe_wal_size::float8 AS safe_wal_bytes,
       (extract(epoch FROM (to_jsonb(s) ->> 'inactive_since')::timestamptz) * 1000)::float8 AS inactive_since_ms
FROM pg_replication_slots s WHERE s.slot_name = $1`
);
function slotOf(row) {
  return {
    name: row.name,
    type: row.type === "logical" ? "logical" : "physical",
    plugin: row.plugin ?? void 0,
    database: row.database ?? void 0,
    temporary: row.temporary,
    active: row.active,
    activePid: row.active_pid ?? void 0,
    walStatus: row.wal_status ?? void 0,
    invalidationReason: row.invalidation_reason ?? void 0,
    restartLsn: optionalLsn(row.restart_lsn),
    confirmedFlushLsn: optionalLsn(row.confirmed_flush_lsn),
    safeWalBytes: row.safe_wal_bytes ?? void 0,
    inactiveSinceMs: row.inactive_since_ms ?? void 0
  };
}
function optionalLsn(text) {
  return text === null ? void 0 : parseLsn(text);
}
var UNPUBLISHED = (
  /*sql*/
  `
SELECT n.nspname::text AS schema, c.relname::text AS name, c.relpersistence = 'u' AS unlogged
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND n.nspname = ANY ($2::text[])
  AND NOT EXISTS (SELECT 1 FROM pg_publication_tables p
                  WHERE p.pubname = $1 AND p.schemaname = n.nspname AND p.tablename = c.relname)
ORDER BY 1, 2`
);

export {
  quoteTargetForPeople,
  quoteForPeople,
  reloadSolution,
  reloadWords,
  walReport,
  isSlotLost,
  judgeServer,
  judgePublication,
  judgeSlot,
  judgeFreeSlots,
  mapType,
  judgeTable,
  displayTableName,
  resolveSelection,
  answersTo,
  readPublishedTables,
  readFacts,
  readSlot,
  readInsertLsn
};
