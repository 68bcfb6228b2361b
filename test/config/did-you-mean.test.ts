import { describe, expect, it } from 'vitest';
import { editDistance, nearestWord } from '../../src/config/did-you-mean.ts';

describe('the distance of two words', () => {
  it.each([
    ['', '', 0],
    ['host', 'host', 0],
    ['hots', 'host', 1],
    ['hst', 'host', 1],
    ['hosst', 'host', 1],
    ['hosd', 'host', 1],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
  ])('%j and %j is %i', (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
    expect(editDistance(to, from)).toBe(distance);
  });
});

describe('the nearest word', () => {
  it('forgives case, hyphens and a slip', () => {
    expect(nearestWord('Publication-Name', ['slot_name', 'publication_name'])).toBe('publication_name');
    expect(nearestWord('databse', ['username', 'database'])).toBe('database');
  });

  it('is none where nothing is near', () => {
    expect(nearestWord('zebra', ['host', 'port'])).toBeUndefined();
    expect(nearestWord('host', [])).toBeUndefined();
  });
});
