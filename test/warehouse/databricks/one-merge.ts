import { resolveConnection } from '../../../src/warehouse/databricks/connection.ts';
import { databricksWarehouse } from '../../../src/warehouse/databricks/databricks-warehouse.ts';
import { openTokenSource } from '../../../src/warehouse/databricks/open-token-source.ts';

/** A program that merges once into the warehouse of its environment, and ends by itself. */
const connection = resolveConnection({ host: undefined, httpPath: undefined, auth: undefined }, process.env);
const opener = databricksWarehouse({
  target: {
    tag: 'unity_catalog',
    catalog: 'main',
    schema: 'raw',
    stateSchema: 'ops',
    databricks: { host: undefined, httpPath: undefined, auth: undefined },
    volume: { catalog: 'main', schema: 'ops', volume: 'stage' },
    tableProperties: new Map(),
    clustering: 'key',
    statementTimeoutMs: 60_000,
    costPerHour: undefined,
  },
  connection,
  tokens: openTokenSource(connection),
  userAgent: 'Tributary/test',
});
await using warehouse = await opener.open(new AbortController().signal);
await warehouse.merge({
  statement: 'MERGE INTO `main`.`raw`.`orders` AS t USING x',
  target: { catalog: 'main', schema: 'raw', table: 'orders' },
  mergedAt: 0n,
  deletedRows: 'remove',
  deletions: 0,
});
