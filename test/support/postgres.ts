import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { REPLICATION_USER, type TestServer } from './test-server.ts';

export interface TestDatabaseOptions {
  /** Settings that every session of the database starts with, as a careless administrator may have them. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface TestConnection extends TestServer {
  readonly database: string;
}

export type Row = Readonly<Record<string, unknown>>;

/** A database of its own for one test. Disposal drops it, its slots, and whoever is still connected. */
export class TestDatabase implements AsyncDisposable {
  readonly name: string;
  /** A superuser's connection. */
  readonly client: pg.Client;
  /** How to connect as the superuser. */
  readonly connection: TestConnection;
  /** How to connect as `lakeflow_user`, who may replicate but owns nothing; see `prepareAsSource`. */
  readonly replicationConnection: TestConnection;
  readonly #server: TestServer;
  readonly #clients: pg.Client[] = [];

  constructor(server: TestServer, name: string, client: pg.Client) {
    this.#server = server;
    this.name = name;
    this.client = client;
    this.connection = { ...server, database: name };
    this.replicationConnection = { ...this.connection, ...REPLICATION_USER };
  }

  get connectionString(): string {
    return formatConnectionString(this.connection);
  }

  get replicationConnectionString(): string {
    return formatConnectionString(this.replicationConnection);
  }

  /** Runs SQL (several statements too) as the superuser; the rows of the last statement, as pg gives them. */
  async sql(text: string): Promise<readonly Row[]> {
    // Several statements give an array of results, whatever pg's types say.
    const results = [await this.client.query<Row>(text)].flat();
    return results.at(-1)?.rows ?? [];
  }

  /** One value of one row, as text; `null` for NULL. Fails when there is no row. */
  async value(text: string): Promise<string | null> {
    const [row] = await queryText(this.client, text);
    if (row === undefined) throw new Error(`no row: ${text}`);
    return row[0] ?? null;
  }

  /** One more superuser connection; closed with the database. */
  async openClient(): Promise<pg.Client> {
    const client = await connect(this.connection);
    this.#clients.push(client);
    return client;
  }

  /** Grants and publishes as the users' own set-up does: all tables that exist now, or those named. */
  async prepareAsSource(
    options: { readonly publication?: string; readonly tables?: readonly string[] } = {},
  ): Promise<void> {
    const { user } = REPLICATION_USER;
    const tables = options.tables === undefined ? 'ALL TABLES' : `TABLE ${options.tables.join(', ')}`;
    await this.client.query(/*sql*/ `
      GRANT CONNECT ON DATABASE ${this.name} TO ${user};
      GRANT USAGE ON SCHEMA public TO ${user};
      GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${user};
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO ${user};
      CREATE PUBLICATION ${options.publication ?? 'lakeflow_publication'} FOR ${tables};`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const client of [...this.#clients, this.client]) await client.end();
    const admin = await connect({ ...this.#server, database: 'postgres' });
    try {
      await dropSlots(admin, this.name);
      await admin.query(/*sql*/ `DROP DATABASE IF EXISTS ${this.name} WITH (FORCE)`);
    } finally {
      await admin.end();
    }
  }
}

/** Makes a fresh, empty database on the run's server. */
export async function openDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const server = inject('postgres');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = await connect({ ...server, database: 'postgres' });
  try {
    await admin.query(/*sql*/ `CREATE DATABASE ${name} TEMPLATE template0`);
    for (const [setting, value] of Object.entries(options.settings ?? {}))
      await admin.query(
        /*sql*/ `ALTER DATABASE ${name} SET ${admin.escapeIdentifier(setting)} = ${admin.escapeLiteral(value)}`,
      );
  } finally {
    await admin.end();
  }
  return new TestDatabase(server, name, await connect({ ...server, database: name }));
}

/** Rows with every value as PostgreSQL's own text; `null` for NULL. */
export async function queryText(
  client: pg.Client,
  text: string,
): Promise<readonly (readonly (string | null)[])[]> {
  const result = await client.query<(string | null)[]>({
    text,
    rowMode: 'array',
    types: { getTypeParser: () => (value: string) => value },
  });
  return result.rows;
}

async function connect(connection: TestConnection): Promise<pg.Client> {
  const client = new pg.Client(connection);
  // Without a listener, a backend that a test terminates would end the whole test process.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

function formatConnectionString({ user, password, host, port, database }: TestConnection): string {
  return `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`;
}

/** How long a walsender may take to let go of its slot after its end. */
const SLOT_DROP_DEADLINE_MS = 20_000;

async function dropSlots(admin: pg.Client, database: string): Promise<void> {
  const deadline = Date.now() + SLOT_DROP_DEADLINE_MS;
  for (;;) {
    const slots = await admin.query<{ slot_name: string; active_pid: number | null }>(
      /*sql*/ `SELECT slot_name, active_pid FROM pg_replication_slots WHERE database = $1`,
      [database],
    );
    if (slots.rows.length === 0) return;
    for (const slot of slots.rows) await dropSlot(admin, slot.slot_name, slot.active_pid);
    if (Date.now() > deadline) throw new Error(`slots of ${database} cannot be dropped`);
  }
}

async function dropSlot(admin: pg.Client, slot: string, activePid: number | null): Promise<void> {
  if (activePid !== null) await admin.query(/*sql*/ `SELECT pg_terminate_backend($1, 5000)`, [activePid]);
  // Fails while the walsender is still letting go, and when the slot (a temporary one) went with it: asked again.
  await admin.query(/*sql*/ `SELECT pg_drop_replication_slot($1)`, [slot]).catch(() => undefined);
}
