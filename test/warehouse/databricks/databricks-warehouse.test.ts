import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { UNRESOLVED_TEXT } from '../../../src/model/dialect.ts';
import { IngestError } from '../../../src/model/ingest-error.ts';
import type { UnityCatalogTarget } from '../../../src/model/pipeline.ts';
import { resolveConnection } from '../../../src/warehouse/databricks/connection.ts';
import { databricksWarehouse } from '../../../src/warehouse/databricks/databricks-warehouse.ts';
import { openTokenSource } from '../../../src/warehouse/databricks/open-token-source.ts';
import type { Pace } from '../../../src/warehouse/databricks/pace.ts';
import type { MergeStatement, Warehouse } from '../../../src/warehouse/warehouse.ts';
import {
  affectedRows,
  cannedEngine,
  mergedRows,
  NO_RESULT,
  textResult,
} from '../../support/front/canned-engine.ts';
import { catalogService } from '../../support/front/catalog-service.ts';
import { SESSION_NOT_READY, statementFailure } from '../../support/front/fault.ts';
import { filesService } from '../../support/front/files-service.ts';
import { type Front, startFront } from '../../support/front/front.ts';
import { MemoryCatalog } from '../../support/front/memory-catalog.ts';
import { warehouseService } from '../../support/front/warehouse-service.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const TARGET: UnityCatalogTarget = {
  tag: 'unity_catalog',
  catalog: 'main',
  schema: 'raw',
  stateSchema: 'ops',
  databricks: { host: undefined, httpPath: undefined, auth: undefined },
  volume: { catalog: 'main', schema: 'ops', volume: 'stage' },
  tableProperties: new Map(),
  clustering: 'key',
  statementTimeoutMs: 60_000,
  costPerHour: undefined,
};

const ORDERS = { catalog: 'main', schema: 'raw', table: 'orders' };
const MERGE: MergeStatement = {
  statement: 'MERGE INTO `main`.`raw`.`orders` AS t USING x',
  target: ORDERS,
  mergedAt: 0n,
  deletedRows: 'remove',
  deletions: 0,
};

const ENGINE_RULES = [
  { match: /^SELECT/, answer: textResult(['lsn', 'document'], ['9007199254740993', null], ['2', '{}']) },
  { match: /^UPDATE/, answer: affectedRows(3) },
  { match: /^MERGE/, answer: mergedRows(5, 2, 7) },
  { match: /^(ALTER|CREATE)/, answer: NO_RESULT },
];

/** No wait takes time. */
const AT_ONCE: Pace = {
  nowMs: () => performance.now(),
  random: () => 0,
  wait: async (_, signal) => {
    await new Promise((done) => setImmediate(done));
    signal.throwIfAborted();
  },
};

interface Workspace extends AsyncDisposable {
  readonly front: Front;
  readonly catalog: MemoryCatalog;
  readonly warehouse: Warehouse;
  readonly directory: string;
}

async function openWorkspace(options: { readonly clock?: () => number } = {}): Promise<Workspace> {
  const volumes = await temporaryDirectory();
  const catalog = new MemoryCatalog(volumes.path, ['main', 'main.ops', 'main.raw']);
  const front = await startFront({
    engine: cannedEngine(ENGINE_RULES),
    services: () => [catalogService(catalog), filesService(catalog), warehouseService('0123456789abcdef')],
  });
  front.trust();
  const connection = resolveConnection(
    { ...TARGET.databricks, host: front.host, httpPath: front.httpPath },
    { DATABRICKS_TOKEN: front.token },
  );
  const pace = { ...AT_ONCE, nowMs: options.clock ?? AT_ONCE.nowMs };
  const warehouse = await databricksWarehouse({
    target: TARGET,
    connection,
    tokens: openTokenSource(connection, { pace }),
    userAgent: 'Tributary/test',
    pace,
  }).open(new AbortController().signal);
  return {
    front,
    catalog,
    warehouse,
    directory: volumes.path,
    async [Symbol.asyncDispose]() {
      await warehouse[Symbol.asyncDispose]();
      await front[Symbol.asyncDispose]();
      await volumes[Symbol.asyncDispose]();
    },
  };
}

async function failureOf(call: Promise<unknown>): Promise<IngestError> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof IngestError) return error;
  throw new Error('an IngestError was expected', { cause: error });
}

