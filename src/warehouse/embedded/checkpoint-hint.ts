import { createHash } from 'node:crypto';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';

/**
 * A small file beside the lakehouse file that tells of a pipeline's last checkpoint. Only a hint: it lets an idle run see
 * that there is nothing to do without opening the lakehouse. The truth stands in the state table.
 */
export async function readCheckpointHint(
  lakehousePath: string,
  pipeline: string,
): Promise<string | undefined> {
  try {
    await stat(lakehousePath);
    return await readFile(hintPath(lakehousePath, pipeline), 'utf8');
  } catch {
    return undefined;
  }
}

/** Failing to leave a hint costs the next run a look at the lakehouse, nothing else. */
export async function writeCheckpointHint(
  lakehousePath: string,
  pipeline: string,
  hint: string,
): Promise<void> {
  const path = hintPath(lakehousePath, pipeline);
  try {
    await writeFile(`${path}.new`, hint);
    await rename(`${path}.new`, path);
  } catch {
    return;
  }
}

/** Several pipelines may share a lakehouse; a name may hold what a file name may not. */
function hintPath(lakehousePath: string, pipeline: string): string {
  return `${lakehousePath}.checkpoint-${createHash('sha256').update(pipeline).digest('hex').slice(0, 8)}`;
}
