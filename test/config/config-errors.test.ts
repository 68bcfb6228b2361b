// biome-ignore-all lint/suspicious/noTemplateCurlyInString: `${NAME}` is the syntax under test.
import { describe, expect, it } from 'vitest';
import {
  errorPlaces,
  GATEWAY,
  loadTexts,
  markedText,
  type PipelineParts,
  pipelineText,
} from './config-text.ts';

/** What is wrong, a text with `«` before the place, the code, and words that message and hint must have. */
type Case = readonly [name: string, text: string, code: string, ...words: readonly string[]];

const source = (lines: string): string => pipelineText({ source: lines });
const selection = (lines: string, rest: PipelineParts = {}): string =>
  pipelineText({ selection: lines, ...rest });
const target = (lines: string): string => pipelineText({ target: `  schema: shop\n${lines}` });
const limits = (lines: string): string => pipelineText({ rest: `limits:\n${lines}` });

const INLINE = '  database: shop\n  cdc: {publication_name: shop}';
const TWO_TABLES = '  schemas:\n    - name: public\n      tables: [{name: orders}, {name: customers}]';
const KEYS = '  type: embedded\n  schema: shop\n  write_mode:\n    keys:';

const CASES: readonly Case[] = [
  ['a tab as indentation', 'pipeline:\n«\tname: shop\n', 'yaml-syntax', 'tab', 'spaces'],
  ['a bracket that is not closed', 'pipeline: {name: shop\n«', 'yaml-syntax', 'Syntax error'],
  ['an alias without an anchor', pipelineText({ pipeline: '  name: «*shop' }), 'yaml-syntax', 'anchor'],
  [
    'a key given twice',
    pipelineText({ pipeline: '  name: shop\n  «name: other' }),
    'duplicate-key',
    'line 2',
  ],
  [
    'a merge key',
    pipelineText({ pipeline: '  name: shop\n  «<<: {description: x}' }),
    'unsupported-value',
    'Merge keys',
  ],
  ['an empty file', '«', 'file-empty', 'pipeline:'],
  ['a file of comments', '«# nothing\n', 'file-empty'],
  ['a list', '«- pipeline\n', 'document-unknown', 'a list'],
  ['a lone text', '«pipeline\n', 'document-unknown', 'a single value'],
  ['a document of no kind', '«services: []\n', 'document-unknown', 'gateway:'],
  ['a slip in the top key', '«pipelin:\n  name: shop\nsource: {}\n', 'unknown-key', '`pipeline`'],
  [
    'a pipeline without its top key',
    '«selection: {}\ntarget: {}\n',
    'missing-field',
    '`pipeline` is missing',
  ],
  [
    'gateway and pipeline in one document',
    'gateway: {name: a}\n«pipeline: {name: b}\n',
    'contradiction',
    '---',
  ],
  ['a gateway alone', `«${GATEWAY}`, 'no-pipeline', 'pipeline:'],

  ['an unknown key', source(`  «hots: db\n  host: db\n${INLINE}`), 'unknown-key', '`hots`', 'mean `host`'],
  [
    'an unknown key with a hyphen',
    source(`  host: db\n  «ssl-mode: require\n${INLINE}`),
    'unknown-key',
    '`sslmode`',
  ],
  ['an unknown key at the top', pipelineText({ rest: '«targets: {}' }), 'unknown-key', '`target`'],
  [
    'a key at the wrong place',
    source(`  host: db\n  «slot_name: s\n${INLINE}`),
    'unknown-key',
    '`source.cdc.slot_name`',
  ],
  [
    'a key unlike any other',
    source(`  host: db\n  «zebra: 1\n${INLINE}`),
    'unknown-key',
    'Known here',
    '`username`',
  ],

  ['text for a number', source(`  host: db\n  port: «high\n${INLINE}`), 'wrong-type', 'a number', 'text'],
  ['a quoted number', source(`  host: db\n  port: «"5432"\n${INLINE}`), 'wrong-type', 'without quotes'],
  [
    'a fraction for a whole number',
    source(`  host: db\n  port: «5.5\n${INLINE}`),
    'wrong-type',
    'a fraction',
  ],
  ['a number for text', source(`  host: db\n  password: «12345\n${INLINE}`), 'wrong-type', 'quotes'],
  ['a mapping for text', source(`  host: «{a: b}\n${INLINE}`), 'wrong-type', 'a mapping'],
  ['text for a list', selection('  schemas: «public'), 'wrong-type', 'a list', '- '],
  ['text for a mapping', pipelineText({ rest: 'limits: «big' }), 'wrong-type', 'key: value'],
  [
    'a word for a truth value',
    source(`  host: db\n  database: d\n  cdc: {publication_name: p, initial_load: «"yes"}`),
    'wrong-type',
    '`true`',
  ],
  ['null for text', source(`  host: «null\n${INLINE}`), 'wrong-type', 'nothing'],
  ['a number out of range', source(`  host: db\n  port: «70000\n${INLINE}`), 'invalid-value', '65535'],
  ['a number that is too small', limits('  part: {max_rows: «0}'), 'invalid-value', '1 or more'],
  ['a range without a row', limits('  load: {range_rows: «0}'), 'invalid-value', '1 or more'],
  ['an empty list', selection('  schemas: «[]'), 'invalid-value', 'at least one'],
  ['an empty text', source(`  host: «""\n${INLINE}`), 'invalid-value', 'empty'],
  ['a size without a unit', limits('  part: {max_bytes: «"32"}'), 'invalid-value', '512MB'],
  ['a duration in words', limits('  interval: {max_duration: «ten minutes}'), 'invalid-value', '15m'],
  [
    'a slot name that PostgreSQL refuses',
    source(`  host: db\n  database: d\n  cdc: {publication_name: p, slot_name: «My-Slot}`),
    'invalid-value',
    'lower-case',
  ],
  [
    'a schema name with a period',
    pipelineText({ target: '  type: embedded\n  schema: «a.b' }),
    'invalid-value',
    'periods',
  ],
  ['a name with a slash', pipelineText({ pipeline: '  name: «a/b' }), 'invalid-value', 'letters'],
  ['a key without a value', source(`  «host:\n${INLINE}`), 'empty-value', '`source.host` has no value'],
  [
    'a list entry without a value',
    selection('  schemas:\n    - name: public\n    -«'),
    'empty-value',
    'schemas[1]',
  ],

  [
    'a missing field',
    pipelineText({ pipeline: '  description: x' }).replace('pipeline', '«pipeline'),
    'missing-field',
    '`pipeline.name`',
    'Name of the pipeline',
  ],
  [
    'a missing section',
    pipelineText()
      .replace('pipeline', '«pipeline')
      .replace(/target:\n.*\n.*\n/, ''),
    'missing-field',
    '`target`',
  ],
  [
    'a missing field of a list entry',
    selection('  schemas:\n    - «tables: [{name: a}]'),
    'missing-field',
    '`selection.schemas[0].name`',
  ],
  [
    'a missing type',
    pipelineText({ target: '  schema: shop' }).replace('target', '«target'),
    'missing-field',
    '`embedded`',
    '`unity_catalog`',
  ],
  [
    'a catalog missing in Unity Catalog',
    target('  type: unity_catalog').replace('target', '«target'),
    'missing-field',
    '`target.catalog`',
  ],
  [
    'a source without a server',
    source(`${INLINE}`).replace('source', '«source'),
    'missing-field',
    'gateway',
    'host',
  ],
  [
    'a source without a database',
    source('  host: db\n  cdc: {publication_name: p}').replace('source', '«source'),
    'missing-field',
    '`source.database`',
  ],
  [
    'a source without a publication',
    source('  host: db\n  database: d\n  «cdc: {slot_name: s}'),
    'missing-field',
    'publication_name',
    'CREATE PUBLICATION',
  ],

  [
    'an unknown word',
    source(`  host: db\n  sslmode: «requre\n${INLINE}`),
    'invalid-value',
    '`requre`',
    '`verify-full`',
    'mean `require`',
  ],
  ['an unknown type', target('  type: «embeded'), 'invalid-value', '`unity_catalog`', 'mean `embedded`'],
  [
    'an unknown mode',
    source(`  host: db\n  mode: «snapshot\n${INLINE}`),
    'invalid-value',
    '`incremental_cdc`',
  ],
  [
    'append mode',
    target('  type: embedded\n  write_mode: {type: «append}'),
    'unsupported-value',
    'not supported yet',
    '`merge`',
  ],
  [
    'history mode',
    target('  type: embedded\n  write_mode: {type: «scd2}'),
    'unsupported-value',
    'not supported yet',
  ],
  [
    'an interval without a length',
    pipelineText({ rest: '«schedule: {type: interval}' }),
    'missing-field',
    '`schedule.every`',
  ],

  [
    'a table selected twice',
    selection('  schemas:\n    - name: public\n      tables: [{name: a}, {name: b}, {name: «a}]'),
    'duplicate-table',
    '`a`',
    'line 11',
  ],
  [
    'a table selected twice over two entries',
    selection('  schemas:\n    - {name: s, tables: [{name: a}]}\n    - {name: s, tables: [{name: «a}]}'),
    'duplicate-table',
  ],
  [
    'a schema selected whole and in part',
    selection('  schemas:\n    - {name: s, tables: [{name: a}]}\n    - name: «s'),
    'duplicate-table',
    '`s`',
    'line 10',
  ],
  [
    'another name for a glob',
    selection('  schemas:\n    - name: s\n      tables: [{name: "a*", «destination_table: b}]'),
    'contradiction',
    '`a*`',
  ],
  [
    'one target table for two',
    selection('  schemas:\n    - {name: s, tables: [{name: a}]}\n    - {name: t, tables: [{name: «a}]}'),
    'shared-target',
    'line 10',
  ],

  [
    'keys for a table that is not selected',
    selection(TWO_TABLES, { target: `${KEYS}\n      «order: [id]` }),
    'table-not-selected',
    '`order`',
    'mean `orders`',
  ],
  [
    'keys for a table of another schema',
    selection(TWO_TABLES, { target: `${KEYS}\n      «sales.orders: [id]` }),
    'table-not-selected',
  ],
  [
    'exclusion for a table that is not selected',
    selection(`${TWO_TABLES}\n  exclude_columns: [{table: «people, columns: [ssn]}]`),
    'table-not-selected',
    '`people`',
  ],
  [
    'inclusion for a table that no glob selects',
    selection(
      '  schemas: [{name: s, tables: [{name: "a*"}]}]\n  include_columns: [{table: «b, columns: [c]}]',
    ),
    'table-not-selected',
  ],
  [
    'a glob for an exclusion',
    selection('  schemas: [{name: s}]\n  exclude_columns: [{table: «"a*", columns: [c]}]'),
    'invalid-value',
    'glob',
  ],
  [
    'a table with both column lists',
    selection(
      `${TWO_TABLES}\n  exclude_columns: [{table: orders, columns: [a]}]\n  include_columns: [{table: «public.orders, columns: [b]}]`,
    ),
    'contradiction',
    'line 12',
  ],
  [
    'a key column that is excluded',
    selection(`${TWO_TABLES}\n  exclude_columns: [{table: orders, columns: [a, «id]}]`, {
      target: `${KEYS}\n      public.orders: [id]`,
    }),
    'key-column-excluded',
    '`id`',
  ],
  [
    'a key column that is not included',
    selection(`${TWO_TABLES}\n  include_columns: [{table: orders, «columns: [a]}]`, {
      target: `${KEYS}\n      orders: [id]`,
    }),
    'key-column-excluded',
    '`id`',
  ],
  [
    'two keys for one table',
    selection(TWO_TABLES, { target: `${KEYS}\n      orders: [id]\n      «public.orders: [no]` }),
    'contradiction',
    '`public.orders`',
  ],

  [
    'an embedded setting in Unity Catalog',
    target('  type: unity_catalog\n  catalog: c\n  «path: ./x.duckdb'),
    'contradiction',
    'type: embedded',
  ],
  [
    'an interval for a continuous schedule',
    pipelineText({ rest: 'schedule: {type: continuous, «every: 5m}' }),
    'contradiction',
    'type: interval',
  ],
  [
    'a gateway and a host',
    `${GATEWAY}---\n${source(`  gateway: main\n  «host: db\n${INLINE}`)}`,
    'contradiction',
    '`source.host`',
  ],
  [
    'an unknown gateway',
    `${GATEWAY}---\n${source(`  gateway: «mian`)}`,
    'unknown-gateway',
    '`mian`',
    'mean `main`',
    'Known gateways',
  ],
  [
    'a gateway with change data capture off',
    `${GATEWAY}  enabled: false\n---\n${source(`  «gateway: main`)}`,
    'contradiction',
    'enabled: false',
    'set.yml:10',
  ],
  [
    'two gateways of one name',
    `${GATEWAY}---\n${GATEWAY.replace('main', '«main')}---\n${source('  gateway: main')}`,
    'duplicate-name',
    'set.yml:2',
  ],
  [
    'two default schedules',
    `${pipelineText()}---\nschedule: {type: manual}\n---\n«schedule: {type: manual}\n`,
    'contradiction',
    'two default schedules',
  ],

  [
    'a missing variable',
    source(`  host: db-«\${REGION}.internal\n${INLINE}`),
    'variable-missing',
    'REGION',
    '`source.host`',
  ],
  [
    'a missing variable in quotes',
    source(`  host: "a \${X:-b} «\${REGION}"\n${INLINE}`),
    'variable-missing',
    'REGION',
  ],
  [
    'a missing variable for a number',
    source(`  host: db\n  port: «\${PORT}\n${INLINE}`),
    'variable-missing',
    'PORT',
  ],
  ['a placeholder that is none', source(`  host: «\${DB-HOST}\n${INLINE}`), 'variable-malformed', '${NAME}'],
  ['a placeholder that is not closed', source(`  host: «\${DB_HOST\n${INLINE}`), 'variable-malformed'],
];

describe('an error in a configuration', () => {
  it.each(CASES)('tells the place and the remedy of %s', async (_, marked, code, ...words) => {
    const { text, line, column } = markedText(marked);
    const { diagnostics } = await loadTexts({ 'set.yml': text });
    expect(errorPlaces(diagnostics)).toEqual([`${line}:${column} ${code}`]);
    const told = `${diagnostics[0]?.message} ${diagnostics[0]?.hint}`;
    for (const word of words) expect(told).toContain(word);
  });
});
