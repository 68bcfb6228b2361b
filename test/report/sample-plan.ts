import type { PlannedColumn, PlannedTable, PlanReport } from '../../src/model/plan-report.ts';

function column(name: string, sourceType: string, changes: Partial<PlannedColumn> = {}): PlannedColumn {
  return {
    name,
    use: 'included',
    sourceType,
    targetType: sourceType === 'bigint' ? 'BIGINT' : 'STRING',
    isKey: false,
    change: null,
    personal: null,
    ...changes,
  };
}

const INVOICES: PlannedTable = {
  source: 'public.invoices',
  target: 'lakehouse.postgres_raw.pg_invoices',
  change: 'added',
  removal: null,
  isPublished: true,
  estimatedRows: 1_204_331,
  estimatedBytes: 430_112_768,
  rowKey: ['invoice_id'],
  columns: [
    column('invoice_id', 'bigint', { isKey: true }),
    column('customer_id', 'bigint'),
    column('billing_email', 'text', { personal: 'an e-mail address' }),
    column('amount', 'numeric(12,2)', { targetType: 'DECIMAL(12,2)' }),
    column('iban', 'text', { use: 'excluded', targetType: null, personal: 'a bank account' }),
    column('amount_with_tax', 'numeric', { use: 'generated', sourceType: null, targetType: null }),
  ],
  load: { reason: 'first load', replacedRows: null },
  unfinished: null,
  drift: [],
  statements: [
    [
      'CREATE TABLE IF NOT EXISTS `lakehouse`.`postgres_raw`.`pg_invoices` (',
      "  `invoice_id` BIGINT NOT NULL COMMENT 'bigint',",
      "  `customer_id` BIGINT COMMENT 'bigint',",
      "  `billing_email` STRING COMMENT 'text',",
      "  `amount` DECIMAL(12,2) COMMENT 'numeric(12,2)',",
      "  `_commit_lsn` BIGINT NOT NULL COMMENT 'LSN of the commit that the row is as of',",
      "  `_committed_at` TIMESTAMP COMMENT 'When that commit was made',",
      "  `_synced_at` TIMESTAMP COMMENT 'When Tributary wrote the row',",
      '  PRIMARY KEY (`invoice_id`)',
      ')',
      'USING DELTA',
      'CLUSTER BY (`invoice_id`)',
    ].join('\n'),
  ],
};

const ORDERS: PlannedTable = {
  ...INVOICES,
  source: 'public.orders',
  target: 'lakehouse.postgres_raw.pg_orders',
  change: 'changed',
  estimatedRows: 9_830_112,
  estimatedBytes: 3_221_225_472,
  rowKey: ['order_id'],
  columns: [
    column('order_id', 'bigint', { isKey: true }),
    column('status', 'text'),
    column('channel', 'text', { change: 'added' }),
    column('internal_note', 'text', { use: 'excluded', targetType: null, change: 'deselected' }),
  ],
  load: null,
  drift: [
    {
      kind: 'column-added',
      column: 'channel',
      outcome: 'Added to the target; existing rows read the default they have at the source.',
    },
    {
      kind: 'column-deselected',
      column: 'internal_note',
      outcome: 'No longer brought over. Kept in the target as it is; new rows have NULL there.',
    },
  ],
  statements: [
    'ALTER TABLE `lakehouse`.`postgres_raw`.`pg_orders` ADD COLUMN `channel` STRING',
    "UPDATE `lakehouse`.`postgres_raw`.`pg_orders` SET `channel` = 'web' WHERE `channel` IS NULL",
  ],
};

const LEGACY: PlannedTable = {
  ...INVOICES,
  source: 'public.legacy_prices',
  target: 'lakehouse.postgres_raw.pg_legacy_prices',
  change: 'removed',
  removal: 'no longer selected',
  estimatedRows: null,
  estimatedBytes: null,
  columns: [],
  load: null,
  statements: [],
};

function unchanged(name: string): PlannedTable {
  return {
    ...LEGACY,
    source: `public.${name}`,
    target: `lakehouse.postgres_raw.pg_${name}`,
    change: 'unchanged',
    removal: null,
  };
}

/** A change as most are: a table comes, one is altered, one goes, two stay. */
export const PLAN_CHANGES: PlanReport = {
  schemaVersion: 1,
  pipeline: 'orders_to_lake',
  status: 'changes',
  firstRun: false,
  targetSchema: 'lakehouse.postgres_raw',
  slot: { name: 'lakeflow_slot', action: 'kept' },
  publication: { name: 'lakeflow_publication', needed: [], optional: [] },
  unseen: [],
  problems: [],
  tables: [unchanged('customers'), INVOICES, ORDERS, unchanged('payments'), LEGACY],
  statements: [],
  load: {
    tables: 1,
    rows: 1_204_331,
    bytes: 430_112_768,
    unknownTables: 0,
    durationMs: 39_000,
    basis: 'history',
    because: "at the 31,000 rows a second of this pipeline's last 2 loads",
    cost: { amount: 0.0303, perHour: 2.8, currency: 'USD' },
  },
  warnings: [
    {
      kind: 'personal-data',
      table: 'public.invoices',
      message:
        'public.invoices brings over what looks like personal data: "billing_email" (an e-mail address).',
      solution:
        'Exclude it, or put a column mask on the target in Unity Catalog:\nselection:\n  exclude_columns:\n    - {table: "invoices", columns: ["billing_email"]}',
    },
    {
      kind: 'column-kept',
      table: 'public.orders',
      message: 'public.orders: the target keeps what it holds in "internal_note".',
      solution:
        'To remove it after the next run:\nALTER TABLE lakehouse.postgres_raw.pg_orders DROP COLUMN internal_note;',
    },
  ],
};

