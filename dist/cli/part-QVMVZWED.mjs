import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  init_node_20_polyfills
} from "./part-KSWFSZFM.mjs";

// src/commands/version.ts
init_node_20_polyfills();
var VERSION = "0.1.0";

export {
  VERSION
};
