import type { Random } from './random.ts';
import type { WorkloadTable } from './workload-tables.ts';

/**
 * The kinds of change that the workload makes, with how often. Each is one or a few statements inside a
 * transaction; a statement that finds no row changes nothing, which happens too.
 */
export const OPERATION_WEIGHTS = {
  insert: 20,
  'insert-many': 4,
  upsert: 4,
  /** Leaves the large values as they are: they arrive as unchanged TOAST. */
  update: 20,
  'update-many': 2,
  'update-large': 8,
  /** Shrinks a large value to a short one, or to NULL. */
  'update-large-to-small': 3,
  'update-nothing': 4,
  'update-repeatedly': 4,
  delete: 8,
  'delete-and-insert': 4,
  'insert-and-delete': 2,
  'change-key': 6,
  /** K1 → K2 → K3 in one transaction. */
  'change-key-chain': 3,
  /** Deletes K2 and moves K1 there. */
  'change-key-onto-deleted': 3,
  'change-key-and-large': 2,
  'swap-keys': 2,
  truncate: 0.3,
} as const satisfies Record<string, number>;

export type OperationName = keyof typeof OPERATION_WEIGHTS;
export type OperationWeights = Readonly<Record<OperationName, number>>;

export interface OperationContext {
  readonly random: Random;
  readonly table: WorkloadTable;
  /** Keys are taken from 0 to this, less one. Small spaces make keys meet often. */
  readonly keySpace: number;
}

/** The statements of one operation on one table, each ending with a semicolon. */
export function buildOperation(operation: OperationName, context: OperationContext): string {
  return OPERATIONS[operation](context);
}

const OPERATIONS = {
  insert: (context) => insert(context, anyKey(context)),
  'insert-many': (context) =>
    Array.from({ length: context.random.integer(3, 12) }, () => insert(context, anyKey(context))).join('\n'),
  upsert: (context) => upsert(context, anyKey(context)),
  update: (context) => update(context, smallChanges(context), at(context, anyKey(context))),
  'update-many': (context) => update(context, smallChanges(context), someRows(context)),
  'update-large': (context) => update(context, largeChanges(context), at(context, anyKey(context))),
  'update-large-to-small': (context) =>
    update(context, setLarge(context, context.random.chance(0.5)), at(context, anyKey(context))),
  'update-nothing': (context) => update(context, sameValues(context.table), at(context, anyKey(context))),
  'update-repeatedly': (context) => {
    const where = at(context, anyKey(context));
    const changes = [
      smallChanges(context),
      largeChanges(context),
      smallChanges(context),
      sameValues(context.table),
    ];
    return changes.map((change) => update(context, change, where)).join('\n');
  },
  delete: (context) => remove(context, anyKey(context)),
  'delete-and-insert': (context) => {
    const key = anyKey(context);
    return `${remove(context, key)}\n${insert(context, key)}`;
  },
  'insert-and-delete': (context) => {
    const key = anyKey(context);
    return `${insert(context, key)}\n${remove(context, key)}`;
  },
  'change-key': (context) => moveKey(context, anyKey(context), anyKey(context)),
  'change-key-chain': (context) => {
    const [first, second, third] = [anyKey(context), anyKey(context), anyKey(context)];
    return `${moveKey(context, first, second)}\n${moveKey(context, second, third)}`;
  },
  'change-key-onto-deleted': (context) => {
    const [from, to] = [anyKey(context), anyKey(context)];
    return from === to ? remove(context, to) : `${remove(context, to)}\n${moveKey(context, from, to)}`;
  },
  'change-key-and-large': (context) =>
    moveKey(context, anyKey(context), anyKey(context), `, ${largeChanges(context)}`),
  'swap-keys': (context) => {
    const [first, second] = [anyKey(context), anyKey(context)];
    // A key outside the space holds the first row meanwhile.
    const aside = context.keySpace + first;
    return [
      moveKey(context, first, aside),
      moveKey(context, second, first),
      moveKey(context, aside, second),
    ].join('\n');
  },
  truncate: ({ table }) => /*sql*/ `TRUNCATE ${table.name};`,
} as const satisfies Record<OperationName, (context: OperationContext) => string>;

