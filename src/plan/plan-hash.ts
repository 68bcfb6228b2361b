import { createHash } from 'node:crypto';
import type { PlannedTable, PlanReport, PlanWarning, PlanWarningKind } from '../model/plan-report.ts';

/**
 * What a person approves, as 64 hexadecimal digits: the same for two plans that do the same, whatever the estimates, LSNs
 * and times were when they were made.
 */
export function planHash(report: PlanReport): string {
  return hashOf(essenceOf(report));
}

/** The same of several pipelines together, in any order. */
export function planSetHash(reports: readonly PlanReport[]): string {
  return hashOf(reports.toSorted((a, b) => compare(a.pipeline, b.pipeline)).map(essenceOf));
}

/** Whether a warning says something of the plan, and not only of the moment. */
const LASTING: Readonly<Record<PlanWarningKind, boolean>> = {
  'personal-data': true,
  'replica-identity-full': true,
  'row-filter': true,
  'generated-column': true,
  'column-kept': true,
  'no-first-load': true,
  'not-published': true,
  unlogged: true,
  'rows-replaced': false,
  'rows-unknown': false,
  'load-unfinished': false,
  'large-load': false,
  'slot-active': false,
  'slot-in-danger': false,
};

/** A report without what changes from one look to the next. */
function essenceOf(report: PlanReport): unknown {
  const { load: _estimates, tables, problems, unseen, warnings, ...lasting } = report;
  return {
    ...lasting,
    tables: tables.map(tableEssence),
    problems: problems.map((problem) => ({ ...problem, message: withoutLsns(problem.message) })),
    unseen: unseen.map(({ side, code }) => ({ side, code })),
    warnings: warnings.filter(isLasting),
  };
}

function isLasting({ kind }: PlanWarning): boolean {
  return LASTING[kind];
}

function tableEssence({
  estimatedRows: _rows,
  estimatedBytes: _bytes,
  load,
  unfinished,
  ...lasting
}: PlannedTable): unknown {
  return {
    ...lasting,
    load: load === null ? null : { reason: load.reason, replaces: (load.replacedRows ?? 0) > 0 },
    unfinished: unfinished?.continuedBy ?? null,
  };
}

function withoutLsns(message: string): string {
  return message.replaceAll(/\b[0-9A-F]{1,8}\/[0-9A-F]{1,8}\b/g, 'LSN');
}

/** Of any plain data, whatever the order of its members. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/** JSON whose members are in the order of their names, so that equal values have equal texts. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => compare(a, b)))
      : member,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
