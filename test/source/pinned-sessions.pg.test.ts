import { describe, expect, it } from 'vitest';
import { openConnection } from '../../src/source/connection.ts';
import { openDatabase } from '../support/postgres.ts';
import { sourceSettingsOf } from '../support/streamed-transactions.ts';
import { TestPipeline } from '../support/test-pipeline.ts';

/** What a careless, or a thoughtful, administrator may have set for every session of a database. */
const HOSTILE: Readonly<Record<string, string>> = {
  datestyle: 'SQL,DMY',
  intervalstyle: 'postgres_verbose',
  bytea_output: 'escape',
  timezone: 'America/New_York',
  extra_float_digits: '0',
  lc_monetary: 'C.UTF-8',
  client_encoding: 'LATIN1',
  search_path: 'nowhere',
  quote_all_identifiers: 'on',
  default_transaction_read_only: 'on',
  default_transaction_isolation: 'serializable',
  statement_timeout: '1s',
  lock_timeout: '1s',
  transaction_timeout: '1s',
  idle_in_transaction_session_timeout: '1s',
  idle_session_timeout: '1s',
};
const SET_HOSTILE = Object.entries(HOSTILE)
  .flatMap(([name, value]) => [
    `EXECUTE format('ALTER DATABASE %I SET ${name} = %L', current_database(), '${value}');`,
    `EXECUTE format('ALTER ROLE lakeflow_user IN DATABASE %I SET ${name} = %L', current_database(), '${value}');`,
  ])
  .join('\n');
const TYPES = {
  day: ['date', '2024-02-13', 'infinity'],
  moment: ['timestamp', '2024-02-13 23:59:59.999999', '0001-01-01 00:00:00'],
  instant: ['timestamptz', '2024-07-01 12:00:00+02', '1883-11-18 12:03:57.5-05'],
  span: ['interval', '10 mons +3 days -04:05:06.789', '0'],
  bytes: ['bytea', '\\x00ff5c27', ''],
  single: ['float4', '0.1', '3.4028235e38'],
  twice: ['float8', '0.1', '1.7976931348623157e308'],
  price: ['money', '1234.5', '-0.01'],
  note: ['text', 'Grüße, 漢字 🙂', ''],
  zoned: ['timetz', '12:00:00+05:30', '24:00:00-00'],
  times: ['timestamptz[]', '{"2024-07-01 12:00:00+02",NULL}', '{}'],
  period: ['tstzrange', '["2024-07-01 12:00:00+02",)', 'empty'],
} as const;
const COLUMNS = Object.entries(TYPES).map(([name, [type]]) => `${name} ${type}`);
const INSERT = ([first, second]: readonly [number, number]): string =>
  `INSERT INTO public.everything VALUES
     (${first}, ${Object.values(TYPES).map(([, value]) => `'${value}'`)}),
     (${second}, ${Object.values(TYPES).map(([, , value]) => `'${value}'`)});`;

describe('sessions', () => {
  it.each(['query', 'replication'] as const)(
    'have their settings pinned, whatever is set: %s',
    async (purpose) => {
      await using database = await openDatabase();
      await database.sql(`DO $$ BEGIN ${SET_HOSTILE} END $$`);
      const client = await openConnection(sourceSettingsOf(database), purpose);
      try {
        const shown: Record<string, unknown> = {};
        for (const name of Object.keys(HOSTILE))
          shown[name] = Object.values(
            (await client.query<Record<string, unknown>>(`SHOW ${name}`)).rows[0] ?? {},
          )[0];
        expect(shown).toEqual({
          datestyle: 'ISO, MDY',
          intervalstyle: 'iso_8601',
          bytea_output: 'hex',
          timezone: 'UTC',
          extra_float_digits: '3',
          lc_monetary: 'C',
          client_encoding: 'UTF8',
          search_path: 'pg_catalog',
          quote_all_identifiers: 'off',
          default_transaction_read_only: 'on',
          default_transaction_isolation: 'serializable',
          statement_timeout: '0',
          lock_timeout: '0',
          transaction_timeout: '0',
          idle_in_transaction_session_timeout: '0',
          idle_session_timeout: '0',
        });
      } finally {
        await client.end();
      }
    },
  );

  it('give the same rows in a first load and in the stream, under hostile settings of database and role', async () => {
    // GIVEN rows from before the first load
    await using p = await TestPipeline.open(
      `CREATE TABLE everything (id int PRIMARY KEY, ${COLUMNS}); ${INSERT([1, 2])} DO $$ BEGIN ${SET_HOSTILE} END $$`,
      { specialValues: 'null' },
    );
    await p.ingest();
    // WHEN the same values come by the log
    await p.database.sql(INSERT([3, 4]));
    await p.ingest();
    // THEN the pairs are equal, column by column
    const rows = await p.query(
      `SELECT ${Object.keys(TYPES).map((name) => `${name}::VARCHAR`)} FROM lakehouse.postgres_raw.pg_everything ORDER BY id`,
    );
    expect(rows).toHaveLength(4);
    expect(rows[2]).toEqual(rows[0]);
    expect(rows[3]).toEqual(rows[1]);
    expect(rows[0]?.slice(1, 4)).toEqual([
      '2024-02-13 23:59:59.999999',
      '2024-07-01 10:00:00+00',
      'P10M3DT-4H-5M-6.789S',
    ]);
  });
});
