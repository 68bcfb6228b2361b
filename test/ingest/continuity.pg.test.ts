import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../src/model/ingest-error.ts';
import { ZERO_LSN } from '../../src/model/lsn.ts';
import { ReplicationStream } from '../../src/source/replication-stream.ts';
import { openDatabase } from '../support/postgres.ts';
import { ROW_VALUE, shownText, sqlOf } from '../support/remedy.ts';
import { TestPipeline } from '../support/test-pipeline.ts';

const ORDERS = `CREATE TABLE orders (id int PRIMARY KEY, label text);
  INSERT INTO orders VALUES (1, '${ROW_VALUE}'), (2, 'removed while nobody looked');`;
const STATE = 'lakehouse.postgres_raw._tributary_checkpoint';

interface Case {
  readonly name: string;
  readonly spoil: (p: TestPipeline, slot: string) => Promise<unknown>;
  readonly code: ErrorCode;
  readonly says: RegExp;
}

const CASES: readonly Case[] = [
  {
    name: 'the slot is gone',
    spoil: (p, slot) => p.database.sql(`SELECT pg_drop_replication_slot('${slot}')`),
    code: 'slot-missing',
    says: /is gone, and with it the log since the checkpoint/,
  },
  {
    name: 'the slot was dropped and made again',
    spoil: async (p, slot) => {
      await p.database.sql(`SELECT pg_drop_replication_slot('${slot}')`);
      await p.database.sql('DELETE FROM orders WHERE id = 2');
      await p.database.sql(`SELECT pg_create_logical_replication_slot('${slot}', 'pgoutput')`);
    },
    code: 'slot-ahead-of-checkpoint',
    says: /stands at [0-9A-F]+\/[0-9A-F]+, after the checkpoint/,
  },
  {
    name: 'somebody else moved the slot',
    spoil: async (p, slot) => {
      await p.database.sql('DELETE FROM orders WHERE id = 2');
      await p.database.sql(`SELECT pg_replication_slot_advance('${slot}', pg_current_wal_flush_lsn())`);
    },
    code: 'slot-ahead-of-checkpoint',
    says: /something else reads it/,
  },
  {
    name: "the checkpoint lies after the server's log",
    spoil: (p) => editState(p, 'lsn = lsn + 1099511627776'),
    code: 'checkpoint-ahead-of-server',
    says: /restored to an earlier state/,
  },
  {
    name: 'the checkpoint is of another cluster',
    spoil: (p) =>
      editState(
        p,
        `document = regexp_replace(document, '"systemIdentifier":"\\d+"', '"systemIdentifier":"1"')`,
      ),
    code: 'cluster-changed',
    says: /another database cluster or database \(system identifier 1, now \d+\)/,
  },
  {
    name: 'the checkpoint is of another database',
    spoil: (p) =>
      editState(p, `document = regexp_replace(document, '"databaseOid":\\d+', '"databaseOid":1')`),
    code: 'cluster-changed',
    says: /another database cluster or database/,
  },
  {
    name: "the cluster's timeline changed",
    spoil: (p) => editState(p, `document = regexp_replace(document, '"timeline":1', '"timeline":0')`),
    code: 'cluster-changed',
    says: /timeline changed from 0 to 1/,
  },
  {
    name: 'the publication was dropped and made again',
    spoil: async (p) => {
      await p.database.sql('DROP PUBLICATION lakeflow_publication');
      await p.database.sql('DELETE FROM orders WHERE id = 2');
      await p.database.sql('CREATE PUBLICATION lakeflow_publication FOR ALL TABLES');
    },
    code: 'publication-replaced',
    says: /was dropped and made again since the checkpoint/,
  },
];

