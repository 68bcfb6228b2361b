import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RepositoryFacts } from './init-flags.ts';

/** Where migrations usually lie; the first that is there is taken. */
const MIGRATION_DIRECTORIES = [
  'migrations',
  'db/migrations',
  'sql/migrations',
  'supabase/migrations',
  'prisma/migrations',
];

/** Reads what a directory tells by itself. What is missing or cannot be read is not known; nothing throws. */
export async function readRepositoryFacts(directory: string): Promise<RepositoryFacts> {
  const config = await readFile(join(directory, '.git', 'config'), 'utf8').catch(() => '');
  return { repository: repositoryOf(config), migrations: await findMigrations(directory) };
}

/** `owner/name` of the remote called origin, or of the first one on GitHub. */
export function repositoryOf(gitConfig: string): string | undefined {
  const remotes = [
    ...gitConfig.matchAll(
      /^\[remote "([^"]*)"\][^[]*?^\s*url\s*=\s*\S*github\.com[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?\s*$/gm,
    ),
  ];
  return (remotes.find(([, name]) => name === 'origin') ?? remotes[0])?.[2];
}

async function findMigrations(directory: string): Promise<string | undefined> {
  for (const candidate of MIGRATION_DIRECTORIES) {
    const names = await readdir(join(directory, candidate), { recursive: true }).catch(() => []);
    if (names.some((name) => name.endsWith('.sql'))) return `${candidate}/**/*.sql`;
  }
  return undefined;
}
