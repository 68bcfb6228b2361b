import type { RunReport, StageName, TableReport } from '../model/run-report.ts';

/**
 * Several runs of one pipeline, one after the other, as one: what they did together, and how the last one ended.
 * Throws TypeError without any.
 */
export function combineReports(reports: readonly RunReport[]): RunReport {
  const [first] = reports;
  const last = reports.at(-1);
  if (first === undefined || last === undefined) throw new TypeError('there is no run to tell of');
  const sum = (of: (report: RunReport) => number): number =>
    reports.reduce((total, report) => total + of(report), 0);
  const stage = (name: StageName): number => sum(({ stageDurationsMs }) => stageDurationsMs[name]);
  return {
    ...last,
    startedAt: first.startedAt,
    durationMs: sum(({ durationMs }) => durationMs),
    status: last.status === 'nothing-to-do' ? statusOf(reports) : last.status,
    checkpoint: { from: first.checkpoint.from, to: last.checkpoint.to ?? first.checkpoint.to },
    lag: { before: first.lag.before, after: last.lag.after },
    intervals: sum(({ intervals }) => intervals),
    transactions: sum(({ transactions }) => transactions),
    tables: combineTables(reports.flatMap(({ tables }) => tables)),
    drift: reports.flatMap(({ drift }) => drift),
    staged: {
      files: sum(({ staged }) => staged.files),
      bytes: sum(({ staged }) => staged.bytes),
      rows: sum(({ staged }) => staged.rows),
    },
    stageDurationsMs: {
      preflight: stage('preflight'),
      load: stage('load'),
      drain: stage('drain'),
      stage: stage('stage'),
      merge: stage('merge'),
      checkpoint: stage('checkpoint'),
      acknowledge: stage('acknowledge'),
    },
    warehouse: {
      opened: reports.some(({ warehouse }) => warehouse.opened),
      statements: sum(({ warehouse }) => warehouse.statements),
      busyMs: sum(({ warehouse }) => warehouse.busyMs),
      uploadedBytes: sum(({ warehouse }) => warehouse.uploadedBytes),
    },
    cost:
      last.cost === null
        ? null
        : { ...last.cost, amount: sum(({ cost }) => (cost === null ? 0 : cost.amount)) },
    history: first.history,
    notices: [...new Set(reports.flatMap(({ notices }) => notices))],
  };
}

/** A run that found nothing more to do ends a series that did something. */
function statusOf(reports: readonly RunReport[]): RunReport['status'] {
  return reports.some(({ status }) => status !== 'nothing-to-do') ? 'done' : 'nothing-to-do';
}

function combineTables(tables: readonly TableReport[]): readonly TableReport[] {
  return [...Map.groupBy(tables, ({ source }) => source).values()].flatMap((group) => {
    const last = group.at(-1);
    if (last === undefined) return [];
    const sum = (of: (table: TableReport) => number): number =>
      group.reduce((total, table) => total + of(table), 0);
    return [
      {
        ...last,
        loadedRows: sum(({ loadedRows }) => loadedRows),
        insertedRows: sum(({ insertedRows }) => insertedRows),
        updatedRows: sum(({ updatedRows }) => updatedRows),
        deletedRows: sum(({ deletedRows }) => deletedRows),
        changes: sum(({ changes }) => changes),
        specialValues: sum(({ specialValues }) => specialValues),
      },
    ];
  });
}
