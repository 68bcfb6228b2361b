import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { IngestError } from '../model/ingest-error.ts';

/**
 * Writes a report so that a reader sees the old file or the whole new one, never a part. Makes the directory.
 * Throws IngestError `usage-invalid` when it cannot be written there.
 */
export async function writeReport(path: string, text: string): Promise<void> {
  const unfinished = `${path}.new`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(unfinished, text);
    await rename(unfinished, path);
  } catch (cause) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw new IngestError('usage-invalid', `The report cannot be written to ${path}.`, {
      solution: 'Check the path and its permissions. What was ingested is not affected.',
      cause,
    });
  }
}
