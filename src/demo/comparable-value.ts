import type { TargetSide } from './target-side.ts';

/** A column as both sides describe it. */
export interface ComparedColumn {
  readonly name: string;
  /** `pg_type.typname` of the column, or of its elements where it is an array. */
  readonly sourceType: string;
  readonly isArray: boolean;
  /** As the target's side names it. */
  readonly targetType: string;
}

/** How a column is read on each side, so that equal values come out as equal texts. NULL stays null. */
export interface ComparableColumn {
  readonly sourceExpression: string;
  readonly targetExpression: string;
  readonly normalizeSource: (text: string) => string;
  readonly normalizeTarget: (text: string) => string;
}

/** Texts longer than this are compared by length and MD5, so that large tables can be compared whole. */
const LONGEST_PLAIN_TEXT = 256;

const same = (text: string): string => text;

/**
 * Brings both sides of a column to one form. Each side is rendered by its own database, and nothing of the
 * pipeline takes part: a comparison that shared the pipeline's reading of values would share its mistakes.
 */
export function comparableColumn(column: ComparedColumn, side: TargetSide): ComparableColumn {
  const source = quote(column.name);
  const target = side.quote(column.name);
  const type = column.targetType;
  const plain = (normalize: (text: string) => string): ComparableColumn => ({
    sourceExpression: /*sql*/ `${source}::text`,
    targetExpression: side.asText(target),
    normalizeSource: normalize,
    normalizeTarget: normalize,
  });
  if (column.isArray && type === 'VARCHAR')
    return {
      sourceExpression: /*sql*/ `${source}::text`,
      targetExpression: target,
      normalizeSource: (text) => normalizeArray(text, column.sourceType),
      normalizeTarget: normalizeJsonArray,
    };
  switch (type) {
    case 'FLOAT':
    case 'DOUBLE':
      return plain(type === 'FLOAT' ? normalizeFloat32 : normalizeFloat64);
    case 'DECIMAL':
      return plain(normalizeDecimal);
    case 'DATE':
      return between(
        /*sql*/ `CASE WHEN isfinite(${source}) THEN (${source} - DATE '1970-01-01')::text ELSE ${source}::text END`,
        side.asDays(target),
      );
    case 'TIMESTAMP':
    case 'TIMESTAMP WITH TIME ZONE':
      return between(
        /*sql*/ `CASE WHEN isfinite(${source}) THEN (extract(epoch FROM ${source}) * 1000000)::bigint::text ELSE ${source}::text END`,
        side.asMicroseconds(target),
      );
    case 'BLOB':
      return between(
        shortened(source, /*sql*/ `encode(${source}, 'hex')`, `octet_length(${source})`, sourceText),
        shortened(target, side.asHex(target), side.byteLength(target), side.asText),
      );
    case 'VARCHAR':
      // format() prints as the wire does; a cast would strip the blanks of char(n).
      return between(
        shortenedText(/*sql*/ `CASE WHEN ${source} IS NOT NULL THEN format('%s', ${source}) END`, sourceText),
        shortenedText(target, side.asText),
      );
    default:
      return plain(same);
  }
}

function between(sourceExpression: string, targetExpression: string): ComparableColumn {
  return { sourceExpression, targetExpression, normalizeSource: same, normalizeTarget: same };
}

function sourceText(value: string): string {
  return /*sql*/ `${value}::text`;
}

function shortenedText(expression: string, asText: (value: string) => string): string {
  return shortened(expression, expression, `length(${expression})`, asText);
}

function shortened(value: string, text: string, length: string, asText: (value: string) => string): string {
  return /*sql*/ `CASE WHEN ${length} > ${LONGEST_PLAIN_TEXT} THEN 'MD5 ' || md5(${value}) || ' of ' || ${asText(length)} ELSE ${text} END`;
}

export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function normalizeFloat32(text: string): string {
  return normalizeFloat64(String(Math.fround(parseFloatText(text))));
}

/** The shortest text of the number; minus zero stays apart from zero. */
function normalizeFloat64(text: string): string {
  const number = parseFloatText(text);
  return Object.is(number, -0) ? '-0' : String(number);
}

/** DuckDB says `inf` and `nan`. */
function parseFloatText(text: string): number {
  return Number(text.replace(/^(-?)inf$/i, '$1Infinity').replace(/^nan$/i, 'NaN'));
}

function normalizeDecimal(text: string): string {
  const trimmed = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return trimmed === '-0' ? '0' : trimmed;
}

type Nested = string | null | readonly Nested[];

/** A JSON array as nested texts, numbers digit by digit. */
function normalizeJsonArray(text: string): string {
  return JSON.stringify(JSON.parse(keepNumbersAsText(text)));
}

/** Puts numbers and booleans outside of strings into quotes, because a number may have more digits than a double. */
function keepNumbersAsText(json: string): string {
  return json.replaceAll(/"(?:[^"\\]|\\.)*"|true|false|-?\d[\d.eE+-]*/g, (token) =>
    token.startsWith('"') ? token : `"${token}"`,
  );
}

/** An array literal as nested texts, in the same form. */
function normalizeArray(literal: string, elementType: string): string {
  const [array] = readArray(literal.replace(/^[^{]*=/, ''), 0);
  return JSON.stringify(mapTexts(array, (text) => normalizeElement(text, elementType)));
}

function normalizeElement(text: string, elementType: string): Nested {
  if (elementType === 'bool') return text === 't' ? 'true' : 'false';
  if (elementType === 'json' || elementType === 'jsonb') return JSON.parse(keepNumbersAsText(text));
  return text;
}

function mapTexts(value: Nested, change: (text: string) => Nested): Nested {
  if (value === null) return null;
  return typeof value === 'string' ? change(value) : value.map((inner) => mapTexts(inner, change));
}

/** Reads the array literal that begins at an opening brace; returns where it ends, too. */
function readArray(text: string, start: number): readonly [Nested, number] {
  const items: Nested[] = [];
  let at = start + 1;
  while (at < text.length && text[at] !== '}') {
    if (text[at] === ',') at++;
    const [item, end] = text[at] === '{' ? readArray(text, at) : readElement(text, at);
    items.push(item);
    at = end;
  }
  return [items, at + 1];
}

function readElement(text: string, start: number): readonly [string | null, number] {
  if (text[start] !== '"') {
    const [bare = ''] = /^[^,}]*/.exec(text.slice(start)) ?? [];
    return [bare === 'NULL' ? null : bare, start + bare.length];
  }
  const [quoted = '""'] = /^"(?:[^"\\]|\\.)*"/s.exec(text.slice(start)) ?? [];
  return [quoted.slice(1, -1).replaceAll(/\\(.)/gs, '$1'), start + quoted.length];
}
