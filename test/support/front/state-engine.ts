import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { affectedRows, mergedRows, NO_RESULT, textResult } from './canned-engine.ts';
import type { MemoryCatalog } from './memory-catalog.ts';
import { type SqlEngine, SqlEngineError, type SqlEngineSession, type SqlResult } from './service.ts';
import { LITERAL, matchGroups, PATH, parseLiteral, parsePath, statementPattern } from './sql-pattern.ts';
import { StateTable } from './state-table.ts';
import type { CatalogTable } from './table-catalog.ts';
import { readAddedColumn, readTableDefinition } from './table-definition.ts';

export interface MergeEffect {
  readonly updated: number;
  readonly deleted: number;
  readonly inserted: number;
}

export interface StateEngineOptions {
  /** Also behind the REST calls of the same workspace. */
  readonly catalog: MemoryCatalog;
  /** What the n-th MERGE (from 1) into a data table does; one new row by default. */
  readonly merge?: (statement: string, nth: number) => MergeEffect;
}

export interface StateEngine extends SqlEngine {
  /** The state table of that full name (`catalog.schema.table`, unquoted); an empty one where nobody wrote it. */
  state(fullName: string): StateTable;
  /** Every statement of a whole run, in the order of arrival. */
  readonly statements: readonly string[];
}

const STATE_TABLE = '_tributary_checkpoint';

/**
 * Enough of a warehouse for a whole run of a pipeline: it keeps definitions and checkpoints, fences and finds staged
 * files as a real one does, and answers for rows without keeping any. A statement of a shape that it does not know
 * fails.
 */
export function stateEngine(options: StateEngineOptions): StateEngine {
  const warehouse = new StateWarehouse(options);
  const statements: string[] = [];
  const session: SqlEngineSession = {
    execute: (statement) => {
      statements.push(statement);
      return warehouse.execute(statement);
    },
    close: async () => {},
  };
  return {
    statements,
    state: (fullName) => warehouse.state(fullName),
    openSession: async () => session,
  };
}

class StateWarehouse {
  readonly #catalog: MemoryCatalog;
  readonly #merge: (statement: string, nth: number) => MergeEffect;
  readonly #states = new Map<string, StateTable>();
  #merges = 0;

  constructor({ catalog, merge }: StateEngineOptions) {
    this.#catalog = catalog;
    this.#merge = merge ?? (() => ({ updated: 0, deleted: 0, inserted: 1 }));
  }

  state(fullName: string): StateTable {
    const known = this.#states.get(fullName.toLowerCase()) ?? new StateTable();
    this.#states.set(fullName.toLowerCase(), known);
    return known;
  }

