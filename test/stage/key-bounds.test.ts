import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widenBound } from '../../src/model/key-bound.ts';
import { boundKindOf, KeyBoundGatherer } from '../../src/stage/key-bounds.ts';

function int32s(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeInt32LE(value, index * 4);
  return bytes;
}

function int64s(values: readonly bigint[]): Buffer {
  const bytes = Buffer.alloc(values.length * 8);
  for (const [index, value] of values.entries()) bytes.writeBigInt64LE(value, index * 8);
  return bytes;
}

function texts(values: readonly string[]): Buffer {
  return Buffer.concat(
    values.flatMap((value) => {
      const text = Buffer.from(value);
      const length = Buffer.alloc(4);
      length.writeUInt32LE(text.length);
      return [length, text];
    }),
  );
}

/** Gathers over row groups, cut at random places. */
function gathered(kind: 'int32' | 'int64' | 'text', groups: readonly Buffer[]): KeyBoundGatherer['bound'] {
  const gatherer = new KeyBoundGatherer(kind);
  for (const group of groups) gatherer.take(group);
  return gatherer.bound;
}

const groupsOf = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<readonly (readonly T[])[]> =>
  fc.array(fc.array(value, { maxLength: 20 }), { maxLength: 4 });

describe('bounds of staged keys', () => {
  it('are the least and the greatest integer', () => {
    fc.assert(
      fc.property(groupsOf(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })), (groups) => {
        const sorted = groups.flat().toSorted((a, b) => a - b);
        const expected =
          sorted.length === 0
            ? undefined
            : { tag: 'integer', min: BigInt(sorted[0] ?? 0), max: BigInt(sorted.at(-1) ?? 0) };
        expect(gathered('int32', groups.map(int32s))).toEqual(expected);
      }),
    );
    fc.assert(
      fc.property(groupsOf(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })), (groups) => {
        const sorted = groups.flat().toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        const expected =
          sorted.length === 0 ? undefined : { tag: 'integer', min: sorted[0], max: sorted.at(-1) };
        expect(gathered('int64', groups.map(int64s))).toEqual(expected);
      }),
    );
  });

  it('are the first and the last text by bytes, as warehouses order text', () => {
    const short = fc
      .string({ unit: 'grapheme', maxLength: 8 })
      .filter((text) => Buffer.byteLength(text) <= 64);
    fc.assert(
      fc.property(groupsOf(short), (groups) => {
        const sorted = groups.flat().toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
        const expected =
          sorted.length === 0 ? undefined : { tag: 'text', min: sorted[0], max: sorted.at(-1) };
        expect(gathered('text', groups.map(texts))).toEqual(expected);
      }),
    );
  });

  it('are none where a text is too long to stand in a statement', () => {
    expect(gathered('text', [texts(['a', 'x'.repeat(65), 'b']), texts(['c'])])).toBeUndefined();
    expect(gathered('text', [texts(['a', 'x'.repeat(64)])])).toEqual({
      tag: 'text',
      min: 'a',
      max: 'x'.repeat(64),
    });
  });

  it('of two parts hold for both, in the order of bytes beyond U+FFFF', () => {
    const widened = widenBound(
      { tag: 'text', min: '\uffee', max: '\uffee' },
      { tag: 'text', min: '😀', max: '😀' },
    );
    expect(widened).toEqual({ tag: 'text', min: '\uffee', max: '😀' });
  });

  it('are kept of types that merges prune by', () => {
    expect(boundKindOf({ tag: 'int16' })).toBe('int32');
    expect(boundKindOf({ tag: 'string' })).toBe('text');
    expect(boundKindOf({ tag: 'float64' })).toBeUndefined();
    expect(boundKindOf({ tag: 'decimal', precision: 10, scale: 0 })).toBeUndefined();
  });
});
