import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillUnchanged, findImageEnd, hasUnchanged, readRowImage } from '../../src/model/row-image.ts';
import { RowView } from '../../src/model/row-view.ts';
import { imageOf, type Tuple, tupleBytes, UNCHANGED } from '../support/pgoutput-builder.ts';
import { valuesOf } from '../support/row-values.ts';

const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constant(null), fc.constant(UNCHANGED));
const tuple = fc.array(value, { maxLength: 8 });
const VIOLATED = expect.objectContaining({ code: 'protocol-violated' });

function read(values: Tuple): RowView {
  return readRowImage(imageOf(values), new RowView(values.length));
}

describe('a row image', () => {
  it('is read as it was written, wherever in a buffer it lies', () => {
    fc.assert(
      fc.property(tuple, (values) => {
        expect(valuesOf(read(values))).toEqual(values);
      }),
    );
  });

  it('ends where its values end', () => {
    fc.assert(
      fc.property(tuple, (values) => {
        const { bytes, start, end } = imageOf(values);
        expect(findImageEnd(bytes, start)).toBe(end);
      }),
    );
  });

  it('leaves nothing of the row before in a view that is used again', () => {
    const view = new RowView(2);
    readRowImage(imageOf(['a', UNCHANGED]), view);
    readRowImage(imageOf([null, 'b']), view);
    expect(valuesOf(view)).toEqual([null, 'b']);
    expect(hasUnchanged(view)).toBe(false);
  });

  it('filled from an earlier image has its values where it says "unchanged", and its own elsewhere', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { maxLength: 8 }), (pairs) => {
        const row = pairs.map(([own]) => own);
        const donor = pairs.map(([, other]) => other);
        const filled = fillUnchanged(read(row), read(donor));
        expect(valuesOf(readRowImage(filled, new RowView(row.length)))).toEqual(
          pairs.map(([own, other]) => (own === UNCHANGED ? other : own)),
        );
      }),
    );
  });

  it.each<readonly [string, Buffer, number]>([
    ['of another number of columns', tupleBytes(['a']), 2],
    ['with a kind of value nobody knows', Buffer.from([0, 1, 0x78]), 1],
    ['that goes on after its values', Buffer.concat([tupleBytes(['a']), Buffer.of(0)]), 1],
    ['whose value says it is shorter', shortened(tupleBytes(['abc'])), 1],
    ['with a binary value', Buffer.from([0, 1, 0x62, 0, 0, 0, 1, 65]), 1],
  ])('is refused when it is one %s', (_, bytes, columnCount) => {
    const image = { bytes, start: 0, end: bytes.length };
    expect(() => readRowImage(image, new RowView(columnCount))).toThrow(VIOLATED);
  });
});

function shortened(bytes: Buffer): Buffer {
  bytes.writeUInt32BE(1, 3);
  return bytes;
}
