import { describe, expect, it } from 'vitest';
import { TestPipeline } from '../support/test-pipeline.ts';

const TABLE = `
  CREATE TABLE items (id integer PRIMARY KEY, label text, body text);
  ALTER TABLE items ALTER COLUMN body SET STORAGE EXTERNAL;
  INSERT INTO items SELECT i, 'label ' || i, repeat('b', 9000) || i FROM generate_series(1, 50) i;`;

const REFUSED: readonly (readonly [what: string, ddl: string, message: RegExp])[] = [
  ['a renamed column', 'ALTER TABLE items RENAME COLUMN label TO title', /renamed to "title"/],
  [
    'a changed type',
    'ALTER TABLE items ALTER COLUMN label TYPE varchar(3) USING left(label, 3)',
    /type of column "label"/,
  ],
  [
    'a column dropped and added again',
    'ALTER TABLE items DROP COLUMN label; ALTER TABLE items ADD COLUMN label text',
    /dropped and added again/,
  ],
  [
    'another key',
    'ALTER TABLE items DROP CONSTRAINT items_pkey; UPDATE items SET label = id::text; ALTER TABLE items ADD PRIMARY KEY (label)',
    /row key changed/,
  ],
];

describe('a change that is told by the source alone', () => {
  it.each(REFUSED)('%s is refused by name, with nothing written', async (_, ddl, message) => {
    await using p = await TestPipeline.open(TABLE);
    await p.ingest();
    const before = [await p.confirmedFlushLsn(), await p.checkpointLsn()];
    await p.database.sql(
      `BEGIN; UPDATE items SET body = 'z' WHERE id = 1; COMMIT; ALTER TABLE items REPLICA IDENTITY FULL; ${ddl}; ALTER TABLE items REPLICA IDENTITY DEFAULT; UPDATE items SET body = 'y' WHERE id = 2`,
    );
    const report = await p.run();
    expect(report.status).toBe('failed');
    expect(report.error?.code).toBe('drift-unsupported');
    expect(report.error?.message).toMatch(message);
    expect(report.error?.solution).toMatch(/--reload public\.items/);
    expect([await p.confirmedFlushLsn(), await p.checkpointLsn()]).toEqual(before);
  });

  it('a longer varchar goes on as it is', async () => {
    await using p = await TestPipeline.open(`CREATE TABLE items (id integer PRIMARY KEY, label varchar(5))`);
    await p.ingest();
    await p.database.sql(
      `INSERT INTO items VALUES (1, 'abc'); ALTER TABLE items ALTER COLUMN label TYPE varchar(50); INSERT INTO items VALUES (2, 'abcdefghij'); ALTER TABLE items ALTER COLUMN label TYPE text; INSERT INTO items VALUES (3, 'x')`,
    );
    expect((await p.ingest()).drift).toEqual([]);
    await p.expectEqual('items');
  });

  it('replica identity may change between DEFAULT and FULL', async () => {
    await using p = await TestPipeline.open(TABLE);
    await p.ingest();
    await p.database.sql(
      `UPDATE items SET label = 'd' WHERE id = 1; ALTER TABLE items REPLICA IDENTITY FULL; UPDATE items SET label = 'f', id = 900 WHERE id = 2; DELETE FROM items WHERE id = 3; ALTER TABLE items REPLICA IDENTITY DEFAULT; UPDATE items SET id = 901 WHERE id = 4; DELETE FROM items WHERE id = 5`,
    );
    await p.ingest();
    await p.expectEqual('items');
  });
});
