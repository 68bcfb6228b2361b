import { describe, expect, it } from 'vitest';
import { UNCHANGED } from '../stage/staging.ts';
import { checkpointStoreOf } from '../support/checkpoint.ts';
import {
  integer,
  lsn,
  marking,
  NASTY,
  ORDER_LINES,
  ORDERS,
  rangeReplaced,
  text,
  wholeGroup,
} from './merge-plans.ts';
import { OrdersLakehouse, type StagedRow } from './orders-lakehouse.ts';

const NOTES = new Set(['notes']);
const FENCED = expect.objectContaining({ code: 'checkpoint-fenced' });

function upsert(lsn: number, ...values: StagedRow['values']): StagedRow {
  return { op: 'u', lsn, values };
}

function deleteKey(lsn: number, key: string): StagedRow {
  return { op: 'd', lsn, values: [key, null, null] };
}

describe('a merge that removes deleted rows', () => {
  it('inserts, updates and deletes, and counts what it did', async () => {
    await using lakehouse = await OrdersLakehouse.open(ORDERS);
    await lakehouse.mergeRows([upsert(10, '1', '1', 'a'), upsert(10, '2', '2', 'b')]);
    const counts = await lakehouse.mergeRows([
      upsert(20, '1', '1.5', null),
      deleteKey(20, '2'),
      deleteKey(20, '3'),
      upsert(20, '4', null, 'd'),
    ]);
    expect(await lakehouse.rows()).toEqual(['1|1.50|NULL|20', '4|NULL|d|20']);
    expect(counts).toEqual({ inserted: 1, updated: 1, deleted: 1 });
  });

  it('leaves a row alone that a later change wrote', async () => {
    await using lakehouse = await OrdersLakehouse.open(ORDERS);
    await lakehouse.mergeRows([upsert(30, '1', '3', 'late'), upsert(30, '2', '3', 'late')]);
    await lakehouse.mergeRows([upsert(29, '1', '2', 'early'), deleteKey(29, '2')]);
    expect(await lakehouse.rows()).toEqual(['1|3.00|late|30', '2|3.00|late|30']);
  });

  it.each([ORDERS, marking(ORDERS)])(
    'gives the same rows when it is repeated, whatever it did ($deletedRows)',
    async (target) => {
      await using lakehouse = await OrdersLakehouse.open(target);
      await lakehouse.mergeRows([
        upsert(10, '1', '1', 'a'),
        upsert(10, '2', '2', 'b'),
        upsert(10, '3', '3', 'c'),
      ]);
      await lakehouse.stage('again', [
        upsert(20, '1', '9', UNCHANGED),
        deleteKey(20, '2'),
        { ...upsert(20, '4', '4', UNCHANGED), previousKey: ['3', null, null], movedLsn: 20 },
        deleteKey(20, '3'),
        upsert(20, '5', '5', 'e'),
      ]);
      const changes = { groups: [wholeGroup(target, 'again')], unchangedColumns: NOTES, movedRows: true };
      await lakehouse.merge(changes);
      const once = await lakehouse.rows();
      await lakehouse.merge(changes);
      expect(await lakehouse.rows()).toEqual(once);
      expect(once.filter((row) => !row.endsWith('deleted'))).toEqual([
        '1|9.00|a|20',
        '4|4.00|c|20',
        '5|5.00|e|20',
      ]);
    },
  );
});