describe('a run stops with the word for it, and what it says to do helps, when (I9)', () => {
  it.each(CASES)('$name', async ({ spoil, code, says }) => {
    // GIVEN a pipeline that has ingested, and whose log no longer goes on from its checkpoint
    await using p = await TestPipeline.open(ORDERS);
    await p.ingest();
    const { slotName } = p.pipeline.source;
    await spoil(p, slotName);
    await p.database.sql("INSERT INTO orders VALUES (3, 'later')");
    // WHEN the next run comes
    const before = await positionsOf(p);
    const failed = await p.run();
    // THEN it stops, and nothing has moved
    expect({ status: failed.status, code: failed.error?.code }).toEqual({ status: 'failed', code });
    expect(shownText(failed.error)).toMatch(says);
    expect(await positionsOf(p)).toEqual(before);
    // AND the remedy, run as it is printed, makes source and target equal again
    for (const statement of sqlOf(failed.error)) await runRemedy(p, statement);
    await p.ingest();
    await p.expectEqual('orders');
    await p.database.sql("UPDATE orders SET label = 'after' WHERE id = 3");
    await p.ingest();
    await p.expectEqual('orders');
  });

  it('the document of the checkpoint is of a newer version', async () => {
    await using p = await TestPipeline.open(ORDERS);
    await p.ingest();
    await editState(p, `document = replace(document, '"version":1', '"version":2')`);
    await p.database.sql("INSERT INTO orders VALUES (3, 'later')");
    const failed = await p.run();
    expect(failed.error?.code).toBe('checkpoint-unreadable');
    expect(shownText(failed.error)).toMatch(/written by a newer version/);
    await editState(p, `document = replace(document, '"version":2', '"version":1')`);
    await p.ingest();
    await p.expectEqual('orders');
  });
});

describe("a slot of the pipeline's name", () => {
  it('that another run reads ends this one without a failure', async () => {
    await using p = await TestPipeline.open(ORDERS);
    await p.ingest();
    await p.database.sql("INSERT INTO orders VALUES (3, 'later')");
    await using _other = await ReplicationStream.open(p.pipeline.source, {
      startLsn: ZERO_LSN,
      walSenderTimeoutMs: 60_000,
    });
    expect(await p.run()).toMatchObject({
      status: 'another-run-active',
      error: null,
      caughtUp: false,
      warehouse: { opened: false },
    });
  });

  it.each([
    { is: 'physical', sql: 'pg_create_physical_replication_slot($1)', says: /is a physical slot/ },
    {
      is: "of another plugin's",
      sql: "pg_create_logical_replication_slot($1, 'test_decoding')",
      says: /uses the output plugin "test_decoding", not pgoutput/,
    },
  ])('that is $is is refused', async ({ sql, says }) => {
    await using p = await TestPipeline.open(ORDERS);
    const { slotName } = p.pipeline.source;
    await p.database.client.query(`SELECT ${sql}`, [slotName]);
    try {
      const failed = await p.run();
      expect(failed.error?.code).toBe('slot-unsuitable');
      expect(shownText(failed.error)).toMatch(says);
      p.configure({ source: { slotName: `${slotName}_own` } });
      await p.ingest();
    } finally {
      await p.database.client.query('SELECT pg_drop_replication_slot($1)', [slotName]);
    }
  });

  it('that belongs to another database is refused', async () => {
    await using other = await openDatabase();
    await using p = await TestPipeline.open(ORDERS);
    await other.client.query("SELECT pg_create_logical_replication_slot($1, 'pgoutput')", [
      p.pipeline.source.slotName,
    ]);
    const failed = await p.run();
    expect(failed.error?.code).toBe('slot-unsuitable');
    expect(shownText(failed.error)).toContain(`belongs to database "${other.name}"`);
  });
});

async function editState(p: TestPipeline, assignment: string): Promise<void> {
  await p.query(`UPDATE ${STATE} SET ${assignment}`);
}

async function positionsOf(p: TestPipeline): Promise<readonly unknown[]> {
  return [
    await p.confirmedFlushLsn().catch(() => 'no slot'),
    await p.query(`SELECT lsn::VARCHAR, document FROM ${STATE}`),
  ];
}

/** What the target is told goes to the lakehouse, everything else to the source; a slot that is gone is no obstacle. */
async function runRemedy(p: TestPipeline, statement: string): Promise<void> {
  if (statement.includes('_tributary_checkpoint')) await p.query(statement);
  else
    await p.database.sql(statement).catch((error: unknown) => {
      if (!(error instanceof Error) || !error.message.includes('does not exist')) throw error;
    });
}

it('an idle run looks at the target when the pipeline was pointed to another one', async () => {
  await using p = await TestPipeline.open('CREATE TABLE items (id integer PRIMARY KEY)');
  await p.ingest();
  p.configure({ target: { stateSchema: 'ops' } });
  expect((await p.run()).warehouse.opened).toBe(true);
});
