import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  judgeCheckpoint,
  openPostgresSource,
  retainedBytes,
  warehouseOf
} from "./part-CNR6XHEC.mjs";
import {
  failedBy,
  judged,
  passed,
  unproven
} from "./part-T6ZSEQ3L.mjs";
import {
  judgeFreeSlots,
  judgePublication,
  judgeServer,
  judgeSlot,
  judgeTable,
  resolveSelection
} from "./part-GAQU7NPZ.mjs";
import {
  formatBytes,
  formatDuration,
  formatNumberOf
} from "./part-KVXXQVFD.mjs";
import {
  openConnection
} from "./part-4FS5B4JA.mjs";
import {
  __callDispose,
  __using,
  init_node_20_polyfills
} from "./part-KSWFSZFM.mjs";

// src/commands/check-pipelines.ts
init_node_20_polyfills();

// src/check/check-pipeline.ts
init_node_20_polyfills();

// src/model/check-report.ts
init_node_20_polyfills();
var CHECK_POINTS = [
  "source",
  "wal_level",
  "role",
  "publication",
  "slot",
  "pipeline",
  "tables",
  "schedule",
  "alerts",
  "warehouse",
  "grants",
  "volume"
];

// src/check/judge-settings.ts
init_node_20_polyfills();
function judgeSettings(pipeline) {
  const { source, target } = pipeline;
  return {
    pipeline: passed(`valid: ${source.database} → ${target.catalog}.${target.schema}`),
    schedule: judgeSchedule(pipeline.schedule),
    alerts: unproven(
      "a failed run ends with an exit code that is not 0; the Action keeps an issue about it, the command line tells nobody else",
      "In a workflow, grant issues: write (the input issues is manage unless given). A scheduler of your own has an alert for a command that fails."
    )
  };
}
function judgeSchedule(schedule) {
  const start = 'See to it that a workflow’s cron or another scheduler starts "tributary run" so often.';
  switch (schedule.tag) {
    case "manual":
      return passed("manual: each run is started by somebody");
    case "continuous":
      return unproven("continuous: what starts the runs cannot be seen from here", start);
    case "interval":
      return unproven(
        `every ${formatDuration(schedule.everyMs)}: what starts the runs cannot be seen from here`,
        start
      );
    default:
      return schedule;
  }
}

