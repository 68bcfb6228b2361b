import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  init_node_20_polyfills
} from "./part-KSWFSZFM.mjs";

// src/model/dialect.ts
init_node_20_polyfills();
var FENCED_TEXT = "tributary: fenced by epoch ";
var UNRESOLVED_TEXT = "tributary: unchanged values are missing";

export {
  FENCED_TEXT,
  UNRESOLVED_TEXT
};
