import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitSections } from '../../src/report/fit-sections.ts';

const PAGE = [
  { name: 'verdict', worth: 'always', text: 'it worked' },
  { name: 'tables', worth: 2, text: 'a '.repeat(50) },
  { name: 'empty', worth: 1, text: '' },
  { name: 'details', worth: 0, text: 'ä '.repeat(50) },
] as const;

describe('fitSections', () => {
  it('keeps the order, and leaves out nothing but what is empty, where there is room', () => {
    expect(fitSections(PAGE, 10_000)).toBe([PAGE[0].text, PAGE[1].text, PAGE[3].text].join('\n\n'));
  });

  it('drops the least worth first, and names what it dropped', () => {
    const page = fitSections(PAGE, 250);
    expect(page).toContain(PAGE[1].text);
    expect(page).not.toContain('ä');
    expect(page).toContain('Left out because of its length: details.');
    expect(fitSections(PAGE, 20)).toContain('details, tables');
    expect(fitSections(PAGE, 20)).toContain('it worked');
  });

  it('is never longer than it may be, as long as what stays always is not', () => {
    const section = fc.record({
      name: fc.constant('part'),
      worth: fc.nat(5),
      text: fc.string({ maxLength: 400, unit: 'grapheme' }),
    });
    fc.assert(
      fc.property(fc.array(section, { maxLength: 8 }), fc.integer({ min: 200, max: 2000 }), (parts, max) => {
        expect(Buffer.byteLength(fitSections(parts, max))).toBeLessThanOrEqual(max);
      }),
    );
  });
});
