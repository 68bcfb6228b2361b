import { describe, it } from 'vitest';
import { type BadSituation, CLIENT, expectClearAndHarmless, restAnswer } from '../support/bad-situation.ts';
import { type CallMatch, type Fault, statementFailure } from '../support/front/fault.ts';
import type { CatalogTable } from '../support/front/table-catalog.ts';
import { ROW_VALUE } from '../support/remedy.ts';

const NEW_TABLE = `CREATE TABLE customers (id bigint PRIMARY KEY, name text); INSERT INTO customers VALUES (1, '${ROW_VALUE}');`;

function lacks(privilege: string, on: string): Fault {
  const text = `Insufficient privileges: User does not have ${privilege} on ${on}. (${ROW_VALUE})`;
  return statementFailure('INSUFFICIENT_PERMISSIONS', '42501', text);
}

function statement(detail: RegExp): CallMatch {
  return { name: 'ExecuteStatement', detail };
}

const MERGE = statement(/^MERGE INTO `lakehouse`\.`postgres_raw`\.`pg_orders`/);
const grant = (privilege: string, on: string): string => `GRANT ${privilege} ON ${on} TO \`${CLIENT}\`;`;
const USE_STATE = [
  grant('USE CATALOG', 'CATALOG `lakehouse`'),
  grant('USE SCHEMA', 'SCHEMA `lakehouse`.`ops`'),
];

function tableInTheWay(
  table: Omit<CatalogTable, 'fullName' | 'properties'>,
): NonNullable<BadSituation['spoil']> {
  return ({ workspace: { catalog } }) => {
    catalog.putTable({ ...table, fullName: 'lakehouse.postgres_raw.pg_customers', properties: {} });
    return () => catalog.removeTable('lakehouse.postgres_raw.pg_customers');
  };
}

const GRANTS: readonly BadSituation[] = [
  {
    name: 'no grants at all, told by the catalog',
    faults: [
      [
        'GET table',
        restAnswer(403, 'PERMISSION_DENIED', "User does not have USE CATALOG on Catalog 'lakehouse'."),
      ],
    ],
    code: 'target-permission-denied',
    message: [CLIENT, 'lakehouse.ops._tributary_checkpoint', 'HTTP 403'],
    solution: [...USE_STATE, grant('SELECT', 'TABLE `lakehouse`.`ops`.`_tributary_checkpoint`')],
  },
  {
    name: 'no USE CATALOG',
    faults: [['ExecuteStatement', lacks('USE CATALOG', "Catalog 'lakehouse'")]],
    code: 'target-permission-denied',
    message: [CLIENT, 'lakehouse.ops._tributary_checkpoint', 'USE CATALOG is missing'],
    solution: [grant('USE CATALOG', 'CATALOG `lakehouse`')],
  },
  {
    name: 'no USE SCHEMA, so that the catalog shows nothing of it',
    faults: [
      ['GET table', restAnswer(404, 'TABLE_DOES_NOT_EXIST', 'x')],
      ['GET schema', restAnswer(404, 'SCHEMA_DOES_NOT_EXIST', 'x')],
      ['ExecuteStatement', lacks('CREATE SCHEMA', "Catalog 'lakehouse'")],
    ],
    code: 'target-permission-denied',
    message: [CLIENT, 'CREATE SCHEMA lakehouse.ops'],
    solution: [grant('CREATE SCHEMA', 'CATALOG `lakehouse`')],
  },
  {
    name: 'no SELECT on the checkpoints, so that the catalog hides their table',
    faults: [
      ['GET table', restAnswer(404, 'TABLE_DOES_NOT_EXIST', 'x')],
      [statement(/^INSERT INTO/), lacks('SELECT', "Table 'lakehouse.ops._tributary_checkpoint'")],
    ],
    code: 'target-permission-denied',
    message: [CLIENT, 'INSERT INTO lakehouse.ops._tributary_checkpoint', 'SELECT is missing'],
    solution: [grant('SELECT', 'TABLE `lakehouse`.`ops`.`_tributary_checkpoint`')],
  },
  {
    name: 'no MODIFY on a table',
    faults: [[MERGE, lacks('MODIFY', "Table 'lakehouse.postgres_raw.pg_orders'")]],
    code: 'target-permission-denied',
    message: [CLIENT, 'MERGE INTO lakehouse.postgres_raw.pg_orders', 'MODIFY is missing', '42501'],
    solution: [grant('MODIFY', 'TABLE `lakehouse`.`postgres_raw`.`pg_orders`')],
  },
  {
    name: 'no READ VOLUME',
    faults: [[MERGE, lacks('READ VOLUME', "Volume 'lakehouse.ops.tributary'")]],
    code: 'target-permission-denied',
    message: [CLIENT, 'MERGE INTO lakehouse.postgres_raw.pg_orders', 'READ VOLUME is missing'],
    solution: [grant('READ VOLUME', 'VOLUME `lakehouse`.`ops`.`tributary`')],
  },
  {
    name: 'no CREATE TABLE in the schema, for a new table',
    change: NEW_TABLE,
    faults: [[statement(/^CREATE TABLE/), lacks('CREATE TABLE', "Schema 'lakehouse.postgres_raw'")]],
    code: 'target-permission-denied',
    message: [CLIENT, 'CREATE TABLE lakehouse.postgres_raw.pg_customers'],
    solution: [grant('CREATE TABLE', 'SCHEMA `lakehouse`.`postgres_raw`')],
  },
  {
    name: 'no MODIFY on a table that gets a column',
    change: `ALTER TABLE orders ADD COLUMN note text; UPDATE orders SET note = '${ROW_VALUE}'`,
    faults: [[statement(/^ALTER TABLE/), lacks('MODIFY', "Table 'lakehouse.postgres_raw.pg_orders'")]],
    code: 'target-permission-denied',
    message: [CLIENT, 'ALTER TABLE lakehouse.postgres_raw.pg_orders'],
    solution: [grant('MODIFY', 'TABLE `lakehouse`.`postgres_raw`.`pg_orders`')],
  },
  {
    name: 'no WRITE VOLUME',
    faults: [['PUT file', restAnswer(403, 'PERMISSION_DENIED', `No WRITE VOLUME (${ROW_VALUE})`)]],
    code: 'target-permission-denied',
    message: [CLIENT, 'lakehouse.ops.tributary'],
    solution: [grant('READ VOLUME, WRITE VOLUME', 'VOLUME `lakehouse`.`ops`.`tributary`')],
  },
  {
    name: 'a volume that is gone, and may not be made',
    spoil: ({ workspace: { catalog } }) => {
      catalog.removeVolume('lakehouse.ops.tributary');
      return () => undefined;
    },
    faults: [['POST volume', restAnswer(403, 'PERMISSION_DENIED', 'No CREATE VOLUME')]],
    code: 'target-permission-denied',
    message: [CLIENT, 'lakehouse.ops.tributary does not exist'],
    solution: [
      'CREATE VOLUME IF NOT EXISTS `lakehouse`.`ops`.`tributary`;',
      'GRANT READ VOLUME, WRITE VOLUME',
    ],
  },
];

