import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Cron } from '../../schedule/cron.ts';
import {
  adviceAt,
  type ConfigDocument,
  isWritten,
  knownText,
  type ValuePath,
  valuePlace,
} from '../config-document.ts';
import type { PipelineDraft } from '../pipeline-draft.ts';
import { parseDuration } from '../schema/fields.ts';
import { cronsOf, type LocatedStep, startsPipeline, validCrons } from './pipeline-starts.ts';
import { SHORTEST_CRON_MS, type StartGaps, shareLonger, showInterval, startGaps } from './start-times.ts';

/** What a set's schedules are held against. */
export interface ScheduleCheckOptions {
  readonly drafts: readonly PipelineDraft[];
  /** The document with the schedule of pipelines that have none of their own. */
  readonly scheduleDocument: ConfigDocument | undefined;
  readonly steps: readonly LocatedStep[];
  readonly workingDirectory: string;
}

/**
 * Findings where the repository's workflows start a pipeline otherwise than its `schedule` says. Where an expression decides
 * what a workflow starts, nothing is claimed; nor where no workflow starts any pipeline of the set, because other schedulers
 * than GitHub's are as good.
 */
export function checkSchedules(options: ScheduleCheckOptions): readonly Diagnostic[] {
  const starts = options.drafts.map((draft) => startsOf(draft, options));
  const gapsOf = rememberGaps();
  return starts.flatMap((start) => {
    const schedule = scheduleOf(start.draft, options.scheduleDocument);
    if (schedule === undefined || start.isOpen) return [];
    if (start.steps.length > 0) return judgeStarts(start, schedule, gapsOf);
    const other = starts.find(({ scheduled }) => scheduled.length > 0);
    return other === undefined || schedule.type === 'manual' ? [] : [notStarted(start, other, schedule)];
  });
}

/** The steps that start one pipeline. */
interface Starts {
  readonly draft: PipelineDraft;
  readonly steps: readonly LocatedStep[];
  /** Those that a cron starts. */
  readonly scheduled: readonly LocatedStep[];
  /** Something else may start it, too: only GitHub can tell. */
  readonly isOpen: boolean;
}

function startsOf(draft: PipelineDraft, { steps, workingDirectory }: ScheduleCheckOptions): Starts {
  const runs = steps.filter(({ command }) => command === 'run');
  const judged = runs.map((step) => ({ step, verdict: startsPipeline(step, draft, workingDirectory) }));
  const own = judged.flatMap(({ step, verdict }) => (verdict === 'yes' ? [step] : []));
  const hasCron = ({ workflow }: LocatedStep) => cronsOf(workflow).length > 0;
  return {
    draft,
    steps: own,
    scheduled: own.filter((step) => step.runsOnSchedule === true && hasCron(step)),
    isOpen: judged.some(
      ({ step, verdict }) =>
        hasCron(step) &&
        step.runsOnSchedule !== false &&
        (verdict === 'maybe' || (verdict === 'yes' && step.runsOnSchedule === undefined)),
    ),
  };
}

/** What is said about when a pipeline runs, and where. */
interface WrittenSchedule {
  readonly document: ConfigDocument;
  readonly type: string;
  /** Only of an interval that is a right one. */
  readonly everyMs: number | undefined;
}

const TYPE: ValuePath = ['schedule', 'type'];
const EVERY: ValuePath = ['schedule', 'every'];

function scheduleOf(
  { document }: PipelineDraft,
  scheduleDocument: ConfigDocument | undefined,
): WrittenSchedule | undefined {
  const home = isWritten(document, 'schedule') ? document : scheduleDocument;
  const type = home === undefined ? undefined : knownText(home, TYPE);
  if (home === undefined || type === undefined) return undefined;
  const everyMs = parseDuration(knownText(home, EVERY) ?? '');
  return { document: home, type, everyMs: everyMs > 0 ? everyMs : undefined };
}

type GapsOf = (crons: readonly Cron[]) => StartGaps;

/** Hundreds of pipelines have few cron lines between them, and counting one's starts takes milliseconds. */
function rememberGaps(): GapsOf {
  const known = new Map<string, StartGaps>();
  return (crons) => {
    const key = JSON.stringify(crons.map(({ normalLine, timezone }) => [normalLine, timezone]));
    const gaps = known.get(key) ?? startGaps(crons);
    known.set(key, gaps);
    return gaps;
  };
}

