import { createRequire } from 'node:module';
import { type Cell, readBoolean, readInteger, readNumber, readString } from './result-cell.ts';
import type { SqlResultColumn, SqlResultValue } from './service.ts';

// The driver brings Arrow along. Of it, only what is used here is typed.

type ArrowType = object;
type ArrowData = object;
type ArrowSchema = object;

interface ArrowLibrary {
  readonly Utf8: new () => ArrowType;
  readonly Int32: new () => ArrowType;
  readonly Int64: new () => ArrowType;
  readonly Float64: new () => ArrowType;
  readonly Bool: new () => ArrowType;
  readonly Struct: new (fields: readonly object[]) => ArrowType;
  readonly Field: new (name: string, type: ArrowType, nullable: boolean) => object;
  readonly Schema: new (fields: readonly object[]) => ArrowSchema;
  readonly RecordBatch: new (schema: ArrowSchema, data: ArrowData) => object;
  readonly RecordBatchStreamWriter: {
    writeAll(batches: readonly object[]): { toUint8Array(isSync: true): Uint8Array };
  };
  vectorFromArray(values: readonly unknown[], type: ArrowType): { readonly data: readonly ArrowData[] };
  makeData(properties: {
    readonly type: ArrowType;
    readonly length: number;
    readonly nullCount: number;
    readonly children: readonly (ArrowData | undefined)[];
  }): ArrowData;
}

const driverRequire = createRequire(createRequire(import.meta.url).resolve('@databricks/sql'));
const arrow: ArrowLibrary = driverRequire('apache-arrow');

/** An Arrow stream, whole: what the file behind a link holds. */
export function arrowStream(
  columns: readonly SqlResultColumn[],
  rows: readonly (readonly SqlResultValue[])[],
): Buffer {
  const fields = columns.map(({ name, type }) => new arrow.Field(name, new arrow[ARROW_TYPES[type]](), true));
  const schema = new arrow.Schema(fields);
  const children = columns.map((column, index) => {
    const values = rows.map((row) => arrowValue(column, row[index]));
    return arrow.vectorFromArray(values, new arrow[ARROW_TYPES[column.type]]()).data[0];
  });
  const type = new arrow.Struct(fields);
  const data = arrow.makeData({ type, length: rows.length, nullCount: 0, children });
  const batch = new arrow.RecordBatch(schema, data);
  return Buffer.from(arrow.RecordBatchStreamWriter.writeAll([batch]).toUint8Array(true));
}

/** The message of a stream that comes first. */
export function arrowSchema(columns: readonly SqlResultColumn[]): Buffer {
  const stream = arrowStream(columns, []);
  return stream.subarray(0, firstMessageLength(stream));
}

/** The message of a stream that holds the rows. */
export function arrowBatch(
  columns: readonly SqlResultColumn[],
  rows: readonly (readonly SqlResultValue[])[],
): Buffer {
  const stream = arrowStream(columns, rows);
  return stream.subarray(firstMessageLength(stream), -END_OF_STREAM_LENGTH);
}

const ARROW_TYPES = {
  STRING: 'Utf8',
  INT: 'Int32',
  BIGINT: 'Int64',
  DOUBLE: 'Float64',
  BOOLEAN: 'Bool',
} as const satisfies Record<SqlResultColumn['type'], keyof ArrowLibrary>;

/** A marker, and a length of zero. */
const END_OF_STREAM_LENGTH = 8;

/** A marker, the length of what follows, and that: a schema has no body. */
function firstMessageLength(stream: Buffer): number {
  return 8 + stream.readInt32LE(4);
}

function arrowValue(column: SqlResultColumn, cell: Cell): unknown {
  switch (column.type) {
    case 'STRING':
      return readString(column, cell);
    case 'INT':
    case 'DOUBLE':
      return readNumber(column, cell);
    case 'BIGINT':
      return readInteger(column, cell);
    case 'BOOLEAN':
      return readBoolean(column, cell);
    default:
      return column.type satisfies never;
  }
}