describe('a merge that marks deleted rows', () => {
  it('keeps the last values of a row of which only the key is told, and takes a told image', async () => {
    await using lakehouse = await OrdersLakehouse.open(marking(ORDERS));
    await lakehouse.mergeRows([upsert(10, '1', '1', 'a'), upsert(10, '2', '2', 'b')]);
    const counts = await lakehouse.mergeRows([
      deleteKey(20, '1'),
      { op: 'x', lsn: 20, values: ['2', '2.5', 'last'] },
      deleteKey(20, '3'),
    ]);
    expect(await lakehouse.rows()).toEqual([
      '1|1.00|a|20|deleted',
      '2|2.50|last|20|deleted',
      '3|NULL|NULL|20|deleted',
    ]);
    expect(counts).toMatchObject({ updated: 0, deleted: 3 });
  });

  it('brings a marked row back when it is inserted again, with nothing of its old life', async () => {
    await using lakehouse = await OrdersLakehouse.open(marking(ORDERS));
    await lakehouse.mergeRows([upsert(10, '1', '1', 'a')]);
    await lakehouse.mergeRows([deleteKey(20, '1')]);
    await lakehouse.mergeRows([upsert(30, '1', null, null)]);
    expect(await lakehouse.rows()).toEqual(['1|NULL|NULL|30']);
  });

  it('is not undone by an older change: the mark keeps its LSN', async () => {
    await using lakehouse = await OrdersLakehouse.open(marking(ORDERS));
    await lakehouse.mergeRows([deleteKey(20, '1')]);
    await lakehouse.mergeRows([upsert(19, '1', '1', 'a')]);
    expect(await lakehouse.rows()).toEqual(['1|NULL|NULL|20|deleted']);
  });
});

describe('unchanged values', () => {
  it('keep what the target holds', async () => {
    await using lakehouse = await OrdersLakehouse.open(ORDERS);
    await lakehouse.mergeRows([upsert(10, '1', '1', 'long'), upsert(10, '2', '2', null)]);
    await lakehouse.mergeRows([upsert(20, '1', '9', UNCHANGED), upsert(20, '2', '9', UNCHANGED)], {
      unchangedColumns: NOTES,
    });
    expect(await lakehouse.rows()).toEqual(['1|9.00|long|20', '2|9.00|NULL|20']);
  });

  it('are searched for where the target has no row, and come from what was read again', async () => {
    await using lakehouse = await OrdersLakehouse.open(ORDERS);
    await lakehouse.mergeRows([upsert(10, '1', '1', 'kept')]);
    await lakehouse.stage('interval', [upsert(20, '1', '2', UNCHANGED), upsert(20, '2', '2', UNCHANGED)]);
    const changes = { groups: [wholeGroup(ORDERS, 'interval')], unchangedColumns: NOTES };
    // Without what was read again the merge fails, and changes nothing.
    expect(await lakehouse.tryMerge(changes)).toBe('unresolved');
    expect(await lakehouse.rows()).toEqual(['1|1.00|kept|10']);
    expect(await lakehouse.orphans(changes)).toEqual([['2']]);
    await lakehouse.stage('reread', [{ lsn: 0, values: ['2', null, 'read again'] }]);
    await lakehouse.merge({ ...changes, rereadDirectory: 'reread' });
    expect(await lakehouse.rows()).toEqual(['1|2.00|kept|20', '2|2.00|read again|20']);
    // THEN a merge that was told so leaves out what cannot be had: the row is gone at the source.
    await lakehouse.mergeRows([upsert(30, '3', '3', UNCHANGED)], {
      unchangedColumns: NOTES,
      unresolved: 'left-out',
    });
    expect(await lakehouse.rows()).toEqual(['1|2.00|kept|20', '2|2.00|read again|20']);
  });

  it('of a moved row come from the key it had, also in a chain and when keys are swapped', async () => {
    await using lakehouse = await OrdersLakehouse.open(ORDERS);
    await lakehouse.mergeRows([
      upsert(10, '1', '1', 'one'),
      upsert(10, '2', '2', 'two'),
      upsert(10, '3', '3', 'three'),
    ]);
    await lakehouse.stage('interval', [
      { ...upsert(20, '2', '1', UNCHANGED), previousKey: ['1', null, null], movedLsn: 20 },
      { ...upsert(20, '1', '2', UNCHANGED), previousKey: ['2', null, null], movedLsn: 20 },
      { ...upsert(20, '4', '3', UNCHANGED), previousKey: ['3', null, null], movedLsn: 20 },
      deleteKey(20, '3'),
    ]);
    const changes = { groups: [wholeGroup(ORDERS, 'interval')], unchangedColumns: NOTES, movedRows: true };
    expect(await lakehouse.orphans(changes)).toEqual([]);
    await lakehouse.merge(changes);
    expect(await lakehouse.rows()).toEqual(['1|2.00|two|20', '2|1.00|one|20', '4|3.00|three|20']);
  });

  it('of a moved row are searched for when the target does not have the old key', async () => {
    await using lakehouse = await OrdersLakehouse.open(ORDERS);
    await lakehouse.mergeRows([upsert(10, '5', '5', 'an earlier row of that key')]);
    await lakehouse.stage('interval', [
      { ...upsert(20, '5', '1', UNCHANGED), previousKey: ['1', null, null], movedLsn: 20 },
    ]);
    const changes = { groups: [wholeGroup(ORDERS, 'interval')], unchangedColumns: NOTES, movedRows: true };
    expect(await lakehouse.tryMerge(changes)).toBe('unresolved');
    expect(await lakehouse.orphans(changes)).toEqual([['5']]);
    await lakehouse.stage('reread', [{ lsn: 0, values: ['5', null, 'read again'] }]);
    await lakehouse.merge({ ...changes, rereadDirectory: 'reread' });
    expect(await lakehouse.rows()).toEqual(['5|1.00|read again|20']);
  });

  it.each([
    { table: ORDERS, left: [] },
    { table: marking(ORDERS), left: ['5|5.00|an earlier row of that key|20|deleted'] },
  ])('of a moved row that is nowhere any more leave no row that is not so', async ({ table, left }) => {
    await using lakehouse = await OrdersLakehouse.open(table);
    await lakehouse.mergeRows([upsert(10, '5', '5', 'an earlier row of that key')]);
    await lakehouse.mergeRows(
      [{ ...upsert(20, '5', '1', UNCHANGED), previousKey: ['1', null, null], movedLsn: 20 }],
      { unchangedColumns: NOTES, movedRows: true, unresolved: 'left-out' },
    );
    expect(await lakehouse.rows()).toEqual(left);
  });

  it('of a moved row of a composite key come from the key it had', async () => {
    await using lakehouse = await OrdersLakehouse.open(marking(ORDER_LINES));
    await lakehouse.mergeRows([upsert(10, '1', '1', '7', 'long', '1582-10-05 00:00:00')]);
    await lakehouse.mergeRows(
      [
        { op: 'd', lsn: 20, values: [null, '1', '7', null, null] },
        {
          ...upsert(20, '2', '2', '8', UNCHANGED, null),
          previousKey: [null, '1', '7', null, null],
          movedLsn: 20,
        },
      ],
      { unchangedColumns: new Set(['memo']), movedRows: true },
    );
    expect(await lakehouse.rows()).toEqual([
      '1|1|7|long|1582-10-05 00:00:00|20|deleted',
      '2|2|8|long|NULL|20',
    ]);
  });
});