// src/check/judge-source.ts
init_node_20_polyfills();
var MAX_NAMED_TABLES = 8;
function judgeSource(facts, pipeline) {
  const server = judgeServer(facts, pipeline);
  if (server.some(({ code }) => code === "source-version-unsupported")) return tooOld(server);
  const publication = judgePublication(facts, pipeline);
  const isPublished = facts.publication !== void 0;
  const { tables, problems: selection } = isPublished ? resolveSelection(facts, pipeline) : { tables: [], problems: [] };
  const problems = [
    ...server,
    ...publication,
    ...selection,
    ...tables.flatMap((table) => judgeTable(table, facts, pipeline)),
    ...facts.slot === void 0 ? judgeFreeSlots(facts, 1) : judgeSlot(facts.slot, pipeline)
  ];
  const about = (point) => problems.filter(({ code }) => pointOf(code) === point);
  const { host, port, database, username, publicationName } = pipeline.source;
  return {
    tables,
    findings: {
      source: judged(
        about("source"),
        `PostgreSQL ${versionText(facts.serverVersion)} at ${host}:${port}, database "${database}"`
      ),
      wal_level: judged(about("wal_level"), facts.walLevel),
      role: judged(
        about("role"),
        `"${username}" may use replication${isPublished ? ` and read ${formatNumberOf(tables.length, "table")}` : ""}`
      ),
      publication: judged(
        about("publication"),
        `"${publicationName}" holds what is selected, with inserts, updates, deletes and truncates`
      ),
      slot: judged(about("slot"), describeSlot(facts, pipeline)),
      tables: isPublished ? judged(about("tables"), `${formatNumberOf(tables.length, "table")}: ${nameTables(tables)}`) : unproven("not looked at: there is no publication")
    }
  };
}
function unprovenSource(source, why) {
  const other = unproven(why);
  return { source, wal_level: other, role: other, publication: other, slot: other, tables: other };
}
function tooOld(problems) {
  return {
    findings: unprovenSource(judged(problems, ""), "not looked at: the server is too old"),
    tables: []
  };
}
function pointOf(code) {
  switch (code) {
    case "source-is-standby":
    case "source-encoding-unsupported":
      return "source";
    case "wal-level-not-logical":
      return "wal_level";
    case "source-permission-denied":
      return "role";
    case "publication-missing":
    case "publication-incomplete":
      return "publication";
    case "slot-unsuitable":
    case "slot-lost":
    case "slots-exhausted":
      return "slot";
    default:
      return "tables";
  }
}
function describeSlot(facts, pipeline) {
  const { slot, slots } = facts;
  if (slot === void 0)
    return `"${pipeline.source.slotName}" is not there yet: the first run makes it (${slots.used} of ${slots.max} slots in use)`;
  const retained = `"${slot.name}" holds back ${formatBytes(retainedBytes(facts) ?? 0)} of log`;
  const danger = slot.walStatus === "unreserved" ? "; PostgreSQL is about to remove log that it needs: run soon" : "";
  return `${retained}${slot.active ? "; another run is using it now" : ""}${danger}`;
}
function nameTables(tables) {
  const named = tables.slice(0, MAX_NAMED_TABLES).map(({ displayName }) => displayName);
  const others = tables.length - named.length;
  return `${named.join(", ")}${others > 0 ? ` and ${others} more` : ""}`;
}
function versionText(version) {
  return `${Math.trunc(version / 1e4)}.${version % 1e4}`;
}

