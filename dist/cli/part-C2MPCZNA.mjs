import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  missingLiteral,
  reloadWords
} from "./part-GAQU7NPZ.mjs";
import {
  buildAddColumn,
  buildFillColumn,
  columnDefinitions
} from "./part-U744JAMS.mjs";
import {
  displayTargetName
} from "./part-KYA3WGQV.mjs";
import {
  init_node_20_polyfills
} from "./part-KSWFSZFM.mjs";

// src/model/key-range.ts
init_node_20_polyfills();
var ALL_ROWS = { from: null, to: null };
function isSameRange(one, other) {
  return one.from === other.from && one.to === other.to;
}
function isWholeTable({ after, upTo, from, to }) {
  return after === void 0 && upTo === void 0 && from === void 0 && to === void 0;
}

// src/ingest/target-changes.ts
init_node_20_polyfills();
function isWithoutTable({ snapshot, loadReason }) {
  switch (snapshot.tag) {
    case "pending":
    case "skipped":
      return true;
    case "loading":
      return loadReason !== void 0 || isAtItsBeginning(snapshot);
    case "loaded":
      return loadReason !== void 0;
    default:
      return snapshot;
  }
}
function isAtItsBeginning({ after, purpose, range }) {
  return after === null && (purpose === "first-load" || isSameRange(range, ALL_ROWS));
}
function addColumnStatements(dialect, target, source, options) {
  const column = target.columns.find(({ attributeNumber }) => attributeNumber === source.attributeNumber);
  if (column === void 0) return [];
  const isThere = options.existing.some(({ name }) => name.toLowerCase() === column.name.toLowerCase());
  const literal = missingLiteral(dialect, column.mapping, source.missingValue);
  const add = {
    sql: buildAddColumn(dialect, target.name, column),
    repetition: "harmful"
  };
  const fill = {
    sql: buildFillColumn(dialect, target.name, column, literal),
    repetition: "harmless"
  };
  return [...isThere ? [] : [add], ...options.isLoaded || literal === "NULL" ? [] : [fill]];
}
function judgeTargetFit(dialect, target, existing, added) {
  const types = new Map(existing.map(({ name, type }) => [name.toLowerCase(), type]));
  const addedNames = new Set(added.map(({ name }) => name));
  const differences = columnDefinitions(target).flatMap(({ name, type }) => {
    const found = types.get(name.toLowerCase());
    const wanted = dialect.typeName(type);
    if (found === void 0) return addedNames.has(name) ? [] : [`"${name}" (${wanted}) is missing`];
    return found === wanted ? [] : [`"${name}" is ${found}, not ${wanted}`];
  });
  if (differences.length === 0) return [];
  return [
    {
      code: "target-table-mismatch",
      message: `The target table ${displayTargetName(target.name)} exists and does not fit ${target.source}: ${differences.join("; ")}.`,
      solution: RENAME_SOLUTION
    }
  ];
}
var RENAME_SOLUTION = "Rename it, or give the target another name: selection.schemas[].tables[].destination_table. Tributary never drops or replaces a table.";
function missingTarget(target) {
  return {
    code: "target-table-mismatch",
    message: `The target table ${displayTargetName(target.name)} is gone.`,
    solution: `Load it anew: ${reloadWords(target.source)}`
  };
}

// src/model/run-cost.ts
init_node_20_polyfills();
var HOUR_MS = 36e5;
var PRECISION = 1e6;
function runCost(busyMs, { amount, currency }) {
  return {
    amount: Math.round(amount * busyMs * PRECISION / HOUR_MS) / PRECISION,
    perHour: amount,
    currency
  };
}

export {
  ALL_ROWS,
  isSameRange,
  isWholeTable,
  isWithoutTable,
  addColumnStatements,
  judgeTargetFit,
  RENAME_SOLUTION,
  missingTarget,
  runCost
};
