import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  checkpointTable,
  isTypeChanged,
  judgeDrift,
  knownTable,
  missingLiteral,
  planTable
} from "./part-JA23HJKN.mjs";
import {
  displayTableName,
  judgePublication,
  judgeTable,
  quoteForPeople,
  readFacts,
  reloadSolution,
  resolveSelection
} from "./part-BSZKNS2G.mjs";
import "./part-3E7HYYO3.mjs";
import {
  ZERO_LSN
} from "./part-3QJBBAU7.mjs";
import {
  formatCount
} from "./part-RVW7BTWX.mjs";
import {
  buildAddColumn,
  buildCreateTargetTable,
  buildFillColumn,
  columnDefinitions
} from "./part-TBZWB7EC.mjs";
import {
  displayTargetName
} from "./part-SL2CX4DZ.mjs";
import {
  DatabaseError,
  quoteSourceIdentifier
} from "./part-OQHMGH5D.mjs";
import "./part-WR5T4RD5.mjs";
import "./part-2GY7G3VF.mjs";

// src/foretell/script.ts
var HARMLESS_META_COMMANDS = /* @__PURE__ */ new Set([
  "\\restrict",
  "\\unrestrict",
  "\\echo",
  "\\qecho",
  "\\warn",
  "\\timing",
  "\\pset"
]);
function refusalOf(part) {
  switch (part.tag) {
    case "meta-command":
      return HARMLESS_META_COMMANDS.has(part.name) ? void 0 : {
        sentence: `${part.name} is a command of psql's, which nothing but psql understands.`,
        solution: "Write SQL only, or leave this file out of the migrations that are foretold."
      };
    case "unterminated":
      return {
        sentence: "A quote or comment that begins here, or later in this statement, is never closed.",
        solution: "Close it."
      };
    case "copy-data":
      return {
        sentence: "Rows from stdin are not copied in the scratch: what they do is not foretold.",
        solution: "They arrive as changes, like any others; INSERT says the same without psql."
      };
    default:
      return part;
  }
}

