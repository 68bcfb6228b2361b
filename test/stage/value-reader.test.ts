import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueReaderOf } from '../../src/stage/value-reader.ts';
import { NOTHING, readAsText, readText } from './reading.ts';
import { plain } from './staging.ts';

describe('a boolean', () => {
  it('is t or f', () => {
    const reader = valueReaderOf(plain({ tag: 'boolean' }));
    expect([...readText(reader, 't').written, ...readText(reader, 'f').written]).toEqual([1, 0]);
  });

  it.each(['', 'true', 'T', '1'])('is malformed as "%s"', (text) => {
    expect(readText(valueReaderOf(plain({ tag: 'boolean' })), text)).toEqual({
      reading: 'malformed',
      written: NOTHING,
    });
  });
});

describe('a string', () => {
  const reader = valueReaderOf(plain({ tag: 'string' }));

  it.each(['', '\ufeffmarked', '🚀\u{10ffff}', 'ab   ', 'x'.repeat(100_000)])(
    'is the bytes that were sent',
    (text) => {
      expect(readAsText(reader, text)).toBe(text);
    },
  );
});

describe('binary data', () => {
  const reader = valueReaderOf(plain({ tag: 'binary' }));

  it('is exact, from no byte to many', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5_000 }), (bytes) => {
        const { written } = readText(reader, `\\x${Buffer.from(bytes).toString('hex')}`);
        expect(written.readInt32LE()).toBe(bytes.length);
        expect(Buffer.compare(written.subarray(4), bytes)).toBe(0);
      }),
      { examples: [[new Uint8Array()]] },
    );
  });

  it.each(['', '\\', 'x00', '\\x0', '\\x0g', '\\000'])('is malformed as "%s"', (text) => {
    expect(readText(reader, text)).toEqual({ reading: 'malformed', written: NOTHING });
  });
});
