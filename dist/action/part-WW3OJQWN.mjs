import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  IngestError
} from "./part-WR5T4RD5.mjs";

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

export {
  throwProblems
};
