import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { IngestError } from '../model/ingest-error.ts';
import { removeDirectory } from './postgres-cluster.ts';
import { findServerProcess, isClaimAlive, readClaim } from './server-claim.ts';

/** An immediate shutdown takes no longer than its processes need to notice. */
const STOP_TIMEOUT_MS = 10_000;

/**
 * Stops the server that a process which is gone left behind in a directory, and removes its files unless they are
 * to be kept. Returns the claim of a cluster that can be used again.
 */
export async function clearDirectory(
  directory: string,
  keepCluster: boolean,
): Promise<{ readonly home: string; readonly superuserPassword: string } | undefined> {
  const claim = await readClaim(directory);
  if (claim !== undefined && (await isClaimAlive(claim)))
    throw new IngestError(
      'local-postgres-failed',
      `Process ${claim.processId} already runs a PostgreSQL server in ${directory}.`,
      { solution: 'Wait for it to end, or end it; then try again.' },
    );
  const home = claim?.home ?? directory;
  await stopOrphan(join(home, 'data'));
  if (keepCluster && claim !== undefined && existsSync(join(home, 'data', 'PG_VERSION'))) return claim;
  const paths = new Set([home, directory]);
  for (const path of paths) await requireOurs(path);
  for (const path of paths) await removeDirectory(path);
  return undefined;
}

/** Everything that a server's directory may hold. */
const OUR_ENTRIES: ReadonlySet<string> = new Set([
  'data',
  'server.log',
  'programs',
  'initial-password',
  'claim.json',
]);

/** A directory that holds anything else was given, or claimed, by mistake, and must not be emptied. */
async function requireOurs(directory: string): Promise<void> {
  const entries = existsSync(directory) ? await readdir(directory) : [];
  const foreign = entries.find((entry) => !OUR_ENTRIES.has(entry));
  if (foreign !== undefined)
    throw new IngestError('local-postgres-failed', `${directory} holds other files (${foreign}).`, {
      solution: 'Give the server a directory of its own.',
    });
}

async function stopOrphan(data: string): Promise<void> {
  const processId = await findServerProcess(data);
  if (processId === undefined) return;
  // SIGQUIT is PostgreSQL's immediate shutdown: its children go with it, its shared memory is released.
  process.kill(processId, 'SIGQUIT');
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (Date.now() < deadline && (await findServerProcess(data)) !== undefined)
    await new Promise((wake) => setTimeout(wake, 50));
}
