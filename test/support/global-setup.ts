import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { clearDirectory } from '../../src/demo/abandoned-server.ts';
import { startLocalPostgres } from '../../src/demo/local-postgres.ts';
import { REPLICATION_USER, type TestServer } from './test-server.ts';

/** Named by a URL, a running server (superuser, `wal_level = logical`) is used instead of starting one. */
const RUNNING_SERVER_VARIABLE = 'TRIBUTARY_TEST_POSTGRES';

/** One server for the whole run; every test has a database of its own in it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = process.env[RUNNING_SERVER_VARIABLE];
  if (running !== undefined) {
    await provide(project, parseServerUrl(running));
    return async () => {};
  }
  await removeAbandonedServers();
  const server = await startLocalPostgres({
    dataDirectory: resolve('.tributary', `test-postgres-${process.pid}`),
    persistent: false,
  });
  const { host, port, superuser: user, password } = server;
  await provide(project, { host, port, user, password: password.reveal() });
  return async () => await server.stop();
}

async function provide(project: TestProject, server: TestServer): Promise<void> {
  await createReplicationUser(server);
  project.provide('postgres', server);
}

function parseServerUrl(text: string): TestServer {
  const url = new URL(text);
  return {
    host: url.hostname,
    port: url.port === '' ? 5432 : Number(url.port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
}

/** Servers of runs that were killed; those of living runs are left alone. */
async function removeAbandonedServers(): Promise<void> {
  const entries = await readdir('.tributary').catch(() => []);
  for (const entry of entries.filter((name) => name.startsWith('test-postgres-')))
    await clearDirectory(resolve(join('.tributary', entry)), false).catch(() => undefined);
}

async function createReplicationUser(server: TestServer): Promise<void> {
  const client = new pg.Client({ ...server, database: 'postgres' });
  await client.connect();
  try {
    await client.query(/*sql*/ `
      DO $$ BEGIN
        CREATE ROLE ${REPLICATION_USER.user} WITH LOGIN REPLICATION PASSWORD '${REPLICATION_USER.password}';
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL; -- made by an earlier run, or by one at the same moment
      END $$`);
  } finally {
    await client.end();
  }
}