// src/foretell/sql-token.ts
function readSqlToken(text, from) {
  const start = skipBlanks(text, from);
  if (start === void 0) return { tag: "unterminated", start: skipSpace(text, from), end: text.length };
  if (start >= text.length) return void 0;
  return readQuoted(text, start) ?? readPlain(text, start);
}
var SPACE = /[\s\ufeff]*/y;
var LINE_COMMENT = /--[^\n\r]*/y;
function skipBlanks(text, from) {
  let at2 = skipSpace(text, from);
  for (; ; ) {
    const comment = text.startsWith("/*", at2) ? endOfBlockComment(text, at2) : matchEnd(LINE_COMMENT, text, at2) ?? at2;
    if (comment === void 0 || comment === at2) return comment;
    at2 = skipSpace(text, comment);
  }
}
function skipSpace(text, from) {
  return matchEnd(SPACE, text, from) ?? from;
}
var COMMENT_MARK = /\/\*|\*\//g;
function endOfBlockComment(text, start) {
  COMMENT_MARK.lastIndex = start;
  let depth = 0;
  for (let mark = COMMENT_MARK.exec(text); mark !== null; mark = COMMENT_MARK.exec(text)) {
    depth += mark[0] === "/*" ? 1 : -1;
    if (depth === 0) return COMMENT_MARK.lastIndex;
  }
  return void 0;
}
var ESCAPE_STRING = /[eE]'[^'\\]*(?:(?:\\[\s\S]|'')[^'\\]*)*'/y;
var CONTINUED_ESCAPE_STRING = /[ \t\f\v]*(?:--[^\n\r]*)?[\n\r](?:\s|--[^\n\r]*[\n\r])*'[^'\\]*(?:(?:\\[\s\S]|'')[^'\\]*)*'/y;
var STRING = /(?:[uU]&|[bBxXnN])?'[^']*(?:''[^']*)*'/y;
var IDENTIFIER = /(?:[uU]&)?"[^"]*(?:""[^"]*)*"/y;
var DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/y;
var OPEN_QUOTE = /(?:[uU]&|[eEbBxXnN])?'|(?:[uU]&)?"/y;
function readQuoted(text, start) {
  const tag = DOLLAR_TAG.exec(at(DOLLAR_TAG, text, start))?.[0];
  if (tag !== void 0) {
    const close = text.indexOf(tag, start + tag.length);
    return close === -1 ? { tag: "unterminated", start, end: text.length } : { tag: "literal", start, end: close + tag.length };
  }
  if (matchEnd(OPEN_QUOTE, text, start) === void 0) return void 0;
  const escaped = matchEnd(ESCAPE_STRING, text, start);
  if (escaped !== void 0) return { tag: "literal", start, end: endOfContinuations(text, escaped) };
  const literal = /^[eE]'/.test(text.slice(start, start + 2)) ? void 0 : matchEnd(STRING, text, start);
  if (literal !== void 0) return { tag: "literal", start, end: literal };
  const identifier = matchEnd(IDENTIFIER, text, start);
  if (identifier !== void 0) return { tag: "quoted-identifier", start, end: identifier };
  return { tag: "unterminated", start, end: text.length };
}
function endOfContinuations(text, end) {
  const next = matchEnd(CONTINUED_ESCAPE_STRING, text, end);
  return next === void 0 ? end : endOfContinuations(text, next);
}
var WORD = /[A-Za-z_\u0080-\uffff][A-Za-z0-9_$\u0080-\uffff]*/y;
var NUMBER = /\$?[0-9][A-Za-z0-9_.]*/y;
function readPlain(text, start) {
  const word = matchEnd(WORD, text, start);
  if (word !== void 0) return { tag: "word", start, end: word };
  const number = matchEnd(NUMBER, text, start);
  if (number !== void 0) return { tag: "literal", start, end: number };
  return { tag: text[start] === "\\" ? "backslash" : "symbol", start, end: start + 1 };
}
function matchEnd(pattern, text, from) {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : void 0;
}
function at(pattern, text, from) {
  pattern.lastIndex = from;
  return text;
}

// src/foretell/split-statements.ts
function splitStatements(text) {
  const placeOf2 = placesOf(text);
  const parts = [];
  let at2 = 0;
  for (; ; ) {
    const draft = readPart(text, at2);
    if (draft === void 0) return parts;
    at2 = draft.next;
    if (draft.part === void 0) continue;
    const { start, end, ...part } = draft.part;
    parts.push({
      ...part,
      start,
      from: placeOf2(start),
      endLine: placeOf2(Math.max(start, end - 1)).line
    });
  }
}
function readPart(text, from) {
  const tokens = [];
  const nesting = new Nesting();
  let at2 = from;
  for (; ; ) {
    const token = readSqlToken(text, at2);
    if (token === void 0) return endPart(text, tokens, text.length, at2);
    at2 = token.end;
    if (token.tag === "unterminated") return unterminated(text, tokens, token);
    if (token.tag === "backslash") return metaCommand(text, tokens, token);
    const word = text.slice(token.start, token.end);
    if (token.tag === "symbol" && word === ";" && nesting.isOutside)
      return endPart(text, tokens, token.end, at2) ?? { part: void 0, next: at2 };
    nesting.take(token.tag, word);
    tokens.push(token);
  }
}
function endPart(text, tokens, end, next) {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (first === void 0 || last === void 0) return void 0;
  const words = tokens.map((token) => wordOf(text, token));
  if (readsStandardInput(words)) {
    const dataEnd = endOfCopyData(text, next);
    return { part: { tag: "copy-data", words, start: first.start, end: dataEnd }, next: dataEnd };
  }
  const statement = text.slice(first.start, last.end);
  return { part: { tag: "statement", text: statement, words, start: first.start, end }, next };
}
function unterminated(text, tokens, token) {
  const start = tokens[0]?.start ?? token.start;
  return { part: { tag: "unterminated", start, end: text.length }, next: text.length };
}
var META_COMMAND = /\\[^\s\\]*/y;
function metaCommand(text, tokens, token) {
  META_COMMAND.lastIndex = token.start;
  const name = META_COMMAND.exec(text)?.[0] ?? "\\";
  const newline = text.indexOf("\n", token.end);
  const end = newline === -1 ? text.length : newline;
  return { part: { tag: "meta-command", name, start: tokens[0]?.start ?? token.start, end }, next: end };
}
var Nesting = class {
  #parentheses = 0;
  #bodies = 0;
  #firstWords = [];
  #isRoutine = false;
  get isOutside() {
    return this.#parentheses <= 0 && this.#bodies <= 0;
  }
  take(tag, text) {
    if (tag === "symbol" && text === "(") this.#parentheses += 1;
    if (tag === "symbol" && text === ")") this.#parentheses -= 1;
    if (tag !== "word") return;
    const word = text.toLowerCase();
    if (this.#firstWords.length < 4) {
      this.#firstWords.push(word);
      this.#isRoutine ||= /^create (or replace )?(function|procedure)$/.test(this.#firstWords.join(" "));
    }
    if (!this.#isRoutine || this.#parentheses > 0) return;
    if (word === "begin" || word === "case" && this.#bodies > 0) this.#bodies += 1;
    if (word === "end" && this.#bodies > 0) this.#bodies -= 1;
  }
};
function wordOf(text, { tag, start, end }) {
  return tag === "word" || tag === "quoted-identifier" || tag === "symbol" ? { tag, text: text.slice(start, end) } : { tag: "literal" };
}
function readsStandardInput(words) {
  const texts = words.map((word) => word.tag === "word" ? word.text.toLowerCase() : "");
  const from = texts.indexOf("from");
  return texts[0] === "copy" && texts.some((word, index) => word === "stdin" && index === from + 1);
}
var COPY_END = /^\\\.[^\S\n]*$/gm;
function endOfCopyData(text, from) {
  COPY_END.lastIndex = from;
  return COPY_END.exec(text) === null ? text.length : COPY_END.lastIndex;
}
function placesOf(text) {
  const lineStarts = [0];
  for (let at2 = text.indexOf("\n"); at2 !== -1; at2 = text.indexOf("\n", at2 + 1)) lineStarts.push(at2 + 1);
  return (index) => {
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((lineStarts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: index - (lineStarts[low] ?? 0) + 1 };
  };
}

// src/foretell/base-schema.ts
async function applyBaseSchema(scripts, runner) {
  const notes = [];
  for (const script of scripts) {
    for (const part of splitStatements(script.text)) {
      const failure = await applyPart(script, part, runner, notes);
      if (failure !== void 0) return { failure, notes };
    }
    await runner.endFile();
  }
  return { failure: null, notes };
}
async function applyPart(script, part, runner, notes) {
  if (part.tag === "copy-data") return void 0;
  if (part.tag !== "statement") {
    const refused2 = refusalOf(part);
    return refused2 === void 0 ? void 0 : failureAt(script, part, refused2.sentence, refused2.solution);
  }
  const trial = await runner.try(part);
  if (trial.tag === "unknown") notes.push(`${script.path}:${part.from.line} (base schema): ${trial.reason}`);
  if (trial.tag !== "failed") return void 0;
  const at2 = { from: placesOf(script.text)(trial.index), endLine: part.endLine };
  return failureAt(
    script,
    at2,
    `The base schema cannot be made, so nothing is foretold. PostgreSQL refuses this: ${trial.message} (SQLSTATE ${trial.sqlState}).`,
    "Correct the base schema, or the order of the migrations; or give a scratch database that holds the base schema."
  );
}
function failureAt({ path: file }, { from, endLine }, sentence, solution) {
  return { file, line: from.line, column: from.column, endLine, sentence, solution };
}

// src/foretell/catalog-look.ts
async function lookAtCatalog(client, request) {
  const isInside = client.getTransactionStatus() === "T";
  await client.query(isInside ? "SAVEPOINT tributary_look" : "BEGIN READ WRITE");
  try {
    await client.query(LOOK_SETTINGS);
    return await readCatalog(client, request);
  } finally {
    await client.query(
      isInside ? "ROLLBACK TO SAVEPOINT tributary_look; RELEASE SAVEPOINT tributary_look" : "ROLLBACK"
    );
  }
}
var LOOK_SETTINGS = (
  /*sql*/
  `
SET LOCAL SESSION AUTHORIZATION DEFAULT;
SET LOCAL ROLE NONE;
SET LOCAL session_replication_role = replica;
SET LOCAL search_path = pg_catalog;
SET LOCAL datestyle = 'ISO,MDY';
SET LOCAL intervalstyle = 'iso_8601';
SET LOCAL extra_float_digits = 3;
SET LOCAL bytea_output = 'hex';
SET LOCAL timezone = 'UTC';
SET LOCAL quote_all_identifiers = off;`
);
async function readCatalog(client, request) {
  const tables = await readTables(client);
  const labels = await client.query(ENUM_LABELS);
  const facts = /* @__PURE__ */ new Map();
  for (const name of request.publications) {
    facts.set(name, await lookAtPublication(client, name, request.schemas, tables));
  }
  return { facts, tables, enumLabels: new Map(labels.rows.map((row) => [row.oid, row])) };
}
async function lookAtPublication(client, publicationName, schemas, tables) {
  const names = { slotName: "", publicationName, schemas };
  const found = await client.query("SELECT FROM pg_publication WHERE pubname = $1", [publicationName]);
  const isAssumed = found.rowCount === 0;
  if (isAssumed) {
    await client.query(
      `CREATE PUBLICATION ${quoteSourceIdentifier(publicationName)} FOR ALL TABLES WITH (publish_via_partition_root = true)`
    );
  }
  const facts = await readFacts(client, names);
  return { facts: { ...facts, tables: facts.tables.map((table) => asOthersSee(table, tables)) }, isAssumed };
}
function asOthersSee(table, tables) {
  return { ...table, rowSecurity: tables.get(table.oid)?.rowSecurity ?? table.rowSecurity };
}
async function readTables(client) {
  const { rows } = await client.query(TABLES);
  return new Map(rows.map((row) => [row.oid, row]));
}
var TABLES = (
  /*sql*/
  `
SELECT c.oid::int8::float8 AS oid, n.nspname::text AS schema, c.relname::text AS name, c.relrowsecurity AS "rowSecurity",
       CASE WHEN c.relispartition THEN pg_partition_root(c.oid)::oid ELSE c.oid END::int8::float8 AS "rootOid"
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')`
);
var ENUM_LABELS = (
  /*sql*/
  `
SELECT oid::int8::float8 AS oid, enumtypid::int8::float8 AS "typeOid", enumlabel::text AS label FROM pg_enum`
);

// src/foretell/describe-statement.ts
var MAX_WORDS = 9;
var LAST_WORDS = /* @__PURE__ */ new Set([
  "AS",
  "CHECK",
  "DEFAULT",
  "IS",
  "PASSWORD",
  "SELECT",
  "USING",
  "VALUES",
  "WHERE"
]);
function describeStatement(words) {
  let description = "";
  let count = 0;
  const isUpdate = keywordsOf(words)[0] === "UPDATE";
  for (const word of words) {
    if (word.tag === "literal" || word.tag === "symbol" && word.text !== ".") break;
    const isDot = word.text === ".";
    const keyword = word.text.toUpperCase();
    if (word.tag === "word" && (LAST_WORDS.has(keyword) || isUpdate && keyword === "SET")) break;
    if (!isDot && !description.endsWith(".")) {
      count += 1;
      if (count > MAX_WORDS) break;
      if (description !== "") description += " ";
    }
    description += word.text;
  }
  return description === "" ? "a statement" : description;
}
function keywordsOf(words) {
  const end = words.findIndex(({ tag }) => tag !== "word");
  return (end === -1 ? words : words.slice(0, end)).flatMap(
    (word) => word.tag === "word" ? word.text.toUpperCase() : []
  );
}
function countWord(words, keyword) {
  return words.filter((word) => word.tag === "word" && word.text.toUpperCase() === keyword).length;
}
var SERVER_OBJECTS = /^(?:ALTER|CREATE|DROP) (?:DATABASE|TABLESPACE|SUBSCRIPTION)\b/;
var ROLE_CHANGES = /^(?:ALTER|DROP) (?:ROLE|USER|GROUP)\b/;
var SERVER_ACTS = /^(?:ALTER SYSTEM|CHECKPOINT|LOAD)\b/;
function kindOf(words) {
  const head = keywordsOf(words).join(" ");
  const isServerWide = [SERVER_OBJECTS, SERVER_ACTS].some((pattern) => pattern.test(head));
  if (isServerWide || ROLE_CHANGES.test(head) && !/^(?:ALTER|DROP) USER MAPPING\b/.test(head))
    return { tag: "server-wide" };
  if (/^COPY\b/.test(head) && touchesFiles(words)) return { tag: "server-wide" };
  if (/^CREATE (?:ROLE|USER|GROUP)\b/.test(head) && !/^CREATE USER MAPPING\b/.test(head))
    return { tag: "create-role" };
  if (/^CREATE EXTENSION\b/.test(head)) return { tag: "create-extension" };
  if (/^SET (?:LOCAL |SESSION CHARACTERISTICS AS )?TRANSACTION\b/.test(head))
    return { tag: "transaction-setting" };
  return rowsKind(words);
}
function touchesFiles(words) {
  return words.some((word, index) => {
    if (word.tag !== "word" || !/^(?:from|to)$/i.test(word.text)) return false;
    const next = words[index + 1];
    return next?.tag === "literal" || next?.tag === "word" && /^program$/i.test(next.text);
  });
}
var ROW_VERBS = {
  INSERT: { verb: "insert", before: ["INTO"] },
  UPDATE: { verb: "update", before: ["ONLY"] },
  DELETE: { verb: "delete", before: ["FROM", "ONLY"] },
  TRUNCATE: { verb: "truncate", before: ["TABLE", "ONLY"] }
};
function rowsKind(words) {
  const [first, ...rest] = words;
  if (first?.tag !== "word") return { tag: "ordinary" };
  const found = Object.entries(ROW_VERBS).find(([keyword]) => keyword === first.text.toUpperCase())?.[1];
  if (found === void 0) return { tag: "ordinary" };
  const before = new Set(found.before);
  const start = rest.findIndex((word) => word.tag !== "word" || !before.has(word.text.toUpperCase()));
  return { tag: "rows", verb: found.verb, table: qualifiedName(start === -1 ? [] : rest.slice(start)) };
}
function qualifiedName(words) {
  let name = "";
  for (const word of words) {
    if (word.tag === "literal") break;
    const isDot = word.tag === "symbol" && word.text === ".";
    if (isDot === (name === "" || name.endsWith("."))) break;
    name += word.text;
  }
  return name;
}

// src/foretell/pipeline-base.ts
function baseOf(pipeline, look) {
  const publication = look.facts.get(pipeline.source.publicationName);
  const seen = factsFor(pipeline, look);
  const facts = { ...seen, role: { ...seen.role, bypassesRowSecurity: true } };
  const plans = resolveSelection(facts, pipeline).tables.filter((table) => judgeTable(table, facts, pipeline).length === 0).map(
    (table) => planTable(table, void 0, {
      deletedRows: pipeline.write.deletedRows,
      initialLoad: true,
      startLsn: ZERO_LSN
    })
  );
  return {
    targets: new Map(plans.map(({ target }) => [target.name.table, target])),
    hasPublication: publication?.isAssumed === false,
    checkpoint: {
      lsn: ZERO_LSN,
      drainTarget: ZERO_LSN,
      cluster: facts.cluster,
      slotName: pipeline.source.slotName,
      publicationOid: facts.publication?.oid ?? 0,
      tables: plans.map((plan) => ({ ...checkpointTable(plan), snapshot: { tag: "loaded", lsn: ZERO_LSN } })),
      runId: ""
    }
  };
}
function factsFor({ source }, look) {
  const publication = look.facts.get(source.publicationName);
  if (publication === void 0) throw new TypeError(`no look at publication ${source.publicationName}`);
  return {
    ...publication.facts,
    role: { name: source.username, mayReplicate: true, bypassesRowSecurity: false },
    tables: publication.facts.tables.map((table) => ({ ...table, maySelect: true }))
  };
}

// src/foretell/pipeline-effects.ts
function effectsOf(options, look) {
  const { pipeline, base } = options;
  const facts = factsAfter(base, factsFor(pipeline, look));
  const { tables, problems } = resolveSelection(facts, pipeline);
  const judged = tables.map((table) => ({ table, problems: judgeTable(table, facts, pipeline) }));
  const refused2 = judged.flatMap(
    (one) => one.problems.map((problem) => softened(stopOf(problem, one.table), look))
  );
  const untroubled = tables.filter((table) => !isStopped(table, refused2));
  const drifted = untroubled.flatMap(
    (table) => judgeDrift(table, knownTable(base.checkpoint, table)).map((problem) => stopOf(problem, table))
  );
  return unique([
    ...judgePublicationNow(options, facts, look).map((problem) => stopOf(problem, void 0)),
    ...problems.map((problem) => stopOf(problem, void 0)),
    ...refused2,
    ...drifted,
    ...untroubled.filter((table) => !isStopped(table, drifted)).flatMap((table) => tableEffects(options, table)),
    ...leftTables(base, tables)
  ]);
}
function factsAfter({ hasPublication }, facts) {
  if (hasPublication) return facts;
  return { ...facts, tables: facts.tables.map((table) => ({ ...table, publicationMembership: 0 })) };
}
function isStopped({ source }, stops) {
  return stops.some(({ tableOid, severity }) => tableOid === source.oid && severity === "error");
}
function unique(effects) {
  return [...new Map(effects.map((effect) => [effect.key, effect])).values()];
}
function judgePublicationNow({ pipeline, base }, facts, look) {
  const isAssumed = look.facts.get(pipeline.source.publicationName)?.isAssumed ?? true;
  if (isAssumed) {
    return base.hasPublication ? judgePublication({ ...facts, publication: void 0 }, pipeline) : [];
  }
  if (!base.hasPublication) return judgePublication(facts, pipeline);
  const { publication } = facts;
  const isReplaced = publication !== void 0 && publication.oid !== base.checkpoint.publicationOid;
  return [
    ...judgePublication(facts, pipeline),
    ...isReplaced ? [replacedPublication(pipeline, publication.name)] : []
  ];
}
function replacedPublication(pipeline, name) {
  return {
    code: "publication-replaced",
    message: `Publication "${name}" is dropped and made again: what changes in between is not in the log.`,
    solution: `Alter it instead. Or: ${reloadSolution(pipeline)}`
  };
}
var NOTHING = {
  table: null,
  tableOid: null,
  column: null,
  columnType: null,
  code: null,
  solution: null,
  targetSql: []
};
function stopOf({ code, message, solution }, table) {
  return {
    ...NOTHING,
    key: `stop ${code} ${message}`,
    tag: "stops",
    severity: "error",
    table: table?.displayName ?? null,
    tableOid: table?.source.oid ?? null,
    code,
    sentence: message,
    solution
  };
}
function softened(effect, look) {
  if (effect.code !== "table-unsupported" || effect.tableOid === null) return effect;
  return look.tables.get(effect.tableOid)?.rowSecurity === true ? { ...effect, severity: "warning" } : effect;
}
function tableEffects(options, table) {
  const { pipeline, base } = options;
  const known = knownTable(base.checkpoint, table);
  const plan = planTable(table, known, {
    deletedRows: pipeline.write.deletedRows,
    initialLoad: pipeline.source.initialLoad,
    startLsn: ZERO_LSN
  });
  if (known === void 0) return [misfit(options, plan) ?? newTable(options, plan)];
  return [
    ...plan.added.map((column) => addedColumn(options, plan, column)),
    ...plan.dropped.map(({ name, attributeNumber }) => ({
      ...NOTHING,
      ...aboutTable(table, `drop ${attributeNumber}`),
      tag: "column-dropped",
      severity: "info",
      column: name,
      sentence: `Column "${name}" is dropped: the target keeps it as it is, and new rows have NULL there.`
    })),
    ...plan.loadReason === void 0 ? [] : [loadedAnew(options, plan, plan.loadReason)],
    ...identityEffects(known, table)
  ];
}
function aboutTable({ source, displayName }, what) {
  return { key: `${what} of ${source.oid}`, table: displayName, tableOid: source.oid };
}
function newTable({ pipeline, dialect, rows }, plan) {
  const { displayName, source } = plan.selected;
  const target = displayTargetName(plan.target.name);
  return {
    ...NOTHING,
    ...aboutTable(plan.selected, "load"),
    tag: "first-load",
    severity: "info",
    sentence: plan.loadReason === void 0 ? `${displayName} is new: ${target} is made, empty, and filled by changes from then on (source.cdc.initial_load is false).` : `${displayName} is new: ${target} is made and loaded${rowsOf(rows, displayName, "")}.`,
    solution: `The publication must hold it, and the role must be let in:
${grants(pipeline, source)}`,
    targetSql: [buildCreateTargetTable(dialect, plan.target)]
  };
}
function misfit({ base, dialect }, { target, selected }) {
  const existing = base.targets.get(target.name.table);
  if (existing === void 0) return void 0;
  const types = new Map(columnDefinitions(existing).map(({ name, type }) => [name.toLowerCase(), type]));
  const differences = columnDefinitions(target).flatMap(({ name, type }) => {
    const found = types.get(name.toLowerCase());
    if (found === void 0) return [`"${name}" is missing`];
    const [is, wanted] = [dialect.typeName(found), dialect.typeName(type)];
    return is === wanted ? [] : [`"${name}" is ${is}, not ${wanted}`];
  });
  if (differences.length === 0) return void 0;
  return stopOf(
    {
      code: "target-table-mismatch",
      message: `${selected.displayName} is another table than before, and its target ${displayTargetName(target.name)} does not fit it: ${differences.join("; ")}.`,
      solution: "Alter the table instead of replacing it; or give the target another name: selection.schemas[].tables[].destination_table."
    },
    selected
  );
}
function grants({ source: { username, publicationName } }, table) {
  const name = `${quoteForPeople(table.schema)}.${quoteForPeople(table.name)}`;
  return [
    `GRANT SELECT ON ${name} TO ${quoteForPeople(username)};`,
    `ALTER PUBLICATION ${quoteForPeople(publicationName)} ADD TABLE ${name}; -- unless it is FOR ALL TABLES`
  ].join("\n");
}
function rowsOf(rows, table, otherwise) {
  const count = rows.get(table);
  return count === void 0 || count < 0 ? otherwise : ` (about ${formatCount(count)} rows)`;
}
function addedColumn({ dialect }, plan, source) {
  const column = plan.target.columns.find(
    ({ attributeNumber }) => attributeNumber === source.attributeNumber
  );
  const isLoaded = plan.loadReason !== void 0;
  const literal = column === void 0 || isLoaded ? "NULL" : missingLiteral(dialect, column.mapping, source.missingValue);
  const existing = isLoaded ? "the table is loaded anew" : `existing rows read ${source.missingValue === void 0 ? "NULL" : "the default that they have at the source"}`;
  return {
    ...NOTHING,
    ...aboutTable(plan.selected, `add ${source.attributeNumber}`),
    tag: "column-added",
    severity: "info",
    column: source.name,
    columnType: { typeOid: source.typeOid, typmod: source.typmod },
    sentence: `Column "${source.name}" (${source.type.displayName}) is added to ${displayTargetName(plan.target.name)}; ${existing}.`,
    targetSql: column === void 0 ? [] : [
      buildAddColumn(dialect, plan.target.name, column),
      ...literal === "NULL" ? [] : [buildFillColumn(dialect, plan.target.name, column, literal)]
    ]
  };
}
function loadedAnew({ rows }, plan, reason) {
  const { displayName } = plan.selected;
  return {
    ...NOTHING,
    ...aboutTable(plan.selected, "load"),
    tag: "loaded-anew",
    severity: "warning",
    sentence: `${displayName} is loaded anew, all${rowsOf(rows, displayName, " rows")} of it: ${reason}.`,
    solution: plan.added.length === 0 ? null : "A column without a default, or with a constant one, spares the load."
  };
}
function identityEffects(known, table) {
  const now = table.source.replicaIdentity;
  if (known.replicaIdentity === now) return [];
  return [
    {
      ...NOTHING,
      ...aboutTable(table, "identity"),
      tag: "identity-changed",
      severity: "info",
      sentence: `The replica identity of ${table.displayName} changes from ${known.replicaIdentity.toUpperCase()} to ${now.toUpperCase()}; the row key stays (${table.keyColumns.join(", ")}).`
    }
  ];
}
function leftTables(base, tables) {
  const { checkpoint } = base;
  const kept = new Set(tables.map((table) => knownTable(checkpoint, table)));
  return checkpoint.tables.filter((known) => !kept.has(known)).map((known) => ({
    ...NOTHING,
    key: `left ${known.oid}`,
    tag: "table-left",
    severity: "info",
    table: displayTableName(known),
    tableOid: known.oid,
    sentence: `${displayTableName(known)} is no longer followed under this name: ${known.target} stays in the target as it is, and gets no more changes.`
  }));
}

// src/foretell/pipeline-verdict.ts
function concludePipeline(pipeline, before, after, rows) {
  const had = new Set(before.map(({ key }) => key));
  const met = after.filter(({ key }) => !had.has(key));
  const stop = met.find(({ tag, severity }) => tag === "stops" && severity === "error");
  const loads = met.filter(({ tag }) => tag === "first-load" || tag === "loaded-anew");
  return {
    pipeline,
    verdict: stop !== void 0 ? "stops" : met.length > 0 ? "changes" : "unaffected",
    code: stop?.code ?? null,
    addedColumns: columnsOf(met, "column-added"),
    droppedColumns: columnsOf(met, "column-dropped"),
    loads: loads.map(({ table, sentence }) => ({
      table: table ?? "",
      reason: sentence,
      rows: rows.get(table ?? "") ?? null
    }))
  };
}
function columnsOf(effects, tag) {
  return effects.filter((effect) => effect.tag === tag).map(({ table, column }) => ({ table: table ?? "", column: column ?? "" }));
}

// src/foretell/plain-effects.ts
function plainEffect(tag, severity, sentence) {
  return {
    key: `${tag} ${sentence}`,
    tag,
    severity,
    table: null,
    tableOid: null,
    column: null,
    columnType: null,
    code: null,
    sentence,
    solution: null,
    targetSql: []
  };
}
var NEVER_COMMITTED = {
  ...plainEffect(
    "unknown",
    "warning",
    "The transaction is never committed: nothing of it stays, unless who applies it commits."
  ),
  solution: "End it with COMMIT."
};
function notReached(failedAt) {
  return plainEffect(
    "not-tried",
    "info",
    `Not foretold: it comes after ${failedAt}, which cannot be applied.`
  );
}
function refused(part) {
  const { sentence = "", solution = null } = refusalOf(part) ?? {};
  const effect = part.tag === "unterminated" ? plainEffect("fails", "error", sentence) : plainEffect("unknown", "warning", sentence);
  return { ...effect, solution };
}
function effectOfTrial(trial) {
  switch (trial.tag) {
    case "failed": {
      const sentence = trial.message === void 0 ? `PostgreSQL refuses this (SQLSTATE ${trial.sqlState}; its message may quote rows, and is left out).` : `PostgreSQL refuses this: ${trial.message} (SQLSTATE ${trial.sqlState}).`;
      const solution = "Correct it; or, if the database has what is missing here, add that to the base schema.";
      return { ...plainEffect("fails", "error", sentence), solution };
    }
    case "unknown":
      return plainEffect("unknown", "warning", trial.reason);
    case "not-tried": {
      const sentence = "Acts on the whole server, so it is not tried; it does nothing to tables.";
      return plainEffect("not-tried", "info", sentence);
    }
    default:
      return trial;
  }
}
function summaryOf(part) {
  switch (part.tag) {
    case "statement":
    case "copy-data":
      return describeStatement(part.words);
    case "meta-command":
      return part.name;
    case "unterminated":
      return "an open quote or comment";
    default:
      return part;
  }
}

// src/foretell/statement-events.ts
function eventsOf(pipeline, base, deeds) {
  const tables = base.checkpoint.tables;
  return [
    ...tables.flatMap((table) => rewriteEvents(table, deeds)),
    ...tables.flatMap((table) => partitionEvents(table, deeds)),
    ...tables.flatMap((table) => labelEvents(pipeline, table, deeds)),
    ...tables.flatMap((table) => rowEvents(table, deeds))
  ];
}
function event(table, change) {
  const name = displayTableName(table);
  const isUnseen = change.tag === "unseen-change";
  return {
    ...change,
    key: `event ${change.sentence}`,
    table: name,
    tableOid: table.oid,
    column: null,
    columnType: null,
    code: null,
    solution: isUnseen ? `Load the table anew afterwards: run once with --reload ${name}` : null,
    targetSql: []
  };
}
function rewriteEvents(table, deeds) {
  const own = deeds.rewrites.filter(
    ({ tableOid }) => (deeds.after.tables.get(tableOid)?.rootOid ?? tableOid) === table.oid
  );
  const isUnseen = own.some(({ cause }) => mayChangeValues(cause, table, deeds));
  if (!isUnseen) return [];
  return [
    event(table, {
      tag: "unseen-change",
      severity: "warning",
      sentence: `All rows of ${displayTableName(table)} are rewritten. Values that change by it change without a word in the log, so the target keeps the old ones.`
    })
  ];
}
function mayChangeValues(cause, table, deeds) {
  const before = publishedTable(table.oid, deeds.before);
  const after = publishedTable(table.oid, deeds.after);
  switch (cause) {
    case "storage":
      return false;
    case "default":
      return (before?.attributeCount ?? 0) >= (after?.attributeCount ?? 0);
    case "type": {
      const told = countTold(table, before?.columns ?? [], after?.columns ?? []);
      return told === 0 || told !== deeds.typeChanges;
    }
    default:
      return cause;
  }
}
function countTold({ columns }, before, after) {
  const types = new Map(before.map((column) => [column.attributeNumber, column]));
  const selected = new Set(columns.map(({ attributeNumber }) => attributeNumber));
  return after.filter((column) => {
    const was = types.get(column.attributeNumber);
    if (was === void 0 || was.typeOid === column.typeOid && was.typmod === column.typmod) return false;
    return !selected.has(column.attributeNumber) || isTypeChanged(was, column);
  }).length;
}
function publishedTable(oid, look) {
  for (const { facts } of look.facts.values()) {
    const found = facts.tables.find((table) => table.oid === oid);
    if (found !== void 0) return found;
  }
  return void 0;
}
function partitionEvents(table, { before, after }) {
  const was = partitionsOf(table.oid, before);
  const is = partitionsOf(table.oid, after);
  const attached = [...is].filter((oid) => !was.has(oid) && before.tables.has(oid));
  const gone = [...was].filter((oid) => !is.has(oid));
  const nameOf = (oid, look) => {
    const found = look.tables.get(oid);
    return found === void 0 ? "a partition" : displayTableName(found);
  };
  return [
    ...attached.map(
      (oid) => event(table, {
        tag: "unseen-change",
        severity: "warning",
        sentence: `${nameOf(oid, before)} becomes a partition of ${displayTableName(table)}: its rows come without a word in the log, so they are missing in the target.`
      })
    ),
    ...gone.map(
      (oid) => event(table, {
        tag: "unseen-change",
        severity: "warning",
        sentence: `${nameOf(oid, before)} is no longer a partition of ${displayTableName(table)}: its rows go without a word in the log, so they stay in the target.`
      })
    )
  ];
}
function partitionsOf(rootOid, look) {
  return new Set(
    [...look.tables].filter(([oid, { rootOid: root }]) => root === rootOid && oid !== root).map(([oid]) => oid)
  );
}
function labelEvents(pipeline, table, { before, after }) {
  const renamed = [...before.enumLabels].filter(([oid, { label }]) => {
    const now = after.enumLabels.get(oid);
    return now !== void 0 && now.label !== label;
  });
  if (renamed.length === 0) return [];
  const types = new Set(renamed.map(([, { typeOid }]) => typeOid));
  const source = after.facts.get(pipeline.source.publicationName)?.facts.tables.find(({ oid }) => oid === table.oid);
  const selected = new Set(table.columns.map(({ attributeNumber }) => attributeNumber));
  return (source?.columns ?? []).filter(
    ({ attributeNumber, type }) => selected.has(attributeNumber) && (types.has(type.oid) || types.has(type.element?.oid ?? 0))
  ).map(
    ({ name }) => event(table, {
      tag: "unseen-change",
      severity: "warning",
      sentence: `Rows of ${displayTableName(table)} read another label in column "${name}", without a word in the log: the target keeps the old label.`
    })
  );
}
var DEEDS = {
  insert: "Rows are inserted into",
  update: "Rows are updated in",
  delete: "Rows are deleted from",
  truncate: "All rows are removed from"
};
function rowEvents(table, { rowsOf: rowsOf2, after }) {
  if (rowsOf2 === void 0) return [];
  const root = after.tables.get(rowsOf2.tableOid)?.rootOid ?? rowsOf2.tableOid;
  if (root !== table.oid) return [];
  return [
    event(table, {
      tag: "rows-changed",
      severity: "info",
      sentence: `${DEEDS[rowsOf2.verb]} ${displayTableName(table)}: they arrive as changes, like any others.`
    })
  ];
}

// src/foretell/statement-story.ts
var StatementStory = class {
  #entries = [];
  #effects = /* @__PURE__ */ new Map();
  #origins = /* @__PURE__ */ new Map();
  #undone = /* @__PURE__ */ new Map();
  /** Sets what a pipeline meets before the first statement: none of it is any statement's doing. */
  begin(pipeline, effects) {
    this.#effects.set(pipeline, effects);
  }
  /** What a pipeline meets now. */
  effectsOf(pipeline) {
    return this.#effects.get(pipeline) ?? [];
  }
  add(told) {
    const { place, statement, events } = told;
    const tellings = [...told.effects].flatMap(([pipeline, now]) => {
      const before = this.effectsOf(pipeline);
      this.#effects.set(pipeline, now);
      return [...this.#gone(pipeline, before, now, told), ...this.#come(pipeline, before, now, place)];
    });
    this.#entries.push({
      place,
      statement,
      tellings: [...tellings, ...events.map((event2) => ({ ...event2, isState: false }))]
    });
  }
  /** Takes back what a transaction had done that ended without a statement of its own. */
  rollBack(place, effects) {
    for (const [pipeline, now] of effects) {
      this.#gone(pipeline, this.effectsOf(pipeline), now, { place, isRollback: true });
      this.#effects.set(pipeline, now);
    }
  }
  /** Statements of a file with what they bring. */
  statementsOf(file) {
    return this.#entries.filter(({ place }) => place.file === file).map(({ statement, tellings }) => ({
      ...statement,
      outcomes: tellings.map((telling) => this.#conclude(telling))
    }));
  }
  /** Notes what an earlier statement brought and this one takes back; tells of what stopped runs before the change. */
  #gone(pipeline, before, now, undoing) {
    const current = new Set(now.map(({ key }) => key));
    return before.filter(({ key }) => !current.has(key)).flatMap((effect) => {
      const id = idOf(pipeline, effect);
      if (this.#origins.has(id)) {
        this.#undone.set(id, { place: undoing.place, isRollback: undoing.isRollback });
        return [];
      }
      return effect.tag === "stops" ? [{ pipeline, effect: relievedOf(effect), isState: false }] : [];
    });
  }
  #come(pipeline, before, now, place) {
    const earlier = new Map(before.map((effect) => [effect.key, effect]));
    return now.flatMap((effect) => {
      const id = idOf(pipeline, effect);
      const twin = earlier.get(effect.key);
      const origin = this.#origins.get(id);
      if (twin === void 0) {
        this.#origins.set(id, place);
        this.#undone.delete(id);
        return [{ pipeline, effect, isState: true }];
      }
      if (origin === void 0 || isSame(twin, effect)) return [];
      return [{ pipeline, effect: changedOf(twin, effect, origin), isState: false }];
    });
  }
  #conclude({ pipeline, effect, isState }) {
    if (pipeline === null) return outcomeOf(pipeline, effect, null);
    const isLoaded = this.#isLoaded(pipeline, effect);
    if (!isState) return outcomeOf(pipeline, isLoaded ? harmless(effect) : effect, null);
    const last = this.effectsOf(pipeline).find(({ key }) => key === effect.key);
    if (last !== void 0) return outcomeOf(pipeline, last, null);
    const undoing = this.#undone.get(idOf(pipeline, effect));
    if (undoing === void 0) return outcomeOf(pipeline, effect, null);
    return outcomeOf(pipeline, takenBack(effect, undoing, isLoaded), undoing.place);
  }
  /** Whether the next run reads the whole table: what happened to it before then is of no account. */
  #isLoaded(pipeline, { tableOid }) {
    return this.effectsOf(pipeline).some(
      ({ tag, tableOid: oid }) => oid === tableOid && (tag === "first-load" || tag === "loaded-anew")
    );
  }
};
function idOf(pipeline, { key }) {
  return `${pipeline}
${key}`;
}
function isSame(one, other) {
  return one.sentence === other.sentence && one.targetSql.join("\n") === other.targetSql.join("\n");
}
function relievedOf(effect) {
  return {
    ...effect,
    tag: "relieved",
    severity: "info",
    sentence: `No longer keeps the pipeline from running: ${effect.sentence}`,
    solution: null
  };
}
function changedOf(was, is, origin) {
  const isReshaped = was.column !== is.column || isOtherType(was.columnType, is.columnType);
  const subject = is.column === null ? `${is.table}` : `column "${is.column}" of ${is.table}`;
  const told = {
    ...is,
    tag: "changes-earlier",
    severity: "info",
    sentence: `Changes what line ${origin.line} brings: ${subject}.`,
    solution: null,
    targetSql: [],
    code: null
  };
  if (!isReshaped) return told;
  return {
    ...told,
    severity: "warning",
    sentence: `${told.sentence} Should rows be written in between, the run stops with drift-unsupported.`,
    solution: "Bring it as it is to be in the end, by one statement."
  };
}
function isOtherType(was, is) {
  return was !== null && is !== null && isTypeChanged(was, is) && isTypeChanged(is, was);
}
function harmless(effect) {
  if (effect.severity !== "warning") return effect;
  return {
    ...effect,
    severity: "info",
    sentence: `${effect.sentence} The load makes up for it.`,
    solution: null
  };
}
function takenBack(effect, { place, isRollback }, isLoaded) {
  const where = `${place.file}:${place.line}`;
  if (isRollback)
    return {
      ...effect,
      severity: "info",
      sentence: `${effect.sentence} Rolled back by ${where}.`,
      solution: null
    };
  const sentence = `${effect.sentence} Taken back by ${where}`;
  const isShape = effect.tag === "column-added" || effect.tag === "stops";
  if (isLoaded || !isShape) return { ...effect, severity: "info", sentence: `${sentence}.` };
  const danger = "a run in between meets it, and rows that are written in between stop the run after it";
  return { ...effect, severity: "warning", sentence: `${sentence}; ${danger}.` };
}
function outcomeOf(pipeline, effect, undoneBy) {
  const { tag, severity, table, column, code, sentence, solution, targetSql } = effect;
  return { tag, severity, pipeline, table, column, code, sentence, solution, targetSql, undoneBy };
}

// src/foretell/migration-teller.ts
var MigrationTeller = class _MigrationTeller {
  #options;
  #request;
  #bases;
  #story = new StatementStory();
  #before;
  #paths = [];
  #notes;
  #look;
  #failedAt;
  /** Statements behind that one. */
  #notReached = 0;
  constructor(options, { request, look, bases }) {
    this.#options = options;
    this.#request = request;
    this.#look = look;
    this.#bases = bases;
    this.#before = this.#effects();
    this.#notes = [...assumptionNotes(look), ...stoppedNotes(this.#before)];
    for (const [pipeline, effects] of this.#before) this.#story.begin(pipeline, effects);
  }
  /** Looks at the base schema, which must be made by now. */
  static async begin(options) {
    const pipelines = options.pipelines.map(({ pipeline }) => pipeline);
    const request = {
      publications: [...new Set(pipelines.map(({ source }) => source.publicationName))],
      schemas: [...new Set(pipelines.flatMap(({ selection }) => selection.schemas.map(({ name }) => name)))]
    };
    const look = await lookAtCatalog(options.client, request);
    const bases = new Map(pipelines.map((pipeline) => [pipeline.name, baseOf(pipeline, look)]));
    return new _MigrationTeller(options, { request, look, bases });
  }
  /** Applies one migration. */
  async tell(script) {
    this.#paths.push(script.path);
    const parts = splitStatements(script.text);
    for (const part of parts) await this.#tellPart(script, part);
    const last = parts.at(-1);
    if (await this.#options.runner.endFile() === "left-open" && last !== void 0)
      await this.#tellOpenTransaction(script, last);
  }
  /** What was told, in the light of all of it. */
  conclude() {
    return {
      files: this.#paths.map((path) => ({
        path,
        status: "added",
        statements: this.#story.statementsOf(path)
      })),
      pipelines: this.#options.pipelines.map(
        ({ pipeline: { name }, rows }) => concludePipeline(name, this.#before.get(name) ?? [], this.#story.effectsOf(name), rows)
      ),
      notes: [...this.#notes, ...this.#unforetoldNotes()]
    };
  }
  /** Whoever reads that one statement is refused must not take the silence about the others for a good sign. */
  #unforetoldNotes() {
    if (this.#failedAt === void 0 || this.#notReached === 0) return [];
    const count = this.#notReached === 1 ? "1 statement" : `${this.#notReached} statements`;
    return [`Of ${count} after ${this.#failedAt} nothing is foretold: that one has to go through first.`];
  }
  async #tellPart(script, part) {
    if (part.tag === "meta-command" && refusalOf(part) === void 0) return;
    if (this.#failedAt !== void 0) {
      this.#notReached += 1;
      return this.#tellPlainly(script, part, notReached(this.#failedAt));
    }
    if (part.tag === "statement") return this.#tellStatement(script, part);
    if (part.tag !== "copy-data") this.#failedAt = `${script.path}:${part.from.line}`;
    return this.#tellPlainly(script, part, refused(part));
  }
  async #tellStatement(script, statement) {
    const trial = await this.#options.runner.try(statement);
    if (trial.tag !== "applied") {
      const from = trial.tag === "failed" ? placesOf(script.text)(trial.index) : statement.from;
      if (trial.tag === "failed") this.#failedAt = `${script.path}:${from.line}`;
      return this.#tellPlainly(script, { ...statement, from }, effectOfTrial(trial));
    }
    const before = this.#look;
    const effects = await this.#lookAgain();
    const deeds = {
      before,
      after: this.#look,
      rewrites: trial.rewrites,
      typeChanges: countWord(statement.words, "TYPE"),
      rowsOf: await this.#rowsOf(statement)
    };
    this.#story.add({
      ...toldOf(script, statement),
      isRollback: /^(?:ROLLBACK|ABORT)$/.test(keywordsOf(statement.words)[0] ?? ""),
      effects,
      events: [...this.#eventsOf(deeds), ...unselectedTables(before, this.#look, effects).map(ofNobody)]
    });
  }
  async #tellOpenTransaction(script, last) {
    this.#story.rollBack(placeOf(script, last), await this.#lookAgain());
    if (this.#failedAt === void 0) this.#tellPlainly(script, last, NEVER_COMMITTED);
  }
  /** Tells of a part that leaves the scratch as it was. */
  #tellPlainly(script, part, effect) {
    const told = { ...toldOf(script, part), isRollback: false };
    this.#story.add({ ...told, effects: /* @__PURE__ */ new Map(), events: [ofNobody(effect)] });
  }
  async #lookAgain() {
    this.#look = await lookAtCatalog(this.#options.client, this.#request);
    return this.#effects();
  }
  #effects() {
    return new Map(
      this.#options.pipelines.map((one) => {
        const base = this.#bases.get(one.pipeline.name);
        return [one.pipeline.name, base === void 0 ? [] : effectsOf({ ...one, base }, this.#look)];
      })
    );
  }
  #eventsOf(deeds) {
    return this.#options.pipelines.flatMap(({ pipeline }) => {
      const base = this.#bases.get(pipeline.name);
      const effects = base === void 0 ? [] : eventsOf(pipeline, base, deeds);
      return effects.map((effect) => ({ pipeline: pipeline.name, effect }));
    });
  }
  async #rowsOf({ words }) {
    const kind = kindOf(words);
    if (kind.tag !== "rows" || kind.table === "" || kind.table.includes("&")) return void 0;
    const { rows } = await this.#options.client.query(
      "SELECT pg_catalog.to_regclass($1)::oid::int8::float8 AS oid",
      [kind.table]
    );
    const tableOid = rows[0]?.oid ?? null;
    return tableOid === null ? void 0 : { tableOid, verb: kind.verb };
  }
};
function assumptionNotes({ facts }) {
  return [...facts].filter(([, { isAssumed }]) => isAssumed).map(
    ([name]) => `The base schema has no publication "${name}": it is taken to publish all tables, new ones too.`
  );
}
function stoppedNotes(before) {
  return [...before].flatMap(
    ([pipeline, effects]) => effects.filter(({ tag, severity }) => tag === "stops" && severity === "error").map(({ sentence }) => `${pipeline} would not run with the base schema already: ${sentence}`)
  );
}
function unselectedTables(before, after, effects) {
  const taken = new Set([...effects.values()].flat().map(({ tableOid }) => tableOid));
  return [...after.tables].filter(([oid, { rootOid }]) => !before.tables.has(oid) && rootOid === oid && !taken.has(oid)).map(([, table]) => {
    const name = displayTableName(table);
    return {
      ...plainEffect("not-selected", "info", `${name} is new, and no pipeline selects it.`),
      table: name
    };
  });
}
function placeOf({ path: file }, { from }) {
  return { file, line: from.line };
}
function toldOf(script, part) {
  const { from, endLine } = part;
  return {
    place: placeOf(script, part),
    statement: { line: from.line, column: from.column, endLine, summary: summaryOf(part) }
  };
}
function ofNobody(effect) {
  return { pipeline: null, effect };
}

