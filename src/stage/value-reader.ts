import type { ColumnMapping, ColumnType } from '../model/column-type.ts';
import { arrayJsonReader } from './array-json.ts';
import { readHstoreJson } from './hstore-json.ts';
import { decimalReader } from './read-decimal.ts';
import { readFloat32, readFloat64 } from './read-float.ts';
import { integerReader, readInt64 } from './read-integer.ts';
import { readDate, readTimestamp, readTimestamptz } from './read-timestamp.ts';
import type { ValueReader } from './reading.ts';

/** The reader of a column's text, as `schema/type-mapping` maps the column. */
export function valueReaderOf(mapping: ColumnMapping): ValueReader {
  switch (mapping.form.tag) {
    case 'array-json':
      return arrayJsonReader(mapping.form);
    case 'hstore-json':
      return readHstoreJson;
    case 'plain':
      return plainReaderOf(mapping.type);
    default:
      return mapping.form satisfies never;
  }
}

function plainReaderOf(type: ColumnType): ValueReader {
  switch (type.tag) {
    case 'boolean':
      return readBoolean;
    case 'int16':
      return integerReader(16);
    case 'int32':
      return integerReader(32);
    case 'int64':
      return readInt64;
    case 'float32':
      return readFloat32;
    case 'float64':
      return readFloat64;
    case 'decimal':
      return decimalReader(type.precision, type.scale);
    case 'string':
      return readString;
    case 'binary':
      return readBytea;
    case 'date':
      return readDate;
    case 'timestamp':
      return readTimestamp;
    case 'timestamptz':
      return readTimestamptz;
    default:
      return type satisfies never;
  }
}

/** One byte per value; `PlainBuffer.packedBits` makes bits of them. */
const readBoolean: ValueReader = (bytes, start, end, out) => {
  const byte = bytes[start];
  if (end - start !== 1 || (byte !== 0x74 /* t */ && byte !== 0x66) /* f */) return 'malformed';
  out.appendByte(byte === 0x74 ? 1 : 0);
  return 'value';
};

/** UTF-8 as the server sent it: no decoding, hence nothing to lose. */
const readString: ValueReader = (bytes, start, end, out) => {
  out.appendByteArray(bytes, start, end);
  return 'value';
};

const NOT_HEX = 255;
const HEX_DIGITS = new Uint8Array(256).fill(NOT_HEX);
for (const [digit, character] of [...'0123456789abcdef'].entries()) {
  HEX_DIGITS[character.charCodeAt(0)] = digit;
  HEX_DIGITS[character.toUpperCase().charCodeAt(0)] = digit;
}

/** `\x` and two hex digits a byte. */
const readBytea: ValueReader = (bytes, start, end, out) => {
  if (bytes[start] !== 0x5c /* \ */ || bytes[start + 1] !== 0x78 /* x */ || (end - start) % 2 !== 0)
    return 'malformed';
  const before = out.length;
  out.appendInt32((end - start) / 2 - 1);
  for (let at = start + 2; at < end; at += 2) {
    const high = HEX_DIGITS[bytes[at] ?? 0] ?? NOT_HEX;
    const low = HEX_DIGITS[bytes[at + 1] ?? 0] ?? NOT_HEX;
    if (high === NOT_HEX || low === NOT_HEX) {
      out.truncate(before);
      return 'malformed';
    }
    out.appendByte((high << 4) | low);
  }
  return 'value';
};
