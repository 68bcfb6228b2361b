import { PlainBuffer } from '../../src/stage/plain-buffer.ts';
import type { Reading, ValueReader } from '../../src/stage/reading.ts';

export interface ReadResult {
  readonly reading: Reading;
  /** What was written, in PLAIN encoding. */
  readonly written: Buffer;
}

/** Reads a text that lies in the middle of other bytes, which the reader must not touch. */
export function readText(reader: ValueReader, text: string): ReadResult {
  const value = Buffer.from(text);
  const bytes = Buffer.concat([Buffer.from('9"{'), value, Buffer.from('9"}')]);
  const out = new PlainBuffer();
  const reading = reader(bytes, 3, 3 + value.length, out);
  return { reading, written: Buffer.from(out.written()) };
}

/** The one byte array that was written, as text; the reading where there is none. */
export function readAsText(reader: ValueReader, text: string): string {
  const { reading, written } = readText(reader, text);
  if (reading !== 'value') return written.length === 0 ? reading : 'wrote something, though it read nothing';
  return written.readInt32LE(0) === written.length - 4 ? written.toString('utf8', 4) : 'a wrong length';
}

export const NOTHING = Buffer.alloc(0);
