import { describe, expect, it } from 'vitest';
import type { BackfillRequest } from '../../src/model/backfill.ts';
import { ALL_ROWS } from '../../src/model/key-range.ts';
import type { RunReport } from '../../src/model/run-report.ts';
import { openPostgresSource } from '../../src/source/postgres-source.ts';
import { Fault, type FaultMoment } from '../support/faults.ts';
import { TestPipeline } from '../support/test-pipeline.ts';

/** Small ranges, and no time: every run loads one range of a table and goes on to the changes. */
const ONE_RANGE = { loadRangeRows: 7, maxLoadMs: 0 };
const SMALL_RANGES = { loadRangeRows: 7 };

function refresh(
  tables: readonly string[] = [],
  range: BackfillRequest['range'] = ALL_ROWS,
): BackfillRequest {
  return { tables, mode: 'refresh', range };
}

function namesOf({ unfinishedLoads }: RunReport): readonly string[] {
  return unfinishedLoads.map(({ table }) => table);
}

/** Makes the target wrong behind the pipeline's back. */
async function spoil(p: TestPipeline, statement: string): Promise<void> {
  await using warehouse = await p.warehouse.open(new AbortController().signal);
  await warehouse.execute(statement, 'harmless');
}

type Options = NonNullable<Parameters<TestPipeline['run']>[0]>;

async function ordersPipeline(rows: number): Promise<TestPipeline> {
  return await TestPipeline.open(`
    CREATE TABLE orders (order_id bigint PRIMARY KEY, amount numeric(12,2), notes text);
    INSERT INTO orders SELECT n, n * 1.5, 'note ' || n FROM generate_series(1, ${rows}) AS n;
    ANALYZE orders;`);
}

describe('a load by key ranges', () => {
  it('loads a table that is small as it lies, in one range', async () => {
    await using p = await ordersPipeline(50);
    const report = await p.ingest();
    expect(report.tables).toMatchObject([{ loadedRows: 50 }]);
    expect(report.intervals).toBe(0);
    await p.expectEqual('orders');
  });

  it('goes on where the last run was stopped, and reads no row twice', async () => {
    await using p = await ordersPipeline(50);
    const loaded: number[] = [];
    for (;;) {
      const report = await p.ingest(ONE_RANGE);
      loaded.push(report.tables[0]?.loadedRows ?? 0);
      if (report.unfinishedLoads.length === 0) break;
      expect(report.unfinishedLoads).toEqual([
        {
          table: 'public.orders',
          loadedRows: loaded.reduce((sum, rows) => sum + rows, 0),
          estimatedRows: 50,
          continuedBy: 'run',
        },
      ]);
    }
    expect(loaded).toEqual([7, 7, 7, 7, 7, 7, 7, 1]);
    await p.expectEqual('orders');
  });

  it('leaves changes half of a run that has a limit', async () => {
    await using p = await ordersPipeline(50);
    await p.ingest(ONE_RANGE);
    await p.database.sql('UPDATE orders SET amount = 0 WHERE order_id = 3');
    let nowMs = Date.now();
    // Every look at the clock takes a second: half of the limit is over within a range or two.
    const report = await p.ingest({
      loadRangeRows: 7,
      maxDurationMs: 3_600_000,
      now: () => {
        nowMs += 120_000;
        return nowMs;
      },
    });
    expect(report.unfinishedLoads).toHaveLength(1);
    expect(report.tables).toMatchObject([{ changes: 1 }]);
    expect(await p.query(`SELECT amount FROM ${p.schema}.pg_orders WHERE order_id = 3`)).toEqual([['0.00']]);
  });

  it('merges nothing of a range when the table was rewritten under it, and starts over', async () => {
    await using p = await ordersPipeline(50);
    let rewritten = false;
    const report = await p.ingest({
      ...SMALL_RANGES,
      openSource: async (settings, schemas) => {
        const source = await openPostgresSource(settings, schemas);
        const rewrite = async <T>(made: T): Promise<T> => {
          // Between the snapshot and the copy: for the snapshot the table is empty from here on.
          if (!rewritten)
            await p.database.sql('ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid()');
          rewritten = true;
          return made;
        };
        return new Proxy(source, {
          get: (object, name) => {
            const member: unknown = Reflect.get(object, name, object);
            if (typeof member !== 'function') return member;
            const call = (...args: unknown[]): unknown => Reflect.apply(member, object, args);
            if (name !== 'createSlot' && name !== 'openSnapshot') return call;
            return async (...args: unknown[]) => rewrite(await call(...args));
          },
        });
      },
    });
    expect(report.notices.join()).toContain('was altered while it was read');
    expect(report).toMatchObject({ status: 'stopped', tables: [{ loadedRows: 0 }] });
    await p.ingest(SMALL_RANGES);
    await p.expectEqual('orders');
  });
});