describe('the Databricks warehouse', () => {
  it('opens its session before anybody asks for it', async () => {
    const opened = Promise.withResolvers<void>();
    await using workspace = await openWorkspace();
    void workspace.front.nextCall('OpenSession').then(() => opened.resolve());
    if (workspace.front.callsNamed('OpenSession').length > 0) opened.resolve();
    await opened.promise;
    expect(workspace.front.statements).toEqual([]);
  });

  it('gives rows as text, in the order of the columns', async () => {
    await using workspace = await openWorkspace();
    expect(await workspace.warehouse.query('SELECT CAST(lsn AS STRING), document')).toEqual([
      ['9007199254740993', null],
      ['2', '{}'],
    ]);
  });

  it('counts the rows of an UPDATE and of a MERGE', async () => {
    await using workspace = await openWorkspace();
    expect(await workspace.warehouse.update('UPDATE `a`.`b`.`c` SET x = 1')).toBe(3);
    expect(await workspace.warehouse.merge(MERGE)).toEqual({ inserted: 7, updated: 5, deleted: 2 });
    expect(workspace.front.statements).toHaveLength(2);
  });

  it('tells a MERGE that met unresolved values from one that failed', async () => {
    await using workspace = await openWorkspace();
    workspace.front.fault(
      'ExecuteStatement',
      statementFailure('USER_RAISED_EXCEPTION', 'P0001', UNRESOLVED_TEXT),
    );
    expect(await workspace.warehouse.merge(MERGE)).toBe('unresolved');
  });

  it('counts every statement that it sends, repeated ones too', async () => {
    await using workspace = await openWorkspace();
    workspace.front.fault('ExecuteStatement', statementFailure('DELTA_CONCURRENT_APPEND', '2D521'), {
      times: 2,
    });
    await workspace.warehouse.merge(MERGE);
    await workspace.warehouse.execute('ALTER TABLE `a`.`b`.`c` ADD COLUMN d INT', 'harmful');
    expect(workspace.warehouse.usage.statements).toBe(4);
    expect(workspace.warehouse.usage.busyMs).toBeGreaterThan(0);
  });

  it('does not send DDL again whose answer was lost', async () => {
    await using workspace = await openWorkspace();
    workspace.front.fault('ExecuteStatement', { tag: 'reset-after' });
    const error = await failureOf(
      workspace.warehouse.execute('ALTER TABLE `a`.`b`.`c` ADD COLUMN d INT', 'harmful'),
    );
    expect(error.code).toBe('target-unavailable');
    expect(error.message).toContain('ALTER TABLE a.b.c');
    expect(workspace.front.statements).toHaveLength(1);
  });

  it('describes tables without a statement', async () => {
    await using workspace = await openWorkspace();
    workspace.catalog.putTable({
      fullName: 'main.raw.orders',
      tableType: 'MANAGED',
      dataSourceFormat: 'DELTA',
      columns: [
        { name: 'id', typeText: 'bigint', nullable: false },
        { name: 'Amount', typeText: 'decimal(10,2)', nullable: true },
      ],
      properties: {},
    });
    workspace.catalog.putTable({
      fullName: 'main.raw.report',
      tableType: 'VIEW',
      dataSourceFormat: undefined,
      columns: [],
      properties: {},
    });
    const describeTable = (table: string) => workspace.warehouse.describeTable({ ...ORDERS, table });
    expect(await describeTable('orders')).toEqual({
      columns: [
        { name: 'id', type: 'BIGINT' },
        { name: 'Amount', type: 'DECIMAL(10,2)' },
      ],
      obstacle: undefined,
    });
    expect(await describeTable('report')).toMatchObject({ obstacle: 'a view' });
    expect(await describeTable('missing')).toBeUndefined();
    expect(workspace.front.statements).toEqual([]);
  });

  it('brings files to the volume, counts their bytes, and removes them', async () => {
    await using workspace = await openWorkspace();
    const { warehouse } = workspace;
    const localPath = join(workspace.directory, 'part');
    await writeFile(localPath, 'twelve bytes');
    await warehouse.putStagedFile(localPath, 'p/1/orders/part-0.parquet');
    const volume = await workspace.catalog.volume('main.ops.stage');
    const staged = join(volume?.directory ?? '', 'p/1/orders/part-0.parquet');
    expect(await readFile(staged, 'utf8')).toBe('twelve bytes');
    expect(warehouse.usage).toMatchObject({ uploadedBytes: 12, statements: 0 });
    expect(warehouse.dialect.stagedDirectory('p/1/orders')).toBe(
      'parquet.`/Volumes/main/ops/stage/p/1/orders`',
    );
    await warehouse.removeStaged('p');
    await warehouse.removeStaged('p');
    await expect(readFile(staged)).rejects.toThrow('ENOENT');
  });

  it('tells the state of a warehouse that does not become ready', async () => {
    let nowMs = 0;
    await using workspace = await openWorkspace({ clock: () => (nowMs += 60_000) });
    workspace.front.fault('ExecuteStatement', SESSION_NOT_READY, 'always');
    const error = await failureOf(workspace.warehouse.query('SELECT 1'));
    expect(error.code).toBe('target-unavailable');
    expect(error.message).toContain('its state is RUNNING');
  });

  it('says of a statement that it gave up that it was interrupted', async () => {
    await using workspace = await openWorkspace();
    workspace.front.fault('ExecuteStatement', { tag: 'statement-hang' });
    const asked = workspace.front.nextCall('GetOperationStatus');
    const failed = failureOf(workspace.warehouse.merge(MERGE));
    await asked;
    workspace.warehouse.interrupt();
    const error = await failed;
    expect(error.code).toBe('interrupted');
    expect(error.message).toBe('Interrupted while running MERGE INTO main.raw.orders.');
  });

  it('prints nothing, calls nobody else, and lets the process end by itself', async () => {
    await using workspace = await openWorkspace();
    const { front } = workspace;
    await workspace.warehouse.query('SELECT 1');
    front.forgetCalls();
    const { PATH: path = '' } = process.env;
    const child = spawn(process.execPath, [fileURLToPath(import.meta.resolve('./one-merge.ts'))], {
      env: {
        PATH: path,
        DATABRICKS_HOST: front.host,
        DATABRICKS_HTTP_PATH: front.httpPath,
        DATABRICKS_TOKEN: front.token,
        NODE_EXTRA_CA_CERTS: front.caFile,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<number | null>((settle) => child.once('close', settle));
    const [printed, complained, exitCode] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      ended,
    ]);
    expect({ printed, complained, exitCode }).toEqual({ printed: '', complained: '', exitCode: 0 });
    expect(front.statements).toEqual([MERGE.statement]);
    expect(front.calls.filter(({ path }) => path !== front.httpPath)).toEqual([]);
  });
});
