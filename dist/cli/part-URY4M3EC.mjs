import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  foreignErrorCode,
  quoteSourceIdentifier,
  translateSourceError
} from "./part-4FS5B4JA.mjs";
import {
  Client
} from "./part-35OM3FTI.mjs";
import {
  IngestError,
  init_node_20_polyfills
} from "./part-KSWFSZFM.mjs";

// src/foretell/scratch.ts
init_node_20_polyfills();
import { randomBytes } from "node:crypto";
var STATEMENT_TIMEOUT_MS = 12e4;
var CONNECT_TIMEOUT_MS = 15e3;
var OBJECT_IN_USE = "55006";
var Scratch = class _Scratch {
  client;
  /** Whether the base schema is in it already. */
  holdsBase;
  #url;
  #name;
  #hasEnded = false;
  constructor(client, url, name, holdsBase) {
    this.client = client;
    this.#url = url;
    this.#name = name;
    this.holdsBase = holdsBase;
    client.on("end", () => {
      this.#hasEnded = true;
    });
  }
  /**
   * Throws `usage-invalid` for a URL that is none, for a database with tables that nobody called the base schema, and
   * for a role that is no superuser; and what connecting throws.
   */
  static async open(options) {
    const url = parseUrl(options.url);
    const tables = await withClient(url, countTables);
    if (tables > 0 && !options.holdsBase) throw notEmpty(url, tables);
    const name = `tributary_scratch_${randomBytes(6).toString("hex")}`;
    const template = tables > 0 ? databaseOf(url) : "template0";
    await withClient(administrationOf(url), (client) => createDatabase(client, name, template));
    try {
      return new _Scratch(await connect(inDatabase(url, name)), url, name, tables > 0);
    } catch (error) {
      await dropDatabase(url, name);
      throw error;
    }
  }
  /** What a broken session means, in words; what is no word of the server's stays as it is. */
  translate(error) {
    const isForeign = foreignErrorCode(error) !== void 0 || this.#hasEnded;
    return isForeign ? translateScratchError(error, this.#url, "trying migrations") : error;
  }
  async [Symbol.asyncDispose]() {
    await this.client.end().catch(() => void 0);
    await dropDatabase(this.#url, this.#name);
  }
};
function parseUrl(secret) {
  const text = secret.reveal();
  const url = URL.canParse(text) ? new URL(text) : void 0;
  if (url !== void 0 && /^postgres(?:ql)?:$/.test(url.protocol) && url.hostname !== "") return url;
  throw new IngestError("usage-invalid", "The URL of the scratch server is none that PostgreSQL knows.", {
    solution: "Give it as postgres://user:password@host:port/database."
  });
}
function databaseOf({ pathname, username }) {
  return decodeURIComponent(pathname.slice(1)) || decodeURIComponent(username) || "postgres";
}
function inDatabase(url, name) {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(name)}`;
  return changed;
}
function administrationOf(url) {
  return inDatabase(url, databaseOf(url) === "postgres" ? "template1" : "postgres");
}
async function connect(url) {
  const client = new Client({
    connectionString: url.href,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    application_name: "tributary scratch"
  });
  client.on("error", () => void 0);
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw translateScratchError(error, url, "connecting to the scratch server");
  }
}
async function withClient(url, use) {
  const client = await connect(url);
  try {
    return await use(client);
  } catch (error) {
    throw translateScratchError(error, url, "preparing the scratch database");
  } finally {
    await client.end().catch(() => void 0);
  }
}
function translateScratchError(error, url, doing) {
  const place = {
    host: url.hostname,
    port: url.port === "" ? 5432 : Number(url.port),
    database: databaseOf(url),
    username: decodeURIComponent(url.username)
  };
  return translateSourceError(error, place, doing);
}
var USER_TABLES = (
  /*sql*/
  `
SELECT count(*)::int4 AS tables, (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user) AS superuser
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'e')`
);
async function countTables(client) {
  const { rows } = await client.query(USER_TABLES);
  const [found] = rows;
  if (found?.superuser === true) return found.tables;
  throw new IngestError(
    "usage-invalid",
    "The role of the scratch server is no superuser, which foretelling needs: it publishes all tables and watches rewrites.",
    { solution: "Use the superuser of a service container: POSTGRES_USER of the image postgres is one." }
  );
}
function notEmpty(url, tables) {
  return new IngestError(
    "usage-invalid",
    `The scratch database "${databaseOf(url)}" holds ${tables} ${tables === 1 ? "table" : "tables"}, so it may not be meant to be used for this.`,
    {
      solution: "Give an empty database of a disposable server, or say that this one holds the base schema: then a copy of it is used."
    }
  );
}
async function createDatabase(client, name, template) {
  try {
    await client.query(`CREATE DATABASE ${quoteSourceIdentifier(name)} TEMPLATE ${quoteSourceIdentifier(template)}`);
  } catch (cause) {
    if (foreignErrorCode(cause) !== OBJECT_IN_USE) throw cause;
    throw new IngestError(
      "source-query-failed",
      `The scratch database "${template}" cannot be copied while others are connected to it.`,
      { solution: "End the other connections before this step.", cause }
    );
  }
}
async function dropDatabase(url, name) {
  await withClient(
    administrationOf(url),
    (client) => client.query(`DROP DATABASE IF EXISTS ${quoteSourceIdentifier(name)} WITH (FORCE)`)
  ).catch(() => void 0);
}
export {
  Scratch
};
