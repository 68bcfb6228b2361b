import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  checkAnnouncement
} from "./part-TJ6DSU2V.mjs";
import {
  PLAN_MARKS,
  driftSentence,
  hashOf,
  loadSentence,
  ofPipeline,
  planHeadline,
  planLoads,
  planSetHash,
  planSource,
  publishStatement,
  readTargetFacts,
  slotSentence,
  tableWords
} from "./part-XR34NTCV.mjs";
import {
  addColumnStatements,
  isWithoutTable,
  judgeTargetFit,
  missingTarget,
  placeOf,
  sayOnPull
} from "./part-5XX75QT7.mjs";
import {
  openExistingWarehouse
} from "./part-DDT7QEIJ.mjs";
import {
  formatTextTable
} from "./part-YKXIE66U.mjs";
import {
  judgeCheckpoint,
  openPostgresSource,
  storeReport
} from "./part-5QLOOKJR.mjs";
import "./part-RHYF5CV6.mjs";
import {
  severityExitCode,
  validateStep
} from "./part-DSZ3PHY4.mjs";
import "./part-ZYEUX373.mjs";
import {
  fitBody
} from "./part-PZVXIY37.mjs";
import {
  formatRemedyMarkdown
} from "./part-Z7YIVGII.mjs";
import {
  outputsOfPlans
} from "./part-DTCLHRYH.mjs";
import {
  PLAIN,
  capitalised,
  choosePipelines,
  codeBlock,
  escapeMarkdown,
  escapeShort,
  expandPath,
  foldedBlock,
  loadRightConfig,
  looksPersonal,
  markFindings,
  nodeConfigFiles,
  printable,
  printableLine,
  styleOf,
  tableBlock,
  withoutRepeats
} from "./part-MPYCGHQI.mjs";
import "./part-VVTTBBTH.mjs";
import "./part-6EERIPZD.mjs";
import {
  judgeTargetTables,
  stateTableOf
} from "./part-SBQWYP25.mjs";
import "./part-T4SCQFTF.mjs";
import {
  dialectOf
} from "./part-L5W667HG.mjs";
import "./part-7YEYRCP4.mjs";
import "./part-JLYOQNEN.mjs";
import {
  judgeDrift,
  knownTable,
  planTable
} from "./part-JA23HJKN.mjs";
import {
  displayTableName,
  judgeFreeSlots,
  judgeTable,
  mapType,
  quoteForPeople,
  quoteTargetForPeople
} from "./part-BSZKNS2G.mjs";
import "./part-3E7HYYO3.mjs";
import {
  buildCreateState
} from "./part-3QJBBAU7.mjs";
import {
  formatBytes,
  formatCount,
  formatDuration,
  formatNumberOf
} from "./part-RVW7BTWX.mjs";
import {
  buildCreateSchema,
  buildCreateTargetTable
} from "./part-TBZWB7EC.mjs";
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

// src/plan/plan-status.ts
function planStatus({
  problems,
  unseen,
  tables,
  statements,
  slot
}) {
  if (problems.length > 0) return "blocked";
  if (unseen.length > 0) return "unseen";
  const isStill = statements.length === 0 && slot.action === "kept" && tables.every(({ change }) => change === "unchanged");
  return isStill ? "no-changes" : "changes";
}

// src/plan/plan-columns.ts
function planColumns(selected, options) {
  const { columns, unpublishedColumns } = selected.source;
  const taken = new Set(selected.columns.map(({ attributeNumber }) => attributeNumber));
  const wanted = new Set(selected.unpublishedWanted.map(({ attributeNumber }) => attributeNumber));
  const describe = (column, use) => ({
    name: column.name,
    use,
    isKey: selected.keyColumns.includes(column.name),
    change: changeOf(column.attributeNumber, use, options.known),
    personal: options.looksPersonal(column.name) ?? null,
    ..."type" in column ? typesOf(column, use, options.dialect) : { sourceType: null, targetType: null }
  });
  return [
    ...columns.map((column) => ({
      column,
      use: taken.has(column.attributeNumber) ? "included" : "excluded"
    })),
    ...unpublishedColumns.map((column) => ({
      column,
      use: wanted.has(column.attributeNumber) ? unpublishedUse(column) : "excluded"
    }))
  ].toSorted((a, b) => a.column.attributeNumber - b.column.attributeNumber).map(({ column, use }) => describe(column, use));
}
function deselectedColumns(selected, known) {
  const taken = new Set(selected.columns.map(({ attributeNumber }) => attributeNumber));
  const { columns, unpublishedColumns } = selected.source;
  const present = new Set([...columns, ...unpublishedColumns].map(({ attributeNumber }) => attributeNumber));
  return known.columns.filter(
    ({ attributeNumber, dropped }) => !dropped && !taken.has(attributeNumber) && present.has(attributeNumber)
  );
}
function unpublishedUse({ generated }) {
  return generated ? "generated" : "not-published";
}
function changeOf(attributeNumber, use, known) {
  if (known === void 0) return null;
  const isKnown = known.columns.some(
    (column) => column.attributeNumber === attributeNumber && !column.dropped
  );
  if (use === "included") return isKnown ? null : "added";
  return isKnown ? "deselected" : null;
}
function typesOf({ type }, use, dialect) {
  const mapping = mapType(type);
  const isMapped = use === "included" && mapping.tag === "mapped";
  return {
    sourceType: type.displayName,
    targetType: isMapped ? dialect.typeName(mapping.mapping.type) : null
  };
}

