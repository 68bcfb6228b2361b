import type { Diagnostic, DiagnosticCode, Severity } from '../model/diagnostic.ts';
import { secretKindOf } from './lint/secret-shape.ts';

/** Keys and indices from a document's root to one of its values. */
export type ValuePath = readonly PropertyKey[];

/** A place in a file; 1-based, as in `Diagnostic`. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endColumn?: number;
}

/** What is known about one value of a document, besides the value. */
export interface LocatedValue {
  /** Place of its key; an entry of a list has its value's. */
  readonly key: Place;
  readonly value: Place;
  /** Environment variables that the text names. Such a value is never shown. */
  readonly variables: readonly string[];
  /** False when a variable is missing or nothing stands after the key: then nothing more is said about the value. */
  readonly known: boolean;
}

/** One YAML document: its plain value, variables filled in, and where each part of it stands. */
export interface ConfigDocument {
  readonly file: string;
  readonly value: unknown;
  /** By `pathKey`. The root is always there. */
  readonly located: ReadonlyMap<string, LocatedValue>;
  readonly firstLine: number;
  readonly lastLine: number;
}

const START: Place = { line: 1, column: 1 };

/** A path as a key of `ConfigDocument.located`. */
export function pathKey(path: ValuePath): string {
  return JSON.stringify(path.map(String));
}

/** Whether the file itself says something at the path, in contrast to a default. */
export function isWritten(document: ConfigDocument, ...path: ValuePath): boolean {
  return document.located.has(pathKey(path));
}

/** Place of the key, or of the nearest key above it that is written. */
export function keyPlace(document: ConfigDocument, path: ValuePath): Place {
  return nearest(document, path)?.key ?? START;
}

/** Place of the value, or the key of the nearest one above it that is written. */
export function valuePlace(document: ConfigDocument, path: ValuePath): Place {
  const located = document.located.get(pathKey(path));
  return located?.value ?? keyPlace(document, path);
}

/** False when the value, or one that it is part of, could not be learned, so that judging it would mislead. */
export function isKnown(document: ConfigDocument, path: ValuePath): boolean {
  return path.every((_, index) => document.located.get(pathKey(path.slice(0, index + 1)))?.known !== false);
}

/** The value at a path of plain data; `undefined` when there is none. */
export function valueAt(value: unknown, path: ValuePath): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined;
    current = Reflect.get(current, key);
  }
  return current;
}

/** A value for a message: in quotes, or, when a variable had part in it, only the variable's name; a secret never. */
export function showValue(document: ConfigDocument, ...path: ValuePath): string {
  const [variable] = document.located.get(pathKey(path))?.variables ?? [];
  if (variable !== undefined) return `the value of \${${variable}}`;
  const value = valueAt(document.value, path);
  if (typeof value === 'string' && secretKindOf(value) !== undefined) return 'what stands there';
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}

/** A path for a message: `selection.schemas[0].name`. */
export function showPath(path: ValuePath): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`))
    .join('');
}

/** The value at a path where it is a text that is known, and so can be judged. */
export function knownText(document: ConfigDocument, path: ValuePath): string | undefined {
  const value = valueAt(document.value, path);
  return typeof value === 'string' && isKnown(document, path) ? value : undefined;
}

/** An error at a place of a document. */
export function errorAt(
  document: Pick<ConfigDocument, 'file'>,
  place: Place,
  code: DiagnosticCode,
  message: string,
  hint?: string,
): Diagnostic {
  return {
    severity: 'error',
    file: document.file,
    ...place,
    code,
    message,
    ...(hint === undefined ? {} : { hint }),
  };
}

/** What a finding says that does not keep a pipeline from running. */
export interface Advice {
  readonly severity: Exclude<Severity, 'error'>;
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint: string;
}

/** A finding that does not keep a pipeline from running, at a place of a document. */
export function adviceAt(document: Pick<ConfigDocument, 'file'>, place: Place, advice: Advice): Diagnostic {
  const { severity, code, message, hint } = advice;
  return { severity, file: document.file, ...place, code, message, hint };
}

function nearest(document: ConfigDocument, path: ValuePath): LocatedValue | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const located = document.located.get(pathKey(path.slice(0, length)));
    if (located !== undefined) return located;
  }
  return undefined;
}
