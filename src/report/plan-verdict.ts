import type {
  PlannedDrift,
  PlannedLoads,
  PlannedTable,
  PlanReport,
  PlanStatus,
  TableChange,
} from '../model/plan-report.ts';
import { formatBytes, formatDuration, formatMoney, formatNumberOf } from './quantity.ts';

/** The whole plan in one line, without markup: `2 tables added, 1 no longer followed`. */
export function planHeadline(report: PlanReport): string {
  switch (report.status) {
    case 'blocked':
      return `a run would stop: ${formatNumberOf(report.problems.length, 'problem')}`;
    case 'unseen':
      return unseenHeadline(report);
    case 'no-changes':
      return `nothing changes: ${formatNumberOf(countOf(report, 'unchanged'), 'table')} as before`;
    case 'changes':
      return changesHeadline(report);
    default:
      return report.status satisfies never;
  }
}

/** For a table's row and a headline alike, in every rendering. */
export const PLAN_MARKS = {
  changes: '✏️',
  'no-changes': '✅',
  blocked: '❌',
  unseen: '❔',
} as const satisfies Record<PlanStatus, string>;

function unseenHeadline({ unseen, tables }: PlanReport): string {
  const sides = unseen.map(({ side, code }) =>
    code === null ? `the ${side} was left out` : `the ${side} could not be looked at`,
  );
  const seen = tables.length === 0 ? [] : [`${formatNumberOf(tables.length, 'table')} selected`];
  return [...seen, ...sides].join('; ');
}

function changesHeadline(report: PlanReport): string {
  const parts = COUNTED.map(([change, what]) => ({ count: countOf(report, change), what }))
    .filter(({ count }) => count > 0)
    // The noun once: `2 tables added, 1 changed`.
    .map(({ count, what }, index) => `${index === 0 ? formatNumberOf(count, 'table') : count} ${what}`);
  return parts.length === 0 ? 'slot and checkpoint are made' : parts.join(', ');
}

const COUNTED: readonly (readonly [change: TableChange, what: string])[] = [
  ['added', 'added'],
  ['changed', 'changed'],
  ['removed', 'no longer followed'],
];

function countOf({ tables }: PlanReport, change: TableChange): number {
  return tables.filter((table) => table.change === change).length;
}

/** What happens with a table, in a few words without markup. */
export function tableWords(table: PlannedTable, { problems }: PlanReport): string {
  if (table.removal !== null) return `no longer followed (${table.removal}); kept in the target`;
  const words = [
    ...(table.isPublished ? [] : ['must be published first']),
    ...loadWords(table),
    ...table.drift.map(driftWords),
    ...(problems.some((problem) => problem.table === table.source) ? ['see what stops it'] : []),
  ];
  if (words.length > 0) return words.join('; ');
  switch (table.change) {
    case 'added':
      return 'followed from now on, without a load';
    case 'unknown':
      return 'selected';
    case 'changed':
      return 'its target table is changed';
    case 'unchanged':
    case 'removed':
      return 'as before';
    default:
      return table.change satisfies never;
  }
}

function loadWords({ load, unfinished }: PlannedTable): readonly string[] {
  if (unfinished !== null) {
    const who = unfinished.continuedBy === 'run' ? 'the run' : 'the next backfill';
    return [`load not finished: ${formatNumberOf(unfinished.loadedRows, 'row')} so far, ${who} goes on`];
  }
  if (load === null) return [];
  const replaced = load.replacedRows ?? 0;
  const over = replaced === 0 ? '' : `, over ${formatNumberOf(replaced, 'row')} in the target`;
  return [load.reason === 'first load' ? `first load${over}` : `loaded anew${over}: ${load.reason}`];
}

function driftWords({ kind, column }: PlannedDrift): string {
  switch (kind) {
    case 'column-added':
      return `column "${column}" added`;
    case 'column-dropped':
      return `column "${column}" dropped at the source`;
    case 'column-deselected':
      return `column "${column}" no longer brought over`;
    default:
      return kind satisfies never;
  }
}

/** A change of columns and what a run does about it, as one sentence without markup. */
export function driftSentence({ source }: PlannedTable, { column, outcome }: PlannedDrift): string {
  return `${source}, column "${column}": ${outcome}`;
}

/** `To load: 2 tables, about 1,200,000 rows, 410 MiB at the source; about 1m 10s, assuming …` */
export function loadSentence(load: PlannedLoads): string {
  const size = [
    ...(load.rows === null ? [] : [`about ${formatNumberOf(load.rows, 'row')}`]),
    ...(load.bytes === null ? [] : [`${formatBytes(load.bytes)} at the source`]),
  ];
  const unknown =
    load.unknownTables === 0 || load.rows === null
      ? []
      : [`${formatNumberOf(load.unknownTables, 'table')} of unknown size not counted`];
  const time =
    load.durationMs === null
      ? 'how long that takes is not known'
      : `about ${formatDuration(load.durationMs)}, ${load.because}`;
  const cost = load.cost === null ? '' : `; at most ${formatMoney(load.cost.amount, load.cost.currency)}`;
  const amount = [formatNumberOf(load.tables, 'table'), ...size, ...unknown].join(', ');
  return `To load: ${amount}; ${time}${cost}.`;
}

/** What happens with the slot, where something does; `undefined`: it stays. */
export function slotSentence({ slot }: PlanReport): string | undefined {
  switch (slot.action) {
    case 'made':
      return `The first run makes replication slot "${slot.name}". It retains log until a run acknowledges it.`;
    case 'missing':
    case 'kept':
    case 'unknown':
      return undefined;
    default:
      return slot.action satisfies never;
  }
}
