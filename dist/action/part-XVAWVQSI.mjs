import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  throwProblems
} from "./part-WW3OJQWN.mjs";
import {
  Secret
} from "./part-VVTTBBTH.mjs";
import {
  IngestError
} from "./part-WR5T4RD5.mjs";

// src/warehouse/databricks/federation-help.ts
function missingIdentityProblem(facts) {
  if (!facts.inActions) {
    return {
      code: "target-authentication-failed",
      message: "There is no identity token to exchange for a Databricks token: this is not a job of GitHub Actions.",
      solution: "Run it in GitHub Actions, or set DATABRICKS_OIDC_TOKEN or DATABRICKS_OIDC_TOKEN_FILEPATH, or sign in by DATABRICKS_CLIENT_ID and DATABRICKS_CLIENT_SECRET, or by DATABRICKS_TOKEN."
    };
  }
  const fork = facts.eventName?.startsWith("pull_request") === true;
  return {
    code: "target-authentication-failed",
    message: `GitHub gives this job no identity token${fork ? ", as always in a pull request from a fork" : ""}: the job has no permission for it.`,
    solution: [
      "Give the job this permission (permissions that are not listed are then none):",
      "permissions:",
      "  contents: read",
      "  id-token: write",
      ...fork ? [
        "A pull request from a fork never gets it: run against Databricks on schedule, push or dispatch only."
      ] : []
    ].join("\n")
  };
}
function refusedExchangeProblem(refused2) {
  const { claims } = refused2;
  if (claims === void 0) {
    return {
      code: "target-authentication-failed",
      message: `Databricks (${refused2.host}) refused the identity token (${refused2.answer}), which is not a JWT with an issuer and a subject.`,
      solution: "Check where the identity token comes from: DATABRICKS_OIDC_TOKEN or DATABRICKS_OIDC_TOKEN_FILEPATH."
    };
  }
  return {
    code: "target-authentication-failed",
    message: [
      `Databricks (${refused2.host}) refused the identity of this job (${refused2.answer}):`,
      `  issuer     ${claims.issuer}`,
      `  audience   ${claims.audiences.join(", ")}`,
      `  subject    ${claims.subject}`,
      `  client id  ${refused2.clientId ?? "(none: an account-wide policy is meant)"}`
    ].join("\n"),
    solution: policyRemedy(refused2.clientId, claims, refused2.facts)
  };
}
function policyRemedy(clientId, claims, facts) {
  const other = otherSubjectForm(claims.subject, {
    repositoryId: claims.repositoryId ?? facts.repositoryId,
    ownerId: claims.ownerId ?? facts.ownerId
  });
  return [
    clientId === void 0 ? "Set DATABRICKS_CLIENT_ID to the application id of the service principal that has a federation policy; or check that a policy of the whole account says exactly this. An account administrator makes one by:" : "Check that the client id is the application id of the service principal, and that one of its federation policies says exactly this. An account administrator makes one by (the id is the number that the account console shows for the principal):",
    policyCommand(clientId, claims),
    ...other === void 0 ? [] : [
      `If there is a policy for the subject ${other}: that is the other form of the same; GitHub sends the one above for this repository.`
    ],
    ...hasVaryingSubject(claims.subject) ? [
      'The subject depends on what starts the workflow. With "environment: production" in the job it is always the same.'
    ] : []
  ].join("\n");
}
function policyCommand(clientId, claims) {
  const policy = JSON.stringify({
    oidc_policy: { issuer: claims.issuer, audiences: claims.audiences, subject: claims.subject }
  });
  const command = clientId === void 0 ? "federation-policy create" : "service-principal-federation-policy create SERVICE_PRINCIPAL_ID";
  return `databricks account ${command} --json '${policy.replaceAll("'", "'\\''")}'`;
}
function otherSubjectForm(subject, ids) {
  const parts = /^repo:([^/@:]+)(@[0-9]+)?\/([^/@:]+)(@[0-9]+)?:(.+)$/s.exec(subject);
  if (parts === null) return void 0;
  const [, owner, ownerMark, name, nameMark, rest] = parts;
  if (ownerMark !== void 0 || nameMark !== void 0) return `repo:${owner}/${name}:${rest}`;
  if (ids.repositoryId === void 0 || ids.ownerId === void 0) return void 0;
  return `repo:${owner}@${ids.ownerId}/${name}@${ids.repositoryId}:${rest}`;
}
function hasVaryingSubject(subject) {
  return /^repo:[^:]+:(?:ref:|pull_request$)/.test(subject);
}

