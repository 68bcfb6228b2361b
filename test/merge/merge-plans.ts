import type { MergePlan, StagedGroup } from '../../src/merge/merge-plan.ts';
import type { ColumnType } from '../../src/model/column-type.ts';
import type { KeyRange, KeyValue } from '../../src/model/key-range.ts';
import type { Lsn } from '../../src/model/lsn.ts';
import { lsnOf, ZERO_LSN } from '../../src/model/lsn.ts';
import type { TargetColumn, TargetTable } from '../../src/schema/target-table.ts';

/** A table like the users' own: a key, an amount, a text that PostgreSQL stores out of line. */
export const ORDERS: TargetTable = targetTable('pg_orders', [
  column('order_id', { tag: 'int64' }, { isKey: true }),
  column('amount', { tag: 'decimal', precision: 12, scale: 2 }),
  column('notes', { tag: 'string' }, { toastable: true }),
]);

export const ORDER_LINES: TargetTable = targetTable('pg_order_lines', [
  column('quantity', { tag: 'int32' }),
  column('line', { tag: 'int16' }, { isKey: true }),
  column('order_id', { tag: 'int64' }, { isKey: true }),
  column('memo', { tag: 'string' }, { toastable: true }),
  column('shipped', { tag: 'timestamp' }),
]);

/** Names that break SQL which does not quote, or quotes wrongly. */
export const NASTY: TargetTable = targetTable(
  'o"rd`er\'s \\ 🙂',
  [
    column('Key "1"', { tag: 'string' }, { isKey: true }),
    column('back`tick', { tag: 'boolean' }),
    column('back\\slash', { tag: 'binary' }, { toastable: true }),
    column("quo'te; DROP TABLE x; --", { tag: 'float64' }),
    column('$', { tag: 'date' }),
    column('select', { tag: 'timestamptz' }),
  ],
  `public.o"rd\`er's \\ 🙂 \${x}`,
);

export function targetTable(
  name: string,
  columns: readonly TargetColumn[],
  source = `public.${name.replace('pg_', '')}`,
): TargetTable {
  return {
    name: { catalog: 'lakehouse', schema: 'postgres_raw', table: name },
    source,
    columns,
    keyColumns: columns
      .filter(({ isKey }) => isKey)
      .map((key) => key.name)
      .reverse(),
    deletedRows: 'remove',
  };
}

export function column(
  name: string,
  type: ColumnType,
  options: { readonly isKey?: boolean; readonly toastable?: boolean } = {},
): TargetColumn {
  const { isKey = false, toastable = false } = options;
  const mapping = { type, form: { tag: 'plain' } } as const;
  return { name, attributeNumber: 1, mapping, sourceType: type.tag, isKey, toastable };
}

export function marking(target: TargetTable): TargetTable {
  return { ...target, deletedRows: 'mark' };
}

/** All columns of the target in files of one directory, in the target's order. */
export function wholeGroup(target: TargetTable, directory = 'p-test/0000-1/t1/from-0'): StagedGroup {
  return { directory, columns: target.columns.map((_, index) => ({ tag: 'staged', index })) };
}

export function mergePlan(target: TargetTable, changes: Partial<MergePlan> = {}): MergePlan {
  return {
    target,
    groups: [wholeGroup(target)],
    fold: false,
    unchangedColumns: new Set(),
    movedRows: false,
    rereadDirectory: undefined,
    unresolved: 'fails',
    distrustedTo: ZERO_LSN,
    deletions: 0,
    keyBounds: new Map(),
    others: { tag: 'stay' },
    fence: {
      state: { catalog: 'lakehouse', schema: 'postgres_raw', table: '_tributary_checkpoint' },
      pipeline: 'orders',
      epoch: 3,
    },
    mergedAt: 1_767_225_600_000_000n,
    ...changes,
  };
}

export function lsn(address: number): Lsn {
  return lsnOf(BigInt(address));
}

/** A snapshot of LSN 4711 for the rows between these ends. */
export function rangeReplaced(ends: Partial<KeyRange>, of = 4711): MergePlan['others'] {
  const range = { after: undefined, upTo: undefined, from: undefined, to: undefined, ...ends };
  return { tag: 'range-replaced', lsn: lsn(of), committedAt: 1_700_000_000_000_000n, range };
}

export function integer(value: bigint): KeyValue {
  return { tag: 'integer', value };
}

export function text(value: string): KeyValue {
  return { tag: 'text', value };
}
