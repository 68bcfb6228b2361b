import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCopyRow } from '../../src/decode/copy-row.ts';
import { RowView } from '../../src/model/row-view.ts';
import { valuesOf } from '../support/row-values.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
};
const VIOLATED = expect.objectContaining({ code: 'protocol-violated' });

/** As the server writes a line of COPY's text format. */
function copyLine(values: readonly (string | null)[]): string {
  const fields = values.map((value) =>
    value === null ? '\\N' : value.replaceAll(/[\b\f\n\r\t\v\\]/g, (character) => ESCAPES[character] ?? ''),
  );
  return `${fields.join('\t')}\n`;
}

function read(line: string, columnCount: number): RowView {
  const bytes = Buffer.from(`earlier\n${line}later`);
  const start = 'earlier\n'.length;
  return readCopyRow(bytes, start, start + Buffer.byteLength(line), new RowView(columnCount));
}

describe('a line of COPY', () => {
  it('gives back what was written into it', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('\\', 'N', '\t', '\n', '\r', '\b', '\v', '\f', 'n', 't', '.', 'é') }),
    );
    const row = fc.array(fc.option(text), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(row, (values) => {
        expect(valuesOf(read(copyLine(values), values.length))).toEqual(values);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['\\N\n', [null]],
    ['\\\\N\n', ['\\N']],
    ['N\n', ['N']],
    ['\n', ['']],
    ['\t\n', ['', '']],
    ['\\.\t\\N\t\n', ['.', null, '']],
    ['a\\qb\n', ['aqb']],
  ])('tells null, nothing and text apart: %j', (line, values) => {
    expect(valuesOf(read(line, values.length))).toEqual(values);
  });

  it.each([
    ['too few columns', 'a\tb\n', 3],
    ['too many columns', 'a\tb\n', 1],
    ['too many columns', '\\N\ta\n', 1],
    ['text behind a null', '\\Nx\n', 1],
    ['a line without an end', 'a', 1],
  ])('is refused when it has %s', (_, line, columnCount) => {
    expect(() => read(line, columnCount)).toThrow(VIOLATED);
  });
});
