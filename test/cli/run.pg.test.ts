import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, startCli } from '../support/cli-process.ts';
import { openSampleSource, type SampleSource } from '../support/sample-source.ts';
import { REPLICATION_USER } from '../support/test-server.ts';

const RUN = ['run', '--config', 'pipeline.yml'];

function optionsOf({ directory, environment }: SampleSource) {
  return { directory: directory.path, environment };
}

/** A transaction that is open while the run makes its slot: PostgreSQL waits for its end. */
const HOLD = 'BEGIN; SELECT pg_current_xact_id()';

/** Waits until the run hangs there. */
async function waitUntilHeld({ database }: SampleSource): Promise<void> {
  const held =
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'CREATE_REPLICATION_SLOT%' AND wait_event_type = 'Lock'";
  for (const deadline = Date.now() + 20_000; (await database.value(held)) === '0'; )
    if (Date.now() > deadline) throw new Error('the run never came to its slot');
}

describe('tributary run, on a real PostgreSQL', () => {
  it('loads, answers queries, ingests changes, and has nothing to do when nothing happened', async () => {
    await using source = await openSampleSource();
    const options = optionsOf(source);
    const first = await runCli(RUN, options);
    expect(first).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^✔ orders_to_lake: done/) });
    expect(first.stdout).toContain('1 table loaded (3 rows)');

    await source.database.sql('UPDATE orders SET amount = 30 WHERE order_id = 3');
    const second = await runCli([...RUN, '--format', 'json'], options);
    expect(JSON.parse(second.stdout)).toMatchObject({
      reports: [{ status: 'done', caughtUp: true, tables: [{ source: 'public.orders', updatedRows: 1 }] }],
    });
    const query = await runCli(
      ['query', 'SELECT order_id, amount FROM orders ORDER BY 1', '--format', 'csv'],
      options,
    );
    expect(query.stdout).toBe('order_id,amount\r\n1,10.50\r\n2,20.00\r\n3,30.00\r\n');

    const third = await runCli(RUN, options);
    expect(third).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('nothing to do') });
    const output = [first, second, third].map(({ stdout, stderr }) => stdout + stderr).join('');
    expect(output).not.toContain(REPLICATION_USER.password);
  });

  it('ends by itself after SIGINT, even when PostgreSQL keeps it waiting, and the next run makes up for it', async () => {
    await using source = await openSampleSource();
    // GIVEN a run that PostgreSQL keeps waiting
    const holder = await source.database.openClient();
    await holder.query(HOLD);
    const run = startCli([...RUN, '--report', 'report.json'], optionsOf(source));
    await waitUntilHeld(source);
    // WHEN it is told to stop
    run.child.kill('SIGINT');
    const result = await run.result;
    // THEN it gives the interval up, says so, and nothing is lost
    expect(result.exitCode).toBe(1);
    expect(result.stdout + result.stderr).toMatch(/interrupted|not finished/);
    expect(JSON.parse(await readFile(join(source.directory.path, 'report.json'), 'utf8'))).toMatchObject({
      schemaVersion: 1,
    });
    await holder.query('COMMIT');
    expect(await runCli(RUN, optionsOf(source))).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('1 table loaded (3 rows)'),
    });
  });

  it('leaves at once on the second signal, and the next run makes up for it', async () => {
    await using source = await openSampleSource();
    const holder = await source.database.openClient();
    await holder.query(HOLD);
    const run = startCli(RUN, optionsOf(source));
    await waitUntilHeld(source);
    const stopping = new Promise<void>((seen) => {
      run.child.stderr?.on('data', (chunk) => {
        if (String(chunk).includes('once more to leave at once')) seen();
      });
    });
    run.child.kill('SIGTERM');
    await stopping;
    run.child.kill('SIGTERM');
    expect(await run.result).toMatchObject({ exitCode: 1, stdout: '' });
    await holder.query('COMMIT');
    expect(await runCli(RUN, optionsOf(source))).toMatchObject({ exitCode: 0 });
  });
});
