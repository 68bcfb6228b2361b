import { describe, expect, it } from 'vitest';
import { readHstoreJson } from '../../src/stage/hstore-json.ts';
import { readAsText } from './reading.ts';

describe('an hstore as JSON', () => {
  it.each([
    ['', '{}'],
    ['"a"=>"1"', '{"a":"1"}'],
    ['"a"=>NULL, "b"=>"NULL", ""=>""', '{"a":null,"b":"NULL","":""}'],
    [String.raw`"q\"u"=>"back\\slash", "a=>b"=>"c, d"`, String.raw`{"q\"u":"back\\slash","a=>b":"c, d"}`],
    ['"tab"=>"\t", "é"=>"🚀"', String.raw`{"tab":"\u0009","é":"🚀"}`],
  ])('%s is %s', (literal, expected) => {
    expect(readAsText(readHstoreJson, literal)).toBe(expected);
    expect(() => JSON.parse(expected)).not.toThrow();
  });

  it.each(['a', '"a"', '"a"=>', '"a"=>1', '"a"=>"1', '"a"=>"1",', '"a"=>"1" "b"=>"2"', '"a"=>"1", ', '"a\\'])(
    'is malformed as %s',
    (literal) => {
      expect(readAsText(readHstoreJson, literal)).toBe('malformed');
    },
  );
});
