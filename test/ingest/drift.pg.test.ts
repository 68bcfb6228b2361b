import { describe, expect, it } from 'vitest';
import { lessOnSpark } from '../support/test-lakehouse.ts';
import { TestPipeline } from '../support/test-pipeline.ts';

const TABLE = `
  CREATE TABLE items (id integer PRIMARY KEY, label text, body text);
  ALTER TABLE items ALTER COLUMN body SET STORAGE EXTERNAL;
  INSERT INTO items SELECT i, 'label ' || i, repeat('b', 9000) || i FROM generate_series(1, 50) i;`;

const ADDED_COLUMNS: readonly (readonly [what: string, column: string, value: string])[] = [
  ['without a default', 'extra text', 'NULL'],
  ['with a constant default', 'extra integer NOT NULL DEFAULT 7', '7'],
  ['with a text default that wants quoting', `extra text DEFAULT 'it''s \\ "x"'`, ''],
  ['with a boolean default', 'extra boolean DEFAULT true', ''],
  ['with a timestamp default', `extra timestamptz DEFAULT '2024-02-03 04:05:06.789+02'`, ''],
  ['with a decimal default', 'extra numeric(12,4) DEFAULT -0.5', ''],
  ['with a bytea default', `extra bytea DEFAULT '\\xdeadbeef'`, ''],
  ['with a volatile default, which rewrites the table', 'extra double precision DEFAULT random()', ''],
  ['as an identity', 'extra bigint GENERATED ALWAYS AS IDENTITY', ''],
  ['with an array default', `extra int[] DEFAULT '{1,2}'`, ''],
  ['with an infinite default', `extra text DEFAULT 'infinity'`, ''],
];

describe('a column added at the source', () => {
  it.each(
    lessOnSpark(
      ADDED_COLUMNS,
      [2, 7].flatMap((index) => ADDED_COLUMNS.slice(index, index + 1)),
    ),
  )('%s reads the same in old, new and changed rows', async (_, column) => {
    await using p = await TestPipeline.open(TABLE);
    await p.ingest();
    await p.database.sql(`
      UPDATE items SET label = 'before' WHERE id = 1;
      INSERT INTO items VALUES (100, 'before', 'x');
      ALTER TABLE items ADD COLUMN ${column};
      UPDATE items SET label = 'after' WHERE id = 2;
      INSERT INTO items (id, label) VALUES (101, 'after');`);
    const report = await p.ingest();
    await p.expectEqual('items');
    expect(report.drift).toMatchObject([{ table: 'public.items', kind: 'column-added', column: 'extra' }]);
    await p.database.sql(
      `DELETE FROM items WHERE id = 3; UPDATE items SET label = label || '!' WHERE id < 10`,
    );
    expect((await p.ingest()).drift).toEqual([]);
    await p.expectEqual('items');
  });

  it('in the middle of a transaction, several times, is followed exactly', async () => {
    await using p = await TestPipeline.open(TABLE);
    await p.ingest();
    await p.database.sql(`BEGIN;
      INSERT INTO items VALUES (200, 'two columns', 'b');
      ALTER TABLE items ADD COLUMN one integer DEFAULT 1;
      INSERT INTO items VALUES (201, 'three', 'b', 11);
      UPDATE items SET label = 'x' WHERE id IN (1, 200);
      ALTER TABLE items ADD COLUMN two text DEFAULT 'zwei';
      UPDATE items SET two = NULL WHERE id IN (2, 201);
      INSERT INTO items (id, label) VALUES (202, 'four');
      COMMIT;`);
    const report = await p.ingest();
    expect(report.drift).toHaveLength(2);
    await p.expectEqual('items');
  });

  it('while the run drains, after it looked at the catalog, is asked for again', async () => {
    await using p = await TestPipeline.open(TABLE);
    await p.ingest();
    await p.database.sql(`UPDATE items SET label = 'first' WHERE id = 1`);
    // GIVEN a run that has read the catalog and opens its stream
    const { openPostgresSource } = await import('../../src/source/postgres-source.ts');
    let altered = false;
    const report = await p.ingest({
      openSource: async (settings, schemas) => {
        const source = await openPostgresSource(settings, schemas);
        const openStream = source.openStream.bind(source);
        const readFacts = source.readFacts.bind(source);
        // WHEN a column is added between its look at the catalog and its drain target
        return Object.assign(source, {
          readFacts: async () => {
            const facts = await readFacts();
            if (!altered) {
              altered = true;
              await p.database.sql(
                `ALTER TABLE items ADD COLUMN late integer DEFAULT 5; UPDATE items SET late = 6 WHERE id = 2; INSERT INTO items VALUES (300, 'l', 'b', 7)`,
              );
            }
            return { ...facts, flushLsn: (await source.readSlot()).flushLsn };
          },
          openStream,
        });
      },
    });
    // THEN it is in the target, and told
    expect(report.drift).toMatchObject([{ column: 'late' }]);
    await p.expectEqual('items');
  });
});

