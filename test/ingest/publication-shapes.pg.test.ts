import { describe, expect, it } from 'vitest';
import { TestPipeline } from '../support/test-pipeline.ts';

const LOGS = `
  CREATE TABLE logs (id integer, day date, note text, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
  CREATE TABLE logs_old PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
  CREATE TABLE logs_new PARTITION OF logs FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
  INSERT INTO logs SELECT i, date '2024-06-01' + i, 'n' FROM generate_series(1, 300) i;`;

async function publish(p: TestPipeline, definition: string): Promise<void> {
  await p.database.sql(
    `DROP PUBLICATION lakeflow_publication; CREATE PUBLICATION lakeflow_publication ${definition}`,
  );
}

describe('a partitioned table', () => {
  const select = {
    selection: { schemas: [{ name: 'public', tables: [{ name: 'logs', destinationTable: undefined }] }] },
  };

  it('published by its root is one table, rows moving between partitions included', async () => {
    await using p = await TestPipeline.open(LOGS, select);
    await publish(p, 'FOR TABLE logs WITH (publish_via_partition_root = true)');
    await p.ingest();
    await p.expectEqual('logs');
    await p.database.sql(`
      UPDATE logs SET day = '2025-11-11' WHERE id BETWEEN 1 AND 5;
      DELETE FROM logs WHERE id BETWEEN 290 AND 300;
      CREATE TABLE logs_newer PARTITION OF logs FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
      INSERT INTO logs VALUES (1000, '2026-02-02', 'in a partition of today')`);
    await p.ingest();
    await p.expectEqual('logs');
    await p.database.sql('TRUNCATE logs; INSERT INTO logs VALUES (1, $$2025-01-01$$, $$after$$)');
    await p.ingest();
    await p.expectEqual('logs');
  });

  it('published by its leaves is refused, with the remedy', async () => {
    await using p = await TestPipeline.open(LOGS, select);
    await publish(p, 'FOR TABLE logs');
    const report = await p.run();
    expect(report.error).toMatchObject({ code: 'publication-incomplete' });
    expect(report.error?.solution).toMatch(/publish_via_partition_root = true/);
  });
});

describe('a row filter', () => {
  it('holds for the first load as for the stream: a row that leaves it leaves the target', async () => {
    await using p = await TestPipeline.open(`
      CREATE TABLE items (id integer PRIMARY KEY, active boolean NOT NULL, n integer);
      ALTER TABLE items REPLICA IDENTITY FULL;
      INSERT INTO items SELECT i, i % 2 = 0, i FROM generate_series(1, 20) i;`);
    await publish(p, 'FOR TABLE items WHERE (active)');
    await p.ingest();
    const ids = async () =>
      (await p.query(`SELECT id FROM ${p.schema}.pg_items ORDER BY id`)).map(([id]) => Number(id));
    expect(await ids()).toEqual([2, 4, 6, 8, 10, 12, 14, 16, 18, 20]);
    await p.database.sql(
      `UPDATE items SET active = NOT active WHERE id IN (2, 3); DELETE FROM items WHERE id = 20; INSERT INTO items VALUES (21, false, 0), (22, true, 0)`,
    );
    await p.ingest();
    expect(await ids()).toEqual([3, 4, 6, 8, 10, 12, 14, 16, 18, 22]);
  });
});

