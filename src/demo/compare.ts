import type { Client } from 'pg';
import { type ComparableColumn, type ComparedColumn, comparableColumn, quote } from './comparable-value.ts';
import type { TargetSide } from './target-side.ts';

export interface CompareOptions {
  /** A connection to the source, outside a transaction. */
  readonly client: Client;
  /** As SQL writes it: `public.orders`. */
  readonly sourceTable: string;
  readonly target: TargetSide;
  /** As SQL writes it: `lakehouse.postgres_raw.pg_orders`. */
  readonly targetTable: string;
  /** Source columns that the target must have; all by default. It must have no other one beside its own metadata. */
  readonly columns?: readonly string[] | undefined;
  /** Columns by which rows are matched; the source's own key by default. */
  readonly keys?: readonly string[] | undefined;
  /** Target columns that are left over from columns dropped at the source. */
  readonly leftoverColumns?: readonly string[] | undefined;
}

export type RowDifference =
  | { readonly tag: 'missing'; readonly key: string }
  | { readonly tag: 'surplus'; readonly key: string }
  | { readonly tag: 'duplicate'; readonly key: string }
  | { readonly tag: 'different'; readonly key: string; readonly columns: readonly ColumnDifference[] };

export interface ColumnDifference {
  readonly column: string;
  readonly source: string | null;
  readonly target: string | null;
}

/** The whole of two tables, compared. They are equal when both lists are empty. */
export interface TableComparison {
  readonly sourceRows: number;
  /** Rows that are not marked as deleted. */
  readonly targetRows: number;
  /** Values of the rows that are on both sides. */
  readonly comparedValues: number;
  /** Columns that are on one side only, in words. */
  readonly columnDifferences: readonly string[];
  readonly rowDifferences: readonly RowDifference[];
}

/** Columns that the target has of its own. */
const METADATA_COLUMNS: ReadonlySet<string> = new Set([
  '_commit_lsn',
  '_committed_at',
  '_synced_at',
  '_deleted',
]);

/**
 * Compares a whole source table with its target, value by value and type by type. Rows that the target keeps as
 * deleted do not count. The source must be at rest, and the target caught up.
 */
export async function compareTable(options: CompareOptions): Promise<TableComparison> {
  const targetTypes = await options.target.columnTypes(options.targetTable);
  const sourceColumns = await readSourceColumns(options);
  const wanted = new Set(options.columns ?? sourceColumns.map((column) => column.name));
  const compared = sourceColumns.flatMap(({ name, sourceType, isArray }): ComparedColumn[] => {
    const targetType = targetTypes.get(name);
    return wanted.has(name) && targetType !== undefined ? [{ name, sourceType, isArray, targetType }] : [];
  });
  const columns = compared.map((column) => ({
    name: column.name,
    ...comparableColumn(column, options.target),
  }));
  const keys = options.keys ?? (await readKeyColumns(options));
  const { rows: source } = indexRows(await readSourceRows(options, columns), columns, keys);
  const { rows: target, duplicates } = indexRows(
    await readTargetRows(options, columns, targetTypes),
    columns,
    keys,
  );
  return {
    sourceRows: source.size,
    targetRows: target.size,
    comparedValues: columns.length * [...source.keys()].filter((key) => target.has(key)).length,
    columnDifferences: compareColumns(wanted, targetTypes, options.leftoverColumns ?? []),
    rowDifferences: [
      ...duplicates.map((key) => ({ tag: 'duplicate', key }) as const),
      ...compareRows(source, target, columns),
    ],
  };
}

type SourceColumn = Omit<ComparedColumn, 'targetType'>;

async function readSourceColumns({ client, sourceTable }: CompareOptions): Promise<readonly SourceColumn[]> {
  const result = await client.query<{ name: string; type: string; is_array: boolean }>(
    /*sql*/ `
    SELECT a.attname AS name, coalesce(element.typname, base.typname) AS type, element.oid IS NOT NULL AS is_array
    FROM pg_attribute a
    JOIN pg_type declared ON declared.oid = a.atttypid
    JOIN pg_type base ON base.oid = CASE declared.typtype WHEN 'd' THEN declared.typbasetype ELSE declared.oid END
    LEFT JOIN pg_type element ON element.oid = base.typelem AND base.typcategory = 'A'
    WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    ORDER BY a.attnum`,
    [sourceTable],
  );
  return result.rows.map((row) => ({ name: row.name, sourceType: row.type, isArray: row.is_array }));
}

