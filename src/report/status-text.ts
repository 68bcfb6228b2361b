import type { StatusFinding, StatusReport } from '../model/status-report.ts';
import { printable, printableLine } from './foreign-text.ts';
import { formatRunChart } from './run-chart.ts';
import type { Mood } from './run-verdict.ts';
import { shownTables, statusVerdictOf, tableStateWords } from './status-verdict.ts';
import { type Style, styleOf } from './terminal-style.ts';
import { formatTextTable, type TextColumn } from './text-table.ts';

/**
 * How a pipeline stands, for a terminal: whether it is healthy and how far behind first, then what is in the way and what
 * to do, the tables, the last runs as bars. Ends with a line end.
 */
export function formatStatusText(
  report: StatusReport,
  options: { readonly colours: boolean; readonly width: number },
): string {
  const style = styleOf(options.colours);
  const blocks = [
    headLines(report, style),
    ...report.findings.map((finding) => findingLines(finding, style)),
    tableLines(report),
    indented(formatRunChart(report.target?.history ?? [], { width: options.width - INDENT.length })),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const INDENT = '  ';
const MARKS = { good: '✔', neutral: '•', bad: '✘' } as const satisfies Record<Mood, string>;
const COLOURS = { good: 'green', neutral: 'yellow', bad: 'red' } as const satisfies Record<Mood, keyof Style>;
const FINDINGS = {
  danger: { colour: 'red', title: 'What is wrong' },
  watch: { colour: 'yellow', title: 'To watch' },
} as const satisfies Record<
  StatusFinding['severity'],
  { readonly colour: keyof Style; readonly title: string }
>;

const TABLE_COLUMNS: readonly TextColumn[] = [
  { title: 'source', align: 'left' },
  { title: 'target', align: 'left' },
  { title: 'state', align: 'left' },
];

function headLines(report: StatusReport, style: Style): readonly string[] {
  const { mood, headline, facts } = statusVerdictOf(report);
  const mark = style[COLOURS[mood]](MARKS[mood]);
  return [
    `${mark} ${style.bold(printableLine(report.pipeline))}: ${headline}`,
    ...indented(facts.map(printableLine)),
  ];
}

function findingLines({ severity, code, message, solution }: StatusFinding, style: Style): readonly string[] {
  const { colour, title } = FINDINGS[severity];
  const remedy = solution === null ? [] : printable(solution).split('\n');
  return [
    `${style[colour](title)}${code === null ? '' : ` (${code})`}`,
    ...indented(printable(message).split('\n')),
    // Indented and nothing else, so that SQL can be copied as it stands.
    ...indented(indented(remedy)).map((line) => style.dim(line)),
  ];
}

function tableLines({ target }: StatusReport): readonly string[] {
  const { shown, rest } = shownTables(target?.tables ?? []);
  if (shown.length === 0) return [];
  const rows = shown.map((table) => [
    printableLine(table.source),
    printableLine(table.target),
    tableStateWords(table),
  ]);
  return indented([...formatTextTable(TABLE_COLUMNS, rows), ...(rest === undefined ? [] : [rest])]);
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `${INDENT}${line}`);
}
