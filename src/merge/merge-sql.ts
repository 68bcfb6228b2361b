import { type Dialect, UNRESOLVED_TEXT } from '../model/dialect.ts';
import type { Lsn } from '../model/lsn.ts';
import { quoteTable } from '../schema/ddl.ts';
import { METADATA_COLUMNS } from '../schema/target-table.ts';
import { buildRangeBounds } from './key-range-sql.ts';
import type { MergePlan } from './merge-plan.ts';
import { buildFence, buildSource, sourceUnchanged, sourceValue } from './source-sql.ts';

/**
 * The one MERGE that brings a table's staged changes into the target.
 *
 * - A row is only touched by a change that is not older than the one that wrote it, so that repeating the MERGE, or
 *   merging an interval anew after a crash, converges to the same rows.
 * - Unchanged values keep what the target holds.
 * - Rows that a TRUNCATE, or a snapshot, says are gone go in the same statement: no reader sees the table empty.
 */
export function buildMerge(dialect: Dialect, plan: MergePlan): string {
  const keyMatches = plan.target.columns
    .flatMap((column, index) =>
      column.isKey ? [`t.${dialect.quoteIdentifier(column.name)} = s.${sourceValue(index)}`] : [],
    )
    .join(' AND ');
  return [
    `MERGE INTO ${quoteTable(dialect, plan.target.name)} AS t`,
    `USING (\n${indent(buildSource(dialect, plan))}\n) AS s`,
    `ON ${keyMatches}${keyBounds(dialect, plan)}`,
    ...(plan.target.deletedRows === 'mark' ? markingClauses(dialect, plan) : removingClauses(dialect, plan)),
    ...removalClauses(dialect, plan),
  ].join('\n');
}

/**
 * What a TRUNCATE leaves to do where nothing was written after it: all rows that it found are gone. A MERGE with one
 * source row, because Delta outside Databricks takes no subquery in the condition of a DELETE or UPDATE.
 */
export function buildTruncation(dialect: Dialect, plan: MergePlan, upTo: Lsn): string {
  const { commitLsn, deleted } = METADATA_COLUMNS;
  return [
    `MERGE INTO ${quoteTable(dialect, plan.target.name)} AS t`,
    `USING (SELECT ${buildFence(dialect, plan.fence)} AS fence) AS s`,
    `ON t.${commitLsn} <= ${upTo} AND s.fence = 0`,
    plan.target.deletedRows === 'remove'
      ? 'WHEN MATCHED THEN DELETE'
      : `WHEN MATCHED AND NOT t.${deleted} THEN UPDATE SET ${markDeleted(dialect, plan, String(upTo))}`,
  ].join('\n');
}

/**
 * What every staged row's key fulfils, said of the target's in literals, so that files are passed over without being
 * opened. Not where rows that the source does not name are looked for: those have any key.
 */
function keyBounds(dialect: Dialect, plan: MergePlan): string {
  if (plan.others.tag === 'range-replaced')
    return buildRangeBounds(dialect, plan.target, plan.others.range, 't');
  if (plan.others.tag !== 'stay') return '';
  return [...plan.keyBounds]
    .map(([name, { tag, min, max }]) => {
      const literal = (value: bigint | string): string =>
        tag === 'text' ? dialect.stringLiteral(String(value)) : String(value);
      return ` AND t.${dialect.quoteIdentifier(name)} BETWEEN ${literal(min)} AND ${literal(max)}`;
    })
    .join('');
}

/** That a change is not older than the row's last one. A snapshot is right whatever the row says. */
function guard(plan: MergePlan): string {
  const isSnapshot = plan.others.tag === 'replaced' || plan.others.tag === 'range-replaced';
  return isSnapshot ? '' : ` AND s.lsn >= t.${METADATA_COLUMNS.commitLsn}`;
}

