import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  looksPersonal,
  nearestWord,
  printable,
  printableLine
} from "./part-JQP6GZYZ.mjs";
import {
  formatTextTable
} from "./part-L3P5BCHL.mjs";
import {
  VERSION
} from "./part-QVMVZWED.mjs";
import {
  otherSubjectForm,
  policyCommand
} from "./part-KDVM3MWB.mjs";
import {
  Secret
} from "./part-SRMZXY7W.mjs";
import {
  displayTableName,
  isGlob
} from "./part-RTZGDKDG.mjs";
import {
  formatBytes,
  formatCount
} from "./part-KVXXQVFD.mjs";
import {
  openConnection,
  translateSourceError
} from "./part-4FS5B4JA.mjs";
import "./part-35OM3FTI.mjs";
import {
  IngestError,
  __callDispose,
  __using,
  init_node_20_polyfills
} from "./part-KSWFSZFM.mjs";

// src/commands/init-command.ts
init_node_20_polyfills();
import { resolve } from "node:path";

// src/init/draw-up-plan.ts
init_node_20_polyfills();

// src/init/action-reference.ts
init_node_20_polyfills();
var UNPINNED_ACTION = "your-org/tributary@COMMIT_SHA";
var CHECKOUT = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";
function parseActionReference(text, version) {
  if (text === UNPINNED_ACTION || /^[\w.-]+\/[\w.-]+@[0-9a-f]{40}$/.test(text))
    return `${text} # v${version}`;
  throw new IngestError("usage-invalid", `"${text}" does not name a commit of the Action.`, {
    solution: "Give it as owner/tributary@ and the 40 hexadecimal digits of the release’s commit."
  });
}

// src/init/answers.ts
init_node_20_polyfills();
async function answer(given, question, interviewer) {
  const text = (given ?? await interviewer.ask(question)).trim();
  const reason = question.refusal?.(text);
  if (reason === void 0) return text;
  throw new IngestError("usage-invalid", `${question.flag}: ${reason}`, {
    solution: 'Give another one. "tributary init --help" has examples.'
  });
}
function listOf(text) {
  return text.split(/[\s,]+/).filter((part) => part !== "");
}
function unlessMatching(pattern, sentence) {
  return (text) => pattern.test(text) ? void 0 : sentence;
}
function unlessOneOf(words) {
  return (text) => words.includes(text) ? void 0 : `It may be ${words.join(", ")}.`;
}
function unlessParsed(parse) {
  return (text) => {
    try {
      parse(text);
      return void 0;
    } catch (error) {
      if (!(error instanceof IngestError)) throw error;
      return [error.message, error.solution ?? ""].join(" ").trim();
    }
  };
}

// src/init/ask-source.ts
init_node_20_polyfills();
var SSL_MODES = ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"];
async function askSource(flags, interviewer) {
  const ask = (given, question) => answer(given, question, interviewer);
  const settle = (given, question) => answer(given ?? question.fallback, question, interviewer);
  const host = await ask(flags.host, {
    flag: "--host",
    text: "Host of PostgreSQL, as runs will reach it",
    fallback: void 0,
    refusal: unlessMatching(/^\S+$/, "It is a host name or an address.")
  });
  const port = await ask(flags.port, {
    flag: "--port",
    text: "Port",
    fallback: "5432",
    refusal: (text) => isPort(text) ? void 0 : "It is a number from 1 to 65535."
  });
  const database = await ask(flags.database, {
    flag: "--database",
    text: "Database",
    fallback: void 0,
    refusal: unlessMatching(PG_NAME, NAME_WORDS)
  });
  const username = await ask(flags.user, {
    flag: "--user",
    text: "Role that pipelines will use (it need not be there yet)",
    fallback: "tributary",
    refusal: unlessMatching(PG_NAME, NAME_WORDS)
  });
  const sslmode = await settle(flags.sslmode, {
    flag: "--sslmode",
    text: "sslmode",
    fallback: isLocal(host) ? "prefer" : "verify-full",
    refusal: unlessOneOf(SSL_MODES)
  });
  return {
    host,
    port: Number(port),
    database,
    username,
    sslmode: SSL_MODES.find((mode) => mode === sslmode) ?? "verify-full",
    passwordVariable: await settle(flags.passwordVariable, {
      flag: "--password-variable",
      text: "Variable with its password",
      fallback: "PG_PASSWORD",
      refusal: (text) => /^(?!GITHUB_)[A-Z_][A-Z0-9_]*$/.test(text) ? void 0 : 'It is the name of a variable in capital letters, digits and "_", and of a secret on GitHub: not GITHUB_….'
    }),
    publication: await settle(flags.publication, {
      flag: "--publication",
      text: "Publication",
      fallback: "tributary_publication",
      refusal: unlessMatching(PG_NAME, NAME_WORDS)
    })
  };
}
var PG_NAME = /^.{1,63}$/;
var NAME_WORDS = "It is a name of PostgreSQL, of up to 63 characters.";
function isPort(text) {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535;
}
function isLocal(host) {
  return host === "localhost" || host === "::1" || host.startsWith("127.") || host.startsWith("/");
}

// src/init/ask-tables.ts
init_node_20_polyfills();

// src/init/judge-table.ts
init_node_20_polyfills();
function judgeTable(table) {
  const mayBeLeftOut = table.columns.filter((column) => !table.keyColumns.includes(column));
  return {
    table,
    displayName: displayTableName(table),
    obstacle: obstacleOf(table),
    personal: mayBeLeftOut.flatMap((column) => {
      const kind = looksPersonal(column);
      return kind === void 0 ? [] : [{ column, kind }];
    })
  };
}
function obstacleOf(table) {
  if (table.unlogged) return "it is unlogged, so its changes are not in the log (ALTER TABLE … SET LOGGED)";
  if (table.keyColumns.length === 0 && table.uniqueIndex === void 0)
    return "it has no primary key and no unique index over NOT NULL columns";
  if (isGlob(table.name)) return "its name would be read as a glob";
  const keyColumn = table.keyColumns.find((column) => table.unsupportedColumns.includes(column));
  return keyColumn === void 0 ? void 0 : `its key column ${keyColumn} has a type that cannot be brought over`;
}
function plannedTable({ table }, leftOut) {
  const { schema, name, partitioned, published, keyColumns, uniqueIndex } = table;
  return {
    schema,
    name,
    partitioned,
    published,
    excludeColumns: table.columns.filter(
      (column) => table.unsupportedColumns.includes(column) || leftOut.includes(column)
    ),
    identityIndex: keyColumns.length === 0 ? uniqueIndex : void 0
  };
}

