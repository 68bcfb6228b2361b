import { readFile } from 'node:fs/promises';
import { Client, type ClientConfig } from 'pg';
import { IngestError } from '../model/ingest-error.ts';
import type { SourceSettings } from '../model/pipeline.ts';
import { isTlsRefused, translateSourceError } from './source-error.ts';

/**
 * Session settings of every connection, stream and snapshot alike, so that a value has one text form whatever
 * the role, the database or the server have set. `search_path` pins how regclass and its like print.
 */
const PINNED_SETTINGS: Readonly<Record<string, string>> = {
  datestyle: 'ISO,MDY',
  intervalstyle: 'iso_8601',
  extra_float_digits: '3',
  bytea_output: 'hex',
  timezone: 'UTC',
  lc_monetary: 'C',
  search_path: 'pg_catalog',
  standard_conforming_strings: 'on',
  // All that is ever written here is a logical message: flushed, so that the next run sees it, and not waiting for standbys.
  synchronous_commit: 'local',
  quote_all_identifiers: 'off',
  statement_timeout: '0',
  lock_timeout: '0',
  idle_in_transaction_session_timeout: '0',
  idle_session_timeout: '0',
};

/** Settings that not every supported server has, and that would be refused there: `transaction_timeout` is of 17. */
const PIN_NEWER_SETTINGS = /*sql*/ `SELECT set_config(name, '0', false) FROM pg_settings WHERE name = 'transaction_timeout'`;

export type ConnectionPurpose = 'query' | 'replication';

/**
 * Opens one connection with the pinned settings. The caller ends it.
 *
 * Throws `source-unreachable`, `source-authentication-failed` or `source-tls-failed`, each naming what to check.
 */
export async function openConnection(settings: SourceSettings, purpose: ConnectionPurpose): Promise<Client> {
  for (const ssl of await tlsAttempts(settings)) {
    try {
      return await connect(settings, purpose, ssl);
    } catch (error) {
      const mayGoOnPlain =
        settings.sslmode === 'prefer' && error instanceof Error && isTlsRefused(error.message);
      if (!mayGoOnPlain) throw translateSourceError(error, settings, 'connecting');
    }
  }
  throw new IngestError(
    'source-tls-failed',
    `No way to connect with sslmode "${settings.sslmode}" was left to try.`,
  );
}

async function connect(
  settings: SourceSettings,
  purpose: ConnectionPurpose,
  ssl: ClientConfig['ssl'],
): Promise<Client> {
  const client = new Client({
    host: settings.host,
    port: settings.port,
    database: settings.database,
    user: settings.username,
    password: settings.password?.reveal() ?? '',
    ssl: ssl ?? false,
    connectionTimeoutMillis: settings.connectTimeoutMs,
    keepAlive: true,
    application_name: 'tributary',
    options: Object.entries(PINNED_SETTINGS)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
    // `replication` is a connection parameter that @types/pg does not know.
    ...(purpose === 'replication' ? { replication: 'database' } : {}),
  });
  // A connection that breaks while nobody waits for it must not end the process; the next use of it fails.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(PIN_NEWER_SETTINGS);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  return client;
}

/** The TLS settings to try in order; `undefined` is a plain connection. libpq's meanings of `sslmode`. */
async function tlsAttempts(settings: SourceSettings): Promise<readonly ClientConfig['ssl'][]> {
  switch (settings.sslmode) {
    case 'disable':
    case 'allow':
      return [undefined];
    case 'prefer':
      return [{ rejectUnauthorized: false }, undefined];
    case 'require':
      return [{ rejectUnauthorized: false }];
    case 'verify-ca':
      return [{ ...(await trustedAuthorities(settings)), checkServerIdentity: () => undefined }];
    case 'verify-full':
      return [await trustedAuthorities(settings)];
    default:
      return settings.sslmode satisfies never;
  }
}

async function trustedAuthorities(settings: SourceSettings): Promise<{ ca?: string }> {
  if (settings.sslrootcert === undefined) return {};
  try {
    return { ca: await readFile(settings.sslrootcert, 'utf8') };
  } catch (cause) {
    throw new IngestError(
      'source-tls-failed',
      `The file of source.sslrootcert cannot be read: ${settings.sslrootcert}`,
      {
        solution: 'Give the path of a PEM file with the certificate authorities to trust.',
        cause,
      },
    );
  }
}

/** Quotes an identifier for PostgreSQL. */
export function quoteSourceIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A string literal for PostgreSQL; for replication commands, which take no parameters. */
export function quoteSourceLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
