import type { DriftReport, RunReport, TableReport, UnfinishedLoad } from '../model/run-report.ts';
import { STAGES } from '../model/run-report.ts';
import { printable, printableLine } from './foreign-text.ts';
import { formatBytes, formatCount, formatDuration, formatNumberOf } from './quantity.ts';
import {
  CONTINUATIONS,
  DRIFT_WORDS,
  formatCost,
  hasChanged,
  latenessSentence,
  shareLoaded,
} from './run-facts.ts';
import { type Mood, remedyOf, verdictOf } from './run-verdict.ts';
import { type Style, styleOf } from './terminal-style.ts';
import { formatTextTable, type TextColumn } from './text-table.ts';

/**
 * A run's report for a terminal. Its first lines say whether it worked, what changed and how far behind the target
 * is; the rest is detail, and is left out where there is none. Ends with a line end.
 */
export function formatRunReportText(report: RunReport, options: { readonly colours: boolean }): string {
  const style = styleOf(options.colours);
  const blocks = [
    headLines(report, style),
    failureLines(report, style),
    walLines(report, style),
    tableLines(report.tables),
    loadLines(report.unfinishedLoads, style),
    driftLines(report.drift, style),
    noticeLines(report, style),
    factLines(report, style),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const MARKS = { good: '✔', neutral: '•', bad: '✘' } as const satisfies Record<Mood, string>;
const COLOURS = { good: 'green', neutral: 'yellow', bad: 'red' } as const satisfies Record<Mood, keyof Style>;

/** A stage that took less is as good as nothing, and would read `0.0s`. */
const SHOWN_STAGE_MS = 50;

const TABLE_COLUMNS: readonly TextColumn[] = [
  { title: 'source', align: 'left' },
  { title: 'target', align: 'left' },
  { title: 'loaded', align: 'right' },
  { title: 'inserted', align: 'right' },
  { title: 'updated', align: 'right' },
  { title: 'deleted', align: 'right' },
];

function headLines(report: RunReport, style: Style): readonly string[] {
  const verdict = verdictOf(report);
  const late = latenessSentence(report.trigger);
  const mark = style[COLOURS[verdict.mood]](MARKS[verdict.mood]);
  return [
    `${mark} ${style.bold(printableLine(report.pipeline))}: ${printableLine(verdict.headline)}`,
    `  ${printableLine(verdict.lag)}`,
    ...(late === undefined ? [] : [`  ${style.yellow(printableLine(late))}`]),
    `  ${printableLine(verdict.checkpoint)}`,
  ];
}

function failureLines(report: RunReport, style: Style): readonly string[] {
  if (report.error === null) return [];
  const [first = '', ...rest] = printable(report.error.message).split('\n');
  return [
    `${style.red('What happened')} (${report.error.code})`,
    ...indented([first, ...rest]),
    style.bold('What to do'),
    ...indented(remedyOf(report.error).map(printableLine)),
  ];
}

function walLines({ wal }: RunReport, style: Style): readonly string[] {
  if (wal === null || wal.risk === 'none') return [];
  const title =
    wal.risk === 'danger' ? style.red('The slot is in danger') : style.yellow('The slot wants watching');
  return [title, ...indented([printableLine(wal.sentence)])];
}

function tableLines(tables: readonly TableReport[]): readonly string[] {
  const changed = tables.filter(hasChanged);
  if (changed.length === 0) return [];
  return indented(formatTextTable(TABLE_COLUMNS, changed.map(tableRow)));
}

function tableRow(table: TableReport): readonly string[] {
  return [
    printableLine(table.source),
    printableLine(table.target),
    formatCount(table.loadedRows),
    formatCount(table.insertedRows),
    formatCount(table.updatedRows),
    formatCount(table.deletedRows),
  ];
}

function loadLines(loads: readonly UnfinishedLoad[], style: Style): readonly string[] {
  if (loads.length === 0) return [];
  return [style.yellow('Loads under way'), ...indented(loads.map(loadLine))];
}

/** `public.events: 4,100,000 rows of about 10,000,000 (41%); the next run goes on` */
function loadLine(load: UnfinishedLoad): string {
  const share = shareLoaded(load);
  const whole =
    share === undefined
      ? ''
      : ` of about ${formatCount(load.estimatedRows ?? 0)} (${Math.floor(share * 100)}%)`;
  return `${printableLine(load.table)}: ${formatNumberOf(load.loadedRows, 'row')}${whole}; ${CONTINUATIONS[load.continuedBy]}`;
}

function driftLines(drift: readonly DriftReport[], style: Style): readonly string[] {
  if (drift.length === 0) return [];
  return [style.yellow('Schema drift'), ...drift.flatMap((item) => indented(driftItem(item, style)))];
}

function driftItem(item: DriftReport, style: Style): readonly string[] {
  return [
    `${printableLine(item.table)}: ${DRIFT_WORDS[item.kind]}: ${printableLine(item.column)} ${printableLine(item.type)}`,
    ...indented([printableLine(item.outcome)]),
    ...item.statements.flatMap((statement) =>
      indented(
        printable(statement)
          .split('\n')
          .map((line) => style.dim(line)),
      ),
    ),
  ];
}

function noticeLines(report: RunReport, style: Style): readonly string[] {
  const special = report.tables.filter((table) => table.specialValues > 0);
  const notices = [
    ...report.notices.map(printableLine),
    ...special.map(
      (table) =>
        `${printableLine(table.source)}: ${formatNumberOf(table.specialValues, 'value')} without a place in the target type became NULL`,
    ),
  ];
  if (notices.length === 0) return [];
  return [style.yellow('Notices'), ...indented(notices)];
}

function factLines(report: RunReport, style: Style): readonly string[] {
  const { staged } = report;
  const stages = STAGES.filter((stage) => report.stageDurationsMs[stage] >= SHOWN_STAGE_MS).map(
    (stage) => `${stage} ${formatDuration(report.stageDurationsMs[stage])}`,
  );
  const facts = [
    ...(staged.files > 0
      ? [
          `staged     ${formatNumberOf(staged.rows, 'row')} in ${formatNumberOf(staged.files, 'file')}, ${formatBytes(staged.bytes)}`,
        ]
      : []),
    `warehouse  ${formatWarehouse(report)}`,
    ...(stages.length > 0 ? [`time       ${stages.join(' · ')}`] : []),
    `run        ${printableLine(report.runId)}, ${report.startedAt} to ${report.finishedAt}`,
  ];
  return indented(facts).map((line) => style.dim(line));
}

function formatWarehouse({ warehouse: { opened, statements, busyMs }, cost }: RunReport): string {
  if (!opened) return 'not opened';
  const price = cost === null ? '' : `, ${formatCost(cost)}`;
  return `${formatNumberOf(statements, 'statement')}, ${formatDuration(busyMs)} busy${price}`;
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}
