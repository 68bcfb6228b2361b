import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  REAL_PACE,
  RestFailure,
  UnansweredError,
  fieldOf,
  filesApi,
  httpSender,
  listField,
  numberField,
  parseJson,
  principalOf,
  refusedExchangeProblem,
  resolveConnection,
  restClient,
  textField,
  translateUnanswered
} from "./part-XVAWVQSI.mjs";
import "./part-WW3OJQWN.mjs";
import "./part-VVTTBBTH.mjs";
import {
  judged,
  unproven
} from "./part-6EERIPZD.mjs";
import {
  describeTargetTables,
  findTargetTables,
  judgeTargetTables,
  readCheckpoint,
  stateTableOf
} from "./part-SBQWYP25.mjs";
import "./part-T4SCQFTF.mjs";
import "./part-3QJBBAU7.mjs";
import {
  formatDuration
} from "./part-RVW7BTWX.mjs";
import "./part-TBZWB7EC.mjs";
import "./part-SL2CX4DZ.mjs";
import {
  IngestError
} from "./part-WR5T4RD5.mjs";
import "./part-2GY7G3VF.mjs";

// src/check/databricks-probe.ts
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

// src/check/judge-grants.ts
function judgeNeeds(needs, principal) {
  const open = needs.filter(({ securable, privilege }) => !holds(securable, privilege, principal));
  const unknown = open.filter(({ securable }) => securable.privileges === void 0);
  const missing = open.filter(({ securable }) => securable.privileges !== void 0);
  if (missing.length === 0) return { problems: [], unknown };
  const lacks = missing.map(
    ({ securable, privilege }) => `${words(privilege)} on ${describeSecurable(securable)}`
  );
  return {
    problems: [
      {
        code: "target-permission-denied",
        message: `"${principal.name}" lacks ${lacks.join(", ")}.`,
        solution: missing.map((need) => buildGrant(need, principal)).join("\n")
      }
    ],
    unknown
  };
}
function describeSecurable({ kind, name }) {
  return `${kind.toLowerCase()} ${name.join(".")}`;
}
function holds(securable, privilege, principal) {
  if (securable.owner !== void 0 && [principal.name, ...principal.groups].includes(securable.owner))
    return true;
  const privileges = securable.privileges ?? /* @__PURE__ */ new Set();
  return privileges.has(privilege) || privileges.has("ALL_PRIVILEGES");
}
function buildGrant({ securable, privilege }, principal) {
  const name = securable.name.map(quote).join(".");
  return `GRANT ${words(privilege)} ON ${securable.kind} ${name} TO ${quote(principal.name)};`;
}
function words(privilege) {
  return privilege.replaceAll("_", " ");
}
function quote(name) {
  return `\`${name.replaceAll("`", "``")}\``;
}

