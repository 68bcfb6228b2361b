import { describe, expect, it } from 'vitest';
import type { Pipeline } from '../../src/model/pipeline.ts';
import { samplePipeline } from '../support/sample-pipeline.ts';
import { foretellChange, onlyOutcome, outcomesIn } from './foretell-changes.ts';

const BASE = `
  CREATE TYPE mood AS ENUM ('glad', 'sad');
  CREATE TABLE items (id int PRIMARY KEY, label text NOT NULL, price int, feeling mood, secret text);
  CREATE UNIQUE INDEX items_label ON items (label);
  CREATE TABLE keyless (n int);
  CREATE TABLE events (id int PRIMARY KEY, at date) PARTITION BY RANGE (id);
  CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (1000);
  CREATE TABLE events_old (id int PRIMARY KEY, at date);`.replace(
  '(id int PRIMARY KEY, at date) PARTITION',
  '(id int, at date, PRIMARY KEY (id)) PARTITION',
);

const NAMED = select('items', 'events');
const WHOLE = samplePipeline({
  name: 'whole',
  selection: {
    schemas: [{ name: 'public', tables: [{ name: '[!k]*', destinationTable: undefined }] }],
    excludeColumns: [],
    includeColumns: [],
  },
});

function select(...tables: readonly string[]): Pipeline {
  return samplePipeline({
    name: 'named',
    selection: {
      schemas: [{ name: 'public', tables: tables.map((name) => ({ name, destinationTable: undefined })) }],
      excludeColumns: [{ table: 'items', columns: ['secret'] }],
      includeColumns: [],
    },
  });
}

