import { describe, expect, it } from 'vitest';
import { formatInstructions } from '../../src/init/instructions.ts';
import { buildSourceSetup } from '../../src/init/source-setup.ts';
import {
  buildCatalogGrants,
  buildFederationPolicies,
  type PlannedCatalog,
} from '../../src/init/unity-setup.ts';
import { EMBEDDED_PLAN, PLAN } from './init-plans.ts';

const TARGET: PlannedCatalog = {
  tag: 'unity_catalog',
  catalog: 'lakehouse',
  schema: 'postgres_raw',
  warehousePath: undefined,
  principal: '11111111-2222-3333-4444-555555555555',
  account: '00000000-aaaa-bbbb-cccc-dddddddddddd',
};

describe('the SQL for PostgreSQL', () => {
  it('leaves out what is done already', () => {
    const prepared = { walLevel: 'logical', hasPublication: true, role: 'may-replicate' } as const;
    const tables = PLAN.tables.map((table) => ({ ...table, published: table.name !== 'payments' }));
    expect(buildSourceSetup({ ...PLAN, prepared, tables })).toEqual([
      'GRANT CONNECT ON DATABASE appdb TO lakeflow_user;',
      'GRANT USAGE ON SCHEMA public TO lakeflow_user;',
      'GRANT SELECT ON TABLE public.orders, public.customers, public.payments TO lakeflow_user;',
      'ALTER PUBLICATION lakeflow_publication ADD TABLE public.payments;',
    ]);
  });

  it('makes what is missing: settings, role, replica identity and publication', () => {
    const [orders] = PLAN.tables;
    if (orders === undefined) throw new Error('the plan has no table');
    const tables = [{ ...orders, name: 'Order', identityIndex: 'order_no', partitioned: true }];
    const sql = buildSourceSetup({ ...PLAN, tables }).join('\n');
    expect(sql).toContain(`ALTER SYSTEM SET wal_level = 'logical';`);
    expect(sql).toContain('CREATE ROLE lakeflow_user WITH LOGIN REPLICATION PASSWORD');
    expect(sql).toContain('ALTER TABLE public."Order" REPLICA IDENTITY USING INDEX order_no;');
    expect(sql).toContain(
      'CREATE PUBLICATION lakeflow_publication FOR TABLE public."Order" WITH (publish_via_partition_root = true);',
    );
  });
});

describe('what Databricks needs', () => {
  it('is granted to the principal that runs, and for reading only to the one that plans', () => {
    const grants = buildCatalogGrants(TARGET);
    expect(grants[0]).toBe(
      'GRANT USE CATALOG, CREATE SCHEMA ON CATALOG `lakehouse` TO `11111111-2222-3333-4444-555555555555`;',
    );
    expect(grants.filter((grant) => grant.includes('APPLICATION_ID_OF_PLAN')).join()).not.toMatch(
      /CREATE|MODIFY|WRITE/,
    );
  });

  it('trusts both environments, in both forms of their subject', () => {
    const subjects = buildFederationPolicies(PLAN, TARGET).flatMap(
      (line) => /"subject":"([^"]+)"/.exec(line)?.[1] ?? [],
    );
    expect(subjects).toEqual([
      'repo:acme/pipelines:environment:production',
      'repo:acme@OWNER_ID/pipelines@REPOSITORY_ID:environment:production',
      'repo:acme/pipelines:environment:production-plan',
      'repo:acme@OWNER_ID/pipelines@REPOSITORY_ID:environment:production-plan',
    ]);
  });
});

describe('the instructions', () => {
  it('lead from the database to the first run', async () => {
    await expect(formatInstructions({ ...PLAN, target: TARGET })).toMatchFileSnapshot(
      'golden/instructions-unity.txt',
    );
  });

  it('lead to a trial without Databricks and without GitHub', async () => {
    const text = formatInstructions(EMBEDDED_PLAN);
    expect(text).not.toMatch(/\bgh |databricks account/);
    await expect(text).toMatchFileSnapshot('golden/instructions-embedded.txt');
  });
});
