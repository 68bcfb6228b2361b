import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as waitMs } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type CliResult, runCli, startCli } from '../support/cli-process.ts';
import { type EmbeddedJob, openEmbeddedJob } from '../support/embedded-job.ts';
import { Random } from '../support/random.ts';
import { REPLICATION_USER } from '../support/test-server.ts';

const TABLES = ['first', 'second', 'third'];
const SETUP = TABLES.map(
  (name) => `
    CREATE TABLE ${name} (id bigint PRIMARY KEY, n bigint, word text);
    INSERT INTO ${name} SELECT n, n, 'word ' || n FROM generate_series(1, 2000) AS n;
    ANALYZE ${name};`,
).join('\n');
const SMALL_RANGES = 'limits:\n  load: {range_rows: 100}\n';

function optionsOf({ directory }: EmbeddedJob) {
  return { directory, environment: { PG_PASSWORD: REPLICATION_USER.password } };
}

async function backfill(job: EmbeddedJob, ...args: readonly string[]): Promise<CliResult> {
  return await runCli(['backfill', '--config', 'pipeline.yml', ...args], optionsOf(job));
}

async function run(job: EmbeddedJob): Promise<CliResult> {
  return await runCli(['run', '--config', 'pipeline.yml'], optionsOf(job));
}

/** The digits that the plan asks for. */
function digitsOf({ stdout, stderr }: CliResult): string {
  return /confirm the plan: ([0-9a-f]{12})/i.exec(stdout + stderr)?.[1] ?? '';
}

async function spoil({ lakehouse }: EmbeddedJob, table: string): Promise<void> {
  await lakehouse(`UPDATE lakehouse.orders_to_lake_raw.${table} SET n = -1 WHERE id % 3 = 0`);
  await lakehouse(`DELETE FROM lakehouse.orders_to_lake_raw.${table} WHERE id % 7 = 0`);
}

/** Waits until rows of a table are on their way; a backfill whose end comes first was too quick to be caught at it. */
async function waitUntilLoading({ database }: EmbeddedJob, ended: Promise<unknown>): Promise<void> {
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  const loading =
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'COPY%' AND state = 'active'";
  // The slot may stay with the one that was killed for some time.
  for (const deadline = Date.now() + 60_000; !isOver && (await database.value(loading)) === '0'; ) {
    if (Date.now() > deadline) throw new Error('the backfill never came to its load');
    await waitMs(5);
  }
}

describe('tributary backfill, on a real PostgreSQL and a real lakehouse', () => {
  it('plans, asks for confirmation, reads again what was asked for, and tells it as text and as JSON', async () => {
    await using job = await openEmbeddedJob({ setup: SETUP, configuration: SMALL_RANGES });
    expect((await run(job)).exitCode).toBe(0);
    for (const table of TABLES) await spoil(job, table);
    const ask = ['--mode', 'refresh', '--tables', 'public.second'];
    const refused = await backfill(job, ...ask);
    expect(refused.exitCode).toBe(2);
    expect(refused.stdout).toContain('orders_to_lake: 1 table to read again');
    expect(refused.stderr).toContain(`--confirm ${digitsOf(refused)}`);
    const done = await backfill(job, ...ask, '--confirm', digitsOf(refused), '--format', 'json');
    expect(done.exitCode).toBe(0);
    expect(JSON.parse(done.stdout)).toMatchObject({
      schemaVersion: 1,
      end: 'ran',
      plan: { mode: 'refresh', tables: [{ source: 'public.second', action: 'refresh' }] },
      reports: [{ status: 'done', unfinishedLoads: [] }],
      error: null,
    });
    await job.expectEqual('second');
    await expect(job.expectEqual('first')).rejects.toThrow();
    // Of a table only a range: the rows outside stay as they are
    const range = ['--mode', 'refresh', '--tables', 'public.third', '--key-range', '1..1000'];
    const planned = await backfill(job, ...range, '--dry-run');
    expect(planned.exitCode).toBe(0);
    const partly = await backfill(job, ...range, '--confirm', digitsOf(planned));
    expect(partly.exitCode).toBe(0);
    expect(partly.stdout).toMatch(/✔ orders_to_lake: done in .*\(1,000 rows\)/);
    const wrong = await job.lakehouse(
      'SELECT min(id), count(*) > 0 FROM lakehouse.orders_to_lake_raw.third WHERE n <> id',
    );
    expect(wrong).toEqual([['1002', 'true']]);
    expect(
      await job.lakehouse('SELECT count(*) FROM lakehouse.orders_to_lake_raw.third WHERE id <= 1000'),
    ).toEqual([['1000']]);
  });

  it('that is killed at any moment goes on with the same words, for all its tables, while the source changes', async () => {
    await using job = await openEmbeddedJob({ setup: SETUP, configuration: SMALL_RANGES });
    expect((await run(job)).exitCode).toBe(0);
    for (const table of TABLES) await spoil(job, table);
    const confirm = digitsOf(await backfill(job, '--mode', 'refresh', '--dry-run'));
    const args = ['backfill', '--config', 'pipeline.yml', '--mode', 'refresh', '--confirm', confirm];
    const random = new Random(20_261_122);
    for (let kill = 1; kill <= 3; kill++) {
      const running = startCli(args, optionsOf(job));
      const ended = running.result.then(() => 'ended');
      await waitUntilLoading(job, ended);
      await Promise.race([ended, waitMs(random.integer(0, 600))]);
      running.child.kill('SIGKILL');
      await ended;
      await job.database.sql(
        TABLES.map(
          (table) => `
            UPDATE ${table} SET word = 'changed ${kill}', id = id + 100000 WHERE id % 50 = ${kill};
            DELETE FROM ${table} WHERE id % 50 = ${kill + 10};
            INSERT INTO ${table} VALUES (${-kill}, ${kill}, 'new'), (${50_000 + kill}, 1, 'new');`,
        ).join('\n'),
      );
    }
    const last = await backfill(job, '--mode', 'refresh', '--confirm', confirm);
    expect(last.exitCode, last.stdout + last.stderr).toBe(0);
    for (const table of TABLES) await job.expectEqual(table);
  }, 240_000);

  it('wants to be told which pipeline of several', async () => {
    await using job = await openEmbeddedJob({ setup: SETUP });
    const other = job.configuration.replaceAll('orders_to_lake', 'other').replace(job.slot, `${job.slot}_2`);
    await writeFile(join(job.directory, 'other.yml'), other);
    const refused = await backfill(job, '--config', 'other.yml');
    expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
    expect(refused.stderr).toContain('Choose it with --pipeline');
  });
});
