import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { checkPipeline, type SourceAccess } from '../../src/check/check-pipeline.ts';
import { openEmbeddedProbe } from '../../src/check/embedded-probe.ts';
import { startLocalPostgres } from '../../src/demo/local-postgres.ts';
import type { CheckedPoint, CheckPointName } from '../../src/model/check-report.ts';
import type { ErrorCode } from '../../src/model/ingest-error.ts';
import type { Pipeline } from '../../src/model/pipeline.ts';
import { Secret } from '../../src/model/secret.ts';
import { openConnection } from '../../src/source/connection.ts';
import { openPostgresSource } from '../../src/source/postgres-source.ts';
import { ROW_VALUE, shownText, sqlOf } from '../support/remedy.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { temporaryRole } from '../support/temporary-role.ts';
import { TestPipeline } from '../support/test-pipeline.ts';

const POSTGRES: SourceAccess = {
  open: openPostgresSource,
  tryReplication: async (settings) => (await openConnection(settings, 'replication')).end(),
};

const ORDERS = `CREATE TABLE orders (id int PRIMARY KEY, label text); INSERT INTO orders VALUES (1, '${ROW_VALUE}');`;

async function check(pipeline: Pipeline): Promise<readonly CheckedPoint[]> {
  const { points } = await checkPipeline({ pipeline, source: POSTGRES, openProbe: undefined });
  return points;
}

function pointOf(points: readonly CheckedPoint[], name: CheckPointName): CheckedPoint {
  const point = points.find(({ point: other }) => other === name);
  if (point === undefined) throw new Error(`there is no point ${name}`);
  return point;
}

/** Points that do not hold, with their codes. */
function failures(points: readonly CheckedPoint[]): readonly string[] {
  return points.filter(({ outcome }) => outcome === 'failed').map(({ point, code }) => `${point} ${code}`);
}

/** A point's remedy in the shape of an error's, so that what it shows is checked as an error is. */
function shown({ code, found, solution }: CheckedPoint) {
  return { code: code ?? 'internal-error', message: found, solution } as const;
}

async function slotCount(p: TestPipeline): Promise<string | null> {
  return await p.database.value(
    'SELECT count(*) FROM pg_replication_slots WHERE database = current_database()',
  );
}

describe('a check of the source', () => {
  it('proves every point of one that is ready, and makes no slot', async () => {
    await using p = await TestPipeline.open(ORDERS);
    const points = await check(p.pipeline);
    expect(points.map(({ point, outcome }) => `${point} ${outcome}`)).toEqual([
      'source passed',
      'wal_level passed',
      'role passed',
      'publication passed',
      'slot passed',
      'pipeline passed',
      'tables passed',
      'schedule passed',
      'alerts unproven',
      'warehouse unproven',
      'grants unproven',
      'volume unproven',
    ]);
    expect(pointOf(points, 'tables').found).toBe('1 table: public.orders');
    expect(pointOf(points, 'slot').found).toMatch(/not there yet: the first run makes it/);
    expect(await slotCount(p)).toBe('0');
  });

  it('finds the slot of a pipeline that has run, and leaves it where it was', async () => {
    await using p = await TestPipeline.open(ORDERS);
    await p.ingest();
    await p.database.sql("INSERT INTO orders VALUES (2, 'two')");
    const before = await p.confirmedFlushLsn();
    expect(pointOf(await check(p.pipeline), 'slot')).toMatchObject({
      outcome: 'passed',
      found: expect.stringMatching(/holds back .*B of log/),
    });
    expect(await p.confirmedFlushLsn()).toBe(before);
  });

  it('says of a server that does not answer only that, and of nothing else that it is wrong', async () => {
    await using p = await TestPipeline.open(ORDERS);
    const { source } = p.pipeline;
    const points = await check({ ...p.pipeline, source: { ...source, port: 1 } });
    expect(failures(points)).toEqual(['source source-unreachable']);
    expect(pointOf(points, 'tables')).toMatchObject({
      outcome: 'unproven',
      found: 'not looked at: the source could not be read',
    });
  });

  it('says of a wrong password that it is wrong, without showing it', async () => {
    await using p = await TestPipeline.open(ORDERS);
    const source = { ...p.pipeline.source, password: new Secret('role-password') };
    const points = await check({ ...p.pipeline, source });
    expect(failures(points)).toEqual(['source source-authentication-failed']);
    expect(shownText(shown(pointOf(points, 'source')))).toContain('source.password');
  });
});

describe('a check of source and target together', () => {
  it('finds slot and checkpoint in step, and says so when the slot is gone', async () => {
    await using p = await TestPipeline.open(ORDERS);
    await p.ingest();
    const both = async () =>
      (
        await checkPipeline({
          pipeline: p.pipeline,
          source: POSTGRES,
          openProbe: async () => openEmbeddedProbe(p.pipeline, p.target, p.warehouse),
        })
      ).points;
    const points = await both();
    expect(failures(points)).toEqual([]);
    expect(pointOf(points, 'slot').found).toMatch(/the checkpoint goes with it$/);
    expect(pointOf(points, 'grants').found).toBe('1 target table found');
    await p.database.sql(`SELECT pg_drop_replication_slot('${p.pipeline.source.slotName}')`);
    const after = await both();
    expect(failures(after)).toEqual(['slot slot-missing']);
    expect(shownText(shown(pointOf(after, 'slot')))).toContain('Load the tables anew');
  });
});

