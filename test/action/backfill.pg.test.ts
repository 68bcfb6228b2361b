import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type EmbeddedJob, openEmbeddedJob } from '../support/embedded-job.ts';
import { dispatchEvent } from '../support/github/events.ts';
import type { ActionResult } from '../support/runner-emulator.ts';
import { ORDERS_MERGE, openStateJob } from '../support/state-job.ts';

const ORDERS = `
  CREATE TABLE orders (order_id bigint PRIMARY KEY, amount numeric(12,2));
  INSERT INTO orders SELECT n, n FROM generate_series(1, 400) AS n;
  ANALYZE orders;`;
/** Beside the three that there are. */
const MORE_ORDERS = 'INSERT INTO orders SELECT n, n FROM generate_series(4, 400) AS n; ANALYZE orders;';
const RANGES_OF_100 = 'limits:\n  load: {range_rows: 100}\n';
const REFRESH = { command: 'backfill', mode: 'refresh' };

/** What the workflow was started with: the same words come back when it starts itself again. */
const WORDS = { pipeline: 'orders_to_lake', tables: '', mode: 'refresh', confirm: 'x' };
const DISPATCH = dispatchEvent({ inputs: WORDS });

async function openJob(configuration = RANGES_OF_100): Promise<EmbeddedJob> {
  return await openEmbeddedJob({ setup: ORDERS, configuration, event: DISPATCH });
}

/** Makes two rows of the target wrong, and adds one that the source does not have. */
async function spoil({ lakehouse }: EmbeddedJob): Promise<void> {
  const orders = 'lakehouse.orders_to_lake_raw.orders';
  await lakehouse(`UPDATE ${orders} SET amount = -1 WHERE order_id IN (10, 250)`);
  await lakehouse(
    `INSERT INTO ${orders} BY NAME SELECT * REPLACE (9000 AS order_id) FROM ${orders} WHERE order_id = 1`,
  );
}

async function wrongRows({ lakehouse }: EmbeddedJob): Promise<readonly (string | null)[]> {
  const rows = await lakehouse(
    'SELECT order_id FROM lakehouse.orders_to_lake_raw.orders WHERE amount <> order_id OR order_id > 400 ORDER BY 1',
  );
  return rows.flat();
}