// src/check/unity-access.ts
var CATALOG_URL = "/api/2.1/unity-catalog";
var MAX_GROUPS = 20;
var EVERYBODY = "account users";
async function readPrincipal(rest, knownName) {
  const me = await readMe(rest);
  return {
    // A service principal's user name is its application id, which is what GRANT takes.
    name: textField(me, "userName") ?? knownName ?? "<service principal>",
    groups: listField(me, "groups").flatMap((group) => textField(group, "display") ?? [])
  };
}
async function readMe(rest) {
  try {
    return parseJson((await rest.send({ method: "GET", path: "/api/2.0/preview/scim/v2/Me" })).text);
  } catch (error) {
    if (error instanceof RestFailure && error.kind === "forbidden") return void 0;
    throw error;
  }
}
async function readAccess(rest, principal, { kind, name }, wanted) {
  const fullName = name.map(encodeURIComponent).join(".");
  const object = await readObject(rest, `${kind.toLowerCase()}s/${fullName}`);
  if (object.tag !== "there")
    return {
      kind,
      name,
      there: object.tag === "hidden",
      owner: void 0,
      privileges: object.tag === "hidden" ? /* @__PURE__ */ new Set() : void 0
    };
  const privileges = await readPrivileges(rest, principal, `${kind.toLowerCase()}/${fullName}`, wanted);
  return { kind, name, there: true, owner: object.owner, privileges };
}
async function readObject(rest, path2) {
  try {
    const answer = await rest.send({ method: "GET", path: `${CATALOG_URL}/${path2}` });
    return { tag: "there", owner: textField(parseJson(answer.text), "owner") };
  } catch (error) {
    if (error instanceof RestFailure && error.kind === "missing") return { tag: "missing" };
    if (error instanceof RestFailure && error.kind === "forbidden") return { tag: "hidden" };
    throw error;
  }
}
async function readPrivileges(rest, { name, groups }, path2, wanted) {
  const privileges = /* @__PURE__ */ new Set();
  const suffices = () => privileges.has("ALL_PRIVILEGES") || wanted.every((privilege) => privileges.has(privilege));
  for (const grantee of [name, ...groups.slice(0, MAX_GROUPS), EVERYBODY]) {
    const more = await readPrivilegesOf(rest, grantee, path2);
    if (more === void 0 && grantee === name) return void 0;
    for (const privilege of more ?? []) privileges.add(privilege);
    if (suffices()) break;
  }
  return privileges;
}
async function readPrivilegesOf(rest, grantee, path2) {
  const query = new URLSearchParams({ principal: grantee });
  try {
    const answer = await rest.send({
      method: "GET",
      path: `${CATALOG_URL}/effective-permissions/${path2}?${query}`
    });
    return listField(parseJson(answer.text), "privilege_assignments").flatMap((assignment) => listField(assignment, "privileges")).flatMap((privilege) => textField(privilege, "privilege")?.replaceAll(" ", "_") ?? []);
  } catch (error) {
    if (error instanceof RestFailure && error.kind !== "unauthenticated") return void 0;
    throw error;
  }
}

