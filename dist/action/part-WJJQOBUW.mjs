import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  ALL_ROWS
} from "./part-PZVXIY37.mjs";
import {
  duration,
  nearestWord,
  parseDuration
} from "./part-MPYCGHQI.mjs";
import {
  IngestError
} from "./part-WR5T4RD5.mjs";

// src/model/backfill.ts
var BACKFILL_MODES = ["missing", "refresh"];

// src/commands/parse-backfill.ts
function parseBackfill({ tables, mode, keyRange }) {
  return {
    tables: [...new Set(tables)],
    mode: parseMode(mode ?? "missing"),
    range: keyRange === void 0 ? ALL_ROWS : parseKeyRange(keyRange)
  };
}
function parseMode(word) {
  const mode = BACKFILL_MODES.find((candidate) => candidate === word);
  if (mode !== void 0) return mode;
  const nearest = nearestWord(word, BACKFILL_MODES);
  throw new IngestError("usage-invalid", `The mode of the backfill is "${word}".`, {
    solution: `${nearest === void 0 ? "" : `Did you mean ${nearest}? `}It may be missing (what was never loaded completely) or refresh (loaded tables are read again).`
  });
}
function parseKeyRange(text) {
  const at = text.indexOf("..");
  const from = text.slice(0, at).trim();
  const to = text.slice(at + 2).trim();
  if (at === -1 || from === "" && to === "") {
    throw new IngestError("usage-invalid", "The key range is not one.", {
      solution: "Write two values of the first key column with two dots between, both included: 1000..2000, or 1000.. or ..2000."
    });
  }
  return { from: from === "" ? null : from, to: to === "" ? null : to };
}

// src/commands/parse-max-duration.ts
function parseMaxDuration(text) {
  if (text === void 0) return void 0;
  if (duration().safeParse(text).success) return parseDuration(text);
  throw new IngestError("usage-invalid", `"${text}" is not a duration.`, {
    solution: "Write a number and a unit, such as 90s, 50m or 2h."
  });
}

export {
  parseBackfill,
  parseMaxDuration
};
