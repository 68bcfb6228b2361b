import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  Client
} from "./part-35OM3FTI.mjs";
import {
  IngestError,
  init_node_20_polyfills
} from "./part-KSWFSZFM.mjs";

// src/source/source-error.ts
init_node_20_polyfills();
function translateSourceError(error, place, doing) {
  if (error instanceof IngestError) return error;
  const foreign = readForeignError(error);
  return translateTls(foreign, place, error) ?? translateSqlState(foreign, place, doing, error) ?? translateSocket(foreign, place, error) ?? new IngestError("source-query-failed", `PostgreSQL refused while ${doing}: ${wordsOf(foreign)}`, {
    solution: "Look into the server's log for the statement. The next run goes on from the checkpoint.",
    cause: error
  });
}
function wordsOf({ code, message }) {
  return code !== void 0 && /^2[23]/.test(code) ? `SQLSTATE ${code}` : message;
}
function foreignErrorCode(error) {
  return readForeignError(error).code;
}
function readForeignError(error) {
  const single = error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error;
  const code = typeof single === "object" && single !== null && "code" in single && typeof single.code === "string" ? single.code : void 0;
  return { code, message: single instanceof Error ? single.message : String(single) };
}
function translateSqlState({ code, message }, place, doing, cause) {
  switch (code) {
    case "28P01":
      return new IngestError(
        "source-authentication-failed",
        `PostgreSQL at ${place.host}:${place.port} refused the password of user "${place.username}".`,
        {
          solution: "Check source.username and source.password (and the variable the password comes from).",
          cause
        }
      );
    case "28000":
      return new IngestError(
        "source-authentication-failed",
        `PostgreSQL at ${place.host}:${place.port} does not let user "${place.username}" in: ${message}.`,
        {
          solution: "Check the role (it needs LOGIN), and that pg_hba.conf lets it into this database from here, with or without TLS.",
          cause
        }
      );
    case "3D000":
      return new IngestError(
        "source-unreachable",
        `PostgreSQL at ${place.host}:${place.port} has no database "${place.database}".`,
        { solution: "Check source.database.", cause }
      );
    case "42501":
      return new IngestError(
        "source-permission-denied",
        `User "${place.username}" may not do this (${doing}): ${message}.`,
        { solution: `GRANT what is missing to ${place.username}, as the object's owner.`, cause }
      );
    case "53300":
      return new IngestError(
        "source-unreachable",
        `PostgreSQL at ${place.host}:${place.port} has no free connection.`,
        {
          solution: "Raise max_connections or max_wal_senders, or free some; the next run goes on from the checkpoint.",
          cause
        }
      );
    case "57P01":
    // admin_shutdown
    case "57P02":
    // crash_shutdown
    case "57P03":
      return new IngestError(
        "source-disconnected",
        `PostgreSQL at ${place.host}:${place.port} is shutting down or starting up (${doing}).`,
        { solution: "Run again when it is up; the next run goes on from the checkpoint.", cause }
      );
    default:
      return void 0;
  }
}
function translateSocket({ code, message }, place, cause) {
  const where = `${place.host}:${place.port}`;
  switch (code) {
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new IngestError("source-unreachable", `The host "${place.host}" cannot be found.`, {
        solution: "Check source.host, and that the name resolves from where this runs.",
        cause
      });
    case "ECONNREFUSED":
      return new IngestError("source-unreachable", `Nothing listens at ${where}.`, {
        solution: "Check source.host and source.port, and that PostgreSQL listens on that address.",
        cause
      });
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
      return new IngestError("source-unreachable", `${where} does not answer.`, {
        solution: "Check the network path: firewall, security group, VPN, private link.",
        cause
      });
    case "ECONNRESET":
    case "EPIPE":
      return disconnected(where, cause);
    default:
      if (/timeout expired|timeout exceeded/i.test(message)) {
        return new IngestError("source-unreachable", `${where} does not answer.`, {
          solution: "Check the network path: firewall, security group, VPN, private link.",
          cause
        });
      }
      return /connection terminated|connection ended/i.test(message) ? disconnected(where, cause) : void 0;
  }
}
function disconnected(where, cause) {
  return new IngestError("source-disconnected", `The connection to PostgreSQL at ${where} broke.`, {
    solution: "Run again: nothing is lost, the next run goes on from the checkpoint.",
    cause
  });
}
var CERTIFICATE_CODES = /* @__PURE__ */ new Set([
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "CERT_HAS_EXPIRED",
  "ERR_TLS_CERT_ALTNAME_INVALID"
]);
function translateTls({ code, message }, place, cause) {
  if (isTlsRefused(message)) {
    return new IngestError(
      "source-tls-failed",
      `PostgreSQL at ${place.host}:${place.port} does not offer TLS.`,
      {
        solution: 'Turn `ssl` on at the server, or set source.sslmode to "prefer" or "disable" if the network is trusted.',
        cause
      }
    );
  }
  if (code !== void 0 && (CERTIFICATE_CODES.has(code) || code.startsWith("ERR_SSL") || code.startsWith("ERR_TLS"))) {
    return new IngestError(
      "source-tls-failed",
      `The TLS certificate of ${place.host}:${place.port} was not accepted (${code}).`,
      {
        solution: 'Give the certificate authority as source.sslrootcert; sslmode "require" encrypts without checking the certificate.',
        cause
      }
    );
  }
  return void 0;
}
function isTlsRefused(message) {
  return message.includes("does not support SSL");
}

