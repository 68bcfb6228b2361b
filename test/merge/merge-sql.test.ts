import { describe, expect, it } from 'vitest';
import type { MergePlan } from '../../src/merge/merge-plan.ts';
import { buildMerge, buildTruncation } from '../../src/merge/merge-sql.ts';
import { buildOrphanQuery } from '../../src/merge/source-sql.ts';
import type { Dialect } from '../../src/model/dialect.ts';
import { DIALECTS, goldenFile } from '../support/golden.ts';
import {
  integer,
  lsn,
  marking,
  mergePlan,
  NASTY,
  ORDER_LINES,
  ORDERS,
  rangeReplaced,
  text,
  wholeGroup,
} from './merge-plans.ts';

const NOTES = new Set(['notes']);
const MOVED = { unchangedColumns: NOTES, movedRows: true } as const;
const REREAD = { unchangedColumns: NOTES, rereadDirectory: 'p-test/0000-1/t1/reread' } as const;

const MERGES: Readonly<Record<string, MergePlan>> = {
  remove: mergePlan(ORDERS),
  mark: mergePlan(marking(ORDERS)),
  'bounded-remove': mergePlan(ORDERS, {
    keyBounds: new Map([['order_id', { tag: 'integer', min: -5n, max: 90_210n }]]),
  }),
  'bounded-text-mark': mergePlan(marking(ORDERS), {
    keyBounds: new Map([['order_id', { tag: 'text', min: `a'\\ \${x}`, max: 'ž' }]]),
  }),
  'unchanged-remove': mergePlan(ORDERS, { unchangedColumns: NOTES }),
  'unchanged-mark': mergePlan(marking(ORDERS), { unchangedColumns: NOTES }),
  'parts-remove': mergePlan(ORDERS, { fold: true }),
  'parts-unchanged-mark': mergePlan(marking(ORDERS), { fold: true, unchangedColumns: NOTES }),
  'moved-remove': mergePlan(ORDERS, MOVED),
  'moved-reread-mark': mergePlan(marking(ORDERS), { ...MOVED, ...REREAD }),
  'reread-remove': mergePlan(ORDERS, REREAD),
  'reread-parts-remove': mergePlan(ORDERS, { ...REREAD, fold: true }),
  'truncate-remove': mergePlan(ORDERS, { others: { tag: 'truncated', lsn: lsn(4711) } }),
  'snapshot-mark': mergePlan(marking(ORDERS), { others: { tag: 'replaced', lsn: lsn(4711) } }),
  'snapshot-remove': mergePlan(ORDERS, { others: { tag: 'replaced', lsn: lsn(4711) } }),
  'range-remove': mergePlan(ORDERS, {
    unresolved: 'left-out',
    others: rangeReplaced({ after: [integer(-7n)], upTo: [integer(4711n)] }),
  }),
  'range-first-mark': mergePlan(marking(ORDERS), {
    unresolved: 'left-out',
    others: rangeReplaced({ upTo: [integer(-9_223_372_036_854_775_808n)] }),
  }),
  'range-composite-mark': mergePlan(marking(ORDER_LINES), {
    unresolved: 'left-out',
    others: rangeReplaced({
      after: [integer(1n), integer(2n)],
      upTo: [integer(3n), integer(4n)],
      from: integer(1n),
      to: integer(9n),
    }),
  }),
  'range-text-last-mark': mergePlan(marking(NASTY), {
    unresolved: 'left-out',
    others: rangeReplaced({ after: [text(`k'\\ \${x} 🙂 `)], from: text('') }),
  }),
  'moved-distrusted-remove': mergePlan(ORDERS, { ...MOVED, distrustedTo: lsn(4711) }),
  'two-shapes-remove': mergePlan(ORDERS, {
    fold: true,
    unchangedColumns: NOTES,
    groups: [
      {
        directory: 'p-test/0000-1/t1/from-0',
        columns: [
          { tag: 'staged', index: 0 },
          { tag: 'missing', literal: 'CAST(1.50 AS DECIMAL(12,2))' },
          { tag: 'missing', literal: 'NULL' },
        ],
      },
      wholeGroup(ORDERS, 'p-test/0000-1/t1/from-1'),
    ],
  }),
  'composite-moved-mark': mergePlan(marking(ORDER_LINES), {
    unchangedColumns: new Set(['memo']),
    movedRows: true,
  }),
  'nasty-names-mark': mergePlan(marking(NASTY), {
    unchangedColumns: new Set(['back\\slash']),
    movedRows: true,
    others: { tag: 'truncated', lsn: lsn(1) },
    fence: { ...mergePlan(NASTY).fence, pipeline: `o'rd\\ers \${env:HOME}` },
  }),
};

describe.each(DIALECTS)('SQL for $name', ({ dialect }) => {
  it.each(Object.entries(MERGES))('a merge is the text in its file: %s', async (name, plan) => {
    await expect(`${buildMerge(dialect, plan)}\n`).toMatchFileSnapshot(goldenFile(`merge-${name}`, dialect));
  });

  it.each(['unchanged-mark', 'moved-remove', 'composite-moved-mark'])(
    'the search for rows to read again is the text in its file: %s',
    async (name) => {
      const plan = MERGES[name] ?? mergePlan(ORDERS);
      await expect(`${buildOrphanQuery(dialect, plan)}\n`).toMatchFileSnapshot(
        goldenFile(`orphans-${name}`, dialect),
      );
    },
  );

  it.each([
    { name: 'remove', target: ORDERS },
    { name: 'mark', target: marking(ORDERS) },
  ])('a TRUNCATE with nothing after it is the text in its file: $name', async ({ name, target }) => {
    const text = buildTruncation(dialect, mergePlan(target), lsn(4711));
    await expect(`${text}\n`).toMatchFileSnapshot(goldenFile(`truncation-${name}`, dialect));
  });
});

describe('a merge', () => {
  it.each(Object.entries(MERGES))('is the same in both dialects but for what a dialect is: %s', (_, plan) => {
    const spoken = (dialect: Dialect): string => buildMerge(neutral(dialect), plan);
    expect(new Set(DIALECTS.map(({ dialect }) => spoken(dialect))).size).toBe(1);
  });

  it('names no column of the user without quotes', () => {
    for (const { dialect } of DIALECTS)
      for (const plan of Object.values(MERGES))
        expect(buildMerge(withoutQuoted(dialect), plan)).not.toMatch(/amount|notes|DROP|Key/);
  });
});

/** Only the shape of the text is left: every dialect's own words become the same ones. */
function neutral(dialect: Dialect): Dialect {
  return {
    ...dialect,
    quoteIdentifier: (name) => `<${name}>`,
    stringLiteral: (text) => `<'${text}'>`,
    instantLiteral: (microseconds) => `<${microseconds}>`,
    instantMicroseconds: (expression) => `<microseconds>(${expression})`,
    typeName: ({ tag }) => `<${tag}>`,
    stagedDirectory: (path) => `<${path}>`,
    ownRowsOnly: 'values',
    failure: (message) => `<fails>(${message})`,
  };
}

function withoutQuoted(dialect: Dialect): Dialect {
  return { ...neutral(dialect), quoteIdentifier: () => '', stringLiteral: () => '' };
}
