import { type Tuple, UNCHANGED } from '../support/pgoutput-builder.ts';

/*
 * A table of three columns as PostgreSQL has it, with its changes as PostgreSQL would send them: `id` is the key, `label` is
 * small, `body` is stored out of line, so that an update that leaves it alone does not send it.
 */

export interface ModelRow {
  readonly id: string;
  readonly label: string | null;
  readonly body: string | null;
}

export type ModelTable = ReadonlyMap<string, ModelRow>;
export type Identity = 'default' | 'full';

export type Change =
  | { readonly tag: 'insert'; readonly tuple: Tuple }
  | {
      readonly tag: 'update';
      readonly tuple: Tuple;
      readonly previous: { readonly tag: 'key' | 'full'; readonly tuple: Tuple } | undefined;
    }
  | { readonly tag: 'delete'; readonly previous: { readonly tag: 'key' | 'full'; readonly tuple: Tuple } };

/** What somebody would like to do; what cannot be done to the table as it is becomes something that can. */
export interface Intent {
  readonly verb: 'write' | 'touch' | 'move' | 'delete';
  readonly id: string;
  readonly newId: string;
  readonly label: string | null;
  readonly body: string | null;
}

/** Does it to the table; gives the table after it and the change that PostgreSQL would send, if there is one. */
export function perform(
  table: ModelTable,
  intent: Intent,
  identity: Identity,
): { readonly table: ModelTable; readonly change: Change | undefined } {
  const row = table.get(intent.id);
  if (row === undefined) {
    if (intent.verb === 'delete') return { table, change: undefined };
    const inserted = { id: intent.id, label: intent.label, body: intent.body };
    return { table: put(table, inserted), change: { tag: 'insert', tuple: tupleOf(inserted) } };
  }
  switch (intent.verb) {
    case 'delete':
      return {
        table: without(table, row.id),
        change: { tag: 'delete', previous: previousOf(row, identity) },
      };
    case 'write':
      return update(table, row, { ...row, label: intent.label, body: intent.body }, true, identity);
    case 'touch':
      return update(table, row, { ...row, label: intent.label }, false, identity);
    case 'move': {
      // A key that is taken cannot be moved to.
      const id = table.has(intent.newId) ? row.id : intent.newId;
      return update(table, row, { ...row, id, label: intent.label }, false, identity);
    }
    default:
      return intent.verb satisfies never;
  }
}

function update(
  table: ModelTable,
  before: ModelRow,
  after: ModelRow,
  bodyWritten: boolean,
  identity: Identity,
): { readonly table: ModelTable; readonly change: Change } {
  // A null is in the row itself: only a value that lies out of line is left out.
  const body = bodyWritten || after.body === null ? after.body : UNCHANGED;
  const moved = before.id !== after.id;
  return {
    table: put(without(table, before.id), after),
    change: {
      tag: 'update',
      tuple: [after.id, after.label, body],
      previous: moved || identity === 'full' ? previousOf(before, identity) : undefined,
    },
  };
}

function previousOf(
  row: ModelRow,
  identity: Identity,
): { readonly tag: 'key' | 'full'; readonly tuple: Tuple } {
  return identity === 'full'
    ? { tag: 'full', tuple: tupleOf(row) }
    : { tag: 'key', tuple: [row.id, null, null] };
}

function tupleOf({ id, label, body }: ModelRow): Tuple {
  return [id, label, body];
}

function put(table: ModelTable, row: ModelRow): ModelTable {
  return new Map(table).set(row.id, row);
}

function without(table: ModelTable, id: string): ModelTable {
  const rest = new Map(table);
  rest.delete(id);
  return rest;
}