// src/check/databricks-probe.ts
function databricksProbe(options) {
  return new DatabricksProbe(options);
}
var DatabricksProbe = class {
  #options;
  #reached;
  constructor(options) {
    this.#options = options;
  }
  async reach() {
    const { connection, opener, rest, signal, nowMs } = this.#options;
    const principal = await this.#asking(
      "asking who the token belongs to",
      () => readPrincipal(rest, principalOf(connection.auth))
    );
    const sinceMs = nowMs();
    const warehouse = await opener.open(signal);
    this.#reached = { warehouse, principal };
    await warehouse.query("SELECT 1");
    const took = formatDuration(nowMs() - sinceMs);
    return judged(
      [],
      `SQL warehouse ${connection.warehouseId} at ${connection.host} answered "${principal.name}" after ${took}`
    );
  }
  async loadCheckpoint() {
    const { warehouse } = this.#requireReached();
    return await readCheckpoint(warehouse, this.#options.pipeline);
  }
  async judgeGrants(tables) {
    return await this.#asking("reading what is granted", () => this.#judgeGrants(tables));
  }
  async #judgeGrants(tables) {
    const { pipeline, target } = this.#options;
    const { warehouse, principal } = this.#requireReached();
    const catalog = await this.#access("CATALOG", [target.catalog], ["USE_CATALOG"]);
    if (!catalog.there) return judged([missingCatalog(catalog, principal)], "");
    const found = await findTargetTables(warehouse, tables);
    const state = stateTableOf(pipeline);
    const isStateThere = await warehouse.describeTable(state) !== void 0;
    const there = found.filter((table) => table.found !== void 0).map(({ selected }) => selected.target.table);
    const places = [
      { schema: target.schema, tables: there, makes: tables.length === 0 || there.length < tables.length },
      { schema: target.stateSchema, tables: isStateThere ? [state.table] : [], makes: !isStateThere }
    ];
    const needs = [{ securable: catalog, privilege: "USE_CATALOG" }];
    for (const place of places) needs.push(...await this.#schemaNeeds(place));
    const judgement = judgeNeeds(needs, principal);
    const problems = [...judgement.problems, ...judgeTargetTables(found)];
    return tell(problems, judgement, [
      `tables of ${target.catalog}.${target.schema} can be made and written`,
      describeTargetTables(found)
    ]);
  }
  /** What is needed in a schema: to make tables, and to write those that are there. */
  async #schemaNeeds(place) {
    const { catalog } = this.#options.target;
    const wanted = ["USE_SCHEMA", ...place.makes ? ["CREATE_TABLE"] : []];
    const schema = await this.#access("SCHEMA", [catalog, place.schema], [...wanted, ...WRITING]);
    if (!schema.there) {
      const parent = await this.#access("CATALOG", [catalog], ["CREATE_SCHEMA"]);
      return [{ securable: parent, privilege: "CREATE_SCHEMA" }];
    }
    const needs = wanted.map((privilege) => ({ securable: schema, privilege }));
    const isWritable = WRITING.every((privilege) => schema.privileges?.has(privilege) === true);
    if (isWritable || schema.privileges?.has("ALL_PRIVILEGES") === true) return needs;
    for (const name of place.tables) {
      const table = await this.#access("TABLE", [catalog, place.schema, name], WRITING);
      needs.push(...WRITING.map((privilege) => ({ securable: table, privilege })));
    }
    return needs;
  }
  async judgeStaging() {
    const { volume } = this.#options.target;
    const doing = `staging a file in volume ${volume.catalog}.${volume.schema}.${volume.volume}`;
    return await this.#asking(doing, () => this.#judgeStaging(volume));
  }
  async #judgeStaging(volume) {
    const { principal } = this.#requireReached();
    const name = [volume.catalog, volume.schema, volume.volume];
    const access = await this.#access("VOLUME", name, []);
    if (access.there) {
      await this.#putSmallFile(`/Volumes/${name.join("/")}`, access);
      return judged([], `a file was put into ${describeSecurable(access)}, and removed`);
    }
    const catalog = await this.#access("CATALOG", name.slice(0, 1), ["CREATE_SCHEMA"]);
    if (!catalog.there) return judged([missingCatalog(catalog, principal)], "");
    const schema = await this.#access("SCHEMA", name.slice(0, 2), ["USE_SCHEMA", "CREATE_VOLUME"]);
    const needs = schema.there ? ["USE_SCHEMA", "CREATE_VOLUME"].map((privilege) => ({ securable: schema, privilege })) : [{ securable: catalog, privilege: "CREATE_SCHEMA" }];
    const judgement = judgeNeeds(needs, principal);
    return tell(judgement.problems, judgement, [
      `${describeSecurable(access)} is not there yet: the first run makes it`
    ]);
  }
  async #putSmallFile(volumePath, volume) {
    const files = filesApi(this.#options.rest);
    const directory = await mkdtemp(path.join(tmpdir(), "tributary-check-"));
    const remote = `${volumePath}/tributary-check-${randomBytes(6).toString("hex")}.txt`;
    try {
      const local = path.join(directory, "check.txt");
      await writeFile(local, 'Written by "tributary check", which removes it again.\n');
      await files.putFile(local, remote);
      await files.deleteFile(remote);
    } catch (error) {
      throw this.#explainVolume(error, volume);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }
  #explainVolume(error, volume) {
    if (!(error instanceof RestFailure) || error.kind !== "forbidden") return error;
    const { principal } = this.#requireReached();
    const bare = { ...volume, owner: void 0, privileges: /* @__PURE__ */ new Set() };
    const needs = ["READ_VOLUME", "WRITE_VOLUME"].map((privilege) => ({ securable: bare, privilege }));
    const [problem] = judgeNeeds(needs, principal).problems;
    return problem === void 0 ? error : toError(problem);
  }
  #access(kind, name, wanted) {
    return readAccess(this.#options.rest, this.#requireReached().principal, { kind, name }, wanted);
  }
  #requireReached() {
    if (this.#reached === void 0) throw new TypeError("the warehouse has not been reached");
    return this.#reached;
  }
  async #asking(doing, ask) {
    try {
      return await ask();
    } catch (error) {
      throw this.#options.rest.translate(error, doing);
    }
  }
  async [Symbol.asyncDispose]() {
    await this.#reached?.warehouse[Symbol.asyncDispose]();
  }
};
var WRITING = ["SELECT", "MODIFY"];
function tell(problems, { unknown }, found) {
  if (problems.length > 0 || unknown.length === 0)
    return judged(problems, found.filter((text) => text !== "").join("; "));
  const asked = unknown.map(
    ({ securable, privilege }) => `${privilege.replaceAll("_", " ")} on ${describeSecurable(securable)}`
  );
  return unproven(
    `the workspace does not tell whether these are granted: ${[...new Set(asked)].join(", ")}`,
    "The first run shows it. Its error has the GRANTs, and nothing is lost by it."
  );
}
function missingCatalog(catalog, principal) {
  const bare = { ...catalog, privileges: /* @__PURE__ */ new Set() };
  const [grant] = judgeNeeds([{ securable: bare, privilege: "USE_CATALOG" }], principal).problems;
  const name = catalog.name.join(".");
  return {
    code: "target-permission-denied",
    message: `There is no catalog ${name} in this workspace that "${principal.name}" could see.`,
    solution: `Correct target.catalog; or make the catalog; or, where it is there:
${grant?.solution ?? ""}`
  };
}
function toError({ code, message, solution }) {
  return new IngestError(code, message, { solution });
}