/** A pull request that selects a table before it is published, in words that want escaping. */
export const PLAN_BLOCKED: PlanReport = {
  ...PLAN_CHANGES,
  pipeline: 'crm_to_lake',
  status: 'blocked',
  publication: {
    name: 'lakeflow_publication',
    needed: ['ALTER PUBLICATION lakeflow_publication ADD TABLE public."a|b <i>", public.visits;'],
    optional: [],
  },
  problems: [
    {
      table: null,
      code: 'publication-incomplete',
      message: 'Publication "lakeflow_publication" does not contain public.a|b <i>, public.visits.',
      solution: 'ALTER PUBLICATION lakeflow_publication ADD TABLE public."a|b <i>", public.visits;',
    },
    {
      table: 'public.orders',
      code: 'drift-unsupported',
      message:
        'public.orders: column "note" was renamed to "@here #1". Bringing that over is not supported yet.',
      solution:
        'Undo it, or load the table anew: drop or rename pg_orders in the target, then run once with --reload public.orders',
    },
  ],
  tables: [
    { ...unpublished('a|b <i>'), change: 'added' },
    { ...ORDERS, drift: [], statements: [], columns: [] },
    { ...unpublished('visits'), change: 'added' },
  ],
  load: {
    tables: 2,
    rows: null,
    bytes: null,
    unknownTables: 2,
    durationMs: null,
    basis: 'assumption',
    because: 'assuming 25,000 rows and 10 MiB a second',
    cost: null,
  },
  warnings: [],
};

function unpublished(name: string): PlannedTable {
  return {
    ...unchanged(name),
    isPublished: false,
    load: { reason: 'first load', replacedRows: null },
  };
}

export const PLAN_STILL: PlanReport = {
  ...PLAN_CHANGES,
  pipeline: 'billing_to_lake',
  status: 'no-changes',
  tables: [unchanged('customers'), unchanged('payments')],
  load: null,
  warnings: [],
};

/** The target was left out: columns, publication and personal data are told, and what it holds is not. */
const PLAN_WITHOUT_TARGET: PlanReport = {
  ...PLAN_CHANGES,
  status: 'unseen',
  firstRun: null,
  slot: { name: 'lakeflow_slot', action: 'unknown' },
  unseen: [
    {
      side: 'target',
      message: 'The target was left out: what it holds already is not known.',
      code: null,
      solution: null,
    },
  ],
  tables: [{ ...INVOICES, change: 'unknown', load: null, statements: [] }],
  load: null,
  warnings: PLAN_CHANGES.warnings.slice(0, 1),
};

const PLAN_UNREACHABLE: PlanReport = {
  ...PLAN_WITHOUT_TARGET,
  unseen: [
    {
      side: 'source',
      message: 'PostgreSQL at db.example:5432 does not answer (connection refused).',
      code: 'source-unreachable',
      solution: 'Check source.host and source.port, and that the server admits this machine.',
    },
  ],
  tables: [],
  warnings: [],
};

/** A pipeline's first run, over a table that is there already. */
export const PLAN_FIRST_RUN: PlanReport = {
  ...PLAN_CHANGES,
  firstRun: true,
  slot: { name: 'lakeflow_slot', action: 'made' },
  tables: [
    { ...INVOICES, load: { reason: 'first load', replacedRows: 1200 }, statements: [] },
    {
      ...ORDERS,
      change: 'added',
      drift: [],
      columns: ORDERS.columns.map((one) => ({ ...one, change: null })),
      load: { reason: 'first load', replacedRows: null },
      statements: INVOICES.statements.map((sql) => sql.replace('pg_invoices', 'pg_orders')),
    },
    { ...unchanged('payments'), change: 'changed', unfinished: { loadedRows: 400_000, continuedBy: 'run' } },
  ],
  statements: ['CREATE SCHEMA IF NOT EXISTS `lakehouse`.`postgres_raw`'],
  load: {
    tables: 3,
    rows: 11_034_443,
    bytes: 3_651_338_240,
    unknownTables: 1,
    durationMs: 451_000,
    basis: 'assumption',
    because: 'assuming 25,000 rows and 10 MiB a second',
    cost: null,
  },
  warnings: [],
};

export const PLANS: readonly { readonly name: string; readonly plan: PlanReport }[] = [
  { name: 'plan-changes', plan: PLAN_CHANGES },
  { name: 'plan-blocked', plan: PLAN_BLOCKED },
  { name: 'plan-no-changes', plan: PLAN_STILL },
  { name: 'plan-without-target', plan: PLAN_WITHOUT_TARGET },
  { name: 'plan-unreachable', plan: PLAN_UNREACHABLE },
  { name: 'plan-first-run', plan: PLAN_FIRST_RUN },
];
