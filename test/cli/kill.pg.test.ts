import { setTimeout as waitMs } from 'node:timers/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { duckdbSide } from '../../src/demo/target-side.ts';
import { runCli, startCli } from '../support/cli-process.ts';
import { expectTablesEqual } from '../support/expect-tables-equal.ts';
import { Random } from '../support/random.ts';
import { openSampleSource, type SampleSource } from '../support/sample-source.ts';

const RUN = ['run', '--config', 'pipeline.yml'];

/** More kills for a longer hunt: `TRIBUTARY_SEEDS=100 npx vitest run test/cli/kill.pg.test.ts`. */
const KILLS = Math.max(8, Number(process.env['TRIBUTARY_SEEDS'] ?? 0));

async function expectOrdersEqual({ database, directory }: SampleSource): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run("SET TimeZone = 'UTC'");
    await connection.run(`ATTACH '${directory.path}/lakehouse.duckdb' AS lakehouse (READ_ONLY)`);
    await expectTablesEqual({
      client: database.client,
      sourceTable: 'public.orders',
      targetTable: 'lakehouse.orders_to_lake_raw.orders',
      target: duckdbSide(async (sql) => {
        const rows = (await connection.runAndReadAll(sql)).getRows();
        return rows.map((row) => row.map((value) => (value === null ? null : String(value))));
      }),
    });
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

describe('a run that is killed at any moment', () => {
  it('leaves a lakehouse that opens, and a next run that brings it to the source (I1, I2, I3)', async () => {
    await using source = await openSampleSource();
    const options = { directory: source.directory.path, environment: source.environment };
    const random = new Random(20_261_122);
    await source.database.sql(
      'INSERT INTO orders (order_id, amount) SELECT i, i FROM generate_series(1000, 21000) i',
    );
    for (let kill = 1; kill <= KILLS; kill++) {
      // GIVEN some 20,000 changes, from the first load on
      const first = 1000 + random.integer(0, 10_000);
      await source.database.sql(`
        UPDATE orders SET amount = amount + 1 WHERE order_id BETWEEN ${first} AND ${first + 15_000};
        DELETE FROM orders WHERE order_id BETWEEN ${first} AND ${first + 500};
        INSERT INTO orders (order_id, amount) SELECT i, i FROM generate_series(${100_000 * kill}, ${100_000 * kill + 3000}) i;`);
      // WHEN a run is killed, at whatever it is doing then
      const run = startCli(RUN, options);
      const ended = run.result.then(() => 'ended');
      await Promise.race([ended, waitMs(random.integer(150, 900))]);
      run.child.kill('SIGKILL');
      await ended;
      // THEN nothing is acknowledged that is not in the lakehouse, and the next run finishes the work
      const next = await runCli(RUN, options);
      expect(next.exitCode, next.stdout + next.stderr).toBe(0);
      await expectOrdersEqual(source);
    }
  }, 600_000);
});
