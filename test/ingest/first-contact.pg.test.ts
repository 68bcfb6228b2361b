import { expect, it } from 'vitest';
import { openPostgresSource } from '../../src/source/postgres-source.ts';
import type { Source } from '../../src/source/source.ts';
import type { Warehouse, WarehouseOpener } from '../../src/warehouse/warehouse.ts';
import { TestPipeline } from '../support/test-pipeline.ts';

const ITEMS = `CREATE TABLE items (id integer PRIMARY KEY, label text)`;

/** Tells how many batches of a source's stream have been received. */
function counting(source: Source, onBatch: () => void): Source {
  return new Proxy(source, {
    get: (target, name) => {
      if (name !== 'openStream') {
        const member: unknown = Reflect.get(target, name, target);
        return typeof member === 'function' ? member.bind(target) : member;
      }
      const openStream: Source['openStream'] = async (options) => {
        const stream = await target.openStream(options);
        return {
          pull: async (signal) => {
            const batch = await stream.pull(signal);
            if (batch !== undefined) onBatch();
            return batch;
          },
          acknowledge: (lsn) => stream.acknowledge(lsn),
          close: () => stream.close(),
          [Symbol.asyncDispose]: () => stream[Symbol.asyncDispose](),
        };
      };
      return openStream;
    },
  });
}

it('the first contact with the target overlaps with the drain: log is received while it is opened', async () => {
  await using p = await TestPipeline.open(ITEMS);
  await p.ingest();
  await p.database.sql(`INSERT INTO items SELECT i, repeat('x', 500) FROM generate_series(1, 5000) i`);
  let batches = 0;
  const waiting: (() => void)[] = [];
  // A target that opens only when more log has come: it never would if the run waited for it.
  const opener: WarehouseOpener = {
    open: async (signal): Promise<Warehouse> => {
      const wanted = batches + 3;
      await new Promise<void>((resolve) => {
        waiting.push(() => {
          if (batches >= wanted) resolve();
        });
      });
      return await p.warehouse.open(signal);
    },
  };
  const report = await p.ingest({
    warehouse: opener,
    openSource: async (settings, schemas) =>
      counting(await openPostgresSource(settings, schemas), () => {
        batches += 1;
        for (const check of waiting) check();
      }),
  });
  expect(report.tables[0]?.insertedRows).toBe(5000);
  await p.expectEqual('items');
});

it('a stream that breaks while the target is opened ends the run, and the target is closed again', async () => {
  await using p = await TestPipeline.open(ITEMS);
  await p.ingest();
  await p.database.sql(`INSERT INTO items VALUES (1, 'one')`);
  let closed = 0;
  const opener: WarehouseOpener = {
    open: async (signal) => {
      await p.database.sql(
        `SELECT pg_terminate_backend(active_pid) FROM pg_replication_slots WHERE slot_name = '${p.pipeline.source.slotName}'`,
      );
      const warehouse = await p.warehouse.open(signal);
      return new Proxy(warehouse, {
        get: (target, name) => {
          if (name === Symbol.asyncDispose) closed += 1;
          const member: unknown = Reflect.get(target, name, target);
          return typeof member === 'function' ? member.bind(target) : member;
        },
      });
    },
  };
  expect((await p.run({ warehouse: opener })).error?.code).toBe('source-disconnected');
  expect(closed).toBe(1);
  await p.ingest();
  await p.expectEqual('items');
});

it('an idle source is not asked again and again while the target is opened', async () => {
  await using p = await TestPipeline.open(ITEMS);
  await p.ingest();
  await p.database.sql(`INSERT INTO items VALUES (1, 'one')`);
  let batches = 0;
  const report = await p.ingest({
    warehouse: {
      open: async (signal) => {
        // As long as a few answers to requests for a sign of life would take.
        await new Promise((resolve) => setTimeout(resolve, 500));
        return await p.warehouse.open(signal);
      },
    },
    openSource: async (settings, schemas) =>
      counting(await openPostgresSource(settings, schemas), () => {
        batches += 1;
      }),
  });
  expect(report.tables[0]?.insertedRows).toBe(1);
  expect(batches).toBeLessThan(20);
});