// src/warehouse/databricks/expiring-token.ts
var RENEWAL_MS = 20 * 6e4;
var TOO_LITTLE_MS = 3e4;
var RENEWAL_PAUSE_MS = 3e4;
function expiringToken(mint3, pace) {
  return new ExpiringToken(mint3, pace);
}
var ExpiringToken = class {
  #mint;
  #pace;
  #kept;
  #renewal;
  constructor(mint3, pace) {
    this.#mint = mint3;
    this.#pace = pace;
  }
  async token() {
    const kept = this.#kept;
    if (kept !== void 0 && this.#pace.nowMs() < kept.renewAtMs) return kept.token;
    this.#renewal ??= this.#renew().finally(() => {
      this.#renewal = void 0;
    });
    return this.#renewal;
  }
  refuse(token) {
    if (this.#kept?.token === token) this.#kept = void 0;
  }
  async #renew() {
    const sinceMs = this.#pace.nowMs();
    try {
      const { token, lifeMs } = await this.#mint();
      this.#kept = {
        token,
        usableUntilMs: sinceMs + lifeMs - Math.min(TOO_LITTLE_MS, lifeMs / 10),
        renewAtMs: sinceMs + lifeMs - Math.min(RENEWAL_MS, lifeMs / 2)
      };
      return token;
    } catch (error) {
      const old = this.#kept;
      const nowMs = this.#pace.nowMs();
      if (old === void 0 || nowMs >= old.usableUntilMs) throw error;
      this.#kept = { ...old, renewAtMs: Math.min(nowMs + RENEWAL_PAUSE_MS, old.usableUntilMs) };
      return old.token;
    }
  }
};

// src/warehouse/databricks/identity-claims.ts
function readIdentityClaims(token) {
  const payload = token.split(".")[1];
  if (payload === void 0) return void 0;
  const claims = parseJson(Buffer.from(payload, "base64url").toString("utf8"));
  const issuer = textField(claims, "iss");
  const subject = textField(claims, "sub");
  if (issuer === void 0 || subject === void 0) return void 0;
  const audience = fieldOf(claims, "aud");
  return {
    issuer,
    subject,
    audiences: typeof audience === "string" ? [audience] : listField(claims, "aud").filter(isText),
    repositoryId: textField(claims, "repository_id"),
    ownerId: textField(claims, "repository_owner_id")
  };
}
function isText(value) {
  return typeof value === "string";
}