// src/plan/plan-tables.ts
function planSelectedTable(selected, options) {
  const { facts, pipeline, target } = options;
  const known = knownTable(target?.stored?.checkpoint, selected);
  const own = [...judgeTable(selected, facts, pipeline), ...judgeDrift(selected, known)];
  const attempt = tryPlan(selected, known, options);
  const aside = planAside(selected, known, options);
  if (attempt.plan === void 0) {
    const problems2 = own.length > 0 ? own : attempt.problems;
    return { selected, planned: aside, problems: problems2.map((problem) => problemOf(selected, problem)) };
  }
  if (target === void 0)
    return { selected, planned: aside, problems: own.map((problem) => problemOf(selected, problem)) };
  const found = target.found.find((one) => one.selected.source.oid === selected.source.oid)?.found;
  const shape = shapeTarget(attempt.plan, found, options.dialect);
  const problems = [...own, ...judgeTargetTables([{ selected, found }]), ...shape.problems];
  const drift = driftOf(attempt.plan, known, selected);
  const unfinished = restOf(attempt.plan);
  const isStill = attempt.plan.loadReason === void 0 && drift.length + shape.statements.length === 0 && unfinished?.continuedBy !== "run";
  const planned = {
    ...aside,
    change: known === void 0 || !isStill || own.length > 0 ? aside.change : "unchanged",
    load: attempt.plan.loadReason === void 0 ? null : {
      reason: attempt.plan.loadReason,
      replacedRows: target.rowCounts.get(selected.source.oid) ?? null
    },
    unfinished,
    drift,
    statements: shape.statements
  };
  return { selected, planned, problems: problems.map((problem) => problemOf(selected, problem)) };
}
function planUnpublishedTable(selected, { pipeline, target }) {
  const { source } = selected;
  const known = target?.stored?.checkpoint.tables.some(
    ({ schema, name }) => schema === source.schema && name === source.name
  );
  const isLoaded = target !== void 0 && (known === true || pipeline.source.initialLoad);
  return {
    source: selected.displayName,
    target: displayTargetName(selected.target),
    change: target === void 0 ? "unknown" : known === true ? "changed" : "added",
    removal: null,
    isPublished: false,
    estimatedRows: null,
    estimatedBytes: null,
    rowKey: [],
    columns: [],
    load: isLoaded ? { reason: known === true ? "it was taken out of the publication" : "first load", replacedRows: null } : null,
    unfinished: null,
    drift: [],
    statements: []
  };
}
function planAside(selected, known, options) {
  const { estimatedRows, sizeBytes, kind } = selected.source;
  return {
    source: selected.displayName,
    target: displayTargetName(selected.target),
    change: changeOf2(known, options.target),
    removal: null,
    isPublished: true,
    estimatedRows: estimatedRows < 0 ? null : estimatedRows,
    // A partitioned table holds nothing itself.
    estimatedBytes: kind === "partitioned" && sizeBytes === 0 ? null : sizeBytes,
    rowKey: selected.keyColumns,
    columns: planColumns(selected, { ...options, known }),
    load: null,
    unfinished: null,
    drift: [],
    statements: []
  };
}
function changeOf2(known, target) {
  if (target === void 0) return "unknown";
  return known === void 0 ? "added" : "changed";
}
function tryPlan(selected, known, { pipeline, facts }) {
  try {
    const plan = planTable(selected, known, {
      deletedRows: pipeline.write.deletedRows,
      initialLoad: pipeline.source.initialLoad,
      startLsn: facts.flushLsn
    });
    return { plan, problems: [] };
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    const { code, message, solution = "" } = error;
    return { plan: void 0, problems: [{ code, message, solution }] };
  }
}
function shapeTarget(plan, found, dialect) {
  const isNew = isWithoutTable(plan);
  if (found === void 0)
    return isNew ? { statements: [buildCreateTargetTable(dialect, plan.target)], problems: [] } : { statements: [], problems: [missingTarget(plan.target)] };
  if (found.obstacle !== void 0 || !isNew && plan.added.length === 0)
    return { statements: [], problems: [] };
  const statements = plan.added.flatMap(
    (source) => addColumnStatements(dialect, plan.target, source, {
      existing: found.columns,
      isLoaded: plan.loadReason !== void 0
    })
  );
  return {
    statements: statements.map(({ sql }) => sql),
    problems: judgeTargetFit(dialect, plan.target, found.columns, plan.added)
  };
}
function driftOf(plan, known, selected) {
  if (known === void 0) return [];
  const isLoaded = plan.loadReason !== void 0;
  return [
    ...plan.added.map(
      ({ name, missingValue }) => ({
        kind: "column-added",
        column: name,
        outcome: isLoaded ? "Added to the target; the load brings its values." : `Added to the target; existing rows read ${missingValue === void 0 ? "NULL" : "the default they have at the source"}.`
      })
    ),
    ...plan.dropped.map(
      ({ name }) => ({
        kind: "column-dropped",
        column: name,
        outcome: "Dropped at the source. Kept in the target as it is; new rows have NULL there."
      })
    ),
    ...deselectedColumns(selected, known).map(
      ({ name }) => ({
        kind: "column-deselected",
        column: name,
        outcome: "No longer brought over. Kept in the target as it is; new rows have NULL there."
      })
    )
  ];
}
function restOf({ snapshot }) {
  return snapshot.tag === "loading" ? { loadedRows: snapshot.loadedRows, continuedBy: snapshot.by } : null;
}
function problemOf({ displayName }, { code, message, solution }) {
  return { table: displayName, code, message, solution };
}

// src/plan/plan-warnings.ts
var LARGE_LOAD_MS = 5 * 36e5;
var LARGE_TABLE_BYTES = 100 * 1024 ** 3;
function tableWarnings(selected, planned, pipeline) {
  return [
    ...personalData(selected, planned, pipeline),
    ...keptColumns(selected, planned, pipeline),
    ...sourceWarnings(selected, planned),
    ...loadWarnings(selected, planned)
  ];
}
function personalData({ source, displayName }, planned, { target }) {
  const isNew = planned.change === "added" || planned.change === "unknown";
  const personal = planned.columns.filter(
    ({ use, change, personal: kind }) => use === "included" && kind !== null && (isNew || change === "added")
  );
  if (personal.length === 0) return [];
  const names = personal.map(({ name }) => JSON.stringify(name)).join(", ");
  return [
    {
      kind: "personal-data",
      table: displayName,
      message: `${displayName} brings over what looks like personal data: ${personal.map(nameKind).join(", ")}.`,
      solution: [
        target.tag === "unity_catalog" ? "Exclude it, or put a column mask on the target in Unity Catalog:" : "Exclude it:",
        "selection:",
        "  exclude_columns:",
        `    - {table: ${JSON.stringify(source.name)}, columns: [${names}]}`
      ].join("\n")
    }
  ];
}
function nameKind({ name, personal }) {
  return `"${name}" (${personal ?? ""})`;
}
function keptColumns({ displayName, target }, planned, pipeline) {
  const kept = planned.drift.filter(({ kind }) => kind === "column-deselected").map(({ column }) => column);
  if (kept.length === 0) return [];
  const table = [target.catalog, target.schema, target.table].map((name) => quoteTargetForPeople(pipeline.target, name)).join(".");
  return [
    {
      kind: "column-kept",
      table: displayName,
      message: `${displayName}: the target keeps what it holds in ${kept.map((name) => `"${name}"`).join(", ")}.`,
      solution: `To remove it after the next run:
${kept.map((name) => `ALTER TABLE ${table} DROP COLUMN ${quoteTargetForPeople(pipeline.target, name)};`).join("\n")}`
    }
  ];
}
function sourceWarnings(selected, planned) {
  const { source, displayName } = selected;
  if (planned.change === "unchanged") return [];
  const generated = planned.columns.filter(({ use }) => use === "generated").map(({ name }) => name);
  const named = { table: displayName, solution: null };
  return [
    ...source.replicaIdentity === "full" ? [
      {
        ...named,
        kind: "replica-identity-full",
        message: `${displayName} has REPLICA IDENTITY FULL: each update and delete writes the whole old row into the log.`,
        solution: source.primaryKey.length === 0 ? null : `Tributary does not need it where there is a primary key: ALTER TABLE ${quoteForPeople(source.schema)}.${quoteForPeople(source.name)} REPLICA IDENTITY DEFAULT;`
      }
    ] : [],
    ...source.rowFilter === void 0 ? [] : [
      {
        ...named,
        kind: "row-filter",
        message: `${displayName}: the publication has a row filter; only rows that match it are brought over.`
      }
    ],
    ...generated.length === 0 ? [] : [
      {
        ...named,
        kind: "generated-column",
        message: `${displayName}: generated columns are not published and left out: ${generated.join(", ")}.`
      }
    ]
  ];
}
function loadWarnings({ source, displayName, target }, planned) {
  const { load, unfinished, estimatedRows, estimatedBytes } = planned;
  if (unfinished !== null)
    return unfinished.continuedBy === "run" ? [] : [
      {
        kind: "load-unfinished",
        table: displayName,
        message: `${displayName}: a backfill was not finished (${formatNumberOf(unfinished.loadedRows, "row")} so far); only a backfill goes on with it.`,
        solution: null
      }
    ];
  if (planned.change === "added" && load === null)
    return [
      {
        kind: "no-first-load",
        table: displayName,
        message: `${displayName}: rows that are there already are not brought over, changes from now on are (source.cdc.initial_load is false).`,
        solution: null
      }
    ];
  if (load === null) return [];
  const replaced = load.replacedRows ?? 0;
  return [
    ...replaced === 0 ? [] : [
      {
        kind: "rows-replaced",
        table: displayName,
        message: `${displayName}: the load replaces what ${target.table} holds now (${formatNumberOf(replaced, "row")}).`,
        solution: null
      }
    ],
    ...estimatedRows === null ? [
      {
        kind: "rows-unknown",
        table: displayName,
        message: `${displayName} was never analysed: PostgreSQL does not know how many rows it has.`,
        solution: `ANALYZE ${quoteForPeople(source.schema)}.${quoteForPeople(source.name)};`
      }
    ] : [],
    ...estimatedBytes !== null && estimatedBytes >= LARGE_TABLE_BYTES ? [
      {
        kind: "large-load",
        table: displayName,
        message: `${displayName} has ${formatBytes(estimatedBytes)}.`,
        solution: "Load it by key ranges, beside the running changes: tributary backfill."
      }
    ] : []
  ];
}
function pipelineWarnings(options) {
  const { facts, pipeline, unpublished, load } = options;
  const { slot } = facts;
  const warning = (kind, message, solution = null) => ({ kind, table: null, message, solution });
  const { optional, unlogged } = unpublished;
  return [
    ...optional.length === 0 ? [] : [
      warning(
        "not-published",
        `The selection means tables that publication "${pipeline.source.publicationName}" does not hold; they are left out: ${namesOf(optional)}.`,
        publishStatement(facts, pipeline, optional)
      )
    ],
    ...unlogged.length === 0 ? [] : [
      warning(
        "unlogged",
        `Unlogged tables are left out, their changes are not in the log: ${namesOf(unlogged)}.`
      )
    ],
    ...slot?.active === true ? [
      warning(
        "slot-active",
        `Slot "${slot.name}" is in use: a run is under way, and what it does is not in this plan.`
      )
    ] : [],
    ...slot?.walStatus === "unreserved" ? [
      warning(
        "slot-in-danger",
        `PostgreSQL is about to remove log that slot "${slot.name}" needs: run soon.`
      )
    ] : [],
    ...load !== null && load.durationMs !== null && load.durationMs >= LARGE_LOAD_MS ? [
      warning(
        "large-load",
        `The loads take about ${formatDuration(load.durationMs)}, ${load.because}: longer than one job may last. What is loaded stays; the next run goes on.`
      )
    ] : []
  ];
}
function namesOf(tables) {
  return tables.map(({ displayName }) => displayName).join(", ");
}

