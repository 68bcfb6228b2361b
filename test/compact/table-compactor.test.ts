import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TableCompactor } from '../../src/compact/table-compactor.ts';
import type { RowChange } from '../../src/model/change.ts';
import { lsnOf } from '../../src/model/lsn.ts';
import type { NetChange } from '../../src/model/net-change.ts';
import { type RowImage, readRowImage } from '../../src/model/row-image.ts';
import { RowView } from '../../src/model/row-view.ts';
import { imageOf, type Tuple, UNCHANGED } from '../support/pgoutput-builder.ts';
import { valuesOf } from '../support/row-values.ts';
import {
  type Change,
  type Identity,
  type Intent,
  type ModelRow,
  type ModelTable,
  perform,
} from './model-table.ts';

const OID = 16_384;
const id = fc.constantFrom('1', '2', '3', '4');
const value = fc.option(fc.stringMatching(/^[a-z]{1,3}$/));
const intent: fc.Arbitrary<Intent> = fc.record({
  verb: fc.constantFrom('write', 'touch', 'move', 'delete'),
  id,
  newId: id,
  label: value,
  body: value,
});
const workload = fc.record({
  before: fc.array(intent, { maxLength: 6 }),
  during: fc.array(
    fc.oneof({ weight: 20, arbitrary: intent }, { weight: 1, arbitrary: fc.constant('truncate' as const) }),
    {
      maxLength: 30,
    },
  ),
  identity: fc.constantFrom<Identity>('default', 'full'),
});

describe('the net changes of a table', () => {
  it('give the rows that applying every change one by one gives', () => {
    fc.assert(
      fc.property(workload, ({ before, during, identity }) => {
        const start = before.reduce<ModelTable>(
          (table, wish) => perform(table, wish, identity).table,
          new Map(),
        );
        const compactor = openCompactor(false);
        let table = start;
        let truncated = false;
        for (const [ordinal, wish] of during.entries()) {
          if (wish === 'truncate') {
            compactor.truncate();
            table = new Map();
            truncated = true;
            continue;
          }
          const done = perform(table, wish, identity);
          table = done.table;
          if (done.change !== undefined) applyTo(compactor, done.change, ordinal);
        }
        const target = applyNetChanges(truncated ? new Map() : start, [...compactor.take()]);
        expect(sorted(target)).toEqual(sorted(table));
      }),
      { numRuns: 3000 },
    );
  });

  it('keep of every deleted row what it last held, where deleted rows are kept', () => {
    fc.assert(
      fc.property(workload, ({ before, during, identity }) => {
        const start = before.reduce<ModelTable>(
          (table, wish) => perform(table, wish, identity).table,
          new Map(),
        );
        const compactor = openCompactor(true);
        const lastHeld = new Map<string, ModelRow>();
        let table = start;
        for (const [ordinal, wish] of during.entries()) {
          if (wish === 'truncate') continue;
          const done = perform(table, wish, identity);
          for (const [key, row] of table) if (!done.table.has(key)) lastHeld.set(key, row);
          table = done.table;
          if (done.change !== undefined) applyTo(compactor, done.change, ordinal);
        }
        const marked = applyMarking(start, [...compactor.take()]);
        for (const key of table.keys()) lastHeld.delete(key);
        expect(sorted(marked.rows)).toEqual(sorted(table));
        expect(sorted(marked.deleted)).toEqual(sorted(lastHeld));
      }),
      { numRuns: 3000 },
    );
  });

  it('are at most one a row key, with the commit and the ordinal of the last change of it', () => {
    const compactor = openCompactor(false);
    applyTo(compactor, { tag: 'insert', tuple: ['1', 'a', 'b'] }, 1);
    applyTo(compactor, { tag: 'update', tuple: ['1', 'c', UNCHANGED], previous: undefined }, 2);
    expect(compactor.size).toBe(1);
    const [change, ...others] = compactor.take();
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      tag: 'upsert',
      ordinal: 2,
      commit: { commitLsn: 2n },
      movedFrom: undefined,
    });
    expect(change && tupleIn(change.image)).toEqual(['1', 'c', 'b']);
  });

  it('are taken once: afterwards the compactor is empty', () => {
    const compactor = openCompactor(false);
    applyTo(compactor, { tag: 'insert', tuple: ['1', 'a', 'b'] }, 1);
    expect([...compactor.take()]).toHaveLength(1);
    expect([...compactor.take()]).toEqual([]);
    expect(compactor.size).toBe(0);
  });

  it('say where an unchanged value still lies after a chain of moves, and when the last one was', () => {
    const compactor = openCompactor(false);
    for (const [ordinal, [from, to]] of [
      ['1', '2'],
      ['2', '3'],
    ].entries())
      applyTo(
        compactor,
        {
          tag: 'update',
          tuple: [to ?? '', 'a', UNCHANGED],
          previous: { tag: 'key', tuple: [from ?? '', null, null] },
        },
        ordinal + 1,
      );
    const moved = [...compactor.take()].find((change) => change.tag === 'upsert');
    expect(moved?.movedFrom && tupleIn(moved.movedFrom.key)).toEqual(['1', null, null]);
    expect(moved?.movedFrom?.commitLsn).toBe(2n);
  });

  it('are refused when PostgreSQL updates a row that it deleted', () => {
    const compactor = openCompactor(false);
    applyTo(compactor, { tag: 'delete', previous: { tag: 'key', tuple: ['1', null, null] } }, 1);
    expect(() =>
      applyTo(compactor, { tag: 'update', tuple: ['1', 'a', UNCHANGED], previous: undefined }, 2),
    ).toThrow(expect.objectContaining({ code: 'protocol-violated' }));
  });
});