interface Case {
  readonly name: string;
  readonly setup: string;
  readonly point: CheckPointName;
  readonly code: ErrorCode;
  readonly says: RegExp;
  readonly changes?: (pipeline: Pipeline) => Pipeline;
}

const CASES: readonly Case[] = [
  {
    name: 'the publication is missing',
    setup: `${ORDERS} DROP PUBLICATION lakeflow_publication;`,
    point: 'publication',
    code: 'publication-missing',
    says: /no publication "lakeflow_publication"/,
  },
  {
    name: 'the publication leaves out deletes',
    setup: `${ORDERS} ALTER PUBLICATION lakeflow_publication SET (publish = 'insert, update, truncate');`,
    point: 'publication',
    code: 'publication-incomplete',
    says: /leaves out delete/,
  },
  {
    name: 'the role may not read a table',
    setup: `${ORDERS} REVOKE ALL ON orders FROM lakeflow_user;`,
    point: 'role',
    code: 'source-permission-denied',
    says: /may not read public\.orders/,
  },
  {
    name: 'the slot is of another kind',
    setup: `${ORDERS} SELECT pg_create_logical_replication_slot('slot_' || current_database(), 'test_decoding');`,
    point: 'slot',
    code: 'slot-unsuitable',
    says: /uses the output plugin "test_decoding"/,
  },
  {
    name: 'a table has no key',
    setup: `${ORDERS} CREATE TABLE notes (text text);`,
    point: 'tables',
    code: 'row-key-missing',
    says: /public\.notes: there is no row key/,
  },
  {
    name: 'a selected table does not exist',
    setup: ORDERS,
    point: 'tables',
    code: 'table-missing',
    says: /no table public\.orderz/,
    changes: (pipeline) => ({
      ...pipeline,
      selection: {
        ...pipeline.selection,
        schemas: [{ name: 'public', tables: [{ name: 'orderz', destinationTable: undefined }] }],
      },
    }),
  },
];

describe('a check of the source tells the point and the remedy, and no other point, when', () => {
  it.each(CASES)('$name', async ({ setup, point, code, says, changes = (pipeline) => pipeline }) => {
    await using p = await TestPipeline.open('');
    // Rights are given before, so that a case can take them away.
    const [create = '', ...rest] = setup.split(/(?<=;) /);
    await p.database.sql(`${create} GRANT SELECT ON ALL TABLES IN SCHEMA public TO lakeflow_user;`);
    for (const statement of rest) await p.database.sql(statement);
    await p.database.sql('ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO lakeflow_user');
    if (code === 'row-key-missing') await p.database.sql('GRANT SELECT ON notes TO lakeflow_user');
    const points = await check(changes(p.pipeline));
    expect(failures(points)).toEqual([`${point} ${code}`]);
    expect(shownText(shown(pointOf(points, point)))).toMatch(says);
    // AND where the remedy is SQL that can be run as it stands, it helps
    const statements = sqlOf(shown(pointOf(points, point)));
    if (!['publication-missing', 'publication-incomplete', 'source-permission-denied'].includes(code)) return;
    expect(statements).not.toEqual([]);
    for (const statement of statements) await p.database.sql(statement);
    expect(failures(await check(p.pipeline))).toEqual([]);
  });

  it('the role may not use replication', async () => {
    await using role = await temporaryRole('NOREPLICATION');
    await using p = await TestPipeline.open(ORDERS, { source: role });
    await p.database.sql(`GRANT SELECT ON orders TO ${role.username}`);
    const points = await check(p.pipeline);
    expect(failures(points)).toEqual(['role source-permission-denied']);
    for (const statement of sqlOf(shown(pointOf(points, 'role')))) await p.database.sql(statement);
    expect(failures(await check(p.pipeline))).toEqual([]);
  });

  it('the server is set up for no replication at all: each setting is a point', async () => {
    await using directory = await temporaryDirectory();
    await using server = await startLocalPostgres({
      dataDirectory: join(directory.path, 'server'),
      persistent: false,
      settings: { wal_level: 'replica', max_replication_slots: '1', max_wal_senders: '0' },
    });
    const { host, port, superuser, password } = server;
    const client = new pg.Client({
      host,
      port,
      user: superuser,
      password: password.reveal(),
      database: 'postgres',
    });
    await client.connect();
    await client.query('CREATE TABLE orders (id int PRIMARY KEY)');
    await client.query('CREATE PUBLICATION lakeflow_publication FOR ALL TABLES');
    await client.query("SELECT pg_create_physical_replication_slot('greedy')");
    await client.end();
    await using p = await TestPipeline.open('', {
      source: { host, port, username: superuser, password, database: 'postgres' },
    });
    expect(failures(await check(p.pipeline))).toEqual([
      'wal_level wal-level-not-logical',
      'role source-unreachable',
      'slot slots-exhausted',
    ]);
  });
});