/** A source whose looks at a table, beside its copy, are preceded by something. */
function beforeLook(act: () => Promise<void>): NonNullable<Options['openSource']> {
  return async (settings, schemas) => {
    const source = await openPostgresSource(settings, schemas);
    const look = source.lookAtTable.bind(source);
    return Object.assign(source, {
      lookAtTable: async (oid: number) => {
        await act();
        return await look(oid);
      },
    });
  };
}

describe('a load that is under way', () => {
  it('gives way to whoever alters the table, and goes on in the next run', async () => {
    await using p = await ordersPipeline(50);
    const other = await p.database.openClient();
    const altered: Promise<unknown>[] = [];
    let looks = 0;
    const report = await p.ingest({
      ...SMALL_RANGES,
      openSource: beforeLook(async () => {
        looks += 1;
        if (looks !== 2) return;
        // GIVEN a statement that waits for the copy, and that every reader of the table waits behind
        altered.push(other.query('ALTER TABLE orders ADD COLUMN extra integer DEFAULT 3'));
        const waiting = `SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'orders'::regclass`;
        while ((await p.database.value(waiting)) === '0');
      }),
    });
    await Promise.all(altered);
    expect(report).toMatchObject({ status: 'stopped', unfinishedLoads: [{ loadedRows: 7 }] });
    expect(report.notices.join()).toContain('its load gave way');
    await p.ingest(SMALL_RANGES);
    await p.expectEqual('orders');
  });

  it('holds the slot from before its first row, so that another run finds it taken', async () => {
    await using p = await ordersPipeline(20);
    const held: (string | null)[] = [];
    const openSource = beforeLook(async () => {
      const slot = `slot_name = '${p.pipeline.source.slotName}'`;
      held.push(await p.database.value(`SELECT active FROM pg_replication_slots WHERE ${slot}`));
    });
    await p.ingest({ openSource });
    await p.ingest({ openSource, backfill: refresh() });
    await p.ingest({ openSource, reload: ['public.orders'] });
    expect(held).toEqual(['t', 't', 't']);
    await p.expectEqual('orders');
  });

  it('reads nothing of another table that has come to the name', async () => {
    await using p = await ordersPipeline(20);
    await p.database.sql(`
      CREATE TABLE other (LIKE orders INCLUDING ALL); INSERT INTO other VALUES (1000, 1, 'of the other');
      GRANT SELECT ON other TO lakeflow_user;`);
    const orders = { name: 'orders', destinationTable: undefined };
    p.configure({ selection: { schemas: [{ name: 'public', tables: [orders] }] } });
    const report = await p.ingest({
      openSource: async (settings, schemas) => {
        const source = await openPostgresSource(settings, schemas);
        const createSlot = source.createSlot.bind(source);
        return Object.assign(source, {
          createSlot: async (abandon: AbortSignal) => {
            await p.database.sql(
              'ALTER TABLE orders RENAME TO orders_old; ALTER TABLE other RENAME TO orders;',
            );
            return await createSlot(abandon);
          },
        });
      },
    });
    expect(report.tables).toMatchObject([{ loadedRows: 0 }]);
    expect(await p.query(`SELECT count(*) FROM ${p.schema}.pg_orders`)).toEqual([['0']]);
  });

  it('reads a partitioned table by ranges as well', async () => {
    await using p = await TestPipeline.open(`
      CREATE TABLE orders (order_id bigint PRIMARY KEY, notes text) PARTITION BY RANGE (order_id);
      CREATE TABLE orders_low PARTITION OF orders FOR VALUES FROM (MINVALUE) TO (20);
      CREATE TABLE orders_high PARTITION OF orders FOR VALUES FROM (20) TO (MAXVALUE);
      INSERT INTO orders SELECT n, 'note ' || n FROM generate_series(1, 50) AS n;`);
    await p.database.sql(
      'DROP PUBLICATION lakeflow_publication; CREATE PUBLICATION lakeflow_publication FOR TABLE orders WITH (publish_via_partition_root)',
    );
    const report = await p.ingest(ONE_RANGE);
    expect(report.unfinishedLoads).toMatchObject([{ loadedRows: 7 }]);
    await p.database.sql('UPDATE orders SET order_id = 100 WHERE order_id = 3');
    await p.database.sql('UPDATE orders SET order_id = 4 - 4 WHERE order_id = 40');
    await p.ingest(SMALL_RANGES);
    await p.ingest();
    await p.expectEqual('orders');
  });
});

