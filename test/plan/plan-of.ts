import { stat } from 'node:fs/promises';
import type { PlannedTable, PlanReport } from '../../src/model/plan-report.ts';
import { planPipeline } from '../../src/plan/plan-pipeline.ts';
import { openPostgresSource } from '../../src/source/postgres-source.ts';
import type { Warehouse } from '../../src/warehouse/warehouse.ts';
import type { TestPipeline } from '../support/test-pipeline.ts';

/** The plan of a test's pipeline over its real source and lakehouse. */
export async function planOf(p: TestPipeline): Promise<PlanReport> {
  return await planPipeline({
    pipeline: p.pipeline,
    openSource: openPostgresSource,
    openTarget: () => openExisting(p),
  });
}

async function openExisting(p: TestPipeline): Promise<Warehouse | undefined> {
  const isThere = await stat(p.target.path).then(
    () => true,
    () => false,
  );
  return isThere ? await p.warehouse.open(new AbortController().signal) : undefined;
}

/** A table of the plan by its source's name. */
export function tableOf(plan: PlanReport, source: string): PlannedTable {
  const table = plan.tables.find((one) => one.source === source);
  if (table === undefined) throw new Error(`the plan has no table ${source}`);
  return table;
}

/** Everything that a plan could have changed and must not: slots, publications and tables, checkpoint, target tables. */
export async function traces(p: TestPipeline): Promise<unknown> {
  const [source] = await p.database.sql(/*sql*/ `
    SELECT (SELECT json_agg(row(slot_name, confirmed_flush_lsn, restart_lsn)) FROM pg_replication_slots
            WHERE database = current_database()) AS slots,
           (SELECT json_agg(t ORDER BY t) FROM (SELECT pubname, tablename FROM pg_publication_tables) t) AS published,
           (SELECT json_agg(row(oid, relname, relnatts, relreplident) ORDER BY oid) FROM pg_class
            WHERE relnamespace = 'public'::regnamespace) AS tables`);
  const isThere = await stat(p.target.path).then(
    () => true,
    () => false,
  );
  if (!isThere) return { source, target: undefined };
  const target = await p.query(
    "SELECT schema_name, table_name, estimated_size, sql FROM duckdb_tables() WHERE database_name = 'lakehouse' ORDER BY ALL",
  );
  const state = (await p.hasCheckpointTable())
    ? await p.query(`SELECT * FROM ${p.schema}._tributary_checkpoint ORDER BY ALL`)
    : [];
  return { source, target, state };
}
