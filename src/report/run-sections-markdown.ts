import type {
  DriftReport,
  ErrorReport,
  RunReport,
  TableReport,
  UnfinishedLoad,
} from '../model/run-report.ts';
import type { WalReport } from '../model/wal-report.ts';
import { alertBlock, capitalised, escapeShort, type MarkdownColumn, tableBlock } from './markdown-block.ts';
import { codeBlock, escapeMarkdown } from './markdown-text.ts';
import { formatBar, formatBytes, formatCount, formatNumberOf } from './quantity.ts';
import { formatRemedyMarkdown } from './remedy-markdown.ts';
import { CONTINUATIONS, DRIFT_WORDS, hasChanged, latenessSentence, shareLoaded } from './run-facts.ts';
import { type Mood, remedyOf, verdictOf } from './run-verdict.ts';

/** Each section is Markdown without an empty line first or last, and empty where there is nothing to tell. */

/** More rows than anybody reads in a summary; the JSON report has them all. */
const MAX_ROWS = 200;
/** Longer messages are lists that go on alike; cut, a failure stays on the page whatever else has to leave it. */
const MAX_MESSAGE = 4000;
const MAX_REMEDY = 8000;
const BAR_WIDTH = 20;

export const MOOD_MARKS = { good: '✅', neutral: '⏸️', bad: '❌' } as const satisfies Record<Mood, string>;

/** Did it work, what changed, how far behind: always the first lines. */
export function verdictSection(report: RunReport): string {
  const { mood, headline, lag, checkpoint } = verdictOf(report);
  const late = latenessSentence(report.trigger);
  return [
    `### ${MOOD_MARKS[mood]} ${escapeShort(report.pipeline)}`,
    '',
    `${headlineMarkdown(headline)}.`,
    '',
    `- ${capitalised(escapeShort(lag, 1000))}`,
    ...(late === undefined ? [] : [`- ⏰ ${capitalised(escapeShort(late, 500))}`]),
    `- ${capitalised(escapeShort(checkpoint, 500))}`,
  ].join('\n');
}

/** The first clause says whether it worked, and stands out. */
function headlineMarkdown(headline: string): string {
  const clause = /^[^:;]+/.exec(headline)?.[0] ?? headline;
  return `**${capitalised(escapeShort(clause))}**${escapeShort(headline.slice(clause.length), 1000)}`;
}

/** What happened and what to do; SQL stands in blocks of its own. */
export function failureSection(error: ErrorReport | null): string {
  if (error === null) return '';
  const message = cut(error.message, MAX_MESSAGE);
  const remedy = cut(remedyOf(error).join('\n'), MAX_REMEDY).split('\n');
  return [
    alertBlock('CAUTION', [
      `**What happened** (\`${error.code}\`)`,
      '',
      message.includes('\n') ? codeBlock(message, 'text') : escapeMarkdown(message),
    ]),
    '#### What to do',
    formatRemedyMarkdown(remedy),
  ].join('\n\n');
}

/** How long the server can go on keeping what the slot needs; nothing as long as that is no question. */
export function walSection(wal: WalReport | null): string {
  if (wal === null || wal.risk === 'none') return '';
  const share =
    wal.limitBytes === null || wal.limitBytes <= 0 ? undefined : (wal.retainedBytes ?? 0) / wal.limitBytes;
  return alertBlock(wal.risk === 'danger' ? 'CAUTION' : 'WARNING', [
    `**${wal.risk === 'danger' ? 'The slot is in danger' : 'The slot wants watching'}.** ${escapeShort(wal.sentence, 1000)}`,
    ...(share === undefined || wal.limitBytes === null
      ? []
      : [
          '',
          `\`${formatBar(share, BAR_WIDTH)}\` ${formatBytes(wal.retainedBytes ?? 0)} of ${formatBytes(wal.limitBytes)}`,
        ]),
    '',
    'A run that gets to its end lets the server remove log. If runs cannot come more often, and the server’s disk has room, raise `max_slot_wal_keep_size`.',
  ]);
}

