import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { IngestError } from '../model/ingest-error.ts';
import { type Cluster, SETTINGS_FILE } from './postgres-cluster.ts';
import { programOptions } from './server-account.ts';

const run = promisify(execFile);

export const HOST = '127.0.0.1';

/**
 * Our settings: ready for logical replication; reachable from this machine only; quick, because nobody mourns
 * the data after a power cut. `synchronous_commit` stays on: without it a commit may be visible before
 * `pg_current_wal_flush_lsn()` has passed it.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  wal_level: 'logical',
  max_replication_slots: '20',
  max_wal_senders: '20',
  fsync: 'off',
  full_page_writes: 'off',
  max_wal_size: '2GB',
  checkpoint_timeout: '30min',
};

/** Another process may take a free port before the server does. */
const START_ATTEMPTS = 3;
/** A server starts in a second; a loaded machine may need a while. */
const START_TIMEOUT_SECONDS = 60;
/** A fast shutdown waits for replication clients, who may hang. */
const STOP_TIMEOUT_SECONDS = 10;

export interface ServerOptions {
  /** `undefined`: a free one. */
  readonly port?: number | undefined;
  /** Settings of the server beyond our own (`wal_level`, slots, senders …), which they override. */
  readonly settings?: Readonly<Record<string, string>> | undefined;
}

/** Starts the cluster's server; returns its port. Throws `local-postgres-failed` with the server's own words. */
export async function startServer(cluster: Cluster, options: ServerOptions): Promise<number> {
  const log = join(cluster.home, 'server.log');
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await findFreePort());
    await rm(log, { force: true });
    await writeSettings(cluster, { ...SETTINGS, ...options.settings, port: String(port) });
    try {
      const wait = ['-w', '-t', String(START_TIMEOUT_SECONDS)];
      await run(
        cluster.binaries.pgCtl,
        ['start', '-s', '-D', cluster.data, '-l', log, ...wait],
        programOptions(cluster.account),
      );
      return port;
    } catch (cause) {
      const reason = await readFailure(log);
      if (options.port === undefined && attempt < START_ATTEMPTS && reason.includes('TCP/IP')) continue;
      throw new IngestError('local-postgres-failed', `PostgreSQL did not start on port ${port}: ${reason}`, {
        solution: 'Free the port, or mend the setting that its message names.',
        cause,
      });
    }
  }
}

async function writeSettings(cluster: Cluster, settings: Readonly<Record<string, string>>): Promise<void> {
  const lines = Object.entries(settings).map(
    ([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`,
  );
  const file = join(cluster.data, SETTINGS_FILE);
  await writeFile(file, lines.join(''));
  if (cluster.account !== undefined) await chown(file, cluster.account.uid, cluster.account.gid);
}

/** The server's last words; it writes no row values while it starts. */
async function readFailure(log: string): Promise<string> {
  const text = await readFile(log, 'utf8').catch(() => '');
  const lines = text.split('\n').filter((line) => /FATAL|ERROR|could not/.test(line));
  return (
    lines.map((line) => line.replace(/^.*?(FATAL|ERROR|WARNING|LOG):\s*/, '')).join('; ') ||
    'it left no message.'
  );
}

/** A port that was free on 127.0.0.1 a moment ago. */
async function findFreePort(): Promise<number> {
  const { promise, resolve: found, reject } = Promise.withResolvers<number>();
  const probe = createServer().once('error', reject);
  probe.listen(0, HOST, () => {
    const address = probe.address();
    probe.close(() => found(typeof address === 'object' && address !== null ? address.port : 0));
  });
  return await promise;
}

/** Stops the cluster's server, if it runs: gently where its data is to be kept. */
export async function stopServer(cluster: Cluster): Promise<void> {
  if (!existsSync(join(cluster.data, 'postmaster.pid'))) return;
  const modes = cluster.persistent ? (['fast', 'immediate'] as const) : (['immediate'] as const);
  for (const mode of modes) {
    try {
      await run(cluster.binaries.pgCtl, stopArguments(cluster.data, mode), programOptions(cluster.account));
      return;
    } catch {
      // Not stopped in time: the next mode asks nobody. After the last, what is left is found at the next start.
    }
  }
}

/** The same, at once and while the process waits: for its last moment. */
export function stopServerNow(cluster: Cluster): void {
  spawnSync(
    cluster.binaries.pgCtl,
    stopArguments(cluster.data, 'immediate'),
    programOptions(cluster.account),
  );
}

function stopArguments(data: string, mode: 'fast' | 'immediate'): readonly string[] {
  return ['stop', '-s', '-D', data, '-m', mode, '-w', '-t', String(STOP_TIMEOUT_SECONDS)];
}