/** Per change: outcomes for a pipeline that names its tables, as line, severity, tag and column. */
const CHANGES: readonly (readonly [what: string, change: string, outcomes: readonly string[]])[] = [
  ['a column without a default', 'ALTER TABLE items ADD COLUMN note text', ['1 info column-added note']],
  [
    'a column with a default',
    `ALTER TABLE items ADD COLUMN note text DEFAULT 'x'`,
    ['1 info column-added note'],
  ],
  [
    'a column with a volatile default',
    'ALTER TABLE items ADD COLUMN note float8 DEFAULT random()',
    ['1 info column-added note', '1 warning loaded-anew'],
  ],
  ['a dropped column', 'ALTER TABLE items DROP COLUMN price', ['1 info column-dropped price']],
  ['a renamed column', 'ALTER TABLE items RENAME price TO cost', ['1 error stops']],
  [
    'a renaming that is taken back',
    'ALTER TABLE items RENAME price TO cost;\nALTER TABLE items RENAME cost TO price',
    ['1 warning stops'],
  ],
  ['a changed type', 'ALTER TABLE items ALTER price TYPE bigint', ['1 error stops']],
  ['a wider varchar', 'ALTER TABLE items ALTER label TYPE varchar', []],
  [
    'values changed by USING',
    'ALTER TABLE items ALTER price TYPE int USING price * 100',
    ['1 warning unseen-change'],
  ],
  [
    'the same inside of a block',
    'DO $$ BEGIN ALTER TABLE items ALTER price TYPE int USING price * 100; END $$',
    ['1 warning unseen-change'],
  ],
  ['a dropped key', 'ALTER TABLE items DROP CONSTRAINT items_pkey', ['1 error stops']],
  [
    'another key',
    'ALTER TABLE items DROP CONSTRAINT items_pkey;\nALTER TABLE items ADD PRIMARY KEY (label)',
    ['1 warning stops', '2 error stops'],
  ],
  [
    'another replica identity of the same key',
    'ALTER TABLE items REPLICA IDENTITY FULL',
    ['1 info identity-changed'],
  ],
  [
    'a replica identity of another key',
    'ALTER TABLE items REPLICA IDENTITY USING INDEX items_label',
    ['1 error stops'],
  ],
  ['a replica identity of nothing', 'ALTER TABLE items REPLICA IDENTITY NOTHING', ['1 error stops']],
  ['an excluded column', 'ALTER TABLE items ALTER secret TYPE varchar(5)', []],
  ['a dropped table', 'DROP TABLE items', ['1 error stops', '1 error stops', '1 info table-left']],
  [
    'a renamed table',
    'ALTER TABLE items RENAME TO things',
    ['1 error stops', '1 error stops', '1 info table-left'],
  ],
  ['a table that nobody selects', 'CREATE TABLE other (id int PRIMARY KEY)', ['1 info not-selected']],
  [
    'an unlogged table',
    'ALTER TABLE items SET UNLOGGED',
    ['1 error stops', '1 error stops', '1 info table-left'],
  ],
  ['row-level security', 'ALTER TABLE items ENABLE ROW LEVEL SECURITY', ['1 warning stops']],
  [
    'a partition that is made',
    'CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (1000) TO (2000)',
    [],
  ],
  [
    'a partition that comes',
    'ALTER TABLE events ATTACH PARTITION events_old FOR VALUES FROM (1000) TO (2000)',
    ['1 warning unseen-change'],
  ],
  ['a partition that goes', 'DROP TABLE events_1', ['1 warning unseen-change']],
  ['a label that is renamed', `ALTER TYPE mood RENAME VALUE 'sad' TO 'blue'`, ['1 warning unseen-change']],
  ['a label that is added', `ALTER TYPE mood ADD VALUE 'calm'`, []],
  [
    'rows',
    'UPDATE ONLY public.items SET price = 1;\nTRUNCATE items;\nINSERT INTO events_1 VALUES (1);\nDELETE FROM keyless',
    ['1 info rows-changed', '2 info rows-changed', '3 info rows-changed'],
  ],
  [
    'an index',
    'CREATE INDEX CONCURRENTLY ON items (price);\nVACUUM FULL items;\nCLUSTER items USING items_pkey',
    [],
  ],
  [
    'other things',
    'CREATE VIEW v AS SELECT 1;\nCOMMENT ON TABLE items IS $$x$$;\nALTER TABLE items ALTER price SET NOT NULL;\nALTER TABLE items ALTER price SET DEFAULT 5',
    [],
  ],
  ['what is rolled back', 'BEGIN;\nALTER TABLE items RENAME price TO cost;\nROLLBACK', ['2 info stops']],
  [
    'what is never committed',
    'BEGIN;\nALTER TABLE items RENAME price TO cost',
    ['2 info stops', '2 warning unknown'],
  ],
  [
    'what PostgreSQL refuses',
    'SELECT 1;\nALTER TABLE items\n  ADD COLUMN label text;\nDROP TABLE items',
    ['2 error fails', '4 info not-tried'],
  ],
  ['a mistake in the syntax', 'SELECT 1;\nALTER TABLE items\n  ADDD COLUMN x text', ['3 error fails']],
  [
    'a role that is not there',
    'GRANT SELECT ON items TO nobody_knows;\nALTER TABLE items DROP price',
    ['1 warning unknown', '2 info column-dropped price'],
  ],
  [
    'an extension that is not there',
    'BEGIN;\nCREATE EXTENSION no_such_extension;\nALTER TABLE items ADD COLUMN x no_such_type;\nALTER TABLE items DROP price;\nCOMMIT',
    ['2 warning unknown', '3 warning unknown', '4 info column-dropped price'],
  ],
  [
    'the whole server',
    `ALTER SYSTEM SET work_mem = '1GB';\nDROP ROLE postgres;\nCOPY items TO PROGRAM 'cat'`,
    ['1 info not-tried', '2 info not-tried', '3 info not-tried'],
  ],
  ['psql', '\\restrict x\nSELECT 1;\n\\connect other', ['3 warning unknown']],
  [
    'rows to copy',
    'COPY items FROM stdin;\n1\n\\.\nALTER TABLE items DROP price',
    ['1 warning unknown', '4 info column-dropped price'],
  ],
  [
    'added and then changed',
    'ALTER TABLE items ADD COLUMN note int;\nALTER TABLE items ALTER note TYPE text',
    ['1 info column-added note', '2 info changes-earlier note', '2 warning loaded-anew'],
  ],
  [
    'added and then dropped',
    'ALTER TABLE items ADD COLUMN note int;\nALTER TABLE items DROP note',
    ['1 warning column-added note'],
  ],
  [
    'added and then renamed',
    'ALTER TABLE items ADD COLUMN note int;\nALTER TABLE items RENAME note TO remark',
    ['1 info column-added remark', '2 warning changes-earlier remark'],
  ],
  [
    'added and then allowed to be longer',
    'ALTER TABLE items ADD COLUMN note varchar(5);\nALTER TABLE items ALTER note TYPE text',
    ['1 info column-added note', '2 info changes-earlier note'],
  ],
  [
    'the type of one column, and the values of another',
    'ALTER TABLE items ALTER secret TYPE varchar(5), ALTER price TYPE int USING price * 100',
    ['1 warning unseen-change'],
  ],
  [
    'the way back',
    '-- migrate:up\nALTER TABLE items DROP price;\n-- migrate:down\nDROP TABLE items;',
    ['2 info column-dropped price'],
  ],
  [
    'a publication that is made',
    'CREATE PUBLICATION shop FOR TABLE items, events WITH (publish_via_partition_root)',
    [],
  ],
  [
    'a publication that leaves out',
    'CREATE PUBLICATION shop FOR TABLE items',
    ['1 error stops', '1 info table-left'],
  ],
];