describe('a row that leaves a row filter and comes back', () => {
  it.each([
    ['remove', 1_000_000, 'in one interval'],
    ['mark', 1_000_000, 'in one interval'],
    ['mark', 1, 'in another interval'],
    ['remove', 1_000_000, 'in several parts'],
  ] as const)(
    'has the large value that changed meanwhile (%s, %i, %s)',
    async (deletedRows, changes, how) => {
      await using p = await TestPipeline.open(`
      CREATE TABLE items (id integer, region integer, body text, PRIMARY KEY (id, region));
      ALTER TABLE items ALTER COLUMN body SET STORAGE EXTERNAL;
      INSERT INTO items VALUES (1, 1, repeat('A', 9000)), (2, 1, repeat('Z', 9000));`);
      await publish(p, 'FOR TABLE items WHERE (region < 10)');
      p.configure({
        write: { deletedRows },
        limits: { maxIntervalChanges: changes, ...(how === 'in several parts' ? { maxPartRows: 1 } : {}) },
      });
      await p.ingest();
      await p.database.sql('UPDATE items SET region = 11 WHERE id = 1');
      await p.database.sql(`UPDATE items SET body = repeat('B', 9000) WHERE id = 1`);
      await p.database.sql('UPDATE items SET region = 1 WHERE id = 1');
      await p.database.sql('UPDATE items SET region = 2 WHERE id = 2');
      await p.ingest();
      await p.expectEqual('items');
    },
  );
});

describe('a generated column', () => {
  const GENERATED = `CREATE TABLE items (id integer PRIMARY KEY, n integer, twice integer GENERATED ALWAYS AS (n * 2) STORED); INSERT INTO items VALUES (1, 1), (2, 2)`;

  it('that is not published is left out, and the report says so', async () => {
    await using p = await TestPipeline.open(GENERATED);
    const report = await p.ingest();
    expect(report.notices.join()).toMatch(
      /public\.items: generated columns are not published and left out: twice/,
    );
    await p.database.sql('UPDATE items SET n = 5 WHERE id = 1');
    await p.ingest();
    await p.expectEqual('items', { columns: ['id', 'n'] });
  });

  it('that is published is followed', async () => {
    await using p = await TestPipeline.open(GENERATED);
    await publish(p, 'FOR ALL TABLES WITH (publish_generated_columns = stored)');
    await p.ingest();
    await p.database.sql('UPDATE items SET n = 5 WHERE id = 1; INSERT INTO items VALUES (3, 30)');
    await p.ingest();
    expect(await p.query(`SELECT id, n, twice FROM ${p.schema}.pg_items ORDER BY id`)).toEqual([
      ['1', '5', '10'],
      ['2', '2', '4'],
      ['3', '30', '60'],
    ]);
  });
});

describe('types of the user', () => {
  it('are followed: domains, domains of domains, enums with new labels, arrays of them, ranges, hstore', async () => {
    await using p = await TestPipeline.open(`
      CREATE EXTENSION hstore; CREATE EXTENSION citext;
      CREATE DOMAIN money_amount AS numeric(10,2); CREATE DOMAIN price AS money_amount CHECK (VALUE >= 0);
      CREATE TYPE mood AS ENUM ('sad', 'so so');
      CREATE TABLE things (id integer PRIMARY KEY, price price, mood mood, moods mood[], prices price[], span int4range, tags hstore, code citext, address inet);
      INSERT INTO things VALUES (1, 12.5, 'sad', '{sad,"so so",NULL}', '{1.50,2}', '[1,5)', 'a=>1, b=>NULL', 'Ab', '::1/64')`);
    await p.ingest();
    await p.database.sql(`ALTER TYPE mood ADD VALUE 'glad'`);
    await p.database.sql(
      `INSERT INTO things VALUES (2, 0, 'glad', '{glad}', NULL, 'empty', '"q\\"x"=>"y,z"', 'ab', '10.0.0.1'); UPDATE things SET price = 13.25 WHERE id = 1`,
    );
    await p.ingest();
    expect(
      await p.query(
        `SELECT id, price, mood, moods, prices, span, tags, code, address FROM ${p.schema}.pg_things ORDER BY id`,
      ),
    ).toEqual([
      [
        '1',
        '13.25',
        'sad',
        '["sad","so so",null]',
        '[1.50,2.00]',
        '[1,5)',
        '{"a":"1","b":null}',
        'Ab',
        '::1/64',
      ],
      ['2', '0.00', 'glad', '["glad"]', null, 'empty', '{"q\\"x":"y,z"}', 'ab', '10.0.0.1'],
    ]);
  });
});
