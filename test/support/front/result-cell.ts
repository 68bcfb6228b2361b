import type { SqlResultColumn, SqlResultValue } from './service.ts';

// The cells of a result by their column's type. An engine that gives another type than it promised is at fault.

export type Cell = SqlResultValue | undefined;

export function readString(column: SqlResultColumn, cell: Cell): string | null {
  return cell === null || typeof cell === 'string' ? cell : mistyped(column, cell);
}

export function readNumber(column: SqlResultColumn, cell: Cell): number | null {
  return cell === null || typeof cell === 'number' ? cell : mistyped(column, cell);
}

export function readInteger(column: SqlResultColumn, cell: Cell): bigint | null {
  if (cell === null || typeof cell === 'bigint') return cell;
  return typeof cell === 'number' ? BigInt(cell) : mistyped(column, cell);
}

export function readBoolean(column: SqlResultColumn, cell: Cell): boolean | null {
  return cell === null || typeof cell === 'boolean' ? cell : mistyped(column, cell);
}

function mistyped(column: SqlResultColumn, cell: Cell): never {
  throw new Error(`The engine gave a ${typeof cell} for column ${column.name} of type ${column.type}`);
}
