import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGlob, matchesGlob } from '../../src/model/glob.ts';

describe('a glob', () => {
  it.each([
    ['orders', 'orders', true],
    ['orders', 'Orders', false],
    ['order', 'orders', false],
    ['order*', 'orders_2024', true],
    ['*', '', true],
    ['*_log', 'audit_log', true],
    ['*_log', 'audit_log_old', false],
    ['order?', 'orders', true],
    ['order?', 'order', false],
    ['t[ab]', 'tb', true],
    ['t[ab]', 'tc', false],
    ['t[0-9]', 't7', true],
    ['t[!ab]', 'tc', true],
    ['t[!ab]', 'ta', false],
    ['t[^a]', 't^', true],
    ['a[b', 'a[b', true],
    ['a.c', 'abc', false],
    ['a+', 'aa', false],
    ['[z-a]', '[z-a]', true],
    ['line*end', 'line\nend', true],
  ])('%s, held against %s, is %s', (glob, name, matches) => {
    expect(matchesGlob(glob, name)).toBe(matches);
  });

  it('is told from a name by its wildcards', () => {
    expect(['orders', 'order_items', 'a.b$c'].filter(isGlob)).toEqual([]);
    expect(['order*', 'order?', 'order[s]'].every(isGlob)).toBe(true);
  });

  it('never throws, and a name without wildcards matches itself alone', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (glob, name) => {
        const matches = matchesGlob(glob, name);
        if (!isGlob(glob)) expect(matches).toBe(glob === name);
      }),
    );
  });
});