describe('parts of one interval', () => {
  it.each([ORDERS, marking(ORDERS)])(
    'are folded in the order of the changes ($deletedRows)',
    async (target) => {
      await using lakehouse = await OrdersLakehouse.open(target);
      await lakehouse.mergeRows([
        upsert(10, '1', '1', 'one'),
        upsert(10, '2', '2', 'two'),
        upsert(10, '3', '3', 'three'),
      ]);
      await lakehouse.stage('parts', [
        { ...upsert(20, '1', '10', UNCHANGED), seq: 1 },
        { ...deleteKey(20, '2'), seq: 2 },
        { ...upsert(20, '3', '30', 'THREE'), seq: 3 },
        { ...upsert(20, '4', '40', 'four'), seq: 4 },
      ]);
      await lakehouse.stage('parts', [
        { ...upsert(30, '1', '11', UNCHANGED), seq: 5 },
        { ...upsert(30, '2', '22', 'TWO'), seq: 6 },
        { ...upsert(30, '3', '33', UNCHANGED), seq: 7 },
        { ...deleteKey(30, '4'), seq: 8 },
      ]);
      await lakehouse.merge({ groups: [wholeGroup(target, 'parts')], fold: true, unchangedColumns: NOTES });
      expect((await lakehouse.rows()).filter((row) => !row.endsWith('deleted'))).toEqual([
        '1|11.00|one|30',
        '2|22.00|TWO|30',
        '3|33.00|THREE|30',
      ]);
    },
  );

  it('of several shapes give older rows what PostgreSQL reads in a column that is newer than they', async () => {
    await using lakehouse = await OrdersLakehouse.open(ORDERS);
    await lakehouse.stage('old', [
      { ...upsert(20, '1', null, null), seq: 1 },
      { ...upsert(20, '2', null, null), seq: 2 },
    ]);
    await lakehouse.stage('new', [{ ...upsert(30, '2', '9', UNCHANGED), seq: 3 }]);
    await lakehouse.merge({
      fold: true,
      unchangedColumns: NOTES,
      groups: [
        {
          directory: 'old',
          columns: [
            { tag: 'staged', index: 0 },
            { tag: 'staged', index: 1 },
            { tag: 'missing', literal: "'default'" },
          ],
        },
        wholeGroup(ORDERS, 'new'),
      ],
    });
    expect(await lakehouse.rows()).toEqual(['1|NULL|default|20', '2|9.00|default|30']);
  });
});

