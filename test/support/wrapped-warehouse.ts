import type { Warehouse, WarehouseOpener } from '../../src/warehouse/warehouse.ts';

/** The same warehouse with some calls replaced, for a test that looks into a run, or breaks it. */
export function wrappedWarehouse(
  opener: WarehouseOpener,
  replace: (warehouse: Warehouse) => Partial<Warehouse>,
): WarehouseOpener {
  return {
    open: async (signal) => {
      const warehouse = await opener.open(signal);
      return Object.assign(boundTo(warehouse), replace(warehouse));
    },
  };
}

function boundTo(warehouse: Warehouse): Warehouse {
  return {
    dialect: warehouse.dialect,
    get usage() {
      return warehouse.usage;
    },
    execute: (statement, repetition) => warehouse.execute(statement, repetition),
    query: (statement) => warehouse.query(statement),
    update: (statement) => warehouse.update(statement),
    merge: (statement) => warehouse.merge(statement),
    hasSchema: (name) => warehouse.hasSchema(name),
    describeTable: (table) => warehouse.describeTable(table),
    putStagedFile: (localPath, stagedPath) => warehouse.putStagedFile(localPath, stagedPath),
    removeStaged: (stagedPath) => warehouse.removeStaged(stagedPath),
    interrupt: () => warehouse.interrupt(),
    [Symbol.asyncDispose]: () => warehouse[Symbol.asyncDispose](),
  };
}