// src/plan/removed-tables.ts
function removedTables(checkpoint, {
  facts,
  selected,
  unpublished,
  pipeline
}) {
  const isFollowed = (known) => selected.some(({ source, target }) => source.oid === known.oid && target.table === known.target) || unpublished.needed.some(({ source }) => source.schema === known.schema && source.name === known.name);
  return checkpoint.tables.filter((known) => !isFollowed(known)).map((known) => ({
    source: displayTableName(known),
    target: displayTargetName({ ...pipeline.target, table: known.target }),
    change: "removed",
    removal: whyRemoved(known, selected, facts),
    isPublished: facts.tables.some(({ oid }) => oid === known.oid),
    estimatedRows: null,
    estimatedBytes: null,
    rowKey: known.keyColumns,
    columns: [],
    load: null,
    unfinished: null,
    drift: [],
    statements: []
  }));
}
function whyRemoved(known, selected, { tables, unpublishedTables }) {
  const other = selected.find(({ source }) => source.oid === known.oid);
  if (other !== void 0) return `its rows go to ${other.target.table} from now on`;
  if (tables.some(({ oid }) => oid === known.oid)) return "no longer selected";
  const isNamesake = (table) => table.schema === known.schema && table.name === known.name;
  if (tables.some(isNamesake)) return "dropped at the source, and made again under the same name";
  if (unpublishedTables.some(isNamesake)) return "no longer in the publication";
  return "neither selected nor found at the source";
}

