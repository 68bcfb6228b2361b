import { describe, expect, it } from 'vitest';
import type { BackfillRequest } from '../../src/model/backfill.ts';
import type { BackfillPlan } from '../../src/model/backfill-plan.ts';
import { ALL_ROWS } from '../../src/model/key-range.ts';
import { planBackfill } from '../../src/plan/plan-backfill.ts';
import { openPostgresSource } from '../../src/source/postgres-source.ts';
import { TestPipeline } from '../support/test-pipeline.ts';

const MISSING: BackfillRequest = { tables: [], mode: 'missing', range: ALL_ROWS };
const REFRESH: BackfillRequest = { tables: [], mode: 'refresh', range: ALL_ROWS };

async function plan(p: TestPipeline, request: BackfillRequest, isThere = true): Promise<BackfillPlan> {
  return await planBackfill({
    pipeline: p.pipeline,
    request,
    openSource: openPostgresSource,
    openTarget: async () => (isThere ? await p.warehouse.open(new AbortController().signal) : undefined),
  });
}

async function ordersPipeline(): Promise<TestPipeline> {
  return await TestPipeline.open(`
    CREATE TABLE orders (order_id bigint PRIMARY KEY, amount numeric(12,2));
    INSERT INTO orders SELECT n, n FROM generate_series(1, 40) AS n;
    CREATE TYPE mood_of_day AS ENUM ('good', 'bad');
    CREATE TABLE moods (mood mood_of_day PRIMARY KEY);
    ANALYZE orders;`);
}

describe('the plan of a backfill', () => {
  it('of a pipeline that never ran loads everything, and needs no word of a person', async () => {
    await using p = await ordersPipeline();
    const made = await plan(p, MISSING, false);
    expect(made).toMatchObject({ needsConfirmation: false, load: { rows: 40 } });
    expect(made.tables).toMatchObject([
      { source: 'public.moods', action: 'load' },
      { source: 'public.orders', action: 'load', estimatedRows: 40, replacedRows: null },
    ]);
  });

  it('finds nothing missing in what is loaded, and a refresh of it to be confirmed', async () => {
    await using p = await ordersPipeline();
    await p.ingest();
    expect(await plan(p, MISSING)).toMatchObject({ load: null, needsConfirmation: false });
    const refresh = await plan(p, REFRESH);
    expect(refresh.needsConfirmation).toBe(true);
    expect(refresh.tables.map(({ action }) => action)).toEqual(['refresh', 'refresh']);
    // Nobody has estimated how many rows a part of a table has.
    const part = await plan(p, { tables: ['public.orders'], mode: 'refresh', range: { from: '1', to: '2' } });
    expect(part.load).toMatchObject({ rows: null, unknownTables: 1 });
  });

  it('has the same hash however far it has come, and another one for other rows', async () => {
    await using p = await ordersPipeline();
    await p.ingest();
    const before = await plan(p, REFRESH);
    await p.ingest({ backfill: REFRESH, loadRangeRows: 7, maxLoadMs: 0 });
    const meanwhile = await plan(p, REFRESH);
    expect(meanwhile.tables.map(({ action }) => action)).toContain('continue');
    expect(meanwhile.hash).toBe(before.hash);
    const ofRange = await plan(p, {
      ...REFRESH,
      tables: ['public.orders'],
      range: { from: '1', to: null },
    }).catch((error: unknown) => error);
    expect(ofRange).not.toMatchObject({ hash: before.hash });
  });

  it('warns of rows that somebody else has put where the first load goes', async () => {
    await using p = await ordersPipeline();
    await p.ingest();
    await using warehouse = await p.warehouse.open(new AbortController().signal);
    await warehouse.execute(`DELETE FROM ${p.schema}._tributary_checkpoint`, 'harmless');
    await warehouse[Symbol.asyncDispose]();
    const made = await plan(p, MISSING);
    expect(made.needsConfirmation).toBe(true);
    expect(made.tables.at(-1)).toMatchObject({ action: 'load', replacedRows: 40 });
  });

  it('refuses a range of a table whose key the two sides may order in different ways', async () => {
    await using p = await ordersPipeline();
    await p.ingest();
    await expect(
      plan(p, { tables: ['public.moods'], mode: 'refresh', range: { from: 'bad', to: null } }),
    ).rejects.toThrow('cannot be loaded by key ranges');
  });

  it('changes nothing', async () => {
    await using p = await ordersPipeline();
    await p.ingest();
    const before = [await p.checkpointLsn(), await p.confirmedFlushLsn()];
    await plan(p, REFRESH);
    expect([await p.checkpointLsn(), await p.confirmedFlushLsn()]).toEqual(before);
  });
});
