import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { type Artifact, LOCK_FILE } from './installation.ts';

const run = promisify(execFile);

/** Lets Maven resolve the POM beside this file, and writes down what it has found. Needs `mvn`. */
export async function updateLock(): Promise<number> {
  const directory = await mkdtemp(join(tmpdir(), 'tributary-spark-'));
  try {
    const artifacts = await resolveArtifacts(directory);
    await writeFile(LOCK_FILE, `${JSON.stringify(artifacts, null, 2)}\n`);
    return artifacts.length;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** A repository of our own, because there a jar's path is its path at every mirror. */
async function resolveArtifacts(directory: string): Promise<readonly Artifact[]> {
  const repository = join(directory, 'repository');
  const listing = join(directory, 'class-path');
  const pom = join(import.meta.dirname, 'pom.xml');
  await run('mvn', [
    ...['--batch-mode', '--quiet', '--file', pom, `-Dmaven.repo.local=${repository}`],
    ...[
      'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath',
      `-Dmdep.outputFile=${listing}`,
    ],
  ]);
  const files = (await readFile(listing, 'utf8')).trim().split(delimiter);
  const artifacts: Artifact[] = [];
  for (const file of files) {
    const bytes = await readFile(file);
    artifacts.push({
      path: relative(repository, file).split(sep).join('/'),
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
  }
  return artifacts.sort((a, b) => (a.path < b.path ? -1 : 1));
}