function openCompactor(keepDeletedImages: boolean): TableCompactor {
  return new TableCompactor({ table: 'public.orders', columnCount: 3, keyColumns: [0], keepDeletedImages });
}

function applyTo(compactor: TableCompactor, change: Change, ordinal: number): void {
  const commit = { commitLsn: lsnOf(BigInt(ordinal)), committedAt: 0n };
  compactor.apply(rowChangeOf(change), commit, ordinal);
}

function rowChangeOf(change: Change): RowChange {
  const imageOfPrevious = (previous: { readonly tag: 'key' | 'full'; readonly tuple: Tuple }) => ({
    tag: previous.tag,
    image: imageOf(previous.tuple),
  });
  switch (change.tag) {
    case 'insert':
      return { tag: 'insert', relationOid: OID, image: imageOf(change.tuple) };
    case 'update':
      return {
        tag: 'update',
        relationOid: OID,
        image: imageOf(change.tuple),
        previous: change.previous === undefined ? undefined : imageOfPrevious(change.previous),
      };
    case 'delete':
      return { tag: 'delete', relationOid: OID, previous: imageOfPrevious(change.previous) };
    default:
      return change satisfies never;
  }
}

/** What a merge does with net changes, all at once: values it keeps or moves are those from before the interval. */
function applyNetChanges(before: ModelTable, changes: readonly NetChange[]): ModelTable {
  const after = new Map(before);
  for (const change of changes) {
    const [key = ''] = texts(change.image);
    if (change.tag === 'upsert') after.set(key, resolve(before, change));
    else after.delete(key);
  }
  return after;
}

function applyMarking(
  before: ModelTable,
  changes: readonly NetChange[],
): { readonly rows: ModelTable; readonly deleted: ModelTable } {
  const rows = new Map(before);
  const deleted = new Map<string, ModelRow>();
  for (const change of changes) {
    const [key = ''] = texts(change.image);
    if (change.tag === 'upsert') {
      rows.set(key, resolve(before, change));
      continue;
    }
    const last = change.tag === 'delete' ? resolve(before, change) : before.get(key);
    rows.delete(key);
    if (last !== undefined) deleted.set(key, last);
  }
  return { rows, deleted };
}

/** Fills what a net change leaves unchanged from where it says that it lies. */
function resolve(before: ModelTable, change: Exclude<NetChange, { readonly tag: 'delete-key' }>): ModelRow {
  const [key = '', label = null, body = null] = tupleIn(change.image);
  const place = change.movedFrom === undefined ? key : tupleIn(change.movedFrom.key)[0];
  const kept = before.get(String(place));
  if (body === UNCHANGED && kept === undefined) throw new Error('an unchanged value lies nowhere');
  return {
    id: String(key),
    label: label === UNCHANGED ? null : label,
    body: body === UNCHANGED ? (kept?.body ?? null) : body,
  };
}

function tupleIn(image: RowImage): Tuple {
  return valuesOf(readRowImage(image, new RowView(3)));
}

function texts(image: RowImage): readonly string[] {
  return tupleIn(image).map(String);
}

function sorted(table: ModelTable): readonly ModelRow[] {
  return [...table.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}
