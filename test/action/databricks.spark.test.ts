import { describe, expect, it } from 'vitest';
import { expectTablesEqual } from '../support/expect-tables-equal.ts';
import type { CallMatch, Fault } from '../support/front/fault.ts';
import { startWorkspaceOver } from '../support/front/workspace.ts';
import { openDatabricksJob, SAMPLE_FEDERATION } from '../support/runner-databricks.ts';
import { sparkSide } from '../support/spark/spark-side.ts';
import { openTestCatalog } from '../support/spark/test-catalog.ts';

async function openJob(catalog: string) {
  await using stack = new AsyncDisposableStack();
  const lake = stack.use(await openTestCatalog(catalog));
  const { engine } = lake;
  const workspace = stack.use(
    await startWorkspaceOver({ engine, catalog: () => engine.tables, ...SAMPLE_FEDERATION }),
  );
  const job = stack.use(await openDatabricksJob(workspace, catalog));
  const owned = stack.move();
  const read = async (sql: string) =>
    (await lake.run(sql)).rows.map((row) => row.map((value) => (value === null ? null : String(value))));
  return {
    job,
    front: workspace.front,
    checkpointLsn: async () => {
      const state = `${job.schema}._tributary_checkpoint`;
      const [row] = await read(`SELECT lsn FROM ${state} WHERE entry = 'checkpoint'`);
      return BigInt(row?.[0] ?? -1);
    },
    expectEqual: () =>
      expectTablesEqual({
        client: job.database.client,
        sourceTable: 'public.orders',
        target: sparkSide(read),
        targetTable: `${job.schema}.orders`,
      }),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

interface Moment {
  readonly call: CallMatch;
  readonly fault: Fault;
  /** What the killed run leaves behind: nothing, its rows, or perhaps its checkpoint, too. */
  readonly leaves: 'nothing' | 'rows' | 'either';
}

const mergeInto = (table: string) => ({
  name: 'ExecuteStatement',
  detail: new RegExp(`^MERGE INTO \`\\w+\`\\.\`\\w+\`\\.\`${table}\``),
});

/** When a run is killed. */
const MOMENTS: Readonly<Record<string, Moment>> = {
  'before its MERGE is executed': {
    call: mergeInto('orders'),
    fault: { tag: 'statement-hang' },
    leaves: 'nothing',
  },
  'between its MERGE and its checkpoint': {
    call: mergeInto('_tributary_checkpoint'),
    fault: { tag: 'statement-hang' },
    leaves: 'rows',
  },
  'as its checkpoint is written, and the answer lost': {
    call: mergeInto('_tributary_checkpoint'),
    fault: { tag: 'reset-after' },
    leaves: 'either',
  },
};

describe('the packaged action, from PostgreSQL to Spark with Delta, killed', () => {
  it.each(Object.entries(MOMENTS))('%s: two runs end in equality (I1, I2, I3)', async (_, moment) => {
    const place = Object.values(MOMENTS).indexOf(moment);
    await using open = await openJob(`action_${place}`);
    const { job, front } = open;
    const first = await job.run();
    expect(first.annotations).toEqual([]);
    await open.expectEqual();
    const loadedLsn = await open.checkpointLsn();

    await job.database.sql(`
      INSERT INTO orders SELECT i, i / 4.0, repeat('x', i) FROM generate_series(10, 200) i;
      UPDATE orders SET amount = amount + 1 WHERE order_id < 50;
      UPDATE orders SET order_id = 1000 WHERE order_id = 3;
      DELETE FROM orders WHERE order_id BETWEEN 150 AND 160;`);
    front.fault(moment.call, moment.fault);
    await job.run({ killWhen: front.nextCall(moment.call) });
    expect(await job.confirmedLsn()).toBeLessThanOrEqual(loadedLsn);
    if (moment.leaves !== 'either') expect(await open.checkpointLsn()).toBe(loadedLsn);
    if (moment.leaves === 'rows') await open.expectEqual();
    if (moment.leaves === 'nothing')
      await expect(open.expectEqual()).rejects.toThrow('missing in the target');

    await job.database.sql(`UPDATE orders SET notes = 'later' WHERE order_id = 1000`);
    const next = await job.run();
    expect(next.annotations).toEqual([]);
    expect(next.outputs.get('caught-up')).toBe('true');
    await open.expectEqual();
    expect(await job.confirmedLsn()).toBe(await open.checkpointLsn());
    expect(front.violations).toEqual([]);
  });
});