// src/plan/plan-pipeline.ts
async function planPipeline(options) {
  const { pipeline } = options;
  const source = lookAtSource(options);
  const [sourceLook, targetLook] = await Promise.all([source, lookAtTarget(options, source)]);
  const unseen = [sourceLook, targetLook].flatMap((look2) => look2.tag === "unseen" ? [look2.unseen] : []);
  const target = targetLook.tag === "seen" ? targetLook.seen : void 0;
  const report = sourceLook.tag === "seen" ? composePlan(pipeline, sourceLook.seen, target) : withoutSource(pipeline, target);
  const whole = { ...report, unseen };
  return { ...whole, status: planStatus(whole) };
}
async function lookAtSource({ pipeline, openSource }) {
  return await look("source", async () => {
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
  });
}
async function lookAtTarget({ pipeline, openTarget }, source) {
  if (openTarget === void 0) {
    const message = "The target was left out: what it holds already is not known.";
    return { tag: "unseen", unseen: { side: "target", message, code: null, solution: null } };
  }
  return await look("target", async () => {
    var _stack = [];
    try {
      const warehouse = __using(_stack, await openTarget(), true);
      const tables = async () => {
        const sourceLook = await source;
        return sourceLook.tag === "seen" ? sourceLook.seen.selected : [];
      };
      return await readTargetFacts(warehouse, pipeline, tables);
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  });
}
async function look(side, ask) {
  try {
    return { tag: "seen", seen: await ask() };
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    const { code, message, solution = null } = error;
    return { tag: "unseen", unseen: { side, message, code, solution } };
  }
}
function withoutSource(pipeline, target) {
  return {
    schemaVersion: 1,
    pipeline: pipeline.name,
    firstRun: target === void 0 ? null : target.stored === void 0,
    targetSchema: `${pipeline.target.catalog}.${pipeline.target.schema}`,
    slot: { name: pipeline.source.slotName, action: "unknown" },
    publication: { name: pipeline.source.publicationName, needed: [], optional: [] },
    problems: [],
    tables: [],
    statements: [],
    load: null,
    warnings: []
  };
}
function composePlan(pipeline, source, target) {
  const { facts, selected, unpublished } = source;
  const dialect = dialectOf(pipeline.target);
  const plannings = selected.map(
    (table) => planSelectedTable(table, { pipeline, facts, target, dialect, looksPersonal })
  );
  const followed = [
    ...plannings.map(({ planned }) => planned),
    ...unpublished.needed.map((table) => planUnpublishedTable(table, { pipeline, target }))
  ];
  const removed = target?.stored === void 0 || facts.publication === void 0 ? [] : removedTables(target.stored.checkpoint, { ...source, pipeline });
  const tables = [...followed, ...removed];
  const load = planLoads(tables, { pipeline, history: target?.history ?? [] });
  return {
    ...withoutSource(pipeline, target),
    slot: planSlot(pipeline, source, target),
    publication: planPublication(pipeline, source),
    problems: [
      ...source.problems,
      ...plannings.flatMap(({ problems }) => problems),
      ...progressProblems(pipeline, source, { target, loads: load !== null })
    ],
    tables,
    statements: target === void 0 ? [] : schemaStatements(pipeline, target, { tables, dialect }),
    load,
    warnings: [
      ...pipelineWarnings({ facts, pipeline, unpublished, load }),
      ...plannings.flatMap(({ selected: table, planned }) => tableWarnings(table, planned, pipeline))
    ]
  };
}
function planSlot({ source }, { facts }, target) {
  const name = source.slotName;
  if (facts.slot !== void 0) return { name, action: "kept" };
  if (target === void 0) return { name, action: "unknown" };
  return { name, action: target.stored === void 0 ? "made" : "missing" };
}
function planPublication(pipeline, { facts, unpublished: { needed, optional } }) {
  return {
    name: pipeline.source.publicationName,
    needed: needed.length === 0 ? [] : [publishStatement(facts, pipeline, needed)],
    optional: optional.length === 0 ? [] : [publishStatement(facts, pipeline, optional)]
  };
}
function progressProblems(pipeline, { facts }, { target, loads }) {
  const checkpoint = target?.stored?.checkpoint;
  const gap = checkpoint === void 0 ? [] : judgeCheckpoint(facts, checkpoint, pipeline);
  const makesSlot = facts.slot === void 0 ? checkpoint === void 0 : loads;
  return [...gap, ...makesSlot ? judgeFreeSlots(facts, 1) : []].map(ofPipeline);
}
function schemaStatements(pipeline, target, { tables, dialect }) {
  const state = stateTableOf(pipeline);
  const { catalog, schema } = pipeline.target;
  const isNeeded = tables.some(({ change }) => change === "added");
  const statements = [
    ...target.hasStateSchema ? [] : [buildCreateSchema(dialect, state)],
    ...target.hasStateTable ? [] : [buildCreateState(dialect, state)],
    ...target.hasSchema || !isNeeded ? [] : [buildCreateSchema(dialect, { catalog, schema })]
  ];
  return [...new Set(statements)];
}

// src/commands/plan-pipelines.ts
async function planPipelines(options) {
  const plans = [];
  for (const pipeline of options.pipelines) {
    options.onBegin(pipeline);
    const plan = await planPipeline({
      pipeline,
      openSource: openPostgresSource,
      openTarget: options.skipTarget ? void 0 : () => openExistingWarehouse(pipeline, options.environment)
    });
    plans.push(plan);
    options.onPlan(plan);
  }
  return plans;
}
function exitCodeOfPlans(plans) {
  return plans.some(({ unseen }) => unseen.some(({ code }) => code !== null)) ? 1 : 0;
}
function rowEstimates(plans) {
  return new Map(
    plans.map(({ pipeline, tables }) => [
      pipeline,
      new Map(
        tables.flatMap(
          ({ source, estimatedRows }) => estimatedRows === null ? [] : [[source, estimatedRows]]
        )
      )
    ])
  );
}

// src/foretell/foretold-essence.ts
function foretoldEssence({ base, files, notes }) {
  return {
    failure: base.failure,
    notes,
    files: files.map(({ path: path3, status, statements }) => ({
      path: path3,
      status,
      statements: statements.map(({ line, summary, outcomes }) => ({
        line,
        summary,
        outcomes: outcomes.map(outcomeEssence)
      }))
    }))
  };
}
function outcomeEssence({ sentence, solution, ...lasting }) {
  return lasting.severity === "error" ? { ...lasting, sentence, solution } : lasting;
}

// src/report/foretold-verdict.ts
var FORETOLD_MARKS = { error: "❌", warning: "⚠️", info: "ℹ️" };
function foretoldItems(report) {
  return report.files.flatMap(
    ({ path: file, statements }) => statements.flatMap(
      ({ line, column, summary, outcomes }) => [...Map.groupBy(outcomes, sameness).values()].flatMap((group) => {
        const [outcome] = group;
        const pipelines = group.flatMap(({ pipeline }) => pipeline ?? []);
        return outcome === void 0 ? [] : [{ file, line, column, summary, outcome, pipelines }];
      })
    )
  );
}
function sameness({ tag, severity, sentence, solution, targetSql }) {
  return JSON.stringify([tag, severity, sentence, solution, targetSql]);
}
function foretoldHeadline(report) {
  if (report.base.failure !== null) return "nothing can be foretold, the base schema cannot be made";
  const items = foretoldItems(report);
  const stopped = report.pipelines.filter(({ verdict }) => verdict === "stops").length;
  const parts = [
    ...stopped === 0 ? [] : [`${formatNumberOf(stopped, "pipeline")} would stop`],
    ...COUNTED.flatMap(({ tags, severity, noun, verb }) => {
      const count = items.filter(
        ({ outcome }) => tags.includes(outcome.tag) && outcome.undoneBy === null && (severity ?? outcome.severity) === outcome.severity
      ).length;
      return count === 0 ? [] : [`${formatNumberOf(count, noun)} ${verb}`];
    })
  ];
  return parts.length === 0 ? "nothing changes in the lakehouse" : parts.join(", ");
}
var COUNTED = [
  { tags: ["fails"], noun: "statement", verb: "refused" },
  { tags: ["unseen-change"], severity: "warning", noun: "change", verb: "not seen by the log" },
  { tags: ["loaded-anew"], noun: "table", verb: "loaded anew" },
  { tags: ["unknown"], noun: "statement", verb: "not understood" },
  { tags: ["edited"], noun: "migration", verb: "edited" },
  { tags: ["column-added"], noun: "column", verb: "added" },
  { tags: ["column-dropped"], noun: "column", verb: "dropped" },
  { tags: ["first-load"], noun: "table", verb: "new" },
  { tags: ["table-left"], noun: "table", verb: "left" }
];
function foretoldSeverity(report) {
  const severities = foretoldItems(report).map(({ outcome }) => outcome.severity);
  if (report.base.failure !== null || severities.includes("error")) return "error";
  return severities.includes("warning") ? "warning" : "info";
}
function isWorthTelling({ outcome }) {
  return outcome.severity !== "info" || !QUIET.has(outcome.tag);
}
var QUIET = /* @__PURE__ */ new Set(["not-tried", "not-selected", "changes-earlier"]);
function pipelinesSuffix({ pipelines }, report) {
  return report.pipelines.length < 2 || pipelines.length === 0 ? "" : ` (${pipelines.join(", ")})`;
}

// src/report/foretold-diagnostics.ts
function foretoldDiagnostics(report) {
  const { failure } = report.base;
  return [
    ...failure === null ? [] : [
      {
        severity: "error",
        file: failure.file,
        line: failure.line,
        column: failure.column,
        code: "migration-fails",
        message: failure.sentence,
        hint: failure.solution
      }
    ],
    ...foretoldItems(report).filter(isWorthTelling).flatMap((item) => diagnosticOf(item, report))
  ];
}
var CODES = {
  "column-added": "migration-changes-target",
  "column-dropped": "migration-changes-target",
  stops: "migration-stops-pipeline",
  relieved: void 0,
  "first-load": "migration-changes-target",
  "loaded-anew": "migration-needs-load",
  "unseen-change": "migration-needs-load",
  "table-left": "migration-changes-target",
  "not-selected": void 0,
  "identity-changed": void 0,
  "rows-changed": void 0,
  "changes-earlier": "migration-stops-pipeline",
  fails: "migration-fails",
  unknown: "migration-unknown",
  "not-tried": void 0,
  edited: "migration-edited"
};
function diagnosticOf(item, report) {
  const { outcome, file, line, column } = item;
  const code = CODES[outcome.tag];
  const isPast = outcome.undoneBy !== null && outcome.severity === "info";
  if (code === void 0 || isPast) return [];
  const { solution } = outcome;
  return [
    {
      severity: outcome.severity === "info" ? "notice" : outcome.severity,
      file,
      line,
      column,
      code,
      message: outcome.sentence + pipelinesSuffix(item, report),
      ...solution === null ? {} : { hint: solution }
    }
  ];
}

// src/report/foretold-markdown.ts
function foretoldMarkdownBlocks(report) {
  const items = foretoldItems(report);
  const mark = FORETOLD_MARKS[foretoldSeverity(report)];
  return [
    `### ${mark} Migrations: ${escapeMarkdown(foretoldHeadline(report))}`,
    failureBlock(report),
    ...items.filter(({ outcome }) => outcome.severity === "error").map((item) => itemBlock(item, report)),
    itemTable(items.filter(isWorthTelling), report),
    remedySection(items),
    statementSection(items),
    ...noteBlocks(report)
  ].filter((block) => block !== "");
}
function failureBlock({ base: { failure } }) {
  if (failure === null) return "";
  const { file, line, sentence, solution } = failure;
  return `**${place(file, line)}** ${escapeMarkdown(sentence)}

${formatRemedyMarkdown(solution.split("\n"))}`;
}
function itemBlock(item, report) {
  const { sentence, solution } = item.outcome;
  const told = `**${place(item.file, item.line)}** ${escapeMarkdown(sentence + pipelinesSuffix(item, report))}`;
  return solution === null ? told : `${told}

${formatRemedyMarkdown(solution.split("\n"))}`;
}
function itemTable(items, report) {
  if (items.length === 0) return "";
  return tableBlock(
    [
      { title: "", align: "left" },
      { title: "line", align: "left" },
      { title: "statement", align: "left" },
      { title: "what it does to the lakehouse", align: "left" }
    ],
    items.map((item) => [
      FORETOLD_MARKS[item.outcome.severity],
      place(item.file, item.line),
      escapeShort(item.summary),
      escapeShort(item.outcome.sentence + pipelinesSuffix(item, report), 400)
    ])
  );
}
function remedySection(items) {
  const wanted = items.filter(({ outcome }) => outcome.severity !== "error" && outcome.solution !== null);
  const remedies = new Map(wanted.map((item) => [item.outcome.solution ?? "", item]));
  if (remedies.size === 0) return "";
  const blocks = [...remedies].map(
    ([solution, { file, line }]) => `${place(file, line)}

${formatRemedyMarkdown(solution.split("\n"))}`
  );
  return foldedBlock("What to do", blocks.join("\n\n"));
}
function statementSection(items) {
  const statements = [
    ...new Set(items.flatMap(({ outcome }) => outcome.undoneBy === null ? outcome.targetSql : []))
  ];
  if (statements.length === 0) return "";
  return foldedBlock(
    "SQL that runs will send to the target",
    codeBlock(statements.map((sql) => `${sql};`).join("\n"), "sql")
  );
}
function noteBlocks({ notes }) {
  return notes.length === 0 ? [] : [notes.map((note) => `- ${escapeMarkdown(note)}`).join("\n")];
}
function place(file, line) {
  return escapeMarkdown(`${file}:${line}`);
}

// src/report/foretold-text.ts
function formatForetoldText(report, options) {
  const style = styleOf(options.colours);
  const { mark, colour } = MARKS[foretoldSeverity(report)];
  const { failure } = report.base;
  const lines = [
    `${style[colour](mark)} ${style.bold("migrations")}: ${foretoldHeadline(report)}`,
    ...failure === null ? [] : [
      `  ${style.bold(printableLine(`${failure.file}:${failure.line}:${failure.column}`))} ${printableLine(failure.sentence)}`,
      ...remedyLines(failure.solution, style)
    ],
    ...foretoldItems(report).filter(isWorthTelling).flatMap((item) => itemLines(item, report, style)),
    ...report.notes.map((note) => `  – ${printableLine(note)}`)
  ];
  return `${lines.join("\n")}
`;
}
var MARKS = {
  error: { mark: "✘", colour: "red" },
  warning: { mark: "!", colour: "yellow" },
  info: { mark: "✔", colour: "green" }
};
function itemLines(item, report, style) {
  const { severity, sentence, solution, targetSql, undoneBy } = item.outcome;
  const { mark, colour } = MARKS[severity];
  const where = style.bold(printableLine(`${item.file}:${item.line}:${item.column}`));
  return [
    `  ${style[colour](mark)} ${where} ${printableLine(item.summary)}`,
    `      ${printableLine(sentence + pipelinesSuffix(item, report))}`,
    ...severity === "info" ? [] : remedyLines(solution, style),
    ...undoneBy === null ? targetSql.flatMap((sql) => remedyLines(`${sql};`, style)) : []
  ];
}
function remedyLines(solution, style) {
  if (solution === null) return [];
  return printable(solution).split("\n").map((line) => `        ${style.dim(line)}`);
}

// src/report/plan-markdown.ts
function plansMarkdownBlocks(reports) {
  const [first, ...others] = reports;
  if (first === void 0) return [];
  if (others.length === 0) return planMarkdownBlocks(first);
  const worthALook = reports.filter(({ status, warnings }) => status !== "no-changes" || warnings.length > 0);
  return [
    `### ${setHeadline(reports)}`,
    pipelineTable(reports),
    ...worthALook.flatMap((report) => blocksOf(report, "####"))
  ];
}
function planMarkdownBlocks(report) {
  return blocksOf(report, "###");
}
var MANY_TABLES = 50;
function blocksOf(report, heading) {
  const isLong = report.tables.length > MANY_TABLES;
  return [
    `${heading} ${PLAN_MARKS[report.status]} ${escapeMarkdown(report.pipeline)}: ${escapeMarkdown(planHeadline(report))}`,
    ...report.unseen.map(unseenBlock),
    ...report.problems.length === 0 ? [] : ["**What stops it**", ...report.problems.map(problemBlock)],
    ...isLong ? [] : [tableSection(report)],
    [...factLines(report), ...driftLines(report.tables)].join("\n"),
    ...warningBlocks(report.warnings),
    ...isLong ? [tableSection(report)] : [],
    columnSection(report.tables),
    statementSection2(report)
  ].filter((block) => block !== "");
}
var BY_WEIGHT = ["blocked", "unseen", "changes", "no-changes"];
function setHeadline(reports) {
  const count = (status) => reports.filter((report) => report.status === status).length;
  const changed = count("changes");
  const parts = [
    ...count("blocked") === 0 ? [] : [`${count("blocked")} would stop`],
    ...count("unseen") === 0 ? [] : [`${count("unseen")} not seen whole`],
    `${changed === 0 ? "none" : changed} would change`
  ];
  const worst = BY_WEIGHT.find((status) => count(status) > 0);
  return `${PLAN_MARKS[worst ?? "no-changes"]} Of ${formatNumberOf(reports.length, "pipeline")}, ${parts.join(", ")}`;
}
function pipelineTable(reports) {
  return tableBlock(
    [
      { title: "", align: "left" },
      { title: "pipeline", align: "left" },
      { title: "what happens", align: "left" }
    ],
    reports.map((report) => [
      PLAN_MARKS[report.status],
      escapeMarkdown(report.pipeline),
      escapeMarkdown(planHeadline(report))
    ])
  );
}
function unseenBlock({ message, code, solution }) {
  if (code === null) return `> ${escapeMarkdown(message)}`;
  return withRemedy(`**${escapeMarkdown(message)}** (\`${code}\`)`, solution, "");
}
function problemBlock({ code, message, solution }) {
  return withRemedy(`- ${escapeMarkdown(message)} (\`${code}\`)`, solution, "  ");
}
function warningBlocks(warnings) {
  if (warnings.length === 0) return [];
  return [
    "**Worth knowing**",
    ...warnings.map(({ message, solution }) => withRemedy(`- ${escapeMarkdown(message)}`, solution, "  "))
  ];
}
function withRemedy(text, solution, indent) {
  if (solution === null || solution === "") return text;
  const remedy = formatRemedyMarkdown(solution.split("\n")).split("\n").map((line) => line === "" ? "" : `${indent}${line}`).join("\n");
  return `${text}

${remedy}`;
}
var COLUMNS = [
  { title: "", align: "left" },
  { title: "table", align: "left" },
  { title: "target", align: "left" },
  { title: "what happens", align: "left" },
  { title: "rows", align: "right" },
  { title: "size", align: "right" }
];
var MARKS2 = {
  added: "➕",
  changed: "✏️",
  unchanged: "",
  removed: "➖",
  unknown: "❔"
};
function tableSection(report) {
  const moving = report.tables.filter(({ change }) => change !== "unchanged");
  const still = report.tables.length - moving.length;
  const rows = moving.map((table) => tableRow(table, report));
  return [
    ...rows.length === 0 ? [] : [tableBlock(COLUMNS, rows)],
    ...still === 0 || rows.length === 0 ? [] : [`${formatNumberOf(still, "table")} more as before.`]
  ].join("\n\n");
}
function tableRow(table, report) {
  const isStopped = report.problems.some((problem) => problem.table === table.source);
  return [
    isStopped ? "❌" : MARKS2[table.change],
    escapeMarkdown(table.source),
    escapeMarkdown(withoutSchema(table.target, report)),
    escapeMarkdown(tableWords(table, report)),
    table.estimatedRows === null ? "" : unbroken(`≈ ${formatCount(table.estimatedRows)}`),
    table.estimatedBytes === null ? "" : unbroken(formatBytes(table.estimatedBytes))
  ];
}
function unbroken(quantity) {
  return quantity.replaceAll(" ", "&nbsp;");
}
function withoutSchema(target, { targetSchema }) {
  const prefix = `${targetSchema}.`;
  return target.startsWith(prefix) ? target.slice(prefix.length) : target;
}
var MAX_DRIFT = 50;
function driftLines(tables) {
  const sentences = tables.flatMap((table) => table.drift.map((drift) => driftSentence(table, drift)));
  const more = sentences.length - MAX_DRIFT;
  return [
    ...sentences.slice(0, MAX_DRIFT).map((sentence) => `- ${escapeMarkdown(sentence)}`),
    ...more > 0 ? [`- … and ${formatCount(more)} changes of columns more`] : []
  ];
}
function factLines(report) {
  const removed = report.tables.some(({ change }) => change === "removed");
  const moving = report.tables.some(({ change }) => change !== "unchanged");
  return [
    ...moving ? [`The target tables are in ${report.targetSchema}.`] : [],
    ...report.load === null ? [] : [loadSentence(report.load)],
    slotSentence(report),
    removed ? "Nothing is dropped: tables that are no longer followed stay in the target as they are." : void 0
  ].filter((sentence) => sentence !== void 0).map((sentence) => `- ${escapeMarkdown(sentence)}`);
}
var MAX_NAMES = 40;
var MAX_NAME_LENGTH = 80;
function columnSection(tables) {
  const shown = tables.filter(({ change, columns }) => change !== "unchanged" && columns.length > 0);
  if (shown.length === 0) return "";
  const rows = shown.map(({ source, columns }) => [
    escapeMarkdown(source),
    columnNames(columns.filter(({ use }) => use === "included")),
    columnNames(columns.filter(({ use }) => use !== "included"))
  ]);
  const count = shown.reduce((sum, { columns }) => sum + columns.length, 0);
  return foldedBlock(
    capitalised(`columns (${formatCount(count)})`),
    tableBlock(
      [
        { title: "table", align: "left" },
        { title: "brought over", align: "left" },
        { title: "left out", align: "left" }
      ],
      rows
    )
  );
}
function columnNames(columns) {
  const more = columns.length > MAX_NAMES ? ` and ${formatCount(columns.length - MAX_NAMES)} more` : "";
  return `${columns.slice(0, MAX_NAMES).map(columnName).join(", ")}${more}`;
}
function columnName({ name, isKey, use, change, personal }) {
  const shown = escapeShort(name, MAX_NAME_LENGTH);
  const remarks = [
    ...isKey ? ["key"] : [],
    ...change === "added" ? ["new"] : [],
    ...change === "deselected" ? ["so far brought over"] : [],
    ...use === "included" || use === "excluded" ? [] : [use.replace("-", " ")],
    ...use === "included" && personal !== null ? [`⚠️ ${personal}`] : []
  ];
  return remarks.length === 0 ? shown : `${shown} (${remarks.join(", ")})`;
}
var MAX_SQL_LENGTH = 2e4;
function statementSection2({ statements, tables }) {
  const all = [...statements, ...tables.flatMap((table) => table.statements)];
  if (all.length === 0) return "";
  let length = 0;
  const shown = all.filter((statement) => {
    length += statement.length;
    return length <= MAX_SQL_LENGTH;
  });
  const more = all.length - shown.length;
  return foldedBlock(
    capitalised(`SQL on the target (${formatNumberOf(all.length, "statement")})`),
    [
      codeBlock(shown.map((statement) => `${statement};`).join("\n\n"), "sql"),
      ...more === 0 ? [] : [`… and ${formatNumberOf(more, "statement")} more.`]
    ].join("\n\n")
  );
}

// src/report/plan-text.ts
function formatPlanText(report, options) {
  const style = styleOf(options.colours);
  const { mark, colour } = VERDICTS[report.status];
  const sections = [
    [`${style[colour](mark)} ${style.bold(printableLine(report.pipeline))}: ${planHeadline(report)}`],
    problemLines(report, style),
    tableLines(report),
    driftLines2(report),
    factLines2(report),
    columnLines(report),
    warningLines(report, style),
    statementLines(report, style)
  ].filter((lines) => lines.length > 0);
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}
`;
}
var VERDICTS = {
  changes: { mark: "✎", colour: "yellow" },
  "no-changes": { mark: "✔", colour: "green" },
  blocked: { mark: "✘", colour: "red" },
  unseen: { mark: "?", colour: "yellow" }
};
function problemLines({ problems, unseen }, style) {
  const told = [...problems, ...unseen.filter(({ code }) => code !== null)];
  return [
    ...told.flatMap(({ code, message, solution }) => [
      ...printable(message).split("\n").map(
        (line, index) => index === 0 ? `  ${style.red("✗")} ${line} ${style.dim(`[${code ?? ""}]`)}` : `    ${line}`
      ),
      ...remedyLines2(solution, style)
    ]),
    ...unseen.filter(({ code }) => code === null).map(({ message }) => `  – ${printableLine(message)}`)
  ];
}
function remedyLines2(solution, style) {
  if (solution === null || solution === "") return [];
  return printable(solution).split("\n").map((line) => `      ${style.dim(line)}`);
}
var COLUMNS2 = [
  { title: "", align: "left" },
  { title: "source", align: "left" },
  { title: "target", align: "left" },
  { title: "rows", align: "right" },
  { title: "size", align: "right" },
  { title: "what happens", align: "left" }
];
var MARKS3 = {
  added: "+",
  changed: "~",
  unchanged: "",
  removed: "-",
  unknown: "?"
};
function tableLines(report) {
  const still = report.tables.filter(({ change }) => change === "unchanged").length;
  const moving = report.tables.filter(({ change }) => change !== "unchanged");
  const rows = moving.map((table2) => [
    MARKS3[table2.change],
    printableLine(table2.source),
    printableLine(table2.target),
    table2.estimatedRows === null ? "" : `≈ ${formatCount(table2.estimatedRows)}`,
    table2.estimatedBytes === null ? "" : formatBytes(table2.estimatedBytes),
    printableLine(tableWords(table2, report))
  ]);
  const table = rows.length === 0 ? [] : formatTextTable(COLUMNS2, rows).map((line) => `  ${line}`);
  return still === 0 || moving.length === 0 ? table : [...table, `  ${formatNumberOf(still, "table")} more as before`];
}
function driftLines2({ tables }) {
  return tables.flatMap(
    (table) => table.drift.map((drift) => `  ${printableLine(driftSentence(table, drift))}`)
  );
}
function factLines2(report) {
  return [report.load === null ? void 0 : loadSentence(report.load), slotSentence(report)].filter((line) => line !== void 0).map((line) => `  ${printableLine(line)}`);
}
function columnLines({ tables }) {
  return tables.flatMap(({ source, columns }) => {
    const out = columns.filter(({ use }) => use !== "included");
    if (out.length === 0) return [];
    const names = out.map(({ name, use }) => `${name} (${use.replace("-", " ")})`).join(", ");
    return [`  ${printableLine(`${source}: without ${names}`)}`];
  });
}
function warningLines({ warnings }, style) {
  return warnings.flatMap(({ message, solution }) => [
    `  ${style.yellow("!")} ${printableLine(message)}`,
    ...remedyLines2(solution, style)
  ]);
}
function statementLines({ statements, tables }, style) {
  const all = [...statements, ...tables.flatMap((table) => table.statements)];
  if (all.length === 0) return [];
  return [
    `  SQL on the target (${formatNumberOf(all.length, "statement")}):`,
    ...all.flatMap(
      (statement) => printable(`${statement};`).split("\n").map((line) => `    ${style.dim(line)}`)
    )
  ];
}

// src/workflow/step-migrations.ts
import { relative, resolve, sep } from "node:path";

// src/commands/foretell-migrations.ts
import path2 from "node:path";

// src/foretell/migration-files.ts
import path from "node:path";

// src/foretell/migration-text.ts
var MARKS4 = [
  // dbmate
  { up: /^--\s*migrate:up\b/i, down: /^--\s*migrate:down\b/i },
  // goose, sql-migrate
  { up: /^--\s*\+(?:goose|migrate)\s+up\b/i, down: /^--\s*\+(?:goose|migrate)\s+down\b/i },
  // MyBatis
  { up: /^--\s*\/\/\s*(?!@undo)/i, down: /^--\s*\/\/\s*@undo\b/i }
];
function forwardPart(text) {
  const lines = text.split("\n");
  const marks = MARKS4.find(({ down }) => lines.some((line) => down.test(line)));
  if (marks === void 0) return text;
  let isForward = true;
  return lines.map((line) => {
    if (marks.down.test(line)) isForward = false;
    else if (marks.up.test(line)) isForward = true;
    return isForward ? line : line.replaceAll(/[^\r]/g, " ");
  }).join("\n");
}
function goesBack(path3) {
  const name = path3.slice(path3.lastIndexOf("/") + 1);
  return /(?:^|[._-])(?:down|undo|rollback|revert)\.sql$/i.test(name) || /^U\d[\d._]*__/.test(name);
}
function isRepeatable(path3) {
  return /^R__/.test(path3.slice(path3.lastIndexOf("/") + 1));
}
var NUMBERS = new Intl.Collator("en", { numeric: true });
function compareMigrations(one, other) {
  const byKind = Number(isRepeatable(one)) - Number(isRepeatable(other));
  return byKind === 0 ? NUMBERS.compare(one, other) : byKind;
}

// src/foretell/migration-files.ts
function sortMigrations(found, changes, workingDirectory) {
  const statuses = new Map(
    changes.map(({ path: changed, status }) => [path.resolve(workingDirectory, changed), status])
  );
  const forward = found.filter(({ shown }) => !goesBack(shown)).toSorted((one, other) => compareMigrations(one.shown, other.shown));
  const isNew = ({ shown, absolute }) => {
    const status = statuses.get(absolute);
    return status === "added" || status === "modified" && isRepeatable(shown);
  };
  const edited = forward.filter((file) => statuses.get(file.absolute) === "modified" && !isNew(file));
  return {
    base: forward.filter((file) => !isNew(file)),
    changed: forward.filter(isNew),
    edited
  };
}
var MAX_SCRIPT_BYTES = 16 * 1024 * 1024;
function readScript(shown, bytes) {
  if (bytes.length > MAX_SCRIPT_BYTES)
    throw unreadable(shown, `is larger than ${MAX_SCRIPT_BYTES / 1024 ** 2} MiB`);
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { path: shown, text: forwardPart(text) };
  } catch (cause) {
    throw unreadable(shown, "is not written in UTF-8", cause);
  }
}
function unreadable(shown, what, cause) {
  return new IngestError("usage-invalid", `${shown} ${what}, so it is not read as a migration.`, {
    solution: "Save it as UTF-8, split it, or name the migrations more narrowly.",
    cause
  });
}

// src/commands/foretell-migrations.ts
async function foretellMigrations(options) {
  var _stack = [];
  try {
    const found = await findMigrations(options);
    const sorted = sortMigrations(found, options.changes, options.workingDirectory);
    if (sorted.changed.length + sorted.edited.length === 0) return void 0;
    const holdsBase = options.scratch.tag === "given" && options.scratch.holdsBase;
    if (holdsBase && options.baseSchema !== void 0) throw contradiction(options.baseSchema);
    const base = holdsBase ? [] : [...schemaFiles(options), ...sorted.base];
    const { foretell } = await import("./part-TMQWHHHX.mjs");
    const { Scratch } = await import("./part-YG57XOLO.mjs");
    const { dialectOf: dialectOf2 } = await import("./part-LU5ZZRM2.mjs");
    const scripts = {
      base: await Promise.all(base.map(read)),
      changed: await Promise.all(sorted.changed.map(read))
    };
    const server = __using(_stack, options.scratch.tag === "given" ? void 0 : await options.scratch.start(), true);
    const url = options.scratch.tag === "given" ? options.scratch.url : server?.url;
    if (url === void 0) throw new TypeError("a started server has a URL");
    const scratch = __using(_stack, await Scratch.open({ url, holdsBase }), true);
    const request = {
      ...scripts,
      client: scratch.client,
      origin: holdsBase ? "scratch-database" : "files",
      pipelines: options.pipelines.map((pipeline) => ({
        pipeline,
        dialect: dialectOf2(pipeline.target),
        rows: options.rows.get(pipeline.name) ?? /* @__PURE__ */ new Map()
      }))
    };
    const report = await foretell(request).catch((error) => {
      throw scratch.translate(error);
    });
    return { ...report, files: [...sorted.edited.map(editedFile), ...report.files] };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function findMigrations({
  migrations,
  workingDirectory
}) {
  const found = await Promise.all(
    migrations.map(async (given) => {
      const isDirectory = await nodeConfigFiles.kindOf(path2.resolve(workingDirectory, given)) === "directory";
      const glob = isDirectory ? `${given.replace(/\/+$/, "")}/**/*.sql` : given;
      const expansion = await expandPath(glob, workingDirectory, nodeConfigFiles);
      if (expansion.tag === "files") return expansion.paths;
      throw new IngestError("usage-invalid", `There is no migration at ${given}.`, {
        solution: "Give the path of a file, a directory, or a glob such as db/migrations/*.sql."
      });
    })
  );
  return withoutRepeats(found.flat());
}
function schemaFiles({ baseSchema, workingDirectory }) {
  return baseSchema === void 0 ? [] : [{ shown: baseSchema, absolute: path2.resolve(workingDirectory, baseSchema) }];
}
async function read({ shown, absolute }) {
  try {
    return readScript(shown, await nodeConfigFiles.read(absolute));
  } catch (cause) {
    if (cause instanceof IngestError) throw cause;
    throw new IngestError("usage-invalid", `${shown} cannot be read.`, {
      solution: "Check the path and its permissions.",
      cause
    });
  }
}
function contradiction(baseSchema) {
  return new IngestError(
    "usage-invalid",
    `The base schema is said to be both in the scratch database and in ${baseSchema}.`,
    { solution: "Give one of the two." }
  );
}
function editedFile({ shown }) {
  const sentence = "This migration was there before the change: databases that have applied it do not apply it again, so the edit reaches none of them.";
  return {
    path: shown,
    status: "edited",
    statements: [
      {
        line: 1,
        column: 1,
        endLine: 1,
        summary: "an edited migration",
        outcomes: [
          {
            tag: "edited",
            severity: "warning",
            pipeline: null,
            table: null,
            column: null,
            code: null,
            sentence,
            solution: "Undo the edit, and write it as a migration of its own.",
            targetSql: [],
            undoneBy: null
          }
        ]
      }
    ]
  };
}

// src/workflow/step-migrations.ts
async function foretellStepMigrations(step, pipelines, plans) {
  const { inputs, workingDirectory } = step;
  if (inputs.migrations.length === 0) return void 0;
  const changes = await changesOfPull(step);
  if (changes === void 0) return void 0;
  if (inputs.scratchUrl === void 0)
    throw new IngestError("usage-invalid", "There are migrations, and no PostgreSQL to try them out on.", {
      solution: "Give the input scratch-url, such as that of a service container of the job: postgresql://postgres:postgres@localhost:5432/postgres"
    });
  return await foretellMigrations({
    migrations: inputs.migrations,
    workingDirectory,
    changes,
    pipelines,
    scratch: { tag: "given", url: inputs.scratchUrl, holdsBase: false },
    baseSchema: inputs.baseSchema,
    rows: rowEstimates(plans)
  });
}
async function changesOfPull({
  event,
  openGithub,
  log,
  workspace,
  workingDirectory
}) {
  if (event.pullNumber === void 0) {
    log.text("Migrations are foretold for pull requests only.");
    return void 0;
  }
  const api = openGithub === void 0 ? void 0 : await openGithub(log.redactor);
  const files = await api?.listPullFiles(event.pullNumber);
  if (files?.tag === "answered") {
    const directory = relative(workspace, workingDirectory);
    return files.data.flatMap(changesOfFile).map((file) => ({ ...file, path: pathFrom(directory, file.path) }));
  }
  log.warning(
    `What the migrations will do is not foretold, because nobody can tell which ones the pull request changes. ${files?.reason ?? "There is no github-token."}`
  );
  return void 0;
}
function changesOfFile({ path: path3, status, previousPath }) {
  const gone = previousPath === null ? [] : [{ path: previousPath, status: "removed" }];
  if (status === "removed") return [{ path: path3, status: "removed" }];
  return [{ path: path3, status: status === "modified" || status === "changed" ? "modified" : "added" }, ...gone];
}
function pathFrom(directory, path3) {
  return relative(resolve("/", directory), resolve("/", path3)).split(sep).join("/");
}

// src/workflow/plan-step.ts
var SUMMARY_BYTES = 900 * 1024;
async function planStep(step) {
  const { log, inputs, environment, event } = step;
  if (event.isFork || event.isDependabot) return await withoutSecrets(step);
  const config = await loadRightConfig(step);
  const skipTarget = inputs.skip === "target";
  const pipelines = choosePipelines(config.pipelines, inputs.pipeline);
  const plans = await planPipelines({
    pipelines,
    environment,
    skipTarget,
    onBegin: (pipeline) => log.text(checkAnnouncement(pipeline, skipTarget)),
    onPlan: (plan) => log.text(formatPlanText(plan, PLAIN))
  });
  markPlans(step, plans);
  const foretold = await foretellStepMigrations(step, pipelines, plans);
  const diagnostics = foretold === void 0 ? [] : foretoldDiagnostics(foretold);
  if (foretold !== void 0) log.text(formatForetoldText(foretold, PLAIN));
  await markFindings(step, diagnostics);
  const body = [
    ...plansMarkdownBlocks(plans),
    ...foretold === void 0 ? [] : foretoldMarkdownBlocks(foretold)
  ].join("\n\n");
  await log.summary(`${fitBody(body, { maxBytes: SUMMARY_BYTES, note: "The JSON report has the rest." })}
`);
  const hash = planSetHash(plans);
  const reportPath = await storeReport(step, { schemaVersion: 1, hash, plans, migrations: foretold ?? null });
  const said = await sayOnPull(step, {
    ...placeOf(step),
    name: "plan",
    body,
    essence: hashOf({ hash, migrations: foretold === void 0 ? null : foretoldEssence(foretold) }),
    hasChanges: hasChanges(plans, foretold)
  });
  const outputs = outputsOfPlans(plans, hash);
  const findingsExitCode = severityExitCode([...config.diagnostics, ...diagnostics], inputs.failOn);
  return {
    exitCode: exitCodeOf(plans) || findingsExitCode,
    outputs: {
      ...outputs,
      "failure-code": outputs["failure-code"] || (findingsExitCode === 0 ? "" : "config-invalid"),
      "report-path": reportPath,
      ...said
    }
  };
}
async function withoutSecrets(step) {
  step.log.text(
    "This pull request has no access to secrets, so that nothing can be planned; the configuration is checked."
  );
  return await validateStep(step);
}
function markPlans({ log }, plans) {
  for (const { pipeline, problems, unseen } of plans) {
    for (const { code, message, solution } of problems)
      log.failure({ code, message: `${pipeline}: ${message}`, solution });
    for (const { code, message, solution } of unseen)
      if (code !== null) log.failure({ code, message: `${pipeline}: ${message}`, solution });
  }
}
function hasChanges(plans, foretold) {
  const isMoved = foretold?.files.some(
    ({ statements }) => statements.some(({ outcomes }) => outcomes.length > 0)
  );
  const isUntold = foretold !== void 0 && foretold.base.failure !== null;
  return isMoved === true || isUntold || plans.some(({ status }) => status !== "no-changes");
}
function exitCodeOf(plans) {
  return plans.some(({ status }) => status === "blocked") ? 1 : exitCodeOfPlans(plans);
}
export {
  planStep
};
