import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  hashOf,
  loadSentence,
  planLoads,
  planSource,
  readTargetFacts
} from "./part-XR34NTCV.mjs";
import {
  chooseLoads,
  exitCodeOf,
  formatRunReportText,
  isNamed,
  judgeRequest,
  judgeRequestState,
  needsReload,
  runPipelines,
  triggerOf
} from "./part-AO3FXOAG.mjs";
import {
  sayOfRuns
} from "./part-5XX75QT7.mjs";
import {
  openExistingWarehouse
} from "./part-DDT7QEIJ.mjs";
import {
  formatTextTable
} from "./part-YKXIE66U.mjs";
import {
  openPostgresSource,
  storeReport
} from "./part-5QLOOKJR.mjs";
import "./part-RHYF5CV6.mjs";
import "./part-WJJQOBUW.mjs";
import "./part-ZYEUX373.mjs";
import {
  GithubReporter,
  formatRunReportsMarkdown
} from "./part-BCCD6FPZ.mjs";
import "./part-PZVXIY37.mjs";
import "./part-Z7YIVGII.mjs";
import "./part-M7J4PHNF.mjs";
import {
  outputsOfRuns
} from "./part-DTCLHRYH.mjs";
import {
  PLAIN,
  capitalised,
  choosePipelines,
  escapeMarkdown,
  escapeShort,
  loadRightConfig,
  printableLine,
  styleOf,
  tableBlock
} from "./part-MPYCGHQI.mjs";
import "./part-F6OR2NRY.mjs";
import "./part-G5JFD5E4.mjs";
import {
  throwProblems
} from "./part-WW3OJQWN.mjs";
import "./part-VVTTBBTH.mjs";
import "./part-SBQWYP25.mjs";
import "./part-T4SCQFTF.mjs";
import {
  knownTable
} from "./part-JA23HJKN.mjs";
import {
  judgeTable
} from "./part-BSZKNS2G.mjs";
import "./part-3E7HYYO3.mjs";
import "./part-3QJBBAU7.mjs";
import {
  formatBytes,
  formatCount,
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

// src/commands/backfill-command.ts
import { setTimeout as delay } from "node:timers/promises";

// src/report/backfill-plan-text.ts
var SHOWN_DIGITS = 12;
function backfillHeadline({ tables, mode }) {
  const loads = tables.filter(({ action }) => action !== "nothing");
  if (loads.length === 0) return "nothing to backfill: every table is loaded";
  return mode === "refresh" ? `${formatNumberOf(loads.length, "table")} to read again` : `${formatNumberOf(loads.length, "table")} to load`;
}
var COLUMNS = [
  { title: "source", align: "left" },
  { title: "target", align: "left" },
  { title: "rows", align: "right" },
  { title: "size", align: "right" },
  { title: "what happens", align: "left" }
];
function formatBackfillPlanText(plan, options) {
  const style = styleOf(options.colours);
  const rows = plan.tables.map((table) => rowOf(table, plan).map(printableLine));
  const sections = [
    [`${style.bold(printableLine(plan.pipeline))}: ${backfillHeadline(plan)}`],
    formatTextTable(COLUMNS, rows).map((line) => `  ${line}`),
    factsOf(plan).map((line) => `  ${printableLine(line)}`)
  ].filter((lines) => lines.length > 0);
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}
`;
}
function formatBackfillPlanMarkdown(plan) {
  return [
    `### 📥 ${escapeMarkdown(plan.pipeline)}: ${backfillHeadline(plan)}`,
    tableBlock(
      COLUMNS,
      plan.tables.map((table) => rowOf(table, plan).map((cell) => escapeShort(cell)))
    ),
    factsOf(plan).map((fact) => `- ${capitalised(escapeMarkdown(fact))}`).join("\n")
  ].filter((section) => section !== "").join("\n\n").concat("\n");
}
function rowOf(table, plan) {
  const part = rangeWords(plan.range) === "" ? "" : "part of ";
  return [
    table.source,
    table.target,
    table.estimatedRows === null ? "" : `${part}≈ ${formatCount(table.estimatedRows)}`,
    table.estimatedBytes === null ? "" : `${part}${formatBytes(table.estimatedBytes)}`,
    wordsOf(table, plan)
  ];
}
var WORDS = {
  load: "loaded for the first time",
  refresh: "read again; rows are replaced, and those that are gone removed",
  continue: "goes on where it was",
  nothing: "loaded; nothing to do"
};
function wordsOf({ action, loadedRows, replacedRows }, { range }) {
  const rows = action === "nothing" ? "" : rangeWords(range);
  const done = action === "continue" ? `, after ${formatNumberOf(loadedRows, "row")}` : "";
  const replaced = action === "load" && replacedRows !== null && replacedRows > 0 ? `; ${formatNumberOf(replacedRows, "row")} that the target holds are replaced` : "";
  return `${rows}${WORDS[action]}${done}${replaced}`;
}
function rangeWords({ from, to }) {
  return from === null && to === null ? "" : "the given key range: ";
}
function factsOf(plan) {
  const digits = plan.hash.slice(0, SHOWN_DIGITS);
  return [
    ...plan.load === null ? [] : [loadSentence(plan.load)],
    ...plan.needsConfirmation ? [`to carry it out, confirm the plan: ${digits}`] : [`plan ${digits}`]
  ];
}

