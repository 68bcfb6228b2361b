import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { describeInstallation, jarFile, missingArtifacts } from '../../../scripts/spark/installation.ts';
import type { Jdk } from '../../../scripts/spark/java.ts';

const run = promisify(execFile);

const SOURCES = ['SparkEngine.java', 'LocalCatalog.java', 'TableRegistry.java', 'PlainFileSystem.java'].map(
  (name) => join(import.meta.dirname, name),
);

/**
 * The class path of the engine: Spark's jars and our classes, compiled when their sources are new. Throws an Error that
 * says how to install Spark when it is not.
 */
export async function engineClassPath(jdk: Jdk): Promise<string> {
  const installation = await describeInstallation();
  if ((await missingArtifacts(installation)).length > 0)
    throw new Error('Spark is not installed. Run: node scripts/install-spark.ts');
  const jars = installation.artifacts.map((artifact) => jarFile(installation, artifact));
  const classes = join(installation.directory, `classes-${await digestOfSources()}`);
  if (!existsSync(classes)) await compile(jdk, jars, classes);
  return [classes, ...jars].join(delimiter);
}

async function digestOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) hash.update(await readFile(source));
  return hash.digest('hex').slice(0, 12);
}

/** Another run may be compiling the same: whoever is first gives the directory its name. */
async function compile(jdk: Jdk, jars: readonly string[], classes: string): Promise<void> {
  const unfinished = await mkdtemp(`${classes}-`);
  try {
    const environment = { ...process.env, CLASSPATH: jars.join(delimiter) };
    await run(jdk.javac, ['-nowarn', '-Xlint:none', '-d', unfinished, ...SOURCES], { env: environment });
    await rename(unfinished, classes).catch((error: unknown) => {
      if (!existsSync(classes)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}
