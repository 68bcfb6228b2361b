import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, inject, it } from 'vitest';
import {
  type ForetellMigrationsOptions,
  foretellMigrations,
} from '../../src/commands/foretell-migrations.ts';
import { readChangedFiles } from '../../src/foretell/changed-files.ts';
import { Secret } from '../../src/model/secret.ts';
import { outcomesIn, scratchUrl } from '../foretell/foretell-changes.ts';
import { openDatabase, type TestDatabase } from '../support/postgres.ts';
import { samplePipeline } from '../support/sample-pipeline.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const PIPELINE = samplePipeline({
  selection: { schemas: [{ name: 'public', tables: undefined }], excludeColumns: [], includeColumns: [] },
});

const FILES = {
  'db/V1__start.sql': 'CREATE TABLE items (id int PRIMARY KEY, label text);',
  'db/V2__more.sql': 'ALTER TABLE items ADD COLUMN price int;',
  'db/V10__drop.sql': '\n  ALTER TABLE items DROP COLUMN label;',
};

function request(
  directory: string,
  changes: Partial<ForetellMigrationsOptions> = {},
): ForetellMigrationsOptions {
  return {
    migrations: ['db/*.sql'],
    workingDirectory: directory,
    changes: [{ path: 'db/V10__drop.sql', status: 'added' }],
    pipelines: [PIPELINE],
    scratch: { tag: 'given', url: scratchUrl(), holdsBase: false },
    baseSchema: undefined,
    rows: new Map(),
    ...changes,
  };
}

/** What a database holds, asked by a connection of its own. */
async function relationsOf(database: TestDatabase): Promise<readonly unknown[]> {
  const client = await database.openClient();
  const { rows } = await client.query(
    `SELECT relname::text AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
     UNION ALL SELECT nspname::text FROM pg_namespace WHERE nspname LIKE 'tributary%'
     UNION ALL SELECT evtname::text FROM pg_event_trigger
     UNION ALL SELECT pubname::text FROM pg_publication`,
  );
  return rows.map(({ name }) => name);
}

