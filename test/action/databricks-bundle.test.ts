import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBundledPackages } from '../../scripts/bundled-licenses.ts';
import { copyPackagedAction } from '../support/runner-databricks.ts';
import { runAction } from '../support/runner-emulator.ts';
import { sampleConfig } from '../support/sample-config.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const DIST = resolve(import.meta.dirname, '../../dist');

const DATABRICKS = {
  DATABRICKS_HOST: 'localhost:1',
  DATABRICKS_HTTP_PATH: '/sql/1.0/warehouses/0123456789abcdef',
  DATABRICKS_TOKEN: 'dapi-never-sent',
};

/** Of the built files, all text. */
async function readBundles(): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const entries = await readdir(DIST, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.parentPath !== DIST);
  return Promise.all(
    files.map(async ({ name, parentPath }) => ({
      name,
      text: await readFile(join(parentPath, name), 'utf8'),
    })),
  );
}

describe('the packaged action, without the files of the Databricks driver', () => {
  it.each([
    ['validate', 'valid'],
    ['run', 'failed'],
  ] as const)('gets as far as PostgreSQL: %s', async (command, status) => {
    await using action = await copyPackagedAction();
    await using _ = await action.takeDriverAway();
    const config = sampleConfig({ target: 'unity_catalog' });
    await using workspace = await temporaryDirectory({ 'pipeline.yml': config });
    const result = await runAction({
      inputs: { command, config: 'pipeline.yml' },
      workspace: workspace.path,
      actionDirectory: action.path,
      env: DATABRICKS,
      token: '',
    });
    expect(result.outputs.get('status')).toBe(status);
    const expected = command === 'run' ? ['Tributary: source-unreachable'] : [];
    expect(result.annotations.map(({ title }) => title)).toEqual(expected);
  });
});

describe('the built files', () => {
  it('are text, with nothing native among them or asked for by them', async () => {
    const bundles = await readBundles();
    expect(bundles.filter(({ name }) => !name.endsWith('.mjs')).map(({ name }) => name)).toEqual([]);
    const native = bundles.filter(({ text }) => /require\("[^"]*(?:\.node|sql-kernel[^"]*)"\)/.test(text));
    expect(native.map(({ name }) => name)).toEqual([]);
  });

  it('come with the licence of every package inside them', async () => {
    const inside = (await readBundles()).flatMap(({ text }) =>
      [...text.matchAll(/^ *\/\/ (?:\S*\/)?node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm)].map(
        ([, name]) => name,
      ),
    );
    expect(inside).toContain('@databricks/sql');
    const licences = await readFile(join(DIST, 'licenses.txt'), 'utf8');
    const missing = [...new Set(inside)].filter((name) => !licences.includes(`\n${name} `));
    expect(missing).toEqual([]);
  });
});

describe('a package that is about to be bundled', () => {
  it.each([
    ['has a licence that nobody has judged', 'SSPL-1.0', 'LICENSE', /licence "SSPL-1.0"/],
    ['names no licence', undefined, 'LICENSE', /licence "unknown"/],
    ['ships no licence text', 'MIT', 'index.js', /ships no licence text/],
  ])('is refused where it %s', async (_, license, file, message) => {
    const manifest = JSON.stringify({ name: 'left-pad', version: '1.0.0', license });
    await using root = await temporaryDirectory({
      'left-pad/package.json': manifest,
      [`left-pad/${file}`]: '',
    });
    await expect(readBundledPackages(root.path, ['left-pad'])).rejects.toThrow(message);
  });

  it('brings its notice along with its licence', async () => {
    await using root = await temporaryDirectory({
      'left-pad/package.json': JSON.stringify({ name: 'left-pad', version: '1.0.0', license: 'Apache-2.0' }),
      'left-pad/LICENSE': 'The licence.\r\n',
      'left-pad/NOTICE.txt': 'The notice.\n',
    });
    const [read] = await readBundledPackages(root.path, ['left-pad']);
    expect(read?.text).toBe('The licence.\n\nThe notice.');
  });
});