/** The primary key, or the index of the replica identity. */
async function readKeyColumns({ client, sourceTable }: CompareOptions): Promise<readonly string[]> {
  const result = await client.query<{ name: string }>(
    /*sql*/ `
    SELECT a.attname AS name
    FROM (SELECT indrelid, indkey FROM pg_index
          WHERE indrelid = $1::regclass AND (indisprimary OR indisreplident)
          ORDER BY indisprimary DESC LIMIT 1) i
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)`,
    [sourceTable],
  );
  if (result.rows.length === 0) throw new Error(`${sourceTable} has no key to compare by`);
  return result.rows.map((row) => row.name);
}

type Column = ComparableColumn & { readonly name: string };
type Cells = readonly (string | null)[];

async function readSourceRows(
  { client, sourceTable }: CompareOptions,
  columns: readonly Column[],
): Promise<readonly Cells[]> {
  const list = columns.map((column) => column.sourceExpression).join(', ');
  // Styles that a role or database may set otherwise; the target's texts were made under these.
  await client.query(/*sql*/ `BEGIN; SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle = 'iso_8601';
    SET LOCAL timezone = 'UTC'; SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 3;`);
  try {
    const text = /*sql*/ `SELECT ${list} FROM ${sourceTable}`;
    const result = await client.query<(string | null)[]>({ text, rowMode: 'array' });
    return result.rows.map((row) => normalizeRow(row, columns, 'normalizeSource'));
  } finally {
    await client.query('COMMIT');
  }
}

async function readTargetRows(
  { target, targetTable }: CompareOptions,
  columns: readonly Column[],
  targetTypes: ReadonlyMap<string, string>,
): Promise<readonly Cells[]> {
  const list = columns.map((column) => column.targetExpression).join(', ');
  const living = targetTypes.has('_deleted') ? /*sql*/ ` WHERE _deleted IS NOT TRUE` : '';
  const rows = await target.query(/*sql*/ `SELECT ${list} FROM ${targetTable}${living}`);
  return rows.map((row) => normalizeRow(row, columns, 'normalizeTarget'));
}

function normalizeRow(
  row: Cells,
  columns: readonly Column[],
  side: 'normalizeSource' | 'normalizeTarget',
): Cells {
  return columns.map((column, index) => {
    const cell = row[index] ?? null;
    return cell === null ? null : column[side](cell);
  });
}

function indexRows(rows: readonly Cells[], columns: readonly Column[], keys: readonly string[]) {
  const positions = keys.map((key) => columns.findIndex((column) => column.name === key));
  const index = new Map<string, Cells>();
  const duplicates: string[] = [];
  for (const row of rows) {
    const key = keys.map((name, at) => `${name}=${row[positions[at] ?? -1] ?? 'NULL'}`).join(' ');
    if (index.has(key)) duplicates.push(key);
    index.set(key, row);
  }
  return { rows: index, duplicates };
}

function compareColumns(
  wanted: ReadonlySet<string>,
  targetTypes: ReadonlyMap<string, string>,
  leftover: readonly string[],
): readonly string[] {
  const allowed = new Set([...wanted, ...METADATA_COLUMNS, ...leftover]);
  const missing = [...wanted].filter((name) => !targetTypes.has(name));
  const surplus = [...targetTypes.keys()].filter((name) => !allowed.has(name));
  return [
    ...missing.map((name) => `column ${quote(name)} is missing in the target`),
    ...surplus.map((name) => `column ${quote(name)} should not be in the target`),
  ];
}

function* compareRows(
  source: ReadonlyMap<string, Cells>,
  target: ReadonlyMap<string, Cells>,
  columns: readonly Column[],
): Generator<RowDifference> {
  for (const [key, sourceRow] of source) {
    const targetRow = target.get(key);
    if (targetRow === undefined) {
      yield { tag: 'missing', key };
      continue;
    }
    const differences = compareCells(sourceRow, targetRow, columns);
    if (differences.length > 0) yield { tag: 'different', key, columns: differences };
  }
  for (const key of target.keys()) if (!source.has(key)) yield { tag: 'surplus', key };
}

function compareCells(source: Cells, target: Cells, columns: readonly Column[]): readonly ColumnDifference[] {
  return columns.flatMap((column, index) => {
    const cells = { column: column.name, source: source[index] ?? null, target: target[index] ?? null };
    return cells.source === cells.target ? [] : [cells];
  });
}
