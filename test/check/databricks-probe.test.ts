import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPipeline } from '../../src/check/check-pipeline.ts';
import { STATE_COLUMNS } from '../../src/checkpoint/checkpoint-sql.ts';
import { openProbe } from '../../src/commands/open-probe.ts';
import type { CheckedPoint } from '../../src/model/check-report.ts';
import { databricksDialect } from '../../src/warehouse/databricks/databricks-dialect.ts';
import { type CannedRule, cannedEngine, textResult } from '../support/front/canned-engine.ts';
import { catalogService } from '../support/front/catalog-service.ts';
import { filesService } from '../support/front/files-service.ts';
import { type Front, startFront } from '../support/front/front.ts';
import { MemoryCatalog } from '../support/front/memory-catalog.ts';
import {
  type Grant,
  type PermissionOptions,
  permissionService,
} from '../support/front/permission-service.ts';
import { warehouseService } from '../support/front/warehouse-service.ts';
import { samplePipeline, UNITY_TARGET } from '../support/sample-pipeline.ts';

const ME = '0f1e2d3c-application';

const grants = (on: string, ...privileges: readonly string[]): readonly Grant[] =>
  privileges.map((privilege) => ({ on, to: ME, privilege }));

/** What a run needs in a target whose schemas and volume are there. */
const ENOUGH: readonly Grant[] = [
  ...grants('catalog lakehouse', 'USE_CATALOG'),
  ...grants('schema lakehouse.postgres_raw', 'USE_SCHEMA', 'CREATE_TABLE'),
  ...grants('schema lakehouse.ops', 'USE_SCHEMA', 'CREATE_TABLE'),
  ...grants('volume lakehouse.ops.tributary', 'READ_VOLUME', 'WRITE_VOLUME'),
];

