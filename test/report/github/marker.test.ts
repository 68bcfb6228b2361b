import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatMarker,
  readMarker,
  redactBelowMarker,
  textBelowMarker,
} from '../../../src/report/github/marker.ts';
import { createRedactor } from '../../../src/report/redactor.ts';

describe('a marker', () => {
  it('is read as it was written, whatever its values hold, and hides all of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (key, text) => {
        const line = formatMarker({ name: 'plan', fields: { key, hash: 'abc' } });
        expect(line).toMatch(/^<!-- tributary:plan v=1 [^<>\s]+ [^<>\s]+ -->$/);
        expect(readMarker(`${line}\n${text}`)).toEqual({ name: 'plan', fields: { key, hash: 'abc' } });
        expect(textBelowMarker(`${line}\n${text}`)).toBe(text);
      }),
    );
  });

  it.each([
    ['with line ends of another system', '<!-- tributary:plan v=1 key=a -->\r\ntext'],
    ['of a later version, with fields that are new', '<!-- tributary:plan v=12 key=a future=b%20c -->\ntext'],
    ['alone', '<!-- tributary:plan v=1 key=a -->'],
  ])('is read %s', (_, text) => {
    expect(readMarker(text)?.fields['key']).toBe('a');
  });

  it.each([
    ['in the middle of a text', 'I quote:\n<!-- tributary:plan v=1 key=a -->'],
    ['after a blank', ' <!-- tributary:plan v=1 key=a -->'],
    ['of another kind', '<!-- tributary:other v=1 key=a -->'],
    ['of another program', '<!-- terraform:plan v=1 key=a -->'],
    ['with text behind it', '<!-- tributary:plan v=1 key=a --> hello'],
    ['without an end', '<!-- tributary:plan v=1 key=a'],
  ])('is not read %s', (_, text) => {
    expect(readMarker(text)).toBeUndefined();
  });

  it('survives a password that is a word of it', () => {
    const line = formatMarker({ name: 'plan', fields: { key: 'pipelines', hash: 'abc' } });
    const redactor = createRedactor([{ value: 'tributary' }, { value: 'pipelines' }]);
    expect(redactBelowMarker(`${line}\ntributary in pipelines`, redactor)).toBe(`${line}\n*** in ***`);
    expect(redactBelowMarker('tributary', redactor)).toBe('***');
  });
});
