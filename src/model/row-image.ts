import { IngestError } from './ingest-error.ts';
import { type RowView, ValueKind } from './row-view.ts';

/**
 * One row image as pgoutput carries it (TupleData: a column count, then per column a kind byte and, for text, a
 * length and the bytes), left in the bytes it came in: values are read when a stage needs them, once per net
 * change rather than once per change.
 *
 * https://www.postgresql.org/docs/current/protocol-logicalrep-message-formats.html#PROTOCOL-LOGICALREP-MESSAGE-FORMATS-TUPLEDATA
 */
export interface RowImage {
  /** Owned by whoever holds the image: never written again. */
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

const NULL_VALUE = 0x6e; // n
const UNCHANGED_TOAST = 0x75; // u
const TEXT = 0x74; // t

/** An image with a null in every column. */
export function nullImage(columnCount: number): RowImage {
  const bytes = Buffer.alloc(2 + columnCount, NULL_VALUE);
  bytes.writeUInt16BE(columnCount, 0);
  return { bytes, start: 0, end: bytes.length };
}

/** Lays an image open in `view`. Throws `protocol-violated` when it is not of the view's shape. */
export function readRowImage(image: RowImage, view: RowView): RowView {
  const { bytes } = image;
  const columnCount = bytes.readUInt16BE(image.start);
  if (columnCount !== view.columnCount)
    throw malformed(`${columnCount} columns where ${view.columnCount} were announced`);
  let at = image.start + 2;
  for (let column = 0; column < columnCount; column++) {
    const kind = bytes.readUInt8(at);
    at += 1;
    if (kind === TEXT) {
      const length = bytes.readUInt32BE(at);
      at += 4;
      view.kinds[column] = ValueKind.text;
      view.starts[column] = at;
      at += length;
      view.ends[column] = at;
    } else if (kind === NULL_VALUE) {
      view.kinds[column] = ValueKind.null;
    } else if (kind === UNCHANGED_TOAST) {
      view.kinds[column] = ValueKind.unchanged;
    } else {
      throw malformed(`an unknown kind of column value (0x${kind.toString(16)})`);
    }
  }
  if (at !== image.end) throw malformed('a length that disagrees with its contents');
  view.bytes = bytes;
  return view;
}

/** The byte after an image that starts at `start`, found without reading its values. */
export function findImageEnd(bytes: Buffer, start: number): number {
  const columnCount = bytes.readUInt16BE(start);
  let at = start + 2;
  for (let column = 0; column < columnCount; column++) {
    const kind = bytes.readUInt8(at);
    at += 1;
    if (kind === TEXT) at += 4 + bytes.readUInt32BE(at);
  }
  return at;
}

/** Whether any column of an open image says "unchanged". */
export function hasUnchanged(view: RowView): boolean {
  return view.kinds.includes(ValueKind.unchanged);
}

/**
 * A new image with the unchanged columns of `view` taken from `donor`, an earlier image of the same row and shape.
 * What the donor does not know either stays unchanged.
 */
export function fillUnchanged(view: RowView, donor: RowView): RowImage {
  const pieces: Buffer[] = [];
  const count = Buffer.alloc(2);
  count.writeUInt16BE(view.columnCount);
  pieces.push(count);
  for (let column = 0; column < view.columnCount; column++) {
    const known = view.kinds[column] === ValueKind.unchanged ? donor : view;
    pieces.push(encodeValue(known, column));
  }
  const bytes = Buffer.concat(pieces);
  return { bytes, start: 0, end: bytes.length };
}

function encodeValue(view: RowView, column: number): Buffer {
  const kind = view.kinds[column];
  if (kind === ValueKind.null) return Buffer.of(NULL_VALUE);
  if (kind === ValueKind.unchanged) return Buffer.of(UNCHANGED_TOAST);
  const text = view.bytes.subarray(view.starts[column], view.ends[column]);
  const header = Buffer.alloc(5);
  header.writeUInt8(TEXT, 0);
  header.writeUInt32BE(text.length, 1);
  return Buffer.concat([header, text]);
}

function malformed(what: string): IngestError {
  return new IngestError('protocol-violated', `PostgreSQL sent a row image with ${what}.`);
}
