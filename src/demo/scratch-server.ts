import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '../model/secret.ts';
import { startLocalPostgres } from './local-postgres.ts';

/** A server for trying things out: gone, with everything in it, when it is disposed. */
export interface ScratchServer extends AsyncDisposable {
  /** Of its superuser, to an empty database. */
  readonly url: Secret;
}

/** Starts one under the system's temporary directory. Throws `local-postgres-failed`, saying what to do. */
export async function startScratchServer(): Promise<ScratchServer> {
  const directory = await mkdtemp(join(tmpdir(), 'tributary-scratch-'));
  const server = await startLocalPostgres({ dataDirectory: directory, persistent: false });
  const { host, port, superuser, password } = server;
  return {
    url: new Secret(
      `postgres://${superuser}:${encodeURIComponent(password.reveal())}@${host}:${port}/postgres`,
    ),
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
