import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../src/model/ingest-error.ts';
import { ROW_VALUE, shownText, sqlOf } from '../support/remedy.ts';
import { temporaryRole } from '../support/temporary-role.ts';
import { TestPipeline } from '../support/test-pipeline.ts';

type Overrides = Parameters<TestPipeline['configure']>[0];

const ORDERS = `CREATE TABLE orders (id int PRIMARY KEY, label text);
  INSERT INTO orders VALUES (1, '${ROW_VALUE}');`;
const BOTH: Overrides = {
  selection: {
    schemas: [
      { name: 'public', tables: ['orders', 'other'].map((name) => ({ name, destinationTable: undefined })) },
    ],
  },
};
const EXCLUDING = (columns: readonly string[]): Overrides => ({
  selection: { excludeColumns: [{ table: 'orders', columns }] },
});

interface Case {
  readonly name: string;
  readonly setup: string;
  readonly overrides?: Overrides;
  readonly code: ErrorCode;
  readonly says: RegExp;
  /** SQL that mends it instead of what the message prints; `undefined`: the printed SQL is run. */
  readonly mend?: string;
  /** A setting that mends it, with no SQL. */
  readonly mendBySetting?: Overrides;
}

const CASES: readonly Case[] = [
  {
    name: 'there is no publication',
    setup: `${ORDERS} DROP PUBLICATION lakeflow_publication;`,
    code: 'publication-missing',
    says: /no publication "lakeflow_publication"/,
  },
  {
    name: 'the publication does not hold a selected table',
    setup: `${ORDERS} CREATE TABLE other (id int PRIMARY KEY); DROP PUBLICATION lakeflow_publication;
      CREATE PUBLICATION lakeflow_publication FOR TABLE orders;`,
    overrides: BOTH,
    code: 'publication-incomplete',
    says: /does not contain public\.other/,
  },
  {
    name: 'the publication leaves out updates',
    setup: `${ORDERS} DROP PUBLICATION lakeflow_publication;
      CREATE PUBLICATION lakeflow_publication FOR ALL TABLES WITH (publish = 'insert, delete');`,
    code: 'publication-incomplete',
    says: /leaves out update, truncate/,
  },
  {
    name: 'a selected table does not exist',
    setup: ORDERS,
    overrides: BOTH,
    code: 'table-missing',
    says: /no table public\.other/,
    mend: 'CREATE TABLE other (id int PRIMARY KEY)',
  },
  {
    name: 'the role may not read a table',
    setup: `${ORDERS} REVOKE ALL ON orders FROM lakeflow_user; CREATE SCHEMA more;`,
    code: 'source-permission-denied',
    says: /may not read public\.orders/,
  },
  {
    name: 'the role may not use the schema',
    setup: `CREATE SCHEMA sales; CREATE TABLE sales.orders (id int PRIMARY KEY);`,
    overrides: { selection: { schemas: [{ name: 'sales', tables: undefined }] } },
    code: 'source-permission-denied',
    says: /may not read sales\.orders/,
  },
  {
    name: 'a table has no key',
    setup: 'CREATE TABLE orders (id int NOT NULL, label text);',
    code: 'row-key-missing',
    says: /no row key[\s\S]*PRIMARY KEY[\s\S]*write_mode\.keys[\s\S]*append/,
    mend: 'ALTER TABLE orders ADD PRIMARY KEY (id)',
  },
  {
    name: 'the configured key is not the replica identity',
    setup: 'CREATE TABLE orders (id int PRIMARY KEY, code text NOT NULL UNIQUE);',
    overrides: { write: { keys: new Map([['orders', ['code']]]) } },
    code: 'row-key-missing',
    says: /configured key \(code\) is not its replica identity \(id\)/,
  },
  {
    name: 'nothing keeps the configured key unique',
    setup: 'CREATE TABLE orders (id int NOT NULL, label text); ALTER TABLE orders REPLICA IDENTITY FULL;',
    overrides: { write: { keys: new Map([['public.orders', ['id']]]) } },
    code: 'row-key-missing',
    says: /nothing keeps the key \(id\) unique/,
  },
  {
    name: 'the replica identity is nothing',
    setup: `${ORDERS} ALTER TABLE orders REPLICA IDENTITY NOTHING;`,
    code: 'row-key-missing',
    says: /REPLICA IDENTITY NOTHING/,
  },
  {
    name: 'a key is a float',
    setup: 'CREATE TABLE orders (id float8 PRIMARY KEY, n int NOT NULL);',
    code: 'row-key-missing',
    says: /key column "id" is a double precision/,
    mend: 'ALTER TABLE orders DROP CONSTRAINT orders_pkey; ALTER TABLE orders ADD PRIMARY KEY (n)',
  },
  {
    name: 'a key is bytes',
    setup: 'CREATE TABLE orders (id bytea PRIMARY KEY, n int NOT NULL);',
    code: 'row-key-missing',
    says: /key column "id" is a bytea/,
    mend: 'ALTER TABLE orders DROP CONSTRAINT orders_pkey; ALTER TABLE orders ADD PRIMARY KEY (n)',
  },
  {
    name: 'a table is unlogged',
    setup: 'CREATE UNLOGGED TABLE orders (id int PRIMARY KEY);',
    overrides: {
      selection: { schemas: [{ name: 'public', tables: [{ name: 'orders', destinationTable: undefined }] }] },
    },
    code: 'table-unsupported',
    says: /public\.orders is an unlogged table/,
  },
  {
    name: 'a column has a composite type',
    setup: 'CREATE TYPE place AS (x int, y int); CREATE TABLE orders (id int PRIMARY KEY, at place);',
    code: 'column-unsupported',
    says: /column "at" cannot be brought over yet/,
    mendBySetting: EXCLUDING(['at']),
  },
  {
    name: 'a column has a name of ours',
    setup: 'CREATE TABLE orders (id int PRIMARY KEY, "_Deleted" boolean);',
    code: 'column-unsupported',
    says: /column "_Deleted" has a name that the target table needs/,
    mendBySetting: EXCLUDING(['_Deleted']),
  },
  {
    name: 'two columns differ in case only',
    setup: 'CREATE TABLE orders (id int PRIMARY KEY, label text, "Label" text);',
    code: 'column-unsupported',
    says: /columns "label" and "Label" differ in case only/,
    mendBySetting: EXCLUDING(['Label']),
  },
  {
    name: "the publication's column list leaves a column out",
    setup: `${ORDERS} DROP PUBLICATION lakeflow_publication;
      CREATE PUBLICATION lakeflow_publication FOR TABLE orders (id);`,
    code: 'publication-incomplete',
    says: /column list leaves out "label"/,
    mendBySetting: EXCLUDING(['label']),
  },
  {
    name: 'exclude_columns names a column that the table does not have',
    setup: ORDERS,
    overrides: EXCLUDING(['lable']),
    code: 'config-invalid',
    says: /public\.orders has no column "lable", which selection\.exclude_columns names/,
    mendBySetting: EXCLUDING(['label']),
  },
  {
    name: 'exclude_columns names a table that is not selected',
    setup: ORDERS,
    overrides: { selection: { excludeColumns: [{ table: 'order', columns: ['label'] }] } },
    code: 'config-invalid',
    says: /selection\.exclude_columns names the table "order"[\s\S]*public\.orders/,
    mendBySetting: { selection: { excludeColumns: [{ table: 'public.orders', columns: ['label'] }] } },
  },
  {
    name: 'include_columns names a table that is not selected',
    setup: ORDERS,
    overrides: { selection: { includeColumns: [{ table: 'sales.orders', columns: ['id'] }] } },
    code: 'config-invalid',
    says: /selection\.include_columns names the table "sales\.orders"/,
    mendBySetting: { selection: { includeColumns: [{ table: 'orders', columns: ['id'] }] } },
  },
  {
    name: 'a key is configured for a table that is not selected',
    setup: ORDERS,
    overrides: { write: { keys: new Map([['customers', ['id']]]) } },
    code: 'config-invalid',
    says: /target\.write_mode\.keys names the table "customers"/,
    mendBySetting: { write: { keys: new Map([['orders', ['id']]]) } },
  },
  {
    name: 'two tables would share a target',
    setup: 'CREATE TABLE orders (id int PRIMARY KEY); CREATE TABLE "Orders" (id int PRIMARY KEY);',
    code: 'config-invalid',
    says: /would share the target table "pg_orders"/,
    mendBySetting: {
      selection: { schemas: [{ name: 'public', tables: [{ name: 'orders', destinationTable: undefined }] }] },
    },
  },
];

