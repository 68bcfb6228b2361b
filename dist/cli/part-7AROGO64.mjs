import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  init_node_20_polyfills
} from "./part-KSWFSZFM.mjs";

// src/report/terminal-style.ts
init_node_20_polyfills();
var CODES = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39] };
function styleOf(colours) {
  const paint = (name) => (text) => colours ? `\x1B[${CODES[name][0]}m${text}\x1B[${CODES[name][1]}m` : text;
  return {
    bold: paint("bold"),
    dim: paint("dim"),
    red: paint("red"),
    green: paint("green"),
    yellow: paint("yellow")
  };
}
function wantsColours(isTerminal, environment) {
  return isTerminal && (environment.NO_COLOR ?? "") === "" && environment.TERM !== "dumb";
}

export {
  styleOf,
  wantsColours
};
