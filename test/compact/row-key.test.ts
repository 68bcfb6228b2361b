import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowKeyOf } from '../../src/compact/row-key.ts';
import { readRowImage } from '../../src/model/row-image.ts';
import { RowView } from '../../src/model/row-view.ts';
import { imageOf, type Tuple, UNCHANGED } from '../support/pgoutput-builder.ts';

function keyOf(values: Tuple, columns = values.map((_, index) => index)): string {
  return rowKeyOf(readRowImage(imageOf(values), new RowView(values.length)), columns, 'public.orders');
}

describe('a row key', () => {
  it('is the same for the same values, and another for others, however they run together', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('1', ':', '0', 'é') }),
    );
    const pair = fc.tuple(text, text);
    fc.assert(
      fc.property(pair, pair, (one, other) => {
        expect(keyOf(one) === keyOf(other)).toBe(one[0] === other[0] && one[1] === other[1]);
      }),
    );
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(keyOf([one]) === keyOf([other])).toBe(one === other);
      }),
    );
  });

  it('is made of the key columns alone', () => {
    expect(keyOf(['1', 'a', '2', null], [2, 0])).toBe(keyOf(['1', 'b', '2', UNCHANGED], [2, 0]));
  });

  it.each<readonly [null | typeof UNCHANGED]>([[null], [UNCHANGED]])(
    'is refused when a part of it is missing, without showing the row',
    (missing) => {
      const read = (): string => keyOf(['secret', missing]);
      expect(read).toThrow(expect.objectContaining({ code: 'row-key-missing' }));
      expect(read).not.toThrow(/secret/);
      expect(read).toThrow(/public\.orders/);
    },
  );
});
