import type { ColumnMapping, ColumnType } from '../model/column-type.ts';
import { IngestError } from '../model/ingest-error.ts';
import type { SpecialValuePolicy } from '../model/pipeline.ts';
import { type RowView, ValueKind } from '../model/row-view.ts';
import { ColumnBuilder } from './column-builder.ts';
import { type ParquetField, parquetField } from './parquet-field.ts';
import { PlainBuffer } from './plain-buffer.ts';

export interface StagedColumn {
  /** Name at the source, for errors: the file knows the column only by its number. */
  readonly name: string;
  /** Where the column lies in the row images. */
  readonly sourceIndex: number;
  readonly mapping: ColumnMapping;
}

/** Which columns a staged file has. A column that is not listed (an excluded one) never reaches the file. */
export interface StagedLayout {
  readonly table: string;
  readonly columns: readonly StagedColumn[];
  /** Indexes into `columns` whose value an update may leave unchanged. */
  readonly keepable: readonly number[];
  /** Indexes into `columns` that make up the row key. */
  readonly keyColumns: readonly number[];
  /** Whether rows can carry the key they had before a key change. */
  readonly withPreviousKey: boolean;
  /** Holds for all columns but those of the key, where a special value is always an error. */
  readonly specialValues: SpecialValuePolicy;
}

/** What a staged row is, beside its values. */
export interface RowControl {
  /** `u`: upsert; `d`: delete of which only the key is known; `x`: delete whose whole image is known. */
  readonly op: 'u' | 'd' | 'x';
  /** Commit LSN. */
  readonly lsn: bigint;
  /** Microseconds since 1970 UTC. */
  readonly committedAt: bigint;
  /** Order of the changes within the file's interval; a safe integer. */
  readonly seq: number;
  /** Commit LSN of the key change that a previous key belongs to; 0 without one. */
  readonly movedLsn: bigint;
}

/** One column of a row group, ready to be written as a Parquet page. */
export interface EncodedColumn {
  readonly field: ParquetField;
  /** One byte per row, 1 where there is a value; `undefined` for a REQUIRED column. */
  readonly presence: Uint8Array<ArrayBuffer> | undefined;
  readonly nullCount: number;
  /** The values that are there, in PLAIN encoding. */
  readonly values: Uint8Array<ArrayBuffer>;
}

const STRING: ColumnType = { tag: 'string' };
const INT64: ColumnType = { tag: 'int64' };
const INSTANT: ColumnType = { tag: 'timestamptz' };
const BOOLEAN: ColumnType = { tag: 'boolean' };

/**
 * The rows of a staged file that have not been written yet, column by column.
 *
 * When `append` throws, the columns are of unequal length, and the row group is of no more use.
 */
export class StagedRowGroup {
  readonly #layout: StagedLayout;
  readonly #data: readonly ColumnBuilder[];
  /** By index into the columns; `undefined` where a column is not keepable. */
  readonly #keepFlags: readonly (PlainBuffer | undefined)[];
  /** In the order of `layout.keyColumns`; empty without previous keys. */
  readonly #previousKey: readonly ColumnBuilder[];
  readonly #op = new PlainBuffer();
  readonly #lsn = new PlainBuffer();
  readonly #committedAt = new PlainBuffer();
  readonly #seq = new PlainBuffer();
  /** Written only with previous keys. */
  readonly #movedLsn = new PlainBuffer();
  readonly #fields: readonly ParquetField[];
  #rowCount = 0;
  #textBytes = 0;