// src/check/check-pipeline.ts
async function checkPipeline(options) {
  const { pipeline } = options;
  const source = lookAtSource(options);
  const [{ findings, facts }, target] = await Promise.all([source, lookAtTarget(options, source)]);
  const found = {
    ...judgeSettings(pipeline),
    ...findings,
    slot: judgeProgress(findings.slot, pipeline, facts, target.checkpoint),
    ...target.findings
  };
  return {
    pipeline: pipeline.name,
    points: CHECK_POINTS.map((point) => ({ point, ...found[point] }))
  };
}
async function lookAtSource({ pipeline, source: access }) {
  if (access === void 0)
    return { findings: unprovenSource(unproven("skipped"), "skipped"), facts: void 0, tables: [] };
  try {
    var _stack = [];
    try {
      const schemas = pipeline.selection.schemas.map(({ name }) => name);
      const source = __using(_stack, await access.open(pipeline.source, schemas), true);
      const facts = await source.readFacts();
      const { findings, tables } = judgeSource(facts, pipeline);
      const role = findings.role.outcome === "passed" ? await tryReplication(access, pipeline) : void 0;
      return { findings: role === void 0 ? findings : { ...findings, role }, facts, tables };
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch (error) {
    const why = "not looked at: the source could not be read";
    return { findings: unprovenSource(failedBy(error), why), facts: void 0, tables: [] };
  }
}
async function tryReplication(access, pipeline) {
  try {
    await access.tryReplication(pipeline.source);
    return void 0;
  } catch (error) {
    return failedBy(error);
  }
}
async function lookAtTarget({ openProbe: openProbe2 }, source) {
  if (openProbe2 === void 0) return unprovenTarget(unproven("skipped"), "skipped");
  try {
    var _stack = [];
    try {
      const probe = __using(_stack, await openProbe2(), true);
      const warehouse = await probe.reach();
      const { tables } = await source;
      const [grants, volume, checkpoint] = await Promise.all([
        findingOf(probe.judgeGrants(tables)),
        findingOf(probe.judgeStaging()),
        checkpointOf(probe)
      ]);
      return {
        findings: {
          warehouse,
          grants: grants.outcome === "failed" ? grants : checkpoint.failure ?? grants,
          volume
        },
        checkpoint: checkpoint.found
      };
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch (error) {
    return unprovenTarget(failedBy(error), "not looked at: the warehouse could not be reached");
  }
}
function unprovenTarget(warehouse, why) {
  return { findings: { warehouse, grants: unproven(why), volume: unproven(why) }, checkpoint: void 0 };
}
async function findingOf(finding) {
  return await finding.catch(failedBy);
}
async function checkpointOf(probe) {
  try {
    return { found: await probe.loadCheckpoint(), failure: void 0 };
  } catch (error) {
    return { found: void 0, failure: failedBy(error) };
  }
}
function judgeProgress(slot, pipeline, facts, checkpoint) {
  if (facts === void 0 || checkpoint === void 0 || slot.outcome === "failed") return slot;
  return judged(judgeCheckpoint(facts, checkpoint, pipeline), `${slot.found}; the checkpoint goes with it`);
}

// src/report/check-verdict.ts
init_node_20_polyfills();
var POINT_LABELS = {
  source: "PostgreSQL",
  wal_level: "wal_level",
  role: "role and grants",
  publication: "publication",
  slot: "slot",
  pipeline: "pipeline",
  tables: "tables",
  schedule: "schedule",
  alerts: "alerts",
  warehouse: "warehouse",
  grants: "target grants",
  volume: "staging"
};
var OUTCOME_MARKS = {
  passed: "✓",
  failed: "✗",
  unproven: "–"
};
function checkHeadline({ points }) {
  const count = (outcome) => points.filter((point) => point.outcome === outcome).length;
  const [failed, unproven2] = [count("failed"), count("unproven")];
  if (failed > 0) return `${failed} of ${points.length} points ${failed === 1 ? "does" : "do"} not hold`;
  if (unproven2 === 0) return `all ${points.length} points hold`;
  const rest = unproven2 === 1 ? "1 is not proven" : `${unproven2} are not proven`;
  return `${points.length - unproven2} of ${points.length} points hold, ${rest}`;
}
function hasFailed({ points }) {
  return points.some(({ outcome }) => outcome === "failed");
}

// src/commands/open-probe.ts
init_node_20_polyfills();
async function openProbe(pipeline, environment) {
  const { target } = pipeline;
  switch (target.tag) {
    case "embedded": {
      const { openEmbeddedProbe } = await import("./part-DP5EV6IX.mjs");
      return openEmbeddedProbe(pipeline, target, await warehouseOf(pipeline, environment));
    }
    case "unity_catalog": {
      const { openDatabricksProbe } = await import("./part-EJBKSLH6.mjs");
      return openDatabricksProbe(pipeline, target, environment);
    }
    default:
      return target;
  }
}

// src/commands/check-pipelines.ts
async function checkPipelines(options) {
  const checks = [];
  for (const pipeline of options.pipelines) {
    options.onBegin(pipeline);
    const check = await checkPipeline({
      pipeline,
      source: options.skipSource ? void 0 : POSTGRES,
      openProbe: options.skipTarget ? void 0 : () => openProbe(pipeline, options.environment)
    });
    checks.push(check);
    options.onCheck(check);
  }
  return checks;
}
var POSTGRES = {
  open: openPostgresSource,
  tryReplication: async (settings) => {
    const client = await openConnection(settings, "replication");
    await client.end();
  }
};
function exitCodeOfChecks(checks) {
  return checks.some(hasFailed) ? 1 : 0;
}
function checkAnnouncement({ name, target }, skipTarget) {
  return target.tag === "unity_catalog" && !skipTarget ? `${name}: asking PostgreSQL and the SQL warehouse, which this may start (seconds; a classic one takes minutes)` : `${name}: looking`;
}

export {
  POINT_LABELS,
  OUTCOME_MARKS,
  checkHeadline,
  hasFailed,
  checkPipelines,
  exitCodeOfChecks,
  checkAnnouncement
};
