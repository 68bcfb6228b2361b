import type { ForetoldOutcome, ForetoldReport, OutcomeTag } from '../model/foretold.ts';
import { formatNumberOf } from './quantity.ts';

/** One thing that a statement of a migration brings, with the pipelines that it is the same for. */
export interface ForetoldItem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly summary: string;
  readonly outcome: ForetoldOutcome;
  /** Empty: whatever the pipeline. */
  readonly pipelines: readonly string[];
}

export const FORETOLD_MARKS = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const satisfies Record<
  ForetoldOutcome['severity'],
  string
>;

/** Everything foretold, in the order of files and lines; what several pipelines share stands once. */
export function foretoldItems(report: ForetoldReport): readonly ForetoldItem[] {
  return report.files.flatMap(({ path: file, statements }) =>
    statements.flatMap(({ line, column, summary, outcomes }) =>
      [...Map.groupBy(outcomes, sameness).values()].flatMap((group) => {
        const [outcome] = group;
        const pipelines = group.flatMap(({ pipeline }) => pipeline ?? []);
        return outcome === undefined ? [] : [{ file, line, column, summary, outcome, pipelines }];
      }),
    ),
  );
}

function sameness({ tag, severity, sentence, solution, targetSql }: ForetoldOutcome): string {
  return JSON.stringify([tag, severity, sentence, solution, targetSql]);
}

/** The verdict in one line: what goes wrong first, then what changes. */
export function foretoldHeadline(report: ForetoldReport): string {
  if (report.base.failure !== null) return 'nothing can be foretold, the base schema cannot be made';
  const items = foretoldItems(report);
  const stopped = report.pipelines.filter(({ verdict }) => verdict === 'stops').length;
  const parts = [
    ...(stopped === 0 ? [] : [`${formatNumberOf(stopped, 'pipeline')} would stop`]),
    ...COUNTED.flatMap(({ tags, severity, noun, verb }) => {
      const count = items.filter(
        ({ outcome }) =>
          tags.includes(outcome.tag) &&
          outcome.undoneBy === null &&
          (severity ?? outcome.severity) === outcome.severity,
      ).length;
      return count === 0 ? [] : [`${formatNumberOf(count, noun)} ${verb}`];
    }),
  ];
  return parts.length === 0 ? 'nothing changes in the lakehouse' : parts.join(', ');
}

const COUNTED: readonly {
  readonly tags: readonly OutcomeTag[];
  readonly severity?: ForetoldOutcome['severity'];
  readonly noun: string;
  readonly verb: string;
}[] = [
  { tags: ['fails'], noun: 'statement', verb: 'refused' },
  { tags: ['unseen-change'], severity: 'warning', noun: 'change', verb: 'not seen by the log' },
  { tags: ['loaded-anew'], noun: 'table', verb: 'loaded anew' },
  { tags: ['unknown'], noun: 'statement', verb: 'not understood' },
  { tags: ['edited'], noun: 'migration', verb: 'edited' },
  { tags: ['column-added'], noun: 'column', verb: 'added' },
  { tags: ['column-dropped'], noun: 'column', verb: 'dropped' },
  { tags: ['first-load'], noun: 'table', verb: 'new' },
  { tags: ['table-left'], noun: 'table', verb: 'left' },
];

/** The weightiest of a report: what its mark shows. */
export function foretoldSeverity(report: ForetoldReport): ForetoldOutcome['severity'] {
  const severities = foretoldItems(report).map(({ outcome }) => outcome.severity);
  if (report.base.failure !== null || severities.includes('error')) return 'error';
  return severities.includes('warning') ? 'warning' : 'info';
}

/** Whether anybody needs to read of it: not what was not tried, nor what nobody selects. */
export function isWorthTelling({ outcome }: ForetoldItem): boolean {
  return outcome.severity !== 'info' || !QUIET.has(outcome.tag);
}

const QUIET: ReadonlySet<OutcomeTag> = new Set(['not-tried', 'not-selected', 'changes-earlier']);

/** ` (orders_to_lake, items_to_lake)`, where there are several to tell apart. */
export function pipelinesSuffix({ pipelines }: ForetoldItem, report: ForetoldReport): string {
  return report.pipelines.length < 2 || pipelines.length === 0 ? '' : ` (${pipelines.join(', ')})`;
}
