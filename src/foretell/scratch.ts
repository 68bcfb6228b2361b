import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { IngestError } from '../model/ingest-error.ts';
import type { Secret } from '../model/secret.ts';
import { quoteSourceIdentifier as quote } from '../source/connection.ts';
import { foreignErrorCode, translateSourceError } from '../source/source-error.ts';

export interface ScratchOptions {
  /** `postgres://user:password@host:port/database`: a server that nobody misses. */
  readonly url: Secret;
  /** The user says that this database holds the base schema. Without that word a database with tables is refused. */
  readonly holdsBase: boolean;
}

/** How long one statement may take in the scratch, where tables are empty or small. */
const STATEMENT_TIMEOUT_MS = 120_000;
const CONNECT_TIMEOUT_MS = 15_000;
const OBJECT_IN_USE = '55006';

/**
 * A database of our own in a disposable server: a copy of the given one where that holds the base schema, an empty one
 * otherwise. Disposal drops it. The given database is only looked at.
 *
 * Roles belong to the whole server: one that a migration makes stays there.
 */
export class Scratch implements AsyncDisposable {
  readonly client: Client;
  /** Whether the base schema is in it already. */
  readonly holdsBase: boolean;
  readonly #url: URL;
  readonly #name: string;
  #hasEnded = false;

  private constructor(client: Client, url: URL, name: string, holdsBase: boolean) {
    this.client = client;
    this.#url = url;
    this.#name = name;
    this.holdsBase = holdsBase;
    client.on('end', () => {
      this.#hasEnded = true;
    });
  }

  /**
   * Throws `usage-invalid` for a URL that is none, for a database with tables that nobody called the base schema, and
   * for a role that is no superuser; and what connecting throws.
   */
  static async open(options: ScratchOptions): Promise<Scratch> {
    const url = parseUrl(options.url);
    const tables = await withClient(url, countTables);
    if (tables > 0 && !options.holdsBase) throw notEmpty(url, tables);
    const name = `tributary_scratch_${randomBytes(6).toString('hex')}`;
    // template0 is never in use by anybody, which a copy requires.
    const template = tables > 0 ? databaseOf(url) : 'template0';
    await withClient(administrationOf(url), (client) => createDatabase(client, name, template));
    try {
      return new Scratch(await connect(inDatabase(url, name)), url, name, tables > 0);
    } catch (error) {
      await dropDatabase(url, name);
      throw error;
    }
  }

  /** What a broken session means, in words; what is no word of the server's stays as it is. */
  translate(error: unknown): unknown {
    const isForeign = foreignErrorCode(error) !== undefined || this.#hasEnded;
    return isForeign ? translateScratchError(error, this.#url, 'trying migrations') : error;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.client.end().catch(() => undefined);
    await dropDatabase(this.#url, this.#name);
  }
}

function parseUrl(secret: Secret): URL {
  const text = secret.reveal();
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^postgres(?:ql)?:$/.test(url.protocol) && url.hostname !== '') return url;
  throw new IngestError('usage-invalid', 'The URL of the scratch server is none that PostgreSQL knows.', {
    solution: 'Give it as postgres://user:password@host:port/database.',
  });
}

function databaseOf({ pathname, username }: URL): string {
  return decodeURIComponent(pathname.slice(1)) || decodeURIComponent(username) || 'postgres';
}

function inDatabase(url: URL, name: string): URL {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(name)}`;
  return changed;
}

/** Another database than the given one: a copy is refused as long as anybody is connected to it. */
function administrationOf(url: URL): URL {
  return inDatabase(url, databaseOf(url) === 'postgres' ? 'template1' : 'postgres');
}

async function connect(url: URL): Promise<Client> {
  const client = new Client({
    connectionString: url.href,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    application_name: 'tributary scratch',
  });
  // A connection that breaks while nobody waits for it must not end the process; the next use of it fails.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw translateScratchError(error, url, 'connecting to the scratch server');
  }
}

async function withClient<T>(url: URL, use: (client: Client) => Promise<T>): Promise<T> {
  const client = await connect(url);
  try {
    return await use(client);
  } catch (error) {
    throw translateScratchError(error, url, 'preparing the scratch database');
  } finally {
    await client.end().catch(() => undefined);
  }
}

function translateScratchError(error: unknown, url: URL, doing: string): IngestError {
  const place = {
    host: url.hostname,
    port: url.port === '' ? 5432 : Number(url.port),
    database: databaseOf(url),
    username: decodeURIComponent(url.username),
  };
  return translateSourceError(error, place, doing);
}

const USER_TABLES = /*sql*/ `
SELECT count(*)::int4 AS tables, (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user) AS superuser
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'e')`;

async function countTables(client: Client): Promise<number> {
  const { rows } = await client.query<{ tables: number; superuser: boolean }>(USER_TABLES);
  const [found] = rows;
  if (found?.superuser === true) return found.tables;
  throw new IngestError(
    'usage-invalid',
    'The role of the scratch server is no superuser, which foretelling needs: it publishes all tables and watches rewrites.',
    { solution: 'Use the superuser of a service container: POSTGRES_USER of the image postgres is one.' },
  );
}

function notEmpty(url: URL, tables: number): IngestError {
  return new IngestError(
    'usage-invalid',
    `The scratch database "${databaseOf(url)}" holds ${tables} ${tables === 1 ? 'table' : 'tables'}, so it may not be meant to be used for this.`,
    {
      solution:
        'Give an empty database of a disposable server, or say that this one holds the base schema: then a copy of it is used.',
    },
  );
}

async function createDatabase(client: Client, name: string, template: string): Promise<void> {
  try {
    await client.query(`CREATE DATABASE ${quote(name)} TEMPLATE ${quote(template)}`);
  } catch (cause) {
    if (foreignErrorCode(cause) !== OBJECT_IN_USE) throw cause;
    throw new IngestError(
      'source-query-failed',
      `The scratch database "${template}" cannot be copied while others are connected to it.`,
      { solution: 'End the other connections before this step.', cause },
    );
  }
}

/** What is left behind when this fails lies in a server that nobody misses. */
async function dropDatabase(url: URL, name: string): Promise<void> {
  await withClient(administrationOf(url), (client) =>
    client.query(`DROP DATABASE IF EXISTS ${quote(name)} WITH (FORCE)`),
  ).catch(() => undefined);
}
