import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/model/ingest-error.ts
var ERROR_CODES = {
  "config-invalid": { disposition: "operator", exitCode: 2 },
  "usage-invalid": { disposition: "operator", exitCode: 2 },
  "confirmation-missing": { disposition: "operator", exitCode: 2 },
  "target-unsupported": { disposition: "operator", exitCode: 2 },
  "source-unreachable": { disposition: "retry", exitCode: 1 },
  "source-authentication-failed": { disposition: "operator", exitCode: 1 },
  "source-tls-failed": { disposition: "operator", exitCode: 1 },
  "source-permission-denied": { disposition: "operator", exitCode: 1 },
  "source-version-unsupported": { disposition: "operator", exitCode: 1 },
  "source-encoding-unsupported": { disposition: "operator", exitCode: 1 },
  "source-query-failed": { disposition: "operator", exitCode: 1 },
  "source-disconnected": { disposition: "retry", exitCode: 1 },
  "source-is-standby": { disposition: "operator", exitCode: 1 },
  "wal-level-not-logical": { disposition: "operator", exitCode: 1 },
  "publication-missing": { disposition: "operator", exitCode: 1 },
  "publication-replaced": { disposition: "operator", exitCode: 1 },
  "publication-incomplete": { disposition: "operator", exitCode: 1 },
  "table-missing": { disposition: "operator", exitCode: 1 },
  "table-unsupported": { disposition: "operator", exitCode: 1 },
  "row-key-missing": { disposition: "operator", exitCode: 1 },
  "column-unsupported": { disposition: "operator", exitCode: 1 },
  "drift-unsupported": { disposition: "operator", exitCode: 1 },
  "slot-missing": { disposition: "operator", exitCode: 1 },
  "slot-lost": { disposition: "operator", exitCode: 1 },
  "slot-unsuitable": { disposition: "operator", exitCode: 1 },
  "slot-ahead-of-checkpoint": { disposition: "operator", exitCode: 1 },
  "slots-exhausted": { disposition: "operator", exitCode: 1 },
  "slot-creation-blocked": { disposition: "retry", exitCode: 1 },
  "checkpoint-ahead-of-server": { disposition: "operator", exitCode: 1 },
  "cluster-changed": { disposition: "operator", exitCode: 1 },
  "checkpoint-unreadable": { disposition: "operator", exitCode: 1 },
  "checkpoint-fenced": { disposition: "retry", exitCode: 1 },
  "value-unrepresentable": { disposition: "operator", exitCode: 1 },
  "protocol-violated": { disposition: "bug", exitCode: 1 },
  "target-unavailable": { disposition: "retry", exitCode: 1 },
  "target-locked": { disposition: "retry", exitCode: 1 },
  "target-read-only": { disposition: "operator", exitCode: 1 },
  "target-authentication-failed": { disposition: "operator", exitCode: 1 },
  "target-permission-denied": { disposition: "operator", exitCode: 1 },
  "target-table-mismatch": { disposition: "operator", exitCode: 1 },
  "target-conflict": { disposition: "retry", exitCode: 1 },
  "target-quota-exceeded": { disposition: "operator", exitCode: 1 },
  "target-timeout": { disposition: "operator", exitCode: 1 },
  "target-query-failed": { disposition: "bug", exitCode: 1 },
  "disk-full": { disposition: "operator", exitCode: 1 },
  "staging-failed": { disposition: "operator", exitCode: 1 },
  "local-postgres-failed": { disposition: "operator", exitCode: 1 },
  interrupted: { disposition: "retry", exitCode: 1 },
  "internal-error": { disposition: "bug", exitCode: 1 }
};
var IngestError = class extends Error {
  name = "IngestError";
  code;
  solution;
  constructor(code, message, options = {}) {
    super(message, options.cause === void 0 ? void 0 : { cause: options.cause });
    this.code = code;
    this.solution = options.solution;
  }
  get exitCode() {
    return ERROR_CODES[this.code].exitCode;
  }
};

export {
  ERROR_CODES,
  IngestError
};
