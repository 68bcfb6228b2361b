import { type Dialect, FENCED_TEXT } from '../model/dialect.ts';
import { ZERO_LSN } from '../model/lsn.ts';
import { quoteTable } from '../schema/ddl.ts';
import { METADATA_COLUMNS, type TargetColumn } from '../schema/target-table.ts';
import { buildInRange } from './key-range-sql.ts';
import type { Fence, MergePlan, OtherRows, StagedGroup } from './merge-plan.ts';

/*
 * The source of a MERGE, one row a row key. Columns are named by position, so that no name of the user's can
 * collide with ours: v{i} value, u{i} whether it is unchanged, p{i} the key before a move, all by target column;
 * op ('u' upsert, 'd' deleted and only the key known, 'x' deleted with its image), lsn, committed_at, seq, moved_lsn.
 */

export function sourceValue(index: number): string {
  return `v${index}`;
}

export function sourceUnchanged(index: number): string {
  return `u${index}`;
}

function previousKey(index: number): string {
  return `p${index}`;
}

export function buildSource(dialect: Dialect, plan: MergePlan): string {
  const staged = plan.groups.map((group) => selectGroup(dialect, plan, group)).join('\nUNION ALL\n');
  if (plan.others.tag === 'range-replaced')
    return `${staged}\nUNION ALL\n${selectVanished(dialect, plan, plan.others)}`;
  const folded = plan.fold ? foldParts(plan, staged) : staged;
  return needsResolution(plan) ? resolveUnchanged(dialect, plan, folded) : folded;
}

/**
 * Keys of rows whose unchanged values are nowhere in the target: the row is not there (any more). Their values
 * have to be read again from the source. One text column per key column.
 */
export function buildOrphanQuery(dialect: Dialect, plan: MergePlan): string {
  const keys = keyIndexes(plan);
  const unresolved = unchangedIndexes(plan)
    .map((index) => `s.${sourceUnchanged(index)}`)
    .join(' OR ');
  const join = keys
    .map((index) => `t.${columnName(dialect, plan, index)} = s.${sourceValue(index)}`)
    .join(' AND ');
  // A target row from before a move is an earlier row of that key: it holds nothing of this one.
  const targetLsn = `t.${METADATA_COLUMNS.commitLsn}`;
  const holdsNothing = plan.movedRows
    ? `(${targetLsn} IS NULL OR coalesce(${targetLsn} < s.moved_lsn, false))`
    : `${targetLsn} IS NULL`;
  const text = dialect.typeName({ tag: 'string' });
  return [
    `SELECT ${keys.map((index) => `CAST(s.${sourceValue(index)} AS ${text})`).join(', ')}`,
    `FROM (\n${buildSource(dialect, plan)}\n) AS s`,
    `LEFT JOIN ${quoteTable(dialect, plan.target.name)} AS t ON ${join}`,
    `WHERE s.op <> 'd' AND (${unresolved}) AND ${holdsNothing}`,
  ].join('\n');
}

function selectGroup(dialect: Dialect, plan: MergePlan, group: StagedGroup): string {
  const values = plan.target.columns.map(
    (column, index) => `${stagedValue(dialect, column, group, index)} AS ${sourceValue(index)}`,
  );
  const unchanged = unchangedIndexes(plan).map(
    (index) => `${stagedUnchanged(group, index)} AS ${sourceUnchanged(index)}`,
  );
  const previous = plan.movedRows
    ? [
        ...keyIndexes(plan).map((index) => `f${stagedIndex(group, index)} AS ${previousKey(index)}`),
        'moved_lsn',
      ]
    : [];
  const columns = [
    ...values,
    ...unchanged,
    ...previous,
    'op',
    'lsn',
    'committed_at',
    ...(plan.fold ? ['seq'] : []),
  ];
  return `SELECT ${columns.join(', ')}\nFROM ${dialect.stagedDirectory(group.directory)}\nWHERE lsn >= ${buildFence(dialect, plan.fence)}`;
}

