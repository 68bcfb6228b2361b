import { type DriftReport, type RunReport, STAGES, type TableReport } from '../model/run-report.ts';
import { codeBlock, escapeMarkdown } from './markdown-text.ts';
import { formatBytes, formatCount, formatDuration, formatNumberOf } from './quantity.ts';
import { type Mood, remedyOf, verdictOf } from './run-verdict.ts';

/** The runner drops a summary above 1 MiB as a whole; other steps do not share it, but masking may lengthen it. */
const MAX_BYTES = 900 * 1024;
/** More rows than anybody reads in a summary; the JSON report has them all. */
const MAX_TABLES = 500;
const MAX_DRIFT = 100;

/**
 * The reports of a step's runs as GitHub Markdown for the job summary. Text of foreign origin shows as it is and is
 * never markup. Always under 900 KiB: where that is not enough the details go, never the verdicts.
 */
export function formatRunReportsMarkdown(reports: readonly RunReport[]): string {
  return reports.map((report) => formatReport(report, MAX_BYTES / reports.length)).join('\n');
}

function formatReport(report: RunReport, maxBytes: number): string {
  const sections = [
    verdictSection(report),
    failureSection(report),
    tableSection(report.tables),
    driftSection(report.drift),
    noticeSection(report.notices),
    factSection(report),
  ].filter((section) => section !== '');
  while (sections.length > 1 && Buffer.byteLength(sections.join('\n\n')) > maxBytes) sections.pop();
  return `${sections.join('\n\n')}\n`;
}

const MARKS = { good: '✅', neutral: '⏸️', bad: '❌' } as const satisfies Record<Mood, string>;

function verdictSection(report: RunReport): string {
  const { mood, headline, lag, checkpoint } = verdictOf(report);
  return [
    `### ${MARKS[mood]} ${escapeMarkdown(report.pipeline)}`,
    '',
    `**${capitalised(escapeMarkdown(headline))}.**`,
    '',
    `- ${capitalised(escapeMarkdown(lag))}`,
    `- ${capitalised(escapeMarkdown(checkpoint))}`,
  ].join('\n');
}

function failureSection(report: RunReport): string {
  if (report.error === null) return '';
  return [
    `**What happened** (\`${report.error.code}\`)`,
    '',
    codeBlock(report.error.message, 'text'),
    '',
    '**What to do**',
    '',
    codeBlock(remedyOf(report.error).join('\n'), 'text'),
  ].join('\n');
}

function tableSection(tables: readonly TableReport[]): string {
  if (tables.length === 0) return '';
  return [
    '| source | target | loaded | inserted | updated | deleted |',
    '| --- | --- | ---: | ---: | ---: | ---: |',
    ...tables.slice(0, MAX_TABLES).map(tableRow),
    ...moreLine(tables.length, MAX_TABLES, 'tables'),
  ].join('\n');
}

function tableRow(table: TableReport): string {
  const counts = [table.loadedRows, table.insertedRows, table.updatedRows, table.deletedRows];
  return `| ${[escapeMarkdown(table.source), escapeMarkdown(table.target), ...counts.map(formatCount)].join(' | ')} |`;
}

function driftSection(drift: readonly DriftReport[]): string {
  if (drift.length === 0) return '';
  return [
    '#### Schema drift',
    '',
    ...drift.slice(0, MAX_DRIFT).flatMap(driftItem),
    ...moreLine(drift.length, MAX_DRIFT, 'schema changes'),
  ]
    .join('\n')
    .trimEnd();
}

function driftItem(item: DriftReport): readonly string[] {
  const what = item.kind === 'column-added' ? 'column added' : 'column dropped';
  const column = `${escapeMarkdown(item.column)} ${escapeMarkdown(item.type)}`;
  return [
    `**${escapeMarkdown(item.table)}**: ${what}: ${column}. ${escapeMarkdown(item.outcome)}`,
    '',
    ...(item.statements.length > 0 ? [codeBlock(item.statements.join(';\n'), 'sql'), ''] : []),
  ];
}

function noticeSection(notices: readonly string[]): string {
  return notices.map((notice) => `> ${escapeMarkdown(notice)}`).join('\n>\n');
}

function factSection(report: RunReport): string {
  const { staged, warehouse } = report;
  const stages = STAGES.filter((stage) => report.stageDurationsMs[stage] > 0).map(
    (stage) => `${stage} ${formatDuration(report.stageDurationsMs[stage])}`,
  );
  return [
    '<details><summary>Details</summary>',
    '',
    `- Staged: ${formatCount(staged.rows)} rows, ${formatCount(staged.files)} files, ${formatBytes(staged.bytes)}`,
    `- Warehouse: ${warehouse.opened ? `${formatNumberOf(warehouse.statements, 'statement')}, ${formatDuration(warehouse.busyMs)} busy, ${formatBytes(warehouse.uploadedBytes)} uploaded` : 'not opened'}`,
    `- Time: ${stages.length > 0 ? stages.join(' · ') : formatDuration(report.durationMs)}`,
    `- Run: ${escapeMarkdown(report.runId)}, ${report.startedAt} to ${report.finishedAt}`,
    '',
    '</details>',
  ].join('\n');
}

function moreLine(count: number, limit: number, noun: string): readonly string[] {
  return count > limit ? ['', `… and ${formatCount(count - limit)} more ${noun}`] : [];
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
