import { IngestError } from '../model/ingest-error.ts';
import { type RowView, ValueKind } from '../model/row-view.ts';

const TAB = 0x09;
const NEWLINE = 0x0a;
const BACKSLASH = 0x5c;
const CAPITAL_N = 0x4e;

/**
 * Lays one line of COPY's text format open in `view`. Escapes are resolved in place: `bytes` is changed, never
 * made longer.
 *
 * https://www.postgresql.org/docs/current/sql-copy.html#SQL-COPY-FILE-FORMATS
 */
export function readCopyRow(bytes: Buffer, start: number, end: number, view: RowView): RowView {
  if (bytes[end - 1] !== NEWLINE) throw malformed('a line without an end');
  const lineEnd = end - 1;
  let at = start;
  for (let column = 0; column < view.columnCount; column++) {
    if (column > 0) {
      if (bytes[at] !== TAB) throw malformed('too few columns');
      at += 1;
    }
    const fieldStart = at;
    while (at < lineEnd && bytes[at] !== TAB && bytes[at] !== BACKSLASH) at++;
    if (at < lineEnd && bytes[at] === BACKSLASH) {
      at = readEscapedField(bytes, fieldStart, at, lineEnd, view, column);
    } else {
      setText(view, column, fieldStart, at);
    }
  }
  if (at !== lineEnd) throw malformed('too many columns');
  view.bytes = bytes;
  return view;
}

function setText(view: RowView, column: number, start: number, end: number): void {
  view.kinds[column] = ValueKind.text;
  view.starts[column] = start;
  view.ends[column] = end;
}

/** Reads a field from its first backslash on; returns where the field ends in the line. */
function readEscapedField(
  bytes: Buffer,
  fieldStart: number,
  firstBackslash: number,
  lineEnd: number,
  view: RowView,
  column: number,
): number {
  let at = firstBackslash;
  if (at === fieldStart && bytes[at + 1] === CAPITAL_N) {
    view.kinds[column] = ValueKind.null;
    return at + 2;
  }
  let write = at;
  while (at < lineEnd && bytes[at] !== TAB) {
    let byte = bytes[at] ?? 0;
    at += 1;
    if (byte === BACKSLASH) {
      byte = unescapeByte(bytes[at] ?? 0);
      at += 1;
    }
    bytes[write] = byte;
    write += 1;
  }
  setText(view, column, fieldStart, write);
  return at;
}

/** The letters that the server writes after a backslash; any other character stands for itself. */
function unescapeByte(byte: number): number {
  switch (byte) {
    case 0x62: // b
      return 0x08;
    case 0x66: // f
      return 0x0c;
    case 0x6e: // n
      return 0x0a;
    case 0x72: // r
      return 0x0d;
    case 0x74: // t
      return 0x09;
    case 0x76: // v
      return 0x0b;
    default:
      return byte;
  }
}

function malformed(what: string): IngestError {
  return new IngestError('protocol-violated', `PostgreSQL sent a COPY line with ${what}.`);
}
