import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  remedyOf
} from "./part-PZVXIY37.mjs";
import {
  printable,
  styleOf
} from "./part-MPYCGHQI.mjs";

// src/report/error-text.ts
function formatErrorText(error, options) {
  const style = styleOf(options.colours);
  const remedy = error.solution === null ? remedyOf(error) : error.solution.split("\n");
  return [
    `${style.red("error")} ${style.dim(`[${error.code}]`)} ${printable(error.message)}`,
    ...remedy.map((line) => `  ${printable(line)}`),
    ""
  ].join("\n");
}

export {
  formatErrorText
};