// src/source/connection.ts
init_node_20_polyfills();
import { readFile } from "node:fs/promises";
var PINNED_SETTINGS = {
  datestyle: "ISO,MDY",
  intervalstyle: "iso_8601",
  extra_float_digits: "3",
  bytea_output: "hex",
  timezone: "UTC",
  lc_monetary: "C",
  search_path: "pg_catalog",
  standard_conforming_strings: "on",
  // All that is ever written here is a logical message: flushed, so that the next run sees it, and not waiting for standbys.
  synchronous_commit: "local",
  quote_all_identifiers: "off",
  statement_timeout: "0",
  lock_timeout: "0",
  idle_in_transaction_session_timeout: "0",
  idle_session_timeout: "0"
};
var PIN_NEWER_SETTINGS = (
  /*sql*/
  `SELECT set_config(name, '0', false) FROM pg_settings WHERE name = 'transaction_timeout'`
);
async function openConnection(settings, purpose) {
  for (const ssl of await tlsAttempts(settings)) {
    try {
      return await connect(settings, purpose, ssl);
    } catch (error) {
      const mayGoOnPlain = settings.sslmode === "prefer" && error instanceof Error && isTlsRefused(error.message);
      if (!mayGoOnPlain) throw translateSourceError(error, settings, "connecting");
    }
  }
  throw new IngestError(
    "source-tls-failed",
    `No way to connect with sslmode "${settings.sslmode}" was left to try.`
  );
}
async function connect(settings, purpose, ssl) {
  const client = new Client({
    host: settings.host,
    port: settings.port,
    database: settings.database,
    user: settings.username,
    password: settings.password?.reveal() ?? "",
    ssl: ssl ?? false,
    connectionTimeoutMillis: settings.connectTimeoutMs,
    keepAlive: true,
    application_name: "tributary",
    options: Object.entries(PINNED_SETTINGS).map(([name, value]) => `-c ${name}=${value}`).join(" "),
    // `replication` is a connection parameter that @types/pg does not know.
    ...purpose === "replication" ? { replication: "database" } : {}
  });
  client.on("error", () => void 0);
  try {
    await client.connect();
    await client.query(PIN_NEWER_SETTINGS);
  } catch (error) {
    await client.end().catch(() => void 0);
    throw error;
  }
  return client;
}
async function tlsAttempts(settings) {
  switch (settings.sslmode) {
    case "disable":
    case "allow":
      return [void 0];
    case "prefer":
      return [{ rejectUnauthorized: false }, void 0];
    case "require":
      return [{ rejectUnauthorized: false }];
    case "verify-ca":
      return [{ ...await trustedAuthorities(settings), checkServerIdentity: () => void 0 }];
    case "verify-full":
      return [await trustedAuthorities(settings)];
    default:
      return settings.sslmode;
  }
}
async function trustedAuthorities(settings) {
  if (settings.sslrootcert === void 0) return {};
  try {
    return { ca: await readFile(settings.sslrootcert, "utf8") };
  } catch (cause) {
    throw new IngestError(
      "source-tls-failed",
      `The file of source.sslrootcert cannot be read: ${settings.sslrootcert}`,
      {
        solution: "Give the path of a PEM file with the certificate authorities to trust.",
        cause
      }
    );
  }
}
function quoteSourceIdentifier(name) {
  return `"${name.replaceAll('"', '""')}"`;
}
function quoteSourceLiteral(text) {
  return `'${text.replaceAll("'", "''")}'`;
}

export {
  translateSourceError,
  foreignErrorCode,
  openConnection,
  quoteSourceIdentifier,
  quoteSourceLiteral
};