describe('preflight stops a run before anything moves, says what to do, and that helps, when', () => {
  it.each(CASES)('$name', async ({ setup, overrides = {}, code, says, mend, mendBySetting }) => {
    // GIVEN a source that cannot be brought over rightly
    await using p = await TestPipeline.open('', overrides);
    await p.database.sql(setup);
    if (code !== 'source-permission-denied')
      await p.database.sql('GRANT SELECT ON ALL TABLES IN SCHEMA public TO lakeflow_user');
    // WHEN a run is tried
    const failed = await p.run();
    // THEN it says so, having made neither slot nor lakehouse
    expect({ status: failed.status, code: failed.error?.code }).toEqual({ status: 'failed', code });
    expect(shownText(failed.error)).toMatch(says);
    expect(failed.warehouse.opened).toBe(false);
    expect(
      await p.database.value('SELECT count(*) FROM pg_replication_slots WHERE database = current_database()'),
    ).toBe('0');
    // AND what it says makes the next run work
    if (mendBySetting !== undefined) p.configure(mendBySetting);
    else if (mend !== undefined) await p.database.sql(mend);
    else {
      const remedy = sqlOf(failed.error);
      expect(remedy).not.toEqual([]);
      for (const statement of remedy) await p.database.sql(statement);
    }
    expect(await p.run()).toMatchObject({ error: null, warehouse: { opened: true } });
  });

  it('the role may not use replication', async () => {
    await using role = await temporaryRole('NOREPLICATION');
    await using p = await TestPipeline.open(ORDERS, { source: role });
    await p.database.sql(`GRANT SELECT ON orders TO ${role.username}`);
    const failed = await p.run();
    expect(failed.error?.code).toBe('source-permission-denied');
    expect(shownText(failed.error)).toMatch(/may not use replication/);
    for (const statement of sqlOf(failed.error)) await p.database.sql(statement);
    await p.ingest();
    await p.expectEqual('orders');
  });

  it('row-level security would hide rows from a first load', async () => {
    await using role = await temporaryRole('REPLICATION');
    await using p = await TestPipeline.open(ORDERS, { source: role });
    await p.database.sql(
      `GRANT SELECT ON orders TO ${role.username}; ALTER TABLE orders ENABLE ROW LEVEL SECURITY`,
    );
    const failed = await p.run();
    expect(failed.error?.code).toBe('table-unsupported');
    expect(shownText(failed.error)).toMatch(/row-level security/);
    for (const statement of sqlOf(failed.error)) await p.database.sql(statement);
    await p.ingest();
    await p.expectEqual('orders');
  });

  it('several things are wrong: all of them are told at once', async () => {
    await using p = await TestPipeline.open(
      'CREATE TABLE one (a int); CREATE TABLE two (id int PRIMARY KEY, "_deleted" text, "_commit_lsn" int);',
    );
    const { error } = await p.run();
    expect(shownText(error)).toMatch(
      /1\. public\.one: there is no row key[\s\S]*2\. .*"_deleted"[\s\S]*3\. .*"_commit_lsn"/,
    );
  });
});

