import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  IngestError
} from "./part-7O6UMEXX.mjs";

// src/model/problem.ts
function throwProblems(problems) {
  const [first] = problems;
  if (first === void 0) return;
  if (problems.length === 1) throw new IngestError(first.code, first.message, { solution: first.solution });
  throw new IngestError(
    first.code,
    problems.map((problem, index) => `${index + 1}. ${problem.message}`).join("\n"),
    { solution: problems.map((problem, index) => `${index + 1}. ${problem.solution}`).join("\n") }
  );
}

// src/model/secret.ts
var Secret = class {
  #value;
  constructor(value) {
    this.#value = value;
  }
  reveal() {
    return this.#value;
  }
  toString() {
    return "***";
  }
  toJSON() {
    return "***";
  }
  /** `util.inspect` and `console.log` in Node. */
  [/* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom")]() {
    return "***";
  }
};

export {
  throwProblems,
  Secret
};
