import type { BackfillAction, BackfillPlan, PlannedBackfill } from '../model/backfill-plan.ts';
import { printableLine } from './foreign-text.ts';
import { capitalised, escapeShort, tableBlock } from './markdown-block.ts';
import { escapeMarkdown } from './markdown-text.ts';
import { loadSentence } from './plan-verdict.ts';
import { formatBytes, formatCount, formatNumberOf } from './quantity.ts';
import { styleOf } from './terminal-style.ts';
import { formatTextTable, type TextColumn } from './text-table.ts';

/** Of a plan's hash, so many digits are shown, and asked for. */
const SHOWN_DIGITS = 12;

/** The whole plan in one line, without markup. */
function backfillHeadline({ tables, mode }: BackfillPlan): string {
  const loads = tables.filter(({ action }) => action !== 'nothing');
  if (loads.length === 0) return 'nothing to backfill: every table is loaded';
  return mode === 'refresh'
    ? `${formatNumberOf(loads.length, 'table')} to read again`
    : `${formatNumberOf(loads.length, 'table')} to load`;
}

const COLUMNS: readonly TextColumn[] = [
  { title: 'source', align: 'left' },
  { title: 'target', align: 'left' },
  { title: 'rows', align: 'right' },
  { title: 'size', align: 'right' },
  { title: 'what happens', align: 'left' },
];

/** A backfill's plan for a terminal. Ends with a line end. */
export function formatBackfillPlanText(plan: BackfillPlan, options: { readonly colours: boolean }): string {
  const style = styleOf(options.colours);
  const rows = plan.tables.map((table) => rowOf(table, plan).map(printableLine));
  const sections = [
    [`${style.bold(printableLine(plan.pipeline))}: ${backfillHeadline(plan)}`],
    formatTextTable(COLUMNS, rows).map((line) => `  ${line}`),
    factsOf(plan).map((line) => `  ${printableLine(line)}`),
  ].filter((lines) => lines.length > 0);
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** The same for a job summary. */
export function formatBackfillPlanMarkdown(plan: BackfillPlan): string {
  return [
    `### 📥 ${escapeMarkdown(plan.pipeline)}: ${backfillHeadline(plan)}`,
    tableBlock(
      COLUMNS,
      plan.tables.map((table) => rowOf(table, plan).map((cell) => escapeShort(cell))),
    ),
    factsOf(plan)
      .map((fact) => `- ${capitalised(escapeMarkdown(fact))}`)
      .join('\n'),
  ]
    .filter((section) => section !== '')
    .join('\n\n')
    .concat('\n');
}

function rowOf(table: PlannedBackfill, plan: BackfillPlan): readonly string[] {
  // The catalog knows whole tables only.
  const part = rangeWords(plan.range) === '' ? '' : 'part of ';
  return [
    table.source,
    table.target,
    table.estimatedRows === null ? '' : `${part}≈ ${formatCount(table.estimatedRows)}`,
    table.estimatedBytes === null ? '' : `${part}${formatBytes(table.estimatedBytes)}`,
    wordsOf(table, plan),
  ];
}

const WORDS = {
  load: 'loaded for the first time',
  refresh: 'read again; rows are replaced, and those that are gone removed',
  continue: 'goes on where it was',
  nothing: 'loaded; nothing to do',
} as const satisfies Record<BackfillAction, string>;

function wordsOf({ action, loadedRows, replacedRows }: PlannedBackfill, { range }: BackfillPlan): string {
  const rows = action === 'nothing' ? '' : rangeWords(range);
  const done = action === 'continue' ? `, after ${formatNumberOf(loadedRows, 'row')}` : '';
  const replaced =
    action === 'load' && replacedRows !== null && replacedRows > 0
      ? `; ${formatNumberOf(replacedRows, 'row')} that the target holds are replaced`
      : '';
  return `${rows}${WORDS[action]}${done}${replaced}`;
}

/** Ends of a range are values of a key: a person has given them, and they are not repeated where others read. */
function rangeWords({ from, to }: BackfillPlan['range']): string {
  return from === null && to === null ? '' : 'the given key range: ';
}

function factsOf(plan: BackfillPlan): readonly string[] {
  const digits = plan.hash.slice(0, SHOWN_DIGITS);
  return [
    ...(plan.load === null ? [] : [loadSentence(plan.load)]),
    ...(plan.needsConfirmation ? [`to carry it out, confirm the plan: ${digits}`] : [`plan ${digits}`]),
  ];
}