describe('rows that a TRUNCATE or a snapshot says are gone', () => {
  it('go in the same statement; what came later stays', async () => {
    await using lakehouse = await OrdersLakehouse.open(ORDERS);
    await lakehouse.mergeRows([upsert(10, '1', '1', 'a'), upsert(40, '2', '2', 'later')]);
    const counts = await lakehouse.mergeRows([upsert(25, '3', '3', 'c')], {
      others: { tag: 'truncated', lsn: lsn(20) },
    });
    expect(await lakehouse.rows()).toEqual(['2|2.00|later|40', '3|3.00|c|25']);
    expect(counts).toEqual({ inserted: 1, updated: 0, deleted: 1 });
  });

  it('are marked once where deleted rows are kept', async () => {
    await using lakehouse = await OrdersLakehouse.open(marking(ORDERS));
    await lakehouse.mergeRows([upsert(10, '1', '1', 'a'), deleteKey(10, '2')]);
    const counts = await lakehouse.mergeRows([upsert(25, '3', '3', 'c')], {
      others: { tag: 'truncated', lsn: lsn(20) },
    });
    expect(await lakehouse.rows()).toEqual(['1|1.00|a|20|deleted', '2|NULL|NULL|10|deleted', '3|3.00|c|25']);
    expect(counts).toEqual({ inserted: 1, updated: 0, deleted: 1 });
  });

  it('are all rows when an empty snapshot is loaded', async () => {
    await using lakehouse = await OrdersLakehouse.open(ORDERS);
    await lakehouse.mergeRows([upsert(10, '1', '1', 'a'), upsert(40, '2', '2', 'of another history')]);
    await lakehouse.mergeRows([], { others: { tag: 'replaced', lsn: lsn(20) } });
    expect(await lakehouse.rows()).toEqual([]);
  });

  it.each([
    { target: ORDERS, left: ['2|9.00|as loaded|20', '3|3.00|c|20', '4|4.00|d|30'] },
    {
      target: marking(ORDERS),
      left: [
        '1|1.00|a|20|deleted',
        '2|9.00|as loaded|20',
        '3|3.00|c|20',
        '4|4.00|d|30',
        '5|NULL|NULL|20|deleted',
        '6|NULL|NULL|10|deleted',
      ],
    },
  ])(
    'are those of another history too when a snapshot replaces them, so that its changes find their rows ($target.deletedRows)',
    async ({ target, left }) => {
      await using lakehouse = await OrdersLakehouse.open(target);
      await lakehouse.mergeRows([upsert(10, '1', '1', 'a'), upsert(40, '2', '2', 'later')]);
      await lakehouse.mergeRows([
        deleteKey(40, '3'),
        deleteKey(40, '4'),
        deleteKey(40, '5'),
        deleteKey(10, '6'),
      ]);
      await lakehouse.mergeRows([upsert(20, '2', '9', 'as loaded'), upsert(20, '3', '3', 'c')], {
        others: { tag: 'replaced', lsn: lsn(20) },
      });
      await lakehouse.mergeRows([upsert(30, '4', '4', 'd')]);
      expect(await lakehouse.rows()).toEqual(left);
    },
  );

  it.each([
    { target: ORDERS, left: ['2|2.00|later|40'] },
    { target: marking(ORDERS), left: ['1|1.00|a|20|deleted', '2|2.00|later|40'] },
  ])('are gone by a TRUNCATE with nothing after it ($target.deletedRows)', async ({ target, left }) => {
    await using lakehouse = await OrdersLakehouse.open(target);
    await lakehouse.mergeRows([upsert(10, '1', '1', 'a'), upsert(40, '2', '2', 'later')]);
    expect(await lakehouse.truncate(20)).toBe(1);
    expect(await lakehouse.rows()).toEqual(left);
    expect(await lakehouse.truncate(20)).toBe(0);
    expect(await lakehouse.rows()).toEqual(left);
  });
});

