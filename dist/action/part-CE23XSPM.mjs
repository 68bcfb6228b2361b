import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  exitCodeOf,
  formatRunReportText,
  runPipelines,
  triggerOf
} from "./part-AO3FXOAG.mjs";
import {
  sayNotBegun,
  sayOfRuns
} from "./part-5XX75QT7.mjs";
import "./part-YKXIE66U.mjs";
import {
  storeReport
} from "./part-5QLOOKJR.mjs";
import "./part-RHYF5CV6.mjs";
import {
  GithubReporter,
  formatRunReportsMarkdown
} from "./part-BCCD6FPZ.mjs";
import {
  errorReportOf,
  toIngestError
} from "./part-PZVXIY37.mjs";
import "./part-Z7YIVGII.mjs";
import "./part-M7J4PHNF.mjs";
import {
  outputsOfRuns
} from "./part-DTCLHRYH.mjs";
import {
  PLAIN,
  choosePipelines,
  loadRightConfig
} from "./part-MPYCGHQI.mjs";
import "./part-F6OR2NRY.mjs";
import "./part-G5JFD5E4.mjs";
import "./part-WW3OJQWN.mjs";
import "./part-VVTTBBTH.mjs";
import "./part-T4SCQFTF.mjs";
import "./part-JA23HJKN.mjs";
import "./part-BSZKNS2G.mjs";
import "./part-3E7HYYO3.mjs";
import "./part-3QJBBAU7.mjs";
import "./part-RVW7BTWX.mjs";
import "./part-TBZWB7EC.mjs";
import "./part-SL2CX4DZ.mjs";
import "./part-OQHMGH5D.mjs";
import "./part-WR5T4RD5.mjs";
import {
  __callDispose,
  __using
} from "./part-2GY7G3VF.mjs";

// src/commands/reproduce-line.ts
function reproduceLine(step) {
  const { command, config, pipeline, flags = [], workingDirectory, variables } = step;
  const words = [
    ...programOf(step.action),
    command,
    ...config.flatMap((path) => ["--config", path]),
    ...pipeline === void 0 ? [] : ["--pipeline", pipeline],
    ...flags
  ];
  return [
    ...variables.length > 0 ? [`# set these first: ${variables.join(", ")}`] : [],
    ...workingDirectory === "" || workingDirectory === "." ? [] : [`cd ${quoteForShell(workingDirectory)}`],
    words.map(quoteForShell).join(" ")
  ].join("\n");
}
function programOf(action) {
  if (action === void 0 || action.repository === "" || action.ref === "") return ["tributary"];
  const { serverUrl, repository, ref } = action;
  const isPublic = serverUrl === "https://github.com";
  return [
    "npx",
    "--yes",
    isPublic ? `github:${repository}#${ref}` : `git+${serverUrl}/${repository}.git#${ref}`
  ];
}
var AMBIENT = [
  "DATABRICKS_HOST",
  "DATABRICKS_HTTP_PATH",
  "DATABRICKS_WAREHOUSE_ID",
  "DATABRICKS_AUTH_TYPE",
  "DATABRICKS_TOKEN",
  "DATABRICKS_CLIENT_ID",
  "DATABRICKS_CLIENT_SECRET"
];
function neededVariables({ variables, pipelines }, environment) {
  const asksAround = pipelines.some(({ target }) => target.tag === "unity_catalog");
  const ambient = AMBIENT.filter((name) => asksAround && (environment[name] ?? "").trim() !== "");
  return [.../* @__PURE__ */ new Set([...variables, ...ambient])].toSorted();
}
function quoteForShell(word) {
  return /^[A-Za-z0-9_./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

// src/report/run-report-json.ts
function formatRunOutcomeJson(outcome) {
  return `${JSON.stringify({ schemaVersion: 1, ...outcome }, void 0, 2)}
`;
}

// src/workflow/run-step.ts
async function runStep(step) {
  var _stack = [];
  try {
    const { log, inputs, environment, nowMs, newRunId } = step;
    const config = await loadRightConfig(step).catch((error) => tellNotBegun(step, error));
    const signals = __using(_stack, step.receiveSignals());
    const reporter = __using(_stack, new GithubReporter(log, nowMs));
    const runs = await runPipelines({
      pipelines: choosePipelines(config.pipelines, inputs.pipeline),
      reporter,
      environment,
      signals,
      maxDurationMs: inputs.maxDurationMs,
      reload: [],
      trigger: triggerOf(step, signals.stop),
      nowMs,
      newRunId,
      onReport: (report) => {
        reporter.endGroup();
        log.text(formatRunReportText(report, PLAIN));
        if (report.error !== null) log.failure(report.error);
      }
    }).catch((error) => tellNotBegun(step, error));
    for (const name of runs.unfinished)
      log.text(`${name}: not finished; the next run goes on from its checkpoint`);
    await log.summary(
      formatRunReportsMarkdown(runs.reports, {
        unfinished: runs.unfinished,
        reproduce: (pipeline) => reproduce(step, config, pipeline)
      })
    );
    const outcome = { ...runs, diagnostics: config.diagnostics, error: null };
    const reportPath = await storeReport(step, formatRunOutcomeJson(outcome));
    return {
      exitCode: exitCodeOf(runs),
      outputs: {
        ...outputsOfRuns(runs),
        "report-path": reportPath,
        // When the step is being cancelled there is no time left for it.
        ...signals.stop.aborted ? {} : await sayOfRuns(step, config, runs.reports)
      }
    };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
async function tellNotBegun(step, cause) {
  await sayNotBegun(step, errorReportOf(toIngestError(cause)));
  throw cause;
}
function reproduce({ inputs, environment }, config, pipeline) {
  return reproduceLine({
    command: "run",
    config: inputs.config,
    pipeline,
    workingDirectory: inputs.workingDirectory,
    variables: neededVariables(config, environment),
    action: {
      serverUrl: environment["GITHUB_SERVER_URL"] ?? "https://github.com",
      repository: environment["GITHUB_ACTION_REPOSITORY"] ?? "",
      ref: environment["GITHUB_ACTION_REF"] ?? ""
    }
  });
}
export {
  runStep
};
