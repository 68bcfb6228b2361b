import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeBlock, escapeMarkdown } from '../../src/report/markdown-text.ts';
import { createRedactor } from '../../src/report/redactor.ts';

const PASSWORD = `p@ss/wörd "it's" 100%`;

/** How a password may be spelled where nobody thinks of it. */
const SPELLINGS: readonly (readonly [name: string, text: string])[] = [
  ['as it is', PASSWORD],
  ['in an address', encodeURIComponent(PASSWORD)],
  [
    'in an address with small hex digits',
    encodeURIComponent(PASSWORD).replace(/%../g, (code) => code.toLowerCase()),
  ],
  ['in a form', new URLSearchParams({ x: PASSWORD }).toString().slice(2)],
  ['in JSON', JSON.stringify({ PASSWORD })],
  ['in SQL', `PASSWORD '${PASSWORD.replaceAll("'", "''")}'`],
  ['in base64', Buffer.from(PASSWORD).toString('base64')],
  ['in base64 for addresses', Buffer.from(PASSWORD).toString('base64url')],
  ['in a header', `Basic ${Buffer.from(`loader:${PASSWORD}`).toString('base64')}`],
  ['in Markdown', escapeMarkdown(`failed for ${PASSWORD}@host`)],
  ['in a code block', codeBlock(PASSWORD, 'text')],
];

describe('the redactor', () => {
  it.each(SPELLINGS)('hides a password %s', (_, text) => {
    const { redact } = createRedactor([{ value: PASSWORD, user: 'loader' }]);
    const rest = redact(`before ${text} after`);
    expect(rest).toMatch(/^before .*\*\*\*.* after$/s);
    for (const part of ['p@ss', 'rd "it', 'cEBzc', 'p%40ss', 'p&#64;ss']) expect(rest).not.toContain(part);
  });

  it('hides a connection string whole, and the password in it elsewhere', () => {
    const { redact } = createRedactor([
      { value: 'postgresql://loader:s3cr3t-s3cr3t@db/shop' },
      { value: 's3cr3t-s3cr3t' },
    ]);
    expect(redact('to postgresql://loader:s3cr3t-s3cr3t@db/shop, by s3cr3t-s3cr3t')).toBe('to ***, by ***');
  });

  it('hides each line of a key, but no line that is too short to be one', () => {
    const { redact } = createRedactor([{ value: '{\n  "private": "MIIEvQ"\n}\nabcd' }]);
    expect(redact('{ x }: "private": "MIIEvQ" abcd')).toBe('{ x }: *** ***');
  });

  it('leaves values alone that are shorter than four characters', () => {
    const { redact, forms } = createRedactor([{ value: 'abc' }, { value: '' }, { value: '\n' }]);
    expect(forms).toEqual([]);
    expect(redact('abc')).toBe('abc');
  });

  it('hides what overlaps as a whole', () => {
    const { redact } = createRedactor([{ value: 'abcdef' }, { value: 'defghi' }]);
    expect(redact('<abcdefghi>')).toBe('<***>');
  });

  it('tells its forms from the longest to the shortest, the same for the same secrets', () => {
    const secrets = [{ value: PASSWORD, user: 'loader' }, { value: 'hunter22' }];
    const { forms } = createRedactor(secrets);
    expect(forms).toEqual(createRedactor(secrets.toReversed()).forms);
    expect(forms.map(({ length }) => length)).toEqual(
      forms.map(({ length }) => length).toSorted((a, b) => b - a),
    );
  });

  it('leaves no form of any secret in any text', () => {
    const texts = fc
      .string({ unit: 'binary', minLength: 4, maxLength: 20 })
      .filter((text) => !text.includes('*'));
    fc.assert(
      fc.property(
        fc.array(texts, { maxLength: 4 }),
        fc.array(fc.string(), { minLength: 1 }),
        (values, between) => {
          const { redact, forms } = createRedactor(values.map((value) => ({ value, user: 'loader' })));
          const text = between.join(forms.join(between[0]));
          const shown = redact(text);
          for (const form of forms) expect(shown).not.toContain(form);
        },
      ),
    );
  });

  it('gives text without secrets back as it is', () => {
    const { redact } = createRedactor([{ value: '0123456789abcdef' }]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
        expect(redact(text)).toBe(text);
      }),
    );
  });
});
