import type { Dialect } from '../../model/dialect.ts';
import type { UnityCatalogTarget } from '../../model/pipeline.ts';
import { displayTargetName, type SchemaName, type TableName } from '../../model/table-name.ts';
import type {
  MergeCounts,
  MergeStatement,
  Repetition,
  Warehouse,
  WarehouseOpener,
  WarehouseTable,
  WarehouseUsage,
} from '../warehouse.ts';
import { type CatalogApi, catalogApi } from './catalog-api.ts';
import { type DatabricksConnection, principalOf } from './connection.ts';
import { databricksDialect } from './databricks-dialect.ts';
import {
  catalogForbidden,
  type DatabricksPlace,
  databricksError,
  interruptedError,
} from './databricks-error.ts';
import { connectDriver } from './driver-client.ts';
import { filesApi } from './files-api.ts';
import { type Pace, REAL_PACE } from './pace.ts';
import { type RestClient, restClient } from './rest-client.ts';
import { RestFailure } from './rest-failure.ts';
import { SqlSession } from './sql-session.ts';
import type { FailedStatement, Rows } from './statement-outcome.ts';
import type { SubjectName } from './statement-subject.ts';
import { tableObstacle } from './table-obstacle.ts';
import type { TokenSource } from './token-source.ts';
import { type StagingVolume, stagingVolume } from './volume.ts';
import { type WarehouseApi, warehouseApi } from './warehouse-api.ts';

export interface DatabricksWarehouseOptions {
  readonly target: UnityCatalogTarget;
  readonly connection: DatabricksConnection;
  readonly tokens: TokenSource;
  /** `Tributary/1.2.3`; the query history shows it. */
  readonly userAgent: string;
  /** What the query history shows beside each statement. */
  readonly queryTags?: Readonly<Record<string, string>>;
  readonly pace?: Pace;
}

/**
 * Unity Catalog, with a Databricks SQL warehouse to merge. Opening returns at once, while the warehouse, if it sleeps,
 * begins to wake: the first statement waits for it. Descriptions of tables and staged files need no warehouse.
 */
export function databricksWarehouse(options: DatabricksWarehouseOptions): WarehouseOpener {
  return { open: async (signal) => new DatabricksWarehouse(options, signal) };
}

class DatabricksWarehouse implements Warehouse {
  readonly dialect: Dialect;
  readonly #place: DatabricksPlace;
  readonly #session: SqlSession;
  readonly #rest: RestClient;
  readonly #catalog: CatalogApi;
  readonly #control: WarehouseApi;
  readonly #volume: StagingVolume;
  #uploadedBytes = 0;

