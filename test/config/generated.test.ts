// biome-ignore-all lint/suspicious/noTemplateCurlyInString: `${NAME}` is the syntax under test.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import * as z from 'zod';
import {
  buildJsonSchema,
  DOCUMENT_SCHEMAS,
  isSchema,
  type JsonSchema,
} from '../../src/config/json-schema.ts';
import { buildReferenceDocs } from '../../src/config/reference-docs.ts';
import { loadTexts } from './config-text.ts';

const root = path.resolve(import.meta.dirname, '../..');
const readText = (name: string) => readFile(path.join(root, name), 'utf8');

describe('the generated files', () => {
  it('are what the schema gives', async () => {
    expect(await readText('schema/tributary.schema.json')).toBe(
      `${JSON.stringify(buildJsonSchema(), null, 2)}\n`,
    );
    expect(await readText('docs/configuration.md')).toBe(buildReferenceDocs());
  });
});

describe('the JSON Schema', () => {
  const validator = z.fromJSONSchema(buildJsonSchema());

  it.each(['gateway.yml', 'pipeline.yml', 'schedule-interval.yml'])('accepts examples/%s', async (name) => {
    expect(validator.safeParse(parse(await readText(`examples/${name}`))).error).toBeUndefined();
  });

  it('accepts a variable where a number or a word belongs, and refuses other text', () => {
    const gateway = (port: unknown) => ({ gateway: { name: '${NAME}' }, source: { host: 'db', port } });
    expect(validator.safeParse(gateway('${PORT}')).success).toBe(true);
    expect(validator.safeParse(gateway('high')).success).toBe(false);
  });

  it('refuses an unknown key', async () => {
    const document: unknown = parse((await readText('examples/gateway.yml')).replace('sslmode', 'ssl_mode'));
    expect(validator.safeParse(document).success).toBe(false);
  });

  it('describes every field', () => {
    const undescribed = Object.entries(DOCUMENT_SCHEMAS).flatMap(([kind, schema]) =>
      fieldsWithout(schema, kind),
    );
    expect(undescribed).toEqual([]);
  });
});

describe('the reference page', () => {
  it('opens with an example that is right', async () => {
    const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(buildReferenceDocs()) ?? [];
    const { pipelines, diagnostics } = await loadTexts(
      { 'a.yml': example },
      { environment: { PG_PASSWORD: 'x' } },
    );
    expect(diagnostics).toEqual([]);
    expect(pipelines).toHaveLength(1);
    expect(parseAllDocuments(example)).toHaveLength(1);
  });

  it('has a line for every field that the examples use', async () => {
    const docs = buildReferenceDocs();
    const names = [
      'source.gateway',
      'cdc.heartbeat_interval_sec',
      'target.table_naming.prefix',
      'schedule.every',
    ];
    for (const name of names) expect(docs).toContain(`| \`${name}\` |`);
  });
});

function fieldsWithout(schema: JsonSchema, at: string): readonly string[] {
  const { properties = {}, items, oneOf = [] } = schema;
  const children = Object.entries(properties).flatMap(([name, field]) => {
    if (!isSchema(field)) return [];
    const path = `${at}.${name}`;
    return [...(field.description === undefined ? [path] : []), ...fieldsWithout(field, path)];
  });
  return [
    ...children,
    ...(isSchema(items) ? fieldsWithout(items, `${at}[]`) : []),
    ...oneOf.flatMap((option) => (isSchema(option) ? fieldsWithout(option, at) : [])),
  ];
}
