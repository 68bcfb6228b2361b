import { createHash } from 'node:crypto';
import type { Redactor } from '../redactor.ts';

/** What a text of ours is: the plan of a pull request, a run on a pull request, a managed issue. */
export type MarkerName = 'plan' | 'run' | 'issue';

/**
 * The first line of every comment and issue that Tributary writes, invisible on the page. It stands at the top, so that
 * cutting the end never loses it. Newer versions raise `v` and go on reading older ones.
 */
export interface Marker {
  readonly name: MarkerName;
  readonly fields: Readonly<Record<string, string>>;
}

const VERSION = 'v=1';
const FIRST_LINE = /^<!-- tributary:(plan|run|issue) v=\d+((?: [a-z]+=[^\s<>]*)*) -->\r?(?:\n|$)/;

/** `<!-- tributary:plan v=1 key=… hash=… -->`: values are percent-encoded, so none can end the comment. */
export function formatMarker({ name, fields }: Marker): string {
  const pairs = Object.entries(fields).map(([field, value]) => `${field}=${encodeURIComponent(value)}`);
  return `<!-- tributary:${name} ${[VERSION, ...pairs].join(' ')} -->`;
}

/** The marker in the first line of a text, of any version; `undefined` where there is none. Says nothing about who wrote it. */
export function readMarker(text: string): Marker | undefined {
  const [, name, pairs = ''] = FIRST_LINE.exec(text) ?? [];
  if (name !== 'plan' && name !== 'run' && name !== 'issue') return undefined;
  const fields = pairs
    .split(' ')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [field = '', value = ''] = pair.split('=', 2);
      return [field, decoded(value)] as const;
    });
  return { name, fields: Object.fromEntries(fields) };
}

/** Everything below the marker. */
export function textBelowMarker(text: string): string {
  return text.replace(FIRST_LINE, '');
}

/** Hides secrets, except in the marker: it holds names and hashes only, and a password that is a word of it would break it. */
export function redactBelowMarker(text: string, redactor: Redactor): string {
  const [first = ''] = FIRST_LINE.exec(text) ?? [];
  return first + redactor.redact(text.slice(first.length));
}

/** By which two texts are told apart, in a marker: SHA-256 in hex digits. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