function judgeStarts(starts: Starts, schedule: WrittenSchedule, gapsOf: GapsOf): readonly Diagnostic[] {
  const crons = [...new Set(starts.scheduled.map(({ workflow }) => workflow))].flatMap(validCrons);
  const [step] = starts.scheduled;
  if (step === undefined || crons.length === 0) return [];
  const where = `${placeOfCron(step)} starts ${showName(starts.draft)}`;
  const gaps = gapsOf(crons);
  const rhythm = `every ${showInterval(gaps.usualMs)}`;
  switch (schedule.type) {
    case 'manual':
      return [
        contradiction(schedule, TYPE, {
          message: `The schedule is \`manual\`, but ${where} by cron, ${rhythm}.`,
          hint: `Write \`type: interval\` with \`every: ${showInterval(gaps.usualMs)}\`, or remove the cron.`,
        }),
      ];
    case 'continuous':
      return [
        adviceAt(schedule.document, valuePlace(schedule.document, TYPE), {
          severity: 'notice',
          code: 'schedule-contradicted',
          message: `\`continuous\` means as often as whoever starts runs can: ${where} ${rhythm}, and never more often.`,
          hint: `Write \`type: interval\` with \`every: ${showInterval(gaps.usualMs)}\`, if that is what is wanted.`,
        }),
      ];
    default:
      return judgeInterval(schedule, where, gaps);
  }
}

/** A quarter of the gaps: pauses over night or at weekends are meant, and stay below it. */
const TOLERATED_SHARE = 0.25;
/** So much more often is what crons that fill an hour unevenly do: every 45 minutes is minute 0 and 45 of each hour. */
const TOLERATED_FACTOR = 1.6;

function judgeInterval(schedule: WrittenSchedule, where: string, gaps: StartGaps): readonly Diagnostic[] {
  const { everyMs } = schedule;
  if (everyMs === undefined) return [];
  const every = showInterval(everyMs);
  const longer = gaps.allMs.filter((gap) => gap > everyMs);
  const isTooSeldom = shareLonger(gaps, everyMs) >= TOLERATED_SHARE;
  if (!isTooSeldom && gaps.meanMs * TOLERATED_FACTOR >= everyMs) return [];
  const seldomMs = longer[Math.floor(longer.length / 2)] ?? gaps.usualMs;
  const rhythm = showInterval(isTooSeldom ? seldomMs : gaps.usualMs);
  return [
    contradiction(schedule, EVERY, {
      message: `The schedule says every ${every}, but ${where} ${isTooSeldom ? 'only ' : ''}every ${rhythm}.`,
      hint:
        everyMs < SHORTEST_CRON_MS
          ? `GitHub starts a workflow every 5 minutes at most: write \`every: ${rhythm}\`, or start runs from elsewhere.`
          : `Write \`every: ${rhythm}\`, or change the cron.`,
    }),
  ];
}

function notStarted(starts: Starts, other: Starts, schedule: WrittenSchedule): Diagnostic {
  const [step] = other.scheduled;
  const where = step === undefined ? 'A workflow' : placeOfCron(step);
  return contradiction(schedule, schedule.type === 'interval' ? EVERY : TYPE, {
    message: `No workflow starts ${showName(starts.draft)}, though ${where} starts ${showName(other.draft)}.`,
    hint: 'Name the pipeline in a workflow with a cron, or write `type: manual` where something else starts it.',
  });
}

function contradiction(
  { document }: WrittenSchedule,
  path: ValuePath,
  { message, hint }: { readonly message: string; readonly hint: string },
): Diagnostic {
  const place = valuePlace(document, path);
  return adviceAt(document, place, { severity: 'warning', code: 'schedule-contradicted', message, hint });
}

function placeOfCron({ workflow }: LocatedStep): string {
  const { line } = valuePlace(workflow, ['on', 'schedule', 0, 'cron']);
  return `\`${workflow.file}:${line}\``;
}

function showName({ document }: PipelineDraft): string {
  const name = knownText(document, ['pipeline', 'name']);
  const hasVariable = (document.located.get('["pipeline","name"]')?.variables.length ?? 0) > 0;
  return name === undefined || hasVariable ? 'this pipeline' : `\`${name}\``;
}
