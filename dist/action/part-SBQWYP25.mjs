import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  CheckpointStore
} from "./part-T4SCQFTF.mjs";
import {
  STATE_TABLE
} from "./part-3QJBBAU7.mjs";
import {
  formatNumberOf
} from "./part-RVW7BTWX.mjs";
import {
  displayTargetName
} from "./part-SL2CX4DZ.mjs";

// src/check/judge-target-tables.ts
var PARALLEL = 8;
async function findTargetTables(warehouse, tables) {
  const found = [];
  for (let start = 0; start < tables.length; start += PARALLEL) {
    const some = tables.slice(start, start + PARALLEL).map(async (selected) => ({
      selected,
      found: await warehouse.describeTable(selected.target)
    }));
    found.push(...await Promise.all(some));
  }
  return found;
}
function judgeTargetTables(tables) {
  return tables.flatMap(
    ({ selected, found }) => found?.obstacle === void 0 ? [] : [
      {
        code: "target-table-mismatch",
        message: `${displayTargetName(selected.target)}, the target of ${selected.displayName}, is ${found.obstacle}.`,
        solution: "Rename it, or choose another destination_table: Tributary drops no table."
      }
    ]
  );
}
function describeTargetTables(tables) {
  const there = tables.filter(({ found }) => found !== void 0).length;
  const missing = tables.length - there;
  return [
    ...there === 0 ? [] : [`${formatNumberOf(there, "target table")} found`],
    ...missing === 0 ? [] : [`${formatNumberOf(missing, "target table")} to be made`]
  ].join(", ");
}

// src/check/pipeline-checkpoint.ts
function stateTableOf({ target }) {
  return { catalog: target.catalog, schema: target.stateSchema, table: STATE_TABLE };
}
async function readCheckpoint(warehouse, pipeline) {
  const store = new CheckpointStore({
    warehouse,
    state: stateTableOf(pipeline),
    pipeline: pipeline.name,
    // For writing, which is not done here.
    runId: "",
    now: () => 0n
  });
  return (await store.load())?.checkpoint;
}

export {
  findTargetTables,
  judgeTargetTables,
  describeTargetTables,
  stateTableOf,
  readCheckpoint
};
