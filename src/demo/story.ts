import { stat } from 'node:fs/promises';
import pg from 'pg';
import { IngestError } from '../model/ingest-error.ts';
import { formatBytes, formatCount, formatDuration } from '../report/quantity.ts';
import { wantsColours } from '../report/terminal-style.ts';
import { playCrash } from './crash-step.ts';
import {
  type DemoFiles,
  locateDemoFiles,
  removeTemporaryFiles,
  shownPath,
  writeDemoFiles,
} from './demo-files.ts';
import { type LocalPostgres, startLocalPostgres } from './local-postgres.ts';
import { type DemoOutput, Narrator } from './narrator.ts';
import { PromiseBrokenError, type Scene, shownCommand, TARGET_SCHEMA } from './scene.ts';
import { countShop, openShop, prepareForReplication, SHOP } from './shop.ts';
import {
  playBusiness,
  playComparison,
  playDrift,
  playFirstLoad,
  playIdleRun,
  playQuestions,
} from './steps.ts';
import { TributaryCommand } from './tributary-command.ts';

export interface DemoOptions {
  /** Everything lies in `.tributary/demo` beneath it. */
  readonly workingDirectory: string;
  /** The file that the command line starts from. */
  readonly cliEntry: string;
  readonly stdout: DemoOutput;
  /** Ends the story early; everything but the lakehouse file is removed all the same. */
  readonly signal: AbortSignal;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

interface Step {
  readonly title: string;
  readonly play: (scene: Scene) => Promise<void>;
}

const STEPS: readonly Step[] = [
  { title: 'First load', play: playFirstLoad },
  { title: 'Random business, and an interval run', play: playBusiness },
  { title: 'A column is added', play: playDrift },
  { title: 'Nothing happens', play: playIdleRun },
  { title: 'Runs are killed in the middle', play: playCrash },
  { title: 'Source and lakehouse, compared as a whole', play: playComparison },
  { title: 'The queries that people validate with', play: playQuestions },
];

/** The password of the role that the pipeline uses; the server is reachable from this machine only, for a minute. */
const PIPELINE_PASSWORD = 'StrongPasswordHere';

/**
 * Tells on a real PostgreSQL what Tributary does, and tries every promise that it makes on the way. True when all of
 * them held. PostgreSQL and its data are gone afterwards, whatever happened; the lakehouse file stays.
 */
export async function runDemo(options: DemoOptions): Promise<boolean> {
  const colours = wantsColours(options.stdout.isTTY === true, options.environment);
  const narrator = new Narrator(options.stdout, { colours });
  const files = locateDemoFiles(options.workingDirectory);
  const startedAt = performance.now();
  using hangup = stopOnHangup(options.signal);
  try {
    narrator.title(
      'Tributary: a real PostgreSQL, a real lakehouse file, and what happens in between.',
      `Everything lies in ${shownPath(files.directory, options.workingDirectory)}.`,
    );
    await tell({ ...options, signal: hangup.signal }, files, narrator);
    const took = formatDuration(performance.now() - startedAt);
    await sayGoodbye(narrator, files, options.workingDirectory, took);
    return true;
  } catch (error) {
    narrator.failed(
      hangup.signal.aborted ? 'Stopped. PostgreSQL and its data are gone.' : describeFailure(error),
    );
    return false;
  } finally {
    await removeTemporaryFiles(files);
  }
}

/** Whoever closes the terminal wants the demo to end as well; by default Node would not tidy up. */
function stopOnHangup(signal: AbortSignal): Disposable & { readonly signal: AbortSignal } {
  const hangup = new AbortController();
  const stop = () => hangup.abort();
  process.on('SIGHUP', stop);
  return {
    signal: AbortSignal.any([signal, hangup.signal]),
    [Symbol.dispose]: () => process.off('SIGHUP', stop),
  };
}

async function tell(options: DemoOptions, files: DemoFiles, narrator: Narrator): Promise<void> {
  narrator.chapter('A PostgreSQL to read from');
  await using postgres = await startLocalPostgres({ dataDirectory: files.postgres, persistent: false });
  options.signal.throwIfAborted();
  await using shop = await openShopDatabase(postgres);
  await writeDemoFiles(files, postgres.port);
  await sayWhatIsThere(narrator, shop.client, postgres);
  const scene = makeScene(options, files, narrator, shop.client);
  for (const step of STEPS) {
    options.signal.throwIfAborted();
    narrator.chapter(step.title);
    await step.play(scene);
  }
}

interface ShopDatabase extends AsyncDisposable {
  readonly client: pg.Client;
}

/** Creates the shop's database and prepares it as an administrator would. */
async function openShopDatabase(postgres: LocalPostgres): Promise<ShopDatabase> {
  const connection = {
    host: postgres.host,
    port: postgres.port,
    user: postgres.superuser,
    password: postgres.password.reveal(),
  };
  const admin = new pg.Client({ ...connection, database: 'postgres' });
  await admin.connect();
  await admin.query(/*sql*/ `CREATE DATABASE ${SHOP.database}`);
  await admin.end();
  const client = new pg.Client({ ...connection, database: SHOP.database });
  // The server may go first when the demo is given up.
  client.on('error', () => undefined);
  await client.connect();
  await openShop(client);
  await prepareForReplication(client, PIPELINE_PASSWORD);
  return { client, [Symbol.asyncDispose]: async () => await client.end() };
}

async function sayWhatIsThere(narrator: Narrator, client: pg.Client, postgres: LocalPostgres): Promise<void> {
  const server = await client.query<{ server_version: string }>('SHOW server_version');
  const shop = await countShop(client);
  narrator.say(
    `A shop: ${formatCount(shop.customers)} customers (with ssn and credit_card_number), ${formatCount(shop.orders)} orders ` +
      `(${formatCount(shop.longNotes)} with notes of 9 kB), ${formatCount(shop.payments)} payments.`,
  );
  narrator.say(
    `An administrator's part: role ${SHOP.replicationUser}, its grants, publication ${SHOP.publication}.`,
  );
  narrator.held(
    `PostgreSQL ${server.rows[0]?.server_version ?? ''} listens on ${postgres.host}:${postgres.port}.`,
  );
}

function makeScene(options: DemoOptions, files: DemoFiles, narrator: Narrator, client: pg.Client): Scene {
  const { workingDirectory, cliEntry, signal } = options;
  const { temporary } = files;
  const environment = {
    ...options.environment,
    PG_PASSWORD: PIPELINE_PASSWORD,
    TMPDIR: temporary,
    TEMP: temporary,
  };
  const tributary = new TributaryCommand({ cliEntry, workingDirectory, environment, signal });
  return { workingDirectory, files, narrator, client, tributary, signal };
}

async function sayGoodbye(
  narrator: Narrator,
  files: DemoFiles,
  workingDirectory: string,
  took: string,
): Promise<void> {
  const { size } = await stat(files.lakehouse);
  const shown = shownPath(files.lakehouse, workingDirectory);
  narrator.chapter('Your turn');
  narrator.say(
    `PostgreSQL is gone; the lakehouse stays: ${shown} (${formatBytes(size)}). Any DuckDB opens it. So does:`,
  );
  const query = /*sql*/ `SELECT status, count(*), sum(amount) FROM ${TARGET_SCHEMA}.pg_orders WHERE NOT _deleted GROUP BY status`;
  narrator.command(shownCommand(['query', query]));
  narrator.say(`The pipeline is in ${shownPath(files.pipeline, workingDirectory)}, and reads like your own.`);
  narrator.held(`Everything held, in ${took}.`);
}

function describeFailure(error: unknown): string {
  if (error instanceof PromiseBrokenError) return error.message;
  if (error instanceof IngestError) return [error.message, error.solution ?? ''].join('\n').trimEnd();
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
