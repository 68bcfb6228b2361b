import { describe, expect, it } from 'vitest';
import { openDatabase } from './postgres.ts';

describe('a database of a test', () => {
  it('is ready for logical replication and gone afterwards, its slots and clients too', async () => {
    let name: string;
    const watcher = await openDatabase();
    {
      await using database = await openDatabase({ settings: { timezone: 'Asia/Kolkata' } });
      name = database.name;
      await database.sql(`CREATE TABLE t (id int PRIMARY KEY); INSERT INTO t VALUES (1)`);
      await database.prepareAsSource({ tables: ['t'] });
      await database.sql(`SELECT pg_create_logical_replication_slot('${name}_slot', 'pgoutput')`);
      await database.openClient();
      expect(await database.value('SHOW timezone')).toBe('Asia/Kolkata');
      expect(await database.value('SHOW wal_level')).toBe('logical');
    }
    expect(await watcher.value(`SELECT count(*) FROM pg_database WHERE datname = '${name}'`)).toBe('0');
    expect(
      await watcher.value(`SELECT count(*) FROM pg_replication_slots WHERE slot_name = '${name}_slot'`),
    ).toBe('0');
    await watcher[Symbol.asyncDispose]();
  });
});
