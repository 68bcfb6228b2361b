import { type ConfigDocument, type ValuePath, valueAt } from '../config-document.ts';
import { commandLinesOf } from './tributary-command-line.ts';
import { type Choice, chosenValues, UNKNOWN } from './workflow-expression.ts';

/** A step of a workflow that starts this program, as the action or by its command line. */
export interface TributaryStep {
  readonly workflow: ConfigDocument;
  /** `['jobs', 'ingest']` */
  readonly jobPath: ValuePath;
  readonly path: ValuePath;
  /** `run`, `validate` …; the action's default where none is given, and `unknown` where only GitHub knows it. */
  readonly command: string;
  /** Configuration paths, relative to `workingDirectory`. */
  readonly config: Choice;
  /** Relative to the repository's root. */
  readonly workingDirectory: string;
  /** Pipelines by name; an empty list means all of the configuration. */
  readonly pipelines: Choice;
  /** Where `max-duration` stands, and what it says; as it is written. */
  readonly maxDuration: { readonly path: ValuePath; readonly text: string } | undefined;
  /** Whether a cron of the workflow starts the step; `undefined` where a condition decides that only GitHub can. */
  readonly runsOnSchedule: boolean | undefined;
}

/** Every such step of a workflow, in the order of the file. */
export function tributarySteps(workflow: ConfigDocument): readonly TributaryStep[] {
  const jobs = valueAt(workflow.value, ['jobs']);
  if (typeof jobs !== 'object' || jobs === null) return [];
  return Object.keys(jobs).flatMap((job) => {
    const steps = valueAt(workflow.value, ['jobs', job, 'steps']);
    if (!Array.isArray(steps)) return [];
    return steps.flatMap((_, index) => stepsAt(workflow, ['jobs', job], ['jobs', job, 'steps', index]));
  });
}

function stepsAt(workflow: ConfigDocument, jobPath: ValuePath, path: ValuePath): readonly TributaryStep[] {
  const uses = textAt(workflow, [...path, 'uses']);
  const run = textAt(workflow, [...path, 'run']);
  if (uses !== undefined)
    return isTributary(workflow, path, uses) ? [actionStep(workflow, jobPath, path)] : [];
  if (run === undefined) return [];
  const directory =
    textAt(workflow, [...path, 'working-directory']) ??
    textAt(workflow, [...jobPath, 'defaults', 'run', 'working-directory']) ??
    textAt(workflow, ['defaults', 'run', 'working-directory']) ??
    '.';
  return commandLinesOf(run).map(({ command, config, pipelines, maxDuration }) => ({
    workflow,
    jobPath,
    path,
    command,
    config: resolveAll(workflow, jobPath, config),
    workingDirectory: directory,
    pipelines: resolveAll(workflow, jobPath, pipelines),
    maxDuration: maxDuration === undefined ? undefined : { path: [...path, 'run'], text: maxDuration },
    runsOnSchedule: runsOnSchedule(workflow, jobPath, path),
  }));
}

/** `./` is any repository's own action; it is ours where it is given what only ours takes. */
function isTributary(workflow: ConfigDocument, path: ValuePath, uses: string): boolean {
  if (/(?:^|\/)tributary(?:\/[^@]*)?@/i.test(uses)) return true;
  if (!uses.startsWith('./')) return false;
  return (
    textAt(workflow, [...path, 'with', 'config']) !== undefined &&
    textAt(workflow, [...path, 'with', 'command']) !== undefined
  );
}

function actionStep(workflow: ConfigDocument, jobPath: ValuePath, path: ValuePath): TributaryStep {
  const input = (name: string): string | undefined => textAt(workflow, [...path, 'with', name]);
  const chosen = (name: string): string | undefined => {
    const choice = resolveAll(workflow, jobPath, linesOf(input(name)));
    return choice === UNKNOWN ? UNKNOWN : choice[0];
  };
  const maxDuration = chosen('max-duration');
  const config = linesOf(input('config'));
  return {
    workflow,
    jobPath,
    path,
    command: chosen('command') ?? 'validate',
    config: config.length === 0 ? UNKNOWN : resolveAll(workflow, jobPath, config),
    workingDirectory: input('working-directory') ?? '.',
    pipelines: resolveAll(workflow, jobPath, linesOf(input('pipeline'))),
    maxDuration:
      maxDuration === undefined ? undefined : { path: [...path, 'with', 'max-duration'], text: maxDuration },
    runsOnSchedule: runsOnSchedule(workflow, jobPath, path),
  };
}

function linesOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function resolveAll(workflow: ConfigDocument, jobPath: ValuePath, texts: readonly string[]): Choice {
  const matrix = valueAt(workflow.value, [...jobPath, 'strategy', 'matrix']);
  const choices = texts.map((text) => chosenValues(text, matrix));
  return choices.some((choice) => choice === UNKNOWN)
    ? UNKNOWN
    : choices.flatMap((choice) => (choice === UNKNOWN ? [] : choice.filter((text) => text !== '')));
}

/** `undefined` where only GitHub can tell. */
function runsOnSchedule(workflow: ConfigDocument, jobPath: ValuePath, path: ValuePath): boolean | undefined {
  const conditions = [jobPath, path].map((place) => textAt(workflow, [...place, 'if']) ?? '');
  const verdicts = conditions.map((condition): boolean | undefined => {
    if (!/\bgithub\s*\.\s*event|\binputs\b/.test(condition)) return true;
    const bare = condition.replace(/^\s*\$\{\{|\}\}\s*$/g, '').trim();
    const [, operator, event] = /^github\.event_name\s*([!=]=)\s*'(\w+)'$/.exec(bare) ?? [];
    return operator === undefined ? undefined : (event === 'schedule') === (operator === '==');
  });
  if (verdicts.includes(false)) return false;
  return verdicts.includes(undefined) ? undefined : true;
}

/** A scalar of a workflow as text. */
function textAt(workflow: ConfigDocument, path: ValuePath): string | undefined {
  const value = valueAt(workflow.value, path);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}
