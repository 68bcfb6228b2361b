import { describe, expect, it } from 'vitest';
import { ALL_ROWS } from '../../src/model/key-range.ts';
import type { Pipeline } from '../../src/model/pipeline.ts';
import { openPostgresSource } from '../../src/source/postgres-source.ts';
import { Fault, type FaultMoment } from '../support/faults.ts';
import { Random } from '../support/random.ts';
import { lessOnSpark } from '../support/test-lakehouse.ts';
import { TestPipeline } from '../support/test-pipeline.ts';
import { createWorkloadTables, runWorkload } from '../support/workload.ts';
import { WORKLOAD_TABLES, type WorkloadTableName } from '../support/workload-tables.ts';

const TABLES: readonly WorkloadTableName[] = [
  'plain_keys',
  'composite_keys',
  'text_keys',
  'full_identity',
  'index_identity',
  'every_type',
];
const REFRESH = { tables: [], mode: 'refresh', range: ALL_ROWS } as const;

/** More seeds for a longer hunt: `TRIBUTARY_TEST_SEEDS=100 npx vitest run test/ingest/range-load.pg.test.ts`. */
const SEEDS = Array.from(
  { length: Number(process.env['TRIBUTARY_TEST_SEEDS'] ?? lessOnSpark(4, 1)) },
  (_, index) => Number(process.env['TRIBUTARY_TEST_FIRST_SEED'] ?? 1) + index,
);

type Options = NonNullable<Parameters<TestPipeline['run']>[0]>;

/** A run that dies at some call, before or after its effect. */
function faulty(p: TestPipeline, random: Random, options: Options): Options {
  const fault = new Fault(random.integer(1, 60), random.pick(['before', 'after']));
  return {
    ...options,
    warehouse: fault.warehouse(p.warehouse),
    openSource: async (settings, schemas) => fault.source(await openPostgresSource(settings, schemas)),
  };
}

/** What a seed makes of a load: which tables, how it is cut, what is wrong before it. */
interface LoadStory {
  readonly random: Random;
  readonly tables: readonly WorkloadTableName[];
  readonly deletedRows: 'remove' | 'mark';
  /** The tables were loaded before, and the target is not what it should be. */
  readonly isRefresh: boolean;
  readonly rangeRows: number;
}

function loadStory(seed: number): LoadStory {
  const random = new Random(seed);
  const first = random.integer(0, TABLES.length - 1);
  return {
    random,
    tables: lessOnSpark([0, 3], [0]).flatMap((step) => TABLES[(first + step) % TABLES.length] ?? []),
    deletedRows: seed % 2 === 0 ? 'mark' : 'remove',
    isRefresh: seed % 4 > 1,
    rangeRows: random.pick(lessOnSpark([6, 12, 23], [23])),
  };
}

/** Intervals and parts from tiny to everything: where they are cut must not matter. */
function anyLimits(random: Random): Partial<Pipeline['limits']> {
  return {
    maxIntervalChanges: random.pick(lessOnSpark([2, 8, 40, 1_000_000], [30])),
    maxPartRows: random.pick([2, 10, 100_000]),
  };
}

/** Makes the target wrong behind the pipeline's back. */
async function spoil(p: TestPipeline, statement: string): Promise<void> {
  await using warehouse = await p.warehouse.open(new AbortController().signal);
  await warehouse.execute(statement, 'harmless');
}

/** As wrong as rows of another history are: missing, with other values, with LSNs that may lie anywhere. */
async function spoilRows(p: TestPipeline, table: WorkloadTableName): Promise<void> {
  const name = `${p.schema}.pg_${table}`;
  const { keyColumns, largeColumns } = WORKLOAD_TABLES[table];
  const large = Object.keys(largeColumns).map((column) => `${column} = NULL`);
  const oneOf = (count: number): string => `abs(hash(${keyColumns.join(', ')})) % ${count} = 0`;
  await spoil(p, `UPDATE ${name} SET ${large.join(', ')} WHERE ${oneOf(2)}`);
  await spoil(p, `UPDATE ${name} SET _commit_lsn = _commit_lsn * 1000 WHERE ${oneOf(5)}`);
  await spoil(p, `DELETE FROM ${name} WHERE ${oneOf(7)}`);
}

describe('a load by key ranges', () => {
  it.each(SEEDS)(
    'equals the source whatever happens between the ranges (I3, I8), seed %i',
    async (seed) => {
      const { random, tables, deletedRows, isRefresh, rangeRows } = loadStory(seed);
      await using p = await TestPipeline.open('');
      await createWorkloadTables(p.database.client, tables);
      p.configure({ write: { deletedRows } });
      const work = async (transactions: number, concurrency = 1): Promise<void> => {
        const weights = { truncate: random.chance(0.1) ? 0.3 : 0, 'change-key': 20, 'change-key-chain': 8 };
        const options = { seed: random.bits(), transactions, keySpace: 60, tables, concurrency, weights };
        await runWorkload(p.database.connection, options);
      };
      await work(100);
      if (isRefresh) {
        await p.ingest();
        for (const table of tables) await spoilRows(p, table);
      }
      const backfill = isRefresh ? REFRESH : undefined;
      for (let run = 0; ; run++) {
        expect(run).toBeLessThan(90);
        p.configure({ write: { deletedRows }, limits: anyLimits(random) });
        // Sometimes beside the run, sometimes before it.
        const beside = random.chance(0.4) ? work(15, 2) : undefined;
        // Every run loads one range, and goes on to the changes.
        const options = { loadRangeRows: rangeRows, maxLoadMs: 0, backfill };
        if (random.chance(0.25)) await p.run(faulty(p, random, options));
        if (isRefresh && random.chance(0.3)) await p.ingest();
        const report = await p.ingest(options);
        await beside;
        if (report.unfinishedLoads.length === 0) break;
        await work(10);
      }
      const last = await p.ingest();
      expect(last).toMatchObject({ caughtUp: true, unfinishedLoads: [] });
      for (const table of tables) await p.expectEqual(table);
    },
    600_000,
  );

  it.each(['before', 'after'] satisfies readonly FaultMoment[])(
    'of a refresh goes on where it was when it was killed (I2, I3), fault %s the call',
    async (moment) => {
      await using p = await TestPipeline.open('');
      const tables = ['composite_keys'] as const;
      await createWorkloadTables(p.database.client, tables);
      await runWorkload(p.database.connection, { seed: 5, transactions: 80, keySpace: 40, tables });
      await p.ingest();
      // Of every few calls one is broken, another one for every first seed.
      const step = lessOnSpark(4, 40);
      for (let call = 1 + ((SEEDS[0] ?? 1) % step), struck = true; struck && call < 90; call += step) {
        const fault = new Fault(call, moment);
        await p.run({
          loadRangeRows: 7,
          backfill: REFRESH,
          warehouse: fault.warehouse(p.warehouse),
          openSource: async (settings, schemas) => fault.source(await openPostgresSource(settings, schemas)),
        });
        struck = fault.struck;
        await runWorkload(p.database.connection, { seed: 200 + call, transactions: 6, keySpace: 40, tables });
        if (call % 8 < 4) await p.ingest();
        await p.ingest({ loadRangeRows: 7, backfill: REFRESH });
        await p.ingest();
        for (const table of tables) await p.expectEqual(table);
      }
    },
    600_000,
  );
});