// src/warehouse/databricks/github-facts.ts
function githubFactsOf(environment) {
  return {
    inActions: environment.text("GITHUB_ACTIONS") === "true",
    repository: environment.text("GITHUB_REPOSITORY"),
    repositoryId: environment.text("GITHUB_REPOSITORY_ID"),
    ownerId: environment.text("GITHUB_REPOSITORY_OWNER_ID"),
    ref: environment.text("GITHUB_REF"),
    eventName: environment.text("GITHUB_EVENT_NAME")
  };
}

// src/warehouse/databricks/authentication.ts
var AUTH_TYPES = {
  pat: "pat",
  "oauth-m2m": "oauth-m2m",
  "github-oidc": "github-oidc",
  "env-oidc": "github-oidc",
  "file-oidc": "github-oidc"
};
function resolveAuth(settings, environment) {
  const typeName = environment.text("DATABRICKS_AUTH_TYPE");
  if (settings === void 0 && typeName !== void 0 && AUTH_TYPES[typeName] === void 0) {
    return invalid(
      "DATABRICKS_AUTH_TYPE names a way to sign in that is not supported here.",
      `Set it to one of ${Object.keys(AUTH_TYPES).join(", ")}, or set target.databricks.auth.type.`
    );
  }
  const tag = settings?.tag ?? (typeName === void 0 ? void 0 : AUTH_TYPES[typeName]);
  switch (tag ?? findAuth(environment)) {
    case "pat":
      return personalToken(settings, environment);
    case "oauth-m2m":
      return clientCredentials(settings, environment);
    case "github-oidc":
      return identityExchange(settings, environment);
    default:
      return noAuthProblem(environment);
  }
}
function findAuth(environment) {
  if (environment.text("DATABRICKS_TOKEN") !== void 0) return "pat";
  const hasClient = environment.text("DATABRICKS_CLIENT_ID") !== void 0;
  if (hasClient && environment.text("DATABRICKS_CLIENT_SECRET") !== void 0) return "oauth-m2m";
  return identitySupplyOf(environment) === void 0 ? void 0 : "github-oidc";
}
function personalToken(settings, environment) {
  const given = settings?.tag === "pat" ? settings.token : void 0;
  const token = given ?? environment.secret("DATABRICKS_TOKEN");
  if (token !== void 0) return { tag: "pat", token };
  return invalid(
    "The personal access token for Databricks is missing.",
    "Set target.databricks.auth.token, or the environment variable DATABRICKS_TOKEN."
  );
}
function clientCredentials(settings, environment) {
  const given = settings?.tag === "oauth-m2m" ? settings : void 0;
  const clientId = given?.clientId ?? environment.text("DATABRICKS_CLIENT_ID");
  const clientSecret = given?.clientSecret ?? environment.secret("DATABRICKS_CLIENT_SECRET");
  if (clientId !== void 0 && clientSecret !== void 0) {
    return { tag: "oauth-m2m", clientId, clientSecret };
  }
  const missing = [
    ...clientId === void 0 ? ["target.databricks.auth.client_id (DATABRICKS_CLIENT_ID)"] : [],
    ...clientSecret === void 0 ? ["target.databricks.auth.client_secret (DATABRICKS_CLIENT_SECRET)"] : []
  ];
  return invalid(
    "Signing in to Databricks by a client id and its secret lacks a part.",
    `Set ${missing.join(" and ")}, as a setting or as the environment variable in brackets.`
  );
}
function identityExchange(settings, environment) {
  const given = settings?.tag === "github-oidc" ? settings : void 0;
  const facts = githubFactsOf(environment);
  const identity = identitySupplyOf(environment);
  if (identity === void 0) return missingIdentityProblem(facts);
  return {
    tag: "github-oidc",
    clientId: given?.clientId ?? environment.text("DATABRICKS_CLIENT_ID"),
    audience: given?.audience ?? environment.text("DATABRICKS_TOKEN_AUDIENCE"),
    identity,
    facts
  };
}
function identitySupplyOf(environment) {
  const token = environment.secret("DATABRICKS_OIDC_TOKEN");
  if (token !== void 0) return { tag: "token", token };
  const path = environment.text("DATABRICKS_OIDC_TOKEN_FILEPATH");
  if (path !== void 0) return { tag: "file", path };
  const requestUrl = environment.text("ACTIONS_ID_TOKEN_REQUEST_URL");
  const requestToken = environment.secret("ACTIONS_ID_TOKEN_REQUEST_TOKEN");
  if (requestUrl === void 0 || requestToken === void 0 || !URL.canParse(requestUrl)) return void 0;
  return { tag: "github-actions", requestUrl, requestToken };
}
function noAuthProblem(environment) {
  const facts = githubFactsOf(environment);
  const identity = facts.inActions ? [
    "- no stored secret: DATABRICKS_CLIENT_ID, with the identity of the job.",
    missingIdentityProblem(facts).solution
  ] : [
    '- no stored secret, in GitHub Actions: DATABRICKS_CLIENT_ID, and the permission "id-token: write" for the job.'
  ];
  return invalid(
    "Nothing says how to sign in to Databricks: there is no token, no client secret and no identity token.",
    [
      "Set one of these:",
      "- DATABRICKS_TOKEN: a personal access token.",
      "- DATABRICKS_CLIENT_ID and DATABRICKS_CLIENT_SECRET: an OAuth secret of a service principal.",
      ...identity
    ].join("\n")
  );
}
function invalid(message, solution) {
  return { code: "config-invalid", message, solution };
}

