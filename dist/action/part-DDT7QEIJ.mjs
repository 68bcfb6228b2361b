import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  warehouseOf
} from "./part-5QLOOKJR.mjs";

// src/commands/open-existing-warehouse.ts
import { stat } from "node:fs/promises";
async function openExistingWarehouse(pipeline, environment) {
  const { target } = pipeline;
  if (target.tag === "embedded" && !await isThere(target.path)) return void 0;
  const opener = await warehouseOf(pipeline, environment);
  return await opener.open(new AbortController().signal);
}
async function isThere(file) {
  return await stat(file).then(
    () => true,
    () => false
  );
}

export {
  openExistingWarehouse
};
