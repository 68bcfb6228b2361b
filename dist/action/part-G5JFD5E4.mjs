import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/model/dialect.ts
var FENCED_TEXT = "tributary: fenced by epoch ";
var UNRESOLVED_TEXT = "tributary: unchanged values are missing";

export {
  FENCED_TEXT,
  UNRESOLVED_TEXT
};