describe('a row that moves to another key, its large value unchanged', () => {
  const LARGE = `
    CREATE TABLE orders (order_id bigint PRIMARY KEY, amount numeric(12,2), notes text);
    ALTER TABLE orders ALTER COLUMN notes SET STORAGE EXTERNAL;
    INSERT INTO orders SELECT n, n * 1.5, repeat('note ' || n, 1000) FROM generate_series(1, 50) AS n;
    ANALYZE orders;`;

  it.each(['remove', 'mark'] as const)(
    'from what is not refreshed yet brings nothing along of what was wrong there, deleted rows: %s',
    async (deletedRows) => {
      await using p = await TestPipeline.open(LARGE, { write: { deletedRows } });
      await p.ingest();
      await spoil(p, `UPDATE ${p.schema}.pg_orders SET notes = 'wrong'`);
      await p.ingest({ ...ONE_RANGE, backfill: refresh() });
      await p.database.sql('DELETE FROM orders WHERE order_id = 3');
      await p.database.sql('UPDATE orders SET order_id = 3 WHERE order_id = 40');
      await p.ingest();
      await p.ingest({ ...SMALL_RANGES, backfill: refresh() });
      await p.expectEqual('orders');
    },
  );

  it.each([undefined, 'before', 'after'] satisfies readonly (FaultMoment | undefined)[])(
    'takes nothing of a row that came to its key later, when it was read again, fault %s a MERGE',
    async (moment) => {
      await using p = await TestPipeline.open(LARGE, {
        source: { initialLoad: false },
        limits: { maxIntervalChanges: 1 },
      });
      await p.ingest();
      // GIVEN a row that is nowhere in the target, on its way to a key that another row has by now
      await p.database.sql('DELETE FROM orders WHERE order_id = 3');
      await p.database.sql('UPDATE orders SET order_id = 3 WHERE order_id = 20');
      await p.database.sql('UPDATE orders SET order_id = 2003 WHERE order_id = 3');
      await p.database.sql(`INSERT INTO orders VALUES (3, 3, repeat('another', 1000))`);
      // WHEN it is merged move by move, dying at any of the MERGEs
      for (let call = 1, struck = moment !== undefined; struck && moment !== undefined; call++) {
        const fault = new Fault(call, moment, ['merge']);
        await p.run({ warehouse: fault.warehouse(p.warehouse) });
        struck = fault.struck;
      }
      await p.ingest();
      // THEN it has its own value
      const rows = await p.query(
        `SELECT order_id, left(notes, 7) FROM ${p.schema}.pg_orders ORDER BY order_id`,
      );
      expect(rows).toEqual([
        ['3', 'another'],
        ['2003', 'note 20'],
      ]);
    },
  );
});

