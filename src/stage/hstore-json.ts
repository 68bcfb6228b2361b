import { appendAscii, appendJsonByte } from './json-text.ts';
import type { PlainBuffer } from './plain-buffer.ts';
import type { ValueReader } from './reading.ts';

const QUOTE = 0x22; // "
const BACKSLASH = 0x5c; // \

/** An hstore literal (`"a"=>"1", "b"=>NULL`) as a JSON object, keys in the order PostgreSQL prints them. */
export const readHstoreJson: ValueReader = (bytes, start, end, out) => {
  const before = out.length;
  const opened = out.openByteArray();
  if (!appendObject(bytes, start, end, out)) {
    out.truncate(before);
    return 'malformed';
  }
  out.closeByteArray(opened);
  return 'value';
};

function appendObject(bytes: Buffer, start: number, end: number, out: PlainBuffer): boolean {
  appendAscii(out, '{');
  let at = start;
  while (at < end) {
    if (at > start) {
      if (!hasText(bytes, at, end, ', ')) return false;
      appendAscii(out, ',');
      at += 2;
    }
    at = appendQuoted(bytes, at, end, out);
    if (at === -1 || !hasText(bytes, at, end, '=>')) return false;
    appendAscii(out, ':');
    at += 2;
    if (hasText(bytes, at, end, 'NULL')) {
      appendAscii(out, 'null');
      at += 4;
    } else at = appendQuoted(bytes, at, end, out);
    if (at === -1) return false;
  }
  appendAscii(out, '}');
  return true;
}

function hasText(bytes: Buffer, at: number, end: number, text: string): boolean {
  return at + text.length <= end && bytes.toString('latin1', at, at + text.length) === text;
}

/** Appends the quoted string at `start`; returns where it ends, or -1. */
function appendQuoted(bytes: Buffer, start: number, end: number, out: PlainBuffer): number {
  if (start >= end || bytes[start] !== QUOTE) return -1;
  out.appendByte(QUOTE);
  let at = start + 1;
  for (; at < end && bytes[at] !== QUOTE; at++) {
    if (bytes[at] === BACKSLASH) at++;
    appendJsonByte(out, bytes[at] ?? 0);
  }
  if (at >= end) return -1;
  out.appendByte(QUOTE);
  return at + 1;
}