// src/warehouse/databricks/identity-token.ts
import { readFile } from "node:fs/promises";
var TIMEOUT_MS = 3e4;
async function fetchIdentityToken(supply, audience, http) {
  switch (supply.tag) {
    case "token":
      return supply.token.reveal();
    case "file":
      return readTokenFile(supply.path);
    case "github-actions":
      return askGithub(supply, audience, http);
    default:
      return supply;
  }
}
async function readTokenFile(path2) {
  const text = await readFile(path2, "utf8").catch((cause) => {
    throw unreadableFile(path2, cause);
  });
  if (text.trim() === "") throw unreadableFile(path2, void 0);
  return text.trim();
}
function unreadableFile(path2, cause) {
  return new IngestError("target-authentication-failed", `There is no identity token in the file ${path2}.`, {
    solution: "Check DATABRICKS_OIDC_TOKEN_FILEPATH, and that the file can be read.",
    cause
  });
}
async function askGithub(supply, audience, http) {
  const url = new URL(supply.requestUrl);
  url.searchParams.set("audience", audience);
  const answer = await http.send({
    method: "GET",
    url: url.href,
    headers: { accept: "application/json", authorization: `bearer ${supply.requestToken.reveal()}` },
    timeoutMs: TIMEOUT_MS
  }).catch((error) => {
    throw error instanceof UnansweredError ? githubUnavailable("no answer", error) : error;
  });
  const token = textField(parseJson(answer.text), "value");
  if (answer.status === 200 && token !== void 0) return token;
  throw refusedByGithub(answer);
}
function refusedByGithub(answer) {
  if (answer.status === 429 || answer.status >= 500)
    return githubUnavailable(`HTTP ${answer.status}`, void 0);
  return new IngestError(
    "target-authentication-failed",
    `GitHub refused this job an identity token (HTTP ${answer.status}).`,
    {
      solution: 'Check that the job has the permission "id-token: write", and that it is still running: its right to ask ends with it.'
    }
  );
}
function githubUnavailable(why, cause) {
  const translated = cause === void 0 ? void 0 : translateUnanswered(cause);
  return new IngestError("target-unavailable", `GitHub gave no identity token at the moment (${why}).`, {
    solution: "The next run goes on from the checkpoint. See https://www.githubstatus.com if it stays so.",
    cause: translated
  });
}

// src/warehouse/databricks/token-endpoint.ts
var UNTOLD_LIFE_MS = 5 * 6e4;
var TIMEOUT_MS2 = 3e4;
function tokenEndpointOf(origin) {
  return `${origin}/oidc/v1/token`;
}
async function requestAccessToken(http, origin, form, headers = {}) {
  const answer = await http.send({
    method: "POST",
    url: tokenEndpointOf(origin),
    headers: {
      ...headers,
      accept: "application/json",
      "content-type": "application/x-www-form-urlencoded"
    },
    body: new URLSearchParams(form).toString(),
    timeoutMs: TIMEOUT_MS2
  }).catch((error) => {
    throw error instanceof UnansweredError ? translateUnanswered(error) : error;
  });
  return readTokenAnswer(answer, new URL(origin).host);
}
function readTokenAnswer(answer, host) {
  const content = parseJson(answer.text);
  const token = textField(content, "access_token");
  if (answer.status === 200 && token !== void 0) {
    const lifeSeconds = numberField(content, "expires_in");
    return { token, lifeMs: lifeSeconds === void 0 ? UNTOLD_LIFE_MS : lifeSeconds * 1e3 };
  }
  if (answer.status === 429 || answer.status >= 500) {
    throw new IngestError(
      "target-unavailable",
      `${host} gives out no access tokens at the moment (HTTP ${answer.status}).`,
      { solution: "The next run goes on from the checkpoint." }
    );
  }
  if (![400, 401, 403].includes(answer.status)) {
    throw new IngestError(
      "target-authentication-failed",
      `${host} does not know OAuth (HTTP ${answer.status} at /oidc/v1/token): it is not a Databricks workspace, or not its own host name.`,
      {
        solution: "Check target.databricks.host (DATABRICKS_HOST): it is the host name in the address of the workspace."
      }
    );
  }
  return { answer: `HTTP ${answer.status}${errorWord(textField(content, "error"))}` };
}
function errorWord(word) {
  return word !== void 0 && /^[a-z_]{1,40}$/.test(word) ? `, ${word}` : "";
}