const OBJECTS: readonly BadSituation[] = [
  {
    name: 'a view in the way of a new table',
    change: NEW_TABLE,
    spoil: tableInTheWay({ tableType: 'VIEW', dataSourceFormat: undefined, columns: [] }),
    code: 'target-table-mismatch',
    message: ['lakehouse.postgres_raw.pg_customers', 'public.customers', 'is a view'],
    solution: ['Rename it', 'selection.schemas[].tables[].destination_table'],
  },
  {
    name: 'a table of other columns in the way of a new table',
    change: NEW_TABLE,
    spoil: tableInTheWay({
      tableType: 'MANAGED',
      dataSourceFormat: 'DELTA',
      columns: [{ name: 'id', typeText: 'string', nullable: true }],
    }),
    code: 'target-table-mismatch',
    message: [
      'lakehouse.postgres_raw.pg_customers',
      '"id" is STRING, not BIGINT',
      '"name" (STRING) is missing',
    ],
    solution: ['Rename it', 'selection.schemas[].tables[].destination_table'],
  },
  {
    name: 'a table that is not Delta in the way of a new table',
    change: NEW_TABLE,
    spoil: tableInTheWay({ tableType: 'EXTERNAL', dataSourceFormat: 'PARQUET', columns: [] }),
    code: 'target-table-mismatch',
    message: ['lakehouse.postgres_raw.pg_customers', 'a table of PARQUET files'],
    solution: ['Rename it'],
  },
  {
    name: 'a target table that somebody has dropped',
    faults: [[MERGE, statementFailure('TABLE_OR_VIEW_NOT_FOUND', '42P01', ROW_VALUE)]],
    code: 'target-table-mismatch',
    message: ['MERGE INTO lakehouse.postgres_raw.pg_orders'],
    solution: ['--reload'],
  },
  ...[
    { by: 'HTTP 507', fault: restAnswer(507, 'IO_ERROR', ROW_VALUE) },
    { by: 'HTTP 413', fault: restAnswer(413, 'MAX_BLOCK_SIZE_EXCEEDED', ROW_VALUE) },
    { by: 'RESOURCE_EXHAUSTED', fault: restAnswer(429, 'RESOURCE_EXHAUSTED', ROW_VALUE) },
  ].map(
    ({ by, fault }): BadSituation => ({
      name: `a full quota of the volume, told by ${by}`,
      faults: [['PUT file', fault]],
      code: 'target-quota-exceeded',
      message: ['uploading to the volume lakehouse.ops.tributary', by],
      solution: ['Free space', 'higher quota'],
    }),
  ),
  {
    name: 'a full quota of tables',
    change: NEW_TABLE,
    faults: [
      [statement(/^CREATE TABLE/), statementFailure('UC_RESOURCE_QUOTA_EXCEEDED', '54000', ROW_VALUE)],
    ],
    code: 'target-quota-exceeded',
    message: ['CREATE TABLE lakehouse.postgres_raw.pg_customers', 'UC_RESOURCE_QUOTA_EXCEEDED'],
    solution: ['higher quota', 'Nothing is lost'],
  },
  {
    name: 'a statement that takes too long',
    faults: [[MERGE, statementFailure('QUERY_EXECUTION_TIMEOUT_EXCEEDED', '57KD0', ROW_VALUE)]],
    code: 'target-timeout',
    message: ['longer than 60 s', 'MERGE INTO lakehouse.postgres_raw.pg_orders'],
    solution: ['target.statement_timeout', 'limits.interval.max_changes'],
  },
];

describe('a run into a workspace that cannot work says one clear thing, loses nothing, and the next one works:', () => {
  it.each([...GRANTS, ...OBJECTS])('$name', expectClearAndHarmless);
});