function removingClauses(dialect: Dialect, plan: MergePlan): readonly string[] {
  return [
    `WHEN MATCHED AND s.op <> 'u'${guard(plan)} THEN DELETE`,
    ...goneEarlierRow(plan, 'DELETE'),
    `WHEN MATCHED AND s.op = 'u'${guard(plan)}${knownWhenMatched(dialect, plan)} THEN UPDATE SET\n${indent(assignments(dialect, plan).join(',\n'))}`,
    `WHEN NOT MATCHED AND s.op = 'u'${knownWhenNew(dialect, plan)}${leftOut(plan, '')} THEN ${insertion(dialect, plan, undefined)}`,
  ];
}

function markingClauses(dialect: Dialect, plan: MergePlan): readonly string[] {
  const { deleted } = METADATA_COLUMNS;
  return [
    `WHEN MATCHED AND s.op = 'd'${guard(plan)} THEN UPDATE SET ${markDeleted(dialect, plan, 's.lsn', 's.committed_at')}`,
    ...goneEarlierRow(plan, `UPDATE SET ${markDeleted(dialect, plan, 's.lsn', 's.committed_at')}`),
    `WHEN MATCHED AND s.op <> 'd'${guard(plan)}${knownWhenMatched(dialect, plan)} THEN UPDATE SET\n${indent([...assignments(dialect, plan), `${deleted} = (s.op = 'x')`].join(',\n'))}`,
    `WHEN NOT MATCHED${knownWhenNew(dialect, plan)}${leftOut(plan, "s.op <> 'u' OR ")} THEN ${insertion(dialect, plan, "s.op <> 'u'")}`,
  ];
}

/** Rows that the source does not name although it would if they were still there. */
function removalClauses(dialect: Dialect, plan: MergePlan): readonly string[] {
  const { others } = plan;
  // What is gone from a range stands in the source, so that the MERGE need not look at all of the target.
  if (others.tag === 'stay' || others.tag === 'range-replaced') return [];
  const { commitLsn, deleted } = METADATA_COLUMNS;
  const remove = plan.target.deletedRows === 'remove';
  const conditions = {
    truncated: `t.${commitLsn} <= ${others.lsn}${remove ? '' : ` AND NOT t.${deleted}`}`,
    // A marked row of another history may carry a later LSN, which would keep its key from coming back.
    replaced: remove ? undefined : `(NOT t.${deleted} OR t.${commitLsn} > ${others.lsn})`,
  } satisfies Record<typeof others.tag, string | undefined>;
  const condition = conditions[others.tag];
  const effect = remove ? 'DELETE' : `UPDATE SET ${markDeleted(dialect, plan, String(others.lsn))}`;
  return [`WHEN NOT MATCHED BY SOURCE${condition === undefined ? '' : ` AND ${condition}`} THEN ${effect}`];
}

function markDeleted(dialect: Dialect, plan: MergePlan, lsn: string, committedAt?: string): string {
  return [
    `${METADATA_COLUMNS.deleted} = true`,
    `${METADATA_COLUMNS.commitLsn} = ${lsn}`,
    ...(committedAt === undefined ? [] : [`${METADATA_COLUMNS.committedAt} = ${committedAt}`]),
    `${METADATA_COLUMNS.syncedAt} = ${dialect.instantLiteral(plan.mergedAt)}`,
  ].join(', ');
}

function assignments(dialect: Dialect, plan: MergePlan): readonly string[] {
  const columns = plan.target.columns.flatMap((column, index) => {
    if (column.isKey) return [];
    const name = dialect.quoteIdentifier(column.name);
    const value = `s.${sourceValue(index)}`;
    if (!plan.unchangedColumns.has(column.name)) return [`${name} = ${value}`];
    const unchanged = `s.${sourceUnchanged(index)}`;
    const fails = mayFail(plan) && plan.movedRows && dialect.ownRowsOnly === 'values';
    const missing = fails ? `WHEN ${isUnresolved(unchanged, IS_EARLIER_ROW)} THEN ${failure(dialect)} ` : '';
    return [`${name} = CASE ${missing}WHEN ${unchanged} THEN t.${name} ELSE ${value} END`];
  });
  return [
    ...columns,
    `${METADATA_COLUMNS.commitLsn} = s.lsn`,
    `${METADATA_COLUMNS.committedAt} = s.committed_at`,
    `${METADATA_COLUMNS.syncedAt} = ${dialect.instantLiteral(plan.mergedAt)}`,
  ];
}

