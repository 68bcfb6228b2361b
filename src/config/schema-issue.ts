import type * as z from 'zod';
import type { Diagnostic } from '../model/diagnostic.ts';
import {
  type ConfigDocument,
  errorAt,
  isWritten,
  keyPlace,
  pathKey,
  showPath,
  showValue,
  type ValuePath,
  valueAt,
  valuePlace,
} from './config-document.ts';
import { nearestWord } from './did-you-mean.ts';
import { renamedKey } from './lint/renamed-keys.ts';
import { fieldsNamed, keysAt } from './schema-field.ts';

/** Words that the design knows and the program does not do yet, by the setting that takes them. */
const PLANNED_VALUES: Readonly<Record<string, readonly string[]>> = {
  'target.write_mode.type': ['append', 'scd2'],
};

/** Says what one of zod's findings means for the person who wrote the file. Shows no value that came from a variable. */
export function diagnoseIssue(
  document: ConfigDocument,
  schema: z.ZodType,
  issue: z.core.$ZodIssue,
): readonly Diagnostic[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => diagnoseUnknownKey(document, schema, [...path, key]));
  }
  if (path.length > 0 && !isWritten(document, ...path)) return [diagnoseMissing(document, schema, path)];
  switch (issue.code) {
    case 'invalid_type':
      return [diagnoseType(document, path, issue.expected)];
    case 'invalid_value':
      return [diagnoseWord(document, path, issue.values)];
    case 'invalid_union':
      return [diagnoseWord(document, path, unionWords(issue))];
    case 'too_small':
      return [invalidValue(document, path, tooSmall(issue))];
    case 'too_big':
      return [invalidValue(document, path, tooBig(issue))];
    case 'invalid_format':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'custom':
      return [invalidValue(document, path, issue.message)];
  }
}

function diagnoseUnknownKey(document: ConfigDocument, schema: z.ZodType, path: ValuePath): Diagnostic {
  const key = String(path.at(-1));
  const parent = path.slice(0, -1);
  const keys = keysAt(schema, document.value, parent);
  const place = keyPlace(document, path);
  const elsewhere = keys.find(({ name, otherType }) => name === key && otherType !== undefined);
  if (elsewhere !== undefined) {
    const type = showValue(document, ...parent, 'type');
    return errorAt(
      document,
      place,
      'contradiction',
      `\`${showPath(path)}\` has no meaning with \`type:\` ${type}.`,
      `It belongs to \`type: ${elsewhere.otherType}\`. Remove it, or change the type.`,
    );
  }
  const where = parent.length === 0 ? 'at the top of the document' : `in \`${showPath(parent)}\``;
  const known = keys.filter(({ otherType }) => otherType === undefined).map(({ name }) => name);
  return errorAt(
    document,
    place,
    'unknown-key',
    `Unknown key \`${key}\` ${where}.`,
    keyHint(path, known, schema),
  );
}

function keyHint(path: ValuePath, known: readonly string[], schema: z.ZodType): string {
  const key = String(path.at(-1));
  const renamed = renamedKey(schema, path);
  if (renamed !== undefined) return `Write \`${renamed}\` instead.`;
  const near = nearestWord(key, known);
  if (near !== undefined) return `Did you mean \`${near}\`?`;
  const [elsewhere] = fieldsNamed(schema, key);
  if (elsewhere !== undefined) return `It belongs at \`${elsewhere}\`.`;
  return `Known here: ${listWords(known)}.`;
}

function diagnoseMissing(document: ConfigDocument, schema: z.ZodType, path: ValuePath): Diagnostic {
  const key = String(path.at(-1));
  const parent = path.slice(0, -1);
  const field = keysAt(schema, document.value, parent).find(({ name }) => name === key);
  const description = field?.otherType === undefined ? field?.description : undefined;
  const types = keysAt(schema, document.value, parent).flatMap(({ otherType }) => otherType ?? []);
  const meaning =
    description ?? (key === 'type' && types.length > 0 ? `one of ${listWords([...new Set(types)])}.` : '');
  return errorAt(
    document,
    keyPlace(document, parent),
    'missing-field',
    `\`${showPath(path)}\` is missing.`,
    meaning === '' ? `Add \`${key}:\`.` : `Add \`${key}:\` ${meaning}`,
  );
}

function diagnoseType(document: ConfigDocument, path: ValuePath, expected: string): Diagnostic {
  const found = valueAt(document.value, path);
  const subject = path.length === 0 ? 'The document' : `\`${showPath(path)}\``;
  const [variable] = document.located.get(pathKey(path))?.variables ?? [];
  const what = variable === undefined ? typeWord(found) : `text (the value of \${${variable}})`;
  return errorAt(
    document,
    valuePlace(document, path),
    'wrong-type',
    `${subject}: expected ${EXPECTED_WORDS[expected] ?? expected}, found ${what}.`,
    variable === undefined ? typeHint(found, expected) : undefined,
  );
}

const EXPECTED_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
};

function typeWord(value: unknown): string {
  if (value === null) return 'nothing (`null`)';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number') return Number.isInteger(value) ? 'a number' : 'a fraction';
  if (typeof value === 'boolean') return `\`${value}\``;
  return typeof value === 'string' ? 'text' : 'a mapping';
}

function typeHint(found: unknown, expected: string): string | undefined {
  const isPlain = typeof found === 'number' || typeof found === 'boolean';
  if (expected === 'string' && isPlain) return 'Put it in quotes.';
  if (expected === 'array') return 'Write a list: `[a, b]`, or one entry a line after `- `.';
  if (expected === 'object' || expected === 'record') return 'Write `key: value` lines, indented under it.';
  if (typeof found !== 'string') return undefined;
  if (expected === 'boolean') return 'Write `true` or `false` without quotes.';
  return /^\d+$/.test(found) ? 'Write it without quotes.' : undefined;
}

function unionWords(issue: z.core.$ZodIssueInvalidUnion): readonly z.core.util.Primitive[] {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
}

function diagnoseWord(
  document: ConfigDocument,
  path: ValuePath,
  allowed: readonly z.core.util.Primitive[],
): Diagnostic {
  const words = allowed.filter((word) => typeof word === 'string');
  const found = valueAt(document.value, path);
  if (typeof found !== 'string') return diagnoseType(document, path, 'string');
  const place = valuePlace(document, path);
  const shown = showValue(document, ...path);
  if (PLANNED_VALUES[showPath(path)]?.includes(found) === true) {
    const message = `\`${showPath(path)}\`: ${shown} is not supported yet.`;
    return errorAt(document, place, 'unsupported-value', message, `Use ${listWords(words)}.`);
  }
  const fromVariable = (document.located.get(pathKey(path))?.variables.length ?? 0) > 0;
  const near = fromVariable ? undefined : nearestWord(found, words);
  return errorAt(
    document,
    place,
    'invalid-value',
    `\`${showPath(path)}\`: ${shown} is not one of ${listWords(words)}.`,
    near === undefined ? undefined : `Did you mean \`${near}\`?`,
  );
}

function invalidValue(document: ConfigDocument, path: ValuePath, expectation: string): Diagnostic {
  return errorAt(
    document,
    valuePlace(document, path),
    'invalid-value',
    `\`${showPath(path)}\`: ${expectation}.`,
  );
}

function tooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall): string {
  if (origin === 'array') return 'expected at least one entry, found an empty list';
  return origin === 'string' ? 'expected text, found an empty one' : `expected ${minimum} or more`;
}

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig): string {
  return origin === 'string' ? `expected at most ${maximum} characters` : `expected ${maximum} or less`;
}

function listWords(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}
