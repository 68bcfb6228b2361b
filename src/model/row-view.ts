/** What a row image holds for a column. `unchanged` is a case of its own: it can never be written as a null. */
export const ValueKind = { null: 0, text: 1, unchanged: 2 } as const;
export type ValueKind = (typeof ValueKind)[keyof typeof ValueKind];

/**
 * One row image laid open: per column, what it holds and where its text lies. One view is reused for every row of
 * a table, so that reading a row allocates nothing.
 *
 * Values are PostgreSQL's text output, UTF-8, under the pinned session settings (ISO dates, UTC, ISO 8601
 * intervals, hex bytea, 3 extra float digits).
 */
export class RowView {
  bytes: Buffer;
  readonly columnCount: number;
  readonly kinds: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;

  constructor(columnCount: number) {
    this.bytes = Buffer.alloc(0);
    this.columnCount = columnCount;
    this.kinds = new Uint8Array(columnCount);
    this.starts = new Uint32Array(columnCount);
    this.ends = new Uint32Array(columnCount);
  }
}
