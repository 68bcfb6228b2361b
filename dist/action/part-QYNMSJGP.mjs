import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  judged,
  passed
} from "./part-6EERIPZD.mjs";
import {
  describeTargetTables,
  findTargetTables,
  judgeTargetTables,
  readCheckpoint
} from "./part-SBQWYP25.mjs";
import "./part-T4SCQFTF.mjs";
import "./part-3QJBBAU7.mjs";
import "./part-RVW7BTWX.mjs";
import "./part-TBZWB7EC.mjs";
import "./part-SL2CX4DZ.mjs";
import {
  IngestError
} from "./part-WR5T4RD5.mjs";
import "./part-2GY7G3VF.mjs";

// src/check/embedded-probe.ts
import { access, constants, mkdtemp, rm, stat } from "node:fs/promises";
import path from "node:path";
function openEmbeddedProbe(pipeline, target, opener) {
  return new EmbeddedProbe(pipeline, target, opener);
}
var EmbeddedProbe = class {
  #pipeline;
  #target;
  #opener;
  /** `undefined` until it is reached, and for a file that is not there. */
  #warehouse;
  constructor(pipeline, target, opener) {
    this.#pipeline = pipeline;
    this.#target = target;
    this.#opener = opener;
  }
  async reach() {
    const file = this.#target.path;
    if (!await exists(file)) {
      await requireWritable(await nearestDirectory(file), file);
      return passed(`the lakehouse ${file} is not there yet: the first run makes it`);
    }
    await requireWritable(file, file);
    this.#warehouse = await this.#opener.open(new AbortController().signal);
    return passed(`the lakehouse ${file} can be read and written`);
  }
  async loadCheckpoint() {
    return this.#warehouse === void 0 ? void 0 : await readCheckpoint(this.#warehouse, this.#pipeline);
  }
  async judgeGrants(tables) {
    if (this.#warehouse === void 0 || tables.length === 0)
      return passed("whoever may write the file may do all");
    const found = await findTargetTables(this.#warehouse, tables);
    return judged(judgeTargetTables(found), describeTargetTables(found));
  }
  /** Makes a directory beside the lakehouse, where staged files lie in a run, and removes it. */
  async judgeStaging() {
    const directory = await nearestDirectory(this.#target.path);
    try {
      const made = await mkdtemp(path.join(directory, ".tributary-check-"));
      await rm(made, { recursive: true });
    } catch (cause) {
      throw notWritable(this.#target.path, cause);
    }
    return passed(`files are staged beside the lakehouse, in ${path.dirname(this.#target.path)}`);
  }
  async [Symbol.asyncDispose]() {
    await this.#warehouse?.[Symbol.asyncDispose]();
  }
};
async function exists(file) {
  return await stat(file).then(
    () => true,
    () => false
  );
}
async function nearestDirectory(file) {
  const directory = path.dirname(file);
  const isThere = directory === file || await exists(directory);
  return isThere ? directory : await nearestDirectory(directory);
}
async function requireWritable(place, file) {
  try {
    const { R_OK, W_OK, X_OK } = constants;
    const isDirectory = place !== file;
    await access(place, isDirectory ? W_OK | X_OK : R_OK | W_OK);
    if (isDirectory && !(await stat(place)).isDirectory()) throw new TypeError("a file is in the way");
  } catch (cause) {
    throw notWritable(file, cause);
  }
}
function notWritable(file, cause) {
  return new IngestError("target-read-only", `The lakehouse ${file} cannot be written.`, {
    solution: "Check the permissions of the file and of its directory, or set target.path.",
    cause
  });
}
export {
  openEmbeddedProbe
};
