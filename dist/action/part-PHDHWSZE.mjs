import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  openExistingWarehouse
} from "./part-DDT7QEIJ.mjs";
import {
  formatTextTable
} from "./part-YKXIE66U.mjs";
import {
  judgeCheckpoint,
  openPostgresSource,
  retainedBytes,
  storeReport
} from "./part-5QLOOKJR.mjs";
import {
  formatRunChart
} from "./part-M7J4PHNF.mjs";
import {
  outputsOfStatuses
} from "./part-DTCLHRYH.mjs";
import {
  PLAIN,
  choosePipelines,
  codeBlock,
  escapeMarkdown,
  loadRightConfig,
  printable,
  printableLine,
  styleOf
} from "./part-MPYCGHQI.mjs";
import "./part-VVTTBBTH.mjs";
import {
  CheckpointStore
} from "./part-T4SCQFTF.mjs";
import {
  judgeDrift,
  knownTable
} from "./part-JA23HJKN.mjs";
import {
  displayTableName,
  isSlotLost,
  judgePublication,
  judgeServer,
  judgeSlot,
  judgeTable,
  resolveSelection,
  walReport
} from "./part-BSZKNS2G.mjs";
import "./part-3E7HYYO3.mjs";
import {
  STATE_TABLE,
  formatLsn,
  lsnDistance
} from "./part-3QJBBAU7.mjs";
import {
  formatBar,
  formatBytes,
  formatCount,
  formatDuration,
  formatNumberOf
} from "./part-RVW7BTWX.mjs";
import "./part-TBZWB7EC.mjs";
import {
  displayTargetName
} from "./part-SL2CX4DZ.mjs";
import "./part-OQHMGH5D.mjs";
import {
  IngestError
} from "./part-WR5T4RD5.mjs";
import {
  __callDispose,
  __using
} from "./part-2GY7G3VF.mjs";

// src/status/status-findings.ts
function judgeStatus(look) {
  const findings = [
    ...look.errors.map((error) => unseen(error, look)),
    ...sourceProblems(look).map(
      ({ code, message, solution }) => ({
        severity: "danger",
        code,
        message,
        solution
      })
    ),
    ...walFindings(look),
    ...waitingBackfills(look.tables),
    ...overdue(look)
  ];
  return findings.toSorted((a, b) => RANKS[a.severity] - RANKS[b.severity]);
}
function healthOf(findings) {
  return findings[0]?.severity ?? "healthy";
}
var RANKS = { danger: 0, watch: 1 };
function unseen({ code, message, solution }, { source }) {
  const isOwnRun = code === "target-locked" && source?.facts.slot?.active === true;
  return { severity: isOwnRun ? "watch" : "danger", code, message, solution: solution ?? null };
}
function sourceProblems({ pipeline, source, checkpoint }) {
  if (source === void 0) return [];
  const { facts, selection } = source;
  const server = judgeServer(facts, pipeline);
  if (server.some(({ code }) => code === "source-version-unsupported")) return server;
  const slot = facts.slot === void 0 || facts.slot.active ? [] : judgeSlot(facts.slot, pipeline);
  const publication = judgePublication(facts, pipeline);
  return [
    ...server,
    ...publication,
    ...facts.publication === void 0 ? [] : selection.problems,
    ...selection.tables.flatMap((table) => judgeTable(table, facts, pipeline)),
    ...selection.tables.flatMap((table) => judgeDrift(table, knownTable(checkpoint, table))),
    ...slot,
    ...checkpoint === void 0 || slot.length > 0 ? [] : judgeCheckpoint(facts, checkpoint, pipeline)
  ];
}
function walFindings({ wal, source }) {
  const slot = source?.facts.slot;
  if (wal === void 0 || wal.risk === "none" || slot !== void 0 && isSlotLost(slot)) return [];
  return [
    {
      severity: wal.risk,
      code: null,
      message: wal.sentence,
      solution: "Start a run now: tributary run. It lets go of the log that it has merged."
    }
  ];
}
function waitingBackfills(tables) {
  const waiting = tables.filter(({ continuedBy }) => continuedBy === "backfill").map(({ source }) => source);
  if (waiting.length === 0) return [];
  return [
    {
      severity: "watch",
      code: null,
      message: `A backfill has not come to its end: ${waiting.join(", ")}.`,
      solution: "Start the backfill again: it goes on where it was."
    }
  ];
}
var TOLERATED_INTERVALS = 2;
function overdue({ source, scheduleMs, nowMs }) {
  const since = source?.facts.slot?.inactiveSinceMs;
  if (scheduleMs === void 0 || since === void 0) return [];
  if (nowMs - since <= TOLERATED_INTERVALS * scheduleMs) return [];
  return [
    {
      severity: "watch",
      code: null,
      message: `No run has used the slot for ${formatDuration(nowMs - since)}; the schedule says every ${formatDuration(scheduleMs)}.`,
      solution: "See whether whatever starts the runs still does: GitHub leaves scheduled runs out under load, and disables a schedule after 60 days without activity in the repository."
    }
  ];
}

