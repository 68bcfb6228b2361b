import { describe, expect, it } from 'vitest';
import { IngestError } from '../../src/model/ingest-error.ts';
import { ALL_ROWS } from '../../src/model/key-range.ts';
import type { PlanReport } from '../../src/model/plan-report.ts';
import { planHash } from '../../src/plan/plan-hash.ts';
import { planPipeline } from '../../src/plan/plan-pipeline.ts';
import { openPostgresSource } from '../../src/source/postgres-source.ts';
import { ROW_VALUE, shownText } from '../support/remedy.ts';
import { TestPipeline } from '../support/test-pipeline.ts';
import { planOf, tableOf, traces } from './plan-of.ts';

const ORDERS = `
  CREATE TABLE orders (id int PRIMARY KEY, label text, note text);
  INSERT INTO orders SELECT i, '${ROW_VALUE}', 'n' FROM generate_series(1, 500) i;`;
const CUSTOMERS = `
  CREATE TABLE customers (id int PRIMARY KEY, email text, name text);
  INSERT INTO customers VALUES (1, '${ROW_VALUE}', 'x');`;

function codes({ problems }: PlanReport): readonly string[] {
  return problems.map(({ table, code }) => `${table ?? 'pipeline'} ${code}`);
}

/** Fails unless a run of the same pipeline ends as the plan says that it does. */
async function expectRunToStop(p: TestPipeline, plan: PlanReport): Promise<void> {
  const report = await p.run();
  expect(report.error?.code).toBe(plan.problems[0]?.code);
}

describe('the plan of a pipeline that never ran', () => {
  it('loads every table, makes slot, schema and tables, and has made none of it', async () => {
    await using p = await TestPipeline.open(`${ORDERS} ${CUSTOMERS} ANALYZE;`);
    const before = await traces(p);
    const plan = await planOf(p);
    expect(plan).toMatchObject({
      schemaVersion: 1,
      status: 'changes',
      firstRun: true,
      slot: { action: 'made' },
      problems: [],
      unseen: [],
      load: { tables: 2, rows: 501, unknownTables: 0, basis: 'assumption' },
    });
    expect(tableOf(plan, 'public.orders')).toMatchObject({
      target: 'lakehouse.postgres_raw.pg_orders',
      change: 'added',
      estimatedRows: 500,
      rowKey: ['id'],
      load: { reason: 'first load', replacedRows: null },
      statements: [
        expect.stringMatching(/^CREATE TABLE IF NOT EXISTS "lakehouse"."postgres_raw"."pg_orders"/),
      ],
    });
    expect(plan.statements).toEqual([
      'CREATE SCHEMA IF NOT EXISTS "lakehouse"."postgres_raw"',
      expect.stringContaining('_tributary_checkpoint'),
    ]);
    // AND nothing was made
    expect(await traces(p)).toEqual(before);
    expect(JSON.stringify(plan)).not.toContain(ROW_VALUE);
  });

  it('runs exactly the statements on the target that were planned', async () => {
    await using p = await TestPipeline.open(ORDERS);
    const plan = await planOf(p);
    await p.ingest();
    const made = await p.query("SELECT sql FROM duckdb_tables() WHERE database_name = 'lakehouse'");
    expect(made).toHaveLength(2);
    const planned = [...plan.statements, ...plan.tables.flatMap(({ statements }) => statements)];
    expect(planned.filter((sql) => sql.startsWith('CREATE TABLE'))).toHaveLength(2);
    await using other = await TestPipeline.open('');
    await using warehouse = await other.warehouse.open(new AbortController().signal);
    for (const sql of planned) await warehouse.execute(sql, 'harmless');
    expect(
      await warehouse.query("SELECT sql FROM duckdb_tables() WHERE database_name = 'lakehouse'"),
    ).toEqual(made);
  });

  it('says what columns sound like personal data, and what would be loaded over', async () => {
    await using p = await TestPipeline.open(CUSTOMERS);
    const plan = await planOf(p);
    expect(tableOf(plan, 'public.customers').columns).toMatchObject([
      {
        name: 'id',
        use: 'included',
        isKey: true,
        sourceType: 'integer',
        targetType: 'INTEGER',
        personal: null,
      },
      { name: 'email', use: 'included', personal: 'an e-mail address' },
      { name: 'name', use: 'included' },
    ]);
    expect(plan.warnings.filter(({ kind }) => kind === 'personal-data')).toMatchObject([
      { table: 'public.customers', message: expect.stringContaining('"email" (an e-mail address)') },
    ]);
    // WHEN it is excluded
    p.configure({ selection: { excludeColumns: [{ table: 'customers', columns: ['email'] }] } });
    const masked = await planOf(p);
    expect(tableOf(masked, 'public.customers').columns[1]).toMatchObject({
      use: 'excluded',
      targetType: null,
    });
    expect(masked.warnings.map(({ kind }) => kind)).not.toContain('personal-data');
    expect(tableOf(masked, 'public.customers').statements.join()).not.toContain('email');
  });
});

