import { describe, expect, it } from 'vitest';
import { openPostgresSource } from '../../src/source/postgres-source.ts';
import { openDatabase, type TestDatabase } from '../support/postgres.ts';
import { sourceSettingsOf } from '../support/streamed-transactions.ts';

/** Columns whose text by a cast is not the text that PostgreSQL sends of them. */
const COLUMNS = ['fixed', 'address', 'flag', 'document', 'words', 'bytes', 'exact'];

async function openSource(): Promise<TestDatabase> {
  const database = await openDatabase();
  await database.sql(`
    CREATE TABLE "Odd ""table" ("Key, 1" bigint, code varchar(9), fixed char(12), address inet, flag boolean, document jsonb,
      words text[], bytes bytea, exact numeric, PRIMARY KEY ("Key, 1", code));
    INSERT INTO "Odd ""table" VALUES
      (1, 'a', 'padded', '10.0.0.1', true, '{"a": [1, null]}', '{a,NULL,"b c"}', '\\x00ff', 1.50),
      (2, 'b''"', '', '10.0.0.0/8', false, 'null', '{}', '', 'NaN'),
      (3, 'c', NULL, NULL, NULL, NULL, NULL, NULL, NULL);`);
  await database.prepareAsSource();
  return database;
}

describe('reading rows again by key', () => {
  it('gives what a COPY gives, in the order of the keys, and nothing for a row that is not there', async () => {
    await using database = await openSource();
    await using source = await openPostgresSource(sourceSettingsOf(database), ['public']);
    const rows = await source.readRows({
      schema: 'public',
      table: 'Odd "table',
      keyColumns: [
        { name: 'Key, 1', type: 'bigint' },
        { name: 'code', type: 'character varying(9)' },
      ],
      keys: [
        ['3', 'c'],
        ['2', `b'"`],
        ['2', 'a'],
        ['1', 'a'],
      ],
      columns: COLUMNS,
    });
    expect(rows).toEqual([
      [null, null, null, null, null, null, null],
      ['            ', '10.0.0.0/8', 'f', 'null', '{}', '\\x', 'NaN'],
      undefined,
      ['padded      ', '10.0.0.1', 't', '{"a": [1, null]}', '{a,NULL,"b c"}', '\\x00ff', '1.50'],
    ]);
  });

  it('gives every row of more keys than one statement takes', async () => {
    await using database = await openDatabase();
    await database.sql(
      'CREATE TABLE t (id int PRIMARY KEY, v text); INSERT INTO t SELECT i, i::text FROM generate_series(1, 2500) i',
    );
    await database.prepareAsSource();
    await using source = await openPostgresSource(sourceSettingsOf(database), ['public']);
    const keys = Array.from({ length: 2600 }, (_, index) => [String(index + 1)]);
    const rows = await source.readRows({
      schema: 'public',
      table: 't',
      keyColumns: [{ name: 'id', type: 'integer' }],
      keys,
      columns: ['v'],
    });
    expect(rows).toEqual(keys.map(([key], index) => (index < 2500 ? [key] : undefined)));
  });
});