/** Rows of the target's key range that the snapshot does not have, as deletions. */
function selectVanished(
  dialect: Dialect,
  plan: MergePlan,
  { range, lsn, committedAt }: Extract<OtherRows, { readonly tag: 'range-replaced' }>,
): string {
  const { target } = plan;
  const { deleted, commitLsn } = METADATA_COLUMNS;
  const values = target.columns.map((column, index) => {
    const value = column.isKey
      ? `g.${dialect.quoteIdentifier(column.name)}`
      : `CAST(NULL AS ${dialect.typeName(column.mapping.type)})`;
    return `${value} AS ${sourceValue(index)}`;
  });
  const [group] = plan.groups;
  const sameKey = keyIndexes(plan).map(
    (index) => `k.c${stagedIndex(group, index)} = g.${columnName(dialect, plan, index)}`,
  );
  const conditions = [
    buildInRange(dialect, target, range, 'g'),
    ...(target.deletedRows === 'mark' ? [`(NOT g.${deleted} OR g.${commitLsn} > ${lsn})`] : []),
    `NOT EXISTS (SELECT 1 FROM ${dialect.stagedDirectory(group?.directory ?? '')} AS k WHERE ${sameKey.join(' AND ')})`,
    `${buildFence(dialect, plan.fence)} = 0`,
  ];
  const bigint = dialect.typeName({ tag: 'int64' });
  return [
    `SELECT ${[...values, `'d' AS op`, `CAST(${lsn} AS ${bigint}) AS lsn`, `${dialect.instantLiteral(committedAt)} AS committed_at`].join(', ')}`,
    `FROM ${quoteTable(dialect, target.name)} AS g`,
    `WHERE ${conditions.join('\n  AND ')}`,
  ].join('\n');
}

function stagedValue(dialect: Dialect, column: TargetColumn, group: StagedGroup, index: number): string {
  const source = group.columns[index];
  if (source === undefined || source.tag === 'missing') {
    return `CAST(${source?.literal ?? 'NULL'} AS ${dialect.typeName(column.mapping.type)})`;
  }
  return `c${source.index}`;
}

function stagedUnchanged(group: StagedGroup, index: number): string {
  const source = group.columns[index];
  // Rows older than the column read what PostgreSQL gives them: known, not unchanged.
  return source === undefined || source.tag === 'missing' ? 'false' : `k${source.index}`;
}

/**
 * 0 while this run's epoch stands in the state table; otherwise the statement fails, so that a run that lost its slot
 * but not its warehouse writes nothing. The aggregate makes a row of a missing one, which fails as well.
 */
export function buildFence(dialect: Dialect, { state, pipeline, epoch }: Fence): string {
  const text = dialect.typeName({ tag: 'string' });
  const found = `coalesce(CAST(max(epoch) AS ${text}), 'none')`;
  const failure = dialect.failure(`concat('${FENCED_TEXT}', ${found})`);
  return `(SELECT CASE WHEN max(epoch) = ${epoch} THEN 0 ELSE ${failure} END FROM ${quoteTable(dialect, state)} WHERE pipeline = ${dialect.stringLiteral(pipeline)} AND entry = 'checkpoint')`;
}

/**
 * One row a key out of several parts: the last operation, and per column the last value that a part knows. A part
 * that only knows a row's key (`d`) has no values; one that leaves a column unchanged has none for it.
 */
function foldParts(plan: MergePlan, staged: string): string {
  const key = keyIndexes(plan).map(sourceValue).join(', ');
  const toasted = new Set(unchangedIndexes(plan));
  const values = plan.target.columns.map((column, index) => {
    const name = sourceValue(index);
    if (column.isKey) return name;
    return `first_value(${name}) OVER ${toasted.has(index) ? `known${index}` : 'image'} AS ${name}`;
  });
  const unchanged = [...toasted].map(
    (index) =>
      `first_value(op = 'd' OR ${sourceUnchanged(index)}) OVER known${index} AS ${sourceUnchanged(index)}`,
  );
  const windows = [
    `latest AS (PARTITION BY ${key} ORDER BY seq DESC)`,
    `image AS (PARTITION BY ${key} ORDER BY CASE WHEN op = 'd' THEN 1 ELSE 0 END, seq DESC)`,
    ...[...toasted].map(
      (index) =>
        `known${index} AS (PARTITION BY ${key} ORDER BY CASE WHEN op = 'd' OR ${sourceUnchanged(index)} THEN 1 ELSE 0 END, seq DESC)`,
    ),
  ];
  const operation = `CASE WHEN op = 'u' THEN 'u' WHEN first_value(op) OVER image = 'd' THEN 'd' ELSE 'x' END AS op`;
  const columns = [
    ...values,
    ...unchanged,
    operation,
    'lsn',
    'committed_at',
    'row_number() OVER latest AS rank',
  ];
  const names = [
    ...plan.target.columns.map((_, index) => sourceValue(index)),
    ...[...toasted].map(sourceUnchanged),
    'op',
    'lsn',
    'committed_at',
  ];
  return [
    `SELECT ${names.join(', ')} FROM (`,
    `SELECT ${columns.join(', ')}`,
    `FROM (\n${staged}\n) AS parts`,
    `WINDOW ${windows.join(',\n  ')}`,
    ') AS folded WHERE rank = 1',
  ].join('\n');
}

