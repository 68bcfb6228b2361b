import path from 'node:path';
import { nodeConfigFiles } from '../config/config-files.ts';
import { expandPath, withoutRepeats } from '../config/config-paths.ts';
import type { ChangedFile } from '../foretell/changed-files.ts';
import type { ForetellOptions } from '../foretell/foretell.ts';
import { type MigrationPath, readScript, sortMigrations } from '../foretell/migration-files.ts';
import type { ForetoldFile, ForetoldReport } from '../model/foretold.ts';
import { IngestError } from '../model/ingest-error.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { Secret } from '../model/secret.ts';

export interface ForetellMigrationsOptions {
  /** Paths, directories or globs of SQL migrations, as a user gives them. */
  readonly migrations: readonly string[];
  /** Absolute; given paths are meant from here. */
  readonly workingDirectory: string;
  /** What the change touches, paths relative to `workingDirectory` or absolute. */
  readonly changes: readonly ChangedFile[];
  readonly pipelines: readonly Pipeline[];
  readonly scratch: ScratchServer;
  /** SQL that makes the schema on which the migrations build, if they do not build on nothing. */
  readonly baseSchema: string | undefined;
  /** Rows at the source by pipeline and table (`public.orders`), as far as somebody has looked. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Where migrations are tried. */
export type ScratchServer =
  | {
      readonly tag: 'given';
      readonly url: Secret;
      /** The user says that the database of the URL holds the base schema: then a copy of it is used. */
      readonly holdsBase: boolean;
    }
  /** A server of our own, which is started only when there is something to foretell. */
  | { readonly tag: 'started'; readonly start: () => Promise<StartedServer> };

export interface StartedServer extends AsyncDisposable {
  readonly url: Secret;
}

/**
 * What the migrations that a change adds will do to the lakehouse. `undefined` when it touches none: then no server is
 * contacted.
 *
 * Throws `usage-invalid` for paths that hold no migration, and for a scratch database that may not be used; and what
 * connecting throws. What the migrations themselves do wrong stands in the report.
 */
export async function foretellMigrations(
  options: ForetellMigrationsOptions,
): Promise<ForetoldReport | undefined> {
  const found = await findMigrations(options);
  const sorted = sortMigrations(found, options.changes, options.workingDirectory);
  if (sorted.changed.length + sorted.edited.length === 0) return undefined;
  const holdsBase = options.scratch.tag === 'given' && options.scratch.holdsBase;
  if (holdsBase && options.baseSchema !== undefined) throw contradiction(options.baseSchema);
  const base = holdsBase ? [] : [...schemaFiles(options), ...sorted.base];
  const { foretell } = await import('../foretell/foretell.ts');
  const { Scratch } = await import('../foretell/scratch.ts');
  const { dialectOf } = await import('../plan/dialect-of.ts');
  const scripts = {
    base: await Promise.all(base.map(read)),
    changed: await Promise.all(sorted.changed.map(read)),
  };
  await using server = options.scratch.tag === 'given' ? undefined : await options.scratch.start();
  const url = options.scratch.tag === 'given' ? options.scratch.url : server?.url;
  if (url === undefined) throw new TypeError('a started server has a URL');
  await using scratch = await Scratch.open({ url, holdsBase });
  const request: ForetellOptions = {
    ...scripts,
    client: scratch.client,
    origin: holdsBase ? 'scratch-database' : 'files',
    pipelines: options.pipelines.map((pipeline) => ({
      pipeline,
      dialect: dialectOf(pipeline.target),
      rows: options.rows.get(pipeline.name) ?? new Map(),
    })),
  };
  const report = await foretell(request).catch((error: unknown) => {
    throw scratch.translate(error);
  });
  return { ...report, files: [...sorted.edited.map(editedFile), ...report.files] };
}

async function findMigrations({
  migrations,
  workingDirectory,
}: ForetellMigrationsOptions): Promise<readonly MigrationPath[]> {
  const found = await Promise.all(
    migrations.map(async (given) => {
      // Of a directory, `expandPath` finds the configuration files.
      const isDirectory =
        (await nodeConfigFiles.kindOf(path.resolve(workingDirectory, given))) === 'directory';
      const glob = isDirectory ? `${given.replace(/\/+$/, '')}/**/*.sql` : given;
      const expansion = await expandPath(glob, workingDirectory, nodeConfigFiles);
      if (expansion.tag === 'files') return expansion.paths;
      throw new IngestError('usage-invalid', `There is no migration at ${given}.`, {
        solution: 'Give the path of a file, a directory, or a glob such as db/migrations/*.sql.',
      });
    }),
  );
  return withoutRepeats(found.flat());
}

function schemaFiles({ baseSchema, workingDirectory }: ForetellMigrationsOptions): readonly MigrationPath[] {
  return baseSchema === undefined
    ? []
    : [{ shown: baseSchema, absolute: path.resolve(workingDirectory, baseSchema) }];
}

async function read({ shown, absolute }: MigrationPath) {
  try {
    return readScript(shown, await nodeConfigFiles.read(absolute));
  } catch (cause) {
    if (cause instanceof IngestError) throw cause;
    throw new IngestError('usage-invalid', `${shown} cannot be read.`, {
      solution: 'Check the path and its permissions.',
      cause,
    });
  }
}

function contradiction(baseSchema: string): IngestError {
  return new IngestError(
    'usage-invalid',
    `The base schema is said to be both in the scratch database and in ${baseSchema}.`,
    { solution: 'Give one of the two.' },
  );
}

function editedFile({ shown }: MigrationPath): ForetoldFile {
  const sentence =
    'This migration was there before the change: databases that have applied it do not apply it again, so the edit reaches none of them.';
  return {
    path: shown,
    status: 'edited',
    statements: [
      {
        line: 1,
        column: 1,
        endLine: 1,
        summary: 'an edited migration',
        outcomes: [
          {
            tag: 'edited',
            severity: 'warning',
            pipeline: null,
            table: null,
            column: null,
            code: null,
            sentence,
            solution: 'Undo the edit, and write it as a migration of its own.',
            targetSql: [],
            undoneBy: null,
          },
        ],
      },
    ],
  };
}