// src/warehouse/databricks/environment.ts
function environmentOf(variables) {
  const text = (name) => {
    const value = variables[name]?.trim();
    return value === "" ? void 0 : value;
  };
  return {
    text,
    secret: (name) => {
      const value = text(name);
      return value === void 0 ? void 0 : new Secret(value);
    }
  };
}

// src/warehouse/databricks/workspace-host.ts
var HTTPS_PORT = 443;
var HOST_LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
var HOST_NAME = new RegExp(`^${HOST_LABEL}(?:\\.${HOST_LABEL})*$`);
var ACCOUNT_CONSOLE = /^accounts(?:-[a-z0-9-]+)?\.(?:[a-z]+\.)?(?:azure)?databricks\.(?:com|net|us|azure\.us)$/;
function parseWorkspaceHost(text) {
  const trimmed = text.trim();
  if (/\s/.test(trimmed)) return { refusal: "has a space in it" };
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(trimmed);
  const schemeName = scheme?.[1]?.toLowerCase() ?? "https";
  if (schemeName === "http") return { refusal: "begins with http://; Databricks is reached by https only" };
  if (schemeName !== "https") return { refusal: "begins with another scheme than https://" };
  const authority = trimmed.slice(scheme?.[0].length ?? 0).replace(/[/?#].*$/s, "");
  if (authority.includes("@")) return { refusal: "has a user name in it" };
  return readAuthority(authority);
}
function readAuthority(authority) {
  const [name = "", portText, ...rest] = authority.split(":");
  const host = name.toLowerCase().replace(/\.$/, "");
  const port = portText === void 0 ? HTTPS_PORT : readPort(portText);
  if (port === void 0 || rest.length > 0)
    return { refusal: "has a port that is no number from 1 to 65535" };
  if (!isHostName(host)) return { refusal: "is not a host name" };
  if (ACCOUNT_CONSOLE.test(host)) {
    return { refusal: `is the account console (${host}), which has no warehouses` };
  }
  return { host, port, origin: `https://${host}${port === HTTPS_PORT ? "" : `:${port}`}` };
}
function isHostName(host) {
  const url = `https://${host}`;
  return host.length <= 253 && HOST_NAME.test(host) && URL.canParse(url) && new URL(url).host === host;
}
function readPort(text) {
  if (!/^[0-9]{1,5}$/.test(text)) return void 0;
  const port = Number(text);
  return port >= 1 && port <= 65535 ? port : void 0;
}

// src/warehouse/databricks/connection.ts
function resolveConnection(settings, variables) {
  const environment = environmentOf(variables);
  const host = resolveHost(settings.host, environment);
  const path = resolvePath(settings.httpPath, environment);
  const auth = resolveAuth(settings.auth, environment);
  if ("code" in host || "code" in path || "code" in auth) {
    throwProblems([host, path, auth].filter((part) => "code" in part));
    throw new TypeError("a problem was found and not told");
  }
  return { ...host, ...path, auth };
}
function principalOf(auth) {
  return auth.tag === "pat" ? void 0 : auth.clientId;
}
function resolveHost(setting, environment) {
  const text = setting ?? environment.text("DATABRICKS_HOST");
  const remedy = "Set target.databricks.host, or the environment variable DATABRICKS_HOST, to the host name of the workspace, such as adb-1234567890123456.7.azuredatabricks.net or dbc-a1b2c3d4-e5f6.cloud.databricks.com.";
  if (text === void 0) return invalid2("The host of the Databricks workspace is missing.", remedy);
  const host = parseWorkspaceHost(text);
  if (!("refusal" in host)) return host;
  return invalid2(`${nameOf(setting, "host", "DATABRICKS_HOST")} ${host.refusal}.`, remedy);
}
function resolvePath(setting, environment) {
  const id = environment.text("DATABRICKS_WAREHOUSE_ID");
  const variable = environment.text("DATABRICKS_HTTP_PATH");
  const text = setting ?? variable ?? (id === void 0 ? void 0 : `/sql/1.0/warehouses/${id}`);
  const remedy = 'Set target.databricks.http_path, or the environment variable DATABRICKS_HTTP_PATH, to /sql/1.0/warehouses/<id>; it stands under "Connection details" of the SQL warehouse. DATABRICKS_WAREHOUSE_ID with the id alone serves, too.';
  if (text === void 0) return invalid2("The HTTP path of the SQL warehouse is missing.", remedy);
  const warehouseId = /^\/?sql\/1\.0\/(?:warehouses|endpoints)\/([A-Za-z0-9-]+)\/?$/.exec(text.trim())?.[1];
  if (warehouseId !== void 0) return { httpPath: `/sql/1.0/warehouses/${warehouseId}`, warehouseId };
  const name = setting === void 0 && variable === void 0 ? "DATABRICKS_WAREHOUSE_ID" : nameOf(setting, "http_path", "DATABRICKS_HTTP_PATH");
  const kind = /^\/?sql\/protocolv1\//.test(text.trim()) ? "is the path of a cluster; a SQL warehouse is needed" : "is not the path of a SQL warehouse";
  return invalid2(`${name} ${kind}.`, remedy);
}
function nameOf(setting, key, variable) {
  return setting === void 0 ? `The environment variable ${variable}` : `target.databricks.${key}`;
}
function invalid2(message, solution) {
  return { code: "config-invalid", message, solution };
}

// src/warehouse/databricks/json-value.ts
function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function fieldOf(value, name) {
  if (typeof value !== "object" || value === null) return void 0;
  return new Map(Object.entries(value)).get(name);
}
function textField(value, name) {
  const field = fieldOf(value, name);
  return typeof field === "string" ? field : void 0;
}
function numberField(value, name) {
  const field = fieldOf(value, name);
  return typeof field === "number" ? field : void 0;
}
function listField(value, name) {
  const field = fieldOf(value, name);
  return Array.isArray(field) ? field : [];
}

// src/warehouse/databricks/token-refused.ts
function tokenRefused({ host, auth }) {
  switch (auth.tag) {
    case "pat":
      return refused(`Databricks (${host}) refused the personal access token.`, [
        "It may have expired, been revoked, or belong to another workspace. Make a new one and put it into DATABRICKS_TOKEN."
      ]);
    case "oauth-m2m":
    case "github-oidc":
      return refused(
        `Databricks (${host}) refuses the access token that it gave to the service principal${auth.clientId === void 0 ? "" : ` ${auth.clientId}`}.`,
        [
          'Check that the service principal is assigned to this workspace and active, and has the entitlements "Workspace access" and "Databricks SQL access".'
        ]
      );
    default:
      return auth;
  }
}
function refused(message, solution) {
  return new IngestError("target-authentication-failed", message, { solution: solution.join("\n") });
}

// src/warehouse/databricks/rest-failure.ts
var RestFailure = class extends Error {
  name = "RestFailure";
  kind;
  status;
  /** The service's word: `NOT_FOUND`, `SCHEMA_DOES_NOT_EXIST`. */
  errorCode;
  constructor(answer) {
    const content = parseJson(answer.text);
    const errorCode = readErrorCode(content);
    super(`HTTP ${answer.status}${errorCode === void 0 ? "" : `, ${errorCode}`}`);
    this.status = answer.status;
    this.errorCode = errorCode;
    this.kind = kindOf(answer.status, errorCode ?? "", textField(content, "message") ?? answer.text);
  }
};
function translateRestFailure(failure, connection, doing) {
  const { host } = connection;
  const facts = failure.message;
  switch (failure.kind) {
    case "unauthenticated":
      return tokenRefused(connection);
    case "address-blocked":
      return new IngestError(
        "target-permission-denied",
        `The IP access list of the workspace ${host} blocks this machine (${facts}).`,
        {
          solution: "Add the address of this machine to the list, or run on a machine with a fixed address (a larger or self-hosted runner of GitHub)."
        }
      );
    case "forbidden":
      return new IngestError("target-permission-denied", `Databricks forbids it while ${doing} (${facts}).`, {
        solution: "Give the service principal the right to do that."
      });
    case "quota":
      return new IngestError("target-quota-exceeded", `A quota is used up while ${doing} (${facts}).`, {
        solution: "Free space there, or ask an administrator for a higher quota. Nothing is lost: the next run goes on from the checkpoint."
      });
    case "passing":
      return new IngestError(
        "target-unavailable",
        `Databricks (${host}) does not answer properly while ${doing} (${facts}).`,
        { solution: "Nothing is lost: the next run goes on from the checkpoint." }
      );
    case "missing":
    case "already-there":
    case "rejected":
      return new IngestError(
        "target-unavailable",
        `Databricks (${host}) refused a call while ${doing} (${facts}).`,
        {
          solution: "Check target.databricks.host (DATABRICKS_HOST): it is the host name in the address of the workspace, which must have Unity Catalog."
        }
      );
    default:
      return failure.kind;
  }
}
function readErrorCode(content) {
  const code = fieldOf(content, "error_code");
  return typeof code === "string" && /^[A-Z][A-Z0-9_.]{1,80}$/.test(code) ? code : void 0;
}
function kindOf(status, errorCode, sentence) {
  if (status === 401) return "unauthenticated";
  if (status === 413 || status === 507 || /QUOTA|RESOURCE_EXHAUSTED|LIMIT_EXCEEDED/.test(errorCode)) {
    return errorCode === "REQUEST_LIMIT_EXCEEDED" ? "passing" : "quota";
  }
  if (status === 403) {
    if (/\b(invalid|expired)\b.{0,20}\btoken\b|\btoken\b.{0,20}\b(invalid|expired)\b/i.test(sentence)) {
      return "unauthenticated";
    }
    return /\bIP (ACL|access list)\b/i.test(sentence) ? "address-blocked" : "forbidden";
  }
  if (errorCode === "PERMISSION_DENIED") return "forbidden";
  if (status === 409 || /ALREADY_EXISTS$/.test(errorCode)) return "already-there";
  if (status === 404 || /(NOT_FOUND|DOES_NOT_EXIST)$/.test(errorCode)) return "missing";
  return status === 408 || status === 429 || status >= 500 ? "passing" : "rejected";
}

// src/warehouse/databricks/files-api.ts
import { openAsBlob } from "node:fs";
var PUT_TIMEOUT_MS = 6e4;
var PUT_TIMEOUT_MS_PER_MIB = 4e3;
var PARALLEL_DELETES = 8;
var PAGE_SIZE = 1e3;
var EMPTYING_TRIES = 3;
function filesApi(rest) {
  return {
    putFile: (localPath, path) => putFile(rest, localPath, path),
    makeDirectory: async (path) => void await rest.send({ method: "PUT", path: directoryUrl(path) }),
    listDirectory: (path) => listDirectory(rest, path),
    deleteFile: (path) => unlessMissing(rest.send({ method: "DELETE", path: fileUrl(path) })),
    deleteDirectory: (path) => deleteDirectory(rest, path)
  };
}
async function putFile(rest, localPath, path) {
  const body = await openLocalFile(localPath);
  const timeoutMs = PUT_TIMEOUT_MS + Math.ceil(body.size / 2 ** 20) * PUT_TIMEOUT_MS_PER_MIB;
  for (const last of [false, true]) {
    await rest.send({ method: "PUT", path: `${fileUrl(path)}?overwrite=true`, body, timeoutMs });
    const arrived = await sizeOf(rest, path);
    if (arrived === body.size) return body.size;
    if (last) throw incomplete(path, body.size, arrived);
  }
  throw incomplete(path, body.size, void 0);
}
async function openLocalFile(localPath) {
  try {
    return await openAsBlob(localPath);
  } catch (cause) {
    throw new IngestError("staging-failed", `The staged file ${localPath} cannot be read.`, {
      solution: "Check the temporary directory of this machine. Nothing is lost: run again.",
      cause
    });
  }
}
function incomplete(path, sent, arrived) {
  const found = arrived === void 0 ? "is not there" : `has ${arrived} bytes`;
  return new IngestError(
    "staging-failed",
    `The staged file ${path} ${found} after an upload of ${sent} bytes.`,
    { solution: "Nothing is lost: run again." }
  );
}
async function sizeOf(rest, path) {
  try {
    const answer = await rest.send({ method: "HEAD", path: fileUrl(path) });
    const length = answer.headers.get("content-length");
    return length === null ? void 0 : Number(length);
  } catch (error) {
    if (isMissing(error)) return void 0;
    throw error;
  }
}
async function listDirectory(rest, path) {
  const entries = [];
  let pageToken;
  do {
    const query = new URLSearchParams({
      page_size: String(PAGE_SIZE),
      ...pageToken === void 0 ? {} : { page_token: pageToken }
    });
    const page = await readPage(rest, `${directoryUrl(path)}?${query}`);
    entries.push(...listField(page, "contents").flatMap(readEntry));
    pageToken = textField(page, "next_page_token");
  } while (pageToken !== void 0 && pageToken !== "");
  return entries;
}
async function readPage(rest, path) {
  try {
    return parseJson((await rest.send({ method: "GET", path })).text);
  } catch (error) {
    if (isMissing(error)) return void 0;
    throw error;
  }
}
function readEntry(value) {
  const path = textField(value, "path");
  return path === void 0 ? [] : [{ path, isDirectory: fieldOf(value, "is_directory") === true }];
}
async function deleteDirectory(rest, path) {
  for (let tries = 1; ; tries += 1) {
    const entries = await listDirectory(rest, path);
    await inParallel(
      entries.filter(({ isDirectory }) => !isDirectory),
      (entry) => unlessMissing(rest.send({ method: "DELETE", path: fileUrl(entry.path) }))
    );
    for (const entry of entries.filter(({ isDirectory }) => isDirectory)) {
      await deleteDirectory(rest, entry.path);
    }
    try {
      return await unlessMissing(rest.send({ method: "DELETE", path: directoryUrl(path) }));
    } catch (error) {
      const mayHaveFilled = error instanceof RestFailure && (error.status === 400 || error.status === 409);
      if (!mayHaveFilled || tries >= EMPTYING_TRIES) throw error;
    }
  }
}
async function inParallel(items, action) {
  const waiting = [...items];
  const work = async () => {
    for (let item = waiting.shift(); item !== void 0; item = waiting.shift()) {
      await action(item).catch((error) => {
        waiting.length = 0;
        throw error;
      });
    }
  };
  const results = await Promise.allSettled(Array.from({ length: PARALLEL_DELETES }, work));
  const failed = results.find((result) => result.status === "rejected");
  if (failed !== void 0) throw failed.reason;
}
async function unlessMissing(call) {
  try {
    await call;
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}
function isMissing(error) {
  return error instanceof RestFailure && error.kind === "missing";
}
function fileUrl(path) {
  return `/api/2.0/fs/files${encodePath(path)}`;
}
function directoryUrl(path) {
  return `/api/2.0/fs/directories${encodePath(path)}`;
}
function encodePath(path) {
  return path.split("/").map(encodeURIComponent).join("/");
}

// src/warehouse/databricks/pace.ts
import { setTimeout as waitMs } from "node:timers/promises";
var REAL_PACE = {
  nowMs: () => performance.now(),
  random: () => Math.random(),
  wait: (durationMs, signal) => waitMs(durationMs, void 0, { signal })
};

// src/warehouse/databricks/back-off.ts
var LONGEST_REQUESTED_MS = 5 * 6e4;
function nextWaitMs(patience, streak, now) {
  if (streak.failures > patience.maxRepetitions) return void 0;
  const doubled = Math.min(patience.longestMs, patience.firstMs * 2 ** (streak.failures - 1));
  const backOffMs = Math.round(doubled * (1 - patience.jitter * now.random));
  const waitMs2 = Math.max(backOffMs, Math.min(now.retryAfterMs ?? 0, LONGEST_REQUESTED_MS));
  return now.nowMs + waitMs2 - streak.sinceMs > patience.limitMs ? void 0 : waitMs2;
}

// src/warehouse/databricks/retry-after.ts
function parseRetryAfter(header, answeredAtMs) {
  if (header === null) return void 0;
  const seconds = /^\s*([0-9]+)\s*$/.exec(header)?.[1];
  const waitMs2 = seconds === void 0 ? Date.parse(header) - answeredAtMs : Number(seconds) * 1e3;
  return Number.isFinite(waitMs2) ? Math.max(0, waitMs2) : void 0;
}

// src/warehouse/databricks/unanswered-error.ts
var UnansweredError = class extends Error {
  name = "UnansweredError";
  host;
  reason;
  /** Node's word: `ECONNRESET`, `DEPTH_ZERO_SELF_SIGNED_CERT`. */
  networkCode;
  constructor(host, cause) {
    super(`${host} did not answer`, { cause });
    this.host = host;
    this.networkCode = networkCodeOf(cause);
    this.reason = reasonOf(cause, this.networkCode);
  }
};
function translateUnanswered(error) {
  const code = error.networkCode === void 0 ? "" : ` (${error.networkCode})`;
  switch (error.reason) {
    case "host-unknown":
      return unavailable(`There is no host of the name ${error.host}${code}.`, error, [
        "Check target.databricks.host (DATABRICKS_HOST): it is the host name in the address of the workspace."
      ]);
    case "certificate":
      return unavailable(`The TLS certificate of ${error.host} is not trusted${code}.`, error, [
        "Check target.databricks.host (DATABRICKS_HOST).",
        "Behind a proxy that opens TLS, set NODE_EXTRA_CA_CERTS to a PEM file with its certificate authority."
      ]);
    case "timeout":
    case "network":
      return unavailable(`${error.host} cannot be reached, or does not answer${code}.`, error, [
        "The next run goes on from the checkpoint. If it stays so, check target.databricks.host (DATABRICKS_HOST), the network, and that this machine may reach the workspace."
      ]);
    default:
      return error.reason;
  }
}
function unavailable(message, cause, solution) {
  return new IngestError("target-unavailable", message, { solution: solution.join("\n"), cause });
}
function reasonOf(cause, code = "") {
  if (code === "ENOTFOUND") return "host-unknown";
  if (/CERT|^ERR_TLS_|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/.test(code)) return "certificate";
  if (cause instanceof Error && cause.name === "TimeoutError") return "timeout";
  return "network";
}
function networkCodeOf(error) {
  if (!(error instanceof Error)) return void 0;
  const [first] = error instanceof AggregateError ? error.errors : [];
  return textField(error, "code") ?? networkCodeOf(error.cause) ?? networkCodeOf(first);
}

// src/warehouse/databricks/http-sender.ts
var PATIENCE = {
  firstMs: 500,
  longestMs: 3e4,
  jitter: 0.5,
  maxRepetitions: 8,
  limitMs: 3e5
};
var DOUBT = { ...PATIENCE, maxRepetitions: 2 };
var PASSING_STATUSES = /* @__PURE__ */ new Set([408, 429, 500, 502, 503, 504]);
function httpSender(options) {
  return { send: (request) => sendPatiently(request, options.pace, options.signal) };
}
async function sendPatiently(request, pace, signal) {
  let sinceMs;
  for (let failures = 1; ; failures += 1) {
    const outcome = await sendOnce(request, signal);
    sinceMs ??= pace.nowMs();
    const patience = patienceFor(outcome);
    if (patience === void 0) return settle(outcome);
    const retryAfterMs = outcome instanceof UnansweredError ? void 0 : parseRetryAfter(outcome.headers.get("retry-after"), Date.parse(outcome.headers.get("date") ?? ""));
    const now = { nowMs: pace.nowMs(), random: pace.random(), retryAfterMs };
    const waitMs2 = nextWaitMs(patience, { failures, sinceMs }, now);
    if (waitMs2 === void 0) return settle(outcome);
    await pace.wait(waitMs2, signal).catch((error) => {
      throw signal.aborted ? interrupted(request) : error;
    });
  }
}
function settle(outcome) {
  if (outcome instanceof UnansweredError) throw outcome;
  return outcome;
}
function patienceFor(outcome) {
  if (!(outcome instanceof UnansweredError))
    return PASSING_STATUSES.has(outcome.status) ? PATIENCE : void 0;
  switch (outcome.reason) {
    case "certificate":
      return void 0;
    case "host-unknown":
      return DOUBT;
    case "network":
    case "timeout":
      return PATIENCE;
    default:
      return outcome.reason;
  }
}
async function sendOnce(request, signal) {
  if (signal.aborted) throw interrupted(request);
  try {
    const answer = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      body: request.body ?? null,
      // A redirect leads to a login page: nothing that should get a token, or be taken for an answer.
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(request.timeoutMs)])
    });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  } catch (error) {
    if (signal.aborted) throw interrupted(request);
    return new UnansweredError(new URL(request.url).host, error);
  }
}
function interrupted(request) {
  return new IngestError("interrupted", `Interrupted while asking ${new URL(request.url).host}.`);
}

