import { stat } from 'node:fs/promises';
import { formatCount, formatNumberOf } from '../report/quantity.ts';
import { formatTextTable } from '../report/text-table.ts';
import { addSalesChannel, doBusiness } from './business.ts';
import { shownPath } from './demo-files.ts';
import {
  compareShop,
  isEqual,
  playRun,
  readLakehouse,
  requireEqual,
  requireHeld,
  type Scene,
  shownCommand,
  TARGET_SCHEMA,
} from './scene.ts';
import { countShop, SHOP_TABLES } from './shop.ts';

/** Everything that is there already, before the first change is followed. */
export async function playFirstLoad(scene: Scene): Promise<void> {
  const shop = await countShop(scene.client);
  const report = await playRun(scene);
  for (const table of SHOP_TABLES) {
    const loaded = report.tables.find(({ source }) => source === `public.${table}`)?.loadedRows;
    requireHeld(
      loaded === shop[table],
      `The first load should have loaded ${shop[table]} ${table}; it was ${loaded}.`,
    );
  }
  const rows = await requireEqual(scene);
  scene.narrator.held(
    `Loaded and equal to the source: ${rows}. ssn and credit_card_number are nowhere in it.`,
  );
}

export async function playBusiness(scene: Scene): Promise<void> {
  const done = await doBusiness(scene.client, 7);
  const { narrator } = scene;
  narrator.say(
    `At the source: ${formatNumberOf(done.inserted, 'insert')}, ${formatNumberOf(done.updated + done.longNotesKept, 'update')}, ` +
      `${formatNumberOf(done.deleted, 'delete')}, ${formatNumberOf(done.keysChanged, 'key change')}, and one transaction rolled back.`,
  );
  const report = await playRun(scene);
  requireHeld(
    report.status === 'done' && report.caughtUp,
    'The run should have merged the changes and caught up.',
  );
  const rows = await requireEqual(scene);
  const [deleted] = await readLakehouse(
    scene,
    /*sql*/ `SELECT count(*) FROM ${TARGET_SCHEMA}.pg_payments WHERE _deleted`,
  );
  requireHeld(Number(deleted) > 0, 'Deleted payments should have been kept, marked _deleted.');
  narrator.held(
    `Equal again: ${rows}. ${formatCount(done.longNotesKept)} long notes that the log did not carry are whole, deleted rows are marked.`,
  );
}

export async function playDrift(scene: Scene): Promise<void> {
  scene.narrator.say(
    `At the source: ALTER TABLE orders ADD COLUMN sales_channel text NOT NULL DEFAULT 'web', then orders that use it.`,
  );
  await addSalesChannel(scene.client);
  const report = await playRun(scene);
  const drift = report.drift.find(
    (item) => item.table === 'public.orders' && item.column === 'sales_channel',
  );
  requireHeld(
    drift?.kind === 'column-added',
    'The run should have reported the new column of public.orders.',
  );
  const rows = await requireEqual(scene);
  scene.narrator.held(
    `The new column was followed and reported; older orders read its default. Equal again: ${rows}.`,
  );
}

export async function playIdleRun(scene: Scene): Promise<void> {
  const before = await stat(scene.files.lakehouse, { bigint: true });
  const report = await playRun(scene);
  const after = await stat(scene.files.lakehouse, { bigint: true });
  requireHeld(!report.warehouse.opened, 'A run without changes should not have opened the lakehouse.');
  requireHeld(
    after.mtimeNs === before.mtimeNs && after.ino === before.ino && after.size === before.size,
    'A run without changes should not have touched the lakehouse file.',
  );
  scene.narrator.held('Nothing had changed, so the lakehouse was never opened, and its file is untouched.');
}

export async function playComparison(scene: Scene): Promise<void> {
  const comparisons = await compareShop(scene);
  const rows: string[][] = [];
  for (const [table, comparison] of comparisons) {
    const [marked] = await readLakehouse(
      scene,
      /*sql*/ `SELECT count(*) FROM ${TARGET_SCHEMA}.pg_${table} WHERE _deleted`,
    );
    rows.push([
      `public.${table}`,
      formatCount(comparison.sourceRows),
      formatCount(comparison.targetRows),
      formatCount(Number(marked)),
      formatCount(comparison.comparedValues),
      isEqual(comparison) ? 'none' : formatCount(comparison.rowDifferences.length),
    ]);
  }
  const titles = [
    'table',
    'rows at the source',
    'in the lakehouse',
    'kept as deleted',
    'values compared',
    'differences',
  ];
  const columns = titles.map((title, index) => ({
    title,
    align: index === 0 ? ('left' as const) : ('right' as const),
  }));
  scene.narrator.quote(formatTextTable(columns, rows).join('\n'));
  requireHeld(
    [...comparisons.values()].every(isEqual),
    'Source and lakehouse should have been equal in every table.',
  );
  scene.narrator.held('Every value of every row of every table is what it is at the source.');
}

interface Question {
  readonly lakehouse: string;
  /** The same question to PostgreSQL; every value of its answer must be in the printed one. */
  readonly source: string;
}

const QUESTIONS: readonly Question[] = [
  {
    lakehouse: 'SHOW TABLES',
    source: /*sql*/ `SELECT 'pg_' || unnest(ARRAY['orders', 'customers', 'payments'])`,
  },
  {
    lakehouse: /*sql*/ `SELECT count(*) AS orders FROM ${TARGET_SCHEMA}.pg_orders WHERE NOT _deleted AND ordered_at >= now() - INTERVAL 7 DAY`,
    source: /*sql*/ `SELECT count(*) FROM orders WHERE ordered_at >= now() - interval '7 days'`,
  },
  {
    lakehouse: /*sql*/ `SELECT c.country, count(*) AS orders, sum(o.amount) AS revenue FROM ${TARGET_SCHEMA}.pg_orders o JOIN ${TARGET_SCHEMA}.pg_customers c USING (customer_id) WHERE NOT o._deleted AND NOT c._deleted GROUP BY ALL ORDER BY revenue DESC`,
    source: /*sql*/ `SELECT c.country, count(*), sum(o.amount) FROM orders o JOIN customers c USING (customer_id) GROUP BY 1`,
  },
];

export async function playQuestions(scene: Scene): Promise<void> {
  for (const question of QUESTIONS) {
    const args = [
      'query',
      question.lakehouse,
      '--lakehouse',
      shownPath(scene.files.lakehouse, scene.workingDirectory),
    ];
    scene.narrator.command(shownCommand(args));
    // An order leaves the last seven days while we look: the source is asked before and after.
    const before = await readAnswer(scene, question);
    const { exitCode, stdout, stderr } = await scene.tributary.run(args);
    const after = await readAnswer(scene, question);
    scene.narrator.quote(exitCode === 0 ? stdout : stdout + stderr);
    const words = new Set(stdout.split(/\s+/));
    const agrees = (answer: readonly string[]) => answer.every((value) => words.has(value));
    requireHeld(exitCode === 0 && (agrees(before) || agrees(after)), 'The source answers this otherwise.');
  }
  scene.narrator.held('PostgreSQL gives the same answers.');
}

async function readAnswer({ client }: Scene, { source }: Question): Promise<readonly string[]> {
  const result = await client.query<unknown[]>({ text: source, rowMode: 'array' });
  return result.rows.flat().map(String);
}