/** The tables that changed, the most rows first; those that did not are counted. */
export function tableSection(tables: readonly TableReport[]): string {
  const changed = tables.filter(hasChanged).toSorted((a, b) => weightOf(b) - weightOf(a));
  const rest = tables.length - changed.length;
  if (changed.length === 0) return '';
  const columns = COUNT_COLUMNS.filter(
    ({ optional, of }) => !optional || changed.some((table) => of(table) > 0),
  );
  const line = (name: string, target: string, counts: readonly number[]): readonly string[] => [
    name,
    target,
    ...counts.map((count) => (count === 0 ? '·' : formatCount(count))),
  ];
  const shown = changed.slice(0, MAX_ROWS);
  return [
    tableBlock(
      [LEFT('source'), LEFT('target'), ...columns.map(({ title }) => RIGHT(title))],
      shown.map((table) =>
        line(
          escapeShort(table.source),
          escapeShort(table.target),
          columns.map(({ of }) => of(table)),
        ),
      ),
    ),
    ...moreLine(changed.length, shown.length, 'table that changed', 'tables that changed'),
    ...(rest > 0 ? [`${formatNumberOf(rest, 'more table')} had no changes.`] : []),
  ].join('\n\n');
}

/** Loads that are not at their end, each with its bar. */
export function loadSection(loads: readonly UnfinishedLoad[]): string {
  if (loads.length === 0) return '';
  const shown = loads.slice(0, MAX_ROWS);
  return [
    '#### Loads under way',
    tableBlock([LEFT('table'), LEFT('loaded'), RIGHT('rows'), LEFT('then')], shown.map(loadRow)),
    ...moreLine(loads.length, shown.length, 'load', 'loads'),
  ].join('\n\n');
}

/** Schema changes that were followed, each with the SQL that was run on the target. */
export function driftSection(drift: readonly DriftReport[]): string {
  if (drift.length === 0) return '';
  const shown = drift.slice(0, MAX_ROWS);
  return [
    '#### Schema drift',
    ...shown.map(driftItem),
    ...moreLine(drift.length, shown.length, 'schema change', 'schema changes'),
  ].join('\n\n');
}

/** What the run wants known, and values that had no place in the target type. */
export function noticeSection({ notices, tables }: RunReport): string {
  const lines = [
    ...notices,
    ...tables
      .filter((table) => table.specialValues > 0)
      .map(
        (table) =>
          `${table.source}: ${formatNumberOf(table.specialValues, 'value')} without a place in the target type became NULL`,
      ),
  ];
  if (lines.length === 0) return '';
  const shown = lines.slice(0, MAX_ROWS);
  return [
    alertBlock(
      'NOTE',
      shown.map((text) => `- ${escapeShort(text, 1000)}`),
    ),
    ...moreLine(lines.length, shown.length, 'notice', 'notices'),
  ].join('\n\n');
}

const LEFT = (title: string): MarkdownColumn => ({ title, align: 'left' });
const RIGHT = (title: string): MarkdownColumn => ({ title, align: 'right' });

const COUNT_COLUMNS: readonly {
  readonly title: string;
  readonly of: (table: TableReport) => number;
  /** Not shown where it would hold nothing. */
  readonly optional: boolean;
}[] = [
  { title: 'loaded', of: ({ loadedRows }) => loadedRows, optional: true },
  { title: 'inserted', of: ({ insertedRows }) => insertedRows, optional: false },
  { title: 'updated', of: ({ updatedRows }) => updatedRows, optional: false },
  { title: 'deleted', of: ({ deletedRows }) => deletedRows, optional: false },
];

function weightOf({ loadedRows, changes }: TableReport): number {
  return loadedRows + changes;
}

function loadRow(load: UnfinishedLoad): readonly string[] {
  const share = shareLoaded(load);
  const bar = share === undefined ? '' : `\`${formatBar(share, BAR_WIDTH)}\` ${Math.floor(share * 100)}%`;
  const of =
    load.estimatedRows === null || share === undefined ? '' : ` of about ${formatCount(load.estimatedRows)}`;
  return [
    escapeShort(load.table),
    bar,
    `${formatCount(load.loadedRows)}${of}`,
    CONTINUATIONS[load.continuedBy],
  ];
}

function driftItem(item: DriftReport): string {
  const column = `${escapeShort(item.column)} ${escapeShort(item.type)}`;
  const text = `**${escapeShort(item.table)}**: ${DRIFT_WORDS[item.kind]}: **${column}**. ${escapeShort(item.outcome, 1000)}`;
  if (item.statements.length === 0) return text;
  return `${text}\n\n${codeBlock(cut(`${item.statements.join(';\n')};`, MAX_MESSAGE), 'sql')}`;
}

function moreLine(count: number, shown: number, one: string, many: string): readonly string[] {
  const more = count - shown;
  return more > 0 ? [`… and ${formatCount(more)} more ${more === 1 ? one : many}.`] : [];
}

function cut(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength)} …`;
}
