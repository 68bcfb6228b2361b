import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { RunReport } from '../../src/model/run-report.ts';
import { formatRunOutcomeJson } from '../../src/report/run-report-json.ts';
import { SITUATION_REPORTS } from '../report/sample-situations.ts';

const { drift, danger, failed } = SITUATION_REPORTS;

/** Every field that a report can have, filled. */
const EVERYTHING: RunReport = { ...danger, drift: drift.drift, error: failed.error };

const FINDING: Required<Diagnostic> = {
  severity: 'warning',
  file: 'pipelines/orders.yml',
  line: 3,
  column: 5,
  endColumn: 9,
  code: 'unknown-key',
  message: 'what',
  hint: 'what else',
};

describe('docs/report.md', () => {
  it('has a line for every field of the JSON report, and for no other', async () => {
    const page = await readFile(resolve(import.meta.dirname, '../../docs/report.md'), 'utf8');
    const documented = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
    const json: unknown = JSON.parse(
      formatRunOutcomeJson({
        reports: [EVERYTHING],
        unfinished: ['other'],
        diagnostics: [FINDING],
        error: failed.error,
      }),
    );
    // A field whose parts are listed needs no line of its own unless it may be null or is a list.
    const parents = new Set(
      documented.filter((name) => documented.some((other) => other?.startsWith(`${name}.`))),
    );
    const leaves = new Set(documented.filter((name) => name !== undefined && !parents.has(name)));
    expect([...leaves].toSorted()).toEqual([...fieldsOf(json, '')].toSorted());
  });
});

/** `reports[].lag.before.bytes`; a list of objects counts as a field, too, because it has a line that says what it lists. */
function fieldsOf(value: unknown, path: string): ReadonlySet<string> {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return new Set([path, ...items.flatMap((item) => [...partsOf(item, `${path}[]`)])]);
  }
  return isObject(value) ? partsOf(value, path) : new Set([path]);
}

function partsOf(value: unknown, path: string): ReadonlySet<string> {
  if (!isObject(value)) return new Set();
  const prefix = path === '' ? '' : `${path}.`;
  return new Set(Object.entries(value).flatMap(([name, part]) => [...fieldsOf(part, `${prefix}${name}`)]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