describe('foretold for tables that are named', () => {
  it.each(CHANGES)('%s', async (_, change, outcomes) => {
    const report = await foretellChange({ base: BASE, change, pipelines: [NAMED] });
    expect(report.base.failure).toBeNull();
    expect(outcomesIn(report)).toEqual(outcomes);
  });
});

/** The same for a pipeline that takes whatever is there. */
const CHANGES_OF_ALL: readonly (readonly [what: string, change: string, outcomes: readonly string[]])[] = [
  ['a new table', 'CREATE TABLE other (id int PRIMARY KEY)', ['1 info first-load']],
  [
    'a new table that grows',
    'CREATE TABLE other (id int);\nALTER TABLE other ADD PRIMARY KEY (id);\nALTER TABLE other ADD COLUMN x text;\nALTER TABLE other ALTER x TYPE int USING 1',
    ['1 info stops', '2 info first-load', '3 info changes-earlier', '4 info changes-earlier'],
  ],
  ['a new table without a key', 'CREATE TABLE other (id int)', ['1 error stops']],
  ['a new partition', 'CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (1000) TO (2000)', []],
  [
    'a new partitioned table',
    'CREATE TABLE other (id int PRIMARY KEY) PARTITION BY LIST (id);\nCREATE TABLE other_1 PARTITION OF other FOR VALUES IN (1)',
    ['1 info first-load'],
  ],
  ['a dropped table', 'DROP TABLE items', ['1 info table-left']],
  ['a renamed table', 'ALTER TABLE items RENAME TO things', ['1 info first-load', '1 info table-left']],
  ['a table of another schema', 'CREATE SCHEMA s;\nALTER TABLE items SET SCHEMA s', ['2 info table-left']],
  [
    'a table that a pipeline could not take, mended',
    'ALTER TABLE unkeyed ADD PRIMARY KEY (id)',
    ['1 info relieved', '1 info first-load'],
  ],
];

describe('foretold for tables that a glob selects', () => {
  it.each(CHANGES_OF_ALL)('%s', async (_, change, outcomes) => {
    const base = change.includes('unkeyed') ? `${BASE} CREATE TABLE unkeyed (id int)` : BASE;
    const report = await foretellChange({ base, change, pipelines: [WHOLE] });
    expect(outcomesIn(report)).toEqual(outcomes);
  });
});