const RULES: readonly CannedRule[] = [
  { match: /^SELECT 1$/, answer: textResult(['1'], ['1']) },
  { match: /^SELECT CAST\(epoch/, answer: textResult(['epoch', 'lsn', 'document', 'run_id']) },
];

const databricksType = databricksDialect({
  volumePath: '/Volumes/a/b/c',
  clustering: 'none',
  tableProperties: new Map(),
}).typeName;

interface Workspace extends AsyncDisposable {
  readonly front: Front;
  readonly catalog: MemoryCatalog;
  check(environment?: Readonly<Record<string, string>>): Promise<readonly CheckedPoint[]>;
}

async function startWorkspace(
  options: Partial<PermissionOptions> & { readonly entries?: readonly string[] } = {},
): Promise<Workspace> {
  const catalogs: MemoryCatalog[] = [];
  const front = await startFront({
    engine: cannedEngine(RULES),
    services: ({ directory }) => {
      const entries = options.entries ?? ['lakehouse', 'lakehouse.postgres_raw', 'lakehouse.ops'];
      const catalog = new MemoryCatalog(join(directory, 'volumes'), entries);
      catalogs.push(catalog);
      return [
        permissionService({ userName: ME, grants: ENOUGH, ...options }),
        warehouseService('0123456789abcdef'),
        filesService(catalog),
        catalogService(catalog),
      ];
    },
  });
  front.trust();
  const [catalog] = catalogs;
  if (catalog === undefined) throw new Error('The front asked for no services');
  return {
    front,
    catalog,
    check: async (environment = {}) => {
      const pipeline = samplePipeline({ target: UNITY_TARGET });
      const { points } = await checkPipeline({
        pipeline,
        source: undefined,
        openProbe: () =>
          openProbe(pipeline, {
            DATABRICKS_HOST: front.host,
            DATABRICKS_HTTP_PATH: front.httpPath,
            DATABRICKS_TOKEN: front.token,
            ...environment,
          }),
      });
      return points.filter(({ point }) => ['warehouse', 'grants', 'volume'].includes(point));
    },
    [Symbol.asyncDispose]: () => front[Symbol.asyncDispose](),
  };
}

describe('a check of a target in Unity Catalog', () => {
  it('proves warehouse, grants and volume, by one statement, and leaves no trace', async () => {
    await using workspace = await startWorkspace();
    const { directory } = await workspace.catalog.createVolume('lakehouse.ops.tributary');
    const [warehouse, granted, volume] = await workspace.check();
    expect(warehouse).toMatchObject({
      outcome: 'passed',
      found: expect.stringMatching(
        /^SQL warehouse 0123456789abcdef at localhost answered "0f1e2d3c-application"/,
      ),
    });
    expect(granted).toMatchObject({
      outcome: 'passed',
      found: 'tables of lakehouse.postgres_raw can be made and written',
    });
    expect(volume).toMatchObject({
      outcome: 'passed',
      found: 'a file was put into volume lakehouse.ops.tributary, and removed',
    });
    expect(workspace.front.statements).toEqual(['SELECT 1']);
    expect(await readdir(directory)).toEqual([]);
    expect(workspace.front.callsNamed('PUT file')).toHaveLength(1);
    expect(workspace.front.violations).toEqual([]);
    expect(workspace.front.open).toEqual({ sessions: 0, operations: 0 });
  });

  it('makes neither schema nor volume: it says that the first run does', async () => {
    await using workspace = await startWorkspace({
      entries: ['lakehouse'],
      grants: grants('catalog lakehouse', 'USE_CATALOG', 'CREATE_SCHEMA'),
    });
    const points = await workspace.check();
    expect(points.map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed']);
    expect(points[2]?.found).toBe('volume lakehouse.ops.tributary is not there yet: the first run makes it');
    expect(workspace.front.calls.filter(({ name }) => /^(POST|PUT) /.test(name))).toEqual([]);
  });

  it('takes what a group was granted for granted', async () => {
    const toGroup = ENOUGH.map((grant) => ({ ...grant, to: 'etl' }));
    await using workspace = await startWorkspace({ groups: ['etl'], grants: toGroup });
    await workspace.catalog.createVolume('lakehouse.ops.tributary');
    expect((await workspace.check()).map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed']);
  });
});

describe('a check of a target in Unity Catalog tells what is missing, with the SQL, when', () => {
  it('the token is refused: that alone, without showing it', async () => {
    await using workspace = await startWorkspace();
    const [warehouse, ...others] = await workspace.check({ DATABRICKS_TOKEN: 'dapi-another-token' });
    expect(warehouse).toMatchObject({ outcome: 'failed', code: 'target-authentication-failed' });
    expect(JSON.stringify(warehouse)).not.toContain('dapi-another-token');
    expect(others.map(({ outcome }) => outcome)).toEqual(['unproven', 'unproven']);
    expect(workspace.front.statements).toEqual([]);
  });

  it('the warehouse may not be used', async () => {
    await using workspace = await startWorkspace();
    workspace.front.fault('OpenSession', { tag: 'http', status: 403 }, 'always');
    const [warehouse] = await workspace.check();
    expect(warehouse?.outcome).toBe('failed');
    expect(warehouse?.solution).not.toBeNull();
  });

  it('the catalog is not there, or not shown', async () => {
    await using workspace = await startWorkspace({ entries: [] });
    const [, granted, volume] = await workspace.check();
    expect(granted).toMatchObject({
      outcome: 'failed',
      code: 'target-permission-denied',
      found: expect.stringContaining('no catalog lakehouse'),
      solution: expect.stringContaining(`GRANT USE CATALOG ON CATALOG \`lakehouse\` TO \`${ME}\`;`),
    });
    expect(volume?.outcome).toBe('failed');
  });

  it('schemas may be used, and no tables made in them', async () => {
    const without = ENOUGH.filter(({ privilege }) => privilege !== 'CREATE_TABLE');
    await using workspace = await startWorkspace({ grants: without });
    const [, granted] = await workspace.check();
    expect(granted).toMatchObject({ outcome: 'failed', code: 'target-permission-denied' });
    expect(granted?.solution).toBe(
      [
        `GRANT CREATE TABLE ON SCHEMA \`lakehouse\`.\`postgres_raw\` TO \`${ME}\`;`,
        `GRANT CREATE TABLE ON SCHEMA \`lakehouse\`.\`ops\` TO \`${ME}\`;`,
      ].join('\n'),
    );
  });

  it('the volume is missing and may not be made', async () => {
    await using workspace = await startWorkspace();
    const [, , volume] = await workspace.check();
    expect(volume).toMatchObject({
      outcome: 'failed',
      solution: `GRANT CREATE VOLUME ON SCHEMA \`lakehouse\`.\`ops\` TO \`${ME}\`;`,
    });
  });

  it('the volume may not be written', async () => {
    await using workspace = await startWorkspace();
    await workspace.catalog.createVolume('lakehouse.ops.tributary');
    workspace.front.fault('PUT file', {
      tag: 'http',
      status: 403,
      body: JSON.stringify({ error_code: 'PERMISSION_DENIED', message: 'User does not have WRITE VOLUME.' }),
    });
    const [, , volume] = await workspace.check();
    expect(volume).toMatchObject({
      outcome: 'failed',
      code: 'target-permission-denied',
      solution: expect.stringContaining(
        `GRANT WRITE VOLUME ON VOLUME \`lakehouse\`.\`ops\`.\`tributary\` TO \`${ME}\`;`,
      ),
    });
  });

  it('a checkpoint table is there that is none', async () => {
    await using workspace = await startWorkspace();
    await workspace.catalog.createVolume('lakehouse.ops.tributary');
    workspace.catalog.putTable({
      fullName: 'lakehouse.ops._tributary_checkpoint',
      tableType: 'VIEW',
      dataSourceFormat: undefined,
      columns: [{ name: 'pipeline', typeText: 'string', nullable: true }],
      properties: {},
    });
    const [, granted] = await workspace.check();
    expect(granted?.outcome).toBe('failed');
  });

  it('the checkpoint table is somebody else’s', async () => {
    await using workspace = await startWorkspace();
    workspace.catalog.putTable({
      fullName: 'lakehouse.ops._tributary_checkpoint',
      tableType: 'MANAGED',
      dataSourceFormat: 'DELTA',
      columns: STATE_COLUMNS.map(({ name, type, notNull }) => ({
        name,
        typeText: databricksType(type).toLowerCase(),
        nullable: !notNull,
      })),
      properties: {},
    });
    const [, granted] = await workspace.check();
    expect(granted).toMatchObject({
      outcome: 'failed',
      solution: [
        `GRANT SELECT ON TABLE \`lakehouse\`.\`ops\`.\`_tributary_checkpoint\` TO \`${ME}\`;`,
        `GRANT MODIFY ON TABLE \`lakehouse\`.\`ops\`.\`_tributary_checkpoint\` TO \`${ME}\`;`,
      ].join('\n'),
    });
  });

  it('nobody tells who the token belongs to: the settings’ name stands in', async () => {
    await using workspace = await startWorkspace({ entries: [] });
    workspace.front.fault('who am I', {
      tag: 'http',
      status: 403,
      body: '{"error_code":"PERMISSION_DENIED"}',
    });
    const [, granted] = await workspace.check();
    expect(granted?.solution).toContain('TO `<service principal>`;');
  });

  it('the workspace does not tell who may do what: then nothing is claimed', async () => {
    await using workspace = await startWorkspace({ secretive: true });
    await workspace.catalog.createVolume('lakehouse.ops.tributary');
    const [, granted, volume] = await workspace.check();
    expect(granted).toMatchObject({
      outcome: 'unproven',
      found: expect.stringContaining('CREATE TABLE on schema lakehouse.postgres_raw'),
    });
    expect(volume?.outcome).toBe('passed');
  });
});