describe('the plan of a pipeline that has run', () => {
  it('has nothing to change, whatever was written since, and the same hash', async () => {
    await using p = await TestPipeline.open(ORDERS);
    await p.ingest();
    const before = await traces(p);
    const plan = await planOf(p);
    expect(plan).toMatchObject({
      status: 'no-changes',
      firstRun: false,
      slot: { action: 'kept' },
      load: null,
    });
    expect(tableOf(plan, 'public.orders').change).toBe('unchanged');
    expect(await traces(p)).toEqual(before);
    await p.database.sql("INSERT INTO orders VALUES (9000, 'x', 'y'); ANALYZE");
    expect(planHash(await planOf(p))).toBe(planHash(plan));
  });

  it('loads a table that is added to the selection, and leaves one that is taken out where it is', async () => {
    await using p = await TestPipeline.open(`${ORDERS} ${CUSTOMERS}`);
    const only = (name: string) => ({
      selection: { schemas: [{ name: 'public', tables: [{ name, destinationTable: undefined }] }] },
    });
    p.configure(only('orders'));
    await p.ingest();
    p.configure(only('customers'));
    const plan = await planOf(p);
    expect(plan.status).toBe('changes');
    expect(tableOf(plan, 'public.customers')).toMatchObject({
      change: 'added',
      load: { reason: 'first load' },
    });
    expect(tableOf(plan, 'public.orders')).toMatchObject({
      change: 'removed',
      removal: 'no longer selected',
      load: null,
      statements: [],
    });
    await p.ingest();
    expect(await p.query(`SELECT count(*) FROM ${p.schema}.pg_orders`)).toEqual([['500']]);
  });

  it('loads a table into its new target, and keeps the old one', async () => {
    await using p = await TestPipeline.open(ORDERS);
    await p.ingest();
    p.configure({
      selection: { schemas: [{ name: 'public', tables: [{ name: 'orders', destinationTable: 'bronze' }] }] },
    });
    const plan = await planOf(p);
    expect(plan.tables).toMatchObject([
      { target: 'lakehouse.postgres_raw.bronze', change: 'added', load: { reason: 'first load' } },
      {
        target: 'lakehouse.postgres_raw.pg_orders',
        change: 'removed',
        removal: expect.stringContaining('bronze'),
      },
    ]);
  });

  it('loads a table anew for a column that is newly selected', async () => {
    await using p = await TestPipeline.open(ORDERS, {
      selection: { excludeColumns: [{ table: 'orders', columns: ['note'] }] },
    });
    await p.ingest();
    p.configure({});
    const plan = await planOf(p);
    expect(tableOf(plan, 'public.orders')).toMatchObject({
      change: 'changed',
      load: { reason: 'column "note" was newly selected' },
      drift: [{ kind: 'column-added', column: 'note' }],
      statements: [expect.stringMatching(/ADD COLUMN "note" VARCHAR$/)],
    });
    expect(tableOf(plan, 'public.orders').columns[2]).toMatchObject({ name: 'note', change: 'added' });
  });

  it('says of a column that is no longer selected that the target keeps it, and how to remove it', async () => {
    await using p = await TestPipeline.open(ORDERS);
    await p.ingest();
    p.configure({ selection: { excludeColumns: [{ table: 'orders', columns: ['note'] }] } });
    const plan = await planOf(p);
    expect(tableOf(plan, 'public.orders')).toMatchObject({
      change: 'changed',
      load: null,
      drift: [{ kind: 'column-deselected', column: 'note' }],
      statements: [],
    });
    const [kept] = plan.warnings.filter(({ kind }) => kind === 'column-kept');
    const drop = /ALTER TABLE .*;/.exec(kept?.solution ?? '')?.[0] ?? '';
    // AND its SQL does no harm to the runs after it
    await p.ingest();
    await p.query(drop);
    await p.database.sql("UPDATE orders SET label = 'after' WHERE id = 1");
    await p.ingest();
    await p.expectEqual('orders', { columns: ['id', 'label'] });
  });

  it('says what a run does about columns that were added and dropped at the source', async () => {
    await using p = await TestPipeline.open(ORDERS);
    await p.ingest();
    await p.database.sql(
      "ALTER TABLE orders ADD COLUMN plan text DEFAULT 'free'; ALTER TABLE orders DROP COLUMN note; UPDATE orders SET label = 'l' WHERE id = 1",
    );
    const plan = await planOf(p);
    expect(tableOf(plan, 'public.orders')).toMatchObject({
      change: 'changed',
      load: null,
      drift: [
        { kind: 'column-added', column: 'plan', outcome: expect.stringContaining('default') },
        { kind: 'column-dropped', column: 'note' },
      ],
    });
    // AND the run sends the very statements
    const report = await p.ingest();
    expect(report.drift.flatMap(({ statements }) => statements)).toEqual(
      tableOf(plan, 'public.orders').statements,
    );
  });

  it.each([
    [
      'a renamed column',
      'ALTER TABLE orders RENAME COLUMN note TO remark',
      'public.orders drift-unsupported',
    ],
    ['a lost key', 'ALTER TABLE orders DROP CONSTRAINT orders_pkey', 'public.orders row-key-missing'],
    [
      'a lost slot',
      "SELECT pg_drop_replication_slot('slot_' || current_database())",
      'pipeline slot-missing',
    ],
    ['a publication that is gone', 'DROP PUBLICATION lakeflow_publication', 'pipeline publication-missing'],
  ])('stops at %s, as a run does, and tells the remedy', async (_, sql, problem) => {
    await using p = await TestPipeline.open(ORDERS);
    await p.ingest();
    await p.database.sql("UPDATE orders SET label = 'l' WHERE id = 1");
    await p.database.sql(sql);
    const before = await traces(p);
    const plan = await planOf(p);
    expect(plan.status).toBe('blocked');
    expect(codes(plan)[0]).toBe(problem);
    for (const { code, message, solution } of plan.problems) shownText({ code, message, solution });
    expect(await traces(p)).toEqual(before);
    await expectRunToStop(p, plan);
  });

  it('stops where the target table is gone, before the run finds out', async () => {
    await using p = await TestPipeline.open(ORDERS);
    await p.ingest();
    await p.query(`DROP TABLE ${p.schema}.pg_orders`);
    expect(codes(await planOf(p))).toEqual(['public.orders target-table-mismatch']);
  });

  it('stops at an include_deleted_rows that was changed', async () => {
    await using p = await TestPipeline.open(ORDERS);
    await p.ingest();
    p.configure({ write: { deletedRows: 'mark' } });
    const plan = await planOf(p);
    expect(codes(plan)).toEqual(['public.orders target-table-mismatch']);
    await p.database.sql("UPDATE orders SET label = 'l' WHERE id = 1");
    await expectRunToStop(p, plan);
  });
});

