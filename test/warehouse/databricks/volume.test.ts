import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IngestError } from '../../../src/model/ingest-error.ts';
import type { VolumeName } from '../../../src/model/pipeline.ts';
import { catalogApi } from '../../../src/warehouse/databricks/catalog-api.ts';
import { filesApi } from '../../../src/warehouse/databricks/files-api.ts';
import { type StagingVolume, stagingVolume } from '../../../src/warehouse/databricks/volume.ts';
import { openRest } from '../../support/front/rest.ts';
import { type MemoryWorkspace, startWorkspace } from '../../support/front/workspace.ts';
import { sqlOf } from '../../support/remedy.ts';
import { type TemporaryDirectory, temporaryDirectory } from '../../support/temporary-directory.ts';

const VOLUME: VolumeName = { catalog: 'main', schema: 'ops', volume: 'stage' };
const PRINCIPAL = '11111111-2222-3333-4444-555555555555';
const DENIED = { tag: 'http', status: 403, body: '{"error_code":"PERMISSION_DENIED"}' } as const;

let workspace: MemoryWorkspace;
let local: TemporaryDirectory;
beforeEach(async () => {
  workspace = await startWorkspace();
  local = await temporaryDirectory({ part: 'rows' });
});
afterEach(async () => {
  expect(workspace.front.violations).toEqual([]);
  await local[Symbol.asyncDispose]();
  await workspace[Symbol.asyncDispose]();
});

function open(volume: VolumeName = VOLUME): StagingVolume {
  const rest = openRest(workspace.front);
  return stagingVolume({
    volume,
    rest,
    files: filesApi(rest),
    catalog: catalogApi(rest),
    principal: PRINCIPAL,
  });
}

const put = (volume: StagingVolume, stagedPath: string) =>
  volume.putFile(join(local.path, 'part'), stagedPath);

async function directoryOf({ catalog, schema, volume }: VolumeName = VOLUME): Promise<string> {
  return (await workspace.catalog.volume(`${catalog}.${schema}.${volume}`))?.directory ?? '';
}

async function errorOf(call: Promise<unknown>): Promise<IngestError> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof IngestError)) throw new Error(`no IngestError: ${String(error)}`);
  return error;
}

function textOf({ code, message, solution }: IngestError): string {
  return `${code}: ${message}\n\n${solution}\n`;
}

const callNames = () => workspace.front.calls.map(({ name }) => name);

describe('the first upload', () => {
  it('makes the volume where it is missing', async () => {
    expect(await put(open(), 'p-1/0001/orders/part-0.parquet')).toBe(4);
    expect(await readFile(join(await directoryOf(), 'p-1/0001/orders/part-0.parquet'), 'utf8')).toBe('rows');
  });

  it('makes the schema where that is missing, too', async () => {
    await put(open({ ...VOLUME, schema: 'fresh' }), 'p/a');
    expect(await readdir(await directoryOf({ ...VOLUME, schema: 'fresh' }))).toEqual(['p']);
  });

  it('makes nothing twice for files that come at once', async () => {
    const volume = open();
    await Promise.all(['p/1/a', 'p/1/b', 'p/2/a'].map((path) => put(volume, path)));
    expect(callNames().filter((name) => name === 'POST volume')).toHaveLength(1);
    expect(await readdir(join(await directoryOf(), 'p/1'))).toEqual(['a', 'b']);
  });

  it('asks for nothing but directory, upload and size where the volume is there', async () => {
    await workspace.catalog.createVolume('main.ops.stage');
    const volume = open();
    await put(volume, 'p/1/a');
    await put(volume, 'p/1/b');
    expect(callNames()).toEqual(['PUT directory', 'PUT file', 'HEAD file', 'PUT file', 'HEAD file']);
  });

  it('is made up for when somebody sweeps the directory meanwhile', async () => {
    await workspace.catalog.createVolume('main.ops.stage');
    const volume = open();
    await put(volume, 'p/1/a');
    await open().remove('p');
    await put(volume, 'p/1/b');
    expect(await readdir(join(await directoryOf(), 'p/1'))).toEqual(['b']);
  });

  it('tries anew what has failed before', async () => {
    const volume = open();
    using denial = workspace.front.fault('POST volume', DENIED, 'always');
    await errorOf(put(volume, 'p/a'));
    denial[Symbol.dispose]();
    expect(await put(volume, 'p/a')).toBe(4);
  });
});

