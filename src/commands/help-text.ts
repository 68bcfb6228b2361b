/** What `--help` says after the options: how a command is used, by example. */
export const HELP = {
  program: `
Tributary reads what changed in PostgreSQL since its last run from the write-ahead log, and merges it into
lakehouse tables. Pipelines are YAML files; each run goes on exactly where the last one ended.

Start here:
  $ tributary demo                                 watch it work, on a PostgreSQL of its own
  $ tributary validate --config pipelines/         check your files; no database needed
  $ tributary check --config pipelines/            prove that a run can work: rights, slot, target
  $ tributary run --config pipelines/              ingest
  $ tributary query "SHOW TABLES"                  look at the result

Exit codes:
  0  done; also when there was nothing to do, or another run is active
  1  failed; the message says what to do
  2  wrong usage or configuration; nothing was attempted

Environment variables:
  NO_COLOR              any value: no colours
  TRIBUTARY_LAKEHOUSE   the file that "tributary query" opens
  DATABRICKS_HOST, DATABRICKS_HTTP_PATH, DATABRICKS_CLIENT_ID, …
                        the workspace of a unity_catalog target, where its configuration does not say it
  every \${NAME} in your configuration files is taken from the environment`,

  run: `
Examples:
  $ tributary run --config gateway.yml pipeline.yml
  $ tributary run --config pipelines/ --pipeline orders_to_lake
  $ tributary run --config 'pipelines/*.yml' --max-duration 50m --report report.json
  $ tributary run --config pipelines/ --pipeline orders_to_lake --reload public.orders
  $ PG_PASSWORD=… tributary run --config pipelines/ --format json | jq '.reports[].status'

Several pipelines run one after the other. A run ends when it has caught up with the moment it was started; with
--max-duration, or on Ctrl-C, it ends earlier at a commit and the next run goes on from there. Press Ctrl-C twice
to leave at once: nothing is lost by that either.

Exit codes: 0 done, nothing to do, or another run is active · 1 failed · 2 wrong usage or configuration`,

  validate: `
Examples:
  $ tributary validate --config gateway.yml pipeline.yml
  $ tributary validate --config pipelines/ --allow-missing-variables

Reads the files and nothing else. All findings are listed at once, each with file, line and column.

Exit codes: 0 valid · 2 not valid, or wrong usage`,

  plan: `
Examples:
  $ tributary plan --config gateway.yml pipeline.yml
  $ tributary plan --config pipelines/ --migrations 'db/migrations/*.sql' --base origin/main
  $ tributary plan --config pipelines/ --format json | jq '.plans[].tables[] | select(.change == "added")'

Looks at PostgreSQL and at the target: tables that would be loaded, columns left out, SQL on the target, what a run
would stop at and the SQL that mends it. Migrations that are new since --base are applied, statement by statement,
to a scratch PostgreSQL (one is started unless --scratch-url names one), and each is told what it does to the target.

Exit codes: 0 the plan is made, also one that a run would stop at · 1 a side could not be looked at · 2 wrong usage
or configuration`,

  backfill: `
Examples:
  $ tributary backfill --config pipelines/ --pipeline orders_to_lake --dry-run
  $ tributary backfill --config pipelines/ --pipeline orders_to_lake --tables public.orders --mode refresh --confirm 1a2b3c4d5e6f
  $ tributary backfill --config pipelines/ --tables public.orders --mode refresh --key-range 1000..2000 --dry-run

The plan comes first: tables, rows, bytes, time. A plan that replaces rows is carried out only when --confirm repeats
its hash. The load goes by key ranges, each merged and checkpointed for itself, with the changes of the meantime in
between; one that ends early, or is killed, goes on where it was when the same command is given again.

Exit codes: 0 done, planned, or ended in time · 1 failed · 2 wrong usage or configuration, or not confirmed`,

  status: `
Examples:
  $ tributary status --config pipelines/
  $ tributary status --config pipelines/ --skip-target
  $ tributary status --config pipelines/ --format json | jq '.statuses[] | {pipeline, health, lagBytes}'

Exit codes: 0 every pipeline can go on · 1 one needs a person, or could not be looked at · 2 wrong usage or
configuration`,

  init: `
Examples:
  $ tributary init
  $ PG_PASSWORD=… tributary init --host db.internal --database shop --tables orders,customers --catalog main --yes
  $ tributary init --target embedded --offline --host localhost --database shop --tables orders --yes

Asks what the flags leave open, on a terminal. Writes pipelines/<name>.yml and three workflows, never over a file that
is there (--force replaces it), and prints the SQL grants and the federation policy that are left to be done by hand.
No password is written.

Exit codes: 0 written · 1 the database could not be looked at · 2 wrong usage`,

  check: `
Examples:
  $ tributary check --config gateway.yml pipeline.yml
  $ tributary check --config pipelines/ --pipeline orders_to_lake --skip-target
  $ tributary check --config pipelines/ --format json | jq '.checks[].points[] | select(.outcome == "failed")'

Looks at PostgreSQL and at the target as a run would, and lists each point: ✓ holds, ✗ does not hold (with the SQL
or the setting that mends it), – was not looked at or cannot be seen from here. No slot and no table is made; one
small file is put into the volume and removed. A SQL warehouse is started if it sleeps.

Exit codes: 0 no point is known to fail · 1 one does · 2 wrong usage or configuration`,

  query: `
Examples:
  $ tributary query "SHOW TABLES"
  $ tributary query "SELECT * FROM lakehouse.postgres_raw.pg_orders LIMIT 10"
  $ tributary query "DESCRIBE pg_orders" --lakehouse ./lakehouse.duckdb
  $ tributary query "SELECT count(*) FROM pg_orders" --config pipelines/ --format json

The lakehouse is opened for reading; the dialect is DuckDB's. Without --lakehouse and --config the file is the one
that TRIBUTARY_LAKEHOUSE names, else ./lakehouse.duckdb, else the one that "tributary demo" left.
While a run writes the lakehouse a query has to wait, and the other way round.

Exit codes: 0 done · 1 failed, for example locked by a run · 2 wrong usage, for example an unknown table`,

  demo: `
Starts a PostgreSQL of its own in ./.tributary, fills it with a small shop, and tells the story of a pipeline: first
load, changes, a new column, an idle run, a run that is killed, the run after it, and a comparison of all rows.
Leaves the lakehouse file for you to query. Takes about a minute.

Exit codes: 0 every step held · 1 one did not`,
} as const;
