import type pg from 'pg';
import { LogicalReplicationService, PgoutputPlugin } from 'pg-logical-replication';
import { describe, expect, it } from 'vitest';
import { acknowledge } from '../../src/acknowledge.ts';
import { formatLsn, type Lsn, parseLsn, ZERO_LSN } from '../../src/model/lsn.ts';
import type { SourceSettings } from '../../src/model/pipeline.ts';
import { ReplicationStream } from '../../src/source/replication-stream.ts';
import { checkpointAt } from '../support/checkpoint.ts';
import { openDatabase, type TestDatabase } from '../support/postgres.ts';
import {
  readTransactions,
  type StreamedTransaction,
  sourceSettingsOf,
} from '../support/streamed-transactions.ts';

const CLIENTS = 8;
/** One round nearly always makes adjacent commits; other tests on the same server may write in between. */
const ROUNDS = 50;

describe('two adjacent commits (I4)', () => {
  it('both survive an acknowledgement between them', async () => {
    await using database = await openSource();
    const { settings, first, second } = await makeAdjacentCommits(database, 'ours');
    // GIVEN a slot acknowledged exactly up to the end of the first
    const checkpointed = await checkpointAt(first.commitEndLsn);
    const stream = await ReplicationStream.open(settings, { startLsn: ZERO_LSN, walSenderTimeoutMs: 60_000 });
    acknowledge(stream, checkpointed);
    await stream.close();
    expect(await confirmedFlushLsn(database, settings)).toBe(first.commitEndLsn);
    // WHEN the stream starts where the slot stands
    await using again = await ReplicationStream.open(settings, {
      startLsn: ZERO_LSN,
      walSenderTimeoutMs: 60_000,
    });
    const { transactions } = await readTransactions(again, second.commitEndLsn);
    // THEN the second, whose commit record begins at the very LSN, is the first to come
    expect(transactions[0]?.commit.commitLsn).toBe(first.commitEndLsn);
    expect(transactions[0]?.changes).toHaveLength(1);
  });

  it('both survive a start at the checkpoint between them', async () => {
    await using database = await openSource();
    const { settings, first, second } = await makeAdjacentCommits(database, 'start');
    await using stream = await ReplicationStream.open(settings, {
      startLsn: first.commitEndLsn,
      walSenderTimeoutMs: 60_000,
    });
    const { transactions } = await readTransactions(stream, second.commitEndLsn);
    expect(transactions[0]?.commit.commitLsn).toBe(second.commit.commitLsn);
  });

  it("would not survive pg-logical-replication's own acknowledgement, which confirms one byte more", async () => {
    await using database = await openSource();
    const { settings, first, second } = await makeAdjacentCommits(database, 'library');
    await acknowledgeByLibrary(database, settings, first.commitEndLsn);
    expect(await confirmedFlushLsn(database, settings)).toBe(first.commitEndLsn + 1n);
    await using again = await ReplicationStream.open(settings, {
      startLsn: ZERO_LSN,
      walSenderTimeoutMs: 60_000,
    });
    const { transactions } = await readTransactions(again, await flushLsn(database));
    expect(transactions.map(({ commit }) => commit.commitLsn)).not.toContain(second.commit.commitLsn);
  });
});

async function openSource(): Promise<TestDatabase> {
  const database = await openDatabase();
  await database.sql('CREATE TABLE entries (id bigserial PRIMARY KEY, client int)');
  await database.prepareAsSource();
  return database;
}

/** Lets clients commit at the same time until two commit records touch; the slot has acknowledged nothing. */
async function makeAdjacentCommits(
  database: TestDatabase,
  name: string,
): Promise<{
  readonly settings: SourceSettings;
  readonly first: StreamedTransaction;
  readonly second: StreamedTransaction;
}> {
  const settings = sourceSettingsOf(database, { slotName: `${database.name}_${name}` });
  await database.sql(`SELECT pg_create_logical_replication_slot('${settings.slotName}', 'pgoutput')`);
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => database.openClient()));
  for (let round = 0; round < ROUNDS; round++) {
    await commitTogether(clients);
    await using stream = await ReplicationStream.open(settings, {
      startLsn: ZERO_LSN,
      walSenderTimeoutMs: 60_000,
    });
    const { transactions } = await readTransactions(stream, await flushLsn(database));
    const at = transactions.findIndex(
      ({ commit }, index) => commit.commitLsn === transactions[index - 1]?.commitEndLsn,
    );
    const [first, second] = [transactions[at - 1], transactions[at]];
    await stream.close();
    if (first !== undefined && second !== undefined) return { settings, first, second };
  }
  throw new Error(`no two commits touched in ${ROUNDS} rounds`);
}

async function commitTogether(clients: readonly pg.Client[]): Promise<void> {
  for (const [index, client] of clients.entries()) {
    await client.query('BEGIN');
    await client.query('INSERT INTO entries (client) VALUES ($1)', [index]);
  }
  await Promise.all(clients.map((client) => client.query('COMMIT')));
}

async function acknowledgeByLibrary(
  database: TestDatabase,
  settings: SourceSettings,
  lsn: Lsn,
): Promise<void> {
  const service = new LogicalReplicationService(database.replicationConnection, {
    acknowledge: { auto: false, timeoutSeconds: 0 },
  });
  service.on('error', () => undefined);
  const started = new Promise<void>((resolve) => service.once('start', () => resolve()));
  const plugin = new PgoutputPlugin({ protoVersion: 1, publicationNames: [settings.publicationName] });
  const subscribed = service.subscribe(plugin, settings.slotName, '0/0').catch(() => undefined);
  await started;
  await service.acknowledge(formatLsn(lsn));
  const deadline = Date.now() + 20_000;
  while ((await confirmedFlushLsn(database, settings)) <= lsn)
    if (Date.now() > deadline) throw new Error('the acknowledgement never arrived');
  await service.stop();
  await subscribed;
  await database.sql(
    `SELECT pg_terminate_backend(active_pid, 5000) FROM pg_replication_slots WHERE slot_name = '${settings.slotName}' AND active`,
  );
}

async function confirmedFlushLsn(database: TestDatabase, { slotName }: SourceSettings): Promise<Lsn> {
  const text = await database.value(
    `SELECT confirmed_flush_lsn::text FROM pg_replication_slots WHERE slot_name = '${slotName}'`,
  );
  return parseLsn(text ?? '');
}

async function flushLsn(database: TestDatabase): Promise<Lsn> {
  return parseLsn((await database.value('SELECT pg_current_wal_flush_lsn()::text')) ?? '');
}
