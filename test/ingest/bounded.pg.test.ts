import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { ProfileInput, ProfileResult } from '../../bench/profiles.ts';
import { openDatabase, type TestDatabase } from '../support/postgres.ts';

const run = promisify(execFile);

/** Peak memory of a whole process that drains the slot into a warehouse that costs nothing. */
async function peakOfDrain(database: TestDatabase, slotName: string): Promise<ProfileResult> {
  const { host, port, user, password } = database.connection;
  const flushLsn = (await database.value('SELECT pg_current_wal_flush_lsn()')) ?? '';
  const input: ProfileInput = {
    profile: 'drain',
    host,
    port,
    user,
    password,
    database: database.name,
    slotName,
    flushLsn,
  };
  const { stdout } = await run(process.execPath, [path.resolve('bench/profile-process.ts')], {
    env: { ...process.env, TRIBUTARY_BENCH_INPUT: JSON.stringify(input) },
  });
  return JSON.parse(stdout) as ProfileResult;
}

describe('memory is bounded by configuration (I10)', () => {
  it('whatever the backlog, and however large one transaction is', async () => {
    await using database = await openDatabase();
    const work = await mkdtemp(path.join(tmpdir(), 'tributary-test-'));
    await database.sql(
      'CREATE TABLE big (id bigint PRIMARY KEY, note text); CREATE PUBLICATION bench FOR ALL TABLES;',
    );
    const slot = `bounded_${database.name}`;
    await database.sql(`SELECT pg_create_logical_replication_slot('${slot}', 'pgoutput')`);
    // GIVEN one transaction many times larger than a part: 600,000 rows, some 90 MB of images
    await database.sql(
      `INSERT INTO big SELECT i, 'note ' || repeat('x', 100) || i FROM generate_series(1, 600000) i`,
    );
    // WHEN it is drained THEN the process stays within the promised 350 MB
    const result = await peakOfDrain(database, slot);
    expect(result.peakMemoryMb).toBeLessThan(350);
    await rm(work, { recursive: true, force: true });
  });
});
