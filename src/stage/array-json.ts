import type { ValueForm } from '../model/column-type.ts';
import { appendAscii, appendJsonByte, appendJsonString } from './json-text.ts';
import type { PlainBuffer } from './plain-buffer.ts';
import type { ValueReader } from './reading.ts';

const QUOTE = 0x22; // "
const BACKSLASH = 0x5c; // \
const OPEN = 0x7b; // {
const CLOSE = 0x7d; // }
const COMMA = 0x2c; // ,
const EQUALS = 0x3d; // =
const SUBSCRIPT = 0x5b; // [
const NUMBER_TEXT = /^-?\d+(?:\.\d+)?(?:e[+-]\d+)?$/;
const NOT_A_NUMBER = /^(?:NaN|-?Infinity)$/;

type ArrayForm = Extract<ValueForm, { readonly tag: 'array-json' }>;
type Element = ArrayForm['element'];

/**
 * An array literal as a JSON array, dimension within dimension, element-exact:
 *
 * - numbers keep every digit as PostgreSQL prints them; NaN and the infinities, which JSON lacks, become strings;
 * - JSON elements are embedded as they are, so SQL's NULL and JSON's null look alike;
 * - everything else becomes a string of its text.
 *
 * Subscripts that do not start at 1 (`[0:1]={a,b}`) are not kept: JSON has no place for them.
 */
export function arrayJsonReader(form: ArrayForm): ValueReader {
  const delimiter = form.delimiter.charCodeAt(0);
  return (bytes, start, end, out) => {
    const before = out.length;
    const opened = out.openByteArray();
    const literal = startOfBraces(bytes, start, end);
    if (!appendArray({ bytes, start: literal, end, delimiter, element: form.element }, out)) {
      out.truncate(before);
      return 'malformed';
    }
    out.closeByteArray(opened);
    return 'value';
  };
}

interface Literal {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  readonly delimiter: number;
  readonly element: Element;
}

/** Skips the subscripts in front, if any. */
function startOfBraces(bytes: Buffer, start: number, end: number): number {
  if (bytes[start] !== SUBSCRIPT) return start;
  const equals = bytes.indexOf(EQUALS, start);
  return equals === -1 ? end : equals + 1;
}

/** False where the literal is not one; what was written until then is to be dropped. */
function appendArray(literal: Literal, out: PlainBuffer): boolean {
  const { bytes, end, delimiter } = literal;
  let depth = 0;
  let at = literal.start;
  /** Whether an element, or an inner array, may come here; otherwise a delimiter or a closing brace must. */
  let awaitsElement = true;
  if (bytes[at] !== OPEN) return false;
  while (at < end) {
    const byte = bytes[at];
    if (byte === OPEN) {
      if (!awaitsElement) return false;
      depth++;
      appendAscii(out, '[');
      awaitsElement = bytes[at + 1] !== CLOSE;
      at++;
    } else if (byte === CLOSE) {
      if (awaitsElement) return false;
      appendAscii(out, ']');
      at++;
      if (--depth === 0) return at === end;
    } else if (byte === delimiter) {
      if (awaitsElement) return false;
      out.appendByte(COMMA);
      awaitsElement = true;
      at++;
    } else {
      if (!awaitsElement) return false;
      at = byte === QUOTE ? appendQuoted(literal, at, out) : appendUnquoted(literal, at, out);
      if (at === -1) return false;
      awaitsElement = false;
    }
  }
  return false;
}

/** Appends the quoted element at `start`; returns where it ends, or -1. */
function appendQuoted(literal: Literal, start: number, out: PlainBuffer): number {
  const { bytes, end, element } = literal;
  // PostgreSQL never needs quotes around these.
  if (element === 'number' || element === 'boolean') return -1;
  const isText = element === 'text';
  if (isText) out.appendByte(QUOTE);
  let at = start + 1;
  for (; at < end && bytes[at] !== QUOTE; at++) {
    if (bytes[at] === BACKSLASH) at++;
    if (isText) appendJsonByte(out, bytes[at] ?? 0);
    else out.appendByte(bytes[at] ?? 0);
  }
  if (at >= end) return -1;
  if (isText) out.appendByte(QUOTE);
  return at + 1;
}

/** Appends the bare element at `start`; returns where it ends, or -1. */
function appendUnquoted(literal: Literal, start: number, out: PlainBuffer): number {
  const { bytes, end, delimiter, element } = literal;
  let at = start;
  while (at < end && bytes[at] !== delimiter && bytes[at] !== CLOSE) {
    if (bytes[at] === OPEN || bytes[at] === QUOTE || bytes[at] === BACKSLASH) return -1;
    at++;
  }
  if (isNull(bytes, start, at)) {
    appendAscii(out, 'null');
    return at;
  }
  return appendBareElement(element, bytes, start, at, out) ? at : -1;
}

function isNull(bytes: Buffer, start: number, end: number): boolean {
  return end - start === 4 && bytes.toString('latin1', start, end) === 'NULL';
}

function appendBareElement(
  element: Element,
  bytes: Buffer,
  start: number,
  end: number,
  out: PlainBuffer,
): boolean {
  switch (element) {
    case 'number': {
      const text = bytes.toString('latin1', start, end);
      if (NUMBER_TEXT.test(text)) appendAscii(out, text);
      else if (NOT_A_NUMBER.test(text)) appendAscii(out, `"${text}"`);
      else return false;
      return true;
    }
    case 'boolean': {
      const text = bytes.toString('latin1', start, end);
      if (text !== 't' && text !== 'f') return false;
      appendAscii(out, text === 't' ? 'true' : 'false');
      return true;
    }
    case 'json':
      out.appendSlice(bytes, start, end);
      return true;
    case 'text':
      appendJsonString(out, bytes, start, end);
      return true;
    default:
      return element satisfies never;
  }
}