function anyKey({ random, keySpace }: OperationContext): number {
  return random.integer(0, keySpace - 1);
}

function insert(context: OperationContext, key: number): string {
  return /*sql*/ `${insertion(context, key)} ON CONFLICT DO NOTHING;`;
}

function upsert(context: OperationContext, key: number): string {
  const { table } = context;
  return /*sql*/ `${insertion(context, key)} ON CONFLICT (${table.keyColumns.join(', ')}) DO UPDATE SET ${smallChanges(context)};`;
}

function insertion(context: OperationContext, key: number): string {
  const { table, random } = context;
  const columns = [...table.keyColumns, ...Object.keys(table.columns), ...Object.keys(table.largeColumns)];
  const large = Object.values(table.largeColumns).map((make) => pickLarge(random, make));
  const values = [...table.key(key), ...Object.values(table.columns).map((make) => make(random)), ...large];
  return /*sql*/ `INSERT INTO ${table.name} (${columns.join(', ')}) VALUES (${values.join(', ')})`;
}

function pickLarge(random: Random, make: (random: Random) => string): string {
  return random.chance(0.7) ? make(random) : 'NULL';
}

function update({ table }: OperationContext, changes: string, where: string): string {
  return /*sql*/ `UPDATE ${table.name} SET ${changes} WHERE ${where};`;
}

function remove(context: OperationContext, key: number): string {
  return /*sql*/ `DELETE FROM ${context.table.name} WHERE ${at(context, key)};`;
}

/** Moves a row to another key, unless a row is there already; `changes` go with it. */
function moveKey(context: OperationContext, from: number, to: number, changes = ''): string {
  const { table } = context;
  const values = table.key(to);
  const assignments = table.keyColumns.map((column, index) => `${column} = ${values[index]}`).join(', ');
  const free = /*sql*/ `NOT EXISTS (SELECT FROM ${table.name} WHERE ${at(context, to)})`;
  return update(context, `${assignments}${changes}`, `${at(context, from)} AND ${free}`);
}

function at({ table }: OperationContext, key: number): string {
  const values = table.key(key);
  return table.keyColumns.map((column, index) => `${column} = ${values[index]}`).join(' AND ');
}

/** A fraction of the rows, chosen by their keys. */
function someRows({ table, random }: OperationContext): string {
  const key = table.keyColumns.map((column) => `${column}::text`).join(` || '/' || `);
  return `abs(hashtext(${key}) % 8) = ${random.integer(0, 7)}`;
}

function smallChanges({ table, random }: OperationContext): string {
  const names = Object.entries(table.columns).filter((_, index) => index === 0 || random.chance(0.4));
  return names.map(([column, make]) => `${column} = ${make(random)}`).join(', ');
}

function largeChanges({ table, random }: OperationContext): string {
  return Object.entries(table.largeColumns)
    .map(([column, make]) => `${column} = ${make(random)}`)
    .join(', ');
}

function setLarge({ table }: OperationContext, toNull: boolean): string {
  const columns = Object.keys(table.largeColumns);
  return columns
    .map((column) => `${column} = ${toNull ? 'NULL' : (SHORT_VALUES[table.name] ?? `'short'`)}`)
    .join(', ');
}

const SHORT_VALUES: Readonly<Record<string, string>> = { text_keys: `'\\x01'`, every_type: `'{}'` };

/** Every column becomes what it is: a new row version, the large values unchanged. */
function sameValues(table: WorkloadTable): string {
  const columns = [...Object.keys(table.columns), ...Object.keys(table.largeColumns)];
  return columns.map((column) => `${column} = ${column}`).join(', ');
}