describe('what is foretold', () => {
  it('names the SQL that the run sends, in the words of the warehouse, and what existing rows read', async () => {
    const change = `ALTER TABLE items ADD COLUMN channel text NOT NULL DEFAULT 'web'`;
    const outcome = onlyOutcome(await foretellChange({ base: BASE, change, pipelines: [NAMED] }));
    expect(outcome).toMatchObject({ pipeline: 'named', table: 'public.items', column: 'channel' });
    expect(outcome.targetSql).toEqual([
      'ALTER TABLE `lakehouse`.`postgres_raw`.`items` ADD COLUMN `channel` STRING',
      "UPDATE `lakehouse`.`postgres_raw`.`items` SET `channel` = 'web' WHERE `channel` IS NULL",
    ]);
    expect(outcome.sentence).toMatch(/existing rows read the default/);
  });

  it('counts the rows of a load, where somebody has looked', async () => {
    const change = 'ALTER TABLE items ADD COLUMN token uuid DEFAULT gen_random_uuid()';
    const rows = new Map([['public.items', 1_234_567]]);
    const report = await foretellChange({ base: BASE, change, pipelines: [NAMED], rows });
    expect(report.pipelines).toMatchObject([
      { verdict: 'changes', loads: [{ table: 'public.items', rows: 1_234_567 }] },
    ]);
    expect(JSON.stringify(report)).toContain('about 1,234,567 rows');
  });

  it('says the remedy of what stops a run, and the code that it ends with', async () => {
    const change = 'ALTER TABLE items RENAME price TO cost';
    const report = await foretellChange({ base: BASE, change, pipelines: [NAMED] });
    expect(onlyOutcome(report)).toMatchObject({ code: 'drift-unsupported', severity: 'error' });
    expect(onlyOutcome(report).solution).toMatch(/--reload public\.items/);
    expect(report.pipelines).toMatchObject([{ verdict: 'stops', code: 'drift-unsupported' }]);
  });

  it('holds no literal of a migration, and of an error only what PostgreSQL says first', async () => {
    const change = `INSERT INTO items VALUES (1, 'hush-1'), (1, 'hush-2')`;
    const report = await foretellChange({ base: BASE, change, pipelines: [NAMED] });
    expect(onlyOutcome(report)).toMatchObject({ tag: 'fails' });
    expect(JSON.stringify(report)).not.toMatch(/hush|DETAIL|Key \(/);
  });

  it('counts the statements that it could not come to, and says the SQLSTATE alone where a message may quote rows', async () => {
    const change = `SELECT 1 / 0;\nALTER TABLE items DROP price;\nDROP TABLE items`;
    const report = await foretellChange({ base: BASE, change, pipelines: [NAMED] });
    expect(report.files[0]?.statements[0]?.outcomes[0]?.sentence).toBe(
      'PostgreSQL refuses this (SQLSTATE 22012; its message may quote rows, and is left out).',
    );
    expect(report.notes.at(-1)).toBe(
      'Of 2 statements after change.sql:1 nothing is foretold: that one has to go through first.',
    );
  });

  it('tells each pipeline its own', async () => {
    const change = 'DROP TABLE items';
    const report = await foretellChange({ base: BASE, change, pipelines: [NAMED, WHOLE] });
    expect(report.pipelines.map(({ pipeline, verdict }) => [pipeline, verdict])).toEqual([
      ['named', 'stops'],
      ['whole', 'changes'],
    ]);
  });

  it('is nothing when the base schema cannot be made, and says where', async () => {
    const base = 'SELECT 1;\n  CREATE TABLE a (b no_such_type);';
    const report = await foretellChange({ base, change: 'DROP TABLE a', pipelines: [NAMED] });
    expect(report.files).toEqual([]);
    expect(report.base.failure).toMatchObject({ file: 'base.sql', line: 2, column: 21 });
  });

  it('is not disturbed by what a dump sets for its session', async () => {
    const base = `\\restrict abc
      SET client_min_messages = warning;
      SELECT pg_catalog.set_config('search_path', '', false);
      SET default_transaction_read_only = off;
      CREATE TABLE public.items (id integer PRIMARY KEY, label text);
      COPY public.items (id, label) FROM stdin;
1	;
\\.
      \\unrestrict abc`;
    const change =
      'SET client_min_messages = error; ALTER TABLE items ADD COLUMN at timestamptz DEFAULT now()';
    const pipeline = samplePipeline({
      selection: { schemas: [{ name: 'public', tables: undefined }], excludeColumns: [], includeColumns: [] },
    });
    const report = await foretellChange({ base, change, pipelines: [pipeline] });
    expect(report.base.failure).toBeNull();
    expect(outcomesIn(report)).toEqual(['1 info column-added at']);
  });
});
