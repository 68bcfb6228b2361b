import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  IngestError,
  init_node_20_polyfills
} from "./part-KSWFSZFM.mjs";

// src/foretell/changed-files.ts
init_node_20_polyfills();
import { execFile } from "node:child_process";
import { promisify } from "node:util";
var run = promisify(execFile);
async function readChangedFiles(options) {
  try {
    const fork = await git(options, ["merge-base", "--end-of-options", options.base, "HEAD"]);
    const tracked = await git(options, [
      "diff",
      "--name-status",
      "--no-renames",
      "--relative",
      "-z",
      fork.trim(),
      "--"
    ]);
    const untracked = await git(options, ["ls-files", "--others", "--exclude-standard", "-z"]);
    return [...parseNameStatus(tracked), ...parseNames(untracked)];
  } catch (cause) {
    throw new IngestError("usage-invalid", `git cannot tell what changed since ${options.base}.`, {
      solution: "Check that this is a clone that holds that commit (actions/checkout: fetch-depth: 0), or name another one with --base.",
      cause
    });
  }
}
async function git({ workingDirectory }, words) {
  const { stdout } = await run("git", words, { cwd: workingDirectory, maxBuffer: MAX_OUTPUT_BYTES });
  return stdout;
}
function parseNames(output) {
  return output.split("\0").filter((name) => name !== "").map((name) => ({ path: name, status: "added" }));
}
var MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
var STATUSES = {
  A: "added",
  D: "removed",
  M: "modified",
  T: "modified"
};
function parseNameStatus(output) {
  const fields = output.split("\0");
  const files = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const status = STATUSES[fields[at] ?? ""];
    const path = fields[at + 1];
    if (status !== void 0 && path !== void 0) files.push({ path, status });
  }
  return files;
}
export {
  parseNameStatus,
  readChangedFiles
};
