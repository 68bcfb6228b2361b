import type {
  PlannedColumn,
  PlannedTable,
  PlanProblem,
  PlanReport,
  PlanStatus,
  PlanWarning,
  UnseenSide,
} from '../model/plan-report.ts';
import { capitalised, escapeShort, foldedBlock, type MarkdownColumn, tableBlock } from './markdown-block.ts';
import { codeBlock, escapeMarkdown } from './markdown-text.ts';
import {
  driftSentence,
  loadSentence,
  PLAN_MARKS,
  planHeadline,
  slotSentence,
  tableWords,
} from './plan-verdict.ts';
import { formatBytes, formatCount, formatNumberOf } from './quantity.ts';
import { formatRemedyMarkdown } from './remedy-markdown.ts';

/**
 * A pipeline's plan as GitHub Markdown: the verdict in the first line, then what stops it, the table of tables, what is
 * worth knowing, and folded details. Text of foreign origin shows as it is and is never markup.
 */
export function formatPlanMarkdown(report: PlanReport): string {
  return `${planMarkdownBlocks(report).join('\n\n')}\n`;
}

/** The plans of several pipelines as one text: a table of them first, and below it those that are worth a look. */
export function formatPlansMarkdown(reports: readonly PlanReport[]): string {
  return `${plansMarkdownBlocks(reports).join('\n\n')}\n`;
}

/** The blocks of `formatPlansMarkdown`. */
export function plansMarkdownBlocks(reports: readonly PlanReport[]): readonly string[] {
  const [first, ...others] = reports;
  if (first === undefined) return [];
  if (others.length === 0) return planMarkdownBlocks(first);
  const worthALook = reports.filter(({ status, warnings }) => status !== 'no-changes' || warnings.length > 0);
  return [
    `### ${setHeadline(reports)}`,
    pipelineTable(reports),
    ...worthALook.flatMap((report) => blocksOf(report, '####')),
  ];
}

/** The blocks of `formatPlanMarkdown`: each is whole in itself, so that any of them can be left out. */
export function planMarkdownBlocks(report: PlanReport): readonly string[] {
  return blocksOf(report, '###');
}

/** A comment that is too long is cut at its end: warnings go before many rows of tables. */
const MANY_TABLES = 50;

function blocksOf(report: PlanReport, heading: '###' | '####'): readonly string[] {
  const isLong = report.tables.length > MANY_TABLES;
  return [
    `${heading} ${PLAN_MARKS[report.status]} ${escapeMarkdown(report.pipeline)}: ${escapeMarkdown(planHeadline(report))}`,
    ...report.unseen.map(unseenBlock),
    ...(report.problems.length === 0 ? [] : ['**What stops it**', ...report.problems.map(problemBlock)]),
    ...(isLong ? [] : [tableSection(report)]),
    [...factLines(report), ...driftLines(report.tables)].join('\n'),
    ...warningBlocks(report.warnings),
    ...(isLong ? [tableSection(report)] : []),
    columnSection(report.tables),
    statementSection(report),
  ].filter((block) => block !== '');
}

const BY_WEIGHT = ['blocked', 'unseen', 'changes', 'no-changes'] as const satisfies readonly PlanStatus[];

function setHeadline(reports: readonly PlanReport[]): string {
  const count = (status: PlanReport['status']): number =>
    reports.filter((report) => report.status === status).length;
  const changed = count('changes');
  const parts = [
    ...(count('blocked') === 0 ? [] : [`${count('blocked')} would stop`]),
    ...(count('unseen') === 0 ? [] : [`${count('unseen')} not seen whole`]),
    `${changed === 0 ? 'none' : changed} would change`,
  ];
  const worst = BY_WEIGHT.find((status) => count(status) > 0);
  return `${PLAN_MARKS[worst ?? 'no-changes']} Of ${formatNumberOf(reports.length, 'pipeline')}, ${parts.join(', ')}`;
}

function pipelineTable(reports: readonly PlanReport[]): string {
  return tableBlock(
    [
      { title: '', align: 'left' },
      { title: 'pipeline', align: 'left' },
      { title: 'what happens', align: 'left' },
    ],
    reports.map((report) => [
      PLAN_MARKS[report.status],
      escapeMarkdown(report.pipeline),
      escapeMarkdown(planHeadline(report)),
    ]),
  );
}

function unseenBlock({ message, code, solution }: UnseenSide): string {
  if (code === null) return `> ${escapeMarkdown(message)}`;
  return withRemedy(`**${escapeMarkdown(message)}** (\`${code}\`)`, solution, '');
}

function problemBlock({ code, message, solution }: PlanProblem): string {
  return withRemedy(`- ${escapeMarkdown(message)} (\`${code}\`)`, solution, '  ');
}

function warningBlocks(warnings: readonly PlanWarning[]): readonly string[] {
  if (warnings.length === 0) return [];
  return [
    '**Worth knowing**',
    ...warnings.map(({ message, solution }) => withRemedy(`- ${escapeMarkdown(message)}`, solution, '  ')),
  ];
}

/** `indent` puts the remedy under the list's item that tells what it is for. */
function withRemedy(text: string, solution: string | null, indent: string): string {
  if (solution === null || solution === '') return text;
  const remedy = formatRemedyMarkdown(solution.split('\n'))
    .split('\n')
    .map((line) => (line === '' ? '' : `${indent}${line}`))
    .join('\n');
  return `${text}\n\n${remedy}`;
}

const COLUMNS: readonly MarkdownColumn[] = [
  { title: '', align: 'left' },
  { title: 'table', align: 'left' },
  { title: 'target', align: 'left' },
  { title: 'what happens', align: 'left' },
  { title: 'rows', align: 'right' },
  { title: 'size', align: 'right' },
];