// src/init/ask-tables.ts
async function askTables(survey2, flags, interviewer) {
  const suggestions = survey2.tables.map(judgeTable);
  interviewer.show(listTables(suggestions));
  const wanted = await answer(
    flags.tables,
    {
      flag: "--tables",
      text: "Tables, separated by commas",
      fallback: "all",
      refusal: (text) => choose(suggestions, text).refusal
    },
    interviewer
  );
  const { chosen } = choose(suggestions, wanted);
  const leftOut = await askColumns(chosen, flags, interviewer);
  return {
    tables: chosen.map((one) => plannedTable(one, leftOut.get(one.displayName) ?? [])),
    notes: [
      ...wanted === "all" ? suggestions.filter((one) => !chosen.includes(one)).map(skippedNote) : [],
      ...chosen.flatMap((one) => columnNotes(one, leftOut.get(one.displayName) ?? []))
    ]
  };
}
function namedTables(flags) {
  const names = listOf(flags.tables ?? "");
  if (names.length === 0)
    throw new IngestError("usage-invalid", "Without a look at the database, tables have to be named.", {
      solution: "Add --tables, such as --tables public.orders,public.customers."
    });
  const [defaultSchema = "public"] = listOf(flags.schema ?? "");
  return names.map((given) => {
    const [, schema = defaultSchema, name = given] = /^([^.]+)\.(.+)$/.exec(given) ?? [];
    return {
      schema,
      name,
      excludeColumns: [],
      identityIndex: void 0,
      partitioned: false,
      published: false
    };
  });
}
function choose(suggestions, text) {
  if (text === "all") {
    const chosen2 = suggestions.filter(({ obstacle }) => obstacle === void 0);
    return chosen2.length > 0 ? { chosen: chosen2, refusal: void 0 } : { chosen: [], refusal: "There is no table that a pipeline could read." };
  }
  const chosen = [];
  for (const name of listOf(text)) {
    const found = suggestions.filter(({ table, displayName }) => displayName === name || table.name === name);
    const [only] = found;
    if (only === void 0 || found.length > 1)
      return {
        chosen: [],
        refusal: only === void 0 ? unknown(name, suggestions) : ambiguous(name, found)
      };
    if (only.obstacle !== void 0)
      return { chosen: [], refusal: `${only.displayName} cannot be read: ${only.obstacle}.` };
    if (!chosen.includes(only)) chosen.push(only);
  }
  return chosen.length > 0 ? { chosen, refusal: void 0 } : { chosen: [], refusal: "At least one table is needed." };
}
function unknown(name, suggestions) {
  const nearest = nearestWord(
    name,
    suggestions.flatMap(({ table, displayName }) => [table.name, displayName])
  );
  return `There is no table "${name}" in these schemas.${nearest === void 0 ? "" : ` Did you mean ${nearest}?`}`;
}
function ambiguous(name, found) {
  return `"${name}" is in several schemas: ${found.map(({ displayName }) => displayName).join(", ")}.`;
}
async function askColumns(chosen, flags, interviewer) {
  const personal = chosen.flatMap(
    ({ displayName, personal: columns }) => columns.map(({ column, kind }) => ({ displayName, column, kind, name: `${displayName}.${column}` }))
  );
  if (personal.length === 0) return /* @__PURE__ */ new Map();
  interviewer.show(
    printable(
      [
        "",
        "These columns look like personal data:",
        ...personal.map(({ name, kind }) => `  ${printableLine(name)}: ${kind}`)
      ].join("\n")
    )
  );
  const names = personal.map(({ name }) => name);
  const wanted = await answer(
    flags.exclude,
    {
      flag: "--exclude",
      text: "Leave out: all, none, or names separated by commas",
      fallback: "all",
      refusal: (text) => text === "all" || text === "none" || listOf(text).every((name) => names.includes(name)) ? void 0 : `It may be all, none, or some of ${names.join(", ")}.`
    },
    interviewer
  );
  const listed = listOf(wanted);
  const leftOut = personal.filter(
    ({ name }) => wanted === "all" || wanted !== "none" && listed.includes(name)
  );
  return new Map(
    [...Map.groupBy(leftOut, ({ displayName }) => displayName)].map(([name, columns]) => [
      name,
      columns.map(({ column }) => column)
    ])
  );
}
function listTables(suggestions) {
  const rows = suggestions.map(({ table, displayName, obstacle }) => [
    printableLine(displayName),
    formatCount(table.estimatedRows),
    formatBytes(table.sizeBytes),
    printableLine(obstacle === void 0 ? keyOf(table) : `– ${obstacle}`)
  ]);
  const columns = [
    { title: "table", align: "left" },
    { title: "rows, about", align: "right" },
    { title: "size", align: "right" },
    { title: "row key", align: "left" }
  ];
  return `
${formatTextTable(columns, rows).join("\n")}
`;
}
function keyOf({ keyColumns, uniqueIndex }) {
  return keyColumns.length > 0 ? keyColumns.join(", ") : `by index ${uniqueIndex ?? ""}`;
}
function skippedNote({ displayName, obstacle }) {
  return `${displayName} is left out: ${obstacle ?? ""}.`;
}
function columnNotes({ table, displayName, personal }, leftOut) {
  return [
    ...table.unsupportedColumns.map(
      (column) => `${displayName}.${column} is excluded: its type cannot be brought over.`
    ),
    ...personal.filter(({ column }) => leftOut.includes(column)).map(({ column, kind }) => `${displayName}.${column} is excluded: it looks like ${kind}.`),
    ...personal.filter(({ column }) => !leftOut.includes(column)).map(({ column, kind }) => `${displayName}.${column} is taken along, and looks like ${kind}.`)
  ];
}

// src/init/ask-target.ts
init_node_20_polyfills();
async function askTarget(flags, interviewer) {
  const ask = (given, question) => answer(given, question, interviewer);
  const kind = await ask(flags.target, {
    flag: "--target",
    text: "Target: unity_catalog, or embedded for a trial without Databricks",
    fallback: "unity_catalog",
    refusal: unlessOneOf(["unity_catalog", "embedded"])
  });
  const catalog = kind === "embedded" ? void 0 : await ask(flags.catalog, {
    flag: "--catalog",
    text: "Catalog in Unity Catalog, which has to exist",
    fallback: void 0,
    refusal: unlessMatching(TARGET_NAME, TARGET_WORDS)
  });
  const schema = await ask(flags.targetSchema, {
    flag: "--target-schema",
    text: "Schema of the target tables; made if it is missing",
    fallback: "postgres_raw",
    refusal: unlessMatching(TARGET_NAME, TARGET_WORDS)
  });
  if (catalog === void 0) return { tag: "embedded", schema };
  const warehousePath = await ask(flags.warehousePath, {
    flag: "--warehouse-path",
    text: "HTTP path of the SQL warehouse; empty: from DATABRICKS_HTTP_PATH",
    fallback: "",
    refusal: (text) => text === "" || WAREHOUSE_PATH.test(text) ? void 0 : "It is like /sql/1.0/warehouses/0123456789abcdef."
  });
  return {
    tag: "unity_catalog",
    catalog,
    schema,
    warehousePath: warehousePath === "" ? void 0 : warehousePath,
    principal: flags.servicePrincipal,
    account: flags.account
  };
}
var TARGET_NAME = /^[A-Za-z0-9_\u00a1-\uffff-]{1,255}$/;
var TARGET_WORDS = 'It is a name of letters, digits, "_" and "-".';
var WAREHOUSE_PATH = /^\/sql\/1\.0\/(?:warehouses|endpoints)\/[A-Za-z0-9-]+$/;