  constructor(options: DatabricksWarehouseOptions, signal: AbortSignal) {
    const { target, connection, tokens, userAgent, queryTags = {}, pace = REAL_PACE } = options;
    this.#place = { connection, volume: target.volume, statementTimeoutMs: target.statementTimeoutMs };
    this.#rest = restClient({ connection, tokens, userAgent, pace, signal });
    this.#catalog = catalogApi(this.#rest);
    this.#control = warehouseApi(this.#rest, connection.warehouseId);
    this.#volume = stagingVolume({
      volume: target.volume,
      rest: this.#rest,
      files: filesApi(this.#rest),
      catalog: this.#catalog,
      principal: principalOf(connection.auth),
    });
    this.dialect = databricksDialect({
      volumePath: this.#volume.path,
      clustering: target.clustering,
      tableProperties: target.tableProperties,
    });
    this.#session = new SqlSession({
      connect: () =>
        connectDriver({
          host: connection.host,
          port: connection.port,
          httpPath: connection.httpPath,
          tokens,
          userAgent,
        }),
      tokens,
      statementTimeoutMs: target.statementTimeoutMs,
      queryTags,
      startWarehouse: () => this.#control.start(),
      signal,
      pace,
    });
    this.#session.open();
  }

  get usage(): WarehouseUsage {
    const { statements, busyMs } = this.#session.usage;
    return { statements, busyMs, uploadedBytes: this.#uploadedBytes };
  }

  async execute(statement: string, repetition: Repetition): Promise<void> {
    await this.#run(statement, repetition, 'unread');
  }

  async query(statement: string): Promise<Rows> {
    return this.#run(statement, 'harmless', 'read');
  }

  /** The warehouse answers with one row, the number of rows first. */
  async update(statement: string): Promise<number> {
    const [row] = await this.#run(statement, 'harmless', 'read');
    return Number(row?.[0] ?? 0);
  }

  /**
   * As the warehouse counts. With `deletedRows: 'mark'` a deletion is an UPDATE to it: marked rows count as updated, or
   * as inserted where the row was not there, because telling them apart would take a second statement. How many rows are
   * deleted is known without it.
   */
  async merge({ statement, deletedRows, deletions }: MergeStatement): Promise<MergeCounts | 'unresolved'> {
    const outcome = await this.#session.run(statement, { repetition: 'harmless', rows: 'read' });
    if (outcome.tag === 'failed' && outcome.failure.kind === 'unresolved') return 'unresolved';
    if (outcome.tag !== 'done') return this.#fail(statement, outcome);
    const counts = readMergeCounts(outcome.rows);
    return deletedRows === 'remove'
      ? counts
      : { ...counts, deleted: Math.min(deletions, counts.updated + counts.inserted) };
  }

  async hasSchema({ catalog, schema }: SchemaName): Promise<boolean> {
    try {
      return await this.#catalog.hasSchema(catalog, schema);
    } catch (error) {
      const object = { catalog, schema, table: undefined };
      throw this.#translate(error, object, `looking for the schema ${catalog}.${schema}`);
    }
  }

  async describeTable(table: TableName): Promise<WarehouseTable | undefined> {
    try {
      const found = await this.#catalog.table(table);
      return found === undefined ? undefined : { columns: found.columns, obstacle: tableObstacle(found) };
    } catch (error) {
      throw this.#translate(error, table, `describing ${displayTargetName(table)}`);
    }
  }

  async putStagedFile(localPath: string, stagedPath: string): Promise<void> {
    this.#uploadedBytes += await this.#volume.putFile(localPath, stagedPath);
  }

  async removeStaged(stagedPath: string): Promise<void> {
    await this.#volume.remove(stagedPath);
  }

  interrupt(): void {
    this.#session.interrupt();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#session[Symbol.asyncDispose]();
  }

  /** A failure of the catalog's. */
  #translate(error: unknown, object: SubjectName, doing: string): unknown {
    return error instanceof RestFailure && error.kind === 'forbidden'
      ? catalogForbidden({ object, facts: error.message }, this.#place)
      : this.#rest.translate(error, doing);
  }

  async #run(statement: string, repetition: Repetition, rows: 'read' | 'unread'): Promise<Rows> {
    const outcome = await this.#session.run(statement, { repetition, rows });
    return outcome.tag === 'done' ? outcome.rows : this.#fail(statement, outcome);
  }

  async #fail(statement: string, outcome: FailedStatement | { readonly tag: 'interrupted' }): Promise<never> {
    if (outcome.tag === 'interrupted') throw interruptedError(statement);
    const warehouseState = await this.#stateAfter(outcome);
    throw databricksError({ ...outcome, statement, warehouseState }, this.#place);
  }

  /** What the workspace says of a warehouse that did not become ready. */
  async #stateAfter({ failure }: FailedStatement): Promise<string | undefined> {
    if (failure.kind !== 'refused' && failure.kind !== 'starting' && failure.kind !== 'stopped')
      return undefined;
    try {
      return await this.#control.state();
    } catch {
      return undefined;
    }
  }
}

/** One row: affected, updated, deleted, inserted. https://docs.databricks.com/en/sql/language-manual/delta-merge-into.html */
function readMergeCounts([row]: Rows): MergeCounts {
  const at = (index: number): number => Number(row?.[index] ?? 0);
  return { updated: at(1), deleted: at(2), inserted: at(3) };
}
