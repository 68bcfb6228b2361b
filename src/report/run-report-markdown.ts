import type { ErrorReport, RunReport, RunStatus } from '../model/run-report.ts';
import { fitSections } from './fit-sections.ts';
import { escapeShort, foldedBlock, tableBlock } from './markdown-block.ts';
import { formatCount, formatDuration, formatNumberOf } from './quantity.ts';
import { chartSection, costSection, detailSection, reproduceSection } from './run-details-markdown.ts';
import { latenessSentence } from './run-facts.ts';
import {
  driftSection,
  failureSection,
  loadSection,
  MOOD_MARKS,
  noticeSection,
  tableSection,
  verdictSection,
  walSection,
} from './run-sections-markdown.ts';
import { lagWords, type Mood, verdictOf } from './run-verdict.ts';

/** The runner drops a summary above 1 MiB as a whole; other steps do not share it, but masking may lengthen it. */
const MAX_BYTES = 900 * 1024;
/** Of more pipelines than these a step's summary tells one row each, and the rest only of those. */
const MOST_TOLD = 20;
const MOST_ROWS = 500;

export interface SummaryOptions {
  /** The command line that runs a pipeline again; where none is given, none is shown. */
  readonly reproduce?: ((pipeline: string) => string) | undefined;
  /** Pipelines that were chosen and have no report: the program was told to stop. */
  readonly unfinished?: readonly string[] | undefined;
}

/**
 * The reports of a step's runs as GitHub Markdown for the job summary: the verdict first, for several pipelines a table
 * of them. Text of foreign origin shows as it is and is never markup. Always under 900 KiB: where that is not enough the
 * details go, never the verdicts.
 */
export function formatRunReportsMarkdown(
  reports: readonly RunReport[],
  options: SummaryOptions = {},
): string {
  const overview = formatOverview(reports, options.unfinished ?? []);
  const isSeveral = overview.length > 0;
  const told = reports.toSorted((a, b) => MOOD_ORDER[moodOf(a)] - MOOD_ORDER[moodOf(b)]).slice(0, MOST_TOLD);
  for (let count = told.length; ; count -= 1) {
    const page = [
      ...overview,
      ...told.slice(0, count).map((report) => {
        const text = formatReport(report, options, MAX_BYTES / (count + 1));
        return isSeveral && isQuiet(report) ? foldedBlock(foldedTitle(report), text) : text;
      }),
      ...(count < reports.length
        ? [`Of ${formatNumberOf(reports.length - count, 'run')} the JSON report tells more.`]
        : []),
    ];
    const text = `${page.join('\n\n')}\n`;
    if (count === 0 || Buffer.byteLength(text) <= MAX_BYTES) return text;
  }
}

/** A failure that kept every pipeline from running, as a summary of its own. */
export function formatFailureMarkdown(error: ErrorReport): string {
  return `### ❌ Nothing was run\n\n${failureSection(error)}\n`;
}

function formatReport(report: RunReport, { reproduce }: SummaryOptions, maxBytes: number): string {
  return fitSections(
    [
      { name: 'verdict', worth: 'always', text: verdictSection(report) },
      { name: 'failure', worth: 'always', text: failureSection(report.error) },
      { name: 'write-ahead log', worth: 8, text: walSection(report.wal) },
      { name: 'tables', worth: 7, text: tableSection(report.tables) },
      { name: 'loads under way', worth: 6, text: loadSection(report.unfinishedLoads) },
      { name: 'schema drift', worth: 5, text: driftSection(report.drift) },
      { name: 'notices', worth: 4, text: noticeSection(report) },
      { name: 'the last runs', worth: 1, text: chartSection(report) },
      { name: 'cost', worth: 3, text: costSection(report) },
      { name: 'command line', worth: 2, text: reproduceSection(reproduce?.(report.pipeline)) },
      { name: 'details', worth: 0, text: detailSection(report) },
    ],
    maxBytes,
  );
}

const MOOD_ORDER = { bad: 0, neutral: 1, good: 2 } as const satisfies Record<Mood, number>;

function moodOf(report: RunReport): Mood {
  return verdictOf(report).mood;
}

/** Among several pipelines, one that did what it should and has nothing else to say is folded. */
function isQuiet(report: RunReport): boolean {
  const { drift, notices, unfinishedLoads, wal, trigger, tables } = report;
  return (
    moodOf(report) === 'good' &&
    drift.length + notices.length + unfinishedLoads.length === 0 &&
    (wal === null || wal.risk === 'none') &&
    latenessSentence(trigger) === undefined &&
    tables.every(({ specialValues }) => specialValues === 0)
  );
}

function foldedTitle(report: RunReport): string {
  const { mood, headline } = verdictOf(report);
  return `${MOOD_MARKS[mood]} ${report.pipeline}: ${headline}`;
}

const STATUS_WORDS = {
  done: 'done',
  'nothing-to-do': 'nothing to do',
  'another-run-active': 'another run is active',
  stopped: 'stopped early',
  failed: 'failed',
} as const satisfies Record<RunStatus, string>;

/** One row a pipeline, in the order of the configuration; nothing for a single one, which its own verdict tells. */
function formatOverview(reports: readonly RunReport[], unfinished: readonly string[]): readonly string[] {
  if (reports.length + unfinished.length === 1 && unfinished.length === 0) return [];
  const rows = [...reports.map(overviewRow), ...unfinished.map(unfinishedRow)];
  return [
    `## ${overviewHeadline(reports, unfinished.length)}`,
    tableBlock(
      [
        { title: '', align: 'left' },
        { title: 'pipeline', align: 'left' },
        { title: 'result', align: 'left' },
        { title: 'changes', align: 'right' },
        { title: 'rows loaded', align: 'right' },
        { title: 'behind by', align: 'right' },
        { title: 'took', align: 'right' },
      ],
      rows.slice(0, MOST_ROWS),
    ),
    ...(rows.length > MOST_ROWS
      ? [`… and ${formatNumberOf(rows.length - MOST_ROWS, 'more pipeline')}.`]
      : []),
  ];
}

function overviewHeadline(reports: readonly RunReport[], unfinished: number): string {
  const total = reports.length + unfinished;
  const failed = reports.filter((report) => moodOf(report) === 'bad').length;
  const open = unfinished + reports.filter((report) => moodOf(report) === 'neutral').length;
  if (failed > 0) return `${MOOD_MARKS.bad} ${failed} of ${formatNumberOf(total, 'pipeline')} failed`;
  if (open > 0) return `${MOOD_MARKS.neutral} ${open} of ${formatNumberOf(total, 'pipeline')} not caught up`;
  return `${MOOD_MARKS.good} ${formatNumberOf(total, 'pipeline')}, all caught up`;
}

function overviewRow(report: RunReport): readonly string[] {
  const sum = (counts: readonly number[]): string => {
    const total = counts.reduce((one, other) => one + other, 0);
    return total === 0 ? '·' : formatCount(total);
  };
  const words = STATUS_WORDS[report.status];
  return [
    MOOD_MARKS[moodOf(report)],
    `**${escapeShort(report.pipeline)}**`,
    report.error === null ? words : `${words}: \`${report.error.code}\``,
    sum(report.tables.map(({ changes }) => changes)),
    sum(report.tables.map(({ loadedRows }) => loadedRows)),
    lagWords(report.lag.after),
    formatDuration(report.durationMs),
  ];
}

function unfinishedRow(name: string): readonly string[] {
  return [
    MOOD_MARKS.neutral,
    `**${escapeShort(name)}**`,
    'not begun or not finished; the next run goes on',
    '·',
    '·',
    'unknown',
    '·',
  ];
}
