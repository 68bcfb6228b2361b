import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  formatErrorText
} from "./part-ZYEUX373.mjs";
import {
  errorReportOf
} from "./part-PZVXIY37.mjs";
import {
  PLAIN,
  configErrorOf,
  formatDiagnosticsMarkdown,
  loadStepConfig,
  printableLine
} from "./part-MPYCGHQI.mjs";

// src/commands/severity-exit-code.ts
function severityExitCode(diagnostics, failOn) {
  const fails = diagnostics.some(
    ({ severity }) => severity === "error" || severity === "warning" && failOn === "warning"
  );
  return fails ? 2 : 0;
}

// src/commands/validate-command.ts
function describePipelines(pipelines) {
  return pipelines.map(
    ({ name, source, selection, target }) => `${printableLine(name)}: ${source.database} (${describeSelection(selection)}) → ${target.catalog}.${target.schema}`
  );
}
function describeSelection({ schemas }) {
  return schemas.map(
    ({ name, tables }) => tables === void 0 ? `all published tables of ${name}` : tables.map((table) => `${name}.${table.name}`).join(", ")
  ).join("; ");
}

// src/workflow/validate-step.ts
async function validateStep(step) {
  const { log, inputs } = step;
  const config = await loadStepConfig(step, "review");
  await log.summary(formatDiagnosticsMarkdown(config.diagnostics));
  const error = configErrorOf(config);
  const exitCode = severityExitCode(config.diagnostics, inputs.failOn);
  if (error !== void 0) log.text(formatErrorText(errorReportOf(error), PLAIN));
  else if (exitCode !== 0)
    log.text("The configuration has warnings, which fail this step: fail-on is warning.");
  else log.text(["The configuration is valid.", ...describePipelines(config.pipelines)].join("\n"));
  return {
    exitCode,
    outputs: {
      status: exitCode === 0 ? "valid" : "invalid",
      "failure-code": exitCode === 0 ? "" : error?.code ?? "config-invalid"
    }
  };
}

export {
  severityExitCode,
  validateStep
};
