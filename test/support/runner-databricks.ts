import { cp, readdir, readFile, rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { GITHUB_ISSUER, SAMPLE_JOB, subjectOf } from './front/github-issuer.ts';
import type { OidcOptions } from './front/oidc-service.ts';
import type { TableCatalog } from './front/table-catalog.ts';
import type { Workspace } from './front/workspace.ts';
import { openDatabase, type TestDatabase } from './postgres.ts';
import { type ActionResult, type RunActionOptions, runAction } from './runner-emulator.ts';
import { sampleConfig } from './sample-config.ts';
import { type TemporaryDirectory, temporaryDirectory } from './temporary-directory.ts';
import { REPLICATION_USER } from './test-server.ts';

const PROJECT = resolve(import.meta.dirname, '../..');

const CLIENT_ID = '11111111-2222-4333-8444-555555555555';
const AUDIENCE = '22222222-3333-4444-8555-666666666666';

/** A workspace that lets the sample job in, by its identity and nothing else. */
export const SAMPLE_FEDERATION: OidcOptions = {
  policies: [
    { issuer: GITHUB_ISSUER, audience: AUDIENCE, subject: subjectOf(SAMPLE_JOB), clientId: CLIENT_ID },
  ],
  defaultAudience: AUDIENCE,
};

/** The packaged Action in a place where there is nothing else, above all no packages. */
export interface PackagedAction extends TemporaryDirectory {
  /** Takes the files of the Databricks driver away until the result is disposed of. */
  takeDriverAway(): Promise<AsyncDisposable>;
}

export async function copyPackagedAction(): Promise<PackagedAction> {
  const directory = await temporaryDirectory();
  for (const name of ['action.yml', 'dist'])
    await cp(join(PROJECT, name), join(directory.path, name), { recursive: true });
  return {
    ...directory,
    takeDriverAway: async () => {
      const place = join(directory.path, 'dist/action');
      const parts = await driverParts(place);
      if (parts.length === 0) throw new Error('No part of the packaged Action holds the driver');
      for (const part of parts) await rename(join(place, part), join(directory.path, part));
      return {
        [Symbol.asyncDispose]: async () => {
          for (const part of parts) await rename(join(directory.path, part), join(place, part));
        },
      };
    },
  };
}

/** The driver's own files say where they come from, as everything in a bundle does. */
async function driverParts(place: string): Promise<readonly string[]> {
  const texts = await Promise.all(
    (await readdir(place)).map(async (name) => ({ name, text: await readFile(join(place, name), 'utf8') })),
  );
  return texts
    .filter(({ text }) => text.includes('\n// node_modules/@databricks/sql/'))
    .map(({ name }) => name);
}

/** A scheduled job that ingests a table `orders` of three rows into a workspace, on the packaged Action. */
export interface DatabricksJob extends AsyncDisposable {
  readonly database: TestDatabase;
  readonly action: PackagedAction;
  /** As the configuration names it: `orders_to_lake`. */
  readonly pipeline: string;
  /** `catalog.schema` of the target. */
  readonly schema: string;
  /** `catalog.schema.volume` of the staged files. */
  readonly volume: string;
  /** Runs the Action, without a token of GitHub's unless there is a GitHub. Throws also where a token of the workspace's or the job's identity is visible. */
  run(options?: Partial<RunActionOptions>): Promise<ActionResult>;
  /** The LSN that the slot has confirmed; `undefined` where there is no slot. */
  confirmedLsn(): Promise<bigint | undefined>;
}

export interface DatabricksJobOptions {
  /** Run at the source after the table was made and filled. */
  readonly setup?: string;
  /** Appended to the pipeline's document. */
  readonly configuration?: string;
}

/** `catalog` must be in the workspace. */
export async function openDatabricksJob<Catalog extends TableCatalog>(
  { front, issuer }: Workspace<Catalog>,
  catalog: string,
  { setup = '', configuration = '' }: DatabricksJobOptions = {},
): Promise<DatabricksJob> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await openDatabase());
  await database.sql('CREATE TABLE orders (order_id bigint PRIMARY KEY, amount numeric(12,2), notes text)');
  await database.sql(`INSERT INTO orders VALUES (1, 10.50, 'first'), (2, 20, NULL), (3, NULL, 'third')`);
  if (setup !== '') await database.sql(setup);
  await database.prepareAsSource();
  const pipeline = 'orders_to_lake';
  const slot = `${database.name}_slot`;
  const config = sampleConfig({
    name: pipeline,
    target: 'unity_catalog',
    port: database.connection.port,
    database: database.name,
    slot,
    passwordVariable: 'PG_PASSWORD',
  }).replace('catalog: lakehouse', `catalog: ${catalog}`);
  const repository = stack.use(await temporaryDirectory({ 'pipeline.yml': config + configuration }));
  const temporary = stack.use(await temporaryDirectory());
  const action = stack.use(await copyPackagedAction());
  const schema = `${catalog}.${pipeline}_raw`;
  const owned = stack.move();
  return {
    database,
    action,
    pipeline,
    schema,
    volume: `${schema}.tributary`,
    run: async (options) => {
      const result = await runAction({
        inputs: { command: 'run', config: 'pipeline.yml' },
        workspace: repository.path,
        actionDirectory: action.path,
        env: {
          PG_PASSWORD: REPLICATION_USER.password,
          DATABRICKS_HOST: front.host,
          DATABRICKS_HTTP_PATH: front.httpPath,
          DATABRICKS_CLIENT_ID: CLIENT_ID,
          NODE_EXTRA_CA_CERTS: front.caFile,
          TMPDIR: temporary.path,
        },
        job: options?.github === undefined ? issuer.environment : identityOf(issuer.environment),
        event: { name: 'schedule', payload: { schedule: '*/15 * * * *' } },
        secrets: [REPLICATION_USER.password, ...Object.values(issuer.environment).filter(isUuid)],
        // Nobody is asked again and again who never answers.
        ...(options?.github === undefined ? { token: '' } : {}),
        ...options,
      });
      const report = await readFile(join(repository.path, 'tributary-report.json'), 'utf8').catch(() => '');
      requireNoToken([result.log, result.summary, report].join('\n'), bearerTokens(front.calls));
      return result;
    },
    confirmedLsn: async () => {
      const [row] = await database.sql(
        `SELECT (confirmed_flush_lsn - '0/0')::text AS lsn FROM pg_replication_slots WHERE slot_name = '${slot}'`,
      );
      return row === undefined ? undefined : BigInt(String(row['lsn']));
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Where the job asks who it is, without the issuer's own word for what has started it. */
function identityOf(environment: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => name.startsWith('ACTIONS_')));
}

/** The token with which a job asks for its identity. */
function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

function bearerTokens(calls: Workspace<TableCatalog>['front']['calls']): ReadonlySet<string> {
  const tokens = calls.flatMap(
    ({ headers }) => /^bearer (.+)$/i.exec(headers['authorization'] ?? '')?.[1] ?? [],
  );
  return new Set(tokens);
}

/** A JWT begins with a JSON object in base64. */
function requireNoToken(text: string, tokens: ReadonlySet<string>): void {
  const isVisible = [...tokens].some((token) => text.includes(token)) || /\beyJ[\w-]{10,}/.test(text);
  if (isVisible) throw new Error(`a token is visible\n${text}`);
}