it('a generated column is left out with a notice, not refused', async () => {
  await using p = await TestPipeline.open(
    'CREATE TABLE orders (id int PRIMARY KEY, twice int GENERATED ALWAYS AS (id * 2) STORED); INSERT INTO orders VALUES (1);',
  );
  const report = await p.ingest();
  expect(report.notices.join()).toContain('generated columns are not published and left out: twice');
  await p.expectEqual('orders', { columns: ['id'] });
});

it.each(['mark', 'remove'] as const)(
  'a target made to %s deleted rows is not filled under the other setting: marks would lie',
  async (deletedRows) => {
    await using p = await TestPipeline.open(ORDERS, { write: { deletedRows } });
    await p.ingest();
    await p.database.sql('DELETE FROM orders');
    await p.ingest();
    p.configure({ write: { deletedRows: deletedRows === 'mark' ? 'remove' : 'mark' } });
    await p.database.sql("INSERT INTO orders VALUES (1, 'back')");
    const before = await p.confirmedFlushLsn();
    const failed = await p.run();
    expect(failed.error?.code).toBe('target-table-mismatch');
    expect(shownText(failed.error)).toMatch(/include_deleted_rows: (true|false), which has been changed/);
    expect(await p.confirmedFlushLsn()).toBe(before);
    p.configure({ write: { deletedRows } });
    await p.ingest();
    await p.expectEqual('orders');
  },
);
