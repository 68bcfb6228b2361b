import { describe, expect, it } from 'vitest';
import type { PlanReport } from '../../src/model/plan-report.ts';
import { planPipeline } from '../../src/plan/plan-pipeline.ts';
import { openPostgresSource } from '../../src/source/postgres-source.ts';
import { resolveConnection } from '../../src/warehouse/databricks/connection.ts';
import { databricksWarehouse } from '../../src/warehouse/databricks/databricks-warehouse.ts';
import { openTokenSource } from '../../src/warehouse/databricks/open-token-source.ts';
import { type FrontPipeline, openFrontPipeline } from '../support/front-pipeline.ts';
import { virtualPace } from '../support/virtual-pace.ts';
import { tableOf } from './plan-of.ts';

const ORDERS =
  'CREATE TABLE orders (id bigint PRIMARY KEY, label text); INSERT INTO orders VALUES (1, NULL);';

async function planOf({ source, target, environment }: FrontPipeline): Promise<PlanReport> {
  const connection = resolveConnection(target.databricks, environment);
  const pace = virtualPace();
  const { signal } = new AbortController();
  const tokens = openTokenSource(connection, { signal, pace });
  return await planPipeline({
    pipeline: { ...source.pipeline, target },
    openSource: openPostgresSource,
    openTarget: () =>
      databricksWarehouse({ target, connection, tokens, userAgent: 'Tributary/test', pace }).open(signal),
  });
}

describe('a plan for Unity Catalog', () => {
  it('says the DDL as Databricks does, and sends nothing that writes', async () => {
    await using p = await openFrontPipeline(ORDERS);
    const plan = await planOf(p);
    expect(plan).toMatchObject({ status: 'changes', firstRun: true, unseen: [], problems: [] });
    expect(tableOf(plan, 'public.orders').statements).toEqual([
      expect.stringMatching(
        /^CREATE TABLE IF NOT EXISTS `lakehouse`\.`postgres_raw`\.`pg_orders`[\s\S]*USING DELTA/,
      ),
    ]);
    expect(p.workspace.front.statements.filter((sql) => !sql.startsWith('SELECT'))).toEqual([]);
    const writes = p.workspace.front.calls.filter(({ method }) => method === 'PUT' || method === 'DELETE');
    expect(writes).toEqual([]);
    // AND the run that follows sends the planned statements
    expect((await p.run()).error).toBeNull();
    for (const sql of [...plan.statements, ...tableOf(plan, 'public.orders').statements])
      expect(p.workspace.front.statements).toContain(sql);
  });

  it('finds what a run has left, with one query', async () => {
    await using p = await openFrontPipeline(ORDERS);
    expect((await p.run()).error).toBeNull();
    p.workspace.front.forgetCalls();
    const plan = await planOf(p);
    expect(plan).toMatchObject({ status: 'no-changes', firstRun: false });
    expect(p.workspace.front.statements).toHaveLength(1);
  });

  it('says which grant is missing, and plans what the source tells', async () => {
    await using p = await openFrontPipeline(ORDERS);
    p.policies.length = 0;
    const plan = await planOf(p);
    expect(plan).toMatchObject({
      status: 'unseen',
      unseen: [{ side: 'target', code: 'target-authentication-failed' }],
    });
    expect(tableOf(plan, 'public.orders').change).toBe('unknown');
  });
});
