// biome-ignore-all lint/suspicious/noTemplateCurlyInString: `${NAME}` is the syntax under test.
import { describe, expect, it } from 'vitest';
import { interpolate } from '../../src/config/variables.ts';
import { loadTexts, pipelineText } from './config-text.ts';

describe('a variable', () => {
  const environment = { HOST: 'db', EMPTY: '', TRICKY: 'a ${HOST} $${HOST} $& b' };

  it.each([
    ['plain', 'plain'],
    ['${HOST}', 'db'],
    ['${HOST}.${HOST}:5432', 'db.db:5432'],
    ['${NONE:-fallback}', 'fallback'],
    ['${EMPTY:-fallback}', 'fallback'],
    ['${HOST:-fallback}', 'db'],
    ['${NONE:-}', ''],
    ['$${HOST}', '${HOST}'],
    ['$HOST and $ and {HOST}', '$HOST and $ and {HOST}'],
    ['${TRICKY}', 'a ${HOST} $${HOST} $& b'],
  ])('in %j gives %j', (text, filled) => {
    expect(interpolate(text, environment)).toMatchObject({ text: filled, missing: [], malformed: [] });
  });

  it('that is unset or empty is missing, and its placeholder stays', () => {
    const { text, missing } = interpolate('a ${NONE} ${EMPTY}', environment);
    expect(text).toBe('a ${NONE} ${EMPTY}');
    expect(missing).toEqual([
      { name: 'NONE', index: 2, length: 7 },
      { name: 'EMPTY', index: 10, length: 8 },
    ]);
  });

  it('does not reach what every object inherits', () => {
    expect(interpolate('${constructor}', {}).missing).toHaveLength(1);
  });

  it('without a proper name is malformed', () => {
    expect(interpolate('${A-B} ${} ${1A} ${OPEN', {}).malformed.map(({ index }) => index)).toEqual([
      0, 7, 11, 17,
    ]);
  });
});

describe('a setting from a variable', () => {
  const text = pipelineText({
    source: [
      '  host: ${HOST}',
      '  port: ${PORT}',
      '  database: shop',
      '  password: ${PASSWORD}',
      '  cdc: {publication_name: shop, initial_load: "${LOAD}"}',
    ].join('\n'),
  });

  it('gets the type that the schema wants, and only then', async () => {
    const environment = { HOST: 'db', PORT: '6432', PASSWORD: '12345', LOAD: 'false' };
    const { pipelines, diagnostics } = await loadTexts({ 'a.yml': text }, { environment });
    expect(diagnostics).toEqual([]);
    expect(pipelines[0]?.source).toMatchObject({ host: 'db', port: 6432, initialLoad: false });
    expect(pipelines[0]?.source.password?.reveal()).toBe('12345');
  });

  it('that is of a wrong type is named by the variable, never shown', async () => {
    const environment = { HOST: 'db', PORT: 'sixty-four', PASSWORD: 'x', LOAD: 'false' };
    const { diagnostics } = await loadTexts({ 'a.yml': text }, { environment });
    expect(diagnostics).toMatchObject([{ line: 5, column: 9, code: 'wrong-type' }]);
    expect(diagnostics[0]?.message).toContain('the value of ${PORT}');
  });

  it('may be missing where that is only a warning, and the rest is still checked', async () => {
    const { pipelines, diagnostics } = await loadTexts({ 'a.yml': text }, { missingVariables: 'warning' });
    expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual(
      Array(4).fill('warning variable-missing'),
    );
    expect(pipelines[0]?.source).toMatchObject({ host: '${HOST}', port: 5432, initialLoad: true });
    const wrong = await loadTexts({ 'a.yml': `${text}limit: {}\n` }, { missingVariables: 'warning' });
    expect(wrong.diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'unknown-key' },
    ]);
  });
});
