import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Secret } from '../model/secret.ts';
import { clearDirectory } from './abandoned-server.ts';
import { type Cluster, createCluster, removeCluster, SUPERUSER, settleCluster } from './postgres-cluster.ts';
import { HOST, type ServerOptions, startServer, stopServer, stopServerNow } from './postgres-server.ts';
import { releaseClaim, writeClaim } from './server-claim.ts';

export interface LocalPostgresOptions extends ServerOptions {
  /** A directory for this server alone: cluster, log and claim lie in it. Made when missing. */
  readonly dataDirectory: string;
  /** Whether the cluster outlives `stop()`; the next start then finds it as it was. */
  readonly persistent: boolean;
}

/** A running server of our own. `stop()` (or disposal) ends it and, unless it is persistent, removes its files. */
export class LocalPostgres implements AsyncDisposable {
  readonly host = HOST;
  readonly port: number;
  readonly superuser = SUPERUSER;
  readonly password: Secret;
  readonly #cluster: Cluster;
  readonly #onExit = () => this.#stopAtExit();
  #stopped: Promise<void> | undefined;

  constructor(cluster: Cluster, port: number, password: Secret) {
    this.#cluster = cluster;
    this.port = port;
    this.password = password;
    // For whoever ends the process without disposing us: a daemon does not end with its parent.
    process.once('exit', this.#onExit);
  }

  /** Stops the server; a second call waits for the first. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  async #stop(): Promise<void> {
    await stopServer(this.#cluster);
    if (this.#cluster.persistent) await releaseClaim(this.#cluster.directory);
    else await removeCluster(this.#cluster);
    process.off('exit', this.#onExit);
  }

  #stopAtExit(): void {
    const { directory, home, persistent } = this.#cluster;
    stopServerNow(this.#cluster);
    if (persistent) return;
    for (const path of [home, directory]) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Starts a PostgreSQL server in a directory, on 127.0.0.1 alone, ready for logical replication.
 *
 * A server that a killed process left behind in the same directory is stopped first. Works as root too: the server
 * then runs as another account, and lives under the system's temporary directory where that account cannot enter
 * the given one. Throws `local-postgres-failed`, saying what to do, when it cannot start, or when another living
 * process has a server in that directory.
 */
export async function startLocalPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const directory = resolve(options.dataDirectory);
  const kept = await clearDirectory(directory, options.persistent);
  const cluster = await settleCluster(directory, kept?.home, options.persistent);
  const password = kept?.superuserPassword ?? randomBytes(18).toString('base64url');
  try {
    await writeClaim(directory, cluster.home, password);
    if (!existsSync(join(cluster.data, 'PG_VERSION'))) await createCluster(cluster, password);
    const port = await startServer(cluster, options);
    return new LocalPostgres(cluster, port, new Secret(password));
  } catch (error) {
    await stopServer(cluster);
    if (!options.persistent) await removeCluster(cluster);
    throw error;
  }
}
