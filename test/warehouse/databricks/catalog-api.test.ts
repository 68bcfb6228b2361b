import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ColumnType } from '../../../src/model/column-type.ts';
import { type CatalogApi, catalogApi, normaliseType } from '../../../src/warehouse/databricks/catalog-api.ts';
import { warehouseApi } from '../../../src/warehouse/databricks/warehouse-api.ts';
import { openRest } from '../../support/front/rest.ts';
import { type MemoryWorkspace, startWorkspace } from '../../support/front/workspace.ts';
import { DIALECTS } from '../../support/golden.ts';

const VOLUME = { catalog: 'main', schema: 'ops', volume: 'stage' };
const TABLE = { catalog: 'main', schema: 'ops', table: 'pg_orders' };

let workspace: MemoryWorkspace;
let catalog: CatalogApi;
beforeEach(async () => {
  workspace = await startWorkspace();
  catalog = catalogApi(openRest(workspace.front));
});
afterEach(async () => {
  expect(workspace.front.violations).toEqual([]);
  await workspace[Symbol.asyncDispose]();
});

describe('a table of the catalog', () => {
  it('is described in columns and types as our DDL writes them', async () => {
    workspace.catalog.putTable({
      fullName: 'main.ops.pg_orders',
      tableType: 'MANAGED',
      dataSourceFormat: 'DELTA',
      columns: [
        { name: 'Id', typeText: 'bigint', nullable: false },
        { name: 'amount', typeText: 'decimal(10,2)', nullable: true },
        { name: 'at', typeText: 'timestamp_ntz', nullable: true },
      ],
      properties: {},
    });
    expect(await catalog.table(TABLE)).toEqual({
      tableType: 'MANAGED',
      format: 'DELTA',
      columns: [
        { name: 'Id', type: 'BIGINT' },
        { name: 'amount', type: 'DECIMAL(10,2)' },
        { name: 'at', type: 'TIMESTAMP_NTZ' },
      ],
    });
  });

  it('may be a view, which has no format', async () => {
    workspace.catalog.putTable({
      fullName: 'main.ops.pg_orders',
      tableType: 'VIEW',
      dataSourceFormat: undefined,
      columns: [],
      properties: {},
    });
    expect(await catalog.table(TABLE)).toEqual({ tableType: 'VIEW', format: undefined, columns: [] });
  });

  it('is undefined where there is none, or no schema for it', async () => {
    expect(await catalog.table(TABLE)).toBeUndefined();
    expect(await catalog.table({ ...TABLE, schema: 'nowhere' })).toBeUndefined();
  });

  it('keeps failures that are not an absence', async () => {
    workspace.front.fault('GET table', {
      tag: 'http',
      status: 403,
      body: '{"error_code":"PERMISSION_DENIED"}',
    });
    await expect(catalog.table(TABLE)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('may have a name that needs encoding', async () => {
    workspace.catalog.putTable({
      fullName: 'main.ops.a b/ü?',
      tableType: 'MANAGED',
      dataSourceFormat: 'DELTA',
      columns: [],
      properties: {},
    });
    expect(await catalog.table({ ...TABLE, table: 'a b/ü?' })).toBeDefined();
  });
});

describe('a type in two spellings', () => {
  it.each([
    ['decimal(10, 2)', 'DECIMAL(10,2)'],
    ['long', 'BIGINT'],
    ['integer', 'INT'],
    ['short', 'SMALLINT'],
    ['timestamp_ltz', 'TIMESTAMP'],
    ['timestamp_ntz', 'TIMESTAMP_NTZ'],
    ['numeric(38,9)', 'DECIMAL(38,9)'],
  ])('%s is %s', (text, type) => {
    expect(normaliseType(text)).toBe(type);
  });

  it('leaves every type of our DDL as it is, in small letters or capitals', () => {
    const types: readonly ColumnType[] = [
      { tag: 'boolean' },
      { tag: 'int16' },
      { tag: 'int32' },
      { tag: 'int64' },
      { tag: 'float32' },
      { tag: 'float64' },
      { tag: 'decimal', precision: 38, scale: 9 },
      { tag: 'string' },
      { tag: 'binary' },
      { tag: 'date' },
      { tag: 'timestamp' },
      { tag: 'timestamptz' },
    ];
    const databricks = DIALECTS.find(({ name }) => name === 'databricks')?.dialect;
    const names = types.map((type) => databricks?.typeName(type) ?? '');
    expect(names.map((name) => normaliseType(name.toLowerCase()))).toEqual(names);
  });
});

describe('schemas and volumes', () => {
  it('are made once, and may be there already', async () => {
    expect(await catalog.hasSchema('main', 'raw')).toBe(false);
    await catalog.createSchema('main', 'raw');
    await catalog.createSchema('main', 'raw');
    expect(await catalog.hasSchema('main', 'raw')).toBe(true);
    expect(await catalog.hasVolume(VOLUME)).toBe(false);
    await catalog.createVolume(VOLUME);
    await catalog.createVolume(VOLUME);
    expect(await catalog.hasVolume(VOLUME)).toBe(true);
    expect([await catalog.hasCatalog('main'), await catalog.hasCatalog('other')]).toEqual([true, false]);
  });

  it('are made although the first answer was lost', async () => {
    workspace.front.fault('POST volume', { tag: 'reset-after' });
    await catalog.createVolume(VOLUME);
    expect(await catalog.hasVolume(VOLUME)).toBe(true);
  });

  it('are not made where their parent is missing', async () => {
    await expect(catalog.createVolume({ ...VOLUME, schema: 'nowhere' })).rejects.toMatchObject({
      kind: 'missing',
      errorCode: 'SCHEMA_DOES_NOT_EXIST',
    });
    await expect(catalog.createSchema('nowhere', 'x')).rejects.toMatchObject({ kind: 'missing' });
  });
});

describe('a SQL warehouse', () => {
  it('tells its state and starts when asked', async () => {
    const warehouse = warehouseApi(openRest(workspace.front), '0123456789abcdef');
    workspace.warehouse.state = 'STOPPED';
    expect(await warehouse.state()).toBe('STOPPED');
    await warehouse.start();
    expect(await warehouse.state()).toBe('RUNNING');
  });

  it('has no state where it does not exist, and does not start', async () => {
    const warehouse = warehouseApi(openRest(workspace.front), 'other');
    expect(await warehouse.state()).toBeUndefined();
    await expect(warehouse.start()).rejects.toMatchObject({ kind: 'missing' });
  });
});