describe('what is not granted', () => {
  it('shows the SQL that makes volume and grants', async () => {
    workspace.front.fault('POST volume', DENIED);
    const error = await errorOf(put(open(), 'p/a'));
    await expect(textOf(error)).toMatchFileSnapshot('golden/volume-not-created.txt');
  });

  it('shows the same where the schema may not be made', async () => {
    workspace.front.fault('POST schema', DENIED);
    const error = await errorOf(put(open({ catalog: 'main', schema: 'fr`esh', volume: 'stage' }), 'p/a'));
    expect(error.code).toBe('target-permission-denied');
    expect(sqlOf({ code: error.code, message: '', solution: error.solution ?? null })[0]).toBe(
      'CREATE SCHEMA IF NOT EXISTS `main`.`fr``esh`;',
    );
  });

  it('shows what is missing where there is no such catalog', async () => {
    const error = await errorOf(put(open({ ...VOLUME, catalog: 'nowhere' }), 'p/a'));
    await expect(textOf(error)).toMatchFileSnapshot('golden/volume-no-catalog.txt');
  });

  it('shows the grants where the volume may not be written', async () => {
    await workspace.catalog.createVolume('main.ops.stage');
    workspace.front.fault('PUT file', DENIED);
    const error = await errorOf(put(open(), 'p/a'));
    await expect(textOf(error)).toMatchFileSnapshot('golden/volume-not-writable.txt');
  });

  it('shows them where the volume is there and hidden', async () => {
    await workspace.catalog.createVolume('main.ops.stage');
    workspace.front.fault('PUT directory', { tag: 'http', status: 404, body: '{}' }, 'always');
    expect((await errorOf(put(open(), 'p/a'))).message).toContain('may not write files to the volume');
  });

  it('names nobody where the principal is not known', async () => {
    await workspace.catalog.createVolume('main.ops.stage');
    workspace.front.fault('GET directory', DENIED);
    const rest = openRest(workspace.front);
    const unknown = stagingVolume({
      volume: VOLUME,
      rest,
      files: filesApi(rest),
      catalog: catalogApi(rest),
      principal: undefined,
    });
    const error = await errorOf(unknown.remove('p'));
    expect(error.message).toContain('The user of the access token may not');
    expect(error.solution).toContain('TO `<service principal>`;');
  });

  it.each([
    { tag: 'http', status: 413, body: '{}' },
    { tag: 'http', status: 400, body: '{"error_code":"RESOURCE_EXHAUSTED"}' },
    { tag: 'http', status: 403, body: '{"error_code":"STORAGE_QUOTA_EXCEEDED"}' },
  ] as const)('is not the trouble when a quota is full: $status', async (fault) => {
    await workspace.catalog.createVolume('main.ops.stage');
    workspace.front.fault('PUT file', fault);
    const error = await errorOf(put(open(), 'p/a'));
    expect(error.code).toBe('target-quota-exceeded');
    expect(error.message).toContain('uploading to the volume main.ops.stage');
  });

  it('is not the trouble when the workspace does not answer', async () => {
    await workspace.catalog.createVolume('main.ops.stage');
    workspace.front.fault('PUT file', { tag: 'http', status: 503 }, 'always');
    expect((await errorOf(put(open(), 'p/a'))).code).toBe('target-unavailable');
  });
});

describe('removing', () => {
  it('takes the named directory and nothing else', async () => {
    await workspace.catalog.createVolume('main.ops.stage');
    const volume = open();
    for (const path of ['p-1/0001/a', 'p-1/0002/a', 'p-10/0001/a', 'other']) await put(volume, path);
    await volume.remove('p-1');
    expect(await readdir(await directoryOf())).toEqual(['other', 'p-10']);
    await volume.remove('p-1');
  });

  it('does not mind that there is no volume, and makes none', async () => {
    await open().remove('p');
    expect(callNames()).toEqual(['GET directory', 'DELETE directory']);
  });

  it.each([
    '',
    '/',
    '.',
    '..',
    'p/..',
    '../p',
    'p//a',
    '/p',
    'p/',
    'p/../../x',
    'p\\..\\x',
    'p\0',
    '_p',
    'p/.a',
  ])('refuses the path %j, and sends nothing', async (path) => {
    expect((await errorOf(open().remove(path))).code).toBe('internal-error');
    expect((await errorOf(put(open(), path))).code).toBe('internal-error');
    expect(workspace.front.idle()).toBe(true);
  });

  it('lets the next upload make the directory again', async () => {
    await workspace.catalog.createVolume('main.ops.stage');
    const volume = open();
    await put(volume, 'p/1/a');
    await volume.remove('p');
    workspace.front.forgetCalls();
    await put(volume, 'p/1/a');
    expect(callNames()).toEqual(['PUT directory', 'PUT file', 'HEAD file']);
  });
});
