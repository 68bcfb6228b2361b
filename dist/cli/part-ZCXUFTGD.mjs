import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  openExistingWarehouse
} from "./part-R7OWP5BH.mjs";
import {
  checkAnnouncement
} from "./part-2KCU3PBC.mjs";
import {
  choosePipelines,
  coloursFor,
  configErrorOf,
  errorReportOf,
  formatDiagnosticsText,
  formatErrorText,
  judgeCheckpoint,
  loadGivenConfig,
  openPostgresSource,
  retainedBytes,
  toIngestError
} from "./part-CNR6XHEC.mjs";
import {
  printable,
  printableLine
} from "./part-JQP6GZYZ.mjs";
import {
  styleOf
} from "./part-7AROGO64.mjs";
import {
  formatTextTable
} from "./part-L3P5BCHL.mjs";
import "./part-SRMZXY7W.mjs";
import "./part-T6ZSEQ3L.mjs";
import {
  CheckpointStore
} from "./part-CABZGWLQ.mjs";
import {
  isSlotLost,
  judgeDrift,
  judgePublication,
  judgeServer,
  judgeSlot,
  judgeTable,
  knownTable,
  resolveSelection,
  walReport
} from "./part-GAQU7NPZ.mjs";
import {
  displayTableName
} from "./part-RTZGDKDG.mjs";
import {
  STATE_TABLE,
  formatLsn,
  lsnDistance
} from "./part-BIZBIV7J.mjs";
import "./part-5PAADEGR.mjs";
import {
  formatBar,
  formatBytes,
  formatCount,
  formatDuration,
  formatNumberOf
} from "./part-KVXXQVFD.mjs";
import "./part-U744JAMS.mjs";
import {
  displayTargetName
} from "./part-KYA3WGQV.mjs";
import "./part-4FS5B4JA.mjs";
import "./part-35OM3FTI.mjs";
import {
  IngestError,
  __callDispose,
  __using,
  init_node_20_polyfills
} from "./part-KSWFSZFM.mjs";

// src/commands/status-command.ts
init_node_20_polyfills();

// src/report/status-text.ts
init_node_20_polyfills();