// src/warehouse/databricks/rest-client.ts
var TIMEOUT_MS = 6e4;
function restClient(options) {
  const { connection, tokens, userAgent } = options;
  const http = httpSender(options);
  const attempt = async (request, token) => {
    const answer = await http.send(toHttp(request, { origin: connection.origin, userAgent, token })).catch(tell);
    return answer.status >= 200 && answer.status < 300 ? answer : new RestFailure(answer);
  };
  return {
    send: async (request) => {
      const token = await tokens.token();
      let outcome = await attempt(request, token);
      if (outcome instanceof RestFailure && outcome.kind === "unauthenticated") {
        tokens.refuse(token);
        outcome = await attempt(request, await tokens.token());
      }
      if (outcome instanceof RestFailure) throw outcome;
      return outcome;
    },
    translate: (error, doing) => error instanceof RestFailure ? translateRestFailure(error, connection, doing) : error
  };
}
function toHttp(request, by) {
  const { body } = request;
  return {
    method: request.method,
    url: `${by.origin}${request.path}`,
    headers: {
      accept: "application/json",
      authorization: `Bearer ${by.token}`,
      "user-agent": by.userAgent,
      ...body === void 0 ? {} : { "content-type": body instanceof Blob ? "application/octet-stream" : "application/json" }
    },
    body: body === void 0 || body instanceof Blob ? body : JSON.stringify(body),
    timeoutMs: request.timeoutMs ?? TIMEOUT_MS
  };
}
function tell(error) {
  throw error instanceof UnansweredError ? translateUnanswered(error) : error;
}

export {
  refusedExchangeProblem,
  resolveConnection,
  principalOf,
  parseJson,
  fieldOf,
  textField,
  numberField,
  listField,
  tokenRefused,
  RestFailure,
  filesApi,
  UnansweredError,
  translateUnanswered,
  nextWaitMs,
  parseRetryAfter,
  httpSender,
  REAL_PACE,
  restClient
};
