import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRemedyMarkdown } from '../../src/report/remedy-markdown.ts';
import { parseRemedy } from '../../src/report/remedy-parts.ts';

describe('parseRemedy', () => {
  it.each([
    ['GRANT SELECT ON public.orders TO reader;', 'sql'],
    ['ALTER ROLE reader REPLICATION; -- Amazon RDS: GRANT rds_replication TO reader;', 'sql'],
    ["databricks account federation-policy create --json '{}'", 'sh'],
    ['permissions:', 'yaml'],
  ])('takes %j for %s', (line, language) => {
    expect(parseRemedy([line])).toEqual([{ tag: 'code', language, text: line }]);
  });

  it.each([
    'GRANT what is missing to reader, as the object’s owner.',
    'Upgrade the server: 14 and older get no more fixes.',
    'SET it to something else',
  ])('leaves words alone: %s', (line) => {
    expect(parseRemedy([line])).toEqual([{ tag: 'prose', text: line }]);
  });

  it('separates words from the SQL behind their colon, and from the words behind that', () => {
    expect(parseRemedy(["1. drop it: SELECT pg_drop_replication_slot('x'); the next run makes it"])).toEqual([
      { tag: 'prose', text: '1. drop it:' },
      { tag: 'code', language: 'sql', text: "SELECT pg_drop_replication_slot('x');" },
      { tag: 'prose', text: 'the next run makes it' },
    ]);
  });

  it('keeps statements together that stand below each other, and the lines of a YAML block', () => {
    const lines = [
      'GRANT USE CATALOG ON CATALOG `c` TO `p`;',
      'GRANT USE SCHEMA ON SCHEMA `c`.`s` TO `p`;',
      'permissions:',
      '  contents: read',
      '  id-token: write',
      'Then run again.',
    ];
    expect(parseRemedy(lines).map(({ text }) => text)).toEqual([
      lines.slice(0, 2).join('\n'),
      lines.slice(2, 5).join('\n'),
      lines[5],
    ]);
  });

  it('loses no word, whatever the lines are', () => {
    const piece = fc.oneof(
      fc.constantFrom('GRANT a TO b;', 'do: ', ' SELECT 1;', '-- ', 'npx x', 'key:', '  a: 1', '1. ', '- '),
      fc.string({ maxLength: 8 }),
    );
    const line = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('').replaceAll(/[\r\n]/g, ''));
    const words = (texts: readonly string[]): string => texts.join('').replaceAll(/\s/g, '');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        expect(words(parseRemedy(lines).map(({ text }) => text))).toBe(words(lines));
      }),
    );
  });
});

describe('formatRemedyMarkdown', () => {
  it('puts SQL under the step that it belongs to', () => {
    expect(formatRemedyMarkdown(['First:', '1. there: SELECT 1;', '2. here', '3. run.'])).toBe(
      ['First:', '', '1. there:', '', '   ```sql', '   SELECT 1;', '   ```', '', '2. here', '3. run.'].join(
        '\n',
      ),
    );
  });

  it('lets no fence in a statement end its block', () => {
    const text = formatRemedyMarkdown(['DROP TABLE "```\u0000";']);
    expect(text).toMatch(/^````sql\n.*\n````$/);
  });
});
