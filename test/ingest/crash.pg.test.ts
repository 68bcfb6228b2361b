import { describe, expect, it } from 'vitest';
import { openPostgresSource } from '../../src/source/postgres-source.ts';
import { Fault, type FaultMoment } from '../support/faults.ts';
import { lessOnSpark } from '../support/test-lakehouse.ts';
import { TestPipeline } from '../support/test-pipeline.ts';
import { createWorkloadTables, runWorkload } from '../support/workload.ts';
import type { WorkloadTableName } from '../support/workload-tables.ts';

const TABLES = lessOnSpark<readonly WorkloadTableName[]>(
  ['plain_keys', 'full_identity', 'composite_keys'],
  ['composite_keys'],
);
/** Every call is broken; on Spark, one out of so many, others before the call than after it. */
const STEP = lessOnSpark(1, 13);
const MOMENTS: readonly FaultMoment[] = ['before', 'after'];

function firstCall(moment: FaultMoment): number {
  return moment === 'before' || STEP === 1 ? 1 : 1 + Math.floor(STEP / 2);
}

/** One run that breaks at its n-th call, in or out of the process. Returns whether it came so far. */
async function runWithFault(p: TestPipeline, call: number, moment: FaultMoment): Promise<boolean> {
  const fault = new Fault(call, moment);
  const report = await p.run({
    warehouse: fault.warehouse(p.warehouse),
    openSource: async (settings, schemas) => fault.source(await openPostgresSource(settings, schemas)),
  });
  // What is left for the next run is a courtesy: the run is done without it.
  const isForgiven = fault.calls[call - 1] === 'emitMessage';
  expect(report.error === null).toBe(!fault.struck || isForgiven);
  return fault.struck;
}

async function expectSlotNotPastCheckpoint(p: TestPipeline): Promise<void> {
  const checkpoint = (await p.hasCheckpointTable()) ? await p.checkpointLsn() : undefined;
  // A slot that has just been made stands where it was made, before there is a checkpoint.
  if (checkpoint !== undefined && checkpoint > 0n)
    expect(await p.confirmedFlushLsn()).toBeLessThanOrEqual(checkpoint);
}

describe('a crash at any step', () => {
  it.each(['remove', 'mark'] as const)(
    'of a run leaves the next one to converge, and the slot behind the checkpoint (I1, I2, I3), %s',
    async (deletedRows) => {
      await using p = await TestPipeline.open('');
      await createWorkloadTables(p.database.client, TABLES);
      p.configure({ write: { deletedRows }, limits: { maxIntervalChanges: 60, maxPartRows: 25 } });
      await p.ingest();
      let seed = deletedRows === 'mark' ? 50_000 : 10_000;
      for (const moment of MOMENTS) {
        for (let call = firstCall(moment), struck = true; struck; call += STEP) {
          seed += 1;
          await runWorkload(p.database.connection, { seed, transactions: 25, keySpace: 30, tables: TABLES });
          struck = await runWithFault(p, call, moment);
          await expectSlotNotPastCheckpoint(p);
          // Replaying more than the crashed run took in must converge, too.
          if (call % 2 === 0)
            await runWorkload(p.database.connection, {
              seed: seed + 5000,
              transactions: 10,
              keySpace: 30,
              tables: TABLES,
            });
          await p.ingest();
          for (const table of TABLES) await p.expectEqual(table);
          if (call > 60) break;
        }
      }
    },
    600_000,
  );

  it.each(MOMENTS)(
    'of the first load leaves the next run to load everything (I3, I8), fault %s the call',
    async (moment) => {
      for (let call = firstCall(moment), struck = true; struck; call += STEP) {
        await using p = await TestPipeline.open('');
        await createWorkloadTables(p.database.client, TABLES);
        await runWorkload(p.database.connection, { seed: call, transactions: 40, tables: TABLES });
        struck = await runWithFault(p, call, moment);
        await expectSlotNotPastCheckpoint(p);
        await runWorkload(p.database.connection, { seed: call + 1000, transactions: 10, tables: TABLES });
        await p.ingest();
        for (const table of TABLES) await p.expectEqual(table);
      }
    },
    600_000,
  );
});