// src/init/init-plan.ts
init_node_20_polyfills();
var NOTHING_PREPARED = {
  walLevel: "replica",
  hasPublication: false,
  role: "missing"
};
function planEnvironment({ environment }) {
  return `${environment}-plan`;
}
function pipelinePath({ pipeline }) {
  return `${PIPELINES_DIRECTORY}/${pipeline}.yml`;
}
var PIPELINES_DIRECTORY = "pipelines";

// src/init/run-every.ts
init_node_20_polyfills();
var MINUTE = 7;
var MINUTES = [5, 10, 15, 20, 30];
var HOURS = [1, 2, 3, 4, 6, 8, 12, 24];
var LIMITS = { maxDuration: "50m", timeoutMinutes: 60 };
function parseRunEvery(text) {
  const [, amount = "", unit = ""] = /^(\d{1,4})\s*([mhd])$/.exec(text.trim()) ?? [];
  const minutes = Number(amount) * (unit === "d" ? 24 * 60 : unit === "h" ? 60 : 1);
  const cron = cronOf(minutes);
  if (cron === void 0)
    throw new IngestError("usage-invalid", `Runs cannot be started every "${text}" by a cron line.`, {
      solution: `Take one of ${[...MINUTES.map((some) => `${some}m`), ...HOURS.map((some) => `${some}h`)].join(", ")}. GitHub starts nothing more often than every five minutes.`
    });
  return { every: minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`, cron, limits: LIMITS };
}
function cronOf(minutes) {
  if (MINUTES.some((some) => some === minutes)) return `${minutesOfTheHour(minutes)} * * * *`;
  const hours = HOURS.find((some) => some * 60 === minutes);
  switch (hours) {
    case void 0:
      return void 0;
    case 1:
      return `${MINUTE} * * * *`;
    case 24:
      return `${MINUTE} 3 * * *`;
    default:
      return `${MINUTE} */${hours} * * *`;
  }
}
function minutesOfTheHour(every) {
  const first = MINUTE % every;
  return Array.from({ length: 60 / every }, (_, index) => first + index * every).join(",");
}

// src/init/draw-up-plan.ts
var USUAL_POSTGRES_MAJOR = 18;
async function drawUpPlan(options) {
  const { flags, interviewer } = options;
  const source = await askSource(flags, interviewer);
  const { tables, notes, survey: survey2 } = await findTables(source, options);
  const target = await askTarget(flags, interviewer);
  const ask = (given, question) => answer(given, question, interviewer);
  const every = await ask(flags.every, {
    flag: "--every",
    text: "How often to run",
    fallback: "15m",
    refusal: unlessParsed(parseRunEvery)
  });
  const pipeline = await ask(flags.pipeline, {
    flag: "--pipeline",
    text: "Name of the pipeline, which keeps its progress",
    fallback: source.database.replaceAll(/[^A-Za-z0-9_.-]/g, "_").replace(/^[^A-Za-z0-9]+/, "") || "pipeline",
    refusal: unlessMatching(
      /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/,
      'It is made of letters, digits, "_", "." and "-".'
    )
  });
  const github = await askGithub(options, target.tag === "embedded", survey2);
  const prepared = survey2 ?? NOTHING_PREPARED;
  return {
    plan: { pipeline, source, tables, target, every: parseRunEvery(every), prepared, github },
    notes
  };
}
async function findTables(source, { flags, interviewer, look, environment }) {
  if (look === void 0) return { tables: namedTables(flags), notes: [], survey: void 0 };
  const schemas = await answer(
    flags.schema,
    { flag: "--schema", text: "Schemas, separated by commas", fallback: "public" },
    interviewer
  );
  const lookAs = await answer(
    flags.lookAs,
    { flag: "--look-as", text: "Role to look at it with now", fallback: source.username },
    interviewer
  );
  const variable = lookAs === source.username ? source.passwordVariable : "PGPASSWORD";
  const password = environment[variable] ?? await interviewer.askSecret(`Password of ${lookAs}, for this look only (${variable} is not set)`);
  const survey2 = await look(
    {
      ...settingsFor(source),
      username: lookAs,
      password: password === "" ? void 0 : new Secret(password)
    },
    { schemas: listOf(schemas), role: source.username }
  );
  return { ...await askTables(survey2, flags, interviewer), survey: survey2 };
}
async function askGithub({ flags, interviewer, facts, version }, isTrial, survey2) {
  const ask = (given, question) => answer(isTrial ? given ?? question.fallback ?? "" : given, question, interviewer);
  return {
    repository: await ask(flags.repository, {
      flag: "--repository",
      text: "Repository on GitHub",
      fallback: facts.repository ?? (isTrial ? "OWNER/REPOSITORY" : void 0),
      refusal: unlessMatching(/^[\w.-]+\/[\w.-]+$/, "It is like acme/pipelines.")
    }),
    environment: await ask(flags.environment, {
      flag: "--environment",
      text: "Environment on GitHub that holds the secrets",
      fallback: "production",
      refusal: unlessMatching(
        /^[A-Za-z0-9][A-Za-z0-9_.-]*$/,
        'It is made of letters, digits, "_", "." and "-".'
      )
    }),
    action: parseActionReference(flags.action ?? UNPINNED_ACTION, version),
    migrations: flags.migrations ?? facts.migrations,
    postgresMajor: survey2?.serverMajor ?? USUAL_POSTGRES_MAJOR
  };
}
function settingsFor(source) {
  return {
    host: source.host,
    port: source.port,
    database: source.database,
    sslmode: source.sslmode,
    sslrootcert: void 0,
    slotName: "",
    publicationName: source.publication,
    heartbeatIntervalMs: 1e4,
    connectTimeoutMs: 15e3,
    initialLoad: true,
    loadParallelism: 1,
    maxRetainedWalBytes: 0
  };
}

// src/init/init-files.ts
init_node_20_polyfills();

// src/init/backfill-workflow.ts
init_node_20_polyfills();

// src/init/workflow-lines.ts
init_node_20_polyfills();
function indent(blanks, lines) {
  return lines.map((line) => line === "" ? "" : `${" ".repeat(blanks)}${line}`);
}
function checkoutStep(...more) {
  return [`- uses: ${CHECKOUT}`, `  with:`, `    persist-credentials: false`, ...indent(4, more)];
}
function tributaryStep({ github }, step) {
  const [command = "", ...others] = step.inputs;
  return [
    `- uses: ${github.action}`,
    `  with:`,
    ...indent(4, [command, `config: ${PIPELINES_DIRECTORY}/`, ...others]),
    ...step.environment.length === 0 ? [] : [`  env:`, ...indent(4, step.environment)]
  ];
}
function connectionEnvironment({ source, target }) {
  const isWarehouseKnown = target.tag === "unity_catalog" && target.warehousePath !== void 0;
  return [
    `${source.passwordVariable}: \${{ secrets.${source.passwordVariable} }}`,
    ...[
      "DATABRICKS_HOST",
      ...isWarehouseKnown ? [] : ["DATABRICKS_HTTP_PATH"],
      "DATABRICKS_CLIENT_ID",
      "DATABRICKS_TOKEN_AUDIENCE"
    ].map((name) => `${name}: \${{ vars.${name} }}`)
  ];
}

// src/init/yaml-text.ts
init_node_20_polyfills();
var RESERVED = /^(?:true|false|null|yes|no|on|off|y|n|nan|inf|infinity)$/i;
function yamlText(text) {
  const isPlain = /^[A-Za-z_][A-Za-z0-9_./-]*$/.test(text) && !RESERVED.test(text);
  return isPlain ? text : quoted(text.replaceAll("${", () => "$${"));
}
function workflowText(text) {
  const isPlain = /^[A-Za-z_./][A-Za-z0-9_./*-]*$/.test(text) && !RESERVED.test(text);
  return isPlain ? text : quoted(text);
}
function quoted(text) {
  return JSON.stringify(text).replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}

// src/init/backfill-workflow.ts
var LIMITS2 = { maxDuration: "330m", timeoutMinutes: 360 };
function renderBackfillWorkflow(plan) {
  return `${[
    `name: Tributary backfill`,
    `run-name: Backfill \${{ inputs.pipeline }} (\${{ inputs.mode }}\${{ inputs.dry-run && ', plan only' || '' }})`,
    ``,
    ...dispatchInputs(plan),
    ``,
    `permissions: {}`,
    ``,
    `concurrency:`,
    `  group: tributary-backfill-\${{ inputs.pipeline }}`,
    `  queue: max # every backfill that was asked for is done, one after the other`,
    ``,
    `jobs:`,
    `  backfill:`,
    `    runs-on: ubuntu-24.04`,
    `    # For a second person's approval, name another environment here, with reviewers and a federation policy of its own.`,
    `    environment: ${workflowText(plan.github.environment)}`,
    `    timeout-minutes: ${LIMITS2.timeoutMinutes} # above max-duration, so that a load ends at a whole range and is never killed`,
    `    permissions:`,
    `      actions: write # to start itself again when max-duration was too short`,
    `      contents: read # to check the repository out`,
    `      id-token: write # to sign in to Databricks`,
    `      issues: write # to keep one issue per pipeline and trouble`,
    `    steps:`,
    ...indent(6, checkoutStep()),
    ...indent(
      6,
      tributaryStep(plan, {
        inputs: [
          `command: backfill`,
          ...["pipeline", "tables", "mode", "key-range", "dry-run", "confirm"].map(
            (name) => `${name}: \${{ inputs.${name} }}`
          ),
          `max-duration: ${LIMITS2.maxDuration}`
        ],
        environment: connectionEnvironment(plan)
      })
    )
  ].join("\n")}
`;
}
function dispatchInputs({ pipeline }) {
  return [
    `on:`,
    `  workflow_dispatch:`,
    `    inputs:`,
    `      pipeline:`,
    `        description: Pipeline`,
    `        type: choice`,
    `        options: [${workflowText(pipeline)}] # add the names of further pipelines`,
    `      tables:`,
    `        description: Tables, such as public.orders, separated by commas; all of the pipeline if empty`,
    `        type: string`,
    `      mode:`,
    `        description: Load what is missing, or read loaded tables again`,
    `        type: choice`,
    `        options: [missing, refresh]`,
    `        default: missing`,
    `      key-range:`,
    `        description: Rows to refresh by the first key column, such as 1000..2000, 1000.. or ..2000; all if empty`,
    `        type: string`,
    `      dry-run:`,
    `        description: Plan only; tells rows, bytes, time and the plan's hash`,
    `        type: boolean`,
    `        default: true`,
    `      confirm:`,
    `        description: The plan's hash, where the plan replaces rows`,
    `        type: string`
  ];
}

