import { describe, expect, it } from 'vitest';
import { openDatabase, queryText, type TestDatabase } from './postgres.ts';
import { createWorkloadTables, runWorkload } from './workload.ts';
import { OPERATION_WEIGHTS } from './workload-operations.ts';
import { WORKLOAD_TABLES } from './workload-tables.ts';

describe('the workload', () => {
  it('leaves the same rows for the same seed', async () => {
    const [first, second] = [await digestOfRun(7), await digestOfRun(7)];
    expect(first).toEqual(second);
    expect(await digestOfRun(8)).not.toEqual(first);
  });

  it('makes every kind of change, and leaves rows in every table', async () => {
    await using database = await openDatabase();
    await createWorkloadTables(database.client);
    const summary = await runWorkload(database.connection, {
      seed: 1,
      transactions: 400,
      weights: { truncate: 2 },
    });
    expect(Object.keys(summary.operations).sort()).toEqual(Object.keys(OPERATION_WEIGHTS).sort());
    expect(summary.committed + summary.rolledBack + summary.aborted).toBe(400);
    expect(summary.rolledBack).toBeGreaterThan(0);
    await runWorkload(database.connection, { seed: 2, transactions: 100, weights: { truncate: 0 } });
    for (const table of Object.keys(WORKLOAD_TABLES))
      expect(Number(await database.value(`SELECT count(*) FROM ${table}`)), table).toBeGreaterThan(5);
  });

  it('leaves large values out of line, so that updates can leave them out of the log', async () => {
    await using database = await openDatabase();
    await createWorkloadTables(database.client);
    await runWorkload(database.connection, { seed: 3, transactions: 300, weights: { truncate: 0 } });
    await database.sql(`SELECT pg_create_logical_replication_slot('slot_${database.name}', 'test_decoding')`);
    const update = { insert: 0, 'insert-many': 0, update: 1, truncate: 0 };
    await runWorkload(database.connection, { seed: 4, transactions: 200, weights: update });
    const unchanged = await queryText(
      database.client,
      `SELECT split_part(split_part(data, 'table public.', 2), ':', 1), count(*)
       FROM pg_logical_slot_get_changes('slot_${database.name}', NULL, NULL) WHERE data LIKE '%unchanged-toast-datum%' GROUP BY 1`,
    );
    expect(unchanged.map(([table]) => table).sort()).toEqual(Object.keys(WORKLOAD_TABLES).sort());
  });

  it('survives its own clients meeting on the same rows', async () => {
    await using database = await openDatabase();
    await createWorkloadTables(database.client);
    const options = { seed: 5, transactions: 400, concurrency: 4, keySpace: 20 };
    const summary = await runWorkload(database.connection, options);
    expect(summary.committed + summary.rolledBack + summary.aborted).toBe(400);
    expect(summary.committed).toBeGreaterThan(200);
  });
});

async function digestOfRun(seed: number): Promise<readonly (string | null)[]> {
  await using database = await openDatabase();
  await createWorkloadTables(database.client);
  await runWorkload(database.connection, { seed, transactions: 150, weights: { truncate: 0 } });
  const digests: (string | null)[] = [];
  for (const table of Object.keys(WORKLOAD_TABLES)) digests.push(await digest(database, table));
  return digests;
}

async function digest(database: TestDatabase, table: string): Promise<string | null> {
  return await database.value(`SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM ${table} t`);
}