describe('a backfill', () => {
  it('of a key range replaces these rows and no other', async () => {
    await using p = await ordersPipeline(60);
    await p.ingest();
    await spoil(p, `UPDATE ${p.schema}.pg_orders SET notes = 'wrong'`);
    const report = await p.ingest({
      ...SMALL_RANGES,
      backfill: refresh(['public.orders'], { from: '10', to: '29' }),
    });
    expect(report.tables).toMatchObject([{ loadedRows: 20 }]);
    const wrong = await p.query(
      `SELECT order_id FROM ${p.schema}.pg_orders WHERE notes = 'wrong' ORDER BY 1`,
    );
    expect(wrong.map(([id]) => Number(id))).toEqual(
      Array.from({ length: 60 }, (_, index) => index + 1).filter((id) => id < 10 || id > 29),
    );
    expect(report.unfinishedLoads).toEqual([]);
  });

  it('of what is missing leaves loaded tables alone, and loads those that an initial_load: false has skipped', async () => {
    await using p = await ordersPipeline(20);
    p.configure({ source: { initialLoad: false } });
    await p.ingest();
    await p.database.sql("INSERT INTO orders VALUES (100, 1, 'came by the log')");
    await p.ingest();
    expect(await p.query(`SELECT count(*) FROM ${p.schema}.pg_orders`)).toEqual([['1']]);
    const report = await p.ingest({
      ...SMALL_RANGES,
      backfill: { tables: [], mode: 'missing', range: ALL_ROWS },
    });
    expect(report.tables).toMatchObject([{ loadedRows: 21 }]);
    await p.expectEqual('orders');
    const again = await p.ingest({ backfill: { tables: [], mode: 'missing', range: ALL_ROWS } });
    expect(again.tables).toMatchObject([{ loadedRows: 0 }]);
  });

  it.each([
    [{ tables: ['public.nothing'], mode: 'refresh', range: ALL_ROWS }, 'There is no selected table'],
    [
      { tables: [], mode: 'missing', range: { from: '1', to: null } },
      'A key range is given with the mode missing',
    ],
    [{ tables: [], mode: 'refresh', range: { from: '1', to: null } }, 'not exactly one table'],
    [
      { tables: ['public.orders'], mode: 'refresh', range: { from: 'x', to: null } },
      'An end of the key range is not an integer',
    ],
    [
      { tables: ['public.orders'], mode: 'refresh', range: { from: '2', to: '1' } },
      'The key range ends before it begins',
    ],
  ] as const)('refuses %j before anything moves', async (backfill, message) => {
    await using p = await ordersPipeline(5);
    await p.ingest();
    const before = await p.checkpointLsn();
    const report = await p.run({ backfill });
    expect(report.error?.code).toBe('usage-invalid');
    expect(report.error?.message).toContain(message);
    expect(await p.checkpointLsn()).toBe(before);
  });

  it('refuses a key range of a table that was never loaded completely', async () => {
    await using p = await ordersPipeline(50);
    await p.ingest(ONE_RANGE);
    const report = await p.run({ backfill: refresh(['public.orders'], { from: '1', to: '2' }) });
    expect(report.error?.message).toContain('has not been loaded completely');
  });

  it('tells who goes on with what is left', async () => {
    await using p = await ordersPipeline(50);
    await p.ingest();
    const report = await p.ingest({ ...ONE_RANGE, backfill: refresh() });
    expect(namesOf(report)).toEqual(['public.orders']);
    expect(report.unfinishedLoads).toMatchObject([{ loadedRows: 7, continuedBy: 'backfill' }]);
    await p.database.sql('DELETE FROM orders WHERE order_id > 40');
    const scheduled = await p.ingest();
    expect(scheduled).toMatchObject({ status: 'done', caughtUp: true, unfinishedLoads: [{ loadedRows: 7 }] });
    await p.expectEqual('orders');
  });
});
