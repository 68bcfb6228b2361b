import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodePath, type FilesApi, filesApi } from '../../../src/warehouse/databricks/files-api.ts';
import { openRest } from '../../support/front/rest.ts';
import { type MemoryWorkspace, startWorkspace } from '../../support/front/workspace.ts';
import { type TemporaryDirectory, temporaryDirectory } from '../../support/temporary-directory.ts';

const VOLUME = '/Volumes/main/ops/stage';

let workspace: MemoryWorkspace;
let local: TemporaryDirectory;
let files: FilesApi;
let volumeDirectory: string;
beforeEach(async () => {
  workspace = await startWorkspace({ pageSize: 3 });
  volumeDirectory = (await workspace.catalog.createVolume('main.ops.stage')).directory;
  local = await temporaryDirectory({ 'part.parquet': 'PAR1 some rows PAR1', empty: '' });
  files = filesApi(openRest(workspace.front));
});
afterEach(async () => {
  expect(workspace.front.violations).toEqual([]);
  await local[Symbol.asyncDispose]();
  await workspace[Symbol.asyncDispose]();
});

const putPart = (path: string) => files.putFile(join(local.path, 'part.parquet'), path);

describe('an upload', () => {
  it('arrives byte for byte, and its size is told', async () => {
    expect(await putPart(`${VOLUME}/part.parquet`)).toBe(19);
    expect(await readFile(join(volumeDirectory, 'part.parquet'), 'utf8')).toBe('PAR1 some rows PAR1');
    expect(await files.putFile(join(local.path, 'empty'), `${VOLUME}/empty`)).toBe(0);
  });

  it('replaces what is there', async () => {
    await writeFile(join(volumeDirectory, 'a'), 'old and longer than the new one');
    await putPart(`${VOLUME}/a`);
    expect(await readFile(join(volumeDirectory, 'a'), 'utf8')).toBe('PAR1 some rows PAR1');
  });

  it.each([
    { tag: 'http', status: 503 },
    { tag: 'http', status: 429, headers: { 'retry-after': '1' } },
    { tag: 'reset-before' },
    { tag: 'reset-after' },
    { tag: 'expired-token' },
  ] as const)('is sent again, whole, after $tag', async (fault) => {
    workspace.front.fault('PUT file', fault);
    expect(await putPart(`${VOLUME}/a`)).toBe(19);
    expect(await readFile(join(volumeDirectory, 'a'), 'utf8')).toBe('PAR1 some rows PAR1');
    expect(workspace.front.callsNamed('PUT file')).toHaveLength(2);
  });

  it('of which less has arrived is sent once more', async () => {
    workspace.front.fault('HEAD file', { tag: 'http', status: 200, headers: { 'content-length': '5' } });
    expect(await putPart(`${VOLUME}/a`)).toBe(19);
    expect(workspace.front.callsNamed('PUT file')).toHaveLength(2);
  });

  it('that never arrives whole fails, with both sizes', async () => {
    workspace.front.fault(
      'HEAD file',
      { tag: 'http', status: 200, headers: { 'content-length': '5' } },
      'always',
    );
    await expect(putPart(`${VOLUME}/a`)).rejects.toMatchObject({
      code: 'staging-failed',
      message: `The staged file ${VOLUME}/a has 5 bytes after an upload of 19 bytes.`,
    });
  });

  it('of a file that is not there fails by its local name, and sends nothing', async () => {
    await expect(files.putFile(join(local.path, 'missing'), `${VOLUME}/a`)).rejects.toMatchObject({
      code: 'staging-failed',
      message: `The staged file ${join(local.path, 'missing')} cannot be read.`,
    });
    expect(workspace.front.idle()).toBe(true);
  });

  it('needs the directory', async () => {
    await expect(putPart(`${VOLUME}/nowhere/a`)).rejects.toMatchObject({ kind: 'missing' });
  });
});

describe('a directory', () => {
  it('is made with its parents, and may be there already', async () => {
    await files.makeDirectory(`${VOLUME}/a/b`);
    await files.makeDirectory(`${VOLUME}/a/b`);
    expect(await files.listDirectory(`${VOLUME}/a`)).toEqual([{ path: `${VOLUME}/a/b`, isDirectory: true }]);
  });

  it('is listed page by page to its end', async () => {
    await files.makeDirectory(`${VOLUME}/d/sub`);
    const names = Array.from({ length: 7 }, (_, index) => `f${index}`);
    for (const name of names) await putPart(`${VOLUME}/d/${name}`);
    expect((await files.listDirectory(`${VOLUME}/d`)).map(({ path }) => path)).toEqual(
      [...names, 'sub'].map((name) => `${VOLUME}/d/${name}`),
    );
  });

  it('that is not there has nothing in it, and may be deleted', async () => {
    expect(await files.listDirectory(`${VOLUME}/nowhere`)).toEqual([]);
    await files.deleteDirectory(`${VOLUME}/nowhere`);
    await files.deleteFile(`${VOLUME}/nothing`);
  });

  it('is deleted with everything below it, and with nothing beside it', async () => {
    for (const directory of ['p/1/orders', 'p/1/items', 'p/2', 'pp']) {
      await files.makeDirectory(`${VOLUME}/${directory}`);
      for (const name of ['a', 'b', 'c', 'd']) await putPart(`${VOLUME}/${directory}/${name}`);
    }
    await files.deleteDirectory(`${VOLUME}/p`);
    expect(await readdir(volumeDirectory)).toEqual(['pp']);
    expect(await readdir(join(volumeDirectory, 'pp'))).toHaveLength(4);
  });

  it('is emptied again when somebody fills it meanwhile', async () => {
    await files.makeDirectory(`${VOLUME}/p`);
    workspace.front.fault('DELETE directory', {
      tag: 'http',
      status: 400,
      body: '{"error_code":"DIRECTORY_NOT_EMPTY"}',
    });
    await files.deleteDirectory(`${VOLUME}/p`);
    expect(await readdir(volumeDirectory)).toEqual([]);
  });

  it('that cannot be emptied is told, after three tries', async () => {
    await files.makeDirectory(`${VOLUME}/p`);
    workspace.front.fault('DELETE directory', { tag: 'http', status: 400, body: '{}' }, 'always');
    await expect(files.deleteDirectory(`${VOLUME}/p`)).rejects.toMatchObject({ status: 400 });
    expect(workspace.front.callsNamed('DELETE directory')).toHaveLength(3);
  });
});

describe('a path', () => {
  it('comes back as it was, whatever characters are in it', () => {
    const part = fc.string({ minLength: 1, unit: 'binary' }).filter((text) => !text.includes('/'));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (parts) => {
        const encoded = encodePath(`/${parts.join('/')}`);
        expect(encoded.split('/').slice(1).map(decodeURIComponent)).toEqual(parts);
        expect(encoded).not.toMatch(/[?#\s]|%(?![0-9A-F]{2})/);
      }),
    );
  });

  it.each(['a b', '100%', 'a?b#c', 'ü', "it's", 'a+b&c=d', '%2e%2e'])(
    'may have a part named %s',
    async (name) => {
      await files.makeDirectory(`${VOLUME}/${name}`);
      await putPart(`${VOLUME}/${name}/${name}`);
      expect(await readdir(join(volumeDirectory, name))).toEqual([name]);
      await files.deleteDirectory(`${VOLUME}/${name}`);
      expect(await readdir(volumeDirectory)).toEqual([]);
    },
  );
});
