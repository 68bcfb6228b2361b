import { expect, it } from 'vitest';
import { parseLsn, ZERO_LSN } from '../../src/model/lsn.ts';
import { ReplicationStream } from '../../src/source/replication-stream.ts';
import { openDatabase, queryText, type TestDatabase } from '../support/postgres.ts';
import { readTransactions, sourceSettingsOf } from '../support/streamed-transactions.ts';

const WAL_SENDER_TIMEOUT_MS = 1_000;
/** Far more than sockets hold on both sides. */
const ROWS = 60_000;
const ROW_BYTES = 1_000;
/** What a consumer that does not pull may hold: a socket read and its copy. */
const HELD_BYTES = 16 * 1024 * 1024;

it('a consumer that stops pulling holds the server back, holds next to nothing itself, and stays connected (I5, I10)', async () => {
  await using database = await openDatabase({
    settings: { wal_sender_timeout: `${WAL_SENDER_TIMEOUT_MS}ms` },
  });
  await database.sql('CREATE TABLE bulk (id int PRIMARY KEY, filler text)');
  await database.prepareAsSource();
  const settings = sourceSettingsOf(database);
  await database.sql(`SELECT pg_create_logical_replication_slot('${settings.slotName}', 'pgoutput')`);
  await database.sql(
    `INSERT INTO bulk SELECT i, repeat('x', ${ROW_BYTES}) FROM generate_series(1, ${ROWS}) i`,
  );
  const target = parseLsn((await database.value('SELECT pg_current_wal_flush_lsn()::text')) ?? '');
  // GIVEN a consumer that takes one batch of some 60 MB and then no more
  await using stream = await ReplicationStream.open(settings, {
    startLsn: ZERO_LSN,
    walSenderTimeoutMs: WAL_SENDER_TIMEOUT_MS,
  });
  await stream.pull(new AbortController().signal);
  const heldBefore = heldBytes();
  // WHEN the server’s patience with a silent consumer is over twice
  const sent = await waitForPatience(database, settings.slotName, 2 * WAL_SENDER_TIMEOUT_MS);
  // THEN the server has stopped sending, the consumer holds nothing of it, and signs of life kept the stream
  expect(sent.at(-1)).toBe(sent.at(-2));
  expect(heldBytes() - heldBefore).toBeLessThan(HELD_BYTES);
  const { transactions } = await readTransactions(stream, target);
  expect(transactions.map(({ changes }) => changes.length)).toEqual([ROWS]);
});

/** Waits until the server has had signs of life over so long a time; gives what it had sent at each of them. */
async function waitForPatience(
  database: TestDatabase,
  slotName: string,
  durationMs: number,
): Promise<readonly string[]> {
  const look = /*sql*/ `SELECT extract(epoch FROM r.reply_time) * 1000, r.sent_lsn::text FROM pg_stat_replication r
    JOIN pg_replication_slots s ON s.active_pid = r.pid WHERE s.slot_name = '${slotName}'`;
  const sent = new Map<number, string>();
  for (const deadline = Date.now() + 30_000; ; ) {
    const [row] = await queryText(database.client, look);
    if (row === undefined) throw new Error('the walsender is gone');
    const [repliedAt, sentLsn] = row;
    if (typeof repliedAt === 'string') sent.set(Number(repliedAt), sentLsn ?? '');
    const times = [...sent.keys()];
    if ((times.at(-1) ?? 0) - (times[0] ?? 0) > durationMs) return [...sent.values()];
    if (Date.now() > deadline) throw new Error('no signs of life');
  }
}

function heldBytes(): number {
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return arrayBuffers + heapUsed;
}
