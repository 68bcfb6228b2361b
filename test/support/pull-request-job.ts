import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MemoryCatalog } from './front/memory-catalog.ts';
import { stateEngine } from './front/state-engine.ts';
import { startWorkspaceOver, type Workspace } from './front/workspace.ts';
import { pullRequestEvent } from './github/events.ts';
import { type FakeGithub, startGithub } from './github/fake-github.ts';
import type { GithubComment, GithubPullFile } from './github/github-state.ts';
import { openDatabase, type TestDatabase } from './postgres.ts';
import { SAMPLE_FEDERATION } from './runner-databricks.ts';
import { type ActionResult, type RunActionOptions, runAction } from './runner-emulator.ts';
import { sampleConfig } from './sample-config.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { REPLICATION_USER } from './test-server.ts';

/** A pull request's job with credentials, on the packaged Action: a database, a workspace and a GitHub to comment on. */
export interface PullRequestJob extends AsyncDisposable {
  readonly database: TestDatabase;
  readonly workspace: Workspace<MemoryCatalog>;
  /** Pull request 7 is open in it. */
  readonly github: FakeGithub;
  /** A pipeline of this database into that workspace, which selects these tables of the schema `public`. */
  config(tables: readonly string[], name?: string): string;
  /** Writes a file of the repository: the pull request's next commit. */
  write(path: string, text: string): Promise<void>;
  /** Runs a command on `pipeline.yml`, as pull request 7 unless told otherwise. */
  run(inputs?: Readonly<Record<string, string>>, options?: Partial<RunActionOptions>): Promise<ActionResult>;
  /** What GitHub says of the files that the pull request changes. */
  changes(files: readonly GithubPullFile[]): void;
  /** The comments of the pull request, oldest first. */
  comments(): readonly GithubComment[];
}

/** Runs the SQL, publishes all tables, and selects `orders` in `pipeline.yml`. */
export async function openPullRequestJob(setup: string): Promise<PullRequestJob> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await openDatabase());
  await database.sql(setup);
  await database.prepareAsSource();
  const volumes = stack.use(await temporaryDirectory());
  const catalog = new MemoryCatalog(volumes.path, ['lakehouse']);
  const workspace = stack.use(
    await startWorkspaceOver({
      engine: stateEngine({ catalog }),
      catalog: () => catalog,
      ...SAMPLE_FEDERATION,
    }),
  );
  const github = stack.use(await startGithub());
  github.addPull();
  const config: PullRequestJob['config'] = (tables, name = 'orders_to_lake') =>
    sampleConfig({
      name,
      table: tables.join('\n        - name: '),
      target: 'unity_catalog',
      port: database.connection.port,
      database: database.name,
      slot: `${database.name}_${name}`,
      passwordVariable: 'PG_PASSWORD',
    });
  const repository = stack.use(await temporaryDirectory({ 'pipeline.yml': config(['orders']) }));
  const { front, issuer } = workspace;
  const owned = stack.move();
  return {
    database,
    workspace,
    github,
    config,
    write: async (path, text) => {
      await mkdir(dirname(join(repository.path, path)), { recursive: true });
      await writeFile(join(repository.path, path), text);
    },
    run: (inputs, options) =>
      runAction({
        inputs: { command: 'plan', config: 'pipeline.yml', ...inputs },
        workspace: repository.path,
        env: {
          PG_PASSWORD: REPLICATION_USER.password,
          DATABRICKS_HOST: front.host,
          DATABRICKS_HTTP_PATH: front.httpPath,
          DATABRICKS_CLIENT_ID: SAMPLE_FEDERATION.policies?.[0]?.clientId ?? '',
          NODE_EXTRA_CA_CERTS: front.caFile,
        },
        job: identityOf(issuer.environment),
        event: pullRequestEvent(),
        github,
        secrets: [REPLICATION_USER.password, issuer.environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? ''],
        ...options,
      }),
    changes: (files) => {
      const pull = github.issue(7);
      if (pull.pull !== undefined) github.state.updateIssue(pull, { pull: { ...pull.pull, files } });
    },
    comments: () => github.commentsOf(7),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Where the job asks who it is; the issuer's other variables would say another event. */
function identityOf(environment: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => name.startsWith('ACTIONS_')));
}
