import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/model/table-name.ts
function displayTargetName(name) {
  return `${name.catalog}.${name.schema}.${name.table}`;
}

export {
  displayTargetName
};
