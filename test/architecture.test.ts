import { describe, expect, it } from 'vitest';
import { readSourceFiles, type SourceFile } from './support/source-imports.ts';

interface Rule {
  /** Folders of src whose files it may import, besides its own; `folder/file.ts` names a port. */
  readonly mayImport: readonly string[];
  readonly packages: readonly string[];
  /** Pure folders get nothing from Node either: no file, no clock, no network. */
  readonly node: boolean;
}

const PORTS = ['warehouse/warehouse.ts', 'source/source.ts', 'report/reporter.ts'];
const STAGES = ['decode', 'compact', 'schema', 'source', 'stage', 'merge', 'checkpoint', 'acknowledge.ts'];

/**
 * The layout of src as a table: who may know whom. Longer paths come before the folders that hold them.
 * Stages do not know each other; only `ingest` knows their order; only the doors know the world.
 */
const RULES: Readonly<Record<string, Rule>> = {
  'cli.ts': {
    mayImport: ['commands', 'config', 'demo', 'model', 'query', 'report'],
    packages: ['commander'],
    node: true,
  },
  'action.ts': { mayImport: ['commands', 'report', 'workflow'], packages: [], node: true },
  workflow: {
    mayImport: ['commands', 'config', 'foretell', 'model', 'plan', 'report', 'schedule'],
    packages: [],
    node: true,
  },
  commands: {
    mayImport: [
      'check',
      'config',
      'foretell',
      'ingest',
      'init',
      'model',
      'plan',
      'query',
      'report',
      'schedule',
      'source',
      'status',
      'warehouse',
    ],
    packages: [],
    node: true,
  },
  check: {
    mayImport: ['checkpoint', 'ingest', 'model', 'report', 'schema', 'source/source.ts', 'warehouse'],
    packages: [],
    node: true,
  },
  plan: {
    mayImport: [
      'check',
      'checkpoint',
      'config/lint/personal-data.ts',
      'ingest',
      'model',
      'report',
      'schema',
      'source/source.ts',
      'warehouse',
    ],
    packages: [],
    node: true,
  },
  foretell: {
    mayImport: ['ingest', 'model', 'report', 'schema', 'source'],
    packages: ['pg'],
    node: true,
  },
  init: {
    mayImport: [
      'config/did-you-mean.ts',
      'config/lint/personal-data.ts',
      'model',
      'report',
      'warehouse/databricks/federation-help.ts',
    ],
    packages: [],
    node: true,
  },
  query: { mayImport: ['model', 'report'], packages: ['@duckdb/node-api'], node: true },
  ingest: {
    mayImport: ['model', 'report/quantity.ts', ...STAGES, ...PORTS],
    packages: [],
    node: true,
  },
  schedule: { mayImport: ['model'], packages: ['croner'], node: false },
  status: {
    mayImport: ['checkpoint', 'ingest', 'model', 'report', 'source/source.ts', 'warehouse/warehouse.ts'],
    packages: [],
    node: false,
  },
  model: { mayImport: [], packages: [], node: false },
  decode: { mayImport: ['model'], packages: [], node: false },
  compact: { mayImport: ['model'], packages: [], node: false },
  schema: { mayImport: ['model'], packages: [], node: false },
  source: { mayImport: ['model'], packages: ['pg', 'pg-logical-replication'], node: true },
  stage: { mayImport: ['model', 'schema', ...PORTS], packages: ['hyparquet-writer'], node: true },
  merge: { mayImport: ['model', 'schema', ...PORTS], packages: [], node: false },
  checkpoint: { mayImport: ['model', 'schema', ...PORTS], packages: ['zod'], node: false },
  'acknowledge.ts': { mayImport: ['model', ...PORTS], packages: [], node: false },
  'warehouse/warehouse.ts': { mayImport: ['model'], packages: [], node: false },
  'warehouse/embedded': {
    mayImport: ['model', 'schema', 'warehouse/warehouse.ts'],
    packages: ['@duckdb/node-api'],
    node: true,
  },
  'warehouse/databricks': {
    mayImport: ['model', 'schema', 'warehouse/warehouse.ts'],
    packages: ['@databricks/sql'],
    node: true,
  },
  config: { mayImport: ['model', 'schedule'], packages: ['yaml', 'zod'], node: true },
  'report/github-reporter.ts': { mayImport: ['model', 'report'], packages: ['@actions/core'], node: false },
  'report/github': {
    mayImport: ['model', 'report'],
    packages: ['@actions/github', '@octokit/plugin-retry', '@octokit/plugin-throttling'],
    node: true,
  },
  report: { mayImport: ['model'], packages: [], node: false },
};

/** A show of the whole: it may import anything, and only the command line shows it. */
const DEMO = 'demo';
/** The only files that may see the process they run in: its arguments, environment, streams, signals, exit code. */
const MAY_SEE_PROCESS = ['cli.ts', 'action.ts', DEMO];
/** One file each: whoever wants to replace the package opens that file. */
const ONE_FILE_PACKAGES = [
  'hyparquet-writer',
  'commander',
  '@actions/core',
  '@actions/github',
  '@databricks/sql',
];

