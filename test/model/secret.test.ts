import { format, inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../src/model/secret.ts';

const VALUE = 'correct-horse';

describe('a secret', () => {
  it.each<readonly [string, (secret: Secret) => string]>([
    ['a template', (secret) => `${secret}`],
    ['String()', String],
    ['concatenation', (secret) => `${'password: '.concat(String(secret))}`],
    ['JSON', (secret) => JSON.stringify({ nested: [secret] })],
    ['inspect', (secret) => inspect({ nested: [secret] }, { showHidden: true, depth: 9 })],
    ['format', (secret) => format('%s %o %O %j', secret, secret, secret, secret)],
    ['its keys and values', (secret) => JSON.stringify([Object.entries(secret), Reflect.ownKeys(secret)])],
    ['an error', (secret) => inspect(new Error(`no: ${secret}`, { cause: secret }))],
    ['a copy', (secret) => JSON.stringify({ ...secret }) + inspect(structuredClone({ ...secret }))],
  ])('is never shown by %s', (_, show) => {
    expect(show(new Secret(VALUE))).not.toContain(VALUE);
  });

  it('is revealed on purpose alone', () => {
    expect(new Secret(VALUE).reveal()).toBe(VALUE);
  });
});