// src/status/table-statuses.ts
function tableStatuses(pipeline, checkpoint, selected) {
  if (selected === void 0)
    return (checkpoint?.tables ?? []).map((known) => statusOf(pipeline, known, stateOf(known), void 0));
  const taken = selected.map((table) => ({ table, known: knownTable(checkpoint, table) }));
  const isTaken = (one) => taken.some(({ known }) => known === one);
  const retired = (checkpoint?.tables ?? []).filter((known) => !isTaken(known));
  return [
    ...taken.map(
      ({ table, known }) => known === void 0 ? newTable(pipeline, table) : statusOf(pipeline, known, stateOf(known), table)
    ),
    ...retired.map((known) => statusOf(pipeline, known, "retired", void 0))
  ];
}
function stateOf({ snapshot }) {
  return snapshot.tag;
}
function newTable({ source }, table) {
  return {
    source: table.displayName,
    target: displayTargetName(table.target),
    state: source.initialLoad ? "pending" : "skipped",
    loadedRows: null,
    estimatedRows: estimateOf(table),
    continuedBy: null
  };
}
function statusOf({ target: { catalog, schema } }, known, state, table) {
  const loading = state === "loading" && known.snapshot.tag === "loading" ? known.snapshot : void 0;
  return {
    source: table?.displayName ?? displayTableName(known),
    target: displayTargetName({ catalog, schema, table: known.target }),
    state,
    loadedRows: loading?.loadedRows ?? null,
    estimatedRows: estimateOf(table),
    continuedBy: loading?.by ?? null
  };
}
function estimateOf(table) {
  return table === void 0 || table.source.estimatedRows < 0 ? null : table.source.estimatedRows;
}