  constructor(layout: StagedLayout) {
    this.#layout = layout;
    this.#data = layout.columns.map((column, i) =>
      columnBuilder(layout, column, layout.keyColumns.includes(i)),
    );
    this.#keepFlags = layout.columns.map((_, i) =>
      layout.keepable.includes(i) ? new PlainBuffer() : undefined,
    );
    this.#previousKey = keyColumnsOf(layout).map((column) => columnBuilder(layout, column, true));
    this.#fields = stagedFields(layout);
  }

  /** Schema of the file, in the order of `encode`. */
  get fields(): readonly ParquetField[] {
    return this.#fields;
  }

  get rowCount(): number {
    return this.#rowCount;
  }

  /** Text of the values held, in bytes: near enough to what they take up here. */
  get textBytes(): number {
    return this.#textBytes;
  }

  /** Values turned into null, over all row groups. */
  get specialValueCount(): number {
    return [...this.#data, ...this.#previousKey].reduce((sum, builder) => sum + builder.specialValueCount, 0);
  }

  append(row: RowView, control: RowControl, previousKey?: RowView): void {
    const { columns } = this.#layout;
    for (let i = 0; i < columns.length; i++) this.#appendValue(i, row);
    if (this.#previousKey.length > 0) this.#appendPreviousKey(previousKey);
    else if (previousKey !== undefined)
      throw violation(this.#layout, 'A key change came where none was expected');
    this.#op.appendInt32(1);
    this.#op.appendByte(control.op.charCodeAt(0));
    this.#lsn.appendInt64(control.lsn);
    this.#committedAt.appendInt64(control.committedAt);
    this.#seq.appendSafeInt64(control.seq);
    if (this.#layout.withPreviousKey) this.#movedLsn.appendInt64(control.movedLsn);
    this.#rowCount++;
  }

  /** The columns as they stand. Valid until the next `append` or `reset`. */
  encode(): readonly EncodedColumn[] {
    const columns = [
      ...this.#data.map(optionalColumn),
      ...this.#keepFlags.filter((flags) => flags !== undefined).map((flags) => required(flags.packedBits())),
      ...this.#previousKey.map(optionalColumn),
      ...(this.#layout.withPreviousKey ? [required(this.#movedLsn.written())] : []),
      ...[this.#op, this.#lsn, this.#committedAt, this.#seq].map((buffer) => required(buffer.written())),
    ];
    return this.#fields.flatMap((field, i) => {
      const column = columns[i];
      return column === undefined ? [] : [{ field, ...column }];
    });
  }

  /** Makes ready for the next row group. */
  reset(): void {
    for (const builder of this.#data) builder.reset();
    for (const flags of this.#keepFlags) flags?.reset();
    for (const builder of this.#previousKey) builder.reset();
    for (const buffer of [this.#movedLsn, this.#op, this.#lsn, this.#committedAt, this.#seq]) buffer.reset();
    this.#rowCount = 0;
    this.#textBytes = 0;
  }

  #appendValue(index: number, row: RowView): void {
    const builder = this.#data[index];
    const column = this.#layout.columns[index];
    if (builder === undefined || column === undefined) return;
    const keepFlags = this.#keepFlags[index];
    const source = column.sourceIndex;
    const kind = row.kinds[source];
    if (kind === ValueKind.text) {
      const start = row.starts[source] ?? 0;
      const end = row.ends[source] ?? 0;
      builder.append(row.bytes, start, end);
      this.#textBytes += end - start;
    } else if (kind === ValueKind.null) builder.appendNull();
    else if (kind === ValueKind.unchanged && keepFlags !== undefined) builder.appendNull();
    else throw violation(this.#layout, `Column ${column.name} came without its value`);
    keepFlags?.appendByte(kind === ValueKind.unchanged ? 1 : 0);
  }

  #appendPreviousKey(previousKey: RowView | undefined): void {
    const { columns, keyColumns } = this.#layout;
    for (let j = 0; j < keyColumns.length; j++) {
      const builder = this.#previousKey[j];
      const source = columns[keyColumns[j] ?? -1]?.sourceIndex ?? -1;
      if (builder === undefined) continue;
      const kind = previousKey?.kinds[source] ?? ValueKind.null;
      if (kind === ValueKind.null) builder.appendNull();
      else if (kind === ValueKind.text && previousKey !== undefined)
        builder.append(previousKey.bytes, previousKey.starts[source] ?? 0, previousKey.ends[source] ?? 0);
      else throw violation(this.#layout, 'A key change came without the whole previous key');
    }
  }
}

/** `c0…`, then the keep flags `k…`, then the previous key `f…`, each under its column's number, with `moved_lsn`, then the control columns. */
function stagedFields(layout: StagedLayout): readonly ParquetField[] {
  const { columns, keepable } = layout;
  return [
    ...columns.map((column, i) => parquetField(`c${i}`, column.mapping.type, 'OPTIONAL')),
    ...columns.flatMap((_, i) => (keepable.includes(i) ? [parquetField(`k${i}`, BOOLEAN, 'REQUIRED')] : [])),
    ...(layout.withPreviousKey
      ? [
          ...layout.keyColumns.map((i) =>
            parquetField(`f${i}`, columnAt(layout, i).mapping.type, 'OPTIONAL'),
          ),
          parquetField('moved_lsn', INT64, 'REQUIRED'),
        ]
      : []),
    parquetField('op', STRING, 'REQUIRED'),
    parquetField('lsn', INT64, 'REQUIRED'),
    parquetField('committed_at', INSTANT, 'REQUIRED'),
    parquetField('seq', INT64, 'REQUIRED'),
  ];
}

function keyColumnsOf(layout: StagedLayout): readonly StagedColumn[] {
  return layout.withPreviousKey ? layout.keyColumns.map((i) => columnAt(layout, i)) : [];
}

function columnAt(layout: StagedLayout, index: number): StagedColumn {
  const column = layout.columns[index];
  if (column === undefined)
    throw new IngestError('internal-error', `${layout.table} has no staged column ${index}.`);
  return column;
}

function columnBuilder(layout: StagedLayout, column: StagedColumn, isKey: boolean): ColumnBuilder {
  const { table, specialValues } = layout;
  return new ColumnBuilder({ mapping: column.mapping, specialValues, table, column: column.name, isKey });
}

function optionalColumn(builder: ColumnBuilder): Omit<EncodedColumn, 'field'> {
  const { values, nullCount } = builder;
  return {
    presence: builder.presence(),
    nullCount,
    values: builder.isBoolean ? values.packedBits() : values.written(),
  };
}

function required(values: Uint8Array<ArrayBuffer>): Omit<EncodedColumn, 'field'> {
  return { presence: undefined, nullCount: 0, values };
}

function violation(layout: StagedLayout, what: string): IngestError {
  return new IngestError('protocol-violated', `${what} in a row of ${layout.table}.`);
}
