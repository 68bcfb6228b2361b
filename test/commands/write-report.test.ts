import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeReport } from '../../src/commands/write-report.ts';

describe('writeReport', () => {
  let directory = '';
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'report-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  it('makes the directory, replaces an old report, and leaves nothing else behind', async () => {
    const path = join(directory, 'deep/er/report.json');
    await writeReport(path, 'old');
    await writeReport(path, 'new');
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await readdir(join(directory, 'deep/er'))).toEqual(['report.json']);
  });

  it('says which file cannot be written', async () => {
    await writeFile(join(directory, 'file'), '');
    const path = join(directory, 'file/report.json');
    await expect(writeReport(path, 'x')).rejects.toMatchObject({
      code: 'usage-invalid',
      message: `The report cannot be written to ${path}.`,
    });
  });
});
