import { openDatabase, type TestDatabase } from './postgres.ts';
import { sampleConfig } from './sample-config.ts';
import { type TemporaryDirectory, temporaryDirectory } from './temporary-directory.ts';
import { REPLICATION_USER } from './test-server.ts';

/** A database with a published table `orders` of three rows, and a directory with the configuration for it. */
export interface SampleSource extends AsyncDisposable {
  readonly database: TestDatabase;
  readonly directory: TemporaryDirectory;
  /** What the configuration takes from the environment. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Makes one, with `pipeline.yml`, a slot of its own, and the lakehouse at its usual place. */
export async function openSampleSource(): Promise<SampleSource> {
  const database = await openDatabase();
  await database.sql('CREATE TABLE orders (order_id bigint PRIMARY KEY, amount numeric(12,2))');
  await database.sql('INSERT INTO orders VALUES (1, 10.50), (2, 20), (3, NULL)');
  await database.prepareAsSource();
  const config = sampleConfig({
    port: database.connection.port,
    database: database.name,
    slot: `${database.name}_slot`,
    passwordVariable: 'PG_PASSWORD',
  });
  const directory = await temporaryDirectory({ 'pipeline.yml': config });
  return {
    database,
    directory,
    environment: { PG_PASSWORD: REPLICATION_USER.password },
    [Symbol.asyncDispose]: async () => {
      await directory[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    },
  };
}
