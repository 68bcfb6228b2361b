import type { Client } from 'pg';
import { Lakehouse } from '../query/lakehouse.ts';
import { formatCount } from '../report/quantity.ts';
import { compareTable, type TableComparison } from './compare.ts';
import { type DemoFiles, shownPath } from './demo-files.ts';
import { type DemoReport, readReport } from './demo-report.ts';
import type { Narrator } from './narrator.ts';
import { SHOP_TABLES, type ShopTable } from './shop.ts';
import { duckdbSide } from './target-side.ts';
import type { TributaryCommand } from './tributary-command.ts';

/** Everything that a step of the story plays with. */
export interface Scene {
  readonly workingDirectory: string;
  readonly files: DemoFiles;
  readonly narrator: Narrator;
  /** The shop's own connection to its database. */
  readonly client: Client;
  readonly tributary: TributaryCommand;
  readonly signal: AbortSignal;
}

const CATALOG = 'lakehouse';
export const TARGET_SCHEMA = `${CATALOG}.postgres_raw`;

/** A step that found something other than what Tributary promises. */
export class PromiseBrokenError extends Error {
  override readonly name = 'PromiseBrokenError';
}

/** Ends the story unless the condition holds. */
export function requireHeld(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new PromiseBrokenError(otherwise);
}

/** The arguments of a run of the demo's pipeline. */
export function runArguments({ files, workingDirectory }: Scene): readonly string[] {
  const shown = (path: string) => shownPath(path, workingDirectory);
  return ['run', '--config', shown(files.directory), '--report', shown(files.report)];
}

export function shownCommand(args: readonly string[]): string {
  return ['npx tributary', ...args.map((arg) => (/^[\w./=-]+$/.test(arg) ? arg : `"${arg}"`))].join(' ');
}

/** Runs the pipeline, shows what it printed, and requires that it ended well. */
export async function playRun(scene: Scene): Promise<DemoReport> {
  const args = runArguments(scene);
  scene.narrator.command(shownCommand(args));
  const { exitCode, stdout, stderr } = await scene.tributary.run(args);
  scene.narrator.quote(exitCode === 0 ? stdout : stdout + stderr);
  requireHeld(exitCode === 0, `The run should have ended with exit code 0; it was ${exitCode ?? 'killed'}.`);
  return await readReport(scene.files.report);
}

/** Compares every table of the shop with its target, whole. */
export async function compareShop(scene: Scene): Promise<ReadonlyMap<ShopTable, TableComparison>> {
  using lakehouse = await Lakehouse.open({ path: scene.files.lakehouse, catalog: CATALOG });
  const comparisons = new Map<ShopTable, TableComparison>();
  for (const table of SHOP_TABLES) {
    const comparison = await compareTable({
      client: scene.client,
      sourceTable: `public.${table}`,
      target: duckdbSide(async (sql) => (await lakehouse.query(sql)).rows),
      targetTable: `${TARGET_SCHEMA}.pg_${table}`,
      columns: await readPipelineColumns(scene.client, table),
    });
    comparisons.set(table, comparison);
  }
  return comparisons;
}

/** Columns that the pipeline keeps at the source. */
const EXCLUDED_COLUMNS: readonly string[] = ['ssn', 'credit_card_number'];

async function readPipelineColumns(client: Client, table: ShopTable): Promise<readonly string[]> {
  const result = await client.query<{ column_name: string }>(
    /*sql*/ `SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
    [table],
  );
  return result.rows.map((row) => row.column_name).filter((name) => !EXCLUDED_COLUMNS.includes(name));
}

/** Requires that source and target are equal, row for row and value for value; says how many rows that is. */
export async function requireEqual(scene: Scene): Promise<string> {
  const comparisons = await compareShop(scene);
  for (const [table, comparison] of comparisons)
    requireHeld(isEqual(comparison), describeDifference(table, comparison));
  return `${[...comparisons].map(([table, { targetRows }]) => `${formatCount(targetRows)} ${table}`).join(', ')}`;
}

export function isEqual({ columnDifferences, rowDifferences }: TableComparison): boolean {
  return columnDifferences.length === 0 && rowDifferences.length === 0;
}

/** Where two tables differ, by keys and columns; values stay out of it. */
function describeDifference(table: string, { columnDifferences, rowDifferences }: TableComparison): string {
  const [first] = rowDifferences;
  const row =
    first === undefined
      ? []
      : [`${formatCount(rowDifferences.length)} rows differ, the first: ${first.key} (${first.tag})`];
  return `${table}: source and lakehouse differ. ${[...columnDifferences, ...row].join('; ')}`;
}

/** One row of one query on the lakehouse. */
export async function readLakehouse(scene: Scene, sql: string): Promise<readonly (string | null)[]> {
  using lakehouse = await Lakehouse.open({ path: scene.files.lakehouse, catalog: CATALOG });
  return (await lakehouse.query(sql)).rows[0] ?? [];
}