describe('a backfill by hand', () => {
  it('shows its plan, and asks for the plan’s hash before it replaces rows', async () => {
    await using job = await openJob();
    // A dry run, before there is anything
    const planned = await job.run({ command: 'backfill', 'dry-run': 'true' });
    expect(planned.exitCode).toBe(0);
    expect(Object.fromEntries(planned.outputs)).toMatchObject({
      status: 'planned',
      'plan-hash': expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(planned.summary).toMatch(/^### 📥 orders&#95;to&#95;lake: 1 table to load\n/);
    expect(await job.report()).toMatchObject({ plan: { mode: 'missing' }, end: 'planned', reports: [] });
    expect(
      await job.database.sql(
        'SELECT slot_name FROM pg_replication_slots WHERE database = current_database()',
      ),
    ).toEqual([]);
    // What is missing replaces nothing, and needs no word
    const loaded = await job.run({ command: 'backfill' });
    expect(loaded.exitCode).toBe(0);
    expect(Object.fromEntries(loaded.outputs)).toMatchObject({ status: 'done', 'rows-merged': '400' });
    await job.expectEqual('orders');
    const nothing = await job.run({ command: 'backfill' });
    expect(Object.fromEntries(nothing.outputs)).toMatchObject({
      status: 'nothing-to-do',
      'caught-up': 'true',
    });
    // What is loaded is replaced only by who confirms just that
    await spoil(job);
    const spoiled = ['10', '250', '9000'];
    expect(await wrongRows(job)).toEqual(spoiled);
    for (const confirm of ['', '0123456789ab', 'abc']) {
      const refused = await job.run({ ...REFRESH, confirm });
      expect(refused.exitCode).toBe(2);
      expect(Object.fromEntries(refused.outputs)).toMatchObject({
        status: 'failed',
        'failure-code': 'confirmation-missing',
        'plan-hash': expect.stringMatching(/^[0-9a-f]{64}$/),
      });
      const digits = refused.outputs.get('plan-hash')?.slice(0, 12);
      expect(refused.summary).toContain(`confirm ${digits}`);
      expect(refused.summary).toContain('### 📥 orders&#95;to&#95;lake: 1 table to read again');
    }
    expect(await wrongRows(job)).toEqual(spoiled);
    // A key range is another plan, with another hash
    const range = { ...REFRESH, tables: 'public.orders', 'key-range': '200..299' };
    const whole = await job.run({ ...REFRESH, 'dry-run': 'true' });
    const hashOfWhole = whole.outputs.get('plan-hash') ?? '';
    expect((await job.run({ ...range, confirm: hashOfWhole })).exitCode).toBe(2);
    const hashOfRange = (await job.run({ ...range, 'dry-run': 'true' })).outputs.get('plan-hash') ?? '';
    const partly = await job.run({ ...range, confirm: hashOfRange });
    expect(Object.fromEntries(partly.outputs)).toMatchObject({ status: 'done', 'failure-code': '' });
    expect(await job.report()).toMatchObject({ reports: [{ tables: [{ loadedRows: 100 }] }] });
    expect(await wrongRows(job)).toEqual(['10', '9000']);
    // The twelve digits that people see are enough
    const all = await job.run({ ...REFRESH, confirm: hashOfWhole.slice(0, 12) });
    expect(all.exitCode).toBe(0);
    expect(await job.report()).toMatchObject({
      reports: [{ tables: [{ loadedRows: 400, deletedRows: 1 }] }],
    });
    await job.expectEqual('orders');
    expect(job.github.writes).toEqual([]);
  });

  it('names what it cannot know: which pipeline, which table, which end of a range', async () => {
    await using job = await openJob();
    const other = job.configuration.replaceAll('orders_to_lake', 'other').replace(job.slot, `${job.slot}_2`);
    await writeFile(join(job.directory, 'other.yml'), other);
    const refused = async (inputs: Readonly<Record<string, string>>, sentence: string): Promise<void> => {
      const result = await job.run({ command: 'backfill', ...inputs });
      expect(result.exitCode).toBe(2);
      expect(result.outputs.get('failure-code')).toBe('usage-invalid');
      expect(result.annotations.map(({ message }) => message).join('\n')).toContain(sentence);
      expect(result.summary).toContain('❌');
    };
    await refused(
      { config: 'pipeline.yml\nother.yml' },
      'Choose it with --pipeline (in a workflow: the input pipeline): orders_to_lake, other.',
    );
    await refused({ tables: 'public.nothing' }, 'Name one of: public.orders.');
    await refused({ mode: 'refesh' }, 'Did you mean refresh?');
    await refused({ ...REFRESH, tables: 'public.orders', 'key-range': 'a..b' }, 'is not an integer');
  });

  it('starts its workflow again with the same words when its time is up, until it is at its end', async () => {
    await using job = await openJob();
    await job.run({ command: 'run' });
    await spoil(job);
    const plan = await job.run({ ...REFRESH, 'dry-run': 'true' });
    const inputs = { ...REFRESH, confirm: plan.outputs.get('plan-hash') ?? '', 'max-duration': '1ms' };
    const { dispatches } = job.github.state;
    // Without the grant: one line, and the work that was done stays
    job.github.permit({ actions: 'read' });
    const alone = await job.run(inputs);
    expect(alone.exitCode).toBe(0);
    expect(Object.fromEntries(alone.outputs)).toMatchObject({
      status: 'stopped',
      'caught-up': 'false',
      'rows-merged': '100',
    });
    expect(alone.annotations).toMatchObject([
      { level: 'warning', message: expect.stringContaining('Add `actions: write` to the job') },
    ]);
    expect(alone.summary).toContain('The backfill is not at its end');
    // With it: again and again, by the workflow itself
    const chained = dispatchEvent({ inputs: WORDS, actor: 'github-actions[bot]' });
    job.github.permit({ actions: 'write' });
    for (const loaded of [200, 300, 400]) {
      const result = await job.run(inputs, { event: chained });
      expect(result.exitCode).toBe(0);
      expect(await job.report()).toMatchObject({ reports: [{ unfinishedLoads: [{ loadedRows: loaded }] }] });
      expect(dispatches.at(-1)).toMatchObject({ workflow: 'tributary-backfill.yml', inputs: WORDS });
      expect(result.log).toContain('tributary-backfill.yml was started again.');
    }
    // The last one sees that there is no more.
    await job.run(inputs, { event: chained });
    expect(await job.report()).toMatchObject({ reports: [{ unfinishedLoads: [] }] });
    expect(dispatches).toHaveLength(3);
    await job.expectEqual('orders');
  });

  it('that is killed goes on with the same words where it was, and reads no finished range again', async () => {
    await using open = await openStateJob({
      setup: MORE_ORDERS,
      configuration: RANGES_OF_100,
    });
    const { job, github, workspace } = open;
    const inputs = { command: 'backfill', config: 'pipeline.yml' };
    await job.run({ inputs, github, event: DISPATCH, killWhen: open.hangAtMerge(3) });
    const document: unknown = JSON.parse(open.checkpoint()?.document ?? '{}');
    expect(JSON.stringify(document)).toContain('"loadedRows":200');
    expect(await open.stagedFiles()).not.toEqual([]);
    const next = await job.run({ inputs, github, event: DISPATCH });
    expect(next.exitCode).toBe(0);
    expect(next.log).toContain('goes on where it was, after 200 rows');
    expect(Object.fromEntries(next.outputs)).toMatchObject({
      status: 'done',
      'caught-up': 'true',
      'rows-merged': '200',
    });
    // Two ranges, the one that was killed, and the two that were left (and the end of the table, which may be one more).
    const merges = workspace.front.statements.filter((sql) => ORDERS_MERGE.test(sql));
    expect(merges.length).toBeGreaterThanOrEqual(5);
    expect(merges.length).toBeLessThanOrEqual(6);
    expect(await open.stagedFiles()).toEqual([]);
    expect(await job.confirmedLsn()).toBe(open.checkpoint()?.lsn);
    expect(workspace.front.violations).toEqual([]);
  });

  it('waits for a scheduled run that holds the slot', async () => {
    await using open = await openStateJob();
    const { job, github } = open;
    await job.run();
    await job.database.sql('UPDATE orders SET amount = 1');
    const isUnderWay = open.hangAtMerge();
    const isWaitedFor = Promise.withResolvers<void>();
    const scheduled = job.run({ killWhen: isWaitedFor.promise });
    await isUnderWay;
    const plan = await job.run({
      inputs: { ...REFRESH, config: 'pipeline.yml', 'dry-run': 'true' },
      github,
      event: DISPATCH,
    });
    const confirm = plan.outputs.get('plan-hash') ?? '';
    const backfill = await job.run({
      inputs: { ...REFRESH, config: 'pipeline.yml', confirm },
      github,
      event: DISPATCH,
      onLine: (line) => {
        if (line === 'Another run holds the slot; waiting for it.') isWaitedFor.resolve();
      },
    });
    await scheduled;
    expect(backfill.exitCode).toBe(0);
    expect(Object.fromEntries(backfill.outputs)).toMatchObject({ status: 'done', 'caught-up': 'true' });
    expect(github.writes).toEqual([]);
  });

  it.each(['missing', 'refresh'])(
    'keeps scheduled runs waiting meanwhile, without a failure of either: %s',
    async (mode) => {
      await using open = await openStateJob({ setup: MORE_ORDERS, configuration: RANGES_OF_100 });
      const { job, github, workspace } = open;
      if (mode === 'refresh') await job.run();
      const inputs = { command: 'backfill', mode, config: 'pipeline.yml' };
      const plan = await job.run({ inputs: { ...inputs, 'dry-run': 'true' }, event: DISPATCH });
      const confirm = plan.outputs.get('plan-hash') ?? '';
      const others: ActionResult[] = [];
      const hurried = { ...inputs, confirm, 'max-duration': '1ms' };
      open.holdMerge(2, async () => {
        others.push(await job.run());
        // A second backfill, that has no time to wait, does not start itself again and again
        others.push(await job.run({ inputs: hurried, github, event: DISPATCH }));
      });
      const backfill = await job.run({ inputs: { ...inputs, confirm }, github, event: DISPATCH });
      expect(others.map(({ exitCode, outputs }) => [exitCode, outputs.get('status')])).toEqual([
        [0, 'another-run-active'],
        [0, 'another-run-active'],
      ]);
      expect(others[1]?.summary).toContain('The backfill is not at its end');
      expect(backfill.exitCode).toBe(0);
      expect(backfill.outputs.get('status')).toBe('done');
      expect(backfill.outputs.get('rows-merged')).toBe('400');
      expect(github.writes).toEqual([]);
      expect(await open.stagedFiles()).toEqual([]);
      expect(await job.confirmedLsn()).toBe(open.checkpoint()?.lsn);
      expect(workspace.front.violations).toEqual([]);
    },
  );
});
