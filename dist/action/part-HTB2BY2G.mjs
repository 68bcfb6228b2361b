import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  OUTCOME_MARKS,
  POINT_LABELS,
  checkAnnouncement,
  checkHeadline,
  checkPipelines,
  exitCodeOfChecks,
  hasFailed
} from "./part-TJ6DSU2V.mjs";
import {
  storeReport
} from "./part-5QLOOKJR.mjs";
import {
  formatRemedyMarkdown
} from "./part-Z7YIVGII.mjs";
import {
  PLAIN,
  choosePipelines,
  escapeMarkdown,
  loadRightConfig,
  printable,
  printableLine,
  styleOf
} from "./part-MPYCGHQI.mjs";
import "./part-VVTTBBTH.mjs";
import "./part-6EERIPZD.mjs";
import "./part-BSZKNS2G.mjs";
import "./part-3E7HYYO3.mjs";
import "./part-3QJBBAU7.mjs";
import "./part-RVW7BTWX.mjs";
import "./part-TBZWB7EC.mjs";
import "./part-OQHMGH5D.mjs";
import "./part-WR5T4RD5.mjs";
import "./part-2GY7G3VF.mjs";

// src/report/check-markdown.ts
function formatChecksMarkdown(checks) {
  return checks.map(formatCheck).join("\n");
}
var MARKS = { passed: "✅", failed: "❌", unproven: "➖" };
function formatCheck(check) {
  return `${[
    `### ${hasFailed(check) ? "❌" : "✅"} ${escapeMarkdown(check.pipeline)}: ${checkHeadline(check)}`,
    "",
    "| | point | found |",
    "| --- | --- | --- |",
    ...check.points.map(pointRow),
    ...check.points.flatMap(remedyLines)
  ].join("\n")}
`;
}
function pointRow({ point, outcome, found }) {
  return `| ${MARKS[outcome]} | ${escapeMarkdown(POINT_LABELS[point])} | ${escapeMarkdown(found)} |`;
}
function remedyLines({ point, outcome, solution }) {
  if (outcome !== "failed" || solution === null) return [];
  return [
    "",
    `**${escapeMarkdown(POINT_LABELS[point])}**: what to do`,
    "",
    formatRemedyMarkdown(solution.split("\n"))
  ];
}

// src/report/check-text.ts
function formatCheckText(check, options) {
  const style = styleOf(options.colours);
  const mark = hasFailed(check) ? style.red("✘") : style.green("✔");
  return `${[
    `${mark} ${style.bold(printableLine(check.pipeline))}: ${checkHeadline(check)}`,
    ...check.points.flatMap((point) => pointLines(point, style))
  ].join("\n")}
`;
}
var COLOURS = { passed: "green", failed: "red", unproven: "yellow" };
var LABEL_WIDTH = Math.max(...Object.values(POINT_LABELS).map(({ length }) => length));
var INDENT = " ".repeat(LABEL_WIDTH + 6);
function pointLines({ point, outcome, found, solution }, style) {
  const mark = style[COLOURS[outcome]](OUTCOME_MARKS[outcome]);
  const [first = "", ...rest] = printable(found).split("\n");
  const remedy = solution === null ? [] : printable(solution).split("\n");
  return [
    `  ${mark} ${POINT_LABELS[point].padEnd(LABEL_WIDTH)}  ${first}`,
    ...rest.map((line) => `${INDENT}${line}`),
    // Indented and nothing else, so that SQL can be copied as it stands.
    ...remedy.map((line) => `${INDENT}  ${style.dim(line)}`)
  ];
}

// src/workflow/check-step.ts
async function checkStep(step) {
  const { log, inputs, environment } = step;
  const config = await loadRightConfig(step);
  const skipTarget = inputs.skip === "target";
  const checks = await checkPipelines({
    pipelines: choosePipelines(config.pipelines, inputs.pipeline),
    environment,
    skipSource: inputs.skip === "source",
    skipTarget,
    onBegin: (pipeline) => log.text(checkAnnouncement(pipeline, skipTarget)),
    onCheck: (done) => {
      log.text(formatCheckText(done, PLAIN));
      for (const { code, found, solution } of done.points)
        if (code !== null) log.failure({ code, message: `${done.pipeline}: ${found}`, solution });
    }
  });
  const exitCode = exitCodeOfChecks(checks);
  await log.summary(formatChecksMarkdown(checks));
  const failed = checks.flatMap(({ points }) => points).find(({ code }) => code !== null);
  return {
    exitCode,
    outputs: {
      status: exitCode === 0 ? "passed" : "failed",
      "failure-code": failed?.code ?? "",
      "report-path": await storeReport(step, { schemaVersion: 1, checks, diagnostics: config.diagnostics })
    }
  };
}
export {
  checkStep
};
