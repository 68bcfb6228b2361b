import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { startScratchServer } from '../../src/demo/scratch-server.ts';

describe('a server for trying things out', () => {
  it('answers under its URL as a superuser, and is gone afterwards', async () => {
    const server = await startScratchServer();
    const client = new pg.Client({ connectionString: server.url.reveal() });
    await client.connect();
    const { rows } = await client.query(
      'SELECT rolsuper, (SELECT count(*)::int4 FROM pg_tables WHERE schemaname NOT IN ($1, $2)) AS tables FROM pg_roles WHERE rolname = current_user',
      ['pg_catalog', 'information_schema'],
    );
    expect(rows).toEqual([{ rolsuper: true, tables: 0 }]);
    await client.end();
    await server[Symbol.asyncDispose]();
    const late = new pg.Client({ connectionString: server.url.reveal() });
    await expect(late.connect()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
