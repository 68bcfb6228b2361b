import type pg from 'pg';
import { describe, expect, it } from 'vitest';
import type { ForetoldReport } from '../../src/model/foretold.ts';
import type { RunReport } from '../../src/model/run-report.ts';
import { Random } from '../support/random.ts';
import { TestPipeline } from '../support/test-pipeline.ts';
import { foretellChange } from './foretell-changes.ts';
import { RANDOM_BASE, RANDOM_ROWS, randomMigration } from './random-migration.ts';

/** What was foretold, and what a run did that came after the same migration. */
interface Trial {
  readonly statements: readonly string[];
  readonly foretold: ForetoldReport;
  readonly report: RunReport;
}

/** Applies statements as psql does with ON_ERROR_STOP: one by one, and what is open at the end is rolled back. */
async function apply(client: pg.Client, statements: readonly string[]): Promise<boolean> {
  try {
    for (const statement of statements) await client.query(statement);
    return true;
  } catch {
    return false;
  } finally {
    if (client.getTransactionStatus() !== 'I') await client.query('ROLLBACK');
  }
}

async function tablesOf(p: TestPipeline): Promise<readonly string[]> {
  const rows = await p.database.sql(`SELECT relname::text AS name FROM pg_class c
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
      AND EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'p') ORDER BY 1`);
  return rows.map(({ name }) => String(name));
}

async function tryMigration(
  p: TestPipeline,
  statements: readonly string[],
  publishes: boolean,
): Promise<Trial> {
  const base = publishes
    ? `${RANDOM_BASE} CREATE PUBLICATION lakeflow_publication FOR ALL TABLES;`
    : RANDOM_BASE;
  const change = statements.join(';\n');
  const foretold = await foretellChange({ base, change, pipelines: [p.pipeline] });
  const client = await p.database.openClient();
  const isApplied = await apply(client, statements);
  const fails = foretold.files
    .flatMap((file) => file.statements.flatMap(({ outcomes }) => outcomes))
    .some(({ tag }) => tag === 'fails');
  expect(fails).toBe(!isApplied);
  // A change to each table, so that the run looks at all of them.
  for (const table of await tablesOf(p)) await apply(client, [`INSERT INTO ${table} (id) VALUES (-1)`]);
  return { statements, foretold, report: await p.run() };
}

async function expectForetold(p: TestPipeline, { foretold, report }: Trial): Promise<void> {
  const [pipeline] = foretold.pipelines;
  expect(report.error?.code ?? null).toBe(pipeline?.code);
  if (report.error !== null || pipeline === undefined) return;
  const columns = (kind: string): readonly string[] =>
    report.drift
      .filter((one) => one.kind === kind)
      .map(({ table, column }) => `${table}.${column}`)
      .toSorted();
  const foretoldColumns = (list: typeof pipeline.addedColumns): readonly string[] =>
    list.map(({ table, column }) => `${table}.${column}`).toSorted();
  expect(columns('column-added')).toEqual(foretoldColumns(pipeline.addedColumns));
  expect(columns('column-dropped')).toEqual(foretoldColumns(pipeline.droppedColumns));
  const loaded = report.tables.filter(({ loadedRows }) => loadedRows > 0).map(({ source }) => source);
  expect(loaded.toSorted()).toEqual(pipeline.loads.map(({ table }) => table).toSorted());
  await expectTargets(p, foretold);
}

/** Tables equal their sources, unless it was foretold that rows change without a word in the log. */
async function expectTargets(p: TestPipeline, foretold: ForetoldReport): Promise<void> {
  const outcomes = foretold.files.flatMap((file) => file.statements.flatMap((one) => one.outcomes));
  const unseen = new Set(
    outcomes
      .filter(({ tag, severity }) => tag === 'unseen-change' && severity === 'warning')
      .map(({ table }) => table),
  );
  const selected = p.pipeline.selection.schemas[0]?.tables?.map(({ name }) => name);
  for (const table of await tablesOf(p)) {
    if (unseen.has(`public.${table}`) || selected?.includes(table) === false) continue;
    const leftover = ['a', 'b', 'c', 'd'];
    const rows = await p.database.sql(
      `SELECT attname::text AS name FROM pg_attribute WHERE attrelid = '${table}'::regclass AND attnum > 0 AND NOT attisdropped`,
    );
    const present = new Set(rows.map(({ name }) => name));
    await p.expectEqual(table, { leftoverColumns: leftover.filter((name) => !present.has(name)) });
  }
}

const NAMED = {
  selection: {
    schemas: [
      { name: 'public', tables: ['items', 'notes'].map((name) => ({ name, destinationTable: undefined })) },
    ],
  },
};

/** More seeds, or others, where somebody searches. */
const FIRST_SEED = Number(process.env['TRIBUTARY_TEST_SEED'] ?? 0);
const SEED_COUNT = Number(process.env['TRIBUTARY_TEST_SEEDS'] ?? 12);
const SEEDS = Array.from({ length: SEED_COUNT }, (_, index) => FIRST_SEED + index);

async function prove(seed: number, withRows: boolean): Promise<void> {
  const random = new Random(seed);
  const selection = random.chance(0.5) ? NAMED : {};
  await using p = await TestPipeline.open(`${RANDOM_BASE}${RANDOM_ROWS}`, selection);
  await p.ingest();
  const trial = await tryMigration(p, randomMigration(random, { withRows }), random.chance(0.5));
  try {
    if (!wasWarned(trial)) await expectForetold(p, trial);
  } catch (error) {
    const { statements, foretold, report } = trial;
    const outcomes = foretold.files.flatMap((file) => file.statements.flatMap((one) => one.outcomes));
    const told = { outcomes, pipelines: foretold.pipelines, error: report.error };
    throw new Error(`${statements.join(';\n')}\n${JSON.stringify(told, undefined, 1)}`, { cause: error });
  }
}

/** A run that meets rows of a shape in between, where it was said that it would stop then. */
function wasWarned({ foretold, report }: Trial): boolean {
  if (report.error?.code !== 'drift-unsupported' || foretold.pipelines[0]?.code !== null) return false;
  return foretold.files
    .flatMap((file) => file.statements.flatMap((one) => one.outcomes))
    .some(
      ({ tag, severity, undoneBy }) =>
        severity === 'warning' && (tag === 'changes-earlier' || undoneBy !== null),
    );
}

describe('what is foretold of a migration made by chance is what a run does after it', () => {
  it.each(SEEDS)('(seed %d)', (seed) => prove(seed, false));

  it.each(SEEDS)('also when it changes rows in between, unless a warning says so (seed %d)', (seed) =>
    prove(seed, true),
  );
});
