import type { Dialect } from '../model/dialect.ts';
import type { Lsn } from '../model/lsn.ts';
import { quoteTable } from '../schema/ddl.ts';
import { METADATA_COLUMNS } from '../schema/target-table.ts';
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
    `ON ${keyMatches}`,
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

/** That a change is not older than the row's last one. A snapshot is right whatever the row says. */
function guard(plan: MergePlan): string {
  return plan.others.tag === 'replaced' ? '' : ` AND s.lsn >= t.${METADATA_COLUMNS.commitLsn}`;
}

function removingClauses(dialect: Dialect, plan: MergePlan): readonly string[] {
  return [
    `WHEN MATCHED AND s.op <> 'u'${guard(plan)} THEN DELETE`,
    `WHEN MATCHED AND s.op = 'u'${guard(plan)} THEN UPDATE SET\n${indent(assignments(dialect, plan).join(',\n'))}`,
    `WHEN NOT MATCHED AND s.op = 'u' THEN ${insertion(dialect, plan, undefined)}`,
  ];
}

function markingClauses(dialect: Dialect, plan: MergePlan): readonly string[] {
  const { deleted } = METADATA_COLUMNS;
  return [
    `WHEN MATCHED AND s.op = 'd'${guard(plan)} THEN UPDATE SET ${markDeleted(dialect, plan, 's.lsn', 's.committed_at')}`,
    `WHEN MATCHED AND s.op <> 'd'${guard(plan)} THEN UPDATE SET\n${indent([...assignments(dialect, plan), `${deleted} = (s.op = 'x')`].join(',\n'))}`,
    `WHEN NOT MATCHED THEN ${insertion(dialect, plan, "s.op <> 'u'")}`,
  ];
}

/** Rows that the source does not name although it would if they were still there. */
function removalClauses(dialect: Dialect, plan: MergePlan): readonly string[] {
  const { others } = plan;
  if (others.tag === 'stay') return [];
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
    return plan.unchangedColumns.has(column.name)
      ? [`${name} = CASE WHEN s.${sourceUnchanged(index)} THEN t.${name} ELSE ${value} END`]
      : [`${name} = ${value}`];
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
  const values = plan.target.columns.map((_, index) => `s.${sourceValue(index)}`);
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

function indent(text: string): string {
  return text.replaceAll(/^/gm, '  ');
}
