// biome-ignore-all lint/suspicious/noTemplateCurlyInString: `${NAME}` is the syntax under test.
import { describe, expect, it } from 'vitest';
import { markedText, type PipelineParts, pipelineText } from '../config-text.ts';
import { lintTexts, places } from './lint-texts.ts';

const TABLES = '  schemas: [{name: public, tables: [{name: customers}, {name: people}]}]';
const keys = (lines: string): string =>
  `  type: embedded\n  schema: shop\n  write_mode:\n    keys:\n${lines}`;
const selected = (lines: string, rest: PipelineParts = {}): string =>
  pipelineText({ selection: `${TABLES}\n${lines}`, ...rest });

async function lint(marked: string) {
  const { text, line, column } = markedText(marked);
  const found = await lintTexts({ 'a.yml': text });
  return { found, expected: [`a.yml:${line}:${column} warning personal-data-selected`] };
}

describe('a column that looks like personal data', () => {
  it('is told on its own place where it is included', async () => {
    const { found, expected } = await lint(
      selected('  include_columns: [{table: customers, columns: [id, «email, email_verified]}]'),
    );
    expect(places(found)).toEqual(expected);
    expect(found[0]?.message).toContain('`email` is selected, and looks like an e-mail address');
    expect(found[0]?.endColumn).toBe((found[0]?.column ?? 0) + 5);
  });

  it('is told with the table that it is left out of, where another one leaves it out', async () => {
    const { found, expected } = await lint(
      selected(
        '  exclude_columns: [{table: customers, columns: [ssn]}]\n  include_columns: [{table: people, columns: [«ssn]}]',
      ),
    );
    expect(places(found)).toEqual(expected);
    expect(found[0]?.message).toContain('Of `customers` it is left out (line 10)');
  });

  it('is told where it is a row key, once', async () => {
    const asKey = await lint(selected('', { target: keys('      customers: [«email]\n      people: [id]') }));
    expect(places(asKey.found)).toEqual(asKey.expected);
    expect(asKey.found[0]?.hint).toContain('another row key');
    const both = await lint(
      selected('  include_columns: [{table: customers, columns: [«email]}]', {
        target: keys('      customers: [email]\n      people: [id]'),
      }),
    );
    expect(places(both.found)).toEqual(both.expected);
  });

  it('may be masked in Unity Catalog, and nowhere else', async () => {
    const include = '  include_columns: [{table: customers, columns: [email]}]';
    const [embedded] = await lintTexts({ 'a.yml': selected(include) });
    const target = '  type: unity_catalog\n  catalog: main\n  schema: shop';
    const [unity] = await lintTexts({ 'a.yml': selected(include, { target }) });
    expect(unity?.hint).toContain('column mask');
    expect(embedded?.hint).not.toContain('column mask');
  });

  it('is not told of where it is excluded, nor where a variable names it', async () => {
    const excluded = selected('  exclude_columns: [{table: customers, columns: [ssn, email]}]');
    expect(await lintTexts({ 'a.yml': excluded })).toEqual([]);
    const variable = selected('  include_columns: [{table: people, columns: ["${COLUMN}"]}]');
    expect(await lintTexts({ 'a.yml': variable }, {}, { environment: { COLUMN: 'email' } })).toEqual([]);
  });
});

describe('row keys', () => {
  const three = '  schemas: [{name: public, tables: [{name: orders}, {name: items}, {name: people}]}]';

  it('that most listed tables have are noted as missing for the rest', async () => {
    const { text, line, column } = markedText(
      pipelineText({
        selection: three,
        target: keys('      orders: [id]\n      items: [id]').replace('keys', '«keys'),
      }),
    );
    const found = await lintTexts({ 'a.yml': text });
    expect(places(found)).toEqual([`a.yml:${line}:${column} notice keys-incomplete`]);
    expect(found[0]?.message).toContain('`people` has none');
  });

  it.each([
    ['every table has one', '      orders: [id]\n      public.items: [id]\n      people: [id]'],
    ['few tables have one', '      orders: [id]'],
  ])('are not noted where %s', async (_, lines) => {
    expect(await lintTexts({ 'a.yml': pipelineText({ selection: three, target: keys(lines) }) })).toEqual([]);
  });
});
