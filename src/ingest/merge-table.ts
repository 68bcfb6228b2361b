import path from 'node:path';
import type { MergePlan } from '../merge/merge-plan.ts';
import { buildMerge, buildTruncation } from '../merge/merge-sql.ts';
import { buildOrphanQuery } from '../merge/source-sql.ts';
import { RowView } from '../model/row-view.ts';
import { openStagedFile } from '../stage/parquet-file.ts';
import { keepableColumns, layTexts, REREAD_ROWS, rereadRows } from './complete-rows.ts';
import type { RunContext } from './run-context.ts';
import type { TableInterval } from './table-interval.ts';
import { layoutFor } from './table-shape.ts';

/** Merges what an interval staged for one table into its target. May be repeated. */
export async function mergeTable(context: RunContext, interval: TableInterval): Promise<void> {
  const plan = interval.mergePlan();
  if (plan === undefined) return;
  const { warehouse } = context;
  const { counts } = interval.table;
  if (plan.groups.length === 0 && plan.others.tag === 'truncated') {
    counts.deletedRows += await warehouse.update(buildTruncation(warehouse.dialect, plan, plan.others.lsn));
    return;
  }
  // A table that was loaded has the rows whose values an update leaves unchanged. Where one is missing after all, the
  // MERGE fails and says so: that costs less than asking before every MERGE.
  await saveReread(context, interval);
  const asksFirst = plan.unchangedColumns.size > 0 && interval.table.plan.snapshot.tag !== 'loaded';
  if (!asksFirst && (await runMerge(context, counts, plan))) return;
  const resolved = await resolveOrphans(context, interval, plan);
  await saveReread(context, interval);
  await runMerge(context, counts, resolved);
}

/** Before the MERGE: it leaves values in the target that later runs must not carry on with a row that moves away. */
async function saveReread(context: RunContext, { table }: TableInterval): Promise<void> {
  if (!table.isRereadUnsaved) return;
  await context.checkpointAgain();
  table.isRereadUnsaved = false;
}

/** Whether it was merged; not where unchanged values are missing in the target, and the plan says that this fails. */
export async function runMerge(
  context: RunContext,
  counts: { insertedRows: number; updatedRows: number; deletedRows: number },
  plan: MergePlan,
): Promise<boolean> {
  const { warehouse } = context;
  const { name: target, deletedRows } = plan.target;
  const { mergedAt, deletions } = plan;
  const statement = buildMerge(warehouse.dialect, plan);
  const merged = await warehouse.merge({ statement, target, mergedAt, deletedRows, deletions });
  if (merged === 'unresolved') return false;
  counts.insertedRows += merged.inserted;
  counts.updatedRows += merged.updated;
  counts.deletedRows += merged.deleted;
  return true;
}

/**
 * Rows that left values unchanged, of which the target has no row to keep them from, are read again from the source
 * and staged beside the parts. Usually there are none.
 */
async function resolveOrphans(
  context: RunContext,
  interval: TableInterval,
  plan: MergePlan,
): Promise<MergePlan> {
  const { warehouse, source } = context;
  const { table } = interval;
  const { shape } = table;
  const orphans = await warehouse.query(buildOrphanQuery(warehouse.dialect, plan));
  if (orphans.length === 0) return { ...plan, unresolved: 'left-out' };
  const keys = orphans.map((row) => row.map((value) => value ?? ''));
  const localPath = path.join(context.workDirectory, `t${table.oid}-reread.parquet`);
  const layout = {
    ...layoutFor(shape, context.pipeline.specialValues),
    keepable: [],
    withPreviousKey: false,
  };
  await using file = openStagedFile({ ...layout, path: localPath });
  const view = new RowView(shape.columnCount);
  const columns = [...shape.keyColumns, ...keepableColumns(shape)];
  for (let start = 0; start < keys.length; start += REREAD_ROWS) {
    const some = keys.slice(start, start + REREAD_ROWS);
    const rows = await rereadRows(source, table, shape, some);
    for (const [index, row] of rows.entries()) {
      if (row === undefined) continue;
      layTexts(view, columns, [...(some[index] ?? []), ...row]);
      file.append(view, { op: 'u', lsn: 0n, committedAt: 0n, seq: 0, movedLsn: 0n });
    }
  }
  const staged = await file.close();
  await warehouse.putStagedFile(localPath, `${interval.rereadDirectory}/part-0.parquet`);
  context.recorder.stagedFile(staged);
  return { ...plan, rereadDirectory: interval.rereadDirectory, unresolved: 'left-out' };
}
