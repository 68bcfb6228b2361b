import type { SqlResultColumn, SqlResultValue } from './service.ts';
import type { FetchedRows } from './thrift-operation.ts';
import { int64, T } from './thrift-types.ts';

/** The columns of a result, as metadata tells them. */
export function tableSchema(columns: readonly SqlResultColumn[]) {
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

/** Rows turned into columns, which is how they travel. */
export function rowSet(columns: readonly SqlResultColumn[], fetched: FetchedRows) {
  return new T.TRowSet({
    startRowOffset: int64(BigInt(fetched.firstRow)),
    rows: [],
    columns: columns.map((column, index) =>
      columnOf(
        column,
        fetched.rows.map((row) => row[index]),
      ),
    ),
  });
}

function columnOf(column: SqlResultColumn, cells: readonly (SqlResultValue | undefined)[]) {
  const nulls = nullBits(cells);
  switch (column.type) {
    case 'STRING':
      return new T.TColumn({
        stringVal: new T.TStringColumn({ values: cells.map((cell) => readString(column, cell)), nulls }),
      });
    case 'INT':
      return new T.TColumn({
        i32Val: new T.TI32Column({ values: cells.map((cell) => readNumber(column, cell)), nulls }),
      });
    case 'DOUBLE':
      return new T.TColumn({
        doubleVal: new T.TDoubleColumn({ values: cells.map((cell) => readNumber(column, cell)), nulls }),
      });
    case 'BIGINT':
      return new T.TColumn({
        i64Val: new T.TI64Column({ values: cells.map((cell) => int64(readInteger(column, cell))), nulls }),
      });
    case 'BOOLEAN':
      return new T.TColumn({
        boolVal: new T.TBoolColumn({ values: cells.map((cell) => readBoolean(column, cell)), nulls }),
      });
    default:
      return column.type satisfies never;
  }
}

/** One bit a row, the lowest first; a null's value is whatever stands in its place. */
function nullBits(cells: readonly (SqlResultValue | undefined)[]): Buffer {
  const bits = Buffer.alloc(Math.ceil(cells.length / 8));
  for (const [row, cell] of cells.entries()) {
    if (cell === null) {
      const byte = row >> 3;
      bits.writeUInt8(bits.readUInt8(byte) | (1 << (row & 7)), byte);
    }
  }
  return bits;
}

function readString(column: SqlResultColumn, cell: SqlResultValue | undefined): string {
  return cell === null ? '' : typeof cell === 'string' ? cell : mistyped(column, cell);
}

function readNumber(column: SqlResultColumn, cell: SqlResultValue | undefined): number {
  return cell === null ? 0 : typeof cell === 'number' ? cell : mistyped(column, cell);
}

function readInteger(column: SqlResultColumn, cell: SqlResultValue | undefined): bigint {
  return cell === null
    ? 0n
    : typeof cell === 'bigint' || typeof cell === 'number'
      ? BigInt(cell)
      : mistyped(column, cell);
}

function readBoolean(column: SqlResultColumn, cell: SqlResultValue | undefined): boolean {
  return cell === null ? false : typeof cell === 'boolean' ? cell : mistyped(column, cell);
}

function mistyped(column: SqlResultColumn, cell: SqlResultValue | undefined): never {
  throw new Error(`The engine gave a ${typeof cell} for column ${column.name} of type ${column.type}`);
}
