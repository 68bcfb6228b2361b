import type * as z from 'zod';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type ConfigDocument, isKnown, pathKey, type ValuePath, valueAt } from './config-document.ts';
import { diagnoseIssue } from './schema-issue.ts';

/** A document held against a schema. */
export interface SchemaCheck<T> {
  /** The data with its defaults; `undefined` when something is wrong. */
  readonly data: T | undefined;
  /** The document with the types that the schema wants of values from variables; sections can be parsed from it. */
  readonly settled: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks a whole document. What is not known for want of a variable is left out, and nothing is said about it. */
export function checkSchema<T>(document: ConfigDocument, schema: z.ZodType<T>): SchemaCheck<T> {
  const first = schema.safeParse(document.value);
  if (first.success) return { data: first.data, settled: document.value, diagnostics: [] };
  const settled = settleTypes(document, first.error.issues);
  const second = schema.safeParse(settled);
  if (second.success) return { data: second.data, settled, diagnostics: [] };
  const diagnostics = second.error.issues
    .filter((issue) => isKnown(document, issue.path))
    .flatMap((issue) => diagnoseIssue(document, schema, issue));
  return { data: undefined, settled, diagnostics };
}

/**
 * Environment variables are always text. Where the schema wants a number or a truth value and the text is one, it
 * becomes one here; a quoted `"5432"` in the file stays a text, and an error.
 */
function settleTypes(document: ConfigDocument, issues: readonly z.core.$ZodIssue[]): unknown {
  let settled = document.value;
  for (const issue of issues) {
    const value = valueAt(settled, issue.path);
    if (!isKnown(document, issue.path)) {
      settled = replaceAt(settled, issue.path, undefined);
    } else if (issue.code === 'invalid_type' && comesFromVariable(document, issue.path)) {
      settled = replaceAt(settled, issue.path, typedText(value, issue.expected));
    }
  }
  return settled;
}

function comesFromVariable(document: ConfigDocument, path: ValuePath): boolean {
  return (document.located.get(pathKey(path))?.variables.length ?? 0) > 0;
}

function typedText(value: unknown, expected: string): unknown {
  if (typeof value !== 'string') return value;
  if (expected === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  const isNumber = (expected === 'number' || expected === 'int') && /^-?\d+(\.\d+)?$/.test(value);
  return isNumber ? Number(value) : value;
}

function replaceAt(value: unknown, path: ValuePath, replacement: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return replacement;
  if (Array.isArray(value)) {
    return value.map((item, index) => (index === key ? replaceAt(item, rest, replacement) : item));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      name === key ? replaceAt(item, rest, replacement) : item,
    ]),
  );
}
