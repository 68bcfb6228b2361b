import path from 'node:path';
import { type Cron, parseCron } from '../../schedule/cron.ts';
import { type ConfigDocument, type ValuePath, valueAt } from '../config-document.ts';
import type { ConfigFiles } from '../config-files.ts';
import { expandPath } from '../config-paths.ts';
import type { PipelineDraft } from '../pipeline-draft.ts';
import { UNKNOWN } from './workflow-expression.ts';
import type { TributaryStep } from './workflow-step.ts';

/** A step, and the configuration files that it names: absolute paths, or `undefined` where only GitHub knows them. */
export interface LocatedStep extends TributaryStep {
  readonly files: ReadonlySet<string> | undefined;
}

/** Finds the files that a step's configuration paths stand for. What cannot be read counts as not known. */
export async function locateStep(
  step: TributaryStep,
  root: string,
  files: ConfigFiles,
): Promise<LocatedStep> {
  if (step.config === UNKNOWN || step.config.length === 0) return { ...step, files: undefined };
  const directory = path.resolve(root, step.workingDirectory);
  try {
    const found = await Promise.all(step.config.map((given) => expandPath(given, directory, files)));
    const paths = found.flatMap((expansion) => (expansion.tag === 'files' ? expansion.paths : []));
    return { ...step, files: new Set(paths.map(({ absolute }) => absolute)) };
  } catch {
    return { ...step, files: undefined };
  }
}

/** Whether a step starts a pipeline: `maybe` where an expression decides it. */
export function startsPipeline(
  step: LocatedStep,
  { document, name }: PipelineDraft,
  workingDirectory: string,
): 'yes' | 'maybe' | 'no' {
  const { pipelines, files } = step;
  const isNamed = pipelines === UNKNOWN || pipelines.length === 0 || pipelines.includes(name ?? '');
  const hasFile = files?.has(path.resolve(workingDirectory, document.file)) ?? true;
  if (!isNamed || !hasFile) return 'no';
  return pipelines === UNKNOWN || files === undefined ? 'maybe' : 'yes';
}

/** A cron line of a workflow, and where it stands. */
export interface WorkflowCron {
  readonly workflow: ConfigDocument;
  readonly path: ValuePath;
  readonly cron: ReturnType<typeof parseCron>;
}

/** The cron lines of a workflow. Lines that an expression or an empty value stands in for are left out. */
export function cronsOf(workflow: ConfigDocument): readonly WorkflowCron[] {
  const schedule = valueAt(workflow.value, ['on', 'schedule']);
  if (!Array.isArray(schedule)) return [];
  return schedule.flatMap((entry: unknown, index) => {
    const line = valueAt(entry, ['cron']);
    const timezone = valueAt(entry, ['timezone']);
    if (typeof line !== 'string') return [];
    const cron = parseCron(line, typeof timezone === 'string' ? timezone : undefined);
    return [{ workflow, path: ['on', 'schedule', index, 'cron'], cron }];
  });
}

/** The cron lines that GitHub takes. */
export function validCrons(workflow: ConfigDocument): readonly Cron[] {
  return cronsOf(workflow).flatMap(({ cron }) => (cron.tag === 'cron' ? [cron] : []));
}