// src/warehouse/databricks/github-oidc.ts
var DISCOVERY_TIMEOUT_MS = 3e4;
function exchangedIdentityToken(origin, exchange, using) {
  let audience = exchange.audience;
  return expiringToken(async () => {
    audience ??= await discoverAudience(origin, using.http);
    return mint(origin, exchange, audience, using.http);
  }, using.pace);
}
async function mint(origin, exchange, audience, http) {
  const identityToken = await fetchIdentityToken(exchange.identity, audience, http);
  const outcome = await requestAccessToken(http, origin, {
    grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
    subject_token: identityToken,
    subject_token_type: "urn:ietf:params:oauth:token-type:jwt",
    scope: "all-apis",
    // With an account-wide policy it must be absent.
    ...exchange.clientId === void 0 ? {} : { client_id: exchange.clientId }
  });
  if ("token" in outcome) return outcome;
  const problem = refusedExchangeProblem({
    host: new URL(origin).host,
    clientId: exchange.clientId,
    answer: outcome.answer,
    claims: readIdentityClaims(identityToken),
    facts: exchange.facts
  });
  throw new IngestError(problem.code, problem.message, { solution: problem.solution });
}
async function discoverAudience(origin, http) {
  const answer = await http.send({
    method: "GET",
    url: `${origin}/.well-known/databricks-config`,
    headers: { accept: "application/json" },
    timeoutMs: DISCOVERY_TIMEOUT_MS
  }).catch((error) => {
    throw error instanceof UnansweredError ? translateUnanswered(error) : error;
  });
  const [audience] = answer.status === 200 ? listField(parseJson(answer.text), "token_federation_default_oidc_audiences") : [];
  return typeof audience === "string" && audience !== "" ? audience : tokenEndpointOf(origin);
}

// src/warehouse/databricks/oauth-m2m.ts
function clientCredentialsToken(origin, credentials, using) {
  return expiringToken(() => mint2(origin, credentials, using.http), using.pace);
}
async function mint2(origin, credentials, http) {
  const outcome = await requestAccessToken(
    http,
    origin,
    { grant_type: "client_credentials", scope: "all-apis" },
    { authorization: `Basic ${basicCredentials(credentials)}` }
  );
  if ("token" in outcome) return outcome;
  const host = new URL(origin).host;
  throw new IngestError(
    "target-authentication-failed",
    `Databricks (${host}) refused the client id ${credentials.clientId} with its secret (${outcome.answer}).`,
    {
      solution: [
        "Check that DATABRICKS_CLIENT_ID is the application id of a service principal that is assigned to this workspace.",
        "Check that DATABRICKS_CLIENT_SECRET is an OAuth secret of it that has not expired; make a new one under the service principal's secrets. A secret of Microsoft Entra is another thing."
      ].join("\n")
    }
  );
}
function basicCredentials({ clientId, clientSecret }) {
  const encoded = [clientId, clientSecret.reveal()].map((part) => encodeURIComponent(part)).join(":");
  return Buffer.from(encoded).toString("base64");
}

// src/warehouse/databricks/personal-token.ts
function personalToken(token) {
  return { token: () => Promise.resolve(token.reveal()), refuse: () => void 0 };
}

// src/warehouse/databricks/open-token-source.ts
function openTokenSource(connection, options = {}) {
  const { origin, auth } = connection;
  const { signal = new AbortController().signal, pace = REAL_PACE } = options;
  const using = { http: httpSender({ pace, signal }), pace };
  switch (auth.tag) {
    case "pat":
      return personalToken(auth.token);
    case "oauth-m2m":
      return clientCredentialsToken(origin, auth, using);
    case "github-oidc":
      return exchangedIdentityToken(origin, auth, using);
    default:
      return auth;
  }
}

// src/commands/version.ts
var VERSION = "0.1.0";

// src/commands/open-databricks.ts
var USER_AGENT = `Tributary/${VERSION}`;
function openDatabricks({ name }, target, environment) {
  const connection = resolveConnection(target.databricks, environment);
  return openerOf((signal) => ({
    target,
    connection,
    tokens: openTokenSource(connection, { signal }),
    userAgent: USER_AGENT,
    queryTags: { tributary_pipeline: name }
  }));
}
function openDatabricksProbe(pipeline, target, environment) {
  const connection = resolveConnection(target.databricks, environment);
  const { signal } = new AbortController();
  const tokens = openTokenSource(connection, { signal });
  return databricksProbe({
    pipeline,
    target,
    connection,
    rest: restClient({ connection, tokens, userAgent: USER_AGENT, pace: REAL_PACE, signal }),
    opener: openerOf(() => ({ target, connection, tokens, userAgent: USER_AGENT })),
    signal,
    nowMs: () => performance.now()
  });
}
function openerOf(optionsFor) {
  return {
    open: async (signal) => {
      const { databricksWarehouse } = await import("./part-SYCCTHGP.mjs");
      return databricksWarehouse(optionsFor(signal)).open(signal);
    }
  };
}
export {
  openDatabricks,
  openDatabricksProbe
};
