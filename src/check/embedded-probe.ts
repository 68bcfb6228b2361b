import { access, constants, mkdtemp, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { SelectedTable } from '../ingest/table-selection.ts';
import type { CheckFinding } from '../model/check-report.ts';
import type { Checkpoint } from '../model/checkpoint.ts';
import { IngestError } from '../model/ingest-error.ts';
import type { EmbeddedTarget, Pipeline } from '../model/pipeline.ts';
import type { Warehouse, WarehouseOpener } from '../warehouse/warehouse.ts';
import { judged, passed } from './finding.ts';
import { describeTargetTables, findTargetTables, judgeTargetTables } from './judge-target-tables.ts';
import { readCheckpoint } from './pipeline-checkpoint.ts';
import type { TargetProbe } from './target-probe.ts';

/** Looks at an embedded lakehouse. A file that is not there is not made. */
export function openEmbeddedProbe(
  pipeline: Pipeline,
  target: EmbeddedTarget,
  opener: WarehouseOpener,
): TargetProbe {
  return new EmbeddedProbe(pipeline, target, opener);
}

class EmbeddedProbe implements TargetProbe {
  readonly #pipeline: Pipeline;
  readonly #target: EmbeddedTarget;
  readonly #opener: WarehouseOpener;
  /** `undefined` until it is reached, and for a file that is not there. */
  #warehouse: Warehouse | undefined;

  constructor(pipeline: Pipeline, target: EmbeddedTarget, opener: WarehouseOpener) {
    this.#pipeline = pipeline;
    this.#target = target;
    this.#opener = opener;
  }

  async reach(): Promise<CheckFinding> {
    const file = this.#target.path;
    if (!(await exists(file))) {
      await requireWritable(await nearestDirectory(file), file);
      return passed(`the lakehouse ${file} is not there yet: the first run makes it`);
    }
    await requireWritable(file, file);
    // As a run opens it: that proves that nobody else has it open.
    this.#warehouse = await this.#opener.open(new AbortController().signal);
    return passed(`the lakehouse ${file} can be read and written`);
  }

  async loadCheckpoint(): Promise<Checkpoint | undefined> {
    return this.#warehouse === undefined ? undefined : await readCheckpoint(this.#warehouse, this.#pipeline);
  }

  async judgeGrants(tables: readonly SelectedTable[]): Promise<CheckFinding> {
    if (this.#warehouse === undefined || tables.length === 0)
      return passed('whoever may write the file may do all');
    const found = await findTargetTables(this.#warehouse, tables);
    return judged(judgeTargetTables(found), describeTargetTables(found));
  }

  /** Makes a directory beside the lakehouse, where staged files lie in a run, and removes it. */
  async judgeStaging(): Promise<CheckFinding> {
    const directory = await nearestDirectory(this.#target.path);
    try {
      const made = await mkdtemp(path.join(directory, '.tributary-check-'));
      await rm(made, { recursive: true });
    } catch (cause) {
      throw notWritable(this.#target.path, cause);
    }
    return passed(`files are staged beside the lakehouse, in ${path.dirname(this.#target.path)}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#warehouse?.[Symbol.asyncDispose]();
  }
}

async function exists(file: string): Promise<boolean> {
  return await stat(file).then(
    () => true,
    () => false,
  );
}

/** The directory of the file, or the nearest one above it that is there: a run makes those between. */
async function nearestDirectory(file: string): Promise<string> {
  const directory = path.dirname(file);
  const isThere = directory === file || (await exists(directory));
  return isThere ? directory : await nearestDirectory(directory);
}

async function requireWritable(place: string, file: string): Promise<void> {
  try {
    const { R_OK, W_OK, X_OK } = constants;
    const isDirectory = place !== file;
    await access(place, isDirectory ? W_OK | X_OK : R_OK | W_OK);
    if (isDirectory && !(await stat(place)).isDirectory()) throw new TypeError('a file is in the way');
  } catch (cause) {
    throw notWritable(file, cause);
  }
}

function notWritable(file: string, cause: unknown): IngestError {
  return new IngestError('target-read-only', `The lakehouse ${file} cannot be written.`, {
    solution: 'Check the permissions of the file and of its directory, or set target.path.',
    cause,
  });
}
