import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrayJsonReader } from '../../src/stage/array-json.ts';
import { readAsText } from './reading.ts';

const json = (element: 'number' | 'boolean' | 'json' | 'text', literal: string, delimiter = ',') =>
  readAsText(arrayJsonReader({ tag: 'array-json', element, delimiter }), literal);

describe('an array as JSON', () => {
  it.each([
    ['{}', '[]'],
    ['{1,-2,NULL}', '[1,-2,null]'],
    ['{9223372036854775807}', '[9223372036854775807]'],
    ['{1.50,1e+20,-0}', '[1.50,1e+20,-0]'],
    ['{NaN,Infinity,-Infinity}', '["NaN","Infinity","-Infinity"]'],
    ['{{1,2},{3,NULL}}', '[[1,2],[3,null]]'],
    ['{{{1}},{{2}}}', '[[[1]],[[2]]]'],
    ['[0:1]={1,2}', '[1,2]'],
    ['[2:3][-1:0]={{1,2},{3,4}}', '[[1,2],[3,4]]'],
  ])('has numbers as PostgreSQL prints them: %s', (literal, expected) => {
    expect(json('number', literal)).toBe(expected);
  });

  it('has booleans', () => {
    expect(json('boolean', '{t,f,NULL}')).toBe('[true,false,null]');
  });

  it('embeds JSON as it is', () => {
    const literal = String.raw`{"{\"a\": \"x\\\\y\"}",1,"\"s\"","null",NULL,true}`;
    expect(json('json', literal)).toBe(String.raw`[{"a": "x\\y"},1,"s",null,null,true]`);
  });

  it('tells the text NULL from no text', () => {
    const literal = String.raw`{"NULL",NULL,"","a,b","{x}","q\"\\",plain}`;
    expect(JSON.parse(json('text', literal))).toEqual(['NULL', null, '', 'a,b', '{x}', 'q"\\', 'plain']);
  });

  it("splits at the type's own delimiter", () => {
    expect(json('text', '{(1,1),(0,0);(2,2),(0,0)}', ';')).toBe('["(1,1),(0,0)","(2,2),(0,0)"]');
  });

  it('has any text, element by element', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('NULL', '', '\\', '"', '{', '},', '\n\t\u0001'),
    );
    fc.assert(
      fc.property(fc.array(fc.option(text)), (elements) => {
        const wellFormed = elements.map((element) => element?.toWellFormed().replaceAll('\0', '') ?? null);
        expect(JSON.parse(json('text', quoteAll(wellFormed)))).toEqual(wellFormed);
      }),
    );
  });

  it.each([
    '',
    '1',
    '{',
    '{1',
    '{1,',
    '{1,}',
    '{,1}',
    '{1}}',
    '{{1}',
    '{}{}',
    '{1 2}',
    '{one}',
    '{"1"}',
    '[0:1]',
    '{1}x',
  ])('of numbers is malformed as %s', (literal) => {
    expect(json('number', literal)).toBe('malformed');
  });

  it.each(['{"a', '{"a\\', '{"a"b}', '{a"b"}', '{"a""b"}', '{a{b}', '{{a}b}'])(
    'of texts is malformed as %s',
    (literal) => {
      expect(json('text', literal)).toBe('malformed');
    },
  );
});

function quoteAll(elements: readonly (string | null)[]): string {
  const quoted = elements.map((element) =>
    element === null ? 'NULL' : `"${element.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`,
  );
  return `{${quoted.join(',')}}`;
}
