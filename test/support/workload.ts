import pg from 'pg';
import { Random } from './random.ts';
import {
  buildOperation,
  OPERATION_WEIGHTS,
  type OperationName,
  type OperationWeights,
} from './workload-operations.ts';
import { WORKLOAD_TABLES, type WorkloadTable, type WorkloadTableName } from './workload-tables.ts';

export interface WorkloadOptions {
  readonly seed: number;
  /** Transactions altogether, those that roll back included. */
  readonly transactions: number;
  /** All by default. They must exist: `createWorkloadTables`. */
  readonly tables?: readonly WorkloadTableName[];
  /** How often each operation comes, over the defaults; 0 leaves it out. */
  readonly weights?: Partial<OperationWeights>;
  /** Clients at work at the same time; 1 by default, and only then is the outcome the same for a seed. */
  readonly concurrency?: number;
  /** How many different keys a table sees; 100 by default. */
  readonly keySpace?: number;
}

/** What a workload did. */
export interface WorkloadSummary {
  readonly committed: number;
  /** Rolled back by choice. */
  readonly rolledBack: number;
  /** Given up because clients met (deadlock, the same key). */
  readonly aborted: number;
  readonly statements: number;
  readonly operations: Readonly<Partial<Record<OperationName, number>>>;
}

const ALL_TABLES: readonly WorkloadTableName[] = [
  'plain_keys',
  'composite_keys',
  'text_keys',
  'full_identity',
  'index_identity',
  'every_type',
];

/** Creates the workload's tables, empty. */
export async function createWorkloadTables(
  client: pg.Client,
  tables: readonly WorkloadTableName[] = ALL_TABLES,
): Promise<void> {
  for (const table of tables) await client.query(WORKLOAD_TABLES[table].ddl);
}

/**
 * Runs random transactions against real tables: inserts, updates with and without their large values, deletes,
 * changes of keys, several changes of one row, savepoints and roll-backs, TRUNCATE.
 *
 * The same seed makes the same statements; with one client, and so the same tables.
 */
export async function runWorkload(
  connection: pg.ClientConfig,
  options: WorkloadOptions,
): Promise<WorkloadSummary> {
  const workers = options.concurrency ?? 1;
  const tally = new Tally();
  const runs = Array.from({ length: workers }, async (_, worker) => {
    const share = Math.floor((options.transactions + worker) / workers);
    await runWorker(connection, options, new Random(options.seed * 7919 + worker), share, tally);
  });
  await Promise.all(runs);
  return tally.summary();
}

async function runWorker(
  connection: pg.ClientConfig,
  options: WorkloadOptions,
  random: Random,
  transactions: number,
  tally: Tally,
): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    // Clients that lock each other out are told so at once, not after a second.
    await client.query(/*sql*/ `SET deadlock_timeout = '20ms'`);
    for (let count = 0; count < transactions; count++)
      await runTransaction(client, buildTransaction(random, options), tally);
  } finally {
    await client.end();
  }
}

interface Transaction {
  readonly text: string;
  readonly operations: readonly OperationName[];
  readonly commits: boolean;
}

function buildTransaction(random: Random, options: WorkloadOptions): Transaction {
  const operations: OperationName[] = [];
  const text: string[] = ['BEGIN;'];
  const count = random.chance(0.5) ? 1 : random.integer(2, 8);
  for (let index = 0; index < count; index++) {
    const weights: OperationWeights = { ...OPERATION_WEIGHTS, ...options.weights };
    const operation = random.pickWeighted(weights);
    const table: WorkloadTable = WORKLOAD_TABLES[random.pick(options.tables ?? ALL_TABLES)];
    const statements = buildOperation(operation, { random, table, keySpace: options.keySpace ?? 100 });
    operations.push(operation);
    text.push(withSavepoint(random, statements));
  }
  const commits = !random.chance(0.05);
  text.push(commits ? 'COMMIT;' : 'ROLLBACK;');
  return { text: text.join('\n'), operations, commits };
}

/** Some statements run in a subtransaction of their own, which may be kept or undone. */
function withSavepoint(random: Random, statements: string): string {
  if (!random.chance(0.15)) return statements;
  const end = random.chance(0.5) ? 'RELEASE SAVEPOINT part;' : 'ROLLBACK TO SAVEPOINT part;';
  return `SAVEPOINT part;\n${statements}\n${end}`;
}

/** Deadlock, serialization failure, unique violation: what clients do to each other. */
const CONFLICTS: ReadonlySet<string> = new Set(['40P01', '40001', '23505']);

async function runTransaction(client: pg.Client, transaction: Transaction, tally: Tally): Promise<void> {
  try {
    const results = [await client.query(transaction.text)].flat();
    tally.count(transaction.commits ? 'committed' : 'rolledBack', transaction.operations, results.length - 2);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || !CONFLICTS.has(error.code ?? '')) throw error;
    await client.query('ROLLBACK');
    tally.count('aborted', [], 0);
  }
}

class Tally {
  readonly #transactions = { committed: 0, rolledBack: 0, aborted: 0 };
  readonly #operations: Partial<Record<OperationName, number>> = {};
  #statements = 0;

  count(
    outcome: 'committed' | 'rolledBack' | 'aborted',
    operations: readonly OperationName[],
    statements: number,
  ): void {
    this.#transactions[outcome]++;
    this.#statements += statements;
    for (const operation of operations) this.#operations[operation] = (this.#operations[operation] ?? 0) + 1;
  }

  summary(): WorkloadSummary {
    return { ...this.#transactions, statements: this.#statements, operations: this.#operations };
  }
}
