import { describe, expect, it } from 'vitest';
import { lessOnSpark } from '../support/test-lakehouse.ts';
import { TestPipeline } from '../support/test-pipeline.ts';
import { createWorkloadTables, runWorkload } from '../support/workload.ts';
import type { WorkloadTableName } from '../support/workload-tables.ts';

const TABLES = lessOnSpark<readonly WorkloadTableName[]>(
  ['plain_keys', 'composite_keys', 'text_keys', 'full_identity', 'index_identity', 'every_type'],
  ['composite_keys', 'text_keys', 'every_type'],
);

/** More seeds for a longer hunt: `TRIBUTARY_SEEDS=100 npx vitest run test/ingest/converge.pg.test.ts`. */
const SEEDS = Array.from(
  { length: Number(process.env['TRIBUTARY_SEEDS'] ?? lessOnSpark(6, 1)) },
  (_, index) => index + 1,
);
const ROUNDS = lessOnSpark(4, 2);

describe('target equals source as of the checkpoint (I3, I6)', () => {
  it.each(SEEDS)('after random transactions in several runs, seed %i', async (seed) => {
    await using p = await TestPipeline.open('');
    await createWorkloadTables(p.database.client, TABLES);
    p.configure({ write: { deletedRows: seed % 2 === 0 ? 'mark' : 'remove' } });
    await runWorkload(p.database.connection, { seed: seed * 1000, transactions: 30, tables: TABLES });
    await p.ingest();
    for (let round = 1; round <= ROUNDS; round++) {
      await runWorkload(p.database.connection, {
        seed: seed * 1000 + round,
        transactions: 60,
        keySpace: 40,
        tables: TABLES,
      });
      const report = await p.ingest();
      expect(report.caughtUp).toBe(true);
      for (const table of TABLES) await p.expectEqual(table);
    }
  });

  it.each(SEEDS)(
    'when memory holds only a few rows, so that every interval has many parts, seed %i',
    async (seed) => {
      await using p = await TestPipeline.open('');
      await createWorkloadTables(p.database.client, TABLES);
      p.configure({
        write: { deletedRows: seed % 2 === 0 ? 'mark' : 'remove' },
        limits: { maxPartRows: 5, maxPartBytes: 40_000 },
      });
      await p.ingest();
      for (let round = 1; round <= 2; round++) {
        await runWorkload(p.database.connection, {
          seed: seed * 2000 + round,
          transactions: 80,
          keySpace: 30,
          tables: TABLES,
        });
        await p.ingest();
        for (const table of TABLES) await p.expectEqual(table);
      }
    },
  );

  it.each(SEEDS)('when several clients write at the same time as the run, seed %i', async (seed) => {
    await using p = await TestPipeline.open('');
    await createWorkloadTables(p.database.client, TABLES);
    p.configure({ limits: { maxIntervalChanges: 40 } });
    const work = runWorkload(p.database.connection, {
      seed: seed * 3000,
      transactions: 300,
      concurrency: 4,
      keySpace: 60,
      tables: TABLES,
    });
    for (let round = 0; round < ROUNDS; round++) await p.ingest();
    await work;
    await p.ingest();
    for (const table of TABLES) await p.expectEqual(table);
  });
});
