import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Artifact, jarFile, type SparkInstallation } from './installation.ts';

/** Maven Central, unless a mirror is named. */
export const MAVEN_CENTRAL = 'https://repo1.maven.org/maven2';

const PARALLEL_DOWNLOADS = 8;
const ATTEMPTS = 3;
/** For the largest jar, over a slow line. */
const ATTEMPT_TIMEOUT_MS = 5 * 60_000;

/**
 * Fetches jars and verifies their checksums. What has arrived stays when another one fails, so that the next call goes
 * on from there; a jar is either whole or absent. Throws an Error that names the address.
 */
export async function downloadArtifacts(
  repository: string,
  installation: SparkInstallation,
  artifacts: readonly Artifact[],
): Promise<void> {
  const queue = [...artifacts];
  const worker = async () => {
    for (let artifact = queue.shift(); artifact !== undefined; artifact = queue.shift())
      await install(artifact, `${repository}/${artifact.path}`, jarFile(installation, artifact));
  };
  try {
    await Promise.all(Array.from({ length: PARALLEL_DOWNLOADS }, worker));
  } finally {
    queue.length = 0;
  }
}

async function install(artifact: Artifact, address: string, file: string): Promise<void> {
  const bytes = await fetchBytes(address);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== artifact.sha256)
    throw new Error(`${address} is not what the lock file says: SHA-256 ${sha256}, not ${artifact.sha256}.`);
  await mkdir(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, bytes);
  await rename(unfinished, file);
}

async function fetchBytes(address: string): Promise<Buffer> {
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await fetch(address, { signal: AbortSignal.timeout(ATTEMPT_TIMEOUT_MS) });
      if (response.ok) return Buffer.from(await response.arrayBuffer());
      throw new Error(`HTTP status ${response.status}`);
    } catch (cause) {
      if (attempt === ATTEMPTS)
        throw new Error(`${address} could not be fetched: ${reasonOf(cause)}.`, { cause });
    }
  }
}

/** `fetch` says only that it failed; why is in its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