// src/plan/plan-backfill.ts
async function planBackfill(options) {
  var _stack = [];
  try {
    const { pipeline, request } = options;
    const source = await lookAtSource(options);
    const named = source.selected.filter(({ displayName }) => isNamed(request, displayName));
    throwProblems([
      ...source.problems,
      ...judgeRequest(request, source.selected, source.facts.serverEncoding),
      ...named.flatMap((table) => judgeTable(table, source.facts, pipeline))
    ]);
    const warehouse = __using(_stack, await options.openTarget(), true);
    const target = await readTargetFacts(warehouse, pipeline, async () => named);
    return composeBackfillPlan(pipeline, request, named, target);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function lookAtSource({ pipeline, openSource }) {
  var _stack = [];
  try {
    const schemas = pipeline.selection.schemas.map(({ name }) => name);
    const source = __using(_stack, await openSource(pipeline.source, schemas), true);
    return planSource(await source.readFacts(), pipeline);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function composeBackfillPlan(pipeline, request, named, target) {
  const tables = named.map((selected) => ({
    selected,
    displayName: selected.displayName,
    snapshot: snapshotOf(selected, request, { pipeline, target })
  }));
  throwProblems(judgeRequestState(request, tables));
  const starts = new Map(chooseLoads(tables, request).map(({ table, start }) => [table.displayName, start]));
  const planned = tables.map(
    ({ selected, displayName }) => planTable(selected, starts.get(displayName), target)
  );
  return {
    schemaVersion: 1,
    pipeline: pipeline.name,
    mode: request.mode,
    range: request.range,
    tables: planned,
    load: sizeOf(pipeline, request, { planned, target }),
    needsConfirmation: needsConfirmation(request, planned),
    hash: hashOf({
      pipeline: pipeline.name,
      source: [pipeline.source.host, pipeline.source.port, pipeline.source.database],
      mode: request.mode,
      range: request.range,
      tables: planned.map(({ source, target: name }) => [source, name]).toSorted()
    })
  };
}
function snapshotOf(selected, request, { pipeline, target }) {
  const known = knownTable(target.stored?.checkpoint, selected);
  if (needsReload(request, selected, known)) return { tag: "pending" };
  if (known !== void 0) return known.snapshot;
  return pipeline.source.initialLoad || target.stored === void 0 ? { tag: "pending" } : { tag: "skipped", lsn: target.stored.checkpoint.lsn };
}
function planTable(selected, start, { rowCounts }) {
  const { estimatedRows, sizeBytes, oid } = selected.source;
  return {
    source: selected.displayName,
    target: displayTargetName(selected.target),
    action: actionOf(start),
    loadedRows: start?.tag === "loading" ? start.loadedRows : 0,
    estimatedRows: estimatedRows < 0 ? null : estimatedRows,
    estimatedBytes: sizeBytes,
    replacedRows: rowCounts.get(oid) ?? null
  };
}
function actionOf(start) {
  if (start === void 0) return "nothing";
  if (start.tag === "pending") return "load";
  if (start.after !== null) return "continue";
  return start.purpose === "refresh" ? "refresh" : "load";
}
function sizeOf(pipeline, { range }, { planned, target }) {
  const isPart = range.from !== null || range.to !== null;
  const loads = planned.filter(({ action }) => action !== "nothing");
  return planLoads(
    loads.map((table) => ({
      load: null,
      unfinished: { loadedRows: table.loadedRows, continuedBy: "run" },
      estimatedRows: isPart ? null : table.estimatedRows,
      estimatedBytes: isPart ? null : table.estimatedBytes
    })),
    { pipeline, history: target.history }
  );
}
function needsConfirmation({ mode }, planned) {
  return planned.some(
    ({ action, replacedRows }) => action !== "nothing" && (mode === "refresh" || replacedRows !== null && replacedRows > 0)
  );
}

// src/commands/combine-reports.ts
function combineReports(reports) {
  const [first] = reports;
  const last = reports.at(-1);
  if (first === void 0 || last === void 0) throw new TypeError("there is no run to tell of");
  const sum = (of) => reports.reduce((total, report) => total + of(report), 0);
  const stage = (name) => sum(({ stageDurationsMs }) => stageDurationsMs[name]);
  return {
    ...last,
    startedAt: first.startedAt,
    durationMs: sum(({ durationMs }) => durationMs),
    status: last.status === "nothing-to-do" ? statusOf(reports) : last.status,
    checkpoint: { from: first.checkpoint.from, to: last.checkpoint.to ?? first.checkpoint.to },
    lag: { before: first.lag.before, after: last.lag.after },
    intervals: sum(({ intervals }) => intervals),
    transactions: sum(({ transactions }) => transactions),
    tables: combineTables(reports.flatMap(({ tables }) => tables)),
    drift: reports.flatMap(({ drift }) => drift),
    staged: {
      files: sum(({ staged }) => staged.files),
      bytes: sum(({ staged }) => staged.bytes),
      rows: sum(({ staged }) => staged.rows)
    },
    stageDurationsMs: {
      preflight: stage("preflight"),
      load: stage("load"),
      drain: stage("drain"),
      stage: stage("stage"),
      merge: stage("merge"),
      checkpoint: stage("checkpoint"),
      acknowledge: stage("acknowledge")
    },
    warehouse: {
      opened: reports.some(({ warehouse }) => warehouse.opened),
      statements: sum(({ warehouse }) => warehouse.statements),
      busyMs: sum(({ warehouse }) => warehouse.busyMs),
      uploadedBytes: sum(({ warehouse }) => warehouse.uploadedBytes)
    },
    cost: last.cost === null ? null : { ...last.cost, amount: sum(({ cost }) => cost === null ? 0 : cost.amount) },
    history: first.history,
    notices: [...new Set(reports.flatMap(({ notices }) => notices))]
  };
}
function statusOf(reports) {
  return reports.some(({ status }) => status !== "nothing-to-do") ? "done" : "nothing-to-do";
}
function combineTables(tables) {
  return [...Map.groupBy(tables, ({ source }) => source).values()].flatMap((group) => {
    const last = group.at(-1);
    if (last === void 0) return [];
    const sum = (of) => group.reduce((total, table) => total + of(table), 0);
    return [
      {
        ...last,
        loadedRows: sum(({ loadedRows }) => loadedRows),
        insertedRows: sum(({ insertedRows }) => insertedRows),
        updatedRows: sum(({ updatedRows }) => updatedRows),
        deletedRows: sum(({ deletedRows }) => deletedRows),
        changes: sum(({ changes }) => changes),
        specialValues: sum(({ specialValues }) => specialValues)
      }
    ];
  });
}

// src/commands/backfill-pipeline.ts
var ROUND_MS = 5 * 6e4;
var SLOT_WAIT_MS = 1e4;
var MIN_CONFIRMED_DIGITS = 12;
async function backfillPipeline(options) {
  const plan = await planBackfill({
    ...options,
    openSource: openPostgresSource,
    openTarget: () => openExistingWarehouse(options.pipeline, options.environment)
  });
  await options.onPlan(plan);
  if (options.isDryRun) return { plan, report: void 0, end: "planned" };
  if (plan.load === null) return { plan, report: void 0, end: "nothing-to-do" };
  requireConfirmation(plan, options.confirm);
  const reports = await runRounds(options, plan);
  if (reports.length === 0) return { plan, report: void 0, end: "unfinished" };
  return { plan, report: combineReports(reports), end: "ran" };
}
function requireConfirmation(plan, confirm) {
  if (!plan.needsConfirmation) return;
  if (confirm !== void 0 && confirm.length >= MIN_CONFIRMED_DIGITS && plan.hash.startsWith(confirm))
    return;
  const digits = plan.hash.slice(0, MIN_CONFIRMED_DIGITS);
  throw new IngestError(
    "confirmation-missing",
    confirm === void 0 ? "This backfill replaces rows that are in the target, and removes those that the source no longer has; its plan has not been confirmed." : "The plan that was confirmed is another one: this backfill means other tables, other rows, or another source.",
    {
      solution: `Read the plan above. If it is what you want, run it again with --confirm ${digits} (in a workflow: the input confirm).`
    }
  );
}
async function runRounds(options, plan) {
  const { nowMs, maxDurationMs, signals } = options;
  const startedAtMs = nowMs();
  const left = () => maxDurationMs === void 0 ? Number.POSITIVE_INFINITY : Math.max(0, maxDurationMs - (nowMs() - startedAtMs));
  const reports = [];
  for (; ; ) {
    const report = await runRound(options, left());
    if (report === void 0) return withoutWaiting(reports);
    if (reports.at(-1)?.status === "another-run-active") reports.pop();
    reports.push(report);
    if (signals.stop.aborted || left() <= 0 || !wantsMore(report, plan)) return withoutWaiting(reports);
    options.onRound(report);
    if (report.status === "another-run-active")
      await options.sleep(Math.min(SLOT_WAIT_MS, left()), signals.stop);
  }
}
function withoutWaiting(reports) {
  const hasWaited = reports.at(-1)?.status === "another-run-active";
  return hasWaited && reports.length > 1 ? reports.slice(0, -1) : reports;
}
async function runRound(options, leftMs) {
  const { pipeline, request, roundMs = ROUND_MS } = options;
  const { reports } = await runPipelines({
    ...options,
    pipelines: [pipeline],
    maxDurationMs: Number.isFinite(leftMs) ? leftMs : void 0,
    reload: [],
    backfill: { request, maxLoadMs: Math.min(roundMs, leftMs) },
    onReport: () => void 0
  });
  return reports[0];
}
function wantsMore({ error, status, tables, unfinishedLoads }, plan) {
  if (error !== null) return false;
  if (status === "another-run-active") return true;
  const meant = plan.tables.filter(({ action }) => action !== "nothing").map(({ source }) => source);
  return unfinishedLoads.some(({ table }) => meant.includes(table)) && tables.some(({ loadedRows }) => loadedRows > 0);
}

// src/commands/backfill-command.ts
async function sleepUntil(ms, signal) {
  await delay(ms, void 0, { signal }).catch(() => void 0);
}
function resultOf(outcome, diagnostics) {
  const reports = outcome.report === void 0 ? [] : [outcome.report];
  return { plan: outcome.plan, end: outcome.end, reports, diagnostics, error: null };
}
function exitCodeOfBackfill({ end, report }) {
  if (end === "unfinished") return 1;
  return report === void 0 ? 0 : exitCodeOf({ reports: [report], unfinished: [] });
}
function chooseOnePipeline(pipelines, name) {
  const [chosen, ...others] = choosePipelines(pipelines, name);
  if (chosen !== void 0 && others.length === 0) return chosen;
  throw new IngestError(
    "usage-invalid",
    "A backfill is of one pipeline, and the configuration has several.",
    {
      solution: `Choose it with --pipeline (in a workflow: the input pipeline): ${pipelines.map((pipeline) => pipeline.name).join(", ")}.`
    }
  );
}

// src/report/github/continue-dispatch.ts
async function continueByDispatch(api, facts, progress) {
  const { workflow, eventName, refName, inputs } = facts;
  if (eventName !== "workflow_dispatch" || workflow === void 0 || refName === void 0)
    return stays("it goes on when its workflow is started again");
  if (!progress.hasComeFurther)
    return stays(
      "this run loaded nothing of it, so it is not started again by itself: see why, and start it"
    );
  const answer = await api.dispatchWorkflow({ workflow, ref: refName, inputs });
  if (answer.tag === "refused") return stays(`start its workflow again. ${answer.reason}`);
  return { tag: "dispatched", sentence: `The backfill is not at its end: ${workflow} was started again.` };
}
function stays(how) {
  return {
    tag: "not-dispatched",
    sentence: `The backfill is not at its end, and nothing of it is lost: ${how}${how.endsWith(".") ? "" : "."}`
  };
}

// src/workflow/backfill-step.ts
async function backfillStep(step) {
  var _stack = [];
  try {
    const { log, inputs, environment, nowMs, newRunId } = step;
    const config = await loadRightConfig(step);
    const signals = __using(_stack, step.receiveSignals());
    const reporter = __using(_stack, new GithubReporter(log, nowMs));
    const outcome = await backfillPipeline({
      pipeline: chooseOnePipeline(config.pipelines, inputs.pipeline),
      request: inputs.backfill,
      isDryRun: inputs.isDryRun,
      confirm: inputs.confirm,
      reporter,
      environment,
      signals,
      maxDurationMs: inputs.maxDurationMs,
      nowMs,
      newRunId,
      trigger: triggerOf(step, signals.stop),
      sleep: sleepUntil,
      onPlan: async (plan) => {
        log.text(formatBackfillPlanText(plan, PLAIN));
        log.output("plan-hash", plan.hash);
        await log.summary(formatBackfillPlanMarkdown(plan));
      },
      onRound: (report) => {
        reporter.endGroup();
        log.text(
          report.status === "another-run-active" ? "Another run holds the slot; waiting for it." : `Round ended: ${report.unfinishedLoads.map(progressWords).join(", ")}; behind by ${formatBytes(report.lag.after.bytes ?? 0)} of log.`
        );
      }
    });
    reporter.endGroup();
    if (outcome.report !== void 0) {
      log.text(formatRunReportText(outcome.report, PLAIN));
      if (outcome.report.error !== null) log.failure(outcome.report.error);
      await log.summary(`
${formatRunReportsMarkdown([outcome.report])}`);
    }
    const reportPath = await storeReport(step, { schemaVersion: 1, ...resultOf(outcome, config.diagnostics) });
    await goOn(step, outcome, signals.stop.aborted);
    const said = signals.stop.aborted || outcome.report === void 0 ? {} : await sayOfRuns(step, config, [outcome.report]);
    return {
      exitCode: exitCodeOfBackfill(outcome),
      outputs: { ...outputsOf(outcome), "plan-hash": outcome.plan.hash, "report-path": reportPath, ...said }
    };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function progressWords({ table, loadedRows, estimatedRows }) {
  return `${table} ${formatCount(loadedRows)} of ${estimatedRows === null ? "unknown" : `about ${formatCount(estimatedRows)}`} rows`;
}
function outputsOf({ end, report }) {
  switch (end) {
    case "planned":
      return { status: "planned" };
    case "nothing-to-do":
      return { status: "nothing-to-do", "caught-up": "true" };
    case "unfinished":
      return { status: "stopped" };
    case "ran":
      return outputsOfRuns({ reports: report === void 0 ? [] : [report], unfinished: [] });
    default:
      return end;
  }
}
async function goOn(step, { plan, report }, isCancelled) {
  const { log, event, openGithub } = step;
  if (report === void 0 || report.error !== null || isCancelled) return;
  const meant = plan.tables.map(({ source }) => source);
  const isWaiting = report.status === "another-run-active";
  if (!isWaiting && !report.unfinishedLoads.some(({ table }) => meant.includes(table))) return;
  const hasComeFurther = report.tables.some(({ loadedRows }) => loadedRows > 0);
  const sentence = openGithub === void 0 ? "The backfill is not at its end, and nothing of it is lost: start its workflow again." : (await continueByDispatch(await openGithub(log.redactor), event, { hasComeFurther })).sentence;
  log.warning(sentence);
  await log.summary(`
> ${escapeMarkdown(sentence)}
`);
}
export {
  backfillStep
};
