import type { Health, StatusFinding, StatusReport } from '../model/status-report.ts';
import { codeBlock, escapeMarkdown } from './markdown-text.ts';
import { formatRunChart } from './run-chart.ts';
import { shownTables, statusVerdictOf, tableStateWords } from './status-verdict.ts';

/** How pipelines stand, as GitHub Markdown for the job summary: the verdict first, then what to do, tables, runs. */
export function formatStatusesMarkdown(reports: readonly StatusReport[]): string {
  return reports.map(formatStatus).join('\n');
}

const MARKS = { healthy: '✅', watch: '⚠️', danger: '❌' } as const satisfies Record<Health, string>;

/** Fits a job summary's code block without a scroll bar. */
const CHART_WIDTH = 92;

function formatStatus(report: StatusReport): string {
  const { headline, facts } = statusVerdictOf(report);
  const chart = formatRunChart(report.target?.history ?? [], { width: CHART_WIDTH });
  const blocks = [
    `### ${MARKS[report.health]} ${escapeMarkdown(report.pipeline)}: ${escapeMarkdown(headline)}`,
    facts.map((fact) => `- ${escapeMarkdown(fact)}`).join('\n'),
    ...report.findings.map(findingBlock),
    tableBlock(report),
    chart.length === 0 ? '' : `**The last runs**\n\n${codeBlock(chart.join('\n'), 'text')}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function findingBlock({ severity, code, message, solution }: StatusFinding): string {
  const name = code === null ? '' : ` (${code})`;
  const lines = message.split('\n').map((line) => escapeMarkdown(line));
  const remedy = solution === null ? '' : `\n\n${codeBlock(solution, 'text')}`;
  return `${MARKS[severity]} ${lines.join('<br>')}${name}${remedy}`;
}

function tableBlock({ target }: StatusReport): string {
  const { shown, rest } = shownTables(target?.tables ?? []);
  if (shown.length === 0) return '';
  return [
    '| source | target | state |',
    '| --- | --- | --- |',
    ...shown.map((table) =>
      ['', table.source, table.target, tableStateWords(table), ''].map(cell).join('|').trim(),
    ),
    ...(rest === undefined ? [] : ['', escapeMarkdown(rest)]),
  ].join('\n');
}

function cell(text: string): string {
  return text === '' ? '' : ` ${escapeMarkdown(text)} `;
}