describe('rows of a key range that a snapshot replaces', () => {
  const RANGE = rangeReplaced({ after: [integer(2n)], upTo: [integer(5n)] }, 20);

  it.each([
    {
      target: ORDERS,
      left: ['1|1.00|a|10', '2|2.00|b|50', '4|9.00|as loaded|20', '5|5.00|new|20', '6|6.00|f|10'],
    },
    {
      target: marking(ORDERS),
      left: [
        '1|1.00|a|10',
        '2|2.00|b|50',
        '3|3.00|c|20|deleted',
        '4|9.00|as loaded|20',
        '5|5.00|new|20',
        '6|6.00|f|10',
      ],
    },
  ])(
    'are as it says, whatever LSN they carry, and no others; twice is as once ($target.deletedRows)',
    async ({ target, left }) => {
      await using lakehouse = await OrdersLakehouse.open(target);
      await lakehouse.mergeRows([
        upsert(10, '1', '1', 'a'),
        upsert(50, '2', '2', 'b'),
        upsert(50, '3', '3', 'c'),
        upsert(50, '4', '4', 'd'),
        upsert(10, '6', '6', 'f'),
      ]);
      const plan = { others: RANGE, unresolved: 'left-out', groups: [wholeGroup(target, 'range')] } as const;
      await lakehouse.stage('range', [upsert(20, '4', '9', 'as loaded'), upsert(20, '5', '5', 'new')]);
      expect(await lakehouse.merge(plan)).toEqual({ inserted: 1, updated: 1, deleted: 1 });
      expect(await lakehouse.rows()).toEqual(left);
      await lakehouse.merge(plan);
      expect(await lakehouse.rows()).toEqual(left);
    },
  );

  it('are gone when it has none of them', async () => {
    await using lakehouse = await OrdersLakehouse.open(ORDERS);
    await lakehouse.mergeRows([
      upsert(10, '2', '2', 'b'),
      upsert(10, '3', '3', 'c'),
      upsert(30, '5', '5', 'e'),
    ]);
    await lakehouse.mergeRows([], { others: RANGE, unresolved: 'left-out' });
    expect(await lakehouse.rows()).toEqual(['2|2.00|b|10']);
  });

  it('of a key of two columns are those between two whole keys', async () => {
    await using lakehouse = await OrdersLakehouse.open(ORDER_LINES);
    // quantity, line, order_id, memo, shipped; the key is (order_id, line).
    const line = (order: number, number: number): StagedRow =>
      upsert(10, '1', String(number), String(order), 'memo', null);
    await lakehouse.mergeRows([1, 2, 3].flatMap((order) => [-1, 2, 7].map((number) => line(order, number))));
    const ends = { after: [integer(1n), integer(2n)], upTo: [integer(3n), integer(2n)] };
    await lakehouse.mergeRows([line(2, 2)], { others: rangeReplaced(ends, 20), unresolved: 'left-out' });
    const keys = (await lakehouse.rows()).map((row) => row.split('|').slice(1, 3).reverse().join('.'));
    expect(keys.sort()).toEqual(['1.-1', '1.2', '2.2', '3.7']);
  });

  it('are ordered by the bytes of a text, as the source reads them', async () => {
    await using lakehouse = await OrdersLakehouse.open(NASTY);
    // By UTF-16 the last two change places; a dictionary would mix the others.
    const keys = ['', ' ', 'B', 'a', 'a ', 'ä', '\uFFFD', '🙂'];
    const row = (key: string): StagedRow => upsert(10, key, null, null, null, null, null);
    await lakehouse.mergeRows(keys.map(row));
    for (const [index, key] of keys.entries()) {
      const ends = { after: index === 0 ? undefined : [text(keys[index - 1] ?? '')], upTo: [text(key)] };
      await lakehouse.mergeRows([], { others: rangeReplaced(ends, 20), unresolved: 'left-out' });
      const left = (await lakehouse.rows()).map((line) => line.split('|')[0]);
      expect(left.sort()).toEqual(keys.slice(index + 1).sort());
    }
  });
});