// src/status/read-status.ts
async function readStatus(options) {
  const { pipeline } = options;
  const [source, target] = await Promise.all([
    outcomeOf(lookAtSource(options)),
    outcomeOf(lookAtTarget(options))
  ]);
  const nowMs = options.nowMs();
  const stored = target.found?.stored;
  const tables = target.found === void 0 ? [] : tableStatuses(pipeline, stored?.checkpoint, source.found?.selection.tables);
  const scheduleMs = pipeline.schedule.tag === "interval" ? pipeline.schedule.everyMs : void 0;
  const wal = source.found === void 0 ? void 0 : walReport({ ...source.found.facts, history: stored?.history ?? [], nowMs, scheduleMs });
  const findings = judgeStatus({
    pipeline,
    source: source.found,
    checkpoint: stored?.checkpoint,
    tables,
    wal,
    errors: [...source.errors, ...target.errors],
    scheduleMs,
    nowMs
  });
  return {
    schemaVersion: 1,
    pipeline: pipeline.name,
    lookedAt: new Date(nowMs).toISOString(),
    health: healthOf(findings),
    findings,
    source: source.found === void 0 ? null : sourceStatus(source.found, wal),
    target: target.found === void 0 ? null : targetStatus(stored, tables),
    lagBytes: source.found === void 0 ? null : lagBytes(source.found.facts, stored?.checkpoint.lsn),
    lastRunAt: lastRunAt(source.found?.facts.slot, stored),
    scheduleMs: scheduleMs ?? null
  };
}
async function lookAtSource({ pipeline, openSource }) {
  var _stack = [];
  try {
    const schemas = pipeline.selection.schemas.map(({ name }) => name);
    const source = __using(_stack, await openSource(pipeline.source, schemas), true);
    const facts = await source.readFacts();
    return { facts, selection: resolveSelection(facts, pipeline) };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function lookAtTarget({ pipeline, openTarget }) {
  var _stack = [];
  try {
    if (openTarget === void 0) return void 0;
    const warehouse = __using(_stack, await openTarget(), true);
    if (warehouse === void 0) return { stored: void 0 };
    const { catalog, stateSchema: schema } = pipeline.target;
    const store = new CheckpointStore({
      warehouse,
      state: { catalog, schema, table: STATE_TABLE },
      pipeline: pipeline.name,
      // For writing, which is not done here.
      runId: "",
      now: () => 0n
    });
    return { stored: await store.load() };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function outcomeOf(look) {
  try {
    return { found: await look, errors: [] };
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    return { found: void 0, errors: [error] };
  }
}
function sourceStatus({ facts, selection }, wal) {
  return {
    flushLsn: formatLsn(facts.flushLsn),
    slot: facts.slot === void 0 ? null : slotStatus(facts.slot),
    wal: wal ?? null,
    selectedTables: selection.tables.length
  };
}
function slotStatus({ name, active, walStatus, restartLsn, confirmedFlushLsn }) {
  return {
    name,
    active,
    walStatus: walStatus ?? null,
    restartLsn: lsnText(restartLsn),
    confirmedFlushLsn: lsnText(confirmedFlushLsn)
  };
}
function targetStatus(stored, tables) {
  return {
    checkpoint: stored === void 0 ? null : { lsn: formatLsn(stored.checkpoint.lsn), runId: stored.checkpoint.runId },
    tables,
    history: stored?.history ?? []
  };
}
function lagBytes(facts, checkpointLsn) {
  return checkpointLsn === void 0 ? retainedBytes(facts) : lsnDistance(checkpointLsn, facts.flushLsn);
}
function lastRunAt(slot, stored) {
  const [latest] = stored?.history ?? [];
  const known = [slot?.inactiveSinceMs, latest === void 0 ? void 0 : Date.parse(latest.updatedAt)];
  const times = known.filter((time) => time !== void 0);
  return times.length === 0 ? null : new Date(Math.max(...times)).toISOString();
}
function lsnText(lsn) {
  return lsn === void 0 ? null : formatLsn(lsn);
}

// src/commands/status-pipelines.ts
async function statusPipelines(options) {
  const statuses = [];
  for (const pipeline of options.pipelines) {
    options.onBegin(pipeline);
    const status = await readStatus({
      pipeline,
      openSource: openPostgresSource,
      openTarget: options.skipTarget ? void 0 : () => openExistingWarehouse(pipeline, options.environment),
      nowMs: options.nowMs
    });
    statuses.push(status);
    options.onStatus(status);
  }
  return statuses;
}
function exitCodeOfStatuses(statuses) {
  return statuses.some(({ health }) => health === "danger") ? 1 : 0;
}

// src/report/status-verdict.ts
function statusVerdictOf(report) {
  return {
    mood: MOODS[report.health],
    headline: headlineOf(report),
    facts: [behind(report), lastRun(report), retained(report)].filter((fact) => fact !== void 0)
  };
}
function shownTables(tables) {
  const isUsual = ({ state }) => state === "loaded";
  const sorted = [...tables.filter((table) => !isUsual(table)), ...tables.filter(isUsual)];
  const shown = sorted.slice(0, MOST_TABLES);
  const hidden = sorted.length - shown.length;
  return {
    shown,
    rest: hidden === 0 ? void 0 : `and ${formatNumberOf(hidden, "more table")}`
  };
}
function tableStateWords(table) {
  const { state, estimatedRows } = table;
  switch (state) {
    case "loading":
      return `loading ${progress(table)}`;
    case "pending":
      return estimatedRows === null ? "the next run loads it" : `the next run loads it: about ${formatNumberOf(estimatedRows, "row")}`;
    case "loaded":
    case "skipped":
    case "retired":
      return STATE_WORDS[state];
    default:
      return state;
  }
}
var MOODS = { healthy: "good", watch: "neutral", danger: "bad" };
var STATE_WORDS = {
  loaded: "loaded",
  skipped: "changes only, without a first load",
  retired: "no longer selected; kept as it is"
};
var MOST_TABLES = 40;
var PROGRESS_WIDTH = 10;
function headlineOf(report) {
  const { health, findings, source, target } = report;
  const count = (severity) => findings.filter((finding) => finding.severity === severity).length;
  if (health === "danger")
    return count("danger") === 1 ? "needs a person" : `needs a person, for ${count("danger")} reasons`;
  const watched = count("watch") === 0 ? "" : `; ${formatNumberOf(count("watch"), "thing")} to watch`;
  if (source?.slot?.active === true) return `a run is under way${watched}`;
  if (source?.slot === null && (target?.checkpoint ?? null) === null)
    return `not begun: the first run makes the slot, and takes ${formatNumberOf(source.selectedTables, "table")}${watched}`;
  return `healthy${watched}`;
}
function behind({ lagBytes: lagBytes2, source, target }) {
  if (source === null || lagBytes2 === null) return void 0;
  const server = `the server's log ends at ${source.flushLsn}`;
  const reached = target?.checkpoint != null ? `checkpoint ${target.checkpoint.lsn}` : `slot confirmed up to ${source.slot?.confirmedFlushLsn ?? "nothing"}`;
  if (lagBytes2 === 0) return `caught up: ${reached} is the end of the server's log`;
  return `behind by at most ${formatBytes(lagBytes2)} of log: ${reached}, ${server}`;
}
function lastRun({ lastRunAt: lastRunAt2, lookedAt, scheduleMs, target }) {
  if (lastRunAt2 === null) return void 0;
  const ago = (instant) => `${formatDuration(Math.max(0, Date.parse(lookedAt) - Date.parse(instant)))} ago`;
  const schedule = scheduleMs === null ? "" : ` (meant to run every ${formatDuration(scheduleMs)})`;
  const [busy] = target?.history ?? [];
  if (busy === void 0) return `last run ${ago(lastRunAt2)}${schedule}`;
  const work = workOf(busy);
  return busy.updatedAt === lastRunAt2 ? `last run ${ago(lastRunAt2)}${schedule}: ${work}` : `last run ${ago(lastRunAt2)}${schedule}; the last one that moved the checkpoint ${ago(busy.updatedAt)}: ${work}`;
}
function workOf({ changes, loadedRows }) {
  const parts = [
    ...loadedRows > 0 ? [`${formatNumberOf(loadedRows, "row")} loaded`] : [],
    ...changes > 0 || loadedRows === 0 ? [formatNumberOf(changes, "change")] : []
  ];
  return parts.join(", ");
}
function retained({ source, findings }) {
  const sentence = source?.wal?.sentence;
  return findings.some(({ message }) => message === sentence) ? void 0 : sentence;
}
function progress({ loadedRows, estimatedRows, continuedBy }) {
  const loaded = loadedRows ?? 0;
  const whole = estimatedRows === null ? void 0 : Math.max(estimatedRows, loaded, 1);
  const amount = whole === void 0 ? `${formatNumberOf(loaded, "row")} so far` : `${formatBar(loaded / whole, PROGRESS_WIDTH)} ${formatCount(loaded)} of about ${formatNumberOf(whole, "row")}`;
  return continuedBy === "backfill" ? `${amount}; waits for its backfill` : amount;
}

// src/report/status-markdown.ts
function formatStatusesMarkdown(reports) {
  return reports.map(formatStatus).join("\n");
}
var MARKS = { healthy: "✅", watch: "⚠️", danger: "❌" };
var CHART_WIDTH = 92;
function formatStatus(report) {
  const { headline, facts } = statusVerdictOf(report);
  const chart = formatRunChart(report.target?.history ?? [], { width: CHART_WIDTH });
  const blocks = [
    `### ${MARKS[report.health]} ${escapeMarkdown(report.pipeline)}: ${escapeMarkdown(headline)}`,
    facts.map((fact) => `- ${escapeMarkdown(fact)}`).join("\n"),
    ...report.findings.map(findingBlock),
    tableBlock(report),
    chart.length === 0 ? "" : `**The last runs**

${codeBlock(chart.join("\n"), "text")}`
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}
`;
}
function findingBlock({ severity, code, message, solution }) {
  const name = code === null ? "" : ` (${code})`;
  const lines = message.split("\n").map((line) => escapeMarkdown(line));
  const remedy = solution === null ? "" : `

${codeBlock(solution, "text")}`;
  return `${MARKS[severity]} ${lines.join("<br>")}${name}${remedy}`;
}
function tableBlock({ target }) {
  const { shown, rest } = shownTables(target?.tables ?? []);
  if (shown.length === 0) return "";
  return [
    "| source | target | state |",
    "| --- | --- | --- |",
    ...shown.map(
      (table) => ["", table.source, table.target, tableStateWords(table), ""].map(cell).join("|").trim()
    ),
    ...rest === void 0 ? [] : ["", escapeMarkdown(rest)]
  ].join("\n");
}
function cell(text) {
  return text === "" ? "" : ` ${escapeMarkdown(text)} `;
}

// src/report/status-text.ts
function formatStatusText(report, options) {
  const style = styleOf(options.colours);
  const blocks = [
    headLines(report, style),
    ...report.findings.map((finding) => findingLines(finding, style)),
    tableLines(report),
    indented(formatRunChart(report.target?.history ?? [], { width: options.width - INDENT.length }))
  ];
  return `${blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}
`;
}
var INDENT = "  ";
var MARKS2 = { good: "✔", neutral: "•", bad: "✘" };
var COLOURS = { good: "green", neutral: "yellow", bad: "red" };
var FINDINGS = {
  danger: { colour: "red", title: "What is wrong" },
  watch: { colour: "yellow", title: "To watch" }
};
var TABLE_COLUMNS = [
  { title: "source", align: "left" },
  { title: "target", align: "left" },
  { title: "state", align: "left" }
];
function headLines(report, style) {
  const { mood, headline, facts } = statusVerdictOf(report);
  const mark = style[COLOURS[mood]](MARKS2[mood]);
  return [
    `${mark} ${style.bold(printableLine(report.pipeline))}: ${headline}`,
    ...indented(facts.map(printableLine))
  ];
}
function findingLines({ severity, code, message, solution }, style) {
  const { colour, title } = FINDINGS[severity];
  const remedy = solution === null ? [] : printable(solution).split("\n");
  return [
    `${style[colour](title)}${code === null ? "" : ` (${code})`}`,
    ...indented(printable(message).split("\n")),
    // Indented and nothing else, so that SQL can be copied as it stands.
    ...indented(indented(remedy)).map((line) => style.dim(line))
  ];
}
function tableLines({ target }) {
  const { shown, rest } = shownTables(target?.tables ?? []);
  if (shown.length === 0) return [];
  const rows = shown.map((table) => [
    printableLine(table.source),
    printableLine(table.target),
    tableStateWords(table)
  ]);
  return indented([...formatTextTable(TABLE_COLUMNS, rows), ...rest === void 0 ? [] : [rest]]);
}
function indented(lines) {
  return lines.map((line) => `${INDENT}${line}`);
}

// src/workflow/status-step.ts
var WIDTH = 120;
async function statusStep(step) {
  const { log, inputs, environment, nowMs } = step;
  const config = await loadRightConfig(step);
  const statuses = await statusPipelines({
    pipelines: choosePipelines(config.pipelines, inputs.pipeline),
    environment,
    skipTarget: inputs.skip === "target",
    nowMs,
    onBegin: ({ name }) => log.text(`${name}: looking`),
    onStatus: (status) => log.text(formatStatusText(status, { ...PLAIN, width: WIDTH }))
  });
  for (const { pipeline, findings } of statuses)
    for (const { severity, code, message, solution } of findings) {
      if (severity !== "danger") log.warning(`${pipeline}: ${message}`);
      else log.failure({ code: code ?? "internal-error", message: `${pipeline}: ${message}`, solution });
    }
  await log.summary(formatStatusesMarkdown(statuses));
  return {
    exitCode: exitCodeOfStatuses(statuses),
    outputs: {
      ...outputsOfStatuses(statuses),
      "report-path": await storeReport(step, { schemaVersion: 1, statuses })
    }
  };
}
export {
  statusStep
};
