import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** The committed list of jars. */
export const LOCK_FILE = join(import.meta.dirname, 'artifacts.json');

/** One jar of the lock file. */
export interface Artifact {
  /** In a Maven repository: `io/delta/…/delta-storage-4.3.1.jar`. */
  readonly path: string;
  readonly bytes: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
}

/** Spark with Delta on this machine: where its jars belong, and which. */
export interface SparkInstallation {
  readonly directory: string;
  readonly artifacts: readonly Artifact[];
}

/** The installation that the lock file describes, whether or not it is there yet. */
export async function describeInstallation(): Promise<SparkInstallation> {
  const text = await readFile(LOCK_FILE, 'utf8');
  const artifacts = readArtifacts(JSON.parse(text));
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { directory: join(ROOT, '.tributary', 'spark', digest), artifacts };
}

/** Where a jar lies once it is installed. */
export function jarFile(installation: SparkInstallation, artifact: Artifact): string {
  return join(installation.directory, 'jars', basename(artifact.path));
}

/** The jars that are not there, or not whole. */
export async function missingArtifacts(installation: SparkInstallation): Promise<readonly Artifact[]> {
  const missing = await Promise.all(
    installation.artifacts.map(async (artifact) => {
      const file = await stat(jarFile(installation, artifact)).catch(() => undefined);
      return file?.size === artifact.bytes ? [] : [artifact];
    }),
  );
  return missing.flat();
}

function readArtifacts(lock: unknown): readonly Artifact[] {
  if (!Array.isArray(lock) || !lock.every(isArtifact)) throw new Error(`${LOCK_FILE} is damaged.`);
  return lock;
}

function isArtifact(value: unknown): value is Artifact {
  return (
    typeof value === 'object' &&
    value !== null &&
    'path' in value &&
    typeof value.path === 'string' &&
    'bytes' in value &&
    typeof value.bytes === 'number' &&
    'sha256' in value &&
    typeof value.sha256 === 'string'
  );
}
