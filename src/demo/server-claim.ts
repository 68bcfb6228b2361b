import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What a process leaves in a directory in which it runs a server, so that the next one knows what it finds. */
export interface ServerClaim {
  /** The process that started the server, and when that began: an id alone may long be another's. */
  readonly processId: number;
  readonly processStart: string | undefined;
  /** The directory that holds the cluster: the claimed one, or one elsewhere that the server's account can enter. */
  readonly home: string;
  readonly superuserPassword: string;
}

const CLAIM_FILE = 'claim.json';

/** Reads a directory's claim; `undefined` when there is none, or none that can be read. */
export async function readClaim(directory: string): Promise<ServerClaim | undefined> {
  try {
    const claim: unknown = JSON.parse(await readFile(join(directory, CLAIM_FILE), 'utf8'));
    return isClaim(claim) ? claim : undefined;
  } catch {
    return undefined;
  }
}

function isClaim(value: unknown): value is ServerClaim {
  return (
    typeof value === 'object' &&
    value !== null &&
    'processId' in value &&
    typeof value.processId === 'number' &&
    'home' in value &&
    typeof value.home === 'string' &&
    'superuserPassword' in value &&
    typeof value.superuserPassword === 'string'
  );
}

/** Claims a directory for this process. Readable by its owner only, for the password's sake. */
export async function writeClaim(directory: string, home: string, superuserPassword: string): Promise<void> {
  const processStart = await readProcessStart(process.pid);
  await writeClaimFile(directory, { processId: process.pid, processStart, home, superuserPassword });
}

/** Gives the claim up, but keeps what the next process has to know of a cluster that is kept. */
export async function releaseClaim(directory: string): Promise<void> {
  const claim = await readClaim(directory);
  if (claim !== undefined) await writeClaimFile(directory, { ...claim, processId: NO_PROCESS });
}

/** No process has this id. */
const NO_PROCESS = 0;

async function writeClaimFile(directory: string, claim: ServerClaim): Promise<void> {
  await writeFile(join(directory, CLAIM_FILE), JSON.stringify(claim), { mode: 0o600 });
}

/** Whether the process that made the claim still runs. */
export async function isClaimAlive(claim: ServerClaim): Promise<boolean> {
  if (claim.processId === NO_PROCESS) return false;
  return isProcessAlive(claim.processId) && (await readProcessStart(claim.processId)) === claim.processStart;
}

function isProcessAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // EPERM: there is such a process, it is only not ours.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** When a process began, in the system's own words; `undefined` where the system does not tell. */
async function readProcessStart(processId: number): Promise<string | undefined> {
  try {
    if (process.platform !== 'linux')
      return (await run('ps', ['-o', 'lstart=', '-p', String(processId)])).stdout.trim();
    const stat = await readFile(`/proc/${processId}/stat`, 'utf8');
    // The name in parentheses may hold spaces; the start time is field 22, the 20th after it (proc(5)).
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

/**
 * The process of the server that runs in a data directory, from its `postmaster.pid`; `undefined` when there is
 * none any more (the file outlives a server that was killed, and its process id may be another's by now).
 */
export async function findServerProcess(dataDirectory: string): Promise<number | undefined> {
  try {
    const processId = Number.parseInt(await readFile(join(dataDirectory, 'postmaster.pid'), 'utf8'), 10);
    return Number.isInteger(processId) && (await readCommandLine(processId)).includes(dataDirectory)
      ? processId
      : undefined;
  } catch {
    return undefined;
  }
}

async function readCommandLine(processId: number): Promise<string> {
  if (process.platform === 'linux') return await readFile(`/proc/${processId}/cmdline`, 'utf8');
  return (await run('ps', ['-o', 'args=', '-p', String(processId)])).stdout;
}
