import { rm } from 'node:fs/promises';
import { duckdbDialect } from '../src/warehouse/embedded/duckdb-dialect.ts';
import type { WarehouseOpener } from '../src/warehouse/warehouse.ts';

/** A warehouse that costs nothing: what is left is our own share of the work. Staged files are counted and removed. */
export function nullWarehouse(): WarehouseOpener {
  return {
    readCheckpointHint: async () => undefined,
    writeCheckpointHint: async () => undefined,
    open: async () => ({
      dialect: duckdbDialect('/nowhere'),
      statementCount: 0,
      execute: async () => undefined,
      query: async () => [],
      update: async () => 1,
      merge: async () => ({ inserted: 0, updated: 0, deleted: 0 }),
      describeTable: async () => undefined,
      putStagedFile: (localPath) => rm(localPath),
      removeStaged: async () => undefined,
      interrupt: () => undefined,
      [Symbol.asyncDispose]: async () => undefined,
    }),
  };
}
