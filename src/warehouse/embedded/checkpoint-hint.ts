import { readFile, rename, stat, writeFile } from 'node:fs/promises';

/**
 * A small file beside the lakehouse file that tells of the last checkpoint. Only a hint: it lets an idle run see that there
 * is nothing to do without opening the lakehouse. The truth stands in the state table.
 */
export async function readCheckpointHint(lakehousePath: string): Promise<string | undefined> {
  try {
    await stat(lakehousePath);
    return await readFile(hintPath(lakehousePath), 'utf8');
  } catch {
    return undefined;
  }
}

/** Failing to leave a hint costs the next run a look at the lakehouse, nothing else. */
export async function writeCheckpointHint(lakehousePath: string, hint: string): Promise<void> {
  const path = hintPath(lakehousePath);
  try {
    await writeFile(`${path}.new`, hint);
    await rename(`${path}.new`, path);
  } catch {
    return;
  }
}

function hintPath(lakehousePath: string): string {
  return `${lakehousePath}.checkpoint`;
}
