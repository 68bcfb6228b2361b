import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  init_node_20_polyfills
} from "./part-KSWFSZFM.mjs";

// src/model/table-name.ts
init_node_20_polyfills();
function displayTargetName(name) {
  return `${name.catalog}.${name.schema}.${name.table}`;
}

export {
  displayTargetName
};
