import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  formatRemedyMarkdown
} from "./part-Z7YIVGII.mjs";
import {
  alertBlock,
  capitalised,
  codeBlock,
  escapeMarkdown,
  escapeShort,
  tableBlock
} from "./part-MPYCGHQI.mjs";
import {
  formatBar,
  formatBytes,
  formatCount,
  formatDuration,
  formatMoney,
  formatNumberOf
} from "./part-RVW7BTWX.mjs";
import {
  ERROR_CODES,
  IngestError
} from "./part-WR5T4RD5.mjs";

// src/commands/failure.ts
function toIngestError(error) {
  if (error instanceof IngestError) return error;
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new IngestError("internal-error", `Something unforeseen happened. ${message}`, { cause: error });
}
function errorReportOf({ code, message, solution }) {
  return { code, message, solution: solution ?? null };
}

// src/report/github/event-facts.ts
function readEventFacts(environment, payload) {
  const given = (name) => environment[name] || void 0;
  const event = recordOf(parsed(payload));
  const pull = recordOf(event["pull_request"]);
  const issue = recordOf(event["issue"]);
  const head = recordOf(pull["head"]);
  const repository = given("GITHUB_REPOSITORY") ?? "";
  const workflowPath = workflowPathOf(given("GITHUB_WORKFLOW_REF"), repository);
  const isPull = event["pull_request"] !== void 0;
  return {
    eventName: given("GITHUB_EVENT_NAME") ?? "",
    repository,
    runId: given("GITHUB_RUN_ID"),
    runAttempt: attemptOf(given("GITHUB_RUN_ATTEMPT")),
    runUrl: runUrlOf(given("GITHUB_SERVER_URL"), repository, given("GITHUB_RUN_ID")),
    workflow: workflowPath?.split("/").at(-1),
    workflowPath,
    refName: given("GITHUB_REF_NAME") ?? given("GITHUB_REF")?.replace(/^refs\/(?:heads|tags)\//, ""),
    sha: given("GITHUB_SHA"),
    headSha: textOf(head["sha"]) ?? given("GITHUB_SHA"),
    pullNumber: isPull ? numberOf(pull["number"]) ?? numberOf(event["number"]) : issue["pull_request"] === void 0 ? void 0 : numberOf(issue["number"]),
    // A fork that was deleted has no repository any more.
    isFork: isPull && textOf(recordOf(head["repo"])["full_name"])?.toLowerCase() !== repository.toLowerCase(),
    isDependabot: [given("GITHUB_ACTOR"), textOf(recordOf(pull["user"])["login"])].includes(DEPENDABOT),
    cron: textOf(event["schedule"]),
    inputs: inputsOf(recordOf(event["inputs"]))
  };
}
var DEPENDABOT = "dependabot[bot]";
function writeObstacleOf(facts) {
  if (facts.eventName !== "pull_request") return void 0;
  if (facts.isFork)
    return "No comment is written: the pull request comes from a fork, so that its token can only read.";
  if (facts.isDependabot)
    return "No comment is written: the pull request is Dependabot’s, so that its token can only read.";
  return void 0;
}
function workflowPathOf(workflowRef, repository) {
  const prefix = `${repository}/`;
  if (workflowRef === void 0 || !workflowRef.startsWith(prefix)) return void 0;
  const [path = ""] = workflowRef.slice(prefix.length).split("@");
  return path === "" ? void 0 : path;
}
function runUrlOf(serverUrl, repository, runId) {
  if (serverUrl === void 0 || runId === void 0 || repository === "") return void 0;
  return `${serverUrl}/${repository}/actions/runs/${runId}`;
}
function attemptOf(text) {
  const attempt = Number(text);
  return Number.isInteger(attempt) && attempt > 0 ? attempt : 1;
}
function inputsOf(inputs) {
  return Object.fromEntries(
    Object.entries(inputs).flatMap(
      ([name, value]) => ["string", "number", "boolean"].includes(typeof value) ? [[name, String(value)]] : []
    )
  );
}
function parsed(text) {
  try {
    return JSON.parse(text ?? "{}");
  } catch {
    return void 0;
  }
}
function recordOf(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
function textOf(value) {
  return typeof value === "string" && value !== "" ? value : void 0;
}
function numberOf(value) {
  return typeof value === "number" && Number.isSafeInteger(value) ? value : void 0;
}

// src/report/github/fit-body.ts
var MAX_BODY_BYTES = 6e4;
function fitBody(text, { maxBytes, note }) {
  if (Buffer.byteLength(text) <= maxBytes) return text;
  const lines = text.split("\n");
  const states = statesAfter(lines);
  for (let count = countBelow(lines, maxBytes - Buffer.byteLength(note)); count > 0; count -= 1) {
    if (!mayEndAfter(lines, states, count)) continue;
    const body = [...lines.slice(0, count), ...closersOf(states[count - 1]), "", note].join("\n");
    if (Buffer.byteLength(body) <= maxBytes) return body;
  }
  return note;
}
var NOTHING_OPEN = { fence: void 0, openDetails: 0 };
function statesAfter(lines) {
  let state = NOTHING_OPEN;
  return lines.map((line) => {
    state = stateAfter(state, line);
    return state;
  });
}
function stateAfter({ fence, openDetails }, line) {
  const [, prefix = "", ticks = "", rest = ""] = /^([\s>]*)(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
  if (fence !== void 0) {
    const closes = ticks.startsWith(fence.ticks) && rest.trim() === "" && depthOf(prefix) === depthOf(fence.prefix);
    return { fence: closes ? void 0 : fence, openDetails };
  }
  if (ticks !== "" && !(ticks.startsWith("`") && rest.includes("`")))
    return { fence: { prefix, ticks }, openDetails };
  const opened = line.match(/<details\b/g)?.length ?? 0;
  const closed = line.match(/<\/details>/g)?.length ?? 0;
  return { fence, openDetails: Math.max(0, openDetails + opened - closed) };
}
function depthOf(prefix) {
  return prefix.split(">").length;
}
function countBelow(lines, maxBytes) {
  let bytes = 0;
  const index = lines.findIndex((line) => {
    bytes += Buffer.byteLength(line) + 1;
    return bytes > maxBytes;
  });
  return index === -1 ? lines.length : index;
}
var TABLE_RULE = /^\s*\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?\s*)?$/;
function mayEndAfter(lines, states, count) {
  const last = lines[count - 1] ?? "";
  const before = states[count - 2] ?? NOTHING_OPEN;
  if (last.trim() === "") return false;
  if (before.fence !== void 0) return true;
  const opensFence = states[count - 1]?.fence !== void 0;
  const isHead = TABLE_RULE.test(last) || TABLE_RULE.test(lines[count] ?? "");
  return !(opensFence || isHead || /^#{1,6} |^\s*<(?:details|summary)\b(?!.*<\/details>)/.test(last));
}
function closersOf(state = NOTHING_OPEN) {
  return [
    ...state.fence === void 0 ? [] : [state.fence.prefix + state.fence.ticks],
    ...Array.from({ length: state.openDetails }, () => ["", "</details>"]).flat()
  ];
}

// src/report/run-verdict.ts
function verdictOf(report) {
  return {
    mood: MOODS[report.status],
    headline: headlineOf(report),
    lag: lagSentence(report),
    checkpoint: checkpointSentence(report)
  };
}
function remedyOf(error) {
  const own = error.solution === null ? [] : error.solution.split("\n");
  switch (ERROR_CODES[error.code].disposition) {
    case "retry":
      return own.some((line) => line.includes("next run")) ? own : [...own, "Run it again: the next run goes on from the checkpoint. Nothing is lost."];
    case "operator":
      return own.length > 0 ? own : ["Mend what the message names, and run it again."];
    case "bug":
      return [
        ...own,
        "This is a fault in Tributary. Please report it with the message above and the version of the program."
      ];
  }
}
var MOODS = {
  done: "good",
  "nothing-to-do": "good",
  "another-run-active": "neutral",
  stopped: "neutral",
  failed: "bad"
};
function headlineOf(report) {
  const took = formatDuration(report.durationMs);
  switch (report.status) {
    case "done":
      return `done in ${took}: ${workSentence(report)}`;
    case "nothing-to-do":
      return `nothing to do (${took}): no change of the selected tables was pending${report.warehouse.opened ? "" : ", and the lakehouse was not opened"}`;
    case "another-run-active":
      return `another run is active on slot ${report.slot}; this one changed nothing`;
    case "stopped":
      return `stopped after ${took} before it was caught up: ${workSentence(report)}; the next run goes on from the checkpoint`;
    case "failed":
      return failureHeadline(report, took);
  }
}
function failureHeadline(report, took) {
  const work = workParts(report);
  if (work.length === 0) return `failed after ${took}; nothing was written`;
  return `failed after ${took}; before that: ${work.join(", ")}`;
}
function workSentence(report) {
  const parts = workParts(report);
  return parts.length > 0 ? parts.join(", ") : "nothing was written";
}
function workParts(report) {
  const unfinished = new Set(report.unfinishedLoads.map(({ table }) => table));
  const loaded = report.tables.filter((table) => table.loadedRows > 0 && !unfinished.has(table.source));
  const begun = report.tables.filter((table) => table.loadedRows > 0 && unfinished.has(table.source));
  const changes = report.tables.reduce((sum, table) => sum + table.changes, 0);
  const hasBegun = report.checkpoint.from === null && report.checkpoint.to !== null;
  return [
    ...hasBegun && loaded.length + begun.length === 0 ? ["first checkpoint written"] : [],
    ...loadPart(loaded, "loaded"),
    ...loadPart(begun, "loaded in part"),
    ...changes > 0 ? [`${formatNumberOf(changes, "change")} merged in ${formatNumberOf(report.intervals, "interval")}`] : [],
    ...report.drift.length > 0 ? [`${formatNumberOf(report.drift.length, "schema change")} followed`] : []
  ];
}
function loadPart(tables, what) {
  if (tables.length === 0) return [];
  const rows = tables.reduce((sum, table) => sum + table.loadedRows, 0);
  return [`${formatNumberOf(tables.length, "table")} ${what} (${formatNumberOf(rows, "row")})`];
}
function lagSentence(report) {
  const after = formatLag(report.lag.after);
  const before = formatLag(report.lag.before);
  const was = wasWords(before, after);
  if (!report.caughtUp) {
    const why = report.notCaughtUp === null ? "" : `: ${report.notCaughtUp}`;
    return `not caught up${why}; behind by ${after ?? "an unknown amount"}${was}`;
  }
  if (after === void 0 || after === NO_LAG) return `caught up with the source${was}`;
  return `caught up with the source as it was at the start; behind by ${after} now${was}`;
}
function wasWords(before, after) {
  if (before === void 0 || before === NO_LAG) return "";
  return before === after ? ", as before the run" : ` (before the run it was behind by ${before})`;
}
function lagWords(lag) {
  return formatLag(lag) ?? "unknown";
}
var NO_LAG = "nothing";
function formatLag(lag) {
  const parts = [
    ...lag.bytes === null || lag.bytes === 0 ? [] : [`${formatBytes(lag.bytes)} of log`],
    ...lag.seconds === null || lag.seconds === 0 ? [] : [formatDuration(lag.seconds * 1e3)]
  ];
  if (parts.length > 0) return parts.join(", ");
  return lag.bytes === null && lag.seconds === null ? void 0 : NO_LAG;
}
function checkpointSentence(report) {
  const { from, to } = report.checkpoint;
  const slot = `slot ${report.slot}`;
  if (from === null && to === null) return `no checkpoint was read or written; ${slot}`;
  if (from === to || to === null) return `checkpoint unchanged at ${from ?? ""}; ${slot}`;
  if (from === null) return `first checkpoint at ${to}; ${slot}`;
  return `checkpoint moved from ${from} to ${to}; ${slot}`;
}

// src/report/run-facts.ts
var NOTICEABLE_MS = 10 * 6e4;
var DRIFT_WORDS = {
  "column-added": "column added",
  "column-dropped": "column dropped"
};
function hasChanged(table) {
  return table.loadedRows + table.changes + table.insertedRows + table.updatedRows + table.deletedRows > 0;
}
function warehouseSentence({ warehouse, cost }) {
  if (!warehouse.opened) return "not contacted, so this run cost nothing there";
  const use = `${formatNumberOf(warehouse.statements, "statement")}, busy ${formatDuration(warehouse.busyMs)}`;
  if (cost === null) return use;
  const price = `${formatCost(cost)} at ${formatMoney(cost.perHour, cost.currency)} an hour`;
  return `${use} (${price}; start-up and idle time until auto-stop come on top)`;
}
function formatCost({ amount, currency }) {
  const money = formatMoney(amount, currency);
  return /^\d/.test(money) ? `≈ ${money}` : money;
}
function latenessSentence(trigger) {
  if (trigger === null) return void 0;
  const { lateMs, dueAt, cron, skipped } = trigger;
  const isLate = lateMs !== null && lateMs >= NOTICEABLE_MS;
  const hasSkipped = skipped !== null && skipped > 0;
  if (!isLate && !hasSkipped) return void 0;
  const due = [
    ...dueAt === null ? [] : [`due at ${formatInstant(dueAt)}`],
    ...cron === null ? [] : [`by cron ${cron}`]
  ].join(" ");
  return [
    ...isLate ? [`started ${formatDuration(lateMs)} late${due === "" ? "" : ` (${due})`}`] : [],
    ...hasSkipped ? [
      `no run began at ${formatNumberOf(skipped, "due time")} since the last one; this run stands in for them`
    ] : []
  ].join("; ");
}
var CONTINUATIONS = {
  run: "the next run goes on",
  backfill: "the next backfill goes on"
};
function shareLoaded({ loadedRows, estimatedRows }) {
  if (estimatedRows === null || estimatedRows <= 0 || loadedRows > estimatedRows) return void 0;
  return loadedRows / estimatedRows;
}
function runsUntilNow(report) {
  const earlier = report.history ?? [];
  const { from, to } = report.checkpoint;
  const hasMoved = to !== null && (from !== to || report.tables.some(hasChanged));
  if (!hasMoved || earlier[0]?.runId === report.runId) return earlier;
  const sum = (of) => report.tables.reduce((total, table) => total + of(table), 0);
  const now = {
    runId: report.runId,
    startedAt: report.startedAt,
    updatedAt: report.finishedAt,
    from,
    to,
    intervals: report.intervals,
    changes: sum(({ changes }) => changes),
    loadedRows: sum(({ loadedRows }) => loadedRows),
    insertedRows: sum(({ insertedRows }) => insertedRows),
    updatedRows: sum(({ updatedRows }) => updatedRows),
    deletedRows: sum(({ deletedRows }) => deletedRows),
    stagedBytes: report.staged.bytes,
    lagBytes: report.lag.before.bytes
  };
  return [now, ...earlier];
}
function formatInstant(instant) {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}

// src/report/run-sections-markdown.ts
var MAX_ROWS = 200;
var MAX_MESSAGE = 4e3;
var MAX_REMEDY = 8e3;
var BAR_WIDTH = 20;
var MOOD_MARKS = { good: "✅", neutral: "⏸️", bad: "❌" };
function verdictSection(report) {
  const { mood, headline, lag, checkpoint } = verdictOf(report);
  const late = latenessSentence(report.trigger);
  return [
    `### ${MOOD_MARKS[mood]} ${escapeShort(report.pipeline)}`,
    "",
    `${headlineMarkdown(headline)}.`,
    "",
    `- ${capitalised(escapeShort(lag, 1e3))}`,
    ...late === void 0 ? [] : [`- ⏰ ${capitalised(escapeShort(late, 500))}`],
    `- ${capitalised(escapeShort(checkpoint, 500))}`
  ].join("\n");
}
function headlineMarkdown(headline) {
  const clause = /^[^:;]+/.exec(headline)?.[0] ?? headline;
  return `**${capitalised(escapeShort(clause))}**${escapeShort(headline.slice(clause.length), 1e3)}`;
}
function failureSection(error) {
  if (error === null) return "";
  const message = cut(error.message, MAX_MESSAGE);
  const remedy = cut(remedyOf(error).join("\n"), MAX_REMEDY).split("\n");
  return [
    alertBlock("CAUTION", [
      `**What happened** (\`${error.code}\`)`,
      "",
      message.includes("\n") ? codeBlock(message, "text") : escapeMarkdown(message)
    ]),
    "#### What to do",
    formatRemedyMarkdown(remedy)
  ].join("\n\n");
}
function walSection(wal) {
  if (wal === null || wal.risk === "none") return "";
  const share = wal.limitBytes === null || wal.limitBytes <= 0 ? void 0 : (wal.retainedBytes ?? 0) / wal.limitBytes;
  return alertBlock(wal.risk === "danger" ? "CAUTION" : "WARNING", [
    `**${wal.risk === "danger" ? "The slot is in danger" : "The slot wants watching"}.** ${escapeShort(wal.sentence, 1e3)}`,
    ...share === void 0 || wal.limitBytes === null ? [] : [
      "",
      `\`${formatBar(share, BAR_WIDTH)}\` ${formatBytes(wal.retainedBytes ?? 0)} of ${formatBytes(wal.limitBytes)}`
    ],
    "",
    "A run that gets to its end lets the server remove log. If runs cannot come more often, and the server’s disk has room, raise `max_slot_wal_keep_size`."
  ]);
}
function tableSection(tables) {
  const changed = tables.filter(hasChanged).toSorted((a, b) => weightOf(b) - weightOf(a));
  const rest = tables.length - changed.length;
  if (changed.length === 0) return "";
  const columns = COUNT_COLUMNS.filter(
    ({ optional, of }) => !optional || changed.some((table) => of(table) > 0)
  );
  const line = (name, target, counts) => [
    name,
    target,
    ...counts.map((count) => count === 0 ? "·" : formatCount(count))
  ];
  const shown = changed.slice(0, MAX_ROWS);
  return [
    tableBlock(
      [LEFT("source"), LEFT("target"), ...columns.map(({ title }) => RIGHT(title))],
      shown.map(
        (table) => line(
          escapeShort(table.source),
          escapeShort(table.target),
          columns.map(({ of }) => of(table))
        )
      )
    ),
    ...moreLine(changed.length, shown.length, "table that changed", "tables that changed"),
    ...rest > 0 ? [`${formatNumberOf(rest, "more table")} had no changes.`] : []
  ].join("\n\n");
}
function loadSection(loads) {
  if (loads.length === 0) return "";
  const shown = loads.slice(0, MAX_ROWS);
  return [
    "#### Loads under way",
    tableBlock([LEFT("table"), LEFT("loaded"), RIGHT("rows"), LEFT("then")], shown.map(loadRow)),
    ...moreLine(loads.length, shown.length, "load", "loads")
  ].join("\n\n");
}
function driftSection(drift) {
  if (drift.length === 0) return "";
  const shown = drift.slice(0, MAX_ROWS);
  return [
    "#### Schema drift",
    ...shown.map(driftItem),
    ...moreLine(drift.length, shown.length, "schema change", "schema changes")
  ].join("\n\n");
}
function noticeSection({ notices, tables }) {
  const lines = [
    ...notices,
    ...tables.filter((table) => table.specialValues > 0).map(
      (table) => `${table.source}: ${formatNumberOf(table.specialValues, "value")} without a place in the target type became NULL`
    )
  ];
  if (lines.length === 0) return "";
  const shown = lines.slice(0, MAX_ROWS);
  return [
    alertBlock(
      "NOTE",
      shown.map((text) => `- ${escapeShort(text, 1e3)}`)
    ),
    ...moreLine(lines.length, shown.length, "notice", "notices")
  ].join("\n\n");
}
var LEFT = (title) => ({ title, align: "left" });
var RIGHT = (title) => ({ title, align: "right" });
var COUNT_COLUMNS = [
  { title: "loaded", of: ({ loadedRows }) => loadedRows, optional: true },
  { title: "inserted", of: ({ insertedRows }) => insertedRows, optional: false },
  { title: "updated", of: ({ updatedRows }) => updatedRows, optional: false },
  { title: "deleted", of: ({ deletedRows }) => deletedRows, optional: false }
];
function weightOf({ loadedRows, changes }) {
  return loadedRows + changes;
}
function loadRow(load) {
  const share = shareLoaded(load);
  const bar = share === void 0 ? "" : `\`${formatBar(share, BAR_WIDTH)}\` ${Math.floor(share * 100)}%`;
  const of = load.estimatedRows === null || share === void 0 ? "" : ` of about ${formatCount(load.estimatedRows)}`;
  return [
    escapeShort(load.table),
    bar,
    `${formatCount(load.loadedRows)}${of}`,
    CONTINUATIONS[load.continuedBy]
  ];
}
function driftItem(item) {
  const column = `${escapeShort(item.column)} ${escapeShort(item.type)}`;
  const text = `**${escapeShort(item.table)}**: ${DRIFT_WORDS[item.kind]}: **${column}**. ${escapeShort(item.outcome, 1e3)}`;
  if (item.statements.length === 0) return text;
  return `${text}

${codeBlock(cut(`${item.statements.join(";\n")};`, MAX_MESSAGE), "sql")}`;
}
function moreLine(count, shown, one, many) {
  const more = count - shown;
  return more > 0 ? [`… and ${formatCount(more)} more ${more === 1 ? one : many}.`] : [];
}
function cut(text, maxLength) {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength)} …`;
}

// src/model/key-range.ts
var ALL_ROWS = { from: null, to: null };
function isSameRange(one, other) {
  return one.from === other.from && one.to === other.to;
}
function isWholeTable({ after, upTo, from, to }) {
  return after === void 0 && upTo === void 0 && from === void 0 && to === void 0;
}

export {
  ALL_ROWS,
  isSameRange,
  isWholeTable,
  toIngestError,
  errorReportOf,
  verdictOf,
  remedyOf,
  lagWords,
  readEventFacts,
  writeObstacleOf,
  MAX_BODY_BYTES,
  fitBody,
  DRIFT_WORDS,
  hasChanged,
  warehouseSentence,
  formatCost,
  latenessSentence,
  CONTINUATIONS,
  shareLoaded,
  runsUntilNow,
  formatInstant,
  MOOD_MARKS,
  verdictSection,
  failureSection,
  walSection,
  tableSection,
  loadSection,
  driftSection,
  noticeSection
};
