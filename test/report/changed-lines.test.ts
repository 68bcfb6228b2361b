import { describe, expect, it } from 'vitest';
import { changedLinesOf } from '../../src/report/changed-lines.ts';

describe('changedLinesOf', () => {
  it('finds the lines that a patch adds or replaces, as they are afterwards', () => {
    const patch = [
      '@@ -1,4 +1,5 @@ pipeline:',
      ' name: a',
      '-old: 1',
      '+new: 1',
      '+more: 2',
      ' rest: x',
      '@@ -40 +41,2 @@',
      '-gone',
      '+++ not a header, but a line that begins with ++',
      ' same',
      '\\ No newline at end of file',
    ].join('\n');
    expect(changedLinesOf(patch)).toEqual([
      { first: 2, last: 3 },
      { first: 41, last: 41 },
    ]);
  });

  it('finds none where lines only go, or GitHub gives no patch', () => {
    expect(changedLinesOf('@@ -1,2 +0,0 @@\n-a\n-b')).toEqual([]);
    expect(changedLinesOf(undefined)).toEqual([]);
  });
});