it('a row that moved before an LSN up to which values were read again takes nothing from its old key', async () => {
  await using lakehouse = await OrdersLakehouse.open(ORDERS);
  await lakehouse.mergeRows([upsert(10, '1', '1', 'of another row')]);
  const moved = { unchangedColumns: new Set(['notes']), movedRows: true } as const;
  const rows = [
    deleteKey(20, '1'),
    { ...upsert(20, '2', '1', UNCHANGED), previousKey: ['1', null, null], movedLsn: 20 },
  ];
  await lakehouse.stage('moved', rows);
  const plan = { ...moved, groups: [wholeGroup(ORDERS, 'moved')] };
  expect(await lakehouse.orphans({ ...plan, distrustedTo: lsn(20) })).toEqual([['2']]);
  expect(await lakehouse.tryMerge({ ...plan, distrustedTo: lsn(20) })).toBe('unresolved');
  expect(await lakehouse.orphans({ ...plan, distrustedTo: lsn(19) })).toEqual([]);
});

describe('a run whose epoch does not stand in the state table writes nothing', () => {
  const statements: readonly (readonly [string, (lakehouse: OrdersLakehouse) => Promise<unknown>])[] = [
    ['a merge', (lakehouse) => lakehouse.mergeRows([upsert(20, '1', '9', 'fenced')])],
    [
      'a merge of parts',
      (lakehouse) => lakehouse.mergeRows([upsert(20, '1', '9', 'fenced')], { fold: true }),
    ],
    [
      'a load',
      (lakehouse) =>
        lakehouse.mergeRows([upsert(20, '2', '9', 'f')], { others: { tag: 'replaced', lsn: lsn(20) } }),
    ],
    [
      'a load of an empty table',
      (lakehouse) => lakehouse.mergeRows([], { others: { tag: 'replaced', lsn: lsn(20) } }),
    ],
    ['a truncation', (lakehouse) => lakehouse.truncate(20)],
  ];

  it.each(statements)('%s, after another run has claimed the pipeline', async (_, statement) => {
    await using lakehouse = await OrdersLakehouse.open(ORDERS);
    await lakehouse.mergeRows([upsert(10, '1', '1', 'a')]);
    const other = checkpointStoreOf(lakehouse.warehouse, 'run-2');
    const stored = await other.load();
    if (stored !== undefined) await other.claim(stored);
    await expect(statement(lakehouse)).rejects.toEqual(FENCED);
    expect(await lakehouse.rows()).toEqual(['1|1.00|a|10']);
  });

  it.each(statements)('%s, after the row of the pipeline has been deleted', async (_, statement) => {
    await using lakehouse = await OrdersLakehouse.open(ORDERS);
    await lakehouse.mergeRows([upsert(10, '1', '1', 'a')]);
    await lakehouse.warehouse.execute('DELETE FROM lakehouse.postgres_raw._tributary_checkpoint', 'harmless');
    await expect(statement(lakehouse)).rejects.toEqual(FENCED);
    expect(await lakehouse.rows()).toEqual(['1|1.00|a|10']);
  });
});

it('a merge finds its way through names with quotes, backslashes and keywords', async () => {
  await using lakehouse = await OrdersLakehouse.open(marking(NASTY));
  await lakehouse.mergeRows([upsert(10, "k'1", 't', '\\x00ff', '1.5', '2024-02-29', null)]);
  await lakehouse.mergeRows([upsert(20, "k'1", 'f', UNCHANGED, '-0.5', null, null)], {
    unchangedColumns: new Set(['back\\slash']),
    others: { tag: 'truncated', lsn: lsn(15) },
  });
  expect(await lakehouse.rows()).toEqual(["k'1|false|\\x00\\xFF|-0.5|NULL|NULL|20"]);
});
