import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  validateStep
} from "./part-DSZ3PHY4.mjs";
import {
  parseBackfill,
  parseMaxDuration
} from "./part-WJJQOBUW.mjs";
import {
  formatErrorText
} from "./part-ZYEUX373.mjs";
import {
  WorkflowLog,
  formatFailureMarkdown
} from "./part-BCCD6FPZ.mjs";
import {
  errorReportOf,
  readEventFacts,
  toIngestError
} from "./part-PZVXIY37.mjs";
import "./part-Z7YIVGII.mjs";
import "./part-M7J4PHNF.mjs";
import {
  INITIAL_OUTPUTS
} from "./part-DTCLHRYH.mjs";
import {
  nearestWord
} from "./part-MPYCGHQI.mjs";
import "./part-F6OR2NRY.mjs";
import {
  Secret
} from "./part-VVTTBBTH.mjs";
import "./part-3E7HYYO3.mjs";
import "./part-RVW7BTWX.mjs";
import {
  IngestError
} from "./part-WR5T4RD5.mjs";
import "./part-2GY7G3VF.mjs";

// src/action.ts
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

// src/commands/action-inputs.ts
var SKIPS = ["source", "target"];
var ACTION_COMMANDS = ["validate", "plan", "check", "run", "backfill", "status"];
var ACTION_INPUTS = [
  "command",
  "config",
  "pipeline",
  "tables",
  "mode",
  "key-range",
  "dry-run",
  "confirm",
  "max-duration",
  "fail-on",
  "comment",
  "issues",
  "issue-labels",
  "issue-assignees",
  "migrations",
  "scratch-url",
  "base-schema",
  "github-token",
  "report",
  "working-directory",
  "skip"
];
function parseActionInputs(environment) {
  const unknown = unknownInputs(environment);
  const given = (name) => givenValue(environment, name);
  const word = (name, allowed) => oneOf(name, given(name) ?? allowed[0], allowed);
  const secret = (name) => {
    const value = given(name);
    return value === void 0 ? void 0 : new Secret(value);
  };
  return {
    command: word("command", ACTION_COMMANDS),
    config: listOf(given("config"), /\r?\n/),
    pipeline: given("pipeline"),
    backfill: parseBackfill({
      tables: listOf(given("tables"), /[\r\n,]/),
      mode: given("mode"),
      keyRange: given("key-range")
    }),
    isDryRun: word("dry-run", ["false", "true"]) === "true",
    confirm: given("confirm"),
    maxDurationMs: parseMaxDuration(given("max-duration")),
    failOn: word("fail-on", ["error", "warning"]),
    comment: word("comment", ["changes-only", "always", "never"]),
    issues: word("issues", ["manage", "never"]),
    issueLabels: listOf(given("issue-labels"), /[\r\n,]/),
    issueAssignees: listOf(given("issue-assignees"), /[\r\n,]/),
    migrations: listOf(given("migrations"), /\r?\n/),
    scratchUrl: secret("scratch-url"),
    baseSchema: given("base-schema"),
    githubToken: secret("github-token"),
    report: given("report") ?? "tributary-report.json",
    workingDirectory: given("working-directory") ?? ".",
    skip: given("skip") === void 0 ? void 0 : word("skip", SKIPS),
    unknown
  };
}
function inputVariable(name) {
  return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}
function givenValue(environment, name) {
  const input = environment[inputVariable(name)]?.trim() ?? "";
  if (input !== "") return input;
  const variable = environment[`TRIBUTARY_${name.replaceAll("-", "_").toUpperCase()}`]?.trim() ?? "";
  return variable === "" ? void 0 : variable;
}
function listOf(text, separator) {
  return (text ?? "").split(separator).map((item) => item.trim()).filter((item) => item !== "");
}
function oneOf(name, given, allowed) {
  const found = allowed.find((candidate) => candidate === given);
  if (found !== void 0) return found;
  const nearest = nearestWord(given, allowed);
  throw new IngestError("usage-invalid", `The input ${name} is "${given}".`, {
    solution: `${nearest === void 0 ? "" : `Did you mean ${nearest}? `}It may be ${allowed.slice(0, -1).join(", ")} or ${allowed.at(-1)}.`
  });
}
var RENAMED = {
  "config-file": "config",
  "config-path": "config",
  configuration: "config",
  cwd: "working-directory",
  directory: "working-directory",
  token: "github-token",
  timeout: "max-duration",
  range: "key-range",
  "report-path": "report",
  "plan-hash": "confirm",
  database: "scratch-url"
};
function unknownInputs(environment) {
  const known = ACTION_INPUTS;
  const names = Object.keys(environment).filter((variable) => variable.startsWith("INPUT_") && (environment[variable] ?? "") !== "").map((variable) => variable.slice("INPUT_".length).toLowerCase()).filter((name) => !known.includes(name));
  for (const name of names) {
    const hyphenated = name.replaceAll("_", "-");
    const meant = RENAMED[hyphenated] ?? nearestWord(hyphenated, known);
    if (meant !== void 0)
      throw new IngestError("usage-invalid", `There is no input "${name}".`, {
        solution: `Write ${meant} instead.`
      });
  }
  return names;
}