describe('tables that are not published', () => {
  const NAMED = { schemas: [{ name: 'public', tables: ['orders', 'customers'].map(named) }] };

  function named(name: string) {
    return { name, destinationTable: undefined };
  }

  it('are given as one statement, after which the run does what the plan says', async () => {
    await using p = await TestPipeline.open('');
    await p.database.sql(`${ORDERS} ${CUSTOMERS} CREATE TABLE notes (id int PRIMARY KEY);
      GRANT SELECT ON ALL TABLES IN SCHEMA public TO lakeflow_user;
      DROP PUBLICATION lakeflow_publication; CREATE PUBLICATION lakeflow_publication FOR TABLE notes;`);
    p.configure({ selection: NAMED });
    const plan = await planOf(p);
    expect(codes(plan)).toEqual(['pipeline publication-incomplete']);
    expect(plan.publication.needed).toEqual([
      'ALTER PUBLICATION lakeflow_publication ADD TABLE public.customers, public.orders;',
    ]);
    expect(plan.problems[0]?.solution).toBe(plan.publication.needed[0]);
    expect(plan.tables).toMatchObject([
      { source: 'public.customers', change: 'added', isPublished: false, load: { reason: 'first load' } },
      { source: 'public.orders', change: 'added', isPublished: false },
    ]);
    await expectRunToStop(p, plan);
    for (const sql of plan.publication.needed) await p.database.sql(sql);
    expect(codes(await planOf(p))).toEqual([]);
    expect((await p.ingest()).tables.map(({ source }) => source)).toEqual([
      'public.customers',
      'public.orders',
    ]);
  });

  it('are what a missing publication is made of: the selected ones, and no others', async () => {
    await using p = await TestPipeline.open('');
    await p.database.sql(`${ORDERS} ${CUSTOMERS} CREATE TABLE notes (id int);
      GRANT SELECT ON ALL TABLES IN SCHEMA public TO lakeflow_user; DROP PUBLICATION lakeflow_publication;`);
    p.configure({ selection: NAMED });
    const plan = await planOf(p);
    expect(plan.publication.needed).toEqual([
      'CREATE PUBLICATION lakeflow_publication FOR TABLE public.customers, public.orders;',
    ]);
    expect(codes(plan)).toEqual(['pipeline publication-missing']);
    for (const sql of plan.publication.needed) await p.database.sql(sql);
    expect(codes(await planOf(p))).toEqual([]);
  });

  it('stop nothing where a whole schema is selected, and are named', async () => {
    await using p = await TestPipeline.open('');
    await p.database.sql(`${ORDERS} ${CUSTOMERS} CREATE UNLOGGED TABLE scratch (id int PRIMARY KEY);
      GRANT SELECT ON ALL TABLES IN SCHEMA public TO lakeflow_user;
      DROP PUBLICATION lakeflow_publication; CREATE PUBLICATION lakeflow_publication FOR TABLE orders;`);
    const plan = await planOf(p);
    expect(codes(plan)).toEqual([]);
    expect(plan.publication).toMatchObject({
      needed: [],
      optional: ['ALTER PUBLICATION lakeflow_publication ADD TABLE public.customers;'],
    });
    expect(plan.warnings.map(({ kind }) => kind)).toEqual(['not-published', 'unlogged', 'rows-unknown']);
  });

  it('are planned to be loaded anew when they were taken out since', async () => {
    await using p = await TestPipeline.open('');
    await p.database.sql(`${ORDERS} ${CUSTOMERS} GRANT SELECT ON ALL TABLES IN SCHEMA public TO lakeflow_user;
      DROP PUBLICATION lakeflow_publication; CREATE PUBLICATION lakeflow_publication FOR TABLE orders, customers;`);
    p.configure({ selection: NAMED });
    await p.ingest();
    await p.database.sql('ALTER PUBLICATION lakeflow_publication DROP TABLE customers');
    const out = await planOf(p);
    expect(codes(out)).toEqual(['pipeline publication-incomplete']);
    expect(tableOf(out, 'public.customers')).toMatchObject({ change: 'changed', isPublished: false });
    expect(out.tables).toHaveLength(2);
    for (const sql of out.publication.needed) await p.database.sql(sql);
    expect(tableOf(await planOf(p), 'public.customers').load?.reason).toContain('added again');
  });
});

