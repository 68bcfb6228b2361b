import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEmbeddedJob } from '../support/embedded-job.ts';
import { REPLICATION_USER } from '../support/test-server.ts';

const STATUS = { command: 'status' };
const ORDERS = `
  CREATE TABLE orders (order_id bigint PRIMARY KEY, amount numeric(12,2));
  INSERT INTO orders SELECT n, n FROM generate_series(1, 100) AS n;
  ANALYZE orders;`;

describe('the command status', () => {
  it('tells how a pipeline stands: before its first run, in the middle of a load, behind, and well', async () => {
    await using job = await openEmbeddedJob({
      setup: ORDERS,
      configuration: 'limits:\n  load: {range_rows: 40}\n',
    });
    const before = await job.run(STATUS);
    expect(before).toMatchObject({ exitCode: 0, annotations: [] });
    expect(before.outputs.get('status')).toBe('healthy');
    expect(before.log).toContain(
      'orders_to_lake: not begun: the first run makes the slot, and takes 1 table',
    );
    expect(before.summary).toContain('orders&#95;to&#95;lake');

    await job.run({ 'max-duration': '1ms' });
    const loading = await job.run(STATUS);
    expect(loading.exitCode).toBe(0);
    expect(loading.log).toMatch(/public\.orders .*40/);

    await job.run();
    const well = await job.run(STATUS);
    expect(well).toMatchObject({ exitCode: 0, annotations: [] });
    const outputs = Object.fromEntries(well.outputs);
    expect(outputs).toMatchObject({ status: 'healthy', 'failure-code': '' });
    expect(outputs['checkpoint-lsn']).toMatch(/^[0-9A-F]+\/[0-9A-F]+$/);
    const lag = Number(outputs['lag-bytes']);

    await job.database.sql('INSERT INTO orders SELECT n, n FROM generate_series(1000, 3000) AS n');
    const behind = await job.run({ ...STATUS, skip: 'target' });
    expect(Number(behind.outputs.get('lag-bytes'))).toBeGreaterThan(lag + 100_000);
    expect(await job.report()).toMatchObject({
      schemaVersion: 1,
      statuses: [{ pipeline: 'orders_to_lake' }],
    });
    // A look says nothing to anybody, and changes nothing.
    expect(job.github.writes).toEqual([]);
    await job.run();
    await job.expectEqual('orders');
  });

  it('fails when a pipeline needs a person, and tells what to do; of several it tells all', async () => {
    await using job = await openEmbeddedJob({ setup: ORDERS });
    await job.run();
    const other = job.configuration.replaceAll('orders_to_lake', 'other').replace(job.slot, `${job.slot}_2`);
    await writeFile(join(job.directory, 'other.yml'), other);
    await job.database.sql(`SELECT pg_drop_replication_slot('${job.slot}')`);
    const result = await job.run({ ...STATUS, config: 'other.yml\npipeline.yml' });
    expect(result.exitCode).toBe(1);
    expect(Object.fromEntries(result.outputs)).toMatchObject({
      status: 'danger',
      'failure-code': 'slot-missing',
      'checkpoint-lsn': '',
    });
    expect(result.annotations).toMatchObject([
      {
        level: 'error',
        title: 'Tributary: slot-missing',
        message: expect.stringMatching(/^orders_to_lake: /),
      },
    ]);
    expect(result.log).toContain('other: not begun');
    expect(result.summary).toContain('❌');
    const wrong = { PG_PASSWORD: 'not-the-password' };
    const refused = await job.run(STATUS, { env: wrong, secrets: Object.values(wrong) });
    expect(refused.exitCode).toBe(1);
    expect(refused.outputs.get('failure-code')).toBe('source-authentication-failed');
    expect(await job.reportText()).not.toContain(REPLICATION_USER.password);
    expect(job.github.writes).toEqual([]);
  });
});