// src/foretell/run-statement.ts
var REWRITE_DEFAULT = 2;
var REWRITE_TYPE = 4;
var REWRITE_NOTICE = /^tributary rewrite (\d+) (\d+)$/;
var WATCH_REWRITES = (
  /*sql*/
  `
CREATE SCHEMA tributary_scratch;
CREATE FUNCTION tributary_scratch.tell_rewrite() RETURNS event_trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE INFO 'tributary rewrite % %', pg_event_trigger_table_rewrite_oid()::int8, pg_event_trigger_table_rewrite_reason();
END $$;
CREATE EVENT TRIGGER tributary_scratch_rewrite ON table_rewrite EXECUTE FUNCTION tributary_scratch.tell_rewrite();`
);
var StatementRunner = class _StatementRunner {
  #client;
  #rewrites = [];
  /** What the scratch server has turned out not to have: later failures may come from that. */
  #lacking = [];
  constructor(client) {
    this.#client = client;
    client.on("notice", ({ message }) => this.#hear(message ?? ""));
  }
  static async open(client) {
    await client.query(WATCH_REWRITES);
    return new _StatementRunner(client);
  }
  async try(statement) {
    const kind = kindOf(statement.words);
    if (kind.tag === "server-wide") return { tag: "not-tried" };
    if (kind.tag === "transaction-setting") return { tag: "applied", rewrites: [] };
    const isInside = this.#client.getTransactionStatus() === "T";
    this.#rewrites = [];
    if (isInside) await this.#client.query("SAVEPOINT tributary_statement");
    try {
      await this.#client.query(statement.text);
      return { tag: "applied", rewrites: this.#rewrites };
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      await this.#client.query("");
      if (this.#client.getTransactionStatus() === "E")
        await this.#client.query(isInside ? "ROLLBACK TO SAVEPOINT tributary_statement" : "ROLLBACK");
      return this.#judge(error, statement);
    }
  }
  /**
   * Ends the file: its session settings are forgotten, as every migration has a session of its own. Tells whether a
   * transaction was left open, which is rolled back then, as psql would do.
   */
  async endFile() {
    const isOpen = this.#client.getTransactionStatus() !== "I";
    if (isOpen) await this.#client.query("ROLLBACK");
    await this.#client.query("DISCARD ALL");
    return isOpen ? "left-open" : "closed";
  }
  #hear(message) {
    const [, oid, reason] = REWRITE_NOTICE.exec(message) ?? [];
    if (oid === void 0) return;
    this.#rewrites.push({ tableOid: Number(oid), cause: causeOf(Number(reason)) });
  }
  #judge(error, statement) {
    const kind = kindOf(statement.words).tag;
    if (kind === "create-role" && error.code === DUPLICATE_OBJECT) return { tag: "applied", rewrites: [] };
    const lacked = whatIsLacked(error, kind === "create-extension");
    if (lacked !== void 0) {
      this.#lacking.push(lacked);
      return { tag: "unknown", reason: `The scratch server lacks something that it needs: ${lacked}` };
    }
    if (error.code === QUERY_CANCELED)
      return { tag: "unknown", reason: "It took longer than two minutes in the scratch." };
    const [missing] = this.#lacking;
    if (missing !== void 0) {
      const reason = `It fails in the scratch (${primaryMessage(error) ?? `SQLSTATE ${error.code}`}), maybe because of what is lacking there: ${missing}`;
      return { tag: "unknown", reason };
    }
    return {
      tag: "failed",
      sqlState: error.code ?? "",
      message: primaryMessage(error),
      index: statement.start + indexOfPosition(statement.text, error.position)
    };
  }
};
var DUPLICATE_OBJECT = "42710";
var UNDEFINED_OBJECT = "42704";
var QUERY_CANCELED = "57014";
function causeOf(reason) {
  if ((reason & REWRITE_TYPE) !== 0) return "type";
  return (reason & REWRITE_DEFAULT) !== 0 ? "default" : "storage";
}
function primaryMessage({ code, message }) {
  return code !== void 0 && /^2[23]/.test(code) ? void 0 : message;
}
function whatIsLacked(error, isExtension) {
  const routine = error.routine ?? "";
  const isRole = error.code === UNDEFINED_OBJECT && /^get_role/.test(routine);
  const isMissingExtension = isExtension && /^(?:0A000|58P01)$/.test(error.code ?? "");
  return isRole || isMissingExtension ? `${error.message}.` : void 0;
}
function indexOfPosition(text, position) {
  const characters = Number(position ?? 1) - 1;
  let index = 0;
  for (let count = 0; count < characters && index < text.length; count++) {
    index += (text.codePointAt(index) ?? 0) > 65535 ? 2 : 1;
  }
  return index;
}

// src/foretell/foretell.ts
async function foretell(options) {
  const runner = await StatementRunner.open(options.client);
  const made = await applyBaseSchema(options.base, runner);
  const base = {
    origin: options.origin,
    files: options.base.map(({ path }) => path),
    failure: made.failure
  };
  const { notes } = made;
  if (made.failure !== null) return { schemaVersion: 1, base, files: [], pipelines: [], notes };
  const teller = await MigrationTeller.begin({ ...options, runner });
  for (const script of options.changed) await teller.tell(script);
  const told = teller.conclude();
  return { schemaVersion: 1, base, ...told, notes: [...notes, ...told.notes] };
}
export {
  foretell
};