// src/report/run-chart.ts
init_node_20_polyfills();
function formatRunChart(entries, { width }) {
  const bars = entries.slice(0, MOST_RUNS).toReversed().map(barsOf);
  if (bars.length === 0) return [];
  const rowsWidth = widest(bars, "rowsText");
  const lagWidth = widest(bars, "lagText");
  const free = width - TIME_WIDTH - rowsWidth - lagWidth - 2 * GAP.length - 2;
  const barWidth = Math.min(WIDEST_BAR, Math.max(NARROWEST_BAR, Math.floor(free / 2)));
  const scale = {
    changes: largest(bars, ({ loads, rows }) => loads ? 0 : rows),
    loads: largest(bars, ({ loads, rows }) => loads ? rows : 0),
    lag: largest(bars, ({ lag }) => lag)
  };
  const columns = { barWidth, rowsWidth, lagWidth };
  return [titleLine(bars, columns), ...bars.map((one) => runLine(one, scale, columns))];
}
var MOST_RUNS = 20;
var NARROWEST_BAR = 6;
var WIDEST_BAR = 28;
var GAP = "  ";
var TIME_WIDTH = 12;
var EIGHTHS = ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"];
function barsOf(entry) {
  const rows = entry.changes + entry.loadedRows;
  return {
    time: formatTime(entry.startedAt),
    loads: entry.loadedRows > 0,
    rows,
    rowsText: formatCount(rows),
    lag: entry.lagBytes ?? 0,
    lagText: entry.lagBytes === null ? "–" : formatBytes(entry.lagBytes)
  };
}
function titleLine(bars, { barWidth, rowsWidth, lagWidth }) {
  const hasLoads = bars.some(({ loads }) => loads);
  const hasChanges = bars.some(({ loads }) => !loads);
  const rows = hasLoads ? hasChanges ? "changes, ░ loaded" : "rows loaded" : "changes";
  return [
    "started, UTC".padEnd(TIME_WIDTH),
    titleCell(rows, barWidth + 1 + rowsWidth),
    titleCell("lag", barWidth + 1 + lagWidth)
  ].join(GAP).trimEnd();
}
function runLine(run, scale, { barWidth, rowsWidth, lagWidth }) {
  const rows = run.loads ? lightBar(run.rows, scale.loads, barWidth) : fullBar(run.rows, scale.changes, barWidth);
  const lag = fullBar(run.lag, scale.lag, barWidth);
  return [
    run.time,
    `${rows} ${run.rowsText.padStart(rowsWidth)}`,
    `${lag} ${run.lagText.padStart(lagWidth)}`
  ].join(GAP);
}
function fullBar(value, whole, width) {
  const eighths = whole === 0 ? 0 : Math.round(value / whole * width * EIGHTHS.length);
  const drawn = value > 0 ? Math.max(1, eighths) : 0;
  const rest = drawn % EIGHTHS.length;
  const bar = "█".repeat(Math.floor(drawn / EIGHTHS.length)) + (rest === 0 ? "" : EIGHTHS[rest - 1] ?? "");
  return bar.padEnd(width);
}
function lightBar(value, whole, width) {
  return "░".repeat(Math.max(1, Math.round(value / Math.max(1, whole) * width))).padEnd(width);
}
function formatTime(instant) {
  const date = new Date(instant);
  const two = (number) => String(number).padStart(2, "0");
  const day = `${MONTHS[date.getUTCMonth()] ?? ""} ${two(date.getUTCDate())}`;
  return `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}
var MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
function largest(bars, of) {
  return bars.reduce((most, run) => Math.max(most, of(run)), 0);
}
function widest(bars, text) {
  return bars.reduce((width, run) => Math.max(width, run[text].length), 0);
}
function titleCell(title, width) {
  return (title.length > width ? title.split(/\W/, 1)[0] ?? "" : title).padEnd(width);
}

// src/report/status-verdict.ts
init_node_20_polyfills();
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
var MARKS = { good: "✔", neutral: "•", bad: "✘" };
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
  const mark = style[COLOURS[mood]](MARKS[mood]);
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

// src/commands/status-pipelines.ts
init_node_20_polyfills();

// src/status/read-status.ts
init_node_20_polyfills();

// src/status/status-findings.ts
init_node_20_polyfills();
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
init_node_20_polyfills();
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
    const status2 = await readStatus({
      pipeline,
      openSource: openPostgresSource,
      openTarget: options.skipTarget ? void 0 : () => openExistingWarehouse(pipeline, options.environment),
      nowMs: options.nowMs
    });
    statuses.push(status2);
    options.onStatus(status2);
  }
  return statuses;
}
function exitCodeOfStatuses(statuses) {
  return statuses.some(({ health }) => health === "danger") ? 1 : 0;
}

// src/commands/status-command.ts
async function statusCommand(options, context) {
  const { outcome, exitCode } = await status(options, context);
  if (options.format === "json")
    context.stdout.write(`${JSON.stringify({ schemaVersion: 1, ...outcome }, void 0, 2)}
`);
  if (outcome.error !== null)
    context.stderr.write(formatErrorText(outcome.error, { colours: coloursFor(context.stderr, context) }));
  return exitCode;
}
var WIDEST_TEXT = 110;
var DEFAULT_WIDTH = 100;
async function status(options, context) {
  const diagnostics = [];
  try {
    const config = await loadGivenConfig({ paths: options.config, ...context });
    diagnostics.push(...config.diagnostics);
    const colours = coloursFor(context.stderr, context);
    context.stderr.write(formatDiagnosticsText(diagnostics, { colours }));
    const error = configErrorOf(config);
    if (error !== void 0) throw error;
    const statuses = await statusPipelines({
      ...options,
      pipelines: choosePipelines(config.pipelines, options.pipeline),
      environment: context.environment,
      nowMs: context.nowMs,
      onBegin: (pipeline) => context.stderr.write(`${printableLine(checkAnnouncement(pipeline, options.skipTarget))}
`),
      onStatus: (seen) => {
        if (options.format === "text") context.stdout.write(formatStatusText(seen, textOptions(context)));
      }
    });
    return {
      outcome: { statuses, diagnostics, error: null },
      exitCode: exitCodeOfStatuses(statuses)
    };
  } catch (cause) {
    const error = toIngestError(cause);
    return {
      outcome: { statuses: [], diagnostics, error: errorReportOf(error) },
      exitCode: error.exitCode
    };
  }
}
function textOptions(context) {
  return {
    colours: coloursFor(context.stdout, context),
    width: Math.min(WIDEST_TEXT, context.stdout.columns ?? DEFAULT_WIDTH)
  };
}
export {
  statusCommand
};