describe('migrations of a change', () => {
  it('are foretold on top of those that it does not touch', async () => {
    await using directory = await temporaryDirectory(FILES);
    const report = await foretellMigrations(request(directory.path));
    expect(report?.base.files).toEqual(['db/V1__start.sql', 'db/V2__more.sql']);
    expect(report?.files.map(({ path, status }) => [path, status])).toEqual([['db/V10__drop.sql', 'added']]);
    expect(report === undefined ? [] : outcomesIn(report)).toEqual(['2 info column-dropped label']);
  });

  it('are nothing to foretell when it touches none: no server is asked', async () => {
    await using directory = await temporaryDirectory(FILES);
    const nowhere = { tag: 'given', url: new Secret('postgres://127.0.0.1:1/x'), holdsBase: false } as const;
    const changes = [{ path: 'src/app.ts', status: 'modified' }] as const;
    expect(await foretellMigrations(request(directory.path, { changes, scratch: nowhere }))).toBeUndefined();
    await expect(foretellMigrations(request(directory.path, { scratch: nowhere }))).rejects.toMatchObject({
      code: 'source-unreachable',
    });
  });

  it('build on a base schema, and one that was edited is told as such', async () => {
    await using directory = await temporaryDirectory({
      ...FILES,
      'db/V1__start.sql': 'SELECT 1',
      'schema.sql': FILES['db/V1__start.sql'],
    });
    const changes = [
      { path: 'db/V10__drop.sql', status: 'added' },
      { path: 'db/V2__more.sql', status: 'modified' },
    ] as const;
    const report = await foretellMigrations(request(directory.path, { baseSchema: 'schema.sql', changes }));
    expect(report?.base.files).toEqual(['schema.sql', 'db/V1__start.sql', 'db/V2__more.sql']);
    expect(report === undefined ? [] : outcomesIn(report)).toEqual([
      '1 warning edited',
      '2 info column-dropped label',
    ]);
  });

  it('build on a copy of a scratch database that holds the base schema, which stays as it was', async () => {
    await using directory = await temporaryDirectory(FILES);
    await using database = await openDatabase();
    await database.sql(FILES['db/V1__start.sql']);
    await database.client.end();
    const url = scratchUrl(database.name);
    const refused = foretellMigrations(
      request(directory.path, { scratch: { tag: 'given', url, holdsBase: false } }),
    );
    await expect(refused).rejects.toThrow(/holds 1 table, so it may not be meant/);
    const report = await foretellMigrations(
      request(directory.path, { scratch: { tag: 'given', url, holdsBase: true } }),
    );
    expect(report?.base).toMatchObject({ origin: 'scratch-database', files: [] });
    expect(report === undefined ? [] : outcomesIn(report)).toEqual(['2 info column-dropped label']);
    expect(await relationsOf(database)).toEqual(['items']);
  });

  it('are found by what git says, and read from a server that was started for them', async () => {
    await using directory = await temporaryDirectory(FILES);
    const git = (...given: readonly string[]) =>
      promisify(execFile)('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...given], {
        cwd: directory.path,
      });
    await git('init', '-b', 'main');
    await git('add', 'db/V1__start.sql', 'db/V2__more.sql');
    await git('commit', '-m', 'start');
    await git('checkout', '-b', 'change');
    const lookUp = () => readChangedFiles({ workingDirectory: directory.path, base: 'main' });
    // Just written, staged, committed: it is new all the same.
    expect(await lookUp()).toEqual([{ path: 'db/V10__drop.sql', status: 'added' }]);
    await git('add', '.');
    expect(await lookUp()).toEqual([{ path: 'db/V10__drop.sql', status: 'added' }]);
    await git('commit', '-m', 'change');
    const changes = await lookUp();
    expect(changes).toEqual([{ path: 'db/V10__drop.sql', status: 'added' }]);
    let stops = 0;
    const scratch = {
      tag: 'started',
      start: async () => ({
        url: scratchUrl(),
        [Symbol.asyncDispose]: async () => {
          stops += 1;
        },
      }),
    } as const;
    const report = await foretellMigrations(request(directory.path, { changes, scratch }));
    expect(report === undefined ? [] : outcomesIn(report)).toEqual(['2 info column-dropped label']);
    expect(stops).toBe(1);
    await expect(
      readChangedFiles({ workingDirectory: directory.path, base: '--output=x' }),
    ).rejects.toMatchObject({ code: 'usage-invalid' });
  });

  it('leave nothing behind in the server', async () => {
    await using directory = await temporaryDirectory(FILES);
    await using database = await openDatabase();
    await database.client.end();
    const url = scratchUrl(database.name);
    await foretellMigrations(request(directory.path, { scratch: { tag: 'given', url, holdsBase: false } }));
    expect(await relationsOf(database)).toEqual([]);
  });

  it.each([
    ['a URL that is none', { tag: 'given', url: new Secret('mysql://hush@x/y'), holdsBase: false }],
    ['a role that is no superuser', { tag: 'given', url: new Secret(''), holdsBase: false }],
  ] as const)('are not tried with %s, and the URL is not told', async (_, scratch) => {
    await using directory = await temporaryDirectory(FILES);
    const { host, port } = inject('postgres');
    const url =
      scratch.url.reveal() === ''
        ? new Secret(`postgres://lakeflow_user:StrongPasswordHere@${host}:${port}/postgres`)
        : scratch.url;
    const foretold = foretellMigrations(request(directory.path, { scratch: { ...scratch, url } }));
    await expect(foretold).rejects.toMatchObject({ code: 'usage-invalid' });
    await expect(foretold).rejects.not.toThrow(/hush|StrongPassword/);
  });

  it('end with one clear error when they break the connection', async () => {
    const broken = {
      'db/V1__x.sql': 'SELECT 1;',
      'db/V10__drop.sql': 'SELECT pg_terminate_backend(pg_backend_pid());\nSELECT 2;',
    };
    await using directory = await temporaryDirectory(broken);
    await expect(foretellMigrations(request(directory.path))).rejects.toMatchObject({
      code: 'source-disconnected',
    });
  });

  it('must be there', async () => {
    await using directory = await temporaryDirectory(FILES);
    await expect(foretellMigrations(request(directory.path, { migrations: ['sql/*.sql'] }))).rejects.toThrow(
      /no migration at sql/,
    );
  });
});
