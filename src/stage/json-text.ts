import type { PlainBuffer } from './plain-buffer.ts';

const QUOTE = 0x22; // "
const BACKSLASH = 0x5c; // \
const HEX = '0123456789abcdef';

/** Appends ASCII text as it stands. */
export function appendAscii(out: PlainBuffer, text: string): void {
  for (let i = 0; i < text.length; i++) out.appendByte(text.charCodeAt(i));
}

/** Appends one byte of a JSON string's content, escaped where JSON demands it. UTF-8 passes as it is. */
export function appendJsonByte(out: PlainBuffer, byte: number): void {
  if (byte === QUOTE || byte === BACKSLASH) {
    out.appendByte(BACKSLASH);
    out.appendByte(byte);
  } else if (byte < 0x20) appendAscii(out, `\\u00${HEX[byte >> 4]}${HEX[byte & 15]}`);
  else out.appendByte(byte);
}

/** Appends `bytes[start, end)` as a JSON string. */
export function appendJsonString(out: PlainBuffer, bytes: Buffer, start: number, end: number): void {
  out.appendByte(QUOTE);
  for (let at = start; at < end; at++) appendJsonByte(out, bytes[at] ?? 0);
  out.appendByte(QUOTE);
}
