import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __knownSymbol = (name, symbol) => (symbol = Symbol[name]) ? symbol : /* @__PURE__ */ Symbol.for("Symbol." + name);
var __typeError = (msg) => {
  throw TypeError(msg);
};
var __require = /* @__PURE__ */ ((x) => typeof require !== "undefined" ? require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof require !== "undefined" ? require : a)[b]
}) : x)(function(x) {
  if (typeof require !== "undefined") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __commonJS = (cb, mod) => function __require2() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var __using = (stack, value, async) => {
  if (value != null) {
    if (typeof value !== "object" && typeof value !== "function") __typeError("Object expected");
    var dispose, inner;
    if (async) dispose = value[__knownSymbol("asyncDispose")];
    if (dispose === void 0) {
      dispose = value[__knownSymbol("dispose")];
      if (async) inner = dispose;
    }
    if (typeof dispose !== "function") __typeError("Object not disposable");
    if (inner) dispose = function() {
      try {
        inner.call(this);
      } catch (e) {
        return Promise.reject(e);
      }
    };
    stack.push([async, dispose, value]);
  } else if (async) {
    stack.push([async]);
  }
  return value;
};
var __callDispose = (stack, error, hasError) => {
  var E = typeof SuppressedError === "function" ? SuppressedError : function(e, s, m, _) {
    return _ = Error(m), _.name = "SuppressedError", _.error = e, _.suppressed = s, _;
  };
  var fail = (e) => error = hasError ? new E(e, error, "An error was suppressed during disposal") : (hasError = true, e);
  var next = (it) => {
    while (it = stack.pop()) {
      try {
        var result = it[1] && it[1].call(it[2]);
        if (it[0]) return Promise.resolve(result).then(next, (e) => (fail(e), next()));
      } catch (e) {
        fail(e);
      }
    }
    if (hasError) throw error;
  };
  return next();
};

// scripts/node-20-polyfills.ts
function withResolvers() {
  let resolve = () => void 0;
  let reject = () => void 0;
  const promise = new Promise((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  return { promise, resolve, reject };
}
function groupBy(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [item]);
    else group.push(item);
    index += 1;
  }
  return groups;
}
var init_node_20_polyfills = __esm({
  "scripts/node-20-polyfills.ts"() {
    "use strict";
    Promise.withResolvers ??= withResolvers;
    Map.groupBy ??= groupBy;
  }
});

// src/model/ingest-error.ts
init_node_20_polyfills();
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
  __require,
  __esm,
  __commonJS,
  __export,
  __toESM,
  __toCommonJS,
  __using,
  __callDispose,
  init_node_20_polyfills,
  ERROR_CODES,
  IngestError
};
