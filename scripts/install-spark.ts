/**
 * Installs Spark with Delta for the tests that run SQL on it: the jars of the lock file, from Maven Central or the
 * mirror that TRIBUTARY_MAVEN_REPOSITORY names. What is there already is not fetched again. With `--update-lock` it
 * writes the lock file anew instead, from `spark/pom.xml`, for which it needs Maven.
 */
import { downloadArtifacts, MAVEN_CENTRAL } from './spark/download.ts';
import { describeInstallation, missingArtifacts } from './spark/installation.ts';
import { findJdk } from './spark/java.ts';
import { updateLock } from './spark/update-lock.ts';

try {
  if (process.argv.includes('--update-lock')) {
    console.log(`wrote the checksums of ${await updateLock()} jars`);
  } else {
    await install();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function install(): Promise<void> {
  await findJdk(process.env);
  const installation = await describeInstallation();
  const missing = await missingArtifacts(installation);
  if (missing.length === 0) {
    console.log(`Spark is installed in ${installation.directory}`);
    return;
  }
  const megabytes = Math.round(missing.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6);
  console.log(`fetching ${missing.length} jars, ${megabytes} MB`);
  const repository = process.env['TRIBUTARY_MAVEN_REPOSITORY'] ?? MAVEN_CENTRAL;
  await downloadArtifacts(repository.replace(/\/+$/, ''), installation, missing);
  console.log(`Spark is installed in ${installation.directory}`);
}
