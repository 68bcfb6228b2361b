import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  IngestError,
  init_node_20_polyfills
} from "./part-KSWFSZFM.mjs";

// src/model/problem.ts
init_node_20_polyfills();
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

export {
  throwProblems
};
