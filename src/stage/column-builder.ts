import type { ColumnMapping } from '../model/column-type.ts';
import { IngestError } from '../model/ingest-error.ts';
import type { SpecialValuePolicy } from '../model/pipeline.ts';
import { PlainBuffer } from './plain-buffer.ts';
import type { Reading, SpecialValue, ValueReader } from './reading.ts';
import { valueReaderOf } from './value-reader.ts';

const INITIAL_ROWS = 1024;

export interface ColumnBuilderOptions {
  readonly mapping: ColumnMapping;
  readonly specialValues: SpecialValuePolicy;
  /** `public.orders`, for errors. */
  readonly table: string;
  /** Name of the column at the source, for errors. */
  readonly column: string;
  /** A key never becomes null, whatever the policy: its row would be found by no later change. */
  readonly isKey: boolean;
}

/** Collects one nullable column of a row group: which rows hold a value, and the values in PLAIN encoding. */
export class ColumnBuilder {
  readonly values = new PlainBuffer();
  readonly #options: ColumnBuilderOptions;
  readonly #read: ValueReader;
  #presence = new Uint8Array(INITIAL_ROWS);
  #rowCount = 0;
  #nullCount = 0;
  #specialValueCount = 0;

  constructor(options: ColumnBuilderOptions) {
    this.#options = options;
    this.#read = valueReaderOf(options.mapping);
  }

  get rowCount(): number {
    return this.#rowCount;
  }

  get nullCount(): number {
    return this.#nullCount;
  }

  get isBoolean(): boolean {
    return this.#options.mapping.type.tag === 'boolean';
  }

  /** Values turned into null since the builder was made; `reset` does not forget them. */
  get specialValueCount(): number {
    return this.#specialValueCount;
  }

  /** One byte per row: 1 where it holds a value, 0 where null. Valid until the next append. */
  presence(): Uint8Array<ArrayBuffer> {
    return this.#presence.subarray(0, this.#rowCount);
  }

  /**
   * Reads the text in `bytes[start, end)`. Nothing of `bytes` is kept.
   *
   * Throws `value-unrepresentable` for a value without a home in the target type, unless the policy makes it null,
   * and `protocol-violated` for text that PostgreSQL does not print for this type. Neither quotes the value.
   */
  append(bytes: Buffer, start: number, end: number): void {
    const reading = this.#read(bytes, start, end, this.values);
    if (reading === 'value') this.#appendPresence(1);
    else this.#appendWithoutHome(reading);
  }

  appendNull(): void {
    this.#nullCount++;
    this.#appendPresence(0);
  }

  /** Makes ready for the next row group. */
  reset(): void {
    this.values.reset();
    this.#rowCount = 0;
    this.#nullCount = 0;
  }

  #appendPresence(present: 0 | 1): void {
    if (this.#rowCount === this.#presence.length) {
      const grown = new Uint8Array(this.#rowCount * 2);
      grown.set(this.#presence);
      this.#presence = grown;
    }
    this.#presence[this.#rowCount++] = present;
  }

  #appendWithoutHome(reading: Exclude<Reading, 'value'>): void {
    if (reading === 'malformed') throw malformedError(this.#options);
    if (this.#options.specialValues === 'error' || this.#options.isKey)
      throw unrepresentableError(this.#options, reading);
    this.#specialValueCount++;
    this.appendNull();
  }
}

function malformedError({ table, column, mapping }: ColumnBuilderOptions): IngestError {
  return new IngestError(
    'protocol-violated',
    `A value of ${table}.${column} is not what PostgreSQL prints for the type it is mapped to (${mapping.type.tag}).`,
  );
}

function unrepresentableError(
  { table, column, mapping, isKey }: ColumnBuilderOptions,
  value: SpecialValue,
): IngestError {
  const solution = isKey
    ? `${column} belongs to the row key, which cannot be NULL: give ${table} another key under write_mode.keys, change the value at the source, or take the table out of the selection.`
    : `Set "special_values: null" to store NULL instead and have the values counted in the report, or list ${column} under exclude_columns.`;
  return new IngestError(
    'value-unrepresentable',
    `A row of ${table} holds ${value} in column ${column}, which the target type (${mapping.type.tag}) cannot hold.`,
    { solution },
  );
}