// src/commands/stop-signals.ts
var ABANDON_AFTER_MS = 5e3;
var EXPIRE_AFTER_MS = 6500;
var StopSignals = class {
  #stop = new AbortController();
  #abandon = new AbortController();
  #expire = new AbortController();
  #timers = [];
  /** End cleanly at the next commit boundary. */
  get stop() {
    return this.#stop.signal;
  }
  /** Drop the interval under way now. */
  get abandon() {
    return this.#abandon.signal;
  }
  /** Wait for nothing any more. */
  get expire() {
    return this.#expire.signal;
  }
  /** Takes a signal from outside, and says what the process has to do about it. */
  receive() {
    if (this.#stop.signal.aborted) return "exit";
    this.#stop.abort();
    this.#timers = [
      setTimeout(() => this.#abandon.abort(), ABANDON_AFTER_MS),
      setTimeout(() => this.#expire.abort(), EXPIRE_AFTER_MS)
    ];
    return "wait";
  }
  [Symbol.dispose]() {
    for (const timer of this.#timers) clearTimeout(timer);
  }
};

// src/action.ts
var COMMANDS = {
  validate: validateStep,
  plan: async (step) => (await import("./part-J4QA2FGS.mjs")).planStep(step),
  check: async (step) => (await import("./part-HTB2BY2G.mjs")).checkStep(step),
  run: async (step) => (await import("./part-CE23XSPM.mjs")).runStep(step),
  backfill: async (step) => (await import("./part-UOTOJRYG.mjs")).backfillStep(step),
  status: async (step) => (await import("./part-PHDHWSZE.mjs")).statusStep(step)
};
var log = new WorkflowLog();
var received;
async function main() {
  setOutputs(INITIAL_OUTPUTS);
  try {
    const inputs = parseActionInputs(process.env);
    for (const name of inputs.unknown) log.warning(`There is no input "${name}"; it has no effect.`);
    const { exitCode, outputs } = await COMMANDS[inputs.command](await openStep(inputs));
    setOutputs(outputs);
    return exitCode;
  } catch (cause) {
    const error = toIngestError(cause);
    const report = errorReportOf(error);
    if (error.code !== "config-invalid" || !log.hasErrors) log.failure(report);
    log.text(formatErrorText(report, { colours: false }));
    await log.summary(formatFailureMarkdown(report));
    setOutputs({ "failure-code": error.code });
    return error.exitCode;
  } finally {
    await log.close();
  }
}
async function openStep(inputs) {
  const { GITHUB_EVENT_PATH: eventPath, GITHUB_API_URL: apiUrl = "https://api.github.com" } = process.env;
  const payload = eventPath === void 0 ? void 0 : await readFile(eventPath, "utf8").catch(() => void 0);
  const event = readEventFacts(process.env, payload);
  const token = inputs.githubToken?.reveal();
  const workspace = process.cwd();
  return {
    inputs,
    event,
    environment: process.env,
    workspace,
    workingDirectory: resolve(workspace, inputs.workingDirectory),
    log,
    nowMs: Date.now,
    newRunId: randomUUID,
    receiveSignals,
    openGithub: token === void 0 || event.repository === "" ? void 0 : githubOpener({ token, apiUrl, repository: event.repository })
  };
}
function githubOpener(options) {
  let opened;
  return (redactor) => {
    opened ??= import("./part-KVOU7W2R.mjs").then(
      ({ openGithub }) => openGithub({ ...options, redactor, nowMs: Date.now })
    );
    return opened;
  };
}
function setOutputs(outputs) {
  for (const [name, value] of Object.entries(outputs)) log.output(name, value);
}
function receiveSignals() {
  const signals = new StopSignals();
  received = signals;
  for (const signal of ["SIGINT", "SIGTERM"])
    process.on(signal, () => {
      if (signals.receive() === "exit") process.exit(1);
      log.text(`${signal}: ending at the next commit`);
    });
  return signals;
}
process.exitCode = await main();
if (received?.stop.aborted === true) process.exit();
