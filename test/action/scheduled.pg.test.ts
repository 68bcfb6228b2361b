import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { startLocalPostgres } from '../../src/demo/local-postgres.ts';
import { openEmbeddedJob } from '../support/embedded-job.ts';
import { scheduleEvent } from '../support/github/events.ts';
import { ORDERS_MERGE, openStateJob } from '../support/state-job.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const ORDERS = `
  CREATE TABLE orders (order_id bigint PRIMARY KEY, amount numeric(12,2));
  INSERT INTO orders SELECT n, n FROM generate_series(1, 100) AS n;
  ANALYZE orders;`;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

describe('a scheduled run', () => {
  it('has the stages for groups, and tells first whether it worked, what changed and how far behind it is', async () => {
    await using job = await openEmbeddedJob({ setup: ORDERS });
    const first = await job.run();
    expect(first).toMatchObject({ exitCode: 0, annotations: [] });
    expect(first.summary).toMatch(
      /^### ✅ orders&#95;to&#95;lake\n\n\*\*Done in [\d.]+s\*\*: 1 table loaded \(100 rows\)\.\n\n- Caught up with the source/,
    );
    await job.database.sql(
      'UPDATE orders SET amount = 0 WHERE order_id <= 3; DELETE FROM orders WHERE order_id = 4',
    );
    const second = await job.run();
    await job.expectEqual('orders');
    const stages = second.groups.map(({ title }) => title.split(':')[0]);
    expect(stages).toEqual(['preflight', 'drain', 'stage', 'merge', 'checkpoint', 'acknowledge']);
    expect(second.summary).toMatch(/\n\n\*\*Done in [\d.]+s\*\*: 4 changes merged in 1 interval\.\n/);
    expect(second.summary).toContain('tributary run --config pipeline.yml --pipeline orders_to_lake');
    expect(Object.fromEntries(second.outputs)).toMatchObject({
      status: 'done',
      'caught-up': 'true',
      changes: '4',
      'rows-merged': '4',
      drift: 'false',
      'issue-number': '',
      'failure-code': '',
    });
    expect(await job.report()).toMatchObject({
      schemaVersion: 1,
      reports: [{ status: 'done', trigger: { event: 'schedule', cron: '*/15 * * * *' } }],
    });
    expect(job.github.writes).toEqual([]);
  });

  it('of several pipelines goes on after one that fails, and tells the failure first', async () => {
    await using job = await openEmbeddedJob({ setup: ORDERS });
    const other = job.configuration
      .replaceAll('orders_to_lake', 'broken')
      .replace('lakeflow_publication', 'no_publication')
      .replace(job.slot, `${job.slot}_2`);
    await writeFile(join(job.directory, 'a-broken.yml'), other);
    const result = await job.run({ config: 'a-broken.yml\npipeline.yml' });
    expect(result.exitCode).toBe(1);
    expect(Object.fromEntries(result.outputs)).toMatchObject({
      status: 'failed',
      'caught-up': 'false',
      'rows-merged': '100',
      'checkpoint-lsn': '',
      'failure-code': 'publication-missing',
    });
    expect(result.summary).toMatch(/^## ❌ 1 of 2 pipelines failed\n/);
    await job.expectEqual('orders');
    expect(job.github.issue(1).title).toBe('broken fails: publication-missing');
  });

  it('tells how late it began and what was skipped, by the time zone of its workflow file', async () => {
    await using job = await openEmbeddedJob({
      setup: ORDERS,
      github: { workflows: [{ file: 'tributary.yml' }] },
    });
    // GIVEN a daily run that was due 50 minutes ago by the clock of Tokyo, and a last one before the due time of yesterday
    const dueMs = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS - 50 * MINUTE_MS;
    const tokyo = new Date(dueMs + 9 * HOUR_MS);
    const cron = `${tokyo.getUTCMinutes()} ${tokyo.getUTCHours()} * * *`;
    await mkdir(join(job.directory, '.github/workflows'), { recursive: true });
    await writeFile(
      join(job.directory, '.github/workflows/tributary.yml'),
      `on:\n  schedule:\n    - cron: '${cron}'\n      timezone: Asia/Tokyo\n`,
    );
    const workflow = 'tributary.yml';
    const event = scheduleEvent({ schedule: cron });
    const began = (atMs: number) =>
      job.github.state.addRun({ workflow, event: 'schedule', createdAt: new Date(atMs).toISOString() });
    began(dueMs - DAY_MS - 2 * HOUR_MS);
    const late = await job.run({}, { event });
    expect(await job.report()).toMatchObject({
      reports: [{ trigger: { cron, dueAt: new Date(dueMs - DAY_MS).toISOString(), skipped: 1 } }],
    });
    expect(late.summary).toMatch(
      /\n- ⏰ Started 1d 00h late \(due at .*\); no run began at 1 due time since the last one; this run stands in for them\n/,
    );
    expect(late.exitCode).toBe(0);
    expect(job.github.issue(1)).toMatchObject({
      title: 'orders_to_lake runs later than scheduled',
      state: 'open',
      body: expect.stringContaining('gh workflow run tributary.yml'),
    });
    // WHEN the next one answers a due time of less than an hour ago THEN that is over
    began(dueMs - DAY_MS + HOUR_MS);
    const next = await job.run({}, { event });
    expect(await job.report()).toMatchObject({
      reports: [{ trigger: { dueAt: new Date(dueMs).toISOString(), skipped: 0 } }],
    });
    expect(next.summary).toContain('- ⏰ Started 5');
    expect(job.github.issue(1).state).toBe('closed');
  });

  it('warns when the server may soon remove log that the slot needs', async () => {
    await using directory = await temporaryDirectory();
    await using server = await startLocalPostgres({
      dataDirectory: join(directory.path, 'server'),
      persistent: false,
      settings: { max_slot_wal_keep_size: '256MB', wal_level: 'logical' },
    });
    await using job = await openEmbeddedJob({ setup: ORDERS });
    const { host, port, superuser: user, password } = server;
    const client = new pg.Client({ host, port, user, password: password.reveal(), database: 'postgres' });
    await client.connect();
    await writeFile(
      join(job.directory, 'pipeline.yml'),
      job.configuration
        .replace(/port: \d+/, `port: ${port}`)
        .replaceAll(job.database.name, 'postgres')
        .replace('lakeflow_user', user),
    );
    const run = () => job.run({}, { env: { PG_PASSWORD: password.reveal() }, secrets: [password.reveal()] });
    try {
      await client.query(`${ORDERS} CREATE PUBLICATION lakeflow_publication FOR ALL TABLES`);
      await run();
      expect(job.github.writes).toEqual([]);
      // GIVEN a log that has grown by a third of the limit within the quarter of an hour since that run
      await job.lakehouse(
        `UPDATE lakehouse.orders_to_lake_raw._tributary_checkpoint SET started_at = started_at - INTERVAL 15 MINUTE, updated_at = updated_at - INTERVAL 15 MINUTE WHERE entry = 'run'`,
      );
      for (let segment = 0; segment < 5; segment++)
        await client.query("SELECT pg_logical_emit_message(false, 'filler', 'x'), pg_switch_wal()");
      await client.query('UPDATE orders SET amount = 0');
      const warned = await run();
      expect(warned.exitCode).toBe(0);
      expect(warned.summary).toMatch(
        /> \*\*The slot is in danger\.\*\* The slot retains .* of at most 256 MiB; /,
      );
      expect(job.github.issue(1)).toMatchObject({
        title: 'orders_to_lake: slot postgres_slot is at risk',
        body: expect.stringContaining("ALTER SYSTEM SET max_slot_wal_keep_size = '512MB'"),
      });
      // WHEN the server may keep as much as it likes THEN it is over
      await client.query("ALTER SYSTEM SET max_slot_wal_keep_size = '-1'");
      await client.query('SELECT pg_reload_conf()');
      await client.query('UPDATE orders SET amount = 1');
      await run();
      expect(job.github.issue(1).state).toBe('closed');
    } finally {
      await client.end();
    }
  });

  it('that is out of time has loaded something, says that it is not caught up, and the next goes on', async () => {
    await using job = await openEmbeddedJob({
      setup: ORDERS,
      configuration: 'limits:\n  load: {range_rows: 40}\n',
    });
    const short = await job.run({ 'max-duration': '1ms' });
    expect(short.exitCode).toBe(0);
    expect(Object.fromEntries(short.outputs)).toMatchObject({
      status: 'stopped',
      'caught-up': 'false',
      'rows-merged': '40',
    });
    expect(short.summary).toMatch(/^### ⏸️ orders&#95;to&#95;lake\n\n\*\*Stopped after /);
    expect(short.summary).toContain('the next run goes on');
    const next = await job.run();
    expect(Object.fromEntries(next.outputs)).toMatchObject({
      status: 'done',
      'caught-up': 'true',
      'rows-merged': '60',
    });
    await job.expectEqual('orders');
    expect(job.github.writes).toEqual([]);
  });

  it('that finds another run on the slot is no failure, and says nothing to anybody', async () => {
    await using open = await openStateJob();
    const { job, github } = open;
    await job.run();
    await job.database.sql('UPDATE orders SET amount = 1 WHERE order_id = 2');
    const isUnderWay = open.hangAtMerge();
    const over = Promise.withResolvers<void>();
    const first = job.run({ killWhen: over.promise });
    await isUnderWay;
    const second = await job.run({ github });
    over.resolve();
    await first;
    expect(second.exitCode).toBe(0);
    expect(Object.fromEntries(second.outputs)).toMatchObject({
      status: 'another-run-active',
      'caught-up': 'false',
      'failure-code': '',
    });
    expect(second.summary).toMatch(/^### ⏸️ orders&#95;to&#95;lake\n\n\*\*Another run is active /);
    expect(second.annotations).toEqual([]);
    expect(github.writes).toEqual([]);
  });

  it('that is cancelled in the middle of a MERGE ends in time, says so, and the next run is right (RUN-22)', async () => {
    await using open = await openStateJob();
    const { job, github, workspace } = open;
    await job.run();
    const [before, confirmed] = [open.checkpoint(), await job.confirmedLsn()];
    await job.database.sql('UPDATE orders SET amount = 1 WHERE order_id = 2');
    const cancelled = await job.run({ cancelWhen: open.hangAtMerge(), github });
    // Only a process that ends before it is told the second time has come as far as its summary.
    expect(cancelled.summary).toContain('orders&#95;to&#95;lake');
    expect(cancelled.exitCode).toBe(1);
    expect(cancelled.outputs.get('status')).toBe('stopped');
    expect(cancelled.log).toContain('SIGINT: ending at the next commit');
    expect(github.writes).toEqual([]);
    expect(open.checkpoint()?.lsn).toBe(before?.lsn);
    expect(await job.confirmedLsn()).toBe(confirmed);
    expect(workspace.front.open).toEqual({ sessions: 0, operations: 0 });
    const next = await job.run();
    expect(Object.fromEntries(next.outputs)).toMatchObject({ status: 'done', changes: '1' });
    expect(workspace.front.statements.filter((sql) => ORDERS_MERGE.test(sql))).toHaveLength(3);
    expect(await job.confirmedLsn()).toBe(open.checkpoint()?.lsn);
    expect(await open.stagedFiles()).toEqual([]);
    expect(workspace.front.violations).toEqual([]);
  });
});
