import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { GATEWAY, pipelineText } from './config-text.ts';
import { memoryConfigFiles } from './memory-config-files.ts';

describe('the paths given', () => {
  let workingDirectory: string;

  beforeAll(async () => {
    workingDirectory = await mkdtemp(path.join(tmpdir(), 'tributary-config-'));
    const named = (name: string) =>
      pipelineText({ pipeline: `  name: ${name}`, target: `  type: embedded\n  schema: ${name}` });
    const files = {
      'conf/b.yaml': named('b'),
      'conf/a.yml': named('a'),
      'conf/notes.txt': 'not YAML: [',
      'conf/.hidden.yml': named('hidden'),
      'conf/deep/c.yml': named('c'),
      'conf/deep/deeper/d.yml': named('d'),
      'conf/node_modules/e.yml': named('e'),
      'odd[1].yml': named('odd'),
      'empty/notes.txt': '',
    };
    for (const [name, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(workingDirectory, name)), { recursive: true });
      await writeFile(path.join(workingDirectory, name), text);
    }
  });

  afterAll(() => rm(workingDirectory, { recursive: true }));

  const load = (...paths: string[]) => loadConfig({ paths, environment: {}, workingDirectory });

  it.each([
    ['a file', ['conf/b.yaml'], ['b']],
    ['a file that looks like a glob', ['odd[1].yml'], ['odd']],
    ['a directory, for its own YAML files in order', ['conf'], ['a', 'b']],
    ['a directory with a slash', ['conf/'], ['a', 'b']],
    ['a glob', ['conf/*.yml'], ['a']],
    ['a glob over directories', ['c*/deep/?.yml'], ['c']],
    ['a glob of any depth', ['conf/**/*.yml'], ['a', 'c', 'd']],
    ['one file by two paths, once', ['conf/a.yml', './conf/a.yml', 'conf'], ['a', 'b']],
  ])('may be %s', async (_, paths, names) => {
    const { pipelines, diagnostics } = await load(...paths);
    expect(diagnostics).toEqual([]);
    expect(pipelines.map(({ name }) => name)).toEqual(names);
  });

  it('may be absolute', async () => {
    const { pipelines } = await load(path.join(workingDirectory, 'conf/*.yaml'));
    expect(pipelines.map(({ name }) => name)).toEqual(['b']);
  });

  it.each(['none.yml', 'none/*.yml', 'empty', 'conf/a.yml/x'])(
    'are told when nothing is at %s',
    async (given) => {
      const { diagnostics } = await load(given, 'conf');
      expect(diagnostics).toMatchObject([{ file: given, line: 1, column: 1, code: 'path-missing' }]);
    },
  );

  it('are shown as they were given', async () => {
    await writeFile(path.join(workingDirectory, 'conf/deep/c.yml'), 'pipeline: 1\n');
    const { diagnostics } = await load('./conf/**/c.yml');
    expect(new Set(diagnostics.map(({ file }) => file))).toEqual(new Set(['./conf/deep/c.yml']));
  });
});

describe('a file', () => {
  const load = (content: string | Uint8Array | Error) =>
    loadConfig({
      paths: ['a.yml'],
      environment: {},
      workingDirectory: '/work',
      files: memoryConfigFiles({ '/work/a.yml': content }),
    });

  it('that may not be read is told as that', async () => {
    const { diagnostics } = await load(Object.assign(new Error('EACCES: /work/a.yml'), { code: 'EACCES' }));
    expect(diagnostics).toMatchObject([{ file: 'a.yml', code: 'file-unreadable' }]);
    expect(diagnostics[0]?.message).toContain('permission denied');
  });

  it('that is not UTF-8 is told at the first wrong byte', async () => {
    const bytes = Buffer.concat([Buffer.from('pipeline:\n  name: Größe'), Buffer.from([0xff, 0x41])]);
    expect((await load(bytes)).diagnostics).toMatchObject([{ line: 2, column: 14, code: 'file-not-utf8' }]);
    const cut = Buffer.from('name: ö').subarray(0, 7);
    expect((await load(cut)).diagnostics).toMatchObject([{ line: 1, column: 7, code: 'file-not-utf8' }]);
  });

  it('may begin with a byte order mark and have Windows line ends', async () => {
    const { diagnostics, pipelines } = await load(`\uFEFF${pipelineText().replaceAll('\n', '\r\n')}`);
    expect(diagnostics).toEqual([]);
    expect(pipelines).toHaveLength(1);
  });

  it('that is far too large is not parsed', async () => {
    const { diagnostics } = await load('# '.repeat(1024 * 1024));
    expect(diagnostics).toMatchObject([{ code: 'file-too-large' }]);
  });

  it('may hold a whole set of documents', async () => {
    const text = `---\n${GATEWAY}---\n${pipelineText({ source: '  gateway: main' })}---\nschedule: {type: manual}\n---\n`;
    const { pipelines, gateways, diagnostics } = await load(text);
    expect(diagnostics).toEqual([]);
    expect(pipelines).toHaveLength(1);
    expect(gateways).toEqual([{ name: 'main', host: 'db.internal', port: 5432 }]);
  });
});
