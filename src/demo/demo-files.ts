import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { SHOP } from './shop.ts';

/** Where the demo keeps what, absolute. */
export interface DemoFiles {
  readonly directory: string;
  readonly gateway: string;
  readonly pipeline: string;
  readonly report: string;
  readonly lakehouse: string;
  readonly postgres: string;
  /** Temporary files of runs: one that is killed cannot tidy up. */
  readonly temporary: string;
}

/** Everything of the demo lies here, relative to the working directory; git ignores it. */
const DEMO_DIRECTORY = join('.tributary', 'demo');

export function locateDemoFiles(workingDirectory: string): DemoFiles {
  const directory = join(workingDirectory, DEMO_DIRECTORY);
  return {
    directory,
    gateway: join(directory, 'gateway.yml'),
    pipeline: join(directory, 'pipeline.yml'),
    report: join(directory, 'run-report.json'),
    lakehouse: join(directory, 'lakehouse.duckdb'),
    postgres: join(directory, 'postgres'),
    temporary: join(directory, 'tmp'),
  };
}

/** A path as a reader in the working directory would type it. */
export function shownPath(path: string, workingDirectory: string): string {
  return relative(workingDirectory, path);
}

/** Removes what an earlier demo left, its PostgreSQL apart, and writes the configuration of this one. */
export async function writeDemoFiles(files: DemoFiles, port: number): Promise<void> {
  await mkdir(files.temporary, { recursive: true });
  for (const path of [files.report, ...lakehousePaths(files)])
    await rm(path, { recursive: true, force: true });
  await writeFile(files.gateway, buildGateway(port));
  await writeFile(files.pipeline, PIPELINE);
}

/** Takes the runs' temporary files away. */
export async function removeTemporaryFiles(files: DemoFiles): Promise<void> {
  await rm(files.temporary, { recursive: true, force: true });
}

/** The lakehouse file and what may lie beside it: DuckDB's own log, staged files, the selection of the last run. */
function lakehousePaths({ lakehouse }: DemoFiles): readonly string[] {
  return ['', '.wal', '.staging', '.selection'].map((ending) => `${lakehouse}${ending}`);
}

function buildGateway(port: number): string {
  return `gateway:
  name: pg-gateway-demo
  mode: self_hosted

source:
  type: postgresql
  host: 127.0.0.1
  port: ${port}
  database: ${SHOP.database}
  username: ${SHOP.replicationUser}
  password: \${PG_PASSWORD}
  sslmode: disable # this server is on your own machine; over a network: verify-full

cdc:
  enabled: true
  slot_name: ${SHOP.slot}
  publication_name: ${SHOP.publication}
  heartbeat_interval_sec: 10
`;
}

/** The users' own kind of pipeline; only the target is a file on this machine. */
const PIPELINE = `pipeline:
  name: pg_orders_to_lakehouse
  description: Ingest PostgreSQL orders/customers/payments into a lakehouse file

source:
  type: postgresql
  gateway: pg-gateway-demo
  mode: incremental_cdc
  cdc:
    initial_load: true
    include_deleted_rows: true

selection:
  schemas:
    - name: public
      tables:
        - name: orders
        - name: customers
        - name: payments

  exclude_columns:
    - table: customers
      columns: ["ssn", "credit_card_number"]

target:
  type: embedded # later: unity_catalog
  path: lakehouse.duckdb
  catalog: lakehouse
  schema: postgres_raw
  table_naming:
    prefix: pg_
    case: lower
  write_mode:
    type: merge
    keys:
      orders: ["order_id"]
      customers: ["customer_id"]
      payments: ["payment_id"]

schedule:
  type: manual
`;