// src/init/check-workflow.ts
init_node_20_polyfills();
var FETCH_DEPTH = "fetch-depth: 2 # the change, too: findings on its lines are marked before others";
var SCRATCH_URL = "postgresql://postgres:scratch@localhost:5432/postgres";
function renderCheckWorkflow(plan) {
  const { migrations } = plan.github;
  return `${[
    `name: Tributary check`,
    ``,
    `on:`,
    `  pull_request:`,
    `    paths:`,
    `      - ${PIPELINES_DIRECTORY}/**`,
    `      - .github/workflows/tributary-*.yml # what starts runs is held against what the pipelines say`,
    ...migrations === void 0 ? [] : [`      - ${workflowText(migrations)}`],
    ``,
    `permissions: {}`,
    ``,
    `concurrency:`,
    `  group: tributary-pr-\${{ github.event.pull_request.number }}`,
    `  cancel-in-progress: true # only the newest commit matters`,
    ``,
    `jobs:`,
    ...indent(2, validateJob(plan)),
    ``,
    ...indent(2, planJob(plan))
  ].join("\n")}
`;
}
function validateJob(plan) {
  return [
    `# Without secrets and without a network, so it is there for forks and Dependabot, too.`,
    `validate:`,
    `  runs-on: ubuntu-24.04`,
    `  timeout-minutes: 5`,
    `  permissions:`,
    `    contents: read # to check the repository out`,
    `  steps:`,
    ...indent(4, checkoutStep(FETCH_DEPTH)),
    ...indent(4, tributaryStep(plan, { inputs: [`command: validate`], environment: [] }))
  ];
}
function planJob(plan) {
  const { migrations } = plan.github;
  return [
    `# From a look at database and target, which needs credentials: forks and Dependabot do not get any.`,
    `plan:`,
    `  needs: validate`,
    `  if: >-`,
    `    github.event.pull_request.head.repo.full_name == github.repository &&`,
    `    github.event.pull_request.user.login != 'dependabot[bot]'`,
    `  runs-on: ubuntu-24.04`,
    `  timeout-minutes: 15`,
    `  # A pull request may change where a pipeline connects to. So this environment is one of its own: give it principals`,
    `  # that may only read, or reviewers who look at the change before it gets the credentials.`,
    `  environment: ${workflowText(planEnvironment(plan.github))}`,
    `  permissions:`,
    `    contents: read # to check the repository out`,
    `    id-token: write # to sign in to Databricks`,
    `    pull-requests: write # to comment, and to see which files the pull request changes`,
    ...migrations === void 0 ? [] : scratchService(plan),
    `  steps:`,
    ...indent(4, checkoutStep(FETCH_DEPTH)),
    ...indent(
      4,
      tributaryStep(plan, {
        inputs: [
          `command: plan`,
          ...migrations === void 0 ? [] : [`migrations: ${workflowText(migrations)}`, `scratch-url: ${SCRATCH_URL}`]
        ],
        environment: connectionEnvironment(plan)
      })
    )
  ];
}
function scratchService({ github }) {
  return [
    `  services:`,
    `    scratch: # migrations are tried out here; gone with the job`,
    `      image: postgres:${github.postgresMajor}`,
    `      env:`,
    `        POSTGRES_PASSWORD: scratch`,
    `      ports:`,
    `        - 5432:5432`,
    `      options: --health-cmd pg_isready --health-interval 2s --health-retries 30`
  ];
}

// src/init/pipeline-file.ts
init_node_20_polyfills();
function renderPipelineFile(plan) {
  const { source } = plan;
  return `${[
    `pipeline:`,
    `  name: ${yamlText(plan.pipeline)}`,
    ``,
    `source:`,
    `  type: postgresql`,
    `  host: ${yamlText(source.host)}`,
    `  port: ${source.port}`,
    `  database: ${yamlText(source.database)}`,
    `  username: ${yamlText(source.username)}`,
    `  password: \${${source.passwordVariable}} # from the environment, never from this file`,
    `  sslmode: ${source.sslmode}`,
    `  cdc:`,
    `    publication_name: ${yamlText(source.publication)}`,
    ``,
    `selection:`,
    `  schemas:`,
    ...selectionLines(plan.tables),
    ...exclusionLines(plan.tables),
    ``,
    `target:`,
    ...targetLines(plan.target),
    ``,
    `schedule: # what is meant; the cron line of the workflow is what starts runs`,
    `  type: interval`,
    `  every: ${plan.every.every}`
  ].join("\n")}
`;
}
function selectionLines(tables) {
  return [...Map.groupBy(tables, ({ schema }) => schema)].flatMap(([schema, its]) => [
    `    - name: ${yamlText(schema)}`,
    `      tables:`,
    ...its.map(({ name }) => `        - name: ${yamlText(name)}`)
  ]);
}
function exclusionLines(tables) {
  const excluding = tables.filter(({ excludeColumns }) => excludeColumns.length > 0);
  if (excluding.length === 0) return [];
  return [
    `  exclude_columns: # dropped where rows are read; never in a file, a log or the target`,
    ...excluding.flatMap(({ schema, name, excludeColumns }) => [
      `    - table: ${yamlText(`${schema}.${name}`)}`,
      `      columns: [${excludeColumns.map(yamlText).join(", ")}]`
    ])
  ];
}
function targetLines(target) {
  switch (target.tag) {
    case "embedded":
      return [`  type: embedded`, `  path: ../lakehouse.duckdb`, `  schema: ${yamlText(target.schema)}`];
    case "unity_catalog":
      return [
        `  type: unity_catalog`,
        `  catalog: ${yamlText(target.catalog)}`,
        `  schema: ${yamlText(target.schema)}`,
        ...target.warehousePath === void 0 ? [] : [`  databricks:`, `    http_path: ${yamlText(target.warehousePath)}`]
      ];
    default:
      return target;
  }
}

// src/init/sync-workflow.ts
init_node_20_polyfills();
function renderSyncWorkflow(plan) {
  const { cron, limits } = plan.every;
  return `${[
    `name: Tributary sync`,
    ``,
    `# Nothing but the schedule is in this file: where a repository is quiet for 60 days, GitHub turns the whole file off.`,
    `on:`,
    `  schedule:`,
    `    # Best effort, and worst at minute 0. A run that comes late takes all that is pending.`,
    `    - cron: "${cron}"`,
    `  workflow_dispatch:`,
    `    inputs:`,
    `      command:`,
    `        description: What to do`,
    `        type: choice`,
    `        options: [run, check, status]`,
    `        default: run`,
    ``,
    `permissions: {}`,
    ``,
    `jobs:`,
    `  sync:`,
    `    name: Sync \${{ matrix.pipeline }}`,
    `    runs-on: ubuntu-24.04`,
    `    environment: ${workflowText(plan.github.environment)}`,
    `    timeout-minutes: ${limits.timeoutMinutes} # above max-duration, so that a run ends at a commit and is never killed`,
    `    permissions:`,
    `      actions: read # to count the starts that GitHub has left out`,
    `      contents: read # to check the repository out`,
    `      id-token: write # to sign in to Databricks`,
    `      issues: write # to keep one issue per pipeline and trouble`,
    `    strategy:`,
    `      fail-fast: false # one pipeline in trouble does not stop the others`,
    `      matrix:`,
    `        pipeline: [${workflowText(plan.pipeline)}] # one job each; add the names of further pipelines`,
    `    concurrency:`,
    `      # One run at a time. A newer waiting run replaces an older waiting one: either would take the same.`,
    `      group: tributary-sync-\${{ matrix.pipeline }}`,
    `    steps:`,
    ...indent(6, checkoutStep()),
    ...indent(
      6,
      tributaryStep(plan, {
        inputs: [
          `command: \${{ inputs.command || 'run' }}`,
          `pipeline: \${{ matrix.pipeline }}`,
          `max-duration: ${limits.maxDuration}`
        ],
        environment: connectionEnvironment(plan)
      })
    )
  ].join("\n")}
`;
}

// src/init/init-files.ts
function renderInitFiles(plan) {
  const pipeline = { path: pipelinePath(plan), text: renderPipelineFile(plan) };
  if (plan.target.tag === "embedded") return [pipeline];
  return [pipeline, ...renderWorkflows(plan)];
}
function renderWorkflows(plan) {
  return [
    { path: ".github/workflows/tributary-check.yml", text: renderCheckWorkflow(plan) },
    { path: ".github/workflows/tributary-sync.yml", text: renderSyncWorkflow(plan) },
    { path: ".github/workflows/tributary-backfill.yml", text: renderBackfillWorkflow(plan) }
  ];
}

// src/init/instructions.ts
init_node_20_polyfills();

// src/init/source-setup.ts
init_node_20_polyfills();
function buildSourceSetup(plan) {
  return [
    ...settingsOf(plan),
    ...roleOf(plan),
    ...grantsOf(plan),
    ...identitiesOf(plan.tables),
    ...publicationOf(plan)
  ];
}
function settingsOf({ prepared }) {
  if (prepared.walLevel === "logical") return [];
  return [
    `-- On Amazon RDS and Aurora: rds.logical_replication = 1 in the parameter group; on Cloud SQL: cloudsql.logical_decoding = on.`,
    `ALTER SYSTEM SET wal_level = 'logical';`,
    `ALTER SYSTEM SET max_replication_slots = 10;`,
    `ALTER SYSTEM SET max_wal_senders = 10;`,
    `-- Restart the server. Set max_slot_wal_keep_size, too: a slot keeps log until it is acknowledged.`
  ];
}
function roleOf({ source, prepared }) {
  const role = quote(source.username);
  const onRds = `-- on Amazon RDS and Aurora instead: GRANT rds_replication TO ${role};`;
  switch (prepared.role) {
    case "missing":
      return [`CREATE ROLE ${role} WITH LOGIN REPLICATION PASSWORD 'choose one'; ${onRds}`];
    case "may-not-replicate":
      return [`ALTER ROLE ${role} REPLICATION; ${onRds}`];
    case "may-replicate":
      return [];
    default:
      return prepared.role;
  }
}
function grantsOf({ source, tables }) {
  const role = quote(source.username);
  const schemas = [...new Set(tables.map(({ schema }) => quote(schema)))];
  return [
    `GRANT CONNECT ON DATABASE ${quote(source.database)} TO ${role};`,
    `GRANT USAGE ON SCHEMA ${schemas.join(", ")} TO ${role};`,
    `GRANT SELECT ON TABLE ${tables.map(qualified).join(", ")} TO ${role};`
  ];
}
function identitiesOf(tables) {
  return tables.flatMap(
    (table) => table.identityIndex === void 0 ? [] : [
      `ALTER TABLE ${qualified(table)} REPLICA IDENTITY USING INDEX ${quote(table.identityIndex)}; -- it has no primary key`
    ]
  );
}
function publicationOf({ source, tables, prepared }) {
  const publication = quote(source.publication);
  const isPartitioned = tables.some(({ partitioned }) => partitioned);
  if (!prepared.hasPublication)
    return [
      `CREATE PUBLICATION ${publication} FOR TABLE ${tables.map(qualified).join(", ")}${isPartitioned ? " WITH (publish_via_partition_root = true)" : ""};`
    ];
  const missing = tables.filter(({ published }) => !published);
  return [
    ...missing.length === 0 ? [] : [`ALTER PUBLICATION ${publication} ADD TABLE ${missing.map(qualified).join(", ")};`],
    ...isPartitioned ? [`ALTER PUBLICATION ${publication} SET (publish_via_partition_root = true);`] : []
  ];
}
function qualified({ schema, name }) {
  return `${quote(schema)}.${quote(name)}`;
}
var RESERVED2 = /^(?:all|analyse|analyze|and|any|array|as|asc|asymmetric|both|case|cast|check|collate|column|constraint|create|current_\w+|default|deferrable|desc|distinct|do|else|end|except|false|fetch|for|foreign|from|grant|group|having|in|initially|intersect|into|lateral|leading|limit|localtime|localtimestamp|not|null|offset|on|only|or|order|placing|primary|references|returning|select|session_user|some|symmetric|system_user|table|then|to|trailing|true|union|unique|user|using|variadic|when|where|window|with|authorization|binary|collation|concurrently|cross|freeze|full|ilike|inner|is|isnull|join|left|like|natural|notnull|outer|overlaps|right|similar|tablesample|verbose)$/;
function quote(name) {
  if (/^[a-z_][a-z0-9_]*$/.test(name) && !RESERVED2.test(name)) return name;
  return `"${name.replaceAll('"', '""')}"`;
}

// src/init/unity-setup.ts
init_node_20_polyfills();
var ISSUER = "https://token.actions.githubusercontent.com";
function buildCatalogGrants({ catalog, schema, principal }) {
  const runs = quote2(principal ?? "APPLICATION_ID");
  const plans = quote2("APPLICATION_ID_OF_PLAN");
  return [
    `GRANT USE CATALOG, CREATE SCHEMA ON CATALOG ${quote2(catalog)} TO ${runs};`,
    `-- For plans of pull requests, after the first run: a principal of their own, which only reads.`,
    `GRANT USE CATALOG ON CATALOG ${quote2(catalog)} TO ${plans};`,
    `GRANT USE SCHEMA, SELECT ON SCHEMA ${quote2(catalog)}.${quote2(schema)} TO ${plans};`
  ];
}
function buildFederationPolicies(plan, target) {
  const audiences = [target.account ?? "DATABRICKS_ACCOUNT_ID"];
  const principal = target.principal ?? "APPLICATION_ID";
  const runs = plan.github.environment;
  return [runs, planEnvironment(plan.github)].flatMap((environment) => [
    `# environment ${environment}, for the principal that ${environment === runs ? "runs" : "plans"}`,
    ...subjectsOf(plan.github, environment).map(
      (subject) => policyCommand(principal, { issuer: ISSUER, audiences, subject })
    )
  ]);
}
function subjectsOf({ repository }, environment) {
  const subject = `repo:${repository}:environment:${environment}`;
  const other = otherSubjectForm(subject, { repositoryId: "REPOSITORY_ID", ownerId: "OWNER_ID" });
  return other === void 0 ? [subject] : [subject, other];
}
function quote2(name) {
  return `\`${name.replaceAll("`", "``")}\``;
}

// src/init/instructions.ts
function formatInstructions(plan) {
  const { target } = plan;
  const sections = target.tag === "embedded" ? [sourceSection(plan), trialSection(plan)] : [
    sourceSection(plan),
    catalogSection(target),
    policySection(plan, target),
    githubSection(plan),
    workSection(plan)
  ];
  return sections.map(([title, ...lines], index) => `${index + 1}. ${title}

${lines.join("\n")}
`).join("\n");
}
function sourceSection(plan) {
  return [
    `PostgreSQL, once, as an administrator of "${plan.source.database}"`,
    ...indented(buildSourceSetup(plan))
  ];
}
function trialSection(plan) {
  const config = pipelinePath(plan);
  const variable = plan.source.passwordVariable;
  return [
    "Try it",
    ...indented([
      `tributary validate --config ${config} --allow-missing-variables`,
      `${variable}=… tributary check --config ${config}`,
      `${variable}=… tributary run --config ${config}`,
      `tributary query "SHOW TABLES" --lakehouse lakehouse.duckdb`
    ]),
    "",
    "The lakehouse is a file of yours; keep it out of the repository. For workflows on GitHub, begin again with",
    "--target unity_catalog: the packaged Action cannot write an embedded lakehouse."
  ];
}
function catalogSection(target) {
  return [
    "Unity Catalog, as the owner of the catalog",
    ...indented(buildCatalogGrants(target)),
    "",
    'And "Can use" on the SQL warehouse, for both principals.'
  ];
}
function policySection(plan, target) {
  return [
    "Federation policies, as an account administrator, so that no secret of Databricks is stored",
    ...indented(buildFederationPolicies(plan, target)),
    "",
    "Each environment comes in two forms; GitHub sends the second for repositories made or renamed since 15 July 2026. The ids:",
    ...indented([`gh api repos/${plan.github.repository} --jq '"\\(.owner.id) \\(.id)"'`]),
    "SERVICE_PRINCIPAL_ID is the number that the account console shows for the principal."
  ];
}
function githubSection(plan) {
  const { repository, environment, action } = plan.github;
  const set = (kind, name, place) => `gh ${kind} set ${name} --repo ${repository} --env ${place}`;
  const isWarehouseKnown = plan.target.tag === "unity_catalog" && plan.target.warehousePath !== void 0;
  const names = [
    "DATABRICKS_HOST",
    ...isWarehouseKnown ? [] : ["DATABRICKS_HTTP_PATH"],
    "DATABRICKS_CLIENT_ID",
    "DATABRICKS_TOKEN_AUDIENCE"
  ];
  return [
    "GitHub: two environments, restricted to who may see what they hold",
    ...indented(
      [environment, planEnvironment(plan.github)].flatMap((place) => [
        `gh api --method PUT repos/${repository}/environments/${place}`,
        set("secret", plan.source.passwordVariable, place),
        ...names.map((name) => set("variable", name, place))
      ])
    ),
    ...action.startsWith(UNPINNED_ACTION) ? ["", `In the workflows, write the repository and the commit of the release for ${UNPINNED_ACTION}.`] : []
  ];
}
function workSection(plan) {
  return [
    "Prove it, and begin",
    ...indented([
      `tributary validate --config ${pipelinePath(plan)} --allow-missing-variables`,
      `gh workflow run tributary-sync.yml --repo ${plan.github.repository} -f command=check`,
      `gh workflow run tributary-sync.yml --repo ${plan.github.repository}`
    ])
  ];
}
function indented(lines) {
  return lines.map((line) => `   ${line}`);
}

// src/init/interviewer.ts
init_node_20_polyfills();
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
var NEEDED = "Without questions it needs --host and --database, --catalog for the target unity_catalog, --tables with --offline, and --repository outside of a clone from GitHub.";
function silentInterviewer() {
  return {
    ask: async ({ flag, fallback }) => {
      if (fallback !== void 0) return fallback;
      throw new IngestError("usage-invalid", `${flag} is not given.`, {
        solution: `Add ${flag}, or run "tributary init" on a terminal without --yes to be asked. ${NEEDED}`
      });
    },
    askSecret: async () => "",
    show: () => void 0,
    [Symbol.dispose]: () => void 0
  };
}
var TerminalInterviewer = class {
  #output;
  #readline;
  #lines;
  #silent = false;
  #isClosed = false;
  constructor({ input, output, isTerminal }) {
    this.#output = output;
    const echo = new Writable({
      write: (chunk, _encoding, done) => {
        if (!this.#silent) output.write(chunk.toString());
        done();
      }
    });
    this.#readline = createInterface({ input, output: echo, terminal: isTerminal, historySize: 0 });
    this.#readline.once("close", () => {
      this.#isClosed = true;
    });
    this.#lines = this.#readline[Symbol.asyncIterator]();
  }
  async ask({ text, fallback, refusal }) {
    const hint = fallback === void 0 || fallback === "" ? "" : ` [${printableLine(fallback)}]`;
    for (; ; ) {
      const line = (await this.#line(`${text}${hint}: `)).trim();
      const answer2 = line === "" ? fallback : line;
      const reason = answer2 === void 0 ? "An answer is needed." : refusal?.(answer2);
      if (answer2 !== void 0 && reason === void 0) return answer2;
      this.show(`  ${reason ?? ""}`);
    }
  }
  async askSecret(text) {
    this.#output.write(`${text}: `);
    this.#silent = true;
    try {
      return await this.#line("");
    } finally {
      this.#silent = false;
      this.#output.write("\n");
    }
  }
  show(text) {
    this.#output.write(`${text}
`);
  }
  [Symbol.dispose]() {
    this.#readline.close();
  }
  async #line(prompt) {
    if (this.#isClosed) this.#output.write(prompt);
    else {
      this.#readline.setPrompt(prompt);
      this.#readline.prompt();
    }
    const { done, value } = await this.#lines.next();
    if (done !== true) return value;
    throw new IngestError("interrupted", "The questions were not answered to the end; nothing was written.", {
      solution: 'Begin again, or answer by flags; "tributary init --help" lists them.'
    });
  }
};

// src/init/repository-facts.ts
init_node_20_polyfills();
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
var MIGRATION_DIRECTORIES = [
  "migrations",
  "db/migrations",
  "sql/migrations",
  "supabase/migrations",
  "prisma/migrations"
];
async function readRepositoryFacts(directory) {
  const config = await readFile(join(directory, ".git", "config"), "utf8").catch(() => "");
  return { repository: repositoryOf(config), migrations: await findMigrations(directory) };
}
function repositoryOf(gitConfig) {
  const remotes = [
    ...gitConfig.matchAll(
      /^\[remote "([^"]*)"\][^[]*?^\s*url\s*=\s*\S*github\.com[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?\s*$/gm
    )
  ];
  return (remotes.find(([, name]) => name === "origin") ?? remotes[0])?.[2];
}
async function findMigrations(directory) {
  for (const candidate of MIGRATION_DIRECTORIES) {
    const names = await readdir(join(directory, candidate), { recursive: true }).catch(() => []);
    if (names.some((name) => name.endsWith(".sql"))) return `${candidate}/**/*.sql`;
  }
  return void 0;
}

// src/init/write-init-files.ts
init_node_20_polyfills();
import { mkdir, readFile as readFile2, writeFile } from "node:fs/promises";
import { dirname, join as join2 } from "node:path";
async function writeInitFiles(files, options) {
  const outcomes = /* @__PURE__ */ new Map();
  for (const file of files) outcomes.set(file.path, await writeInitFile(file, options));
  return outcomes;
}
async function writeInitFile({ path, text }, { directory, force }) {
  const absolute = join2(directory, path);
  try {
    await mkdir(dirname(absolute), { recursive: true });
    await writeFile(absolute, text, { flag: "wx" });
    return "written";
  } catch (cause) {
    if (!isThere(cause)) throw refused(path, cause);
  }
  try {
    if (await readFile2(absolute, "utf8") === text) return "unchanged";
    if (!force) return "kept";
    await writeFile(absolute, text);
    return "replaced";
  } catch (cause) {
    throw refused(path, cause);
  }
}
function isThere(error) {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}
function refused(path, cause) {
  return new IngestError("usage-invalid", `The file ${path} cannot be written.`, {
    solution: "Check the directory (--dir) and its permissions. Files named before it have been written.",
    cause
  });
}

// src/source/survey.ts
init_node_20_polyfills();
async function surveySource(settings, wanted) {
  const client = await openConnection(settings, "query");
  try {
    return await survey(client, settings.publicationName, wanted);
  } catch (error) {
    throw translateSourceError(error, settings, "reading its catalog");
  } finally {
    await client.end().catch(() => void 0);
  }
}
async function survey(client, publicationName, { schemas, role }) {
  const servers = await client.query(SERVER, [publicationName, role]);
  const [server] = servers.rows;
  if (server === void 0) throw new Error("the server answered without a row");
  const tables = await client.query(TABLES, [schemas, publicationName]);
  return {
    serverMajor: Math.floor(server.version / 1e4),
    walLevel: server.wal_level,
    hasPublication: server.has_publication,
    role: server.role,
    tables: tables.rows.map(assembleTable)
  };
}
var SERVER = (
  /*sql*/
  `
SELECT current_setting('server_version_num')::int4 AS version, current_setting('wal_level') AS wal_level,
       EXISTS (SELECT 1 FROM pg_publication WHERE pubname = $1) AS has_publication,
       coalesce((SELECT CASE WHEN r.rolreplication OR r.rolsuper OR EXISTS (
                          SELECT 1 FROM pg_roles g WHERE g.rolname = 'rds_replication' AND pg_has_role(r.oid, g.oid, 'USAGE'))
                        THEN 'may-replicate' ELSE 'may-not-replicate' END
                 FROM pg_roles r WHERE r.rolname = $2), 'missing') AS role`
);
var TABLES = (
  /*sql*/
  `
WITH RECURSIVE members (root, oid, row_count) AS (
  SELECT c.oid, c.oid, CASE c.relkind WHEN 'r' THEN c.reltuples ELSE 0 END FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname = ANY ($1::text[])
  UNION ALL
  SELECT m.root, c.oid, CASE c.relkind WHEN 'r' THEN c.reltuples ELSE 0 END FROM members m JOIN pg_inherits h ON h.inhparent = m.oid
  JOIN pg_class c ON c.oid = h.inhrelid AND c.relispartition)
SELECT n.nspname::text AS schema, c.relname::text AS name, c.relkind = 'p' AS partitioned,
       c.relpersistence = 'u' AS unlogged,
       EXISTS (SELECT 1 FROM pg_publication_tables p
               WHERE p.pubname = $2 AND p.schemaname = n.nspname AND p.tablename = c.relname) AS published,
       (SELECT coalesce(sum(greatest(m.row_count, 0)), 0) FROM members m WHERE m.root = c.oid)::float8 AS estimated_rows,
       (SELECT coalesce(sum(pg_table_size(m.oid)), 0) FROM members m WHERE m.root = c.oid)::text AS size_bytes,
       (SELECT array_agg(a.attname::text ORDER BY k.ordinal)
        FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (attnum, ordinal)
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
        WHERE i.indrelid = c.oid AND k.ordinal <= i.indnkeyatts
          AND CASE c.relreplident WHEN 'i' THEN i.indisreplident ELSE i.indisprimary END) AS key_columns,
       (SELECT x.relname::text FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
        WHERE i.indrelid = c.oid AND i.indisunique AND i.indisvalid AND i.indimmediate
          AND i.indpred IS NULL AND i.indexprs IS NULL
          AND NOT EXISTS (SELECT 1 FROM unnest(i.indkey) AS k (attnum)
                          JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
                          WHERE NOT a.attnotnull)
        ORDER BY i.indnkeyatts, x.relname LIMIT 1) AS unique_index,
       ARRAY (SELECT a.attname::text FROM pg_attribute a
              WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum) AS columns,
       ARRAY (SELECT a.attname::text FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
              LEFT JOIN pg_type e ON t.typcategory = 'A' AND e.oid = t.typelem
              WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                AND (t.typtype IN ('c', 'p') OR e.typtype IN ('c', 'p')) ORDER BY a.attnum) AS unsupported
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't' AND n.nspname = ANY ($1::text[])
ORDER BY array_position($1::text[], n.nspname::text), c.relname`
);
function assembleTable(row) {
  return {
    schema: row.schema,
    name: row.name,
    partitioned: row.partitioned,
    unlogged: row.unlogged,
    published: row.published,
    estimatedRows: row.estimated_rows,
    sizeBytes: Number(row.size_bytes),
    keyColumns: row.key_columns ?? [],
    uniqueIndex: row.unique_index ?? void 0,
    columns: row.columns,
    unsupportedColumns: row.unsupported
  };
}

// src/commands/init-command.ts
async function initCommand(options, context, stdin) {
  const directory = resolve(context.workingDirectory, options.dir);
  const { plan, notes } = await draw(options, context, { directory, stdin });
  const outcomes = await writeInitFiles(renderInitFiles(plan), { directory, force: options.force });
  context.stdout.write(
    [
      ...[...outcomes].map(([path, outcome]) => `${outcome.padEnd(9)} ${printableLine(path)}`),
      "",
      ...[...notes, ...keptNotes(outcomes, plan)].map((note) => `note: ${printableLine(note)}`),
      ...notes.length > 0 || hasKept(outcomes) ? [""] : [],
      printable(formatInstructions(plan))
    ].join("\n")
  );
  return 0;
}
async function draw(options, { stderr, environment }, { directory, stdin }) {
  var _stack = [];
  try {
    const isAsking = !options.yes && stdin.isTTY === true;
    const interviewer = __using(_stack, isAsking ? new TerminalInterviewer({ input: stdin, output: stderr, isTerminal: true }) : silentInterviewer());
    return await drawUpPlan({
      flags: options,
      interviewer,
      facts: await readRepositoryFacts(directory),
      look: options.offline ? void 0 : surveySource,
      environment,
      version: VERSION
    });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function hasKept(outcomes) {
  return [...outcomes.values()].includes("kept");
}
function keptNotes(outcomes, plan) {
  if (!hasKept(outcomes)) return [];
  return [
    "Files that were there are kept as they are; --force replaces them.",
    `Where workflows are kept, add ${plan.pipeline} to the matrix of tributary-sync.yml and the choices of tributary-backfill.yml.`
  ];
}
export {
  initCommand
};