  async execute(statement: string): Promise<SqlResult> {
    if (statement === 'SELECT 1') return textResult(['1'], ['1']);
    const done = (await this.#define(statement)) ?? (await this.#write(statement));
    if (done === undefined) {
      throw new SqlEngineError(`[UNKNOWN_SHAPE] The project sends no such statement: ${statement}`, '0A000');
    }
    return done;
  }

  /** Definitions: schemas, tables, columns. */
  async #define(statement: string): Promise<SqlResult | undefined> {
    const schema = matchGroups(CREATE_SCHEMA, statement);
    if (schema !== undefined) {
      const [catalog = '', name = ''] = parsePath(schema('schema'));
      if ((await this.#catalog.catalog(catalog)) === undefined)
        throw missing('NO_SUCH_CATALOG', catalog, '42704');
      await this.#catalog.createSchema(`${catalog}.${name}`);
      return NO_RESULT;
    }
    const table = readTableDefinition(statement);
    if (table !== undefined) {
      await this.#createTable(table);
      return NO_RESULT;
    }
    const added = readAddedColumn(statement);
    if (added !== undefined) {
      await this.#addColumn(added);
      return NO_RESULT;
    }
    return undefined;
  }

  async #createTable(table: CatalogTable): Promise<void> {
    const schema = table.fullName.slice(0, table.fullName.lastIndexOf('.'));
    if ((await this.#catalog.schema(schema)) === undefined)
      throw missing('SCHEMA_NOT_FOUND', schema, '42704');
    if ((await this.#catalog.table(table.fullName)) === undefined) this.#catalog.putTable(table);
  }

  async #addColumn({ table: name, column }: NonNullable<ReturnType<typeof readAddedColumn>>): Promise<void> {
    const table = await this.#requireTable(name);
    if (table.columns.some((one) => one.name.toLowerCase() === column.name.toLowerCase())) {
      throw new SqlEngineError(
        `[FIELD_ALREADY_EXISTS] Cannot add column, because ${column.name} already exists. SQLSTATE: 42710`,
        '42710',
      );
    }
    this.#catalog.putTable({ ...table, columns: [...table.columns, column] });
  }

  /** Rows: those of a state table are kept, those of others only counted. */
  async #write(statement: string): Promise<SqlResult | undefined> {
    const target = TARGET.exec(statement)?.groups?.['path'];
    if (target === undefined) return undefined;
    const name = parsePath(target).join('.');
    await this.#requireTable(name);
    if (parsePath(target).at(-1) === STATE_TABLE) return this.state(name).execute(statement);
    if (FILL_COLUMN.test(statement)) return affectedRows(0);
    await this.#requireStagedFiles(statement);
    this.#requireOwnEpoch(statement);
    const keys = matchGroups(ORPHANS, statement)?.('keys').split(', ');
    if (keys !== undefined) return textResult(keys);
    if (!statement.startsWith('MERGE INTO ')) return undefined;
    this.#merges += 1;
    const { updated, deleted, inserted } = this.#merge(statement, this.#merges);
    return mergedRows(updated, deleted, inserted);
  }

  async #requireTable(name: string): Promise<CatalogTable> {
    const table = await this.#catalog.table(name);
    if (table === undefined) throw missing('TABLE_OR_VIEW_NOT_FOUND', name, '42P01');
    return table;
  }

  /** A directory that a statement reads must be in its volume, and hold files. */
  async #requireStagedFiles(statement: string): Promise<void> {
    for (const [, volumePath = ''] of statement.matchAll(/parquet\.`\/Volumes\/([^`]+)`/g)) {
      const [catalog = '', schema = '', name = '', ...rest] = volumePath.split('/');
      const volume = await this.#catalog.volume(`${catalog}.${schema}.${name}`);
      if (volume === undefined) throw missing('PATH_NOT_FOUND', `/Volumes/${volumePath}`, '42K03');
      const directory = join(volume.directory, ...rest);
      const files = await access(directory).then(
        () => readdir(directory),
        () => [],
      );
      if (!files.some((file) => file.endsWith('.parquet'))) {
        throw missing('PATH_NOT_FOUND', `/Volumes/${volumePath}`, '42K03');
      }
    }
  }

  /** The fence of a statement: it fails where the pipeline has another epoch than it was written in. */
  #requireOwnEpoch(statement: string): void {
    const group = matchGroups(FENCE, statement);
    if (group === undefined) throw new Error(`A statement writes rows without a fence: ${statement}`);
    const found = this.state(parsePath(group('state')).join('.')).checkpoint(parseLiteral(group('pipeline')));
    if (found?.epoch !== Number(group('epoch'))) {
      throw new SqlEngineError(
        `[USER_RAISED_EXCEPTION] ${parseLiteral(group('text'))}${found?.epoch ?? 'none'} SQLSTATE: P0001`,
        'P0001',
      );
    }
  }
}

const CREATE_SCHEMA = statementPattern(`CREATE SCHEMA IF NOT EXISTS (?<schema>${PATH})`);

/** The table that a statement of ours writes, or whose rows it asks for. */
const TARGET = new RegExp(
  `^(?:MERGE INTO|INSERT INTO|UPDATE|SELECT CAST\\(epoch .*? FROM|SELECT CAST\\(s\\..*?\\sLEFT JOIN) (?<path>${PATH})`,
  's',
);

/** Which keys' unchanged values are nowhere: none, as nothing is known of rows. */
const ORPHANS = /^SELECT (?<keys>CAST\(s\.v\d+ AS STRING\)(?:, CAST\(s\.v\d+ AS STRING\))*)\nFROM \(/;

const FILL_COLUMN = statementPattern(
  `UPDATE ${PATH} SET (?<column>\`(?:[^\`]|\`\`)+\`) = .* WHERE \\k<column> IS NULL`,
);

const FENCE = new RegExp(
  `CASE WHEN max\\(epoch\\) = (?<epoch>\\d+) THEN 0 ELSE raise_error\\(concat\\((?<text>${LITERAL}), ` +
    "coalesce\\(CAST\\(max\\(epoch\\) AS STRING\\), 'none'\\)\\)\\) END " +
    `FROM (?<state>${PATH}) WHERE pipeline = (?<pipeline>${LITERAL}) AND entry = 'checkpoint'`,
  's',
);

function missing(condition: string, name: string, sqlState: string): SqlEngineError {
  return new SqlEngineError(`[${condition}] It cannot be found: ${name}. SQLSTATE: ${sqlState}`, sqlState);
}
