import { execFile } from 'node:child_process';
import { appendFile, chmod, chown, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { IngestError } from '../model/ingest-error.ts';
import {
  canRunBinaries,
  locatePostgresBinaries,
  type PostgresBinaries,
  relocateBinaries,
} from './postgres-binaries.ts';
import { canEnter, findServerAccount, programOptions, type ServerAccount } from './server-account.ts';

const run = promisify(execFile);

export const SUPERUSER = 'postgres';
/** Our settings lie in a file of their own in the cluster, so that they can be written anew at each start. */
export const SETTINGS_FILE = 'tributary.conf';

/** A cluster of a local server: where everything is, and who runs it. */
export interface Cluster {
  readonly binaries: PostgresBinaries;
  readonly account: ServerAccount | undefined;
  /** The directory that was asked for. */
  readonly directory: string;
  /** The same, or a directory elsewhere where the account cannot enter that one. */
  readonly home: string;
  /** The cluster itself, `PGDATA`. */
  readonly data: string;
  readonly persistent: boolean;
}

/**
 * Finds a home for a cluster that the server's account can use, and programs that it can run. Throws
 * `local-postgres-failed`, saying what to do, when there is none.
 */
export async function settleCluster(
  directory: string,
  keptHome: string | undefined,
  persistent: boolean,
): Promise<Cluster> {
  const account = await findServerAccount();
  const installed = await locatePostgresBinaries();
  await mkdir(directory, { recursive: true });
  const runnable = await canRunBinaries(installed, account);
  const enterable = account === undefined || (await canEnter(account, dirname(directory)));
  const home = keptHome ?? (runnable && enterable ? directory : await makeTemporaryHome(account));
  if (account !== undefined) await chown(home, account.uid, account.gid);
  const binaries = runnable ? installed : await copyBinaries(installed, home, account);
  return { binaries, account, directory, home, data: join(home, 'data'), persistent };
}

async function makeTemporaryHome(account: ServerAccount | undefined): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'tributary-postgres-'));
  await chmod(home, 0o755);
  if (account === undefined || (await canEnter(account, home))) return home;
  await removeDirectory(home);
  throw new IngestError(
    'local-postgres-failed',
    `The account ${account.name}, which PostgreSQL must run under, can enter neither this directory nor ${tmpdir()}.`,
    {
      solution:
        'Run this as an ordinary user, or open the clone to that account (chmod a+rx on it and its parents).',
    },
  );
}

/** Programs in a folder that the account cannot enter (root's home, say) are copied to where it can. */
async function copyBinaries(
  installed: PostgresBinaries,
  home: string,
  account: ServerAccount | undefined,
): Promise<PostgresBinaries> {
  const copy = relocateBinaries(installed, join(home, 'programs'));
  if (account !== undefined) {
    await cp(installed.root, copy.root, { recursive: true, verbatimSymlinks: true, force: true });
    await run('chmod', ['-R', 'a+rX', copy.root]);
    if (await canRunBinaries(copy, account)) return copy;
    await removeDirectory(copy.root);
  }
  throw new IngestError(
    'local-postgres-failed',
    `PostgreSQL's programs in ${installed.root} do not run on this machine.`,
    {
      solution:
        'Run `npm ci` again with install scripts allowed (they link its libraries). The programs need a Linux with glibc, macOS or Windows.',
    },
  );
}

/** Makes a new, empty cluster. Throws `local-postgres-failed`. */
export async function createCluster(cluster: Cluster, password: string): Promise<void> {
  const passwordFile = join(cluster.home, 'initial-password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (cluster.account !== undefined) await chown(passwordFile, cluster.account.uid, cluster.account.gid);
  try {
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const access = [`--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
    await run(
      cluster.binaries.initdb,
      [`--pgdata=${cluster.data}`, '--no-sync', '--no-instructions', ...locale, ...access],
      programOptions(cluster.account),
    );
    await appendFile(join(cluster.data, 'postgresql.conf'), `\ninclude_if_exists = '${SETTINGS_FILE}'\n`);
  } catch (cause) {
    throw new IngestError(
      'local-postgres-failed',
      `No PostgreSQL cluster could be created in ${cluster.data}: ${lastLine(cause)}`,
      {
        solution: 'Check free space and permissions of that directory.',
        cause,
      },
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function lastLine(error: unknown): string {
  const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  return text.trim().split('\n').at(-1) ?? '';
}

/** Removes everything of a cluster. */
export async function removeCluster(cluster: Cluster): Promise<void> {
  for (const path of new Set([cluster.home, cluster.directory])) await removeDirectory(path);
}

/** Removes a directory with all that is in it, if it is there. A server that is just ending may still write to it. */
export async function removeDirectory(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 5 });
}
