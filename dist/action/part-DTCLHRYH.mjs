import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/commands/action-outputs.ts
var INITIAL_OUTPUTS = {
  status: "failed",
  "caught-up": "false",
  changes: "0",
  "rows-merged": "0",
  "lag-bytes": "",
  drift: "false",
  "checkpoint-lsn": "",
  "plan-hash": "",
  "report-path": "",
  "comment-id": "",
  "issue-number": "",
  "failure-code": ""
};
var WORST_RUN = [
  "failed",
  "stopped",
  "another-run-active",
  "done",
  "nothing-to-do"
];
function outputsOfRuns({ reports, unfinished }) {
  const worst = WORST_RUN.find((status) => reports.some((report2) => report2.status === status));
  const caughtUp = unfinished.length === 0 && reports.every((report2) => report2.caughtUp);
  const [report] = reports;
  return {
    status: unfinished.length > 0 && worst !== "failed" ? "stopped" : worst ?? "failed",
    "caught-up": caughtUp ? "true" : "false",
    changes: String(sumOf(reports, ({ changes }) => changes)),
    "rows-merged": String(
      sumOf(
        reports,
        ({ loadedRows, insertedRows, updatedRows, deletedRows }) => loadedRows + insertedRows + updatedRows + deletedRows
      )
    ),
    "lag-bytes": textOf(greatest(reports.map(({ lag }) => lag.after.bytes))),
    drift: reports.some(({ drift }) => drift.length > 0) ? "true" : "false",
    "checkpoint-lsn": reports.length === 1 ? report?.checkpoint.to ?? "" : "",
    "failure-code": reports.find(({ error }) => error !== null)?.error?.code ?? ""
  };
}
function sumOf(reports, of) {
  return reports.flatMap(({ tables }) => tables).reduce((sum, table) => sum + of(table), 0);
}
function outputsOfPlans(plans, hash) {
  const changes = plans.flatMap(
    ({ tables }) => tables.filter(({ change }) => change === "added" || change === "changed" || change === "removed")
  );
  return {
    status: planStatusOf(plans),
    changes: String(changes.length),
    drift: plans.some(({ tables }) => tables.some(({ drift }) => drift.length > 0)) ? "true" : "false",
    "plan-hash": hash,
    "failure-code": plans.flatMap(({ unseen }) => unseen).find(({ code }) => code !== null)?.code ?? plans.flatMap(({ problems }) => problems)[0]?.code ?? ""
  };
}
function planStatusOf(plans) {
  if (plans.some(({ unseen }) => unseen.some(({ code }) => code !== null))) return "failed";
  if (plans.some(({ status }) => status === "blocked")) return "blocked";
  return plans.some(({ status }) => status === "changes") ? "changes" : "no-changes";
}
var WORST_HEALTH = ["danger", "watch", "healthy"];
function outputsOfStatuses(statuses) {
  const worst = WORST_HEALTH.find((health) => statuses.some((status) => status.health === health));
  const [only] = statuses;
  return {
    status: worst ?? "danger",
    "lag-bytes": textOf(greatest(statuses.map(({ lagBytes }) => lagBytes))),
    "failure-code": statuses.flatMap(({ findings }) => findings).find(({ code }) => code !== null)?.code ?? "",
    "checkpoint-lsn": statuses.length === 1 ? only?.target?.checkpoint?.lsn ?? "" : ""
  };
}
function greatest(numbers) {
  const known = numbers.filter((number) => number !== null);
  return known.length === 0 || known.length < numbers.length ? null : Math.max(...known);
}
function textOf(number) {
  return number === null ? "" : String(number);
}

export {
  INITIAL_OUTPUTS,
  outputsOfRuns,
  outputsOfPlans,
  outputsOfStatuses
};