describe('a first load that was not completed', () => {
  it('is planned to be done by the next run', async () => {
    await using p = await TestPipeline.open(ORDERS);
    const { warehouse } = p;
    // GIVEN a run that dies when it merges the table
    const failing = {
      open: async (signal: AbortSignal) => {
        const opened = await warehouse.open(signal);
        opened.merge = () => Promise.reject(new Error('the process dies here'));
        return opened;
      },
    };
    expect((await p.run({ warehouse: failing })).status).toBe('failed');
    const plan = await planOf(p);
    const orders = tableOf(plan, 'public.orders');
    expect(plan).toMatchObject({ status: 'changes', firstRun: false });
    expect(orders.change).toBe('changed');
    expect([orders.load?.reason, orders.unfinished?.continuedBy]).toContainEqual(
      expect.stringMatching(/not completed|^run$/),
    );
    await p.ingest();
    expect((await planOf(p)).status).toBe('no-changes');
  });
});

describe('a load by key ranges that is not at its end', () => {
  /** Small ranges, and no time: one range is loaded. */
  const ONE_RANGE = { loadRangeRows: 100, maxLoadMs: 0 };

  it('is planned to go on, with the rows that are left', async () => {
    await using p = await TestPipeline.open(`${ORDERS} ANALYZE;`);
    await p.ingest(ONE_RANGE);
    const plan = await planOf(p);
    expect(plan).toMatchObject({ status: 'changes', load: { tables: 1, rows: 400 }, problems: [] });
    expect(tableOf(plan, 'public.orders')).toMatchObject({
      change: 'changed',
      load: null,
      unfinished: { loadedRows: 100, continuedBy: 'run' },
      statements: [],
    });
    // AND the next range makes no other plan of it
    await p.ingest(ONE_RANGE);
    expect(planHash(await planOf(p))).toBe(planHash(plan));
  });

  it('is nothing that a run does where only a backfill goes on with it, and is told', async () => {
    await using p = await TestPipeline.open(ORDERS);
    await p.ingest();
    await p.ingest({ ...ONE_RANGE, backfill: { tables: [], mode: 'refresh', range: ALL_ROWS } });
    const plan = await planOf(p);
    expect(plan).toMatchObject({ status: 'no-changes', load: null });
    expect(tableOf(plan, 'public.orders')).toMatchObject({
      change: 'unchanged',
      unfinished: { loadedRows: 100, continuedBy: 'backfill' },
    });
    expect(plan.warnings).toMatchObject([{ kind: 'load-unfinished', table: 'public.orders' }]);
  });
});

