import type { PlannedTable, PlanReport, PlanStatus } from '../model/plan-report.ts';
import { printable, printableLine } from './foreign-text.ts';
import { driftSentence, loadSentence, planHeadline, slotSentence, tableWords } from './plan-verdict.ts';
import { formatBytes, formatCount, formatNumberOf } from './quantity.ts';
import { type Style, styleOf } from './terminal-style.ts';
import { formatTextTable, type TextColumn } from './text-table.ts';

/** A pipeline's plan for a terminal: the verdict, what stops it, tables, SQL, what is worth knowing. Ends with a line end. */
export function formatPlanText(report: PlanReport, options: { readonly colours: boolean }): string {
  const style = styleOf(options.colours);
  const { mark, colour } = VERDICTS[report.status];
  const sections = [
    [`${style[colour](mark)} ${style.bold(printableLine(report.pipeline))}: ${planHeadline(report)}`],
    problemLines(report, style),
    tableLines(report),
    driftLines(report),
    factLines(report),
    columnLines(report),
    warningLines(report, style),
    statementLines(report, style),
  ].filter((lines) => lines.length > 0);
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const VERDICTS = {
  changes: { mark: '✎', colour: 'yellow' },
  'no-changes': { mark: '✔', colour: 'green' },
  blocked: { mark: '✘', colour: 'red' },
  unseen: { mark: '?', colour: 'yellow' },
} as const satisfies Record<PlanStatus, { readonly mark: string; readonly colour: keyof Style }>;

function problemLines({ problems, unseen }: PlanReport, style: Style): readonly string[] {
  const told = [...problems, ...unseen.filter(({ code }) => code !== null)];
  return [
    ...told.flatMap(({ code, message, solution }) => [
      ...printable(message)
        .split('\n')
        .map((line, index) =>
          index === 0 ? `  ${style.red('✗')} ${line} ${style.dim(`[${code ?? ''}]`)}` : `    ${line}`,
        ),
      ...remedyLines(solution, style),
    ]),
    ...unseen.filter(({ code }) => code === null).map(({ message }) => `  – ${printableLine(message)}`),
  ];
}

/** Indented and nothing else, so that SQL can be copied as it stands. */
function remedyLines(solution: string | null, style: Style): readonly string[] {
  if (solution === null || solution === '') return [];
  return printable(solution)
    .split('\n')
    .map((line) => `      ${style.dim(line)}`);
}

const COLUMNS: readonly TextColumn[] = [
  { title: '', align: 'left' },
  { title: 'source', align: 'left' },
  { title: 'target', align: 'left' },
  { title: 'rows', align: 'right' },
  { title: 'size', align: 'right' },
  { title: 'what happens', align: 'left' },
];

const MARKS = {
  added: '+',
  changed: '~',
  unchanged: '',
  removed: '-',
  unknown: '?',
} as const satisfies Record<PlannedTable['change'], string>;

function tableLines(report: PlanReport): readonly string[] {
  const still = report.tables.filter(({ change }) => change === 'unchanged').length;
  const moving = report.tables.filter(({ change }) => change !== 'unchanged');
  const rows = moving.map((table) => [
    MARKS[table.change],
    printableLine(table.source),
    printableLine(table.target),
    table.estimatedRows === null ? '' : `≈ ${formatCount(table.estimatedRows)}`,
    table.estimatedBytes === null ? '' : formatBytes(table.estimatedBytes),
    printableLine(tableWords(table, report)),
  ]);
  const table = rows.length === 0 ? [] : formatTextTable(COLUMNS, rows).map((line) => `  ${line}`);
  return still === 0 || moving.length === 0
    ? table
    : [...table, `  ${formatNumberOf(still, 'table')} more as before`];
}

function driftLines({ tables }: PlanReport): readonly string[] {
  return tables.flatMap((table) =>
    table.drift.map((drift) => `  ${printableLine(driftSentence(table, drift))}`),
  );
}

function factLines(report: PlanReport): readonly string[] {
  return [report.load === null ? undefined : loadSentence(report.load), slotSentence(report)]
    .filter((line) => line !== undefined)
    .map((line) => `  ${printableLine(line)}`);
}

function columnLines({ tables }: PlanReport): readonly string[] {
  return tables.flatMap(({ source, columns }) => {
    const out = columns.filter(({ use }) => use !== 'included');
    if (out.length === 0) return [];
    const names = out.map(({ name, use }) => `${name} (${use.replace('-', ' ')})`).join(', ');
    return [`  ${printableLine(`${source}: without ${names}`)}`];
  });
}

function warningLines({ warnings }: PlanReport, style: Style): readonly string[] {
  return warnings.flatMap(({ message, solution }) => [
    `  ${style.yellow('!')} ${printableLine(message)}`,
    ...remedyLines(solution, style),
  ]);
}

function statementLines({ statements, tables }: PlanReport, style: Style): readonly string[] {
  const all = [...statements, ...tables.flatMap((table) => table.statements)];
  if (all.length === 0) return [];
  return [
    `  SQL on the target (${formatNumberOf(all.length, 'statement')}):`,
    ...all.flatMap((statement) =>
      printable(`${statement};`)
        .split('\n')
        .map((line) => `    ${style.dim(line)}`),
    ),
  ];
}
