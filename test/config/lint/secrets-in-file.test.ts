// biome-ignore-all lint/suspicious/noTemplateCurlyInString: `${NAME}` is the syntax under test.
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { secretKindOf } from '../../../src/config/lint/secret-shape.ts';
import { GATEWAY, loadTexts, markedText, pipelineText } from '../config-text.ts';

const hex = '0123456789abcdef0123456789abcdef';
const INLINE = '  database: shop\n  cdc: {publication_name: shop}';
const SLACK = ['https://hooks.slack.com', 'services', 'T000', 'B000', 'XXXX'].join('/');

const CASES: readonly (readonly [name: string, text: string, secret: string, word: string])[] = [
  [
    'a password',
    pipelineText({ source: `  host: db\n  password: «hunter22\n${INLINE}` }),
    'hunter22',
    'in the database',
  ],
  [
    'a gateway’s password',
    `${GATEWAY.replace('cdc:', '  password: «hunter22\ncdc:')}---\n${pipelineText({ source: '  gateway: main' })}`,
    'hunter22',
    '`source.password`',
  ],
  [
    'a Slack webhook',
    pipelineText({ rest: `notifications:\n  on_failure: [{type: slack, webhook_url: «"${SLACK}"}]\n` }),
    SLACK,
    'a Slack webhook',
  ],
  [
    'a webhook of another kind',
    pipelineText({
      rest: 'notifications:\n  on_failure: [{type: webhook, webhook_url: «"https://x.y/abcd"}]\n',
    }),
    'x.y/abcd',
    'where the messages arrive',
  ],
  [
    'an address with a password',
    pipelineText({ pipeline: '  name: shop\n  description: «"reads postgres://app:hunter22@db/shop"' }),
    'hunter22',
    'an address with a password in it',
  ],
  [
    'a token at the wrong place',
    pipelineText({ target: `  type: embedded\n  schema: shop\n  path: «dapi${hex}` }),
    hex,
    'a Databricks token',
  ],
  [
    'a private key',
    pipelineText({ pipeline: '  name: shop\n  description: «"-----BEGIN RSA PRIVATE KEY----- MIIabc"' }),
    'MIIabc',
    'a private key',
  ],
];

describe('a secret in clear text', () => {
  it.each(CASES)('is told on its place, and not repeated: %s', async (_, marked, secret, word) => {
    const { text, line, column } = markedText(marked);
    const { diagnostics } = await loadTexts({ 'a.yml': text });
    const found = diagnostics.filter(({ code }) => code === 'secret-in-file');
    expect(found).toMatchObject([{ severity: 'warning', line, column }]);
    expect(`${found[0]?.message} ${found[0]?.hint}`).toContain(word);
    expect(inspect(diagnostics)).not.toContain(secret);
  });

  it('is not shown by the error that it causes either', async () => {
    const text = pipelineText({ source: `  host: db\n  sslmode: dapi${hex}\n${INLINE}` });
    const { diagnostics } = await loadTexts({ 'a.yml': text });
    expect(diagnostics.map(({ code }) => code)).toEqual(['secret-in-file', 'invalid-value']);
    expect(inspect(diagnostics)).not.toContain(hex);
  });

  it('is not claimed of variables, of servers on the same machine, and of tables and columns', async () => {
    const texts = [
      pipelineText({ source: `  host: db\n  password: \${PW}\n${INLINE}` }),
      pipelineText({ source: `  host: db\n  password: \${PW:-word}\n${INLINE}` }),
      pipelineText({ source: `  host: localhost\n  password: hunter22\n${INLINE}` }),
      pipelineText({
        selection: '  schemas: [{name: public, tables: [{name: password}]}]',
        target: '  type: embedded\n  schema: shop\n  write_mode: {keys: {password: [token]}}',
      }),
      pipelineText({
        target:
          '  type: unity_catalog\n  catalog: c\n  schema: shop\n  table_properties: {token: left, my.password: none}',
      }),
    ];
    for (const text of texts) {
      const { diagnostics } = await loadTexts({ 'a.yml': text }, { environment: { PW: 'hunter22' } });
      expect(diagnostics).toEqual([]);
    }
  });
});

describe('secretKindOf', () => {
  it.each([
    'postgres://app:${PG_PASSWORD}@db/shop',
    'postgres://app@db/shop',
    'https://example.com:8443/path',
    'adb-1.2.azuredatabricks.net',
    'see docs://a:b for more',
    'the password is rotated',
    '',
  ])('takes no ordinary text for a secret: %s', (text) => {
    expect(secretKindOf(text)).toBeUndefined();
  });
});
