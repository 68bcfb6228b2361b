import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitStatements } from '../../src/foretell/split-statements.ts';
import { openDatabase } from '../support/postgres.ts';

const NASTY = fc
  .array(
    fc.constantFrom(`'`, `"`, '\\', ';', '$', '$$', '$q$', '--', '/*', '*/', '\n', ' ', '(', ')', 'é', 'a'),
  )
  .map((pieces) => pieces.join(''));
const VALUE = fc.oneof(
  fc.constantFrom(
    '1',
    '1.5e3',
    'NULL',
    `B'10'`,
    `U&'\\00e4'`,
    `'a'\n  'b'`,
    `E'a'\n -- c\n  '\\'b'`,
    '(SELECT 1)',
  ),
  NASTY.map((text) => `'${text.replaceAll("'", "''")}'`),
  NASTY.map((text) => `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`),
  NASTY.map((text) => `$t$${text.replaceAll('$', '')}$t$`),
);
const BLANK = fc.oneof(
  fc.constantFrom(' ', '\n', ' /* ; /* \' */ " */ ', '\t'),
  NASTY.map((text) => ` --${text.replaceAll('\n', '')}\n`),
);
const STATEMENT = fc
  .array(fc.tuple(BLANK, VALUE, BLANK), { minLength: 1, maxLength: 5 })
  .map((values) => `SELECT${values.map((value) => value.join('')).join(',')}`);

describe('a script is split as PostgreSQL itself splits it', () => {
  it('into as many statements, each giving the same row', async () => {
    await using database = await openDatabase();
    const { client } = database;
    await fc.assert(
      fc.asyncProperty(fc.array(STATEMENT, { minLength: 2, maxLength: 5 }), async (statements) => {
        const script = statements.join(';');
        const whole = [await client.query({ text: script, rowMode: 'array' })].flat();
        const parts = splitStatements(script).flatMap((part) =>
          part.tag === 'statement' ? [part.text] : [],
        );
        const rows = [];
        for (const text of parts) rows.push(await client.query({ text, rowMode: 'array' }));
        expect(rows.map((result) => result.rows)).toEqual(whole.map((result) => result.rows));
      }),
      { numRuns: 300 },
    );
  });
});
