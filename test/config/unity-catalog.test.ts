// biome-ignore-all lint/suspicious/noTemplateCurlyInString: `${NAME}` is the syntax under test.
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { UnityCatalogTarget } from '../../src/model/pipeline.ts';
import { errorPlaces, loadTexts, markedText, pipelineText } from './config-text.ts';

const BASE = '  type: unity_catalog\n  catalog: lakehouse\n  schema: raw\n';
const unity = (lines: string): string => pipelineText({ target: `${BASE}${lines}` });
const databricks = (lines: string): string => unity(`  databricks:\n${lines}`);

async function loadTarget(
  lines: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<UnityCatalogTarget> {
  const { pipelines, diagnostics } = await loadTexts({ 'a.yml': unity(lines) }, { environment });
  expect(diagnostics).toEqual([]);
  const target = pipelines[0]?.target;
  if (target?.tag !== 'unity_catalog') throw new Error('no such target was made');
  return target;
}

describe('a Unity Catalog target', () => {
  it('needs no word about the workspace: that comes from the environment when a run begins', async () => {
    expect(await loadTarget('')).toEqual({
      tag: 'unity_catalog',
      catalog: 'lakehouse',
      schema: 'raw',
      stateSchema: 'raw',
      databricks: { host: undefined, httpPath: undefined, auth: undefined },
      volume: { catalog: 'lakehouse', schema: 'raw', volume: 'tributary' },
      tableProperties: new Map(),
      clustering: 'key',
      statementTimeoutMs: 30 * 60_000,
    });
  });

  it('may say everything itself, and its properties as numbers and truth values too', async () => {
    const target = await loadTarget(
      [
        '  databricks: {host: "https://dbc-1.cloud.databricks.com/", http_path: /sql/1.0/warehouses/ab12}',
        '  state_schema: ops',
        '  volume: other.stage.files',
        '  table_properties:',
        '    delta.logRetentionDuration: interval 7 days',
        '    delta.checkpointInterval: 20',
        '    delta.enableChangeDataFeed: true',
        '    delta.columnMapping.mode: name',
        '  clustering: auto',
        '  statement_timeout: 2h',
      ].join('\n'),
    );
    expect(target).toMatchObject({
      databricks: { host: 'https://dbc-1.cloud.databricks.com/', httpPath: '/sql/1.0/warehouses/ab12' },
      stateSchema: 'ops',
      volume: { catalog: 'other', schema: 'stage', volume: 'files' },
      clustering: 'auto',
      statementTimeoutMs: 7_200_000,
    });
    expect([...target.tableProperties]).toEqual([
      ['delta.logRetentionDuration', 'interval 7 days'],
      ['delta.checkpointInterval', '20'],
      ['delta.enableChangeDataFeed', 'true'],
    ]);
  });

  it.each([
    ['', { catalog: 'lakehouse', schema: 'ops', volume: 'tributary' }],
    ['  volume: files', { catalog: 'lakehouse', schema: 'ops', volume: 'files' }],
    ['  volume: stage.files', { catalog: 'lakehouse', schema: 'stage', volume: 'files' }],
  ])('completes its volume from catalog and state schema: %j', async (line, volume) => {
    expect((await loadTarget(`  state_schema: ops\n${line}`)).volume).toEqual(volume);
  });

  it.each([
    ['{type: pat, token: "${SECRET}"}', 'pat'],
    ['{type: oauth_m2m, client_id: app, client_secret: "${SECRET}"}', 'oauth-m2m'],
  ])('never shows its secret: %s', async (auth, tag) => {
    const target = await loadTarget(`  databricks:\n    auth: ${auth}`, { SECRET: 'zqx-secret' });
    expect(target.databricks.auth?.tag).toBe(tag);
    expect(inspect(target, { depth: 9 }) + JSON.stringify(target)).not.toContain('zqx');
  });

  it('logs in with a workflow’s own token where it says so', async () => {
    const target = await loadTarget(
      '  databricks:\n    auth: {type: github_oidc, client_id: app, audience: account}',
    );
    expect(target.databricks.auth).toEqual({ tag: 'github-oidc', clientId: 'app', audience: 'account' });
  });

  it.each([
    ['cost_per_hour: 2.8', { amount: 2.8, currency: 'USD' }],
    ['{cost_per_hour: "${PRICE}", currency: EUR}', { amount: 3.5, currency: 'EUR' }],
    ['currency: EUR', undefined],
  ])('reckons costs only with a price that it is given: %s', async (line, costPerHour) => {
    const target = await loadTarget(`  databricks:\n    ${line}`.replace('\n    {', ' {'), { PRICE: '3.5' });
    expect(target.costPerHour).toEqual(costPerHour);
  });

  it.each(['cost_per_hour: «0', 'cost_per_hour: «free', 'currency: «dollars'])(
    'refuses a price that is none: %s',
    async (line) => {
      const { text, line: row, column } = markedText(databricks(`    ${line}`));
      const { diagnostics } = await loadTexts({ 'a.yml': text });
      expect(diagnostics).toMatchObject([{ severity: 'error', line: row, column }]);
    },
  );

  it('warns of a token that stands in the file, without showing it', async () => {
    const { text, line, column } = markedText(databricks('    auth: {type: pat, token: «dapi0123456789}'));
    const { pipelines, diagnostics } = await loadTexts({ 'a.yml': text });
    expect(pipelines).toHaveLength(1);
    expect(diagnostics).toMatchObject([{ severity: 'warning', code: 'secret-in-file', line, column }]);
    expect(JSON.stringify(diagnostics)).not.toContain('dapi');
  });

  it('shares no table with a pipeline that names another workspace', async () => {
    const selection = '  schemas: [{name: public, tables: [{name: orders}]}]';
    const on = (name: string, host: string): string =>
      pipelineText({
        pipeline: `  name: ${name}`,
        selection,
        target: `${BASE}  databricks: {host: ${host}}`,
      });
    const load = (other: string) =>
      loadTexts({ 'a.yml': on('a', 'one.cloud.databricks.com'), 'b.yml': on('b', other) });
    expect((await load('two.cloud.databricks.com')).diagnostics).toEqual([]);
    expect((await load('https://ONE.cloud.databricks.com/')).diagnostics).toMatchObject([
      { file: 'b.yml', code: 'shared-target' },
    ]);
  });
});

/** What is wrong, a text with `«` before the place, the code, and words that message and hint must have. */
type Case = readonly [name: string, text: string, code: string, ...words: readonly string[]];

const CASES: readonly Case[] = [
  ['a host without TLS', databricks('    host: «http://dbc-1.cloud.databricks.com'), 'invalid-value', 'TLS'],
  [
    'the account console as host',
    databricks('    host: «https://accounts.cloud.databricks.com'),
    'invalid-value',
    'account console',
    'workspace',
  ],
  ['a host that is none', databricks('    host: «"my workspace"'), 'invalid-value', 'is no host name'],
  [
    'the path of a cluster',
    databricks('    http_path: «sql/protocolv1/o/1234/0101-abc'),
    'invalid-value',
    'path of a cluster',
    '/sql/1.0/warehouses/',
  ],
  [
    'a path of something else',
    databricks('    http_path: «/sql/1.0/dashboards/1'),
    'invalid-value',
    'warehouse',
  ],
  [
    'an unknown way to log in, spelled as the environment spells it',
    databricks('    auth: {type: «github-oidc}'),
    'invalid-value',
    'mean `github_oidc`',
  ],
  ['no way to log in', databricks('    «auth: {token: "${T}"}'), 'missing-field', '`pat`'],
  [
    'a setting of another way to log in',
    databricks('    auth: {type: github_oidc, «token: "${T}"}'),
    'contradiction',
    'belongs to `type: pat`',
  ],
  [
    'an unknown setting of the workspace',
    databricks('    «hostname: x'),
    'unknown-key',
    '`target.databricks.host` instead',
  ],
  ['a setting of the other target', unity('  «memory_limit: 1GB'), 'contradiction', '`type: embedded`'],
  ['a volume of four parts', unity('  volume: «a.b.c.d'), 'invalid-value', '`catalog.schema.name`'],
  ['a volume as a path', unity('  volume: «/Volumes/a/b/c'), 'invalid-value', 'letters, digits'],
  ['a volume with a glob in it', unity('  volume: «files*'), 'invalid-value', 'letters, digits'],
  [
    'a catalog that the volume’s path cannot hold',
    pipelineText({ target: '  type: unity_catalog\n  catalog: «"lake[1]"\n  schema: raw' }),
    'invalid-value',
    'volume',
    '`volume: catalog.schema.name`',
  ],
  [
    'a catalog of Hive’s',
    pipelineText({ target: '  type: unity_catalog\n  catalog: «hive_metastore\n  schema: raw' }),
    'invalid-value',
    'Unity Catalog',
  ],
  [
    'the schema of the catalog’s own views',
    unity('  state_schema: «INFORMATION_SCHEMA'),
    'invalid-value',
    'another schema',
  ],
  [
    'a schema with a space in it',
    pipelineText({ target: '  type: unity_catalog\n  catalog: lake\n  schema: «"my schema"' }),
    'invalid-value',
    'spaces',
  ],
  [
    'a prefix that Spark would substitute',
    unity('  table_naming: {prefix: «"$${a}_"}'),
    'invalid-value',
    'another name',
  ],
  [
    'a destination that Spark would substitute',
    pipelineText({
      selection: '  schemas: [{name: public, tables: [{name: a, destination_table: «"$${b}"}]}]',
      target: BASE,
    }),
    'invalid-value',
    'another name',
  ],
  [
    'columns that are mapped otherwise',
    unity('  table_properties: {delta.columnMapping.mode: «id}'),
    'contradiction',
    'mapped by name',
  ],
  [
    'deletion vectors switched off',
    unity('  table_properties: {delta.enableDeletionVectors: «false}'),
    'contradiction',
    'rewrite',
    '`true`',
  ],
  [
    'tables that only grow, in letters of another case',
    unity('  table_properties: {DELTA.APPENDONLY: «"true"}'),
    'contradiction',
    'updated',
  ],
  [
    'a property that is a clause',
    unity('  table_properties: {«location: s3}'),
    'invalid-value',
    'table property',
  ],
  ['a property with a quote', unity('  table_properties: {«"a\'b": c}'), 'invalid-value', 'table property'],
  ['a property that is a list', unity('  table_properties: {delta.x: «[1]}'), 'wrong-type', 'text'],
  ['a clustering that is none', unity('  clustering: «keys'), 'invalid-value', 'mean `key`'],
  ['a time that no warehouse allows', unity('  statement_timeout: «3d'), 'invalid-value', '`2d`'],
  ['a time below a second', unity('  statement_timeout: «500ms'), 'invalid-value', '`1s`'],
];

describe('an error in a Unity Catalog target', () => {
  it.each(CASES)('tells the place and the remedy of %s', async (_, marked, code, ...words) => {
    const { text, line, column } = markedText(marked);
    const { diagnostics } = await loadTexts({ 'set.yml': text }, { environment: { T: 'zqx-secret' } });
    expect(errorPlaces(diagnostics)).toEqual([`${line}:${column} ${code}`]);
    const told = `${diagnostics[0]?.message} ${diagnostics[0]?.hint}`;
    for (const word of words) expect(told).toContain(word);
  });

  it('does not show what came from a variable', async () => {
    const text = databricks('    host: ${H}\n    http_path: ${P}');
    const { diagnostics } = await loadTexts(
      { 'a.yml': text },
      { environment: { H: 'http://zqx', P: '/sql/protocolv1/o/zqx' } },
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['invalid-value', 'invalid-value']);
    expect(JSON.stringify(diagnostics)).not.toContain('zqx');
  });

  it('is not claimed of what a missing variable hides', async () => {
    const text = unity('  volume: ${V}\n  databricks: {host: "${H}"}').replace('lakehouse', 'lake*');
    const { diagnostics } = await loadTexts({ 'a.yml': text }, { missingVariables: 'warning' });
    expect(errorPlaces(diagnostics)).toEqual([]);
  });
});