describe('a column that was added', () => {
  it('may come after rows without it in another run than the one that saw it first', async () => {
    await using p = await TestPipeline.open(TABLE);
    await p.ingest();
    await p.database.sql(`UPDATE items SET label = 'one' WHERE id = 1`);
    await p.database.sql(`UPDATE items SET label = 'two' WHERE id = 2`);
    await p.database.sql(`ALTER TABLE items ADD COLUMN late integer DEFAULT 5`);
    await p.database.sql(`UPDATE items SET late = 6 WHERE id = 3`);
    // GIVEN a run that is stopped at a checkpoint that lies before the column
    p.configure({ limits: { maxIntervalChanges: 1 } });
    const stop = new AbortController();
    const stopped = await p.ingest({
      stop: stop.signal,
      reporter: {
        report: (event) => {
          if (event.tag === 'stage-finished' && event.stage === 'checkpoint') stop.abort();
        },
      },
    });
    expect(stopped).toMatchObject({ status: 'stopped', intervals: 1 });
    // WHEN the next run goes on from there
    const report = await p.ingest();
    // THEN it knows the column, and takes rows from before it for what they are
    expect(report.drift).toEqual([]);
    await p.expectEqual('items');
  });
});

describe('other changes of a table', () => {
  it('a dropped column stays in the target, and is told once', async () => {
    await using p = await TestPipeline.open(TABLE);
    await p.ingest();
    await p.database.sql(
      `UPDATE items SET label = 'before' WHERE id = 1; ALTER TABLE items DROP COLUMN label; INSERT INTO items VALUES (400, 'b'); UPDATE items SET body = 'c' WHERE id = 2`,
    );
    const report = await p.ingest();
    expect(report.drift).toMatchObject([{ kind: 'column-dropped', column: 'label' }]);
    await p.expectEqual('items', { leftoverColumns: ['label'] });
    await p.database.sql(`DELETE FROM items WHERE id = 5`);
    expect((await p.ingest()).drift).toEqual([]);
    await p.expectEqual('items', { leftoverColumns: ['label'] });
  });
});

describe('the selection', () => {
  it('a table selected later is loaded exactly, while it changes (I8)', async () => {
    await using p = await TestPipeline.open(
      `${TABLE} CREATE TABLE late (id integer PRIMARY KEY, n integer); INSERT INTO late SELECT i, i FROM generate_series(1, 500) i;`,
    );
    const only = {
      selection: { schemas: [{ name: 'public', tables: [{ name: 'items', destinationTable: undefined }] }] },
    };
    p.configure(only);
    await p.ingest();
    await p.database.sql(
      `UPDATE late SET n = -n WHERE id < 100; DELETE FROM late WHERE id > 450; UPDATE items SET label = 'x' WHERE id = 1`,
    );
    p.configure({});
    const writer = await p.database.openClient();
    let writing = true;
    const writes = (async () => {
      for (let n = 0; writing; n++)
        await writer.query(
          `INSERT INTO late VALUES (${1000 + n}, ${n}); UPDATE late SET n = n + 1 WHERE id = ${1 + (n % 400)}`,
        );
    })();
    const report = await p.ingest();
    writing = false;
    await writes;
    expect(report.tables.find(({ source }) => source === 'public.late')?.loadedRows).toBeGreaterThanOrEqual(
      450,
    );
    await p.ingest();
    await p.expectEqual('late');
    await p.expectEqual('items');
  });

  it('without a first load, changed rows are whole, unchanged large values included', async () => {
    await using p = await TestPipeline.open(TABLE);
    p.configure({ source: { initialLoad: false } });
    await p.ingest();
    await p.database.sql(
      `UPDATE items SET label = 'changed' WHERE id = 1; UPDATE items SET id = 700 WHERE id = 2; DELETE FROM items WHERE id = 3`,
    );
    await p.ingest();
    const rows = await p.query(`SELECT id, label, length(body) FROM ${p.schema}.pg_items ORDER BY id`);
    expect(rows).toEqual([
      ['1', 'changed', '9001'],
      ['700', 'label 2', '9001'],
    ]);
  });
});
