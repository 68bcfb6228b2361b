import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { IngestError } from '../model/ingest-error.ts';

const run = promisify(execFile);

/** The account of the operating system that a local server runs under. */
export interface ServerAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * Accounts to run under, best first, when we are root: PostgreSQL refuses to. Both are there already or not at
 * all; a demo adds no accounts to a machine.
 */
const UNPRIVILEGED_ACCOUNTS = ['postgres', 'nobody'] as const;

/**
 * The account a server has to be started under: `undefined` (our own) unless we are root.
 * Throws `local-postgres-failed` when we are root and there is no other account.
 */
export async function findServerAccount(): Promise<ServerAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of UNPRIVILEGED_ACCOUNTS) {
    const account = await lookUpAccount(name);
    if (account !== undefined) return account;
  }
  throw new IngestError(
    'local-postgres-failed',
    'PostgreSQL does not run as root, and this machine has no account for it.',
    {
      solution: 'Run this as an ordinary user, or add an account: useradd --system postgres',
    },
  );
}

async function lookUpAccount(name: string): Promise<ServerAccount | undefined> {
  try {
    const [user, group] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { name, uid: Number.parseInt(user.stdout, 10), gid: Number.parseInt(group.stdout, 10) };
  } catch {
    return undefined;
  }
}

/** Whether the account can enter the directory, which needs every parent to be open to it as well. */
export async function canEnter(account: ServerAccount, directory: string): Promise<boolean> {
  try {
    await run('sh', ['-c', 'cd -- "$1"', 'sh', directory], { cwd: '/', uid: account.uid, gid: account.gid });
    return true;
  } catch {
    return false;
  }
}

/** Runs a program as the account, from a directory it can enter, in a locale that is the same everywhere. */
export function programOptions(account: ServerAccount | undefined) {
  return {
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C', PGDATA: undefined },
    ...(account === undefined ? {} : { uid: account.uid, gid: account.gid }),
  };
}
