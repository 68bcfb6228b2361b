import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/report/github/marker.ts
import { createHash } from "node:crypto";
var VERSION = "v=1";
var FIRST_LINE = /^<!-- tributary:(plan|run|issue) v=\d+((?: [a-z]+=[^\s<>]*)*) -->\r?(?:\n|$)/;
function formatMarker({ name, fields }) {
  const pairs = Object.entries(fields).map(([field, value]) => `${field}=${encodeURIComponent(value)}`);
  return `<!-- tributary:${name} ${[VERSION, ...pairs].join(" ")} -->`;
}
function readMarker(text) {
  const [, name, pairs = ""] = FIRST_LINE.exec(text) ?? [];
  if (name !== "plan" && name !== "run" && name !== "issue") return void 0;
  const fields = pairs.split(" ").filter((pair) => pair !== "").map((pair) => {
    const [field = "", value = ""] = pair.split("=", 2);
    return [field, decoded(value)];
  });
  return { name, fields: Object.fromEntries(fields) };
}
function textBelowMarker(text) {
  return text.replace(FIRST_LINE, "");
}
function redactBelowMarker(text, redactor) {
  const [first = ""] = FIRST_LINE.exec(text) ?? [];
  return first + redactor.redact(text.slice(first.length));
}
function hashOf(text) {
  return createHash("sha256").update(text).digest("hex");
}
function decoded(value) {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

export {
  formatMarker,
  readMarker,
  textBelowMarker,
  redactBelowMarker,
  hashOf
};