const MARKS = {
  added: '➕',
  changed: '✏️',
  unchanged: '',
  removed: '➖',
  unknown: '❔',
} as const satisfies Record<PlannedTable['change'], string>;

function tableSection(report: PlanReport): string {
  const moving = report.tables.filter(({ change }) => change !== 'unchanged');
  const still = report.tables.length - moving.length;
  const rows = moving.map((table) => tableRow(table, report));
  return [
    ...(rows.length === 0 ? [] : [tableBlock(COLUMNS, rows)]),
    ...(still === 0 || rows.length === 0 ? [] : [`${formatNumberOf(still, 'table')} more as before.`]),
  ].join('\n\n');
}

function tableRow(table: PlannedTable, report: PlanReport): readonly string[] {
  const isStopped = report.problems.some((problem) => problem.table === table.source);
  return [
    isStopped ? '❌' : MARKS[table.change],
    escapeMarkdown(table.source),
    escapeMarkdown(withoutSchema(table.target, report)),
    escapeMarkdown(tableWords(table, report)),
    table.estimatedRows === null ? '' : unbroken(`≈ ${formatCount(table.estimatedRows)}`),
    table.estimatedBytes === null ? '' : unbroken(formatBytes(table.estimatedBytes)),
  ];
}

/** A number and its unit stay on one line. */
function unbroken(quantity: string): string {
  return quantity.replaceAll(' ', '&nbsp;');
}

/** All targets are in one schema, which is told below the table. */
function withoutSchema(target: string, { targetSchema }: PlanReport): string {
  const prefix = `${targetSchema}.`;
  return target.startsWith(prefix) ? target.slice(prefix.length) : target;
}

/** More changes of columns than anybody reads; the table of tables names them all. */
const MAX_DRIFT = 50;

function driftLines(tables: readonly PlannedTable[]): readonly string[] {
  const sentences = tables.flatMap((table) => table.drift.map((drift) => driftSentence(table, drift)));
  const more = sentences.length - MAX_DRIFT;
  return [
    ...sentences.slice(0, MAX_DRIFT).map((sentence) => `- ${escapeMarkdown(sentence)}`),
    ...(more > 0 ? [`- … and ${formatCount(more)} changes of columns more`] : []),
  ];
}

function factLines(report: PlanReport): readonly string[] {
  const removed = report.tables.some(({ change }) => change === 'removed');
  const moving = report.tables.some(({ change }) => change !== 'unchanged');
  return [
    ...(moving ? [`The target tables are in ${report.targetSchema}.`] : []),
    ...(report.load === null ? [] : [loadSentence(report.load)]),
    slotSentence(report),
    removed
      ? 'Nothing is dropped: tables that are no longer followed stay in the target as they are.'
      : undefined,
  ]
    .filter((sentence) => sentence !== undefined)
    .map((sentence) => `- ${escapeMarkdown(sentence)}`);
}

/** More names than anybody reads in one cell. */
const MAX_NAMES = 40;
const MAX_NAME_LENGTH = 80;

function columnSection(tables: readonly PlannedTable[]): string {
  const shown = tables.filter(({ change, columns }) => change !== 'unchanged' && columns.length > 0);
  if (shown.length === 0) return '';
  const rows = shown.map(({ source, columns }) => [
    escapeMarkdown(source),
    columnNames(columns.filter(({ use }) => use === 'included')),
    columnNames(columns.filter(({ use }) => use !== 'included')),
  ]);
  const count = shown.reduce((sum, { columns }) => sum + columns.length, 0);
  return foldedBlock(
    capitalised(`columns (${formatCount(count)})`),
    tableBlock(
      [
        { title: 'table', align: 'left' },
        { title: 'brought over', align: 'left' },
        { title: 'left out', align: 'left' },
      ],
      rows,
    ),
  );
}

function columnNames(columns: readonly PlannedColumn[]): string {
  const more = columns.length > MAX_NAMES ? ` and ${formatCount(columns.length - MAX_NAMES)} more` : '';
  return `${columns.slice(0, MAX_NAMES).map(columnName).join(', ')}${more}`;
}

function columnName({ name, isKey, use, change, personal }: PlannedColumn): string {
  const shown = escapeShort(name, MAX_NAME_LENGTH);
  const remarks = [
    ...(isKey ? ['key'] : []),
    ...(change === 'added' ? ['new'] : []),
    ...(change === 'deselected' ? ['so far brought over'] : []),
    ...(use === 'included' || use === 'excluded' ? [] : [use.replace('-', ' ')]),
    ...(use === 'included' && personal !== null ? [`⚠️ ${personal}`] : []),
  ];
  return remarks.length === 0 ? shown : `${shown} (${remarks.join(', ')})`;
}

/** SQL that a comment has room for; the JSON report has all of it. */
const MAX_SQL_LENGTH = 20_000;

function statementSection({ statements, tables }: PlanReport): string {
  const all = [...statements, ...tables.flatMap((table) => table.statements)];
  if (all.length === 0) return '';
  let length = 0;
  const shown = all.filter((statement) => {
    length += statement.length;
    return length <= MAX_SQL_LENGTH;
  });
  const more = all.length - shown.length;
  return foldedBlock(
    capitalised(`SQL on the target (${formatNumberOf(all.length, 'statement')})`),
    [
      codeBlock(shown.map((statement) => `${statement};`).join('\n\n'), 'sql'),
      ...(more === 0 ? [] : [`… and ${formatNumberOf(more, 'statement')} more.`]),
    ].join('\n\n'),
  );
}