function insertion(dialect: Dialect, plan: MergePlan, deleted: string | undefined): string {
  const names = plan.target.columns.map((column) => dialect.quoteIdentifier(column.name));
  const values = plan.target.columns.map((column, index) => {
    const value = `s.${sourceValue(index)}`;
    return mayFail(plan) && dialect.ownRowsOnly === 'values' && plan.unchangedColumns.has(column.name)
      ? `CASE WHEN ${isUnresolved(`s.${sourceUnchanged(index)}`, '')} THEN ${failure(dialect)} ELSE ${value} END`
      : value;
  });
  const { commitLsn, committedAt, syncedAt, deleted: deletedName } = METADATA_COLUMNS;
  const allNames = [
    ...names,
    commitLsn,
    committedAt,
    syncedAt,
    ...(deleted === undefined ? [] : [deletedName]),
  ];
  const allValues = [
    ...values,
    's.lsn',
    's.committed_at',
    dialect.instantLiteral(plan.mergedAt),
    ...(deleted === undefined ? [] : [deleted]),
  ];
  return `INSERT (${allNames.join(', ')})\n  VALUES (${allValues.join(', ')})`;
}

/** That values are unchanged which the target does not hold, although the row is not known by its key alone. */
function isUnresolved(column: string, where: string): string {
  return `s.op <> 'd' AND ${column}${where}`;
}

/** A target row from before a move is an earlier row of that key: it holds nothing of this one. */
const IS_EARLIER_ROW = ` AND t.${METADATA_COLUMNS.commitLsn} < s.moved_lsn`;

/**
 * A condition that is always true, or fails the statement where a new row lacks values. The message depends on the row, or
 * an optimizer would evaluate it, and fail, before there is one.
 */
function knownWhenNew(dialect: Dialect, plan: MergePlan): string {
  return orFail(dialect, plan, '');
}

/** The same of a row that is there. */
function knownWhenMatched(dialect: Dialect, plan: MergePlan): string {
  return plan.movedRows ? orFail(dialect, plan, IS_EARLIER_ROW) : '';
}

/** That a new row is known in full, where the plan leaves out those that are not. */
function leftOut(plan: MergePlan, unless: string): string {
  const unchanged = unchangedAny(plan);
  if (plan.unresolved !== 'left-out' || unchanged === undefined) return '';
  return unless === '' ? ` AND NOT ${unchanged}` : ` AND (${unless}NOT ${unchanged})`;
}

/** A row that is left out had moved to its key: so the row that had the key before is gone. */
function goneEarlierRow(plan: MergePlan, effect: string): readonly string[] {
  const unchanged = unchangedAny(plan);
  if (plan.unresolved !== 'left-out' || !plan.movedRows || unchanged === undefined) return [];
  return [`WHEN MATCHED AND s.op = 'u'${guard(plan)} AND ${unchanged}${IS_EARLIER_ROW} THEN ${effect}`];
}

function unchangedAny(plan: MergePlan): string | undefined {
  const unchanged = plan.target.columns.flatMap((column, index) =>
    plan.unchangedColumns.has(column.name) ? [`s.${sourceUnchanged(index)}`] : [],
  );
  return unchanged.length === 0 ? undefined : `(${unchanged.join(' OR ')})`;
}

function orFail(dialect: Dialect, plan: MergePlan, where: string): string {
  const unchanged = unchangedAny(plan);
  if (!mayFail(plan) || dialect.ownRowsOnly !== 'conditions' || unchanged === undefined) return '';
  const boolean = dialect.typeName({ tag: 'boolean' });
  return ` AND CASE WHEN ${isUnresolved(unchanged, where)} THEN CAST(${failure(dialect)} AS ${boolean}) ELSE true END`;
}

function mayFail(plan: MergePlan): boolean {
  return plan.unresolved === 'fails' && plan.unchangedColumns.size > 0;
}

function failure(dialect: Dialect): string {
  return dialect.failure(`concat('${UNRESOLVED_TEXT} ', s.op)`);
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '  ');
}
