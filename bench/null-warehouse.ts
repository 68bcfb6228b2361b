import { rm } from 'node:fs/promises';
import { ADVANCED_ROWS } from '../src/checkpoint/checkpoint-sql.ts';
import { duckdbDialect } from '../src/warehouse/embedded/duckdb-dialect.ts';
import type { WarehouseOpener } from '../src/warehouse/warehouse.ts';

/** A warehouse that costs nothing: what is left is our own share of the work. Staged files are counted and removed. */
export function nullWarehouse(): WarehouseOpener {
  return {
    open: async () => ({
      dialect: duckdbDialect('/nowhere'),
      usage: { statements: 0, busyMs: 0, uploadedBytes: 0 },
      execute: async () => undefined,
      query: async () => [],
      // A claim changes one row, a checkpoint two.
      update: async (statement) => (statement.startsWith('MERGE') ? ADVANCED_ROWS : 1),
      merge: async () => ({ inserted: 0, updated: 0, deleted: 0 }),
      hasSchema: async () => true,
      describeTable: async () => undefined,
      putStagedFile: (localPath) => rm(localPath),
      removeStaged: async () => undefined,
      interrupt: () => undefined,
      [Symbol.asyncDispose]: async () => undefined,
    }),
  };
}