const files = readSourceFiles();
const ruled = files.filter((file) => !isWithin(file.path, DEMO));

describe('the layout of src', () => {
  it('has a rule for every file', () => {
    expect(ruled.filter((file) => ruleNameOf(file) === undefined).map(({ path }) => path)).toEqual([]);
  });

  it('imports only files that exist', () => {
    const known = new Set(files.map(({ path }) => path));
    expect(offences(files, ({ file }) => file !== undefined && !known.has(file))).toEqual([]);
  });

  it('lets a folder import only the folders that its rule names', () => {
    expect(
      ruled.flatMap((file) => {
        const name = ruleNameOf(file) ?? '';
        const allowed = [name, ...(RULES[name]?.mayImport ?? [])];
        return offences([file], (imported) => {
          const target = imported.file;
          return target !== undefined && !allowed.some((place) => isWithin(target, place));
        });
      }),
    ).toEqual([]);
  });

  it('lets a folder import only the packages that its rule names', () => {
    expect(
      ruled.flatMap((file) => {
        const allowed = RULES[ruleNameOf(file) ?? '']?.packages ?? [];
        return offences([file], ({ specifier }) => {
          const name = packageOf(specifier);
          return name !== undefined && !allowed.includes(name);
        });
      }),
    ).toEqual([]);
  });

  it('keeps pure folders free of Node', () => {
    const pure = ruled.filter((file) => RULES[ruleNameOf(file) ?? '']?.node === false);
    expect(offences(pure, ({ specifier }) => specifier.startsWith('node:'))).toEqual([]);
  });

  it.each(ONE_FILE_PACKAGES)('holds %s in one file of a folder', (name) => {
    const users = files.filter((file) => file.imports.some(({ specifier }) => packageOf(specifier) === name));
    const folders = users.map((file) => ruleNameOf(file));
    expect(folders).toEqual([...new Set(folders)]);
  });

  it('lets nobody import a door, and only the command line import the demo', () => {
    expect(offences(files, ({ file }) => file === 'cli.ts' || file === 'action.ts')).toEqual([]);
    const outsiders = ruled.filter(({ path }) => path !== 'cli.ts');
    expect(offences(outsiders, ({ file }) => file !== undefined && isWithin(file, DEMO))).toEqual([]);
  });

  it('keeps GitHub out of the command line: only the action and its steps import its reporter', () => {
    const others = files.filter(({ path }) => path !== 'action.ts' && !isWithin(path, 'workflow'));
    expect(offences(others, ({ file }) => file === 'report/github-reporter.ts')).toEqual([]);
  });

  it('keeps the client of GitHub out of the command line: only the action imports it', () => {
    const others = files.filter(({ path }) => path !== 'action.ts' && !path.startsWith('commands/action-'));
    expect(offences(others, ({ file }) => file === 'report/github/github-client.ts')).toEqual([]);
  });

  it('writes every import as a literal, so that a bundler and this test can follow it', () => {
    expect(matching(ruled, /\bimport\((?!\s*')/)).toEqual([]);
  });
});

describe('the code of src', () => {
  it('touches the process only in the doors', () => {
    const others = files.filter(({ path }) => !MAY_SEE_PROCESS.some((place) => isWithin(path, place)));
    expect(matching(others, /\bprocess\s*[.[](?!\.)|'(?:node:)?process'/)).toEqual([]);
  });

  it('never prints by console', () => {
    const others = files.filter(({ path }) => !isWithin(path, DEMO));
    expect(matching(others, /\bconsole\s*[.[]/)).toEqual([]);
  });

  it('has no default export', () => {
    expect(matching(files, /^export default\b/m)).toEqual([]);
  });

  it('names files by what they hold', () => {
    const buckets = /(?:^|[/-])(?:utils?|helpers?|common|types|lib|misc|index)(?:[/.-]|$)/;
    expect(files.map(({ path }) => path).filter((path) => buckets.test(path))).toEqual([]);
  });
});

describe('the rules themselves', () => {
  it('see the imports of this project', () => {
    const imports = files.flatMap((file) => file.imports);
    expect(imports.filter(({ file }) => file !== undefined).length).toBeGreaterThan(files.length);
    expect(imports.some(({ specifier }) => specifier === 'pg')).toBe(true);
  });
});

function offences(
  from: readonly SourceFile[],
  isOffence: (imported: SourceFile['imports'][number]) => boolean,
) {
  return from.flatMap((file) =>
    file.imports.filter(isOffence).map(({ specifier }) => `${file.path} imports ${specifier}`),
  );
}

function matching(from: readonly SourceFile[], pattern: RegExp): readonly string[] {
  return from.filter(({ code }) => pattern.test(code)).map(({ path }) => path);
}

function ruleNameOf(file: SourceFile): string | undefined {
  return Object.keys(RULES).find((name) => isWithin(file.path, name));
}

function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

/** `pg/lib/x.js` → `pg`; `undefined` for files and for Node's own modules. */
function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith('.') || specifier.startsWith('node:')) return undefined;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