describe('a target that holds rows already', () => {
  it('is told with the rows that the first load replaces', async () => {
    await using p = await TestPipeline.open(ORDERS);
    await p.ingest();
    await p.database.sql(`SELECT pg_drop_replication_slot('${p.pipeline.source.slotName}')`);
    await p.query(`DELETE FROM ${p.schema}._tributary_checkpoint`);
    const plan = await planOf(p);
    expect(plan.firstRun).toBe(true);
    expect(tableOf(plan, 'public.orders')).toMatchObject({
      load: { reason: 'first load', replacedRows: 500 },
      statements: [],
    });
    expect(plan.warnings).toContainEqual(expect.objectContaining({ kind: 'rows-replaced' }));
  });

  it('stops the run when its columns are others', async () => {
    await using p = await TestPipeline.open(ORDERS);
    await p.query(`CREATE SCHEMA ${p.schema}`);
    await p.query(`CREATE TABLE ${p.schema}.pg_orders (id text)`);
    const plan = await planOf(p);
    expect(codes(plan)).toEqual(['public.orders target-table-mismatch']);
    const report = await p.run();
    expect(report.error?.message).toBe(plan.problems[0]?.message);
  });

  it('stops the run when it is a view', async () => {
    await using p = await TestPipeline.open(ORDERS);
    await p.query(`CREATE SCHEMA ${p.schema}`);
    await p.query(`CREATE VIEW ${p.schema}.pg_orders AS SELECT 1 AS id`);
    const plan = await planOf(p);
    expect(codes(plan)).toEqual(['public.orders target-table-mismatch']);
    await expectRunToStop(p, plan);
  });
});

describe('a side that is not seen', () => {
  it('says of a target that was left out what is not known, and plans what is', async () => {
    await using p = await TestPipeline.open(ORDERS);
    const plan = await planPipeline({
      pipeline: p.pipeline,
      openSource: openPostgresSource,
      openTarget: undefined,
    });
    expect(plan).toMatchObject({
      status: 'unseen',
      firstRun: null,
      slot: { action: 'unknown' },
      load: null,
      statements: [],
      unseen: [{ side: 'target', code: null }],
    });
    expect(tableOf(plan, 'public.orders')).toMatchObject({ change: 'unknown', load: null });
    expect(tableOf(plan, 'public.orders').columns).toHaveLength(3);
  });

  it('tells why the source cannot be read, and throws nothing', async () => {
    await using p = await TestPipeline.open(ORDERS, { source: { port: 1 } });
    const plan = await planOf(p);
    expect(plan).toMatchObject({
      status: 'unseen',
      tables: [],
      unseen: [{ side: 'source', code: 'source-unreachable' }],
    });
  });

  it('tells why the target cannot be looked at, and plans what the source tells', async () => {
    await using p = await TestPipeline.open(ORDERS);
    const plan = await planPipeline({
      pipeline: p.pipeline,
      openSource: openPostgresSource,
      openTarget: async () => {
        throw new IngestError('target-locked', 'locked');
      },
    });
    expect(plan).toMatchObject({
      status: 'unseen',
      unseen: [{ side: 'target', code: 'target-locked', message: 'locked', solution: null }],
    });
    expect(tableOf(plan, 'public.orders').change).toBe('unknown');
  });
});

describe('a server without a free slot', () => {
  it('stops a first run', async () => {
    await using p = await TestPipeline.open(ORDERS);
    const full = async (): Promise<PlanReport> =>
      await planPipeline({
        pipeline: p.pipeline,
        openSource: async (settings, schemas) => {
          const source = await openPostgresSource(settings, schemas);
          const readFacts = source.readFacts.bind(source);
          source.readFacts = async () => ({ ...(await readFacts()), slots: { used: 4, max: 4 } });
          return source;
        },
        openTarget: async () => undefined,
      });
    expect(codes(await full())).toEqual(['pipeline slots-exhausted']);
  });
});
