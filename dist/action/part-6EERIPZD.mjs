import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  IngestError
} from "./part-WR5T4RD5.mjs";

// src/check/finding.ts
function passed(found) {
  return { outcome: "passed", found, code: null, solution: null };
}
function unproven(found, solution = null) {
  return { outcome: "unproven", found, code: null, solution };
}
function judged(problems, found) {
  const [first] = problems;
  if (first === void 0) return passed(found);
  return {
    outcome: "failed",
    found: problems.map(({ message }) => message).join("\n"),
    code: first.code,
    solution: [...new Set(problems.map(({ solution }) => solution))].join("\n")
  };
}
function failedBy(error) {
  if (!(error instanceof IngestError)) throw error;
  const { code, message, solution } = error;
  return { outcome: "failed", found: message, code, solution: solution ?? null };
}

export {
  passed,
  unproven,
  judged,
  failedBy
};