function needsResolution(plan: MergePlan): boolean {
  return plan.unchangedColumns.size > 0 && (plan.movedRows || plan.rereadDirectory !== undefined);
}

/**
 * Fills in what is unchanged but not under the row's own key: values read again from the source, and values of rows
 * that moved to another key. A target row that already has the move applied (an interval merged anew after a crash)
 * holds them itself; otherwise they still lie under the key the row had before, unless a load, or a value that was read
 * again, has brought what is of a later row of that key.
 */
function resolveUnchanged(dialect: Dialect, plan: MergePlan, source: string): string {
  const target = quoteTable(dialect, plan.target.name);
  const keys = keyIndexes(plan);
  const toasted = new Set(unchangedIndexes(plan));
  const trusted = plan.distrustedTo === ZERO_LSN ? '' : `c.moved_lsn > ${plan.distrustedTo} AND `;
  const moved = plan.movedRows
    ? `(${trusted}coalesce(b.${METADATA_COLUMNS.commitLsn} < c.moved_lsn, false) AND coalesce(a.${METADATA_COLUMNS.commitLsn} < c.moved_lsn, true))`
    : 'false';
  const reread = plan.rereadDirectory === undefined ? 'false' : `(r.lsn IS NOT NULL)`;
  const group = plan.groups[plan.groups.length - 1];
  const values = plan.target.columns.map((_, index) => {
    const name = sourceValue(index);
    if (!toasted.has(index)) return `c.${name} AS ${name}`;
    const stagedAt = group?.columns[index];
    const fromReread =
      plan.rereadDirectory === undefined || stagedAt?.tag !== 'staged'
        ? ''
        : ` WHEN ${reread} THEN r.c${stagedAt.index}`;
    const fromMove = plan.movedRows ? ` WHEN ${moved} THEN b.${columnName(dialect, plan, index)}` : '';
    return `CASE WHEN NOT c.${sourceUnchanged(index)} THEN c.${name}${fromReread}${fromMove} ELSE c.${name} END AS ${name}`;
  });
  const unchanged = [...toasted].map(
    (index) => `c.${sourceUnchanged(index)} AND NOT ${reread} AND NOT ${moved} AS ${sourceUnchanged(index)}`,
  );
  const passed = ['op', 'lsn', 'committed_at', ...(plan.movedRows ? ['moved_lsn'] : [])];
  const joins = [
    ...(plan.movedRows
      ? [
          `LEFT JOIN ${target} AS a ON ${keys.map((index) => `a.${columnName(dialect, plan, index)} = c.${sourceValue(index)}`).join(' AND ')}`,
          `LEFT JOIN ${target} AS b ON ${keys.map((index) => `b.${columnName(dialect, plan, index)} = c.${previousKey(index)}`).join(' AND ')}`,
        ]
      : []),
    ...(plan.rereadDirectory === undefined
      ? []
      : [
          `LEFT JOIN ${dialect.stagedDirectory(plan.rereadDirectory)} AS r ON ${keys.map((index) => `r.c${stagedIndex(group, index)} = c.${sourceValue(index)}`).join(' AND ')}`,
        ]),
  ];
  return [
    `SELECT ${[...values, ...unchanged, ...passed.map((name) => `c.${name} AS ${name}`)].join(', ')}`,
    `FROM (\n${source}\n) AS c`,
    ...joins,
  ].join('\n');
}

/** Number of a key column in a group's files: a key column is always staged. */
function stagedIndex(group: StagedGroup | undefined, index: number): number {
  const source = group?.columns[index];
  if (source?.tag !== 'staged') throw new TypeError('a key column is always staged');
  return source.index;
}

function columnName(dialect: Dialect, plan: MergePlan, index: number): string {
  const column = plan.target.columns[index];
  if (column === undefined) throw new TypeError(`the target has no column ${index}`);
  return dialect.quoteIdentifier(column.name);
}

function keyIndexes(plan: MergePlan): readonly number[] {
  return plan.target.keyColumns.map((key) => plan.target.columns.findIndex((column) => column.name === key));
}

function unchangedIndexes(plan: MergePlan): readonly number[] {
  return plan.target.columns.flatMap((column, index) =>
    plan.unchangedColumns.has(column.name) ? [index] : [],
  );
}
