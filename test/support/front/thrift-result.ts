import { arrowBatch, arrowSchema, arrowStream } from './arrow-stream.ts';
import { type Cell, readBoolean, readInteger, readNumber, readString } from './result-cell.ts';
import type { ResultFiles } from './result-files.ts';
import type { ResultForm } from './result-form.ts';
import type { SqlResultColumn } from './service.ts';
import type { FetchedRows } from './thrift-operation.ts';
import { int64, T } from './thrift-types.ts';

/** What metadata tell of a result. Nothing is compressed, though a client may allow it. */
export function resultMetadata(columns: readonly SqlResultColumn[], form: ResultForm) {
  return {
    schema: tableSchema(columns),
    resultFormat: RESULT_FORMATS[form],
    ...(form === 'columns' ? {} : { arrowSchema: arrowSchema(columns), lz4Compressed: false }),
    isStagingOperation: false,
  };
}

const RESULT_FORMATS = {
  columns: T.TSparkRowSetType.COLUMN_BASED_SET,
  arrow: T.TSparkRowSetType.ARROW_BASED_SET,
  links: T.TSparkRowSetType.URL_BASED_SET,
} satisfies Record<ResultForm, unknown>;

function tableSchema(columns: readonly SqlResultColumn[]) {
  return new T.TTableSchema({
    columns: columns.map(
      (column, index) =>
        new T.TColumnDesc({
          columnName: column.name,
          position: index + 1,
          typeDesc: new T.TTypeDesc({
            types: [
              new T.TTypeEntry({
                primitiveEntry: new T.TPrimitiveTypeEntry({ type: T.TTypeId[`${column.type}_TYPE`] }),
              }),
            ],
          }),
        }),
    ),
  });
}

/** Turns the rows of a fetch into what travels. */
export interface RowSetWriter {
  readonly files: ResultFiles;
  /** Rows in one Arrow batch, or in one file behind a link, at most. */
  readonly maxRowsPerBatch: number;
}

export function rowSet(
  fetched: FetchedRows,
  result: {
    readonly columns: readonly SqlResultColumn[];
    readonly form: ResultForm;
    readonly statement: string;
  },
  { files, maxRowsPerBatch }: RowSetWriter,
) {
  const { columns, form, statement } = result;
  const start = { startRowOffset: int64(BigInt(fetched.firstRow)), rows: [] };
  switch (form) {
    case 'columns':
      return new T.TRowSet({ ...start, columns: rowColumns(columns, fetched.rows) });
    case 'arrow':
      return new T.TRowSet({
        ...start,
        arrowBatches: batchesOf(fetched, maxRowsPerBatch).map(({ rows }) => {
          const rowCount = int64(BigInt(rows.length));
          return new T.TSparkArrowBatch({ batch: arrowBatch(columns, rows), rowCount });
        }),
      });
    case 'links':
      return new T.TRowSet({
        ...start,
        resultLinks: batchesOf(fetched, maxRowsPerBatch).map(({ firstRow, rows }) => {
          const bytes = arrowStream(columns, rows);
          const link = files.add(bytes, statement);
          return new T.TSparkArrowResultLink({
            fileLink: link.url,
            expiryTime: int64(BigInt(link.expiresAtMs)),
            startRowOffset: int64(BigInt(firstRow)),
            rowCount: int64(BigInt(rows.length)),
            bytesNum: int64(BigInt(bytes.length)),
          });
        }),
      });
    default:
      return form satisfies never;
  }
}

type Rows = FetchedRows['rows'];

/** None where there are no rows. */
function batchesOf(
  { firstRow, rows }: FetchedRows,
  size: number,
): readonly { readonly firstRow: number; readonly rows: Rows }[] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => ({
    firstRow: firstRow + index * size,
    rows: rows.slice(index * size, (index + 1) * size),
  }));
}

function rowColumns(columns: readonly SqlResultColumn[], rows: Rows) {
  return columns.map((column, index) =>
    columnOf(
      column,
      rows.map((row) => row[index]),
    ),
  );
}

/** A null's value is whatever stands in its place. */
function columnOf(column: SqlResultColumn, cells: readonly Cell[]) {
  const nulls = nullBits(cells);
  switch (column.type) {
    case 'STRING':
      return new T.TColumn({
        stringVal: new T.TStringColumn({
          values: cells.map((cell) => readString(column, cell) ?? ''),
          nulls,
        }),
      });
    case 'INT':
      return new T.TColumn({
        i32Val: new T.TI32Column({ values: cells.map((cell) => readNumber(column, cell) ?? 0), nulls }),
      });
    case 'DOUBLE':
      return new T.TColumn({
        doubleVal: new T.TDoubleColumn({ values: cells.map((cell) => readNumber(column, cell) ?? 0), nulls }),
      });
    case 'BIGINT':
      return new T.TColumn({
        i64Val: new T.TI64Column({
          values: cells.map((cell) => int64(readInteger(column, cell) ?? 0n)),
          nulls,
        }),
      });
    case 'BOOLEAN':
      return new T.TColumn({
        boolVal: new T.TBoolColumn({
          values: cells.map((cell) => readBoolean(column, cell) ?? false),
          nulls,
        }),
      });
    default:
      return column.type satisfies never;
  }
}

/** One bit a row, the lowest first. */
function nullBits(cells: readonly Cell[]): Buffer {
  const bits = Buffer.alloc(Math.ceil(cells.length / 8));
  for (const [row, cell] of cells.entries()) {
    if (cell === null) {
      const byte = row >> 3;
      bits.writeUInt8(bits.readUInt8(byte) | (1 << (row & 7)), byte);
    }
  }
  return bits;
}
